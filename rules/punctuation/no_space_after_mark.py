"""No space stands behind a comma, full stop, bracket or per cent sign.

Why it happens: Chinese and Japanese write no spaces, and the engine's joining step takes the marks of one word with
the other.

How it is found: two words joined by a comma, semicolon or closing bracket; two by a full stop or question mark, where
the second begins a sentence: a word that opens many, a capital behind a word in lower case (one that no list has, if
a word in lower case follows), a nationality; a per cent sign before a small word (`60%of`).

What it leaves alone: figures (`1,250`), web addresses and file names, abbreviations, `word(s)`, chemical and
mathematical terms, handles.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import NATIONALITIES
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
)

BAD = [
    "The talks were [[long,but]] they ended well.",
    "The talks were [[long.The]] ministers left.",
    "The attackers were [[killed.Marshall]] said so in the evening.",
    "They had to do [[something.Tomoyo]] believed in them and in the plan.",
    "So the site of the ministry [[reports.russian]] rail is late.",
    "They were late and [[tired.President]] Smith left the room.",
    "What room did they [[take?I]] do not know.",
    "They met in [[Paris;they]] left at noon.",
    "The ministry (of [[trade)said]] so.",
    "Sales rose in [[May,he]] said.",
    "The talks were ([[long,but]] good) over.",
    "He won more than 60[[%of]] the vote, and prices rose by 6[[%to]] 7%.",
]

GOOD = [
    "He paid 1,250.50 to Booking.com and to Acme.The.",
    "The file is called report.The, and the site is www.example.org.",
    "The person(s) in (re)construction and un(der)paid work.",
    "He works in the U.S. and the U.K., i.e. abroad.",
    "The ratio f(x)dx is an integral.",
    "The tuple (a,b) has x,y as its parts.",
    "They said no, and left. It was late; so be it.",
    "The service Visit.Britain helps firms.",
    "It is kept in core.Xfun (y) and logs.Xtbl, and in word.Xml. They met in Paris.Xavier came too.",
    "Node.js and ASP.NET are names.",
    "Ask the authors (Qiu,Zhao and others) for the value of user.name in this file.",
]

_MARK = regex(r"[,;)](?=[^\W\d_]{2})|[.?!](?=[^\W\d_])")
_BEFORE = regex(r"(?<![\w./@:-])[^\W\d_]{2,24}$")
_BEHIND = regex(r"[^\W\d_]{1,24}(?![\w/@(-]|\.\w)")
_PERCENT = regex(r"(?<=\d)%(?:of|to|and|in|for|by|from|at|on|the|or|over|as|with|than|is|was|were|are|through)\b")
_GOES_ON = regex(r" [a-z]{2}")
_OPEN = regex(r"\([^ (]{0,10}$")  # re(de)sign, word(s)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the two words with the mark between them."""
    for paragraph, found in document.analysis.search(_MARK):
        text, at, mark = paragraph.text, found.start(), found.group()
        left, right = _BEFORE.search(text, max(0, at - 26), at), _BEHIND.match(text, at + 1)
        if left is None or right is None or not english().tags(left.group().lower()):
            continue
        one, two = left.group(), right.group()
        if not english().tags(two.lower()) and not _GOES_ON.match(text, right.end()):
            continue
        inside = mark == ")" and _OPEN.search(text, max(0, left.start() - 12), left.start())
        after = text[right.end() : right.end() + 1]
        capital = two.istitle() or two.title() in NATIONALITIES
        begins = after not in (".", ",") if two in STARTERS else one.islower() and capital
        if len(one) > 2 and begins if mark in ".?!" else not inside and len(one + two) > 4:
            message = f"A space is missing behind “{mark}”."
            yield paragraph.match((left.start(), right.end()), message, f"{one}{mark} {two}")
    for paragraph, found in document.analysis.search(_PERCENT, "%"):
        yield paragraph.match(found.span(), "A space is missing behind “%”.", found[0].replace("%", "% "))
