"""Numbers in words of many languages, out of `data/numerals.txt`: what a word counts, and how sure that is."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import cache
from typing import Literal

from mtqa.knowledge.data import DATA
from mtqa.lazy import regex
from mtqa.values import NamedTuple

__all__ = ["PERCENT", "Numeral", "Numerals", "numerals"]

Kind = Literal["number", "scale", "fraction"]
_ENDING = 12  # letters that may stand behind a stem
_LONGEST = 40  # letters of a number in one word
_REMEMBERED = 20_000
_CLEAR = 5  # letters of a stem that no other word is likely to begin with
_SPREAD = 14  # letters behind a number in one word: fünfundzwanzigjährig


#: What says behind a number that it is a share of a hundred, in many languages.
PERCENT = regex(
    r"\s?-?(?:[%‰]|процент|відсот|prozent|pour ?cent|por ?cien|por ?cento|per ?cento|procent|protsen|prosent|százalék|"
    r"प्रतिशत|फीसदी|फ़ीसदी|फीसद|في ال?م[ئا]|بالم|درصد|אחוז|phần trăm|"
    r"퍼센트|프로(?!그|젝|모|야|축|농|골)|パーセント|ポイント|[个個]百分|"
    r"la sută|proc\b|prósent|ટકા|%|пайыз|プロ|pct|п\.\s?п)", re.IGNORECASE
)  # fmt: skip


class Numeral(NamedTuple):
    """What a word counts.

    Attributes:
        value: of a number; what a scale multiplies by; the part a fraction is.
        kind: "scale" (thousand) stands behind a number, or alone.
        sure: whether it is a number wherever it stands.
    """

    value: Decimal
    kind: Kind
    sure: bool


class Numerals:
    """The number words of one language.

    Attributes:
        mark: the decimal mark.
        joiners: words that may stand inside a number.
        backward: whether ones stand before tens, as two words (خمسة وعشرون).
        joined: whether number words are written as one.
    """

    def __init__(self, lines: list[str]) -> None:
        self.mark = "."
        self.joiners: frozenset[str] = frozenset()
        self.backward = False
        self._prefixes: tuple[str, ...] = ()
        self.joined = False
        self._forms: dict[str, Numeral | None] = {}
        self._stems: dict[str, Numeral | None] = {}
        self._seen: dict[str, Numeral | None] = {}
        for line in lines:
            head, *forms = line.split()
            if head == "mark":
                self.mark = forms[0]
            elif head == "and":
                self.joiners = frozenset(forms)
            elif head == "prefixes":
                self.backward = bool(forms)
                self._prefixes = tuple(sorted(forms, key=lambda form: (-len(form), form)))
            elif head == "joined":
                self.joined = True
            else:
                self._add(head, forms)

    def word(self, text: str) -> Numeral | None:
        """What a lower-cased word counts; `None` if it is no number."""
        if text in self._seen:
            return self._seen[text]
        if len(self._seen) >= _REMEMBERED:
            self._seen.clear()
        found = self._seen[text] = self._word(_composed(text)) if len(text) <= _LONGEST else None
        return found

    def _add(self, head: str, forms: list[str]) -> None:
        for form in forms:
            numeral = None
            plain = form.rstrip("*?")
            if head != "-":
                numeral = _numeral(head, "?" not in form and ("*" not in form or len(plain) >= _CLEAR))
            (self._stems if "*" in form else self._forms).setdefault(_composed(plain.lower()), numeral)

    def _word(self, text: str) -> Numeral | None:
        if text in self._forms:
            return self._forms[text]
        joined = self._compound(text) if self.joined else None
        if joined:
            return joined
        for size in range(len(text), 1, -1):
            if text[:size] in self._stems and len(text) - size <= _ENDING:
                return self._stems[text[:size]]
        for prefix in self._prefixes:
            if len(text) - len(prefix) > 1 and text.startswith(prefix):
                found = self._forms.get(text[len(prefix) :])
                if found:
                    return found
        return None

    def _compound(self, text: str) -> Numeral | None:
        """A number written as one word: fünfundzwanzig, kaksikymmentäviisi, huszonöt."""
        total = part = Decimal(0)
        at = pieces = 0
        while at < len(text):
            size, numeral = self._piece(text, at)
            if not size:
                break
            if numeral is not None:
                pieces += 1
                if numeral.kind == "scale" and numeral.value >= 1000:
                    total, part = total + (part or 1) * numeral.value, Decimal(0)
                else:
                    part = (part or 1) * numeral.value if numeral.kind == "scale" else part + numeral.value
            at += size
        if pieces < 2 or len(text) - at > _SPREAD:
            return None
        return Numeral(total + part, "number", at == len(text))

    def _piece(self, text: str, at: int) -> tuple[int, Numeral | None]:
        """How long the longest piece of a number is that stands at a place, and what it counts."""
        for size in range(min(len(text) - at, 16), 0, -1):
            piece = text[at : at + size]
            numeral = self._forms.get(piece) or self._stems.get(piece)
            if size > 1 and numeral is not None and numeral.kind in ("number", "scale"):
                return size, numeral
            if at and piece in self.joiners:
                return size, None
        return 0, None


def _composed(text: str) -> str:
    """The text in the one form that letters with signs have (करोड़)."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def _numeral(head: str, sure: bool) -> Numeral:
    if head.startswith("/"):
        return Numeral(1 / Decimal(head[1:]), "fraction", False)
    if head.startswith("x"):
        return Numeral(Decimal(head[1:]), "scale", sure)
    return Numeral(Decimal(head), "number", sure)


@cache
def _blocks() -> dict[str, list[str]]:
    blocks: dict[str, list[str]] = {}
    for line in DATA.joinpath("numerals.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("["):
            blocks[line.strip("[]")] = block = []
        elif line and not line.startswith("#"):
            block.append(line)
    return blocks


@cache
def numerals(language: str | None) -> Numerals | None:
    """The number words of a language (ISO 639-1), read when first asked for; `None` where none are kept."""
    lines = _blocks().get(language or "")
    return None if lines is None else Numerals(lines)
