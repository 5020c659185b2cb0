"""Hostile text made fit to show: nothing invisible acts, and the width of what is shown is known."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from mtqa.lazy import regex
from mtqa.unicode import pinned

#: Invisible characters that belong to the spelling of words and emoji, or are themselves seen: shown as they are.
_KEPT = frozenset(
    "\u200c\u200d\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"  # joiners; Arabic and other number signs
    + "".join(map(chr, range(0x0600, 0x0606)))
    + "".join(map(chr, range(0xE0020, 0xE0080)))  # tags, as in the flags of Scotland and Wales
)

#: Texts of characters that are shown as they are, one column each: nearly all there is, and quick to tell.
PLAIN = regex("[\x20-\x7e\u00a1-\u00ac\u00ae-\u02ff\u0400-\u0482\u2010-\u2027\u2030-\u205e]*")


#: Signs that Unicode 16 calls wide and earlier versions do not.
_WIDE_NOW = regex("[\u2630-\u2637\u268a-\u268f\u4dc0-\u4dff\U0001d300-\U0001d356\U0001d360-\U0001d376]")


def _category(char: str) -> str:
    """The category of a code point, the same for all versions of Python."""
    return unicodedata.category(pinned(char))


@lru_cache(maxsize=4096)
def shown(char: str) -> str:
    """One code point as it is shown: itself, a space for a tab, or a visible stand-in.

    Stand-ins: `␛` and its like for the C0 controls, `↵` for a line feed, `<U+202E>` for the rest.
    """
    code = ord(char)
    if char == "\n":
        return "↵"
    if char == "\t" or _category(char) == "Zs":
        return " "
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "␡"
    category = _category(char)
    if category in ("Cc", "Cs", "Zl", "Zp") or code & 0xFFFE == 0xFFFE:
        return f"<U+{code:04X}>"
    if category == "Cf" and char not in _KEPT:
        return f"<U+{code:04X}>"
    return char


#: Commands to CI systems wherever they stand in a line: `##[…]`, `##vso[…]`, `##teamcity[…]`.
COMMAND = regex(r"#(?=#(?:vso|teamcity)?\[)", re.IGNORECASE)


def disarmed(line: str) -> str:
    """A line of output that no CI system takes for a command: stand-ins of the same width break those it holds.

    Those that begin a line, `::…`, are commands behind blanks, too.
    """
    if "##" in line:
        line = COMMAND.sub("♯", line)
    words = line.lstrip()
    return line[: len(line) - len(words)] + "∶" + words[1:] if words.startswith("::") else line


def visible(text: str) -> str:
    """The text on one line, every code point as it is shown; commands to CI systems inside it disarmed."""
    if "##" in text:
        text = COMMAND.sub("♯", text)
    if PLAIN.fullmatch(text):
        return text
    return "".join(map(shown, text))


@lru_cache(maxsize=4096)
def char_width(char: str) -> int:
    """Terminal columns of one shown code point: 2 for wide East Asian and emoji, 0 for marks."""
    if char in "\u200c\u200d" or "\u1160" <= char <= "\u11ff" or "\ud7b0" <= char <= "\ud7ff":
        return 0  # joiners; vowels and finals of Hangul syllables in parts
    category = _category(char)
    if category in ("Mn", "Me", "Cf"):
        return 0
    if category == "Cn" or _WIDE_NOW.fullmatch(char):
        return 1
    return 2 if unicodedata.east_asian_width(char) in ("W", "F") else 1


def width(text: str) -> int:
    """Terminal columns of a text that `visible` has made."""
    return len(text) if PLAIN.fullmatch(text) else sum(map(char_width, text))


def clip(text: str, columns: int) -> str:
    """The text made visible, and cut to at most `columns` columns with `…` where it is longer."""
    head = visible(text[: 4 * columns + 4])  # marks may take no room, but not endlessly
    cut, used = 0, 0
    for char in head:
        used += char_width(char)
        if used > columns:
            break
        cut += 1
    if cut == len(head) and len(text) <= 4 * columns + 4:
        return head
    while cut and used > columns - 1:
        cut -= 1
        used = width(head[:cut])
    return head[:cut].rstrip() + "…"


def pad(text: str, columns: int) -> str:
    """The text filled with spaces to `columns` columns."""
    return text + " " * (columns - width(text))
