"""Catalogues of gettext (PO): the message is the source, or a key where it looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import field

from mtqa.document import Document, Problem
from mtqa.lazy import regex
from mtqa.readers.base import ReadError, ReadOptions
from mtqa.readers.inline import Text
from mtqa.readers.input import Input
from mtqa.readers.units import Gathered, tidy_note
from mtqa.segment import Unit
from mtqa.unicode import has_text
from mtqa.values import dataclass

_CHARSET = regex(rb"charset=([\w.:-]{1,40})")
_KEYWORD = regex(r"(#~\|?|#\|)?\s*(msgctxt|msgid_plural|msgid|msgstr)(?:\[\s*(\d{1,2})\s*\])?\s*(?=\")")
_STRING = regex(r'"((?:[^"\\]++|\\.)*+)"\s*$')
_ESCAPE = regex(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2})|(.))")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
#: A message that is a key: words joined by marks, and a mark there is.
_KEY = regex(r"[A-Za-z0-9]{1,40}(?:[._:/-][A-Za-z0-9]{1,40}){1,20}|[A-Z][A-Z0-9_]{2,80}")
_FIELD = regex(r"^([A-Za-z-]{2,40}):[ \t]*(.*)$", re.MULTILINE)
_SHOWN = 60
_GIVE_UP = 10


@dataclass(slots=True)
class _Message:
    """A message that is being read; each string with the line it begins on."""

    line: int
    strings: dict[tuple[str, int], list[str]] = field(default_factory=dict)
    lines: dict[tuple[str, int], int] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    obsolete: bool = False
    previous: bool = False

    def string(self, name: str, number: int = 0) -> str | None:
        """The string of a keyword; `None` where it is not there."""
        parts = self.strings.get((name, number))
        return None if parts is None else "".join(parts)


def read_po(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """The messages of a catalogue that have a translation; a message that cannot be read is a problem by itself."""
    units = Gathered(file.path, options, file.notes)
    head = _CHARSET.search(file.head)
    declared = head[1].decode("ascii") if head else ""
    catalogue = _Catalogue(units, file, options)
    broken = 0
    for item in _messages(file, "" if declared.upper() == "CHARSET" else declared):
        if isinstance(item, ReadError):
            yield item.problem(file.path)
            broken += 1
            if broken >= _GIVE_UP and not catalogue.messages:
                raise ReadError(f"gave up: the first {broken} messages cannot be read; is this a PO file?")
        else:
            catalogue.take(item)
        while units.ready:
            yield units.ready.popleft()
    units.end()
    while units.ready:
        yield units.ready.popleft()


def _messages(file: Input, declared: str) -> Iterator[_Message | ReadError]:
    """Messages in order; a line that is none of PO spoils its message alone."""
    message: _Message | None = None
    current: list[str] | None = None
    spoilt = False
    for number, line in file.lines(declared):
        if isinstance(line, ReadError):
            yield line
            spoilt, message, current = True, None, None
            continue
        line = line.strip()
        begins = not line or line.startswith(("#", "msgctxt", "msgid "))
        if begins and spoilt and not line.startswith("#|"):
            spoilt = False
        if spoilt:
            continue
        done = message is not None and ("msgstr", 0) in message.strings
        if message is not None and done and begins and not line.startswith("#~ msgstr"):
            yield message
            message, current = None, None
        if not line:
            continue
        message = message or _Message(number)
        if line.startswith("#") and not line.startswith(("#~", "#|")):
            _comment(message, line)
            continue
        found = _KEYWORD.match(line)
        body = line[found.end() :] if found else re.sub(r"^(?:#~\|?|#\|)\s*", "", line)
        text = _STRING.fullmatch(body)
        if found and found[1] in ("#|", "#~|"):
            message.previous, current = True, []
        elif found:
            message.obsolete = message.obsolete or found[1] == "#~"
            if not message.strings:
                message.line = number
            key = (found[2], int(found[3] or 0))
            current = message.strings.setdefault(key, [])
            message.lines.setdefault(key, number)
        elif line in ("#~", "#|") or (line.startswith("#") and text is None):
            continue
        if text is None or current is None:
            what = (
                "a string is not closed" if body.startswith('"') else f"found {line[:20]!r}, no keyword and no string"
            )
            yield ReadError(f"broken message: {what}; this message was passed over", number)
            spoilt, message, current = True, None, None
            continue
        current.append(text[1])
    if message is not None and message.strings:
        if ("msgstr", 0) in message.strings:
            yield message
        elif not message.obsolete:
            yield ReadError("broken message: it breaks off before its msgstr; get the file anew", message.line)


def _comment(message: _Message, line: str) -> None:
    kind = line[1:2]
    if kind == ",":
        message.flags += [flag.strip() for flag in line[2:].split(",")]
    elif kind == "." or (kind == " " and line[2:].lstrip().startswith("mtqa:")):
        message.notes.append(line[2:].strip())


class _Catalogue:
    """Messages made units."""

    def __init__(self, units: Gathered, file: Input, options: ReadOptions) -> None:
        self._units = units
        self._file = file
        self._options = options
        self._notes = file.notes
        self.messages = 0
        units.begin(file.path)

    def take(self, message: _Message) -> None:
        """Take one message."""
        self.messages += 1
        source, line = unescaped(message.string("msgid") or ""), message.line
        if message.obsolete:
            self._notes.add("an obsolete message (#~): passed over", line)
        elif not source and message.string("msgctxt") is None:
            self._header(unescaped(message.string("msgstr") or ""))
        elif "fuzzy" in message.flags and message.previous:
            self._notes.add("a fuzzy message, the translation of another (#|): passed over", line)
        else:
            self._unit(message, source)

    def _header(self, text: str) -> None:
        fields = {name.lower(): value.strip() for name, value in _FIELD.findall(text)}
        if not self._units.units:
            self._units.begin(self._file.path, fields.get("language", ""), fields.get("x-source-language", ""))

    def _unit(self, message: _Message, source: str) -> None:
        context = message.string("msgctxt")
        many = message.string("msgid_plural")
        plural = None if many is None else unescaped(many)
        name = " ".join(source[: 2 * _SHOWN].split())
        name = name if len(name) <= _SHOWN else name[: _SHOWN - 1] + "…"
        id = f"{unescaped(context)[:_SHOWN]}|{name}" if context else name
        formats = tuple(flag for flag in message.flags if flag.endswith("-format"))
        note = tidy_note(" ".join(message.notes))
        state = "fuzzy" if "fuzzy" in message.flags else None
        forms = sorted(number for key, number in message.strings if key == "msgstr")
        before: set[str] = set()
        for number in forms:
            target = unescaped(message.string("msgstr", number) or "")
            if target in before:  # forms that are alike are one text
                continue
            before.add(target)
            line = message.lines["msgstr", number]
            first, other = (source, plural) if number == 0 and len(forms) > 1 else (plural or source, source)
            unit = Unit(
                f"{id}[{number}]" if plural is not None else id,
                state or (None if has_text(target) else "untranslated"),
                note=note,
                plural=other if plural is not None else None,
                formats=formats,
            )
            is_key = _KEY.fullmatch(source) is not None and (" " in target or target != source)
            read = None if is_key else Text(first, line=message.line)
            if is_key and not has_text(target):
                read = Text(source)
            self._units.add(read, Text(target, line=line), unit, line)


def unescaped(text: str) -> str:
    """A string of PO without its escapes; those of bytes are read as characters of ASCII alone."""
    if "\\" not in text:
        return text

    def resolve(found: re.Match[str]) -> str:
        octal, hexadecimal, letter = found.groups()
        if letter is not None:
            return _ESCAPES.get(letter, letter)
        code = int(octal, 8) if octal else int(hexadecimal, 16)
        return chr(code) if code < 128 else found[0]

    return _ESCAPE.sub(resolve, text)
