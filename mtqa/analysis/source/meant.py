"""Names of the source that were translated like words: the table of what names mean, with the source beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from mtqa.analysis.source.names import SourceNames
from mtqa.analysis.source.pairing import Pairing, Side, Span
from mtqa.knowledge.abroad import words
from mtqa.knowledge.japanese import latin, of_kind
from mtqa.knowledge.meanings import Meaning, of_language
from mtqa.knowledge.sounds import alike, romanised
from mtqa.knowledge.titles import titles
from mtqa.knowledge.translit import pinyin, squeeze, surname_length

__all__ = ["meant"]

#: The section of the table for a language.
_SECTIONS = {
    language: section
    for section, those in {
        "tr": "tr az", "ru": "ru uk be", "ar": "ar", "fa": "fa ps ku", "vi": "vi", "ko": "ko", "ja": "ja", "zh": "zh",
        "hi": "hi ne mr gu bn pa ta te kn ur", "he": "he", "baltic": "et fi lv lt hu is", "de": "de", "ro": "ro", "fr": "fr",
        "slavonic": "pl cs sk sl hr sr bg mk bs", "romance": "es pt it gl ca", "kk": "kk ky uz mn tg", "id": "id ms",
        "th": "th", "el": "el", "am": "am ti", "sw": "sw",
    }.items()
    for language in those.split()
}  # fmt: skip
_KINDS = ("family", "given", "place")
_PLACE_ZH = tuple("省市县县州镇区村乡港山湖江河岛湾站")
_PLACE_JA = tuple("県市町村区港駅湾島山川郡道府都")
_PERSON_JA = ("さん", "氏", "容疑者", "被告", "首相", "大統領", "知事", "市長", "社長", "会長", "選手", "監督", "教授", "議員", "官房長官", "外相", "農林水産相", "相")


def meant(both: Pairing) -> Iterator[tuple[Span, str, str]]:
    """Renderings in the target of names that the source has: where they stand, the name, and how the source writes it."""
    section = _SECTIONS.get(both.language or "")
    if section is None:
        return
    told = _told(both)
    for side in both.sides:
        text = side.names.segment.text
        taken: set[int] = set()
        found: list[tuple[Span, Meaning]] = []
        for kind in _KINDS:
            table = of_language(section, kind)
            for sentence in side.sentences:
                for token in sentence.tokens:
                    for one in table.get(token.lower, ()) if token.kind == "word" else ():
                        if sentence.says(token.index, *one.words):
                            found.append((Span(sentence, token.index, token.index + len(one.words) - 1), one))
        found.sort(key=lambda pair: (pair[0].sentence.start, -len(pair[1].words), pair[0].first))
        for span, one in found:
            places = range(span.sentence.tokens[span.first].start, span.sentence.tokens[span.last].end)
            if taken.intersection(places):
                continue
            written = _written(one, side.names, text, both, told)
            if written and len(written) > _came(one, side):
                taken.update(places)
                yield span, one.name, written[0]


def _came(one: Meaning, side: Side) -> int:
    """How often the name itself stands in the target."""
    key = squeeze(one.name)
    last = squeeze(one.name.split()[-1])
    return sum(
        alike(key, squeeze(token.text), False, 0.2) or alike(last, squeeze(token.text), False, 0.2)
        for sentence in side.sentences
        for token in sentence.tokens
        if token.kind == "word" and token.text[0].isupper()
    )


def _written(one: Meaning, names: SourceNames, text: str, both: Pairing, told: frozenset[str]) -> list[str]:
    """The places of a source that are surely this name, as they are written."""
    if both.language == "zh":
        return list(_chinese(one, text))
    if both.language == "ja":
        return list(_japanese(one, text))
    if both.language == "ko":
        return list(_korean(one, _tokens(text)))
    return list(_spaced(one, names, text, told))


def _spaced(one: Meaning, names: SourceNames, text: str, told: frozenset[str]) -> Iterator[str]:
    size = len(re.split(r"[\s-]+", one.name))
    key = squeeze(one.name)
    tokens = _tokens(text)
    for i in range(len(tokens) - size + 1):
        group = tokens[i : i + size]
        written = " ".join(group)
        if group[0][0].isascii() or group[0][0] < "\u0250":
            if all(word[0].isupper() for word in group) and _same(squeeze(written), key) and _sure(tokens, i, size, told):
                yield written
        elif _sounds(written, key) and (group[0][0].isupper() or _sure(tokens, i, size, told)):
            yield written
    # a name that the table writes in one word and the language in two: عبد المؤمن
    if size == 1 and not names.cased:
        for i, (first, second) in enumerate(pairwise(tokens)):
            if _sounds(first + second, key) and _sure(tokens, i, 2, told):
                yield f"{first} {second}"


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(match[0] for match in words(text))


@lru_cache(maxsize=50_000)
def _same(one: str, key: str) -> bool:
    return one == key or (len(key) > 3 and one.startswith(key) and len(one) - len(key) <= 4)


@lru_cache(maxsize=50_000)
def _sounds(written: str, key: str) -> bool:
    """Whether a word of another script may be a name, give or take what a case puts behind it."""
    forms = [romanised(written)]
    if "\u0400" <= written[0] <= "\u052f":
        forms += [romanised(written[:-cut]) for cut in (1, 2, 3) if len(written) - cut > 2]
    if "\uac00" <= written[0] <= "\ud7a3":
        return False
    for form in forms:
        bare = {form, form.removeprefix("al"), form.removeprefix("w").removeprefix("al")}
        if any(alike(one, key.removeprefix("al"), False, 0.12) or alike(one, key, False, 0.12) for one in bare if len(one) > 2):
            return True
    return False


_UNCASED = re.compile("[\u0590-\u0dff]")


def _sure(tokens: tuple[str, ...], i: int, size: int, told: frozenset[str]) -> bool:
    """Whether words are surely a name: their capital says so, or what stands beside them."""
    if not _UNCASED.match(tokens[i]):
        return i > 0 or tokens[i] in told or tokens[i].lower() in {one.lower() for one in told}
    return " ".join(tokens[i : i + size]) in told


def _told(both: Pairing) -> frozenset[str]:
    """Words of the story that are names: those behind a title or a given name; with capitals, those inside a sentence."""
    found: set[str] = set()
    for side in both.sides:
        tokens = _tokens(side.names.segment.text)
        for i, token in enumerate(tokens):
            before = tokens[i - 1] if i else ""
            if not _UNCASED.match(token):
                if i and token[0].isupper():
                    found.add(token)
                continue
            if before in titles(both.language or "") or _given(before, both.language or ""):
                for size in (1, 2):
                    found.add(" ".join(tokens[i : i + size]))
            if i + 1 < len(tokens) and before in titles(both.language or "") and _given(token, both.language or ""):
                found.add(token)
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _given(word: str, language: str) -> bool:
    """Whether a word is a given name of the table of meanings."""
    section = _SECTIONS.get(language, "")
    return len(word) > 2 and any(
        _sounds(word, squeeze(one.name)) for those in of_language(section, "given").values() for one in those
    )


def _korean(one: Meaning, tokens: tuple[str, ...]) -> Iterator[str]:
    for first, second in pairwise(tokens):
        if len(first) == 1 and alike(romanised(first), squeeze(one.name), True, 0.2) and second.startswith(tuple(titles("ko"))):
            yield f"{first} {second}"


def _chinese(one: Meaning, text: str) -> Iterator[str]:
    key, size = squeeze(one.name), 2 if one.kind != "family" else 1
    for at in range(len(text) - 1):
        for length in (2, 3) if size == 2 else (1,):
            here = text[at : at + length]
            if len(here) == length and "\u4e00" <= here[0] <= "\u9fff" and pinyin(here) == key:
                before, behind = text[max(0, at - 1) : at], text[at + length : at + length + 1]
                place = one.kind == "place" and behind in _PLACE_ZH
                person = one.kind == "given" and surname_length(before, 0) == 1
                if place or person:
                    yield here


def _japanese(one: Meaning, text: str) -> Iterator[str]:
    key = squeeze(one.name)
    for match in re.finditer("[\u4e00-\u9fff々ヶケノ]{2,8}", text[:4000]):
        run = match[0]
        for at in range(len(run)):
            for size in (4, 3, 2):
                name = run[at : at + size]
                behind = text[match.start() + at + size : match.start() + at + size + 5]
                if len(name) < size:
                    continue
                place = one.kind == "place" and behind.startswith(_PLACE_JA) and "p"
                person = one.kind == "family" and behind.startswith(_PERSON_JA) and "f"
                if (place or person) and any(squeeze(latin(r)) == key for r in of_kind(name, place or person or "p")):
                    yield name
