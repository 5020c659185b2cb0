"""A whole text whose words follow one another as no English text's do.

Why it happens: the engine translates word for word, knows too few words of the language, or was trained on too little.

How it is found: a table says how well each kind of word follows the two before it (`docs/reading.md`). Over all plain
sentences of the text the average is near what words in no order have; every edited text of some length is far above it.
The shorter the text, the lower it must be. The finding stands on the sentence that reads worst.

What it leaves alone: texts with fewer than four plain sentences of twelve words; lists, questions, headlines,
tables of contents, code.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.garble._prose import prose

rule = Rule(category="fluency/unintelligible", severity="critical")

BAD = [
    "Mayor of town yesterday with journalists speech did and to them from new bridge told. This bridge which five "
    "year past build began until end of this year open becomes. Government to town three million from own treasury "
    "help gives and rest money self town must find. People of both shore with this work agreement have, because "
    "until now with boat across must went. He also of the school talk did and to the parents answer did not give. "
    "[[In end he thanks of all said and from hall out went.]]",
    "Of the the council yesterday decision a made about which the harbour money not. [[Who the ships in come not "
    "may has of said the captain to.]] They their the boats at night to bring must and pay for of. When are the "
    "works will finished it nobody the knows in. But hope they that is soon the the new quay to open can. And the "
    "old of demolished it be shall next in year.",
    "The but report not yet of published has been by commission. Members three it against voted and the for two "
    "were only. [[Chairman the her of resign will not said she to the.]] In the been have of spring the talks since "
    "began no any. What the next is step nobody not in the ministry to can say us. Until of then the all remains as "
    "it before was is.",
    "To reason of rain three day past all road of village close became. Police to driver said from this way go do "
    "not. [[Sitting of the crisis in building governor today morning formed and minister also in it presence had.]] "
    "He promise gave until week next problem solve becomes. People but to promise this confidence not have and help "
    "want. Of hundred house more than half damage saw and repair them month six time takes.",
    "[[The today the game against of the which won has team our.]] Him goal the first after minute ten the did score "
    "striker it. Then not the other could of back come because them the defence. Fans the of many in sang rain and "
    "happy are were all. Coach said that proud of is boys his the he very. Next week in must they away to the play of "
    "leader.",
]
GOOD = [
    "The mayor spoke to reporters yesterday and told them about the new bridge. It will open at the end of the "
    "year. The government gives the town three million, and the town must find the rest. People on both shores "
    "agree. They had to cross by boat.",
    "Off went the lights, in came the cake. What a night it was, and what a cake! Nobody who was there will forget it.",
    "Whoever has power over things has power over men. Whoever governs production also governs the producers, for "
    "who determines what is eaten is master over those who eat it. That which is yours, ours and theirs none may "
    "take from whom it is due. Rarely does an issue come out without something by me in it. Which, of course, "
    "almost all such accounts do boil down to.",
    "Of the of the the. To from in the has.",
    "To be, or not to be, that is the question: whether it is nobler in the mind to suffer slings and arrows, or to "
    "take arms.",
    "Chop onions finely. Fry gently in butter until soft and golden. Add stock, bring to boil, simmer. Serve hot "
    "with bread.",
    "What is anarchism? Why is state socialism just state capitalism? Do anarchists have liberal politics? Who owns "
    "what?",
    "Thou shalt not covet thy neighbour's house, nor his ox, nor his ass, nor any thing that is thy neighbour's. "
    "And all the people saw the thunderings, and the noise of the trumpet, and the mountain smoking: and they "
    "removed, and stood afar off.",
]

_SENTENCES = 4
_MOST, _SPREAD = 5.0, 300


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the worst sentence of a text in no order."""
    read = document.analysis.view(prose)
    words = sum(len(plain.fits) for plain in read)
    if len(read) < _SENTENCES:
        return
    average = sum(plain.fit * len(plain.fits) for plain in read) / words
    if average < _MOST - _SPREAD / words:
        worst = min(read, key=lambda plain: plain.fit).sentence
        message = "The words of this text follow one another as in no English text; this is its worst sentence."
        yield worst.match(0, len(worst.tokens) - 1, message, evidence={"fit": round(average, 1)})
