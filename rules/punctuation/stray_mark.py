"""A sign or mark stands where none can.

Why it happens: encodings half converted, marks of the source layout kept, engines that put in a mark too many.

How it is found: a sign of computing (`^ @ ~ | \\ ` = _`) at the end of a word with a space behind it; a mark,
apostrophe or hyphen right behind a word no clause can end on, such as `the` or `of`, the sentence going on in lower
case; `?`, `!` and `;` between two words people write side by side, where the sentence asks and exclaims nothing; an
apostrophe behind a word that is no plural, empty quotation marks, a comma that opens the text, a hyphen before a word
that no compound shares or behind a comma.

What it leaves alone: suspended hyphens (`pre- and post-war`), broken-off speech, addresses, formulas, passwords,
footnote signs, grades (`A+`), names with signs (`Yahoo!`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import ARTICLES, COMMON_PREPOSITIONS, FINITE_BE, FINITE_HAVE, SURE_DETERMINERS
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    measured=(
        "JFLEG 1 in learners' sentences, 0 in the corrected; DEMETR 37 damaged, 0 undamaged",
        "clean news and commentary: 1 in 112k words, the author's slip; newstest2020 2, both right",
    ),
)

BAD = [
    "In more than 40[[^]] years it never failed.",
    "He called Michigan[[@]] a dump.",
    "The door to[[?]] opening up is here.",
    "They set up a[[-]] fund for it.",
    "Lives have[[']] been lost in the[[;]] war.",
    "The price of[[!]] oil fell.",
    "They said the[[_]] man came, and it was[[.]] given to him.",
    "He missed four months on[[?]] the bench. He saw a wide range[[!]] of birds.",
    "He is a former[[?]] party leader. This is the main[[;]] reason for it.",
    "The fish is salted[[']] trout that is left to rest.",
    "The rocket, previously[[-]] launched, was a base for the crops.",
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
    "Is it a wide range? of course it is. Who would? not me. He asked, why? and left.",
    "The short- to medium-term plan, the low- and middle-income states, the mid- to late 1990s.",
    "He was goin' to sing with the ol' man. The workers' and peasants' state; the boss' car.",
    "'It is salted' was the answer. ‘It is good’ he said.",
    "They raise the'gold content' of it. The rules of: being there, and of: paying.",
    "It was late.\n\n, and so they left.",
    "The rules are: a. peace, b. war. It is in Annex a. and in Annex b.",
    "He likes two things; people and places. The answer is: yes. The vote (what else!) was won.",
    "That danger was lost sight of; it was even laughed at.",
    "One to four, in-house, and the to-do list.",
    "He asked what it needs (a rack or seat? a wide bell? an odd lamp? the wheel?). Nothing, she said.",
]

_SIGN = re.compile(r"[\^@~|\\`=_](?= [A-Za-z])")
#: A mark with a word in lower case behind it. One class of characters is found many times faster than look-behinds.
_MARK = re.compile(r"[?!;:.'’-](?= [a-z]{2})")
#: What goes on behind a hyphen that stands for the second half of a compound: pre- and post-war.
_SUSPENDED = re.compile(r" (?:and|or|to|an?|the|of)\b")
_COMPOUND = re.compile(r" (?:and|or|to|but|nor|versus|vs|as|than|through|rather|cum)\b")
_OPENING = re.compile(r", [a-z]")
_EMPTY = re.compile(r"(?<=[a-z] )(?:\"\"|“”)(?= [a-z])")
_COMMA_HYPHEN = re.compile(r"(?<=[a-z],)-(?= [a-z])")
_TITLE = 4  # words
_LONGEST = 5  # letters of the longest of these words
_OPEN = frozenset(
    "the a an of its their his our and or to from with into by at have has been be will would is are was were".split()
)
_ENDS = frozenset(("to", "at", "with", "by", "from", "is", "are", "was", "were", "be", "have", "has", "will", "would"))
_STOP = frozenset("the an of its their our into from is are was were been has and or".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the mark."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        for match in _SIGN.finditer(text):
            before = text[match.start() - 1 : match.start()]
            if not before.isalnum() and not (before and before in ",)" and match.group() in "^_"):
                continue
            around = text[max(0, match.start() - 30) : match.end() + 30]
            if around.count(match.group()) == 1:
                yield Match(paragraph.index, match.start(), match.end(), f"The sign “{match.group()}” is stray.", ("",))
        for match in _MARK.finditer(text):
            mark, at = match.group(), match.start()
            word = text[max(0, at - _LONGEST - 1) : at].rpartition(" ")[2]
            if word in _OPEN and _cannot_follow(text, at, word):
                message = f"“{mark}” cannot stand behind “{word}”."
            elif mark not in ":." and _parts(text, at):
                message = f"“{mark}” parts two words that belong together."
            else:
                continue
            yield Match(paragraph.index, at, match.end(), message, ("",))
        if not paragraph.index and _OPENING.match(text):
            yield Match(paragraph.index, 0, 1, "A text cannot begin with a comma.")
        if '""' in text or "“”" in text:
            for match in _EMPTY.finditer(text):
                yield Match(paragraph.index, match.start(), match.end(), "Nothing stands in the quotation marks.")
        if ",- " in text:
            for match in _COMMA_HYPHEN.finditer(text):
                yield Match(paragraph.index, match.start(), match.end(), "A hyphen cannot follow a comma.", ("",))


def _cannot_follow(text: str, at: int, word: str) -> bool:
    """Whether a mark cannot stand behind a word no clause ends on."""
    mark = text[at]
    if mark in ":.":
        return word in (SURE_DETERMINERS if mark == ":" else _STOP)
    if mark == ";" and word == "of":
        return False  # totally lost sight of; a thing well thought of;
    if mark in "?!;":
        return word not in _ENDS or (word == "to" and mark == "?" and _goes_on(text, at + 1))
    if mark in "'’":
        return not re.search(r"(?:^|[\s(])['‘’]\w", text[max(0, at - 80) : at])
    if word in ("and", "or", "to", "of") or _SUSPENDED.match(text, at + 1):
        return False
    return not set('“"‘') & set(text[max(0, at - 15) : at])


_WORD_BEFORE = re.compile(r"(?:^|[\s(])([A-Za-z][a-z]*(?:-[a-z]+)*)$")
_WORD_BEHIND = re.compile(r" ([a-z]+(?:-[a-z]+)*)")
_QUOTES = frozenset('"“”‘«»(')
#: What shows that a sentence does ask or exclaim, or that somebody speaks.
_ASKS = re.compile(
    r"\b(?:who|whom|whose|what|which|where|when|why|how|oh|ah|alas|hey|well|yes|no|wow|asked?|said|says|thought|wonder\w*)\b",
    re.IGNORECASE,
)
_NEXT = frozenset("i he she it we they you asked said says or and but not no yes maybe perhaps so then well of".split())
_INVERTED = re.compile(
    r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should|may|might|isn|aren|don|doesn|didn|won)\b",
    re.IGNORECASE,
)


def _parts(text: str, at: int) -> bool:
    """Whether a mark parts two words that nothing can part there."""
    if not text[at - 1 : at].islower() or (text[at] == "-" and _COMPOUND.match(text, at + 1)):
        return False
    start = max(text.rfind(". ", max(0, at - 300), at), text.rfind("? ", max(0, at - 300), at)) + 1
    head = text[max(start, at - 300) : at]
    if text[start - 1 : start] == "?" and head.lstrip()[:1].islower():
        return False  # one of several questions: (a rack? a bell? a lamp?)
    before, behind = _WORD_BEFORE.search(head), _WORD_BEHIND.match(text, at + 1)
    if before is None or behind is None or before[1].lower() in _OPEN or not _QUOTES.isdisjoint(head):
        return False
    one, two, mark = before[1], behind[1], text[at]
    if mark in "'’":
        lone = one.islower() and len(one) > 3 and one[-1] not in "sxz" and not one.endswith(("in", "an"))
        cut_off = not start and len(head.split()) < _TITLE  # 'Gut feeling' has a first mark that the title lost
        return (
            lone
            and not cut_off
            and bool(english().tags(one))
            and not re.search(r"(?:^|[\s(,])['‘’`]\w|['‘’]\w{3}", text[max(0, at - 600) : at])
        )
    if mark == "-":
        return len(one) > 3 and one.islower() and (one.endswith("ly") or two in _AFTER_HYPHEN) and head.count("- ") == 0
    if one[0].isupper() or len(head.split()) < 3:
        return False
    tied = english().pair(one, two)
    if mark == ";":
        if text.find(";") != at or text.find(";", at + 1) > 0 or ":" in head:
            return False
        classes, others = english().tags(one), english().tags(two)
        if classes[:1] == "J":
            return tied > 0 and others[:1] == "N"
        return tied > _TIED and classes[:1] == "N" == others[:1] and "V" not in others
    if _ASKS.search(head) or two in _NEXT - {"of" if mark == "!" and not text.startswith(" of course", at + 1) else ""}:
        return False
    end = re.compile(r"[.?!](?=\s|$)").search(text, at + 1)
    if end is None or end.group() != "." or _INVERTED.match(head.strip()):
        return False
    return tied > 0 or (mark == "?" and two in _AFTER_HYPHEN) or _described(one, two)


def _described(one: str, two: str) -> bool:
    """Whether the words are an adjective and its noun."""
    return english().tags(one)[:1] == "J" and english().tags(two)[:1] in ("N", "S")


_TIED = 16.0
_AFTER_HYPHEN = (COMMON_PREPOSITIONS - {"to"}) | ARTICLES | FINITE_BE | FINITE_HAVE | {"will", "would"}


def _goes_on(text: str, at: int) -> bool:
    """Whether the sentence goes on behind a mark with a word a new one hardly opens with."""
    following = re.match(r" (\w{1,30})", text[at : at + 32])
    return following is not None and following[1].endswith("ing")
