"""The headline and the story give different numbers for the same thing.

Why it happens: each sentence is translated for itself; digits change places, or a unit of ten thousand is read as a
thousand in one of them: `8,500 jobs` in the headline, `5,800 jobs` in the story.

How it is found: a number with a noun in the headline that stands nowhere in the story, while the story gives the same
noun a number of the same digits in another order or at another scale.

What it leaves alone: rounding, estimates, parts of a whole, years, money in two currencies, and numbers that stand in
the story as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from mtqa.analysis.numbers import Number, number_at
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import COUNTS
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="major", status="preview", facts=("sentences",))

BAD = [
    Example("The bank will cut 5,800 jobs by May, it said.", title="Bank to cut [[8,500 jobs]] by May"),
    Example("The quake left 21 people dead on Sunday.", title="Quake leaves [[12 people]] dead"),
    Example("The fund lost 1.2 billion yuan last year.", title="Fund loses [[120 million yuan]] in a year"),
    Example("The club sold 3,100 tickets in a day.", title="Club sells [[1,300 tickets]]"),
    Example("The blast injured 34 workers. The 34 workers were taken away.", title="Blast injures [[43 workers]]"),
]
GOOD = [
    Example("The bank will cut 8,500 jobs, 5,800 jobs of them in May.", title="Bank to cut 8,500 jobs"),
    Example("The quake left 21 people dead; 12 people were children.", title="Quake leaves 12 people dead"),
    Example("The bank will cut 8,512 jobs, it said on Monday.", title="Bank to cut 8,500 jobs"),
    Example("The fire killed at least 14 and closed the road.", title="Fire in hotel kills 11"),
    Example("The fire killed two firemen and nine guests.", title="Fire in hotel kills 11"),
    Example("The bank will cut 5,800 jobs of 8,500, it said.", title="Bank to cut 8,500 jobs"),
    Example("The fund lost 1.2 billion yuan, $120 million, last year.", title="Fund loses $120 million in a year"),
    Example("In 2017 the firm had 1,720 workers.", title="What 2017 brought"),
    "The fund lost 1.2 billion yuan. The other fund lost 120 million yuan.",
    Example("A team of 21 players left on Monday.", title="12 teams leave"),
]

Fact = tuple[Sentence, Number, str]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag numbers of the headline that the story contradicts."""
    heads = document.analysis.speech.headlines
    sentences = document.analysis.sentences
    title = list(takewhile(lambda one: one.segment in heads, sentences))  # a heading further down sums up its section
    titles = [fact for one in title for fact in _facts(one)]
    if not titles:  # cheap
        return
    story = [fact for one in sentences if one.segment not in heads for fact in _facts(one)]
    values = {number.value for _, number, _ in story}
    for sentence, number, noun in titles:
        if not noun or number.value in values:
            continue
        digits = _digits(number)
        for there, other, thing in story:
            if (
                (other.unit, thing) == (number.unit, noun)
                and len(digits) > 1
                and sorted(_digits(other)) == sorted(digits)
            ):
                here, stated = (one.text(n.first, n.last - 1) for one, n in ((sentence, number), (there, other)))
                message = f"{here} in the headline, but {stated} in the story."
                evidence = {"segment": there.segment, "there": stated}
                yield sentence.match(number.first, number.last, message, evidence=evidence)
                break


def _facts(sentence: Sentence) -> Iterator[Fact]:
    """The numbers of a sentence, and the noun behind each or ""."""
    i = 0
    while i < len(sentence.tokens):
        token = sentence.tokens[i]
        number = number_at(sentence.tokens, i) if token.kind == "number" or token.lower in COUNTS else None
        noun = sentence.at(number.last).lower if number is not None else ""
        if number is not None:
            yield sentence, number, noun if english().usually(noun, "noun") else ""
        i = max(number.last if number is not None else 0, i + 1)


def _digits(number: Number) -> tuple[int, ...]:
    """The digits that carry the value: 8500 -> (8, 5)."""
    return number.value.normalize().as_tuple().digits
