"""Exceptions as data: the entries of LEAVE, each a pattern and the sentence that needs it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from mtqa.document import Document
from mtqa.matching.pattern import Pattern, compile_pattern
from mtqa.rule import Example, examples

__all__ = ["Leave", "exceptions"]


@dataclass(frozen=True, slots=True)
class Leave:
    """An exception: places that a rule leaves alone, and the sentence that proves it is needed.

    Attributes:
        pattern: what it covers (the whole match, or what stands in its `[[ ]]`); a match that touches that is dropped.
        written: the pattern as written.
        example: the sentence; spans that must be found in it all the same stand in `[[ ]]`.
    """

    pattern: Pattern
    written: str
    example: Example

    def mark(self, document: Document, covered: list[bytearray]) -> None:
        """Set the characters it covers, for each segment."""
        first, last = self.pattern.span
        for sentence, starts in self.pattern.places(document):
            start, end = sentence.tokens[starts[first]].start, sentence.tokens[starts[last] - 1].end
            covered[sentence.segment][start:end] = b"\1" * (end - start)


def exceptions(items: Sequence[tuple[str, str | Example]]) -> tuple[Leave, ...]:
    """The entries of LEAVE: pairs of a pattern and the sentence that needs it.

    Raises:
        ValueError: what is wrong with which pattern.
    """
    return tuple(Leave(compile_pattern(written.split()), written, *examples([sentence])) for written, sentence in items)
