"""Token patterns: where a pattern matches.

The way to write them is in `docs/pattern-packs.md`. A pattern is looked up by its rarest word; the elements at
a fixed distance from it are tested next, cheapest first; only then is anything of variable length walked
through, within windows of 40 tokens or phrases an element and at a bounded number of places in a sentence, no way
twice. So the cost is linear in the text, whatever the pattern; and a sentence is read for its phrases only where the
words around the place fit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.matching.elements import LONGEST, Element, parsed
from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.analysis.reading import Reading
    from mtqa.analysis.text import Analysis

__all__ = ["Pattern", "Place", "compile_pattern"]

#: Rough number of places in a thousand words.
_FREQUENCY = {
    word: places
    for places, words in (
        (45.0, "the , ."),
        (20.0, "to and of a in"),
        (8.0, '" “ ” for that on is'),
        (5.0, "it you 's with i have was as be are we said this at has from he"),
        (3.0, "your not will by or but they if can an his been - after were had which their there who ( )"),
        (2.0, "more our all us people one up so out would also when any no"),
        (
            1.0,
            "? ! : ; ' ’ do about new time my some just them its me back two her than over then only other while she "
            "into now what days like know because first could him years last day may where see get government made "
            "year percent % three even most such how between before under these those being many did does",
        ),
    )
    for word in words.split()
}
#: A sentence, and the index of a token in it.
Place = tuple[Sentence, int]

_PAIRS = 1_000  # of a pattern's words and their neighbours, at most
_RARE = 0.1  # places of a word that is not listed
#: Places of one sentence at which a pattern of variable length is tried for each of its words: more than any
#: sentence somebody wrote has, few enough for a line of 200,000 of them.
_TRIES = 100


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled pattern.

    Attributes:
        elements: in order.
        anchor: index of the element whose words are looked up.
        listed: (distance from the anchor, words) to test first: of the run of elements around the anchor that take a
            fixed number of tokens, those that take a word of a list.
        fixed: (distance, element) of the others, and of those that ask for more than a word of the list.
        sure: the same, of those that ask for the class a token is read as: tested last.
        sides: (distance from the anchor, elements) of the tokens beside that run: one of the elements takes it.
        around: indexes of the first element of that run and of the one behind it.
        span: indexes of the first element of the span and of the one behind it.
        needs: for every other element that takes a word of a list, that list: a text without one has no match.
    """

    elements: tuple[Element, ...]
    anchor: int
    listed: tuple[tuple[int, frozenset[str]], ...]
    fixed: tuple[tuple[int, Element], ...]
    sure: tuple[tuple[int, Element], ...]
    sides: tuple[tuple[int, tuple[Element, ...]], ...]
    around: tuple[int, int]
    span: tuple[int, int]
    needs: tuple[tuple[str, ...], ...]

    @property
    def words(self) -> tuple[str, ...]:
        """The words it is looked up by."""
        return self.elements[self.anchor].words

    @property
    def pairs(self) -> list[tuple[str, str, int]]:
        """The pairs of a word with its neighbour that a text must have, and which of the two is the word of `words`.

        None where any will do.
        """
        for distance, forms in self.listed:
            if abs(distance) == 1 and len(forms) * len(self.words) <= _PAIRS:
                both = [(word, form) for word in self.words for form in forms]
                return [(word, form, 0) if distance > 0 else (form, word, 1) for word, form in both]
        return []

    def places(self, document: Document) -> Iterator[tuple[Sentence, list[int]]]:
        """Where it matches: the sentence, and the token index each element begins at with the end last."""
        analysis = document.analysis
        return self.among(self.near(analysis.find(*self.words), analysis), analysis)

    def among(self, near: Sequence[Place], analysis: Analysis) -> Iterator[tuple[Sentence, list[int]]]:
        """The same, out of what `near` gave."""
        plain = self.around == (0, len(self.elements))
        current, tried = None, 0
        for sentence, position in near:
            tokens = sentence.tokens
            read = partial(analysis.reading, sentence)
            if self.sure and not self._surely(tokens, read, position):
                continue
            if not plain:
                if not all(_one(elements, tokens, read, position + place) for place, elements in self.sides):
                    continue
                if sentence is not current:
                    current, tried = sentence, 0
                tried += 1
                if tried > _TRIES:
                    continue
            starts = self._starts(tokens, read, position)
            if starts is not None and starts[self.span[0]] < starts[self.span[1]]:
                yield sentence, starts

    def _surely(self, tokens: Sequence[Token], read: Callable[[], Reading], position: int) -> bool:
        """Whether the tokens are read as the elements ask."""
        for distance, element in self.sure:  # noqa: SIM110 - it is asked at many places
            if not element.holds(tokens, read, position + distance):
                return False
        return True

    def near(self, places: list[Place], analysis: Analysis) -> list[Place]:
        """The places around which the tokens fit, as far as no reading is asked for: most patterns end here.

        Args:
            places: of its words.
        """
        if not places or any(map(analysis.index.keys().isdisjoint, self.needs)):  # cheap
            return []
        for distance, words in self.listed:
            places = [
                (sentence, position)
                for sentence, position in places
                if 0 <= position + distance < len(sentence.tokens)
                and sentence.tokens[position + distance].lower in words
            ]
        for distance, element in self.fixed:
            if not places:
                break
            test, look = element.test, element.look
            places = [
                (sentence, position)
                for sentence, position in places
                if (
                    element.holds(sentence.tokens, _unread, position + distance)
                    if look or test is None
                    else 0 <= position + distance < len(sentence.tokens) and test(sentence.tokens[position + distance])
                )
            ]
        return places

    def _starts(self, tokens: Sequence[Token], read: Callable[[], Reading], position: int) -> list[int] | None:
        first, last = self.around
        at = position - sum(element.high for element in self.elements[first : self.anchor])
        starts: list[int] = []
        if first:
            before = _walk(self.elements[first - 1 :: -1], tokens, read, 0, at, -1, set())
            if before is None:
                return None
            starts = before[:0:-1]
        for element in self.elements[first:last]:
            starts.append(at)
            at += element.high
        if last == len(self.elements):
            return [*starts, at]
        after = _walk(self.elements[last:], tokens, read, 0, at, 1, set())
        return None if after is None else starts + after


def _one(elements: Sequence[Element], tokens: Sequence[Token], read: Callable[[], Reading], at: int) -> bool:
    """Whether one of some elements takes the token at a place."""
    return any(element.holds(tokens, read, at) for element in elements)


def _side(elements: Sequence[Element]) -> tuple[Element, ...]:
    """Of elements in a row, those that may take the first token; none where that is not so simple."""
    found: list[Element] = []
    for element in elements:
        if element.phrase:
            break
        if not element.look:  # what only looks at the place takes nothing
            found.append(element)
        if element.low:
            return tuple(found)
    return ()


def _unread() -> Reading:
    raise AssertionError("an element without tags asks for no reading")


def _walk(
    elements: Sequence[Element],
    tokens: Sequence[Token],
    read: Callable[[], Reading],
    number: int,
    at: int,
    step: int,
    dead: set[tuple[int, int]],
) -> list[int] | None:
    """The edges between the elements from `number` on, the place `at` first, as few tokens for each as will do.

    Args:
        read: the reading of the sentence.
        step: 1 to read on from `at`, -1 to read back from it.
        dead: (number, place) that lead nowhere; so each is tried once.
    """
    if number == len(elements):
        return [at]
    if (number, at) in dead:
        return None
    element = elements[number]
    rest: list[int] | None = None
    if element.look:
        if element.holds(tokens, read, at):
            rest = _walk(elements, tokens, read, number + 1, at, step, dead)
    else:
        place = at
        for taken in range(element.high + 1):
            if taken >= element.low:
                rest = _walk(elements, tokens, read, number + 1, place, step, dead)
                if rest is not None:
                    break
            place = element.beyond(tokens, read, place, step) if taken < element.high else -1
            if place < 0:
                break
    if rest is None:
        dead.add((number, at))
        return None
    return [at, *rest]


def compile_pattern(parts: Sequence[str]) -> Pattern:
    """A pattern from its elements as written in a pack.

    Raises:
        ValueError: what is wrong with which element.
    """
    elements: list[Element] = []
    opened = closed = -1
    for part in parts:
        if part == "[[" and opened < 0:
            opened = len(elements)
        elif part == "]]" and opened >= 0 and closed < 0:
            closed = len(elements)
        elif part in ("[[", "]]"):
            raise ValueError("'[[' and ']]' do not pair")
        else:
            elements.append(parsed(part))
    if not elements:
        raise ValueError("a pattern needs at least one element")
    if len(elements) > LONGEST:
        raise ValueError(f"{len(elements)} elements; at most {LONGEST}")
    if (opened < 0) != (closed < 0) or (opened >= 0 and opened == closed):
        raise ValueError("'[[' and ']]' do not pair, or hold nothing")
    anchors = [n for n, element in enumerate(elements) if element.words and element.low == element.high == 1]
    if not anchors:
        raise ValueError("needs a word that is neither optional nor repeated, to be looked up by")
    anchor = min(anchors, key=lambda n: _weight(elements[n].words))
    first, last = anchor, anchor + 1
    while first and elements[first - 1].fixed:
        first -= 1
    while last < len(elements) and elements[last].fixed:
        last += 1
    begin = distance = -sum(element.high for element in elements[first:anchor])
    listed: list[tuple[int, frozenset[str]]] = []
    fixed: list[tuple[int, Element]] = []
    sure: list[tuple[int, Element]] = []
    for number in range(first, last):
        element = elements[number]
        places = range(distance, distance + (element.high or 1))
        if element.tags:
            sure.extend((place, element) for place in places)
        else:
            if element.words and not element.look and number != anchor:
                listed.extend((place, frozenset(element.words)) for place in places)
            if element.strict or element.look or not element.words:
                fixed.extend((place, element) for place in places)
        distance += element.high
    fixed.sort(key=lambda item: (not item[1].words, abs(item[0])))
    listed.sort(key=lambda item: abs(item[0]))
    span = (opened, closed) if opened >= 0 else (0, len(elements))
    beside = ((begin - 1, _side(elements[:first][::-1])), (distance, _side(elements[last:])))
    sides = tuple((place, side) for place, side in beside if side)
    needs = tuple(element.words for n, element in enumerate(elements) if element.words and element.low and n != anchor)
    return Pattern(tuple(elements), anchor, tuple(listed), tuple(fixed), tuple(sure), sides, (first, last), span, needs)


def _weight(words: Sequence[str]) -> float:
    """How often an element is looked up in a thousand words, roughly."""
    return sum(_FREQUENCY.get(word, _RARE) for word in words)
