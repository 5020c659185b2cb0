"""A number of the source is not in the target at all.

Why it happens: a piece of the sentence was dropped, and the number with it; or a list marker or a “No.” lost what
stood behind it.

How it is found: a number of two digits or more, written in digits in the source, is nowhere in the target: not in
digits, not in words, not in another scale or with other separators; and no number of the target stands in its place.

Languages: all, as far as figures in digits go.

What it leaves alone: days, months, years and times, which translators turn into “Tuesday”, “last year”, “noon”; hours
by the other clock (18.00 and 6 p.m.); years of an era (平成30年); round numbers (20, 300); numbers in words and
Roman ones; measures that are converted (miles, degrees, days to weeks); what stands beside letters (B-52, G20); numbers
the neighbouring segments hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.figures import Figure, significant
from mtqa.analysis.source.digits import western
from mtqa.analysis.source.matched import Compared, compared
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._size import whole

rule = Rule(category="accuracy/omission", severity="major", since="0.2", needs=("source",), languages=())

BAD = [
    Example("[[The painting shows people from her life.]]", source="壁画用358个人物再现了她的生平。"),
    Example("[[A ticket costs a few euros more.]]", source="Une carte coûte maintenant 12,50 euros de plus."),
    Example("[[“Interlocutor”, No.]]", source="«Собеседник», №23"),
    Example("[[The law was passed by the votes of the left.]]", source="Das Gesetz wurde mit 253 Stimmen angenommen."),
    Example("[[In 2014 the law was passed.]]", source="2014 wurde das Gesetz mit 53 Stimmen angenommen."),
    Example("[[It costs a few euros.]]", source="Es kostet 12.50 Euro."),
    Example("He left.\n\n[[It will compete with the others.]]", source="他走了。\n\n它将与其它13部影片角逐。"),
    Example(
        "[[Eine Karte kostet etwas mehr.]]",
        source="A ticket costs 12.50 euros more.",
        source_language="en",
        language="de",
    ),
]
GOOD = [
    Example(
        "За сутки умерло два человека.", source="Two died in a 24-hour period.", source_language="en", language="ru"
    ),
    Example("Twenty-three people came, a dozen of them women.", source="Пришли 23 человека, из них 12 женщин."),
    Example("He was born on Tuesday.", source="他于22日出生。"),
    Example("Last year it fell by a quarter.", source="2016 fiel es um 25 Prozent."),
    Example("The ambulance came.", source="120急救车来了。"),
    Example("The rate for two weeks fell.", source="14天利率下降。"),
    Example("It has 18,500 seats.", source="В нём 18 500 мест."),
    Example("It ran 35 miles.", source="Il a couru 56 km."),
    Example("Some hundreds came.", source="300 kamen."),
    Example("The scandal goes on.", source="К скандалу всё шло|03.01.2018"),
    Example("He came.\n\nThe 358 people stayed.", source="358人中有他。\n\n他们留下来了。"),
    Example("He stayed for a year and a half.", source="他待了18个月。"),
    Example("The ship leaves at 6 p.m. for Turku.", source="Laiva lähtee kello 18 Turkuun."),
    Example("It is open from ten in the morning to 9:30 in the evening.", source="Открыто с 10.00 до 21.30."),
    Example("The net failed at 9:52.", source="Tinklas sutriko 9.52 val."),
    Example("The bill is due on 5 September.", source="Laki tulee voimaan 5.9."),
    Example("The frigate sank in 1890.", source="軍艦は明治２３（１８９０）年に沈没した。"),
    Example("The law is of 1984 and was amended in 2018.", source="法律は昭和59年のもので、平成30年度に改正された。"),
    Example("He swam it in 3:04:38 over two days in May.", source="５月11、12の両日、３分４秒38で泳いだ。"),
    Example("A twelve-year-old boy called the police.", source="12-летний мальчик позвонил по номеру 112."),
    Example("Two thirds of the people were five feet eleven tall.", source="66.7%的人身高180厘米。"),
    Example("King Louis XVI fled.", source="루이 16세가 도망쳤다."),
    Example("He came after September 11.", source="Приехал он после 9.11."),
    Example("Call +44 7624 800 100.", source="Volejte +44 7624 800 100."),
    Example("Profit rose by 42.08 percent.", source="Der Gewinn stieg um 42,80 Prozent."),
    Example("The bombers came.", source="Die B-52 kamen."),
    Example("He left.\n\n", source="Er ging.\n\n358 Leute blieben."),
    Example("The ministers met in spring.", source="Министры встретились 14 марта."),
    Example("He has 112 and more friends.", source="Er hat 213 Freunde."),
    Example("He is over six feet tall.", source="Er ist 2,02 Meter groß."),
    Example("One or two things went wrong.", source="一两件事出了问题。", source_language="zh"),
    Example("The hall was rebuilt later.", source="L'édifice, classé en 1534, fut rebâti.", source_language="fr"),
]

#: Behind a number: parts of dates and times, measures that are converted, and marks that join it to more digits.
_TURNED = regex(
    r"[A-Za-z]|\s?(?:[日号月年点點時时分秒后後岁歳天周週里斤亩尺两吨平折년월일시분세살]|[（(]\d{4}[）)]\s?年|英[尺里]|개월|시간|"
    r"多?(?:个月|小时|公里|平方|公斤|千米|厘米|毫米|公分|公顷|英亩|平米|度|急救)|[かカヶケ]月|キロ|メートル|センチ|トン|킬로|미터|마일|㎞|の?両日|、\d{1,2}の?両?日|[:：]\s?\d|[/.–~～-]\d|[°º]|"
    r"(?:-?(?:й|я|е|ю|го|му|ой))?\s?(?:km|m|cm|kg|g|ha|m²|миль?|км|кг|м|га|метр\w*|дн\w*|день|дня|час\w*|лет|год\w*|г|"
    r"мин\w*|недел\w*|месяц\w*|век\w*|"
    r"[Mm][eè]t(?:er|re|ri|ro|ros|rů|riä)s?|Uhr|Jahre?n?|Tage?n?|Stunden?|Minuten|Monate?n?|Wochen|heures?|jours?|ans|"
    r"années?|mois|minutes|semaines|"
    r"-?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|miles?|feet|ft|foot|inch(?:es)?|yards?|pounds?|lbs?|mph|"
    r"acres?|gallons?|degrees?|stone)|"
    r"años?|días|horas|meses|minutos|semanas|anos?|dias|ore|giorni|anni|mesi|ч|h|min)\b)",
    re.IGNORECASE,
)
#: Before a number: what joins it to something longer.
_JOINED = regex(r"[A-Za-zА-яÀ-ÿ0-9.:：/#@_&=+–-]$|[秒双]|(?:令和|平成|昭和|大正|明治|民[国國])\s?$")
#: A date, a list, a year, a number to call in need (`110番通報`), a day (5.9.) or perhaps one (14 марта, 14. März).
_OTHERWISE = regex(
    r"(?:\d{1,2}(?:[.,]\d{1,2}){2,5}|\d{1,2}[.,]\d{1,2}[.,]\d{4}|\d{4}\.\d{1,2}\.\d{1,2}|\d,\d|(?:19|20)\d\d"
    r"|11[0289]|12[02]|911|999)(?![.,]?\d)"
    r"|(?:[1-9]|[12]\d|3[01])\.(?:[1-9]|1[0-2])\."
    r"|(?:[12]?\d|3[01])\.?\s(?:de\s)?[^\W\d_]{3,12}\b"
)
_TOLD = 4  # numbers that the message names


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Numbers of each segment, source against target."""
    for pair in compared(document.analysis, document.source_analysis):
        lost = [figure for figure in pair.lost if _due(pair, figure)]
        if not lost or pair.extra or not pair.paragraph.tokens:
            continue  # or another number stands in its place
        told = [pair.shown(figure) for figure in lost[:_TOLD]]
        message = f"The source has {', '.join(told)}; the target does not."
        yield Match(pair.paragraph.index, *whole(pair.paragraph.text), message, evidence={"source": [*told]})


def _due(pair: Compared, figure: Figure) -> bool:
    """Whether a number must be found in the target as such: it is no part of a date, a measure or something longer."""
    if len(significant(figure.value)) < 2 or figure.kind not in ("", "%"):
        return False
    source = western(pair.segment.text)
    joined = _JOINED.search(source, max(0, figure.start - 3), figure.start)
    return not (joined or _TURNED.match(source, figure.end) or _OTHERWISE.match(source, figure.start))
