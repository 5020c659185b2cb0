"""Names: runs of capitalised words, with the office or courtesy title before them taken apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Set
from functools import lru_cache
from typing import TypeVar

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.finding import Match, Severity
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import COURTESY, OFFICE_FIELDS, OFFICE_OBJECTS, OFFICES, PARTICLES
from mtqa.knowledge.places import party
from mtqa.knowledge.translit import split_pinyin, squeeze, surname_sounds
from mtqa.values import dataclass

T = TypeVar("T")

#: Tokens that a name spelt out in parts is looked for in.
_PARTS = 10


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised name.

    Attributes:
        sentence: the sentence it stands in.
        first, last: token indexes in that sentence, `last` exclusive; titles before it not included.
        titles: indexes (first, last) of the offices and courtesy titles right before it, or `None`.
        text: its words with single spaces.
        start, end: code points in the segment's target.
        opens: whether its first word opens the sentence, so that its capital proves nothing by itself.
        headline: whether it stands in a headline, where ordinary words may be capitalised.
    """

    sentence: Sentence
    first: int
    last: int
    titles: tuple[int, int] | None
    text: str
    start: int
    end: int
    opens: bool
    headline: bool

    @property
    def tokens(self) -> list[Token]:
        """The tokens of the name."""
        return self.sentence.tokens[self.first : self.last]

    @property
    def words(self) -> list[str]:
        """Its words, marks left out."""
        return [token.text for token in self.tokens if token.kind == "word"]

    @property
    def segment(self) -> int:
        """Index of the segment it stands in."""
        return self.sentence.segment

    def match(
        self,
        message: str,
        *suggestions: str,
        severity: Severity | None = None,
        evidence: Mapping[str, object] | None = None,
    ) -> Match:
        """A match over the whole of it."""
        last = self.last - 1
        return self.sentence.match(self.first, last, message, *suggestions, severity=severity, evidence=evidence)


def is_title(token: Token) -> bool:
    """Whether a token is a courtesy title, an office or a word of an office, in any casing."""
    return token.lower in COURTESY or token.lower in OFFICES or token.lower in OFFICE_FIELDS


def find_names(
    sentences: list[Sentence], index: Mapping[str, list[tuple[Sentence, int]]], headlines: Set[int]
) -> list[Name]:
    """All capitalised names, in reading order.

    A name is a run of capitalised words, initials (`J.`) and, between two capitalised words, particles
    (`van der`) or hyphens. A possessive ends it. A word that opens its sentence counts only when its
    capital is its own: the lexicon writes it so, or the document does inside another sentence.
    """
    names: list[Name] = []
    proper: dict[str, bool] = {}
    for sentence in sentences:
        tokens = sentence.tokens
        count = len(tokens)
        headline = sentence.segment in headlines
        i = 0
        while i < count:
            token = tokens[i]
            if token.kind != "word" or not token.text[0].isupper():  # written out: it is asked of every token
                i += 1
                continue
            begin = i
            i = _run(tokens, i)
            opens = opens_clause(tokens, begin)
            if opens and (
                tokens[begin].text in STARTERS
                or not (_own_capital(tokens[begin], index, proper) or _chinese(tokens, begin, i))
            ):
                begin += 1
                while begin < i and (tokens[begin].kind != "word" or not tokens[begin].capitalised):
                    begin += 1
                opens = False
            if begin >= i:
                continue
            lead, first = _titles(tokens, begin, i)
            if first == i:  # an office without a name behind it
                lead = first = begin
            names.append(
                Name(
                    sentence,
                    first,
                    i,
                    (lead, first) if lead < first else None,
                    " ".join(t.text for t in tokens[first:i] if t.kind == "word"),
                    tokens[first].start,
                    tokens[i - 1].end,
                    opens and first == begin,
                    headline,
                )
            )
    return names


def spelt(
    index: Mapping[str, list[tuple[Sentence, int]]], known: Mapping[str, Mapping[str, T]]
) -> Iterator[tuple[Sentence, int, int, T]]:
    """Words that together have the letters of a known name, however they are parted: `Kim Jongun`, `Kasa Jinna`.

    Args:
        index: of the document's words.
        known: what to yield for a name, by a word it may begin with and then by all its letters (`squeeze`).

    Yields:
        The sentence, the first and the last token, and what is known.
    """
    for word in sorted(known.keys() & index.keys()):
        names = known[word]
        longest = max(map(len, names))
        for sentence, i in index[word]:
            if not sentence.tokens[i].capitalised:
                continue
            letters = ""
            for token in sentence.tokens[i : i + _PARTS]:
                if (token.kind != "word" and token.text not in "-‐–") or len(letters) > longest:
                    break
                letters += _letters(token.text)
                if letters in names and token.kind == "word":
                    yield sentence, i, token.index, names[letters]


_letters = lru_cache(maxsize=20_000)(squeeze)


@lru_cache(maxsize=1 << 13)
def strange(word: str) -> bool:
    """Whether a word is in no list of words, however written, and for no state: a name few know."""
    lexicon = english()
    if (lexicon.logprob(word) or -22) > -17 or lexicon.logprob(word.lower()) or lexicon.tags(word):
        return False
    return party(word) is None


def _titles(tokens: list[Token], begin: int, end: int) -> tuple[int, int]:
    """Where the title before a name begins and the name itself begins, in the run `begin` to `end`.

    `Russian Foreign Minister | Lavrov`, `U.S. Secretary of State | Rex Tillerson`, `foreign minister | Kishida`.
    Both are `begin` where there is no title; the second is `end` where there is nothing but a title.
    """
    first = begin
    for k in range(begin, min(end, begin + 8)):
        if tokens[k].lower in OFFICES or tokens[k].lower in COURTESY:
            first = k + 1
            if first < end and tokens[first].text == ".":
                first += 1
    lead = begin
    if first == begin and begin >= 2 and tokens[begin - 1].lower in ("of", "for"):
        # Secretary of | State Rex Tillerson: the run begins inside the title
        if tokens[begin].lower in OFFICE_OBJECTS and tokens[begin - 2].lower in OFFICES:
            first = begin + 1
            while first < end and tokens[first].lower in OFFICE_OBJECTS:
                first += 1
            lead = begin - 2
    elif first == begin and begin and tokens[begin].space and tokens[begin - 1].lower in OFFICES:
        lead = begin - 1  # a title in lower case
    if first > begin or lead < begin:
        while lead and is_title(tokens[lead - 1]) and tokens[lead].space:
            lead -= 1
        while lead and party(tokens[lead - 1].text) is not None:
            lead -= 1
    return lead, first


def opens_clause(tokens: list[Token], index: int) -> bool:
    """Whether a token opens its sentence or a quotation in it, so that a capital is due anyway."""
    if index == 0:
        return True
    before = tokens[index - 1]
    return before.kind == "punct" and (before.text in "\"“”‘'([«:—–-•*" or before.text[0] in ".?!…")


def _run(tokens: list[Token], begin: int) -> int:
    """End (exclusive) of the name that begins at `begin`."""
    count = len(tokens)
    i = begin + 1
    while i < count:
        token = tokens[i]
        before = tokens[i - 1]
        if token.kind == "word":
            if token.capitalised and token.space:
                i += 1
                continue
            if token.lower in PARTICLES and token.space:
                j = i
                while j < count and j < i + 3 and tokens[j].lower in PARTICLES:
                    j += 1
                if j < count and tokens[j].kind == "word" and tokens[j].capitalised:
                    i = j + 1
                    continue
        elif (
            token.text == "."
            and not token.space
            and (len(before.text) == 1 or before.lower in COURTESY)
            and i + 1 < count
            and tokens[i + 1].kind == "word"
            and tokens[i + 1].capitalised
        ):
            i += 2
            continue
        break
    return i


def _chinese(tokens: list[Token], begin: int, end: int) -> bool:
    """Whether an opening word is a Chinese family name by the word behind it: `Tan Junrong`, `Song Tao`."""
    if begin + 1 >= end or tokens[begin].lower not in surname_sounds():
        return False
    given = tokens[begin + 1].text
    lexicon = english()
    proper = not lexicon.known(given) or lexicon.capital_share(given.lower()) >= 0.8
    return proper and given[1:].islower() and split_pinyin(squeeze(given)) is not None


def _own_capital(token: Token, index: Mapping[str, list[tuple[Sentence, int]]], cache: dict[str, bool]) -> bool:
    """Whether a sentence-opening word would be capitalised elsewhere too."""
    known = cache.get(token.text)
    if known is None:
        lexicon = english()
        share = lexicon.capital_share(token.lower)
        known = share >= 0.8 or not lexicon.known(token.text)
        if not known:
            places = index.get(token.lower, ())
            inside = [s.tokens[i] for s, i in places[:50] if not opens_clause(s.tokens, i)]
            known = bool(inside) and all(t.text[0].isupper() for t in inside)
        cache[token.text] = known
    return known
