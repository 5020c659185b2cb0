"""What language a passage is in: a cheap test by script and function words, and a slow one for what fails it.

The slow test is langdetect, imported only when first needed (0.1 s) and seeded, so that it always answers alike.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from mtqa.analysis.lexicon import Lexicon, english

__all__ = ["FUNCTION_WORDS", "SCRIPTS", "detect", "foreign_share", "function_share", "script"]

#: Scripts English is not written in, by the first word of their characters' Unicode names.
SCRIPTS = {
    "CJK": "Chinese", "HIRAGANA": "Japanese", "KATAKANA": "Japanese", "HANGUL": "Korean", "CYRILLIC": "Cyrillic",
    "ARABIC": "Arabic", "HEBREW": "Hebrew", "GREEK": "Greek", "THAI": "Thai", "DEVANAGARI": "Devanagari",
    "BENGALI": "Bengali", "TAMIL": "Tamil", "TELUGU": "Telugu", "GEORGIAN": "Georgian", "ARMENIAN": "Armenian",
    "ETHIOPIC": "Ethiopic", "KHMER": "Khmer", "LAO": "Lao", "MYANMAR": "Burmese", "TIBETAN": "Tibetan",
    "GUJARATI": "Gujarati", "GURMUKHI": "Gurmukhi", "KANNADA": "Kannada", "MALAYALAM": "Malayalam",
    "SINHALA": "Sinhala", "MONGOLIAN": "Mongolian",
}  # fmt: skip

#: The words half of any English text is made of.
FUNCTION_WORDS = frozenset(
    "the a an of and or to in on at by for with from as that this these those it its is are was were be been has have "
    "had will would can could may not but if when while which who whom whose what he she they we you his her their our "
    "your my i me him them us there here all any some no more most such than then so because about into over after "
    "before between during under also only other said".split()
)


@lru_cache(maxsize=4096)
def script(char: str) -> str | None:
    """Name of the foreign script a letter belongs to; None for Latin letters, signs and figures."""
    if char < "\u0370" or not char.isalpha():
        return None
    return SCRIPTS.get(unicodedata.name(char, "").partition(" ")[0])


def function_share(words: list[str]) -> float:
    """The part of lower-cased words that are English function words: 0..1; in English text about 0.4."""
    return sum(word in FUNCTION_WORDS for word in words) / len(words) if words else 0.0


def foreign_share(words: list[str]) -> float:
    """The part of lower-cased words that no English text uses much: 0..1; in English text under 0.1."""
    lexicon = english()
    return sum(_foreign(lexicon, word) for word in words) / len(words) if words else 0.0


def _foreign(lexicon: Lexicon, word: str) -> bool:
    if "-" in word:
        return False  # compounds are in no list
    if lexicon.tags(word)[:1] in ("", "F", "X"):
        return True
    logprob = lexicon.logprob(word)
    return logprob is None or logprob < -15.5


@cache
def _detector() -> object:
    from langdetect import DetectorFactory, detector_factory  # 0.1 s, and rarely needed

    DetectorFactory.seed = 0
    detector_factory.init_factory()
    return detector_factory._factory


@lru_cache(maxsize=1024)
def detect(text: str) -> tuple[str, float]:
    """Language of a passage and how sure that is.

    Args:
        text: some words; 500 characters at most are read. Takes about 5 ms.

    Returns:
        ISO 639-1 code (`zh-cn`, `zh-tw` for Chinese) and a probability; `("", 0.0)` where nothing can be told.
    """
    from langdetect.lang_detect_exception import LangDetectException

    detector = _detector().create()  # type: ignore[attr-defined]
    detector.seed = 0
    detector.append(text[:500])
    try:
        found = detector.get_probabilities()
    except LangDetectException:
        return "", 0.0
    return (found[0].lang, float(found[0].prob)) if found else ("", 0.0)
