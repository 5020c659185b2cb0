"""A list goes without the comma before its “and” that the story sets elsewhere.

Why it happens: the source has no such comma; the engine sets it by the examples it learned from, here so, there so.

How it is found: lists of three and more short items with and without a comma before “and” or “or”; the story must set
it in two lists at least, so that this is its habit, and in a text of more than ten lists three times as often as not.
The finding stands at the “and”.

What it leaves alone: stories that never or hardly ever set it, as many newspapers do; texts with British spellings,
where the comma is set for clearness, list by list; two words joined by “and” behind
a comma; lists that the clause goes on behind, and lists of clauses.
"""

import re
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
)

BAD = [
    "He plays the flute, the harp, and the lute. They ship wool, hides, and tea. She paints doors, gates [[or]] walls.",
    "They have no water, power, or food. There are no roads, shops, or schools. It hit farmers, miners [[and]] smiths.",
    "The band has a drummer, a singer, and a bassist. It played in Oslo, Turku, and Riga. They ate soup, fish [[and]] "
    "cake.",
    "They grow wheat, barley, and rye. The flag is red, white, and blue. He sells tea, coffee [[and]] sugar.",
    "Trade, tourism, and research have grown. They met in Paris, London, and Rome. "
    "There are offices in Delhi, Mumbai [[and]] Chennai. "
    "Its coal, steel, oil [[and]] gas works closed.\n\nThey deal in steel, coal, oil [[and]] gas.",
]

GOOD = [
    "They grow wheat, barley and rye. The flag is red, white and blue. He sells tea, coffee and sugar.",
    "They grow wheat, barley, and rye. He sells tea, coffee and sugar.",
    "They grow wheat, barley, and rye. The flag is red, white, and blue. In winter, cats and dogs stay in.",
    "They grow wheat, barley, and rye. The flag is red, white, and blue. The mayor, a husband and father, was ill.",
    "They grow wheat, barley, and rye. The flag is red, white, and blue. At the bottom, Peru and Chile show the same.",
    "They grow wheat, barley, and rye. The flag is red, white, and blue. He came, saw and won.",
    "They organise fairs, lotteries, and raffles. The flag is red, white, and blue. He sells tea, coffee and sugar.",
    "They grow wheat, barley, and rye. The flag is red, white, and blue. In Austin, Texas, Ann and Bob met.",
    "They grow wheat, barley, and rye. The flag is red, white, and blue. It has towns, for example, Lyon and Lille.",
    "They grow wheat, barley, and rye. The flag is red, white, and blue. It tests food, drugs and devices, and toys.",
]

#: One item as part-of-speech letters: determiner, adjectives, nouns.
_ITEM = "[TH]?[NSPJwjsLE']{1,4}"
_COMMON = "[TH]?[NSPJwjsLE']{0,3}[NSwjsJ]"
#: Four items and more, or three that end the clause; what stands before them tells whether they are three or two.
_WITHOUT = re.compile(rf",{_COMMON},{_COMMON}C(?={_ITEM}[^,])|(?:(?<=[VZDmIb:])|,){_ITEM},{_ITEM}C(?={_ITEM}[.;:?!])")
_WITH = re.compile(rf"{_ITEM},{_ITEM},C(?={_ITEM})")
_HABIT = 2
#: Up to that many lists two with the comma are a habit; in a longer text they must be thrice those without.
_FEW, _TIMES = 10, 3


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the “and” of lists that break the story's habit."""
    lists = [
        (sentence, letters) for sentence, letters in document.analysis.tagging if letters.count(",") and "C" in letters
    ]
    habit = sum(
        sentence.tokens[found.end() - 1].lower in ("and", "or")
        for sentence, letters in lists
        for found in _WITH.finditer(letters)
    )
    if habit < _HABIT:
        return
    without = [
        (sentence, sentence.tokens[found.end() - 1])
        for sentence, letters in lists
        for found in _WITHOUT.finditer(letters)
        if sentence.tokens[found.start()].lower not in ("example", "instance")
        and sentence.tokens[found.end() - 1].lower in ("and", "or")
    ]
    if habit + len(without) > _FEW and habit < _TIMES * len(without):
        return
    if not without or spells_british(document.analysis.index):
        return
    for sentence, token in without:
        message = f"No comma before “{token.text}” here, but elsewhere the story sets one at the end of a list."
        yield Match(sentence.segment, token.start, token.end, message, (f", {token.text}",))
