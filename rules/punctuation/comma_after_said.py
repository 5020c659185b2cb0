"""A comma stands between a verb of saying and what was said, with no quotation marks.

Why it happens: Chinese sets a comma behind 说 and 表示 before what was said, and the engine keeps it, behind the verb
or behind `that`. English has `that`, nothing, or a colon with quotation marks.

How it is found: near the start of a sentence a subject and `said`, `says`, `stated` or the like, a comma, and a clause
of its own that begins with `if`, `the`, `it`, `we`, `although` and the like and runs to the full stop; and `said
that,` or `pointed out that,` before a subject, where no second comma closes an insertion.

What it leaves alone: `as he said, the …`, an inserted `he said` (`the plan, he said, the …`), quotations, `that`
further on (`he said, if need be, that`), `said that, in the end, it`, `what he said, the …`, `needless to say, it`,
and clauses of their own (`having said that, we`, `when he said that, the room fell silent`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.verbs import REPORTING
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation", severity="minor", since="0.2", measured=("figures: docs/rules/punctuation.md",)
)

BAD = [
    "Government insiders said[[,]] if the two sides talk to each other, it should be understood.",
    "The minister stated[[,]] the relations of the two countries have grown.",
    "The report says[[,]] although most bags are made of paper, many are not.",
    "He said[[,]] it will take ten years to build the bridge.",
    "Experts pointed out that[[,]] the price of soybeans has gone up.",
    "The farm owner Silva said[[,]] we are not afraid of the trade war.",
    "Wang Yi noted[[,]] we will go on with our work in the region.",
]
GOOD = [
    "As the president said, the green hills are gold. It is, he said, the best of them.",
    "He said, if need be, that the army would come. What he said, the others did.",
    "The minister said, “If they talk, it will be understood.”",
    "Strange to say, it was late. That said, the plan is good. Having said, he left.",
    "He said, the story goes, no more.",
    "He said that, in the end, it was late. He said that, the plan being bad, he left.",
    "They pointed out that, when asked, he left. He believes that, and the rest follows.",
    "He left, they said, the next day. When he said, it was too late.",
    "She had her say, he said, the day before.",
    "He is, as she says, the best of men.",
    "Having said that, we loved it. When she said that, the room fell silent.",
    "If the minister said that, it was a joke. Whoever said that, the blame is his.",
    "Enough said, the plan is dead. He said, the minister that is, nothing at all.",
]

_VERBS = ("said", "says", "stated", "noted", "stressed", "believes", "believed", "added")
_CLAUSE = frozenset("if the it we they this he she there these although because when".split())
#: What is inserted behind `said` ends with a comma and leaves no verb: he said, the story goes, no more.
_INSERTED = re.compile(r"[^,]{1,8},")
_SUBJECT = re.compile(r"(?:R,)?(?:T?[JNPw]{0,3}(?:P{1,5}|[NSsw]{1,2})|O)R?")
_FINITE = re.compile(r"[bvMdZD]|m")
_FURTHEST = 12
#: What makes the words up to the comma a clause that hangs on the next.
_CLAUSES = frozenset(
    "having when if after once since as because although though before while until unless whenever whoever who what "
    "whatever".split()
)
_SAYING = REPORTING | {"out"}
_THAT = re.compile(r"h,(?:O|T?[JNPSUw']{1,6})(?:I[TJNSPUw']{1,6})?R?[bvMdZD][^,\"]*\.")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the comma."""
    for sentence, i in document.analysis.find(*_VERBS):
        tokens = sentence.tokens
        if (
            not 0 < i <= _FURTHEST
            or i + 6 >= len(tokens)
            or tokens[i + 1].text != ","
            or "." not in (tokens[-1].text, tokens[-2].text)
        ):
            continue
        clause = tokens[i + 2]
        if clause.lower not in _CLAUSE or tokens[0].lower in ("as", "enough", "that"):
            continue
        letters = document.analysis.letters(sentence)
        rest = letters[i + 2 :]
        if (
            '"' in letters[: i + 3]
            or not _SUBJECT.fullmatch(letters[:i])
            or "h" in rest[:8]
            or not _FINITE.search(rest)
        ):
            continue
        if clause.lower not in ("if", "although", "because", "when") and _INSERTED.match(rest):
            continue
        yield _match(sentence, i + 1)
    for sentence, i in document.analysis.find("that"):
        tokens = sentence.tokens
        if 1 < i < len(tokens) - 5 and tokens[i + 1].text == "," and tokens[i - 1].lower in _SAYING:
            if any(token.lower in _CLAUSES for token in tokens[:i]):
                continue  # having said that, we; when he said that, the room
            match = _THAT.match(document.analysis.letters(sentence), i)
            if match and tokens[i + 2].lower not in ("and", "or", "but", "he", "she", "they", "at", "last", "not"):
                yield _match(sentence, i + 1)


def _match(sentence: Sentence, comma: int) -> Match:
    before, mark = sentence.tokens[comma - 1], sentence.tokens[comma]
    if before.lower == "that":
        return Match(sentence.segment, mark.start, mark.end, "No comma stands between “that” and its clause.", ("",))
    message = f"No comma stands behind “{before.text}” before what was said; write “that”, or quotation marks."
    return Match(sentence.segment, mark.start, mark.end, message, (" that",))
