"""A number of the source stands in the target as another number.

Why it happens: engines copy numbers piece by piece and lose, swap or double a piece (`42,80` becomes `42.08`), or
put a number they have often seen in the place of one they have not.

How it is found: every figure of source and target is read as a value, in digits and in words, with the marks, scales
and fractions of its language. A figure of the source that nothing in the target renders, and one of the target that
renders nothing of the source, are one that was changed where they differ by a digit or two, or where each is the only
one of its kind (a percentage, a year, a count) that is left over.

Languages: all. Numbers in words, and words for magnitudes (万, Milliarde, lakh), are known of twenty-nine; of the
others, only digits are compared.

What it leaves alone: numbers spelt out, rounded or cut (56.2324 and 56.2), in another scale, as a fraction or a word
(half, twice, a dozen, a decade), in other units (km and miles, weeks and days, degrees) or another currency, years
cut to two digits or counted by an era, times and dates (`adequacy/number-date`, `adequacy/number-time`), figures
beside letters (B-52), what the neighbouring segments hold, tables. The same digits in another size are
`adequacy/number-magnitude`.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.matched import changes, compared, english
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._money import converted

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.2", needs=("source",), languages=())

BAD = [
    Example("Profit rose by [[42.08 percent]].", source="Der Gewinn stieg um 42,80 Prozent.", source_language="de"),
    Example("It has [[1,543]] seats.", source="В нём 1 534 места.", source_language="ru"),
    Example("The bridge was opened in [[2003]].", source="Le pont a été ouvert en 2013.", source_language="fr"),
    Example(
        "Police said [[13]] people were killed.", source="Polisin açıklamasına göre 31 kişi öldü.", source_language="tr"
    ),
    Example("Prices fell by [[8%]].", source="Hinnat laskivat 5 prosenttia.", source_language="fi"),
    Example("The fire killed [[six]] people.", source="El incendio mató a nueve personas.", source_language="es"),
    Example("[[Twenty-seven]] ships came.", source="Приплыло тридцать пять кораблей.", source_language="ru"),
    Example("The [[15]] states formed a union.", source="独立戦争中に13州は連邦を作った。", source_language="ja"),
    Example("He won [[38]] medals.", source="वह अड़तालीस पदक जीता।", source_language="hi"),
    Example("[[19]] houses and 24 cars burnt.", source="احترق ثمانية عشر منزلا و٢٤ سيارة.", source_language="ar"),
    Example("It was founded in [[1998]].", source="该公司成立于二零零八年。", source_language="zh"),
    Example("It costs [[110]] dollars.", source="Es kostet 100 Dollar.", source_language="de"),
    Example("Es kostet [[42,08]] Euro.", source="It costs 42.80 euros.", source_language="en", language="de"),
    Example("Погибли [[тридцать пять]] человек.", source="Thirteen people died.", source_language="en", language="ru"),
    Example("该公司成立于[[1998]]年。", source="The company was founded in 2008.", source_language="en", language="zh"),
    Example(
        "L'entreprise emploie [[1 453]] personnes.",
        source="Die Firma beschäftigt 1543 Leute.",
        source_language="de",
        language="fr",
    ),
]
GOOD = [
    Example(
        "Wir stiegen 15 m hinauf und wogen 61,2 kg.",
        source="We rose 50ft and weighed 135 pounds.",
        source_language="en",
        language="de",
    ),
    Example(
        "Ils étaient vingt-deux, dont deux douzaines et demie de femmes.",
        source="There were 22, two dozen of them women.",
        source_language="en",
        language="fr",
    ),
    Example(
        "Es kostet 42,80 Euro und 1,2 Millionen.",
        source="It costs 42.80 euros and 1.2m.",
        source_language="en",
        language="de",
    ),
    Example(
        "Он заплатил 1 534 рубля за двадцать семь книг.",
        source="He paid 1,534 roubles for 27 books.",
        source_language="en",
        language="ru",
    ),
    Example("费用为3亿5000万元。", source="It cost 350 million yuan.", source_language="en", language="zh"),
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
    Example("It fell in the year before, but in 2014 it rose.", source="2013 fiel es, 2014 stieg es."),
    Example(
        "The 10 billion cubic metres are worth a large oil field.", source="100亿立方米相当于一个1000万吨级的大油田。"
    ),
    Example("Some millions saw the 3 games.", source="有300万人看了3场比赛。"),
    Example("Or, in the words of 2017, handmaidens.", source="Řečí 21. století: služebné."),
    Example("A trio of players left; both coaches stayed.", source="3 Spieler gingen, 2 Trainer blieben."),
    Example("Half of them came within a fortnight.", source="50 % d'entre eux sont venus en 14 jours."),
    Example("It walked two dozen blocks for three decades.", source="Przez 30 lat chodził 24 przecznice."),
    Example("Two thirds agreed.", source="三分之二的人同意，占66.7%。"),
    Example("The 19th century had 16,000 acres of it.", source="1800-luvulla sitä oli 6475 hehtaaria."),
    Example(
        "A ninety-minute flight took 63 people.",
        source="Puolentoista tunnin lennolla oli 63 ihmistä.",
        source_language="fi",
    ),
    Example("A 28-year-old Briton won.", source="Osmadvacetiletý Brit vyhrál.", source_language="cs"),
    Example("They grew it for four or five thousand years.", source="已有四五千年的栽培史。"),
    Example("Doctor Zhang and other three doctors came.", source="张欢等4位医生来了。", source_language="zh"),
    Example("Two hundred and seventy-two people were held.", source="Задержаны 272 человека.", source_language="ru"),
    Example("It opens at nine o'clock in the evening.", source="Það opnar klukkan 21 á kvöldin.", source_language="is"),
    Example("They met at eight at night.", source="Ils se sont vus à 20 h.", source_language="fr"),
    Example("It holds 2.2 trillion cubic feet of gas.", source="Il contient 63 milliards de mètres cubes de gaz."),
    Example("It came in the 31st minute.", source="C'était à la trente-et-unième minute.", source_language="fr"),
    Example("More than two dozen leaders are there.", source="दो दर्जन से ज्यादा नेता वहां हैं।", source_language="hi"),
    Example("It cost 3.5 million euros.", source="Es kostete 3,5 Milliarden Euro.", source_language="de"),
    Example("It costs 110 dollars.", source="Es kostet 100 Euro.", source_language="de"),
    Example("Two goals came from Miele.", source="Дубль оформил Мили (11-я и 45-я минуты)."),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Figures of each segment, source against target."""
    for pair in compared(document.analysis, document.source_analysis):
        for change in changes(pair):
            if not change.power and not converted(pair, change.target.start, change.target.end):
                shown, said = pair.shown(change.source), pair.said(change.target)
                better = (
                    english(change.source.value, said, change.target)
                    if change.target.written and document.analysis.expected == "en"
                    else ""
                )
                yield Match(
                    pair.paragraph.index,
                    change.target.start,
                    change.target.end,
                    f"The source says {shown}, the target {said}.",
                    (better,) if better else (),
                    {"source": shown},
                )
