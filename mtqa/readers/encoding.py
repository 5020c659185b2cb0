"""Bytes made text, never by guessing."""

from __future__ import annotations

import codecs

from mtqa.readers.base import ReadError
from mtqa.readers.guess import guess, guess_wide, iconv_name

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
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
#: Those a user may name besides.
_UNICODE = ("utf-8-sig", *(f"utf-{size}{end}" for size in (16, 32) for end in ("", "-le", "-be")))
_WIDE = frozenset(("gb18030", "big5hkscs", "cp932", "euc_jp", "iso2022_jp", "cp949"))

#: Files that are no text, by their first bytes, and what to do with them.
_MAGIC = (
    (b"%PDF-", "a PDF file: export it as text or HTML"),
    (b"PK\x03\x04", "a ZIP archive or an office document (.docx, .odt …): unpack it, or export it as text or HTML"),
    (b"\xd0\xcf\x11\xe0", "an old office document (.doc …): export it as text or HTML"),
    (b"\xde\x12\x04\x95", "a compiled gettext catalogue (.mo): give its texts as JSONL"),
    (b"{\\rtf", "an RTF document: export it as text"),
    (b"BZh", "compressed with bzip2: unpack it (only .gz is read directly)"),
    (b"\xfd7zXZ", "compressed with xz: unpack it (only .gz is read directly)"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd: unpack it (only .gz is read directly)"),
)

_CONTROLS = bytes(set(range(32)) - set(b"\t\n\v\f\r\x1b"))


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


def known_encoding(name: str) -> str:
    """Python's name of an encoding that a user names.

    Raises:
        ValueError: none that is read; says which is near.
    """
    try:
        codec = codecs.lookup(name).name
    except (LookupError, ValueError):
        codec = ""
    if codec in _CHARSETS or codec in _UNICODE:
        return _CHARSETS.get(codec, codec)
    aliases = [*_CHARSETS, *_UNICODE, "gbk", "big5", "latin-1", *(f"windows-125{page}" for page in range(9))]
    import difflib  # costs start-up time

    near = difflib.get_close_matches(name.lower()[:40], aliases, 2, 0.5) or ["utf-8", "gb18030"]
    raise ValueError(f"must be an encoding such as {' or '.join(map(repr, near))}, not {name[:40]!r}")


def bad_bytes(
    data: bytes, error: UnicodeDecodeError, encoding: str, line: int = 1, column: int = 1, sample: bytes = b""
) -> ReadError:
    """The error for bytes that are not in an encoding.

    Args:
        data: what was decoded; it begins at `line` and `column`.
        encoding: Python's name.
        sample: more of the file, to guess what it is in.
    """
    text = data[: error.start].decode(encoding, "replace").replace("\r\n", "\n").replace("\r", "\n")
    breaks = text.count("\n")
    column = len(text) - text.rfind("\n") if breaks else column + len(text)
    perhaps = guess(data if sample.isascii() else sample)
    what = f"not {iconv_name(encoding)}: byte 0x{data[error.start]:02x}; "
    if perhaps == encoding == "utf-8":
        what += "the rest is, so the file is damaged: get it anew, or mend this place"
    elif perhaps in (None, encoding):
        what += "convert it to UTF-8, or name its encoding with --encoding"
    else:
        what += f"convert it, perhaps with `iconv -f {iconv_name(perhaps)} -t UTF-8`, or name its encoding: "
        what += f"--encoding {perhaps}"
    return ReadError(what, line + breaks, column)


def check_is_text(head: bytes, asked: str | None = None) -> None:
    """Refuse what is no text.

    Args:
        head: the first bytes of the file.
        asked: the encoding that the user names.

    Raises:
        ReadError: says what it is and what to do.
    """
    encoding, _ = bom(head)
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise ReadError(f"not text but {what}")
    if encoding != "utf-8" or (asked or "").startswith(("utf-16", "utf-32")) or guess_wide(head):
        return
    if b"\0" in head:
        raise ReadError("binary file: give text, HTML, a feed, JSON or a table")
    if len(head) - len(head.translate(None, _CONTROLS)) > len(head) // 20:
        raise ReadError("binary file: give text, HTML, a feed, JSON or a table")
