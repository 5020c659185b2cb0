"""An infinitive stands where the clause needs its verb: `believes that Japan and Russia to expand cooperation`.

Why it happens: the source does not mark the end of the subject, so the engine takes the verb for a purpose.

How it is found: a verb of saying or thinking, `that`, nothing but names joined by `and`, and `to` with a verb; or a
sentence that opens with two names and `to` with a verb and has its real verb later.

What it leaves alone: nouns that take an infinitive (`said that plans to build`), headlines (`Japan to build`),
`for Japan to`, `to date`, and names behind a verb or preposition.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="major", measured=("figures: docs/rules/garble.md",))

BAD = [
    "He believes that Japan and Russia [[to expand]] cooperation is in the interest of both.",
    "The agency said that Moscow [[to send]] more troops there.",
    "She thinks that Japan and the United States and Russia [[to strengthen]] their ties is meant well.",
    "The paper reported Spain and Italy [[to build]] a new fleet.",
    "Japan and Russia [[to hold]] talks is a good sign for the region, he wrote in the paper.",
]
GOOD = [
    "He believes that Japan and Russia are to expand cooperation.",
    "The agency said that plans to send more troops there were made.",
    "She asked Japan and Russia to expand cooperation.",
    "Japan and Russia to hold talks",
    "It is important for Japan and Russia to expand cooperation.",
    "He said that the decision by Moscow to send more troops was wrong.",
    "They believe that Smith, to name but one, was there.",
    "He wrote that Jones came to see him.",
    "He reported Smith to the police and said Paris to Berlin takes hours.",
]

_SAID = re.compile(r"[ZDVm](h?)((?:T?P+)(?:(?:C|,)T?P+){0,4})t(?=V)")
_OPENS = re.compile(r"^((?:T?P+)(?:CT?P+))t(?=V[^bvdMZDm]{0,30}[bZ])")
_OBJECTS = ("T", "J", "K", "H", "N", "S")
_VERBS = frozenset(
    "says said say believes believed believe thinks thought think states stated announced reported reports hopes hoped "
    "stressed pointed noted claims claimed wrote writes".split()
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag infinitives in place of finite verbs."""
    paragraphs = document.analysis.paragraphs
    for sentence, letters in document.analysis.tagging:
        if "tV" not in letters or not paragraphs[sentence.segment].running:
            continue
        tokens = sentence.tokens
        spots = [
            match.end() - 1
            for match in _SAID.finditer(letters)
            if tokens[match.start()].lower in _VERBS
            and (match[1] or letters[match.end() + 1 : match.end() + 2] in _OBJECTS)
        ]
        opens = _OPENS.match(letters)
        if opens and sentence.closed and "," not in letters[: opens.end()]:
            spots.append(opens.end() - 1)
        for i in spots:
            verb = tokens[i + 1]
            if verb.lower == "date":
                continue  # Ford to date had lost
            message = f"“to {verb.text}” stands where the clause needs its verb."
            yield Match(sentence.segment, tokens[i].start, verb.end, message)
