"""The baseline: what it knows again, and what it does not."""

from __future__ import annotations

import json
import pickle
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.baseline import Baseline, BaselineError, Comparison, Entry, Origin, accepted
from mtqa.document import Document, Segment
from mtqa.finding import Finding
from mtqa.report import DocumentReport, SkippedRule
from mtqa.suppress import Suppression

RULES = frozenset({"r/a", "r/b", "r/c", "r/double", "r/idle"})
STORY = "The minister said on Monday that the talks with the company in Geneva would go on until Friday evening."


def finding(text: str = "the the", *, rule: str = "r/double", start: int = 0, rules: tuple[str, ...] = ()) -> Finding:
    return Finding(
        rule=rule, category="fluency/grammar", severity="minor", message="m", segment=0, start=start,
        end=start + len(text), line=1, column=1, text=text, rules=rules or (rule,),
    )  # fmt: skip


def report(
    findings: Sequence[Finding],
    id: str = "d",
    path: str | None = "feeds/a.xml",
    *,
    title: str | None = None,
    text: str = STORY,
    skipped: Sequence[str] = (),
) -> DocumentReport:
    """A report on one document, as the engine makes it."""
    document = Document(id, [Segment(text)], path=path, title=title)
    return DocumentReport(
        document=document, words=9, score=100.0, penalty=0, verdict="pass", segments=(), findings=tuple(findings),
        suppressed=0, metrics=None, skipped_rules=tuple(SkippedRule(rule, "because") for rule in skipped), failures=(),
    )  # fmt: skip


def baseline(*reports: DocumentReport, folder: str = ".") -> Baseline:
    return Baseline([entry for one in reports for entry in accepted(one, folder)], folder)


def against(made: Baseline, ran: frozenset[str] = RULES - {"r/idle"}) -> Comparison:
    return Comparison(made, ran, RULES)


FINDINGS = st.lists(
    st.builds(
        finding,
        st.text(max_size=3),
        start=st.integers(0, 9),
        rules=st.sampled_from([("r/a",), ("r/b",), ("r/a", "r/b")]),
    ),
    max_size=8,
)


@given(FINDINGS, st.text(max_size=3), st.text(max_size=30))
def test_holds_all_it_was_made_of_after_a_round_trip(findings: list[Finding], id: str, text: str) -> None:
    made = baseline(report(findings, id, text=text))
    again = pickle.loads(pickle.dumps(made))
    compared = against(again)
    assert compared.new(report(findings, id, text=text)) == []
    assert compared.gone() == []
    assert again.dumps() == made.dumps()
    assert against(again).new(report(findings, id, "feeds/b.xml", text=text)) == findings


@given(FINDINGS, FINDINGS)
def test_order_of_the_findings_does_not_change_the_file(one: list[Finding], other: list[Finding]) -> None:
    forth = baseline(report(one, "a"), report(other, "b"))
    back = baseline(report(other[::-1], "b"), report(one[::-1], "a"))
    assert forth.dumps() == back.dumps()
    assert forth.hash == back.hash


def test_load_reads_what_was_written_and_reasons_count_for_nothing(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    items = [finding("„Zażółć“ \ud800\n"), finding("=1")]
    made = baseline(report(items, title="A title"), folder=str(tmp_path))
    path.write_text(made.dumps(), encoding="utf-8")
    again = Baseline.load(path)
    assert again.dumps() == made.dumps()
    assert again.hash == made.hash
    assert against(again).new(report(items, title="A title")) == []
    assert len(again) == 2
    path.write_text(made.dumps().replace('"count": 1', '"count": 1, "reason": "the brand"'), encoding="utf-8")
    assert [entry.reason for entry in Baseline.load(path).entries] == ["the brand", "the brand"]
    assert Baseline.load(path).hash == made.hash


def test_of_equal_findings_only_as_many_are_held_as_there_were() -> None:
    made = baseline(report([finding(start=5), finding(start=20)]))
    now = [finding(start=start) for start in (1, 2, 3)]
    assert against(made).new(report(now)) == now[2:]


def test_a_rule_that_was_not_there_says_something_new_of_the_place() -> None:
    made = baseline(report([finding(rules=("r/a", "r/b"))]))
    assert against(made).new(report([finding(rules=("r/a",))])) == [], "one rule less is nothing new"
    more = [finding(rules=("r/a", "r/c"))]
    assert against(made).new(report(more)) == more


# Files


@pytest.mark.parametrize(
    "spelling", ["feeds/a.txt", "./feeds/a.txt", "feeds/../feeds/a.txt", "{}/feeds/a.txt", "door/a.txt"]
)
def test_a_file_is_the_same_however_it_is_spelled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, spelling: str
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "feeds").mkdir()
    (tmp_path / "feeds/a.txt").touch()
    (tmp_path / "door").symlink_to("feeds")
    path = spelling.format(tmp_path)
    made = baseline(report([finding()], "feeds/a.txt", "feeds/a.txt"), folder=str(tmp_path))
    assert against(made).new(report([finding()], path, path)) == []
    assert json.loads(made.dumps())["findings"][0]["path"] == "feeds/a.txt"
    assert "document" not in json.loads(made.dumps())["findings"][0], "the file is the document"


def test_ids_that_readers_make_of_the_path_are_the_same_too() -> None:
    made = baseline(report([finding()], "feeds/a.xml#3"))
    assert against(made).new(report([finding()], "./feeds/a.xml#3", "./feeds/a.xml")) == []


def test_folder_and_baseline_move_together(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("old/feeds", "new/deep/feeds"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "old")
    made = baseline(report([finding()], "feeds/a.txt", "feeds/a.txt"), folder=str(tmp_path / "old"))
    (tmp_path / "new/deep/b.json").write_text(made.dumps())
    monkeypatch.chdir(tmp_path / "new")
    moved = Baseline.load(Path("deep/b.json"))
    assert against(moved).new(report([finding()], "deep/feeds/a.txt", "deep/feeds/a.txt")) == []


def test_two_files_that_share_an_id_never_share_what_was_accepted() -> None:
    made = baseline(report([finding()], path="feeds/a.xml"))
    compared = against(made)
    assert compared.new(report([finding()], path="feeds/b.xml")) == [finding()]
    assert compared.new(report([finding()], path="feeds/a.xml")) == []
    both = baseline(report([finding()], path="feeds/a.xml"), report([finding()] * 2, path="feeds/b.xml"))
    assert against(both).new(report([finding()] * 2, path="feeds/a.xml")) == [finding()]
    assert against(both).new(report([finding()] * 2, path="feeds/b.xml")) == []


def test_standard_input_is_a_place_of_its_own() -> None:
    made = baseline(report([finding()], "-", "-"))
    assert against(made).new(report([finding()], "-", "-")) == []
    assert against(made).new(report([finding()], "a", "a")) == [finding()]


# Documents

OTHER = "Prices for flats near the old harbour have doubled since spring, an estate agent told this newspaper."


def test_ids_may_change() -> None:
    made = baseline(
        report([finding()], "1", title="Talks go on"), report([finding(), finding()], "2", title="Flats", text=OTHER)
    )
    compared = against(made)
    assert compared.new(report([finding()] * 2, "x", title="Flats", text=OTHER)) == []
    assert compared.new(report([finding()] * 2, "y", title="Talks go on")) == [finding()]
    assert compared.gone() == []


def test_ids_that_are_numbers_may_be_moved_on_by_a_new_entry() -> None:
    made = baseline(report([finding()], "1", title="Talks"), report([finding()], "2", title="Flats", text=OTHER))
    new = "A storm tore roofs from eleven houses in the north, and nobody in the villages was hurt."
    compared = against(made)
    assert compared.new(report([finding()], "1", title="Storm", text=new)) == [finding()]
    assert compared.new(report([finding()], "2", title="Talks")) == []
    assert compared.new(report([finding()], "3", title="Flats", text=OTHER)) == []
    assert compared.gone() == []


@pytest.mark.parametrize(
    ("title", "text"),
    [
        ("Talks", "On Tuesday " + STORY),
        ("Talks", STORY + " Nobody was there to hear him."),
        ("Talks end", STORY),
        ("Talks", "All has changed."),
        (None, STORY.replace("minister", "chancellor")),
    ],
)
def test_under_its_id_a_document_may_be_edited(title: str | None, text: str) -> None:
    made = baseline(report([finding()], title="Talks"))
    assert against(made).new(report([finding()], title=title, text=text)) == []


def test_a_short_document_may_be_edited_too() -> None:
    made = baseline(report([finding()], text="He saw the the dog."))
    assert against(made).new(report([finding()], text="Yesterday he saw the the dog. in a garden.")) == []


def test_another_story_under_an_old_id_is_another_story() -> None:
    made = baseline(report([finding()], "1", title="Talks"))
    compared = against(made)
    assert compared.new(report([finding()], "1", title="Flats", text=OTHER)) == [finding()]
    assert [entry.count for entry in compared.gone()] == [1]


def test_what_was_accepted_of_one_document_is_not_of_its_copy() -> None:
    made = baseline(report([finding()], "1"))
    compared = against(made)
    assert compared.new(report([finding()], "x")) == []
    assert compared.new(report([finding()], "y")) == [finding()]
    assert compared.new(report([finding()], "x")) == [], "looked at twice, it is still the same"


# What is gone


def test_findings_no_longer_there_are_told_and_pruned() -> None:
    made = baseline(report([finding(), finding(), finding("mended")]), report([finding()], "2", text=OTHER))
    compared = against(made)
    compared.new(report([finding()]))
    gone = sorted((entry.text, entry.count) for entry in compared.gone())
    assert gone == [("mended", 1), ("the the", 1), ("the the", 1)]
    assert [(entry.text, entry.count) for entry in compared.pruned()] == [("the the", 1)]


def test_what_a_run_cannot_speak_of_is_not_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("read", "left", "torn"):
        (tmp_path / name).touch()
    idle, skipped, unknown = (finding(rule=rule) for rule in ("r/idle", "r/c", "r/of-old"))
    made = baseline(
        report([finding(), idle, skipped, unknown], "d", "read"),
        report([finding()], "d", "left"),
        report([finding()], "d", "torn"),
        report([finding()], "d", "deleted"),
    )
    compared = against(made)
    compared.new(report([], "d", "read", skipped=["r/c"]))
    compared.new(report([], "e", "torn"))
    compared.unread("torn")
    assert [(entry.origin.path, entry.rule) for entry in compared.gone()] == [
        ("deleted", "r/double"), ("read", "r/double"), ("read", "r/of-old"),
    ]  # fmt: skip
    assert [(entry.origin.path, entry.rule) for entry in compared.unexamined()] == [
        ("left", "r/double"), ("read", "r/c"), ("read", "r/idle"), ("torn", "r/double"),
    ]  # fmt: skip
    assert compared.pruned() == compared.unexamined()


def test_reasons_follow_the_finding() -> None:
    made = baseline(report([finding()], "1", title="Talks"))
    reasoned = Baseline([Entry(entry.origin, entry.rule, entry.text, 1, "a brand") for entry in made.entries])
    compared = against(reasoned)
    now = report([finding(), finding("else")], "x", title="Talks")
    compared.new(now)
    assert {entry.text: entry.reason for entry in accepted(now, ".", compared)} == {"the the": "a brand", "else": None}


# Old and broken files


def test_version_1_is_read_and_no_two_documents_share_it(tmp_path: Path) -> None:
    path = tmp_path / "b.json"
    path.write_text(
        '{"version": 1, "findings": [{"document": "d", "rule": "r/double", "text": "the the", "count": 1},'
        ' {"document": "./a.txt", "rule": "r/double", "text": "the the", "count": 1}]}'
    )
    made = Baseline.load(path)
    assert made.dated
    compared = against(made)
    assert compared.new(report([finding()], path="feeds/a.xml")) == []
    assert compared.new(report([finding()], path="feeds/b.xml")) == [finding()]
    assert compared.new(report([finding()], "a.txt", "a.txt")) == []
    assert not Baseline(compared.pruned()).dated


@pytest.mark.parametrize("count", ["0", "-1", "true", "1.5", '"1"', "null", "1" * 5000])
@pytest.mark.parametrize("version", ["1", "2"])
def test_wrong_counts_are_refused(tmp_path: Path, count: str, version: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(
        f'{{"version": {version}, "findings": '
        f'[{{"path": "p", "document": "d", "rule": "r", "text": "t", "count": {count}}}]}}'
    )
    with pytest.raises(BaselineError, match=r"b\.json: (?:entry 1 is not a finding of|is not) a baseline"):
        Baseline.load(path)


@pytest.mark.parametrize(
    "content",
    [
        "", "[]", "null", '{"findings": 1}', '{"version": true, "findings": []}', '{"version": 3, "findings": []}',
        '{"version": 2, "findings": [[]]}', '{"version": 2, "findings": [{"rule": "r", "text": "t", "count": 1}]}',
        '{"version": 2, "findings": [{"path": "p", "rule": "r", "text": "t", "count": 1, "reason": 1}]}',
        '{"version": 2, "findings": [{"path": 1, "rule": "r", "text": "t", "count": 1}]}', "[" * 100_000,
    ],
)  # fmt: skip
def test_what_is_no_baseline_is_refused(tmp_path: Path, content: str) -> None:
    path = tmp_path / "b.json"
    path.write_text(content)
    with pytest.raises(BaselineError, match=r"b\.json: .*baseline"):
        Baseline.load(path)


def test_likeness_is_the_share_of_common_words() -> None:
    one, other = Origin("p", "1", sketch="000100020003"), Origin("p", "1", sketch="00020003")
    assert one.likeness(one) == 1.0
    assert one.likeness(other) == other.likeness(one) == pytest.approx(2 / 3)
    assert one.likeness(Origin("p", "1")) == 0.0


def test_a_very_large_baseline_of_one_fault_is_no_trouble() -> None:
    entries = [
        Entry(Origin("feeds/a.xml", str(number), "", f"{number:08x}"), "r/double", "the the") for number in range(5000)
    ]
    compared = against(Baseline(entries))
    for number in range(200):
        compared.new(report([finding()], f"x{number}"))
    assert sum(entry.count for entry in compared.gone()) == 5000


@pytest.mark.parametrize(
    ("suppression", "fits"),
    [
        (Suppression("r/double"), True),
        (Suppression("r"), True),
        (Suppression("r/"), True),
        (Suppression("r/doub"), False),
        (Suppression("s/also"), True),
        (Suppression("r", text="the the"), True),
        (Suppression("r", text="the"), False),
        (Suppression("r", document="feed-*"), True),
        (Suppression("r", document="feed"), False),
        (Suppression("r", text="the the", document="other"), False),
    ],
)
def test_suppression_fits_where_everything_given_does(suppression: Suppression, fits: bool) -> None:
    assert suppression.fits("feed-1", finding(rules=("r/double", "s/also"))) is fits
