"""A story in one cell of a table or one string of JSON, text or HTML; and the title that stands beside a text."""

from __future__ import annotations

import dataclasses
import datetime
import re
from collections.abc import Sequence

from mtqa.analysis.dates import dateline
from mtqa.analysis.plaintext import read_plain
from mtqa.document import Segment
from mtqa.lazy import regex
from mtqa.readers.base import ReadOptions
from mtqa.readers.html import fragment
from mtqa.readers.html import segment as html_segment
from mtqa.unicode import has_text
from mtqa.values import NamedTuple

#: A text is HTML if it holds a paragraph or the like from its beginning to its end, or breaks lines by tags.
#: A tag or an entity alone is not enough: in plain text that is a defect.
_BLOCK = regex(
    r"<(p|div|h[1-6]|ul|ol|li|table|blockquote|article|section|figure|body|html)(?:\s[^<>]{0,2000})?>", re.IGNORECASE
)
_BREAK = regex(r"<br\s{0,9}/?>", re.IGNORECASE)
#: A dateline stands among the first segments.
_DATELINE_WITHIN = 5


class Story(NamedTuple):
    """What a cell holds.

    Attributes:
        segments: with lines, without columns; the title's first where it is one of them.
        title: as given, or the first line that looks like one.
        date: of the dateline.
    """

    segments: list[Segment]
    title: str | None
    date: datetime.date | None


def is_html(text: str, options: ReadOptions) -> bool:
    """Whether a text is HTML: as the user says, or as it looks."""
    if options.text_format is not None:
        return options.text_format == "html"
    if "<" not in text:
        return False
    block = _BLOCK.search(text)
    if block and f"</{block[1].lower()}" in text[block.end() :].lower():
        return True
    return len(_BREAK.findall(text)) > 1


def story(text: str, title: str | None, options: ReadOptions, *, line: int | None, names: tuple[str, str]) -> Story:
    """A story out of one cell.

    Args:
        text: of the cell.
        title: beside it, or `None`.
        options: what the user says of it.
        line: of the cell.
        names: what the text and the title are called there, for reports.

    Raises:
        ReadError: HTML that cannot be read.
    """
    element, title_element = names
    if not is_html(text, options):
        read, title, date = read_plain(text, title)
        segments = [
            Segment(one.target, kind=one.kind, line=line, element=title_element if one.element else element)
            for one in read
        ]
        return Story(segments, title, date)
    blocks = fragment(text)
    segments = [html_segment(block, line, element) for block in blocks]
    date = next((date for one in segments[:_DATELINE_WITHIN] if (date := dateline(one.target))), None)
    headed, _ = with_title(segments, title, line, title_element)
    heading = next((one.target for one in segments[:1] if one.kind == "headline"), None)
    return Story(headed, title or heading, date)


def with_title(
    segments: Sequence[Segment], title: str | None, line: int | None, element: str
) -> tuple[list[Segment], bool]:
    """Segments with the title before them; and whether it was put there, for it may be the first of them."""
    segments = list(segments)
    if title is None or not has_text(title):
        return segments, False
    if segments and segments[0].target.strip() == title.strip():
        segments[0] = dataclasses.replace(segments[0], kind="headline")
        return segments, False
    return [Segment(title.strip(), kind="headline", line=line, element=element), *segments], True


def plain(text: str, options: ReadOptions) -> str:
    """A translation unit without markup, where the user says that it has some."""
    if options.text_format != "html":
        return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return "\n".join(block.text for block in fragment(text))
