"""An open input: its first bytes to tell what it is, then all of it, as a whole or as a stream."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from typing import IO, BinaryIO

from mtqa.readers.base import HEAD, MAX_FILE, MAX_LINE, MAX_SPOOL, Notes, ReadError
from mtqa.readers.encoding import bad_bytes, bom, charset
from mtqa.readers.guess import guess, guess_wide, iconv_name


def _western(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are no UTF-8 as Windows-1252, those without a meaning there as C1 controls: as browsers do."""
    assert isinstance(error, UnicodeDecodeError)
    data = error.object[error.start : error.end]
    return "".join(_CP1252.get(byte, chr(byte)) for byte in data), error.end


_CP1252 = {byte: char for byte in range(256) if (char := bytes((byte,)).decode("cp1252", "ignore"))}
_WESTERN = "mtqa.western"
codecs.register_error(_WESTERN, _western)


class Input:
    """An open input.

    Attributes:
        path: as the user named it; "-" for standard input.
        head: the first bytes, up to `HEAD`.
        stream: all bytes, those of the head again included.
        notes: what was repaired in it.
        offered: names of columns or fields in it, of which some may be kept; not all, where they are many.
    """

    def __init__(self, path: str, stream: BinaryIO, encoding: str | None = None) -> None:
        """Reads the head.

        Args:
            path: as the user named it.
            stream: at its beginning.
            encoding: that the user names, or `None`.
        """
        self.path = path
        self.head = _read(stream, HEAD)
        self.notes = Notes()
        self.offered: dict[str, None] = {}
        self._asked = encoding
        self._rest: IO[bytes] = stream
        self._spool: IO[bytes] | None = None
        self.stream: BinaryIO = io.BufferedReader(_Joined(self.head, stream), 65536)

    def encoding(self, declared: str = "", sample: bytes = b"") -> tuple[str, int]:
        """Python's name of the encoding, and the length of the byte order mark.

        A mark goes before what the user says, that before what the input declares.

        Args:
            declared: encoding that the input names.
            sample: more of the input than the head, to see whether it is UTF-8 all the same.

        Raises:
            ReadError: an encoding that is unknown, or that no document should use.
        """
        codec, skip = bom(self.head)
        if skip:
            return codec, skip
        if self._asked:
            return self._asked, 0
        if wide := guess_wide(self.head):
            name = f"{wide[:6].upper()} ({'little' if wide.endswith('le') else 'big'}-endian)"
            self.notes.add(f"{name} without a byte order mark: read as that; write UTF-8, or the mark")
            return wide, 0
        return charset(declared, sample or self.head), 0

    @property
    def head_text(self) -> str:
        """The head decoded as well as may be, to tell what the input is."""
        codec, skip = bom(self.head)
        if not skip:
            codec = self._asked or guess_wide(self.head) or "utf-8"
        return self.head[skip:].decode(codec, "replace")

    def read(self) -> bytes:
        """All of it.

        Raises:
            ReadError: larger than `MAX_FILE`.
        """
        data = _read(self.stream, MAX_FILE + 1)
        if len(data) > MAX_FILE:
            raise ReadError(f"larger than {MAX_FILE >> 20} MiB: split it, or give JSONL, CSV or a feed")
        return data

    def text(self, declared: str = "") -> str:
        """All of it, decoded, newlines as `\\n`.

        Args:
            declared: encoding that the input names.

        Raises:
            ReadError: too large, or not in its encoding; names byte and place.
        """
        data = self.read()
        encoding, skip = self.encoding(declared, data)
        data = data[skip:]
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError as error:
            raise bad_bytes(data, error, encoding) from None
        if "\r" in text:
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def look_through(self) -> None:
        """See that all bytes fit the encoding, before any of them is used.

        Raises:
            ReadError: names the first that does not.
        """
        if not self._rest.seekable():
            import tempfile  # costs start-up time

            spool: IO[bytes] = tempfile.SpooledTemporaryFile(MAX_FILE)  # noqa: SIM115 (`close` closes it)
            self._spool = spool
            size = 0
            while data := self._rest.read(2**20):
                size += spool.write(data)
                if size > MAX_SPOOL:
                    raise ReadError(f"larger than {MAX_SPOOL >> 30} GiB: unpack it, and give it by its name")
            self._rest = spool
            self._rewind(0)
            start = 0
        else:
            start = len(self.head)
        for _ in self.chunks(self.encoding()[0]):
            pass
        self._rewind(start)

    def close(self) -> None:
        """Give up what was kept aside; the stream stays with its owner."""
        if self._spool is not None:
            self._spool.close()

    def _rewind(self, start: int) -> None:
        self._rest.seek(start)
        self.stream = io.BufferedReader(_Joined(self.head, self._rest), 65536)

    def chunks(self, encoding: str, *, mend: bool = False) -> Iterator[str]:
        """The text in pieces, line ends as they are; what comes before a bad byte still comes.

        Args:
            encoding: Python's name.
            mend: read on over bytes that do not fit, with a note: as Windows-1252 in a text that should be UTF-8,
                where they look so; as U+FFFD in another encoding.

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
                bad = bad_bytes(whole, error, encoding, line, column)
                if not mend or (encoding == "utf-8" and guess(whole) not in ("cp1252", "utf-8")):
                    yield whole[: error.start].decode(encoding, "replace")
                    raise bad from None
                as_western = encoding in ("utf-8", "cp1252")
                self.notes.add(
                    f"not {iconv_name(encoding)}: byte 0x{whole[error.start]:02x}; such bytes are read as "
                    f"{'Windows-1252' if as_western else 'U+FFFD'}: declare the encoding it is in, or write UTF-8",
                    bad.line,
                )
                decoder = codecs.getincrementaldecoder(encoding)(_WESTERN if as_western else "replace")
                text = decoder.decode(whole, final=not data)
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

    def lines(self, declared: str = "") -> Iterator[tuple[int, str | ReadError]]:
        """Lines with their numbers, line ends kept; a line that is no text comes as the error.

        Args:
            declared: encoding that the input names.

        Raises:
            ReadError: a line longer than `MAX_LINE`, or an encoding that cannot be followed further.
        """
        encoding, skip = self.encoding(declared)
        if encoding.startswith(("utf-16", "utf-32")):
            yield from self._wide_lines(encoding)
            return
        self.stream.read(skip)
        number = 0
        while data := self.stream.readline(MAX_LINE + 1):
            number += 1
            _check_length(len(data), number)
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError as error:
                yield number, bad_bytes(data, error, encoding, number, 1, self.head)
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

    def __init__(self, head: bytes, rest: IO[bytes]) -> None:
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
