"""A comma stands behind a verb of saying, and what was said follows without quotation marks.

Why it happens: Chinese sets a comma behind 说 and 表示 before what was said; the engine keeps it. English has `that`, nothing, or a
colon with quotation marks.

How it is found: near the start of a sentence a subject and `said`, `says`, `stated` or the like, a comma, and then a clause
of its own that begins with `if`, `the`, `it`, `we`, `although` and the like and runs to the full stop.

What it leaves alone: `as he said, the …`, an inserted `he said` (`the plan, he said, the …`), quotations, `that` further
on (`he said, if need be, that`), `what he said, the …`, and `needless to say, it`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="fluency/punctuation", severity="minor", measured=("figures: docs/rules/punctuation.md",))

BAD = [
    "Government insiders said[[,]] if the two sides talk to each other, it should be understood.",
    "The minister stated[[,]] the relations of the two countries have grown.",
    "The report says[[,]] although most bags are made of paper, many are not.",
    "He said[[,]] it will take ten years to build the bridge.",
    "Wang Yi noted[[,]] we will go on with our work in the region.",
]
GOOD = [
    "As the president said, the green hills are gold. It is, he said, the best of them.",
    "He said, if need be, that the army would come. What he said, the others did.",
    "The minister said, “If they talk, it will be understood.”",
    "Strange to say, it was late. That said, the plan is good. Having said, he left.",
    "He said, the story goes, no more.",
    "He left, they said, the next day. When he said, it was too late.",
    "She had her say, he said, the day before.",
    "He is, as she says, the best of men.",
    "Enough said, the plan is dead. He said, the minister that is, nothing at all.",
]

_VERBS = ("said", "says", "stated", "noted", "stressed", "believes", "believed", "added")
_CLAUSE = frozenset("if the it we they this he she there these although because when".split())
#: What is inserted behind `said` ends with a comma and leaves no verb: he said, the story goes, no more.
_INSERTED = re.compile(r"[^,]{1,8},")
_SUBJECT = re.compile(r"(?:R,)?(?:T?[JN]{0,3}(?:P{1,5}|[NSsw]{1,2})|O)R?")
_FINITE = re.compile(r"[bvMdZD]|m")
_FURTHEST = 12


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the comma."""
    for sentence, i in document.analysis.find(*_VERBS):
        tokens = sentence.tokens
        if not 0 < i <= _FURTHEST or i + 6 >= len(tokens) or tokens[i + 1].text != "," or tokens[-1].text != ".":
            continue
        clause = tokens[i + 2]
        if clause.lower not in _CLAUSE or tokens[0].lower in ("as", "enough", "that"):
            continue
        letters = document.analysis.letters(sentence)
        rest = letters[i + 2 :]
        if '"' in letters or not _SUBJECT.fullmatch(letters[:i]) or "h" in rest[:8] or not _FINITE.search(rest):
            continue
        if clause.lower not in ("if", "although", "because", "when") and _INSERTED.match(rest):
            continue
        comma = tokens[i + 1]
        message = f"No comma stands behind “{tokens[i].text}” before what was said; write “that”, or quotation marks."
        yield Match(sentence.segment, comma.start, comma.end, message, (" that",))
