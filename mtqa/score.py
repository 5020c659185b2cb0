"""The MQM 2.0 linear score and the verdict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from mtqa.finding import Finding, Severity, rank

Verdict = Literal["pass", "warn", "fail", "unchecked"]

Poor = Literal["warn", "fail", "ignore"]

#: What may become of a document that reads poorly.
POOR: tuple[Poor, ...] = ("warn", "fail", "ignore")

#: The verdicts, the best first; what nobody judged comes last.
VERDICTS: tuple[Verdict, ...] = ("pass", "warn", "fail", "unchecked")

#: Part of every report's signature; a change of the formula changes it.
FORMULA = "mqm-linear-100-lost"

#: A text shorter than this counts as this long, so that one comma cannot fail a short story.
SHORTEST = 100


def penalty(findings: Iterable[Finding]) -> int:
    """Sum of what the findings weigh, in points: see `Finding.weight`."""
    return sum(finding.weight for finding in findings)


def score(points: float, words: int, lost: int = 0) -> float:
    """The MQM 2.0 linear score of a text, 0 (useless) to 100 (flawless), to two decimals.

    `100 * (1 - points / words)`, not below 0, where a text under 100 words counts as 100 words long; and never more
    than the share of its words that say anything: of a short text left wholly untranslated nothing is worth anything.

    Args:
        points: see `penalty`.
        words: of the text.
        lost: of these words, those that say nothing to the reader (see `mtqa.finding.Match`).

    Source: MQM Council, "The MQM Scoring Models", linear calibration-free model, per-word penalty times 100.
    """
    share = max(points / max(words, SHORTEST), lost / words if words else 0.0)
    return max(0.0, round(100.0 * (1.0 - share), 2))


def verdict(
    value: float,
    findings: Iterable[Finding],
    fail_under: float,
    warn_under: float,
    fail_on: Severity | None,
    *,
    checked: bool = True,
    poor: Poor = "ignore",
) -> Verdict:
    """`fail` under `fail_under` or with a finding at or above `fail_on`, `warn` under `warn_under`, else `pass`.

    Args:
        poor: what becomes of the document for the way it reads as a whole, whatever was found in it.
        checked: whether the document was judged at all; if not it may fail, but it never passes.
    """
    if value < fail_under:
        return "fail"
    if fail_on is not None and any(rank(finding.severity) >= rank(fail_on) for finding in findings):
        return "fail"
    if poor == "fail":
        return "fail"
    if not checked:
        return "unchecked"
    return "warn" if value < warn_under or poor == "warn" else "pass"
