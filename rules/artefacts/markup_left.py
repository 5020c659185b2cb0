"""Markup was left in the text: tags, entities, CDATA marks, codes of forums.

Why it happens: tags and entities pass through the engine and come out as text, often broken or torn apart by spaces.

How it is found: HTML tags by their names, whole, torn (`< / a >`) or escaped (`&lt;br&gt;`); character entities by
their names or numbers; comments, CDATA marks, codes of forums (`[/quote]`), attributes without their tag.

What it leaves alone: `<` and `&` as signs (`a < b`, `R&D`), tags in back quotes, in a paragraph that speaks of tags,
templates or code, or in a text about software. It runs on every target language: markup is of none.
"""

import re
from collections.abc import Iterator
from html.entities import html5

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._code import speaks_of_code
from mtqa_rules.artefacts._lines import holds

rule = Rule(
    category="design/markup",
    severity="major",
    languages=(),
    measured=("figures: docs/rules/artefacts.md",),
)

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
    "The amp; the drums; the whole band: all was lost.",
]

_TAGS = (
    "a abbr article aside audio b blockquote body br button caption center cite code dd del div dl dt em embed "
    "figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li "
    "link main meta nav ol option p pre q s script section small source span strike strong style sub sup svg "
    "table tbody td th thead title tr u ul var video"
)
_NAME = rf"(?:{'|'.join(_TAGS.split())})"
_LEFT = re.compile(
    rf"""
      <\s?/?\s?{_NAME}(?:\s[^<>=]{{1,40}}=[^<>]{{0,300}})?\s?/?\s?>
    | &lt;\s?/?\s?{_NAME}(?:\s[^<>]{{0,200}}?)?\s?/?\s?&gt;
    | &amp;(?:\#\d{{2,5}}|[a-z]{{2,6}});
    | &\s?\#\s?(?:\d{{2,6}}|[xX]\s?[0-9a-fA-F]{{2,5}})\s?;
    | &\s?(?P<entity>[A-Za-z]{{2,8}}\d{{0,2}})\s?;
    | &\#\d{{3,5}}(?![\d;])|&[lr][ds]quo(?=s\b)
    | &\s?(?:[lr][ds]quo|nbsp|hellip|[mn]dash|quot|apos|eacute|laquo|raquo)\b(?!\s?[;=])
    | (?<![\w&;])(?<!\b[Tt]he\s)(?<!\b[Aa]n\s)(?:amp|nbsp|quot|rsquo|lsquo|ldquo|rdquo|hellip|mdash|ndash);
    | ＜\s?/?\s?(?:{_NAME[3:-1]})\s?/?\s?＞
    | !\[[^\]\n]{{0,80}}\]\([^)\s]{{1,200}}\)
    | (?<![\w*])\*\*(?:[^\s*][^*\n]{{0,60}}\s|\s[^*\n]{{0,60}}[^\s*])\*\*(?![\w*])
    | <\?(?:php|=)[^<>\n]{{0,120}}\?>
    | <!--.{{0,200}}?-->|<!--
    | <!\[CDATA\[|\]\]\s?>|<\s!\s\[\sCDATA\s\[
    | \[/(?:b|i|u|url|img|quote|center|size|color|code|list|caption|gallery|embed|video)\]
    | \[(?:url|img|quote|size|color|caption|embed|gallery)(?:=|\s\w{{1,20}}=)[^\]\n]{{0,120}}\]
    | (?<![\w<])(?:href|src|target|class|style|rel)\s?=\s?["“][^"”\n]{{1,200}}["”]
    """,
    re.VERBOSE,
)

#: One of these stands in every one.
_SIGNS = "<&[]=;＜*"


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each piece."""
    if not holds(document, _SIGNS):
        return
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        for found in _LEFT.finditer(text):
            start, end = found.span()
            if found["entity"] and not _is_entity(found["entity"], found.group()):
                continue
            if text[start - 1 : start] == "`" or text[end : end + 1] == "`" or speaks_of_code(document, paragraph):
                continue
            yield Match(paragraph.index, start, end, f"“{found.group()[:40]}” is markup, not text.")


def _is_entity(name: str, piece: str) -> bool:
    """Whether HTML has a character of this name; a short one torn apart may be an abbreviation: `R & R;`."""
    return name + ";" in html5 and (" " not in piece or len(name) > 3 or name in ("lt", "gt", "amp"))
