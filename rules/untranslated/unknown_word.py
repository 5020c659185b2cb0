"""A word that no English list has, in a text whose words stand together as in machine translation nobody revised.

Why it happens: the engine copies a word it cannot translate, makes one up of pieces, or loses the capital of a name.

How it is found: a word in lower case of four letters and more that is in no list of English, common or rare. Among
people's texts such a word is as often a term of a trade, so it says nothing by itself. Where the words of a text as a
whole stand together as in unrevised machine translation (`docs/readability.md`: its words alone, in 100 words or more),
it is a word of another language, a made-up one or a name in all but a few cases. There a word that lists have only
with a capital (`oldenburg`) is a name that lost it.

What it leaves alone: every text that reads as people's translations do; words in quotation marks, italics or brackets,
words explained beside it, parts of names, words that the text uses again and again (`kimchi`) unless hardly a sentence
of it is sound, regular derivations and compounds (`branchless`, `farmworkers`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.readability import wording
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import fold
from mtqa.knowledge.sieve import Sieve
from mtqa.rule import Rule
from mtqa_rules.casing._capitals import uses_capitals
from mtqa_rules.garble._pages import SOUND, UNREVISED
from mtqa_rules.spelling._made import made
from mtqa_rules.untranslated._unknown import SHORTEST, UNKNOWN, titled, used

rule = Rule(category="accuracy/untranslated", severity="minor", since="0.3", registers=("news",))

BAD = [
    f"{UNREVISED} Near the bridge is the [[kinoteatra]] of the city.",
    f"{UNREVISED} The [[borgmistari]] has not answered.",
    f"{UNREVISED} The driver [[sankciovat]] the inhabitants for the boat.",
    f"{UNREVISED} In the park will be [[skamejkas]] and trees.",
    f"{UNREVISED} The deputies of [[zavolzhsk]] do not support it. The [[përgjegjës]] is not named.",
    f"{UNREVISED} The deputies of [[oldenburg]] and the father of [[ksenia]] have bought a ticket.",
    f"{UNREVISED} The [[skamejkas]] is old. A [[skamejkas]] is near the [[skamejkas]] and [[skamejkas]].",
    f"{UNREVISED} According to the [[kinoteatra]], the price is high.",
    f"{UNREVISED} The old man saw the [[kinoteatra]], but the door was closed.",
    f"{UNREVISED} The [[ministere]] has not answered.",
    f"{UNREVISED} The inhabitants of [[plzeň]] go by the boat.",
]
GOOD = [
    f"{SOUND} Near the bridge is the kinoteatra of the city.",
    f"{SOUND} The driver sankciovat the inhabitants for the boat.",
    "Near the bridge is the kinoteatra of the city.",
    f"{UNREVISED} Near the bridge is the “kinoteatra” of the city.",
    f"{UNREVISED} Near the bridge is the kinoteatra (a house where films are shown) of the city.",
    f"{UNREVISED} The bridge is near the kinoteatra, the house where films are shown.",
    f"{UNREVISED} In the park of the city will be the kinoteatra, the house where films are shown.",
    f"{UNREVISED} The keyworkers and the farmworkers go by the boat, and the cafe is branchless. Two tomans will do.",
    f"{UNREVISED} {SOUND} The skamejkas is old. A skamejkas is near the skamejkas and skamejkas.",
    f"{UNREVISED} The old man lets his house by the bridge to the guests.",
    f"{UNREVISED} The deputies of Zavolzhsk do not support it, and Skamejkas said no.",
    f"{UNREVISED} The song “the skamejkas of old” was sung.",
    f"{UNREVISED} The mail is to be sent to skamejkas.org or by the skamejkas-boat.",
    f"{UNREVISED} Ministeriön mukaan päätutkija on kiinteistössä ja keskustelee tuntumasta asukkaiden kanssa.",
]

_LOW, _SURE = 1.0, 2.0  # standard deviations above human translations that a text's words must lie at least
_OFTEN = 4  # places of a term
_NAME = 0.9  # share of capitals


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the words of a text that nobody revised."""
    analysis = document.analysis
    index = analysis.index
    words = {word: False for word, _ in UNKNOWN(index) if not _formed(word)} | {word: True for word, _ in _NAMES(index)}
    low = analysis.view(wording).low if words else 0.0
    if low < _LOW:
        return
    foreign = {(one.segment, one.start) for run in analysis.passages for one in run.sentences}
    for word, name in words.items():
        if low < _SURE and len(index[word]) >= _OFTEN:
            continue
        for sentence, i in index[word]:
            if sentence.tokens[i].text != word or (sentence.segment, sentence.start) in foreign:
                continue
            if not used(sentence, i) or titled(document, sentence, i):
                continue
            if not name:
                yield sentence.match(i, i, f"“{word}” is no English word: untranslated, made up, or a name.")
            elif uses_capitals(analysis, sentence, i):
                message = f"English has “{word}” only as a name, “{word.capitalize()}”."
                yield sentence.match(i, i, message, category="fluency/casing")


def _formed(word: str) -> bool:
    """Whether a word is regularly made from known ones, a plain plural of a rare one among them."""
    return made(word) or (word.endswith("s") and english().known(word[:-1]))


def _name(word: str) -> bool:
    """Whether English has a word only as a name, its accents aside."""
    words, plain = english(), fold(word)
    return not set(words.tags(plain)) - {"P"} and words.capital_share(plain) >= _NAME


_NAMES = Sieve(lambda word: len(word) >= SHORTEST and word.isalpha() and _name(word))
