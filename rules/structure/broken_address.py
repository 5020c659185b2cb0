"""A web address is torn apart by spaces: `https: / / example.org / talks`.

Why it happens: the engine takes the marks of an address for punctuation and sets them as its own.

How it is found: `http` or `https`, a colon and two slashes with a space among them; `www` with a space before or
behind its dot and another dotted part after it.

What it leaves alone: whole addresses, `http` spoken of, alternatives (`and / or`), `www.` at the end of a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told

rule = Rule(category="fluency/typography", severity="minor", since="0.2", among=(told, "broken-address"))

BAD = [
    "My work is at [[https: / / example.org / work _ and _ play]] as you know.",
    "See [[http: //example.org/en]] for more.",
    "See [[www. example. org]] for more.",
    "See [[www .example.org]] for more.",
    "[[https:/ /example.org]] has it.",
]
GOOD = [
    "See https://example.org/work or http://example.org/?a=b for more.",
    "The web uses http: // and / or are marks.",
    "Write www. Then write the name and a dot. It is easy.",
    "See www.example.org. It has more.",
    "Men and / or women may write to Brian / Olivia.",
    "He typed https and then a colon, two slashes / / and the name.",
    "The site www.example.org / news is down, and so is http://example.org.",
    "See www.example.org. the rest is there.",
    "See www.example.org. e.g. the news.",
    "The scheme is https: the slashes follow.",
]


_WHOLE = regex(r"(?:https?://|www\.)\S")
_FULL_STOP = regex(r"\.\s+[A-Z].*", re.DOTALL)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the address as far as it goes."""
    for mark in marks(document, "broken-address", in_code=True):
        address = _FULL_STOP.sub("", mark.text)
        if "." in address.partition(" ")[2] and not _WHOLE.match(address):
            message = "Spaces tear this web address apart."
            end = mark.start + len(address)
            yield Match(mark.paragraph.index, mark.start, end, message, (address.replace(" ", ""),))
