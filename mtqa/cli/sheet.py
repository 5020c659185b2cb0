"""The tick sheet of `mtqa spot`: the findings shown, as a table of verdicts to fill in, and what was filled in."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from mtqa.cli.messages import Fault
from mtqa.cli.output import Reads, opened
from mtqa.finding import Finding
from mtqa.report import DocumentReport
from mtqa.verdicts import Verdict, VerdictError, read_verdicts, write_verdicts


class Sheet:
    """A sheet.

    Args:
        path: of the file, which need not be there.

    Raises:
        Fault: a file that is no sheet.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        try:
            self._decided = list(read_verdicts(Path(path))) if Path(path).exists() else []
        except VerdictError as error:
            raise Fault(str(error)) from error
        self._of_place: dict[tuple[str, str, int, int, int, str], Verdict] = {}
        for one in self._decided:  # a later line goes before an earlier one
            self._of_place[one.place] = one

    def ticks(self, report: DocumentReport) -> dict[int, Verdict]:
        """What somebody has said of a report's findings, by their numbers from 1."""
        places = ((number, _row(report, finding).place) for number, finding in enumerate(report.findings, 1))
        return {number: self._of_place[place] for number, place in places if place in self._of_place}

    def missed(self, report: DocumentReport) -> list[Verdict]:
        """What somebody says was not found in it."""
        document = report.document
        return [
            one
            for one in self._decided
            if one.verdict == "missed" and (one.document, one.path or "") == (document.id, document.path or "")
        ]

    def write(self, reports: Iterable[DocumentReport], reads: Reads) -> int:
        """Write what was filled in, and the findings that nobody has judged, their verdict left empty; how many."""
        todo = [
            row
            for report in reports
            for finding in report.findings
            if (row := _row(report, finding)).place not in self._of_place
        ]
        with opened(self.path, reads) as stream:
            write_verdicts(stream, self._decided, todo)
        return len(todo)


def _row(report: DocumentReport, finding: Finding) -> Verdict:
    """A finding as a row, whose verdict nobody has given yet."""
    document = report.document
    return Verdict(
        document.id,
        document.path,
        document.number(finding.segment),
        finding.start,
        finding.end,
        finding.rule,
        finding.category,
        finding.severity,
        finding.text,
        "accept",
    )
