"""`--format gitlab`: GitLab's code quality report: one array of issues, which a merge request shows."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from mtqa.document import Problem
from mtqa.reporters.base import Reporter
from mtqa.reporters.issues import issues
from mtqa.reporters.jsonlist import JsonList
from mtqa.reporters.record import dumps

if TYPE_CHECKING:
    from mtqa.report import DocumentReport
    from mtqa.reporters import Summary

_SEVERITIES = {"critical": "critical", "major": "major", "minor": "minor", "neutral": "info", None: "blocker"}


class GitlabReporter(Reporter):
    """Writes an issue at once. GitLab tells new ones by their fingerprints, none of which may stand twice."""

    def start(self) -> None:
        """Open the array."""
        self._issues = JsonList(self.stream)
        self._problems: Counter[str] = Counter()

    def add(self, item: DocumentReport | Problem) -> None:
        """Write the issues of one document or problem."""
        for issue in issues(item):
            fact = f"{issue.rule}\0{issue.path}\0{issue.same}"
            if isinstance(item, Problem):  # of a document each says something else
                self._problems[fact] += 1
                fact += f"\0{self._problems[fact]}"
            entry = {
                "description": issue.message,
                "check_name": issue.rule,
                "fingerprint": hashlib.sha256(fact.encode("utf-8", "surrogatepass")).hexdigest()[:32],
                "severity": _SEVERITIES[issue.severity],
                "location": {"path": issue.path, "lines": {"begin": issue.line or 1}},
            }
            self._issues.add(dumps(entry))

    def close(self, summary: Summary) -> None:  # noqa: ARG002 - the format has no place for counts
        """Close the array."""
        self._issues.end()
        self.stream.write("\n")
