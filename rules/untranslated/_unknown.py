"""Words that no list of English has, and where they stand as words of the text."""

from functools import lru_cache

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.knowledge.foreign import LETTERS
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import fold
from mtqa.knowledge.sieve import Sieve
from mtqa.knowledge.words import ARTICLES, COMMON_PREPOSITIONS
from mtqa.lazy import regex
from mtqa_rules.data import wordset

__all__ = ["COMMON", "SETS_OFF", "SHORTEST", "UNKNOWN", "titled", "unknown", "used"]

#: The usual words of other languages that no English writer uses: no names, no loans, no words of English.
COMMON = wordset("untranslated/foreign-word", "common")
SETS_OFF = frozenset('“”"‘«»(*_[')
_SINGLE = frozenset("'‘’‚‹›")  # an apostrophe too, where on one side only
_EXPLAINS = frozenset("(–—-=")  # what behind a word opens what it means
_ARTICLES = ARTICLES | {"or"}
SHORTEST = 4
_NAME = 4  # words of a name
_OPENING = 4  # tokens
_LONG = 45  # characters of a quotation that is no title
_STRETCHED = regex(r"(.)\1\1")


@lru_cache(maxsize=1 << 14)
def unknown(word: str) -> bool:
    """Whether no list of English has a word in Latin letters, accents or none; common ones of elsewhere too."""
    if word in COMMON:
        return True
    words = english()
    if not word.isalpha() or _STRETCHED.search(word) or any("\u0370" <= char < "\u1e00" for char in word):
        return False
    return not (words.known(word) or words.known(fold(word)) or words.listed(word))


UNKNOWN = Sieve(lambda word: SHORTEST <= len(word) <= LETTERS and unknown(word))


def used(sentence: Sentence, i: int) -> bool:
    """Whether nothing ties a word to more or explains it."""
    behind, beyond = sentence.at(i + 1), sentence.at(i + 2)
    apposed = behind.text == "," and beyond.lower in _ARTICLES and not _introduces(sentence, i)
    explained = behind.text in _EXPLAINS or apposed
    before = sentence.at(i - 1).text
    marked = before in SETS_OFF or behind.text in SETS_OFF or (before in _SINGLE and behind.text in _SINGLE)
    return not explained and not marked and not sentence.joined(i) and not _in_name(sentence, i)


def _introduces(sentence: Sentence, i: int) -> bool:
    """Whether a word ends a phrase that opens the sentence: according to the karikatuži, the law is good."""
    return i <= _OPENING and sentence.tokens[0].lower in COMMON_PREPOSITIONS | {"according"}


def _in_name(sentence: Sentence, i: int) -> bool:
    """Whether unknown words, the first with a capital, run on to a word: Všeobecná zdravotní pojišťovna."""
    for before in reversed(sentence.tokens[max(1, i - _NAME) : i]):
        if english().known(before.lower) or before.capitalised or not before.is_word:
            return before.is_word and not english().known(before.lower)
    return False


def titled(document: Document, sentence: Sentence, i: int) -> bool:
    """Whether a word stands in a short quotation: a title, or a word that is spoken of."""
    pair = document.analysis.speech.quotation(sentence.segment, sentence.tokens[i].start)
    return pair is not None and pair.close.start - pair.open.start < _LONG
