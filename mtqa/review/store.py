"""What is done with a review, each in one transaction: what is answered for is kept, and is there once."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, insert, select

from mtqa.review.events import add, bring_one, known_event, standing, undone
from mtqa.review.overview import Overview
from mtqa.review.places import PLACE, brought_values, event_values, find, place_of
from mtqa.review.said import RequestError, Said, check_client, check_said, clean_name, same_as
from mtqa.review.tables import events, settings
from mtqa.review.written import write_document
from mtqa.values import NamedTuple
from mtqa.verdicts import Verdict

if TYPE_CHECKING:
    from mtqa.report import DocumentReport

#: Documents, or verdicts of a file, written in one transaction: others come in between.
_BATCH = 50
_KEY_BYTES = 32
_EVENT_FIELDS = (*PLACE, "category", "severity", "text", "verdict", "comment", "expires", "kind", "undoes")


class Brought(NamedTuple):
    """What became of verdicts that were brought in.

    Attributes:
        kept: written down.
        known: that were there already.
        strange: of places that are not in this review.
    """

    kept: int
    known: int
    strange: int


class Review(Overview):
    """The same, to work on."""

    def load(self, reports: Iterable[tuple[DocumentReport, str]]) -> int:
        """Write documents and their findings down, those of an earlier run brought up to date.

        Args:
            reports: each with the JSON that the page shows of it.

        Returns:
            The number of documents.
        """
        number = 0
        coming = iter(reports)
        while batch := list(islice(coming, _BATCH)):
            with self.database.writing() as connection:
                for position, (report, page) in enumerate(batch, number):
                    write_document(connection, report, page, position)
            number += len(batch)
        return number

    def put(self, editor: str, client: str, said: Said, origin: str = "page") -> dict[str, Any]:
        """Write down what an editor says; what comes again with the same `client` is there once.

        Args:
            client: chosen by who sends it, for this one saying.
            origin: page, csv, mqm or label-studio.

        Returns:
            The verdict that counts now at the place, as in `Present`.

        Raises:
            RequestError: no such place, or a value that cannot be; nothing is written.
        """
        check_client(client)
        check_said(said)
        with self.database.writing() as connection:
            known = known_event(connection, client)
            if known is not None:
                if known.editor != editor or known.kind != "verdict" or not same_as(known, said):
                    raise RequestError("this id was given to something else; take a new one", 409)
                return standing(connection, editor, place_of(known))
            document = find(connection, said.document, said.path)
            if document is None:
                raise RequestError(f"there is no document {said.document[:100]!r} in this review", 404)
            values = event_values(connection, document.id, said)
            add(connection, editor, client, origin, values)
            return standing(connection, editor, place_of(values))

    def undo(self, editor: str, client: str) -> dict[str, Any] | None:
        """Take the last saying of an editor back; asked again with the same `client`, nothing more is.

        Returns:
            What counts now at its place, as in `Present`; `None` where there is nothing to take back.
        """
        check_client(client)
        with self.database.writing() as connection:
            known = known_event(connection, client)
            if known is not None:
                if known.editor != editor or known.kind != "undo":
                    raise RequestError("this id was given to something else; take a new one", 409)
                return standing(connection, editor, place_of(known))
            last = connection.execute(
                select(events)
                .where(events.c.editor == editor, events.c.kind == "verdict", events.c.origin == "page", ~undone())
                .order_by(events.c.id.desc())
                .limit(1)
            ).first()
            if last is None:
                return None
            values = dict(last._mapping) | {
                "kind": "undo",
                "undoes": last.id,
                "verdict": "",
                "comment": "",
                "expires": "",
            }
            add(connection, editor, client, "page", {key: values[key] for key in _EVENT_FIELDS})
            return standing(connection, editor, place_of(last))

    def bring(self, editor: str, said: Iterable[Verdict], origin: str) -> Brought:
        """Write down verdicts out of a file; those that are there already are not doubled.

        Args:
            editor: whose they are where the file does not say.
            origin: csv, mqm or label-studio.
        """
        kept = known = strange = 0
        coming = iter(said)
        while batch := list(islice(coming, _BATCH)):
            with self.database.writing() as connection:
                here: dict[tuple[str, str], Any] = {}
                for one in batch:
                    name = (one.document, one.path or "")
                    if name not in here:
                        here[name] = find(connection, *name)
                    document = here[name]
                    made = document and brought_values(connection, document.id, one)
                    if not made:
                        strange += 1
                    elif bring_one(connection, clean_name(one.by) or editor, made, one, origin):
                        kept += 1
                    else:
                        known += 1
        return Brought(kept, known, strange)

    def keep(self, name: str, value: str) -> None:
        """Keep a text under a name, in place of the one that is there."""
        with self.database.writing() as connection:
            connection.execute(delete(settings).where(settings.c.name == name))
            connection.execute(insert(settings).values(name=name, value=value))

    def secret(self) -> bytes:
        """What sessions are signed with; made once, kept in the database."""
        with self.database.writing() as connection:
            query = select(settings.c.value).where(settings.c.name == "secret")
            value = connection.execute(query).scalar()
            if value is None:
                value = secrets.token_hex(_KEY_BYTES)
                connection.execute(insert(settings).values(name="secret", value=value))
            return bytes.fromhex(value)
