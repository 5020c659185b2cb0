"""`--format checkstyle`: Checkstyle's XML, which Jenkins, reviewdog and most review services read."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from mtqa.reporters.base import Reporter
from mtqa.reporters.issues import issues
from mtqa.reporters.xmltext import attribute

if TYPE_CHECKING:
    from mtqa.document import Problem
    from mtqa.report import DocumentReport
    from mtqa.reporters import Summary

_SEVERITIES = {"critical": "error", "major": "error", "minor": "warning", "neutral": "info", None: "error"}


class CheckstyleReporter(Reporter):
    """Writes a `file` element for each document that has issues, an `error` element for each issue."""

    def start(self) -> None:
        """Write what comes first."""
        self.stream.write('<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n')

    def add(self, item: DocumentReport | Problem) -> None:
        """Write the issues of one document or problem."""
        for path, group in groupby(issues(item), key=lambda issue: issue.path):
            self.stream.write(f"<file name={attribute(path)}>\n")
            for issue in group:
                column = "" if issue.column is None else f' column="{issue.column}"'
                self.stream.write(
                    f'<error line="{issue.line or 1}"{column} severity="{_SEVERITIES[issue.severity]}" '
                    f"message={attribute(issue.message)} source={attribute(f'mtqa.{issue.rule}')}/>\n"
                )
            self.stream.write("</file>\n")

    def close(self, summary: Summary) -> None:  # noqa: ARG002 - the format has no place for counts
        """Close the element of all."""
        self.stream.write("</checkstyle>\n")
