"""Somebody who does something in the source has it done to him in the target.

Why it happens: an engine that loses the object of a verb writes a passive: `Кожемяко поблагодарил главу РЖД`, "Kozhemyako
was thanked by the head".

How it is found: a verb of some fifteen deeds (thank, criticise, ask, accuse …) is in the passive in the target, and only
in the active in the source, where the subject of that passive stands right before it, or bare in a language whose verb
comes last; for `who was thanked`, where the relative pronoun stands right before it.

What it leaves alone: sources in which anything may be a passive; names with the ending or the word of an object.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.pairing import pairing
from mtqa.analysis.source.parties import passives
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="critical", since="0.4", needs=("source",))

BAD = [
    Example("The governor, Oleg [[Kozhemyako, was thanked by]] the head of the railways.", source="Губернатор Олег Кожемяко поблагодарил главу железных дорог.", source_language="ru"),
]
GOOD = [
    Example("The governor, Oleg Kozhemyako, thanked the head of the railways.", source="Губернатор Олег Кожемяко поблагодарил главу железных дорог.", source_language="ru"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Passives whose subject acts in the source."""
    for turn in passives(pairing(document.analysis, document.source_analysis)):
        message = f"In the source “{turn.who}” does it (“{turn.written}”); here it is done to “{turn.who}”."
        yield turn.sentence.match(turn.first, turn.last, message, evidence={"source": turn.written})
