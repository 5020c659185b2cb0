"""A decimal is written with the mark of another language: `3.5 %` in a German text, `3,5%` in a Chinese one.

Why it happens: engines copy figures as the source has them. English, Chinese and Hebrew part the places of a decimal
by a point, most languages of Europe by a comma. A reader who finds both in one text does not know which to trust.

How it is found: a figure with one or two places behind the other mark, and behind it what only an amount has: a sign of
percent or money, a word for percent, a million or another scale. A text that has three such amounts, and no decimal
as its language writes it, is one finding.

Languages: all whose decimal mark CLDR gives, but English. In 34 of them (Belarusian to Chinese) one mark holds in
all countries. In the others countries or newspapers differ (Switzerland writes a point in German and Italian, Mexico in
Spanish, many newspapers in Turkish), so an amount is flagged only where the same text writes as many decimals or more
as its language does.

What it leaves alone: three places behind a mark, which may be a group (`1.500 %`), dates, times, scores, versions and
sections (`20.15 Uhr`, `Web 2.0`), figures with more than one mark, passages in another language.

Not met in the measured texts: all are English; other languages are measured in docs/languages.md.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.calendars import calendar
from mtqa.knowledge.languages import language_name
from mtqa.knowledge.numerals import PERCENT, numerals
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(category="locale-convention/number-format", severity="minor", languages=(), facts=("digit",), since="0.3")

BAD = [
    Example("Der Umsatz stieg um 4,5 Prozent, der Gewinn fiel um [[7.5]] %.", language="de"),
    Example("La entrada cuesta 3,5 euros. La inflación llegó al [[17.9]]%.", language="es"),
    Example("Компания заплатила [[39.6]] млн евро.", language="ru"),
    Example("Le chômage a baissé de [[0.2]] pour cent et la dette de [[2.9]] milliards.", language="fr"),
    Example("Firma wyda na to [[1.25]] miliona złotych.", language="pl"),
    Example("A empresa custou [[12.50]]€ por ação.", language="pt"),
    Example("去年增长了[[3,5]]%，收入为[[1,2]]亿元。", language="zh"),
    Example("האינפלציה עלתה ב-[[3,5]]% בשנה שעברה.", language="he"),
    Example(
        "Цены выросли на [[7.5]]%, и люди недовольны этим. The rate of growth was 3.5% in the year that ended in June, "
        "and it is not clear what it will be in the year to come.\n\nВ мае было [[4.5]]%.",
        language="ru",
    ),
    Example("В январе [[3.5]]%, в марте 4.5%, в мае 5.5%, а потом спад.", language="ru"),
]
GOOD = [
    Example("Der Umsatz stieg um 4,5 Prozent und der Gewinn um 1.500 Prozent.", language="de"),
    Example("Der Umsatz stieg um 4.5 Prozent, die Miete um 3.5 Prozent.", language="de-CH"),
    Example("El 4,5 % llegó, y luego el 3.5 % y el 2.5 %.", language="es"),
    Example("Um 20.15 Uhr, am 3.5. und im Web 2.0 zählt § 8.1; es waren 4,5 Prozent.", language="de"),
    Example("Выпуск 3.5.1% и адрес 10.0.0.2% не числа. Их 4,5%.", language="ru"),
    Example("Матч начнется в 22.00 по московскому времени, версия 2.0 готова.", language="ru"),
    Example("去年增长了3.5%，收入为1.2亿元，共1,500万人。", language="zh"),
    Example("Enflasyon yüzde 9.6 oldu; 2.9 milyon varil ve %3.5 artış.", language="tr"),
    Example(
        "Министр говорил долго, и никто его не слушал до конца.\n\nThe rate of growth was 3.5% in the year that ended "
        "in June, and it is not clear what it will be in the year to come.",
        language="ru",
    ),
    "The rate was 3,5% and it cost 1,2 million euros.",
    Example("Tumaas ito nang 3.5% noong Mayo at 3,5% noong Hunyo.", language="tl"),
    Example("Es waren 4,5 Prozent. Das Web 2.0 zwei Jahre danach.", language="de"),
]

#: Languages with one mark in all countries and newspapers.
_ONE = frozenset(
    "be bg ca cs da el et fi fr gl he hi hr hu id is ja ko lt lv nl no pl pt ro ru sk sl sr sv th uk vi zh".split()
)
_MARKS = {"ja": ".", "zh": "."}
_DECIMAL = {
    mark: regex(rf"(?<![\d_A-Za-zÀ-ӿ.,:/'’+])\d{{1,3}}[{mark}]\d{{1,2}}(?![^\W_]*\d|[.,:/]\d)") for mark in (".", ",")
}
_SIGN = regex(r"[\s-]?(?:[€$£¥₽₴₹₺]|[万亿萬億만억])")
_WORD = regex(r"[\s-]([^\W\d_]{2,20})")
_MANY, _THOUSAND = 3, 1000


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the figure."""
    analysis = document.analysis
    language = analysis.expected
    known = calendar(language)
    mark = known.mark if known else _MARKS.get(language or "")
    if mark not in _DECIMAL:
        return
    other = "," if mark == "." else "."
    passages = [passage.spans for passage in analysis.passages]
    found = [
        (paragraph, one)
        for paragraph, one in analysis.search(_DECIMAL[other], other)
        if _amount(paragraph.text, one.end(), language)
        and not any(
            paragraph.index in spans and spans[paragraph.index][0] <= one.start() < spans[paragraph.index][1]
            for spans in passages
        )
    ]
    own = sum(1 for _ in analysis.search(_DECIMAL[mark], mark))
    if language not in _ONE and own < len(found):
        return
    for paragraph, one in found[:1] if not own and len(found) >= _MANY else found:
        name = "comma" if mark == "," else "point"
        message = f"{language_name(language)} writes decimals with a {name}: “{one.group()}”."
        yield paragraph.match(one.span(), message, one.group().replace(other, mark))


def _amount(text: str, end: int, language: str) -> bool:
    """Whether what stands behind a figure makes it an amount."""
    if PERCENT.match(text, end) or _SIGN.match(text, end):
        return True
    word, known = _WORD.match(text, end), numerals(language)
    if word is None or known is None:
        return False
    numeral = known.word(word.group(1).lower())
    return numeral is not None and numeral.value >= _THOUSAND
