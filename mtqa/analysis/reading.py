"""The reading of a sentence: word classes, phrases and clauses, each computed when first asked for.

    reading = document.analysis.reading(sentence)
    for clause in reading.clauses:
        if clause.subject is not None and clause.number == "many" and clause.verb.form == "VBZ": ...

What cannot be read surely is absent: a rule that asks for a subject and gets `None` is silent. `docs/reading.md` says
how sure the rest is.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.clauses import Clause, clauses
from mtqa.analysis.dependence import hang
from mtqa.analysis.extents import KINDS, Extents
from mtqa.analysis.lists import Coordination, coordinations
from mtqa.analysis.order import fits
from mtqa.analysis.phrases import (
    NounPhrase,
    PrepositionalPhrase,
    VerbGroup,
    noun_phrases,
    prepositional_phrases,
    repaired,
    verb_groups,
)
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.vocabulary import Word, kinds, used, vocabulary
from mtqa.analysis.wordclasses import DOUBT, Tagged, model
from mtqa.knowledge.company import gains
from mtqa.knowledge.lexicon import english
from mtqa.lazy import lazy

__all__ = ["Reading"]

_FINITE = frozenset("DZMA")  # letters of the lexicon, which has fewer slips than the treebank
_TENSED = frozenset(("VBD", "VBZ", "MD", "VBD-A", "VBZ-A", "VBP-A"))


class Reading:
    """What is read in one English sentence. All places are indices of its tokens.

    Args:
        sentence: with at least one token.

    Attributes:
        odd: how odd each place is, once `oddness.evidence` was asked.
    """

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.odd: list[int] | None = None

    @lazy
    def texts(self) -> list[str]:
        """Every token as it stands."""
        return [token.text for token in self.tokens]

    @lazy
    def lowered(self) -> list[str]:
        """Every token in lower case."""
        return [token.lower for token in self.tokens]

    @lazy
    def begins(self) -> str:
        """The first character of every token."""
        return "".join([text[0] for text in self.texts])

    @lazy
    def words(self) -> list[Word]:
        """What is known of every token wherever it stands."""
        return vocabulary(self.lowered)

    @lazy
    def gains(self) -> bytes:
        """How likely each token but the first is made by the one before it (see `company`), apostrophes straight."""
        return gains([word.straight for word in self.words])

    @lazy
    def _base(self) -> tuple[Tagged, list[NounPhrase], bytearray]:
        tagged = model().tagged(self.tokens)
        nouns, dim = noun_phrases(self.sentence, tagged)
        return repaired(self.tokens, tagged, nouns, dim), nouns, dim

    @lazy
    def tagged(self) -> Tagged:
        """Every token's Penn tag, margin and sign (see `wordclasses`)."""
        return self._base[0]

    def tag(self, place: int) -> str | None:
        """The Penn tag of a token; `None` where it is doubtful, or no such token."""
        if not 0 <= place < len(self.tokens) or self.tagged.margins[place] < DOUBT:
            return None
        return self.tagged.tags[place]

    def may_be(self, place: int, *tags: str) -> bool:
        """Whether a token can have one of these Penn tags, whatever stands beside it."""
        return 0 <= place < len(self.tokens) and not set(tags).isdisjoint(model().form(self.tokens[place]).options)

    def only(self, place: int, *tags: str) -> bool:
        """Whether a token can have these Penn tags and no other, whatever stands beside it."""
        return 0 <= place < len(self.tokens) and set(tags).issuperset(model().form(self.tokens[place]).options)

    def participle(self, place: int) -> bool:
        """Whether a token is a participle of the past by its form alone: gone, not made or come."""
        past = self.may_be(place, "VBD", "VB", "VBP") or not _FINITE.isdisjoint(self._letters(place))
        return self.may_be(place, "VBN") and not past and self.tokens[place].text.islower()

    def may_be_finite(self, place: int) -> bool:
        """Whether a token may be a finite verb: by its form alone, or as it is read here."""
        sign = self.tagged.signs[place]
        before = self.tagged.signs[place - 1] if place else "^"
        if sign in "VB":
            return before != "t"
        if sign in "AMZDF":
            return True
        if (sign in "ns" and before in "dh") or (sign in "PS" and place):
            return False
        letters = self._letters(place)
        tensed = any(tag in _TENSED or "+" in tag for tag in model().form(self.tokens[place]).options)
        return not _FINITE.isdisjoint(letters) or (tensed and not letters)

    def may_be_base(self, place: int) -> bool:
        """Whether a token may be the base form of a verb, by its form alone."""
        return self.may_be(place, "VB", "VBP") or "V" in self._letters(place)

    def _letters(self, place: int) -> str:
        return english().tags(self.sentence.at(place).lower)

    def over(self, place: int) -> int:
        """The first of the tokens from a place on that is no adverb; three are passed over at most."""
        signs = self.tagged.signs
        end = min(place + 3, len(signs))
        while place < end and signs[place] == "r":
            place += 1
        return place

    @lazy
    def noun_phrases(self) -> list[NounPhrase]:
        """In order; none overlaps another."""
        return self._base[1]

    @lazy
    def _dim(self) -> bytearray:
        return self._base[2]

    def dim(self, place: int) -> bool:
        """Whether nothing is said of a token: its class is doubtful, or the border of its phrase."""
        return bool(self._dim[place])

    def sure(self, first: int, last: int) -> bool:
        """Whether something is said of every token from one to another, both inside."""
        return 1 not in self._dim[first : last + 1]

    def through(self, place: int) -> Iterator[int]:
        """From a noun phrase that begins at a place: behind it, and behind each phrase hung on it or joined to it.

        Joined are names too: the farm owner | Silva; and what is done to things: the use of arms | and building walls.
        """
        nouns, phrases = self.extents("np").ends, self.extents("pp").ends
        at = nouns.get(place)
        while at is not None:
            yield at
            joined = at + (self.tag(at) == "CC")
            if joined > at:
                joined += self.tag(joined) == "VBG"
            elif self.tag(at) != "NNP":
                joined = -1
            at = phrases.get(at, nouns.get(joined))

    @lazy
    def verb_groups(self) -> list[VerbGroup]:
        """In order; none overlaps another."""
        return verb_groups(self.sentence, *self._base)

    @lazy
    def prepositional_phrases(self) -> list[PrepositionalPhrase]:
        """In order."""
        return prepositional_phrases(self.sentence, self.tagged, self.noun_phrases)

    @lazy
    def clauses(self) -> list[Clause]:
        """One for each finite verb that is sure, in order."""
        made = clauses(self.sentence, self.tagged, self.noun_phrases, self.verb_groups)
        hang(self.sentence, self.tagged.signs, self.noun_phrases, made)
        return made

    @lazy
    def lists(self) -> list[Coordination]:
        """Noun phrases joined by commas and a conjunction, in order."""
        return coordinations(self.sentence, self.tagged.signs, self.noun_phrases, self.clauses)

    @lazy
    def fits(self) -> list[int]:
        """How well each token follows the two before it, and last how well the sentence ends (see `order`)."""
        return fits(self.kinds)

    @lazy
    def kinds(self) -> str:
        """The kind of each token, a character each (see `order`)."""
        return kinds(self.words, self.tagged.signs)

    @lazy
    def used(self) -> str:
        """The class of like use of each token, a character each (see `vocabulary`)."""
        return used(self.words, self.tagged.signs)

    def extents(self, kind: str) -> Extents:
        """Where the phrases of a kind out of `extents.KINDS` begin and end; of two that share an edge, the shorter."""
        found = self._extents.get(kind)
        if found is None:
            found = self._extents[kind] = Extents({}, {})
            for first, end in sorted(KINDS[kind](self), key=lambda edges: (edges[1] - edges[0], edges)):
                if first not in found.ends and end not in found.starts:
                    found.ends[first] = end
                    found.starts[end] = first
        return found

    @lazy
    def _extents(self) -> dict[str, Extents]:
        return {}

    @lazy
    def whole(self) -> bool:
        """Whether nothing is dim, and every finite verb has a subject or shares that of a verb before it."""
        if any(self._dim):
            return False
        signs = self.tagged.signs
        finite = sum(group.finite is not None for group in self.verb_groups)
        return len(self.clauses) == finite and all(
            clause.subject is not None or (clause.opener is not None and signs[clause.opener] == "&")
            for clause in self.clauses
        )
