"""A wrapper stands round the story: a code fence, JSON, a tag, a line of `BEGIN TRANSLATION`.

Why it happens: a language model wraps its answer, or was told to, and the wrapper was not taken off.

How it is found: a code fence that opens the story, with prose behind it, and the fence that closes it; a story that
begins with a brace or bracket, a key in quotation marks and a colon; tags named for a translation, output or text at
the ends; lines that say where a translation begins or ends; three quotation marks at both ends, or one pair of marks
round all of several sentences (minor).

What it leaves alone: code fences inside a text, and fences with code in them; objects in the middle of a tutorial;
speakers quoted at length, who say `I` or `we`. It runs on every target language: wrappers are of none.
"""

import re
from collections.abc import Iterator
from functools import cache

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.kept import kept
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa.values import NamedTuple
from mtqa_rules.artefacts._wording import lines_said, load, pattern, spelt_out
from mtqa_rules.data import DATA

rule = Rule(category="design/markup", severity="major", languages=(), since="0.3")

BAD = [
    "[[```]]\n\nThe bridge was closed on Monday.\n\n[[```]]",
    "[[```markdown]]\nThe bridge was closed on Monday. It opens in May.\n[[```]]",
    '[[{"translation": "]]The bridge was closed on Monday. It opens in May.[["}]]',
    "[[<translation>]]The bridge was closed on Monday.[[</translation>]]",
    "[[“]]The bridge was closed on Monday. It opens in May.[[”]]",
    "[[**]]The bridge was closed on Monday.\n\nIt opens in May.[[**]]",
    "[[=== TRANSLATION ===]]\n\nThe bridge was closed on Monday.",
    "[[TextBlock(text=']]The bridge was closed on Monday.[[')]]",
    "[[---BEGIN---]]\nThe bridge was closed on Monday.",
    '[[msgstr "]]The bridge was closed on Monday.[["]]',
    "[[<output>]]\n\nThe bridge was closed on Monday.\n\n[[</output>]]",
    "[[--- BEGIN TRANSLATION ---]]\n\nThe bridge was closed on Monday.\n\n[[--- END TRANSLATION ---]]",
    "The bridge was closed on Monday.\n\n[[(END OF TRANSLATION)]]",
    '[["""]]The bridge was closed on Monday.[["""]]',
    '[["translated_text": "]]The bridge was closed on Monday.[["]]',
    "[[\\boxed{]]The bridge was closed on Monday.[[}]]",
    "The bridge was closed on Monday. It opens in May.[[</translated_text>]]",
    Example("[[<<<]]The bridge was closed on Monday.[[>>>]]", title="Bridge closed"),
    "The bridge was closed on Monday.\n\n[[END_OF_TEXT]]",
]
GOOD = [
    "Type this:\n\n```\npip install bridge\n```\n\nThen the bridge is open.",
    "```python\nimport bridge\nbridge.close()\n```\n\nThe code above closes the bridge.",
    "The set {a, b} has two members.",
    'The answer is an object:\n\n{"bridge": "closed"}\n\nIt has one key.',
    "{The bridge} was closed on Monday.",
    "The end of the translation is weak, the critic wrote.",
    "The tags <text> and <output> are not of HTML.",
    '"The bridge is closed," he said.',
    "<The bridge was closed on Monday.>",
    "--- The end ---",
    "“We closed the bridge on Monday. It opens in May.”",
    "“The bridge is closed. It opens in May.”\n\nSo said the mayor.",
    "**The bridge is closed.**\n\nIt opens in May.",
    "“The Bridge is Closed”",
    "“The bridge is closed.” It was old. “It opens in May.”",
    "The bridge was closed on Monday. It opens in May.”",
    "The bridge was closed on Monday.\n\nEnd of story",
]

#: Five plain words in a row, which no code has.
_PROSE = regex(r"[^\W\d_]{1,30},?(?: [^\W\d_][\w'’-]{0,30},?){4}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{6}")
#: Signs that stand round the whole of an answer, and never inside it.
_PAIRS = (("“", "”"), ('"', '"'), ("«", "»"), ("**", "**"))
_SENTENCES = regex(r"[.!?]\s")
#: A speaker quoted at length says so of himself.
_SPEAKER = regex(r"\b(?:I|we|my|our|me|us|you|your)\b", re.IGNORECASE)
_MESSAGE = "“{}” wraps the story; it is no part of it."


class _Wrapper(NamedTuple):
    opens: str
    closes: str
    both: bool
    alone: bool


@kept("wrappers", None, lambda plain: [_Wrapper(*one) for one in plain], of=str(DATA))
def _wrappers() -> list[_Wrapper]:
    data, pieces = load("artefact_wrappers.toml")
    return [
        _Wrapper(
            rf"\s{{0,20}}(?:{spelt_out(table['opens'], pieces)})",
            spelt_out(table["closes"], pieces),
            table.get("both", False),
            table.get("alone", False),
        )
        for table in data["wrapper"]
    ]


@cache
def _any_opens() -> str:
    return "|".join([wrapper.opens for wrapper in _wrappers()])


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag what opens and what closes the wrapper."""
    body = [(number, segment.target) for number, segment in enumerate(document.segments) if segment.target.strip()]
    story = [one for one in body if document.segments[one[0]].kind != "headline"]
    yield from _wrapped(body) or (_wrapped(story) if len(story) < len(body) else ())
    yield from _pair(body)
    for said in lines_said(document, "wrapper"):
        line = said.line
        if line.signs.strip() or line.text[0] in "[(=" or line.text.isupper() or "_" in line.text:
            start = line.start - len(line.signs.lstrip())
            text = document.segments[line.segment].target[start : line.end]
            yield Match(line.segment, start, line.end, _MESSAGE.format(text[:40]), ("",))


def _wrapped(body: list[tuple[int, str]]) -> list[Match]:
    """The signs round the whole of a text that has prose inside; the first kind that opens."""
    if not body:
        return []
    (first, text), (last, ending) = body[0], body[-1]
    opens = pattern(_any_opens()).match(text)  # of most texts none does
    for wrapper in _wrappers():
        opened = pattern(wrapper.opens).match(text) if opens else None
        prose = opened and (text[opened.end() :].strip() or " ".join([one for _, one in body[1:2]]))
        if opened and prose and _PROSE.search(prose[:400]):
            closes = wrapper.closes.replace("(NAME)", re.escape(opened[1])) if opened.groups() else wrapper.closes
            closed = pattern(closes).search(ending, opened.end() if first == last else 0)
            if closed or not wrapper.both:
                return [_match(first, opened), *([_match(last, closed)] if closed else [])]
        closed = pattern(wrapper.closes).search(ending) if wrapper.alone else None
        if closed:
            return [_match(last, closed)]
    return []


def _pair(body: list[tuple[int, str]]) -> Iterator[Match]:
    """Quotation marks or signs of Markdown round two sentences or more, which hold all there is."""
    for opening, closing in _PAIRS if body else ():
        (first, text), (last, ending) = body[0], body[-1]
        start, end = len(text) - len(text.lstrip()), len(ending.rstrip())
        if not text.startswith(opening, start) or not ending.endswith(closing, 0, end):
            continue
        inside = "\n".join([one for _, one in body]).strip()[len(opening) : -len(closing)]
        if opening not in inside and _SENTENCES.search(inside) and not _SPEAKER.search(inside):
            message = f"“{opening}” and “{closing}” stand round the whole story; they are no part of it."
            yield Match(first, start, start + len(opening), message, ("",), severity="minor")
            yield Match(last, end - len(closing), end, message, ("",), severity="minor")


def _match(segment: int, found: re.Match[str]) -> Match:
    piece = found.group().strip()
    start = found.start() + found.group().index(piece)
    return Match(segment, start, start + len(piece), _MESSAGE.format(piece[:40]), ("",))
