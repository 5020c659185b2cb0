"""The segments of a document whose placeholders or tags are not those of the source."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.placeholder_pairs import NONE, Difference, difference
from mtqa.document import Document
from mtqa.segment import Segment


def differences(document: Document) -> Iterator[tuple[int, Segment, Difference]]:
    """Index, segment and difference of each."""
    for index, segment in enumerate(document.segments):
        found = difference(segment)
        if found is not NONE:
            yield index, segment, found
