"""Marks in the texts, `mtqa: ignore …`: where they count, what they leave out, and which are idle."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest

from .conftest import CONFIG, Done, Project

Run = Callable[..., Done]

HTML = """<html><head><title>A day</title></head><body>
<p>He saw the the dog.</p><!-- mtqa: ignore house/double -- a quotation --><p>He saw the the cat.</p>
<p>He <b>saw</b> a a <code>x x</code> bird. <!-- mtqa: ignore house --></p>
<!-- mtqa: ignore house/garble -->
<p>He saw the the cow.</p>
<!-- mtqa: ignore
 house/double -->
</body></html>
"""

MARKDOWN = """---
title: The the day
---
He saw the the dog.

<!-- mtqa: ignore house/double -- a quotation -->
He saw the the cat.

He saw a a bird. <!-- mtqa: ignore house -->

<!-- mtqa: ignore house/garble -->

- He saw the the cow.
"""

PO = """
#. The beast. mtqa: ignore house/double -- a quotation
msgid "Er sah die Katze."
msgstr "He saw the the cat."

# mtqa: ignore house/garble
msgid "Er sah den Hund."
msgstr "He saw the the dog."
"""

XLIFF = """<xliff version="1.2"><file original="a" source-language="de" target-language="en" datatype="plaintext"><body>
<trans-unit id="1"><source>Er sah die Katze.</source><target>He saw the the cat.</target>
<note>mtqa: ignore house/double -- a quotation</note></trans-unit>
<trans-unit id="2"><source>Er sah den Hund.</source><target>He saw the the dog.</target></trans-unit>
</body></file></xliff>
"""

FEED = """<rss version="2.0"><channel><title>News</title><item><guid>1</guid><title>A day</title>
<description>&lt;!-- mtqa: ignore-file house --&gt;&lt;p&gt;He saw the the dog.&lt;/p&gt;</description></item></channel>
</rss>
"""


def found(run: Done) -> list[tuple[str, int | None]]:
    """Texts and lines of what is found in the one document."""
    (document,) = json.loads(run.out)["documents"]
    return [(finding["text"], finding["line"]) for finding in document["findings"]]


def check(mtqa: Run, name: str) -> Done:
    return mtqa("check", "--format", "json", "--exit-zero", "--report-unused", name)


@pytest.fixture
def marked(project: Project) -> Project:
    """A project in which marks count."""
    project.write("mtqa.toml", CONFIG + "inline-marks = true\n")
    return project


@pytest.mark.parametrize(
    ("name", "text", "left", "idle"),
    [
        (
            "a.html",
            HTML,
            [("the the", 2), ("the the", 5)],
            ["4: the mark `mtqa: ignore house/garble`", "6: the mark `mtqa: ignore house/double`"],
        ),
        (
            "a.md",
            MARKDOWN,
            [("the the", 4), ("the the", 13)],
            ["11: the mark `mtqa: ignore house/garble`"],
        ),
        ("a.po", PO, [("the the", 8)], ["8: the mark `mtqa: ignore house/garble`"]),
        ("a.xlf", XLIFF, [("the the", 4)], []),
    ],
)
def test_a_mark_leaves_out_what_the_next_block_or_its_unit_has(
    marked: Project, mtqa: Run, name: str, text: str, left: list[tuple[str, int]], idle: list[str]
) -> None:
    if name == "a.md":
        pytest.importorskip("markdown_it")
    marked.write(name, text)
    run = check(mtqa, name)
    assert found(run) == left
    assert run.err.splitlines() == [f"mtqa: note: {name}:{one} silences nothing here: take it out" for one in idle]
    assert "inline-marks=true" in json.loads(run.out)["gate"]


@pytest.mark.parametrize(("name", "text"), [("a.html", HTML), ("a.po", PO), ("a.xlf", XLIFF)])
def test_marks_count_only_where_the_configuration_wants_them(project: Project, mtqa: Run, name: str, text: str) -> None:
    project.write(name, text)
    run = check(mtqa, name)
    assert len(found(run)) == text.count("the the") + text.count("a a")
    assert not run.err


def test_marks_change_nothing_else_of_a_page(marked: Project, mtqa: Run) -> None:
    """Spans and kinds are those of the page without comments."""
    import re

    marked.write("a.html", HTML.replace("house/double", "x").replace("ignore house ", "ignore x "))
    marked.write("b.html", re.sub(r"<!--.*?-->", lambda one: "\n" * one[0].count("\n"), HTML, flags=re.DOTALL))
    documents = [json.loads(check(mtqa, name).out)["documents"][0] for name in ("a.html", "b.html")]
    for document in documents:
        document["findings"] = [
            {key: value for key, value in finding.items() if "key" not in key} for finding in document["findings"]
        ]
    assert documents[0]["findings"] == documents[1]["findings"]
    assert documents[0]["segments"] == documents[1]["segments"]


def test_code_behind_a_mark_is_still_code(marked: Project, mtqa: Run) -> None:
    mark = "<!-- mtqa: ignore house/garble -->"
    marked.write(
        "a.html", f"<p>{mark} He {mark}saw it.{mark} Then <code>go go</code>{mark} ran ran <code>go go</code>.</p>"
    )
    assert [text for text, _ in found(check(mtqa, "a.html"))] == ["ran ran"]


def test_a_mark_for_the_file_stands_anywhere_in_it(marked: Project, mtqa: Run) -> None:
    marked.write("a.html", "<!-- mtqa: ignore-file house/double -- all quotations -->\n" + HTML)
    assert found(check(mtqa, "a.html")) == []


def test_a_mark_in_an_entry_of_a_feed_counts_nowhere(marked: Project, mtqa: Run) -> None:
    marked.write("a.xml", FEED)
    assert [text for text, _ in found(check(mtqa, "a.xml"))] == ["the the"]


def test_what_marks_leave_out_is_counted_in_the_report(marked: Project, mtqa: Run) -> None:
    marked.write("a.html", HTML)
    assert "suppressed, and not counted: 2 findings, 2 of them by marks in the texts\n" in mtqa("check", "a.html").out


def test_marks_by_the_thousand_and_foreign_characters_are_read(marked: Project, mtqa: Run) -> None:
    marks = "<!-- mtqa: ignore house/double -->" * 20_000
    marked.write("a.html", f"<p>\ufdd47\ufdd5 the the</p>{marks}<p>the the \ufdd40\ufdd5</p>")
    assert len(found(check(mtqa, "a.html"))) == 1


def test_comments_made_to_be_slow_are_read_at_once(marked: Project, mtqa: Run) -> None:
    """Each would take hours if its time grew with the square of its length."""
    code = "<code>x</code> <!-- mtqa: ignore house/garble -->" * 8_000
    for text in ("<!-- " * 400_000, "<!-- mtqa: ignore house" * 50_000 + "-->", f"<p>{code}</p>"):
        marked.write("a.html", f"<p>He saw the the dog.</p>{text}")
        assert len(found(check(mtqa, "a.html"))) == 1


def test_thousands_of_suppressions_are_held_against_thousands_of_findings(project: Project, mtqa: Run) -> None:
    tables = (f'[[suppress]]\nrule = "house/double"\ntext = "w{number} w{number}"\n' for number in range(3_000))
    project.write("mtqa.toml", CONFIG + "".join(tables))
    project.write("a.txt", "\n\n".join(f"We w{number} w{number} here." for number in range(1, 3_001)))
    assert [text for text, _ in found(check(mtqa, "a.txt"))] == ["w3000 w3000"]


def test_suppressions_that_silence_nothing_are_named_on_demand(project: Project, mtqa: Run) -> None:
    project.write(
        "mtqa.toml", CONFIG + '[[suppress]]\nrule = "house/double"\n[[suppress]]\nrule = "house"\ntext = "no"\n'
    )
    project.jsonl("a.jsonl", "He saw the the dog.", "Nothing.")
    expected = (
        f"mtqa: note: {project.path / 'mtqa.toml'}:5: the suppression of house silences nothing here: take it out\n"
    )
    for jobs in ("1", "2"):
        assert mtqa("check", "--report-unused", "--jobs", jobs, "a.jsonl").err == expected
    assert not mtqa("check", "a.jsonl").err
