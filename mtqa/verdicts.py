"""Verdicts of people on findings, and their own marks for what was missed: a table (CSV), one a row.

Columns, in this order where mtqa writes it, in any order where it reads it:

    document   id of the document, as reports have it
    path       file of the document; may be left out
    segment    number of the segment, as reports have it
    start,end  code points in the target of that segment
    rule       id of the rule that found it; empty for an own mark
    category   MQM category
    severity   neutral, minor, major or critical
    text       the words in the span, on one line
    verdict    accept (the finding is right), dismiss (a false alarm) or missed (an own mark);
               a row that is not filled in is passed over
    by         who says so; may be left out, as all that follow
    at         when, ISO 8601; UTC where no zone is given
    comment    why
    expires    the day from which on a suppression made of it silences nothing, ISO 8601

A cell that a spreadsheet might run as a formula has an apostrophe before it, which the reader takes away again.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Literal, TextIO, get_args

from mtqa.finding import CATEGORIES, SEVERITIES, Severity, unknown
from mtqa.readers.one import named_pipe
from mtqa.reporters.cells import defuse, one_line
from mtqa.values import dataclass

Decision = Literal["accept", "dismiss", "missed"]
DECISIONS: tuple[Decision, ...] = get_args(Decision)

COLUMNS = (
    *("document", "path", "segment", "start", "end", "rule", "category", "severity", "text"),
    *("verdict", "by", "at", "comment", "expires"),
)
_OPTIONAL = frozenset(("path", "by", "at", "comment", "expires"))

#: Bytes and rows of a file; the greatest segment or offset.
MOST_BYTES, MOST_ROWS, MOST_NUMBER = 64 * 2**20, 500_000, 10**9
#: Characters of a cell; a longer text is cut where it is written.
LONGEST: Mapping[str, int] = MappingProxyType(
    {"document": 4_000, "path": 4_000, "rule": 200, "text": 10_000, "by": 100, "comment": 4_000}
)


class VerdictError(ValueError):
    """A file of verdicts that cannot be used; the message names file, line and column, and what would be right."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What somebody says of a finding, or of a place where there should be one.

    Args:
        document, path: id of the document, and its file where that is known.
        segment, start, end: the place, as reports have it; `start <= end`.
        rule: id of the rule; empty for an own mark.
        category, severity: of the finding or mark.
        text: the words in the span; line breaks are spaces where it was read from a file.
        verdict: what is said.
        by: who says it; empty where nobody is named.
        at: when, with a zone, or `None`.
        comment: why; may be empty.
        expires: the day from which on a suppression made of it silences nothing, or `None`.
    """

    document: str
    path: str | None
    segment: int
    start: int
    end: int
    rule: str
    category: str
    severity: Severity
    text: str
    verdict: Decision
    by: str = ""
    at: datetime.datetime | None = None
    comment: str = ""
    expires: datetime.date | None = None

    @property
    def place(self) -> tuple[str, str, int, int, int, str]:
        """What tells a finding from all others, whoever speaks of it."""
        return (self.path or "", self.document, self.segment, self.start, self.end, self.rule)


def read_verdicts(path: Path) -> tuple[Verdict, ...]:
    """The verdicts of a file, in its order.

    Raises:
        VerdictError: a file that cannot be read, or holds what no verdict can say.
    """
    if named_pipe(str(path)):
        raise VerdictError(f"{path}: cannot read the verdicts: it is a named pipe")
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except OSError as error:
        raise VerdictError(f"{path}: cannot read the verdicts: {error.strerror}") from error
    return parse_verdicts(content, str(path))


def parse_verdicts(content: bytes, name: str) -> tuple[Verdict, ...]:
    """The verdicts in the bytes of a file.

    Args:
        content: UTF-8; cells parted by commas, semicolons or tabs.
        name: of the file, for errors.

    Raises:
        VerdictError: as `read_verdicts`.
    """
    if len(content) > MOST_BYTES:
        raise VerdictError(f"{name}: is larger than {MOST_BYTES // 2**20} MiB; split it")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise VerdictError(f"{name}:{line}: is not UTF-8 text; save it as CSV UTF-8") from None
    return tuple(_rows(name, text))


def _rows(name: str, text: str) -> Iterator[Verdict]:
    delimiter = max(",;\t", key=text.partition("\n")[0].count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        header = [cell.strip().lower() for cell in next(lines, [])]
        for column in header:
            if column not in COLUMNS or header.count(column) > 1:
                what = "stands twice" if column in COLUMNS else f"is unknown; known ones: {', '.join(COLUMNS)}"
                raise VerdictError(f"{name}:1: column {column[:40]!r} {what}")
        for column in COLUMNS:
            if column not in header and column not in _OPTIONAL:
                raise VerdictError(f"{name}:1: is no file of verdicts: it has no column {column!r}")
        rows, line = 0, lines.line_num + 1  # where a row begins: it may be of many lines
        for row in lines:
            place, line = f"{name}:{line}", lines.line_num + 1
            if not any(cell.strip() for cell in row):
                continue
            if len(row) != len(header):
                raise VerdictError(f"{place}: has {len(row)} cells, the header {len(header)}; quote the delimiter")
            rows += 1
            if rows > MOST_ROWS:
                raise VerdictError(f"{place}: more than {MOST_ROWS:,} verdicts; split the file")
            cells = dict(zip(header, row, strict=True))
            if cells["verdict"].strip():  # of a sheet that is to be filled in some are empty
                yield _verdict(place, cells)
    except csv.Error as error:
        raise VerdictError(f"{name}:{line}: is no valid table: {error}") from None


def _verdict(place: str, cells: dict[str, str]) -> Verdict:
    def of(column: str, read: Callable[[str], Any]) -> Any:
        try:
            return read(cells.get(column, ""))
        except ValueError as error:
            raise VerdictError(f"{place}: column {column!r}: {error}") from None

    values = {column: of(column, _READERS.get(column, _text(column))) for column in COLUMNS}
    try:
        return checked(Verdict(**{**values, "path": values["path"] or None}))
    except ValueError as error:
        raise VerdictError(f"{place}: {error}") from None


def checked(verdict: Verdict) -> Verdict:
    """The verdict, if its parts fit each other.

    Raises:
        ValueError: they do not.
    """
    if not verdict.document:
        raise ValueError("column 'document': is empty; give the document's id")
    if verdict.start > verdict.end:
        raise ValueError(f"column 'end': {verdict.end} lies before start, {verdict.start}")
    if verdict.verdict == "missed" and verdict.rule:
        raise ValueError("column 'rule': must be empty where the verdict is missed")
    if verdict.verdict != "missed" and not verdict.rule:
        raise ValueError(f"column 'rule': is empty; only what was missed has none, not {verdict.verdict!r}")
    return verdict


def _text(column: str) -> Callable[[str], str]:
    def read(cell: str) -> str:
        text = bare(cell)
        if column not in ("text", "comment"):
            text = text.strip()
        if len(text) > LONGEST[column]:
            raise ValueError(f"has {len(text):,} characters; {LONGEST[column]:,} at most")
        return text

    return read


def _number(cell: str) -> int:
    text = cell.strip()
    if not (text.isascii() and text.isdecimal() and len(text) < 11 and int(text) <= MOST_NUMBER):
        raise ValueError(f"must be a whole number, 0 or more, not {text[:40]!r}")
    return int(text)


def _one_of(what: str, allowed: Iterable[str]) -> Callable[[str], str]:
    known = tuple(allowed)

    def read(cell: str) -> str:
        text = cell.strip().lower()
        if text not in known:
            raise ValueError(unknown(what, text[:40], known))
        return text

    return read


def moment(cell: str) -> datetime.datetime | None:
    """A time out of a text; `None` of an empty one. Raises ValueError: anything else."""
    text = cell.strip()
    if not text:
        return None
    try:
        made = datetime.datetime.fromisoformat(text)
        return made.replace(tzinfo=datetime.UTC) if made.tzinfo is None else made.astimezone(datetime.UTC)
    except (ValueError, OverflowError):
        raise ValueError(f"must be a time such as 2027-01-31T09:30:00Z, not {text[:40]!r}") from None


def day(cell: str) -> datetime.date | None:
    """A day out of a text; `None` of an empty one. Raises ValueError: anything else."""
    text = cell.strip()
    try:
        return datetime.date.fromisoformat(text) if text else None
    except ValueError:
        raise ValueError(f"must be a day such as 2027-01-31, not {text[:40]!r}") from None


_READERS: Mapping[str, Callable[[str], Any]] = MappingProxyType(
    {
        "segment": _number,
        "start": _number,
        "end": _number,
        "category": _one_of("MQM category", CATEGORIES),
        "severity": _one_of("severity", SEVERITIES),
        "verdict": _one_of("verdict", DECISIONS),
        "at": moment,
        "expires": day,
    }
)


def write_verdicts(stream: TextIO, verdicts: Iterable[Verdict], undecided: Iterable[Verdict] = ()) -> None:
    """Write the table, header and all; line ends are `\\n`.

    Args:
        undecided: written behind the others with no verdict, for somebody to fill in.
    """
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one, decided in (*((one, True) for one in verdicts), *((one, False) for one in undecided)):
        values = {column: getattr(one, column) for column in COLUMNS}
        values["verdict"] = one.verdict if decided else ""
        for column, most in LONGEST.items():
            values[column] = guarded(one_line((values[column] or "")[:most]))
        values["at"] = stamp(one.at)
        values["expires"] = one.expires.isoformat() if one.expires else ""
        writer.writerow([values[column] for column in COLUMNS])


def stamp(at: datetime.datetime | None) -> str:
    """A time as verdicts have it: UTC, with milliseconds where there are any; empty for `None`."""
    if at is None:
        return ""
    utc = at.astimezone(datetime.UTC)
    return utc.isoformat(timespec="milliseconds" if utc.microsecond >= 1000 else "seconds").replace("+00:00", "Z")


def guarded(cell: str) -> str:
    """The cell with an apostrophe before it where a spreadsheet might run it; `bare` gives the cell again."""
    return "'" + cell if _armed(cell) else cell


def bare(cell: str) -> str:
    """What `guarded` was given."""
    return cell[1:] if cell.startswith("'") and _armed(cell) else cell


def _armed(cell: str) -> bool:
    """Whether it would be run, were all apostrophes at its beginning taken away."""
    inner = cell.lstrip("'")
    return defuse(inner) != inner
