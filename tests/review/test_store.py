"""What a review keeps, on SQLite and on Postgres."""

from __future__ import annotations

import json
import re
import sqlite3

import pytest

from mtqa.reporters.page import document_values, json_block
from mtqa.review.agreement import Agreement
from mtqa.review.database import Database, DatabaseError
from mtqa.review.said import RequestError, Said
from mtqa.review.served import page
from mtqa.review.store import Brought
from mtqa.verdicts import parse_verdicts

from .made import finding, mark, on, report, review_at, two_documents


def said(review, editor="ann"):
    """What counts now, in short."""
    return [(one["by"], one["rule"], one["start"], one["verdict"]) for one in review.present(editor).verdicts]


def test_a_verdict_is_kept_with_who_and_when(address):
    review = review_at(address)
    kept = review.put("ann", "request-1", on(0, "dismiss", "=a name", "2027-01-31"))
    assert kept.pop("at").endswith("Z")
    assert kept == {
        "document": "d1",
        "path": "in.jsonl",
        "segment": 0,
        "start": 7,
        "end": 14,
        "rule": "repetition/doubled-word",
        "category": "fluency/grammar",
        "severity": "major",
        "text": "the the",
        "verdict": "dismiss",
        "by": "ann",
        "comment": "=a name",
        "expires": "2027-01-31",
        "mine": True,
    }
    assert [one["mine"] for one in review.present("ben").verdicts] == [False]
    review.database.close()
    assert said(review_at(address, [])) == [("ann", "repetition/doubled-word", 7, "dismiss")]


def test_what_is_sent_again_is_there_once(address):
    review = review_at(address)
    first = review.put("ann", "request-1", on(0, "accept"))
    assert review.put("ann", "request-1", on(0, "accept")) == first
    assert len(review.history()) == 1
    for editor, other in (("ben", on(0, "accept")), ("ann", on(0, "dismiss")), ("ann", on(1, "accept"))):
        with pytest.raises(RequestError, match="this id was given to something else") as caught:
            review.put(editor, "request-1", other)
        assert caught.value.status == 409
    assert len(review.history()) == 1


def test_the_last_verdict_of_an_editor_counts_and_all_are_remembered(address):
    review = review_at(address)
    review.put("ann", "request-1", on(0, "accept"))
    review.put("ben", "request-2", on(0, "accept"))
    review.put("ann", "request-3", on(0, "dismiss"))
    review.put("ben", "request-4", on(0, ""))
    assert said(review) == [("ann", "repetition/doubled-word", 7, "dismiss")]
    assert [(one["by"], one["verdict"]) for one in review.history()] == [
        ("ben", ""),
        ("ann", "dismiss"),
        ("ben", "accept"),
        ("ann", "accept"),
    ]
    assert [one["verdict"] for one in review.history(most=2, before=4)] == ["dismiss", "accept"]
    assert review.history("d2") == []


def test_undo_goes_back_step_by_step_and_once_a_request(address):
    review = review_at(address)
    review.put("ann", "request-1", on(0, "accept"))
    review.put("ben", "request-2", on(0, "accept"))
    review.put("ann", "request-3", on(0, "dismiss"))
    review.put("ann", "request-4", mark())
    assert review.undo("ann", "undo-0001")["verdict"] == ""
    assert review.undo("ann", "undo-0001")["verdict"] == ""  # the same request again
    assert review.undo("ann", "undo-0002")["verdict"] == "accept"
    assert review.undo("ann", "undo-0003")["verdict"] == ""
    assert review.undo("ann", "undo-0004") is None
    assert said(review) == [("ben", "repetition/doubled-word", 7, "accept")]
    assert [one["kind"] for one in review.history()] == ["undo"] * 3 + ["verdict"] * 4


def test_what_changed_since_an_event(address):
    review = review_at(address)
    review.put("ann", "request-1", on(0, "accept"))
    last = review.present("ben").last
    assert review.present("ben", since=last) == (last, [])
    review.put("ann", "request-2", on(1, "accept"))
    review.undo("ann", "undo-0001")
    review.put("ann", "request-3", mark())
    new = review.present("ben", since=last)
    assert new.last > last
    assert [(one["document"], one["segment"], one["verdict"]) for one in new.verdicts] == [
        ("d1", 1, ""),
        ("d2", 0, "missed"),
    ]


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        (Said("d9", "", 0, 7, 14, "repetition/doubled-word", "accept"), "there is no document 'd9' in this review"),
        (Said("d1", "", 0, 7, 13, "repetition/doubled-word", "accept"), "there is no finding of"),
        (Said("d1", "", 0, 7, 14, "no/such'; DROP TABLE review_events; --", "accept"), "there is no finding of"),
        (Said("d1'; DROP TABLE review_events; --", "", 0, 7, 14, "a/b", "accept"), "there is no document"),
        (Said("d2", "", 0, 0, 13, "", "missed", "accuracy/omission", "major"), "there is no such place in the"),
        (Said("d2", "", 1, 0, 0, "", "missed", "accuracy/omission", "major"), "there is no such place in the"),
        (Said("d2", "", 0, 5, 3, "", "missed", "accuracy/omission", "major"), "there is no such span"),
        (Said("d2", "", 0, 0, 10**12, "", "missed", "accuracy/omission", "major"), "there is no such span"),
        (Said("d2", "", 0, 0, 3, "", "missed", "rubbish", "major"), "unknown MQM category 'rubbish'"),
        (Said("d2", "", 0, 0, 3, "", "missed", "accuracy/omission", "fatal"), "unknown severity 'fatal'"),
        (Said("d2", "", 0, 0, 3, "", "accept"), "a finding is accepted or dismissed; what was missed has no rule"),
        (on(0, "missed"), "a finding is accepted or dismissed; what was missed has no rule"),
        (on(0, "perhaps"), "unknown verdict 'perhaps'"),
        (on(0, "accept", "a" * 4001), "the comment has 4,001 characters; 4,000 at most"),
        (on(0, "accept", expires="tomorrow"), "expires must be a day such as 2027-01-31"),
        (on(0, "accept", expires="20270131"), "expires must be a day such as 2027-01-31"),
    ],
)
def test_what_cannot_be_said_leaves_nothing(wrong, message, tmp_path):
    review = review_at(str(tmp_path / "review.sqlite"))
    with pytest.raises(RequestError) as caught:
        review.put("ann", "request-1", wrong)
    assert str(caught.value).startswith(message)
    assert review.history() == []


@pytest.mark.parametrize("client", ["", "short", "a" * 101, "späteste Nachricht", "line\nbreak"])
def test_ids_of_requests(client, tmp_path):
    with pytest.raises(RequestError, match="8 to 100 printable ASCII"):
        review_at(str(tmp_path / "review.sqlite")).put("ann", client, on(0, "accept"))


def test_hostile_text_is_kept_and_breaks_nothing(address):
    text = "a\x00b\ud800 '; DROP TABLE review_events; -- \U0001f600"
    name = "=cmd|' /C calc'!A0\x00\nid"
    review = review_at(address, [report(name, [text], [finding(0, 0, 3, "a/b")])])
    (row,) = review.all_findings()
    assert row.text == "a\ufffdb"
    ((_, page),) = review.pages(5)
    assert page == "{}"
    cell = "=cmd|' /C calc'!A0\ufffd id"
    kept = review.put("ann", "request-1", Said(cell, "in.jsonl", 0, 0, 3, "a/b", "accept", comment="\x00\ud800"))
    assert (kept["document"], kept["comment"]) == (cell, "\ufffd\ufffd")
    review.put("ann", "request-2", Said("'" + cell, "in.jsonl", 0, 0, 3, "a/b", "accept"))  # as a file has it


def test_a_new_run_keeps_verdicts_and_drops_findings_that_are_gone(address):
    review = review_at(address)
    review.put("ann", "request-1", on(0, "accept"))
    review.put("ann", "request-2", on(2, "dismiss"))
    first, second = two_documents()
    fewer = report("d1", [one.target for one in first.document.segments], list(first.findings[:2]))
    review.load([(fewer, "{}"), (second, "{}")])
    assert review.counts() == (2, 2)
    assert review.progress()["judged"] == {"findings": 1, "documents": 0}
    assert len(review.all_verdicts()) == 2  # what was said stays said


def test_a_changed_text_is_another_document(address):
    review = review_at(address)
    review.put("ann", "request-1", on(0, "accept"))
    review.load([(report("d1", ["He saw the the dog today."], [finding(0, 7, 14, "repetition/doubled-word")]), "{}")])
    assert review.counts() == (2, 1)
    assert said(review) == []
    assert [one.verdict for one in review.all_verdicts()] == ["accept"]
    review.put("ann", "request-2", on(0, "dismiss"))
    assert said(review) == [("ann", "repetition/doubled-word", 7, "dismiss")]
    review.load([(two_documents()[0], "{}")])  # the old text again, with what was said of it
    assert said(review) == [("ann", "repetition/doubled-word", 7, "accept")]


def test_progress_of_each_editor(address):
    review = review_at(address)
    for number in range(3):
        review.put("ann", f"request-{number}", on(number, "accept"))
    review.put("ben", "request-b", on(0, "dismiss"))
    review.put("ben", "request-m", mark())
    assert review.progress() == {
        "documents": 2,
        "documents_with_findings": 1,
        "findings": 3,
        "judged": {"findings": 3, "documents": 1},
        "editors": {
            "ann": {"findings": 3, "documents": 1, "missed": 0},
            "ben": {"findings": 1, "documents": 0, "missed": 1},
        },
    }


def test_agreement_of_two_editors_by_severity(address):
    review = review_at(address)
    for number, (one, other) in enumerate([("accept", "accept"), ("dismiss", "accept"), ("dismiss", "dismiss")]):
        review.put("ann", f"request-a{number}", on(number, one))
        review.put("ben", f"request-b{number}", on(number, other))
    review.put("ann", "request-m", mark())
    found = review.agreement("ann", "ben")
    assert found["all"] == Agreement(3, 2, pytest.approx(0.4))
    assert found["major"] == Agreement(2, 1, 0.0)
    assert found["minor"] == Agreement(1, 1, None)
    assert found["critical"] == Agreement(0, 0, None)
    assert review.agreement("ann", "zoe")["all"].share is None


def test_documents_that_nobody_can_tell_come_first(address):
    sure = [report(f"s{i}", ["Sure as can be."], [finding(0, 0, 4, "a/sure")]) for i in range(6)]
    unsure = [report(f"u{i}", ["Unsure it is."], [finding(0, 0, 6, "a/unsure")]) for i in range(2)]
    review = review_at(address, [*sure, *unsure, report("n", ["Never seen."], [finding(0, 0, 5, "a/new")])])
    for i in range(4):
        review.put("ann", f"request-{i}", Said(f"s{i}", "in.jsonl", 0, 0, 4, "a/sure", "accept"))
    review.put("ann", "request-u", Said("u0", "in.jsonl", 0, 0, 6, "a/unsure", "dismiss"))
    order = [one["document"] for one in review.queue_names("ann", "uncertainty")]
    assert order == ["n", "u1", "s4", "s5", "s0", "s1", "s2", "s3", "u0"]
    assert [one["document"] for one in review.queue_names("ann", "run")][:2] == ["s0", "s1"]


def test_a_sample_by_chance_is_the_same_for_a_seed_and_for_more_documents(address):
    def order(count, seed):
        review = review_at(address, [report(f"d{i}", ["All is well."], []) for i in range(count)])
        names = [one["document"] for one in review.queue_names("ann", "chance", seed)]
        review.database.close()
        return names

    few, again, more = order(8, 7), order(8, 7), order(12, 7)
    assert few == again
    assert sorted(few) == [f"d{i}" for i in range(8)]
    assert [name for name in more if name in few] == few
    assert order(12, 8) != more


def test_the_page_has_the_documents_in_order_and_as_much_text_as_it_may(tmp_path, monkeypatch):
    reports = [report(f"d{i}", ["All is well."], []) for i in range(5)]
    review = review_at(str(tmp_path / "review.sqlite"), [])
    review.load((one, json_block(document_values(one))) for one in reports)

    def shown(order):
        text = "".join(page(review, "ann", order, 7, {"editor": "ann"}).chunks)
        return json.loads(re.search('<script type="application/json" id="data">(.*?)</script>', text, re.DOTALL)[1])

    names = [one["document"] for one in review.queue_names("ann", "chance", 7)]
    assert [one["id"] for one in shown("chance")["documents"]] == names != sorted(names)
    assert [one["id"] for one in shown("run")["documents"]] == sorted(names)
    size = len(json_block(document_values(reports[0])))
    monkeypatch.setattr("mtqa.review.served.BYTES", 3 * size)
    made = shown("run")
    assert ["segments" in one for one in made["documents"]] == [True, True, True, False, False]
    assert made["run"]["notes"] == ["2 documents listed without text: the page holds 0 MB of texts."]


def test_verdicts_of_a_file_are_brought_in_once(address):
    review = review_at(address)
    head = "document,segment,start,end,rule,category,severity,text,verdict,by,at\n"
    rows = [
        "d1,0,7,14,repetition/doubled-word,fluency/grammar,major,the the,accept,zoe,2026-01-01T00:00:00Z\n",
        "d2,0,0,3,,accuracy/omission,minor,All,missed,,\n",
        "d9,0,0,3,,accuracy/omission,minor,All,missed,,\n",
        "d1,0,7,13,repetition/doubled-word,fluency/grammar,major,the th,accept,zoe,\n",
    ]
    verdicts = parse_verdicts((head + "".join(rows)).encode(), "v.csv")
    assert review.bring("ann", verdicts, "csv") == Brought(kept=2, known=0, strange=2)
    assert review.bring("ann", verdicts, "csv") == Brought(kept=0, known=2, strange=2)
    assert said(review) == [("zoe", "repetition/doubled-word", 7, "accept"), ("ann", "", 0, "missed")]
    assert review.undo("ann", "undo-0001") is None  # what came out of a file is not the last thing somebody did


def test_a_file_does_not_overtake_what_was_said_later(address):
    review = review_at(address)
    review.put("ann", "request-1", on(0, "accept"))
    old = review.all_verdicts()
    review.put("ann", "request-2", on(0, "dismiss"))
    assert review.bring("ann", old, "csv") == Brought(0, 1, 0)
    assert said(review) == [("ann", "repetition/doubled-word", 7, "dismiss")]


def test_two_databases_begun_at_once(address):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        reviews = list(pool.map(lambda _: review_at(address, []), range(4)))
    assert len({review.secret() for review in reviews}) == 1
    for review in reviews:
        review.database.close()


def test_the_schema_is_what_the_tables_say(address):
    from alembic.autogenerate import compare_metadata
    from alembic.migration import MigrationContext

    from mtqa.review.database import VERSION_TABLE
    from mtqa.review.tables import metadata

    database = Database(address)
    with database.reading() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE, "compare_type": True})
        assert compare_metadata(context, metadata) == []
    database.close()


def test_databases_of_others_are_left_alone(tmp_path):
    other = tmp_path / "other.sqlite"
    with sqlite3.connect(other) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    text = tmp_path / "story.txt"
    text.write_text("Once upon a time.")
    for place, message in [
        (other, "is a database of something else; name another file with --db"),
        (text, "is no database of SQLite; name another file with --db"),
        (tmp_path / "no" / "where.sqlite", "there is no such folder; make it first"),
    ]:
        with pytest.raises(DatabaseError, match=message):
            Database(str(place))
    assert text.read_text() == "Once upon a time."


def test_a_database_of_a_newer_version_is_refused(tmp_path):
    path = tmp_path / "review.sqlite"
    Database(str(path)).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE review_version SET version_num = '999'")
    connection.close()
    with pytest.raises(DatabaseError, match="was written by a newer mtqa"):
        Database(str(path))


@pytest.mark.parametrize(
    "address", ["mysql://x/y", "postgresql+nonsense://x", "://", "postgresql+asyncpg://u:secret@h/n"]
)
def test_other_databases_are_refused_without_telling_passwords(address):
    with pytest.raises(DatabaseError) as caught:
        Database(address)
    assert "postgresql+psycopg://" in str(caught.value)
    assert "secret" not in str(caught.value)
