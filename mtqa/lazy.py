"""What is computed when it is first asked for: attributes, and regular expressions."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from mtqa import patterns

__all__ = ["lazy", "regex"]

if TYPE_CHECKING:
    from functools import cached_property as lazy
    from re import compile as regex
else:

    class lazy(cached_property):  # noqa: N801 - a decorator
        """`cached_property` without its lock, which costs more than many a value; Python 3.12 has none either."""

        def __get__(self, instance, owner=None):
            if instance is None:
                return self
            made = instance.__dict__[self.attrname] = self.func(instance)
            return made

    class regex:  # noqa: N801 - stands for re.compile
        """`re.compile` for what a module holds: most texts use a third of them, and compiling takes long.

        A pattern that is wrong fails at its first use. `tests/test_lazy.py` compiles all.
        """

        def __init__(self, pattern, flags=0):
            self.pattern = pattern
            self.flags = flags
            patterns.hold(pattern, flags)

        def __getattr__(self, name):
            if name.startswith("__"):
                raise AttributeError(name)
            # a bound method: as quick as the pattern's own from here on
            found = patterns.compiled(self.pattern, self.flags) if name == "compiled" else getattr(self.compiled, name)
            self.__dict__[name] = found
            return found
