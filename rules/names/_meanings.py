"""Translated names as a story has them: renderings by the table of what names mean, and what is said of them."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.regions import homes
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.finding import Match
from mtqa.knowledge.meanings import Meaning, languages, of_language


def rendered(analysis: Analysis, kind: str) -> Iterator[tuple[Sentence, int, list[Meaning]]]:
    """Where renderings of names stand, in the languages of the countries that the story tells of.

    Args:
        kind: of name, see `Meaning`.

    Returns:
        The sentence, the first token of the rendering, and the names it may be, those of more words first.
    """
    for language in analysis.view(_told):
        known = of_language(language, kind)
        for word in sorted(known.keys() & analysis.index.keys()):
            for sentence, i in analysis.index[word]:
                found = [one for one in known[word] if sentence.says(i, *one.words)]
                if found:
                    yield sentence, i, found


def _told(analysis: Analysis) -> list[str]:
    """The languages of the countries that the story is at home in, in the order of the table: a view."""
    known = analysis.view(homes)
    return [language for language in languages() if language in known]


def translated(sentence: Sentence, first: int, last: int, name: str, what: str = "name") -> Match:
    """The match of a rendering of a name."""
    message = f"“{sentence.text(first, last)}” seems to be a translated {what}: {name}."
    return sentence.match(first, last, message, name, evidence={"name": name})
