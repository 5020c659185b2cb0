"""A sign or mark stands where none can.

Why it happens: encodings half converted, marks of the source layout kept, engines that put in a mark too many.

How it is found: a sign of computing (`^ @ ~ | \\ ` =`) at the end of a word with a space behind it; a question or
exclamation mark, semicolon, apostrophe or hyphen right behind a word no clause can end on, such as `the` or `of`.

What it leaves alone: suspended hyphens (`pre- and post-war`), broken-off speech, addresses, formulas, passwords,
footnote signs, grades (`A+`), names with signs (`Yahoo!`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    measured=(
        "JFLEG 1 in learners' sentences, 0 in the corrected; DEMETR 16 damaged, 0 undamaged",
        "clean news and commentary: 0 in 112k words; newstest2020 0",
    ),
)

BAD = [
    "In more than 40[[^]] years it never failed.",
    "He called Michigan[[@]] a dump.",
    "The door to[[?]] opening up is here.",
    "They set up a[[-]] fund for it.",
    "Lives have[[']] been lost in the[[;]] war.",
    "The price of[[!]] oil fell.",
]
GOOD = [
    "Pre- and post-war houses; two- or three-year plans.",
    "Write to me @ home or to a@example.org soon.",
    "He got an A+ and a B- for it; C++ and F# are languages.",
    "What is it for? it is for you. He asked what it was to! “be”.",
    "The boys' house and the workers' rights; rock 'n' roll.",
    "The sum 2^10 and x = y; about ~5 of them.",
    "“The-” he began, “a- a- man!”",
    "Which one is he in? asked she.",
    "That danger was lost sight of; it was even laughed at.",
    "One to four, in-house, and the to-do list.",
]

_SIGN = re.compile(r"[\^@~|\\`=](?= [A-Za-z])")
_MARK = re.compile(r"(?:[?!;]|-(?! (?:and|or|to|an?|the|of)\b)|['’])(?= [a-z]{2})")
_LONGEST = 5  # letters of the longest of these words
_OPEN = frozenset(
    "the a an of its their his our and or to from with into by at have has been be will would is are was were".split()
)
_ENDS = frozenset(("to", "at", "with", "by", "from", "is", "are", "was", "were", "be", "have", "has", "will", "would"))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the mark."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        for match in _SIGN.finditer(text):
            if not match.start() or not text[match.start() - 1].isalnum():
                continue
            around = text[max(0, match.start() - 30) : match.end() + 30]
            if around.count(match.group()) == 1:
                yield Match(paragraph.index, match.start(), match.end(), f"The sign “{match.group()}” is stray.", ("",))
        for match in _MARK.finditer(text):
            mark = match.group()
            word = text[max(0, match.start() - _LONGEST - 1) : match.start()].rpartition(" ")[2]
            if word not in _OPEN:
                continue
            if mark == ";" and word == "of":
                continue  # totally lost sight of; a thing well thought of;
            if mark in "?!;" and word in _ENDS and not (word == "to" and mark == "?" and _goes_on(text, match.end())):
                continue
            if mark in "'’" and re.search(r"(?:^|[\s(])['‘’]\w", text[max(0, match.start() - 80) : match.start()]):
                continue
            if mark == "-" and (
                word in ("and", "or", "to", "of") or set('“"‘') & set(text[max(0, match.start() - 15) : match.start()])
            ):
                continue
            yield Match(
                paragraph.index, match.start(), match.end(),
                f"“{mark}” cannot stand behind “{word}”.", ("",),
            )  # fmt: skip


def _goes_on(text: str, at: int) -> bool:
    """Whether the sentence goes on behind a mark with a word a new one hardly opens with."""
    following = re.match(r" (\w{1,30})", text[at : at + 32])
    return following is not None and following[1].endswith("ing")
