"""A sign or mark stands where none can.

Why it happens: encodings half converted, marks of the source layout kept, engines that put in a mark too many.

How it is found: a sign of computing (`^ @ ~ | \\ ` = _`) at the end of a word with a space behind it; a mark,
apostrophe or hyphen right behind a word no clause can end on, such as `the` or `of`, the sentence going on in lower
case; empty quotation marks, a comma that opens the text, a hyphen behind a comma, a bracket that opens before a mark.

What it leaves alone: suspended hyphens (`pre- and post-war`), broken-off speech, single quotation marks, addresses,
formulas, passwords, footnote signs, grades (`A+`), names with signs (`Yahoo!`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import COMMON_PREPOSITIONS, FINITE_BE, HAVE, SURE_DETERMINERS, SURE_PREPOSITIONS
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="fluency/punctuation", severity="minor", registers=("news",))

BAD = [
    "In more than 40[[^]] years it never failed.",
    "He called Michigan[[@]] a dump.",
    "They set up a[[-]] fund for it.",
    "Lives have[[']] been lost in the[[;]] war.",
    "The price of[[!]] oil fell.",
    "The towns of the north [[(]], Lille and Arras, are cut off 54-67 [[(]].",
    "They said the[[_]] man came, and it was[[.]] given to him.",
    "They took the[[:]] photograph in one of the rooms.",
    "[[,]] who is also a member of the board, left.",
    'They gave an interview with [[""]] in May.',
    "In many cases,[[-]] the course can help.",
]
GOOD = [
    "Pre- and post-war houses; two- or three-year plans.",
    "Write to me @ home or to a@example.org soon.",
    "He got an A+ and a B- for it; C++ and F# are languages.",
    "What is it for? it is for you. He asked what it was to! “be”.",
    "The boys' house and the workers' rights; rock 'n' roll.",
    "Golden handshake' banker to leave after all",
    "The sum 2^10 and x = y; about ~5 of them.",
    "“The-” he began, “a- a- man!”",
    "Which one is he in? asked she.",
    "Yahoo! shares fell; Jeopardy! host leaves. Oh what a day! of all days, that one!",
    "The short- to medium-term plan, the low- and middle-income states, the mid- to late 1990s.",
    "He was goin' to sing with the ol' man. The workers' and peasants' state; the boss' car.",
    "'It is salted' was the answer. ‘It is good’ he said.",
    "They raise the'gold content' of it. The rules of: being there, and of: paying.",
    "It was late.\n\n, and so they left.",
    "The rules are: a. peace, b. war. It is in Annex a. and in Annex b.",
    "He likes two things; people and places. The answer is: yes. The vote (what else!) was won.",
    "That danger was lost sight of; it was even laughed at.",
    "It is good news (...) and he left (:-) in a hurry (;_;) at noon (.5 miles).",
    "One to four, in-house, and the to-do list.",
]

_SIGN = regex(r"(?:[@~|\\`=](?<=\w.)|[\^_](?<=[\w,)].))(?= [A-Za-z])")
#: A mark with a word in lower case behind it.
_MARK = regex(r"[?!;:.'’-](?= [a-z]{2})")
_OTHER = regex(r"(?:\"\"|“”)(?<=[a-z] ..)(?= [a-z])|-(?<=[a-z],-)(?= [a-z])|\((?=\s?[,.;:](?![.\w_)-]))")
_COMMA = regex(", [a-z]")
_OTHERS = {
    "-": "A hyphen cannot follow a comma.",
    "(": "A bracket cannot open before a mark.",
}

_NEVER = (SURE_DETERMINERS - {"my", "your", "every"}) | {"and", "or"}
_HANGING = _NEVER | FINITE_BE | HAVE | (COMMON_PREPOSITIONS - {"for", "in", "on"}) | {"be", "been", "would"}
#: The words behind which each mark cannot stand: a question may end on `to`, a compound go on behind `to-`.
_BEHIND = {
    **dict.fromkeys("?!", _NEVER | {"of"}),
    ";": _NEVER,
    ":": SURE_DETERMINERS,
    ".": (_NEVER - {"a"}) | FINITE_BE | SURE_PREPOSITIONS | {"been", "has"},
    **dict.fromkeys("'’", _HANGING),
    "-": _HANGING - {"and", "or", "to", "of"},
}
#: Where an apostrophe may end a quotation, and a hyphen break off speech or leave out half of a compound.
_QUOTED = regex(r"(?:^|[\s(])['‘’]\w")
_BROKEN = regex(r"[“\"‘]")
_SUSPENDED = regex(r" (?:and|or|to|an?|the|of)\b")
_FAR, _NEAR, _LONGEST = 80, 15, 6  # characters looked back over; of the longest such word with the space before it


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the mark."""
    analysis = document.analysis
    for paragraph, found in analysis.search(_SIGN, *"@~|\\`=^_"):
        if paragraph.text.count(found.group(), max(0, found.start() - 30), found.end() + 30) == 1:
            yield paragraph.match(found.span(), f"The sign “{found.group()}” is stray.", "")
    for paragraph, found in analysis.search(_MARK):
        text, mark, at = paragraph.text, found.group(), found.start()
        word = text[max(0, at - _LONGEST) : at].rpartition(" ")[2]
        if word in _BEHIND[mark] and not _meant(text, mark, at):
            yield paragraph.match(found.span(), f"“{mark}” cannot stand behind “{word}”.", "")
    for paragraph, found in analysis.search(_OTHER, '""', "“”", ",-", "("):
        mark = found.group()
        message = _OTHERS.get(mark, "Nothing stands in the quotation marks.")
        yield paragraph.match(found.span(), message, *[""] * (mark == "-"))
    for paragraph in analysis.paragraphs[:1]:
        if _COMMA.match(paragraph.text):
            yield paragraph.match((0, 1), "A text cannot begin with a comma.")


def _meant(text: str, mark: str, at: int) -> bool:
    """Whether a hyphen breaks speech off or leaves out half of a compound; whether the mark closes a quotation."""
    if mark == "-":
        return bool(_SUSPENDED.match(text, at + 1) or _BROKEN.search(text, max(0, at - _NEAR), at))
    return _QUOTED.search(text, max(0, at - _FAR), at) is not None
