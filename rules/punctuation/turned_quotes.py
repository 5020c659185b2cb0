"""A pair of quotation marks hangs on the wrong words: `the" Big Bang "theory`.

Why it happens: the two sides of a straight mark look alike, and the engine's joining step glues the opening mark to
the word before it and the closing mark to the word behind it.

How it is found: a straight mark right behind a word with a space after it, one to five words, a space and the same
mark right before a word, where no quotation is open that the first could close and none is left open.

What it leaves alone: two quotations with words between them (`"this" and "that"`), quotations that go on from a
segment before with words of saying in between, plural possessives (`the workers' rights`), elisions
(`'cause`), curly double marks.
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
    since="0.2",
)

BAD = [
    'It carried out the[[" Five Major Upgrade "]]plan for the province.',
    "Netflix's[[' The Crown ']]series gets its first ratings.",
    'The street went from[[" soldier "]]to an army.',
    'The film[[" Good Night "]]opens in May.',
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
    'It was the end of it" and "nobody knew".',
]

_TURNED = re.compile(
    r"(?<=[^\W\d_])(?P<open>[\"'’]) (?P<words>[^\W_][^\s\"“”,.;:!?()']{0,30}(?: [^\W_][^\s\"“”,.;:!?()']{0,30}){0,4})"
    r" (?P<close>[\"'’‘])(?=(?P<behind>[^\W\d_]{2,12}))"
)
_SINGLE_OPENS = re.compile(r"(?:^|[\s(\"“])['‘]\w")
_SAYING = re.compile(
    r"\b(?:i|he|she|they|we|it|said|says|told|tells|asked|asks|adds?|added|writes|wrote)\b", re.IGNORECASE
)
#: What joins two quotations and opens or ends no name.
_LINKS = frozenset(
    "and or but to is are was were be of for as in with from by than not the a an which who that on at so has have had "
    "will would requires require says".split()
)
_ELIDED = frozenset("cause til em bout round tis twas cos cuz neath nuff tween".split())
#: What a turned pair cannot be without: cheaper to ask for than the pattern.
_SIGNS = (('" ', ' "'), ("' ", " '"), ("’ ", " ‘"), ("’ ", " ’"))
_REACH = 4_000  # characters before the first mark that are read
_MOST = 50


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the two marks with the words between them."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        if not any(opened in text and closed in text for opened, closed in _SIGNS):
            continue
        floor = 0  # behind the last turned pair or blank line
        for number, found in enumerate(_TURNED.finditer(text)):
            if number == _MOST:
                break
            double = found["open"] == '"'
            words = found["words"]
            if double != (found["close"] == '"') or _SAYING.search(words):
                continue
            parts = words.lower().split()
            if parts[-1] in _LINKS or (parts[0] in _LINKS and parts[0] != "the"):
                continue
            start = found.start()
            floor = max(floor, text.rfind("\n\n", floor, start))
            if start - floor > _REACH:
                continue  # which marks are open cannot be told
            before = text[floor:start]
            if double and (before.count('"') % 2 or text.count('"') % 2 or "“" in text or "”" in text):
                continue
            if not double and (
                _SINGLE_OPENS.search(before)
                or (before[-1:] == "s" and before[-2:-1] not in "'’")
                or found["behind"].lower() in _ELIDED
            ):
                continue
            floor = found.end()
            yield Match(
                paragraph.index, start, floor,
                f"The quotation marks around “{words}” stand on the wrong side of the spaces.",
                (f" {found['open']}{words}{found['close']} ",),
            )  # fmt: skip
