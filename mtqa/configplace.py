"""Where something stands in a configuration file: for the messages that complain of it, and for `mtqa config`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from mtqa.lazy import regex

#: A key, or the name of the nth of several tables (from 1), from the outside in.
Way = tuple[str | int, ...]

_NAME = r"""[A-Za-z0-9_-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*'"""
_DOTTED = rf"(?:{_NAME})(?:\s*\.\s*(?:{_NAME}))*"
_HEADER = regex(rf"(\[\[?)\s*({_DOTTED})\s*\]")
_KEY = regex(rf"({_DOTTED})\s*=")
_BLANK = regex(r"\s*")
_PIECE = regex(_NAME)

#: Names of a dotted key that are looked at.
_DEEP = 20

#: What a value may hold that hides the end of its line: strings, comments, brackets.
_TOKEN = regex(
    r'"""(?:[^\\]|\\.)*?"{3,5}|'
    r"'''.*?'{3,5}|"
    r'"(?:[^"\\\n]|\\.)*"|' + r"'[^'\n]*'|#[^\n]*|[\[\]{}]|\n|[^\"'#\[\]{}\n]+|.",
    re.DOTALL,
)


def lines(path: str) -> Mapping[Way, int]:
    """The 1-based lines of all keys and headers of a TOML file, those below `tool.mtqa` by their names there.

    A file that cannot be read has none.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return MappingProxyType({})
    found: dict[Way, int] = {}
    times: dict[Way, int] = {}
    table: Way = ()
    line, offset = 1, 0
    while offset < len(text):
        blank = _BLANK.match(text, offset)
        assert blank is not None  # it may be empty
        line += blank[0].count("\n")
        offset = blank.end()
        header, key = _HEADER.match(text, offset), _KEY.match(text, offset)
        if begun := header or key:
            way: Way = tuple(_plain(one) for one in _PIECE.findall(begun[2] if header else begun[1])[:_DEEP])
            if header:
                way = _counted(way, times, header[1] == "[[")
                table = way
            else:
                way = (*table, *way)
            for end in range(1, len(way) + 1):
                found.setdefault(_shortened(way[:end]), line)
            offset = begun.end()
        offset, line = _rest(text, offset, line)
    return MappingProxyType(found)


def _plain(name: str) -> str:
    return name[1:-1] if name[0] in "\"'" else name


def _counted(way: Way, times: dict[Way, int], again: bool) -> Way:
    """The way of a header, with the number of each array of tables in it."""
    full: Way = ()
    for number, name in enumerate(way, 1):
        full = (*full, name)
        if again and number == len(way):
            times[full] = times.get(full, 0) + 1
        if full in times:
            full = (*full, times[full])
    return full


def _shortened(way: Way) -> Way:
    return way[2:] if way[:2] == ("tool", "mtqa") and len(way) > 2 else way


def _rest(text: str, offset: int, line: int) -> tuple[int, int]:
    """Where the line ends that a value ends on, and the number of the next."""
    depth = 0
    for token in _TOKEN.finditer(text, offset):
        said = token[0]
        line += said.count("\n")
        if said in ("[", "{"):
            depth += 1
        elif said in ("]", "}"):
            depth = max(0, depth - 1)
        elif said == "\n" and not depth:
            return token.end(), line
    return len(text), line


def at(path: str | Path, way: Way, known: Mapping[Way, int] | None = None) -> str:
    """`FILE:LINE` of a key or table, or of what it stands in; `FILE` alone where nothing of it is found.

    Args:
        known: what `lines` says of the file, where that is at hand.
    """
    known = lines(str(path)) if known is None else known
    for end in range(len(way), 0, -1):
        if way[:end] in known:
            return f"{path}:{known[way[:end]]}"
    return str(path)


def place(path: str | Path, word: str) -> str:
    """`FILE:LINE` where a string stands first in a file's part for mtqa; `FILE` alone where it is not found."""
    found = re.compile(rf"""["']{re.escape(word)}["']""")
    try:
        rows = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return str(path)
    first = next((i for i, row in enumerate(rows) if row.lstrip().startswith("[tool.mtqa")), 0)
    return next((f"{path}:{i}" for i, row in enumerate(rows[first:], first + 1) if found.search(row)), str(path))
