"""`report`, `rules`, `explain`, `baseline`, and the help."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Callable

import pytest

from mtqa.cli import COMMANDS, app
from mtqa.tables.columns import DOCUMENT_COLUMNS, FINDING_COLUMNS, RULE_COLUMNS

from .conftest import Done, Project

TEXTS = ("He saw the the dog.", "All is well.", "This is a garble, a a garble.")


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_help_is_quick_because_it_imports_nothing_heavy() -> None:
    heavy = ["pandas", "lxml", "sacrebleu", "langdetect", "mtqa_rules", "mtqa.engine", "mtqa.knowledge.lexicon"]
    code = (
        "import sys\nfrom mtqa.cli import app\n"
        "try:\n    app.main(['--help'])\nexcept SystemExit as end:\n    assert end.code == 0\n"
        f"print([name for name in {heavy} if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60)
    assert done.stdout.splitlines()[-1] == "[]", done.stderr


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_its_help_and_the_same_line_in_the_list(mtqa: Callable[..., Done], name: str) -> None:
    command = app.get_command(app.make_context("mtqa", [name]), name)
    assert command is not None
    assert command.get_short_help_str(200) == COMMANDS[name]
    assert mtqa(name, "--help").status == 0


def test_report_writes_the_documented_columns(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", *TEXTS)
    done = mtqa("report", "in.jsonl", "--documents", "d.csv", "--findings", "f.csv")
    assert done == Done(1, "", "")
    documents, findings = rows(project.read("d.csv")), rows(project.read("f.csv"))
    assert list(documents[0])[: len(DOCUMENT_COLUMNS)] == list(DOCUMENT_COLUMNS)
    assert list(findings[0]) == list(FINDING_COLUMNS)
    assert [row["id"] for row in documents] == ["d1", "d2", "d3"]
    assert [row["verdict"] for row in documents] == ["pass", "pass", "fail"]
    columns = list(DOCUMENT_COLUMNS)
    first = {name: documents[2][name] for name in columns[: columns.index("signature")]}
    assert first == {
        "id": "d3", "path": "in.jsonl", "entry": "", "title": "", "language": "en", "source_language": "", "date": "",
        "words": "7", "segments": "1", "findings": "3", "neutral": "0", "minor": "0", "major": "1", "critical": "2",
        "penalty": "55", "score": "45.00", "verdict": "fail", "readability": "not assessed", "readability_value": "",
            "readability_low": "", "readability_high": "", "estimate": "", "estimate_low": "", "estimate_high": "",
            "bleu": "", "chrf": "", "ter": "",
    }  # fmt: skip
    assert findings[0] == {
        "document": "d1", "path": "in.jsonl", "rule": "house/double", "category": "fluency/repetition",
        "severity": "major", "segment": "0", "start": "7", "end": "14", "line": "1", "column": "", "text": "the the",
        "message": "The word is doubled.", "suggestions": "the", "evidence": "{}",
        "unit": "", "state": "", "locked": "", "note": "", "document_key": documents[0]["document_key"],
        "sentence": "He saw the the dog.",
    }  # fmt: skip


def test_report_columns_stand_in_the_documentation(request: pytest.FixtureRequest) -> None:
    page = (request.config.rootpath / "docs" / "csv.md").read_text(encoding="utf-8")
    for column in (*DOCUMENT_COLUMNS, *FINDING_COLUMNS, *RULE_COLUMNS):
        assert f"`{column}`" in page


def test_report_is_the_same_bytes_again_and_with_jobs(project: Project) -> None:
    project.jsonl("in.jsonl", *TEXTS * 4)
    made = []
    for args in ([], [], ["--jobs", "2"]):
        assert project.process("report", "in.jsonl", "--documents", "d.csv", "--findings", "f.csv", *args).status == 1
        made.append((project.read("d.csv"), project.read("f.csv")))
    assert made[0] == made[1] == made[2]
    assert "\r" not in made[0][0]


def test_report_without_findings_still_has_its_header(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "All is well.")
    assert mtqa("report", "in.jsonl", "--findings", "-") == Done(0, ",".join(FINDING_COLUMNS) + "\n", "")


def test_report_defuses_formulas(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("in.jsonl", json.dumps({"id": "=1+1", "title": "@cmd\n|x", "text": "+garble"}) + "\n")
    mtqa("report", "in.jsonl", "--documents", "d.csv", "--findings", "f.csv")
    document, finding = rows(project.read("d.csv"))[0], rows(project.read("f.csv"))[0]
    assert (document["id"], document["title"]) == ("'=1+1", "'@cmd |x")
    assert finding["document"] == document["id"], "both tables can still be joined"


def test_report_has_reference_metrics(mtqa: Callable[..., Done], project: Project) -> None:
    segment = {"target": "All is well in the city.", "reference": "All is well in the city."}
    project.write("in.jsonl", json.dumps({"id": "a", "date": "2020-02-29", "segments": [segment]}) + "\n")
    row = rows(mtqa("report", "in.jsonl", "--documents", "-").out)[0]
    assert (row["bleu"], row["chrf"], row["ter"], row["date"]) == ("100.00", "100.00", "0.00", "2020-02-29")


def test_report_goes_on_without_what_cannot_be_read(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", *TEXTS)
    done = mtqa("report", "in.jsonl", "none.txt", "--documents", "d.csv")
    assert done.status == 2
    assert len(rows(project.read("d.csv"))) == 3


def test_rules_lists_rules_with_those_of_the_user(mtqa: Callable[..., Done]) -> None:
    lines = mtqa("rules").out.splitlines()
    assert lines[0].split() == ["ID", "SEVERITY", "CATEGORY", "STATUS", "TITLE"]
    found = next(line for line in lines if line.startswith("house/double"))
    assert found.split(maxsplit=4) == ["house/double", "major", "fluency/repetition", "stable", "A word stands twice."]
    listed = {record["id"]: record for record in json.loads(mtqa("rules", "--format", "json").out)}
    assert set(listed) == {line.split()[0] for line in lines[1:]}
    assert listed["house/garble"]["severity"] == "critical"


def test_selftest_names_the_rule_that_fails(mtqa: Callable[..., Done], project: Project) -> None:
    project.write("house/double.py", project.read("house/double.py").replace("[[the the]] dog", "the [[the dog]]"))
    project.write("house/crash.py", project.read("house/garble.py").replace("Nothing here.", "CRASH"))
    done = mtqa("rules", "--selftest")
    assert done.status == 1
    assert "house/double: BAD" in done.out
    assert "house/crash: crashed: RuntimeError: as the test wants" in done.out
    assert "house/garble" not in done.out


def test_explain_prints_the_page(mtqa: Callable[..., Done]) -> None:
    done = mtqa("explain", "house/double")
    assert done.status == 0
    for part in ("A word stands twice.", "How it is found:", "major", "fluency/repetition", "stable",
                 "Not measured.", "He saw [[the the]] dog.", "He saw the dog."):  # fmt: skip
        assert part in done.out


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("house/duoble", "no rule or family 'house/duoble'; did you mean 'house/double'?"),
        ("xyzzy", "no rule or family 'xyzzy'; see `mtqa rules`"),
    ],
)
def test_explain_names_the_nearest(mtqa: Callable[..., Done], name: str, said: str) -> None:
    assert mtqa("explain", name) == Done(2, "", f"mtqa: error: {said}\n")


def test_explain_lists_a_family(mtqa: Callable[..., Done]) -> None:
    done = mtqa("explain", "house")
    assert done.status == 0
    assert done.out.splitlines()[:5] == [
        *("house", "=====", "2 rules; `mtqa explain ID` prints the page of one.", ""),
        "house/double (major)",
    ]


def test_rules_are_listed_by_what_all_filters_fit(mtqa: Callable[..., Done]) -> None:
    ids = [line.split()[0] for line in mtqa("rules", "house").out.splitlines()[1:]]
    assert ids == ["house/double", "house/garble"]
    assert [line.split()[0] for line in mtqa("rules", "house", "critical").out.splitlines()[1:]] == ["house/garble"]
    assert mtqa("rules", "xyzzy") == Done(2, "", "mtqa: error: no rule fits 'xyzzy'; see `mtqa rules` for all\n")


def test_mtqa_alone_shows_the_help(project: Project) -> None:
    done = project.process()
    assert (done.status, done.err) == (2, "")
    assert done.out.splitlines() == project.process("--help").out.splitlines()


def test_baseline_hides_old_findings_and_shows_new_ones(project: Project) -> None:
    project.jsonl("in.jsonl", "This is a garble.", "He saw the the dog and the the cat.")
    assert project.process("baseline", "in.jsonl", "--output", "b.json") == Done(0, "", "")
    again = project.process("check", "in.jsonl", "--baseline", "b.json")
    assert again.status == 0
    assert "suppressed, and not counted: 3 findings" in again.out
    # an edit elsewhere moves the old findings, and a third one joins them
    project.jsonl("in.jsonl", "At first: this is a garble.", "Then he saw the the dog and the the cat and the the cow.")
    for jobs in ("1", "2"):
        done = project.process("check", "in.jsonl", "--baseline", "b.json", "--format", "jsonl", "--jobs", jobs)
        assert done.status == 0
        findings = [json.loads(line)["findings"] for line in done.out.splitlines()]
        assert findings[0] == []
        assert [finding["start"] for finding in findings[1]] == [44]


def test_baseline_is_not_written_from_half_the_input(mtqa: Callable[..., Done], project: Project) -> None:
    project.jsonl("in.jsonl", "This is a garble.")
    project.write("b.json", "old")
    done = mtqa("baseline", "in.jsonl", "none.txt", "--output", "b.json")
    assert done.status == 2
    assert "b.json: not written" in done.err
    assert project.read("b.json") == "old"


@pytest.mark.parametrize("content", ["", "[]", "{", '{"version": 1}', '{"version": 9, "findings": []}',
                                     '{"version": 1, "findings": [{"rule": 1}]}', "[" * 100_000, "\x00"])  # fmt: skip
def test_broken_baseline_is_one_line_and_2(mtqa: Callable[..., Done], project: Project, content: str) -> None:
    project.jsonl("in.jsonl", "All is well.")
    project.write("b.json", content)
    done = mtqa("check", "in.jsonl", "--baseline", "b.json")
    assert (done.status, done.out) == (2, "")
    assert done.err.startswith("mtqa: error: b.json: ")
    assert "mtqa baseline" in done.err
    assert done.err.count("\n") == 1


def test_selftest_of_an_id_runs_that_rule_only(mtqa: Callable[..., Done], project: Project) -> None:
    project.write(
        "house/garble.py", project.read("house/garble.py").replace("A [[garble]] here.", "No such word [[here]].")
    )
    assert mtqa("rules", "--selftest", "house/garble").status == 1
    done = mtqa("rules", "--selftest", "house/double", "names/chimera")
    assert (done.status, done.out.split(",")[0]) == (0, "2 rules")
    assert mtqa("rules", "--selftest", "house").out.splitlines()[-1].startswith("2 rules")
    done = mtqa("rules", "--selftest", "house/duble")
    assert done == Done(2, "", "mtqa: error: no rule or family 'house/duble'; did you mean 'house/double'?\n")


def test_a_new_rule_is_refused_until_it_is_filled_in(mtqa: Callable[..., Done], project: Project) -> None:
    done = mtqa("rules", "new", "house/old-agency")
    assert (done.status, done.out.splitlines()[0]) == (0, "wrote house/old_agency.py")
    failed = mtqa("rules", "--selftest", "house/old-agency")
    assert failed.status == 1
    for fault in ("still says FILL IN", "no BAD example", "no GOOD example"):
        assert fault in failed.out
    text = project.read("house/old_agency.py").replace("FILL IN", "As it is").replace("a lower-cased word", "hsinhua")
    text = text.replace("BAD: list[str] = []", 'BAD = ["[[Hsinhua]] said so."]')
    project.write("house/old_agency.py", text.replace("GOOD: list[str] = []", 'GOOD = ["Xinhua said so."]'))
    assert mtqa("rules", "--selftest", "house/old-agency").status == 0
    assert "there is a rule 'house/old-agency'" in mtqa("rules", "new", "house/old-agency").err


def test_a_new_family_is_to_be_named_in_the_configuration(mtqa: Callable[..., Done], project: Project) -> None:
    assert 'rules = ["fresh"]' in mtqa("rules", "new", "fresh/thing").out
    assert "@rule.check" in project.read("fresh/thing.py")
    assert "there is such a file" in mtqa("rules", "new", "fresh/thing").err
    for words in (("new",), ("new", "Fresh"), ("new", "../fresh/thing"), ("new", "a/b", "c/d")):
        done = mtqa("rules", *words)
        assert (done.status, done.out) == (2, "")
        assert "FAMILY/NAME" in done.err


@pytest.mark.parametrize(
    ("wrong", "allowed"),
    [
        ('severity="grave"', "unknown severity 'grave'; one of neutral, minor, major, critical"),
        ('severity="minor", status="new"', "unknown status 'new'; one of stable, preview"),
        ('severity="minor", needs=("sauce",)', "unknown need 'sauce'; one of source, reference, date"),
        ('severity="minor", registers=("chat",)', "unknown register 'chat'; one of news, informal"),
    ],
)
def test_a_wrong_value_is_told_those_allowed(
    mtqa: Callable[..., Done], project: Project, wrong: str, allowed: str
) -> None:
    project.write("house/garble.py", project.read("house/garble.py").replace('severity="critical"', wrong))
    done = mtqa("rules")
    assert (done.status, done.out) == (2, "")
    assert allowed in done.err


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("names/title-order", "it is gone since 0.3: take it out"),
        ("grammar/verb-number", "since 0.3 'grammar/agreement' finds that: name it instead"),
    ],
)
def test_a_rule_that_is_gone_says_what_became_of_it(mtqa: Callable[..., Done], rule: str, said: str) -> None:
    assert mtqa("explain", rule) == Done(2, "", f"mtqa: error: no rule or family {rule!r}; {said}\n")
