"""Which files are rules."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

__all__ = ["leant_on", "rule_files"]


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
