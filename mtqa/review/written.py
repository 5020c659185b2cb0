"""Documents and findings of a run, written down."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, insert, select, update

from mtqa.review.places import PLACE, Place, place_of
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
    new: dict[Place, dict[str, Any]] = {}
    again: dict[Place, dict[str, Any]] = {}
    for position, finding in enumerate(report.findings):
        place = (key, report.document.number(finding.segment), finding.start, finding.end, finding.rule)
        if place in new or place in again:  # said twice of one place: one verdict is for both
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
            again[place] = values | {"number": known[place]}
        else:
            new[place] = values | dict(zip(PLACE, place, strict=True))
    if again:
        names = ("position", "current", "category", "severity", "text", "message")
        changed = update(findings).where(findings.c.id == bindparam("number"))
        connection.execute(changed.values({name: bindparam(name) for name in names}), list(again.values()))
    if new:
        connection.execute(insert(findings), list(new.values()))
