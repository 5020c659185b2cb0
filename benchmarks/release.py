"""The last release, to run beside this version: the wheel in MTQA_LAST_WHEEL, or one built out of the history."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks.clock import MissingError, Side

ROOT = Path(__file__).parent.parent
_ACCEPTED = Path(__file__).with_name("accepted.json")


class Accepted(NamedTuple):
    """What was last accepted of the speed of this version.

    Attributes:
        release, commit: the last release.
        ratio: processor time of this version over that of the release, on the same texts, in turn.
        why: what the time goes into.
    """

    release: str
    commit: str
    ratio: float
    why: str


def accepted() -> Accepted:
    """What was last accepted."""
    return Accepted(**json.loads(_ACCEPTED.read_text(encoding="utf-8")))


def accept(now: Accepted) -> None:
    """Write what is accepted from now on."""
    _ACCEPTED.write_text(json.dumps(now._asdict(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def last(folder: Path) -> Side:
    """The last release, put into a folder; the packages that it needs are this version's.

    Raises:
        MissingError: there is neither a wheel nor the commit that the release is, or it is not what runs.
    """
    known = accepted()
    target = folder / "release"
    if not target.exists():
        wheel = os.environ.get("MTQA_LAST_WHEEL") or _built(known.commit, folder)
        _pip("install", "--no-deps", "--target", str(target), wheel)
    side = Side(f"mtqa {known.release}", "mtqa", sys.executable, str(target))
    asked = [side.python, "-P", "-c", "import mtqa; print(mtqa.__version__, mtqa.__file__)"]
    version, _, place = subprocess.check_output(asked, env=side.environment, text=True).strip().partition(" ")
    if version != known.release or not Path(place).is_relative_to(target):
        raise MissingError(f"mtqa {version} in {place} would run, not the last release, {known.release}")
    return side


def _built(commit: str, folder: Path) -> str:
    """A wheel of a commit."""
    tree = folder / "tree"
    tree.mkdir()
    archive = subprocess.run(["git", "archive", commit], cwd=ROOT, capture_output=True, check=False)
    if archive.returncode:
        raise MissingError(
            f"this checkout does not hold {commit[:12]}, the last release: fetch all of the history "
            "(git fetch --unshallow; fetch-depth: 0), or name its wheel in MTQA_LAST_WHEEL"
        )
    subprocess.run(["tar", "-x"], input=archive.stdout, cwd=tree, check=True)
    _pip("wheel", "--no-deps", "--wheel-dir", str(folder), str(tree))
    return str(next(folder.glob("*.whl")))


def _pip(*arguments: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "pip", "--quiet", "--disable-pip-version-check", *arguments],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise MissingError(
            done.stderr.strip().splitlines()[-1] if done.stderr.strip() else f"pip {arguments[0]} failed"
        )
