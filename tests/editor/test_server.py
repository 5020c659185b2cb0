"""The language server as an editor meets it: a client of pygls, the server in a process of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lsprotocol import types

from .conftest import Editor, capabilities

Session = Callable[..., None]

#: A face of two units of UTF-16 and four bytes of UTF-8, then a space before a comma.
ASTRAL = "First line.\r\n\U0001f600 It was cold in the town , he said.\r\n"


def shown(items: list[types.Diagnostic]) -> list[tuple[int, int, int, int, str | int | None]]:
    return [
        (one.range.start.line, one.range.start.character, one.range.end.line, one.range.end.character, one.code)
        for one in items
    ]


@pytest.mark.parametrize(("encoding", "column"), [("utf-16", 26), ("utf-8", 28), ("utf-32", 25)])
def test_places_are_in_the_units_agreed_on(session: Session, encoding: str, column: int) -> None:
    async def scenario(editor: Editor) -> None:
        assert editor.encoding == encoding
        editor.open("story.txt", ASTRAL)
        found = await editor.pulled("story.txt")
        assert shown(found.items) == [(1, column, 1, column + 2, "punctuation/space-before-mark")]
        (action, *_) = await editor.actions("story.txt", found.items[0].range)
        assert action.is_preferred
        (edit,) = action.edit.document_changes
        assert (edit.text_document.version, edit.edits[0].range, edit.edits[0].new_text) == (
            1,
            found.items[0].range,
            ",",
        )

    session(scenario, client=capabilities(pull=True, encodings=(encoding,)))


def test_an_editor_that_says_nothing_gets_utf_16(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        assert editor.encoding == "utf-16"

    session(scenario, client=types.ClientCapabilities())


def test_what_is_found_is_published_for_editors_that_do_not_ask(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        uri = editor.open("story.txt", "It was cold in the town , he said.\n")
        await editor.until(lambda one: uri in one.published)
        (item,) = editor.published[uri].diagnostics
        assert (item.severity, item.source, item.code) == (
            types.DiagnosticSeverity.Information,
            "mtqa",
            "punctuation/space-before-mark",
        )
        assert item.message == "A space stands before “,”."
        assert item.code_description.href.startswith("file://")
        assert item.code_description.href.endswith("/punctuation/space_before_mark.py")
        for version in range(2, 12):  # typing: only the last text counts
            editor.change("story.txt", "It was cold" + "." * (version == 11), version)
        await editor.until(lambda one: one.published[uri].version == 11)
        assert editor.published[uri].diagnostics == []
        editor.client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(uri)))
        await editor.until(lambda one: one.published[uri].version is None)
        assert editor.published[uri].diagnostics == []

    session(scenario)


def test_the_same_text_is_not_told_twice_to_who_asks(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open("story.txt", "It was cold in the town , he said.\n")
        first = await editor.pulled("story.txt")
        again = await editor.pulled("story.txt", first.result_id)
        assert (again.kind, again.result_id) == ("unchanged", first.result_id)
        editor.change("story.txt", "It was cold in the town, he said.\n", 2)
        last = await editor.pulled("story.txt", first.result_id)
        assert (last.kind, last.items) == ("full", [])

    session(scenario, client=capabilities(pull=True))


def test_severities(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open("story.txt", "U.S. Secretary of State Condoleezza Tillerson visited Japan , he said.\n")
        found = (await editor.pulled("story.txt")).items
        assert {one.code: one.severity.name for one in found} == {
            "names/chimera": "Error",
            "punctuation/space-before-mark": "Information",
        }

    session(scenario, client=capabilities(pull=True))


def test_hover_shows_the_page_of_the_rule(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open("story.txt", "It was cold in the town , he said.\n")
        shown = await editor.hover("story.txt", 0, 24)
        assert shown is not None
        assert shown.contents.kind == "markdown"
        text = shown.contents.value
        assert text.startswith(
            "**punctuation/space\\-before\\-mark \\(minor, Punctuation\\)**\n\nA space stands before"
        )
        assert "What it leaves alone:" in text
        assert await editor.hover("story.txt", 0, 3) is None

    session(scenario)


def test_hostile_text_stays_text_on_hover(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open("story.txt", "He saw <b>it</b> [x](http://a.example) and ![y](z) ![y](z) , too.\n")
        found = await editor.pulled("story.txt")
        for one in found.items:
            shown = await editor.hover("story.txt", one.range.start.line, one.range.start.character)
            head = shown.contents.value.partition("\n\n---\n\n")[0]
            assert "[x](" not in head
            assert "<b>" not in head

    session(scenario, client=capabilities(pull=True))


FORMATS = {
    "a.md": ("markdown", "# A town\n\nIt was **cold** in the *town* , he\nsaid.\n", (2, 29)),
    "a.html": ("html", "<html><body>\n<p>It was &amp; cold in the <b>town</b> , he said.</p>\n</body></html>", (1, 39)),
    "a.po": (
        "po",
        'msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Es war kalt"\nmsgstr ""\n"It was \\"cold\\" , he said."\n',
        (5, 16),
    ),
    "a.xlf": (
        "xml",
        '<?xml version="1.0"?>\n'
        '<xliff version="1.2"><file source-language="de" target-language="en" original="x"><body>\n'
        '<trans-unit id="1"><source>Es war kalt , sagte er.</source>\n'
        "<target>It was &amp; cold , he said.</target></trans-unit></body></file></xliff>",
        (3, 25),
    ),
}


@pytest.mark.parametrize("name", FORMATS)
def test_formats(session: Session, name: str) -> None:
    language, text, (line, character) = FORMATS[name]

    async def scenario(editor: Editor) -> None:
        editor.open(name, text, language)
        found = [one for one in (await editor.pulled(name)).items if one.code == "punctuation/space-before-mark"]
        assert shown(found) == [(line, character, line, character + 2, "punctuation/space-before-mark")]
        row = text.split("\n")[line]
        assert row[character : character + 2] == " ,"
        (action, *_) = await editor.actions(name, found[0].range)
        assert action.title == "Replace with “,”"

    session(scenario, client=capabilities(pull=True))


def test_a_text_without_a_file_is_read_by_its_language(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        item = types.TextDocumentItem("untitled:Untitled-1", "markdown", 1, "The *town* was cold , he said.\n")
        editor.client.text_document_did_open(types.DidOpenTextDocumentParams(item))
        await editor.until(lambda one: item.uri in one.published)
        assert [one.code for one in editor.published[item.uri].diagnostics] == ["punctuation/space-before-mark"]

    session(scenario)


def test_other_languages_are_left_alone(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open("code.py", "# It was cold in the town , he said.\n", "python")
        assert (await editor.pulled("code.py")).items == []

    session(scenario, client=capabilities(pull=True))


def test_a_long_text_is_not_checked_and_says_so(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open("long.txt", "It was cold , he said.\n" * 20_000)
        (item,) = (await editor.pulled("long.txt")).items
        assert item.message == "longer than 256k characters: not checked here; `mtqa check` does"

    session(scenario, client=capabilities(pull=True))


def test_a_broken_file_is_said_at_its_line(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open("a.po", 'msgid "a b"\nmsgstr "It was cold."\n\nmsgid "c d"\nmsgstr "It was\n', "po")
        (item,) = (await editor.pulled("a.po")).items
        assert (item.range.start.line, item.severity) == (4, types.DiagnosticSeverity.Error)
        assert item.message.startswith("broken message: a string is not closed")

    session(scenario, client=capabilities(pull=True))


def test_the_configuration_of_the_folder_counts_and_is_read_anew(session: Session, tmp_path: Path) -> None:
    config = tmp_path / "mtqa.toml"
    config.write_text('ignore = ["punctuation"]\n')

    async def scenario(editor: Editor) -> None:
        editor.open("story.txt", "It was cold in the town , he said.\n")
        assert (await editor.pulled("story.txt")).items == []
        config.write_text('ignore = ["names"]\n')
        editor.client.text_document_did_save(
            types.DidSaveTextDocumentParams(types.TextDocumentIdentifier(config.as_uri()))
        )
        await editor.until(lambda one: one.refreshed)
        assert len((await editor.pulled("story.txt")).items) == 1

    session(scenario, client=capabilities(pull=True))


def test_ignoring_writes_a_suppression_that_works(session: Session, tmp_path: Path) -> None:
    config = tmp_path / "mtqa.toml"
    config.write_bytes(b'select = ["default"]')
    text = "It was cold in the town , he said.\n"

    async def scenario(editor: Editor) -> None:
        editor.open("story[1].txt", text)
        (first,) = (await editor.pulled("story[1].txt")).items
        action = (await editor.actions("story[1].txt", first.range))[-1]
        assert action.title == "Ignore punctuation/space-before-mark for “,” in this document"
        (change,) = action.edit.document_changes
        assert change.text_document.uri == config.as_uri()
        (edit,) = change.edits
        assert edit.range.start == edit.range.end == types.Position(0, 20)
        config.write_text(config.read_text() + edit.new_text)
        assert 'reason = "FILL IN' in config.read_text()
        assert (await editor.pulled("story[1].txt")).items == []

    session(scenario, client=capabilities(pull=True))


@pytest.mark.parametrize(
    ("name", "language", "text"),
    [
        ("a.md", "markdown", "It was cold in the town , he said.\n\nIt was cold in the *town* , he said.\n"),
        ("a.html", "html", "<body><p>It was cold in the town , he said.</p><p>It was cold , he said.</p></body>"),
    ],
)
def test_ignoring_by_a_mark_in_the_text(session: Session, tmp_path: Path, name: str, language: str, text: str) -> None:
    (tmp_path / "mtqa.toml").write_text("inline-marks = true\n")

    async def scenario(editor: Editor) -> None:
        editor.open(name, text, language)
        items = (await editor.pulled(name)).items
        action = next(one for one in await editor.actions(name, items[0].range) if "mark in the text" in one.title)
        assert action.title == "Ignore punctuation/space-before-mark here, by a mark in the text"
        (edit,) = action.edit.document_changes[0].edits
        assert edit.new_text == (
            " <!-- mtqa: ignore punctuation/space-before-mark -- FILL IN: why this is right as it stands -->"
        )
        assert edit.range.start.line == 0
        place = edit.range.start.character
        editor.change(name, text[:place] + edit.new_text + text[place:], 2)
        assert len((await editor.pulled(name)).items) == len(items) - 1

    session(scenario, client=capabilities(pull=True))


def test_excluded_files_are_not_checked(session: Session, tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text('exclude = ["drafts/**"]\n')

    async def scenario(editor: Editor) -> None:
        editor.open("drafts/a.txt", "It was cold in the town , he said.\n")
        assert (await editor.pulled("drafts/a.txt")).items == []

    session(scenario, client=capabilities(pull=True))


def test_where_there_is_no_configuration_ignoring_makes_one(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open("story.txt", "It was cold in the town , he said.\n")
        (item,) = (await editor.pulled("story.txt")).items
        create, change = (await editor.actions("story.txt", item.range))[-1].edit.document_changes
        assert create.kind == "create"
        assert create.uri == change.text_document.uri == editor.uri("mtqa.toml")
        assert change.edits[0].new_text.startswith("[[suppress]]\n")

    session(scenario, client=capabilities(pull=True))


def test_an_editor_that_cannot_make_files_is_not_offered_that(session: Session) -> None:
    async def scenario(editor: Editor) -> None:
        editor.open("story.txt", "It was cold in the town , he said.\n")
        (item,) = (await editor.pulled("story.txt")).items
        titles = [one.title for one in await editor.actions("story.txt", item.range)]
        assert titles == ["Replace with “,”"]

    session(scenario, client=capabilities(pull=True, create=False))


RULE = '''"""A word."""
import pathlib

pathlib.Path(__file__).with_name("ran").touch()
from mtqa.rule import Rule

rule = Rule(category="fluency/spelling", severity="minor")
BAD = ["A [[word]]."]
GOOD = ["A cat."]


@rule.check
def check(document):
    yield from ()
'''


@pytest.mark.parametrize("options", [(), ("--trust-config",), ("--config", "mtqa.toml")])
def test_code_of_the_open_folder_runs_only_for_who_says_so(
    session: Session, tmp_path: Path, options: tuple[str, ...]
) -> None:
    (tmp_path / "house").mkdir()
    (tmp_path / "house" / "word.py").write_text(RULE)
    (tmp_path / "mtqa.toml").write_text('rules = ["house"]\n')

    async def scenario(editor: Editor) -> None:
        editor.open("story.txt", "It was cold in the town , he said.\n")
        found = await editor.pulled("story.txt")
        assert bool(found.items) == bool(options)
        assert (tmp_path / "house" / "ran").exists() == bool(options)
        if not options:
            await editor.until(lambda one: one.said)
            assert (
                "may have come with the folder that is open, so they are not run, and nothing is checked"
                in editor.said[0]
            )

    session(scenario, *options, client=capabilities(pull=True))


def test_a_broken_configuration_is_said_once_and_the_server_lives(session: Session, tmp_path: Path) -> None:
    (tmp_path / "mtqa.toml").write_text('selekt = ["names"]\n')

    async def scenario(editor: Editor) -> None:
        editor.open("story.txt", "It was cold in the town , he said.\n")
        assert (await editor.pulled("story.txt")).items == []
        editor.change("story.txt", "It was cold in the town , he said.\n\n", 2)
        assert (await editor.pulled("story.txt")).items == []
        await editor.until(lambda one: one.said)
        assert len(editor.said) == 1
        assert "did you mean 'select'?" in editor.said[0]
        (tmp_path / "mtqa.toml").write_text("")
        assert len((await editor.pulled("story.txt")).items) == 1

    session(scenario, client=capabilities(pull=True))
