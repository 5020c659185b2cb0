"""Word documents (DOCX): paragraphs, headings, items and cells; what is struck out or hidden is left out."""

from __future__ import annotations

import io
import zipfile
from collections import deque
from collections.abc import Iterator
from typing import BinaryIO, cast

from mtqa.document import Document, Problem, Segment
from mtqa.readers.base import MAX_FILE, MAX_RATIO, RATIO_FROM, ReadError, ReadOptions
from mtqa.readers.inline import Builder
from mtqa.readers.input import Input
from mtqa.readers.xml import Place, Reader
from mtqa.segment import Kind
from mtqa.unicode import has_text

_MAIN = "word/document.xml"
#: Elements whose text is not seen.
_UNSEEN = frozenset(("w:del", "w:moveFrom", "w:instrText", "w:delText", "mc:Fallback", "w:sdtPr", "w:fldData"))


def read_docx(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """The one document of a Word file."""

    try:
        with zipfile.ZipFile(io.BytesIO(file.read())) as archive:
            handler = _Word()
            inner = Input(file.path, _part(archive))
            inner.notes = file.notes
            for _ in Reader(inner, handler).documents():
                pass
    except ReadError as error:
        error.line = error.column = None  # of a part of the file, which nobody sees
        raise
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError) as error:
        raise ReadError(f"a Word document that cannot be unpacked ({str(error)[:80]}): save it anew") from None
    segments = tuple(handler.segments)
    title = next((one.target for one in segments[:1] if one.kind == "headline"), None)
    language, source_language = options.language, options.source_language
    yield Document(file.path, segments, file.path, title, language=language, source_language=source_language)


def _part(archive: zipfile.ZipFile) -> BinaryIO:
    """The part with the text.

    Raises:
        ReadError: there is none, or it is too large.
    """
    try:
        info = archive.getinfo(_MAIN)
    except KeyError:
        raise ReadError("a ZIP archive without a Word document: unpack it, and give what is in it") from None
    if info.file_size > MAX_FILE:
        raise ReadError(f"a Word document of more than {MAX_FILE >> 20} MiB unpacked: split it")
    if info.file_size > RATIO_FROM and info.file_size > MAX_RATIO * info.compress_size:
        raise ReadError(f"unpacks to more than {MAX_RATIO} times its size: refused as a zip bomb")
    return cast(BinaryIO, archive.open(info))


class _Word:
    """Tags and text made segments."""

    def __init__(self) -> None:
        self.ready: deque[Document | Problem] = deque()
        self.segments: list[Segment] = []
        self._paragraphs: list[tuple[Builder, dict[str, str]]] = []
        self._unseen = 0
        self._cells = 0
        self._texts = 0
        self._hidden = False

    @property
    def unit(self) -> str:
        """A Word document has no units."""
        return ""

    def start(self, name: str, attributes: dict[str, str], place: Place) -> None:
        """Take a tag that opens an element."""
        if self._unseen or name in _UNSEEN:
            self._unseen += 1
        elif name == "w:p":
            self._paragraphs.append((Builder(place.line), {}))
        elif name == "w:tc":
            self._cells += 1
        elif name == "w:t":
            self._texts += 1
        elif name == "w:r":
            self._hidden = False
        elif name == "w:vanish":
            self._hidden = attributes.get("w:val", "1") not in ("0", "false")
        elif self._paragraphs:
            builder, look = self._paragraphs[-1]
            if name in ("w:pStyle", "w:outlineLvl"):
                look[name] = attributes.get("w:val", "")
            elif name == "w:numPr":
                look["list"] = "yes"
            elif name in ("w:br", "w:cr"):
                builder.text("\n")
            elif name == "w:tab":
                builder.text("\t")
            elif name == "w:noBreakHyphen":
                builder.text("\u2011")

    def end(self, name: str, place: Place) -> None:  # noqa: ARG002
        """Take the end of an element."""
        if self._unseen:
            self._unseen -= 1
        elif name == "w:t":
            self._texts -= 1
        elif name == "w:tc":
            self._cells -= 1
        elif name == "w:p" and self._paragraphs:
            builder, look = self._paragraphs.pop()
            text = builder.done().text.strip()
            if has_text(text):
                self.segments.append(Segment(text, kind=self._kind(look), element="paragraph"))

    def text(self, data: str, place: Place) -> None:  # noqa: ARG002
        """Take a piece of text."""
        if self._texts and not self._unseen and not self._hidden and self._paragraphs:
            self._paragraphs[-1][0].text(data)

    def finish(self) -> None:
        """The part is at its end, or breaks off."""

    def _kind(self, look: dict[str, str]) -> Kind:
        style = look.get("w:pStyle", "").lower()
        if style.startswith(("heading", "title", "berschrift", "titre")) or look.get("w:outlineLvl", "9") != "9":
            return "headline"
        if style.startswith("caption"):
            return "caption"
        return "table" if self._cells else "list" if "list" in look else "body"
