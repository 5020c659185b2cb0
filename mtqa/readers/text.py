"""Plain text: one document a file."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document, Problem
from mtqa.readers.base import ReadError, ReadOptions
from mtqa.readers.input import Input


def read_text(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """The one document of a plain-text file."""
    text = file.text()
    if "\0" in text:
        raise ReadError("binary file: holds NUL characters", text.count("\n", 0, text.index("\0")) + 1)
    yield Document.from_text(
        text,
        id=file.path,
        path=file.path,
        language=options.language,
        source_language=options.source_language,
    )
