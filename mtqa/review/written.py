"""Documents and findings of a run, written down."""

from __future__ import annotations

import hashlib
from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from mtqa.review.places import PLACE, place_of
from mtqa.review.said import as_written, storable
from mtqa.review.tables import documents, findings, segments
from mtqa.verdicts import LONGEST

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from mtqa.report import DocumentReport


def write_document(connection: Connection, report: DocumentReport, page: str, position: int) -> None:
    document = report.document
    path, name = storable(document.path or ""), storable(document.id)
    parts = [
        (document.number(index), storable(one.target), None if one.source is None else storable(one.source))
        for index, one in enumerate(document.segments)
    ]
    digest = hashlib.sha256(repr((document.language, parts)).encode()).hexdigest()
    same = [documents.c.path == path, documents.c.name == name]
    connection.execute(update(documents).where(*same).values(current=False))
    values = {
        "position": position,
        "current": True,
        "words": report.words,
        "language": storable(document.language),
        "source_language": document.source_language and storable(document.source_language),
        "page": page,
    }
    key = connection.execute(select(documents.c.id).where(*same, documents.c.digest == digest)).scalar()
    if key is None:
        cell = as_written(name)
        made = insert(documents).values(path=path, name=name, cell=cell, digest=digest, **values)
        key = connection.execute(made.returning(documents.c.id)).scalar_one()
        rows = [
            {"document_id": key, "number": number, "target": target, "source": source}
            for number, target, source in parts
        ]
        if rows:
            connection.execute(insert(segments), rows)
    else:
        connection.execute(update(documents).where(documents.c.id == key).values(**values))
        connection.execute(update(findings).where(findings.c.document_id == key).values(current=False))
    _write_findings(connection, report, key)


def _write_findings(connection: Connection, report: DocumentReport, key: int) -> None:
    query = select(findings.c.id, *(findings.c[name] for name in PLACE)).where(findings.c.document_id == key)
    known = {place_of(row): row.id for row in connection.execute(query)}
    seen: Counter[tuple[int, int, int, int, str]] = Counter()
    for position, finding in enumerate(report.findings):
        place = (key, report.document.number(finding.segment), finding.start, finding.end, finding.rule)
        seen[place] += 1
        if seen[place] > 1:  # said twice of one place: one verdict is for both
            continue
        values = {
            "position": position,
            "current": True,
            "category": finding.category,
            "severity": finding.severity,
            "text": storable(finding.text[: LONGEST["text"]]),
            "message": storable(finding.message),
        }
        if place in known:
            connection.execute(update(findings).where(findings.c.id == known[place]).values(**values))
        else:
            connection.execute(insert(findings).values(**dict(zip(PLACE, place, strict=True)), **values))
