"""What the documents of every input go through: ids told apart, and no more lines of problems than anyone reads."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Literal

from mtqa.document import Document, Problem
from mtqa.readers.fields import Fields
from mtqa.readers.places import Places
from mtqa.values import dataclass

#: Lines of errors a file, and of warnings; more are counted.
MAX_LINES = 20

_SEVERITIES: tuple[Literal["error"], Literal["warning"]] = ("error", "warning")


@dataclass(slots=True)
class _Copies:
    """Documents after the first that have its id.

    Attributes:
        line, entry: place of the second document.
        called: its new id.
        count: of these documents.
        number: that the last one got.
    """

    line: int | None
    entry: int | None
    called: str = ""
    count: int = 0
    number: int = 1


def unique_ids(items: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """Pass the documents of a file on; of several with the same id each but the first gets a number: `id#2`.

    A warning names the places, behind the last document. Two feeds may well carry the same story: the path tells
    their documents apart; and so does what the user keeps, such as the engine that made them.
    """
    places = Places()
    copies: dict[tuple[str, Fields], _Copies] = {}
    path = "-"
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        path = item.path or path
        line = item.segments[0].line if item.segments else None
        named = (item.id, item.fields)
        if places.add(named, line):
            yield item
            continue
        again = copies.setdefault(named, _Copies(line, item.entry))
        again.count += 1
        again.number += 1
        while not places.add(((id := f"{item.id}#{again.number}"), item.fields), line):
            again.number += 1
        again.called = again.called or id
        yield dataclasses.replace(item, id=id)
    for (id, fields), again in copies.items():
        line = places.line((id, fields))
        first = "" if line is None else f" (first on line {line})"
        others = "the second is" if again.count == 1 else "the others are"
        last = "" if again.count == 1 else f" to {f'{id[-100:]}#{again.number}'!r}"
        yield Problem(
            path,
            f"the id {id[-100:]!r} stands for {again.count + 1} documents{first}: {others} called "
            f"{again.called[-100:]!r}{last} here; give every document of a file its own id",
            again.line,
            entry=again.entry,
            severity="warning",
        )


def capped(items: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """Pass the documents of a file on, and of its errors and warnings the first few each; then their number."""
    seen: Counter[Literal["error", "warning"]] = Counter()
    path = "-"
    for item in items:
        if isinstance(item, Problem):
            path = item.path
            seen[item.severity] += 1
            if seen[item.severity] > MAX_LINES:
                continue
        yield item
    for severity in _SEVERITIES:
        if (more := seen[severity] - MAX_LINES) > 0:
            message = f"and {more} more {severity}{'s' if more > 1 else ''} in this file"
            yield Problem(path, message, severity=severity)
