"""How Chinese characters spell the names of other languages: 奥丁加 (aodingjia) is Odinga.

A name is read part by part, and of each part all places where it may end are kept: as many steps as the name has
letters, whatever the text is. An expression with as many choices would take its time to the power of the parts.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from mtqa.knowledge.translit import pinyin
from mtqa.lazy import regex
from mtqa.values import NamedTuple

__all__ = ["Rendering", "heard", "rendering"]


class _Run(NamedTuple):
    """Some letters out of a set, from `least` to `most`."""

    letters: frozenset[str]
    least: int
    most: int

    def ends(self, text: str, place: int) -> list[int]:
        most = min(len(text), place + self.most)
        end = place
        while end < most and text[end] in self.letters:
            end += 1
        return list(range(place + self.least, end + 1))


class _One(NamedTuple):
    """One of some strings."""

    options: frozenset[str]
    sizes: tuple[int, ...]

    def ends(self, text: str, place: int) -> list[int]:
        return [place + size for size in self.sizes if text[place : place + size] in self.options]


def _one(options: str, *more: str) -> _One:
    """Of strings with a bar between; nothing may be one of them."""
    found = frozenset((*options.split("|"), *more))
    return _One(found, tuple(sorted({len(option) for option in found})))


_VOWEL = _Run(frozenset("aeiouvyw"), 1, 4)
_ANY = _Run(frozenset("aeiouvyw"), 0, 4)
_MAYBE = _Run(frozenset("aeiu"), 0, 2)
_KS = ["k" + "".join(vowels) + "s" for size in range(4) for vowels in product("aeiou", repeat=size)]

#: How Chinese characters spell the consonants of other languages, as pinyin writes them; the longest first.
_SPELT: dict[str, tuple[_One | _Run, ...]] = {
    "tch": (_one("q|ch|j"),),
    "sch": (_one("sh|x|s"),),
    "dzh": (_one("j|zh"),),
    "ts": (_one("c|z|q"),),
    "lt": (_one("|l|e|er"), _MAYBE, _one("|t|d|z|j")),
    "tz": (_one("c|z|q"),),
    "ph": (_one("f"),),
    "wh": (_one("w|h"),),
    "ch": (_one("q|ch|j|k|h|x|zh|sh"),),
    "sh": (_one("sh|x"),),
    "zh": (_one("r|j|zh"),),
    "kh": (_one("h|k"),),
    "gh": (_one("|g"),),
    "th": (_one("t|s|x"),),
    "ck": (_one("k"),),
    "qu": (_one("k|g"),),
    "ng": (_one("n|nj|nk|ng|ngj|ngk|ngg"),),
    "b": (_one("b|p"),),
    "c": (_one("k|g|j|s|x|q"),),
    "d": (_one("d|t|j"),),
    "f": (_one("f|h"),),
    "g": (_one("g|j|k"),),
    "h": (_one("h|x"),),
    "j": (_one("j|q|zh|y|r|h"),),
    "k": (_one("k|g|j|q"),),
    "l": (_one("l|e|er"),),
    "m": (_one("m|nm|n|ng"),),
    "n": (_one("n|ng|l"),),
    "p": (_one("p|b"),),
    "q": (_one("k|g|j"),),
    "r": (_one("l|e|er|r"),),
    "s": (_one("s|x|sh|z"),),
    "t": (_one("t|d|z|j"),),
    "v": (_one("w|f|b"),),
    "w": (_one("w|h"),),
    "x": (_one("s|x", *_KS),),
    "y": (_one("y|i"),),
    "z": (_one("z|zh|s|c|j"),),
}
_CONSONANTS = regex("|".join(_SPELT))
_MUTE_AT_THE_END = frozenset("tdszxpw")  # Gayet
_MUTE = frozenset("rhw")  # before another consonant
_LIQUID = frozenset("lr")  # spelt er, which holds its vowel
_LONGEST = 30  # letters of a name


class Rendering:
    """What a foreign name may sound like in Chinese, in pinyin.

    Args:
        name: as `squeeze` writes it; nothing sounds like one of more than thirty letters.
    """

    def __init__(self, name: str) -> None:
        self._parts: list[_One | _Run] | None = _parts(name) if len(name) <= _LONGEST else None

    def ends(self, sound: str, start: int = 0) -> set[int]:
        """All places where the name may end if it begins at one."""
        if self._parts is None:
            return set()
        places = {start}
        for part in self._parts:
            places = {end for place in places for end in part.ends(sound, place)}
            if not places:
                break
        return places

    def begins(self, sound: str) -> bool:
        """Whether a text begins with the name."""
        return bool(self.ends(sound))

    def covers(self, sound: str) -> bool:
        """Whether a text is the name."""
        return len(sound) in self.ends(sound)

    def within(self, sound: str) -> bool:
        """Whether the name is somewhere in a text."""
        return any(self.ends(sound, start) for start in range(len(sound) + 1))


def _parts(name: str) -> list[_One | _Run]:
    parts: list[_One | _Run] = []
    place, liquid = 0, False
    while place < len(name):
        match = _CONSONANTS.match(name, place)
        if match is None:
            if parts[-1:] == [_MAYBE]:
                parts[-1] = _ANY if liquid else _VOWEL
            elif parts[-1:] not in ([_VOWEL], [_ANY]):
                parts.append(_VOWEL)
            place += 1
            continue
        own = match[0]
        place = match.end()
        if name[place : place + len(own)] == own:  # doubled
            place += len(own)
        closes = own in _MUTE_AT_THE_END and place == len(name)
        silent = closes or (own in _MUTE and bool(parts) and name[place : place + 1] not in tuple("aeiou"))
        *before, last = _SPELT[own]
        if silent and isinstance(last, _One):
            last = _one("", *last.options)
        parts += [*before, last, _MAYBE]
        liquid = own in _LIQUID
    return parts


@lru_cache(maxsize=8_192)
def rendering(name: str) -> Rendering:
    """The rendering of a name, as `squeeze` writes it, made once."""
    return Rendering(name)


@lru_cache(maxsize=50_000)
def heard(word: str, written: str) -> bool:
    """Whether characters that spell a foreign name sound like a word, or begin or end like it.

    Args:
        word: as `squeeze` writes it, of three letters or more.
        written: the characters.
    """
    return 2 < len(word) < _LONGEST and rendering(word).within(pinyin(written))
