"""What review services are shown: issues, each at a place of a file, out of findings, verdicts and problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mtqa.document import Problem
from mtqa.reporters.lines import MESSAGE, suggestion_line
from mtqa.reporters.place import category_name, finding_place, fingerprint, part_names, relative
from mtqa.reporters.visible import clip, visible
from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.document import Document
    from mtqa.finding import Finding, Severity
    from mtqa.report import DocumentReport


@dataclass(frozen=True, slots=True)
class Issue:
    """One thing to show.

    Attributes:
        rule: its id; `mtqa/fail`, `mtqa/warn`, `mtqa/not-read`, `mtqa/repaired` for what no rule says.
        severity: of the finding; `None` for what breaks the run.
        path: of the file, seen from the working directory.
        line, column: 1-based, code points; `None` where there is no such place.
        message: one line, visible.
        same: the same for the same issue in later runs.
        finding, document: where it is a finding.
    """

    rule: str
    severity: Severity | None
    path: str
    line: int | None
    column: int | None
    message: str
    same: str
    finding: Finding | None = None
    document: Document | None = None


def issues(item: DocumentReport | Problem) -> Iterator[Issue]:
    """The issues of a document or of an input that could not be read as it stands."""
    if isinstance(item, Problem):
        broken = item.severity == "error"
        rule = "mtqa/not-read" if broken else "mtqa/repaired"
        severity: Severity | None = None if broken else "minor"
        yield Issue(rule, severity, _path(item.path), item.line, item.column, visible(str(item)), str(item))
        return
    document = item.document
    path = _path(document.path or document.id)
    if item.reason:
        severity = "critical" if item.verdict == "fail" else "minor"
        yield Issue(f"mtqa/{item.verdict}", severity, path, None, None, visible(item.reason), document.id)
    parts = part_names(document)
    seen: Counter[tuple[str, str]] = Counter()
    for finding in item.findings:
        seen[finding.rule, finding.text] += 1
        yield Issue(
            visible(finding.rule),
            finding.severity,
            path,
            finding.line,
            finding.column,
            _said(document, finding, parts[finding.segment]),
            fingerprint(document, finding, seen[finding.rule, finding.text]),
            finding,
            document,
        )
    for failure in item.failures:
        said = f"the rule crashed, its findings are missing: {clip(failure.error, MESSAGE)}"
        yield Issue(visible(failure.rule), None, path, None, None, said, f"{failure.rule}:{document.id}")


def _path(path: str) -> str:
    return "<stdin>" if path == "-" else visible(relative(path))


def _said(document: Document, finding: Finding, part: str) -> str:
    """Category, text, what is wrong, what to write instead; the place in words where the file has no such column."""
    said = f"{category_name(finding.category)}: “{clip(finding.text, 100)}”: {clip(finding.message, MESSAGE)}"
    if finding.column is None:
        said = f"{visible(finding_place(document, finding, part))}: {said}"
    return " ".join(filter(None, (said, suggestion_line(finding))))
