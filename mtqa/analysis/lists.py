"""Lists: noun phrases joined by commas and a conjunction, where it is sure which they are."""

from __future__ import annotations

from mtqa.analysis.clauses import Clause
from mtqa.analysis.phrases import NounPhrase, Phrase
from mtqa.analysis.sentences import Sentence
from mtqa.values import dataclass

__all__ = ["Coordination", "coordinations"]

_JOINING = frozenset("and or nor &".split())
_GOES_ON = "i&egBP"  # behind a last item: what it alone may have, or a list that is not over
_ANNOUNCING = ("example", "instance")
_ITEMS = 60  # of one list


@dataclass(slots=True, eq=False)
class Coordination(Phrase):
    """Noun phrases joined by a conjunction, and by commas where they are more than two: Ann, Bob and the dog.

    Attributes:
        items: in order, each as far as it stands before what hangs on it.
        conjunction: the index of and, or, nor.
        comma: whether a comma stands before the conjunction.
    """

    items: tuple[NounPhrase, ...]
    conjunction: int
    comma: bool


def coordinations(sentence: Sentence, signs: str, nouns: list[NounPhrase], made: list[Clause]) -> list[Coordination]:
    """The lists of a sentence in order.

    Absent where it is open what is joined: `the head of the bank and the mayor`, `Ann, the mayor, and Bob`, `Rome and
    Bari in Italy`; and where a clause begins with the last item.
    """
    if "&" not in signs:
        return []
    starts = {noun.first: noun for noun in nouns}
    ends = {noun.last: noun for noun in nouns}
    own = {id(clause.subject) for clause in made}
    verbs = {clause.verb.first: clause for clause in made}
    found: list[Coordination] = []
    for place in range(1, len(signs) - 1):
        if signs[place] not in "&+" or sentence.tokens[place].lower not in _JOINING:
            continue
        last = starts.get(place + 1)
        if last is None or id(last) in own:
            continue
        comma = signs[place - 1] == ","
        items = _items(signs, ends, last, place - 1 - comma)
        if len(items) < 2 + comma or not _alike(signs, items) or not _apart(signs, ends, items):
            continue
        behind = last.last + 1
        if signs[behind : behind + 1] in tuple(_GOES_ON) or signs[items[0].first - 1 : items[0].first] == "&":
            continue
        if signs[behind : behind + 2] == ",&" or items[0].text.lower() in _ANNOUNCING:
            continue  # food, drugs and devices, and toys; for example, Lyon and Lille
        while signs[behind : behind + 1] == "r":
            behind += 1
        clause = verbs.get(behind)
        if clause is not None and (clause.subject is None or clause.subject.first > items[0].first):
            continue
        found.append(Coordination(sentence, items[0].first, last.last, tuple(items), place, comma))
    return found


def _items(signs: str, ends: dict[int, NounPhrase], last: NounPhrase, place: int) -> list[NounPhrase]:
    """The items up to the last, from the one that ends at a place back; none where the first is not sure."""
    items = [last]
    noun = ends.get(place)
    while noun is not None and len(items) < _ITEMS:
        items.append(noun)
        edge = noun.first - 1
        if edge < 1 or signs[edge] != ",":
            break
        noun = ends.get(edge - 1)
        if signs.find(",") == edge and signs[signs[0] == '"'] in "ibrktgTYW":
            break  # In May, Ann, Bob and Tom
    else:
        return []
    return items[::-1]


def _alike(signs: str, items: list[NounPhrase]) -> bool:
    """Whether all have a determiner, or none: not Ann, the mayor, and Bob; U.S. and Australian bonds."""
    first, last = items[0], items[-1]
    if any((item.determiner is None) != (first.determiner is None) for item in items) or signs[last.first] == "p":
        return False
    return signs[last.first] != "j" or signs[first.head] not in "nP" or len(items) > 2


def _apart(signs: str, ends: dict[int, NounPhrase], items: list[NounPhrase]) -> bool:
    """Whether the first item hangs on no phrase before it, or is too like the second to be parted from it."""
    first = items[0]
    if first.first < 2 or signs[first.first - 1] not in "it" or first.first - 2 not in ends:
        return True
    names = all(signs[item.head] in "PS" for item in items)
    return names or (len(items) > 2 and all(item.determiner is None for item in items))
