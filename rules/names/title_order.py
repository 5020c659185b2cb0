"""A person's institute and office stand before the name as in Chinese, without a join.

Why it happens: Chinese puts institute, department, office and name in one row; word for
word this is `China Institute of …, director of the Institute of … Jiang Yuechun believes`.
How it is found: a sentence begins with an institute and a comma, then an office `of` something, then at once,
without a comma, a name and a verb of speaking.
What it leaves alone: the name first, a comma before the name, sentences whose institute has a verb.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import INSTITUTIONS
from mtqa.knowledge.verbs import REPORTING
from mtqa.rule import Rule

rule = Rule(
    category="locale-convention/name-format",
    severity="minor",
    measured=(
        "newstest2020: 0 in 520k words",
        "founding story: 1, right",
        "clean news and commentary: 0 in 112k words",
    ),
)

BAD = [
    "[[China Institute of Studies, director of the Institute of world economics Jiang Yuechun]] believes so.",
    "[[Peking University, professor of the School of Law Wang Ming]] said it was legal.",
    "[[The Ministry of Health, deputy head of the Bureau of Food Zhou Lin]] stressed safety.",
    "[[Shanghai Hospital, director of the Department of Surgery Li Wei]] told reporters.",
    "[[Chinese Academy of Sciences, researcher of the Institute of Physics Zhao Min]] pointed out an error.",
]
GOOD = [
    "Jiang Yuechun, director of the institute, believes so.",
    "At Peking University, director of studies Jane Doe said it was legal.",
    "The Ministry of Health, headed by John Smith, said so.",
    "Peking University, whose professor Wang Ming said so, is old.",
    "The University of Oxford, director of admissions aside, said nothing.",
    "FBI director James Comey said so.",
    "Peking University, director of the School of Law, Wang Ming, said it.",
    "The Bank of England, governor Mark Carney said, is independent.",
]

_BODIES = INSTITUTIONS | frozenset("bank company corporation group hospital station".split())
_OFFICES = frozenset(
    "director deputy president dean head professor researcher chairman vice secretary chief executive fellow member "
    "manager engineer expert analyst doctor spokesman assistant associate senior".split()
)
_SPEAK = REPORTING | frozenset("analysed analyzed considers holds indicated introduced".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Sentences that have an office after a comma, from their first word on."""
    for sentence, comma in document.analysis.find(","):
        tokens = sentence.tokens
        if not 1 < comma <= 12 or comma + 4 >= len(tokens) or tokens[comma + 1].lower not in _OFFICES:
            continue
        head = tokens[:comma]
        if any(t.kind not in ("word", "clitic") or t.text == "," for t in head) or not head[0].capitalised:
            continue
        if not any(t.lower in _BODIES for t in head) or any(english().tags(t.lower)[:1] in _VERBAL for t in head):
            continue
        if head[0].lower in _PREPOSITIONS:
            continue
        end = next((k for k in range(comma + 4, min(len(tokens), comma + 28)) if tokens[k].lower in _SPEAK), 0)
        row = tokens[comma + 1 : end]
        if end and all(t.kind == "word" for t in row) and "of" in [t.lower for t in row]:
            name = row[-2:]
            if len(row) > 4 and all(t.capitalised and t.space and t.lower not in _BODIES for t in name):
                person = " ".join(t.text for t in name)
                yield Match(
                    sentence.segment,
                    sentence.start,
                    row[-1].end,
                    f"The name comes last, as in Chinese: put “{person}” first and the office behind it in commas.",
                    evidence={"person": person},
                )


_VERBAL = frozenset("VZDM A".replace(" ", ""))
_PREPOSITIONS = frozenset("at in from for by with as on after before under since to of while when if although".split())
