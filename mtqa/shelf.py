"""A place of the user's own for what can be made again: `mtqa` in the folder of caches. It is never needed.

What lies there is read only if it is the user's, nobody else may write to it, and it is whole. What is written
appears whole or not at all, so any number of processes may read and write at once. Nothing here fails: a place that
cannot be used is an empty one.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import time
from contextlib import suppress
from mmap import ACCESS_READ, mmap

__all__ = ["OFF", "SWITCH", "folder", "mapped", "read", "ready", "write"]

#: The variable of the environment, and its value, with which nothing is kept or read.
SWITCH, OFF = "MTQA_CACHE", "off"

_LIMIT = 32_000_000  # bytes of a file
_KEPT, _DAYS = 120, 30  # files that are left when one is written, and how old they may be
_SUFFIX = ".mtqa"


def folder() -> str | None:
    """Where the place is, whether or not it is there; `None` if there is none, or it is switched off."""
    if os.environ.get(SWITCH) == OFF:
        return None
    base = os.environ.get("XDG_CACHE_HOME", "")
    if not os.path.isabs(base):  # one that is relative is to be ignored: it might lie in what is checked
        if sys.platform == "win32":
            base = os.environ.get("LOCALAPPDATA", "")
        else:
            home = os.path.expanduser("~")
            base = os.path.join(home, ".cache") if os.path.isabs(home) else ""
    return os.path.join(base, "mtqa") if os.path.isabs(base) else None


def read(name: str) -> bytes | None:
    """What was written under a name, or `None`."""
    try:
        with open(_opened(name), "rb") as file:
            digest, _, data = file.read().partition(b"\n")
    except (OSError, ValueError):
        return None
    return data if digest == _digest(data) else None


def mapped(name: str) -> tuple[mmap, int] | None:
    """The same, mapped, and where it begins there: processes share it."""
    try:
        with open(_opened(name), "rb") as file:
            data = mmap(file.fileno(), 0, access=ACCESS_READ)
    except (OSError, ValueError):
        return None
    begin = data.find(b"\n") + 1
    with memoryview(data) as view, view[begin:] as rest:
        whole = data[: max(0, begin - 1)] == _digest(rest)
    return (data, begin) if whole else None


def _opened(name: str) -> int:
    """A descriptor of a file of the place.

    Raises:
        OSError: there is none, or it is not safe.
    """
    place = folder()
    if place is None or not _safe(os.lstat(place), stat.S_ISDIR):
        raise OSError(place)
    descriptor = os.open(os.path.join(place, name + _SUFFIX), os.O_RDONLY | _PLAIN)
    state = os.fstat(descriptor)
    if not _safe(state, stat.S_ISREG) or state.st_size > _LIMIT:
        os.close(descriptor)
        raise OSError(name)
    return descriptor


def write(name: str, data: bytes) -> None:
    """Keep data under a name; where it cannot be kept, nothing happens."""
    place = folder()
    if place is None:
        return
    import secrets  # costs start-up time

    hidden = os.path.join(place, f".{secrets.token_hex(8)}")
    try:
        if not _made(place):
            return
        with open(os.open(hidden, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _PLAIN, 0o600), "wb") as file:
            file.write(_digest(data) + b"\n" + data)
        os.replace(hidden, os.path.join(place, name + _SUFFIX))
        _tidy(place)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            os.unlink(hidden)


def ready(path: str) -> bool:
    """Whether a file of the place, by its path, may be opened or begun: it is missing, or safe."""
    try:
        if not _made(os.path.dirname(path)):
            return False
        return _safe(os.lstat(path), stat.S_ISREG)
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _made(place: str) -> bool:
    """Whether the place is there, and safe; it is made where it is missing."""
    os.makedirs(os.path.dirname(place), exist_ok=True)
    with suppress(FileExistsError):
        os.mkdir(place, 0o700)
    return _safe(os.lstat(place), stat.S_ISDIR)


_PLAIN = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)


def _digest(data: bytes | memoryview) -> bytes:
    return hashlib.sha256(data).hexdigest().encode()


def _safe(state: os.stat_result, kind: object) -> bool:
    """Whether it is of the kind, the user's own, and nobody else's to write."""
    assert callable(kind)
    if not kind(state.st_mode):
        return False
    return not hasattr(os, "geteuid") or (state.st_uid == os.geteuid() and not state.st_mode & 0o022)


def _tidy(place: str) -> None:
    """Take away what is old, and what a process left that was killed."""
    with os.scandir(place) as entries:
        files = sorted((-entry.stat(follow_symlinks=False).st_mtime, entry.path, entry.name) for entry in entries)
    now = time.time()
    kept = 0
    for negative, path, name in files:
        age = now + negative
        kept += name.endswith(_SUFFIX)
        if (name.endswith(_SUFFIX) and (kept > _KEPT or age > _DAYS * 86_400)) or (name[:1] == "." and age > 3600):
            with suppress(OSError):
                os.unlink(path)
