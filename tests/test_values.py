"""Our classes of values are what the standard ones make of the same classes."""

from __future__ import annotations

import ast
import copy
import dataclasses
import inspect
import pickle
from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import Any, ClassVar, NamedTuple, get_type_hints

import pytest

from mtqa import values

ROOT = Path(__file__).parent.parent


class Plain:
    """What the decorators are put on."""

    a: int
    b: str = "b"
    c: list[int] = field(default_factory=list)
    d: int = field(default=4, compare=False)
    e: int = field(default=5, repr=False)
    f: dict[str, int] = field(default_factory=dict, init=False, repr=False, compare=False)
    other: ClassVar[int] = 3


class After:
    """Does more."""

    a: int
    b: int = 0

    def __post_init__(self) -> None:
        object.__setattr__(self, "b", self.a + 1)


class One:
    """Has one field."""

    a: int


class Empty:
    """Has none."""


def _class(make: Callable[..., Any], of: type, **options: bool) -> Any:
    body = {name: value for name, value in vars(of).items() if name not in ("__dict__", "__weakref__")}
    return make(**options)(type(of.__name__, (), body))


def _said(call: Callable[[], object]) -> object:
    try:
        return repr(call())
    except (TypeError, AttributeError, LookupError) as error:
        return type(error), str(error)


CALLS: tuple[Callable[[Any], object], ...] = (
    lambda kind: kind(1),
    lambda kind: kind(),
    lambda kind: kind(1, "x", [2], 6, 7),
    lambda kind: kind(a=1),
    lambda kind: kind(1, f={}),
    lambda kind: kind(1).f,
    lambda kind: kind(1).c is kind(1).c,
    lambda kind: kind(1) == kind(1),
    lambda kind: kind(1) == kind(2),
    lambda kind: kind(1, d=1) == kind(1, d=2),
    lambda kind: kind(1, e=1) == kind(1, e=2),
    lambda kind: kind(1) == 1,
    lambda kind: kind(1) < kind(2),
    lambda kind: hash(kind(1)) == hash(kind(1)),
    lambda kind: {kind(1, "b", (1,)): 2}[kind(1, "b", (1,), 7)],
    lambda kind: hash(kind(1, "b", (1,))) == hash((1, "b", (1,), 5)),
    lambda kind: setattr(kind(1), "a", 2),
    lambda kind: delattr(kind(1), "a"),
    lambda kind: [(one.name, one.compare, one.repr, one.init) for one in dataclasses.fields(kind)],
    lambda kind: dataclasses.replace(kind(1), a=2),
    lambda kind: dataclasses.asdict(kind(1)),
    lambda kind: dataclasses.astuple(kind(1)),
    lambda kind: dataclasses.is_dataclass(kind),
    lambda kind: copy.copy(kind(1, "x", [3])),
    lambda kind: copy.deepcopy(kind(1, "x", [3])),
    lambda kind: kind.__match_args__,
    lambda kind: hasattr(kind(1), "__dict__"),
    lambda kind: kind.__doc__,
    lambda kind: list(inspect.signature(kind).parameters),
    lambda kind: inspect.get_annotations(kind.__init__),
    lambda kind: (kind.other, kind(1).other),
)


@pytest.mark.parametrize("of", [Plain, After, One, Empty])
@pytest.mark.parametrize("eq", [True, False])
@pytest.mark.parametrize("slots", [True, False])
@pytest.mark.parametrize("frozen", [True, False])
def test_all_is_as_with_the_standard_one(of: type, frozen: bool, slots: bool, eq: bool) -> None:
    ours = _class(values.dataclass, of, frozen=frozen, slots=slots, eq=eq)
    theirs = _class(dataclasses.dataclass, of, frozen=frozen, slots=slots, eq=eq)
    for number, call in enumerate(CALLS):
        assert _said(lambda call=call: call(ours)) == _said(lambda call=call: call(theirs)), number  # type: ignore[misc]


def test_a_class_below_another_has_the_fields_of_both() -> None:
    made = {}
    for make in (values.dataclass, dataclasses.dataclass):
        upper = _class(make, One, slots=True)
        lower: Any = make(slots=True)(type("Lower", (upper,), {"__annotations__": {"z": "int"}, "__doc__": "Lower."}))
        made[make] = lower(1, 2), lower(1, 2) == lower(1, 2), lower.__slots__
    ours, theirs = made.values()
    assert repr(ours) == repr(theirs)


@values.dataclass(frozen=True, slots=True)
class Sent:
    """Goes to another process."""

    a: int
    b: tuple[int, ...] = ()


@values.dataclass
class Knot:
    """Holds itself."""

    a: object = None


def test_nothing_is_added_to_one_that_is_frozen() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        Sent(1).new = 2  # type: ignore[attr-defined]


def test_it_goes_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(Sent(1, (2,)))) == Sent(1, (2,))


def test_one_that_holds_itself_is_told() -> None:
    knot = Knot()
    knot.a = knot
    assert repr(knot) == "Knot(a=...)"


class Pair(values.NamedTuple):
    """Two."""

    a: int
    b: tuple[str, ...] | None = ()

    @property
    def both(self) -> object:
        """Of them."""
        return self.a, self.b


class Standard(NamedTuple):
    """Two."""

    a: int
    b: tuple[str, ...] | None = ()

    @property
    def both(self) -> object:
        """Of them."""
        return self.a, self.b


def test_a_named_tuple_is_as_the_standard_one() -> None:
    for call in (
        lambda kind: kind(1),
        lambda kind: kind(b=("x",), a=2)._replace(a=3).both,
        lambda kind: kind(1) == (1, ()),
        lambda kind: {kind(1): 2}[1, ()],
        lambda kind: kind._make([1, None])._asdict(),
        lambda kind: kind(),
        lambda kind: kind(1, c=2),
        lambda kind: (kind.__doc__, kind.both.__doc__, kind._fields, kind._field_defaults, kind.__match_args__),
        lambda kind: (kind.__module__, kind.__mro__[1:], type(kind)),
        get_type_hints,
        lambda kind: list(inspect.signature(kind).parameters),
        lambda kind: pickle.loads(pickle.dumps(kind(1))),
        lambda kind: hasattr(kind(1), "__dict__"),
    ):
        ours, theirs = (str(_said(lambda kind=kind, call=call: call(kind))) for kind in (Pair, Standard))  # type: ignore[misc]
        assert ours.replace("Pair", "Standard") == theirs


def _makes_its_own(path: Path) -> bool:
    taken = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.ImportFrom)]
    return any(
        (node.module, alias.name) in (("dataclasses", "dataclass"), ("typing", "NamedTuple"))
        for node in taken
        for alias in node.names
    )


def test_modules_take_ours() -> None:
    """Those that a start reads; where an order is asked for, the standard one serves."""
    files = [*ROOT.glob("mtqa/**/*.py"), *ROOT.glob("rules/**/*.py")]
    own = [path.relative_to(ROOT).as_posix() for path in files if _makes_its_own(path)]
    assert sorted(own) == ["mtqa/reporters/html.py", "mtqa/values.py"]
