"""English words: how usual a form is, in which casing, as what part of speech, and beside which word.

The tables are built from public packages by `tools/build_lexicon.py`; `data/README.md` says from which.
The tables stay in their files, mapped; what was looked up is remembered.

Word classes are one letter each, see `WORD_CLASSES`; `tags` gives them most usual first.
"""

from __future__ import annotations

import gzip
from collections.abc import Iterable, Mapping
from functools import cache, cached_property
from math import exp
from types import MappingProxyType

from mtqa.knowledge.data import DATA
from mtqa.knowledge.neighbours import NO_FIGURE, Neighbours
from mtqa.knowledge.table import Table, Words

__all__ = ["CLASS_NAMES", "PAIR_LEAST", "PAIR_STEPS", "WORD_CLASSES", "Lexicon", "english"]

#: The letters of word classes, and what each stands for.
WORD_CLASSES: Mapping[str, str] = MappingProxyType(
    {
        "N": "noun, singular or mass",
        "S": "noun, plural",
        "P": "proper noun",
        "V": "verb, base form",
        "Z": "verb, -s form",
        "D": "past tense",
        "E": "past participle",
        "G": "-ing form",
        "J": "adjective",
        "K": "comparative",
        "L": "superlative",
        "R": "adverb",
        "T": "determiner",
        "H": "possessive: my",
        "O": "pronoun",
        "W": "wh-word",
        "U": "number",
        "I": "preposition, and to",
        "Q": "verb particle: up",
        "B": "subordinator",
        "C": "coordinator: and, or, but",
        "M": "modal",
        "A": "be, have, do",
        "Y": "interjection",
        "F": "foreign",
        "X": "class unknown",
    }
)

#: What rules call classes, and the letters that they stand for.
CLASS_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "noun": "NS",
        "singular": "N",
        "plural": "S",
        "name": "P",
        "adjective": "JKL",
        "adverb": "R",
        "verb": "VZDEGA",
        "base": "V",
        "past": "D",
        "participle": "EG",
        "modal": "M",
        "number": "U",
        "determiner": "TH",
        "pronoun": "O",
        "preposition": "I",
        "conjunction": "BC",
        "foreign": "F",
    }
)
PAIR_STEPS, PAIR_LEAST = 10, 100  # to one natural log unit of how often words stand side by side; taken off
_SIDE = [(PAIR_LEAST + figure) / PAIR_STEPS if figure != NO_FIGURE else 0.0 for figure in range(256)]
_STEP = 12  # steps to one natural log unit, as the builder wrote them
_LIMIT = 30_000  # words remembered


class _Lines(dict[str, str | None]):
    """What the table holds of lower-cased words, `tags<TAB>l156 C123 McCain:149`; `None` of those it does not have."""

    def __init__(self, table: Table) -> None:
        self._table = table

    def __missing__(self, lower: str) -> str | None:
        if len(self) >= _LIMIT:
            self.clear()
        made = self[lower] = self._table.find(lower)
        return made


def _logprob(lower: str, line: str, form: str) -> float | None:
    """The natural log probability of one casing, in a third of the time that all of them take."""
    code = "l" if form == lower else {lower.upper(): "U", lower.capitalize(): "C"}.get(form) or f"{form}:"
    for item in line[line.index("\t") + 1 :].split():
        if item.startswith(code) and item[len(code) :].isdigit():
            return -int(item[len(code) :]) / _STEP
    return None


def _forms(lower: str, line: str | None) -> dict[str, float]:
    """The natural log probability of each casing."""
    forms: dict[str, float] = {}
    for item in line[line.index("\t") + 1 :].split() if line else ():
        name, _, value = item.rpartition(":")
        if not name:
            name = {"l": lower, "C": lower.capitalize(), "U": lower.upper()}[value[0]]
            value = value[1:]
        forms[name] = -int(value) / _STEP
    return forms


class _Numbers(dict[str, int]):
    """The numbers of words in a file of pairs."""

    def __init__(self, pairs: Neighbours) -> None:
        self._pairs = pairs

    def __missing__(self, word: str) -> int:
        if len(self) >= _LIMIT:
            self.clear()
        made = self[word] = self._pairs.number(word)
        return made


class Lexicon:
    """The words of one language. Read-only; get it from `english()`."""

    def __init__(self) -> None:
        self._table = Table(DATA / "words.tsv", block=1 << 9)  # asked most often
        self._lines = _Lines(self._table)
        self._tags: dict[str, str] = {}
        self._side = Neighbours(DATA / "pairs.bin")
        self._numbers = _Numbers(self._side)

    def logprob(self, form: str) -> float | None:
        """Natural log probability of this very form, case-sensitive; None if it is not in the table.

        From about -3 (`the`) to -20 (in a word list, but never seen by the corpus). Below -17 a form is rare.
        """
        lower = form.lower()
        line = self._lines[lower]
        return None if line is None else _logprob(lower, line, form)

    def known(self, form: str) -> bool:
        """Is the form, in any casing, a word we have seen? Misspellings that are clearly slips are not."""
        if self._lines[form.lower()] is not None:
            return True
        return "\u2019" in form and self.known(form.replace("\u2019", "'"))

    def among(self, words: Iterable[str]) -> list[str]:
        """Those of many lower-cased strings that are words: quicker than asking for each."""
        return self._table.among(words)

    def reach(self, form: str) -> int:
        """How many letters of a form, from the first, some word begins with: no word begins with one more."""
        return self._table.reach(form.lower())

    def following(self, begin: str) -> set[str] | None:
        """The letters of ASCII that stand behind a beginning of words, lower-cased; `None` where many begin so."""
        return self._table.following(begin)

    def capital_share(self, lower: str) -> float:
        """Of a lower-cased word's occurrences, the part that is not all-lower: 0..1; 0.0 if unknown.

        The corpus is informal (it writes `russia` one time in sixteen) and its sentences open with capitals, so
        neither end is sharp. Measured on the table:

        - above 0.7: names. 95 % of countries lie above 0.83, of capitals above 0.80, of nationalities above
          0.78; weekdays 0.83..0.87, months 0.90..0.94. Of ordinary words only what opens sentences gets there:
          `meanwhile` 0.76, `fortunately` 0.71, `moreover` 0.85; ask `tags` for R or Y.
        - below 0.4: ordinary words. 95 % of nouns lie below 0.22, plurals and verbs 0.17, -ed and -ing forms
          0.10, adjectives 0.21, adverbs 0.38. Names that are words too lie here: `may` 0.06, `nice` 0.20,
          `rice` 0.25, `polish` 0.34, and `un`, `us`.
        - between: offices and institutions (`president` 0.44, `pope` 0.58, `senate` 0.68, `king` 0.62),
          directions, `turkey` 0.48, `rose` 0.56, `however` 0.56. Decide nothing by the share.

        A casing with under a twentieth of the usual one is not in the table: 0.0 and 1.0 mean nearly.
        """
        forms = _forms(lower, self._lines[lower])
        if not forms:
            return 0.0
        total = sum(exp(logprob) for logprob in forms.values())
        plain = exp(forms[lower]) if lower in forms else 0.0
        return (total - plain) / total

    def usual_form(self, lower: str) -> str | None:
        """The most usual casing of a lower-cased word: `russia` -> `Russia`, `nato` -> `NATO`."""
        forms = _forms(lower, self._lines[lower])
        return max(forms, key=forms.__getitem__, default=None)

    def tags(self, word: str) -> str:
        """Word-class letters of a word in any casing, most usual first; '' if no edited list has it."""
        found = self._tags.get(word)
        if found is None:
            line = self._lines[word.lower()]
            found = line[: line.index("\t")] if line is not None else ""
            if len(self._tags) >= _LIMIT:
                self._tags.clear()
            self._tags[word] = found
        return found

    def usually(self, word: str, *names: str) -> bool:
        """Whether its most usual class is one of the names of `CLASS_NAMES`; an unknown word is none."""
        tags = self.tags(word)
        return bool(tags) and any(tags[0] in CLASS_NAMES[name] for name in names)

    def may_be(self, word: str, *names: str) -> bool:
        """Whether a class of the word is one of the names."""
        return any(letter in CLASS_NAMES[name] for letter in self.tags(word) for name in names)

    def only(self, word: str, *names: str) -> bool:
        """Whether every class of the word is one of the names."""
        tags = self.tags(word)
        return bool(tags) and all(any(letter in CLASS_NAMES[name] for name in names) for letter in tags)

    def listed(self, lower: str) -> bool:
        """Whether a large word list has the word, lower-cased: rare and technical words that look like slips.

        Medicine, chemistry, software (`analyte`, `rsync`). Of other words it knows nothing: ask `known`.
        """
        return lower in self._rare

    def rare(self) -> frozenset[str]:
        """Every word of that list, for the scripts that build others from it."""
        return frozenset(self._rare)

    @cached_property
    def _rare(self) -> Words:
        return Words(gzip.decompress((DATA / "rare.txt.gz").read_bytes()) + b"\n")

    def words(self) -> list[str]:
        """Every lower-cased word of the table, for the scripts that build others from it."""
        return sorted(self._table.read())

    def pair(self, first: str, second: str) -> float:
        """Natural log of how often two lower-cased words stand side by side on the web; 0.0 if rare.

        The table holds the 242,342 most usual pairs, from 15.0 up to 22: a pair it lacks may still be good.
        """
        return self.pairs([(first, second)])[0]

    def pairs(self, pairs: Iterable[tuple[str, str]]) -> list[float]:
        """The same of many pairs."""
        number = self._numbers.__getitem__
        figures = self._side.figures([(number(first), number(second)) for first, second in pairs])
        return [_SIDE[figure] for figure in figures]


@cache
def english() -> Lexicon:
    """The English lexicon; its tables are read when first asked for."""
    return Lexicon()
