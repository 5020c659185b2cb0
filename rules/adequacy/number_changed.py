"""A number of the source stands in the target with other digits, or a thousand times too large or small.

Why it happens: engines copy numbers piece by piece and lose, swap or double a piece (`42.80` becomes `42.08`); and
they slip where the source counts by ten thousands (4000万) and English by thousands.

How it is found: a number in digits of the source is nowhere in the target, one in digits of the target is nowhere
in the source, and the two differ by a digit or two; or a number with 万 or 亿 has the same digits in the target, but
another size.

What it leaves alone: numbers spelt out, rounded or cut (56.2324 and 56.2), written with other separators or in another
scale, dates in another form, two-digit years and years of an era, times, figures beside letters (B-52), tables.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.similar import distance
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._figures import Compared, Figure, compared, counted, digits

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.2", needs=("source",))

BAD = [
    Example("Profit rose by [[42.08]] percent.", source="Der Gewinn stieg um 42,80 Prozent."),
    Example("The debt was [[198.0]] billion dollars.", source="外债余额为19980亿美元。"),
    Example("It has [[1,543]] seats.", source="В нём 1 534 места."),
    Example("The bridge was opened in [[2003]].", source="Le pont a été ouvert en 2013."),
    Example("He bought [[1.2 million]] shares.", source="他买了12万股。"),
    Example("Sales were [[35 million]] yuan.", source="销售额为3.5亿元。"),
]
GOOD = [
    Example("Profit rose by 42.8 percent.", source="Der Gewinn stieg um 42,80 Prozent."),
    Example("The debt was 1.998 trillion dollars.", source="外债余额为19980亿美元。"),
    Example("Sales were about 56.2 million yuan.", source="销售额为5623.24万元。"),
    Example("In August it sold 117,015 cars.", source="8月销量为11万7015辆。"),
    Example("Twenty-five men came on March 4, 2017.", source="25 Männer kamen am 04.03.2017."),
    Example("It began at 6 p.m. in 1998.", source="它于98年18:00开始。"),
    Example("It cost 3 to 4 million yuan.", source="费用为300万至400万元。"),
    Example("Between 10 and 15 million people saw it.", source="有1000万到1500万人看到了它。"),
    Example("It has 18,500 seats, 300 more than before.", source="В нём 18 500 мест, на 300 больше."),
    Example("He ran 10 miles (16 km).", source="Il a couru 16 km."),
    Example("The index rose to 10 471.50 points.", source="L'indice est monté à 10.471,50 points."),
    Example("She won in 2:03.22.", source="Ta võitis ajaga 2.03,22."),
    Example("It was built in 1923 and burnt down in 2006.", source="大正12年に建てられ、平成18年に焼失した。"),
    Example("He ran 16 miles.", source="Il a couru 26 km."),
    Example("It cost 12.35 million.", source="费用为1234.6万元。"),
    Example("It fell in the year before, but in 2014 it rose.", source="2013 fiel es, 2014 stieg es."),
    Example(
        "The 10 billion cubic metres are worth a large oil field.", source="100亿立方米相当于一个1000万吨级的大油田。"
    ),
    Example("The plot is 1,585,018 square feet large.", source="Участок занимает 147 253 кв. м."),
    Example("Some millions saw the 3 games.", source="有300万人看了3场比赛。"),
    Example("Or, in the words of 2017, handmaidens.", source="Řečí 21. století: služebné."),
]

_NEAR = 2  # digits that may differ
_LEAST = 1000  # what a number with a scale cannot be below


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Numbers of each segment, source against target."""
    for pair in compared(document):
        extra = list(pair.extra)
        for figure in pair.asked:
            span = None
            if figure not in pair.lost:
                span = _wrong_size(pair, figure)
            elif twin := _twin(figure.digits, extra):
                extra.remove(twin)
                span = twin.start, twin.end
            if span:
                number, text = pair.source[figure.start : figure.end], pair.paragraph.text[slice(*span)]
                message = f"The source says {number}, the target {text}."
                yield Match(pair.paragraph.index, *span, message, evidence={"source": number})


def _twin(shared: str, extra: list[Figure]) -> Figure | None:
    """The number of the target that a number of the source became."""
    near: list[tuple[int, int, Figure]] = []
    for place, figure in enumerate(extra):
        apart = distance(shared, figure.digits, _NEAR)
        shorter, longer = sorted((shared, figure.digits), key=len)
        if apart <= _NEAR and apart < len(longer) - 1 and 2 * apart <= len(shorter) and not _rounded(longer, shorter):
            near.append((apart, place, figure))
    return min(near)[2] if near else None


def _rounded(exact: str, short: str) -> bool:
    """Whether digits are those of a longer number, rounded or cut."""
    return short in (exact[: len(short)], digits(round(Decimal(exact) / 10 ** (len(exact) - len(short)))))


def _wrong_size(pair: Compared, figure: Figure) -> tuple[int, int] | None:
    """Where the target has the digits of a number with a scale, but nowhere its size."""
    if figure.value is None:
        return None
    sizes = {other.value for other in pair.asked}  # another number of the source may have the same digits
    same = [(sentence, one) for sentence, one in counted(pair.paragraph) if digits(one.value) == figure.digits]
    if not same or any(one.value in sizes or one.value < _LEAST for _, one in same):
        return None
    sentence, number = same[-1]
    return sentence.span(number.first, number.last - 1)
