"""An open input: its first bytes to tell what it is, then all of it, as a whole or as a stream."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO

from mtqa.readers.base import HEAD, MAX_FILE, MAX_LINE, ReadError
from mtqa.readers.encoding import bad_bytes, bom, decode


class Input:
    """An open input.

    Attributes:
        path: as the user named it; "-" for standard input.
        head: the first bytes, up to `HEAD`.
        stream: all bytes, those of the head again included.
    """

    def __init__(self, path: str, stream: BinaryIO) -> None:
        self.path = path
        self.head = _read(stream, HEAD)
        self.stream: BinaryIO = io.BufferedReader(_Joined(self.head, stream), 65536)

    def read(self) -> bytes:
        """All of it.

        Raises:
            ReadError: larger than `MAX_FILE`.
        """
        data = _read(self.stream, MAX_FILE + 1)
        if len(data) > MAX_FILE:
            raise ReadError(f"larger than {MAX_FILE >> 20} MiB: split it, or give JSONL, CSV or a feed")
        return data

    def text(self) -> str:
        """All of it, decoded, newlines as `\\n`."""
        return decode(self.read())

    def chunks(self, encoding: str) -> Iterator[str]:
        """The text in pieces, line ends as they are; what comes before a bad byte still comes.

        Raises:
            ReadError: names the bad byte and its place.
        """
        self.stream.read(bom(self.head)[1])
        decoder = codecs.getincrementaldecoder(encoding)()
        line = column = 1
        last = ""
        while True:
            data = self.stream.read(65536)
            held = decoder.getstate()[0]
            try:
                text = decoder.decode(data, final=not data)
            except UnicodeDecodeError as error:
                whole = held + data
                good = whole[: error.start].decode(encoding, "replace")
                yield good
                raise bad_bytes(whole, error, encoding, line, column) from None
            yield text
            if not data:
                return
            if text:
                breaks = text.count("\n") + text.count("\r") - text.count("\r\n")
                breaks -= last == "\r" and text[0] == "\n"
                line += breaks
                end = max(text.rfind("\n"), text.rfind("\r"))
                column = len(text) - end if end >= 0 else column + len(text)
                last = text[-1]

    def lines(self) -> Iterator[tuple[int, str | ReadError]]:
        """Lines with their numbers, line ends kept; a line that is no text comes as the error.

        Raises:
            ReadError: a line longer than `MAX_LINE`, or an encoding that cannot be followed further.
        """
        encoding, skip = bom(self.head)
        if encoding != "utf-8":
            yield from self._wide_lines(encoding)
            return
        self.stream.read(skip)
        number = 0
        while data := self.stream.readline(MAX_LINE + 1):
            number += 1
            _check_length(len(data), number)
            try:
                text = data.decode("utf-8")
            except UnicodeDecodeError as error:
                yield number, bad_bytes(data, error, "utf-8", number)
                continue
            if "\r" not in text:
                yield number, text
                continue
            parts = [part for part in re.split(r"(?<=\r)(?!\n)", text) if part]
            for part in parts:
                yield number, part
                number += 1
            number -= 1

    def _wide_lines(self, encoding: str) -> Iterator[tuple[int, str | ReadError]]:
        reader = io.TextIOWrapper(self.stream, encoding=encoding, newline="")
        number = 0
        while True:
            try:
                text = reader.readline(MAX_LINE + 1)
            except UnicodeDecodeError:
                raise ReadError(f"not {encoding[:6].upper()} from here on: export it anew", number + 1) from None
            if not text:
                return
            number += 1
            _check_length(len(text), number)
            yield number, text.removeprefix("\ufeff") if number == 1 else text


class _Joined(io.RawIOBase):
    """A head already read, and the rest of its stream."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self._head = memoryview(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data: bytes | memoryview
        if self._head:
            data, self._head = self._head[: len(view)], self._head[len(view) :]
        else:
            data = self._rest.read(len(view))
        view[: len(data)] = data
        return len(data)


def _read(stream: BinaryIO, size: int) -> bytes:
    """Up to `size` bytes, however small the pieces a pipe gives."""
    parts = []
    while size > 0 and (part := stream.read(min(size, 2**20))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


def _check_length(length: int, number: int) -> None:
    if length > MAX_LINE:
        raise ReadError(f"a line longer than {MAX_LINE >> 20} MiB: split the document", number)
