"""RSS and Atom, read as a stream: an entry is a document.

Expat reads the XML: it streams, gives exact lines, and gives the entries before a break.
"""

from __future__ import annotations

import datetime
import re
from collections import deque
from collections.abc import Iterator
from html import escape
from html.entities import html5
from typing import Literal
from xml.parsers import expat

from mtqa.document import Document, Problem, Segment
from mtqa.readers.base import MAX_ENTRY, ReadError, ReadOptions
from mtqa.readers.dates import parse_date
from mtqa.readers.entry import Part, entry_segments, plain
from mtqa.readers.input import Input

_SPACES = {
    "": "",
    "http://purl.org/rss/1.0/": "",
    "http://my.netscape.com/rdf/simple/0.9/": "",
    "http://backend.userland.com/rss2": "",
    "http://www.w3.org/2005/atom": "atom:",
    "http://purl.org/atom/ns#": "atom:",
    "http://purl.org/dc/elements/1.1/": "dc:",
    "http://purl.org/dc/terms/": "dc:",
    "http://purl.org/rss/1.0/modules/content/": "content:",
    "http://search.yahoo.com/mrss/": "media:",
    "http://search.yahoo.com/mrss": "media:",
}
_TITLES = ("title", "atom:title", "dc:title")
_CONTENTS = ("content:encoded", "atom:content", "content")
_SUMMARIES = ("description", "atom:summary", "summary", "dc:description", "media:description")
_LINKS = ("link", "atom:link")
_IDS = ("guid", "atom:id", "id")
_LANGUAGES = ("dc:language", "language")
_DATES = (
    "pubDate", "atom:published", "published", "atom:issued", "dc:date", "dc:issued", "dc:created",
    "atom:updated", "updated", "atom:modified",
)  # fmt: skip
_WANTED = frozenset(_TITLES + _CONTENTS + _SUMMARIES + _LINKS + _IDS + _LANGUAGES + _DATES)
#: Names of elements in reports.
_ELEMENTS = {"content:encoded": "content", "dc:description": "description", "media:description": "media:description"}
_LANG = "http://www.w3.org/XML/1998/namespace lang"
_ABOUT = "http://www.w3.org/1999/02/22-rdf-syntax-ns# about"
#: Attributes that say whether markup inside an element is seen.
_SEEN = ("hidden", "style", "role", "aria-hidden")
#: Elements inside elements, beyond any honest feed.
_MAX_DEPTH = 500
_ENCODING = re.compile(r"<\?xml\s[^>]{0,99}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")


def read_feed(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """Entries of an RSS or Atom feed, one at a time."""
    match = _ENCODING.search(file.head[:1000].decode("latin-1"))
    encoding, _ = file.encoding(match[1] if match else "")
    reader = _Feed(file.path, options)
    chunks = file.chunks(encoding, mend=True)
    while True:
        failure = None
        try:
            chunk = next(chunks, None)
            reader.feed(chunk)
        except ReadError as error:
            failure = error
        while reader.ready:
            yield reader.ready.popleft()
        if failure is not None:
            raise failure
        if chunk is None:
            break
    if not reader.rooted:
        raise ReadError("neither RSS nor Atom: the outermost element must be <rss>, <rdf:RDF> or <feed>")


class _Text:
    """An element of interest and the text gathered from it."""

    def __init__(self, name: str, line: int, depth: int, mode: Literal["html", "xhtml", "text"]) -> None:
        self.name = name
        self.line = line
        self.depth = depth
        self.mode = mode
        self.parts: list[str] = []

    def part(self) -> Part:
        element = _ELEMENTS.get(self.name, self.name.removeprefix("atom:"))
        return Part(element, "".join(self.parts), "text" if self.mode == "text" else "html", self.line)


class _Feed:
    """Events of the XML parser made documents, which wait in `ready`."""

    def __init__(self, path: str, options: ReadOptions) -> None:
        self.ready: deque[Document | Problem] = deque()
        self.rooted = False
        self._path = path
        self._options = options
        self._languages: list[str] = [""]
        self._channel_language = ""
        self._item: dict[str, list[_Text]] | None = None
        self._item_depth = 0
        self._item_line = 0
        self._item_about = ""
        self._item_language = ""
        self._text: _Text | None = None
        self._entry = 0
        self._fed = self._mark = 0
        self._skipped_lines = 0
        self._begun = False
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.SetParamEntityParsing(expat.XML_PARAM_ENTITY_PARSING_NEVER)
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = self._entity
        parser.ExternalEntityRefHandler = self._external
        parser.SkippedEntityHandler = self._undeclared
        self._parser = parser

    def feed(self, chunk: str | None) -> None:
        """Take the next piece of the file; `None` at its end.

        Raises:
            ReadError: XML that cannot be read further.
        """
        try:
            if chunk is None:
                self._parser.Parse(b"", True)
                return
            if not self._begun:
                rest = chunk.lstrip(" \t\r\n\ufeff")
                self._begun = bool(rest)
                self._skipped_lines += chunk.count("\n", 0, len(chunk) - len(rest))
                chunk = rest
            self._fed += len(chunk)
            if self._fed - self._mark > MAX_ENTRY:
                raise ReadError(
                    f"an entry larger than {MAX_ENTRY >> 20} MiB: split it", self._line(), None, self._entry or None
                )
            self._parser.Parse(chunk.encode("utf-8"), False)
        except expat.ExpatError as error:
            what = expat.ErrorString(error.code) or "syntax error"
            if error.code == expat.errors.codes[expat.errors.XML_ERROR_NO_ELEMENTS] and self._entry + self.rooted:
                what = "it breaks off here"
            raise ReadError(
                f"broken XML: {what}; the entries before were read, get the feed anew",
                error.lineno + self._skipped_lines,
                error.offset + 1,
            ) from None

    def _line(self) -> int:
        return self._parser.CurrentLineNumber + self._skipped_lines

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        depth = len(self._languages)
        if depth > _MAX_DEPTH:
            raise ReadError("elements nested too deeply to be a feed", self._line())
        self._languages.append(attributes.get(_LANG, self._languages[-1]))
        space, _, local = name.rpartition(" ")
        if self._text is not None:
            self._markup(local, attributes)
            return
        if depth == 1:
            self.rooted = local in ("rss", "RDF", "feed")
            if not self.rooted:
                raise ReadError(
                    f"XML of a kind that is not read (<{local[:40]}>): give RSS, Atom or JSONL", self._line()
                )
            return
        key = _SPACES.get(space.lower(), "?:") + local
        if self._item is None:
            if local in ("item", "entry") and not key.startswith("?"):
                self._entry += 1
                self._item, self._item_depth, self._item_line = {}, depth, self._line()
                self._item_about = attributes.get(_ABOUT, "")
                self._item_language = self._languages[-1]
                self._mark = self._fed
            elif key in _LANGUAGES and depth <= 3:
                self._text = _Text(key, self._line(), depth, "text")
            elif depth <= 3:
                self._mark = self._fed
        elif key in _WANTED and (depth == self._item_depth + 1 or key == "media:description"):
            self._capture(key, depth, attributes)

    def _capture(self, key: str, depth: int, attributes: dict[str, str]) -> None:
        mode: Literal["html", "xhtml", "text"] = "html"
        if key.startswith("atom:") or key in ("content", "summary"):
            kind = attributes.get("type", "text").lower()
            if "xhtml" in kind:
                mode = "xhtml"
            elif "html" not in kind:
                mode = "text"
            if key in _CONTENTS and kind not in ("text", "html", "xhtml", "text/plain", "text/html") and mode == "text":
                return  # a picture, or XML of another kind
        if key.startswith("media:"):
            mode = "html" if attributes.get("type") == "html" else "text"
        self._text = _Text(key, self._line(), depth, mode)
        if key in _LINKS and "href" in attributes:
            if attributes.get("rel", "alternate") == "alternate":
                self._text.parts.append(attributes["href"])
            else:
                self._text.name = "other link"

    def _markup(self, local: str, attributes: dict[str, str]) -> None:
        """Markup inside an element of interest, written out again for the HTML reader."""
        text = self._text
        if text is not None and text.mode != "text":
            seen = "".join(f' {name}="{escape(attributes[name])}"' for name in _SEEN if name in attributes)
            text.parts.append(f"<{local}{seen}>")

    def _end(self, name: str) -> None:
        self._languages.pop()
        depth = len(self._languages)
        text = self._text
        if text is not None:
            if depth > text.depth:
                local = name.rpartition(" ")[2]
                if text.mode != "text" and local not in ("br", "hr", "img", "input", "meta", "link"):
                    text.parts.append(f"</{local}>")
                return
            self._text = None
            if self._item is not None:
                self._item.setdefault(text.name, []).append(text)
            elif not self._channel_language:
                self._channel_language = "".join(text.parts).strip()
        elif self._item is not None and depth == self._item_depth:
            item, self._item = self._item, None
            self._mark = self._fed
            try:
                self.ready.append(self._document(item))
            except ReadError as error:
                error.line, error.column, error.entry = self._item_line, None, self._entry
                self.ready.append(error.problem(self._path))

    def _characters(self, data: str) -> None:
        if self._text is not None:
            self._text.parts.append(escape(data, quote=False) if self._text.mode == "xhtml" else data)

    def _entity(self, name: str, *_: object) -> None:
        raise ReadError(
            f"declares the entity {name[:40]!r} (DOCTYPE), which can make a file grow or read others: "
            "refused; write the characters themselves",
            self._line(),
        )

    def _external(self, *_: object) -> int:
        raise ReadError("refers to an external entity: refused; write its text itself", self._line())

    def _undeclared(self, name: str, is_parameter: bool) -> None:
        """An HTML entity in a feed whose DOCTYPE names a DTD that is not read."""
        if is_parameter:
            return
        if f"{name};" not in html5:
            raise ReadError(f"broken XML: unknown entity &{name[:40]};", self._line())
        self._characters(html5[f"{name};"])

    def _document(self, item: dict[str, list[_Text]]) -> Document:
        title = _first(item, _TITLES)
        content = _first(item, _CONTENTS)
        summaries = [text.part() for name in _SUMMARIES for text in item.get(name, ())]
        title_part = title.part() if title is not None else None
        segments = entry_segments(title_part, summaries, content.part() if content is not None else None)
        link = _value(item, _LINKS)
        id = _value(item, _IDS) or self._item_about.strip() or link or f"{self._path}#{self._entry}"
        language = _value(item, _LANGUAGES) or self._item_language or self._channel_language
        return Document(
            id,
            tuple(segments) or (Segment("", line=self._item_line),),
            path=self._path,
            title=plain(title_part) or None if title_part is not None else None,
            language=language or self._options.language,
            source_language=self._options.source_language,
            date=self._date(item),
            entry=self._entry,
            link=link or None,
        )

    @staticmethod
    def _date(item: dict[str, list[_Text]]) -> datetime.date | None:
        for name in _DATES:
            for text in item.get(name, ()):
                if date := parse_date("".join(text.parts)):
                    return date
        return None


def _first(item: dict[str, list[_Text]], names: tuple[str, ...]) -> _Text | None:
    return next((item[name][0] for name in names if name in item), None)


def _value(item: dict[str, list[_Text]], names: tuple[str, ...]) -> str:
    """Text of the first of these elements that is not empty."""
    texts = ("".join(text.parts).strip() for name in names for text in item.get(name, ()))
    return next((text for text in texts if text), "")
