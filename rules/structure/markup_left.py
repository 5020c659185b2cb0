"""Markup, a placeholder or a token of the engine was left in the text.

Why it happens: tags and entities pass through the engine and come out broken; placeholders are not filled in again;
subword and unknown-word signs of the engine are not removed.

How it is found: HTML tags and entities, filled-in marks (`{0}`, `%s`, `${name}`, `__PH__`), signs of
subword models (`▁`, `@@`, `<unk>`, `[MASK]`).

What it leaves alone: `<` and `&` as signs (`a < b`, `R&D`), percentages, e-mail addresses, formats named in text
about programming (in back quotes, or in a paragraph that speaks of tags, templates or code).
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="design/markup",
    severity="major",
    measured=("figures: docs/rules/structure.md",),
)

BAD = [
    "The minister said[[&nbsp;]]that he will go.",
    "The talks ended.[[<br>]] He left.",
    "He sent [[{0}]] letters to the ministry.",
    "The [[<unk>]] was signed on Monday.",
    "The mini[[@@ ]]ster left the room.".replace("@@ ]]", "@@]] "),
    "Dear [[%s]], the talks have ended.",
    "The [[__PH__]] treaty is in force.",
    "AT[[&amp;]]T sold its shares.",
    "[[</p>]] The talks ended.",
]

GOOD = [
    "It holds that a < b and b > c; R&D costs rose.",
    "Sales rose by 5% since May, by 10 %, said AT&T.",
    "Write to him@example.org, or to @minister.",
    "The set {a, b} has two members.",
    "Type `<br>` or `%s` to see it.",
    "He <the minister> said so, and I <3 it.",
    "The price is $5 or $name your price.",
    "The <b> tag makes text bold; use <div>, not <table>, in HTML.",
    "Customers got a letter from the template: Dear {{first_name}}, thank you for {0}.",
    "The code prints %s where the variable is empty.",
    "Five %so far.".replace("%so", "percent so"),
    "The file_name and the __init__ method are code.",
]

_LEFT = re.compile(
    r"""
      &(?:nbsp|amp|quot|apos|lt|gt|[mn]dash|hellip|[rl][sd]quo|[lr]aquo|middot|bull|copy|\#x?[0-9a-fA-F]{2,6});
    | </?(?:br|p|b|i|em|strong|span|div|a|img|li|ul|ol|td|tr|table|h[1-6]|su[bp]|ph|bpt|ept)(?:\s[^<>]{0,200})?\s?/?>
    | </?(?:unk|s|pad|mask|bos|eos|sep|cls)>|\[(?:UNK|MASK|PAD|SEP|CLS)\]
    | (?<![\w$])\$?\{(?:\d{1,2}|[A-Za-z_]{1,20}\d{0,2})\}(?!\})|\{\{[\w.\s]{1,30}\}\}
    | (?<![\w%])%(?:\d\$)?[sd](?![\w])
    | __[A-Z][A-Z0-9_]{0,20}__
    | (?<=[A-Za-z])@@(?=\s)|▁+|⁇
    """,
    re.VERBOSE,
)
#: A paragraph that speaks of markup may show it.
_ABOUT = re.compile(
    r"\b(?:tags?|html|xml|elements?|attributes?|mark-?up|templates?|placeholders?|syntax|python|javascript|php|code|"
    r"coding|coders?|programmers?|programming|variables?|regex|e-?mails? that (?:began|read))\b",
    re.IGNORECASE,
)
#: Without one of these there is no markup.
_SIGN = re.compile(r"[&<{%@▁⁇]|__|\[[A-Z]{3}")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each piece."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        first = _SIGN.search(text)
        if first is None or _ABOUT.search(text):
            continue
        for found in _LEFT.finditer(text, max(0, first.start() - 1)):
            start, end = found.span()
            if text[start - 1 : start] == "`" or text[end : end + 1] == "`":
                continue
            yield Match(paragraph.index, start, end, f"“{found.group()[:40]}” is markup, not text.")
