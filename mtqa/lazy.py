"""Attributes that are computed when first asked for."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

__all__ = ["lazy"]

if TYPE_CHECKING:
    from functools import cached_property as lazy
else:

    class lazy(cached_property):  # noqa: N801 - a decorator
        """`cached_property` without its lock, which costs more than many a value; Python 3.12 has none either."""

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            made = instance.__dict__[self.attrname] = self.func(instance)
            return made
