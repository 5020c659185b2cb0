"""What functions make of an analysed text, made once: how rules share it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Self, TypeVar

from mtqa.lazy import lazy

__all__ = ["Views"]

T = TypeVar("T")


class Views:
    """An analysis that keeps what functions make of it."""

    def view(self, make: Callable[[Self], T]) -> T:
        """What a function makes of the text, made once: what the rules of a family share.

        Args:
            make: of the same text it makes the same; its result is not to be changed.
        """
        if make not in self._views:
            self._views[make] = make(self)
        made: T = self._views[make]
        return made

    @lazy
    def _views(self) -> dict[Callable[[Any], Any], Any]:
        return {}
