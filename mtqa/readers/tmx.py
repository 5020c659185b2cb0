"""TMX, a translation memory: pairs of texts, each its own, streamed.

Of a unit of several languages the target is the one the user checks (`--language`), else the one that is not the
source. Units that follow each other and name one document are one; else the file is, cut into parts.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from mtqa.document import Document, Problem
from mtqa.knowledge.languages import primary
from mtqa.readers.base import Notes, ReadError, ReadOptions
from mtqa.readers.inline import Builder, Text
from mtqa.readers.input import Input
from mtqa.readers.units import Gathered, tidy_note
from mtqa.readers.xml import Place, Reader
from mtqa.segment import Unit
from mtqa.values import NamedTuple

#: Properties by which tools name the document of a unit.
_DOCUMENTS = frozenset(("x-document", "document", "file", "x-file", "filename", "x-filename", "x-origin-file"))
_NATIVE = frozenset(("bpt", "ept", "ph", "it", "ut"))
#: Kept of a long name.
_NAME = 200


class _Variant(NamedTuple):
    """A text of a unit, in one language."""

    language: str
    text: Text


def read_tmx(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """Documents of a translation memory."""
    yield from Reader(file, Tmx(file.path, options, file.notes)).documents()


class Tmx:
    """Tags and text made units."""

    def __init__(self, path: str, options: ReadOptions, notes: Notes) -> None:
        self._units = Gathered(path, options, notes)
        self.ready: deque[Document | Problem] = self._units.ready
        self._options = options
        self._notes = notes
        self._depth = 0
        self._source_language = ""
        self._document: tuple[str, str, str] | None = None
        self._unit: dict[str, str] = {}
        self._line = 0
        self._variants: list[_Variant] = []
        self._language = ""
        self._said: dict[str, str] = {}
        self._key = ""
        self._content: list[str] | None = None
        self._builder: Builder | None = None
        self._begin: int | None = None
        self._inner: list[tuple[str, dict[str, str]]] = []
        self._native: list[str] | None = None
        self._native_depth = 0

    @property
    def unit(self) -> str:
        """The id of the unit that is open."""
        return self._unit.get("tuid", "")

    def start(self, name: str, attributes: dict[str, str], place: Place) -> None:
        """Take a tag that opens an element."""
        self._depth += 1
        if self._builder is not None:
            self._inline(name, attributes)
        elif self._depth == 1:
            if name != "tmx":
                raise ReadError(f"XML of a kind that is not read (<{name[:40]}>): give XLIFF, TMX or PO", place.line)
        elif name == "header":
            self._source_language = attributes.get("srclang", "")
        elif name == "tu":
            self._unit, self._line, self._variants, self._said = attributes, place.line, [], {}
        elif name == "tuv":
            self._language = attributes.get("xml:lang") or attributes.get("lang") or ""
        elif name in ("prop", "note"):
            self._key = attributes.get("type", "").lower() if name == "prop" else "note"
            self._content = []
        elif name == "seg":
            self._builder, self._begin, self._inner = Builder(place.line), None, []

    def _inline(self, name: str, attributes: dict[str, str]) -> None:
        builder = self._builder
        assert builder is not None
        self._inner.append((name, attributes))
        if self._native is not None:
            return
        if name in _NATIVE:
            self._native, self._native_depth = [], len(self._inner)
        elif name == "hi":
            builder.tag("open", _key(name, attributes), "<hi>")

    def end(self, name: str, place: Place) -> None:
        """Take the end of an element."""
        self._depth -= 1
        builder = self._builder
        if builder is not None and self._inner:
            self._inline_end(builder)
        elif builder is not None and name == "seg":
            if self._begin is None or place.byte - self._begin != len(builder.done().text.encode("utf-8", "replace")):
                builder.column = None
            self._variants.append(_Variant(self._language, builder.done()))
            self._builder = None
        elif name in ("prop", "note") and self._content is not None:
            self._said.setdefault(self._key, "".join(self._content))
            self._content = None
        elif name == "tu":
            self._give()
            self._unit = {}

    def _inline_end(self, builder: Builder) -> None:
        depth = len(self._inner)
        name, attributes = self._inner.pop()
        if self._native is not None:
            if depth > self._native_depth:
                return
            content, self._native = "".join(self._native), None
            key = _key(name, attributes)
            way = {"bpt": "begin", "ept": "end"}.get(name) or (attributes.get("pos") if name == "it" else None)
            if way in ("begin", "end"):
                builder.tag("open" if way == "begin" else "close", key, content or f"<{name} {key}>")
            else:
                builder.placeholder(key, content)
        elif name == "hi":
            builder.tag("close", _key(name, attributes), "</hi>")

    def text(self, data: str, place: Place) -> None:
        """Take a piece of text."""
        if self._native is not None:
            if len(self._inner) == self._native_depth:  # not that of <sub>
                self._native.append(data)
        elif self._builder is not None:
            if self._begin is None:
                self._begin, self._builder.column, self._builder.line = place.byte, place.column, place.line
            self._builder.text(data)
        elif self._content is not None:
            self._content.append(data)

    def finish(self) -> None:
        """The file is at its end, or breaks off."""
        self._units.end()

    def _give(self) -> None:
        """The unit is complete."""
        source, target = self._pair()
        if target is None:
            what = (
                "a unit of one language" if len(self._variants) == 1 else "a unit without the two languages asked for"
            )
            self._notes.add(f"{what}: passed over", self._line)
            return
        name = next((value for key, value in self._said.items() if key in _DOCUMENTS and value.strip()), "")
        document = (name.strip()[:_NAME], target.language, source.language if source else "")
        if document != self._document:
            self._document = document
            self._units.begin(*document)
        id = self._unit.get("tuid") or next((self._said[key] for key in ("id", "x-id", "key") if key in self._said), "")
        note = tidy_note(self._said.get("note", ""))
        unit = Unit(id.strip()[:60] or None, self._said.get("x-confirmationlevel"), note=note)
        self._units.add(source.text if source else None, target.text, unit, self._line)

    def _pair(self) -> tuple[_Variant | None, _Variant | None]:
        """Source and target of the unit."""
        variants = self._variants
        if len(variants) < 2:
            return None, None
        said = self._unit.get("srclang") or self._source_language
        source = _of(variants, self._options.source_language or "") or _of(variants, said)
        target = _of([one for one in variants if one is not source], self._options.wanted or "")
        if target is None and self._options.wanted and (target := _of(variants, self._options.wanted)) is source:
            source = next((one for one in variants if one is not target), None)  # the memory read the other way
        if target is None:
            others = [one for one in variants if one is not (source or variants[0])]
            if self._options.wanted and len(others) > 1:
                return source, None
            target = _of(others, self._options.language) or others[0]
        if source is None:
            source = next((one for one in variants if one is not target), None)
        return source, target


def _of(variants: list[_Variant], language: str) -> _Variant | None:
    """The text in a language: the one of its whole tag before one of another region."""
    if not language or language.lower() in ("*all*", "und"):
        return None
    exact = (one for one in variants if one.language.lower().replace("_", "-") == language.lower().replace("_", "-"))
    near = (one for one in variants if primary(one.language) and primary(one.language) == primary(language))
    return next(exact, None) or next(near, None)


def _key(name: str, attributes: dict[str, str]) -> str:
    return attributes.get("x") or attributes.get("i") or attributes.get("type") or name
