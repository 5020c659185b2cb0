"""The user's configuration: `[tool.mtqa]` in pyproject.toml, or mtqa.toml."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from dataclasses import dataclass

from mtqa.document import Settings
from mtqa.finding import Severity
from mtqa.suppress import Suppression


class ConfigError(ValueError):
    """A configuration that cannot be used; the message names the file, the key and what to do."""


@dataclass(frozen=True, slots=True)
class Config:
    """Everything a run can be told.

    Args:
        select, ignore: rule selectors, see `mtqa.registry.RuleSet.select`.
        min_severity: findings below it are left out of the report and the score.
        fail_under: a document with a score below it fails.
        warn_under: a document with a score below it is marked `warn`.
        fail_on: a document with a finding of this severity or above fails; `None` for never.
        rules: folders with rules of the user's own.
        people: further people-and-offices tables (CSV).
        language: of the targets where the input does not say; BCP 47.
        source_language: of the sources where the input does not say; BCP 47.
        suppress: findings the user has looked at and does not want to see again.
    """

    select: tuple[str, ...] = ("default",)
    ignore: tuple[str, ...] = ()
    min_severity: Severity = "neutral"
    fail_under: float = 70.0
    warn_under: float = 90.0
    fail_on: Severity | None = "critical"
    rules: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    language: str = "en"
    source_language: str | None = None
    suppress: tuple[Suppression, ...] = ()

    @property
    def settings(self) -> Settings:
        """The part of the configuration that rules may read."""
        return Settings(people=self.people)

    @property
    def hash(self) -> str:
        """Short hash of every value, for the signature."""
        values = json.dumps(dataclasses.asdict(self), sort_keys=True, ensure_ascii=False)
        return hashlib.sha256(values.encode()).hexdigest()[:8]
