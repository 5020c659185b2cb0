"""A part is larger than what it is a part of: `85 of the 60 members`.

Why it happens: the language of the source names the whole first (`60 members, of them 45`), and the engine puts the
numbers into the order of English without changing their places; or it misreads one of the two.

How it is found: two numbers in digits with `of the` (`out of`, `of its`, `of all`) between them and a plural noun
behind the second; and a number of people with `including` and a larger number of people behind it.

What it leaves alone: numbers that name something (`Article 50 of the 27 states agreed on`, `page 90 of the 12
volumes`), years, shares and measures, and people in other things (`12 buses, including 400 children`).

It is rare, but no text can be right that says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.numbers import Number, number_at
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import OPENING_DETERMINERS
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", facts=("digit",))

BAD = [
    "The motion was backed by [[85 of the 60 members]].",
    "In all, [[1,240 of its 980 workers]] have gone.",
    "He hit [[17 out of 12 targets]] on Sunday.",
    "A group of [[325 students including 477 people]] from the south left on Monday.",
    "On board were [[60 passengers, including 85 children]], the paper wrote.",
]
GOOD = [
    "The motion was backed by 60 of the 85 members.",
    "Under Article 50 of the 27 states agreed on, it left. On page 90 of the 12 volumes it says so.",
    "In 2017 of the 832 counties 153 were better off.",
    "In 2017, of the 832 poor counties, 153 were better off.",
    "They gave 90 percent of the 12 prizes, 300 euros of the 20 prizes, and 200 kilometres of the 3 roads.",
    "He sat in seat 12 of the 5 Star hotel, and slept 12 of the 5 star nights.",
    "The train had 12 carriages, including 400 passengers. The school has 12 buses including 40 students.",
    "On board were 85 people, including 60 children. There were 85 people, including 400 years of work.",
    "The rate is 9 of 3 to one. He took 12 of them and 5 of those.",
    "The dogs were 85 women's, including 400 children's. They sold 12 cars including 40 people.",
    "He had 12 of 5 per cent stocks.",
]

_YEARS = regex("(?:1[6-9]|20)[0-9][0-9]")
_BEFORE_WHOLE = OPENING_DETERMINERS | {"all"}
_PEOPLE = wordset("consistency/part-over-whole", "people")
#: What stands before a number that is no name of something: by 85, were 85, all 85.
_FREE = "IN VBD VBZ VBP VB VBN DT RB , CC TO VBD-A VBZ-A VBP-A".split()

rule.only_on(words=("of", "including"))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the first number to the noun behind the second."""
    for sentence, i in document.analysis.find("of", "including"):
        if sentence.tokens[i].lower == "of":
            first = i - 1 - (sentence.at(i - 1).lower == "out")
            part, whole = _bare(sentence, first), _bare(sentence, i + 1 + (sentence.at(i + 1).lower in _BEFORE_WHOLE))
            place = whole.last if whole is not None else 0
            fits = english().usually(sentence.at(place).lower, "plural")
        else:
            behind = i - 1 - (sentence.at(i - 1).text == ",")
            first, whole, part = behind - 1, _bare(sentence, behind - 1), _bare(sentence, i + 1)
            place = part.last if part is not None else 0
            fits = sentence.at(behind).lower in _PEOPLE and sentence.at(place).lower in _PEOPLE
        if part is None or whole is None or not fits or whole.unit or part.value <= whole.value:
            continue
        tags = document.analysis.reading(sentence).tagged.tags
        if first == 0 or tags[first - 1] in _FREE:
            message = f"A part of {part.value:f} cannot be taken of a whole of {whole.value:f}."
            yield sentence.match(first, place, message)


def _bare(sentence: Sentence, i: int) -> Number | None:
    """The number in digits at a token: no year."""
    shown = sentence.at(i)
    number = number_at(sentence.tokens, i) if shown.kind == "number" else None
    return None if _YEARS.fullmatch(shown.text) else number
