"""Exceptions as data: the entries of LEAVE, each a pattern or a name and the sentence that needs it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.phrases import SET_PHRASES
from mtqa.matching.pattern import Pattern, compile_pattern
from mtqa.rule import Example, examples
from mtqa.values import dataclass

__all__ = ["NAMED", "Leave", "exceptions"]

Covers = Callable[[Match], bool]


@dataclass(frozen=True, slots=True)
class Leave:
    """An exception: places that a rule leaves alone, and the sentence that proves it is needed.

    Attributes:
        written: a pattern, or one of the names in `NAMED`.
        patterns: what it covers (the whole match, or what stands in `[[ ]]`); a match that touches that is dropped.
        example: the sentence; spans that must be found in it all the same stand in `[[ ]]`.
    """

    written: str
    patterns: tuple[Pattern, ...]
    example: Example

    def covering(self, document: Document) -> Covers:
        """What tells of a match in the document whether it is covered."""
        if not self.patterns:
            return _placed(document, NAMED[self.written])
        covered: dict[int, list[tuple[int, int]]] = {}
        for pattern in self.patterns:
            first, last = pattern.span
            for sentence, starts in pattern.places(document):
                span = sentence.tokens[starts[first]].start, sentence.tokens[starts[last] - 1].end
                covered.setdefault(sentence.segment, []).append(span)
        return lambda match: any(
            start < match.end and match.start < end for start, end in covered.get(match.segment, ())
        )


def _placed(document: Document, holds: Callable[[Document, Sentence, int], bool]) -> Covers:
    """Whether what `holds` says is true of the first token of a match."""
    paragraphs = document.analysis.paragraphs

    def covers(match: Match) -> bool:
        for sentence in paragraphs[match.segment].sentences:
            if match.start < sentence.end:
                place = next((token.index for token in sentence.tokens if match.start < token.end), None)
                return place is not None and holds(document, sentence, place)
        return False

    return covers


def _kind(*kinds: str) -> Callable[[Document, Sentence, int], bool]:
    return lambda document, sentence, _: document.analysis.speech.kind(sentence) in kinds


def _inverted(document: Document, sentence: Sentence, place: int) -> bool:
    return any(
        clause.inverted and clause.verb.first <= place <= clause.last
        for clause in document.analysis.reading(sentence).clauses
    )


#: The exceptions that have a name. A match is covered if this holds of its first token.
NAMED: dict[str, Callable[[Document, Sentence, int], bool]] = {
    "<quoted>": lambda document, sentence, place: document.analysis.speech.quoted(sentence, place),
    "<headline>": _kind("headline"),
    "<caption>": _kind("caption"),
    "<list>": _kind("list", "table"),
    "<verse>": _kind("verse"),
    "<title-of-a-work>": lambda document, sentence, place: document.analysis.speech.title(sentence, place),
    "<mentioned>": lambda document, sentence, place: document.analysis.speech.mentioned(sentence, place),
    "<question>": lambda _document, sentence, _place: sentence.tokens[-1].text == "?",
    "<inverted>": _inverted,
    "<archaic>": lambda document, _sentence, _place: document.analysis.archaic,
}
#: Phrases that several rules leave alone by a name.
_SHARED = {"<set-phrase>": SET_PHRASES}


def exceptions(items: Sequence[tuple[str, str | Example]]) -> tuple[Leave, ...]:
    """The entries of LEAVE: pairs of a pattern, or a name, and the sentence that needs it.

    Raises:
        ValueError: what is wrong with which pattern.
    """
    return tuple(Leave(written, _patterns(written), *examples([sentence])) for written, sentence in items)


def _patterns(written: str) -> tuple[Pattern, ...]:
    """The patterns of an entry; none for a name that is told by the place."""
    if written in NAMED:
        return ()
    if written in _SHARED:
        return _shared(written)
    try:
        return (compile_pattern(written.split()),)
    except ValueError as error:
        if " " in written or written[:1] != "<":
            raise
        known = ", ".join(sorted([*NAMED, *_SHARED]))
        raise ValueError(f"{error}; exceptions that have a name: {known}") from error


@cache
def _shared(name: str) -> tuple[Pattern, ...]:
    return tuple(compile_pattern(phrase.split()) for phrase in _SHARED[name])
