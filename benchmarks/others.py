"""Other checkers of English prose, measured beside mtqa where they are installed."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version

#: Takes a text, returns how many things it found.
Lint = Callable[[str], int]


def installed() -> dict[str, Lint]:
    """Name and version -> a function that lints one text with all that the program checks by default."""
    found: dict[str, Lint] = {}
    for name, make in (("proselint", _proselint), ("harper-py", _harper)):
        try:
            lint = make()
        except ImportError:
            continue
        found[f"{name} {version(name)}"] = lint
    return found


def _proselint() -> Lint:
    from proselint.checks import __register__  # type: ignore[import-not-found]
    from proselint.config import DEFAULT  # type: ignore[import-not-found]
    from proselint.registry import CheckRegistry  # type: ignore[import-not-found]
    from proselint.tools import LintFile  # type: ignore[import-not-found]

    CheckRegistry().register_many(__register__)
    config = {**DEFAULT, "max_errors": 10**9}  # all of them, as mtqa gives
    return lambda text: len(LintFile("story", text).lint(config))


def _harper() -> Lint:
    from harper import Language, Linter  # type: ignore[import-not-found]

    linter = Linter()
    return lambda text: len(linter.lint(text, language=Language.PLAINTEXT))
