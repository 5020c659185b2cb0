"""A body that everybody knows is called something else: its name was put together from its words.

Why it happens: an engine that does not know the name of a ministry, bank or paper translates its words one by one
(`وزارت نیرو`: "force ministry" for the Ministry of Energy; `جامعة الدول العربية`: "University of Arab States").

How it is found: a table knows the body in the source, none of its English names stands in the target of the segment,
but one of the renderings the table has for it does; or, at about the same place, a phrase around a word for a body,
with words the right name does not have.

What it leaves alone: `the ministry` alone, phrases that are another body of the source, bodies the table does not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.pairing import pairing
from mtqa.analysis.source.twins import bodies
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",))

BAD = [
    Example("It was paid by [[micro-channel]].", source="用微信支付。", source_language="zh"),
    Example("In [[new state]], the law was passed.", source="新州通过了该法律。", source_language="zh"),
    Example("The [[force ministry]] gave no answer.", source="وزارت نیرو پاسخ نداد.", source_language="fa"),
    Example("The [[University of Arab States]] met.", source="اجتمعت جامعة الدول العربية.", source_language="ar"),
    Example("The [[National Daily]] reported it.", source="《民族日报》对此作了报道。", source_language="zh"),
    Example("The [[Industrial Bank]] sold it.", source="산업은행이 매각했다.", source_language="ko"),
    Example(
        "The [[Soil Products Office]] buys nuts.", source="Toprak Mahsulleri Ofisi fındık alıyor.", source_language="tr"
    ),
]
GOOD = [
    Example("The Energy Ministry gave no answer.", source="وزارت نیرو پاسخ نداد.", source_language="fa"),
    Example("The ministry gave no answer.", source="وزارت نیرو پاسخ نداد.", source_language="fa"),
    Example("The Arab League met.", source="اجتمعت جامعة الدول العربية.", source_language="ar"),
    Example(
        "The League of Arab States met in the American University.",
        source="اجتمعت جامعة الدول العربية في الجامعة الأمريكية.",
        source_language="ar",
    ),
    Example("The Daily Nation reported it.", source="《民族日报》对此作了报道。", source_language="zh"),
    Example("The KDB sold it.", source="산업은행이 매각했다.", source_language="ko"),
    Example("It sold it.", source="산업은행이 매각했다.", source_language="ko"),
    Example("The BBC said so to Kyodo News.", source="英国广播公司对共同社说。", source_language="zh"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Phrases that stand for a body which did not come by its name."""
    for span, name in bodies(pairing(document.analysis, document.source_analysis)):
        message = f"The source has “{name.text}”, in English {name.right}; “{span.text}” is no name of it."
        yield span.sentence.match(span.first, span.last, message, name.right, evidence={"source": name.text})
