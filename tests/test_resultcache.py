"""What earlier runs found is found again, and never what is not so."""

from __future__ import annotations

import dataclasses
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mtqa import kept, resultcache, shelf
from mtqa.cli import app
from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine
from mtqa.metrics import Metrics, SegmentLikeness
from mtqa.plaindata import plainer, unpacker
from mtqa.report import DocumentReport

PLACE = resultcache.place
WRONG = "The Russia's arms sales to Russia grew, said said the minister of of the defence."


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache; the files of mtqa count as old."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv(shelf.SWITCH, raising=False)
    monkeypatch.setattr(resultcache, "place", PLACE)
    monkeypatch.setattr(kept, "_BEGAN", time.time_ns() + 3_600_000_000_000)
    return tmp_path / "cache" / "mtqa" / "results-2.sqlite"


def _write(path: Path, *texts: str) -> str:
    path.write_text(
        "".join(json.dumps({"id": str(i), "text": text}) + "\n" for i, text in enumerate(texts)), encoding="utf-8"
    )
    return str(path)


def _check(*arguments: str) -> tuple[str, str, int]:
    done = CliRunner().invoke(app, ["check", "--format", "jsonl", *arguments])
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.stdout, done.stderr, done.exit_code


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    seen: list[str] = []
    examine = Engine.examine

    def watched(self: Engine, document: Document) -> DocumentReport:
        seen.append(document.id)
        return examine(self, document)

    monkeypatch.setattr(Engine, "examine", watched)
    return seen


def test_a_second_run_finds_the_same_without_looking(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stories = _write(tmp_path / "stories.jsonl", WRONG, "All is well in the town.")
    seen = _counted(monkeypatch)
    first = _check(stories)
    assert seen == ["0", "1"]
    assert _check(stories) == first
    assert seen == ["0", "1"]
    assert json.loads(first[0].splitlines()[0])["findings"]


def test_only_what_changed_is_looked_at(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _check(_write(tmp_path / "stories.jsonl", WRONG, "All is well in the town."))
    seen = _counted(monkeypatch)
    _check(_write(tmp_path / "stories.jsonl", WRONG, "All is well in in the town."))
    assert seen == ["1"]


@pytest.mark.parametrize("options", [["--select", "roles"], ["--min-severity", "major"], ["--no-cache"]])
def test_another_run_looks_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: list[str]) -> None:
    stories = _write(tmp_path / "stories.jsonl", WRONG)
    _check(stories)
    seen = _counted(monkeypatch)
    there = _check(stories, *options)[0]
    assert seen == ["0"]
    assert _check(stories, *options, "--no-cache")[0] == there


def test_a_baseline_is_held_against_what_was_found_before(tmp_path: Path) -> None:
    stories = _write(tmp_path / "stories.jsonl", WRONG)
    accepted = str(tmp_path / "baseline.json")
    assert _check(stories)[2] == 1
    assert CliRunner().invoke(app, ["baseline", stories, "--output", accepted]).exit_code == 0
    assert _check(stories, "--baseline", accepted)[2] == 0


def test_processes_keep_and_find_it(tmp_path: Path) -> None:
    stories = _write(tmp_path / "stories.jsonl", *(f"{WRONG} {i}" for i in range(70)))
    # files that are new count as old there, too
    begun = "from mtqa import kept; kept._BEGAN += 10**13\nfrom mtqa.cli import main\nmain()"
    outputs = []
    for _ in range(2):
        arguments = ["check", "--format", "jsonl", "--jobs", "2", stories]
        done = subprocess.run([sys.executable, "-c", begun, *arguments], capture_output=True)
        outputs.append(done.stdout)
    assert outputs[0] == outputs[1] == _check(stories, "--no-cache")[0].encode()


def test_a_report_with_failures_is_not_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rules = tmp_path / "house"
    rules.mkdir()
    (rules / "crash.py").write_text(
        '"""Crashes.\n\nWhy it happens: it does.\n\nHow it is found: it is not.\n\nWhat it leaves alone: all.\n"""\n'
        "from mtqa import Rule\n"
        "rule = Rule(category='fluency/grammar', severity='minor', since='0.3')\n"
        "BAD = []\nGOOD = []\n"
        "@rule.check\ndef check(document):\n    raise ValueError('no')\n",
        encoding="utf-8",
    )
    (tmp_path / "mtqa.toml").write_text('rules = ["house"]\n', encoding="utf-8")
    stories = _write(tmp_path / "stories.jsonl", WRONG)
    seen = _counted(monkeypatch)
    for _ in range(2):
        assert _check(stories, "--config", str(tmp_path / "mtqa.toml"))[2] == 2
    assert seen == ["0", "0"]


@pytest.mark.parametrize("garbage", [b"", b"no database at all" * 500, b"SQLite format 3\0" + bytes(5000)])
def test_a_broken_cache_is_begun_anew(tmp_path: Path, place: Path, garbage: bytes) -> None:
    stories = _write(tmp_path / "stories.jsonl", WRONG)
    right = _check(stories)
    place.write_bytes(garbage)
    for end in ("-wal", "-shm"):
        Path(f"{place}{end}").unlink(missing_ok=True)
    out, err, status = _check(stories)
    assert (out, status) == (right[0], right[2])
    assert ("the cache was broken" in err) == bool(garbage)
    assert _check(stories) == right


def test_any_byte_of_it_may_be_wrong(tmp_path: Path, place: Path) -> None:
    stories = _write(tmp_path / "stories.jsonl", WRONG, "All is well in the town.")
    right = _check(stories)
    whole = place.read_bytes()
    for at in range(0, len(whole), 97):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 0x5A]) + whole[at + 1 :])
        out, _, status = _check(stories)
        assert (out, status) == (right[0], right[2])


@pytest.mark.parametrize("change", ["DELETE FROM skipped", "UPDATE skipped SET rules = rules || x'20'"])
def test_what_many_reports_have_alike_is_written_anew_where_it_is_gone(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    stories = _write(tmp_path / "stories.jsonl", WRONG, "All is well in the town.")
    right = _check(stories)
    with closing(sqlite3.connect(place, isolation_level=None)) as base:
        base.execute(change)
    seen = _counted(monkeypatch)
    assert _check(stories) == right
    assert seen == ["0"]  # known by its hash from then on
    assert _check(stories) == right
    assert seen == ["0"]


def test_what_no_report_needs_goes_with_the_reports(
    tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stories = _write(tmp_path / "stories.jsonl", WRONG)
    _check(stories)
    with closing(sqlite3.connect(place, isolation_level=None)) as base:
        base.execute("UPDATE reports SET day = day - 9")
        base.execute("INSERT INTO skipped VALUES (x'00', zeroblob(100000))")
    monkeypatch.setattr(resultcache, "LIMIT", 100_000)
    _check(_write(tmp_path / "others.jsonl", "All is well in the town."))
    with closing(sqlite3.connect(place, isolation_level=None)) as base:
        assert base.execute("SELECT count(*) FROM skipped").fetchone() == (1,)


def test_a_place_that_others_may_write_to_is_not_used(tmp_path: Path, place: Path) -> None:
    stories = _write(tmp_path / "stories.jsonl", WRONG)
    right = _check(stories)
    place.chmod(0o666)
    with closing(sqlite3.connect(place, isolation_level=None)) as base:
        base.execute("UPDATE reports SET report = x'00'")
    assert _check(stories) == right
    with closing(sqlite3.connect(place, isolation_level=None)) as base:
        assert base.execute("SELECT report FROM reports").fetchone() == (b"\0",)


def test_one_that_is_a_link_is_not_followed(tmp_path: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, mode=0o700)
    other = tmp_path / "other"
    place.symlink_to(other)
    _check(_write(tmp_path / "stories.jsonl", WRONG))
    assert not other.exists()


_RUN = """
import json, sys, time
from mtqa import kept
kept._BEGAN += 10**13
from mtqa.config import Config
from mtqa.document import Document
from mtqa.engine import Engine
engine = Engine(Config(select=("repetition",)), cached=True)
documents = (Document.from_text(f"He said said it {i} times.", id=str(i)) for i in range(int(sys.argv[1])))
for report in engine.run(documents):
    print(len(report.findings), flush=True)
"""


def test_runs_at_once_and_one_that_is_killed(place: Path) -> None:
    command = [sys.executable, "-c", _RUN, "900"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(3)]
    assert runs[0].stdout is not None
    for _ in range(450):  # in the midst of its work, after it has written twice
        runs[0].stdout.readline()
    os.kill(runs[0].pid, signal.SIGKILL)
    outputs = [run.communicate()[0] for run in runs][1:]
    assert all(output.split() == [b"1"] * 900 for output in outputs)
    with closing(sqlite3.connect(place, isolation_level=None)) as base:
        assert base.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert base.execute("SELECT count(*) FROM reports").fetchone() == (900,)


def test_what_was_not_asked_for_goes_first(tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    new = _write(tmp_path / "new.jsonl", f"new. {WRONG}")
    old = _write(tmp_path / "old.jsonl", *(f"old. {WRONG} {number}" for number in range(99)))
    _check(old)
    with closing(sqlite3.connect(place, isolation_level=None)) as base:
        base.execute("UPDATE reports SET day = day - 9")
    whole = place.stat().st_size
    monkeypatch.setattr(resultcache, "LIMIT", whole - 1)
    _check(new)
    assert place.stat().st_size < whole / 2
    seen = _counted(monkeypatch)
    monkeypatch.setattr(resultcache, "LIMIT", 1 << 30)
    _check(new)
    assert not seen
    _check(old)
    assert len(seen) == 99


def test_what_is_asked_for_is_young_again(tmp_path: Path, place: Path) -> None:
    stories = _write(tmp_path / "stories.jsonl", WRONG)
    _check(stories)
    with closing(sqlite3.connect(place, isolation_level=None)) as base:
        today = base.execute("SELECT day FROM reports").fetchone()
        base.execute("UPDATE reports SET day = day - 9")
    _check(stories)
    with closing(sqlite3.connect(place, isolation_level=None)) as base:
        assert base.execute("SELECT day FROM reports").fetchone() == today


def test_it_is_off_where_it_is_to_be(tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(shelf.SWITCH, shelf.OFF)
    _check(_write(tmp_path / "stories.jsonl", WRONG))
    assert not place.exists()
    assert CliRunner().invoke(app, ["cache", "stats"]).exit_code == 2


def test_stats_and_clear(tmp_path: Path, place: Path) -> None:
    def told(action: str) -> str:
        done = CliRunner().invoke(app, ["cache", action])
        assert done.exit_code == 0
        return done.stdout

    assert "nothing kept yet" in told("stats")
    _check(_write(tmp_path / "stories.jsonl", WRONG, "All is well."))
    assert told("stats").startswith(f"{place}: 2 documents, ")
    assert told("clear") == "forgotten\n"
    assert not list(place.parent.glob("results*"))
    assert "nothing kept yet" in told("stats")


def test_a_report_comes_back_whole() -> None:
    segments = [Segment("Old Town", kind="headline"), Segment(WRONG, "Quelle", "A reference of it.", line=3, column=1)]
    document = Document("d", segments, source_language="de")
    report = Engine(Config()).examine(document)
    data = resultcache._written(report)
    assert data is not None
    again = resultcache._read(data, report.document, report.skipped_rules)
    assert again == report
    assert resultcache._REPORT.encode(again) == resultcache._REPORT.encode(report)


_NUMBERS = st.floats(allow_nan=False, allow_infinity=False)
_METRICS = st.builds(
    Metrics,
    st.none() | _NUMBERS,
    st.none() | _NUMBERS,
    st.none(),
    st.integers(),
    st.dictionaries(st.text(), st.text()),
    st.dictionaries(st.text(), st.text()),
    st.lists(st.builds(SegmentLikeness, st.integers(), _NUMBERS, _NUMBERS)).map(tuple),
    st.dictionaries(st.text(), st.lists(_NUMBERS).map(tuple)),
)


@given(_METRICS)
def test_plain_data_comes_back_as_it_was(metrics: Metrics) -> None:
    assert unpacker(Metrics)(json.loads(json.dumps(metrics, default=plainer))) == metrics


@pytest.mark.parametrize("data", [None, {}, [], [1] * 8, ["a"] * 8, [None] * 9, "text"])
def test_data_of_another_shape_is_refused(data: object) -> None:
    with pytest.raises((TypeError, ValueError, AttributeError)):
        unpacker(Metrics)(data)


def test_every_field_of_a_report_can_be_kept() -> None:
    assert list(resultcache._readers()) == [
        field.name for field in dataclasses.fields(DocumentReport) if field.name not in ("document", "skipped_rules")
    ]
