"""Digits of every script as those of English, character for character: places stay what they are."""

from __future__ import annotations

from mtqa.analysis.source import SourceSegment
from mtqa.lazy import regex

__all__ = ["known_language", "western"]

#: Zeros of the scripts that have digits of their own, the other nine behind each.
_ZEROS = (
    0x0660, 0x06F0, 0x07C0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0DE6, 0x0E50,
    0x0ED0, 0x0F20, 0x1040, 0x1090, 0x17E0, 0x1810, 0xA9D0, 0xAA50, 0xFF10,
)  # fmt: skip
_DIGITS = {zero + value: str(value) for zero in _ZEROS for value in range(10)}
_SIGNS = {
    ord("．"): ".",
    ord("％"): "%",
    ord("٪"): "%",
    ord("："): ":",
    ord("٬"): ",",
    ord("٫"): "٫",
    ord("－"): "-",
    ord("−"): "-",
}
_ALL = str.maketrans(_DIGITS | _SIGNS)
_FOREIGN = regex(f"[{''.join(map(chr, (*_DIGITS, *_SIGNS)))}]")

_POINT = regex(r"(?<=\d)・(?=\d)")


def western(text: str) -> str:
    """A text with digits and their signs as English has them, of the same length."""
    if text.isascii():
        return text
    if _FOREIGN.search(text):
        text = text.translate(_ALL)
    return _POINT.sub(".", text) if "・" in text else text


_SCRIPTS = (
    ("ja", regex("[\u3041-\u30ff]")),
    ("ko", regex("[\uac00-\ud7a3]")),
    ("zh", regex("[\u3400-\u9fff]")),
)


def known_language(segment: SourceSegment) -> str | None:
    """The language of a source; where it is not known, what the script of East Asia shows."""
    if segment.language is None and not segment.text.isascii():
        return next((code for code, letters in _SCRIPTS if letters.search(segment.text)), None)
    return segment.language
