"""A sentence with an odd place, in a text whose words stand together as in machine translation that nobody revised.

Why it happens: the engine keeps the order of the source, chooses words one by one, loses the thread.

How it is found: by its words alone, without what rules found, a text of 100 words and more says whether it reads as
people's translations do (`docs/readability.md`). Where it lies far above them, most of its sentences need mending, and
of those in which words stand oddly together (as in `garble/unlikely-stretch`, but less than would prove it anywhere
else) nine in ten. The worse the text, the less is asked of the sentence. Named is what lies between its odd places and
some words around. What is known is of the page, and nine in ten such sentences must be mended, not where: the message
asks for a look at the source, and says which words go together least. Where another rule says what is wrong in there,
that is enough.

What it leaves alone: every text that reads as people's translations do, one of less than 100 words, in lower case or of
lists; posts and mail; sentences in which a stretch is odd enough to be named by itself, headlines, captions, code.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.garble._pages import SOUND, UNREVISED
from mtqa_rules.garble._stretches import POOR, odd, unrevised

rule = Rule(category="fluency/unintelligible", severity="minor", since="0.3", registers=("news",))

BAD = [
    f"{UNREVISED} [[The people of the both shores are waiting the opening with the impatience.]]",
    f"{UNREVISED} [[Many from the drivers of the buses are against of such decision.]]",
    f"{UNREVISED} [[From the side of the region is expected the help in the sum of]] two million.",
    f"{UNREVISED} The mayor underlined [[the importance of the fulfilment of the plan in the term.]]",
    f"{UNREVISED} [[For the children up to seven years the place is free, and for the pensioners it costs the half.]]",
]
GOOD = [
    UNREVISED,
    f"{SOUND} The people of the both shores are waiting the opening with the impatience.",
    f"{SOUND} Many from the drivers of the buses are against of such decision.",
    "Many from the drivers of the buses are against of such decision.",
    f"{SOUND} In the administration explain, that the firm its obligations did not fulfil.",
    f"{UNREVISED} The boat is white and the sea is blue.",
    f"{UNREVISED} He has bought two tickets for the boat and gave one of them to her.",
    f"{UNREVISED} Each man must for the boat in the morning a ticket have.",
    f"{UNREVISED} Many from the drivers.",
    f"{UNREVISED} The question of the price of the ticket will be decided by the deputies on the session in the June.",
]

_ENOUGH, _FALL = 2.2, 0.6  # what is asked of a sentence, and by how much less for each standard deviation
_FAINT = 0.3  # a stretch that is anything
_AROUND = 3  # tokens


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the sentences that no rule names yet."""
    analysis = document.analysis
    found = [one for one in analysis.view(odd) if one.stretches and not one.named]
    if not found:  # cheap
        return
    page = unrevised(analysis)
    if page < POOR:
        return
    for reading, stretches, _ in found:
        oddest = max(stretches)
        if oddest.weight >= max(_FAINT, _ENOUGH - _FALL * page):
            sentence, odd_ones = reading.sentence, [one for one in stretches if one.weight >= _FAINT]
            first = max(0, min(one.first for one in odd_ones) - _AROUND)
            last = min(max(one.last for one in odd_ones) + _AROUND - 1, len(reading.tokens) - 1)
            worst = max(1, min(oddest.worst, len(reading.tokens) - 1))
            pair = sentence.text(worst - 1, worst)
            said = (
                "The text as a whole reads like unrevised machine translation, and this sentence is odd in it, most of"
            )
            yield sentence.match(first, last, f"{said} all at “{pair}”: read it against the source.", wide=True)
