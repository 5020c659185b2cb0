"""Plain text: paragraphs, headline, dateline."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtqa.document import Document, Problem, Segment
from mtqa.readers.base import ReadError, ReadOptions, has_text
from mtqa.readers.dates import dateline
from mtqa.readers.input import Input

#: Longest headline, in words.
_HEADLINE_WORDS = 22
#: Widths (characters) between which text is wrapped by hand or by a mailer.
_NARROWEST, _WIDEST = 50, 100
_FINAL = frozenset(".。!！?？…:：;；,，")
_CLOSERS = "\"”’')]»」』"
#: A dateline stands among the first segments.
_DATELINE_WITHIN = 5


def read_text(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """The one document of a plain-text file."""
    text = file.text()
    if "\0" in text:
        raise ReadError("binary file: holds NUL characters", text.count("\n", 0, text.index("\0")) + 1)
    yield document_from_text(
        text,
        id=file.path,
        path=file.path,
        language=options.language,
        source_language=options.source_language,
    )


def document_from_text(
    text: str,
    *,
    id: str = "text",
    path: str | None = None,
    title: str | None = None,
    language: str = "en",
    source_language: str | None = None,
) -> Document:
    """A document from plain text.

    Paragraphs are blocks parted by blank lines. Each line of a block is a paragraph of its own, unless the
    block looks hard-wrapped. A first line that looks like a headline is one; a dateline gives the date.

    Args:
        text: decoded; line numbers count from its first character.
        id, path, title, language, source_language: of the document. A title that is not the first line becomes
            the first segment, a headline without a place.
    A text without any visible character has no segments but for its title.
    """
    segments = list(paragraphs(text))
    date = None
    for segment in segments[:_DATELINE_WITHIN]:
        date = date or dateline(segment.target)
    if title is None:
        segments = _mark_headlines(segments)
        if segments and segments[0].kind == "headline":
            title = segments[0].target
    elif segments and segments[0].target == title.strip():
        segments[0] = _headline(segments[0])
    elif has_text(title):
        segments.insert(0, Segment(title.strip(), kind="headline", element="title"))
    return Document(
        id, tuple(segments), path=path, title=title, language=language, source_language=source_language, date=date
    )


def paragraphs(text: str) -> Iterator[Segment]:
    """Paragraphs of a plain text, verbatim, with their places."""
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    block: list[str] = []
    lines = text.removeprefix("\ufeff").split("\n")
    for number, line in enumerate([*lines, ""], 1):
        if has_text(line):
            block.append(line)
            continue
        first = number - len(block)
        if _hard_wrapped(block):
            yield _segment("\n".join(block), first)
        else:
            for offset, single in enumerate(block):
                yield _segment(single, first + offset)
        block = []


def _segment(text: str, line: int) -> Segment:
    target = text.strip()
    return Segment(target, line=line, column=len(text) - len(text.lstrip()) + 1)


def _hard_wrapped(block: list[str]) -> bool:
    """Whether the line breaks of a block are those of a fixed width rather than of its author.

    So it is where no line had room left for the first word of the next, and the lines end inside sentences.
    """
    if len(block) < 2:
        return False
    lines = [line.rstrip() for line in block]
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return False
    closed = 0
    for line, following in pairwise(lines):
        word = following.split(None, 1)[0]
        if len(line) + 1 + len(word) <= width:
            return False
        closed += _ends(line)
    if len(lines) == 2:
        return not closed and lines[1].lstrip()[0].islower()
    return closed * 2 <= len(lines) - 1


def _ends(line: str) -> bool:
    return line.rstrip(_CLOSERS)[-1:] in _FINAL


def _mark_headlines(segments: list[Segment]) -> list[Segment]:
    """The first line as headline if it looks like one, and a second one where the dateline follows it."""
    if len(segments) > 1 and _like_headline(segments[0]):
        segments[0] = _headline(segments[0])
        if len(segments) > 3 and _like_headline(segments[1]) and dateline(segments[2].target):
            segments[1] = _headline(segments[1])
    return segments


def _like_headline(segment: Segment) -> bool:
    text = segment.target
    return (
        len(text) <= 300
        and "\n" not in text
        and not _ends(text)
        and len(text.split()) <= _HEADLINE_WORDS
        and any(char.isalpha() for char in text)
        and dateline(text) is None
    )


def _headline(segment: Segment) -> Segment:
    return Segment(segment.target, kind="headline", line=segment.line, column=segment.column)
