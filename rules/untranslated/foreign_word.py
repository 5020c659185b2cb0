"""A single word of another language stands in an English sentence.

Why it happens: the engine copies a word of the source it cannot translate, or one of another language it has learned.

How it is found: a word in lower case that no English list has, between English words in lower case, which is one of the
most usual words of French, German, Spanish, Italian, Portuguese, Polish or Czech that English has not borrowed
(`également`, `nicht`, `porque`), has a letter English loans do not keep (`większy`), or an ending of verbs, adverbs or
inflected nouns there (`effettivamente`, `zaginionych`).

What it leaves alone: words in quotation marks, italics or brackets, words explained beside it or said to be a word,
names, words the text uses twice, words English has borrowed with their accents (`détente`, `jalapeño`), and sentences
with more foreign words, which may be quoted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule
from mtqa_rules.data import wordlist, wordset

rule = Rule(category="accuracy/untranslated", severity="major", since="0.2")

BAD = [
    "The new demands could [[nicht]] be met by the firm.",
    "The checks have [[également]] become much more strict.",
    "The course can [[effettivamente]] increase the chances of success.",
    "They give the rider [[większy]] comfort on the road.",
    "The number of [[zaginionych]] weapons is high.",
    "He was sad [[porque]] they had left.",
    "They have failed to [[clasificarse]] for the cup.",
]
GOOD = [
    "The “nicht” in the sentence was lost; he said nicht once.",
    "The policy of détente and the recent exposé of the jalapeño trade were in every communiqué.",
    "The word porque means because, and the German nicht is not.",
    "He ate a tlayuda with crema, a rösti – a Swiss dish – and tortillerías – shops – were open.",
    "She shouted: no pasarán, amigos! He read Le Monde diplomatique and Corriere della Sera.",
    "The telenovela of verano, with its guayabera and its mesto, was a hit.",
    "He sang Non, je ne regrette rien and Ich bin ein Berliner.",
    "The wilaya elected a noteda and the hukou was resurged.",
    "It is a technique of the boutique, with the physique of a mystique.",
    "The basement of the enforcement agency; the judgement was lenient.",
]

#: The usual words of other languages that no English writer uses: no names, no loans, no words of English.
_COMMON = wordset("untranslated/foreign-word", "common")
#: Of those, the ones English has as a word, a name or a loan: ask the lexicon, and these.
_ALSO_ENGLISH = wordset("untranslated/foreign-word", "also_english")
#: Letters that loans lose on their way into English, or that come with names.
_LETTERS = re.compile(r"[ąćęłńśźżřšžěůťďňőűășțğşıãõìòßäöüàů]|[čý]")
#: Endings of verbs, adverbs and inflected nouns; the second line only with an accented letter in the word.
_ENDINGS = wordlist("untranslated/foreign-word", "endings")
_ACCENTED = (*_ENDINGS, *"issimo issima issime ieron ów ościom ości ého ému ých ími ování ément".split())
_CLUSTER = re.compile(r"^(?:prz|krz|trz|wsz|szcz|dzi|wcz)|szcz|rzeni|strze")
_SPOKEN_OF = wordset("untranslated/foreign-word", "spoken_of")
_SHORTEST = 4


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word."""
    index = document.analysis.index
    for word in sorted(index.keys() & _COMMON_WORDS):
        if len(word) >= _SHORTEST and _unknown(word, -12.0):
            yield from _places(document, word)
    for word, places in index.items():
        if len(word) < 5 or len(places) > 1 or not _shaped(word) or word in _COMMON_WORDS:
            continue
        if _unknown(word, -15.9):
            yield from _places(document, word)


def _shaped(word: str) -> bool:
    """Whether a word has a letter, an ending or a cluster of letters that English words have not."""
    if not word.isascii():
        return word.isalpha() and (bool(_LETTERS.search(word)) or word.endswith(_ACCENTED))
    if word.endswith(_ENDINGS) and word.isalpha():
        return True
    return "z" in word and ("rz" in word or "sz" in word or word[:2] in ("dz", "wc")) and bool(_CLUSTER.search(word))


_COMMON_WORDS = _COMMON - _ALSO_ENGLISH


def _unknown(word: str, most: float) -> bool:
    """Whether no edited list has the word and no English text writes it often."""
    words = english()
    if words.tags(word) or words.capital_share(word) > 0.5:
        return False
    logprob = words.logprob(word)
    return logprob is None or logprob < most


def _places(document: Document, word: str) -> Iterator[Match]:
    places = document.analysis.index[word]
    if len(places) > 1:
        return
    for sentence, i in places:
        token = sentence.tokens[i]
        if token.text == word and _among_english(sentence, i):
            message = f"“{token.text}” is no English word; it was left untranslated."
            yield Match(sentence.segment, token.start, token.end, message)


def _among_english(sentence: Sentence, i: int) -> bool:
    """Whether a word stands between English words in lower case, nothing sets it off and nothing explains it."""
    tokens = sentence.tokens
    if not i or i + 1 >= len(tokens):
        return False
    before, behind = tokens[i - 1], tokens[i + 1]
    if not (_english(before.lower if i == 1 else before.text) or before.kind == "clitic"):
        return False
    if not (_english(behind.text) or (behind.text in (".", ",") and i + 2 >= len(tokens))):
        return False
    if any(token.text in '“”"‘«»(*_[' for token in tokens[max(0, i - 2) : i + 3]):
        return False
    near = tokens[max(0, i - 4) : i] + tokens[i + 1 : i + 4]
    if any(token.lower in _SPOKEN_OF for token in near):
        return False
    # another unknown word close by may make it a phrase of the other language
    return not any(
        token.kind == "word" and token.text.islower() and "-" not in token.text and not english().known(token.lower)
        for token in near
    )


def _english(text: str) -> bool:
    classes = english().tags(text) if text.islower() else ""
    return bool(classes) and classes[:1] not in ("F", "X", "P")
