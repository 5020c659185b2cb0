"""HTML: the article's text, block by block, as a browser would show it."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtqa.analysis.dates import dateline, parse_date
from mtqa.document import Document, Problem, Segment
from mtqa.lazy import regex
from mtqa.marks import Mark
from mtqa.readers.base import ReadError, ReadOptions
from mtqa.readers.input import Input
from mtqa.readers.marked import Marked
from mtqa.segment import Kind
from mtqa.unicode import has_text
from mtqa.values import NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BLOCKS = HEADINGS | frozenset(
    "address article blockquote body caption center dd details div dl dt fieldset figcaption figure head header hr li "
    "main ol p pre section summary table tbody td tfoot th thead tr ul html".split()
)
#: Not part of the story: code, controls, menus, other media.
_SKIPPED = frozenset(
    "script style template noscript iframe object embed svg math canvas audio video map nav footer aside form "
    "button select textarea input dialog menu title rt rp".split()
)
_SKIPPED_ROLES = frozenset(
    "navigation banner contentinfo complementary search menu menubar toolbar dialog alertdialog alert".split()
)
_UNSEEN = regex(r"display\s{0,5}:\s{0,5}none|visibility\s{0,5}:\s{0,5}hidden", re.IGNORECASE)
_SPACE = regex(r"[ \t\n\r\f]+")
#: Elements whose text is code, and links: where they begin and end is marked by characters that no text has.
_MARKS = {**dict.fromkeys(("code", "kbd", "samp"), "\ufdd0\ufdd1"), "a": "\ufdd2\ufdd3"}
_MARKED = {"\ufdd0": ("code", True), "\ufdd1": ("code", False), "\ufdd2": ("a", True), "\ufdd3": ("a", False)}
_MARK = regex("[\ufdd0-\ufdd3]")
_ITEMS = frozenset(("li", "dt", "dd"))
_CAPTIONS = frozenset(("figcaption", "caption"))
#: Shares of a block's letters that make it code or links; for an item half of it, or a third that it begins with: the
#: title of a book, then who wrote it.
_WHOLE, _MOSTLY, _TITLE = 0.8, 0.5, 0.33
_WORDS = 6  # preformatted, that may be prose
_CHARSET = regex(
    rb"<meta\s[^>]{0,300}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{1,40})"
    rb"|^\s{0,99}<\?xml\s[^>]{0,99}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})",
    re.IGNORECASE,
)
#: The parser counts lines up to here.
_LAST_LINE = 65535
_DATE_NAMES = frozenset(
    "article:published_time og:article:published_time datepublished date pubdate publishdate publish-date "
    "dc.date dc.date.issued dcterms.created dcterms.issued parsely-pub-date sailthru.date".split()
)


class Block(NamedTuple):
    """A paragraph of a page: its text, the tag of its element and the line of that, its kind, and code in it."""

    text: str
    tag: str
    line: int | None
    kind: Kind = "body"
    code: tuple[tuple[int, int], ...] = ()


def read_html(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """The one document of a page: what its article (or main part, or body) shows."""
    match = _CHARSET.search(file.head[:4096])
    declared = (match[1] or match[2]).decode("ascii") if match else ""
    markup = file.text(declared)
    marked = Marked(markup) if options.inline_marks else None
    page = _parse(markup if marked is None else marked.markup)
    if page is None:
        return
    # the page and not its body, for the parser leaves the story in the head where the body's tag is missing
    root = _article(page)
    blocks = _blocks(root)
    if not any(block.tag == "h1" for block in blocks) and root is not page:
        headings = [block for block in _blocks(page) if block.tag == "h1"]
        if len(headings) == 1:
            blocks = headings + blocks
    marks: list[Mark] = []
    if marked is not None:
        blocks, marks = marked.settled(
            blocks, lambda one: (one.text, one.code), lambda one, text, code: one._replace(text=text, code=code)
        )
    meta = _meta(page)
    heading = next((block.text for block in blocks if block.tag == "h1"), None)
    title = meta.get("og:title") or heading or page.findtext(".//title")
    canonical = page.find(".//link[@rel='canonical']")
    link = (canonical.get("href") if canonical is not None else None) or meta.get("og:url")
    yield Document(
        file.path,
        tuple(segment(block, block.line, block.tag) for block in blocks),
        path=file.path,
        title=" ".join(title.split()) or None if title else None,
        language=(page.get("lang") or page.get("xml:lang") or "").strip() or options.language,
        source_language=options.source_language,
        date=_date(root, meta, blocks),
        link=link or None,
        marks=tuple(marks),
    )


def segment(block: Block, line: int | None, element: str) -> Segment:
    """A block as a segment."""
    return Segment(block.text, kind=block.kind, code=block.code, line=line, element=element)


def fragment(markup: str) -> list[Block]:
    """Blocks of a piece of HTML, such as a feed's description.

    Raises:
        ReadError: elements nested too deeply.
    """
    page = _parse(markup)
    return [] if page is None else _blocks(page)


def _parse(markup: str) -> _Element | None:
    from lxml import etree  # here, for it takes 20 ms to import

    # huge_tree lifts limits on depth and text that would lose text in silence; the size is limited already
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=True)
    try:
        page = etree.fromstring(markup.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:  # nothing in it but white space or comments
        page = None
    for error in parser.error_log.filter_from_fatals():
        if "depth" in error.message:
            raise ReadError("elements nested too deeply to be read", error.line)
        if "limit" in error.message.lower():
            raise ReadError("HTML too large to be read", error.line)
    return page


def _article(page: _Element) -> _Element:
    """The element that holds the story."""
    articles = [element for element in page.iter("article") if not any(True for _ in element.iterancestors("article"))]
    main = next(page.iter("main"), None)
    if main is None:
        main = next((e for e in page.iter("div", "section") if e.get("role") == "main"), None)
    if articles:
        sizes = [sum(map(len, article.itertext())) for article in articles]
        if 2 * max(sizes) >= sum(sizes):
            return articles[sizes.index(max(sizes))]
    return page if main is None else main


def _blocks(root: _Element) -> list[Block]:
    blocks = list(_walk(root, _SKIPPED))
    # some sites wrap the whole page in one form
    return blocks or list(_walk(root, _SKIPPED - {"form"}))


def _walk(root: _Element, skipped: frozenset[str]) -> Iterator[Block]:
    from lxml import etree

    walker = etree.iterwalk(root, events=("start", "end"))
    whole = root.tag == "html"
    stack: list[tuple[str, int | None]] = []
    parts: list[str] = []
    preformatted = 0
    hidden: _Element | None = None
    for event, element in walker:
        tag = element.tag
        if event == "start":
            if element is not root and _is_hidden(element, tag, skipped, whole):
                hidden = element
                walker.skip_subtree()
                continue
            if tag == "br":
                parts.append("\n")
            elif tag in _BLOCKS:
                yield from _flush(parts, stack)
                line = element.sourceline
                stack.append((tag, line if line and line < _LAST_LINE else None))
                preformatted += tag == "pre"
            elif tag in _MARKS and (tag != "a" or "href" in element.attrib):
                parts.append(_MARKS[tag][0])
            text = element.text
        else:
            if element is hidden:
                hidden = None
            elif tag in _BLOCKS:
                yield from _flush(parts, stack)
                stack.pop()
                preformatted -= tag == "pre"
            elif tag in _MARKS and (tag != "a" or "href" in element.attrib):
                parts.append(_MARKS[tag][1])
            text = None if element is root else element.tail
        if text:
            text = _MARK.sub("", text)
            parts.append(text if preformatted else _SPACE.sub(" ", text))
    yield from _flush(parts, stack)


def _is_hidden(element: _Element, tag: str, skipped: frozenset[str], whole: bool) -> bool:
    if tag in skipped:
        return True
    if tag == "header" and whole and element.find(".//h1") is None:
        return True
    if not element.attrib:
        return False
    return (
        "hidden" in element.attrib
        or element.get("aria-hidden") == "true"
        or element.get("role") in _SKIPPED_ROLES
        or bool(_UNSEEN.search(element.get("style", "")[:1000]))
    )


def _flush(parts: list[str], stack: list[tuple[str, int | None]]) -> Iterator[Block]:
    """The text gathered so far, cut at two line breaks."""
    if not parts:
        return
    tag, line = stack[-1] if stack else ("body", None)
    tags = [tag for tag, _ in stack]
    lines = [text.strip(" \t") for text in re.sub(" {2,}", " ", "".join(parts)).split("\n")]
    parts.clear()
    going: set[str] = set()
    for marked in "\n".join(lines).split("\n\n"):
        text, code, links = _unmark(marked, going)
        if has_text(text):
            yield Block(text, tag, line, _kind(text, tags, code, links), tuple(code))


_Ranges = list[tuple[int, int]]


def _unmark(marked: str, going: set[str]) -> tuple[str, _Ranges, _Ranges]:
    """A paragraph without marks and without space at its ends; the ranges of code and of links in it.

    Args:
        going: what the paragraph before left open; what this one leaves open stands in it afterwards.
    """
    if not going and not _MARK.search(marked):
        return marked.strip(), [], []
    text = ""
    starts = dict.fromkeys(going, 0)
    ranges: dict[str, _Ranges] = {"code": [], "a": []}
    for piece in re.split(f"({_MARK.pattern})", marked):
        if piece not in _MARKED:
            text += piece.lstrip(" ") if not text or text[-1] in " \n" else piece
            continue
        kind, opens = _MARKED[piece]
        if opens:
            starts.setdefault(kind, len(text))
        elif kind in starts:
            ranges[kind].append((starts.pop(kind), len(text)))
    going.clear()
    going.update(starts)
    for kind, start in starts.items():
        ranges[kind].append((start, len(text)))
    text = text.rstrip()
    trimmed = {
        kind: [(start, min(end, len(text))) for start, end in found if text[start:end].strip()]
        for kind, found in ranges.items()
    }
    return text, trimmed["code"], trimmed["a"]


def _kind(text: str, tags: list[str], code: _Ranges, links: _Ranges) -> Kind:
    """What a block is by the elements it stands in."""
    if not HEADINGS.isdisjoint(tags):
        return "headline"
    if _share(code, text) > _WHOLE or ("pre" in tags and (code or not _prose(text))):
        return "code"
    tag = tags[-1] if tags else ""
    item = not _ITEMS.isdisjoint(tags)
    linked = _share(links, text)
    if (item and linked > (_TITLE if links and not links[0][0] else _MOSTLY)) or (len(links) > 1 and linked > _WHOLE):
        return "links"
    if not _CAPTIONS.isdisjoint(tags):
        return "caption"
    return "list" if item else "table" if tag in ("td", "th") else "body"


def _share(ranges: _Ranges, text: str) -> float:
    """Share of the letters and figures that stand in the ranges."""
    inside = sum(char.isalnum() for start, end in ranges for char in text[start:end])
    return inside / (sum(map(str.isalnum, text)) or 1)


def _prose(text: str) -> bool:
    """Whether preformatted text is written in words: old pages and mails set so."""
    words = text.split()
    plain = sum(word.strip("\"“”‘’'(),.;:!?-").replace("'", "").replace("’", "").isalpha() for word in words)
    return len(words) >= _WORDS and plain >= _WHOLE * len(words)


def _meta(page: _Element) -> dict[str, str]:
    """Contents of the page's meta elements by lower-case name, first wins."""
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop")
        content = element.get("content")
        if name and content and content.strip():
            found.setdefault(name.strip().lower(), content.strip())
    return found


def _date(root: _Element, meta: dict[str, str], blocks: list[Block]) -> datetime.date | None:
    for name, content in meta.items():
        if name in _DATE_NAMES and (date := parse_date(content)):
            return date
    for element in root.iter("time"):
        if date := parse_date(element.get("datetime") or ""):
            return date
    return next((date for block in blocks[:5] if (date := dateline(block.text))), None)
