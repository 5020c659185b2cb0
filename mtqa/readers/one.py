"""One file opened and read: what cannot be read becomes a Problem, and nothing is raised for any content."""

from __future__ import annotations

import gzip
import importlib
import io
import os
import stat
import sys
import zlib
from collections.abc import Callable, Iterator
from contextlib import closing
from typing import Any, BinaryIO

from mtqa.document import Document, Problem
from mtqa.guard import described
from mtqa.readers.base import HEAD, MAX_DOCUMENTS, MAX_RATIO, MAX_UNPACKED, RATIO_FROM, ReadError, ReadOptions
from mtqa.readers.encoding import check_is_text
from mtqa.readers.fields import nothing_to_keep
from mtqa.readers.input import Input
from mtqa.readers.sniff import is_docx, sniff

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
    "tbx": ("tbx", "read_tbx"),
    "po": ("po", "read_po"),
    "subtitles": ("subtitles", "read_subtitles"),
    "markdown": ("markdown", "read_markdown"),
    "docx": ("docx", "read_docx"),
}

#: Names of the formats, as `ReadOptions.input_format` takes them.
FORMATS = tuple(_READERS)


def read_one(path: str, options: ReadOptions) -> Iterator[Document | Problem]:
    """Documents of one file; every failure becomes a Problem."""
    yield from _guarded(path, lambda: _open(path), options)


def read_data(path: str, data: bytes, options: ReadOptions) -> Iterator[Document | Problem]:
    """Documents of what a file holds, or is to hold, without looking at the file: the same as `read_one` would give.

    Args:
        path: what the file is called; its suffix hints at the format.
        data: not packed.
        options: what the user says of it.
    """
    yield from _guarded(path, lambda: io.BytesIO(data), options)


def format_of(path: str, data: bytes, options: ReadOptions) -> str:
    """The format that `read_data` reads data as, one of `FORMATS`.

    Raises:
        ReadError: none that is read.
    """
    with closing(Input(path, io.BytesIO(data), options.encoding)) as file:
        return _format(file, options)


def _guarded(path: str, opened: Callable[[], BinaryIO], options: ReadOptions) -> Iterator[Document | Problem]:
    try:
        with opened() as stream, closing(Input(path, stream, options.encoding)) as file:
            if not is_docx(path, file.head, options.input_format):
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
        lacking = set(options.keep)
        made = 0
        for count, item in enumerate(_reader(_format(file, options))(file, options), 1):
            if count > MAX_DOCUMENTS:
                raise ReadError(f"more than {MAX_DOCUMENTS:,} documents: split the file")
            if lacking and isinstance(item, Document):
                made += 1
                lacking -= {name for name, _ in item.fields}
            yield item
        if lacking and made:
            raise nothing_to_keep([name for name in options.keep if name in lacking], file.offered)
    if not count:
        language, source_language = options.language, options.source_language
        yield Document(file.path, (), path=file.path, language=language, source_language=source_language)


def _format(file: Input, options: ReadOptions) -> str:
    if is_docx(file.path, file.head, options.input_format):
        return "docx"
    return options.input_format or sniff(file.path, file.head_text)


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
