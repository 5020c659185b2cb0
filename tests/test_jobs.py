"""Documents spread over processes: a process that dies takes nothing along but what killed it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from mtqa.document import Document, Problem
from mtqa.jobs import _may_copy, spread
from mtqa.report import DocumentReport

Item = Document | Problem


def _examine(item: Item) -> DocumentReport | Problem:
    """Answers with the text; some texts end the process."""
    if isinstance(item, Problem):
        return item
    text = item.segments[0].target
    if text == "always":
        os.kill(os.getpid(), signal.SIGKILL)
    if text.startswith("once "):
        mark = Path(text.removeprefix("once "))
        if not mark.exists():
            mark.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return Problem(item.id, text, severity="warning")


def _prepare() -> Callable[[Item], DocumentReport | Problem]:
    return _examine


def _broken() -> Callable[[Item], DocumentReport | Problem]:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError


def _spread(texts: list[str], jobs: int = 2) -> list[str]:
    documents = (Document.from_text(text, id=str(i), path="in.jsonl") for i, text in enumerate(texts))
    return [str(answer) for answer in spread(_prepare, documents, jobs)]


def test_a_document_that_ends_its_process_is_named_and_all_others_are_examined() -> None:
    texts = [f"text {i}" for i in range(150)]
    texts[40] = texts[41] = "always"
    answers = _spread(texts)
    assert [i for i, answer in enumerate(answers) if "ended the process that checked it, twice" in answer] == [40, 41]
    assert answers[40].startswith("in.jsonl:1: document '40' ended")
    assert all(answer == f"{i}: {texts[i]}" for i, answer in enumerate(answers) if i not in (40, 41))


def test_one_that_does_so_once_is_examined(tmp_path: Path) -> None:
    texts = [f"text {i}" for i in range(70)]
    texts[0], texts[69] = f"once {tmp_path / 'a'}", f"once {tmp_path / 'b'}"
    assert _spread(texts) == [f"{i}: {text}" for i, text in enumerate(texts)]


def test_processes_that_never_answer_end_the_run() -> None:
    documents = (Document.from_text("a", id=str(i)) for i in range(100))
    with pytest.raises(BrokenProcessPool):
        list(spread(_broken, documents, 2))


def test_a_process_with_threads_is_not_copied() -> None:
    done = threading.Event()
    thread = threading.Thread(target=done.wait)
    thread.start()
    try:
        assert not _may_copy()
        assert _spread(["text"]) == ["0: text"]
    finally:
        done.set()
        thread.join()


def test_what_all_need_is_loaded_before_a_process_is_copied() -> None:
    loaded: list[int] = []
    documents = [Document.from_text("a", id="a")]
    copied = _may_copy()
    assert list(spread(_prepare, documents, 2, lambda: loaded.append(os.getpid())))
    assert loaded == [os.getpid()] * copied


_STOPPED = """
from mtqa.document import Document, Problem
from mtqa.jobs import spread

def large(item):
    return Problem("-", "x" * 300_000, severity="warning")

def prepare():
    return large

if __name__ == "__main__":
    for _ in range(10):
        answers = spread(prepare, [Document.from_text("text", id=str(i)) for i in range(300)], 2)
        next(answers)
        answers.close()
"""


def test_whoever_stops_while_a_process_answers_waits_for_nothing(tmp_path: Path) -> None:
    (tmp_path / "stopped.py").write_text(_STOPPED)
    subprocess.run([sys.executable, tmp_path / "stopped.py"], timeout=100, check=True)
