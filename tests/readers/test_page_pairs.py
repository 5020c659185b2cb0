"""Pages and Word documents with their source in a second file, block by block."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mtqa.document import Document, Problem
from mtqa.readers import ReadOptions, read_paths

Pair = Callable[[str, bytes, bytes], tuple[list[Document], list[str]]]
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@pytest.fixture
def pair(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Pair:
    """Write a translation and its source, and read them together."""
    monkeypatch.chdir(tmp_path)

    def run(name: str, target: bytes, source: bytes) -> tuple[list[Document], list[str]]:
        Path(name).write_bytes(target)
        Path(f"source-{name}").write_bytes(source)
        items = list(read_paths([name], ReadOptions(source_file=f"source-{name}", source_language="de")))
        return (
            [item for item in items if isinstance(item, Document)],
            [str(item) for item in items if isinstance(item, Problem)],
        )

    return run


def docx(heading: str, paragraphs: list[str], cells: list[str]) -> bytes:
    """A Word document as word processors pack it: a heading, paragraphs of two runs, a table of one row."""

    def paragraph(text: str, style: str = "") -> str:
        half = len(text) // 2
        runs = "".join(f'<w:r><w:t xml:space="preserve">{one}</w:t></w:r>' for one in (text[:half], text[half:]))
        return f"<w:p>{f'<w:pPr><w:pStyle w:val={style!r}/></w:pPr>' if style else ''}{runs}</w:p>"

    body = paragraph(heading, "Heading1") + "".join(map(paragraph, paragraphs))
    row = "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml", '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'
        )
        archive.writestr("_rels/.rels", "<Relationships/>")
        archive.writestr(
            "word/document.xml",
            f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="{WORD}"><w:body>{body}'
            f"<w:tbl><w:tr>{row}</w:tr></w:tbl></w:body></w:document>",
        )
    return packed.getvalue()


def html(language: str, heading: str, paragraphs: list[str], cells: list[str]) -> bytes:
    """A page with a menu and a footer round the story."""
    blocks = "".join(f"<p>{text}</p>" for text in paragraphs)
    row = "".join(f"<td>{cell}</td>" for cell in cells)
    return (
        f"<!doctype html><html lang='{language}'><head><title>{heading}</title></head><body>"
        f"<nav><a href='/'>Start</a></nav><article><h1>{heading}</h1>{blocks}"
        f"<ul><li>{cells[0]}</li></ul><table><tr>{row}</tr></table></article>"
        "<footer>2026</footer></body></html>"
    ).encode()


ENGLISH = (
    "The bridge",
    ["The mayor spoke on 5 May.", "A new bridge opens.", "Nobody came for 14 days."],
    ["Town", "Km"],
)
GERMAN = (
    "Die Brücke",
    ["Der Bürgermeister sprach am 5. Mai.", "Eine neue Brücke öffnet.", "Niemand kam in 14 Tagen."],
    ["Ort", "km"],
)
MORE = "Ein Absatz, den niemand übersetzt hat, weil er erst am Abend in das Blatt kam."


def test_word_documents_block_by_block(pair: Pair) -> None:
    (document,), problems = pair("a.docx", docx(*ENGLISH), docx(*GERMAN))
    assert problems == []
    assert [(one.target, one.source, one.kind) for one in document.segments] == [
        ("The bridge", "Die Brücke", "headline"),
        ("The mayor spoke on 5 May.", "Der Bürgermeister sprach am 5. Mai.", "body"),
        ("A new bridge opens.", "Eine neue Brücke öffnet.", "body"),
        ("Nobody came for 14 days.", "Niemand kam in 14 Tagen.", "body"),
        ("Town", "Ort", "table"),
        ("Km", "km", "table"),
    ]
    assert document.source_language == "de"


def test_uneven_word_documents_say_where_they_part(pair: Pair) -> None:
    longer = (GERMAN[0], [*GERMAN[1][:2], MORE, GERMAN[1][2]], GERMAN[2])
    (document,), (error,) = pair("a.docx", docx(*ENGLISH), docx(*longer))
    assert error == (
        "a.docx: 6 paragraphs, but 7 in source-a.docx: they part about here (paragraph 4 “Nobody came for 14 days.”; "
        f"source-a.docx, paragraph 4: “{MORE[:60].strip()}”); make them even; checked without the source"
    )
    assert not document.has_source


def test_pages_block_by_block(pair: Pair) -> None:
    (document,), problems = pair("a.html", html("en", *ENGLISH), html("de", *GERMAN))
    assert problems == []
    assert [(one.target, one.source) for one in document.segments][-4:] == [
        ("Nobody came for 14 days.", "Niemand kam in 14 Tagen."),
        ("Town", "Ort"),
        ("Town", "Ort"),
        ("Km", "km"),
    ]


def test_uneven_pages_say_where_they_part(pair: Pair) -> None:
    longer = (GERMAN[0], [GERMAN[1][0], MORE, *GERMAN[1][1:]], GERMAN[2])
    (document,), (error,) = pair("a.html", html("en", *ENGLISH), html("de", *longer))
    assert error.startswith(
        "a.html:1: 7 paragraphs, but 8 in source-a.html: they part about here (source-a.html, line 1: "
    )
    assert MORE[:60].strip() in error
    assert not document.has_source


@pytest.mark.parametrize("name", ["a.docx", "a.html"])
def test_a_source_that_is_broken_is_named_and_the_text_is_checked(pair: Pair, name: str) -> None:
    good = docx(*ENGLISH) if name == "a.docx" else html("en", *ENGLISH)
    broken = docx(*GERMAN)[:300] if name == "a.docx" else b"<html><body></body></html>"
    (document,), errors = pair(name, good, broken)
    assert len(errors) == 1
    assert errors[0].startswith(f"source-{name}")
    assert document.segments
    assert not document.has_source
