"""A feed of 10,000 entries is read, checked and reported as a stream: memory does not grow with its length."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

#: Runs the command line in this process, then says what it took at most.
#: Not by getrusage: on Linux that counts what this process, with all the tests, held when it forked.
CHILD = """
import re, sys
from mtqa.cli import main
sys.argv = ["mtqa", *sys.argv[1:]]
try:
    main()
except SystemExit as end:
    with open("/proc/self/status") as status:
        print(end.code, re.search(r"VmHWM:\\s*([0-9]+) kB", status.read())[1], file=sys.stderr)
"""

#: Fills an entry so that 10,000 of them held at once would show: 40 MB of text (two bytes a letter, for the ń).
#: Few words, for what they cost is not asked here.
FILLING = "The council in Gdańsk met again on Tuesday, and nothing was decided about the new bridge. " + "ń" * 1_900

RSS = ('<?xml version="1.0"?><rss version="2.0"><channel><title>t</title>\n', "</channel></rss>\n")
ITEM = (
    "<item><guid>g{n}</guid><title>Meeting {n} ends</title><pubDate>Tue, 05 Jun 2018 09:30:00 +0000</pubDate>"
    "<description>&lt;p&gt;{text}&lt;/p&gt;</description></item>\n"
)
LINE = '{{"id": "g{n}", "title": "Meeting {n} ends", "text": "{text}"}}\n'

FORMATS = {"in.xml": (RSS, ITEM), "in.jsonl": (("", ""), LINE)}


def write(path: Path, entries: int) -> None:
    (head, tail), entry = FORMATS[path.name]
    with path.open("w", encoding="utf-8") as stream:
        stream.write(head)
        for n in range(1, entries + 1):
            stream.write(entry.format(n=n, text=FILLING))
        stream.write(tail)


def run(folder: Path, *args: str) -> tuple[int, int]:
    """Exit status and peak memory."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, *args], cwd=folder, capture_output=True, stdin=subprocess.DEVNULL, timeout=600
    )
    assert done.stderr.count(b"\n") <= 2, done.stderr.decode()
    *_, status, peak = done.stderr.split()
    return int(status), int(peak)


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not say the peak memory so")
@pytest.mark.parametrize("name", FORMATS)
def test_memory_does_not_grow_with_the_number_of_entries(tmp_path: Path, name: str) -> None:
    # one cheap rule: what is proved is the way of the data, from the file to the report
    options = ("check", "--format", "jsonl", "--output", "out.jsonl", "--select", "repetition/doubled-word", name)
    peaks = []
    for entries in (1_000, 10_000):
        write(tmp_path / name, entries)
        status, peak = run(tmp_path, *options)
        assert status == 0
        peaks.append(peak)
        with (tmp_path / "out.jsonl").open(encoding="utf-8") as stream:
            ids = [json.loads(line)["id"] for line in stream]
        assert ids == [f"g{n}" for n in range(1, entries + 1)]
    assert peaks[1] < 1.5 * peaks[0], f"{peaks[0]} for 1,000 entries, {peaks[1]} for 10,000"


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="the system does not say the peak memory so")
def test_text_report_of_a_long_feed_keeps_only_the_worst(tmp_path: Path) -> None:
    write(tmp_path / "in.xml", 2_000)
    status, _ = run(tmp_path, "check", "--output", "out.txt", "--select", "repetition/doubled-word", "in.xml")
    report = (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert status == 0
    assert "2000 passed" in report
    assert len(report.splitlines()) < 20
