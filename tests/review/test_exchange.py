"""MQM ratings and tasks of Label Studio: out and in."""

from __future__ import annotations

import io
import json

import pytest

from mtqa.review import labelstudio, mqm
from mtqa.verdicts import VerdictError

from .made import finding, mark, on, report, review_at

HEAD = "system\tdoc\tdocSegId\tglobalSegId\trater\tsource\ttarget\tcategory\tseverity\n"


def out(review, write):
    stream = io.StringIO()
    write(review, stream)
    return stream.getvalue()


def said(review):
    return [
        (one.by, one.document, one.segment, one.start, one.end, one.rule, one.verdict) for one in review.all_verdicts()
    ]


def test_ratings_as_wmt_has_them(address):
    review = review_at(address)
    for number, verdict in enumerate(("accept", "dismiss", "accept")):
        review.put("ann", f"request-{number}", on(number, verdict))
    review.put("ben", "request-9", on(0, "accept"))
    review.put("ann", "request-m", mark())
    assert out(review, mqm.write) == HEAD + (
        "in.jsonl\td1\t1\t1\tann\tQuelle 0\tHe saw <v>the the</v> dog.\tFluency/Grammar\tMajor\n"
        "in.jsonl\td1\t1\t1\tben\tQuelle 0\tHe saw <v>the the</v> dog.\tFluency/Grammar\tMajor\n"
        "in.jsonl\td1\t2\t2\tann\tQuelle 1\tIt is is so, 🙂 <v>he</v> said.\tFluency/Casing\tMinor\n"
        "in.jsonl\td2\t1\t3\tann\tQuelle 0\t<v>All</v> is well.\tAccuracy/Omission\tMajor\n"
    )


def test_a_segment_without_an_error_is_said_by_who_judged_the_whole_document(tmp_path):
    review = review_at(str(tmp_path / "review.sqlite"))
    for number in range(3):
        review.put("ann", f"request-{number}", on(number, "dismiss"))
    review.put("ben", "request-9", on(0, "dismiss"))
    rows = out(review, mqm.write).splitlines()[1:]
    assert [row.split("\t")[4:5] + row.split("\t")[7:] for row in rows] == [["ann", "No-error", "No-error"]] * 2


def test_ratings_come_back(address, tmp_path):
    review = review_at(address)
    review.put("ann", "request-1", on(0, "accept"))
    review.put("ben", "request-2", on(2, "accept"))
    review.put("ann", "request-3", mark())
    table = out(review, mqm.write)
    other = review_at(str(tmp_path / "other.sqlite"))
    assert mqm.bring(other, "zoe", table.encode(), "r.tsv") == (3, 0, 0)
    assert mqm.bring(other, "zoe", table.encode(), "r.tsv") == (0, 3, 0)
    assert said(other) == said(review)
    assert out(other, mqm.write) == table


def test_ratings_of_others(tmp_path):
    review = review_at(str(tmp_path / "review.sqlite"))
    rows = [
        "sys\td1\t1\t1\tr1\ts\tHe saw <v>the the</v> dog.\tStyle/Awkward\tminor",
        "sys\td1\t1\t1\tr1\ts\tHe saw <v>the</v> the dog.\tFluency/Spelling\tMajor",
        "sys\td1\t1\t1\tr2\tA <v>b</v>\tHe saw the the dog.\tAccuracy/Omission\tMajor",
        "sys\td2\t1\t1\tr2\ts\tAll is well.\tNon-translation!\tMajor",
        "sys\td2\t1\t1\tr2\ts\tAll is well.\tNo-error\tNo-error",
        "sys\td2\t1\t1\tr2\ts\tAll was well.\tFluency/Grammar\tMajor",  # another text
        "sys\td9\t1\t1\tr2\ts\tAll is well.\tFluency/Grammar\tMajor",
        "sys\td2\t1\t1\tr2\ts\t<v>All</v> is well.\tOther\tMajor",
    ]
    assert mqm.bring(review, "zoe", (HEAD + "\n".join(rows) + "\n").encode(), "r.tsv") == (4, 0, 3)
    assert said(review) == [
        ("r2", "d1", 0, 0, 0, "", "missed"),
        ("r1", "d1", 0, 7, 10, "", "missed"),
        ("r1", "d1", 0, 7, 14, "repetition/doubled-word", "accept"),
        ("r2", "d2", 0, 0, 12, "", "missed"),
    ]


def test_texts_cannot_forge_columns_or_spans(tmp_path):
    text = "a\tb <v>x</v>\nsys\td2 c"
    review = review_at(str(tmp_path / "review.sqlite"), [report("d\t1", [text], [finding(0, 0, 3, "a/b")])])
    from mtqa.review.said import Said

    review.put("an\tn", "request-1", Said("d\t1", "in.jsonl", 0, 0, 3, "a/b", "accept"))
    (row,) = out(review, mqm.write).splitlines()[1:]
    assert len(row.split("\t")) == 9
    assert row.split("\t")[6] == "<v>a b</v> ‹v>x‹/v> sys d2 c"


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"a\tb\n", "r.tsv:1: is no table of MQM ratings: it has no column 'doc'"),
        (HEAD.encode() + b"x\ty\n", "r.tsv:2: has 2 cells, the header 9"),
        (HEAD.encode() + b"s\td\tx\t1\tr\ts\tt\tc\tMajor\n", "r.tsv:2: column 'docSegId': must be a whole number"),
        (HEAD.encode() + b"\xff\n", "r.tsv:2: is not UTF-8 text"),
    ],
)
def test_tables_of_something_else(tmp_path, content, message):
    with pytest.raises(VerdictError) as caught:
        mqm.bring(review_at(str(tmp_path / "review.sqlite")), "zoe", content, "r.tsv")
    assert str(caught.value) == message


def annotated(tasks, work, **more):
    """The tasks with an annotation each: what `work` makes of the results of the prediction."""
    for task in tasks:
        results = [part for one in task["predictions"] for part in one["result"]]
        task["annotations"] = [{"id": 5, "result": work(task, results), "updated_at": "2026-01-01T00:00:00Z", **more}]
    return json.dumps(tasks).encode()


def test_tasks_have_our_findings_as_predictions(address):
    review = review_at(address)
    first, second, third = json.loads(out(review, labelstudio.write))
    assert first["data"] == {
        "text": "He saw the the dog.",
        "source": "Quelle 0",
        "document": "d1",
        "path": "in.jsonl",
        "segment": 0,
    }
    ((region,),) = [one["result"] for one in first["predictions"]]
    assert region["value"] == {"start": 7, "end": 14, "text": "the the", "labels": ["fluency/grammar"]}
    assert (region["type"], region["from_name"], region["to_name"]) == ("labels", "label", "text")
    assert [one["value"]["text"] for one in second["predictions"][0]["result"]] == ["is is", "he"]
    assert third["predictions"] == []


def test_annotations_say_what_was_right_wrong_and_missed(address):
    review = review_at(address)
    tasks = json.loads(out(review, labelstudio.write))

    def work(task, results):
        if task["data"]["document"] == "d2":
            value = {"start": 0, "end": 3, "text": "All", "labels": ["accuracy/addition"]}
            return [{"id": "new", "type": "labels", "value": value}, {"type": "choices", "value": {}}]
        return results[:1]  # the second one of the second segment is taken out

    content = annotated(tasks, work, completed_by={"id": 3, "email": "ann@house.example"})
    assert labelstudio.bring(review, "zoe", content, "t.json") == (4, 0, 0)
    assert labelstudio.bring(review, "zoe", content, "t.json") == (0, 4, 0)
    who = "ann@house.example"
    assert said(review) == [
        (who, "d1", 0, 7, 14, "repetition/doubled-word", "accept"),
        (who, "d1", 1, 3, 8, "repetition/doubled-word", "accept"),
        (who, "d1", 1, 15, 17, "casing/small", "dismiss"),
        (who, "d2", 0, 0, 3, "", "missed"),
    ]


def test_offsets_of_javascript_are_seen_by_the_words(tmp_path):
    review = review_at(str(tmp_path / "review.sqlite"))
    tasks = json.loads(out(review, labelstudio.write))[1:2]

    def work(_, __):  # 🙂 counted as two
        return [
            {"id": "x", "type": "labels", "value": {"start": 16, "end": 18, "text": "he", "labels": ["fluency/casing"]}}
        ]

    labelstudio.bring(review, "zoe", annotated(tasks, work), "t.json")
    assert ("zoe", "d1", 1, 15, 17, "casing/small", "accept") in said(review)


def test_tasks_of_another_text_are_left_out(tmp_path):
    review = review_at(str(tmp_path / "review.sqlite"))
    tasks = json.loads(out(review, labelstudio.write))
    tasks[0]["data"]["text"] += " More."
    assert labelstudio.bring(review, "zoe", annotated(tasks, lambda _, results: results), "t.json") == (2, 0, 1)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"{}", "t.json: is no list of tasks of Label Studio; export as JSON, not JSON-MIN"),
        (b"[1]", "t.json: task 1 is not as Label Studio exports it (TypeError"),
        (b'[{"data": {}}]', "t.json: task 1 is not as Label Studio exports it (KeyError"),
        (b"[" * 100_000, "t.json: is not valid JSON"),
        (
            b'[{"data": {"text": "All is well.", "document": "d2", "path": "in.jsonl", "segment": 0}, "annotations": '
            b'[{"result": [{"type": "labels", "value": {"start": 0, "end": 99, "labels": ["x"]}}]}]}]',
            "t.json: task 1 is not as Label Studio exports it (ValueError: a span beyond the text)",
        ),
        (b"\xff", "t.json: is not valid JSON"),
    ],
)
def test_files_of_something_else(tmp_path, content, message):
    with pytest.raises(VerdictError) as caught:
        labelstudio.bring(review_at(str(tmp_path / "review.sqlite")), "zoe", content, "t.json")
    assert str(caught.value).startswith(message)
