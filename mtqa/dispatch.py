"""Which rules a document may have something for: by its words, its characters, and what is true of it as a whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Hashable, Sequence

from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.matching.facts import FACTS
from mtqa.rule import Rule

__all__ = ["Dispatch"]


class Dispatch:
    """What rules say that they can only fire on, turned round: from what a text has to the rules.

    Args:
        rules: known by their places from here on.
    """

    def __init__(self, rules: Sequence[Rule]) -> None:
        self._always: list[int] = []
        self._of_word: dict[str, list[int]] = {}
        self._of_sign: dict[str, list[int]] = {}
        self._among: dict[Callable[[Analysis], Collection[Hashable]], dict[Hashable, int]] = {}
        self._facts: dict[int, tuple[str, ...]] = {}
        for number, rule in enumerate(rules):
            for word in rule.words:
                self._of_word.setdefault(word, []).append(number)
            for sign in rule.signs:
                self._of_sign.setdefault(sign, []).append(number)
            if rule.among is not None:
                view, name = rule.among
                self._among.setdefault(view, {})[name] = number
            if rule.facts:
                self._facts[number] = rule.facts
            if not (rule.words or rule.signs or rule.among):
                self._always.append(number)

    def due(self, document: Document, without: Container[int] = ()) -> list[int]:
        """The rules, by place, that the document may have something for.

        Args:
            without: those that do not run anyway.
        """
        due = set(self._always)
        if self._of_word:
            for word in document.analysis.index.keys() & self._of_word.keys():
                due.update(self._of_word[word])
        if self._of_sign:
            text = "\n".join([segment.target for segment in document.segments])
            chars = set(text)
            for sign, numbers in self._of_sign.items():
                if sign in chars or (len(sign) > 1 and chars.issuperset(sign) and sign in text):
                    due.update(numbers)
        for view, names in self._among.items():
            if any(number not in without for number in names.values()):
                due.update([names[name] for name in document.analysis.view(view) if name in names])
        known: dict[str, bool] = {}
        return [
            number
            for number in sorted(due)
            if number not in without
            and (number not in self._facts or all(_holds(fact, document, known) for fact in self._facts[number]))
        ]


def _holds(fact: str, document: Document, known: dict[str, bool]) -> bool:
    held = known.get(fact)
    if held is None:
        try:
            held = FACTS[fact](document)
        except Exception:  # let the rules run: what is wrong is said of them
            held = True
        known[fact] = held
    return held
