"""What mtqa says of every file in samples/, as a user at the root of the project sees it.

The reports accepted so far are in samples/expected/. After a wanted change of a rule or a reporter:
`MTQA_WRITE_GOLDEN=1 pytest tests/test_samples.py`, and read the diff.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from contextlib import chdir
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.cli import app
from mtqa.registry import load_rules

from .conftest import complaints

ROOT = Path(__file__).parent.parent
EXPECTED = ROOT / "samples" / "expected"
SAMPLES = sorted(path.name for path in (ROOT / "samples").iterdir() if path.is_file() and path.suffix != ".md")
STORY = "japan-russia-talks.txt"
#: Samples whose source is a file of its own.
SOURCES = {"bridge.txt": "samples/sources/bridge.zh.txt"}

#: Rules on an optional engine are left out: the reports are to be the same whether it is installed or not.
_ON_ENGINES = [rule.id for rule in load_rules().rules if getattr(rule, "extra", None) is not None]
EVERYWHERE = ("--ignore", ",".join(_ON_ENGINES)) if _ON_ENGINES else ()

#: A line of a rule file must not change every report: what a signature counts is not what a report says.
_HASHES = (
    (re.compile(r"rules:[0-9a-f]{6,64}\(\d+\)"), "rules:HASH(COUNT)"),
    (re.compile(r"config:[0-9a-f]{6,64}"), "config:HASH"),
    (re.compile(r"engines:[\w.+-]+"), "engines:ENGINES"),
    (re.compile(r"version:[\w.+-]+"), "version:VERSION"),
)


@cache
def check(*args: str) -> tuple[int, str]:
    """Exit status and standard output of `mtqa check` at the root, which must have nothing to complain of."""
    with chdir(ROOT):
        done = CliRunner().invoke(app, ["check", *EVERYWHERE, *args])
    assert complaints(done.stderr) == ""
    return done.exit_code, done.stdout


def test_a_process_of_its_own_says_the_same() -> None:
    args = ["check", *EVERYWHERE, "--format", "jsonl", f"samples/{STORY}"]
    done = subprocess.run(
        [sys.executable, "-m", "mtqa", *args], cwd=ROOT, capture_output=True, stdin=subprocess.DEVNULL, timeout=300
    )
    assert (done.returncode, done.stdout.decode()) == check(*args[1 + len(EVERYWHERE) :])


def normal(report: str) -> str:
    for pattern, word in _HASHES:
        report = pattern.sub(word, report)
    return report


def test_excerpt_in_the_readme_is_from_the_report() -> None:
    excerpt = (ROOT / "README.md").read_text(encoding="utf-8").partition("```text\n")[2].partition("```")[0]
    report = check(f"samples/{STORY}")[1]
    assert len(excerpt.split("\n\n")) == 2
    assert all(finding.strip() in report for finding in excerpt.split("\n\n"))


def test_the_gate_in_the_readme_says_so(tmp_path: Path) -> None:
    shown = (ROOT / "README.md").read_text(encoding="utf-8").partition("```console\n")[2].partition("```")[0]
    command, said, status = shown.strip().splitlines()
    page = tmp_path / "page.html"
    _, *words = command.replace("page.html", str(page)).removesuffix("; echo $?").removeprefix("$ ").split()
    with chdir(ROOT):
        done = CliRunner().invoke(app, [*words, "--isolated", *EVERYWHERE])
    assert (done.stderr.partition("; gate,")[0].strip(), done.exit_code) == (said, int(status))
    assert page.exists()


def findings(name: str) -> list[dict[str, object]]:
    records = [json.loads(line) for line in check("--format", "jsonl", f"samples/{name}")[1].splitlines()]
    return [finding for record in records for finding in record["findings"]]


@pytest.mark.parametrize(("format", "suffix"), [("text", "txt"), ("jsonl", "jsonl")])
@pytest.mark.parametrize("name", SAMPLES)
def test_report_is_as_accepted(name: str, format: str, suffix: str) -> None:
    source = ("--source", SOURCES[name]) if name in SOURCES else ()
    report = normal(check("--format", format, *source, f"samples/{name}")[1])
    golden = EXPECTED / f"{name}.{suffix}"
    if os.environ.get("MTQA_WRITE_GOLDEN"):
        golden.parent.mkdir(exist_ok=True)
        golden.write_bytes(report.encode())
    assert report == golden.read_bytes().decode(), f"{golden.name} is not what it was"


def test_every_accepted_report_has_its_sample() -> None:
    wanted = {f"{name}.{suffix}" for name in SAMPLES for suffix in ("txt", "jsonl")}
    assert {path.name for path in EXPECTED.iterdir()} == wanted


@pytest.mark.parametrize("name", SAMPLES)
def test_no_report_holds_a_path_of_this_machine(name: str) -> None:
    assert str(ROOT) not in check("--format", "jsonl", f"samples/{name}")[1]


@pytest.mark.parametrize(
    ("name", "status"),
    [
        (STORY, 1),
        ("bad-feed.xml", 1),
        ("bad-feed.atom", 1),
        ("feed.json", 1),
        ("stories.jsonl", 1),
        ("memory.tmx", 0),
        ("messages.po", 0),
        ("town.xliff", 0),
        ("good-feed.xml", 0),
        ("good-feed.atom", 0),
    ],
)
def test_gate(name: str, status: int) -> None:
    assert check(f"samples/{name}")[0] == status


@pytest.mark.parametrize("name", ["good-feed.xml", "good-feed.atom"])
def test_good_feed_is_left_alone(name: str) -> None:
    assert findings(name) == []


@pytest.mark.parametrize("name", ["bad-feed.xml", "bad-feed.atom"])
def test_every_bad_story_has_findings(name: str) -> None:
    records = [json.loads(line) for line in check("--format", "jsonl", f"samples/{name}")[1].splitlines()]
    assert all(len(record["findings"]) >= 3 for record in records)


def test_gravest_errors_of_the_founding_story_are_critical() -> None:
    critical = {(f["line"], f["rule"], f["text"]) for f in findings(STORY) if f["severity"] == "critical"}
    assert (1, "roles/same-party", "Russia's arms sales to Russia") in critical
    assert (29, "names/chimera", "Condoleezza Tillerson") in critical


def test_page_furniture_is_not_checked() -> None:
    # the menu, the script, the style sheet, the "read also" box and the footer are all as broken as the story
    assert "footer" not in check("samples/story.html")[1]
    texts = [str(finding["text"]) for finding in findings("story.html")]
    assert "contract" in " ".join(texts)
    assert not [text for text in texts if text in ("sport", "the", "all")]


@pytest.mark.parametrize(
    ("name", "rules"),
    [
        ("town.xliff", {"adequacy/placeholder-lost", "structure/tag-pairing"}),
        ("messages.po", {"adequacy/placeholder-lost", "adequacy/placeholder-changed", "structure/tag-pairing"}),
        ("memory.tmx", {"structure/tag-lost", "repetition/doubled-word"}),
    ],
)
def test_placeholders_and_tags_are_held_against_the_source(name: str, rules: set[str]) -> None:
    assert {str(finding["rule"]) for finding in findings(name)} >= rules


def test_units_carry_what_the_file_says_of_them() -> None:
    records = [json.loads(line) for line in check("--format", "jsonl", "samples/town.xliff")[1].splitlines()]
    first = records[0]["segments"][0]["unit"]
    assert first == {
        "id": "bridge.title", "state": "final", "locked": False, "note": "A headline: 50 characters at most.",
    }  # fmt: skip


def test_a_source_in_a_file_of_its_own() -> None:
    said = check("--source", SOURCES["bridge.txt"], "samples/bridge.txt")[1]
    assert "samples/bridge.txt:2:63 major adequacy/number-changed" in said


def test_reference_metrics_stand_beside_the_findings() -> None:
    record = json.loads(check("--format", "jsonl", "samples/stories.csv")[1].splitlines()[0])
    assert set(record["metrics"]) >= {"bleu", "chrf", "ter"}


def test_several_processes_give_the_same_bytes() -> None:
    paths = [f"samples/{name}" for name in SAMPLES]
    assert check("--format", "jsonl", "--jobs", "2", *paths) == check("--format", "jsonl", *paths)


def test_order_of_paths_does_not_matter() -> None:
    paths = [f"samples/{name}" for name in SAMPLES]
    assert check("--format", "jsonl", *paths) == check("--format", "jsonl", *reversed(paths))
