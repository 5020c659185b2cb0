"""XML cut into tags and text as a stream, and what is broken in it mended, as readers of feeds do.

Nothing is ever expanded or fetched: a document that declares entities is refused. Every repair is noted.
"""

from __future__ import annotations

import io
import re
from html.entities import html5
from typing import Literal, Protocol

from mtqa.lazy import regex
from mtqa.readers.base import Notes, ReadError

#: Characters of a tag, or of a document type, beyond any honest one.
_MAX_TAG = 65536
#: Longest reference: what may have to wait for the next piece of the file.
_MAX_REFERENCE = 40

#: What XML 1.0 forbids.
_FORBIDDEN = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
#: Low bytes of the marks U+2013 to U+201D, of which a tool has cut the high byte.
_CUT_MARKS = frozenset("\x13\x14\x18\x19\x1c\x1d")
_WHITE = frozenset("\x0b\x0c\x1c\x1d\x1e\x1f")

_REFERENCE = regex(r"&(?:#([0-9]{1,9});?|#[xX]([0-9A-Fa-f]{1,8});?|([A-Za-z][A-Za-z0-9]{0,31});|)")
_OWN = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}

_NAME = regex(r"[^\W\d][\w:.-]*|:[\w:.-]+")
#: To the end of a tag: quotes hold no `<`. Possessive, so linear.
_INSIDE = regex(r"""(?:[^"'<>]++|"[^"<]*+"|'[^'<]*+')*+""")
#: The same with `<` or `>` in the quotes, which then must end as a value does.
_LOOSE = regex(r"""(?:[^"'<>]++|"[^"]{0,2000}+"(?=[\s/>?])|'[^']{0,2000}+'(?=[\s/>?]))*+>""")
_ATTRIBUTE = regex(r"""([^\s=/"'<>]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>]*+)))?""")
_DOCTYPE_END = regex(r"[^\[>]*+(?:\[[^\]]*+(?:\](?!\s*>)[^\]]*+)*+\]\s*+)?>")

_LONGEST_OPENING = "<!DOCTYPE"
_XML_DECLARATION = regex(r"<\?xml\s[^>]*+>?", re.IGNORECASE)
_ENTITY = regex(r"<!ENTITY\s{1,99}(?:%\s{1,99})?([^\s>]{1,40})")
_BRACKET = regex(r"[<>]")

#: Sections that are taken whole: how they begin and end.
_SECTIONS: tuple[tuple[str, str, Literal["cdata", "comment", "instruction"]], ...] = (
    ("<![CDATA[", "]]>", "cdata"),
    ("<!--", "-->", "comment"),
    ("<?", "?>", "instruction"),
)
_ENDS = {kind: end for _, end, kind in _SECTIONS}


_UNENDED = "a tag without its end (>), or with a quote left open: ended where it seems to end"
_MAX_NAME = 200


class Handler(Protocol):
    """Who takes what the markup holds; lines are those of the file, from 1."""

    def start(self, name: str, attributes: dict[str, str], line: int, *, empty: bool) -> None:
        """A tag that opens an element; `empty` where it closes it, too."""

    def end(self, name: str, line: int) -> None:
        """A tag that closes one; whether it was open is not known here."""

    def text(self, data: str, line: int) -> None:
        """A piece of text, references resolved."""


class _Line:
    """Lines of places in a text that are asked for in order."""

    def __init__(self, text: str, line: int) -> None:
        self._text, self._line, self._place = text, line, 0

    def at(self, place: int) -> int:
        """The line of a place."""
        self._line += self._text.count("\n", self._place, place)
        self._place = place
        return self._line


class Tags:
    """Cuts markup into tags and text.

    Args:
        handler: takes them.
        notes: takes the repairs.
    """

    def __init__(self, handler: Handler, notes: Notes) -> None:
        self.line = 1
        self._handler = handler
        self._notes = notes
        self._newlines = io.IncrementalNewlineDecoder(None, translate=True)
        self._rest = ""
        self._begun = False
        self._past_start = False
        self._doctype = False
        self._section: Literal["cdata", "comment", "instruction"] | None = None

    def feed(self, chunk: str | None) -> None:
        """Take the next piece; `None` at the end.

        Raises:
            ReadError: declares an entity; or what the handler raises.
        """
        final = chunk is None
        data = self._newlines.decode(chunk or "", final=final)
        if _FORBIDDEN.search(data):
            data = self._allowed(data)
        buffer = self._rest + data
        if not self._begun:  # a mark and white space before the declaration
            rest = buffer.lstrip("\ufeff \t\n")
            self.line += buffer.count("\n", 0, len(buffer) - len(rest))
            self._begun = final or len(rest) >= len(_LONGEST_OPENING)
            buffer = rest
            if not self._begun:
                self._rest = rest
                return
        position = 0
        while position < len(buffer):
            taken = self._take(buffer, position, final=final)
            if taken == position:
                break
            self.line += buffer.count("\n", position, taken)
            position = taken
        self._rest = buffer[position:]

    @property
    def open_section(self) -> bool:
        """Whether a comment or the like was begun and not ended."""
        return self._section is not None

    def _take(self, buffer: str, position: int, *, final: bool) -> int:
        """Take one tag, section or text; return where it ends, or where it began if more is needed."""
        if self._section is not None:
            return self._take_section(buffer, position, final=final)
        opening = buffer.find("<", position)
        if opening != position:
            end = len(buffer) if opening < 0 else opening
            if opening < 0 and not final:
                reference = buffer.rfind("&", max(position, end - _MAX_REFERENCE))
                if reference >= 0 and ";" not in buffer[reference:]:
                    end = reference
            if end > position:
                self._text(buffer[position:end])
            return end
        if not final and len(buffer) - position < len(_LONGEST_OPENING):
            return position
        if declaration := _XML_DECLARATION.match(buffer, position):
            if declaration.end() == len(buffer) and not final and len(buffer) - position < _MAX_TAG:
                return position
            return self._xml_declaration(declaration)
        self._past_start = True
        for begin, _, kind in _SECTIONS:
            if buffer.startswith(begin, position):
                self._section = kind
                return position + len(begin)
        if buffer.startswith("<!", position):
            return self._declaration(buffer, position, final=final)
        if buffer.startswith("</", position):
            return self._end_tag(buffer, position, final=final)
        return self._start_tag(buffer, position, final=final)

    def _xml_declaration(self, found: re.Match[str]) -> int:
        if self._past_start:
            self._notes.add("an XML declaration that does not stand at the very start: passed over", self.line)
        elif not found[0].endswith("?>"):
            self._notes.add("an XML declaration that does not end with ?>: ended at its line or >", self.line)
        self._past_start = True
        return found.end()

    def _take_section(self, buffer: str, position: int, *, final: bool) -> int:
        assert self._section is not None
        close = _ENDS[self._section]
        end = buffer.find(close, position)
        stop = end if end >= 0 else max(position, len(buffer) - (0 if final else len(close) - 1))
        if self._section == "cdata" and stop > position:
            self._handler.text(buffer[position:stop], self.line)
        if end < 0:
            return stop
        self._section = None
        return end + len(close)

    def _declaration(self, buffer: str, position: int, *, final: bool) -> int:
        """A document type; anything else with `<!` is passed over, as browsers do."""
        if self._doctype or buffer[position : position + 9].upper() != "<!DOCTYPE":
            self._refuse_entities(buffer, position, position + len("<!ENTITY") + _MAX_REFERENCE, within=False)
            stop = _BRACKET.search(buffer, position + 2)
            if stop is None and not final and len(buffer) - position < _MAX_TAG:
                return position
            return stop.end() if stop is not None and stop[0] == ">" else self._literal(position)
        match = _DOCTYPE_END.match(buffer, position)
        self._refuse_entities(buffer, position, match.end() if match else position + _MAX_TAG, within=True)
        if match is None and not final and len(buffer) - position < _MAX_TAG:
            return position
        self._doctype = True
        return match.end() if match else self._literal(position)

    def _refuse_entities(self, buffer: str, position: int, end: int, *, within: bool) -> None:
        found = (_ENTITY.search if within else _ENTITY.match)(buffer, position, end)
        if found:
            raise ReadError(
                f"declares the entity {found[1]!r} (DOCTYPE), which can make a file grow or read others: "
                "refused; write the characters themselves",
                self.line + buffer.count("\n", position, found.start()),
            )

    def _end_tag(self, buffer: str, position: int, *, final: bool) -> int:
        stop = _BRACKET.search(buffer, position + 2)
        if stop is None and not final and len(buffer) - position < _MAX_TAG:
            return position
        end = len(buffer) if stop is None else stop.start()
        if stop is None or stop[0] == "<":
            if stop is not None:
                self._notes.add(_UNENDED, self.line)
            following = end
        else:
            following = end + 1
        self._handler.end(buffer[position + 2 : end].strip()[:_MAX_NAME], self.line)
        return following

    def _start_tag(self, buffer: str, position: int, *, final: bool) -> int:
        named = _NAME.match(buffer, position + 1)
        if named is None:
            return self._literal(position)
        inside = _INSIDE.match(buffer, named.end())
        assert inside is not None
        end = inside.end()
        if end >= len(buffer) or buffer[end] != ">":
            unsure = buffer.find("<", named.end()) < 0
            if not final and len(buffer) - position < _MAX_TAG and unsure:
                return position
            loose = _LOOSE.match(buffer, named.end())
            if loose is not None:
                end = loose.end() - 1
                self._notes.add("< in the value of an attribute: write &lt;", self.line)
            elif final and unsure:
                return len(buffer)  # the file breaks off in a tag
            else:
                return self._broken_tag(buffer, position, named)
        self._tag(named[0], buffer[named.end() : end])
        return end + 1

    def _broken_tag(self, buffer: str, position: int, named: re.Match[str]) -> int:
        """A tag that is not ended before the next, or has a quote that is not closed."""
        stop = _BRACKET.search(buffer, named.end())
        if stop is None or stop.start() - position > _MAX_TAG:
            return self._literal(position)
        self._notes.add(_UNENDED, self.line)
        self._tag(named[0], buffer[named.end() : stop.start()])
        return stop.end() if stop[0] == ">" else stop.start()

    def _tag(self, name: str, inside: str) -> None:
        empty = inside.endswith("/")
        attributes: dict[str, str] = {}
        if inside.strip("/ \t\n"):
            for found in _ATTRIBUTE.finditer(inside.removesuffix("/")):
                key, double, single, bare = found.groups()
                value = double if double is not None else single
                if value is None:
                    value = bare or ""
                    self._notes.add("an attribute without quotes: quote it", self.line)
                if key in attributes:
                    self._notes.add("an attribute given twice in one tag: the first counts", self.line)
                    continue
                value = value.replace("\n", " ").replace("\t", " ")
                attributes[key] = self._resolved(value) if "&" in value else value
        self._handler.start(name, attributes, self.line, empty=empty)

    def _literal(self, position: int) -> int:
        self._notes.add("a bare <: read as the sign itself; write &lt;", self.line)
        self._handler.text("<", self.line)
        return position + 1

    def _text(self, data: str) -> None:
        self._past_start = True
        self._handler.text(self._resolved(data) if "&" in data else data, self.line)

    def _resolved(self, text: str) -> str:
        """Text with its references resolved."""

        place = _Line(text, self.line)

        def resolve(match: re.Match[str]) -> str:
            decimal, hexadecimal, name = match.groups()
            if name in _OWN:
                return _OWN[name]
            line = place.at(match.start())
            if decimal or hexadecimal:
                return self._character(match[0], int(decimal) if decimal else int(hexadecimal, 16), line)
            if name and f"{name};" in html5:
                if not self._doctype:
                    self._notes.add("an HTML entity that XML does not know ({}): read as in HTML", line, match[0])
                return html5[f"{name};"]
            if name:
                self._notes.add("an unknown entity ({}): read as its letters", line, match[0])
            else:
                self._notes.add("a bare &: read as the sign itself; write &amp;", line)
            return match[0]

        return _REFERENCE.sub(resolve, text)

    def _character(self, written: str, number: int, line: int) -> str:
        if not written.endswith(";"):
            self._notes.add("a reference to a character without its semicolon", line)
        if number > 0x10FFFF or _FORBIDDEN.match(chr(number)):
            self._notes.add("a reference to a character that XML forbids ({}): left out", line, written)
            return ""
        return chr(number)

    def _allowed(self, data: str) -> str:
        """Text without the characters that XML forbids."""

        place = _Line(data, self.line + self._rest.count("\n"))

        def replace(match: re.Match[str]) -> str:
            char, start = match[0], match.start()
            line = place.at(start)
            inside = data[start - 1 : start].isalpha() and data[start + 1 : start + 2].isalpha()
            if char in _CUT_MARKS and inside:
                what, put = "read as U+FFFD, for a mark was lost here", "\ufffd"
            else:
                what, put = "left out", " " if char in _WHITE else ""
            self._notes.add(f"a control character ({{}}): {what}", line, f"U+{ord(char):04X}")
            return put

        return _FORBIDDEN.sub(replace, data)
