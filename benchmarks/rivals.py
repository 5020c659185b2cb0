"""Other checkers of English prose, in an environment of their own: their packages are none of mtqa's business."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from benchmarks.clock import MissingError, Side, Worker

#: Checker -> what pip installs for it. The versions are those that were measured: a newer one is another rival.
PACKAGES = {
    "proselint": ("proselint==0.16.0",),
    "harper-py": ("harper-py==0.2.0",),
    "lingotweaker": ("lingotweaker==0.2.8", "lingotweaker-data-en==0.1.6"),
    "spaCy blank": ("spacy>=3.8,<4",),  # no model: it finds words and sentences, and checks nothing
}

#: Processor seconds that a rival may take of a round: some read a thousand words a second.
MOST = 15.0


def environment(folder: Path) -> str:
    """The interpreter of the rivals' environment; where there is none, one is made with all of them in it."""
    python = folder / "bin" / "python"
    if not python.exists():
        print(f"installing {', '.join(PACKAGES)} into {folder} …", file=sys.stderr)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        for packages in PACKAGES.values():  # each by itself, so that one that is not to be had takes no other along
            subprocess.run([python, "-m", "pip", "install", "--quiet", *packages], check=False)
    return str(python)


def present(folder: Path | None) -> tuple[dict[str, Side], dict[str, str]]:
    """The rivals that run, by checker; and of those that do not, why."""
    if folder is None:
        return {}, dict.fromkeys(PACKAGES, "no --rivals FOLDER given")
    python = environment(folder)
    found: dict[str, Side] = {}
    lacking: dict[str, str] = {}
    for checker in PACKAGES:
        try:
            worker = Worker(Side(checker, checker, python))
        except MissingError as error:
            lacking[checker] = str(error)
            continue
        worker.close()
        found[checker] = Side(f"{checker} {worker.version}", checker, python, most=MOST)
    return found, lacking
