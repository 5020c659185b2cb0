"""A word that no English list has, in a text whose words stand together as in machine translation nobody revised.

Why it happens: the engine copies a word it cannot translate, makes one up of pieces, or loses the capital of a name.

How it is found: a word in lower case of four letters and more that is in no list of English, common or rare. Among
people's texts such a word is as often a term of a trade, so it says nothing by itself. Where the words of a text as a
whole stand together as in unrevised machine translation (`docs/readability.md`: its words alone, in 150 words or more),
it is a word of another language, a made-up one or a name in all but a few cases.

What it leaves alone: every text that reads as people's translations do; words in quotation marks, italics or brackets,
words explained beside it, parts of names, words that the text uses again and again (`kimchi`), regular derivations and
compounds (`branchless`, `farmworkers`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.readability import wording
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.garble._pages import SOUND, UNREVISED
from mtqa_rules.spelling._made import made
from mtqa_rules.untranslated._unknown import UNKNOWN, titled, used

rule = Rule(category="accuracy/untranslated", severity="minor", since="0.4", registers=("news",))

BAD = [
    f"{UNREVISED} Near the bridge is the [[kinoteatra]] of the city.",
    f"{UNREVISED} The [[borgmistari]] has not answered.",
    f"{UNREVISED} The driver [[sankciovat]] the inhabitants for the boat.",
    f"{UNREVISED} In the park will be [[skamejkas]] and trees.",
    f"{UNREVISED} The deputies of [[zavolzhsk]] do not support it. The [[përgjegjës]] is not named.",
]
GOOD = [
    f"{SOUND} Near the bridge is the kinoteatra of the city.",
    f"{SOUND} The driver sankciovat the inhabitants for the boat.",
    "Near the bridge is the kinoteatra of the city.",
    f"{UNREVISED} Near the bridge is the “kinoteatra” of the city.",
    f"{UNREVISED} Near the bridge is the kinoteatra (a house where films are shown) of the city.",
    f"{UNREVISED} The keyworkers and the farmworkers go by the boat, and the cafe is branchless.",
    f"{UNREVISED} The dance is called skamejkas. The skamejkas is old. The skamejkas and the park are here.",
    f"{UNREVISED} The deputies of Zavolzhsk do not support it, and Skamejkas said no.",
    f"{UNREVISED} The song “the skamejkas of old” was sung.",
    f"{UNREVISED} The mail is to be sent to skamejkas.org or by the skamejkas-boat.",
    f"{UNREVISED} Ministeriön mukaan päätutkija on kiinteistössä ja keskustelee tuntumasta asukkaiden kanssa.",
]

_LOW = 1.0  # standard deviations above human translations that a text's words must lie at least
_OFTEN = 3


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the words of a text that nobody revised."""
    analysis = document.analysis
    words = [word for word, _ in UNKNOWN(analysis.index) if not made(word) and len(analysis.index[word]) < _OFTEN]
    if not words or analysis.view(wording).low < _LOW:
        return
    foreign = {(one.segment, one.start) for run in analysis.passages for one in run.sentences}
    for word in words:
        for sentence, i in analysis.index[word]:
            if sentence.tokens[i].text != word or (sentence.segment, sentence.start) in foreign:
                continue
            if used(sentence, i) and not titled(document, sentence, i):
                yield sentence.match(i, i, f"“{word}” is no English word: untranslated, made up, or a name.")
