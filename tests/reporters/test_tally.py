"""The counts of a run, and the list of formats."""

from __future__ import annotations

import pytest

from mtqa.reporters import REPORTERS, Tally
from mtqa.reporters.base import Reporter


def test_counts(run):
    tally = Tally()
    for item in run:
        tally.add(item)
    summary = tally.summary("s")
    assert (summary.signature, summary.documents, summary.words, summary.suppressed) == ("s", 3, 71, 2)
    assert summary.findings == {"neutral": 6, "minor": 4, "major": 0, "critical": 1}
    assert summary.families == {"structure": 6, "casing": 4, "names": 1}
    assert summary.hidden == 0
    assert summary.verdicts == {"pass": 2, "warn": 0, "fail": 1, "unchecked": 0}
    assert summary.problems == (run[2],)
    assert summary.failures == run[0].failures
    assert summary.skipped == {"needs the source text": {"adequacy/numbers": 2}}


def test_summary_does_not_change_with_the_tally(run):
    tally = Tally()
    before = tally.summary("s")
    tally.add(run[0])
    assert before.documents == 0
    assert sum(before.findings.values()) == 0


def test_every_format_is_a_reporter():
    known = "text json jsonl csv github sarif junit gitlab checkstyle rdjson markdown html"
    assert list(REPORTERS) == known.split()
    assert all(issubclass(REPORTERS[name], Reporter) for name in REPORTERS)


def test_unknown_format():
    assert "yaml" not in REPORTERS
    with pytest.raises(KeyError):
        REPORTERS["yaml"]
