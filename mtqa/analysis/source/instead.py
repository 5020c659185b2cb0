"""What stands in the target in place of a name that did not come, where its shape or a table tells: `A4`, `ČSSD`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mtqa.analysis.names import is_title
from mtqa.analysis.source.names import NOUNS_IN_CAPITALS, SourceName, foreign_to
from mtqa.analysis.source.pairing import Pairing, Side, Span
from mtqa.analysis.source.twins import bearable, strong
from mtqa.analysis.tokens import Token
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.abroad import script_of, written
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import MONTHS, SURFACES, WEEKDAYS
from mtqa.knowledge.sounds import romanised
from mtqa.knowledge.translit import squeeze
from mtqa.lazy import regex

__all__ = ["instead"]

#: Languages that copy abbreviations and codes, whose own ones have mostly the letters of English ones.
_COPYING = frozenset("fr es it pt de nl sv da nb no ro ca gl pl cs sk".split())
_CODE = regex(r"(?=.*[A-Z])[A-Z\d]*[A-Z]-?\d{1,4}[A-Z]?")
#: Codes that translators write for words.
_FOR_WORDS = regex("[GU]-?\\d\\d?|CO2|COVID-?19|[CH]\\d|[1-4][A-Z]")
_LETTERS = regex("[A-ZÀ-Ž]{3,6}")
#: Abbreviations that have no letter of their counterparts.
_OTHERWISE = frozenset("CEO CFO COO CTO CIO VAT GDP GNP GNI HR JSC LLC PLC LTD UAE USA IOC ICU SME SMES".split())
_NEAR = 0.2  # of the length of the texts


def instead(both: Pairing) -> Iterator[tuple[Span, SourceName]]:
    """Codes, abbreviations and names of the target that no source has, and what the source has there."""
    if both.language in ("zh", "ja"):
        yield from _for_a_union(both)
    yield from _known_otherwise(both)
    if both.language not in _COPYING:
        return
    for side in both.sides:
        yield from _codes(both, side)
        yield from _acronyms(both, side)
        if both.language not in NOUNS_IN_CAPITALS:
            yield from _single(side)
        for span in side.strangers:
            if not span.acronym and strong(span):
                fitting = [*side.short, *(name for name in side.names.openers if not side.target.has(name))]
                name = _close(side, span, fitting)
                if name is not None:
                    yield span, name


def _for_a_union(both: Pairing) -> Iterator[tuple[Span, SourceName]]:
    """Another abbreviation where the source has the United Nations, the European Union, NATO."""
    for side in both.sides:
        unions = [name for name in side.missing if name.code in ("UN", "EU", "NATO") and len(name.text) > 2]
        for span in side.strangers if unions else ():
            name = _close(side, span, unions) if span.acronym and _LETTERS.fullmatch(span.text) else None
            if name is not None:
                yield span, name


def _known_otherwise(both: Pairing) -> Iterator[tuple[Span, SourceName]]:
    """What the script of the source writes in a way that a table knows, and the source does not have."""
    if both.language == "ru":
        return
    text = " ".join(side.names.segment.text for side in both.sides).lower()
    script = script_of(re.sub("[^\\w]+", "", text[:400])) if both.sides else "latn"
    if script == "latn":
        return
    for side in both.sides:
        sure = [name for name in side.missing if both.sure(name) or name.kind == "titled"]
        for span in side.strangers if sure else ():
            if any(token.text in SURFACES for token in span.tokens) or span.acronym:
                continue
            own = written(script).get(squeeze(span.text)) or written(script).get(squeeze(span.tokens[-1].text), ())
            if not own or any(one in text for one in own):
                continue
            # in Chinese and its neighbours a state may be told by anything that belongs to it
            fitting = [one for one in sure if not one.code] if script in ("hani", "hang") else sure
            name = side.nearest(span, fitting) or (fitting[0] if len(fitting) == len(side.strangers) == 1 else None)
            if name is not None:
                yield span, name


def _codes(both: Pairing, side: Side) -> Iterator[tuple[Span, SourceName]]:
    """Letters with figures, which every language copies: A4, DK19."""
    written = re.sub("[^0-9a-z]", "", side.names.segment.text.lower())
    lost = [name for name in side.missing if both.sure(name) or name.kind in ("person", "word")]
    lost += [name for name in side.names.openers if not side.target.has(name)]
    for sentence in side.sentences if lost else ():
        for token in sentence.tokens:
            plain = token.text.replace("-", "").lower()
            if _CODE.fullmatch(token.text) and not _FOR_WORDS.fullmatch(token.text) and plain not in written:
                span = Span(sentence, token.index, token.index)
                name = _close(side, span, lost)
                if name is not None and not _counted(span):
                    yield span, name


def _counted(span: Span) -> bool:
    """Whether a number stands beside: PLN 570."""
    around = (span.sentence.at(span.first - 1).text, span.sentence.at(span.last + 1).text)
    return any(text[:1].isdigit() for text in around)


def _acronyms(both: Pairing, side: Side) -> Iterator[tuple[Span, SourceName]]:
    """An abbreviation for a name that is sure and begins otherwise, or for one with quite other letters."""
    for span in side.strangers:
        if not span.acronym or not _LETTERS.fullmatch(span.text) or span.text in _OTHERWISE or _counted(span):
            continue
        letters = set(romanised(span.text))
        lost = [name for name in side.missing if _name(both, name) and span.text[0].lower() not in _initials(name)]
        lost += [
            name
            for name in side.missing
            if name.kind == "word"
            and _LETTERS.fullmatch(name.text)
            and (not span.text.isascii() or letters.isdisjoint(romanised(name.text)))
        ]
        name = _close(side, span, lost)
        if name is not None:
            yield span, name


def _name(both: Pairing, name: SourceName) -> bool:
    """Whether a word is a name for which no abbreviation stands: no word of a body, no abbreviation."""
    if name.kind != "word":
        return both.namelike(name)
    if both.language in ("cs", "pl", "sk"):
        return bearable(both, name)
    word = name.text.lower()
    return both.namelike(name) and not english().known(word) and foreign_to(name.text, both.language or "", -2.0)


def _initials(name: SourceName) -> set[str]:
    """The letters that the words a name has in English begin with."""
    return {word[0] for form in (*name.forms, squeeze(name.text)) for word in form.split()}


def _single(side: Side) -> Iterator[tuple[Span, SourceName]]:
    """A word with a capital, alone, for a name of three words of which none came: Buck for Lim Yew Soon."""
    names = side.names.names
    text = side.names.segment.text
    rows = [
        names[i]
        for i in range(len(names) - 2)
        if all(text[a.end : b.start] == " " for a, b in pairwise(names[i : i + 3]))
        and all(one in side.missing and not one.code and not one.text.isupper() for one in names[i : i + 3])
    ]
    for sentence in side.sentences if rows else ():
        for token in sentence.tokens[1:]:
            span = Span(sentence, token.index, token.index)
            if _alone(span, token) and not side.licensed(token):
                name = _close(side, span, rows)
                if name is not None:
                    yield span, name


def _alone(span: Span, token: Token) -> bool:
    """Whether a word is no title, date or nationality, and no other word with a capital stands beside it."""
    if token.kind != "word" or not token.text[0].isupper() or token.text.isupper() or is_title(token):
        return False
    if token.text in STARTERS or token.text in SURFACES or token.text in MONTHS or token.text in WEEKDAYS:
        return False
    around = (span.sentence.at(span.first - 1), span.sentence.at(span.last + 1))
    return not any(one.kind == "word" and one.text[0].isupper() and one.text not in STARTERS for one in around)


def _close(side: Side, span: Span, names: list[SourceName]) -> SourceName | None:
    """The name that stands in its text nearly where some words stand in theirs."""
    size, length = max(1, side.sentences[-1].end), max(1, len(side.names.segment.text))
    place = span.sentence.tokens[span.first].start / size
    name = min(names, key=lambda one: abs(one.start / length - place), default=None)
    return name if name is not None and abs(name.start / length - place) < _NEAR else None
