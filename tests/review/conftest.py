"""Databases to review in: a file of SQLite, and a Postgres that the tests start and end."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from glob import glob
from itertools import count
from pathlib import Path

import pytest

pytest.importorskip("sqlalchemy", reason="needs the extra mtqa[review]")


def _program(name: str) -> str | None:
    """A program of Postgres; Debian keeps them off the path."""
    return max(glob(f"/usr/lib/postgresql/*/bin/{name}"), default=None) or shutil.which(name)


def _missing() -> str | None:
    """Why no Postgres can be started."""
    for name in ("initdb", "pg_ctl"):
        if _program(name) is None:
            return f"no {name}: apt-get install postgresql"
    if os.getuid() == 0:
        try:
            pwd.getpwnam("postgres")
        except KeyError:
            return "there is no user postgres, and root may not run it"
    return None


@pytest.fixture(scope="session")
def postgres() -> Iterator[Callable[[], str]]:
    """Gives the address of a new, empty database each time it is called."""
    pytest.importorskip("psycopg", reason="needs psycopg")
    reason = _missing()
    if reason is not None:
        if os.environ.get("MTQA_NEED_POSTGRES"):
            pytest.fail(f"MTQA_NEED_POSTGRES is set, but {reason}")
        pytest.skip(reason)
    folder = tempfile.mkdtemp(prefix="mtqa-pg-", dir="/tmp")  # sockets need a short path
    as_user: list[str] = []
    if os.getuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
        as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"]

    def run(name: str, *arguments: str) -> None:
        done = subprocess.run(
            [*as_user, _program(name) or name, *arguments],
            cwd=folder,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr.decode()

    data = f"{folder}/data"
    try:
        run("initdb", "-D", data, "-U", "mtqa", "--auth=trust", "--encoding=UTF8", "--no-sync")
        options = f"-k {folder} -c listen_addresses= -c fsync=off -c max_connections=100"
        run("pg_ctl", "-D", data, "-w", "-t", "60", "-l", f"{folder}/log", "-o", options, "start")
        import psycopg

        numbers = count(1)

        def fresh() -> str:
            name = f"review{next(numbers)}"
            with psycopg.connect(f"host={folder} user=mtqa dbname=postgres", autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {name}")  # type: ignore[arg-type]
            return f"postgresql+psycopg://mtqa@/{name}?host={folder}"

        yield fresh
        run("pg_ctl", "-D", data, "-w", "-m", "immediate", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A place for a review, empty, of either kind."""
    if request.param == "postgres":
        fresh: Callable[[], str] = request.getfixturevalue("postgres")
        return fresh()
    return str(tmp_path / "review.sqlite")


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    """No connection outlives its test."""
    from .made import OPENED

    yield
    while OPENED:
        OPENED.pop().close()
