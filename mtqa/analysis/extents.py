"""Where the phrases and clauses of a reading begin and end, to be asked for by kind and place.

The reading itself is not loaded here: who only needs to know the kinds does not pay for it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from mtqa.values import NamedTuple

if TYPE_CHECKING:
    from mtqa.analysis.reading import Reading

__all__ = ["KINDS", "Extents"]


class Extents(NamedTuple):
    """Where the phrases of one kind stand: one a place, whichever end it is looked up by.

    Attributes:
        ends: by the index of the first token, that of the token behind the last.
        starts: the other way round.
    """

    ends: dict[int, int]
    starts: dict[int, int]


def _nouns(reading: Reading, *numbers: str | None) -> Iterator[tuple[int, int]]:
    signs = reading.tagged.signs
    for noun in reading.noun_phrases:
        if noun.number in numbers and signs[noun.first] not in "wqQx":  # who, which; there is
            yield noun.first, noun.last + 1


def _clauses(reading: Reading) -> Iterator[tuple[int, int]]:
    for clause in reading.clauses:
        first = clause.first
        if first is None:
            continue
        if clause.opener is not None and clause.opener >= first and not clause.relative:
            first = clause.opener + 1
        yield first, 1 + clause.last


#: The kinds of phrase that can be asked for by place, and how each is found, as (first token, behind the last). A
#: clause begins behind its conjunction, or with the relative word that is its subject, and ends with its verb or what
#: that has for objects.
KINDS: dict[str, Callable[[Reading], Iterable[tuple[int, int]]]] = {
    "np": lambda reading: _nouns(reading, "one", "many", None),
    "np:one": lambda reading: _nouns(reading, "one"),
    "np:many": lambda reading: _nouns(reading, "many"),
    "vp:finite": lambda reading: (
        (verb.first, verb.last + 1) for verb in reading.verb_groups if verb.finite is not None
    ),
    "pp": lambda reading: ((phrase.preposition, phrase.noun.last + 1) for phrase in reading.prepositional_phrases),
    "clause": _clauses,
}
