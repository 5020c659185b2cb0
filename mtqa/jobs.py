"""Documents spread over processes, reports in the order of the documents. No process outlives the one that began it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.connection import wait

from mtqa.document import Document, Problem
from mtqa.report import DocumentReport

#: Batches in flight for each process: bounds memory, keeps the processes busy.
_AHEAD = 4

#: A batch is closed at this many documents or characters: sending one short document costs more than checking it.
_BATCH_DOCUMENTS, _BATCH_CHARACTERS = 32, 50_000

Batch = list[Document | Problem]
Examine = Callable[[Document | Problem], DocumentReport | Problem]


def spread(
    prepare: Callable[[], Examine], documents: Iterable[Document | Problem], jobs: int
) -> Iterator[DocumentReport | Problem]:
    """Examine documents in several processes.

    Args:
        prepare: called once in each process, gives what is called for each document there. It is pickled.
        documents: read one at a time; a few batches for each process are held.
        jobs: number of processes.
    """
    waiting: deque[Future[list[DocumentReport | Problem]]] = deque()
    others = set(multiprocessing.active_children())
    # spawn: the same on every system, and safe with threads in the parent
    context = multiprocessing.get_context("spawn")
    with _starting():
        pool = ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(prepare,))
    try:
        for batch in _batches(documents):
            waiting.append(_submit(pool, batch))
            while len(waiting) >= jobs * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BaseException:  # whoever stops early waits for nothing
        for worker in set(multiprocessing.active_children()) - others:
            worker.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


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


_examine: Examine | None = None


def _start(prepare: Callable[[], Examine]) -> None:
    global _examine
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _examine = prepare()


def _end_with_parent() -> None:
    """Ends the process as soon as the one that began it is gone, however it went."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


def _submit(pool: ProcessPoolExecutor, batch: Batch) -> Future[list[DocumentReport | Problem]]:
    """Hand a batch to the pool, which may start a worker now."""
    with _starting():
        return pool.submit(_work, batch)


#: What a worker is deaf to: the parent answers, and ends its workers.
_DEAF = {getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)}


@contextmanager
def _starting() -> Iterator[None]:
    """What processes started in the block are given: they leave signals to this one, and import nothing of ours
    from the working directory, where the content may lie.
    """
    deaf = hasattr(signal, "pthread_sigmask")
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _DEAF) if deaf else set()
    safe = os.environ.get("PYTHONSAFEPATH")
    os.environ["PYTHONSAFEPATH"] = "1"
    try:
        yield
    finally:
        if safe is None:
            del os.environ["PYTHONSAFEPATH"]
        else:
            os.environ["PYTHONSAFEPATH"] = safe
        if deaf:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _work(batch: Batch) -> list[DocumentReport | Problem]:
    assert _examine is not None
    return [_examine(item) for item in batch]
