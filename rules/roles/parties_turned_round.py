"""Who does it and to whom are turned round.

Why it happens: word order and case tell the parties apart in different ways in two languages, and in a headline hardly
anything does: `Borne reçoit les dockers`, "dockers receive Borne".

How it is found: a verb of some fifteen deeds is active on both sides; the name before it in the target has the word or
the ending of an object in the source (`向中国`, `중국에게`, `cho ông Ted Osius`), or the name behind it stands in the source
at the head of its clause, right before the verb.

What it leaves alone: sources in which anything may be a passive; names that a word of another kind stands beside.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.pairing import pairing
from mtqa.analysis.source.parties import turned
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="critical", since="0.4", needs=("source",))

BAD = [
    Example("[[China asks]] New Zealand for talks.", source="新西兰向中国提出磋商请求。", source_language="zh"),
]
GOOD = [
    Example("New Zealand asks China for talks.", source="新西兰向中国提出磋商请求。", source_language="zh"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Clauses of the target whose parties the source has the other way round."""
    for turn in turned(pairing(document.analysis, document.source_analysis)):
        does = "does it" if turn.acts else "has it done to it"
        message = f"In the source “{turn.who}” {does} (“{turn.written}”); here it is the other way round."
        yield turn.sentence.match(turn.first, turn.last, message, evidence={"source": turn.written})
