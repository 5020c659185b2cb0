"""A phrase comes back inside the noun phrase it opened: `the issue of trade between A and B on the issue of trade`.

Why it happens: the source ends a long noun phrase with the noun it is about; the engine puts that noun first, as
English wants it, and says it again where the source has it.

How it is found: four words in a row, an article or `its`, a noun, a preposition and a noun, that return word for word
within twelve words, with nothing but nouns, names, adjectives, articles, prepositions and `and` between them, in one
sentence.

What it leaves alone: anything with a verb, comma or other mark between (two clauses may speak of one thing), chains
(`the work of the friend of the work of`), and pairs on purpose (`from the end of May to the end of June`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import SURE_DETERMINERS
from mtqa.rule import Rule

rule = Rule(category="fluency/repetition", severity="major", since="0.2")

BAD = [
    "If [[the issue of dialogue between Syria and Ukraine on the issue of dialogue]] is raised, nobody will speak.",
    "They spoke on [[the question of tariffs for Mexico and Canada on the question of tariffs]] with India.",
    "He pointed to [[the development of tourism in the south for the development of tourism]] on Monday.",
    "It is about [[the protection of children at school in the protection of children]] from harm.",
    "We saw [[the construction of roads of the construction of roads]] in the north.",
]
GOOD = [
    "From the end of May to the end of May next year, the shop is closed.",
    "The issue of dialogue is old, and the issue of dialogue will come up.",
    "The price of oil rose, the price of oil products fell.",
    "The house of cards or the house of cards: who knows?",
    "The head of state and the head of state security met.",
    "A friend of a friend of a friend told me.",
    "The number of cases per day and the number of cases per week fell.",
    "He compared the price of bread then with the price of bread now.",
]

_REACH = 12
_LINKS = ("of", "on", "for", "in", "with")
_NOMINAL = frozenset("TJNSPUjwICH'")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the phrase to its return."""
    places: dict[tuple[int, str], int] = {}
    for sentence, i in document.analysis.find("of", "on", "for"):
        tokens = sentence.tokens
        if i < 2 or i + 1 >= len(tokens) or tokens[i - 2].lower not in SURE_DETERMINERS:
            continue
        key = (id(sentence), " ".join(token.lower for token in tokens[i - 2 : i + 2]))
        earlier = places.get(key)
        places[key] = i
        if earlier is None or not 3 < i - earlier <= _REACH:
            continue
        letters = document.analysis.letters(sentence)
        between = letters[earlier + 2 : i - 2]
        if not _NOMINAL.issuperset(between) or letters[i - 1] not in "NSw" or letters[i + 1] not in "NSw":
            continue
        link = tokens[i - 3].lower
        if link not in _LINKS or (between.count("C") and "PCP" not in between and "PCTP" not in between):
            continue
        if letters[i + 2 : i + 3] in ("R", "U") or tokens[max(earlier - 3, 0)].lower in ("from", "compared"):
            continue  # the price of bread now
        phrase = " ".join(token.text for token in tokens[i - 2 : i + 2])
        message = f"“{phrase}” returns inside its own phrase."
        yield Match(sentence.segment, tokens[earlier - 2].start, tokens[i + 1].end, message)
