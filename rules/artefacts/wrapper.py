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

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

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
]

_FENCE = re.compile(r"\s{0,20}(?:`{3,6}|~{3,6})[\w+-]{0,20}[ \t]{0,4}(?=\n|$)")
_FENCE_END = re.compile(r"(?:`{3,6}|~{3,6})\s{0,20}$")
#: Five plain words in a row, which no code has.
_PROSE = re.compile(r"[^\W\d_]{1,30},?(?: [^\W\d_][\w'’-]{0,30},?){4}|[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]{6}")
_KEY = re.compile(
    r"\s{0,20}(?:data:\s?)?[\[{]{0,3}\s{0,20}[\"“'](?!“)[\w][\w -]{0,40}[\"”']\s?:\s?[\[{]{0,2}\s{0,20}[\"“'](?=\S)"
    r"|\s{0,20}[A-Z][A-Za-z]{2,40}\((?:[a-z_]{2,20}=[^,\n]{0,40}, ?){0,3}(?:text|content|translation"
    r"|translated_text)=[\"']?"
    r"|\s{0,20}msgstr(?:\[\d\])?\s?\"(?=\S)|\s{0,20}\{\s?(?:translation|translated(?:_?text)?|text|output|result)\s?:\s?(?=\S)",
    re.IGNORECASE,
)
_LIST = re.compile(r"\s{0,20}\[\s{0,20}\"(?=[^\"\n]{20})")
_KEY_END = re.compile(
    r"[\"”']\s{0,20}[,}\]\s]{0,12}$|\}\s{0,4}$|[\"']?(?:, ?[a-z_]{2,20}=[^,\n)]{0,40}){0,3}\)\s{0,4}$"
)
_NAMES = (
    r"(?:(?:translated|translation|target|output|result|answer|response|final|english|source|input"
    r"|original|rewritten|revised|improved)(?:[_-]?(?:text|article|content|translation|answer|output"
    r"|version|story))?|"
    r"text|article|story|content|document|passage|paragraph|sentence|segment|target_text|root|doc|seg|tu"
    r"|tuv|string|resources)"
)
_TAG = re.compile(
    rf"\s{{0,20}}(?:<\s?/?\s?{_NAMES}(?:\s[\w:]{{1,20}}=\"[^\"<>\n]{{0,60}}\")?\s?>|\[/?(?:translation"
    r"|translated text|output|text|english|target)\])",
    re.IGNORECASE,
)
#: Any tag at the head of the story that is closed at its end.
_ANY = re.compile(r"\s{0,20}<([A-Za-z][\w-]{0,30})>")
_TAG_END = re.compile(
    rf"(?:</\s?{_NAMES}\s?>|\[/(?:translation|translated text|output|text|english|target)\])\s{{0,20}}$", re.IGNORECASE
)
_LIMIT = re.compile(
    r"[\W_]{0,12}(?:(?:begin|start|end|beginning)(?: of)?(?: the)? (?:translation|translated (?:text"
    r"|article)|text|article|output|response|document|story|message)|"
    r"translation (?:begins|starts|ends|end|start|complete|completed|finished)|(?:end|start"
    r"|begin)_of_(?:translation|text|document)|eof|end of file)[\W_]{0,12}"
    r"|[=*#_~-]{2,12}\s?(?:translation|translated text|english(?: (?:translation|version|text))?|BEGIN"
    r"|START)\s?[=*#_~-]{2,12}",
    re.IGNORECASE,
)
_BOX = re.compile(r"\s{0,20}(?:\"{3}|b[\"'](?=\w)|'{3}|\\(?:boxed|text)\{|<{3})")
_OPENS = re.compile(r"\s{0,20}(?:[`~]{3}|b[\"']|[\[{<\"“\\'])")
_BOX_END = re.compile(r"(?:\"{1,3}|'{1,3}|>{3})\s{0,20}$|\}\s{0,4}\$?\s{0,20}$")

#: Signs that stand round the whole of an answer, and never inside it.
_PAIRS = (("“", "”"), ('"', '"'), ("«", "»"), ("**", "**"))
#: A speaker quoted at length says so of himself.
_SPEAKER = re.compile(r"\b(?:I|[Ww]e|[Mm]y|[Oo]ur|[Mm]e|[Uu]s|[Yy]ou|[Yy]our)\b")

_LINE = re.compile(r"^[^\n]{5,60}$", re.MULTILINE)
_SHOUTED, _FRAMED = re.compile(r"[A-Z]{4}|transl", re.IGNORECASE), re.compile(r"^\s{0,4}[^\w\s]|[^\w\s.]\s{0,4}$|_")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag what opens and what closes the wrapper."""
    body = [(i, s.target) for i, s in enumerate(document.segments) if s.target.strip()]
    if body and document.segments[body[0][0]].kind == "headline" and not _OPENS.match(body[0][1]):
        body = body[1:]  # below a title of its own
    if not body:
        return
    for opening, closing in ((_KEY, _KEY_END), (_LIST, _KEY_END), (_TAG, _TAG_END), (_BOX, _BOX_END)):
        found = opening.match(body[0][1])
        if not found or not _prose(body[0][1][found.end() :] or (body[1][1] if len(body) > 1 else "")):
            continue
        if opening in (_BOX, _LIST) and not closing.search(body[-1][1]):
            continue
        yield _match(body[0][0], found)
        if end := closing.search(body[-1][1], found.end() if len(body) == 1 else 0):
            yield _match(body[-1][0], end)
        break
    else:
        found = _ANY.match(body[0][1])
        end = re.search(rf"</{re.escape(found[1])}>\s{{0,20}}$", body[-1][1]) if found else None
        if found and end and _prose(body[0][1][found.end() :] or body[1 % len(body)][1]):
            yield _match(body[0][0], found)
            yield _match(body[-1][0], end)
            return
        if (end := _TAG_END.search(body[-1][1])) and _prose(body[-1][1][: end.start()]):
            yield _match(body[-1][0], end)
    yield from _fences(body)
    yield from _pair(body)
    for number, text in body:
        for found in _LINE.finditer(text):
            line = found.group()
            if _LIMIT.fullmatch(line) and _SHOUTED.search(line) and (_FRAMED.search(line) or line.isupper()):
                yield _match(number, found)


def _fences(body: list[tuple[int, str]]) -> Iterator[Match]:
    """The fence that opens the story, with prose behind it, and the one that closes it."""
    opening = _FENCE.match(body[0][1])
    inside = body[0][1][opening.end() :].strip() if opening else ""
    if opening and _prose(inside or (body[1][1] if len(body) > 1 else "")):
        yield _match(body[0][0], opening)
        if end := _FENCE_END.search(body[-1][1], opening.end() if len(body) == 1 else 0):
            yield _match(body[-1][0], end)


def _pair(body: list[tuple[int, str]]) -> Iterator[Match]:
    """Quotation marks or signs of Markdown round two sentences or more, which hold all there is."""
    whole = "\n".join([text.strip() for _, text in body])
    for opening, closing in _PAIRS:
        inside = whole.removeprefix(opening).removesuffix(closing)
        if len(inside) != len(whole) - len(opening) - len(closing) or opening in inside or closing in inside:
            continue
        if (
            not re.search(r"[.!?]\s", inside)
            or not inside.rstrip().endswith((".", "!", "?"))
            or _SPEAKER.search(inside)
        ):
            continue
        first, last = body[0], body[-1]
        start, end = len(first[1]) - len(first[1].lstrip()), len(last[1].rstrip())
        message = f"“{opening}” and “{closing}” stand round the whole story; they are no part of it."
        yield Match(first[0], start, start + len(opening), message, ("",), severity="minor")
        yield Match(last[0], end - len(closing), end, message, ("",), severity="minor")
        return


def _prose(text: str) -> bool:
    return bool(_PROSE.search(text[:400]))


def _match(segment: int, found: re.Match[str]) -> Match:
    piece = found.group().strip()
    start = found.start() + found.group().index(piece)
    return Match(segment, start, start + len(piece), f"“{piece[:40]}” wraps the story; it is no part of it.", ("",))
