"""Documents and reports as notebooks show them: a little HTML, every text escaped, no script, no style sheet."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mtqa.document import Document
    from mtqa.report import DocumentReport

#: Findings and paragraphs shown; characters of a text.
_MOST = 20
_LONGEST = 200


def shown(text: str | None) -> str:
    """A text, cut where it is long; a mark of direction in it turns nothing but itself round."""
    text = text or ""
    cut = text if len(text) <= _LONGEST else text[:_LONGEST] + "…"
    return f"<bdi>{escape(cut.encode('utf-8', 'replace').decode('utf-8'))}</bdi>"


def document_html(document: Document) -> str:
    """A document: its name and its first paragraphs."""
    rows = [
        [str(document.number(place)), shown(segment.target), shown(segment.source)]
        for place, segment in enumerate(document.segments[:_MOST])
    ]
    return f"<p><b>{shown(document.title or document.id)}</b> ({shown(document.language)})</p>" + _table(
        ("segment", "text", "source"), rows, len(document.segments)
    )


def report_html(report: DocumentReport) -> str:
    """A report: its verdict and its first findings, the gravest first."""
    findings = sorted(report.findings, key=lambda finding: -finding.weight)
    rows = [
        [finding.severity, shown(finding.text), shown(finding.message), shown(finding.rule)]
        for finding in findings[:_MOST]
    ]
    document = report.document
    score = "" if report.verdict == "unchecked" else f", score {report.score:.2f}"
    head = f"<p><b>{shown(document.title or document.id)}</b>: {report.verdict}{score}, {report.words:,} words</p>"
    return head + (
        _table(("severity", "text", "message", "rule"), rows, len(findings)) if rows else "<p>no findings</p>"
    )


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]], number: int) -> str:
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    more = f"<p>and {number - _MOST:,} more</p>" if number > _MOST else ""
    return f"<table><tr>{''.join(f'<th>{head}</th>' for head in heads)}</tr>{body}</table>{more}"
