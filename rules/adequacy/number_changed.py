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

from mtqa.analysis.numbers import number_at
from mtqa.analysis.text import Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.similar import distance
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._figures import DIGIT, MOST, TELLING, Figure, covered, digits, said, written
from mtqa_rules.data import wordset

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
    Example("Or, in the words of 2017, handmaidens.", source="Řečí 21. století: služebné."),
]

_NEAR = 2  # digits that may differ


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Numbers of each segment, source against target."""
    for paragraph in document.analysis.paragraphs:
        source = document.segments[paragraph.index].source
        if not source or not DIGIT.search(source):
            continue
        asked, allowed = written(source)
        figures, held = said(paragraph)
        if len(asked) > MOST or len(figures) > MOST:
            continue
        extra = [f for f in figures if len(f.digits) > 1 and not covered(f.digits, allowed)]
        for figure in asked:
            if len(figure.digits) < 2:
                pass
            elif not covered(figure.digits, held):
                other = _twin(figure.digits, extra)
                if other is not None:
                    extra.remove(other)
                    yield _match(paragraph, other.start, other.end, source[figure.start : figure.end])
                continue
            if figure.value is not None and figure.value >= 10_000:
                span = _wrong_size(paragraph, figure)
                if span is not None:
                    yield _match(paragraph, *span, source[figure.start : figure.end])


def _match(paragraph: Paragraph, start: int, end: int, number: str) -> Match:
    return Match(
        paragraph.index, start, end,
        f"The source says {number}, the target {paragraph.text[start:end]}.",
        evidence={"source": number},
    )  # fmt: skip


def _twin(shared: str, extra: list[Figure]) -> Figure | None:
    """The number of the target that a number of the source became."""
    best: Figure | None = None
    least = _NEAR + 1
    for figure in extra:
        apart = distance(shared, figure.digits, _NEAR)
        longer, shorter = max(len(shared), len(figure.digits)), min(len(shared), len(figure.digits))
        if apart < least and apart < longer - 1 and 2 * apart <= shorter and not _rounded(shared, figure.digits):
            best, least = figure, apart
    return best


def _rounded(exact: str, short: str) -> bool:
    """Whether digits are those of a longer number, rounded or cut; or the other way round."""
    if len(short) > len(exact):
        exact, short = short, exact
    if exact.startswith(short):
        return True
    size = len(short)
    return digits(str(round(Decimal(exact) / 10 ** (len(exact) - size)))) == short


def _wrong_size(paragraph: Paragraph, figure: Figure) -> tuple[int, int] | None:
    """Where the target has a number's digits, but nowhere its size."""
    wrong: tuple[int, int] | None = None
    for sentence in paragraph.sentences:
        tokens = sentence.tokens
        for i, token in enumerate(tokens):
            if token.kind != "number" and token.lower not in TELLING:
                continue
            number = number_at(tokens, i)
            if number is None:
                if token.kind == "number" and digits(token.text) == figure.digits:
                    return None  # 3m, 10-15
                continue
            if number.value == figure.value:
                return None
            if digits(format(number.value, "f")) != figure.digits or not number.written:
                continue
            behind = tokens[number.last].lower if number.last < len(tokens) else ""
            if behind in _RANGE or (i and tokens[i - 1].lower in _RANGE) or number.value < 1000:
                return None  # 3 to 4 million
            wrong = tokens[number.first].start, tokens[number.last - 1].end
    return wrong


_RANGE = wordset("adequacy/number-changed", "range")
