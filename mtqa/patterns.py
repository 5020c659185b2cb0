"""Regular expressions compiled by an earlier process: compiling them takes a fifth of a short run.

`re` has no means to keep what it compiled; so this does what `re.compile` does inside. What is kept is the code that
the engine of `re` runs: the engine checks that it is sound before it takes it. Where another Python has that
otherwise, nothing is kept, and each is compiled when it is needed.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Sequence
from typing import Any

__all__ = ["PYTHON", "compiled", "hold", "kept", "take"]

#: What the code is for: another Python has another.
PYTHON = f"{sys.version} {sys.byteorder} {sys.maxsize}"
#: What the code is made with and checked by may say when it is of another Python.
_ODD = (ImportError, AttributeError, LookupError, TypeError, ValueError, RuntimeError, OverflowError, re.error)

#: All kinds of what patterns are made of.
_TRIAL = (
    (r"(?P<one>a+)|(?P<two>[^\W\d_]{2,5}?)(?<![\u0370-\u1cff])(?!b)", int(re.IGNORECASE)),
    (r"(?x) ^\d++ (?: [.,] \d )* (?i:ab) (x)(?(1)y|z) \1 (?>c*)$", int(re.MULTILINE | re.DOTALL)),
    (r"\bthe (?:first|last|[\u3040-\u318f\uac00-\U0003ffff])", 0),
)

_held: dict[tuple[str, int], None] = {}
_taken: dict[str, bytes] = {}


def hold(pattern: str | bytes, flags: int) -> None:
    """Say that a module holds a pattern, which it may need compiled."""
    if isinstance(pattern, str):
        _held[pattern, int(flags)] = None


def kept() -> dict[str, list[Any]]:
    """What is to be kept of all that is held, by short keys: plain data that JSON can write."""
    if not _as_here():
        return {}
    return {_key(*one): row for one in _held if (row := _row(*one)) is not None}


def take(keys: Sequence[str], lines: Iterable[bytes]) -> None:
    """Use what was kept.

    Args:
        keys, lines: of `kept`; each of its values as a line of JSON.
    """
    _taken.update(zip(keys, lines, strict=True))


def compiled(pattern: str | bytes, flags: int) -> re.Pattern[Any]:
    """What `re.compile` gives.

    Raises:
        re.error: it is no pattern.
    """
    if _taken and isinstance(pattern, str):
        line = _taken.get(_key(pattern, flags), b"null")
        import json  # costs start-up time

        try:
            said, *rest = json.loads(line)
            if said == [pattern, flags]:  # keys are short
                return _made(pattern, *rest)
        except _ODD:
            pass
    return re.compile(pattern, flags)


def _key(pattern: str, flags: int) -> str:
    from zlib import crc32  # costs start-up time

    return f"{crc32(pattern.encode('utf-8', 'surrogatepass')):x} {int(flags):x}"


def _row(pattern: str, flags: int) -> list[Any] | None:
    """What is kept of a pattern; `None` if it is none."""
    try:
        from re import _compiler, _parser  # type: ignore[attr-defined]

        parsed = _parser.parse(pattern, flags)
        state = parsed.state
        code = [int(one) for one in _compiler._code(parsed, flags)]
        return [[pattern, flags], flags | state.flags, state.groups - 1, dict(state.groupdict), code]
    except _ODD:
        return None


def _as_here() -> bool:
    """Whether this Python makes of what is kept the very patterns that it compiles."""
    try:
        return all(_made(one, *(_row(one, flags) or ())[1:]) == re.compile(one, flags) for one, flags in _TRIAL)
    except _ODD:
        return False


def _made(pattern: str, flags: int, groups: int, numbers: dict[str, int], code: list[int]) -> re.Pattern[str]:
    import _sre  # type: ignore[import-not-found]

    names: list[str | None] = [None] * (groups + 1)
    for name, number in numbers.items():
        names[number] = name
    found: re.Pattern[str] = _sre.compile(pattern, flags, code, groups, numbers, tuple(names))
    return found
