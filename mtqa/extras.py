"""Optional engines: packages that a rule needs and mtqa does not install by itself."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec

from mtqa.values import dataclass


@dataclass(frozen=True, slots=True)
class Extra:
    """What a rule cannot run without.

    Args:
        install: what to give pip, such as "mtqa[grammar]".
        packages: (module, distribution) of every package needed: what is imported, and what pip calls it.
    """

    install: str
    packages: tuple[tuple[str, str], ...]

    @property
    def missing(self) -> str | None:
        """Why a rule with this extra cannot run, or `None` if all of it is installed. Imports nothing."""
        if all(_installed(module) for module, _ in self.packages):
            return None
        return f"needs the extra {self.install}: pip install '{self.install}'"

    @property
    def version(self) -> str:
        """Names and versions for the signature: `lingotweaker-0.2.8+lingotweaker-data-en-0.1.6`."""
        return "+".join(f"{name}-{_version(name)}" for _, name in self.packages)


@cache
def _installed(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except (ImportError, ValueError):  # a parent that does not import; a module set to None
        return False


@cache
def _version(distribution: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # costs start-up time

    try:
        return version(distribution)
    except PackageNotFoundError:
        return "unknown"
