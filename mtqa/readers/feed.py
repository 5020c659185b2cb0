"""RSS and Atom, read as a stream: an entry is a document.

Feeds are read as readers of feeds read them: what is broken is mended where it is plain what was meant, with a
warning, and nothing behind it is lost.
"""

from __future__ import annotations

import base64
import binascii
import codecs
import datetime
from collections import Counter, deque
from collections.abc import Iterator
from html import escape
from typing import Literal

from mtqa.analysis.dates import parse_date
from mtqa.document import Document, Problem, Segment
from mtqa.lazy import regex
from mtqa.readers.base import MAX_ENTRY, Notes, ReadError, ReadOptions
from mtqa.readers.entry import Part, entry_segments, plain, with_original
from mtqa.readers.fields import BETWEEN, Fields, cut, offer
from mtqa.readers.input import Input
from mtqa.readers.spaces import OTHER, declared, usual
from mtqa.readers.tags import Tags
from mtqa.values import NamedTuple

_TITLES = ("title", "atom:title", "dc:title", "itunes:title")
_CONTENTS = ("content:encoded", "atom:content", "content", "xhtml:body", "xhtml:div", "body", "yandex:full-text")
_SUMMARIES = (
    "description", "atom:summary", "summary", "dc:description", "dc:abstract", "media:description", "media:text",
    "itunes:summary", "itunes:subtitle", "googleplay:description",
)  # fmt: skip
_LINKS = ("link", "atom:link")
_IDS = ("guid", "atom:id", "id")
_LANGUAGES = ("dc:language", "language")
_DATES = (
    "pubDate", "atom:published", "published", "atom:issued", "dc:date", "dc:issued", "dc:created",
    "atom:updated", "updated", "atom:modified",
)  # fmt: skip
_TEXTS = _TITLES + _CONTENTS + _SUMMARIES
_WANTED = frozenset(_TEXTS + _LINKS + _IDS + _LANGUAGES + _DATES)
_ITEMS = ("item", "entry", "atom:entry")
_ROOTS = ("rss", "RDF", "feed")
#: Names as they are rightly written, for feeds that write them otherwise.
_RIGHT = {name.lower(): name for name in (*_ROOTS, *_ITEMS, "channel", *(key.rpartition(":")[2] for key in _WANTED))}
#: Names of elements in reports.
_ELEMENTS = {"content:encoded": "content", "dc:description": "description", "xhtml:body": "content", "body": "content"}
#: Parts of entries whose text is none of the story.
_ASIDE = frozenset("category tags keywords rights copyright license author contributor credit comments source".split())
#: So many words in an element that is not known are a text that ought to be read.
_MANY = 25
#: Attributes that say whether markup inside an element is seen.
_SEEN = ("hidden", "style", "role", "aria-hidden")
#: Elements of HTML that hold nothing, and those that end where the next of their kind begins.
_VOID = frozenset("area br col embed hr img input link meta param source track wbr".split())
_ENDED_BY_NEXT = frozenset("p li dt dd tr td th option".split())
#: What servers and scripts print before a feed.
_BEFORE = frozenset("br b p pre font div span i".split())
#: Elements inside elements, beyond any honest feed.
_MAX_DEPTH = 500
#: Before the names of elements that are kept for the user.
_KEPT = "keep "
#: Who an author of Atom is.
_NAMED = regex(r"<name>([^<]{0,1000})</name>")
_OLD_ATOM = "purl.org/atom/ns#"
_ENCODING = regex(r"<\?xml\s[^>]{0,99}?encoding\s{0,9}=\s{0,9}[\"']([\w.:-]{1,40})")

Mode = Literal["html", "xhtml", "text"]


def read_feed(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """Entries of an RSS or Atom feed, one at a time."""
    encoding = _encoding(file)
    reader = _Feed(file.path, options, file.notes, file.offered)
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


def _encoding(file: Input) -> str:
    """Python's name of the encoding a feed is in; where it names an unknown one but is UTF-8, that."""
    match = _ENCODING.search(file.head[:1000].decode("latin-1"))
    declared = match[1] if match else ""
    try:
        return file.encoding(declared)[0]
    except ReadError:
        try:
            codecs.getincrementaldecoder("utf-8")().decode(file.head)
        except UnicodeDecodeError:
            pass
        else:
            file.notes.add("declares an encoding that is unknown ({}): read as UTF-8", 1, declared)
            return "utf-8"
        raise


class _Text:
    """An element of interest and the text gathered from it."""

    def __init__(self, name: str, line: int, depth: int, mode: Mode, *, packed: bool = False) -> None:
        self.name = name
        self.line = line
        self.depth = depth
        self.mode = mode
        self.packed = packed
        self.parts: list[str] = []

    def part(self) -> Part:
        element = _ELEMENTS.get(self.name, self.name.removeprefix("atom:"))
        return Part(element, "".join(self.parts), "text" if self.mode == "text" else "html", self.line)


class _Open(NamedTuple):
    """An open element: its name as written, its name without prefix, the language and prefixes that hold in it."""

    name: str
    local: str
    language: str
    spaces: dict[str, str]


_OUTSIDE = _Open("", "", "", {"": ""})


class _Feed:
    """Tags and text made documents, which wait in `ready`."""

    def __init__(self, path: str, options: ReadOptions, notes: Notes, offered: dict[str, None]) -> None:
        self.ready: deque[Document | Problem] = deque()
        self.rooted = False
        self._path = path
        self._options = options
        self._notes = notes
        self._offered = offered
        self._stack: list[_Open] = []
        self._names: Counter[str] = Counter()
        self._channel_language = ""
        self._item: dict[str, list[_Text]] | None = None
        self._item_depth = 0
        self._item_line = 0
        self._item_about = ""
        self._item_language = ""
        self._text: _Text | None = None
        self._unread: tuple[str, int, int] | None = None
        self._unread_words = 0
        self._modes = False
        self._entry = 0
        self._fed = self._mark = 0
        self._line = self._column = 1
        self._tags = Tags(self, notes)

    def feed(self, chunk: str | None) -> None:
        """Take the next piece of the file; `None` at its end.

        Raises:
            ReadError: a feed that cannot be read further.
        """
        if chunk is None:
            self._tags.feed(None)
            if not self.rooted:
                raise ReadError("neither RSS nor Atom: the outermost element must be <rss>, <rdf:RDF> or <feed>")
            if self._stack or self._tags.open_section:
                raise ReadError(
                    "broken XML: it breaks off here; the entries before were read, get the feed anew",
                    self._line,
                    self._column,
                )
            return
        self._fed += len(chunk)
        if self._fed - self._mark > MAX_ENTRY:
            raise ReadError(
                f"an entry larger than {MAX_ENTRY >> 20} MiB: split it", self._tags.line, None, self._entry or None
            )
        self._tags.feed(chunk)
        breaks = chunk.count("\n")
        self._line += breaks
        self._column = len(chunk) - chunk.rfind("\n") if breaks else self._column + len(chunk)

    def start(self, name: str, attributes: dict[str, str], line: int, *, empty: bool) -> None:
        """Take a tag that opens an element."""
        outer = self._stack[-1] if self._stack else _OUTSIDE
        spaces = declared(attributes, outer.spaces)
        prefix, _, local = name.rpartition(":")
        if self._text is not None:
            key = ""
            if local.lower() in ("item", "entry"):
                key = self._key(prefix, local, spaces, line)
            if key not in _ITEMS or empty:
                self._inner(name, local, attributes, spaces, empty=empty)
                return
        elif not self._stack:
            if not self._root(local, line):
                return
            spaces = self._defaults(spaces)
            # an older Atom, whose contents say how they are packed
            self._modes = attributes.get("version") == "0.3" or any(_OLD_ATOM in one for one in attributes.values())
            key = "root"
        else:
            key = self._key(prefix, local, spaces, line)
        if (
            key in _ITEMS
            and self._item is not None
            and (self._text is not None or len(self._stack) == self._item_depth)
        ):
            self._notes.add("an entry that is not closed before the next", line)
            while len(self._stack) >= self._item_depth:
                self._pop()
        if len(self._stack) >= _MAX_DEPTH:
            raise ReadError("elements nested too deeply to be a feed", line)
        self._push(_Open(name, local, attributes.get("xml:lang", outer.language), spaces))
        self._open(key, name, attributes, line)
        if empty:
            self._pop()

    def _root(self, local: str, line: int) -> bool:
        """Whether an outermost element is that of a feed; what servers print before and behind it is passed over."""
        if _RIGHT.get(local.lower()) in _ROOTS:
            if self.rooted:
                self._notes.add("a second feed behind the first: read, too", line)
            if local not in _ROOTS:
                self._notes.add("a name in the wrong case (<{}>): read as if in the right one", line, local)
            self.rooted = True
            return True
        if self.rooted:
            self._notes.add("markup behind the end of the feed: passed over", line)
            return False
        if local.lower() in _BEFORE:
            self._notes.add("text before the feed: passed over", line)
            return False
        raise ReadError(f"XML of a kind that is not read (<{local[:40]}>): give RSS, Atom or JSONL", line)

    @staticmethod
    def _defaults(spaces: dict[str, str]) -> dict[str, str]:
        """A feed's own words are known, whatever address it gives for them."""
        return spaces | {"": ""} if spaces[""] == OTHER else spaces

    def _key(self, prefix: str, local: str, spaces: dict[str, str], line: int) -> str:
        """The name of an element as the tables above have it."""
        space = spaces.get(prefix)
        if space is None:
            space = usual(prefix)
            what = "passed over" if space == OTHER else "read as usual"
            self._notes.add(f"a prefix that is not declared ({{}}): {what}; declare it with xmlns:", line, f"{prefix}:")
        elif space == OTHER and (space := usual(prefix)) != OTHER:
            self._notes.add("a prefix with an unknown address ({}): read as usual", line, f"{prefix}:")
        right = _RIGHT.get(local.lower(), local)
        if right != local:
            self._notes.add("a name in the wrong case (<{}>): read as if in the right one", line, local)
        return f"{space}:{right}" if space else right

    def _open(self, key: str, name: str, attributes: dict[str, str], line: int) -> None:
        """What an element that is on the stack now means."""
        depth = len(self._stack)
        if self._item is None:
            if key in _ITEMS:
                self._entry += 1
                self._item, self._item_depth, self._item_line = {}, depth, line
                about = (value for attribute, value in attributes.items() if attribute.rpartition(":")[2] == "about")
                self._item_about = next(about, "")
                self._item_language = self._stack[-1].language
                self._mark = self._fed
            elif key in _LANGUAGES and depth <= 3:
                self._text = _Text(key, line, depth, "text")
            elif depth <= 3:
                self._mark = self._fed
        elif key in _WANTED and (depth == self._item_depth + 1 or key in ("media:description", "media:text")):
            self._capture(key, depth, attributes, line)
        elif self._options.keep and depth == self._item_depth + 1 and self._kept(name, key, attributes, depth, line):
            pass
        elif depth == self._item_depth + 1 and self._stack[-1].local.lower() not in _ASIDE:
            self._unread, self._unread_words = (name, line, depth), 0

    def _kept(self, name: str, key: str, attributes: dict[str, str], depth: int, line: int) -> bool:
        """Whether an element of an entry is one that the user wants kept; its text is gathered then."""
        offer(self._offered, [name])
        wanted = next((one for one in self._options.keep if one in (name, key, key.removeprefix("atom:"))), None)
        if wanted is None:
            return False
        self._text = _Text(_KEPT + wanted, line, depth, "html")
        if told := attributes.get("term"):  # a category of Atom
            self._text.parts.append(escape(told))
        return True

    def _fields(self, item: dict[str, list[_Text]]) -> Fields:
        """What the user wants kept, as far as the entry has it."""
        found = []
        for name in self._options.keep:
            texts = next((item[key] for key in (_KEPT + name, name, f"atom:{name}") if key in item), None)
            if texts is not None:
                said = (_said(text) for text in texts)
                found.append((name, cut(BETWEEN.join(text for text in said if text))))
        return tuple(found)

    def _capture(self, key: str, depth: int, attributes: dict[str, str], line: int) -> None:
        mode: Mode = "html"
        packed = False
        if key.startswith("atom:") or key in ("content", "summary"):
            kind = attributes.get("type", "text").lower().partition(";")[0].strip()
            packed = attributes.get("mode", "").lower() == "base64"
            if packed and not self._modes:
                self._notes.add(
                    'content with mode="base64", which Atom 1.0 does not know: not read; give it as text', line
                )
                return
            if "xhtml" in kind or (attributes.get("mode") == "xml" and "html" in kind):
                mode = "xhtml"
            elif "html" not in kind:
                mode = "text"
            if key in _CONTENTS and not packed and mode == "text" and kind not in ("text", "plain", "text/plain", ""):
                self._notes.add("content of a type that is not read ({}): give it as text or HTML", line, kind)
                return  # a picture, or XML of another kind
            if key in _CONTENTS and attributes.get("src"):
                self._notes.add("content at another address (src): not read; give it in the feed", line)
        elif key.startswith("xhtml:") or key == "body":
            mode = "xhtml"
        elif key.startswith("media:"):
            mode = "html" if attributes.get("type") == "html" else "text"
        self._text = _Text(key, line, depth, mode, packed=packed)
        if key in _LINKS and "href" in attributes:
            if attributes.get("rel", "alternate") == "alternate":
                self._text.parts.append(attributes["href"])
            else:
                self._text.name = "other link"

    def _inner(self, name: str, local: str, attributes: dict[str, str], spaces: dict[str, str], *, empty: bool) -> None:
        """Markup inside an element of interest, written out again for the HTML reader."""
        text, top = self._text, self._stack[-1]
        assert text is not None
        local = local.lower()
        if len(self._stack) >= _MAX_DEPTH:
            raise ReadError("elements nested too deeply to be a feed", self._tags.line)
        if local in _ENDED_BY_NEXT and top.local == local and len(self._stack) > text.depth:
            self._pop()
        if text.mode != "text":
            seen = "".join(f' {name}="{escape(attributes[name])}"' for name in _SEEN if name in attributes)
            text.parts.append(f"<{local}{seen}>")
        if local in _VOID:
            return
        self._push(_Open(name, local, top.language, spaces))
        if empty:
            self._pop()

    def _push(self, element: _Open) -> None:
        self._stack.append(element)
        self._names[element.name.lower()] += 1

    def end(self, name: str, line: int) -> None:
        """Take a tag that closes an element; those left open inside it end with it."""
        name = name.lower()
        if not self._names[name]:
            if not (self._text is not None and name.rpartition(":")[2] in _VOID) and self._stack:
                self._notes.add("a tag that closes what is not open (</{}>): passed over", line, name)
            return
        while self._stack[-1].name.lower() != name:
            # who writes HTML leaves such elements open
            if self._stack[-1].local.lower() not in _ENDED_BY_NEXT:
                self._notes.add(
                    "an element that is not closed (<{}>): closed with the one around it", line, self._stack[-1].name
                )
            self._pop()
        self._pop()

    def _pop(self) -> None:
        """Close the innermost element."""
        element = self._stack.pop()
        self._names[element.name.lower()] -= 1
        depth = len(self._stack) + 1
        text = self._text
        if text is not None:
            if depth > text.depth:
                if text.mode != "text":
                    text.parts.append(f"</{element.local}>")
                return
            self._text = None
            if text.packed:
                self._unpack(text)
            if self._item is not None:
                self._item.setdefault(text.name, []).append(text)
            elif not self._channel_language:
                self._channel_language = "".join(text.parts).strip()
        elif self._unread is not None and depth == self._unread[2]:
            name, line, _ = self._unread
            self._unread = None
            if self._unread_words >= _MANY:
                self._notes.add(f"the text of <{name[:60]}> is not read: give it as content:encoded", line)
        elif self._item is not None and depth == self._item_depth:
            item, self._item = self._item, None
            self._mark = self._fed
            try:
                self.ready.append(self._document(item))
            except ReadError as error:
                error.line, error.column, error.entry = self._item_line, None, self._entry
                self.ready.append(error.problem(self._path))

    def text(self, data: str, line: int) -> None:
        """Take a piece of text."""
        if self._text is not None:
            self._text.parts.append(escape(data, quote=False) if self._text.mode == "xhtml" else data)
        elif self._unread is not None:
            self._unread_words += sum(map(str.isalpha, data.split()))
        elif not self._stack and not data.isspace():
            where = "behind" if self.rooted else "before"
            self._notes.add(f"text {where} the feed: passed over", line)

    def _unpack(self, text: _Text) -> None:
        """Text in base64 made text again."""
        packed = "".join("".join(text.parts).split())
        text.parts.clear()
        try:
            text.parts.append(base64.b64decode(packed, validate=True).decode("utf-8"))
            self._notes.add("content in base64: unpacked", text.line)
        except (binascii.Error, ValueError):  # or no UTF-8
            self._notes.add("content that is said to be base64, but is no text in it: not read", text.line)

    def _document(self, item: dict[str, list[_Text]]) -> Document:
        title = next((item[name][0] for name in _TITLES if name in item), None)
        contents = [text.part() for name in _CONTENTS for text in item.get(name, ())]
        summaries = [text.part() for name in _SUMMARIES for text in item.get(name, ())]
        title_part = title.part() if title is not None else None
        segments = entry_segments(title_part, [*summaries, *contents[1:]], contents[0] if contents else None)
        link = _value(item, _LINKS)
        id = _value(item, _IDS) or self._item_about.strip() or link or f"{self._path}#{self._entry}"
        language = _value(item, _LANGUAGES) or self._item_language or self._channel_language or self._options.language
        heading = plain(title_part) or None if title_part is not None else None
        heading, segments, source_language = with_original(heading, segments, language, self._options)
        return Document(
            id,
            tuple(segments) or (Segment("", line=self._item_line),),
            path=self._path,
            title=heading,
            language=language,
            source_language=source_language,
            date=self._date(item),
            entry=self._entry,
            link=link or None,
            fields=self._fields(item) if self._options.keep else (),
        )

    @staticmethod
    def _date(item: dict[str, list[_Text]]) -> datetime.date | None:
        for name in _DATES:
            for text in item.get(name, ()):
                if date := parse_date("".join(text.parts)):
                    return date
        return None


def _said(text: _Text) -> str:
    """The text of a kept element in one line; of an author of Atom the name."""
    part = text.part()
    named = _NAMED.search(part.text)
    return plain(part._replace(text=named[1], mode="html") if named else part)


def _value(item: dict[str, list[_Text]], names: tuple[str, ...]) -> str:
    """Text of the first of these elements that is not empty."""
    texts = ("".join(text.parts).strip() for name in names for text in item.get(name, ()))
    return next((text for text in texts if text), "")
