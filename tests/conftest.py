"""What holds for all tests: none measures time, for the machine may be busy."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

#: The line on standard error that says what a run came to.
OUTCOME = re.compile("mtqa: (?:ERROR|FAIL|WARN|PASS|UNCHECKED): .*\n\\Z")


def complaints(err: str) -> str:
    """Standard error without the line that says what the run came to."""
    return OUTCOME.sub("", err)


@pytest.fixture(autouse=True)
def no_earlier_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that another test found is found again."""
    monkeypatch.setattr("mtqa.resultcache.place", lambda: None)
