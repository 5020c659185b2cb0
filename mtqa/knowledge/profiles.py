"""What langdetect knows of letters in a row, by language: packed, and mapped where tables are kept."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path

from mtqa.knowledge.table import Table, tables

__all__ = ["Rows", "languages", "rows"]

_LIMIT = 1 << 12  # rows remembered, of the tens of thousands that there are: half a kilobyte each


class Rows(dict[str, list[float]]):
    """How often letters come in a row, of all that a language writes, by language.

    Worked out for the letters that a text has. The table of all, as langdetect makes it, takes a third of a second.

    Args:
        table: for each row the numbers of the languages that have it, and how often.
        totals: of each language, in rows of one, two and three letters.
    """

    def __init__(self, table: Table, totals: list[list[int]]) -> None:
        super().__init__()
        self._table = table
        self._totals = totals

    def __contains__(self, letters: object) -> bool:
        return isinstance(letters, str) and bool(self[letters])

    def __missing__(self, letters: str) -> list[float]:
        line = self._table.find(letters)
        if line is None:
            return []
        row = [0.0] * len(self._totals)
        for item in line.split(" "):
            number, _, often = item.partition(":")
            row[int(number)] = int(often) / self._totals[int(number)][len(letters) - 1]
        if len(self) >= _LIMIT:
            self.clear()
        self[letters] = row
        return row


@cache
def _packed() -> dict[str, Table]:
    """Tables of langdetect's files: of the letters, and of the languages, by number: the name and the totals."""
    from langdetect import detector_factory  # rarely needed

    folder = Path(detector_factory.PROFILES_DIRECTORY)

    @tables("letters", of=str(folder))
    def read() -> dict[str, dict[str, str]]:
        letters: dict[str, list[str]] = {}
        named: dict[str, str] = {}
        for number, path in enumerate(sorted(folder.glob("[!.]*"))):
            one = json.loads(path.read_text(encoding="utf-8"))
            named[f"{number:03}"] = " ".join([one["name"], *map(str, one["n_words"])])
            for row, often in one["freq"].items():
                letters.setdefault(row, []).append(f"{number}:{often}")
        return {"letters": {row: " ".join(items) for row, items in letters.items()}, "languages": named}

    return read()


def _languages() -> list[list[str]]:
    return [line.split(" ") for line in _packed()["languages"].read().values()]


def languages() -> list[str]:
    """The codes of langdetect's languages, in their order."""
    return [name for name, *_ in _languages()]


def rows() -> Rows:
    """The rows of letters of those languages."""
    return Rows(_packed()["letters"], [list(map(int, totals)) for _, *totals in _languages()])
