"""What is made of files once, and kept in the user's cache as long as none of them changes."""

from __future__ import annotations

import hashlib
import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache, wraps
from typing import Any, TypeVar

from mtqa import shelf
from mtqa._version import __version__
from mtqa.values import NamedTuple

__all__ = ["ROOT", "State", "distributions", "installation", "kept", "settled", "state"]

#: The folder of mtqa itself.
ROOT = os.path.dirname(os.path.abspath(__file__))
#: A file that changed so short a time ago might change again and show the same time: nothing is kept then.
_SETTLED = 2_000_000_000  # nanoseconds
#: Modules of before then may be of other files than those that lie there now.
_BEGAN = time.time_ns()
_MOST, _DEEPEST = 20_000, 8  # files and folders of a tree

T = TypeVar("T")


class State(NamedTuple):
    """What the system says of all files of some folders.

    Attributes:
        key: changes with any of them.
        changed: when the last one did, nanoseconds since 1970. The system sets it; nobody else can.
    """

    key: str
    changed: int


def state(folders: Iterable[str]) -> State | None:
    """The state of these folders, compiled Python left out; `None` where it cannot be told."""
    digest = hashlib.sha256()
    changed = 0
    try:
        for folder in sorted(set(folders)):
            found, last = _files(folder)
            digest.update("\n".join([folder, *found, ""]).encode("utf-8", "surrogateescape"))
            changed = max(changed, last)
    except OSError:
        return None
    return State(digest.hexdigest(), changed)


def settled(now: State) -> bool:
    """Whether what this process made of files is of the files that lie there."""
    return now.changed <= _BEGAN - _SETTLED


def installation(*parts: str) -> str:
    """A short name for this installation, and whatever else is to tell apart: other environments have others."""
    known = (__version__, sys.implementation.cache_tag or "", ROOT, *parts)
    return hashlib.sha256("\n".join(known).encode("utf-8", "surrogateescape")).hexdigest()[:16]


def distributions() -> Iterator[str]:
    """What is installed, and what the system says of the files that name entry points."""
    for path in sys.path:
        try:
            names = sorted(name for name in os.listdir(path or os.curdir) if name.endswith((".dist-info", ".egg-info")))
        except NotADirectoryError:  # a package in an archive
            yield f"{path}\0{_state(path)}"
            continue
        except OSError:
            continue
        for name in names:
            yield f"{path}\0{name}\0{_state(os.path.join(path, name, 'entry_points.txt'))}"


def _state(path: str) -> str:
    try:
        state = os.stat(path)
    except OSError:
        return ""
    return f"{state.st_size}\0{state.st_mtime_ns}\0{state.st_ctime_ns}"


@cache
def _known(folder: str) -> State | None:
    """The state of one folder, told once in a process."""
    return state([folder])


def _of(folder: str, told: Callable[[str], State | None]) -> State | None:
    """The state of mtqa's files and those of another folder, each as it is told."""
    own, other = told(ROOT), told(folder)
    if own is None or other is None:
        return None
    return State(f"{own.key} {other.key}", max(own.changed, other.changed))


class kept:  # noqa: N801 - a decorator
    """Decorator of a function that makes a table of mtqa's own files: it is called once, and kept as plain data.

    Args:
        name: of the table.
        pack: what JSON can write of it; as it is if not given.
        unpack: the table again.
        of: a folder with other files that it is made of.
    """

    def __init__(
        self,
        name: str,
        pack: Callable[[Any], Any] | None = None,
        unpack: Callable[[Any], Any] | None = None,
        of: str = ROOT,
    ) -> None:
        self._name = name
        self._of = of
        self._pack = pack
        self._unpack = unpack

    def __call__(self, make: Callable[[], T]) -> Callable[[], T]:
        """The function, computed once."""

        @cache
        @wraps(make)
        def given() -> T:
            now = _of(self._of, _known) if shelf.folder() is not None else None
            if now is None:
                return make()
            place = f"{self._name}-{installation(self._of)}"
            try:
                found: T = self._read(place, now.key.encode())
                return found
            except (LookupError, TypeError, ValueError, AttributeError, RecursionError):
                pass  # no such table: made anew
            made = make()
            if settled(now) and now == _of(self._of, lambda folder: state([folder])):
                shelf.write(place, now.key.encode() + b"\n" + self._written(made))
            return made

        return given

    def _read(self, place: str, key: bytes) -> Any:
        """What lies in a place of the shelf under a key.

        Raises:
            LookupError, TypeError, ValueError, AttributeError, RecursionError: nothing that can be read.
        """
        known, _, data = (shelf.read(place) or b"").partition(b"\n")
        if known != key:
            raise LookupError(place)
        plain = json.loads(data)
        return self._unpack(plain) if self._unpack is not None else plain

    def _written(self, made: Any) -> bytes:
        """What is put there."""
        plain = self._pack(made) if self._pack is not None else made
        return json.dumps(plain, separators=(",", ":")).encode()


def _files(folder: str) -> tuple[list[str], int]:
    """What the system says of every file below a folder, so that a change shows; and when the last one was changed.

    Compiled Python is left out. The time is in nanoseconds; the system sets it at each change of content, and nobody
    else can.

    Raises:
        OSError: a folder that cannot be read, or one of too many files.
    """
    found: list[str] = []
    last = 0
    folders = [(folder, "", 0)]
    while folders:
        path, name, depth = folders.pop()
        with os.scandir(path) as entries:
            for entry in entries:
                inner = f"{name}/{entry.name}"
                if entry.is_dir():
                    if entry.name != "__pycache__" and depth < _DEEPEST:
                        folders.append((entry.path, inner, depth + 1))
                elif not entry.name.endswith((".pyc", ".pyo")):
                    state = entry.stat()
                    last = max(last, state.st_mtime_ns, state.st_ctime_ns)
                    found.append(f"{inner}\0{state.st_size}\0{state.st_mtime_ns}\0{state.st_ctime_ns}")
        if len(found) > _MOST:
            raise OSError(f"{folder}: more than {_MOST} files")
    found.sort()
    return found, last
