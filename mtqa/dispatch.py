"""Which rules a document may have something for: by its words, its characters, and what is true of it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable, Sequence

from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.matching.facts import FACTS
from mtqa.rule import Rule

__all__ = ["Dispatch"]


#: Characters that nearly all texts have.
_USUAL = frozenset(" .,")


class Dispatch:
    """What rules say that they can only fire on, turned round: from what a text has to the rules.

    Args:
        rules: known by their places from here on.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._always: set[int] = set()
        self._of_word: dict[str, list[int]] = {}
        self._of_char: dict[str, list[int]] = {}
        #: Characters in a row, by the one of them that texts have least.
        self._of_run: dict[str, dict[str, list[int]]] = {}
        self._among: dict[Callable[[Analysis], Collection[Hashable]], dict[Hashable, int]] = {}
        #: By the fact, in the order of `FACTS`: what costs least is asked first.
        self._facts: dict[str, set[int]] = {fact: set() for fact in FACTS}
        for number, rule in enumerate(rules):
            for word in rule.words:
                self._of_word.setdefault(word, []).append(number)
            for sign in rule.signs:
                char = min(set(sign) - _USUAL or set(sign))
                of = self._of_run.setdefault(char, {}) if len(sign) > 1 else self._of_char
                of.setdefault(sign, []).append(number)
            if rule.among is not None:
                view, name = rule.among
                self._among.setdefault(view, {})[name] = number
            for fact in rule.facts:
                self._facts[fact].add(number)
            if not (rule.words or rule.signs or rule.among):
                self._always.add(number)

    def due(self, document: Document, without: set[int] | frozenset[int] = frozenset()) -> list[int]:
        """The rules, by place, that the document may have something for.

        Args:
            without: those that do not run anyway.
        """
        due = set(self._always)
        if self._of_word:
            for word in document.analysis.index.keys() & self._of_word.keys():
                due.update(self._of_word[word])
        if self._of_char or self._of_run:
            chars, text = document.analysis.chars, document.analysis.text
            for char in self._of_char.keys() & chars:
                due.update(self._of_char[char])
            for char in self._of_run.keys() & chars:
                for run, numbers in self._of_run[char].items():
                    if run in text:
                        due.update(numbers)
        for view, names in self._among.items():
            if not without.issuperset(names.values()):
                due.update([names[name] for name in document.analysis.view(view) if name in names])
        due -= without
        for fact, asking in self._facts.items():
            if not due.isdisjoint(asking) and not _holds(fact, document):
                due -= asking
        return sorted(due)


def _holds(fact: str, document: Document) -> bool:
    try:
        return FACTS[fact](document)
    except Exception:  # let the rules run: what is wrong is said of them
        return True
