"""A list of JSON, written as its items come."""

from __future__ import annotations

from typing import TextIO


class JsonList:
    """The items of a list, each on a line of its own; whoever uses it writes what stands around the list.

    Args:
        stream: to write to.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._before = "[\n"

    def add(self, item: str) -> None:
        """Write an item, which is JSON."""
        self._stream.write(self._before + item)
        self._before = ",\n"

    def end(self) -> None:
        """Close the list."""
        self._stream.write("[\n]" if self._before == "[\n" else "\n]")
