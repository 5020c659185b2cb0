"""A space stands before a comma, full stop or other closing mark.

Why it happens: the engine's tokens were not joined again, mostly next to brackets, quotation marks and numbers.

How it is found: a word, figure or closing mark, then white space, then `,` `;` `.` `?` `!` or `:` followed by a
space, a quotation mark or the end.

What it leaves alone: ellipses (`. . .`), decimals and names that begin with a point (`.5`, `.NET`), emoticons; the one
space of a story, where it stands behind a word at the end of a paragraph: web pages have it behind a link; and a text
that is tokenised throughout: there one finding says so instead of hundreds.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
)

BAD = [
    "The talks were long[[ ,]] but they ended well.",
    "He went to see the farm in the hills[[ .]]",
    "He went to see the farm[[ .]]\n\nIt was sold[[ ,]] he said.\n\nNobody lives there.",
    "The ministry (of trade)[[ ,]] said so on Monday.",
    "Who will pay for it[[ ?]] Nobody knows.",
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

_SPACED = re.compile(
    r"""(?<=[\w)\]"”%’])[ \u00a0]{1,3}
    (?: [,;.](?![\w.?!]|\s[.?!]|-?[()]) | [?!](?!["”?!]|\s[a-z]) | (?<=[a-z][ \u00a0]):(?![)(DP]) )
    (?=[\s"”)]|$)""",
    re.VERBOSE,
)
_MARK = re.compile(r"[,;.?!](?=\s|$)")
#: From this many on, and where they are the rule rather than the exception, the text is taken for tokenised;
#: where every mark has its space, from two on.
_MANY = 6


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag spaces before closing marks."""
    found = [
        (paragraph.index, match.start(), match.end(), match.group().strip())
        for paragraph in document.analysis.paragraphs
        for match in _SPACED.finditer(paragraph.text)
    ]
    if not found or (len(found) == 1 and _behind_link(document, found[0])):
        return
    message = "A space stands before “{}”."
    if len(found) > 1:
        marks = sum(len(_MARK.findall(paragraph.text)) for paragraph in document.analysis.paragraphs)
        if len(found) == marks or (len(found) >= _MANY and len(found) * 2 > marks):
            del found[1:]
            message = "The text is cut into tokens: a space stands before “{}” here and throughout."
    for segment, start, end, mark in found:
        yield Match(segment, start, end, message.format(mark), (mark,))


def _behind_link(document: Document, place: tuple[int, int, int, str]) -> bool:
    """Whether a place is a word's, at the end of one of several paragraphs."""
    segment, start, end, mark = place
    text = document.segments[segment].target
    return mark == "." and not text[end:].strip() and text[start - 1].isalpha() and len(document.segments) > 1
