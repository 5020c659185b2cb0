"""`--format sarif`: SARIF 2.1.0, one run, for code-scanning services and editors."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING
from urllib.parse import quote

from mtqa._version import __version__
from mtqa.document import Problem
from mtqa.reporters.base import Reporter
from mtqa.reporters.jsonlist import JsonList
from mtqa.reporters.lines import MESSAGE, suggestion_line
from mtqa.reporters.place import category_name, document_title, finding_place, fingerprint, part_names, relative
from mtqa.reporters.record import dumps, unit_values
from mtqa.reporters.visible import clip, visible

if TYPE_CHECKING:
    from mtqa.document import Document
    from mtqa.finding import Finding
    from mtqa.report import DocumentReport, RuleFailure
    from mtqa.reporters import Summary
    from mtqa.rule import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"

_LEVELS = {"critical": "error", "major": "error", "minor": "warning", "neutral": "note"}


class SarifReporter(Reporter):
    """Writes the tool and its rules at once, then the results of each document, then the invocation."""

    def start(self) -> None:
        """Write what comes first."""
        self._indexes = {rule.id: index for index, rule in enumerate(self.rules)}
        self._notes: list[dict[str, object]] = []
        driver = {"name": "mtqa", "version": __version__, "rules": [_rule(rule) for rule in self.rules]}
        self.stream.write(
            f'{{"$schema": {dumps(SCHEMA)}, "version": "2.1.0", "runs": [\n'
            f'{{"tool": {dumps({"driver": driver})},\n'
            f'"columnKind": "unicodeCodePoints", "properties": {dumps({"signature": self.signature})},\n"results": '
        )
        self._results = JsonList(self.stream)

    def add(self, item: DocumentReport | Problem) -> None:
        """Write the results of one document; problems and crashes belong to the invocation."""
        if isinstance(item, Problem):
            return
        if item.reason:
            self._notes.append(_verdict(item))
        parts = part_names(item.document)
        seen: dict[tuple[str, str], int] = {}
        for finding in item.findings:
            key = (finding.rule, finding.text)
            seen[key] = seen.get(key, 0) + 1
            self._results.add(dumps(self._result(item, finding, parts[finding.segment], seen[key])))

    def close(self, summary: Summary) -> None:
        """Write what went wrong in the run, and the end."""
        self._results.end()
        notes = [*map(_problem, (*summary.problems, *summary.warnings)), *map(_failure, summary.failures)]
        well = not summary.problems and not summary.failures
        notes += self._notes
        invocation: dict[str, object] = {"executionSuccessful": well, "toolExecutionNotifications": notes}
        if summary.configuration is not None or summary.gate:
            invocation["properties"] = {"configuration": summary.configuration, "gate": list(summary.gate)}
        self.stream.write(f',\n"invocations": [{dumps(invocation)}]}}\n]}}\n')

    def _result(self, report: DocumentReport, finding: Finding, part: str, number: int) -> dict[str, object]:
        document = report.document
        message = clip(finding.message, MESSAGE)
        if finding.column is None:
            message = f"{visible(finding_place(document, finding, part))}: “{clip(finding.text, 100)}”: {message}"
        message = "\n".join(filter(None, (message, suggestion_line(finding))))
        result: dict[str, object] = {"ruleId": visible(finding.rule)}
        if finding.rule in self._indexes:
            result["ruleIndex"] = self._indexes[finding.rule]
        unit = document.segments[finding.segment].unit
        return result | {
            "level": _LEVELS[finding.severity],
            "message": _message(message),
            "locations": [_location(document, finding, part)],
            "partialFingerprints": {"mtqaFinding/v1": fingerprint(document, finding, number)},
            "properties": {
                "category": finding.category,
                "severity": finding.severity,
                "documentScore": report.score,
                "documentVerdict": report.verdict,
            }
            | unit_values(unit),
        }


def _rule(rule: Rule) -> dict[str, object]:
    title = rule.title or rule.id
    return {
        "id": rule.id,
        "shortDescription": {"text": title},
        "fullDescription": {"text": title},
        "help": {"text": rule.page.strip() or title},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {
            "category": rule.category,
            "severity": rule.severity,
            "status": rule.status,
            "tags": [category_name(rule.category)],
        },
    }


def _message(text: str) -> dict[str, str]:
    """A plain-text message: braces and square brackets would be placeholders and links, so SARIF has them escaped."""
    for plain, escaped in (("{", "{{"), ("}", "}}"), ("[", "\\["), ("]", "\\]")):
        text = text.replace(plain, escaped)
    return {"text": text}


def _location(document: Document, finding: Finding, part: str) -> dict[str, object]:
    location: dict[str, object] = {}
    if document.path is not None and document.path != "-":
        physical: dict[str, object] = {"artifactLocation": {"uri": uri(document.path)}}
        if finding.line is not None:
            physical["region"] = _region(finding)
        location["physicalLocation"] = physical
    segment = document.segments[finding.segment]
    location["logicalLocations"] = [
        {
            "name": visible((segment.unit and segment.element) or part),
            "fullyQualifiedName": f"{visible(document.id)}#{document.number(finding.segment)}",
            "kind": "element",
        }
    ]
    return location


def _region(finding: Finding) -> dict[str, int]:
    """Lines and columns in the file; columns only where the text stands there as it is."""
    assert finding.line is not None
    if finding.column is None:
        return {"startLine": finding.line}
    last = finding.text.rpartition("\n")[2]
    breaks = finding.text.count("\n")
    end = finding.column + len(last) if not breaks else len(last) + 1
    return {
        "startLine": finding.line,
        "startColumn": finding.column,
        "endLine": finding.line + breaks,
        "endColumn": end,
    }


def uri(path: str) -> str:
    """A path as a URI reference: percent-encoded, relative to the working directory where it lies below it."""
    shown = relative(path)
    return ("file://" if os.path.isabs(shown) else "") + quote(shown, errors="surrogatepass")


def _notification(text: str, level: str = "error") -> dict[str, object]:
    return {"level": level, "message": _message(text)}


def _verdict(report: DocumentReport) -> dict[str, object]:
    """A verdict that neither score nor findings explain."""
    text = f"{document_title(report.document)}: {report.verdict}: {report.reason}"
    return _notification(visible(text), "error" if report.verdict == "fail" else "warning")


def _problem(problem: Problem) -> dict[str, object]:
    physical: dict[str, object] = {"artifactLocation": {"uri": uri(problem.path)}}
    if problem.line is not None:
        physical["region"] = {"startLine": problem.line} | (
            {} if problem.column is None else {"startColumn": problem.column}
        )
    place = {} if problem.path == "-" else {"locations": [{"physicalLocation": physical}]}
    return _notification(visible(str(problem))) | {"level": problem.severity} | place


def _failure(failure: RuleFailure) -> dict[str, object]:
    text = f"rule {failure.rule} crashed on {clip(failure.document, 100)}, its findings there are missing"
    return _notification(f"{visible(text)}: {clip(failure.error, MESSAGE)}") | {
        "associatedRule": {"id": visible(failure.rule)}
    }
