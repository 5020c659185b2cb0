"""Run by Alembic: brings the schema of the connection it is handed up to date, in that connection's transaction."""

from __future__ import annotations

from alembic import context

from mtqa.review.database import VERSION_TABLE
from mtqa.review.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,  # SQLite alters tables by making them anew
)
with context.begin_transaction():
    context.run_migrations()
