"""The names of a source, in any language and script, and which words of a target they license.

A name of the source has *come* where a word of the target is one of its English forms, a copy, or sounds like it. A
name of the target is *licensed* where the source has it: by a table, by copy or by sound. Both lean towards yes: what
a translator may have written is never taken for missing, nor for added.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from itertools import pairwise

from mtqa.analysis.source import SourceAnalysis, SourceSegment
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.knowledge.abroad import Known, known, renowned, words, written
from mtqa.knowledge.cases import towns
from mtqa.knowledge.foreign import leaning
from mtqa.knowledge.given import given as is_given
from mtqa.knowledge.japanese import readings as japanese
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.peoples import opening
from mtqa.knowledge.places import PARTIES, SURFACES
from mtqa.knowledge.rendering import heard, rendering
from mtqa.knowledge.similar import distance
from mtqa.knowledge.sounds import alike, one_alike, romanised
from mtqa.knowledge.titles import titles
from mtqa.knowledge.translit import Sound, dotted, pinyin, split_pinyin, squeeze
from mtqa.lazy import lazy, regex
from mtqa.values import NamedTuple, dataclass

__all__ = ["SourceName", "SourceNames", "Target", "foreign_to", "source_names", "targets"]

_CASED = regex("[A-Za-zÀ-ɏͰ-ϿЀ-ԯԱ-֏]")
_RELATED = regex("[сц]ь?к[а-яіїє]{1,3}$")
_NEXT = regex(" [A-ZÀ-ÞĀ-ŽЀ-Я][\\w.]")
_WOMAN = regex("ov(?:á|é|ou)$")
_INDIC = regex("[\u0900-\u0dff]")  # which writes all sounds of a name, and no case behind it
_KATAKANA = regex("[\u30a1-\u30fa\u30fc]{2,}")
ENDS = regex(r"[.!?…:;。！？»”\"“«„‹›(\[–—•·|]\s*[«„“\"'‘(\[]?\s*$|^\s*[«„“\"'‘(\[–—-]*\s*$")
#: What needs no source: forms of firms, the pole of the earth, plurals of abbreviations.
_ANYWHERE = frozenset("ltd inc corp plc llc gmbh dvds tvs sdgs pcs ngos ceos mps meps covid internet tv".split())
_ASIAN = frozenset(("ja", "ko", "zh"))
#: Words for bodies, in what they are called.
BODIES = frozenset(
    "ministry department agency office organization organisation bureau board commission authority "
    "administration bank union "
    "federation association league university society council committee service services railways railway "
    "company industries "
    "newspaper daily times post bridge road news institute engineering commissariat duma court fund guards "
    "workers party "
    "broadcaster television front movement army corps".split()
)
#: What German compounds of bodies end with, and the words of English for it.
_IN_ENGLISH = dict(
    pair.split("=")
    for pair in (
        "ministerium=ministry|department|minister gericht=court|tribunal polizei=police|cops behörde=authority|agency|"
        "authorities regierung=government|administration universität=university hochschule=university|college|school "
        "staatsanwaltschaft=prosecutor|prosecutors|prosecution feuerwehr=fire|firefighters "
        "verband=association|federation"
    ).split()
)
_BODY = regex(f"(?<=\\w\\w)(?:{'|'.join(_IN_ENGLISH)})$")
_NO_NOUN = -3.0  # odds of a German word
#: Languages that write all nouns with a capital.
NOUNS_IN_CAPITALS = frozenset(("de", "lb"))


@dataclass(frozen=True, slots=True)
class SourceName:
    """A name in the source of a segment.

    Attributes:
        start, end: code points.
        text: as it stands there.
        kind: "known" by a table; "word": a capital inside a sentence shows it; "kana": foreign words in Japanese;
            "spelt": a part of a name with a dot in Chinese.
        code: of a state, or "".
        forms: what it is in English, where a table knows; folded, words with single spaces.
        right: the form to write in a message.
        whole: see `Known`.
    """

    start: int
    end: int
    text: str
    kind: str
    code: str = ""
    forms: tuple[str, ...] = ()
    right: str = ""
    whole: bool = True

    @property
    def sounds(self) -> tuple[str, ...]:
        """How it may sound: as it stands, and without what a case puts behind it or an article before."""
        if self.kind == "titled":
            return tuple(sound for word in self.text.split() for sound in _sounds(word))
        return _sounds(self.text)


@lru_cache(maxsize=1 << 14)
def _sounds(text: str) -> tuple[str, ...]:
    head = re.split("[-’'‐‑ ]", text, maxsplit=1)[0]
    found: dict[str, None] = {}
    for word in (text, head) if head != text and len(head) > 2 else (text,):
        whole = romanised(word)
        found[whole] = None
        if "\u0600" <= word[0] <= "\u06ff" or "\u0590" <= word[0] <= "\u05ff":
            for before in ("wal", "bal", "al", "ll", "l", "w", "b", "h", "m"):
                if whole.startswith(before) and len(whole) > len(before) + 2:
                    found[whole[len(before) :]] = None
        for cut in (1, 2, 3):
            if len(word) - cut >= max(3, len(word) * 0.6):
                found[romanised(word[: len(word) - cut])] = None
    woman = _WOMAN.search(text)
    if woman and woman.start() > 1:
        found[romanised(text[: woman.start()])] = None
    related = _RELATED.search(text)
    if related and related.start() > 2:
        found[romanised(text[: related.start()])] = None
    return tuple(found)


@lru_cache(maxsize=1 << 14)
def _plain(form: str) -> str:
    if form.isascii() and form.isalpha():  # cheap
        return form.lower()
    form = form.replace("ü", "u").replace("Ü", "U")  # which `squeeze` takes for that of pinyin
    return " ".join(squeeze(word) for word in re.split(r"[\s\-‑‐'’]+", form) if squeeze(word))


class SourceNames:
    """What one source names.

    Args:
        segment: its source.
    """

    def __init__(self, segment: SourceSegment) -> None:
        self.segment = segment
        text, language = segment.text, segment.language
        self.asian = language in _ASIAN
        self.latin = (bool(text) and text[:400].isascii()) or not any(c > "\u024f" and c.isalpha() for c in text[:400])
        self.chinese = language == "zh"
        self.cased = bool(text) and _CASED.search(text) is not None and not self.asian
        tables = known(text, language) if text else []
        self.names: list[SourceName] = [_named(one, self.latin) for one in tables]
        taken = [(one.start, one.end) for one in tables]
        self.loose: list[str] = []  # words that may be names: only to license by
        self.openers: list[SourceName] = []  # words that open a sentence and look like somebody's name
        if self.chinese:
            self.names += [
                SourceName(start, end, text[start:end], "spelt", whole=False)
                for start, end in dotted(text)
                if not any(a < end and start < b for a, b in taken)
            ]
        if text and not self.chinese:
            self._words(text, language or "", taken)
            self.names += _titled(text, language or "", taken)
        self.names.sort(key=lambda one: one.start)
        if self.cased:
            self.names = _full_names(self.names, text)
        self.codes = frozenset(one.code.partition("-")[0] for one in self.names if one.code)
        self._forms = _ANYWHERE | {word for one in self.names for form in one.forms for word in form.split()}
        self._copies = {squeeze(word) for word in re.findall("[A-Za-zÀ-ɏ]{2,}", text)} if text else set()
        self._heads = {copy[:3] for copy in self._copies if len(copy) > 3}
        self._sound: Sound | None = None

    def _words(self, text: str, language: str, taken: list[tuple[int, int]]) -> None:
        if language == "ja":
            for match in _KATAKANA.finditer(text):
                if not any(a < match.end() and match.start() < b for a, b in taken):
                    self.names.append(SourceName(match.start(), match.end(), match[0], "kana", whole=False))
            self.loose += japanese(text)
            return
        for match in words(text):
            word = match[0]
            if not _CASED.match(word):
                self.loose.append(word)
            elif word[0].islower() and _RELATED.search(word):
                self.loose.append(word)  # хакасский: of Khakassia
            elif word[0].isupper():
                self.loose.append(word)
                if any(a <= match.start() < b for a, b in taken):
                    continue
                opens = ENDS.search(text[: match.start()][-6:])
                body = _BODY.search(word) if language == "de" else None
                if body is not None:
                    forms = tuple(_IN_ENGLISH[body[0]].split("|"))
                    self.names.append(SourceName(match.start(), match.end(), word, "body", "", forms, whole=False))
                    continue
                if opens and self.latin and language not in NOUNS_IN_CAPITALS and _called(word):
                    self.openers.append(SourceName(match.start(), match.end(), word, "opener"))
                given = is_given(word.lower()) and _NEXT.match(text, match.end())
                if given and (opens or language in NOUNS_IN_CAPITALS):
                    self.names.append(SourceName(match.start(), match.end(), word, "borne"))
                    continue
                if language in NOUNS_IN_CAPITALS and not opens and _abroad(word):
                    self.names.append(SourceName(match.start(), match.end(), word, "borne"))
                    continue
                german = language in NOUNS_IN_CAPITALS
                sure = not opens and (_placed(word) if german else _borne(word))
                if sure or (not opens and (not german or foreign_to(word, language, _NO_NOUN))):
                    self.names.append(
                        SourceName(match.start(), match.end(), word, "borne" if sure else "word", whole=not opens)
                    )

    @lazy
    def openings(self) -> frozenset[str]:
        """The first letters of every word, capitals or not, see `opening`."""
        return frozenset(opening(part) for word in words(self.segment.text) for part in word[0].split("-"))

    def licenses(self, word: str) -> bool:
        """Whether the source has what a word of the target may stand for."""
        letters = squeeze(word)
        if len(letters) < 2 or letters in self._copies or letters in self._forms:
            return True
        surface = SURFACES.get(word)
        if surface is not None and surface.code.partition("-")[0] in self.codes:
            return True
        if letters[:3] in self._heads and any(_one_stem(letters, copy) for copy in self._copies):
            return True
        if self.chinese:
            return self._echoes(letters)
        return one_alike(self._heard, letters, self.asian, self._near)

    @lazy
    def _heard(self) -> tuple[str, ...]:
        """How all that may be names may sound."""
        loose = (sound for one in self.loose for sound in _sounds(one))
        return tuple(dict.fromkeys((*loose, *(sound for one in self.names for sound in one.sounds))))

    @lazy
    def _near(self) -> float:
        """The share of sounds that may differ, see `alike`."""
        if self.cased:
            return 0.2 if self.latin else 0.3
        return 0.14 if _INDIC.search(self.segment.text) else 0.22

    def _echoes(self, letters: str) -> bool:
        """Whether Chinese characters sound like a word: as pinyin, or as they spell a foreign name."""
        own = _in_han(letters)
        if own:  # 谷歌 is not by its sound what Google is
            return any(name in self.segment.text for name in own)
        if self._sound is None:
            self._sound = Sound(self.segment.text)
        if len(letters) > 30 or self._sound.find(letters) is not None:
            return True
        if split_pinyin(letters) is not None and len(letters) > 4:
            return False
        return self._sound.spells(rendering(letters))


@lru_cache(maxsize=20_000)
def _in_han(letters: str) -> tuple[str, ...]:
    """The Chinese names of what has one that sounds otherwise."""
    names = tuple(name for name in written("hani").get(letters, ()) if not _KATAKANA.search(name))
    like = rendering(letters)
    return () if any(like.within(pinyin(name)) or pinyin(name).startswith(letters[:3]) for name in names) else names


#: What may stand behind somebody's name in Hindi and Gujarati, and ends it.
_BEHIND = frozenset("ने को से का की के पर में और तथा व एवं द्वारा भी ही तो ને થી નો ની ના માં અને પણ".split())
_SAYS = frozenset("कहा बताया कहते कहती पूछा लिखा કહ્યું".split())
_MOST_TITLED = 3  # words of a name behind a title


def _titled(text: str, language: str, taken: list[tuple[int, int]]) -> list[SourceName]:
    """Names that a title stands before, or what somebody says behind, in languages that write no capitals."""
    if language not in ("hi", "gu"):
        return []
    found, tokens, known_titles = [], words(text), titles(language)
    for i, token in enumerate(tokens):
        opens = not text[: token.start()].rstrip(" \"“'") or text[: token.start()].rstrip()[-1:] in "।.!?"
        if token[0] in known_titles:
            first = i + 1
        elif opens and {one[0] for one in tokens[i + 1 : i + 4]} & _SAYS:
            first = i
        else:
            continue
        last = first
        ends = _BEHIND | _SAYS | known_titles
        while last < len(tokens) and last - first < _MOST_TITLED and tokens[last][0] not in ends:
            last += 1
            if text[tokens[last - 1].end() :][:1] != " ":
                break
        inside = range(tokens[first].start(), tokens[last - 1].end()) if last > first else range(0)
        if inside and not any(a in inside for a, _ in taken):
            name = text[inside.start : inside.stop]
            if len(name) > 2:
                found += [SourceName(inside.start, inside.stop, name, "titled", whole=False)]
    return found


def _full_names(names: list[SourceName], text: str) -> list[SourceName]:
    """The same names, those of people in full marked: a given name of any language, and a name right behind it."""
    found = list(names)
    for i, (one, other) in enumerate(pairwise(names)):
        both = {"word", "borne"}.issuperset((one.kind, other.kind)) and text[one.end : other.start] == " "
        if both and one.whole and len(other.text) > 2 and _given(one.text):
            found[i], found[i + 1] = replace(one, kind="person"), replace(other, kind="person")
    return found


#: Endings of given names in the cases of Czech, Slovak, Polish and of Cyrillic, and what the name has there by itself.
_CASES = tuple(
    (ending, own)
    for own, endings in (
        ("", "a owi ovi em ie e i u om"),
        ("a", "y i u e ie ę ą o ou ě ej oj"),
        ("ek", "ka kiem kowi kem"),
    )
    for ending in endings.split()
)


@lru_cache(maxsize=20_000)
def _given(word: str) -> bool:
    """Whether a word is a given name of any language, in whatever case."""
    if is_given(squeeze(romanised(word))):
        return True
    lower = word.lower()
    return any(
        is_given(squeeze(romanised(lower.removesuffix(ending) + own)))
        for ending, own in _CASES
        if lower.endswith(ending) and len(lower) - len(ending) > 2
    )


@lru_cache(maxsize=1 << 12)
def _borne(word: str) -> bool:
    """Whether English writes a word of Latin letters, or what it is a case of, as a name and only so."""
    if word[0] > "\u024f":
        return False
    lexicon = english()
    if squeeze(word) in renowned():
        return True
    for cut in range(min(3, len(word) - 3)):
        head = word[: len(word) - cut].capitalize()
        lower = head.lower()
        if lexicon.known(lower):
            share = lexicon.capital_share(lower)
            return share > 0.9 and (lexicon.logprob(head) or -22) > -16 and not lexicon.may_be(lower, "adverb")
    return False


#: How family names of Europe end, and hardly another word.
_FAMILY = regex("(?:wicz|czyk|ová|escu|ović|oğlu|enko|švili|shvili|sson|dóttir)$")


def _called(word: str) -> bool:
    """Whether a word that opens a sentence looks like somebody's name: a given name, or the ending of a family name."""
    return len(word) > 4 and (is_given(word.lower()) or _FAMILY.search(word) is not None)


def _abroad(word: str) -> bool:
    """Whether a word of a German text has letters that no German word has."""
    return any(char > "\u007f" and char not in "äöüßÄÖÜéè’‐‑–" for char in word)


@lru_cache(maxsize=1 << 11)
def foreign_to(word: str, language: str, odds: float) -> bool:
    """Whether a word has not the letters of its language, as names of other languages have not: Folayan.

    Args:
        word: in Latin letters; a shorter one than five letters proves nothing.
        language: ISO 639-1.
        odds: its natural logarithm of being a word of the language must be below.
    """
    return len(word) > 4 and word.isalpha() and leaning(word.lower()).to(language) < odds


def _placed(word: str) -> bool:
    """Whether a German noun is a place or a given name of any language, as far as lists go."""
    return len(word) > 3 and (squeeze(word) in towns() or is_given(word.lower()))


def _one_stem(one: str, other: str) -> bool:
    size = min(len(one), len(other))
    same = next((i for i in range(size) if one[i] != other[i]), size)
    longest = max(len(one), len(other))
    if same > 4 and same >= len(one) - 1:
        return True
    return (
        (same >= 4 and same >= longest - 4 and same * 3 >= longest * 2 - 1)
        or (same == size and size > 4)
        or (same == 3 and longest == 4)
    )


def _named(one: Known, latin: bool) -> SourceName:
    forms = one.forms
    if one.code:
        party = PARTIES.get(one.code)
        forms = (*party.names, *party.capitals, *party.adjectives, *party.singular, *party.plural) if party else ()
    right = forms[0] if forms else ""
    return SourceName(
        one.start,
        one.end,
        one.text,
        "word" if latin and not one.code and not one.whole else "known",
        one.code,
        tuple(_plain(form) for form in forms),
        right,
        one.whole,
    )


class _Word(NamedTuple):
    """A word of a target, read once: its parts as they are compared, those that may be names, states."""

    letters: tuple[str, ...]
    capital: tuple[str, ...]
    codes: tuple[str, ...]


@lru_cache(maxsize=1 << 14)
def _read(text: str) -> _Word:
    parts = [part for part in _PARTS.split(text) if part] if _PARTS.search(text) else [text]
    letters = tuple(one for one in map(_plain, parts) if one)
    names = [part for part in (text, *parts) if part[0].isupper() or not english().known(part.lower())]
    codes = tuple(SURFACES[part].code.partition("-")[0] for part in (text, *parts) if part in SURFACES)
    return _Word(letters, tuple(one for one in map(squeeze, names) if one), codes)


_PARTS = regex("[-‐‑–’'/]")


@lru_cache(maxsize=1 << 12)
def _begins(word: str, part: str) -> bool:
    """Whether a word of a target may be the last word of a name: its first letters, or all of a plain noun."""
    if word[:5] != part[:5]:
        return False
    return len(part) > 5 or word in (part, f"{part}s") or not english().usually(part, "noun")


class Target:
    """The words of one segment's target, for looking up what came.

    Args:
        tokens: of the segment.
    """

    def __init__(self, tokens: Iterable[Token]) -> None:
        read = [_read(token.text) for token in tokens]
        letters = [one for word in read for one in word.letters]
        self.letters = set(letters)
        self.times = Counter(letters)
        self.states = Counter(code for word in read for code in set(word.codes))
        self.capital = {one for word in read for one in word.capital}
        self.text = f" {' '.join(letters)} "
        self.stems = {one[:3] for one in self.letters if len(one) > 3}
        self.codes = frozenset(self.states)
        self.stated = {one for word in read if word.codes for one in word.capital}

    def has(self, name: SourceName, asian: bool = False) -> bool:
        """Whether a name of the source came."""
        if name.code and name.code.partition("-")[0] in self.codes:
            return True
        if any(f" {form} " in self.text or f" {form}s " in self.text for form in name.forms):
            return True
        if name.kind == "spelt":
            return any(heard(word, name.text) for word in self.letters)
        if " " in name.text or name.kind == "known":
            parts = [form.split()[-1] for form in name.forms[:6] if not BODIES.intersection(form.split())]
            parts = [part for part in parts if len(part) > 3]
            if any(_begins(one, part) for part in parts for one in self.letters if len(one) > 3):
                return True
            long = () if name.code else [part for part in parts if len(part) > 6]
            if any(distance(part, one, 1) < 2 for part in long for one in self.capital):
                return True  # misspelt: Kakusho for Yakusho
        own = squeeze(name.text) if name.text.isascii() or name.text[0] < "\u0250" else ""
        if own and (
            own in self.letters or (own[:3] in self.stems and any(_one_stem(own, one) for one in self.letters))
        ):
            return True
        left = self.capital - self.stated if name.code else self.capital
        sounds = name.sounds
        return any(one_alike(sounds, one, asian, 0.34) for one in left if len(one) > 1)

    def count(self, name: SourceName) -> int:
        """How often a name of the source came, at most."""
        forms = sum(self.text.count(f" {form} ") + self.text.count(f" {form}s ") for form in name.forms if " " in form)
        if name.code:
            return forms + self.states[name.code.partition("-")[0]]
        sounds = {squeeze(name.text), *name.sounds, *(form for form in name.forms if " " not in form)}
        return forms + sum(
            times
            for one, times in self.times.items()
            if any(_one_stem(one, sound) or alike(sound, one, False, 0.34) for sound in sounds if sound)
        )


def source_names(analysis: SourceAnalysis) -> list[SourceNames]:
    """One for each segment; ask for it by `view`."""
    return [SourceNames(segment) for segment in analysis.segments]


def targets(analysis: Analysis) -> list[Target]:
    """One for each segment; ask for it by `view`."""
    found: dict[int, list[Token]] = {}
    for sentence in analysis.sentences:
        found.setdefault(sentence.segment, []).extend(sentence.tokens)
    return [Target(found.get(paragraph.index, ())) for paragraph in analysis.paragraphs]
