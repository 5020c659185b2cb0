"""Names of the target that are nothing but the sound of the Chinese source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from weakref import WeakKeyDictionary

from mtqa.analysis.names import Name
from mtqa.analysis.regions import ENGLISH_CHINA
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.naming import PINYIN_FINALS, PINYIN_ONLY, VIETNAMESE
from mtqa.knowledge.places import party
from mtqa.knowledge.translit import Sound, is_han, split_pinyin, squeeze
from mtqa_rules.names._offices import table

_NAMES_IN_A_SEGMENT = 400


@dataclass(frozen=True, slots=True)
class Echo:
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
        return " ".join(token.text for token in self.tokens if token.kind == "word")

    @property
    def han(self) -> str:
        """The characters, middle dots included."""
        return self.source[self.begin : self.end]


_seen: WeakKeyDictionary[Analysis, list[Echo]] = WeakKeyDictionary()


def chinese(document: Document) -> bool:
    """Whether the source is Chinese: as the document says, or by its characters."""
    language = document.source_language
    if language:
        return language.partition("-")[0].lower() in ("zh", "cmn", "yue")
    return any(sum(map(is_han, (s.source or "")[:80])) >= 4 for s in document.segments[:5])


def sounds(document: Document) -> dict[int, Sound]:
    """The sources as they sound, by segment."""
    return {i: Sound(s.source) for i, s in enumerate(document.segments) if s.source}


def echoes(document: Document) -> list[Echo]:
    """All echoes of the source in the target, in reading order; empty if the source is not Chinese."""
    found = _seen.get(document.analysis)
    if found is None:
        found = _seen[document.analysis] = list(_echoes(document)) if chinese(document) else []
    return found


def _echoes(document: Document) -> Iterator[Echo]:
    heard: dict[int, Sound] = {}
    count: dict[int, int] = {}
    for name in document.analysis.names:
        index = name.segment
        source = document.segments[index].source
        if not source:
            continue
        count[index] = count.get(index, 0) + 1
        if count[index] > _NAMES_IN_A_SEGMENT:
            continue
        sound = heard.get(index)
        if sound is None:
            sound = heard[index] = Sound(source)
        words = [token for token in name.tokens if token.kind == "word"][:8]
        k = 0
        while k < len(words):
            for size in range(min(4, len(words) - k), 0, -1):
                part = words[k : k + size]
                place = _place(sound, part)
                if place is not None:
                    yield Echo(name, tuple(part), source, *place)
                    k += size - 1
                    break
            k += 1


def _place(sound: Sound, words: list[Token]) -> tuple[int, int] | None:
    letters = squeeze("".join(word.text for word in words))
    if len(letters) < 4 or len(letters) > 30:
        return None
    if any(split_pinyin(squeeze(word.text)) is None for word in words):
        return None
    place = sound.find(letters)
    return place if place is not None and place[1] - place[0] >= 2 else None


def strange(echo: Echo, document: Document) -> bool:
    """Whether the words are a name for sure and not one every reader knows (Beijing, Xi Jinping)."""
    words = [token.text for token in echo.tokens]
    if party(echo.text) is not None or echo.text in ENGLISH_CHINA or table(document).by_full_name(echo.text):
        return False
    lexicon = english()
    if len(words) > 1:
        return any(lexicon.logprob(word) is None or lexicon.logprob(word) < -13 for word in words)  # type: ignore[operator]
    behind_surname = echo.tokens[0].index > echo.name.first and echo.name.tokens[0].text in VIETNAMESE
    return not lexicon.known(words[0]) and (behind_surname or distinctive(words[0]))


def distinctive(word: str) -> bool:
    """Whether a word is in pinyin beyond doubt: `Tongshawan`, `Disaiha`; not `Salama`, `Banda`."""
    for syllable in split_pinyin(squeeze(word)) or ():
        if syllable.startswith(PINYIN_ONLY) or syllable.lstrip("bpmfdtnlgkhjqxzcsrywv").endswith(PINYIN_FINALS):
            return True
    return False
