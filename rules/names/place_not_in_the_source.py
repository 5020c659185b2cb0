"""A state, a people, a faith or a large town stands in the target, and nothing in the source is it.

Why it happens: engines fill a place with a name they met more often, and small ones write what their training texts
went on with: `Republic of Indonesia` behind every Republic.

How it is found: the state, nationality or town is in no source of the story: not by table, not by copy or sound, no
word begins like it or like what its people are called in the languages of Europe; of a state, no town either.

What it leaves alone: the state at home, which a translator may add for readers abroad; names of languages that stand
alone; what is a part of another name (British Columbia); Chinese, where one character may be a state, and languages
whose words for states the tables know less well. Where a name of the source is missing at the same place,
not-the-one-of-the-source says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.added import places
from mtqa.analysis.source.pairing import pairing
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/addition", severity="major", since="0.3", needs=("source",))

BAD = [
    Example("The [[Brazilian]] minister praised the plan.", source="Ministr plán pochválil.", source_language="cs"),
    Example("Prices in [[Kenya]] rose again.", source="Opłaty znowu wzrosły.", source_language="pl"),
    Example("It was built in [[Osaka]] in May.", source="Postavili to v květnu.", source_language="cs"),
    Example("The ministry of [[Indonesia]] agreed.", source="मंत्रालय ने सहमति दी।", source_language="hi"),
    Example("The shop in [[Denver]] closed.", source="Магазин закрылся.", source_language="ru"),
    Example("The [[Catholic]] office is closed.", source="Die Post ist zu.", source_language="de"),
    Example("The [[Finnish]] companies left.", source="Les entreprises sont parties.", source_language="fr"),
]
GOOD = [
    Example("The Republican governor spoke.", source="Губернатор выступил.", source_language="ru"),
    Example("The German minister praised it.", source="Německý ministr to pochválil.", source_language="cs"),
    Example("The British have a lot to say.", source="Les britanniques ont beaucoup à dire.", source_language="fr"),
    Example("Russians want to play.", source="Rusové chtějí hrát.", source_language="cs"),
    Example("Prices in Poland rose again.", source="Opłaty znowu wzrosły.", source_language="pl"),
    Example("She spoke Finnish to them.", source="Elle leur parla dans sa langue.", source_language="fr"),
    Example("He lives in British Columbia.", source="Il vit sur la côte ouest.", source_language="fr"),
    Example("The German town is old.", source="La ville de Wiesbaden est ancienne.", source_language="fr"),
    Example("It was built in Kenya in May.", source="它是五月建成的。", source_language="zh"),
    Example("In Donetsk it is late.", source="V doněckém regionu je pozdě.", source_language="cs"),
    Example("The Brazilian minister praised it.", source="Sinabi ng ministro.", source_language="tl"),
    Example("George praised it.", source="Ministr to pochválil.", source_language="cs"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """States, peoples, faiths and towns of the target that no source of the story has."""
    for span in places(pairing(document.analysis, document.source_analysis)):
        yield span.sentence.match(span.first, span.last, f"Nothing in the source is “{span.text}”.")
