"""The tables of a review.

`review_events` is only ever added to: every verdict, comment and undo, with who and when. `review_verdicts` says which
event counts now, for each editor and place; it is written in the transaction of the event.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    UniqueConstraint,
)

metadata = MetaData()

#: 64 bits; SQLite counts up only what it calls INTEGER.
_Key = BigInteger().with_variant(Integer, "sqlite")

settings = Table(
    "review_settings",
    metadata,
    Column("name", String(100), primary_key=True),
    Column("value", Text, nullable=False),
)

#: A story as it was checked. One whose text changed is another, and no longer current.
documents = Table(
    "review_documents",
    metadata,
    Column("id", _Key, primary_key=True),
    Column("path", Text, nullable=False),  # "" where it is not known
    Column("name", Text, nullable=False),  # its id in reports
    Column("cell", Text, nullable=False, index=True),  # the same as it comes back out of a verdict file
    Column("digest", String(64), nullable=False),  # of its texts
    Column("position", Integer, nullable=False),  # in the order of the run
    Column("current", Boolean, nullable=False),
    Column("words", Integer, nullable=False),
    Column("language", Text, nullable=False),
    Column("source_language", Text),
    Column("page", Text, nullable=False),  # JSON, what the page shows of it
    UniqueConstraint("path", "name", "digest"),
)

segments = Table(
    "review_segments",
    metadata,
    Column("document_id", _Key, ForeignKey("review_documents.id"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("target", Text, nullable=False),
    Column("source", Text),
    PrimaryKeyConstraint("document_id", "number"),
)

findings = Table(
    "review_findings",
    metadata,
    Column("id", _Key, primary_key=True),
    Column("document_id", _Key, ForeignKey("review_documents.id"), nullable=False),
    Column("position", Integer, nullable=False),
    Column("current", Boolean, nullable=False),  # the last run of its document had it
    Column("segment", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("rule", String(200), nullable=False),
    Column("category", String(100), nullable=False),
    Column("severity", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("message", Text, nullable=False),
    UniqueConstraint("document_id", "segment", "start", "end", "rule"),
)

#: kind: verdict or undo. verdict: accept, dismiss, missed, or "" where one is taken back.
events = Table(
    "review_events",
    metadata,
    Column("id", _Key, primary_key=True),
    Column("client", String(100), nullable=False, unique=True),  # given by who sends it: what comes twice counts once
    Column("editor", String(100), nullable=False),
    Column("at", BigInteger, nullable=False),  # milliseconds since 1970
    Column("origin", String(20), nullable=False),  # page, csv, mqm, label-studio
    Column("kind", String(10), nullable=False),
    Column("undoes", _Key, ForeignKey("review_events.id"), unique=True),
    Column("document_id", _Key, ForeignKey("review_documents.id"), nullable=False),
    Column("segment", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("rule", String(200), nullable=False),
    Column("category", String(100), nullable=False),
    Column("severity", String(20), nullable=False),
    Column("text", Text, nullable=False),
    Column("verdict", String(10), nullable=False),
    Column("comment", Text, nullable=False),
    Column("expires", String(10), nullable=False),  # ISO 8601, or ""
    Index("review_events_place", "document_id", "editor", "segment", "start", "end", "rule"),
    Index("review_events_editor", "editor", "id"),
    sqlite_autoincrement=True,
)

#: What counts now.
verdicts = Table(
    "review_verdicts",
    metadata,
    Column("editor", String(100), nullable=False),
    Column("document_id", _Key, ForeignKey("review_documents.id"), nullable=False),
    Column("segment", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("rule", String(200), nullable=False),
    Column("event_id", _Key, ForeignKey("review_events.id"), nullable=False, unique=True),
    PrimaryKeyConstraint("editor", "document_id", "segment", "start", "end", "rule"),
)
