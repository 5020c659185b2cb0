"""Whatever a document, a rule or a path holds: no line of output is a command to a terminal or a CI system."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from mtqa.cli import app
from mtqa.reporters import REPORTERS
from mtqa.reporters.cells import cell
from mtqa.reporters.record import dumps
from mtqa.reporters.visible import disarmed, visible, width

EVIL = "::error::x ##[group]y ##vso[task.complete]z ##TeamCity[m] \x1b[2J \u202e"

RULE = '''"""::warning::a page ##[error]."""
from mtqa.finding import Match
from mtqa.rule import Rule
rule = Rule(category="fluency/grammar", severity="major")
BAD, GOOD = ["[[::error::]] ##[x]"], ["other"]
@rule.check
def check(document):
    for index, segment in enumerate(document.segments):
        if segment.target:
            yield Match(index, 0, len(segment.target), "::error::m ##[error]", ("::s ##vso[x]",), {"##[k]": "##[v]"})
            if len(segment.target) > 9:
                yield Match(index, 9, 9, "##" , ("[x]",))
    if "CRASH" in document.title:
        raise ValueError("::error::c ##[x]")
'''


def acts(output: str) -> list[str]:
    """Lines that a CI system would obey (`mtqa`'s own commands to GitHub aside), or a terminal."""
    own = re.compile(r"::(?:error|warning|notice) [^:]*::")
    return [
        line
        for line in output.split("\n")
        if (line.lstrip().startswith("::") and not own.match(line))
        or re.search(r"(?i)##(?:vso|teamcity)?\[", line)
        or re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", line)
    ]


@pytest.fixture
def evil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., str]:
    """Runs a command where everything is hostile: ids, titles, texts, names of files, rules."""
    monkeypatch.chdir(tmp_path)
    Path("house").mkdir()
    Path("house/evil.py").write_text(RULE)
    Path("mtqa.toml").write_text('rules = ["house"]\nselect = ["house"]\n')
    lines = [{"id": f"{EVIL}{n}", "title": f"{EVIL} {n}CRASH", "text": f"{EVIL}\n\n##[[x]]\n\n::y"} for n in "ab"]
    text = "".join(json.dumps(line) + "\n" for line in lines) + '{"broken\n'
    names = ["::error file=a,line=1::x.jsonl", "##[error]x.jsonl", "  ::notice::x.jsonl", "##vso[x]\x1b[2J.jsonl"]
    for name in names:
        Path(name).write_text(text)

    def run(*args: str) -> str:
        if args[0] in ("check", "report", "spot", "baseline"):
            args = (*args, "--", *names, "::none::.txt", "##[none].txt", ".jsonl")
        result = CliRunner().invoke(app, args)
        assert "internal error" not in result.stderr
        return result.output

    return run


@pytest.mark.parametrize("format_", REPORTERS)
def test_no_report_and_no_line_on_standard_error_acts(evil: Callable[..., str], format_: str) -> None:
    assert acts(evil("check", "--format", format_)) == []


@pytest.mark.parametrize(
    "args",
    [
        ("report", "--documents", "-"),
        ("report", "--findings", "-"),
        ("spot", "--worst", "9"),
        ("baseline", "--output", "-"),
        ("rules",),
        ("rules", "--format", "json"),
        ("rules", "--selftest"),
        ("explain", "house/evil"),
        ("explain", "::error::##[x]"),
        ("::error::##[x]",),
        ("check", "--select", "::error::##[x]"),
        ("check", "--::error::##[x]"),
    ],
)
def test_no_other_command_does(evil: Callable[..., str], args: tuple[str, ...]) -> None:
    output = evil(*args)
    assert output
    # a table keeps its marks of direction: Arabic text has them
    assert acts(output.replace("\u202e", "") if args[0] == "report" else output) == []


@given(st.text(st.sampled_from("#[:] vsoteamciy\t\n\u202ex")))
def test_lines_are_disarmed_once_and_keep_their_width(text: str) -> None:
    line = disarmed(visible(text))
    assert acts(line) == []
    assert disarmed(line) == line
    assert width(line) == width(disarmed(line))
    assert len(visible(text.replace("\u202e", ""))) == len(text.replace("\u202e", ""))


@given(st.text(st.sampled_from("#[:] vso=\t\nx")))
def test_json_says_the_same_and_cells_are_disarmed(text: str) -> None:
    assert json.loads(dumps({text: [text]})) == {text: [text]}
    assert acts(dumps({text: [text]})) == []
    stream = io.StringIO()
    csv.writer(stream).writerow([cell(text), cell(text)])
    assert acts(stream.getvalue().replace("\r\n", "")) == []
    assert cell(cell(text)) == cell(text)
