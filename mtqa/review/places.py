"""Places in documents: where something is said, and what is known of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, select

from mtqa.review.said import RequestError, Said, as_written, storable
from mtqa.review.tables import documents, findings, segments
from mtqa.verdicts import Verdict, bare

if TYPE_CHECKING:
    from sqlalchemy import Connection

Place = tuple[int, int, int, int, str]
#: Its columns, the same in all tables.
PLACE = ("document_id", "segment", "start", "end", "rule")


def place_of(row: Any) -> Place:
    values = row if isinstance(row, dict) else row._mapping
    document, segment, start, end, rule = (values[name] for name in PLACE)
    return document, segment, start, end, rule


def spoken_at(table: Any) -> list[Any]:
    """Conditions: what an editor says of a place, both as `spot` gives them."""
    return [table.c[name] == bindparam(f"at_{name}") for name in ("editor", *PLACE)]


def spot(editor: str, place: Place) -> dict[str, Any]:
    """The values of `spoken_at`."""
    return {f"at_{name}": value for name, value in zip(("editor", *PLACE), (editor, *place), strict=True)}


def find(connection: Connection, name: str, path: str) -> Any:
    """The current document of an id, as verdict files or reports write it; of several that of the path."""
    name = storable(name)
    cells = {as_written(one) for one in (name, bare(name))}
    rows = connection.execute(
        select(documents.c.id, documents.c.path).where(documents.c.cell.in_(cells), documents.c.current)
    ).all()
    here = [row for row in rows if as_written(row.path) in (as_written(path), as_written(bare(path)))]
    return here[0] if here else rows[0] if len(rows) == 1 else None


_FINDING_AT = select(findings).where(*(findings.c[name] == bindparam(f"at_{name}") for name in PLACE))
_TARGET = select(segments.c.target).where(
    segments.c.document_id == bindparam("document"), segments.c.number == bindparam("segment")
)


def event_values(connection: Connection, document: int, said: Said) -> dict[str, Any]:
    """The fields of the event of a saying. Raises RequestError: no such place."""
    place = (document, said.segment, said.start, said.end, storable(said.rule))
    values: dict[str, Any] = dict(zip(PLACE, place, strict=True))
    values |= {"verdict": said.verdict, "comment": storable(said.comment), "expires": said.expires}
    values |= {"kind": "verdict", "undoes": None}
    if said.rule:
        finding = connection.execute(_FINDING_AT, {f"at_{name}": values[name] for name in PLACE}).first()
        if finding is None:
            raise RequestError(f"there is no finding of {said.rule[:100]!r} at this place; load the page anew", 404)
        return values | {name: finding._mapping[name] for name in ("category", "severity", "text")}
    target = connection.execute(_TARGET, {"document": document, "segment": said.segment}).scalar()
    if target is None or said.end > len(target):
        raise RequestError("there is no such place in the document; load the page anew", 404)
    marked = {"category": said.category, "severity": said.severity, "text": target[said.start : said.end]}
    return values | (marked if said.verdict else dict.fromkeys(marked, ""))


def brought_values(connection: Connection, document: int, one: Verdict) -> dict[str, Any] | None:
    """The same for a verdict out of a file; `None` where there is no such place."""
    said = Said(
        *(one.document, one.path or "", one.segment, one.start, one.end, one.rule, one.verdict),
        *(one.category, one.severity, one.comment, one.expires.isoformat() if one.expires else ""),
    )
    try:
        return event_values(connection, document, said)
    except RequestError:
        return None
