"""What a paragraph is by its shape: an item of a list, a line of verse, a row of a table; and what is code in it."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.lazy import regex
from mtqa.segment import Kind

_ITEM = regex(r"\s{0,20}(?:[-*+•·▪◦‣●○■□✓✔►→]|\(?\d{1,3}[.)]|\(?[a-zA-Z]\))\s+(?=\S)")
#: Signs, or wide gaps, that part the cells of a row.
_GAP = regex(r"\s*[|│]\s*|\t+|\s{3,}")
_CELLS = 3
#: A quotation of a ticker: a figure with its sign or change.
_FIGURE = regex(r"(?<![\w.,])[-+±▲▼$€£¥]{0,2}\d[\d.,:]{0,15}%?(?![\w.,]\w)")
_FIGURES = 4
_ENDS = tuple(".?!…。？！")
_RUN_ON = (",", ";", "—", "–")
_CLOSERS = "\"”’')]»"
_OPENERS = "\"“‘'([«—–- "
_LINES = 3  # of verse, at least
_LONGEST = 60  # characters of a line of verse
#: Code between backticks, as posts and notes have it; not an apostrophe, not a fence.
_CODE = regex(r"(?<![\w`])`(?=[^\s`])([^`\n]{1,80})(?<=\S)`(?![\w`])")


def item_start(text: str) -> int:
    """Where the text of a list's item begins behind its sign or number; 0 where it has none."""
    found = _ITEM.match(text)
    return found.end() if found else 0


def code_in(text: str) -> list[tuple[int, int]]:
    """Ranges of code between backticks."""
    return [found.span() for found in _CODE.finditer(text)] if "`" in text else []


def shaped(texts: Sequence[str]) -> list[Kind]:
    """The kind of each of a text's paragraphs, "body" where its shape shows no other."""
    kinds: list[Kind] = [_alone(text) for text in texts]
    row: list[int] = []
    for number, text in enumerate([*texts, ""]):
        if number < len(texts) and kinds[number] == "body" and _line_of_verse(text):
            row.append(number)
            continue
        if _verse([texts[i] for i in row]):
            for i in row:
                kinds[i] = "verse"
        row = []
    return kinds


def _alone(text: str) -> Kind:
    if _ITEM.match(text):
        return "list"
    lines = [line for line in text.split("\n") if line.strip()]
    if len(lines) >= _LINES and all(map(_line_of_verse, lines)) and _verse(lines):
        return "verse"
    if not _open(text):
        return "body"
    cells = _GAP.split(text.strip())
    if len(cells) >= _CELLS and max(map(len, cells)) <= _LONGEST:
        return "table"
    figures = len(_FIGURE.findall(text))
    return "table" if figures >= _FIGURES and figures * 2 >= len(text.split()) else "body"


def _line_of_verse(text: str) -> bool:
    line = text.strip()
    return "\n" not in line and 0 < len(line) <= _LONGEST and line.lstrip(_OPENERS)[:1].isupper() and " " in line


def _verse(lines: Sequence[str]) -> bool:
    """Whether lines that could be verse run on from one to the next."""
    run_on = sum(line.rstrip().endswith(_RUN_ON) for line in lines)
    return len(lines) >= _LINES and run_on * 4 >= len(lines) and sum(map(_open, lines)) * 2 >= len(lines)


def _open(text: str) -> bool:
    """Whether no final mark ends it."""
    return not text.rstrip().rstrip(_CLOSERS).endswith(_ENDS)
