"""A number of the source has its digits in the target, but another size: ten, a thousand or a million times it.

Why it happens: Chinese, Japanese and Korean count by ten thousands (万, 억), India by lakh and crore, the long scale
calls a Milliarde what English calls a billion; and engines drop a `thousand`, or read a decimal comma as none.

How it is found: a figure with a scale word of its language (`4000万`, `250 ألف`, `1,2 млрд`), or with the decimal
mark or the groups of its language, is nowhere in the target; one with the same digits and another size is.

Languages: all whose words for magnitudes are known. Where the target is not in English, one in words is no finding.

What it leaves alone: languages whose words for magnitudes are not known; a target that gives the size anywhere;
numbers before a range that share the scale behind it (3 to 4 million); years and codes.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.matched import changes, compared, english
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",), languages=())

BAD = [
    Example(
        "Die Bank verlor [[3,4 Millionen]] Euro.",
        source="The bank lost 3.4 billion euros.",
        source_language="en",
        language="de",
    ),
    Example("The debt was [[199.8 billion]] dollars.", source="外债余额为19980亿美元。"),
    Example("He bought [[1.2 million]] shares.", source="他买了12万股。"),
    Example("Sales were [[35 million]] yuan.", source="销售额为3.5亿元。"),
    Example(
        "Barriers for trucks of more than [[35]] tonnes.",
        source="Sperren für Lastwagen über 3,5 Tonnen.",
        source_language="de",
    ),
    Example("The store holds [[250]] tons.", source="سعة المخزن ٢٥٠ ألف طن.", source_language="ar"),
    Example("It cost [[42 million]] pesos.", source="Costó 42.000 millones de pesos.", source_language="es"),
    Example("The strike costs [[3 billion]] euros.", source="La grève coûte 3 millions d'euros.", source_language="fr"),
    Example("The order is worth [[80 billion]] won.", source="수주액은 8천억원이다.", source_language="ko"),
    Example("It exported [[227]] tons.", source="227 bin ton ihraç etti.", source_language="tr"),
    Example("It was given [[5 million]] rupees.", source="उसे 5 करोड़ रुपये मिले।", source_language="hi"),
    Example("The project costs [[$1.9 million]].", source="Dự án trị giá 1,9 tỷ USD.", source_language="vi"),
]
GOOD = [
    Example("Es kostet 60 Cent.", source="It costs 0.60 euros.", source_language="en", language="de"),
    Example(
        "Film vrátil z devadesátimilionového rozpočtu jen 30 milionů dolarů.",
        source="The film made back just $30 million of its $90 million budget.",
        source_language="en",
        language="cs",
    ),
    Example("It costs 42.08 euros.", source="Es kostet 42,80 Euro.", source_language="de"),
    Example("The debt was 1.998 trillion dollars.", source="外债余额为19980亿美元。"),
    Example("The order is worth 733 billion won.", source="수주액은 7천330억원이다.", source_language="ko"),
    Example("It cost 42 billion pesos.", source="Costó 42.000 millones de pesos.", source_language="es"),
    Example("Profit was 1.2 billion euros.", source="Der Gewinn betrug 1,2 Milliarden Euro.", source_language="de"),
    Example("It cost 3 to 4 million yuan.", source="费用为300万至400万元。"),
    Example("It holds 120 tons.", source="દર વર્ષે ૧૨૦ હજાર ટન."),
    Example("Some 250,000 tons, 250 in each store.", source="٢٥٠ ألف طن، ٢٥٠ في كل مخزن.", source_language="ar"),
    Example("It was given 50 million rupees.", source="उसे 5 करोड़ रुपये मिले।", source_language="hi"),
    Example("Four trillion tomans were spent.", source="چهار هزار میلیارد تومان هزینه شد.", source_language="fa"),
    Example(
        "A thousand came; the sum was 1.5 million.",
        source="Пришла тысяча человек; сумма — 1,5 млн.",
        source_language="ru",
    ),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Figures of each segment, source against target."""
    known = document.analysis.expected == "en"
    for pair in compared(document.analysis, document.source_analysis):
        for change in changes(pair):
            if change.power and (known or change.target.written):
                shown, said = pair.shown(change.source), pair.said(change.target)
                much, many = ("large", change.power) if change.power > 0 else ("small", -change.power)
                times = f"{10**many:,} times too {much}" if many <= 6 else f"too {much}"
                better = (english(change.source.value, said, change.target),) if change.target.written else ()
                yield Match(
                    pair.paragraph.index,
                    change.target.start,
                    change.target.end,
                    f"The source says {shown}: {said} is {times}.",
                    better if known else (),
                    {"source": shown},
                )
