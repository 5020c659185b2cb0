"""`--format github`: workflow commands, which GitHub shows beside the lines they name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mtqa.document import Problem
from mtqa.reporters.base import Reporter
from mtqa.reporters.lines import MESSAGE, count, suggestion_line
from mtqa.reporters.place import category_name, document_title, finding_place, part_names, rule_ids
from mtqa.reporters.visible import clip, visible

if TYPE_CHECKING:
    from mtqa.document import Document
    from mtqa.finding import Finding
    from mtqa.report import DocumentReport
    from mtqa.reporters import Summary

_COMMANDS = {"critical": "error", "major": "error", "minor": "warning", "neutral": "notice"}


class GithubReporter(Reporter):
    """Writes one command a finding, problem or crash at once, and one line of counts at the end."""

    def add(self, item: DocumentReport | Problem) -> None:
        """Write the commands of one document or problem."""
        if isinstance(item, Problem):
            place = {"file": None if item.path == "-" else item.path, "line": item.line, "col": item.column}
            title = "not read" if item.severity == "error" else "read with repairs"
            self._command(item.severity, {**place, "title": title}, visible(str(item)))
            return
        if item.reason:
            file = None if item.document.path == "-" else item.document.path
            kind = "error" if item.verdict == "fail" else "warning"
            said = f"{visible(document_title(item.document))}: {visible(item.reason)}"
            self._command(kind, {"file": file, "title": item.verdict}, said)
        parts = part_names(item.document)
        for finding in item.findings:
            self._finding(item.document, finding, parts[finding.segment])
        for failure in item.failures:
            message = (
                f"rule {visible(failure.rule)} crashed on {clip(failure.document, 100)}, its findings there are missing"
            )
            self._command("error", {"title": "internal error"}, f"{message}: {clip(failure.error, MESSAGE)}")

    def close(self, summary: Summary) -> None:
        """Write the counts and the signature, for the log."""
        self.stream.write(
            f"mtqa: {count(sum(summary.findings.values()), 'finding')} in {count(summary.documents, 'document')}, "
            f"{summary.verdicts['fail']} failed"
            + (f", {summary.verdicts['unchecked']} unchecked" if summary.verdicts["unchecked"] else "")
            + f"; {visible(summary.signature)}\n"
        )

    def _finding(self, document: Document, finding: Finding, part: str) -> None:
        end = None
        if finding.line is not None and finding.column is not None and "\n" not in finding.text:
            end = finding.column + finding.end - finding.start
        message = clip(finding.message, MESSAGE)
        if finding.column is None:  # the annotation cannot point at the text, so it says where and what
            message = f"{visible(finding_place(document, finding, part))}: “{clip(finding.text, 100)}”: {message}"
        elif document.segments[finding.segment].unit is not None:
            message = f"{visible(part)}: {message}"
        self._command(
            _COMMANDS[finding.severity],
            {
                "file": None if document.path == "-" else document.path,
                "line": finding.line,
                "col": finding.column,
                "endColumn": end,
                "title": f"{category_name(finding.category)} ({rule_ids(finding)})",
            },
            "\n".join(filter(None, (message, suggestion_line(finding)))),
        )

    def _command(self, command: str, properties: dict[str, str | int | None], message: str) -> None:
        said = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value is not None)
        self.stream.write(f"::{command} {said}::{_data(message)}\n")


def _data(text: str) -> str:
    """A message as the command's data: per cent signs and line breaks escaped."""
    lines = text.replace("%", "%25").split("\n")
    return "%0A".join(visible(line) for line in lines)


def _property(value: str | int) -> str:
    """A property's value: also the characters that part properties escaped."""
    text = visible(str(value)).replace("%", "%25")
    return text.replace(":", "%3A").replace(",", "%2C")
