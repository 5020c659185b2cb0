"""The headline and the story give different numbers for the same thing.

Why it happens: each sentence is translated for itself; digits change places, or a unit of ten thousand is read as a
thousand in one of them: `8,500 jobs` in the headline, `5,800 jobs` in the story.

How it is found: a number with a noun in the headline that stands nowhere in the story, while the story gives the same
noun a number of the same digits in another order or at another scale; and the dead and injured, where the story
gives one number and the headline another, and neither says `at least`.

What it leaves alone: rounding, estimates, parts of a whole, years, money in two currencies, and numbers that stand in
the story as well.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mtqa.analysis.numbers import Number, number_at
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import COUNTS
from mtqa.rule import Example, Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    measured=(
        "newstest2020 MT, 520,000 words: no finding",
        "clean English, 224,000 words: no finding",
    ),
)

BAD = [
    Example("The bank will cut 5,800 jobs by May, it said.", title="Bank to cut [[8,500 jobs]] by May"),
    Example("The quake left 21 people dead on Sunday.", title="Quake leaves [[12 people]] dead"),
    Example("The fund lost 1.2 billion yuan last year.", title="Fund loses [[120 million yuan]] in a year"),
    Example("The fire killed 14 and closed the road.", title="Fire in hotel [[kills 11]]"),
    Example("The blast injured 34 workers. The 34 workers were taken away.", title="Blast injures [[43 workers]]"),
]
GOOD = [
    Example("The bank will cut 8,500 jobs, 5,800 jobs of them in May.", title="Bank to cut 8,500 jobs"),
    Example("The quake left 21 people dead; 12 people were children.", title="Quake leaves 12 people dead"),
    Example("The bank will cut 8,512 jobs, it said on Monday.", title="Bank to cut 8,500 jobs"),
    Example("The fire killed at least 14 and closed the road.", title="Fire in hotel kills 11"),
    Example("The fire killed two firemen and nine guests.", title="Fire in hotel kills 11"),
    Example("The fund lost 1.2 billion yuan, $120 million, last year.", title="Fund loses $120 million in a year"),
    Example("In 2017 the firm had 1,720 workers.", title="What 2017 brought"),
    "The fund lost 1.2 billion yuan. The other fund lost 120 million yuan.",
    Example("A team of 21 players left on Monday.", title="12 teams leave"),
]

_DEATH = {
    word: sense
    for sense, words in (("kill", "kill kills killed killing"), ("injure", "injure injures injured injuring wounded"))
    for word in words.split()
}
_HEDGES = frozenset(
    "least more most than about some nearly almost over up around dozens another further others".split()
)

Fact = tuple[Sentence, Number, str]


@rule.check
def check(document: Document) -> Iterator[Match]:
    heads = document.analysis.speech.headlines
    if not heads:
        return
    titles: list[Fact] = []
    body: list[Fact] = []
    first_body = next((p.index for p in document.analysis.paragraphs if p.index not in heads and p.tokens), 0)
    for sentence in document.analysis.sentences:
        if sentence.segment in heads:
            if sentence.segment < first_body:  # a heading further down sums up its own section
                titles.extend(_facts(sentence))
        elif titles:
            body.extend(_facts(sentence))
    values = {number.value for _, number, _ in body}
    for sentence, number, noun in titles[:50]:
        if number.value in values or number.value < 10:
            continue
        other = _contradiction(number, noun, body) or _toll(sentence, number, body)
        if other is not None:
            yield _match(sentence, number, noun, other)


def _facts(sentence: Sentence) -> Iterator[Fact]:
    """The numbers of a sentence with the noun behind each."""
    tokens = sentence.tokens
    i = 0
    while i < len(tokens):
        token = tokens[i]
        number = None
        if token.kind == "number" or (token.kind == "word" and token.lower in COUNTS):
            number = number_at(tokens, i)
        if number is None:
            i += 1
            continue
        noun = ""
        if number.last < len(tokens) and tokens[number.last].kind == "word" and tokens[number.last].space:
            noun = tokens[number.last].lower
        yield sentence, number, noun
        i = max(number.last, i + 1)


def _contradiction(number: Number, noun: str, body: list[Fact]) -> Fact | None:
    """A number of the body with the same noun and the same digits, shifted or in another order."""
    if (not noun and not number.unit) or (noun and english().tags(noun)[:1] not in ("S", "N")):
        return None
    digits = _digits(number.value)
    if len(digits) < 2:
        return None
    for fact in body:
        if fact[1].unit == number.unit and fact[2] == noun and noun and fact[1].value != number.value:
            others = _digits(fact[1].value)
            if len(others) == len(digits) and sorted(others) == sorted(digits):
                return fact
    return None


def _digits(value: Decimal) -> tuple[int, ...]:
    """The digits that carry the value: 8500 -> (8, 5)."""
    return value.normalize().as_tuple().digits


def _toll(sentence: Sentence, number: Number, body: list[Fact]) -> Fact | None:
    """The only toll the body gives, where the headline's is another and neither is an estimate."""
    sense = _sense(sentence, number)
    if sense is None:
        return None
    tolls = [fact for fact in body if _sense(fact[0], fact[1]) == sense]
    if len(tolls) != 1 or tolls[0][1].value < number.value:
        return None
    hedged = any(token.lower in _HEDGES for s in (sentence, tolls[0][0]) for token in s.tokens)
    return None if hedged else tolls[0]


def _sense(sentence: Sentence, number: Number) -> str | None:
    """What `killed 12` says of the number; `None` if it is no toll."""
    if number.unit or not number.first:
        return None
    return _DEATH.get(sentence.tokens[number.first - 1].lower)


def _match(sentence: Sentence, number: Number, noun: str, other: Fact) -> Match:
    tokens = sentence.tokens
    first, last = number.first, number.last
    if noun and english().tags(noun)[:1] in ("S", "N"):
        last += 1
    elif first and tokens[first - 1].lower in _DEATH:
        first -= 1
    there = " ".join(token.text for token in other[0].tokens[other[1].first : other[1].last])
    here = " ".join(token.text for token in tokens[number.first : number.last])
    return Match(
        sentence.segment, tokens[first].start, tokens[last - 1].end,
        f"{here} in the headline, but {there} in the story.",
        evidence={"segment": other[0].segment, "there": there},
    )  # fmt: skip
