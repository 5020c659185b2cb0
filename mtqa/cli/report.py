"""`mtqa report`: tables for the analyst."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from types import MappingProxyType
from typing import TYPE_CHECKING, TextIO

import click

from mtqa.cli.messages import Fault
from mtqa.cli.options import Request, request_options
from mtqa.cli.output import opened
from mtqa.cli.run import Run
from mtqa.document import Problem
from mtqa.guard import plain
from mtqa.reporters.cells import UNIT_COLUMNS, cell, unit_cells
from mtqa.reporters.csv import SEPARATOR
from mtqa.reporters.record import dumps

if TYPE_CHECKING:
    from mtqa.report import DocumentReport

#: Column -> pandas type, in order. docs/csv.md says what each holds.
DOCUMENT_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "id": "string",
        "path": "string",
        "entry": "Int64",
        "title": "string",
        "language": "string",
        "source_language": "string",
        "date": "string",
        "words": "Int64",
        "segments": "Int64",
        "findings": "Int64",
        "neutral": "Int64",
        "minor": "Int64",
        "major": "Int64",
        "critical": "Int64",
        "penalty": "Int64",
        "score": "Float64",
        "verdict": "string",
        "readability": "string",
        "readability_value": "Float64",
        "readability_low": "Float64",
        "readability_high": "Float64",
        "estimate": "Float64",
        "estimate_low": "Float64",
        "estimate_high": "Float64",
        "bleu": "Float64",
        "chrf": "Float64",
        "ter": "Float64",
        "signature": "string",
    }
)

FINDING_COLUMNS: Mapping[str, str] = MappingProxyType(
    {
        "document": "string",
        "path": "string",
        "rule": "string",
        "category": "string",
        "severity": "string",
        "segment": "Int64",
        "start": "Int64",
        "end": "Int64",
        "line": "Int64",
        "column": "Int64",
        "text": "string",
        "message": "string",
        "suggestions": "string",
        "evidence": "string",
        **dict.fromkeys(UNIT_COLUMNS, "string"),
    }
)

_Row = dict[str, object]


@click.command(
    "report",
    short_help="Write a CSV row a document and a CSV row a finding.",
    epilog=(
        f"Columns of --documents: {', '.join(DOCUMENT_COLUMNS)}.\n\n"
        f"Columns of --findings: {', '.join(FINDING_COLUMNS)}.\n\n"
        "Whole numbers: entry, words, segments, findings, neutral, minor, major, critical, penalty, segment, start, "
        "end, line, column. Numbers with two decimals: score, readability_value, _low and _high, estimate, "
        "estimate_low and _high, bleu, chrf, ter. "
        "Date: YYYY-MM-DD. Suggestions are "
        f"parted by '{SEPARATOR}'; evidence is JSON. What is not known is an empty cell. "
        "A text a spreadsheet would run as a formula has an apostrophe before it."
    ),
)
@request_options()
@click.option("--documents", metavar="FILE", help="CSV to write with one row a document; - for standard output.")
@click.option("--findings", metavar="FILE", help="CSV to write with one row a finding; - for standard output.")
def command(request: Request, documents: str | None, findings: str | None) -> int:
    """Write a CSV row a document and a CSV row a finding, in the order of the paths.

    PATHS and exit statuses are those of `mtqa check`. The same input gives the same bytes.
    """
    _check_names(documents, findings)
    run = Run(request)
    with ExitStack() as stack:  # both are known to be writable before the work begins
        document_file = stack.enter_context(opened(documents, request.reads())) if documents else None
        finding_file = stack.enter_context(opened(findings, request.reads())) if findings else None
        document_rows: list[_Row] = []
        finding_rows: list[_Row] = []
        signature = run.engine.signature
        for item in run.reports(progress=True):
            if isinstance(item, Problem):
                continue
            if document_file:
                document_rows.append(_document_row(item, signature))
            if finding_file:
                finding_rows += _finding_rows(item)
        if document_file:
            _write(document_file, document_rows, DOCUMENT_COLUMNS)
        if finding_file:
            _write(finding_file, finding_rows, FINDING_COLUMNS)
    return run.status


def _check_names(documents: str | None, findings: str | None) -> None:
    if not documents and not findings:
        raise Fault("nothing to write; name a file with --documents, --findings or both")
    if documents and findings:
        same = documents == findings == "-" or os.path.realpath(documents) == os.path.realpath(findings)
        if same and not os.path.realpath(documents).startswith("/dev/"):
            raise Fault("--documents and --findings name the same file; give each its own")


def _document_row(report: DocumentReport, signature: str) -> _Row:
    document, metrics = report.document, report.metrics
    return {
        "id": cell(document.id),
        "path": _text(document.path),
        "entry": document.entry,
        "title": _text(document.title),
        "language": cell(document.language),
        "source_language": _text(document.source_language),
        "date": document.date and document.date.isoformat(),
        "words": report.words,
        "segments": len(report.segments),
        "findings": len(report.findings) + len(report.hidden),
        **report.counts,
        "penalty": report.penalty,
        "score": None if report.verdict == "unchecked" else report.score,
        "verdict": report.verdict,
        "readability": report.readability.level,
        "readability_value": report.readability.value,
        "readability_low": report.readability.low,
        "readability_high": report.readability.high,
        "estimate": report.estimate and report.estimate.penalty_per_100,
        "estimate_low": report.estimate and report.estimate.low,
        "estimate_high": report.estimate and report.estimate.high,
        "bleu": metrics and metrics.bleu,
        "chrf": metrics and metrics.chrf,
        "ter": metrics and metrics.ter,
        "signature": signature,
    }


def _finding_rows(report: DocumentReport) -> list[_Row]:
    return [
        {
            "document": cell(report.document.id),
            "path": _text(report.document.path),
            "rule": cell(finding.rule),
            "category": finding.category,
            "severity": finding.severity,
            "segment": report.document.number(finding.segment),
            "start": finding.start,
            "end": finding.end,
            "line": finding.line,
            "column": finding.column,
            "text": cell(finding.text),
            "message": cell(finding.message),
            "suggestions": cell(SEPARATOR.join(finding.suggestions)),
            "evidence": json_cell(finding.evidence),
            **unit_cells(report.document.segments[finding.segment].unit),
        }
        for finding in report.findings
    ]


def json_cell(evidence: Mapping[str, object]) -> str:
    """Evidence as JSON that a spreadsheet leaves alone: it begins with a brace."""
    return dumps(json.loads(json.dumps(plain(evidence), sort_keys=True)))


def _text(text: str | None) -> str | None:
    return None if text is None else cell(text)


def _write(stream: TextIO, rows: Sequence[_Row], columns: Mapping[str, str]) -> None:
    import pandas  # half a second: only here

    frame = pandas.DataFrame(rows, columns=list(columns)).astype(dict(columns))
    frame.to_csv(stream, index=False, lineterminator="\n", float_format="%.2f")
