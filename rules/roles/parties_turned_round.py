"""Who does it and to whom are turned round.

Why it happens: word order and case tell the parties apart in different ways in two languages, and in a headline hardly
anything does: `Borne reçoit les dockers`, "dockers receive Borne".

How it is found: a verb of some twenty deeds (thank, accuse, condemn, invade …) is active on both sides; the name before
it in the target has the word or the ending of an object in the source (`向中国`, `중국에게`, `cho ông Ted Osius`), or
the name behind it stands in the source at the head of its clause, right before the verb; or both parties stand round
the verb of the source, each in the other's place.

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
    Example("Russia [[condemned Poland]].", source="Польша осудила Россию.", source_language="ru"),
    Example("[[Italy accuses]] Malta.", source="马耳他指责意大利。", source_language="zh"),
    Example("[[Iran invaded]] Iraq in May.", source="غزت العراق إيران في مايو.", source_language="ar"),
    Example("[[Nepal has condemned]] India.", source="भारत ने नेपाल की निंदा की।", source_language="hi"),
    Example("[[Spain defeated]] Norway.", source="La Norvège a battu l'Espagne.", source_language="fr"),
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
    Example("Russia condemned Poland.", source="Польшу осудила Россия.", source_language="ru"),
    Example("Poland condemned Russia.", source="Россию осудила Польша.", source_language="ru"),
    Example("Cyprus accused Malta.", source="Η Κύπρος κατηγόρησε τη Μάλτα.", source_language="el"),
    Example("Poland defeated France.", source="את צרפת ניצחה פולין.", source_language="he"),
    Example("Russia condemned Poland.", source="Россия осудила Польшу.", source_language="ru"),
    Example("Iran invaded Iraq in May.", source="غزت إيران العراق في مايو.", source_language="ar"),
    Example("Spain defeated Norway's team.", source="La Norvège a battu l'Espagne B.", source_language="fr"),
    Example("Norway lost: Spain won.", source="L'Espagne a battu la Norvège.", source_language="fr"),
    Example("Italy accuses Malta.", source="意大利指责马耳他。", source_language="zh"),
    Example("Nepal has condemned India.", source="नेपाल ने भारत की निंदा की।", source_language="hi"),
    Example("China asks for talks.", source="中国提出磋商请求。", source_language="zh"),
    Example("The West fears Russian sanctions.", source="西方受对俄制裁影响。", source_language="zh"),
    Example("China was asked and asks too.", source="新西兰被中国请求。", source_language="zh"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Clauses of the target whose parties the source has the other way round."""
    for turn in turned(pairing(document.analysis, document.source_analysis)):
        does = "does it" if turn.acts else "has it done to it"
        message = f"In the source “{turn.who}” {does} (“{turn.written}”); here it is the other way round."
        yield turn.sentence.match(turn.first, turn.last, message, evidence={"source": turn.written})
