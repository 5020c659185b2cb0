"""Values of dataclasses as plain data that JSON can write, and back: no code is run to read them."""

from __future__ import annotations

import dataclasses
import types
from collections.abc import Callable, Mapping
from functools import cache
from operator import attrgetter
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

__all__ = ["plainer", "unpacker"]

_Unpack = Callable[[Any], Any]


def plainer(value: Any) -> Any:
    """The `default` of an encoder of JSON: a dataclass as the list of its fields, a set as a sorted one.

    Raises:
        TypeError: anything else.
    """
    kind: Any = type(value)
    return _writer(kind)(value)


@cache
def _writer(kind: Any) -> Callable[[Any], Any]:
    if issubclass(kind, frozenset):
        return sorted
    if not dataclasses.is_dataclass(kind):
        return _refused
    names = [field.name for field in dataclasses.fields(kind)]
    if len(names) == 1:  # of one name it would give the value
        return lambda value: (getattr(value, names[0]),)
    return attrgetter(*names)


def _refused(value: Any) -> Any:
    raise TypeError(f"no way to write a {type(value)} as plain data")


@cache
def _names(kind: Any) -> tuple[str, ...]:
    names = (field.name for field in dataclasses.fields(kind)) if dataclasses.is_dataclass(kind) else kind._fields
    return tuple(names)


@cache
def unpacker(kind: Any) -> _Unpack:
    """What makes a value of a type of what JSON made of one with `plainer`.

    Args:
        kind: a dataclass, a named tuple, a plain type, or a tuple, frozenset, mapping, `Literal` or union with `None`
            of such.

    Returns:
        a function that raises TypeError or ValueError for data of another shape.

    Raises:
        TypeError: a type it does not know.
    """
    if dataclasses.is_dataclass(kind) and isinstance(kind, type):
        return _of_fields(kind)
    if isinstance(kind, type) and issubclass(kind, tuple) and kind is not tuple:
        return _of_fields(kind)
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal or kind is object or kind is Any:
        return _same
    if origin is tuple:
        if parts[1:] == (...,):
            each = unpacker(parts[0])
            return lambda data: tuple([each(one) for one in _list(data)])
        several = [unpacker(part) for part in parts]
        return lambda data: tuple([of(one) for of, one in zip(several, _list(data), strict=True)])
    if origin is frozenset:
        of_one = unpacker(parts[0])
        return lambda data: frozenset([of_one(one) for one in _list(data)])
    if origin in (Union, types.UnionType):
        kinds = [part for part in parts if part is not type(None)]
        if len(kinds) == 1:
            some = unpacker(kinds[0])
            return lambda data: None if data is None else some(data)
    if origin is not None and issubclass(origin, Mapping):
        of_value = unpacker(parts[1])
        return lambda data: {key: of_value(one) for key, one in data.items()}
    if kind in (str, int, bool, float):
        return _exactly(kind)
    raise TypeError(f"no way to read a {kind} of plain data")


def _of_fields(kind: Any) -> _Unpack:
    @cache
    def readers() -> list[_Unpack]:  # when first asked for: a type may have values of its own type in it
        hints = get_type_hints(kind)
        return [unpacker(hints[name]) for name in _names(kind)]

    return lambda data: kind(*[of(one) for of, one in zip(readers(), _list(data), strict=True)])


def _exactly(kind: type[Any]) -> _Unpack:
    def read(data: Any) -> Any:
        if type(data) is not kind:
            raise TypeError(f"{kind.__name__} wanted")
        return data

    return read


def _list(data: Any) -> list[Any]:
    if type(data) is not list:
        raise TypeError("a list wanted")
    return data


def _same(data: Any) -> Any:
    return data
