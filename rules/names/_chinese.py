"""Names of the target that are nothing but the sound of the Chinese source."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.analysis.regions import ENGLISH_CHINA
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.exonyms import Exonym, exonyms, folded
from mtqa.knowledge.holders import rarity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.naming import PINYIN_FINALS, PINYIN_ONLY, SPELLING, VIETNAMESE
from mtqa.knowledge.places import party
from mtqa.knowledge.translit import Sound, is_han, split_pinyin, squeeze
from mtqa.lazy import regex
from mtqa.values import NamedTuple
from mtqa_rules.names._offices import table as offices

_WORD = regex(r"[^\W_]+")
_NAMES_IN_A_SEGMENT = 400


class Echo(NamedTuple):
    """A word or words of the target that sound like characters of the source.

    Attributes:
        name: the name they are in; tokens: their own.
        source: the source of the segment.
        begin, end: code points in the source.
    """

    name: Name
    tokens: tuple[Token, ...]
    source: str
    begin: int
    end: int

    @property
    def text(self) -> str:
        """The words."""
        return " ".join(token.text for token in self.tokens)

    @property
    def han(self) -> str:
        """The characters, middle dots included."""
        return self.source[self.begin : self.end]

    def match(self, message: str, *suggestions: str, evidence: dict[str, object]) -> Match:
        """A match over the words."""
        first, last = self.tokens[0].index, self.tokens[-1].index
        return self.name.sentence.match(first, last, message, *suggestions, evidence=evidence)


def chinese(document: Document) -> bool:
    """Whether the source is Chinese: as the document says, or by its characters."""
    language = document.source_language
    if language:
        return language.partition("-")[0].lower() in ("zh", "cmn", "yue")
    return any(sum(map(is_han, source[:80])) >= 4 for source in document.analysis.sources[:5])


def echoes(document: Document) -> list[Echo]:
    """All echoes of the source in the target, in reading order; empty if the source is not Chinese."""
    return document.analysis.view(_echoes) if chinese(document) else []


def _echoes(analysis: Analysis) -> list[Echo]:
    heard = {i: Sound(source) for i, source in enumerate(analysis.sources) if source}
    seen: Counter[int] = Counter()
    found: list[Echo] = []
    for name in analysis.names:
        sound = heard.get(name.segment)
        seen[name.segment] += 1
        if sound and seen[name.segment] <= _NAMES_IN_A_SEGMENT:  # cheap
            found += _in_name(name, sound)
    return found


def _in_name(name: Name, sound: Sound) -> Iterator[Echo]:
    """The longest runs of up to four of the first eight words of a name that sound like the source."""
    words = [token for token in name.tokens if token.kind == "word"][:8]
    while words:
        sizes = range(min(4, len(words)), 0, -1)
        size, place = next(((n, place) for n in sizes if (place := _place(sound, words[:n]))), (1, None))
        if place:
            yield Echo(name, tuple(words[:size]), sound.text, *place)
        words = words[size:]


def _place(sound: Sound, words: list[Token]) -> tuple[int, int] | None:
    """Which characters sound like these words, all of them in pinyin."""
    letters = squeeze("".join(word.text for word in words))
    if not 4 <= len(letters) <= 30 or any(split_pinyin(squeeze(word.text)) is None for word in words):
        return None
    return sound.find(letters)


def telling(echo: Echo, document: Document) -> bool:
    """Whether the words are a name for sure and not one every reader knows (Beijing, Xi Jinping)."""
    if party(echo.text) is not None or echo.text in ENGLISH_CHINA or offices(document).by_full_name(echo.text):
        return False
    if len(echo.tokens) > 1:
        return any(rarity(token.text) > 13 for token in echo.tokens)
    return not english().known(echo.text) and (echo.name.tokens[0].text in VIETNAMESE or distinctive(echo.text))


def distinctive(word: str) -> bool:
    """Whether a word is in pinyin beyond doubt: `Tongshawan`, `Disaiha`; not `Salama`, `Banda`."""
    return any(
        syllable.startswith(PINYIN_ONLY) or syllable.lstrip("bpmfdtnlgkhjqxzcsrywv").endswith(PINYIN_FINALS)
        for syllable in split_pinyin(squeeze(word)) or ()
    )


def unmet(document: Document) -> Iterator[tuple[int, str, Exonym]]:
    """Well-known names of the sources of which no form stands in the target: segment, characters, what is known."""
    table, pattern = exonyms()
    for index, source in enumerate(document.analysis.sources):
        target = ""
        matches = (match for match in pattern.finditer(source[:20_000]) if not _longer(match, table[match[0]].kind))
        for han in dict.fromkeys(match[0] for match in matches):
            target = target or _words(document.segments[index].target)
            forms = map(_words, table[han].forms)
            if not any(form in target or f"{form[:-1]}s " in target for form in forms):
                yield index, han, table[han]


def spells(echo: Echo, han: str) -> bool:
    """Whether words are a well-known name as its characters sound."""
    alike = echo.han[:2] == han[:2] and (echo.han in han or han in echo.han)
    return alike and len(echo.han) >= min(3, len(han))


def _words(text: str) -> str:
    """The words of a text as they are compared, with a space on either side."""
    return " " + " ".join(_WORD.findall(folded(text))) + " "


def _longer(match: re.Match[str], kind: str) -> bool:
    """Whether a short name is only part of a longer foreign name."""
    start, end = match.span()
    before, behind = match.string[max(0, start - 1) : start], match.string[end : end + 1]
    part = behind in SPELLING or (end - start == 2 and before in SPELLING)
    return part and kind == "person" and end - start <= 3
