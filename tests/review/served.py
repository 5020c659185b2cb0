"""A server in a process of its own, and editors who ask it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import httpx

from mtqa.review.said import Said


class Server:
    """A server that runs.

    Args:
        process: of it.
        url: where it answers.
    """

    def __init__(self, process: subprocess.Popen[str], url: str) -> None:
        self.process, self.url = process, url

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait(30)


@contextmanager
def serving(address: str, *options: str, **env: str) -> Iterator[Server]:
    """`mtqa review` of a database, on a free port."""
    port = () if "--port" in options else ("--port", "0")
    command = [sys.executable, "-m", "mtqa", "review", "--isolated", "--db", address, *port, *options]
    process = subprocess.Popen(
        command, stdin=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, env={**os.environ, **env}
    )
    try:
        assert process.stderr is not None
        line = process.stderr.readline()
        found = re.search(r"http://\S+/", line)
        assert found, line
        yield Server(process, found[0])
    finally:
        process.kill()
        process.wait(30)
        if process.stderr is not None:
            process.stderr.close()


class Editor:
    """Somebody with a browser.

    Args:
        url: of the server.
        name: where nobody logs in.
        headers: of every request.
    """

    def __init__(self, url: str, name: str | None = None, **headers: str) -> None:
        self.client = httpx.Client(base_url=url, headers=headers, timeout=60, trust_env=False)
        page = self.client.get("/")
        assert page.status_code == 200, page.text
        self.known = known(page.text)
        if name is not None:
            answer = self.post("/api/editor", {"name": name})
            assert answer.status_code == 200, answer.text
            self.known["pass"] = answer.json()["pass"]

    def __enter__(self) -> Editor:
        return self

    def __exit__(self, *_: object) -> None:
        self.client.close()

    def post(self, address: str, values: Any, **headers: str) -> httpx.Response:
        """Ask for a change, as the page does."""
        return self.client.post(address, json=values, headers={"X-MTQA-Request": self.known["pass"], **headers})

    def put(self, said: Said, client: str) -> httpx.Response:
        """Say something of a place."""
        return self.post("/api/verdicts", values(said, client))

    def present(self) -> list[dict[str, Any]]:
        """What counts now."""
        made: list[dict[str, Any]] = self.client.get("/api/verdicts").json()["verdicts"]
        return made


def values(said: Said, client: str) -> dict[str, Any]:
    """A verdict as the page sends it."""
    return {name: getattr(said, name) for name in Said.__slots__} | {"id": client}


def known(page: str) -> dict[str, Any]:
    """What the page was told of the session."""
    found = re.search(r'"review": (\{[^}]*\})', page)
    assert found, page[:500]
    made: dict[str, Any] = json.loads(found[1])
    return made
