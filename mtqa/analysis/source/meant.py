"""Names of the source that were translated like words: the table of what names mean, with the source beside it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from mtqa.analysis.names import is_title
from mtqa.analysis.source.names import ENDS, SourceNames
from mtqa.analysis.source.pairing import Pairing, Side, Span
from mtqa.knowledge.abroad import words
from mtqa.knowledge.japanese import latin, of_kind
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.meanings import Meaning, of_language
from mtqa.knowledge.naming import VIETNAMESE
from mtqa.knowledge.people import fold
from mtqa.knowledge.sounds import alike, bones, romanised
from mtqa.knowledge.titles import PLACES_BEFORE, titles
from mtqa.knowledge.translit import pinyin, squeeze, surname_length
from mtqa.lazy import regex

__all__ = ["meant"]

#: The section of the table for a language.
_SECTIONS = {
    language: section
    for section, those in {
        "tr": "tr az", "ru": "ru uk be", "ar": "ar", "fa": "fa ps ku", "vi": "vi", "ko": "ko", "ja": "ja", "zh": "zh",
        "hi": "hi ne mr gu bn pa ta te kn ur", "he": "he", "baltic": "et fi lv lt hu is", "de": "de", "ro": "ro",
        "fr": "fr",
        "slavonic": "pl cs sk sl hr sr bg mk bs", "romance": "es pt it gl ca", "kk": "kk ky uz mn tg", "id": "id ms",
        "th": "th", "el": "el", "am": "am ti", "sw": "sw",
    }.items()
    for language in those.split()
}  # fmt: skip
_KINDS = ("family", "given", "place")
_PLACE_ZH = tuple("省市县县州镇区村乡港山湖江河岛湾站")
_PLACE_JA = tuple("県市町村区港駅湾島山川郡道府都")
_PERSON_JA = (
    "さん",
    "氏",
    "容疑者",
    "被告",
    "首相",
    "大統領",
    "知事",
    "市長",
    "社長",
    "会長",
    "選手",
    "監督",
    "教授",
    "議員",
    "官房長官",
    "外相",
    "農林水産相",
    "相",
)


def meant(both: Pairing) -> Iterator[tuple[Span, str, str]]:
    """Renderings in the target of names of the source: where they stand, the name, and how the source writes it."""
    section = _SECTIONS.get(both.language or "")
    if section is None:
        return
    told: frozenset[str] | None = None
    for side in both.sides:
        text = side.names.segment.text
        taken: set[int] = set()
        used: Counter[str] = Counter()
        found: list[tuple[Span, Meaning]] = []
        for kind in _KINDS:
            table = of_language(section, kind)
            for sentence in side.sentences:
                found += [
                    (Span(sentence, token.index, token.index + len(one.words) - 1), one)
                    for token in sentence.tokens
                    for one in (table.get(token.lower, ()) if token.kind == "word" else ())
                    if sentence.says(token.index, *one.words)
                ]
        found.sort(key=lambda pair: (pair[0].sentence.start, -len(pair[1].words), pair[0].first))
        if found and told is None:
            told = _told(both)
        for span, one in found:
            places = range(span.sentence.tokens[span.first].start, span.sentence.tokens[span.last].end)
            if taken.intersection(places):
                continue
            if any(span.text.lower() == form for name in side.names.names for form in name.forms):
                continue  # what a table says the source names: Black Sea
            if _in_a_longer(span) or _pair_of_titles(span) or (_UNCASED.search(text) and not span.text[0].isupper()):
                continue
            written = _written(one, side.names, text, both, told or frozenset())
            if written and len(written) > _came(one, side) + used[written[0]]:
                used[written[0]] += 1
                taken.update(places)
                yield span, one.name, written[0]


def _in_a_longer(span: Span) -> bool:
    """Whether it is part of what is called by plain words: the Red Cross, Wind Energy."""
    beside = (span.sentence.at(span.first - 1), span.sentence.at(span.last + 1))
    return span.text[0].isupper() and any(
        token.kind == "word"
        and token.index > 0
        and token.text[0].isupper()
        and not is_title(token)
        and english().usually(token.lower, "noun", "adjective", "verb")
        for token in beside
    )


def _pair_of_titles(span: Span) -> bool:
    """Whether it is a title beside another one: the King and Queen."""
    token = span.sentence.tokens[span.first]
    joined = [step for step in (-1, 1) if span.sentence.at(token.index + step).lower == "and"]
    return is_title(token) and any(is_title(span.sentence.at(token.index + 2 * step)) for step in joined)


def _came(one: Meaning, side: Side) -> int:
    """How often the name itself stands in the target."""
    key = squeeze(one.name)
    last = squeeze(one.name.split()[-1])
    return sum(
        alike(key, squeeze(token.text), False, 0.12) or alike(last, squeeze(token.text), False, 0.12)
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
        return list(_korean(one, _tokens(text), told))
    return list(_spaced(one, names, text, told))


def _spaced(one: Meaning, names: SourceNames, text: str, told: frozenset[str]) -> Iterator[str]:
    size = len(re.split(r"[\s-]+", one.name))
    key = squeeze(one.name)
    tokens, opens = _tokens(text), _opens(text)
    for i in range(len(tokens) - size + 1):
        group = tokens[i : i + size]
        written = " ".join(group)
        if not _UNCASED.match(written) and not (all(word[0].isupper() for word in group) and _fits(one, text, i, size)):
            continue
        same = _same(group, key, one.language) if written[0] < "\u0250" else _sounds(written, key)
        if same and _sure(tokens, i, size, told, opens):
            yield written
    # a name that the table writes in one word and the language in two: عبد المؤمن
    if size == 1 and not names.cased:
        for i, (first, second) in enumerate(pairwise(tokens)):
            if _sounds(first + second, key) and _sure(tokens, i, 2, told, opens):
                yield f"{first} {second}"


@lru_cache(maxsize=256)
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(match[0] for match in words(text))


@lru_cache(maxsize=256)
def _opens(text: str) -> frozenset[int]:
    """The words that open a sentence or a quotation, whose capital proves nothing."""
    return frozenset(
        i for i, match in enumerate(words(text)) if ENDS.search(text[max(0, match.start() - 6) : match.start()])
    )


@lru_cache(maxsize=256)
def _joined(text: str) -> frozenset[int]:
    """The words that only a space parts from the next."""
    return frozenset(
        i for i, (one, other) in enumerate(pairwise(words(text))) if text[one.end() : other.start()] == " "
    )


_VIETNAMESE = VIETNAMESE | frozenset(
    "Le Vu Vo Bui Do Ho Duong Ly Dao Doan Luong Trinh Lam Mai To Ta Thai Cao Ha Luu Tong".split()
)
_INFLECTED = frozenset(("slavonic", "baltic"))


@cache
def _given_letters() -> frozenset[str]:
    return frozenset(squeeze(one.name) for those in of_language("ar", "given").values() for one in those)


def _same(group: tuple[str, ...], key: str, section: str) -> bool:
    """Whether Latin words are a name, give or take what a case puts behind it."""
    *before, last = group
    head = re.split("['’]", last, maxsplit=1)[0]
    letters = squeeze("".join((*before, head)))
    if letters == key or (section == "de" and letters == f"{key}s"):
        return True
    return (
        section in _INFLECTED and len(key) > 3 and letters[: len(key) - 1] == key[:-1] and len(letters) <= len(key) + 3
    )


def _fits(one: Meaning, text: str, i: int, size: int) -> bool:
    """Whether a family name ends a name, and a Vietnamese given name one that begins with a family name."""
    tokens = _tokens(text)
    behind = tokens[i + size] if i + size - 1 in _joined(text) else ""
    if one.kind == "place":
        return True
    if one.language == "vi":
        begin = i
        while begin and tokens[begin - 1][0].isupper() and i - begin < 4:
            begin -= 1
        return any(fold(tokens[k]) in _VIETNAMESE for k in range(begin, i)) and not behind[:1].isupper()
    return one.kind == "given" or not behind[:1].isupper()


@lru_cache(maxsize=1 << 10)
def _sounds(written: str, key: str) -> bool:
    """Whether a word of another script may be a name, give or take what a case puts behind it."""
    form = romanised(written)
    if not _UNCASED.match(written):
        cuts = [romanised(written[:-cut]) for cut in (1, 2, 3) if len(written) - cut > 3]
        return alike(form, key, False, 0.08) or any(bones(cut) == bones(key) and len(bones(key)) > 2 for cut in cuts)
    if written.endswith("ة") and not key.endswith(("a", "h")):
        return False
    if not key.startswith(("al", "el")) and written.startswith("ال") and key in _given_letters():
        return False  # الليل, the night: a given name has no article
    bare = {form, form.removeprefix("al"), form.removeprefix("w").removeprefix("al")}
    return any(
        alike(one, key.removeprefix("al"), False, 0.12) or alike(one, key, False, 0.12) for one in bare if len(one) > 2
    )


#: Languages without capitals whose given names are no everyday words.
_BY_GIVEN = frozenset(("ar", "fa", "he", "ur"))
_UNCASED = regex("[\u0590-\u0dff]")


def _sure(tokens: tuple[str, ...], i: int, size: int, told: frozenset[str], opens: frozenset[int]) -> bool:
    """Whether words are surely a name: their capital says so, or what stands beside them."""
    if not _UNCASED.match(tokens[i]):
        return i not in opens or tokens[i][:-1] in told or tokens[i] in told
    if i and tokens[i].startswith("ال") and tokens[i - 1].startswith("ال") and tokens[i - 1] not in told:
        return False  # العالم العربي: an adjective
    written = " ".join(tokens[i : i + size])
    return written in told or written.removeprefix("ال") in told


def _told(both: Pairing) -> frozenset[str]:
    """Words of the story that are names: behind a title or a given name; with capitals, inside a sentence."""
    found: set[str] = set()
    for side in both.sides:
        tokens, opens = _tokens(side.names.segment.text), _opens(side.names.segment.text)
        names = side.names.names
        if both.language == "ko":
            found.update(_full_names(tokens))
        found.update(word for name in names if not name.code and name.kind == "known" for word in name.text.split())
        starts = {name.start for name in names if name.code}
        states = {i for i, match in enumerate(words(side.names.segment.text)) if match.start() in starts}
        for i, token in enumerate(tokens):
            before = tokens[i - 1] if i else ""
            if not _UNCASED.match(token):
                if i not in opens and token[0].isupper():
                    found.update((token, token[:-1], token[:-2]))
                continue
            titled = before in titles(both.language or "") or (i and i - 1 in states)
            if titled or (both.language in _BY_GIVEN and _given(before, both.language)):
                reach = 1 if before in PLACES_BEFORE else 4 if titled else 2
                for k in range(i, min(i + reach, len(tokens))):
                    found.update((tokens[k], " ".join(tokens[k : k + 2])))
                    if k not in _joined(side.names.segment.text):
                        break
    return frozenset(found)


@lru_cache(maxsize=20_000)
def _given(word: str, language: str) -> bool:
    """Whether a word is a given name of the table of meanings."""
    section = _SECTIONS.get(language, "")
    return len(word) > 2 and any(
        _sounds(word, squeeze(one.name)) for those in of_language(section, "given").values() for one in those
    )


#: Family names of one syllable, as they are written in English.
_KOREAN = dict(
    pair.split("=")
    for pair in "이=Lee 문=Moon 박=Park 최=Choi 정=Jung 강=Kang 조=Cho 윤=Yoon 장=Jang 임=Lim 한=Han 오=Oh "
    "서=Seo 신=Shin 권=Kwon "
    "황=Hwang 안=Ahn 송=Song 유=Yoo 류=Ryu 전=Jeon 홍=Hong 고=Ko 배=Bae 백=Baek 허=Heo 남=Nam 심=Shim 노=Roh "
    "하=Ha 곽=Kwak 성=Sung "
    "차=Cha 주=Joo 우=Woo 구=Koo 민=Min 나=Na 진=Jin 지=Ji 엄=Um 채=Chae 원=Won 천=Chun 방=Bang 공=Kong 현=Hyun "
    "함=Ham 변=Byun "
    "김=Kim".split()
)


def _korean(one: Meaning, tokens: tuple[str, ...], told: frozenset[str]) -> Iterator[str]:
    """A family name alone before a title, of somebody whom the story names in full: 이 총리, of 이낙연."""
    offices = tuple(titles("ko"))
    for first, second in pairwise(tokens):
        if first in told and _KOREAN.get(first, "") == one.name and second.startswith(offices):
            yield f"{first} {second}"
    for first, second in pairwise(tokens):
        for name, title in ((first, second), (second, first)):
            if len(name) == 3 and _KOREAN.get(name[0]) == one.name and title.startswith(offices):
                yield name


def _full_names(tokens: tuple[str, ...]) -> Iterator[str]:
    """Family names of people who stand in full beside a title: 이 of 이낙연 국무총리."""
    offices = tuple(titles("ko"))
    for first, second in pairwise(tokens):
        for name, title in ((first, second), (second, first)):
            if len(name) == 3 and name[0] in _KOREAN and title.startswith(offices):
                yield name[0]


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
