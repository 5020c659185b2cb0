"""Classes of values, made with less than the standard ones at start-up.

`dataclass` without writing and compiling six methods for every class, `NamedTuple` without compiling every annotation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__all__ = ["NamedTuple", "dataclass"]

if TYPE_CHECKING:
    from dataclasses import dataclass
    from typing import NamedTuple
else:
    import dataclasses
    from collections import namedtuple
    from operator import attrgetter
    from reprlib import recursive_repr

    def dataclass(kind=None, /, *, frozen=False, slots=False, eq=True):
        """`dataclasses.dataclass` with those of its options that are used: only `__init__` is made for each class."""

        def made(kind):
            kind = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(kind)
            fields = dataclasses.fields(kind)
            kind.__init__ = _init(kind, fields, frozen)
            kind.__repr__ = _repr
            if eq:
                values = _values([one.name for one in fields if one.compare])
                kind.__eq__ = _eq(values)
                kind.__hash__ = (lambda self: hash(values(self))) if frozen else None
            if frozen:
                kind.__setattr__, kind.__delattr__ = _setattr, _delattr
            if frozen and slots:
                kind.__getstate__, kind.__setstate__ = _getstate, _setstate
            return kind

        return made if kind is None else made(kind)

    def _init(kind, fields, frozen):
        """The method whose arguments are the fields."""
        known = {"_set": object.__setattr__, "_none": dataclasses.MISSING}
        arguments, lines = ["self"], []
        for one in fields:
            name, value = one.name, one.name
            argument = name
            if one.default_factory is not dataclasses.MISSING:
                known[f"_new_{name}"] = one.default_factory
                argument = f"{name}=_none"
                value = f"_new_{name}() if {name} is _none else {name}" if one.init else f"_new_{name}()"
            elif one.default is not dataclasses.MISSING:
                known[f"_is_{name}"] = one.default
                argument = f"{name}=_is_{name}"
            if one.init:
                arguments.append(argument)
            lines.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
        if hasattr(kind, "__post_init__"):
            lines.append("self.__post_init__()")
        exec(f"def __init__({', '.join(arguments)}):\n {'; '.join(lines) or 'pass'}", known)  # noqa: S102
        made = known["__init__"]
        made.__qualname__ = f"{kind.__qualname__}.__init__"
        made.__annotations__ = {one.name: one.type for one in fields if one.init} | {"return": None}
        return made

    @recursive_repr()
    def _repr(self):
        shown = ", ".join(f"{one.name}={getattr(self, one.name)!r}" for one in dataclasses.fields(self) if one.repr)
        return f"{type(self).__qualname__}({shown})"

    def _values(names):
        """What gives the values of some fields, as a tuple."""
        if len(names) > 1:
            return attrgetter(*names)
        return lambda self: tuple(getattr(self, name) for name in names)

    def _eq(values):
        def __eq__(self, other):  # noqa: N807
            return values(self) == values(other) if other.__class__ is self.__class__ else NotImplemented

        return __eq__

    def _setattr(_self, name, _value):
        raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")

    def _delattr(_self, name):
        raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")

    def _getstate(self):
        return [getattr(self, one.name) for one in dataclasses.fields(self)]

    def _setstate(self, state):
        for one, value in zip(dataclasses.fields(self), state, strict=True):
            object.__setattr__(self, one.name, value)

    class _Named(type):
        def __new__(cls, name, _bases, body):
            fields = body.pop("__annotations__", {})
            defaults = [body.pop(one) for one in fields if one in body]
            made = namedtuple(name, fields, defaults=defaults, module=body.pop("__module__"))
            made.__annotations__ = made.__new__.__annotations__ = fields
            for key, value in body.items():
                setattr(made, key, value)
            return made

    #: `typing.NamedTuple`
    NamedTuple = type.__new__(_Named, "NamedTuple", (), {})
