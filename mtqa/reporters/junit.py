"""`--format junit`: a test suite for the run, a test case for each document, for the test views of CI servers."""

from __future__ import annotations

from shutil import copyfileobj
from tempfile import SpooledTemporaryFile
from typing import TYPE_CHECKING

from mtqa.document import Problem
from mtqa.reporters.base import Reporter
from mtqa.reporters.lines import count, finding_lines, metrics_shown, readability_shown
from mtqa.reporters.place import document_title, file_name, part_names
from mtqa.reporters.visible import clip, visible
from mtqa.reporters.xmltext import attribute, content
from mtqa.score import score

if TYPE_CHECKING:
    from mtqa.report import DocumentReport
    from mtqa.reporters import Summary

#: Bytes of test cases kept in memory; more wait in a temporary file.
_IN_MEMORY = 4_000_000


class JunitReporter(Reporter):
    """Keeps the test cases aside, because the format has their number before them."""

    def start(self) -> None:
        """Write what comes first."""
        self._cases = SpooledTemporaryFile(_IN_MEMORY, "w+", encoding="utf-8", newline="\n")  # noqa: SIM115
        self._tests = self._errors = self._failures = self._skipped = self._penalty = 0
        self._warnings: list[str] = []

    def add(self, item: DocumentReport | Problem) -> None:
        """Keep the test case of a document, with an error for each rule that crashed on it, or of a problem."""
        if isinstance(item, Problem):
            if item.severity == "warning":
                self._warnings.append(visible(str(item)))
                return
            place = visible(item.path) + (f" entry {item.entry}" if item.entry is not None else "")
            self._case(place, item.path, _result("error", "not read", str(item), ""))
            self._errors += 1
            return
        document, parts = item.document, part_names(item.document)
        summary = f"score {item.score:.2f}, penalty {item.penalty}, {item.words} words, verdict {item.verdict}"
        if item.reason:
            summary += f": {item.reason}"
        self._penalty += item.penalty
        lines = [summary, f"readability {readability_shown(item.readability)}"]
        for finding in item.findings:
            lines += ["", *finding_lines(document, finding, parts[finding.segment])]
        text = "\n".join(lines)
        if item.verdict == "fail":
            self._failures += 1
            body = _result("failure", "fail", f"{summary}, {count(len(item.findings), 'finding')}", text)
        elif item.verdict == "unchecked":
            self._skipped += 1
            body = f"{_result('skipped', '', summary, '')}<system-out>{content(text)}</system-out>"
        else:
            body = f"<system-out>{content(text)}</system-out>"
        self._case(document_title(document), file_name(document), body)
        for failure in item.failures:
            self._errors += 1
            message = f"rule {failure.rule} crashed, its findings are missing: {failure.error}"
            name = f"{document_title(document)}: rule {failure.rule}"
            self._case(name, file_name(document), _result("error", "internal error", message, ""))

    def close(self, summary: Summary) -> None:
        """Write the suite with its counts, then the test cases."""
        properties = {"signature": summary.signature}
        if summary.documents > summary.verdicts["unchecked"]:  # nothing checked is not flawless
            properties |= {"score": f"{score(self._penalty, summary.words):.2f}", "words": str(summary.words)}
        if summary.configuration is not None:
            properties["configuration"] = summary.configuration
        if summary.gate:
            properties["gate"] = ", ".join(summary.gate)
        if summary.metrics is not None:
            properties["against the references"] = metrics_shown(summary.metrics)
        counts = f'tests="{self._tests}" failures="{self._failures}" errors="{self._errors}"'
        write = self.stream.write
        write(f'<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="mtqa" {counts}>\n')
        write(f'<testsuite name="mtqa" {counts} skipped="{self._skipped}" time="0">\n<properties>\n')
        for name, value in properties.items():
            write(f"<property name={attribute(name)} value={attribute(value)}/>\n")
        write("</properties>\n")
        with self._cases as cases:
            cases.seek(0)
            copyfileobj(cases, self.stream)
        if self._warnings:
            write(f"<system-err>{content(chr(10).join(self._warnings))}</system-err>\n")
        write("</testsuite>\n</testsuites>\n")

    def _case(self, name: str, group: str, body: str) -> None:
        self._tests += 1
        self._cases.write(
            f'<testcase name={attribute(name)} classname={attribute(group)} time="0">\n{body}\n</testcase>\n'
        )


def _result(element: str, kind: str, message: str, text: str) -> str:
    head = f"{element} type={attribute(kind)}" if kind else element
    head += f" message={attribute(clip(message, 1000))}"
    return f"<{head}>{content(text)}</{element}>" if text else f"<{head}/>"
