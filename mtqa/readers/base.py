"""What all readers share: options, limits, errors, and bytes made text."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from mtqa.document import Problem

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
#: Documents of one file.
MAX_DOCUMENTS = 1_000_000
#: Bytes looked at to tell the format.
HEAD = 65536

#: Characters that show nothing and are not white space.
_INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)

#: Files that are no text, by their first bytes, and what to do with them.
_MAGIC = (
    (b"%PDF-", "a PDF file: export it as text or HTML"),
    (b"PK\x03\x04", "a ZIP archive or office document: unpack it, or export it as text"),
    (b"\xd0\xcf\x11\xe0", "an old office document: export it as text"),
    (b"{\\rtf", "an RTF document: export it as text"),
    (b"BZh", "compressed with bzip2: unpack it (only .gz is read directly)"),
    (b"\xfd7zXZ", "compressed with xz: unpack it (only .gz is read directly)"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd: unpack it (only .gz is read directly)"),
)

#: Encodings a file may declare (Python's names), as browsers read them: a larger one for the one named.
_CHARSETS = {
    "utf-8": "utf-8",
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb18030": "gb18030",
    "big5": "big5hkscs",
    "big5hkscs": "big5hkscs",
    "shift_jis": "cp932",
    "cp932": "cp932",
    "euc_jp": "euc_jp",
    "iso2022_jp": "iso2022_jp",
    "euc_kr": "cp949",
    "cp949": "cp949",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "mac-roman": "mac-roman",
    **{f"iso8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"cp{page}": f"cp{page}" for page in (866, 874, *range(1250, 1259))},
}
_WIDE = frozenset(("gb18030", "big5hkscs", "cp932", "euc_jp", "iso2022_jp", "cp949"))

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """What the user says about the input.

    Args:
        input_format: one of `mtqa.readers.FORMATS`; `None` to tell by content and name.
        text_column: CSV/TSV column of the target; the other columns likewise. `None` to tell by usual names.
        language: BCP 47 tag of the targets where the input does not say.
        source_language: BCP 47 tag of the sources where the input does not say.
    """

    input_format: str | None = None
    text_column: str | None = None
    id_column: str | None = None
    source_column: str | None = None
    reference_column: str | None = None
    title_column: str | None = None
    date_column: str | None = None
    language: str = "en"
    source_language: str | None = None


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


def bom(data: bytes) -> tuple[str, int]:
    """Encoding by byte order mark, UTF-8 without one; and the length of the mark."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, len(mark)
    return "utf-8", 0


def charset(name: str, head: bytes) -> str:
    """Python's name of an encoding that a file declares.

    A file that declares a one-byte encoding but is UTF-8 all the same is read as UTF-8: no other text looks so.

    Args:
        name: as declared; "" for none.
        head: the first bytes of the file.

    Raises:
        ReadError: an encoding that is unknown, or that no document should use.
    """
    if not name or name.lower().startswith(("utf-16", "utf16", "ucs-2", "iso-10646-ucs")):
        return "utf-8"  # the declaration was read as ASCII, so wide it is not
    try:
        codec = _CHARSETS[codecs.lookup(name).name]
    except (LookupError, ValueError):
        raise ReadError(f"declares the encoding {name[:40]!r}, which is not read: convert it to UTF-8") from None
    if codec in _WIDE or codec == "utf-8" or head.isascii():
        return codec
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return codec
    return "utf-8"


def decode(data: bytes, declared: str = "") -> str:
    """Text of a whole file, newlines as `\\n`.

    Args:
        declared: encoding the file names; a byte order mark goes before it.

    Raises:
        ReadError: not what it is declared to be, or not UTF-8 where nothing is declared; names byte and place.
    """
    encoding, skip = bom(data)
    if not skip:
        encoding = charset(declared, data)
    data = data[skip:]
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise bad_bytes(data, error, encoding) from None
    if "\r" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    return text


def bad_bytes(data: bytes, error: UnicodeDecodeError, encoding: str, line: int = 1, column: int = 1) -> ReadError:
    """The error for bytes that are not in an encoding.

    Args:
        data: what was decoded; it begins at `line` and `column`.
        encoding: Python's name.
    """
    text = data[: error.start].decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
    breaks = text.count("\n")
    column = len(text) - text.rfind("\n") if breaks else column + len(text)
    what = f"not {encoding.upper()}: byte 0x{data[error.start]:02x}"
    if encoding == "utf-8":
        what += "; convert it, e.g. with iconv -f WINDOWS-1252 -t UTF-8"
    else:
        what += ", though it says so: export it anew as UTF-8"
    return ReadError(what, line + breaks, column)


def check_is_text(head: bytes) -> None:
    """Refuse what is empty or no text.

    Raises:
        ReadError: says what it is and what to do.
    """
    encoding, skip = bom(head)
    if not head[skip:]:
        raise ReadError("empty file: nothing to check")
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise ReadError(f"not text but {what}")
    if encoding != "utf-8":
        return
    if b"\0" in head:
        raise ReadError("binary file: give text, HTML, a feed, JSON or a table (UTF-16 needs a byte order mark)")
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 20:
        raise ReadError("binary file: give text, HTML, a feed, JSON or a table")


def has_text(text: str) -> bool:
    """Whether anything in it can be seen."""
    return any(not char.isspace() and char not in _INVISIBLE for char in text)
