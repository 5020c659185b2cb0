"""The user's glossary as the rules on terms ask for it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from mtqa.analysis.terms import Place, Terms
from mtqa.document import Document
from mtqa.finding import Match, rank
from mtqa.knowledge.glossary import Status, Term, load, state
from mtqa.knowledge.languages import primary
from mtqa.values import NamedTuple


class Ready(NamedTuple):
    """Terms made ready to be looked for.

    Attributes:
        terms: of each form that is looked for, one.
        forms: the forms.
    """

    terms: tuple[Term, ...]
    forms: Terms

    def find(self, text: str) -> list[tuple[Term, Place]]:
        """Which of the terms stand in a text, and where; the longest of those that overlap."""
        return [(self.terms[place.number], place) for place in self.forms.find(text)]


def wanted(document: Document, *statuses: Status) -> tuple[Term, ...]:
    """The terms of some kinds that are for a document's language."""
    paths = document.settings.terms
    return _wanted(paths, tuple(map(state, paths)), statuses, document.analysis.expected)


@lru_cache(maxsize=32)
def _wanted(
    paths: tuple[str, ...], _states: tuple[tuple[int, ...], ...], statuses: tuple[Status, ...], language: str
) -> tuple[Term, ...]:
    found = [term for path in paths for term in load(path) if term.status in statuses]
    return tuple(term for term in found if term.language in ("", language))


@lru_cache(maxsize=256)
def in_target(terms: tuple[Term, ...], language: str, *, loose: bool) -> Ready:
    """The terms as they are looked for in targets of a language."""
    pairs = [(term, (form, term.case)) for term in terms for form in term.targets]
    return Ready(tuple(term for term, _ in pairs), Terms([form for _, form in pairs], language, loose))


def in_source(terms: tuple[Term, ...], document: Document) -> Ready:
    """The same in sources, where they must be sure."""
    return _in_source(terms, primary(document.source_language or "") or document.source_analysis.language or "")


@lru_cache(maxsize=32)
def _in_source(terms: tuple[Term, ...], language: str) -> Ready:
    pairs = [
        (term, (form, term.case and term.status == "keep"))
        for term in terms
        for code, form in term.sources
        if not code or not language or code == language
    ]
    return Ready(tuple(term for term, _ in pairs), Terms([form for _, form in pairs], language, False))


@lru_cache(maxsize=32)
def alternatives(terms: tuple[Term, ...]) -> dict[str, tuple[Term, ...]]:
    """By a form of the source, the terms that have it: the rendering of each will do."""
    found: dict[str, list[Term]] = {}
    for term in terms:
        for _, form in term.sources:
            found.setdefault(form, []).append(term)
    return {form: tuple(those) for form, those in found.items()}


def missing(number: int, target: str, lost: Sequence[tuple[Term, str]], what: str) -> Match:
    """One match over a whole target for the terms that it lacks; what else stands in its span hides none of them.

    Args:
        number: of the segment.
        lost: each term with the words of the source.
        what: what to say of each; `{}` stands for the words of the source and for the renderings.
    """
    said = [noted(what.format(words, " or ".join(f"“{form}”" for form in one.targets[:3])), one) for one, words in lost]
    gravest = max((one.severity for one, _ in lost if one.severity), key=rank, default=None)
    severity = gravest if all(one.severity for one, _ in lost) else None
    evidence = {"source": [words for _, words in lost], "glossary": [one.place for one, _ in lost]}
    first = len(target) - len(target.lstrip())
    return Match(number, first, len(target.rstrip()), f"{'; '.join(said)}.", (), evidence, severity)


def noted(message: str, term: Term) -> str:
    """A message with the note of the glossary."""
    return f"{message} ({term.note})" if term.note else message
