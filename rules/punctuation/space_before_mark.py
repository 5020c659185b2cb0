"""A space stands before a comma, full stop or other closing mark.

Why it happens: the engine's tokens were not joined again, mostly next to brackets, quotation marks and numbers.

How it is found: a word, figure or closing mark, then white space, then `,` `;` `.` `?` `!` or `:` followed by a
space, a quotation mark or the end.

What it leaves alone: ellipses (`. . .`), decimals and names that begin with a point (`.5`, `.NET`), emoticons; the one
space of a story, where it stands behind a word at the end of a paragraph: web pages have it behind a link; and a text
that is tokenised throughout: there one finding says so instead of hundreds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mtqa.analysis.text import Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    fix="safe",
)

BAD = [
    "The talks were long[[ ,]] but they ended well.",
    "He went to see the farm in the hills[[ .]]",
    "He went to see the farm[[ .]]\n\nIt was sold[[ ,]] he said.\n\nNobody lives there.",
    "The ministry (of trade)[[ ,]] said so on Monday.",
    "Who will pay for it[[ ?]] Nobody knows.",
    "Nobody knows how it began.\n\nThe price of bread rose by 23 %[[ .]]",
    "They said[[ :]] it cannot be done in a year.",
    "He bought bread[[ ;]] she bought milk.",
]

GOOD = [
    "He waited . . . and left.",
    "The .NET framework has a .5 share.",
    "It was fun :) and she laughed :D at it.",
    "The talks were long, but they ended well.",
    "Use - , - and - as dashes.",
    "He said: “No.” She said: “Yes!”",
    "The ratio is 3 : 1, he said.",
    "The answer is “ ? ” in both cases.",
    "The lights were out, the office said on its page .\n\nThey came on at noon.",
]

_SPACED = regex(
    r"""(?<=[\w)\]"”%’])[ \u00a0]{1,3}
    (?: [,;.](?![\w.?!]|\s[.?!]|-?[()]) | [?!](?!["”?!]|\s[a-z]) | (?<=[a-z][ \u00a0]):(?![)(DP]) )
    (?=[\s"”)]|$)""",
    re.VERBOSE,
)
_LINKED = regex(r"[^\W\d_]\s\.\s*$")
_MARK = regex(r"[,;.?!](?=\s|$)")
_SIGNS = (" ,", " .", " ;", " ?", " !", " :", "\u00a0")
#: From this many on, and where they are the rule rather than the exception, the text is taken for tokenised;
#: where every mark has its space, from two on.
_MANY = 6

rule.only_on(signs=_SIGNS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag spaces before closing marks."""
    analysis = document.analysis
    found = list(analysis.search(_SPACED, *_SIGNS))
    rest: tuple[Match, ...] = ()
    message = "A space stands before “{}”."
    if len(found) == 1 < len(analysis.paragraphs):
        [(paragraph, match)] = found
        if _LINKED.search(paragraph.text, match.start() - 1):
            return
    elif found:
        marks = sum(1 for _ in analysis.search(_MARK))
        if len(found) == marks > 1 or (len(found) >= _MANY and len(found) * 2 > marks):
            rest = tuple(_match(paragraph, match, message) for paragraph, match in found[1:])
            del found[1:]
            message = "The text is cut into tokens: a space stands before “{}” here and throughout."
    for paragraph, match in found:
        yield replace(_match(paragraph, match, message), throughout=rest)


def _match(paragraph: Paragraph, match: re.Match[str], message: str) -> Match:
    mark = match.group().strip()
    return paragraph.match(match.span(), message.format(mark), mark)
