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
    "The demands of Krzyzewski could [[nicht]] be met.",
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
    "They played a divertimento in the park.",
    "He looks like björk on the stage.",
    "The people of Nicht are few.",
    "He sang of the ville Lumière all night.",
    "They know the hit Todo porque by heart.",
    "The state keeps to laissez faire in trade.",
    "They met a zürich-based firm.",
    "They saw la ville from the hill.",
    "The basement of the enforcement agency; the judgement was lenient.",
]

#: The usual words of other languages that no English writer uses: no names, no loans, no words of English.
_COMMON = wordset("untranslated/foreign-word", "common") - wordset("untranslated/foreign-word", "also_english")
#: Letters that loans lose on their way into English, or that come with names; clusters of Polish.
_LETTERS = re.compile(r"[ąćęłńśźżřšžěůťďňőűășțğşıãõìòßäöüàů]|[čý]")
_CLUSTER = re.compile(r"^(?:prz|krz|trz|wsz|szcz|dzi|wcz)|szcz|rzeni|strze")
#: Endings of verbs, adverbs and inflected nouns; further ones only with an accented letter in the word.
_ENDINGS = wordlist("untranslated/foreign-word", "endings")
_ACCENTED = (*_ENDINGS, *wordlist("untranslated/foreign-word", "accented_endings"))
_TELLING = frozenset(ending[-3:] for ending in _ENDINGS)
_SPOKEN_OF = wordset("untranslated/foreign-word", "spoken_of")
_SETS_OFF = frozenset('“”"‘«»(*_[')
_SHORTEST = 4
#: Natural logarithms of how often English texts may have a word: a common one of elsewhere, one that only looks so.
_RARE, _RAREST = -12.0, -15.9


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word."""
    for word, places in document.analysis.index.items():
        common = word in _COMMON
        if not common and word[-3:] not in _TELLING and "z" not in word and word.isascii():  # cheap
            continue
        if len(places) > 1 or len(word) < _SHORTEST or not word.isalpha():
            continue
        if not _unknown(word, _RARE if common else _RAREST) or not (common or _shaped(word)):
            continue
        for sentence, i in places:
            if sentence.tokens[i].text == word and _among_english(sentence, i):
                yield sentence.match(i, i, f"“{word}” is no English word; it was left untranslated.")


def _shaped(word: str) -> bool:
    """Whether a word has a letter, an ending or a cluster of letters that English words have not."""
    if not word.isascii():
        return bool(_LETTERS.search(word)) or word.endswith(_ACCENTED)
    return word.endswith(_ENDINGS) or bool(_CLUSTER.search(word))


def _unknown(word: str, most: float) -> bool:
    """Whether no edited list has the word, no English text writes it often, and it is no name."""
    logprob = english().logprob(word)
    return not english().tags(word) and english().capital_share(word) <= 0.5 and (logprob is None or logprob < most)


def _among_english(sentence: Sentence, i: int) -> bool:
    """Whether a word stands between words in lower case, nothing sets it off and nothing explains it."""
    before, behind = sentence.at(i - 1), sentence.at(i + 1)
    if not (i == 1 or before.text.islower()) or not (i + 2 == len(sentence.tokens) or behind.text.islower()):
        return False
    # another unknown word close by may make it a phrase of the other language
    return not any(
        token.text in _SETS_OFF
        or token.lower in _SPOKEN_OF
        or (token.text.islower() and not english().known(token.lower))
        for token in sentence.tokens[max(0, i - 4) : i + 4]
        if token.index != i
    )
