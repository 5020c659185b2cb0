"""Which of the files that the user names are read: not those excluded, and of the others those that changed."""

from __future__ import annotations

import os
from collections.abc import Sequence

from mtqa.perpath import fits, steps


class Choice:
    """Tells file by file, and counts what is left out.

    Args:
        exclude: patterns, each with the folder it begins at.
        changed: real paths of the files that changed, and of folders that did as a whole; `None` for all.
        top: real path of the folder that `changed` speaks of; of files elsewhere it knows nothing, and they are read.

    Attributes:
        excluded: files left out by a pattern.
        unchanged: files left out because they did not change.
    """

    def __init__(
        self, exclude: Sequence[tuple[str, str]] = (), changed: frozenset[str] | None = None, top: str = ""
    ) -> None:
        self._exclude = exclude
        self._changed = changed
        self._top = top
        self.excluded = self.unchanged = 0

    def takes(self, file: str) -> bool:
        """Whether a file is read; standard input ("-") always is."""
        if file == "-":
            return True
        for pattern, folder in self._exclude:
            parts = steps(file, folder)
            if parts is not None and fits(pattern, parts):
                self.excluded += 1
                return False
        if self._changed is not None and not self._has_changed(os.path.realpath(file)):
            self.unchanged += 1
            return False
        return True

    def _has_changed(self, path: str) -> bool:
        assert self._changed is not None
        if os.path.commonpath((path, self._top)) != self._top:
            return True
        while path not in self._changed:
            above = os.path.dirname(path)
            if above == path:
                return False
            path = above
        return True
