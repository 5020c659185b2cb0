"""Where a review is kept: SQLite in a file of its own, or Postgres by its address."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, SQLAlchemyError

if TYPE_CHECKING:
    from sqlalchemy import Connection

VERSION_TABLE = "review_version"

#: How a file of SQLite begins.
_MAGIC = b"SQLite format 3\0"
#: One writer at a time: events are numbered in the order in which they are committed.
_WRITER, _READER = {"mtqa_writes": True}, {"mtqa_writes": False}
#: The lock of Postgres for it: "mtqa" in letters.
_LOCK = 0x6D747161
_BUSY = 15_000  # milliseconds a writer of SQLite waits for another


class DatabaseError(ValueError):
    """A database that cannot be used; the message says which and what to do."""


def is_database(path: str) -> bool:
    """Whether a file is one of SQLite."""
    try:
        with Path(path).open("rb") as file:
            return file.read(len(_MAGIC)) == _MAGIC
    except (OSError, ValueError):
        return False


class Database:
    """A database that holds reviews, its schema brought up to date.

    Args:
        address: path of a file of SQLite, which is made if it is not there, or an address such as
            `postgresql+psycopg://user@host/name`.

    Raises:
        DatabaseError: it cannot be opened, or is not ours.
    """

    def __init__(self, address: str) -> None:
        self.name, self._engine = _engine(address)
        try:
            _upgrade(self.name, self)
        except DatabaseError:
            self.close()
            raise
        except (SQLAlchemyError, sqlite3.Error) as error:
            self.close()
            raise DatabaseError(f"{self.name}: cannot use the database: {why(error)}") from error

    @property
    def postgres(self) -> bool:
        """Whether it is Postgres."""
        return self._engine.dialect.name == "postgresql"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A transaction that only reads, and sees one state of all tables."""
        with self._engine.connect() as connection:
            if self.postgres:
                connection.execution_options(isolation_level="REPEATABLE READ")
            yield connection.execution_options(**_READER)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A transaction; while it lasts no other one writes. It is kept, safe on disk, when the block ends well."""
        with self._engine.connect() as connection:
            connection.execution_options(**_WRITER)
            with connection.begin():
                if self.postgres:
                    connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
                yield connection

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()


def _engine(address: str) -> tuple[str, Engine]:
    """What to call the database, without its password, and how to reach it."""
    if "://" not in address:
        path = Path(address)
        if not os.path.isdir(path.parent):
            raise DatabaseError(f"{address}: there is no such folder; make it first")
        if path.exists() and path.stat().st_size and not is_database(address):
            raise DatabaseError(f"{address}: is no database of SQLite; name another file with --db")
        return address, _sqlite(path)
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        raise DatabaseError("--db: is no address of a database; postgresql+psycopg://user@host/name is one") from error
    name = url.render_as_string(hide_password=True)
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
    if url.drivername != "postgresql+psycopg":
        raise DatabaseError(f"{name}: must begin with postgresql+psycopg://; or name a file for SQLite")
    try:
        return name, create_engine(url, pool_size=10, max_overflow=20, pool_pre_ping=True)
    except ModuleNotFoundError as error:
        raise DatabaseError(f"{name}: needs psycopg: pip install 'mtqa[postgres]'") from error


def _sqlite(path: Path) -> Engine:
    engine = create_engine(
        f"sqlite+pysqlite:///{path.absolute()}",
        pool_size=10,
        max_overflow=30,
        connect_args={"timeout": _BUSY / 1000, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _: Any) -> None:
        connection.isolation_level = None  # transactions begin where we say so
        cursor = connection.cursor()
        # FULL: what is answered for is on the disk, whatever becomes of the machine
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "foreign_keys = ON", f"busy_timeout = {_BUSY}"):
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("mtqa_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _upgrade(name: str, database: Database) -> None:
    from alembic import command
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations").replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    with database.writing() as connection:
        context = MigrationContext.configure(connection, opts={"version_table": VERSION_TABLE})
        heads = set(context.get_current_heads())
        if heads - known:
            raise DatabaseError(f"{name}: was written by a newer mtqa; use that, or another database")
        if not heads and not database.postgres and inspect(connection).get_table_names():
            raise DatabaseError(f"{name}: is a database of something else; name another file with --db")
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def why(error: Exception) -> str:
    """What the database says, in one line."""
    said = str(error.orig if isinstance(error, DBAPIError) and error.orig is not None else error)
    return " ".join(said.split())[:300]
