"""Reading a file made by the test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mtqa.document import Document, Problem
from mtqa.readers import ReadOptions, read_paths

Read = Callable[..., tuple[list[Document], list[str]]]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Write a file, read it, and part documents from problems (as the user sees them)."""
    monkeypatch.chdir(tmp_path)

    def run(name: str, data: str | bytes, **options: str) -> tuple[list[Document], list[str]]:
        Path(name).write_bytes(data.encode() if isinstance(data, str) else data)
        items = list(read_paths([name], ReadOptions(**options)))
        documents = [item for item in items if isinstance(item, Document)]
        return documents, [
            str(item) if item.severity == "error" else f"warning: {item}" for item in items if isinstance(item, Problem)
        ]

    return run
