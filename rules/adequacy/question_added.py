"""The target asks what its source states.

Why it happens: the engine takes a statement for a question, because of a word that often opens one.

How it is found: the last sentence of the target begins with a form of `be`, `do`, `have` or a modal verb and ends with
a question mark; the source ends with a full stop, and has no question mark, interrogative or particle that asks.

What it leaves alone: questions with `who`, `how` and so on, which translators make of requests (`Please tell me how`);
questions behind a comma (`…, right?`); a question mark in a neighbour's source; questions in quotation marks.

In preview, because today's engines hardly do it: of a million words 0.9 (even half; odd half 0) in machine translation,
4 in human references, whose sources ask without a mark. Of DEMETR's 95 statements made questions it finds 56.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import MODALS, PRIMARY_AUXILIARIES
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="minor", status="preview", since="0.3", needs=("source",))

BAD = [
    Example("[[Is boating the national pastime in Finland?]]",
            source="Bootfahren ist die nationale Freizeitbeschäftigung in Finnland."),
    Example("[[Did Romanticism have a large element of it?]]", source="El romanticismo tenía gran parte de ello."),
    Example("[[But does he say that they sell faster?]]", source="Pero dice que se venden más rápido."),
    Example("He left. [[Has it raised doubts?]]", source="Hann fór. Það hefur vakið efasemdir."),
    Example("[[Will the talks go on?]]", source="会谈将继续。"),
]  # fmt: skip
GOOD = [
    Example("Is it late?", source="Ist es spät?"),
    Example("Is it late?", source="几点了呢。"),
    Example("How do I find it?", source="見つけ方を教えてください。"),
    Example("It is late, is it not?", source="Es ist spät."),
    Example("Boating is the national pastime.", source="Bootfahren ist die Freizeitbeschäftigung."),
    Example("Is it late?\n\nHe asked.", source="Es ist spät.\n\nFragte er?"),
    Example("Is it late?", source="Es ist spät"),
    Example("He asked: “Is it late?”", source="Er sagte, dass es spät ist."),
]  # fmt: skip

_STATES = regex(r"[.。।]\s*$")
_ASKS = regex("[?？؟;՞]|[吗呢么嗎何谁誰哪怎]|か[。」]|까|나요|क्या|\\b(?:m[ıiuü]|czy|ли|чи|est-ce|ob|si)\\b", re.I)
_ASKED = "|".join(sorted(PRIMARY_AUXILIARIES | MODALS))
_OPENS = regex(rf"(?:^|[.!?]\s)(?:(?:but|and|so|or|then),?\s)?(?:{_ASKED})\s[^.!?]{{4,400}}\?$", re.I)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the question."""
    for number, segment in enumerate(document.segments):
        target = segment.target.rstrip()
        if not _STATES.search((segment.source or "")[-40:]):
            continue
        found = _OPENS.search(target[-500:])
        near = document.segments[max(0, number - 1) : number + 2]
        if found is None or any(_ASKS.search(one.source or "") for one in near):
            continue
        text = found[0].lstrip(".!? ")
        yield Match(number, len(target) - len(text), len(target), "The target asks this; the source states it.")
