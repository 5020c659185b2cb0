"""Who does it and to whom are turned round.

Why it happens: word order and case tell the parties apart in different ways in two languages, and in a headline hardly
anything does: `Borne reçoit les dockers`, "dockers receive Borne".

How it is found: a verb of some fifteen deeds is active on both sides; the name before it in the target has the word or
the ending of an object in the source (`向中国`, `중국에게`, `cho ông Ted Osius`), or the name behind it stands
in the source at the head of its clause, right before the verb.

What it leaves alone: sources in which anything may be a passive; names that a word of another kind stands beside.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.pairing import pairing
from mtqa.analysis.source.parties import turned
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="critical", since="0.3", needs=("source",))

BAD = [
    Example("[[China asks]] New Zealand for talks.", source="新西兰向中国提出磋商请求。", source_language="zh"),
    Example(
        "US Ambassador Ted [[Osius will send]] a letter to the association.",
        source="Hiệp hội sẽ gửi thư cho Đại sứ Mỹ Ted Osius.",
        source_language="vi",
    ),
    Example(
        "Strike in Le Havre: dockers [[receive Borne]].",
        source="Grève au Havre : Borne reçoit les dockers.",
        source_language="fr",
    ),
    Example("[[Japan criticised]] the union.", source="組合は日本を批判した。", source_language="ja"),
    Example("[[Macron thanked]] the farmers.", source="Los agricultores agradecieron a Macron.", source_language="es"),
    Example("[[Russia warned]] the alliance.", source="동맹은 러시아를 경고했다.", source_language="ko"),
]
GOOD = [
    Example("New Zealand asks China for talks.", source="新西兰向中国提出磋商请求。", source_language="zh"),
    Example(
        "The association will send a letter to US Ambassador Ted Osius.",
        source="Hiệp hội sẽ gửi thư cho Đại sứ Mỹ Ted Osius.",
        source_language="vi",
    ),
    Example(
        "Strike in Le Havre: Borne receives dockers.",
        source="Grève au Havre : Borne reçoit les dockers.",
        source_language="fr",
    ),
    Example("The union criticised Japan.", source="組合は日本を批判した。", source_language="ja"),
    Example("Japan criticised the union.", source="組合は日本に批判された。", source_language="ja"),
    Example("Japan criticised the union.", source="日本は組合を批判した。", source_language="ja"),
    Example("The farmers thanked Macron.", source="Los agricultores agradecieron a Macron.", source_language="es"),
    Example("China asks for talks.", source="中国提出磋商请求。", source_language="zh"),
    Example("China was asked and asks too.", source="新西兰被中国请求。", source_language="zh"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Clauses of the target whose parties the source has the other way round."""
    for turn in turned(pairing(document.analysis, document.source_analysis)):
        does = "does it" if turn.acts else "has it done to it"
        message = f"In the source “{turn.who}” {does} (“{turn.written}”); here it is the other way round."
        yield turn.sentence.match(turn.first, turn.last, message, evidence={"source": turn.written})
