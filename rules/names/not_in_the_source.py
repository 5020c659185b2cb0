"""A person stands in the target whom nothing in the source is called like.

Why it happens: engines complete what they know (`President` becomes President Barack Obama) or make a name up out of
pieces of words.

How it is found: a given name and a family name, a Chinese name, a name behind Mr or Mrs, or the family name of somebody
and the firm whom every newspaper knows, nothing but names; and no word of any source of the story is like either of
them, by copy or by sound, in any script whose letters are read.

What it leaves alone: everything else that a translator may add to help the reader: bodies, other firms, other family
names alone; sources in Japanese and Korean, where a name may be read in many ways; in Chinese, all but whom a table
knows by other characters.
Where a name of the source is missing at the same place, not-the-one-of-the-source says so; where another rule says what
is wrong with the name, this one gives way.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mtqa.analysis.source.added import people
from mtqa.analysis.source.pairing import pairing
from mtqa.analysis.source.twins import strange
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/addition", severity="major", since="0.3", needs=("source",))

BAD = [
    Example("President [[John Kerry]] does not want it.", source="El presidente no lo quiere.", source_language="es"),
    Example("[[Guenther Merl]] scored twice.", source="Der Stürmer traf zweimal.", source_language="de"),
    Example(
        "The queen met [[Grigor Dimitrov]] and opened the windows.",
        source="Королева открыла окна.",
        source_language="ru",
    ),
    Example("[[Liu Mingyang]] spoke to parents.", source="उन्होंने माता-पिता से बात की।", source_language="hi"),
    Example("Thank you, Mr [[Schroedter]].", source="Bedankt, meneer.", source_language="nl"),
    Example("Then [[Boeing]] wrote again.", source="Potom napsali znovu.", source_language="cs"),
    Example("[[Obama]] opened the bridge.", source="桥开通了。", source_language="zh"),
]
GOOD = [
    Example("President Karzai does not want it.", source="El presidente Karzai no lo quiere.", source_language="es"),
    Example("The American president does not want it.", source="El presidente no lo quiere.", source_language="es"),
    Example("The GDP and the WHO were named.", source="Se nombraron el PIB y la OMS.", source_language="es"),
    Example("Mr Netanyahu spoke first.", source="Zuerst sprach Netanjahu.", source_language="de"),
    Example("Lavrov met Shoigu.", source="Ławrow spotkał się z Szojgu.", source_language="pl"),
    Example("The taiga of Khakassia is large.", source="Хакасская тайга велика.", source_language="ru"),
    Example("Mihajlovic was away for months.", source="Mihajloviče měsíce neviděli.", source_language="cs"),
    Example("President John Kerry does not want it.", source="大統領は望まない。", source_language="ja"),
    Example("The equal of the Oscars.", source="आस्कर के समकक्ष।", source_language="hi"),
    Example("Saint Paul is old.", source="Svatý Pavel je starý.", source_language="cs"),
    Example("Obama opened the bridge.", source="奥巴马为大桥剪彩。", source_language="zh"),
    Example("The queen met Zemskowal.", source="Королева открыла окна.", source_language="ru"),
    Example("Grigor Dimitrov won.", source="Победил Григор Димитров.", source_language="ru"),
    Example("Liu Mingyang spoke.", source="लियू मिंगयांग ने बात की।", source_language="hi"),
    Example("The minister flew to Canada.", source="Der Minister flog nach Australien.", source_language="de"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """People of the target whom no source of the story names."""
    both = pairing(document.analysis, document.source_analysis)
    for span in (*strange(both), *people(both)):
        message = f"Nothing in the source is called “{span.text}”."
        yield replace(span.sentence.match(span.first, span.last, message), wide=True)
