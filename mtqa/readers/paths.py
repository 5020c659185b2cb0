"""From what the user names to open inputs, in an order that does not depend on how they were named."""

from __future__ import annotations

import glob
import gzip
import importlib
import io
import os
import stat
import sys
import zlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from typing import Any, BinaryIO

from mtqa.document import Document, Problem
from mtqa.guard import described
from mtqa.readers.base import HEAD, MAX_DOCUMENTS, MAX_RATIO, MAX_UNPACKED, RATIO_FROM, ReadError, ReadOptions
from mtqa.readers.encoding import check_is_text
from mtqa.readers.input import Input
from mtqa.readers.sniff import SUFFIXES, sniff, suffix
from mtqa.readers.tidy import capped, unique_ids

Reader = Callable[[Input, ReadOptions], Iterator[Document | Problem]]

#: Format: module and function; imported when needed, for lxml takes its time.
_READERS = {
    "text": ("text", "read_text"),
    "html": ("html", "read_html"),
    "rss": ("feed", "read_feed"),
    "atom": ("feed", "read_feed"),
    "jsonfeed": ("jsonfeed", "read_jsonfeed"),
    "jsonl": ("jsonl", "read_jsonl"),
    "json": ("jsonfeed", "read_json"),
    "csv": ("table", "read_csv"),
    "tsv": ("table", "read_tsv"),
    "xliff": ("xliff", "read_xliff"),
    "tmx": ("tmx", "read_tmx"),
    "po": ("po", "read_po"),
}

#: Names of the formats, as `ReadOptions.input_format` takes them.
FORMATS = tuple(_READERS)


def read_paths(paths: Sequence[str], options: ReadOptions | None = None) -> Iterator[Document | Problem]:
    """Documents of files, directories, globs and standard input ("-"), sorted by path, each file once.

    What cannot be read comes as a Problem in its place; nothing is raised for any content.

    Args:
        paths: as the user named them. Directories are searched for files of known suffixes, hidden ones left
            out; `.gz` is unpacked.
        options: what the user says about the input.

    Raises:
        ValueError: an input format that is not in `FORMATS`.
    """
    options = options or ReadOptions()
    if options.input_format is not None and options.input_format not in FORMATS:
        raise ValueError(f"unknown input format {options.input_format!r}: one of {', '.join(FORMATS)}")
    for item in expand(paths):
        if isinstance(item, Problem):
            yield item
        else:
            yield from capped(unique_ids(_read_one(item, options.at(item))))


def expand(paths: Iterable[str]) -> list[str | Problem]:
    """Files that paths, directories and globs name, sorted, each once; a path that names none is a Problem.

    What a directory holds besides is said in one warning for each.
    """
    files: list[str] = []
    problems: list[Problem] = []
    for path in sorted(set(paths)):
        if path == "-":
            files.append(path)
        elif "\0" in path or not path:
            problems.append(Problem(path.replace("\0", "\\0") or "''", "not a path: check the name"))
        elif os.path.lexists(path):
            _add(path, files, problems)
        elif not glob.has_magic(path):
            problems.append(Problem(path, "no such file or directory"))
        elif matches := sorted(glob.glob(path, recursive=True)):
            for match in matches:
                _add(match, files, problems)
        else:
            problems.append(Problem(path, "the pattern matches no file"))
    kept: dict[str, str] = {}
    for file in sorted(files):
        kept.setdefault(file if file == "-" else os.path.realpath(file), file)
    said = sorted(set(problems), key=lambda problem: (problem.path, problem.message))
    return sorted([*kept.values(), *said], key=lambda item: item if isinstance(item, str) else item.path)


def _add(path: str, files: list[str], problems: list[Problem]) -> None:
    """Add a file, or the files of a directory that are read, and what is to be said of it."""
    if not os.path.isdir(path):
        files.append(path)
        return
    found: list[str] = []
    others: Counter[str] = Counter()

    def unreadable(error: OSError) -> None:
        problems.append(Problem(error.filename or path, f"cannot be read: {error.strerror or 'error'}"))

    before = len(problems)
    for folder, folders, names in os.walk(path, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        others["linked folder"] += sum(os.path.islink(os.path.join(folder, name)) for name in folders)
        for name in names:
            file = os.path.join(folder, name)
            if name.startswith("."):
                continue
            if suffix(name) in SUFFIXES and os.path.isfile(file):
                found.append(file)
            else:
                others[suffix(name)[:20] or "without suffix"] += 1
    files += found
    passed = sum(others.values())
    kinds = ", ".join(
        f"{count} {kind}" for kind, count in sorted(others.items(), key=lambda pair: (-pair[1], pair[0])) if count
    )
    if not found and len(problems) == before:
        there = f"; there are {_clipped(kinds)}" if passed else ""
        problems.append(
            Problem(path, f"no readable files in this directory: looked for {' '.join(SUFFIXES)} (and .gz){there}")
        )
    elif passed:
        problems.append(
            Problem(
                path,
                f"{passed} other{'s' if passed > 1 else ''} in this directory passed over: {_clipped(kinds)}",
                severity="warning",
            )
        )


def _clipped(text: str) -> str:
    return text if len(text) < 200 else text[:200].rpartition(",")[0] + ", …"


def _read_one(path: str, options: ReadOptions) -> Iterator[Document | Problem]:
    """Documents of one file; every failure becomes a Problem."""
    try:
        with _open(path) as stream, closing(Input(path, stream, options.encoding)) as file:
            check_is_text(file.head, options.encoding)
            try:
                yield from _documents(file, options)
            except ReadError as error:
                yield error.problem(path)
            yield from file.notes.problems(path)
    except ReadError as error:
        yield error.problem(path)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        yield Problem(path, f"broken gzip data ({str(error)[:100]}): get or pack the file anew")
    except OSError as error:
        yield Problem(path, f"cannot be read: {error.strerror or type(error).__name__}")
    except Exception as error:  # nobody thought of this; the other files are read all the same
        if os.environ.get("MTQA_DEBUG"):
            raise
        yield Problem(path, f"cannot be read (internal error: {described(error)}): please report it")


def _documents(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """Documents of an open file.

    One that holds none (empty, a list or feed of nothing, a table without rows) is itself a document without text.

    Raises:
        ReadError: a file that cannot be read, or not further.
    """
    count = 0
    if len(file.head) == HEAD or file.head_text.strip():
        format = options.input_format or sniff(file.path, file.head_text)
        for count, item in enumerate(_reader(format)(file, options), 1):
            if count > MAX_DOCUMENTS:
                raise ReadError(f"more than {MAX_DOCUMENTS:,} documents: split the file")
            yield item
    if not count:
        language, source_language = options.language, options.source_language
        yield Document(file.path, (), path=file.path, language=language, source_language=source_language)


def _reader(format: str) -> Reader:
    module, name = _READERS[format]
    reader: Reader = getattr(importlib.import_module(f"mtqa.readers.{module}"), name)
    return reader


def _open(path: str) -> BinaryIO:
    if path == "-":
        if sys.stdin is None:
            raise ReadError("standard input is closed: give files, or send something into it")
        buffered: io.BufferedReader[Any] = io.BufferedReader(_Kept(sys.stdin.buffer))
    else:
        if os.path.isdir(path):
            raise ReadError("is a directory")
        if named_pipe(path):
            raise ReadError("a named pipe: send what it gives into standard input (mtqa check - < pipe)")
        buffered = open(path, "rb")  # noqa: SIM115 (the caller closes it)
    if buffered.peek(2)[:2] == b"\x1f\x8b":
        return io.BufferedReader(_Unpacked(buffered))
    return buffered


def named_pipe(path: str) -> bool:
    """Whether a path is a pipe that may have no writer, so that opening it waits for ever; a shell's `<(…)` is not."""
    try:
        pipe = stat.S_ISFIFO(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False
    return pipe and not os.path.abspath(path).startswith(("/dev/", "/proc/"))


class _Kept(io.RawIOBase):
    """Reads a stream, counts what was read, and leaves it open."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self.count = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._stream.read(len(view))
        self.count += len(data)
        view[: len(data)] = data
        return len(data)


class _Unpacked(io.RawIOBase):
    """Gzip data unpacked, within the limits."""

    def __init__(self, packed: BinaryIO) -> None:
        self._packed = packed
        self._counted = _Kept(packed)
        self._gzip = gzip.GzipFile(fileobj=self._counted)
        self._size = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._gzip.read(len(view))
        self._size += len(data)
        if self._size > MAX_UNPACKED:
            raise ReadError(f"larger than {MAX_UNPACKED >> 20} MiB when unpacked: split it, or unpack it first")
        if self._size > RATIO_FROM and self._size > MAX_RATIO * self._counted.count:
            raise ReadError(f"unpacks to more than {MAX_RATIO} times its size: refused as a gzip bomb")
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        if not self.closed:
            self._packed.close()
        super().close()
