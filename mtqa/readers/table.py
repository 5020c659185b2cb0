"""CSV and TSV: rows are segments, and rows that share an id are a document."""

from __future__ import annotations

import csv
import datetime
from collections.abc import Iterator
from typing import Literal

from mtqa.analysis.dates import parse_date
from mtqa.document import Document, Problem, Segment
from mtqa.readers.base import MAX_LINE, ReadError, ReadOptions
from mtqa.readers.cell import plain, story, with_title
from mtqa.readers.fields import Fields, cut
from mtqa.readers.input import Input
from mtqa.readers.sniff import TARGET_NAMES
from mtqa.values import dataclass

#: What a column is called where the user does not say; the first name found wins.
_GUESSES = {
    "text": TARGET_NAMES,
    "id": ("id", "doc", "document", "doc_id", "document_id"),
    "source": ("source", "src"),
    "reference": ("reference", "ref"),
    "title": ("title", "headline"),
    "date": ("date", "published"),
    "language": ("language", "lang"),
    "source_language": ("source_language", "source_lang", "src_lang"),
}
_TEXTS = ("text", "source", "reference")
#: Broken rows after which a document is taken to be complete.
_HELD = 1000
_DELIMITERS = "\t,;|"


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the table: its line, its number (1 is the first under the header), its cells by role, those kept."""

    line: int
    number: int
    cells: dict[str, str]
    kept: Fields


def read_csv(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """Documents of a CSV file; the delimiter is told by the header."""
    yield from _documents(_Table(file, options, None), file.path, options)


def read_tsv(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """Documents of a TSV file."""
    yield from _documents(_Table(file, options, "\t"), file.path, options)


def _documents(table: _Table, path: str, options: ReadOptions) -> Iterator[Document | Problem]:
    """Consecutive rows that share an id are segments of one document; a row without an id is a document.

    What is kept is said of documents: rows that differ in it are not of one.
    """
    group: list[_Row] = []
    problems: list[Problem] = []  # of rows behind the group's first
    for item in table.rows():
        if isinstance(item, ReadError):
            problems.append(item.problem(path))
        elif group and _same_document(item, group[0]):
            group.append(item)
            continue
        if group and (isinstance(item, _Row) or len(problems) > _HELD):
            yield _document(group, table.names, path, options)
            group = []
        if not group:
            yield from problems
            problems = []
        if isinstance(item, _Row):
            group = [item]
    if group:
        yield _document(group, table.names, path, options)
    yield from problems


class _Table:
    """The rows of a file under its header.

    Attributes:
        names: of the columns, by role.
    """

    def __init__(self, file: Input, options: ReadOptions, delimiter: str | None) -> None:
        self.names: dict[str, str] = {}
        self._places: dict[str, int] = {}
        self._kept: dict[str, int] = {}
        self._file = file
        self._options = options
        self._delimiter = delimiter
        self._line = 0

    def rows(self) -> Iterator[_Row | ReadError]:
        """Rows in order; a row that cannot be used comes as the error.

        Raises:
            ReadError: a table that cannot be read further.
        """
        csv.field_size_limit(MAX_LINE)
        # all of it first: what a bad byte swallows may be a quote, and the rows after it would be invented
        self._file.look_through()
        lines = self._lines()
        first = next(lines, "")
        if first.lower().startswith("sep=") and len(first.strip()) == 5 and first[4] != '"':  # written by spreadsheets
            self._delimiter = first[4]
            first = next(lines, "")
        delimiter = self._delimiter or self._tell_delimiter(first)
        quotes = None if delimiter == "\t" and not _quoted(self._file.head_text) else '"'
        if quotes and first.count(quotes) % 2:
            raise ReadError("a quote in the header is never closed: give each column one name on one line", self._line)
        try:
            header = next(csv.reader([first], delimiter=delimiter, quotechar=quotes, quoting=_quoting(quotes)), [])
        except csv.Error as error:
            raise _csv_error(error, self._line) from None
        self._find_columns(header)
        reader = csv.reader(lines, delimiter=delimiter, quotechar=quotes, quoting=_quoting(quotes), strict=True)
        number = 0
        while True:
            start = self._line + 1
            try:
                cells = next(reader, None)
            except csv.Error as error:
                number += 1
                yield _csv_error(error, start)
                if "limit" in str(error):  # the rest would be read from the middle of a cell
                    return
                continue
            if cells is None:
                break
            elif any(cells):
                number += 1
                yield self._row(cells, len(header), start, number)

    def _lines(self) -> Iterator[str]:
        for number, line in self._file.lines():
            self._line = number
            if isinstance(line, ReadError):  # cannot be: the bytes were looked through
                raise line
            yield line

    def _row(self, cells: list[str], width: int, line: int, number: int) -> _Row | ReadError:
        if len(cells) < width or any(cells[width:]):
            return ReadError(
                f"{len(cells)} cells where the header has {width}: put cells that hold delimiters, quotes or "
                "line breaks in double quotes",
                line,
            )
        return _Row(
            line,
            number,
            {
                # texts as they are: offsets count from their first character
                role: cells[place] if role in _TEXTS else cells[place].strip()
                for role, place in self._places.items()
            },
            tuple((name, cut(cells[place].strip())) for name, place in self._kept.items()),
        )

    def _tell_delimiter(self, header: str) -> str:
        """The delimiter that parts the header so that most known columns show, then so that most columns show."""
        known = {name for names in _GUESSES.values() for name in names}
        known |= {name.lower() for name in self._asked().values()}

        def worth(delimiter: str) -> tuple[int, int]:
            names = {cell.strip().strip('"').lower() for cell in header.split(delimiter)}
            return len(names & known), header.count(delimiter)

        return max(_DELIMITERS, key=worth)

    def _asked(self) -> dict[str, str]:
        """Names of the columns the user asks for, by role."""
        named = {role: getattr(self._options, f"{role}_column", None) for role in _GUESSES}
        return {role: name for role, name in named.items() if name}

    def _find_columns(self, header: list[str]) -> None:
        columns = [cell.strip() for cell in header]
        lower = [column.lower() for column in columns]
        asked = self._asked()
        for role, guesses in _GUESSES.items():
            name = asked.get(role)
            if name is None:
                place = next((lower.index(guess) for guess in guesses if guess in lower), None)
            else:
                place = self._place(name, columns)
            if place is not None:
                self._places[role] = place
                self.names[role] = columns[place]
        self._kept = {name: self._place(name, columns) for name in self._options.keep}
        if "text" not in self._places:
            raise ReadError(f"no column of text: name it with --text-column (columns: {_shown(columns)})", self._line)

    def _place(self, name: str, columns: list[str]) -> int:
        """Where the column stands that the user names."""
        lower = [column.lower() for column in columns]
        if name in columns:
            if columns.count(name) > 1:
                raise ReadError(f"two columns are called {name!r}: rename one", self._line)
            return columns.index(name)
        if name.lower() in lower:
            return lower.index(name.lower())
        import difflib  # costs start-up time

        near = difflib.get_close_matches(name.lower(), [column[:80] for column in lower[:200]], 1, 0.5)
        hint = f"; did you mean {columns[[c[:80] for c in lower].index(near[0])][:40]!r}?" if near else ""
        raise ReadError(f"no column {name!r}{hint} (columns: {_shown(columns)})", self._line)


def _shown(columns: list[str]) -> str:
    return ", ".join(column[:40] for column in columns[:20]) + (", …" if len(columns) > 20 else "")


def _same_document(row: _Row, first: _Row) -> bool:
    """Whether a row goes on with the document of another: the same id, and in what is kept the same or nothing."""
    if not row.cells.get("id") or row.cells["id"] != first.cells["id"]:
        return False
    return all(cell in (None, other) for (_, cell), (_, other) in zip(row.kept, first.kept, strict=True))


def _quoting(quotes: str | None) -> Literal[0, 3]:
    return csv.QUOTE_MINIMAL if quotes else csv.QUOTE_NONE


def _csv_error(error: csv.Error, line: int) -> ReadError:
    message = str(error)
    if "limit" in message:
        return ReadError(f"a cell larger than {MAX_LINE >> 20} MiB: is a quote left open?", line)
    if "unexpected end" in message:
        return ReadError("a quote opened in this row is never closed: close it (the rows after it are lost)", line)
    return ReadError(f"broken row ({message}): put cells in double quotes, and double the quotes inside", line)


def _quoted(text: str) -> bool:
    """Whether a TSV is quoted as CSV is; else a quote is a quote, as tools of translation write it."""
    if text.startswith('"'):
        return True
    doubled = False
    for line in text.split("\n")[1:-1]:
        for cell in line.rstrip("\r").split("\t"):
            if cell.startswith('"'):
                inner = cell[1:-1]
                if len(cell) < 2 or cell[-1] != '"' or '"' in inner.replace('""', ""):
                    return False
                doubled = doubled or '""' in inner
    return doubled


def _document(rows: list[_Row], names: dict[str, str], path: str, options: ReadOptions) -> Document | Problem:
    try:
        return _made(rows, names, path, options)
    except ReadError as error:
        error.line = rows[0].line
        return error.problem(path)


def _made(rows: list[_Row], names: dict[str, str], path: str, options: ReadOptions) -> Document:
    first = rows[0]
    element = names["text"]
    title = _one(rows, "title")
    date = _date(_one(rows, "date"), options)
    titled = False
    if len(rows) == 1 and "source" not in names and "reference" not in names:  # a whole story in a cell
        made = story(
            first.cells["text"], title or None, options, line=first.line, names=(element, names.get("title", "title"))
        )
        title, date = made.title or "", date or made.date
        segments = made.segments or [Segment("", line=first.line, element=element)]
    else:
        units = [
            Segment(
                plain(row.cells["text"], options),
                source=plain(row.cells.get("source", ""), options) or None,
                reference=plain(row.cells.get("reference", ""), options) or None,
                line=row.line,
                element=element,
            )
            for row in rows
        ]
        segments, titled = with_title(units, title, first.line, names.get("title", "title"))
    return Document(
        first.cells.get("id") or f"{path}#{first.number}",
        tuple(segments),
        path=path,
        title=title or None,
        language=_one(rows, "language") or options.language,
        source_language=_one(rows, "source_language") or options.source_language,
        date=date,
        titled=titled,
        fields=first.kept,
    )


def _one(rows: list[_Row], role: str) -> str:
    """The first cell of a role that is not empty."""
    return next((cell for row in rows if (cell := row.cells.get(role, ""))), "")


def _date(text: str, options: ReadOptions) -> datetime.date | None:
    date = parse_date(text) if text else None
    if text and date is None and options.date_column:  # a column that was only guessed may hold anything
        raise ReadError(f"the date is {text[:40]!r}: write it as YYYY-MM-DD")
    return date
