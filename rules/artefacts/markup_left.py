"""Markup was left in the text: tags, entities, CDATA marks, codes of forums.

Why it happens: tags and entities pass through the engine and come out as text, often broken or torn apart by spaces.

How it is found: HTML tags by their names, whole, torn (`< / a >`) or escaped (`&lt;br&gt;`); character entities by
their names or numbers; comments, CDATA marks, codes of forums (`[/quote]`), attributes without their tag.

What it leaves alone: `<` and `&` as signs (`a < b`, `R&D`), tags in back quotes, in a paragraph that speaks of tags,
templates or code, or in a text about software. It runs on every target language: markup is of none.
"""

from collections.abc import Iterator
from html.entities import html5

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told

rule = Rule(category="design/markup", severity="major", languages=(), among=(told, "markup-left"))

BAD = [
    "The minister said[[&nbsp;]]that he will go.",
    "The talks ended.[[<br>]] He left.",
    "AT[[&amp;]]T sold its shares.",
    "[[</p>]] The talks ended.",
    'Write to [[< a href = "mailto:office@example.org" >]]the office[[< / a >]] before noon.',
    "The talks ended[[&#8230;]]",
    "He said[[& quot ;]]no[[& quot ;]] and left.",
    "The talks ended.[[&lt;/strong&gt;]]",
    "[[<!-- photo -->]] The talks ended.",
    "The minister[[&rsquo;]]s talks ended.",
    "The talks ended. [[href=“www.example.org”]]",
    "The minister[[&rsquo]] s talks ended.",
    "The talks [[amp;]] the vote ended.",
    "[[＜b＞]]The talks[[＜/b＞]] ended.",
    "The [[**talks **]] ended.",
    "[[![photo](talks.png)]]\n\nThe talks ended.",
]
GOOD = [
    "It holds that a < b and b > c; R&D costs rose.",
    "Sales rose by 5% since May, by 10 %, said AT&T.",
    "Write to him@example.org, or to @minister.",
    "Type `<br>` to see it.",
    "He <the minister> said so, and I <3 it.",
    "The <b> tag makes text bold; use <div>, not <table>, in HTML.",
    "The page &c; and the rest & so on; it was long.",
    "It lasted < 5 minutes, and p < 0.05 was found.",
    "The Q&A; the R&R; the B&B; all of it was fun.",
    "He works for Reed &Sons; she is a lawyer.",
    "The amp; the drums; the whole band: all was lost.",
]

_ENTITY = regex(r"&\s?([A-Za-z]{2,8}\d{0,2})\s?;")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each piece."""
    for mark in marks(document, "markup-left"):
        entity = _ENTITY.fullmatch(mark.text)
        if not entity or _is_entity(entity[1], mark.text):
            yield mark.match("“{}” is markup, not text.")


def _is_entity(name: str, piece: str) -> bool:
    """Whether HTML has a character of this name; a short one torn apart may be an abbreviation: `R & R;`."""
    return name + ";" in html5 and (" " not in piece or len(name) > 3 or name in ("lt", "gt", "amp"))
