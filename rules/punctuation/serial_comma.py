"""A list goes without the comma before its “and” that the story sets elsewhere.

Why it happens: the source has no such comma; the engine sets it by the examples it learned from, here so, there so.

How it is found: lists of three and more short items with and without a comma before “and” or “or”; the story must set
it in two lists at least, so that this is its habit, and in a text of more than ten lists three times as often as not.
The finding stands at the “and”.

What it leaves alone: what may be an insertion rather than an item (`in Austin, Texas, Ann and Bob met`); stories that
never or hardly ever set it, as many newspapers do; texts with British spellings, where the comma is set for clearness,
list by list; two words joined by “and” behind a comma; lists that the clause goes on behind, and lists of clauses.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.variety import spells_british
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="neutral",
    registers=("news",),
    since="0.2",
    words=frozenset(("and", "or")),
)

BAD = [
    "He plays the flute, the harp, and the lute. They ship wool, hides, and tea. She paints doors, gates [[or]] walls.",
    "They lack water, power, or food. They build roads, shops, or schools. It hit farmers, miners [[and]] smiths.",
    "The band has a drummer, a singer, and a bassist. It played in Oslo, Turku, and Riga. They ate plums, figs [[and]] "
    "cake.",
    "They grow wheat, barley, and rye. They sold mugs, flags, and pins. He sells tea, coffee [[and]] sugar.",
    "The farms, the mines, and the shops have grown. They met in Paris, London, and Rome. "
    "There are offices in Delhi, Mumbai [[and]] Chennai. "
    "Mines, mills, farms [[and]] shops closed.\n\nThey deal in steel, coal, oil [[and]] gas.",
]

GOOD = [
    "They grow wheat, barley and rye. The flag is red, white and blue. He sells tea, coffee and sugar.",
    "They grow wheat, barley, and rye. He sells tea, coffee and sugar.",
    "They grow wheat, barley, and rye. They sold mugs, flags, and pins. In winter, cats and dogs stay in.",
    "They grow wheat, barley, and rye. They sold mugs, flags, and pins. The mayor, a husband and father, was ill.",
    "They grow wheat, barley, and rye. They sold mugs, flags, and pins. At the bottom, Peru and Chile show the same.",
    "They grow wheat, barley, and rye. They sold mugs, flags, and pins. He came, saw and won.",
    "They organise fairs, lotteries, and raffles. They sold mugs, flags, and pins. He sells tea, coffee and sugar.",
    "They grow wheat, barley, and rye. They sold mugs, flags, and pins. In Austin, Texas, Ann and Bob met.",
    "They grow wheat, barley, and rye. They sold mugs, flags, and pins. It has towns, for example, Lyon and Lille.",
    "They grow wheat, barley, and rye. They sold mugs, flags, and pins. It tests food, drugs and devices, and toys.",
]

_HABIT = 2
#: Up to that many lists two with the comma are a habit; in a longer text they must be thrice those without.
_FEW, _TIMES = 10, 3
_ITEM = 6  # tokens before the conjunction in which the last but one item begins


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the “and” of lists that break the story's habit."""
    analysis = document.analysis
    ends = [
        (sentence, i)
        for sentence, i in analysis.find("and", "or")
        if any(token.text == "," for token in sentence.tokens[max(0, i - _ITEM) : i - 1])
    ]
    commas = sum(sentence.at(i - 1).text == "," for sentence, i in ends)
    if commas < _HABIT or commas == len(ends) or spells_british(analysis.index):  # cheap
        return
    lists = [
        found
        for sentence in dict.fromkeys(sentence for sentence, _ in ends)
        for found in analysis.reading(sentence).lists
        if len(found.items) > 2 and sentence.at(found.first - 1).text != ","
    ]
    without = [found for found in lists if not found.comma]
    habit = len(lists) - len(without)
    if habit < (_HABIT if len(lists) <= _FEW else _TIMES * len(without)):
        return
    for found in without:
        word = found.sentence.at(found.conjunction).text
        message = f"No comma before “{word}” here, but elsewhere the story sets one at the end of a list."
        yield found.sentence.match(found.conjunction, found.conjunction, message, f", {word}")
