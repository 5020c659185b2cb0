"""One finding as lines of text for people: place, excerpt, what is wrong, what to write instead."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from mtqa.reporters.excerpt import excerpt
from mtqa.reporters.place import finding_place, rule_ids
from mtqa.reporters.visible import clip, visible

if TYPE_CHECKING:
    from mtqa.analysis.estimate import Estimate
    from mtqa.analysis.readability import Readability
    from mtqa.document import Document
    from mtqa.finding import Finding
    from mtqa.metrics import Metrics

#: Longest message and suggestion shown, in columns.
MESSAGE, SUGGESTION = 1000, 200

#: Before every line of text: CI logs obey lines that begin with `::`, blanks or not, so no text may begin one.
GUTTER = "  | "

Paint = Callable[[str, str], str]


def count(number: int, noun: str) -> str:
    """`1 finding`, `2 findings`."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def finding_lines(
    document: Document, finding: Finding, part: str, paint: Paint = lambda text, _style: text
) -> list[str]:
    """The lines, without line ends; nothing in them acts on a terminal but what `paint` adds.

    Args:
        part: the name of the finding's segment, out of `part_names`.
        paint: colours a text in the style of a severity.
    """
    place = visible(finding_place(document, finding, part))
    shown = excerpt(document.segments[finding.segment].target, finding.start, finding.end)
    marks = shown.underline.lstrip()
    blanks = " " * (len(shown.underline) - len(marks))
    lines = [
        f"{place} {paint(finding.severity, finding.severity)} {visible(rule_ids(finding))}",
        f"{GUTTER}{shown.line}",
        f"{GUTTER}{blanks}{paint(marks, finding.severity)}",
        f"  {clip(finding.message, MESSAGE)}",
    ]
    suggestion = suggestion_line(finding)
    return [*lines, f"  {suggestion}"] if suggestion else lines


def readability_shown(readability: Readability) -> str:
    """The level, its number and interval, and what there is to explain: `poor (2.90, 2.31 to 3.49): the words …`."""
    shown: str = readability.level
    if readability.value is not None:
        shown += f" ({readability.value:.2f}, {readability.low:.2f} to {readability.high:.2f})"
    return shown if readability.level == "good" else f"{shown}: {visible(readability.reason)}"


def metrics_shown(metrics: Metrics) -> str:
    """`BLEU 31.50, chrF 62.25, TER 48.00 (3 segments)`."""
    named = (("BLEU", metrics.bleu), ("chrF", metrics.chrf), ("TER", metrics.ter))
    shown = ", ".join(f"{name} {'not computed' if value is None else f'{value:.2f}'}" for name, value in named)
    return f"{shown} ({count(metrics.segments, 'segment')})"


def estimate_shown(estimate: Estimate) -> str:
    """The figure and its interval: `12.3 points in 100 words (5.3 to 20.1), by target and source`."""
    on = {"target": "the target alone", "source": "target and source", "meaning": "target, source and meaning"}
    interval = f"({estimate.low:.1f} to {estimate.high:.1f})"
    return f"{estimate.penalty_per_100:.1f} points in 100 words {interval}, by {on[estimate.basis]}"


def suggestion_line(finding: Finding) -> str:
    """The suggestions, best first; empty where there are none."""
    # in quotation marks: many a suggestion is a mark
    options = [f"“{clip(option, SUGGESTION)}”" if option else "(leave out)" for option in finding.suggestions]
    return f"suggestion: {' | '.join(options)}" if options else ""
