"""What the parts of a run share: texts, rivals, how often, how much."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.clock import Side, mtqa
from benchmarks.text import Texts, clean, translated


@dataclass(frozen=True)
class Setting:
    """One run of the benchmarks.

    Attributes:
        rounds: times that each figure is taken.
        size: share of the full sizes: 1, or less for a trial.
        full: whether what takes an hour is run, too.
        clean_files, translated_files: JSON Lines; without them the texts of the repository are read.
        rivals: that run, by checker.
        last: the last release, if it is at hand.
        spark: interpreter that has Spark.
        lacking: what is left out, and why; parts add to it.
    """

    rounds: int
    size: float
    full: bool
    clean_files: tuple[Path, ...]
    translated_files: tuple[Path, ...]
    rivals: dict[str, Side]
    last: Side | None
    spark: str | None
    lacking: dict[str, str] = field(default_factory=dict)

    def sized(self, number: int) -> int:
        """A number of words or documents, less in a trial."""
        return max(1, round(number * self.size))

    @property
    def clean(self) -> Texts:
        """Good news."""
        return clean(self.clean_files).upto(self.sized(50_000))

    def translated(self, words: int) -> Texts:
        """Machine translation."""
        return translated(self.translated_files, self.sized(words))

    @property
    def sides(self) -> list[Side]:
        """All that run: this version, the last release, the rivals."""
        return [mtqa(), *([self.last] if self.last else []), *self.rivals.values()]


def command(*arguments: str) -> list[str]:
    """The command line of this version."""
    return [sys.executable, "-m", "mtqa", *arguments]
