"""What there is to see of a review: what counts, who said it, how far it is, what to look at next."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, func, select

from mtqa.finding import SEVERITIES
from mtqa.precision import precisions
from mtqa.review.agreement import Agreement, agreement
from mtqa.review.database import Database
from mtqa.review.events import standing_query, taken_back, verdict_of, verdict_row
from mtqa.review.places import PLACE, place_of, spoken_at, spot
from mtqa.review.queue import Waiting, by_chance, by_uncertainty
from mtqa.review.said import as_written, storable
from mtqa.review.tables import documents, events, findings, segments, settings, verdicts
from mtqa.values import NamedTuple
from mtqa.verdicts import Verdict

if TYPE_CHECKING:
    from sqlalchemy import Connection


class Present(NamedTuple):
    """What counts now, or did until lately.

    Attributes:
        last: number of the last event; what comes later has a greater one.
        verdicts: with the fields of a verdict file, and `mine`; `verdict` is "" for what was taken back.
    """

    last: int
    verdicts: list[dict[str, Any]]


class Overview:
    """The findings and verdicts in a database, to look at.

    Args:
        database: where they are.
    """

    def __init__(self, database: Database) -> None:
        self.database = database

    def pages(self, most: int) -> list[tuple[int, str]]:
        """Key and JSON of the documents that are current, in the order of the run; `most` of them."""
        query = select(documents.c.id, documents.c.page).where(documents.c.current)
        with self.database.reading() as connection:
            rows = connection.execute(query.order_by(documents.c.position, documents.c.id).limit(most))
            return [(key, page) for key, page in rows]

    def counts(self) -> tuple[int, int]:
        """Number of documents and of findings that are current."""
        with self.database.reading() as connection:
            return _count(connection, select(func.count()).select_from(documents).where(documents.c.current)), _count(
                connection, select(func.count()).select_from(_current_findings().subquery())
            )

    def present(self, editor: str, since: int | None = None) -> Present:
        """What counts now.

        Args:
            editor: for `mine`.
            since: only places of which something was said after the event of that number.
        """
        with self.database.reading() as connection:
            last = _count(connection, select(func.coalesce(func.max(events.c.id), 0)))
            query = standing_query().where(documents.c.current)
            if since is None:
                rows = connection.execute(query.order_by(events.c.id)).all()
                return Present(last, [verdict_row(row, editor) for row in rows])
            query = query.where(*spoken_at(verdicts))
            fields = [events.c[name] for name in ("editor", *PLACE)]
            touched = connection.execute(
                select(*fields, documents.c.cell, documents.c.path)
                .join(documents, documents.c.id == events.c.document_id)
                .where(events.c.id > since, documents.c.current)
                .distinct()
            ).all()
            made = []
            for row in touched:
                found = connection.execute(query, spot(row.editor, place_of(row))).first()
                made.append(verdict_row(found, editor) if found is not None else taken_back(row, editor))
            return Present(last, sorted(made, key=lambda one: (one["document"], one["segment"], one["start"])))

    def all_verdicts(self) -> list[Verdict]:
        """Everything that counts now, of documents that changed since, too; in the order of reading, then by name."""
        with self.database.reading() as connection:
            rows = connection.execute(standing_query()).all()
        rows = sorted(rows, key=lambda row: (row.position, row.document_id, *place_of(row)[1:], row.editor))
        return [verdict_of(row) for row in rows]

    def history(self, document: str | None = None, before: int | None = None, most: int = 100) -> list[dict[str, Any]]:
        """What was said and taken back, the last first.

        Args:
            document: id of the only document, as a verdict file gives it back.
            before: only what has a lesser number.
            most: so many at most.
        """
        query = select(events, documents.c.cell, documents.c.path).join(
            documents, documents.c.id == events.c.document_id
        )
        if document is not None:
            query = query.where(documents.c.cell == storable(document))
        if before is not None:
            query = query.where(events.c.id < before)
        with self.database.reading() as connection:
            rows = connection.execute(query.order_by(events.c.id.desc()).limit(most)).all()
        made = []
        for row in rows:
            said = verdict_row(row, row.editor)
            del said["mine"]
            made.append({name: row._mapping[name] for name in ("id", "kind", "undoes", "origin")} | said)
        return made

    def progress(self) -> dict[str, Any]:
        """How far the review is: findings and documents, judged by anybody, and by each editor."""
        here = and_(*(verdicts.c[name] == findings.c[name] for name in PLACE))
        current = findings.join(documents, documents.c.id == findings.c.document_id)
        judged = (
            select(verdicts.c.editor, findings.c.document_id, func.count())
            .select_from(current.join(verdicts, here))
            .where(findings.c.current, documents.c.current)
            .group_by(verdicts.c.editor, findings.c.document_id)
        )
        anybody = (
            select(findings.c.document_id, func.count(findings.c.id.distinct()))
            .select_from(current.join(verdicts, here))
            .where(findings.c.current, documents.c.current)
            .group_by(findings.c.document_id)
        )
        of_each = (
            select(findings.c.document_id, func.count())
            .select_from(current)
            .where(findings.c.current, documents.c.current)
            .group_by(findings.c.document_id)
        )
        marks = (
            select(verdicts.c.editor, func.count())
            .join(documents, documents.c.id == verdicts.c.document_id)
            .where(verdicts.c.rule == "", documents.c.current)
            .group_by(verdicts.c.editor)
        )
        with self.database.reading() as connection:
            all_documents = _count(connection, select(func.count()).select_from(documents).where(documents.c.current))
            wanted = _table(connection, of_each)
            by_anybody = _table(connection, anybody)
            by_editor: dict[str, dict[int, int]] = defaultdict(dict)
            for editor, key, number in connection.execute(judged):
                by_editor[editor][key] = number
            own = _table(connection, marks)

        def so_far(counts: Mapping[int, int]) -> dict[str, int]:
            done = sum(counts.get(key, 0) == number for key, number in wanted.items())
            return {"findings": sum(counts.values()), "documents": done}

        editors = sorted({*by_editor, *own})
        return {
            "documents": all_documents,
            "documents_with_findings": len(wanted),
            "findings": sum(wanted.values()),
            "judged": so_far(by_anybody),
            "editors": {one: {**so_far(by_editor[one]), "missed": own.get(one, 0)} for one in editors},
        }

    def queue(self, editor: str, order: str, seed: int = 0) -> list[int]:
        """Keys of the current documents in the order in which an editor should look at them.

        Args:
            order: "uncertainty", "chance", or "run".
            seed: of chance.

        Returns:
            All documents. By uncertainty those come first that hold the findings nobody knows how to take, of which
            this editor has not said anything.
        """
        with self.database.reading() as connection:
            query = select(documents.c.id, documents.c.path, documents.c.name, documents.c.position)
            rows = connection.execute(
                query.where(documents.c.current).order_by(documents.c.position, documents.c.id)
            ).all()
            if order == "chance":
                return [rows[place].id for place in by_chance([(row.path, row.name) for row in rows], seed)]
            keys = [row.id for row in rows]
            if order == "run":
                return keys
            mine = and_(*(verdicts.c[name] == findings.c[name] for name in PLACE), verdicts.c.editor == editor)
            open_ones = connection.execute(
                select(findings.c.document_id, documents.c.position, findings.c.position, findings.c.rule)
                .join(documents, documents.c.id == findings.c.document_id)
                .where(findings.c.current, documents.c.current, ~exists().where(mine))
            )
            waiting = [Waiting(*row) for row in open_ones]
        known = {one.rule: one for one in precisions(self.all_verdicts())}
        first = dict.fromkeys(one.document for one in by_uncertainty(waiting, known))
        return [*first, *(key for key in keys if key not in first)]

    def agreement(self, one: str, other: str) -> dict[str, Agreement]:
        """How far two editors agree on the findings that both have judged: of all ("all"), and of each severity."""
        mine, theirs = verdicts.alias(), verdicts.alias()
        said, said_too = events.alias(), events.alias()
        query = (
            select(said.c.severity, said.c.verdict, said_too.c.verdict)
            .select_from(
                mine.join(theirs, and_(*(mine.c[name] == theirs.c[name] for name in PLACE)))
                .join(said, said.c.id == mine.c.event_id)
                .join(said_too, said_too.c.id == theirs.c.event_id)
            )
            .where(mine.c.editor == one, theirs.c.editor == other, mine.c.rule != "")
        )
        with self.database.reading() as connection:
            rows = [(severity, (first, second)) for severity, first, second in connection.execute(query)]
        made = {"all": agreement([pair for _, pair in rows])}
        return made | {name: agreement([pair for severity, pair in rows if severity == name]) for name in SEVERITIES}

    def queue_names(self, editor: str, order: str, seed: int = 0) -> list[dict[str, str]]:
        """The same as ids and paths, as a verdict file gives them back."""
        query = select(documents.c.id, documents.c.cell, documents.c.path).where(documents.c.current)
        with self.database.reading() as connection:
            names = {key: {"document": cell, "path": as_written(path)} for key, cell, path in connection.execute(query)}
        return [names[key] for key in self.queue(editor, order, seed) if key in names]

    def editors(self) -> list[str]:
        """Everybody who said something."""
        with self.database.reading() as connection:
            return list(connection.execute(select(events.c.editor).distinct().order_by(events.c.editor)).scalars())

    def texts(self) -> list[Any]:
        """The segments that are current, with key, path, name and languages of their documents, in order."""
        query = (
            select(
                *(documents.c[name] for name in ("id", "path", "name", "language", "source_language")),
                *(segments.c[name] for name in ("number", "target", "source")),
            )
            .join(segments, segments.c.document_id == documents.c.id)
            .where(documents.c.current)
            .order_by(documents.c.position, documents.c.id, segments.c.number)
        )
        with self.database.reading() as connection:
            return list(connection.execute(query).all())

    def all_findings(self) -> list[Any]:
        """The findings that are current, in the order of reading."""
        query = _current_findings().order_by(documents.c.position, documents.c.id, findings.c.position)
        with self.database.reading() as connection:
            return list(connection.execute(query).all())

    def words(self) -> int:
        """Words in the documents that are current."""
        query = select(func.coalesce(func.sum(documents.c.words), 0)).where(documents.c.current)
        with self.database.reading() as connection:
            return _count(connection, query)

    def kept(self, name: str) -> str:
        """What `keep` kept under a name; empty for nothing."""
        with self.database.reading() as connection:
            return connection.execute(select(settings.c.value).where(settings.c.name == name)).scalar() or ""


def _count(connection: Connection, query: Any) -> int:
    return int(connection.execute(query).scalar_one())


def _table(connection: Connection, query: Any) -> dict[Any, int]:
    """The rows of a query of two columns."""
    return {key: number for key, number in connection.execute(query)}  # noqa: C416 - rows are no pairs to the type checker


def _current_findings() -> Any:
    return (
        select(findings, documents.c.name, documents.c.path)
        .join(documents, documents.c.id == findings.c.document_id)
        .where(findings.c.current, documents.c.current)
    )
