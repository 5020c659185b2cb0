"""What language a text or passage is in: cheap tests by script and function words, a slow one for what they leave open.

The slow test is langdetect, read only when first needed (0.1 s) and seeded, so that it always answers alike.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from mtqa.analysis.tokens import Token
from mtqa.knowledge import languages, profiles
from mtqa.knowledge.lexicon import Lexicon, english
from mtqa.lazy import regex

__all__ = [
    "FUNCTION_WORDS",
    "SCRIPTS",
    "detect",
    "foreign_share",
    "function_share",
    "passage",
    "script",
    "size",
    "text",
]

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
    return sum([word in FUNCTION_WORDS for word in words]) / len(words) if words else 0.0


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
    from langdetect import DetectorFactory  # rarely needed

    factory = DetectorFactory()
    factory.seed = 0
    factory.langlist = profiles.languages()
    factory.word_lang_prob_map = profiles.rows()
    return factory


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


#: The language a script stands for; the others (Cyrillic, Arabic, Devanagari, Ethiopic) serve several.
_OF_SCRIPT = {
    "Chinese": "zh", "Japanese": "ja", "Korean": "ko", "Hebrew": "he", "Greek": "el", "Thai": "th", "Bengali": "bn",
    "Tamil": "ta", "Telugu": "te", "Georgian": "ka", "Armenian": "hy", "Khmer": "km", "Lao": "lo", "Burmese": "my",
    "Gujarati": "gu", "Gurmukhi": "pa", "Kannada": "kn", "Malayalam": "ml", "Sinhala": "si",
}  # fmt: skip

#: Han characters and kana: no space parts their words, so each counts as one. Of Thai, Lao, Burmese and Khmer, where
#: none does either, so many letters and marks do.
_UNPARTED = regex("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
_RUN_TOGETHER = regex("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+")
_TO_A_WORD = 4
_KANA = regex("[\u3040-\u30ff]")
_BEYOND_LATIN = regex("[\u0370-\uffff]")

#: In English text of any length at least this share of the words are function words; most others stay below it.
_ENGLISH_ENOUGH = 0.2
#: By how much the function words of another language must outweigh the English ones, in a text and in a sentence.
_AHEAD, _SENTENCE_AHEAD = 0.06, 0.12
#: Share of a text in other scripts from which on it is in the language of that script.
_WHOLE = 0.75
#: What langdetect is asked about: so many words in lower case, most of them unknown, hardly any English function word.
_FEWEST, _UNKNOWN, _HARDLY, _SURE = 12, 0.5, 0.12, 0.95


def size(token: Token) -> int:
    """How many words a token counts for: one, but each Han character or kana is a word; none for a mark."""
    if token.kind not in ("word", "number"):
        return 0
    if token.text < "\u0e00":
        return 1
    if token.text < "\u3040":
        return max(1, sum(map(len, _RUN_TOGETHER.findall(token.text))) // _TO_A_WORD)
    return max(1, sum(map(len, _UNPARTED.findall(token.text))))


def text(
    index: Mapping[str, Sequence[object]], tokens: Iterable[Token], words: int, expected: str = "en"
) -> str | None:
    """Language a whole text is written in, as ISO 639-1; `None` where it does not show, or none prevails.

    Args:
        index: for every lower-cased token text its places.
        tokens: all of them, read only where the function words do not show English.
        words: their number, see `size`.
        expected: the language the text should be in: it prevails where its words are nearly as many as another's.
    """
    if not words:
        return None
    ours = sum([len(index[word]) for word in index.keys() & FUNCTION_WORDS])
    enough = ours >= _ENGLISH_ENOUGH * words
    sure = enough and sum([len(index[word]) for word in index.keys() & _ONLY_ENGLISH]) >= _ONLY_ENOUGH * words
    if sure and expected == "en":
        return "en"
    tokens = list(tokens)
    said = 0
    theirs = languages.FUNCTION_WORDS.get(expected)
    if theirs is not None:
        said = sum(len(index.get(word, ())) for word in theirs)
        if said >= _THEIRS_ENOUGH * words and said >= _NEARLY * max(
            sum(len(index.get(word, ())) for word in other)
            for code, other in (*languages.FUNCTION_WORDS.items(), ("en", FUNCTION_WORDS))
            if not languages.kin(code, expected)
        ):
            return expected
    shares = (0.3, _WHOLE) if "Latin" not in languages.scripts(expected) else (_WHOLE,)
    for share in shares:  # of a text half translated the script it should be in prevails
        found = _by_script(tokens, words, share, expected)
        if found == expected or share == _WHOLE:
            break
    if found or sure:
        return found or "en"
    if said * 25 > words:
        return None  # too many of its words for another language, too few for itself
    return _by_words(tokens, _AHEAD, 3) or _by_detector(tokens) or ("en" if enough and expected == "en" else None)


def passage(tokens: Sequence[Token], expected: str = "en") -> str | None:
    """Language of a sentence that is not in the language it should be in; `None` if it is, or if that does not show."""
    if expected == "en" and sum([token.lower in FUNCTION_WORDS for token in tokens]) > 2:
        return None
    words = sum(map(size, tokens))
    if words < _SHORTEST_PASSAGE:
        return None
    if expected != "en":
        return _left(tokens, words, expected)
    return _by_script(tokens, words, 0.6) or _by_words(tokens, _SENTENCE_AHEAD, 2)


def _left(tokens: Sequence[Token], words: int, expected: str) -> str | None:
    """Language of a sentence in a text that should be in another one than English."""
    own = languages.scripts(expected)
    found = _by_script(tokens, words, 0.6, expected)
    if found and found != expected:
        return None if languages.kin(found, expected) else found
    said = [token.lower for token in tokens if token.kind == "word"]
    if "Latin" not in own:
        said = [word for word in said if word < "\u0250"]
        if len(said) < 0.6 * words:
            return None
    theirs = languages.FUNCTION_WORDS.get(expected, frozenset())
    if len(said) < _SHORTEST_LEFT or sum(word in theirs and word not in FUNCTION_WORDS for word in said) > 0.1 * len(
        said
    ):
        return None
    found, hits = "", 0
    for code, other in (("en", FUNCTION_WORDS), *languages.FUNCTION_WORDS.items()):
        known = [word for word in said if word in other and word not in theirs]
        enough = len(known) >= max(3, 0.25 * len(said)) and len({word for word in known if len(word) > 1}) >= 3
        if enough and len(known) > hits and not languages.kin(code, expected):
            found, hits = code, len(known)
    return found if found != "en" or sum(word in _ONLY_ENGLISH for word in said) > 1 else None


#: Words of a sentence that shows it is in another language than a text that is not English.
_SHORTEST_LEFT = 6
#: Function words that no other language of Latin letters has; the share of them that shows English.
_ONLY_ENGLISH = FUNCTION_WORDS.difference(
    *languages.FUNCTION_WORDS.values(),
    "a as no in an on so is i he me to at or had was all over under also us my than can may will but by be do are man "
    "then not such more has of his here some any for her him if from it under".split(),
)
_ONLY_ENOUGH = 0.05
#: Share of function words that shows the language a text should be in; how near another may come to them.
_THEIRS_ENOUGH, _NEARLY = 0.08, 0.8
#: Words of a passage that shows its language.
_SHORTEST_PASSAGE = 5


def _by_script(tokens: Iterable[Token], words: int, share: float, expected: str = "en") -> str | None:
    """By the script of so large a share of the words; what a script leaves open is the language it should be in."""
    scripts: Counter[str] = Counter()
    sample: list[str] = []
    for token in tokens:
        if token.kind == "word" and not token.text.isascii() and _BEYOND_LATIN.search(token.text):
            name = next(filter(None, map(script, token.text)), None)
            if name is not None:
                kana = len(_KANA.findall(token.text))
                scripts["Japanese"] += kana
                scripts[name] += size(token) - kana
                if len(sample) < 100:
                    sample.append(token.text)
    if scripts.total() < share * words:
        return None
    name = max(scripts, key=lambda one: scripts[one])
    if name == "Chinese" and scripts["Japanese"] * (3 if expected == "zh" else 10) > scripts["Chinese"]:
        name = "Japanese"
    told = languages.by_letters("".join(sample), expected) if name in ("Cyrillic", "Arabic", "Chinese") else ""
    if name in languages.scripts(expected) and (not told or told == expected):
        return expected
    return told or _OF_SCRIPT.get(name) or languages.primary(detect(" ".join(sample))[0]) or None


def _plain(tokens: Iterable[Token]) -> list[str]:
    """Words that are no names: those in lower case, or all where the text knows no lower case."""
    words = [token for token in tokens if token.kind == "word" and token.text.isalpha()]
    small = [token.text for token in words if token.text.islower()]
    return small or [token.lower for token in words if token.text.isupper() and len(token.text) > 1]


_LANGUAGES_OF: dict[str, list[str]] = {}
for _code, _theirs in languages.FUNCTION_WORDS.items():
    for _word in _theirs:
        _LANGUAGES_OF.setdefault(_word, []).append(_code)


def _by_words(tokens: Iterable[Token], ahead: float, fewest: int) -> str | None:
    """By function words: `fewest` that are no parts of names, two different ones of more than a letter.

    They must be well ahead of the English ones, and other foreign words must stand beside them.
    """
    tokens = list(tokens)
    words = [token.lower for token in tokens if token.kind == "word"]
    counts = Counter(words)
    ours = sum(counts[word] for word in FUNCTION_WORDS)
    hits: Counter[str] = Counter()
    for word in counts.keys() & _LANGUAGES_OF.keys():
        for code in _LANGUAGES_OF[word]:
            hits[code] += counts[word]
    best = max(hits.values(), default=0)
    found = next((code for code in languages.FUNCTION_WORDS if best and hits[code] == best), "")
    if not found or best - ours < ahead * len(words) or _listed(tokens):
        return None
    theirs = languages.FUNCTION_WORDS[found]
    plain = _plain(tokens)
    said = [word for word in plain if word in theirs]
    said += [token.lower for token in tokens if not token.index and token.capitalised and token.lower in theirs]
    if len(said) < fewest or len({word for word in said if len(word) > 1}) < 2:
        return None
    # particles make up the names of whole families: “van der”, “de la”
    rest = {word for word in plain if word not in theirs}
    return found if len(rest) >= 2 and foreign_share(sorted(rest)) >= _MOSTLY else None


def _listed(tokens: Sequence[Token]) -> bool:
    """Whether commas part names and titles rather than clauses: what follows them has a capital."""
    behind = [after for mark, after in pairwise(tokens) if mark.text in (",", ";", "/") and after.kind == "word"]
    capitals = sum(token.capitalised for token in behind)
    return len(behind) >= 2 and capitals * 3 >= 2 * len(behind) and not all(token.text.isupper() for token in behind)


#: Share of the words that are no function words from which on they show another language.
_MOSTLY = 0.35


def _by_detector(tokens: Iterable[Token]) -> str | None:
    """By langdetect, where most words are unknown and English function words are rare; both halves must show it."""
    plain = _plain(tokens)
    if len(plain) < _FEWEST or function_share(plain) > _HARDLY or foreign_share(plain[:500]) < _UNKNOWN:
        return None
    plain = plain[:120]
    half = len(plain) // 2
    halves = (detect(" ".join(plain[:half])), detect(" ".join(plain[half:])))
    told = {found for found, sure in halves if sure > _SURE and found != "en"}
    return languages.primary(told.pop()) if len(told) == 1 and all(sure > _SURE for _, sure in halves) else None
