"""What a file says of a translation unit stands in every report that has a place for it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from mtqa.config import Config
from mtqa.engine import Engine
from mtqa.readers import read_paths
from mtqa.report import DocumentReport
from mtqa.reporters import REPORTERS, Tally

XLIFF = """<xliff version="1.2" xmlns:mq="MQXliff">
<file original="a" source-language="de" target-language="en" datatype="plaintext"><body>
<trans-unit id="bridge.1"><source>Es waren 42 Leute.</source>
<target state="final">There were 24 people.</target><note>=A headline</note></trans-unit>
<trans-unit id="bridge.2" mq:locked="locked"><source>Es regnete.</source>
<target>It &amp;amp; rained.</target></trans-unit>
<trans-unit id="bridge.3"><source>Es waren <g id="1">43</g> Leute.</source>
<target state="new">There <g id="1">were</g> 34 people.</target></trans-unit>
</body></file></xliff>
"""


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], str]:
    """The report in a format."""
    monkeypatch.chdir(tmp_path)
    Path("a.xlf").write_text(XLIFF)

    def run(format: str) -> str:
        stream = io.StringIO()
        reporter, tally = REPORTERS[format](stream, "s"), Tally()
        for item in Engine(Config()).run(read_paths(["a.xlf"])):
            assert isinstance(item, DocumentReport)
            tally.add(item)
            reporter.add(item)
        reporter.close(tally.summary("s"))
        return stream.getvalue()

    return run


def test_csv(report: Callable[[str], str]) -> None:
    rows = list(csv.DictReader(io.StringIO(report("csv"), newline="")))
    units = [(row["unit"], row["state"], row["locked"], row["note"]) for row in rows]
    assert units[0] == ("bridge.1", "final", "false", "'=A headline")
    assert ("bridge.2", "", "true", "") in units
    assert units[-1] == ("bridge.3", "new", "false", "")


def test_places_name_the_unit_and_its_state(report: Callable[[str], str]) -> None:
    text = report("text")
    assert "a.xlf:4:34 (unit bridge.1, final) major adequacy/number-changed\n" in text
    assert "(unit bridge.2, locked)" in text
    assert "a.xlf:8 (unit bridge.3, new)" in text
    assert "::unit bridge.1, final: The source says 42, the target 24." in report("github")


def test_sarif(report: Callable[[str], str]) -> None:
    first = json.loads(report("sarif"))["runs"][0]["results"][0]
    assert first["properties"]["unit"] == {"id": "bridge.1", "state": "final", "locked": False, "note": "=A headline"}
    assert first["locations"][0]["logicalLocations"][0]["name"] == "unit bridge.1"
