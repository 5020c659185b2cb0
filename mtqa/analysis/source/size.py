"""How long a translation is expected to be."""

from __future__ import annotations

from mtqa.lazy import regex

__all__ = ["expected", "letters"]

#: Letters of English that one letter of a script becomes; where not said, 1 (Latin, Cyrillic).
#: Measured on human translations: news, talks and commentary from Chinese and Portuguese, and on DEMETR's good sides.
_WORTH = (
    (regex("[\u3400-\u9fff]+"), 3.6),  # Han
    (regex("[\u3041-\u30ff]+"), 2.0),  # Kana
    (regex("[\uac00-\ud7a3]+"), 2.5),  # Hangul
    (regex("[\u0590-\u06ff\u0e00-\u0eff]+"), 1.2),  # Hebrew, Arabic, Thai, Lao
    (regex("[\u0900-\u0dff\u0f00-\u109f\u1780-\u17ff]+"), 1.2),  # of India and the south east
)
_MARKS = " \n,.-'\"“”，。、"  # the usual ones are enough
_LONGEST = 20_000


def letters(text: str) -> int:
    """Letters and figures of a text, vowel signs included: all but white space and the usual marks."""
    return len(text) - sum(map(text.count, _MARKS))


def expected(source: str) -> float:
    """Letters and figures of English that a source usually becomes; 0 where it is too long to be read."""
    if len(source) > _LONGEST:
        return 0.0
    due = float(letters(source))
    if max(source, default="") >= "\u0590":  # cheap
        for runs, worth in _WORTH:
            due += (worth - 1) * sum(map(len, runs.findall(source)))
    return due
