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
