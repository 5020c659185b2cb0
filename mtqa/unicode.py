"""One version of Unicode for all versions of Python: what rules see of a text does not depend on the interpreter.

Python 3.11 knows Unicode 14.0, 3.14 knows 16.0. A character that came in between is a letter to one and nothing to
the other; here it is nothing to all: rules read U+FDD0, which is and will be no character, in its place. Findings
still show the text as it stands.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from mtqa.lazy import regex

if TYPE_CHECKING:
    from mtqa.document import Document

#: Code points assigned from Unicode 15.0 to 16.0. tests/test_unicode.py holds them against every Python it runs on.
_NEW = """
0897 0CF3 0ECE 1B4E-1B4F 1B7F 1C89-1C8A 2427-2429 2FFC-2FFF 31E4-31E5 31EF A7CB-A7CD A7DA-A7DC 105C0-105F3 10D40-10D65
10D69-10D85 10D8E-10D8F 10EC2-10EC4 10EFC-10EFF 1123F-11241 11380-11389 1138B 1138E 11390-113B5 113B7-113C0 113C2 113C5
113C7-113CA 113CC-113D5 113D7-113D8 113E1-113E2 116D0-116E3 11B00-11B09 11BC0-11BE1 11BF0-11BF9 11F00-11F10 11F12-11F3A
11F3E-11F5A 1342F 13439-13455 13460-143FA 16100-16139 16D40-16D79 18CFF 1B132 1B155 1CC00-1CCF9 1CD00-1CEB3 1D2C0-1D2D3
1DF25-1DF2A 1E030-1E06D 1E08F 1E4D0-1E4F9 1E5D0-1E5FA 1E5FF 1F6DC 1F774-1F776 1F77B-1F77F 1F7D9 1F8B2-1F8BB 1F8C0-1F8C1
1FA75-1FA77 1FA87-1FA89 1FA8F 1FAAD-1FAAF 1FABB-1FABF 1FAC6 1FACE-1FACF 1FADA-1FADC 1FADF 1FAE8-1FAE9 1FAF7-1FAF8
1FBCB-1FBEF 2B739 2EBF0-2EE5D 31350-323AF
"""

#: Older ones that were given another case or category since: a few letters of Georgian, African and Ahom writing.
_CHANGED = "10FC A7F2-A7F4 AB69 1171E"

#: What rules read in their place.
NOTHING = "\ufdd0"

#: Characters that show nothing and are not white space.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")


def _class(ranges: str) -> str:
    """Ranges of hexadecimal numbers as the inside of a character class."""
    edges = ([int(edge, 16) for edge in item.split("-")] for item in ranges.split())
    return "".join(f"{chr(edge[0])}-{chr(edge[-1])}" for edge in edges)


_UNSTEADY = regex(f"[{_class(_NEW + _CHANGED)}]")


def pinned(text: str) -> str:
    """The text, of the same length, without characters that not every Python knows."""
    return text if text.isascii() else _UNSTEADY.sub(NOTHING, text)


def pinned_document(document: Document) -> Document:
    """The document as rules read it: itself, where it has no such characters."""
    sides = [text for one in document.segments for text in (one.source, one.reference) if text]
    targets = "".join(document.analysis.chars)  # rules ask for them anyway, and they are few
    if not any(not text.isascii() and _UNSTEADY.search(text) for text in (targets, document.title or "", *sides)):
        return document
    segments = [
        dataclasses.replace(
            segment,
            target=pinned(segment.target),
            source=None if segment.source is None else pinned(segment.source),
            reference=None if segment.reference is None else pinned(segment.reference),
        )
        for segment in document.segments
    ]
    title = None if document.title is None else pinned(document.title)
    return dataclasses.replace(document, title=title, segments=segments)


def has_text(text: str) -> bool:
    """Whether anything in it can be seen."""
    return any(not char.isspace() and char not in _INVISIBLE for char in text)
