"""What was said, one event after the other, and what of it counts now."""

from __future__ import annotations

import datetime
import hashlib
import time
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import bindparam, delete, exists, insert, select

from mtqa.review.places import PLACE, Place, place_of, spoken_at, spot
from mtqa.review.said import as_written
from mtqa.review.tables import documents, events, verdicts
from mtqa.verdicts import Verdict, stamp

if TYPE_CHECKING:
    from sqlalchemy import Connection


def undone() -> Any:
    later = events.alias()
    return exists().where(later.c.undoes == events.c.id)


def standing_query() -> Any:
    """What counts now, with its event and its document."""
    return (
        select(events, documents.c.cell, documents.c.path, documents.c.name, documents.c.position)
        .select_from(verdicts)
        .join(events, events.c.id == verdicts.c.event_id)
        .join(documents, documents.c.id == verdicts.c.document_id)
    )


# Made once: to put one together takes longer than to carry it out.
_STANDING_AT = standing_query().where(*spoken_at(verdicts))
_SAID_AT = (
    select(events, documents.c.cell, documents.c.path)
    .join(documents, documents.c.id == events.c.document_id)
    .where(*spoken_at(events))
    .limit(1)
)
_LATEST_AT = (
    select(events.c.id, events.c.verdict)
    .where(*spoken_at(events), events.c.kind == "verdict", ~undone())
    .order_by(events.c.id.desc())
    .limit(1)
)
_FORGET_AT = delete(verdicts).where(*spoken_at(verdicts))
_BY_CLIENT = select(events).where(events.c.client == bindparam("client_"))


def known_event(connection: Connection, client: str) -> Any:
    """The event that somebody gave this id; `None` for none."""
    return connection.execute(_BY_CLIENT, {"client_": client}).first()


def standing(connection: Connection, editor: str, place: Place) -> dict[str, Any]:
    """What an editor's verdict on a place is now."""
    row = connection.execute(_STANDING_AT, spot(editor, place)).first()
    if row is not None:
        return verdict_row(row, editor)
    return taken_back(connection.execute(_SAID_AT, spot(editor, place)).one(), editor)


def verdict_row(row: Any, editor: str) -> dict[str, Any]:
    """A verdict as JSON has it."""
    names = ("segment", "start", "end", "rule", "category", "severity", "text", "verdict", "comment", "expires")
    return {
        "document": row.cell,
        "path": as_written(row.path),
        **{name: row._mapping[name] for name in names},
        "by": row.editor,
        "at": stamp(_time(row.at)),
        "mine": row.editor == editor,
    }


def taken_back(row: Any, editor: str) -> dict[str, Any]:
    """The same of a place of which nothing counts any more."""
    place = {name: row._mapping[name] for name in PLACE[1:]}
    gone = dict.fromkeys(("category", "severity", "text", "verdict", "comment", "expires", "at"), "")
    return {
        "document": row.cell,
        "path": as_written(row.path),
        **place,
        **gone,
        "by": row.editor,
        "mine": row.editor == editor,
    }


def verdict_of(row: Any) -> Verdict:
    return Verdict(
        document=row.name,
        path=row.path or None,
        **{name: row._mapping[name] for name in ("segment", "start", "end", "rule", "category", "severity", "text")},
        verdict=row.verdict,
        by=row.editor,
        at=_time(row.at),
        comment=row.comment,
        expires=datetime.date.fromisoformat(row.expires) if row.expires else None,
    )


def _time(at: int) -> datetime.datetime:
    return datetime.datetime.fromtimestamp(at / 1000, datetime.UTC)


def add(
    connection: Connection, editor: str, client: str, origin: str, values: Mapping[str, Any], at: int | None = None
) -> None:
    """Write an event down, and what counts at its place now."""
    now = int(time.time() * 1000) if at is None else at
    connection.execute(insert(events), {"editor": editor, "client": client, "origin": origin, "at": now, **values})
    place = place_of(dict(values))
    latest = connection.execute(_LATEST_AT, spot(editor, place)).first()
    connection.execute(_FORGET_AT, spot(editor, place))
    if latest is not None and latest.verdict:
        counts = {"editor": editor, "event_id": latest.id, **dict(zip(PLACE, place, strict=True))}
        connection.execute(insert(verdicts), counts)


def bring_one(connection: Connection, editor: str, values: dict[str, Any], one: Verdict, origin: str) -> bool:
    """Write a verdict out of a file down; `False` where it is there already, or something was said later."""
    if _newer(connection, editor, values, one):
        return False
    facts = (editor, *map(str, place_of(values)), *(values[key] for key in ("verdict", "category", "severity")))
    more = (values["comment"], values["expires"], stamp(one.at))
    client = origin + ":" + hashlib.sha256("\0".join((*facts, *more)).encode()).hexdigest()
    if connection.execute(_BY_CLIENT, {"client_": client}).first() is not None:
        return False
    add(connection, editor, client, origin, values, None if one.at is None else int(one.at.timestamp() * 1000))
    return True


def _newer(connection: Connection, editor: str, values: Mapping[str, Any], one: Verdict) -> bool:
    """Whether the editor says the same already, or has said something later than what a file brings."""
    row = connection.execute(_STANDING_AT, spot(editor, place_of(dict(values)))).first()
    if row is None:
        return False
    equal = all(
        row._mapping[name] == values[name] for name in ("verdict", "category", "severity", "comment", "expires")
    )
    return equal or one.at is None or row.at >= int(one.at.timestamp() * 1000)
