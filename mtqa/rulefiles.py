"""Which files are rules, and whether files are still what they were."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

__all__ = ["leant_on", "rule_files", "states"]

_MOST, _DEEPEST = 20_000, 8  # files and folders of a tree


def rule_files(folder: str | Path) -> Iterator[Path]:
    """Rule files below a folder: one level of families, or files right in it; `_helpers` left out."""
    for path in sorted(Path(folder).glob("*")) + sorted(Path(folder).glob("*/*")):
        if path.suffix in (".py", ".toml") and not path.name.startswith("_") and path.parent.name != "data":
            yield path


def leant_on(root: Path) -> Iterator[Path]:
    """Files that rules work with: helper modules, and tables in `data/`."""
    for path in sorted((*root.glob("_*.py"), *root.glob("*/_*.py"), *root.glob("data/*"))):
        if path.name != "__init__.py" and path.is_file():
            yield path


def states(folder: str) -> tuple[list[str], int]:
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
