"""TBX, a term base, read to be checked itself: the term of one language beside that of another, streamed.

Each concept is a unit, of each language its first term. (To check texts by it, it is given with `--terms`.)
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document, Problem
from mtqa.readers.base import ReadOptions
from mtqa.readers.input import Input
from mtqa.readers.tmx import Tmx
from mtqa.readers.xml import Place, Reader

#: Elements of TBX, of 2008 and of 2019, and those of a memory they are like.
_LIKE = {
    "martif": "tmx",
    "tbx": "tmx",
    "termEntry": "tu",
    "conceptEntry": "tu",
    "langSet": "tuv",
    "langSec": "tuv",
    "term": "seg",
    "note": "note",
    "hi": "hi",
}


def read_tbx(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """Documents of a term base."""
    yield from Reader(file, _Tbx(file.path, options, file.notes)).documents()


class _Tbx(Tmx):
    """The elements of a term base as those of a memory."""

    def start(self, name: str, attributes: dict[str, str], place: Place) -> None:
        """Take a tag that opens an element."""
        like = _LIKE.get(name, "")
        if like == "tu" and "id" in attributes:
            attributes = {**attributes, "tuid": attributes["id"]}
        super().start(like, attributes, place)

    def end(self, name: str, place: Place) -> None:
        """Take the end of an element."""
        super().end(_LIKE.get(name, ""), place)
