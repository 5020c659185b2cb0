"""Cells of a table that a spreadsheet will open: no formula, no line break, nothing that cannot be encoded."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from mtqa.lazy import regex
from mtqa.reporters.visible import COMMAND
from mtqa.unicode import pinned

if TYPE_CHECKING:
    from mtqa.segment import Unit

#: Columns of what the input says of a translation unit.
UNIT_COLUMNS = ("unit", "state", "locked", "note")

#: Stands between the suggestions of one cell.
SEPARATOR = " | "

_BREAK = regex("\r\n|[\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_UNSHOWN = regex("[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

# What spreadsheets skip before they look for a formula: blanks, controls, and characters nobody sees.
_SKIPPED = ("Zs", "Zl", "Zp", "Cc", "Cf")


def defuse(cell: str) -> str:
    """The cell, with an apostrophe before it where a spreadsheet might run it as a formula.

    That is where it begins with a tab or carriage return, or where its first visible character is `=`, `+`, `-`
    or `@`, full-width, small and raised forms included. Where it begins with `::`, which a CI system might obey, too.
    Idempotent.
    """
    if cell[:1] in ("\t", "\r") or cell.lstrip().startswith("::"):
        return "'" + cell
    for char in cell:
        if unicodedata.category(pinned(char)) not in _SKIPPED:
            return "'" + cell if unicodedata.normalize("NFKC", char) in ("=", "+", "-", "@") else cell
    return cell


def one_line(text: str) -> str:
    """The text with every line break as a space, and controls and lone surrogates as U+FFFD; tabs stay.

    Commands to CI systems inside it are disarmed: a table may be printed in a log.
    """
    return COMMAND.sub("♯", _UNSHOWN.sub("\ufffd", _BREAK.sub(" ", text)))


def cell(text: str | None) -> str:
    """Any text as one safe cell; empty for `None`."""
    return defuse(one_line(text or ""))


def unit_texts(unit: Unit | None) -> tuple[str | None, ...]:
    """The texts of `UNIT_COLUMNS`, each in one line; `None` for what is not known."""
    if unit is None:
        return (None,) * len(UNIT_COLUMNS)
    id, state, note = (one_line(text) if text else None for text in (unit.id, unit.state, unit.note))
    return id, state, "true" if unit.locked else "false", note
