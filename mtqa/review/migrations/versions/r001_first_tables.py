"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """To this step."""
    op.create_table(
        "review_settings",
        sa.Column("name", sa.String(100), primary_key=True),
        sa.Column("value", sa.Text, nullable=False),
    )
    op.create_table(
        "review_documents",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("path", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("cell", sa.Text, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("words", sa.Integer, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("source_language", sa.Text),
        sa.Column("page", sa.Text, nullable=False),
        sa.UniqueConstraint("path", "name", "digest"),
    )
    op.create_index("ix_review_documents_cell", "review_documents", ["cell"])
    op.create_table(
        "review_segments",
        sa.Column("document_id", KEY, sa.ForeignKey("review_documents.id"), nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("source", sa.Text),
        sa.PrimaryKeyConstraint("document_id", "number"),
    )
    op.create_table(
        "review_findings",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("document_id", KEY, sa.ForeignKey("review_documents.id"), nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("current", sa.Boolean, nullable=False),
        sa.Column("segment", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("rule", sa.String(200), nullable=False),
        sa.Column("category", sa.String(100), nullable=False),
        sa.Column("severity", sa.String(20), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("message", sa.Text, nullable=False),
        sa.UniqueConstraint("document_id", "segment", "start", "end", "rule"),
    )
    op.create_table(
        "review_events",
        sa.Column("id", KEY, primary_key=True),
        sa.Column("client", sa.String(100), nullable=False, unique=True),
        sa.Column("editor", sa.String(100), nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("origin", sa.String(20), nullable=False),
        sa.Column("kind", sa.String(10), nullable=False),
        sa.Column("undoes", KEY, sa.ForeignKey("review_events.id"), unique=True),
        sa.Column("document_id", KEY, sa.ForeignKey("review_documents.id"), nullable=False),
        sa.Column("segment", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("rule", sa.String(200), nullable=False),
        sa.Column("category", sa.String(100), nullable=False),
        sa.Column("severity", sa.String(20), nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("verdict", sa.String(10), nullable=False),
        sa.Column("comment", sa.Text, nullable=False),
        sa.Column("expires", sa.String(10), nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "review_events_place", "review_events", ["document_id", "editor", "segment", "start", "end", "rule"]
    )
    op.create_index("review_events_editor", "review_events", ["editor", "id"])
    op.create_table(
        "review_verdicts",
        sa.Column("editor", sa.String(100), nullable=False),
        sa.Column("document_id", KEY, sa.ForeignKey("review_documents.id"), nullable=False),
        sa.Column("segment", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("rule", sa.String(200), nullable=False),
        sa.Column("event_id", KEY, sa.ForeignKey("review_events.id"), nullable=False, unique=True),
        sa.PrimaryKeyConstraint("editor", "document_id", "segment", "start", "end", "rule"),
    )
