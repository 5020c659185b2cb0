"""A phrase comes back inside the noun phrase it opened: `the issue of trade between A and B on the issue of trade`.

Why it happens: the source ends a long noun phrase with the noun it is about; the engine puts that noun first, as
English wants it, and says it again where the source has it.

How it is found: three words and the noun behind them, a noun phrase and what hangs on it, that return word for word
within twelve words, behind a preposition, with nothing but phrases that hang on the first between them.

What it leaves alone: anything with a verb, adverb, comma or other mark between (two clauses may speak of one thing),
two phrases joined by a conjunction, and pairs on purpose (`from the end of May to the end of June`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="fluency/repetition", severity="major", since="0.2", words=frozenset(("of", "on", "for")))

BAD = [
    "If [[the issue of dialogue between Syria and Ukraine on the issue of dialogue]] is raised, nobody will speak.",
    "They spoke on [[the question of tariffs for Mexico and Canada on the question of tariffs]] with India.",
    "He pointed to [[the development of tourism in the south for the development of tourism]] on Monday.",
    "It concerns [[the protection of children at school in the protection of children]] from harm.",
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

_REACH = 12  # tokens


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the phrase to its return."""
    places: dict[tuple[Sentence, str], int] = {}
    for sentence, i in document.analysis.find("of", "on", "for"):
        first, phrase = i - 2, sentence.text(i - 2, i + 1)
        key = sentence, phrase.lower()
        earlier = places.get(key, -_REACH)
        places[key] = first
        if first - earlier > _REACH:  # cheap
            continue
        reading, paired = document.analysis.reading(sentence), sentence.at(earlier - 1).lower == "from"
        if not paired and reading.tag(first - 1) == "IN" and i + 2 in reading.through(earlier):
            yield sentence.match(earlier, i + 1, f"“{phrase}” returns inside its own phrase.")
