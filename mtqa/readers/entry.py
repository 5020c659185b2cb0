"""An entry of a feed made a document, whatever the feed's format."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from mtqa.analysis.plaintext import paragraphs
from mtqa.document import Segment
from mtqa.lazy import regex
from mtqa.readers.base import ReadOptions
from mtqa.readers.bilingual import parted
from mtqa.readers.html import Block, fragment, segment
from mtqa.unicode import has_text
from mtqa.values import NamedTuple

_MARKUP = regex(r"<[A-Za-z/!]|&#?\w{1,31};")
_BLANK = regex(r"\n[ \t\r\f]*\n\s*")
#: What cuts a summary short.
_CUT = regex(r"\s*(?:\[?(?:…|\.\.\.|&hellip;)\]?)\s*$")


class Part(NamedTuple):
    """A text of an entry.

    Attributes:
        element: name of the element it is from.
        text: as it stands in the feed, its first layer of escapes undone.
        mode: "html" where the text is markup, "text" where it is not.
        line: of the element in the file.
    """

    element: str
    text: str
    mode: Literal["html", "text"]
    line: int | None


def entry_segments(title: Part | None, summaries: Sequence[Part], content: Part | None) -> list[Segment]:
    """Segments of an entry in reading order: title, summary, content.

    A summary that only repeats the title or the beginning of the content is left out: its defects would be
    reported twice.

    Raises:
        ReadError: markup that cannot be read.
    """
    segments: list[Segment] = []
    if title is not None and has_text(headline := plain(title)):
        segments.append(Segment(headline, kind="headline", line=title.line, element=title.element))
    body = _blocks(content) if content is not None else []
    known = _squeeze(" ".join([*(s.target for s in segments), *(block.text for block in body)]))
    for part in summaries:
        for block in _blocks(part):
            text = _CUT.sub("", _squeeze(block.text)[-20_000:]) if len(block.text) < 20_000 else _squeeze(block.text)
            if text and text not in known:
                segments.append(segment(block, part.line, part.element))
                known += " " + text
    if content is not None:
        segments += [segment(block, content.line, content.element) for block in body]
    return segments


def with_original(
    title: str | None, segments: list[Segment], language: str, options: ReadOptions
) -> tuple[str | None, list[Segment], str | None]:
    """Title, segments and source language of an entry; where it holds its original, that is the source."""
    found = parted(segments, language) if len(segments) > 0 else None
    if found is None:
        return title, segments, options.source_language
    first = found.segments[0] if found.segments else None
    if first is not None and first.kind == "headline" and first.source:
        title = first.target
    return title, found.segments, options.source_language or found.source_language


def plain(part: Part) -> str:
    """Text of a part in one line."""
    if part.mode == "html" and _MARKUP.search(part.text):
        return _squeeze(" ".join(block.text for block in fragment(part.text)))
    return _squeeze(part.text)


def _blocks(part: Part) -> list[Block]:
    if part.mode == "text":
        return [Block(made.target, part.element, part.line) for made in paragraphs(part.text)]
    if _MARKUP.search(part.text):
        return fragment(part.text)
    # no markup: white space means nothing but for blank lines, which their authors meant
    texts = (_squeeze(text) for text in _BLANK.split(part.text))
    return [Block(text, part.element, part.line) for text in texts if has_text(text)]


def _squeeze(text: str) -> str:
    return " ".join(text.split())
