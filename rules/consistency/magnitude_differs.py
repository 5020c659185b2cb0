"""One amount stands in millions in one place of a story and in billions in another.

Why it happens: languages count large numbers otherwise (万, 億, milliard, lakh) or shorten them alike (mld., mln.), and
each sentence is translated for itself.

How it is found: two amounts of money, or of one thing that is counted, in different sentences, with the same digits and
scale words a thousand times apart (`$300 million`, `$300 billion`); of three digits and more also ten or a hundred
times apart.

What it leaves alone: amounts without a scale word, two scales in one sentence (`from $1 million to $1 billion`), and
different currencies.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mtqa.analysis.numbers import Number, number_at
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", facts=("digit",))

BAD = [
    "The fund will give $300 million to the poor.\n\nThe [[$ 300 billion]] will be paid in May, it said.",
    "The plan of 700 million dollars was passed. Nobody had read the [[$700 billion]] plan.",
    "Trade grew to 40 billion yuan. In May it was [[40 trillion yuan]], the paper said.",
    "The show was seen by 12 million people. These [[12 billion people]] liked it.",
    "Six plants cost 4.29 billion yuan. With [[42.9 billion yuan]] one may build much.",
]
GOOD = [
    "The fund rose from $300 million to $300 billion in a day.",
    "The fund will give $300 million. The other $500 billion are lost.",
    "The bank has 4 billion euros. It lost 400 million euros in May. It made 40 million euros in June.",
    "They paid 30 million pounds. It is 30 billion yen.",
    "The town has 3 million people. It cost 3 billion euros. It has 3 million reasons.",
    "They sold it for $4.29 million. The other paid $429 for a chair and $4,290,000 for a house.",
    "It cost 4.29 million pounds. They lost 42.9 billion pounds.",
    "It has 2 million. The country has 2 billion.",
]

_SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "¥": "yen", "US$": "dollar"}
_SCALES = ("million", "billion", "trillion", "mn", "bn", "trn")
_APART = Decimal(1000)
_SURE, _NEARER = 3, (Decimal(10), Decimal(100))  # digits that two amounts hardly share by chance

rule.only_on(words=_SCALES)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the later of two amounts."""
    seen: dict[tuple[tuple[int, ...], str], dict[Decimal, tuple[Sentence, Number]]] = {}
    places = sorted(document.analysis.find(*_SCALES), key=lambda place: (place[0].segment, place[0].start, place[1]))
    for sentence, i in places:
        number = number_at(sentence.tokens, i - 1) if sentence.at(i - 1).kind == "number" else None
        if number is None:
            continue
        first, last, thing = _thing(sentence, number)
        digits = number.value.normalize().as_tuple().digits
        amounts = seen.setdefault((digits, thing), {})
        for there, other in amounts.values() if thing else ():
            ratio = max(number.value, other.value) / min(number.value, other.value)
            wrong = ratio == _APART or (len(digits) >= _SURE and ratio in _NEARER)
            if wrong and there is not sentence:
                stated, here = there.text(other.first, other.last - 1), sentence.text(number.first, number.last - 1)
                message = f"{here} here, but {stated} elsewhere in the story."
                evidence = {"segment": there.segment, "there": stated}
                yield sentence.match(first, last, message, evidence=evidence)
                break
        amounts.setdefault(number.value, (sentence, number))


def _thing(sentence: Sentence, number: Number) -> tuple[int, int, str]:
    """First and last token of an amount, and what it is of: a currency or the noun behind; "" where there is none."""
    before, behind = sentence.at(number.first - 1).text, sentence.at(number.last)
    sign = number.unit or before
    if sign in _SIGNS:
        return number.first - (not number.unit), number.last - 1, _SIGNS[sign]
    word = behind.lower if behind.kind == "word" else ""
    return number.first, number.last, word.removesuffix("s")
