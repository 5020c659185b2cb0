"""`mtqa verdicts`: what people said of findings, and what follows from it."""

from __future__ import annotations

import io
import json
import tomllib

import pytest

from mtqa.precision import wilson
from mtqa.verdicts import Verdict, moment, write_verdicts


def said(rule, number, verdict, by="ann", **more):
    """A verdict on a finding; `number` tells places apart."""
    facts = {"category": "fluency/grammar", "severity": "major", "text": f"words {number}", **more}
    return Verdict("d1", "in.txt", number, 0, 5, rule, verdict=verdict, by=by, **facts)


@pytest.fixture
def file(project):
    """Writes a verdict file: `file(verdict, …)`."""

    def make(*verdicts, name="v.csv"):
        stream = io.StringIO()
        write_verdicts(stream, verdicts)
        project.write(name, stream.getvalue())
        return name

    return make


def test_precision_with_intervals_and_what_was_missed(mtqa, file):
    name = file(
        *(said("house/double", number, "accept") for number in range(9)),
        said("house/double", 9, "dismiss"),
        said("house/garble", 20, "dismiss"),
        said("", 30, "missed", category="accuracy/omission"),
        said("", 31, "missed", category="accuracy/omission", severity="minor"),
        said("", 31, "missed", "ben", category="accuracy/omission", severity="minor"),
    )
    done = mtqa("verdicts", name)
    assert (done.status, done.err) == (0, "")
    assert done.out == (
        "14 verdicts by ann, ben: 11 findings judged, 3 own marks\n"
        "\n"
        "rule          right  wrong  precision  95 %\n"
        "house/double      9      1       90 %  60–98 %\n"
        "house/garble      0      1        0 %  0–79 %\n"
        "\n"
        "Missed, by category:\n"
        "  Omission (accuracy/omission): 2 (1 major, 1 minor), beside 0 findings that are right\n"
    )


@pytest.mark.parametrize(
    ("hits", "number", "low", "high"),
    [(0, 1, 0.0, 0.7935), (1, 1, 0.2065, 1.0), (9, 10, 0.5958, 0.9821), (50, 100, 0.4038, 0.5962)],
)
def test_the_interval_is_wilsons(hits, number, low, high):
    assert wilson(hits, number) == pytest.approx((low, high), abs=5e-5)


def test_a_finding_counts_once_as_most_say(mtqa, file):
    first = file(said("a/b", 1, "accept"), said("a/b", 2, "accept"), said("a/b", 3, "dismiss"))
    other = file(
        said("a/b", 1, "dismiss", "ben"),
        said("a/b", 2, "dismiss", "ben"),
        said("a/b", 2, "dismiss", "eve"),
        said("a/b", 3, "dismiss", "ben"),
        name="w.csv",
    )
    out = mtqa("verdicts", first, other).out
    assert "7 verdicts by ann, ben, eve: 3 findings judged, 1 of them disputed, 0 own marks\n" in out
    assert "a/b       0      2        0 %  0–66 %\n" in out
    assert "  ann and ben: 1 of 3 the same (33 %), kappa 0.00\n" in out


def test_the_last_word_of_an_editor_counts(mtqa, file):
    late, early = moment("2026-02-01T00:00:00Z"), moment("2026-01-01T00:00:00Z")
    name = file(said("a/b", 1, "accept", at=late), said("a/b", 1, "dismiss", at=early))
    assert "a/b       1      0      100 %  21–100 %\n" in mtqa("verdicts", name).out


def test_as_json(mtqa, file):
    name = file(said("a/b", 1, "accept"), said("a/b", 1, "dismiss", "ben"), said("a/c", 1, "accept"))
    made = json.loads(mtqa("verdicts", name, "--format", "json").out)
    assert made["editors"] == ["ann", "ben"]
    assert made["rules"][0] == {
        "rule": "a/b",
        "accepted": 0,
        "dismissed": 0,
        "disputed": 1,
        "precision": None,
        "low": None,
        "high": None,
    }
    assert made["agreement"][0]["editors"] == ["ann", "ben"]
    assert made["agreement"][0]["all"] == {"both": 1, "same": 0, "share": 0.0, "kappa": 0.0}
    assert made["agreement"][0]["minor"]["both"] == 0


def test_a_rule_dismissed_nine_times_of_ten_proposes_itself(mtqa, file, project):
    nine = [said("house/double", number, "dismiss") for number in range(9)]
    name = file(*nine, said("house/double", 9, "accept"), *(said("house/garble", i, "dismiss") for i in range(9)))
    out = mtqa("verdicts", name).out
    assert out.endswith('\nProposed for the configuration:\n[severity]\n"house/double" = "neutral"\n')
    assert '"house/garble" = "neutral"' in mtqa("verdicts", name, "--least", "9").out
    assert "Proposed" not in mtqa("verdicts", name, "--least", "11").out
    project.write("mtqa.toml", 'select = ["house"]\nrules = ["house"]\n\n[severity]\n"house/garble" = "minor" # why\n')
    done = mtqa("verdicts", name, "--severity", "mtqa.toml", "--set", "house/garble=major")
    assert done.err == "mtqa: note: mtqa.toml: 2 severities written\n"
    assert project.read("mtqa.toml") == (
        'select = ["house"]\nrules = ["house"]\n\n[severity]\n"house/garble" = "major"\n"house/double" = "neutral"\n'
    )
    project.write("in.txt", "He saw the the dog.\n")
    assert "1 neutral" in mtqa("check", "in.txt").out


def test_suppressions_with_reason_and_expiry(mtqa, file, project):
    project.jsonl("in.jsonl", "He saw the the dog.\nThe\nthe end.", "It is is so.")
    assert mtqa("check", "in.jsonl", "--fail-on", "major").status == 1
    at = moment("2026-11-30T02:30:00Z")
    rule = "house/double"
    facts = {"severity": "major", "category": "fluency/repetition", "at": at}
    name = file(
        Verdict(
            "d1", "in.jsonl", 0, 7, 14, rule, text="the the", verdict="dismiss", by="ann", comment="a quote", **facts
        ),
        Verdict("d2", "in.jsonl", 0, 3, 8, rule, text="is is", verdict="dismiss", by="ann", **facts),
        Verdict("d2", "in.jsonl", 0, 3, 8, rule, text="is is", verdict="accept", by="ben", **facts),
    )
    done = mtqa("verdicts", name, "--suppress", "mtqa.toml", "--expires", "2099-01-31")
    assert done.err == "mtqa: note: mtqa.toml: 1 suppression written\n"
    (made,) = tomllib.loads(project.read("mtqa.toml"))["suppress"]
    assert {key: str(value) for key, value in made.items()} == {
        "rule": rule,
        "text": "the the",
        "document": "d1",
        "reason": "a quote (dismissed by ann, 2026-11-30)",
        "expires": "2099-01-31",
    }
    out = mtqa("check", "in.jsonl").out
    assert "“the the”" not in out
    assert "is is" in out
    before = project.read("mtqa.toml")
    assert mtqa("verdicts", name, "--suppress", "mtqa.toml").err == "mtqa: note: mtqa.toml: 0 suppressions written\n"
    assert project.read("mtqa.toml") == before


def test_a_suppression_is_known_again_where_the_line_breaks(mtqa, file, project):
    project.write("in.txt", "A headline\n\nThis is a long line that ends with garble\ngarble of words, he said.\n")
    project.write("house/pair.py", PAIR)
    name = file(
        Verdict("in.txt", "in.txt", 1, 0, 1, "house/pair", "fluency/grammar", "major", "garble garble", "dismiss")
    )
    assert "house/pair" in mtqa("check", "in.txt", "--select", "house/pair").out
    mtqa("verdicts", name, "--suppress", "mtqa.toml")
    assert mtqa("check", "in.txt", "--select", "house/pair").out.startswith("PASS: 0 findings")


PAIR = '''"""Two lines.

How it is found: across the break.
"""

import re

from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="fluency/repetition", severity="major")
BAD = ["A [[garble\\\\ngarble]] dog."]
GOOD = ["He saw the dog."]


@rule.check
def check(document):
    for index, segment in enumerate(document.segments):
        for found in re.finditer(r"garble\\\\s+garble", segment.target):
            yield Match(index, found.start(), found.end(), "Broken.")
'''


def test_what_would_silence_findings_that_are_right_is_left_out(mtqa, file, project):
    name = file(
        said("a/comma", 1, "dismiss", text=","),
        said("a/comma", 2, "accept", text=","),  # the same words in the same document
        said("a/gap", 3, "dismiss", text=" "),
        said("names/chimera", 4, "dismiss", text="Kan Naoto"),
        Verdict("d2", None, 4, 0, 5, "names/chimera", "fluency/grammar", "major", "Kan  Naoto", "accept"),
        said("a/comma", 5, "dismiss", text=", and"),
    )
    done = mtqa("verdicts", name, "--suppress", "s.toml", "--names", "n.csv")
    left = "3 dismissed left out: their words, if any, are in findings that are not dismissed, too"
    assert done.err.splitlines()[0] == f"mtqa: note: {left}"
    assert [one["text"] for one in tomllib.loads(project.read("s.toml"))["suppress"]] == [", and"]
    assert project.read("n.csv") == "target,status,note\n"


def test_what_is_right_of_a_name_is_right_everywhere_and_goes_to_a_list(mtqa, file, project):
    name = file(
        said("names/chimera", 1, "dismiss", text="Kan Naoto", comment="=his name", expires=None),
        said("terms/general/hour-oclock", 2, "dismiss", text="*GPT"),
        said("house/double", 3, "dismiss"),
        said("names/chimera", 4, "accept", text="Condoleezza Tillerson"),
    )
    done = mtqa("verdicts", name, "--names", "names.csv", "--suppress", "house.toml")
    assert done.status == 0
    assert project.read("names.csv") == (
        "target,status,note\nKan Naoto,name,'=his name (dismissed by ann)\n*GPT,name,dismissed by ann\n"
    )
    tables = tomllib.loads(project.read("house.toml"))["suppress"]
    assert [one.get("document") for one in tables] == [None, None, "d1"]
    project.write("names.csv", "source;target;status\n;Kan Naoto|Naoto Kan;name\n")
    mtqa("verdicts", name, "--names", "names.csv")
    assert project.read("names.csv") == "source;target;status\n;Kan Naoto|Naoto Kan;name\n;*GPT;name\n"
    from mtqa.knowledge.glossary import load

    assert [term.targets for term in load(str(project.path / "names.csv"))] == [("Kan Naoto", "Naoto Kan"), ("*GPT",)]


def test_hostile_texts_stay_strings(mtqa, file, project):
    nasty = "a\"'\\ ]] [x] = 1 \t # \x7f é"
    name = file(said("a/b", 1, "dismiss", text=nasty, comment='"""\\', by="x\u202ey"))
    done = mtqa("verdicts", name, "--suppress", "s.toml")
    assert "\u202e" not in done.out
    (made,) = tomllib.loads(project.read("s.toml"))["suppress"]
    assert made["text"] == nasty.replace("\x7f", "\ufffd")
    assert made["reason"] == '"""\\ (dismissed by x\u202ey)'


def test_wild_cards_in_ids_are_taken_as_they_are(mtqa, file, project):
    project.jsonl("in.jsonl", "He saw the the dog.")
    project.write("in.jsonl", project.read("in.jsonl").replace('"d1"', '"d[1]*"'))
    one = Verdict("d[1]*", None, 0, 7, 14, "house/double", "fluency/repetition", "major", "the the", "dismiss")
    mtqa("verdicts", file(one), "--suppress", "mtqa.toml")
    assert "“the the”" not in mtqa("check", "in.jsonl").out


def test_pyproject_and_tables_that_stand_behind(mtqa, file, project):
    head = '[project]\nname = "x"\n\n[tool.mtqa.severity]\n"a/c" = "minor"\n\n[tool.other]\ny = 1\n'
    project.write("pyproject.toml", head)
    name = file(said("a/b", 1, "dismiss"))
    mtqa("verdicts", name, "--suppress", "pyproject.toml", "--severity", "pyproject.toml", "--least", "1")
    made = tomllib.loads(project.read("pyproject.toml"))
    assert made["tool"]["mtqa"]["severity"] == {"a/c": "minor", "a/b": "neutral"}
    assert made["tool"]["mtqa"]["suppress"][0]["rule"] == "a/b"
    assert made["tool"]["other"] == {"y": 1}


@pytest.mark.parametrize(
    ("content", "option", "message"),
    [
        ("x = ", "--suppress", "house.toml: is not valid TOML: "),
        ("suppress = [{rule = 'a'}]\n", "--suppress", "house.toml: cannot be added to ("),
        ("suppress = 1\n", "--suppress", "house.toml: suppress must be tables, each headed [[suppress]]"),
        ("severity = {x = 'minor'}\n", "--severity", "house.toml: sets severities, but not in a table of its own"),
        ("name,note\n", "--names", "house.toml:1: has no column 'target'"),
    ],
)
def test_files_that_cannot_be_added_to_are_left_as_they_are(mtqa, file, project, content, option, message):
    project.write("house.toml", content)
    done = mtqa("verdicts", file(said("a/b", 1, "dismiss")), option, "house.toml", "--least", "1")
    assert done.status == 2
    assert done.err.startswith(f"mtqa: error: {message}")
    assert project.read("house.toml") == content


def test_what_cannot_be_read(mtqa, file, project):
    name = file(said("a/b", 1, "dismiss"))
    assert "v.csv: is also an input" in mtqa("verdicts", name, "--suppress", name).err
    assert mtqa("verdicts", "none.csv").err == (
        "mtqa: error: none.csv: cannot read the verdicts: No such file or directory\n"
    )
    project.write("empty.csv", project.read(name).splitlines()[0] + "\n")
    assert mtqa("verdicts", "empty.csv").err.startswith("mtqa: error: there are no verdicts")
    for option in ("--set=a/b=off", "--set=minor", "--expires=soon"):
        assert mtqa("verdicts", name, option).status == 2


def test_out_of_the_database_of_a_review(mtqa, project):
    pytest.importorskip("sqlalchemy", reason="needs the extra mtqa[review]")
    from mtqa.review.database import Database
    from mtqa.review.said import Said
    from mtqa.review.store import Review

    project.jsonl("in.jsonl", "He saw the the dog.")
    assert mtqa("review", "in.jsonl", "--no-serve", "--db", "r.sqlite").status == 0
    database = Database(str(project.path / "r.sqlite"))
    Review(database).put("ann", "request-1", Said("d1", "in.jsonl", 0, 7, 14, "house/double", "accept"))
    database.close()
    assert "house/double      1      0      100 %  21–100 %\n" in mtqa("verdicts", "r.sqlite").out
