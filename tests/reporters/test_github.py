"""Each annotation is one command, and no text can forge another."""

from __future__ import annotations

import re
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from mtqa.document import Problem

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def parse(line: str) -> tuple[str, dict[str, str], str]:
    command, properties, message = COMMAND.fullmatch(line).groups()
    pairs = (item.split("=", 1) for item in properties.split(","))
    return command, {key: unquote(value) for key, value in pairs}, unquote(message)


def test_severities_and_places(render, run):
    lines = render("github", run).splitlines()
    commands = [parse(line) for line in lines[:-1]]
    assert [command for command, _, _ in commands].count("error") == 3  # one finding, a crash, a problem
    _, properties, message = commands[3]
    assert properties["file"] == "stories/talks, 1.txt"
    assert (properties["line"], properties["col"], properties["endColumn"]) == ("3", "84", "105")
    assert message.endswith("\nsuggestion: “Rex Tillerson” | “Condoleezza Rice”")


def test_a_place_inside_an_entry_has_no_column_but_words(render, run):
    _, properties, message = parse(render("github", run[1:2]).splitlines()[0])
    assert "col" not in properties
    assert "endColumn" not in properties
    assert message == "feed.xml:40 entry 3 (title): “News”: A stray capital."


@given(text=st.text(st.characters(exclude_categories=[]) | st.sampled_from("%:,\r\n="), min_size=1))
def test_no_text_forges_a_command(render, one_finding, text):
    output = render("github", [one_finding(text, message=text, id=text), Problem(text, text)])
    first, second, summary = output.splitlines()
    assert parse(first)[1]["line"] == "1"
    assert parse(second)[1]["title"] == "not read"
    assert summary.startswith("mtqa: 1 finding in 1 document, 1 failed; ")


def test_of_each_kind_the_ten_gravest_and_the_rest_is_counted(render, one_finding):
    from dataclasses import replace

    def made(number, severity):
        report = one_finding(f"word{number}", id=f"{number}.txt")
        return replace(report, findings=(replace(report.findings[0], severity=severity),))

    reports = [made(number, "major" if number < 20 else "critical") for number in range(25)]
    *commands, more, _ = render("github", [*reports, made(99, "minor")]).splitlines()
    files = [parse(line)[1]["file"] for line in commands]
    assert files == [f"{number}.txt" for number in (0, 1, 2, 3, 4, 20, 21, 22, 23, 24, 99)]
    assert more == "mtqa: 15 annotations more than GitHub shows of a step, none graver"
