"""Plain text: paragraphs, headline, dateline."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from itertools import pairwise

from mtqa.analysis.dates import dateline
from mtqa.analysis.shape import item_start
from mtqa.lazy import regex
from mtqa.segment import Segment
from mtqa.unicode import has_text

#: Longest headline, in words.
_HEADLINE_WORDS = 22
#: Widths (characters) between which text is wrapped by hand or by a mailer.
_NARROWEST, _WIDEST = 25, 100
#: Lines for one that a wrapped dash or figure makes look like an item of a list, at least.
_ITEMS = 4
#: Lines of verse are hardly longer.
_VERSE = 60
#: Words that no line of its own ends on.
_HANGING = frozenset("the a an of and or to in at by for with from as".split())
#: Characters by which a wrapped line may fall short of the width.
_SLACK = 3
#: What the line that names the author of a quotation begins with.
_SIGNED = regex(r"\s*(?:--|[—–]) ?[^\W\d_a-z]")
_GOES_ON = frozenset(";；,，")
_FINAL = frozenset(".。!！?？…:：;；,，")
_CLOSERS = "\"”’')]»」』"
#: A dateline stands among the first segments.
_DATELINE_WITHIN = 5


def read_plain(text: str, title: str | None = None) -> tuple[tuple[Segment, ...], str | None, datetime.date | None]:
    """The segments of a plain text, its title, and the day its dateline gives.

    Paragraphs are blocks parted by blank lines. Each line of a block is a paragraph of its own, unless the
    block looks hard-wrapped. A first line that looks like a headline is one. A text without any visible character
    has no segments but for its title.

    Args:
        text: decoded; line numbers count from its first character.
        title: as it stands beside the text, or `None`. One that is not the first line becomes the first segment.
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
    return tuple(segments), title, date


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
        if not block:
            continue
        first = number - len(block)
        for piece in _pieces(block):
            whole = len(piece) == 1 or _hard_wrapped(piece)  # cheap
            for part in [piece] if whole else _parts(piece):
                yield _segment("\n".join(part), first)
                first += len(part)
        block = []


def _segment(text: str, line: int) -> Segment:
    target = text.strip()
    return Segment(target, line=line, column=len(text) - len(text.lstrip()) + 1)


def _pieces(block: list[str]) -> Iterator[list[str]]:
    """A block cut before each item of a list, and behind a heading that what it heads is indented under."""
    items = [i for i, line in enumerate(block) if i and item_start(line)]
    cuts = items if len(items) * _ITEMS > len(block) else [1] if _headed(block) else []
    for start, end in pairwise((0, *cuts, len(block))):
        yield block[start:end]


def _parts(block: list[str]) -> Iterator[list[str]]:
    """The wrapped paragraphs of a block that has no blank lines between them, and its other lines one by one."""
    width = sorted(len(line.rstrip()) for line in block)[-1 - len(block) // 4]  # the longest may stick out
    cuts = [i for i in range(1, len(block)) if _begins(block[i - 1].rstrip(), block[i], width)]
    for start, end in pairwise((0, *cuts, len(block))):
        part = block[start:end]
        if _SIGNED.match(part[0]) or _hard_wrapped(part, width):
            yield part
        else:
            yield from ([line] for line in part)


def _begins(before: str, line: str, width: int) -> bool:
    """Whether a paragraph begins without a blank line before it: indented, behind room left over, or a signature."""
    if _SIGNED.match(line):
        return True
    if not _ends(before) or before[-1] in _GOES_ON or line.lstrip()[0].islower():
        return False
    indented = len(before) - len(before.lstrip()) < len(line) - len(line.lstrip())
    return indented or len(before) + 1 + len(line.split(None, 1)[0]) <= width - _SLACK


def _headed(block: list[str]) -> bool:
    """Whether the first line is short and the second indented under it; that of an item or a definition is full."""
    if len(block) < 2 or item_start(block[0]):
        return False
    first, second = block[0].rstrip(), block[1]
    room = len(first) + 1 + len(second.split(None, 1)[0]) <= max(map(len, block[1:]))
    return room and len(first) - len(first.lstrip()) + 1 < len(second) - len(second.lstrip())


def _hard_wrapped(block: list[str], least: int = 0) -> bool:
    """Whether the line breaks of a block are those of a fixed width rather than of its author.

    So it is where the lines end inside sentences, which go on small, and few had room left for the first word of the
    next; a line that had, by its link or a break of the sentence, goes on small itself. Lines of verse and items of
    lists begin with a capital or a sign.

    Args:
        block: its lines.
        least: width of the text round them, so that all but a few of them must be full; 0 if there is none.
    """
    lines = [line.rstrip() for line in block]
    width = least or max(map(len, lines), default=0)
    if len(lines) < 2 or not _NARROWEST <= width <= _WIDEST:
        return False
    closed = ended = full = small = 0
    for line, following in pairwise(lines):
        begins_small = not following.lstrip()[0].isupper()
        if len(line) + 1 + len(following.split(None, 1)[0]) > width - _SLACK:
            full += 1
        elif (_ends(line) and line[-1] not in _GOES_ON) or not begins_small:
            return False
        closed += _ends(line)
        ended += _ends(line) and line[-1] not in _GOES_ON
        small += begins_small
    breaks = len(lines) - 1
    if breaks == 1:
        goes_on = full and width > _VERSE and lines[0].rpartition(" ")[2] in _HANGING
        return bool(goes_on) or (lines[1].lstrip()[0].islower() and bool(full if least else not closed))
    if full == breaks and width > _VERSE and (small or ended * 2 <= breaks):
        return True  # whatever names and sentences begin the lines
    if least and full * 6 < breaks * 5:
        return False
    return full * 2 >= breaks and closed * 2 <= breaks and small * 3 >= breaks


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
