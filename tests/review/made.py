"""Small reviews to test with."""

from __future__ import annotations

from mtqa.document import Document
from mtqa.finding import Finding, Severity
from mtqa.report import DocumentReport
from mtqa.review.database import Database
from mtqa.review.said import Said
from mtqa.review.store import Review
from mtqa.segment import Segment


def finding(
    segment: int, start: int, end: int, rule: str, severity: Severity = "minor", category: str = "fluency/grammar"
) -> Finding:
    return Finding(rule, category, severity, "Something is wrong.", segment, start, end, None, None, "", rules=(rule,))


def report(name: str, texts: list[str], findings: list[Finding], path: str = "in.jsonl") -> DocumentReport:
    """A document of these texts, flagged so."""
    document = Document(name, [Segment(text, source=f"Quelle {i}") for i, text in enumerate(texts)], path=path)
    filled = [_with_text(one, texts) for one in findings]
    return DocumentReport(document, 10, 90.0, 5, "warn", (), tuple(filled), 0, None, (), ())


def _with_text(one: Finding, texts: list[str]) -> Finding:
    import dataclasses

    return dataclasses.replace(one, text=texts[one.segment][one.start : one.end])


def two_documents() -> list[DocumentReport]:
    """d1 with three findings in two segments, d2 with none."""
    return [
        report(
            "d1",
            ["He saw the the dog.", "It is is so, 🙂 he said."],
            [
                finding(0, 7, 14, "repetition/doubled-word", "major"),
                finding(1, 3, 8, "repetition/doubled-word", "major"),
                finding(1, 15, 17, "casing/small", "minor", "fluency/casing"),
            ],
        ),
        report("d2", ["All is well."], []),
    ]


#: What tests opened; conftest.py closes it.
OPENED: list[Database] = []


def review_at(address: str, reports: list[DocumentReport] | None = None) -> Review:
    """A review of these documents, or of `two_documents`."""
    OPENED.append(Database(address))
    review = Review(OPENED[-1])
    review.load((one, "{}") for one in (two_documents() if reports is None else reports))
    return review


def on(number: int, verdict: str, comment: str = "", expires: str = "") -> Said:
    """A verdict on a finding of `two_documents`, 0 to 2."""
    segment, start, end, rule = (
        (0, 7, 14, "repetition/doubled-word"),
        (1, 3, 8, "repetition/doubled-word"),
        (1, 15, 17, "casing/small"),
    )[number]
    return Said("d1", "in.jsonl", segment, start, end, rule, verdict, comment=comment, expires=expires)


def mark(start: int = 0, end: int = 3, verdict: str = "missed") -> Said:
    """An own mark in d2."""
    return Said("d2", "in.jsonl", 0, start, end, "", verdict, "accuracy/omission", "major")
