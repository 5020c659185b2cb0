"""Quotation marks hang on the wrong words: `the" Big Bang "theory`, `it is late, "said the mayor`.

Why it happens: the two sides of a straight mark look alike, and the engine's joining step glues the opening mark to
the word before it and the closing mark to the word behind it. Finnish and Swedish open a quotation with the mark that
closes it.

How it is found: a closing curly mark behind a space and right before a word. Else the marks of the document are
paired; of those left without a partner, two in one sentence with a few words between them, the first right behind a
word with a space after it, or the second right before a word with a space before it. Single marks: both of them so. A
mark behind a comma and a space that clings to a verb of saying with its speaker, or right behind such a verb and its
comma with a space after it.

What it leaves alone: two quotations with words between them (`"this" and "that"`), quotations that go on from a
segment before with words of saying in between, plural possessives (`the workers' rights`), elisions (`'cause`), curly
double marks, three marks in a segment, of which nobody can tell which belong together; quotations that begin with a
verb of saying (`he wrote, "she said no"`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.quotes import MARKS, Mark, strays
from mtqa.analysis.text import Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    since="0.2",
    signs=MARKS | {"'", "’"},
)

BAD = [
    'It carried out the[[" Five Major Upgrade "]]plan for the province.',
    "Netflix's[[' The Crown ']]series gets its first ratings.",
    'The street went from[[" soldier "]]to an army.',
    'The film[[" Good Night "]]opens in May.',
    'He joined the[[" deadly quartet"]], as it was called, in May.',
    'They filter words like [["human rights "]]when these appear in a title.',
    "He called it [[”]]ridiculous” and [[”]]pathetic”, and left.",
    'It was late and nobody was left in the hall,[[ "]]said the mayor of the town.',
    "The price of bread will not rise again this year,[[ ']]he said.",
    'The mayor wrote:[[" ]]It was late and nobody was left in the hall."',
    "The[[' big day ']]is here, and we went to the[[' punch card ']]planetarium.",
]
GOOD = [
    'Goods are sorted into "this" and "that" and "other".',
    "The workers' rights and the boys' house 'til May were lost 'cause of it.",
    'a great day" he said "and a long one", and left.',
    'It was a great day," he said. "We will come back."',
    'It grew by "work" and freedom" and so the "full growth" of all. They are free" who see that "all is lost.',
    "He likes rock 'n' roll and the '90s; his cats' names don't matter 'round here.",
    "“The film was great” and “the book was not” are both his.",
    "The change from 'soldier' to 'army' was made.",
    'A 5" by 6" card and a 27" screen were sold.',
    '"The bread can be "cut" or "sliced" as you like".',
    'It was the end of it" and "nobody knew".',
    '"That is what the mayor wrote," said the judge. "It is," he said.',
    'He wrote, "she said no," and left. In the end, "said" is the word; it has no "said it".',
    'The old church," which had become rich, came under "scrutiny. It was long.',
]

#: A single mark behind a word, one to five words, and the same mark before a word.
_SINGLE = regex(
    r"['’](?<=[^\W\d_].) (?:[^\W_][^\s\"“”,.;:!?()']{0,30}(?: [^\W_][^\s\"“”,.;:!?()']{0,30}){0,4}) "
    r"['’‘](?=[^\W\d_]{2})"
)
_SIGNS = ("' ", "’ ")
_STRAY_SINGLE = regex(r"'(?<=, ')(?=[a-z])")
#: Where a single mark is none of a turned pair: behind a quotation opened, a plural; before what is shortened.
_OPENED, _PLURAL = regex(r"(?:^|[\s(\"“])['‘]\w"), regex(r"(?<!['’])s$")
_SHORTENED = regex(r"(?:cause|til|em|bout|round|tis|twas|cos|cuz|neath|nuff|tween)\b", re.IGNORECASE)
#: A closing mark where a quotation opens.
_CLOSING = regex(r"(?<![^\s(\[—–-])”(?=[^\W_])")
_REACH = 200  # characters before a mark in which a single quotation may have been opened


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the two marks with the words between them."""
    analysis = document.analysis
    for pair in analysis.quotes.turned:
        paragraph = analysis.paragraphs[pair.open.segment]
        yield _match(paragraph, pair.open.start, pair.close.start + 1)
    for mark in analysis.quotes.strayed:
        yield _strayed(analysis.paragraphs[mark.segment], mark)
    for paragraph, found in analysis.search(_STRAY_SINGLE, ", '"):
        if strays(paragraph.text, found.start()):
            yield _strayed(paragraph, Mark(paragraph.index, found.start(), found.group(), "close"))
    for paragraph, found in analysis.search(_CLOSING, "”"):
        yield paragraph.match(found.span(), "The mark that opens a quotation is a closing one.", "“")
    for paragraph, found in analysis.search(_SINGLE, *_SIGNS):
        start, end = found.span()
        before = _SINGLE.sub("", paragraph.text[max(0, start - _REACH) : start])
        meant = _OPENED.search(before) or _PLURAL.search(before[-2:]) or _SHORTENED.match(paragraph.text, end)
        if not meant:
            yield _match(paragraph, start, end)


def _strayed(paragraph: Paragraph, mark: Mark) -> Match:
    """The mark with the space that it belongs on the other side of."""
    at = mark.start
    if mark.side == "open":
        message = f"The quotation mark {mark.text} clings to the words of saying before it; it opens what follows."
        return paragraph.match((at, at + 2), message, f" {mark.text}")
    message = f"The quotation mark {mark.text} clings to the words of saying behind it; it closes what was said."
    return paragraph.match((at - 1, at + 1), message, f"{mark.text} ")


def _match(paragraph: Paragraph, start: int, end: int) -> Match:
    text = paragraph.text
    words = text[start + 1 : end - 1].strip()
    before, behind = " " * (not text[start - 1].isspace()), " " * text[end : end + 1].isalnum()
    message = f"The quotation marks around “{words}” stand on the wrong side of the spaces."
    return paragraph.match((start, end), message, f"{before}{text[start]}{words}{text[end - 1]}{behind}")
