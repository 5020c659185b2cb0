"""Build `rules/data/artefact_heads.json`: what a line begins with, and holds, to be a wording of `artefact_lines.toml`.

    python tools/build_heads.py

Run it when wordings change. Until then they are found as before, but every run works out their beginnings by itself,
in half a second.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from mtqa_rules.artefacts._marks import MARKS, Row, signed
from mtqa_rules.artefacts._wording import HEADS, digest, grouped, listed
from mtqa_rules.data import DATA

_SHORTEST, _MOST = 3, 60  # characters of a fragment; fragments of a wording


def fragments(source: str) -> list[str]:
    """What a regular expression has literally, in small letters: one of these stands in all that it matches.

    None where that cannot be said in few words. Letters beyond ASCII that have a case are no part of one.
    """
    parser: Any = re._parser  # type: ignore[attr-defined]
    return sorted(_least(parser.parse(source, re.IGNORECASE)) or ())


def _least(items: Iterable[Any]) -> set[str] | None:
    """The best fragments of a sequence of the parser's: the longest, of which one is needed."""
    found: list[set[str]] = []
    run = ""
    for kind, value in [*((str(kind), value) for kind, value in items), ("END", None)]:
        char = chr(value) if kind == "LITERAL" else ""
        if char and (char.isascii() or char.lower() == char.upper()):
            run += char.lower()
            continue
        if len(run) >= _SHORTEST or (len(run) > 1 and not run.isascii()):
            found.append({run})
        run = ""
        inner: set[str] | None = None
        if kind == "SUBPATTERN":
            inner = _least(value[-1])
        elif kind == "BRANCH":
            branches = [_least(branch) for branch in value[1]]
            inner = set().union(*(branch or () for branch in branches)) if all(branches) else None
        elif kind in ("MAX_REPEAT", "MIN_REPEAT") and value[0]:
            inner = _least(value[2])
        if inner and len(inner) <= _MOST:
            found.append(inner)
    return max(found, key=lambda those: (min(map(len, those)), -len(those)), default=None)


def text() -> str:
    """What the file is to hold."""
    groups = ",\n".join(json.dumps(group, ensure_ascii=False) for group in grouped())
    needs = ",\n".join(json.dumps(fragments(source), ensure_ascii=False) for _, source, _ in listed())
    marks = ",\n".join(
        f'"{number}": {json.dumps(fragments(row.source), ensure_ascii=False)}' for number, row in sorted(rows().items())
    )
    return (
        f'{{"of": "{digest()}", "groups": [\n{groups}\n], "needs": [\n{needs}\n],\n'
        f'"of_marks": "{digest(MARKS)}", "marks": {{\n{marks}\n}}}}\n'
    )


def rows() -> dict[int, Row]:
    """The tables of marks by number."""
    return {row.number: row for rows in signed.__wrapped__().values() for row in rows}  # type: ignore[attr-defined]


if __name__ == "__main__":
    (DATA / HEADS).write_text(text(), encoding="utf-8")
