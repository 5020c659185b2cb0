"""`--format rdjson`: the diagnostic format of reviewdog, one object."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.reporters.base import Reporter
from mtqa.reporters.issues import issues
from mtqa.reporters.jsonlist import JsonList
from mtqa.reporters.record import dumps

if TYPE_CHECKING:
    from mtqa.document import Problem
    from mtqa.report import DocumentReport
    from mtqa.reporters import Summary
    from mtqa.reporters.issues import Issue

_SEVERITIES = {"critical": "ERROR", "major": "ERROR", "minor": "WARNING", "neutral": "INFO", None: "ERROR"}


class RdjsonReporter(Reporter):
    """Writes a diagnostic at once; suggestions where the file holds the text as it is, so that they can be applied."""

    def start(self) -> None:
        """Write what comes first."""
        self.stream.write(f'{{"source": {dumps({"name": "mtqa"})}, "diagnostics": ')
        self._diagnostics = JsonList(self.stream)

    def add(self, item: DocumentReport | Problem) -> None:
        """Write the diagnostics of one document or problem."""
        for issue in issues(item):
            location: dict[str, object] = {"path": issue.path}
            span = _range(issue)
            if span is not None:
                location["range"] = span
            entry: dict[str, object] = {
                "message": issue.message,
                "location": location,
                "severity": _SEVERITIES[issue.severity],
                "code": {"value": issue.rule},
            }
            if issue.column is not None and issue.finding is not None and issue.finding.suggestions:
                entry["suggestions"] = [{"range": span, "text": text} for text in issue.finding.suggestions]
            self._diagnostics.add(dumps(entry))

    def close(self, summary: Summary) -> None:  # noqa: ARG002 - the format has no place for counts
        """Close the object."""
        self._diagnostics.end()
        self.stream.write("}\n")


def _range(issue: Issue) -> dict[str, object] | None:
    """Start and end in the file; columns are 1-based and count bytes of UTF-8."""
    if issue.line is None:
        return None
    if issue.column is None:
        return {"start": {"line": issue.line}}
    if issue.finding is None or issue.document is None:
        return {"start": {"line": issue.line, "column": issue.column}}
    before = issue.document.segments[issue.finding.segment].target[: issue.finding.start].rpartition("\n")[2]
    start = issue.column + _more(before)
    *_, last = lines = issue.finding.text.split("\n")
    end = len(last) + _more(last) + (start if len(lines) == 1 else 1)
    return {
        "start": {"line": issue.line, "column": start},
        "end": {"line": issue.line + len(lines) - 1, "column": end},
    }


def _more(text: str) -> int:
    """How many bytes a text has beyond its code points."""
    return len(text.encode("utf-8", "surrogatepass")) - len(text)
