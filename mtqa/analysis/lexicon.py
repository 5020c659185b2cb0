"""English words: how usual a form is, in which casing, as what part of speech, and beside which word.

The tables are built from public packages by `tools/build_lexicon.py`; `data/README.md` says from which.
Each table is read on first use and kept for the life of the process: words about 26 MB, tags 16 MB,
pairs 31 MB. A look-up is one to four dictionary reads.

Word classes are one letter each; `tags` gives them most usual first:

    N noun, singular or mass   S noun, plural        P proper noun
    V verb, base form          Z verb, -s form       D past tense         E past participle   G -ing form
    J adjective                K comparative         L superlative        R adverb
    T determiner               H possessive (my)     O pronoun            W wh-word           U number
    I preposition, also `to`   Q verb particle (up)  B subordinator       C coordinator (and, or, but)
    M modal                    A be, have, do        Y interjection       F foreign           X class unknown
"""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import repeat
from math import exp
from pathlib import Path

__all__ = ["Lexicon", "english"]

_DATA = Path(__file__).with_name("data")
_STEP = 12  # steps to one natural log unit, as the builder wrote them


def _rows(name: str) -> Iterator[tuple[str, list[str]]]:
    """The lines of a table: its value and the entries that have it."""
    text = gzip.decompress((_DATA / name).read_bytes()).decode("utf-8")
    for line in text.split("\n"):
        entries = line.split("\t")
        yield entries.pop(0), entries


class Lexicon:
    """The words of one language. Read-only; get it from `english()`."""

    @cached_property
    def _forms(self) -> tuple[dict[str, float], dict[str, list[str]]]:
        """Form -> log probability; lower-cased word -> forms no plain change of case leads to (McCain)."""
        words: dict[str, float] = {}
        mixed: dict[str, list[str]] = {}
        for value, entries in _rows("words.txt.gz"):
            words.update(zip(entries, repeat(-int(value.removeprefix("m")) / _STEP)))
            if value.startswith("m"):
                for form in entries:
                    mixed.setdefault(form.lower(), []).append(form)
        return words, mixed

    @cached_property
    def _words(self) -> dict[str, float]:
        return self._forms[0]

    @cached_property
    def _mixed(self) -> dict[str, list[str]]:
        return self._forms[1]

    @cached_property
    def _tags(self) -> dict[str, str]:
        tags: dict[str, str] = {}
        for value, entries in _rows("tags.txt.gz"):
            tags.update(dict.fromkeys(entries, value))
        return tags

    @cached_property
    def _pairs(self) -> dict[str, float]:
        pairs: dict[str, float] = {}
        for value, entries in _rows("pairs.txt.gz"):
            pairs.update(dict.fromkeys(entries, float(value)))
        return pairs

    @cached_property
    def _casings(self) -> dict[str, tuple[float, str]]:
        """What `_casing` found, by lower-cased word; only words of the table enter, so it stays bounded."""
        return {}

    def _casing(self, lower: str) -> tuple[float, str] | None:
        """The share of the casings that are not all-lower, and the most usual casing."""
        words, mixed = self._words, self._mixed.get(lower)
        capital, upper = lower.capitalize(), lower.upper()
        if lower not in words and capital not in words and upper not in words and not mixed:
            return None
        best, best_prob, plain, total = "", 0.0, 0.0, 0.0
        # dict.fromkeys: the capitalised form of a one-letter word is its upper-case form as well
        for form in dict.fromkeys((lower, capital, upper, *(mixed or ()))):
            logprob = words.get(form)
            if logprob is None:
                continue
            prob = exp(logprob)
            total += prob
            if form == lower:
                plain = prob
            if prob > best_prob:
                best, best_prob = form, prob
        found = self._casings[lower] = ((total - plain) / total, best)
        return found

    def logprob(self, form: str) -> float | None:
        """Natural log probability of this very form, case-sensitive; None if it is not in the table.

        From about -3 (`the`) to -20 (in a word list, but never seen by the corpus). Below -17 a form is rare.
        """
        return self._words.get(form)

    def known(self, form: str) -> bool:
        """Is the form, in any casing, a word we have seen? Misspellings that are clearly slips are not."""
        if form in self._words:
            return True
        lower = form.lower()
        if lower in self._words or lower in self._tags or lower in self._casings or self._casing(lower):
            return True
        return "\u2019" in form and self.known(form.replace("\u2019", "'"))

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
        found = self._casings.get(lower) or self._casing(lower)
        return found[0] if found else 0.0

    def usual_form(self, lower: str) -> str | None:
        """The most usual casing of a lower-cased word: `russia` -> `Russia`, `nato` -> `NATO`."""
        found = self._casings.get(lower) or self._casing(lower)
        return found[1] if found else None

    def tags(self, word: str) -> str:
        """Word-class letters of a word in any casing, most usual first; '' if no edited list has it."""
        return self._tags.get(word) or self._tags.get(word.lower(), "")

    def pair(self, first: str, second: str) -> float:
        """Natural log of how often two lower-cased words stand side by side on the web; 0.0 if rare.

        The table holds the 242,342 most usual pairs, from 15.0 up to 22: a pair it lacks may still be good.
        """
        return self._pairs.get(f"{first} {second}", 0.0)


@cache
def english() -> Lexicon:
    """The English lexicon; its tables are read when first asked for."""
    return Lexicon()
