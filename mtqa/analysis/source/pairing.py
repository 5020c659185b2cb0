"""The names of a source beside those of its target: what did not come, what nobody asked for, and what stands instead.

All of it leans towards silence. A name counts as missing only where no word of the target is like it, and a name of
the target as a stranger only where no source of the story has anything like it.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

from mtqa.analysis.names import is_title
from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.source import SourceAnalysis
from mtqa.analysis.source.names import SourceName, SourceNames, Target, foreign_to, source_names, targets
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import COURTESY, OFFICES
from mtqa.knowledge.places import LANGUAGES, MONTHS, NAMES, SURFACES, WEEKDAYS, ambiguous, kind
from mtqa.lazy import lazy, regex
from mtqa.values import dataclass

__all__ = ["Pairing", "Side", "Span", "pairing"]

_CLASSES = frozenset("NSJRIDEGKLUTHOBCWMAY")
_JOINTS = regex("[-‐‑’'/]")
_FAR = 0.45  # of the length of the texts: names further apart are not the same place
_FOREIGN = -1.0  # odds of a word of the language: names have mostly less
_MOST = 60  # names of a segment that are looked at


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the target.

    Attributes:
        sentence: they stand in.
        first, last: their tokens, both inside.
    """

    sentence: Sentence
    first: int
    last: int

    @property
    def text(self) -> str:
        """The words."""
        return self.sentence.text(self.first, self.last)

    @property
    def tokens(self) -> list[Token]:
        """Their tokens."""
        return self.sentence.tokens[self.first : self.last + 1]

    @property
    def acronym(self) -> bool:
        """Whether no word of it that is nothing but a name has more than one small letter."""
        return all(sum(map(str.islower, token.text)) < 2 for token in self.tokens if plain_name(token))


class Side:
    """One segment: the names of its source and the words of its target.

    Args:
        names: of the source.
        target: its words.
        sentences: of the target.
        all: the sources of the whole story.
    """

    def __init__(self, names: SourceNames, target: Target, sentences: list[Sentence], all: list[SourceNames]) -> None:
        self.names = names
        self.target = target
        self.sentences = sentences
        self._all = all

    @property
    def index(self) -> int:
        """Of the segment."""
        return self.names.segment.index

    @lazy
    def missing(self) -> list[SourceName]:
        """Names of the source that no word of the target is like."""
        asian = self.names.asian
        return [name for name in self.names.names[:_MOST] if not self.target.has(name, asian)]

    @lazy
    def short(self) -> list[SourceName]:
        """Names of the source that came fewer times than it has them."""
        named = Counter(name.code.partition("-")[0] or name.text for name in self.names.names[:_MOST])
        twice = [name for name in self.names.names[:_MOST] if named[name.code.partition("-")[0] or name.text] > 1]
        return [name for name in twice if self.target.count(name) < named[name.code.partition("-")[0] or name.text]]

    @lazy
    def strangers(self) -> list[Span]:
        """Names of the target that no source of the story has."""
        return [span for span in self.spans if not any(self.licensed(token) for token in span.tokens)]

    def nearest(self, span: Span, names: list[SourceName]) -> SourceName | None:
        """The name that stands in its text about where some words stand in theirs."""
        size = max(1, self.sentences[-1].end)
        place = span.sentence.tokens[span.first].start / size
        length = max(1, len(self.names.segment.text))
        apart = {name: abs(name.start / length - place) for name in names}
        found = min(apart, key=lambda name: apart[name], default=None)
        return found if found is not None and apart[found] < _FAR else None

    def licensed(self, token: Token) -> bool:
        """Whether a source of the story has what a capitalised word may stand for."""
        if token.kind != "word" or not token.text[0].isupper():
            return False
        parts = [token.text, *(part for part in _JOINTS.split(token.text) if len(part) > 2)]
        return any(names.licenses(part) for names in self._nearest for part in parts)

    @lazy
    def _nearest(self) -> list[SourceNames]:
        """The sources of the story, those beside this one first."""
        return sorted(self._all, key=lambda one: abs(one.segment.index - self.index))

    @lazy
    def spans(self) -> list[Span]:
        """Runs of capitalised words of the target that hold a word which is nothing but a name."""
        found: list[Span] = []
        for sentence in self.sentences:
            tokens, at = sentence.tokens, 0
            while at < len(tokens):
                end = at
                while end < len(tokens) and _capital(tokens[end]):
                    end += 1
                run = range(at, end)
                if any(plain_name(tokens[i]) for i in run):
                    first = at
                    while not plain_name(tokens[first]) and (is_title(tokens[first]) or tokens[first].text in SURFACES):
                        first += 1
                    while first < end - 2 and _of_an_office(sentence, first):
                        first += 1
                    offices = [i for i in range(first, end - 1) if is_title(tokens[i]) and plain_name(tokens[i + 1])]
                    first = offices[-1] + 1 if offices else first  # Transport Minister Ann Lee
                    found.append(Span(sentence, first, end - 1))
                at = max(end, at + 1)
        return found[:_MOST]


def _of_an_office(sentence: Sentence, at: int) -> bool:
    """Whether a word behind `of` belongs to the office of somebody who follows: Minister of Infrastructure Ann Lee."""
    before, token = sentence.at(at - 1).lower, sentence.tokens[at]
    return before in ("of", "for", "and") and not plain_name(token) and english().usually(token.lower, "noun")


def _capital(token: Token) -> bool:
    return token.kind == "word" and token.text[0].isupper() and token.text not in STARTERS


def plain_name(token: Token) -> bool:
    """Whether a token of the target is written with a capital because it is a name, and can be nothing else."""
    if token.kind != "word" or not token.text[0].isupper():
        return False
    parts = [part for part in _JOINTS.split(token.text) if part]
    return bool(parts) and all(_plain_name(part) for part in parts)


@lru_cache(maxsize=20_000)
def _plain_name(word: str) -> bool:
    lexicon, lower = english(), word.lower()
    if len(word) < 3 or not word[0].isupper() or word in MONTHS or word in WEEKDAYS or word in LANGUAGES:
        return False
    if word in SURFACES:
        return kind(word) == "name" and not ambiguous(word)
    if word in NAMES["continents"] or word in NAMES["faiths"] or word in NAMES["peoples"]:
        return False
    if lower in OFFICES or lower in COURTESY:
        return False
    share = lexicon.capital_share(lower)
    if not lexicon.known(lower):
        return not lexicon.listed(lower)
    if lexicon.only(lower, "name"):
        return share > 0.4
    return (share > 0.55 and _CLASSES.isdisjoint(lexicon.tags(lower))) or (
        share > 0.85 and {"R", "Y"}.isdisjoint(lexicon.tags(lower))
    )


class _Maker:
    """Makes the pairing of a story, once: equal to every other of the same targets."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis

    def __hash__(self) -> int:
        return id(self._analysis)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Maker) and other._analysis is self._analysis

    def __call__(self, source: SourceAnalysis) -> Pairing:
        return Pairing(self._analysis, source)


def pairing(analysis: Analysis, source: SourceAnalysis) -> Pairing:
    """The names of both sides of a story, paired once for all who ask."""
    return source.view(_Maker(analysis))


class Pairing:
    """The segments of a story that have a source and a target.

    Args:
        analysis: of the targets.
        source: of the sources.
    """

    def __init__(self, analysis: Analysis, source: SourceAnalysis) -> None:
        self.language = source.language
        self._analysis = analysis
        names = source.view(source_names)
        words = analysis.view(targets)
        sentences: dict[int, list[Sentence]] = {}
        for sentence in analysis.sentences:
            sentences.setdefault(sentence.segment, []).append(sentence)
        self.sides = [
            Side(one, words[i], sentences.get(i, []), names)
            for i, one in enumerate(names)
            if one.segment.text and i in sentences
        ]

    @lazy
    def came(self) -> dict[str, str]:
        """Words of the sources that somewhere came, by their first letters: what they are there."""
        found: dict[str, str] = {}
        for side in self.sides:
            for name in side.names.names:
                if name.kind in ("word", "borne", "person", "kana") and name not in side.missing:
                    found.setdefault(_stem(name.text), name.text)
        return found

    def reading(self, sentence: Sentence) -> Reading:
        """The phrases and clauses of a sentence of the target."""
        return self._analysis.reading(sentence)

    def sure(self, name: SourceName) -> bool:
        """Whether a name of the source is surely one, which English has too: known by a table as it stands there."""
        if name.kind == "borne":
            return True
        return name.kind == "known" and name.whole

    def namelike(self, name: SourceName) -> bool:
        """Whether a word is sure to be a name, or has not the letters of its language."""
        if self.sure(name) or name.kind == "person":
            return True
        return name.kind == "word" and not name.text.isupper() and foreign_to(name.text, self.language or "", _FOREIGN)

    def person(self, name: SourceName) -> bool:
        """Whether a name is one of the story: it came elsewhere, or a table knows it as one."""
        return (
            name.kind in ("borne", "person", "kana")
            or _stem(name.text) in self.came
            or (name.kind == "known" and not name.code)
        )


def _stem(text: str) -> str:
    return text.lower()[: max(4, len(text) - 3)]
