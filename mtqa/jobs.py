"""Documents spread over processes, reports in the order of the documents."""

from __future__ import annotations

import signal
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from mtqa.baseline import Baseline
from mtqa.config import Config
from mtqa.document import Document, Problem
from mtqa.engine import DocumentReport, Engine

#: Batches in flight for each process: bounds memory, keeps the processes busy.
_AHEAD = 4

#: A batch is closed at this many documents or characters: sending one short document costs more than checking it.
_BATCH_DOCUMENTS, _BATCH_CHARACTERS = 32, 50_000

Batch = list[Document | Problem]


def spread(
    config: Config, baseline: Baseline | None, documents: Iterable[Document | Problem], jobs: int
) -> Iterator[DocumentReport | Problem]:
    """Check documents in several processes; see `Engine.run`."""
    waiting: deque[Future[list[DocumentReport | Problem]]] = deque()
    # spawn: the same on every system, and safe with threads in the parent
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_start, initargs=(config, baseline))
    try:
        for batch in _batches(documents):
            waiting.append(_submit(pool, batch))
            while len(waiting) >= jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(cancel_futures=True)  # who stops early does not wait for the rest


def _batches(documents: Iterable[Document | Problem]) -> Iterator[Batch]:
    """Documents in order, in groups worth sending; problems travel in their place."""
    batch: Batch = []
    size = 0
    for item in documents:
        batch.append(item)
        if isinstance(item, Document):
            size += sum(len(segment.target) for segment in item.segments)
        if len(batch) >= _BATCH_DOCUMENTS or size >= _BATCH_CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


_engine: Engine | None = None


def _start(config: Config, baseline: Baseline | None) -> None:
    global _engine
    _engine = Engine(config, baseline)


def _submit(pool: ProcessPoolExecutor, batch: Batch) -> Future[list[DocumentReport | Problem]]:
    """Hand a batch to the pool, which may start a worker now: it starts deaf to Ctrl-C, the parent answers it."""
    if not hasattr(signal, "pthread_sigmask"):
        return pool.submit(_work, batch)
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        return pool.submit(_work, batch)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(batch: Batch) -> list[DocumentReport | Problem]:
    assert _engine is not None
    return [item if isinstance(item, Problem) else _engine.check(item) for item in batch]
