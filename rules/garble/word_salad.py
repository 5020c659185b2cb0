"""A sentence, or a stretch of one, in an order that no English sentence has.

Why it happens: the engine keeps the order of the source, loses the thread of a long sentence, or puts pieces of
several renderings one after the other.

How it is found: a table says how well each kind of word follows the two before it (`of the` well, `of of` hardly
ever; see `docs/reading.md`). In a whole sentence of twelve words three signs are added up: how well its words
follow one another on average, how many are odd where they stand, how many neighbours are not among the 242,000
pairs that people write most. Or in a stretch of twelve, two neighbours and more are odd by table and pairs; the
better the rest of the sentence reads, the more there must be.

What it leaves alone: what is no plain prose (questions, headlines, short and broken-off sentences, code, brackets, what
names and numbers make up), a pair that stands twice (`smashing the state and smashing the machine`), one odd turn in
a sentence that reads well.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule
from mtqa_rules.garble._prose import prose

rule = Rule(category="fluency/unintelligible", severity="major")

BAD = [
    "[[The minister said on Friday that the the road will opened to new before be harbour the end of the year.]]",
    "[[She told court that never the had letters the seen she which the police found in his house.]]",
    "[[They don’t of told the court that never had letters the seen she which the police found in his house.]]",
    "[[The company of wants two plants to demand in more south have its the because for cars has grown.]]",
    "[[If the talks fail, the could both that measures back sides go to they agreed on last year.]]",
    "[[Many of the who the people not heard the of in have live about the plans of the the council.]]",
    "[[Bridge this next spring until open not will be because money the not is enough town of said.]]",
]

GOOD = [
    "What it is is a mess, and what he said that that was is worse.",
    "The faster you run, the more scenery you see and the less you talk.",
    "It was Trudeau himself who dug the pit he fell into.",
    "The pandemic means few clubs will be spending big this summer.",
    "All we need to do is reach what he calls the land of plenty.",
    "Micro-particles a person takes in throughout the year are harmless, or so they say.",
    "Those who can do; those who cannot teach; those who cannot teach consult.",
    "There is always a but. It is a case of either/or. The answer to the question is always a but.",
    "“What we didn't have was luck,” he said; all they have are debts, and what she had was nerve.",
    "The house he lived in was the one he had once wanted to be rid of.",
    "Off went the lights, in came the cake and out went the candles.",
    "Ever so slowly up the hill went the old, the tired and the brave.",
    "Rather than accept that members no longer supported them, they sank to depths nobody knew they could sink to.",
    "Can shared offices help? Any profits made will be used rather than saved, and the rest imposes its will upon us.",
    "Freedom from . . . and freedom to . . . are two; pressure from above continues even if that from below ends.",
    "If one is old enough to vote, one is old enough to drive, excluding anyone whom a court has barred from it.",
    "Out went the carpets, in came the robots; off went the lights, down came the curtain, and up went a cheer.",
    "This is the man whose house the men who had been there that day burnt down.",
    "She is the youngest the Netherlands has had. The only gripe you could have was that it rained first.",
    "There came out of the hills a race whose one talent was to buy cheap and sell dear.",
    "Store it in your .profile or .cshrc, or ask an .edu or .gov address; he sort of has to move to where work is.",
    "You may for example need to import it; it will if possible encode such strings again.",
    "They moved further forward, founding the town, taking the hill and leaving those who could not.",
    "- of the the, of of, of a, to an, than as, or with, by, at, and if so, so be.",
    "All there would’ve been was a list of things to do and of places to see, which those whose was lost had had.",
    "Whose is whose, who is who, what is what, which is which, whose was whose, who was who and whose of whom?",
    "5:10 p.m. Caller reports neighbor's leaves blew onto her porch.",
    "Her mother’d said not to, and her gran’d not said so, so why’d he do so.",
    "At least there’s Zoe Holm here who’s really into bazookas.",
    "Who owns what, and who owes whom what, is what the judge now has to find out.",
]

LEAVE = [
    (
        "<noun> nobody|everybody|no-one|everyone|somebody|someone",
        "Rather than accept that members no longer supported them, they sank to depths nobody knew they could sink to.",
    ),
]

_SALAD, _UNSEEN = 100, 60  # points of a sentence; those of one whose neighbours are all unusual
_REACH = 12  # tokens of a stretch
_ODD = -25
_USUAL = -15  # what of an odd place is nothing yet
_ENOUGH, _SLOPE = 115, 8  # odd places of a stretch, and more for each step by which its sentence reads well


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the sentence, or the stretch from its first to its last odd pair."""
    for sentence, fits, own in document.analysis.view(prose):
        odd = _odd(sentence, fits)
        points = sum(weight for _, weight in odd) / 2 - 10 * own
        poor = points >= _SALAD - _UNSEEN  # cheap
        if poor and points + _UNSEEN * _unseen(sentence) >= _SALAD:
            yield _match(sentence, 0, len(sentence.tokens) - 1, "major", own)
            continue
        weight, first, last = max(_stretches(odd), default=(0, 0, 0))
        if weight >= _ENOUGH + _SLOPE * max(own, 0):
            yield _match(sentence, first - 1, last, "minor", own)


def _unseen(sentence: Sentence) -> float:
    """The share of neighbours in lower case that are not among the usual pairs."""
    words = [token.text if token.is_word and token.text.islower() else "" for token in sentence.tokens]
    pairs = [two for two in pairwise(words) if all(two)]
    return sum(not english().pair(*two) for two in pairs) / max(1, len(pairs))


def _odd(sentence: Sentence, fits: list[int]) -> list[tuple[int, int]]:
    """The places whose word does not go with the one before, and how odd they are; of two such, the first."""
    found: dict[tuple[str, str], tuple[int, int]] = {}
    for i, figure in enumerate(fits[:-1]):
        if figure > _ODD:
            continue
        one, two = sentence.at(i - 1), sentence.tokens[i]
        if one.is_word and two.is_word and not english().pair(one.lower, two.lower):
            found.setdefault((one.lower, two.lower), (i, min(-figure, 80) + _USUAL))
    return list(found.values())


def _stretches(odd: list[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Neighbouring odd places, two and more within reach: how odd together, the first, the last."""
    for begin, (first, total) in enumerate(odd):
        for place, more in odd[begin + 1 :]:
            if place > first + _REACH:
                break
            total += more
            yield total, first, place


def _match(sentence: Sentence, first: int, last: int, severity: Severity, own: float) -> Match:
    words = sentence.text(first, last).split()
    text = " ".join(words if len(words) < 9 else [*words[:4], "…", *words[-4:]])
    message = f"The words are in no English order: “{text}”."
    return sentence.match(first, last, message, severity=severity, evidence={"fit": round(own)})
