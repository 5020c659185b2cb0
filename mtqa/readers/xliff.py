"""XLIFF 1.2 and 2.x, and what tools write that is XLIFF by another name: SDLXLIFF, MQXLIFF, MXLIFF, TXLF.

A unit with a target is read whatever its state: machine translation comes with any. Passed over are units that are not
to be translated (`translate="no"`), alternatives (`alt-trans`, `matches`), and all that is no text.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator

from mtqa.document import Document, Problem
from mtqa.readers.base import Notes, ReadError, ReadOptions
from mtqa.readers.inline import Builder, Kind, Text, told
from mtqa.readers.input import Input
from mtqa.readers.units import Gathered, tidy_note
from mtqa.readers.xml import Place, Reader
from mtqa.segment import Unit

#: Elements of no text of the translation: passed over with all they hold.
_ASIDE = frozenset(
    "alt-trans matches match glossary metadata skl skeleton internal-file reference bin-unit context-group count-group "
    "prop-group phase-group header changeTrack revisions resourceData sub ctr:changeTrack mtc:matches gls:glossary "
    "mda:metadata val:validation slr:profiles".split()
)
#: Inline elements and what each is: it opens, closes, or stands alone.
_INLINE: dict[str, Kind] = {
    "g": "open", "bx": "open", "bpt": "open", "pc": "open", "sc": "open",
    "ex": "close", "ept": "close", "ec": "close",
    "x": "alone", "ph": "alone", "it": "alone", "ut": "alone",
}  # fmt: skip
#: Those that close where they end, and those whose content is code of the original.
_PAIRED, _NATIVE = frozenset(("g", "pc")), frozenset(("bpt", "ept", "ph", "it", "ut"))
_PLACES: dict[str, Kind] = {"begin": "open", "open": "open", "end": "close", "close": "close"}
#: What tools call a unit that nobody is to change.
_LOCKED = frozenset(("true", "locked", "yes", "1"))


def read_xliff(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """Documents of an XLIFF file: one for each `<file>`, long ones cut."""
    yield from Reader(file, _Xliff(file.path, options, file.notes)).documents()


class _Side:
    """A source or target that is being read: whole, and by its segments (`mrk mtype="seg"`), where it is cut."""

    def __init__(self, line: int) -> None:
        self.builder = Builder(line)
        self.segments: dict[str, Builder] = {}
        self.preserve = True
        self.state: str | None = None
        self.begin: int | None = None

    def texts(self) -> dict[str, Text]:
        """By the id of the segment; "" for a text that is not cut."""
        if self.segments:
            return {name: one.done(preserve=self.preserve) for name, one in self.segments.items()}
        return {"": self.builder.done(preserve=self.preserve)}


class _Xliff:
    """Tags and text made units."""

    def __init__(self, path: str, options: ReadOptions, notes: Notes) -> None:
        self._units = Gathered(path, options, notes)
        self.ready: deque[Document | Problem] = self._units.ready
        self._notes = notes
        self._prefix: str | None = None
        self._stack: list[tuple[str, dict[str, str]]] = []
        self._aside = 0
        self._languages = ("", "")
        self._unit: dict[str, str] | None = None
        self._line = 0
        self._segment: dict[str, str] = {}
        self._sides: dict[str, _Side] = {}
        self._side: _Side | None = None
        self._into: Builder | None = None
        self._marks: list[tuple[str, int, Builder | None]] = []
        self._native: list[str] | None = None
        self._data: dict[str, str] = {}
        self._datum: str | None = None
        self._note: list[str] | None = None
        self._unit_notes: list[str] = []
        self._tool: dict[str, dict[str, str]] = {}

    @property
    def unit(self) -> str:
        """The id of the unit that is open."""
        return (self._unit or {}).get("id", "")

    def start(self, name: str, attributes: dict[str, str], place: Place) -> None:
        """Take a tag that opens an element."""
        if self._aside:
            self._aside += 1
            return
        name = self._named(name, place)
        self._stack.append((name, attributes))
        if name in _ASIDE:
            self._aside = 1
        elif self._side is not None:
            self._inline(name, attributes, place)
        elif name == "xliff":
            self._languages = attributes.get("trgLang", ""), attributes.get("srcLang", "")
        elif name == "file":
            self._units.begin(
                attributes.get("original") or attributes.get("id"),
                attributes.get("target-language") or self._languages[0],
                attributes.get("source-language") or self._languages[1],
            )
        elif name in ("trans-unit", "unit"):
            self._unit, self._line, self._segment = attributes, place.line, {}
            self._sides, self._data, self._unit_notes, self._tool = {}, {}, [], {}
        elif self._unit is not None:
            self._part(name, attributes, place)

    def _part(self, name: str, attributes: dict[str, str], place: Place) -> None:
        """An element of a unit, outside its texts."""
        if name in ("source", "target", "seg-source"):
            side = self._sides[name] = self._side = _Side(place.line)
            side.state = attributes.get("state")
            inner = [one.get("xml:space") for _, one in self._stack if "xml:space" in one]
            side.preserve = bool(inner) and inner[-1] == "preserve"
            self._into = side.builder
        elif name == "segment":
            self._segment, self._line, self._sides = attributes, place.line, {}
        elif name == "ignorable":
            self._segment, self._sides = {"ignorable": "yes"}, {}
        elif name == "note":
            self._note = []
        elif name == "data":
            self._datum = attributes.get("id", "")
            self._data[self._datum] = ""
        elif name == "sdl:seg":
            self._tool[attributes.get("id", "")] = attributes

    def _named(self, name: str, place: Place) -> str:
        """The name of an element without the prefix that the file gives XLIFF."""
        if self._prefix is None:
            prefix, _, local = name.rpartition(":")
            if local != "xliff":
                raise ReadError(f"XML of a kind that is not read (<{name[:40]}>): give XLIFF, TMX or PO", place.line)
            self._prefix = f"{prefix}:" if prefix else ""
        return name.removeprefix(self._prefix) if self._prefix else name

    def _inline(self, name: str, attributes: dict[str, str], place: Place) -> None:
        """An element inside a text."""
        into = self._into
        if self._native is not None or into is None:
            return
        kind = _INLINE.get(name)
        key = attributes.get("rid") or attributes.get("startRef") or attributes.get("id") or name
        label = attributes.get("equiv-text") or attributes.get("equiv") or attributes.get("disp") or ""
        label = label or self._data.get(attributes.get("dataRef") or attributes.get("dataRefStart") or "", "")
        if name == "mrk":
            self._mark(attributes, into, place)
        elif name == "cp":
            into.text(_character(attributes.get("hex", "")))
        elif name in _NATIVE and (name != "ph" or not label):
            self._native = []
        elif kind == "alone":
            _alone(into, key, attributes, label)
        elif kind is not None:
            into.tag(kind, key, label or f"<{name} {key}>")

    def _mark(self, attributes: dict[str, str], into: Builder, place: Place) -> None:
        """An annotation: a segment, what is not to be translated, or what was taken out."""
        kind = attributes.get("mtype") or attributes.get("type") or ""
        side = self._side
        assert side is not None
        if kind == "seg":
            inner = side.segments.setdefault(attributes.get("mid") or str(len(side.segments) + 1), Builder(place.line))
            self._marks.append(("seg", 0, into))
            self._into = inner
        elif kind == "x-sdl-deleted":
            self._marks.append(("deleted", 0, into))
            self._into = None
        else:
            protected = kind == "protected" or attributes.get("translate") == "no"
            self._marks.append(("protected" if protected else "", into.length, into))

    def end(self, name: str, place: Place) -> None:
        """Take the end of an element."""
        if self._aside:
            self._aside -= 1
            if not self._aside:
                self._stack.pop()
            return
        name, attributes = self._stack.pop()
        if name in ("source", "target", "seg-source") and self._side is not None:
            if not self._verbatim(self._side, place.byte):
                self._side.builder.column = None
            self._side = self._into = self._native = None
            self._marks.clear()
        elif self._side is not None:
            self._inline_end(name, attributes)
        elif name == "note":
            self._unit_notes.append("".join(self._note or ()))
            self._note = None
        elif name == "data":
            self._datum = None
        elif name in ("segment", "ignorable") and self._unit is not None:
            self._give()
        elif name in ("trans-unit", "unit"):
            if name == "trans-unit":
                self._give()
            self._unit = None
        elif name == "file":
            self._units.end()

    @staticmethod
    def _verbatim(side: _Side, end: int) -> bool:
        """Whether the text of a side stands in the file letter for letter."""
        if side.begin is None or side.builder.tagged or side.segments:
            return False
        return end - side.begin == len(side.builder.done().text.encode("utf-8", "replace"))

    def _inline_end(self, name: str, attributes: dict[str, str]) -> None:
        if name == "mrk":
            if not self._marks:
                return
            what, start, into = self._marks.pop()
            if what == "protected" and into is not None:
                into.protect(start)
            self._into = into
            return
        into = self._into
        if into is None:
            return
        key = attributes.get("rid") or attributes.get("startRef") or attributes.get("id") or name
        if name in _PAIRED and self._native is None:
            into.tag("close", key, f"</{name} {key}>")
        elif name in _NATIVE and self._native is not None:
            content, self._native = "".join(self._native), None
            kind: Kind = _INLINE[name]
            if name == "it":
                kind = _PLACES.get(attributes.get("pos", ""), "alone")
            if kind == "alone":
                _alone(into, key, attributes, content)
            else:
                into.tag(kind, key, content or f"<{name} {key}>")

    def text(self, data: str, place: Place) -> None:
        """Take a piece of text."""
        if self._aside:
            return
        if self._side is not None:
            if self._native is not None:
                self._native.append(data)
            elif self._into is not None:
                side = self._side
                if side.begin is None:
                    side.begin = place.byte
                    side.builder.column = place.column
                    side.builder.line = place.line
                self._into.text(data)
        elif self._note is not None:
            self._note.append(data)
        elif self._datum is not None:
            self._data[self._datum] += data

    def finish(self) -> None:
        """The file is at its end, or breaks off."""
        self._units.end()

    def _give(self) -> None:
        """The unit, or the segment of one, is complete."""
        unit, segment, sides = self._unit or {}, self._segment, self._sides
        self._sides, self._segment = {}, {}
        if segment.get("ignorable") or self._closed():
            return
        target, source = sides.get("target"), sides.get("source")
        cut = sides.get("seg-source")
        targets = target.texts() if target else {}
        sources = cut.texts() if cut and "" not in targets else source.texts() if source else {}
        note = tidy_note(" / ".join(self._unit_notes))
        whole = _id(unit.get("id"), segment.get("id"))
        if "" not in targets and sources and not targets.keys() <= sources.keys():
            self._notes.add("source and target are not cut alike: compared as far as they are", self._line)
        given: dict[str, Text | None] = dict(targets) if targets else dict.fromkeys(sources)
        for name, text in given.items():
            tool = self._tool.get(name, {})
            locked = (tool.get("locked") or unit.get("mq:locked") or unit.get("m:locked") or "").lower() in _LOCKED
            state = (
                segment.get("state")
                or (target.state if target else None)
                or tool.get("conf")
                or unit.get("mq:status")
                or {"yes": "approved", "no": None}.get(unit.get("approved", ""))
            )
            one = Unit(_id(whole, name), state, locked, note)
            self._units.add(sources.get(name), text, one, (text.line if text else None) or self._line)

    def _closed(self) -> bool:
        """Whether the unit is not to be translated: its word, or that of the nearest group that has one."""
        words = [self._unit or {}, *(attributes for _, attributes in reversed(self._stack))]
        said = next((one["translate"] for one in words if "translate" in one), "yes")
        return said == "no"


def _id(first: str | None, second: str | None) -> str | None:
    return "/".join(part[:60] for part in (first, second) if part) or None


def _character(number: str) -> str:
    """A character that XML cannot hold, as a sign for what cannot be shown."""
    try:
        char = chr(int(number, 16))
    except (ValueError, OverflowError):
        return "\ufffd"
    return char if char.isprintable() or char in "\t\n" else "\ufffd"


def _alone(into: Builder, key: str, attributes: dict[str, str], content: str) -> None:
    """A placeholder; or a tag that a tool has written as one, so told by its content or by its id."""
    kind = attributes.get("ctype") or attributes.get("type") or ""
    if kind == "lb" and not content.strip():
        into.tag("alone", key, "<br>")
        into.break_line()
        return
    if told(content) is None:
        for begin, way in (("START_", "open"), ("CLOSE_", "close")):
            if key.startswith(begin):  # as Angular has it
                into.tag("open" if way == "open" else "close", key, f"<{key}>")
                return
    into.placeholder(key, content)
