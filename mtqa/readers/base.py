"""What all readers share: options, limits, errors."""

from __future__ import annotations

from dataclasses import field, replace
from typing import Literal

from mtqa.document import Problem
from mtqa.perpath import PathTables
from mtqa.readers.choice import Choice
from mtqa.values import dataclass

#: Bytes of a file that is read as a whole (text, HTML, JSON, JSON Feed).
MAX_FILE = 64 * 2**20
#: Bytes of a compressed file after decompression.
MAX_UNPACKED = 256 * 2**20
#: Times a compressed file may grow; only asked above `RATIO_FROM` bytes, for small files compress well.
MAX_RATIO = 200
RATIO_FROM = 16 * 2**20
#: Bytes of one line of JSONL, and of one CSV field or line.
MAX_LINE = 16 * 2**20
#: Bytes of one entry of an XML feed.
MAX_ENTRY = 16 * 2**20
#: Kinds of repairs that are told apart in one file.
MAX_NOTES = 1000
#: Bytes of a table from standard input or a packed file, which is looked through before it is read.
MAX_SPOOL = 2 * 2**30
#: Documents of one file.
MAX_DOCUMENTS = 1_000_000
#: Bytes looked at to tell the format.
HEAD = 65536


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about the input.

    Args:
        input_format: one of `mtqa.readers.FORMATS`; `None` to tell by content and name.
        text_format: "html" or "text" in cells and JSON strings; `None` to tell by content.
        text_column: column of a table, or field of JSON, with the target; the other columns likewise. `None` to tell
            by usual names.
        language: BCP 47 tag of the targets where the input does not say.
        source_language: BCP 47 tag of the sources where the input does not say.
        wanted: BCP 47 tag that the user says the targets must be in; tells which language of a memory is the target.
        source_file: file with the sources, in the format of the targets, or a folder of such files; `None` for none.
        encoding: of the input, as `mtqa.readers.encoding.known_encoding` gives it; `None` for what the input says.
        paths: the same for some of the files; goes before what is said for all.
        keep: columns, or fields, to carry along with each document.
        choice: which files are read; `None` for all.
        inline_marks: whether marks in comments are read, see `mtqa.marks`.
    """

    input_format: str | None = None
    text_format: Literal["html", "text"] | None = None
    text_column: str | None = None
    id_column: str | None = None
    source_column: str | None = None
    reference_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    language: str = "en"
    source_language: str | None = None
    wanted: str | None = None
    source_file: str | None = None
    encoding: str | None = None
    paths: PathTables = field(default_factory=PathTables)
    keep: tuple[str, ...] = ()
    choice: Choice | None = None
    inline_marks: bool = False

    def takes(self, path: str) -> bool:
        """Whether a file is to be read."""
        return self.choice is None or self.choice.takes(path)

    def at(self, path: str) -> ReadOptions:
        """The options for one file."""
        table = self.paths.at(path)
        return replace(
            self,
            language=table.language or self.language,
            wanted=table.language or self.wanted,
            source_language=table.source_language or self.source_language,
            encoding=table.encoding or self.encoding,
        )


class ReadError(Exception):
    """An input that cannot be read, or not further; becomes a Problem of its file.

    Args:
        message: what is wrong and what to do, one line.
        line, column, entry: place in the file, 1-based, where known.
    """

    def __init__(
        self, message: str, line: int | None = None, column: int | None = None, entry: int | None = None
    ) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.column = column
        self.entry = entry

    def problem(self, path: str) -> Problem:
        """The same as a Problem of a file."""
        return Problem(path, self.message, self.line, self.column, self.entry)


class Notes:
    """What was repaired or left in a file: each kind once, with its first place and how often."""

    def __init__(self) -> None:
        self._places: dict[str, tuple[int | None, str]] = {}
        self._times: dict[str, int] = {}

    def add(self, what: str, line: int | None = None, example: str = "") -> None:
        """Note a repair.

        Args:
            what: in one line what was wrong, how it was read, what to do. The same for all repairs of a kind.
            line: of the place.
            example: what stands there, for `{}` in `what`; the first of a kind is shown.
        """
        if what not in self._places:
            if len(self._places) == MAX_NOTES:
                return
            self._places[what] = line, what.replace("{}", " ".join(example[:60].split()))
        self._times[what] = self._times.get(what, 0) + 1

    def problems(self, path: str) -> list[Problem]:
        """The notes as warnings, in the order they were first made."""
        notes = []
        for what, (line, said) in self._places.items():
            times = self._times[what]
            message = said if times == 1 else f"{said} ({times} times)"
            notes.append(Problem(path, message, line, severity="warning"))
        return notes
