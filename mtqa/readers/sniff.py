"""The format of an input: the name hints, the content decides."""

from __future__ import annotations

import json
import re

from mtqa.lazy import regex
from mtqa.readers import refused
from mtqa.readers.base import ReadError

_HINTS = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".rss": "rss",
    ".atom": "atom",
    ".xml": "xml",
    ".rdf": "rss",
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".tab": "tsv",
    ".xlf": "xliff",
    ".xliff": "xliff",
    ".sdlxliff": "xliff",
    ".mqxliff": "xliff",
    ".mxliff": "xliff",
    ".txlf": "xliff",
    ".tmx": "tmx",
    ".po": "po",
}
#: Those that are read where they are named, but not for lying in a folder: templates hold no translation, a term base
#: may be the glossary of the texts, and what lies beside texts (README.md, subtitles of a video) is seldom meant.
_NAMED = {
    ".pot": "po",
    ".tbx": "tbx",
    **dict.fromkeys((".srt", ".vtt"), "subtitles"),
    **dict.fromkeys((".md", ".markdown", ".mdown", ".mkd"), "markdown"),
}

#: Suffixes that are read when a directory is given.
SUFFIXES = tuple(_HINTS)
#: The same where a folder of sources is given with it: what is translated file by file.
PAIRED = (*SUFFIXES, *(name for name in _NAMED if name not in (".pot", ".tbx")), ".docx")

#: Header names that mark the columns of a table, lower case.
TARGET_NAMES = ("target", "text", "translation", "mt", "hypothesis")
OTHER_NAMES = ("id", "doc", "document", "source", "src", "reference", "ref", "title", "date", "language")

_HTML_TAGS = frozenset(
    "html head body title meta link script style p div span a h1 h2 h3 h4 h5 h6 ul ol li br img b i em strong "
    "table article main section header footer blockquote pre figure nav aside center font".split()
)
_PROLOG = regex(
    r"\s+|<\?[^>]{0,2000}>|<!--(?s:.{0,20000}?)-->|<!DOCTYPE\s[^>\[]{0,2000}(?:\[[^\]]{0,60000}\]\s{0,99})?>"
)
_FEED = regex(r"<(rss|feed|rdf:RDF)\s[^<>]{0,2000}>")
_ROOT = regex(r"<([A-Za-z_][\w.:-]{0,100})")
#: What JSON that holds documents has, whatever its name.
_RECORD = regex(r'"(?:id|segments|version)"\s{0,20}:')
_JSON = regex(r'\{\s*(?:"|\}|$)|\[\s*[\[{\]]')
_COLUMN = regex(r'"?[A-Za-z][\w .-]{0,39}"?\s?')


def suffix(path: str) -> str:
    """Lower-case suffix of a path, `.gz` aside."""
    name = path.lower().removesuffix(".gz")
    dot = name.rfind(".")
    return name[dot:] if dot >= 0 and "/" not in name[dot:] else ""


def format_of_name(path: str) -> str:
    """What the suffix of a path lets one expect; empty if nothing."""
    name = suffix(path)
    return _HINTS.get(name) or _NAMED.get(name, "")


def sniff(path: str, head: str) -> str:
    """Format of an input.

    Args:
        path: its name.
        head: its first characters.

    Raises:
        ReadError: a format that is not read.
    """
    if kind := refused.by_name(suffix(path)):
        raise refused.refusal(kind)
    hint = _HINTS.get(suffix(path)) or _NAMED.get(suffix(path))
    text = head.lstrip("\ufeff \t\r\n")
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    if hint == "markdown":
        format = hint
    elif text.startswith("<"):
        format = _markup(text, hint)
    elif hint in ("rss", "atom", "xml"):
        format = hint if hint != "xml" else "atom" if "<feed" in text[:5000] else "rss"
    elif hint == "text" and _JSON.match(text) and not _RECORD.search(text):
        format = "text"  # JSON that a tool left round a text: a defect to be found, not a format
    elif hint in ("json", "jsonl") or _JSON.match(text):
        format = _json(text, hint)
    elif hint in ("csv", "tsv", "html", "xliff", "tmx", "tbx", "po", "subtitles", "markdown"):
        format = hint
    elif refused.is_subtitles(plain):
        format = "subtitles"
    elif refused.is_po(plain):
        format = "po"
    elif refused.is_markdown(plain):
        format = "markdown"
    else:
        if kind := refused.by_content(text):
            raise refused.refusal(kind)
        format = _table(text)
    return format


def is_docx(path: str, head: bytes, asked: str | None) -> bool:
    """Whether an input is a Word document: as the user says, or a ZIP archive by that name or with such parts."""
    if asked is not None or not head.startswith(b"PK\x03\x04"):
        return asked == "docx"
    return suffix(path) in (".docx", ".docm") or (b"[Content_Types].xml" in head and b"word/" in head)


def _markup(text: str, hint: str | None) -> str:
    position = 0
    doctype = False
    while match := _PROLOG.match(text, position):
        doctype = doctype or bool(re.match(r"(?i)<!doctype\s+html", match[0]))
        position = match.end()
    if re.match(r"(?i)<!doctype\s+html", text[position:]):
        return "html"
    root = _ROOT.match(text, position)
    name = root[1].rpartition(":")[2] if root else ""
    if kind := refused.by_root(root[1] if root else "", text):
        raise refused.refusal(kind)
    if name in ("xliff", "tmx", "tbx", "martif"):
        return "tbx" if name == "martif" else name
    if name.lower() in ("rss", "rdf"):
        return "rss"
    if name.lower() == "feed":
        return "atom"
    if hint in ("rss", "atom", "xml") and (feed := _FEED.search(text)):  # behind what a server printed
        return "atom" if feed[1] == "feed" else "rss"
    if doctype or hint == "html" or name.lower() in _HTML_TAGS:
        return "html"
    if hint in ("xliff", "tmx", "tbx") and root is None:
        return hint  # whose reader says where it breaks off
    if text.startswith("<?xml") or text[position:].startswith("<!DOCTYPE") or hint in ("rss", "atom", "xml"):
        if root is None:
            return "rss"  # whose reader says where it breaks off
        raise ReadError(
            f"XML of a kind that is not read (<{name}>): give RSS, Atom, HTML, XLIFF, TMX, JSONL or a table"
        )
    if hint in ("csv", "tsv"):
        return hint
    return "text"


def _json(text: str, hint: str | None) -> str:
    if hint == "jsonl":
        return "jsonl"
    first, _, rest = text.partition("\n")
    if rest.lstrip()[:1] == "{":
        try:
            if isinstance(json.loads(first), dict):
                return "jsonl"
        except (ValueError, RecursionError):
            pass
    if re.search(r'"version"\s{0,20}:\s{0,20}"https?:\\?/\\?/(?:www\.)?jsonfeed\.org', text):
        return "jsonfeed"
    return "json"


def _table(text: str) -> str:
    """A table without a name that says so: its header must name a column of text and one more known column."""
    header = text.partition("\n")[0].rstrip("\r")
    for delimiter, format in (("\t", "tsv"), (",", "csv"), (";", "csv"), ("|", "csv")):
        cells = header.split(delimiter)
        if len(cells) < 2 or len(header) > 2000 or not all(_COLUMN.fullmatch(cell) for cell in cells):
            continue
        names = {cell.strip().strip('"').lower() for cell in cells}
        if names & set(TARGET_NAMES) and names & set(OTHER_NAMES):
            return format
    return "text"
