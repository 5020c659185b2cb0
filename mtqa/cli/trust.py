"""The trust boundary: code out of a configuration runs only where it cannot have come with the content, and no file
that it names is written.

A configuration is found by searching upward from the working directory. Where it, or a Python rule it names, lies
inside what is checked, whoever wrote the content may have written it too. Naming it with --config, or saying
--trust-config, is the user's word that it is theirs. Pattern packs and tables are data and run nothing.
"""

from __future__ import annotations

import glob
import os
from collections.abc import Iterable, Iterator, Sequence

from mtqa import shelf
from mtqa.config import Config
from mtqa.rulefiles import rule_files

_Place = tuple[int, int]


def from_content(config: Config, paths: Sequence[str]) -> str | None:
    """What of a configuration may have come with the content and is not to be: rules that run, files it writes.

    Args:
        config: as it was found.
        paths: what is checked, as the user named it.

    Returns:
        What it is and what becomes of it, or `None`.
    """
    scripts = [str(file) for folder in config.rules for file in rule_files(folder) if file.suffix == ".py"]
    reports = [file for one in config.formats if (file := one.partition("=")[2])]
    reports += [config.output] if config.output is not None else []
    if not (scripts or reports):
        return None
    checked = set(_places(_roots(paths)))
    inside = any(_inside(file, checked) for file in config.files)
    script = next((script for script in scripts if inside or _inside(script, checked)), None)
    if script is not None:
        return f"its Python rules ({script}) may have come with what is checked, so they are not run"
    if inside and reports:
        return f"the reports it names ({reports[0]}) may have come with what is checked, so they are not written"
    return None


def comes_with(path: str, paths: Sequence[str]) -> bool:
    """Whether a file lies inside what is checked.

    Args:
        paths: what is checked, as the user named it.
    """
    return _inside(path, set(_places(_roots(paths))))


def keep_off_content(paths: Sequence[str]) -> None:
    """Have nothing read out of the user's cache, here and in worker processes, where it lies inside what is checked.

    Args:
        paths: what is checked, as the user named it.
    """
    place = shelf.folder()
    if place is not None and _inside(place, set(_places(_roots(paths)))):
        os.environ[shelf.SWITCH] = shelf.OFF


def _roots(paths: Sequence[str]) -> Iterator[str]:
    """Files and folders that are checked whole."""
    for path in paths:
        if path == "-":
            continue
        if os.path.lexists(path) or not glob.has_magic(path):
            yield path
            continue
        if "**" in path:  # may reach everything below the folder it starts in
            fixed = path.partition("**")[0]
            while glob.has_magic(fixed):
                fixed = os.path.dirname(fixed)
            yield fixed if os.path.isdir(fixed) else os.path.dirname(fixed) or os.curdir
        yield from glob.iglob(path, recursive=True)


def _places(paths: Iterable[str]) -> Iterator[_Place]:
    """Device and number of each that exists: whatever its spelling, and whatever links lead to it."""
    for path in paths:
        try:
            found = os.stat(path)
        except (OSError, ValueError):
            continue
        yield found.st_dev, found.st_ino


def _inside(path: str, checked: set[_Place]) -> bool:
    """Whether a file is one of the places or lies below one: where its name stands, or where a link leads."""
    folder, name = os.path.split(os.path.abspath(path))
    for file in (os.path.join(os.path.realpath(folder), name), os.path.realpath(path)):
        steps = [file]
        while steps[-1] != os.path.dirname(steps[-1]):
            steps.append(os.path.dirname(steps[-1]))
        if not checked.isdisjoint(_places(steps)):
            return True
    return False
