"""`--format github`: workflow commands, which GitHub shows beside the lines they name.

Of a step it shows ten errors, ten warnings and ten notices; these are the gravest here, the rest is counted.
"""

from __future__ import annotations

from bisect import insort
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


#: Commands of a kind that GitHub shows of a step.
MOST = 10

#: What comes before findings: problems and crashes, then verdicts.
_BROKEN, _VERDICT = 100, 50


class GithubReporter(Reporter):
    """Keeps the gravest commands of each kind, and writes them in the order they came, then a line of counts."""

    def start(self) -> None:
        """Nothing is written before all is known."""
        self._kept: dict[str, list[tuple[int, int, str]]] = {kind: [] for kind in ("error", "warning", "notice")}
        self._commands = 0

    def add(self, item: DocumentReport | Problem) -> None:
        """Write the commands of one document or problem."""
        if isinstance(item, Problem):
            place = {"file": None if item.path == "-" else item.path, "line": item.line, "col": item.column}
            title = "not read" if item.severity == "error" else "read with repairs"
            self._command(_BROKEN, item.severity, {**place, "title": title}, visible(str(item)))
            return
        if item.reason:
            file = None if item.document.path == "-" else item.document.path
            kind = "error" if item.verdict == "fail" else "warning"
            said = f"{visible(document_title(item.document))}: {visible(item.reason)}"
            self._command(_VERDICT, kind, {"file": file, "title": item.verdict}, said)
        parts = part_names(item.document)
        for finding in item.findings:
            self._finding(item.document, finding, parts[finding.segment])
        for failure in item.failures:
            message = (
                f"rule {visible(failure.rule)} crashed on {clip(failure.document, 100)}, its findings there are missing"
            )
            self._command(_BROKEN, "error", {"title": "internal error"}, f"{message}: {clip(failure.error, MESSAGE)}")

    def close(self, summary: Summary) -> None:
        """Write the commands, then the counts and the signature, for the log."""
        kept = sorted((number, line) for commands in self._kept.values() for _, number, line in commands)
        self.stream.write("".join(line for _, line in kept))
        if self._commands > len(kept):
            more = self._commands - len(kept)
            self.stream.write(f"mtqa: {count(more, 'annotation')} more than GitHub shows of a step, none graver\n")
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
            finding.weight,
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

    def _command(self, gravity: int, command: str, properties: dict[str, str | int | None], message: str) -> None:
        said = ",".join(f"{key}={_property(value)}" for key, value in properties.items() if value is not None)
        self._commands += 1
        kept = self._kept[command]
        insort(kept, (-gravity, self._commands, f"::{command} {said}::{_data(message)}\n"))
        del kept[MOST:]


def _data(text: str) -> str:
    """A message as the command's data: per cent signs and line breaks escaped."""
    lines = text.replace("%", "%25").split("\n")
    return "%0A".join(visible(line) for line in lines)


def _property(value: str | int) -> str:
    """A property's value: also the characters that part properties escaped."""
    text = visible(str(value)).replace("%", "%25")
    return text.replace(":", "%3A").replace(",", "%2C")
