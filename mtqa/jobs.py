"""Documents spread over processes, reports in the order of the documents. No process outlives the one that began it."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.connection import wait
from multiprocessing.process import BaseProcess

from mtqa.cycles import look_rarely
from mtqa.document import Document, Problem
from mtqa.report import DocumentReport

#: Batches in flight for each process: bounds memory, keeps the processes busy.
_AHEAD = 4

#: A batch is closed at this many documents or characters: sending one short document costs more than checking it.
_BATCH_DOCUMENTS, _BATCH_CHARACTERS = 32, 50_000

Batch = list[Document | Problem]
Examine = Callable[[Document | Problem], DocumentReport | Problem]
_Answer = Future[list[DocumentReport | Problem]]
_Sent = tuple[Batch, _Answer]


def spread(
    prepare: Callable[[], Examine],
    documents: Iterable[Document | Problem],
    jobs: int,
    ahead: Callable[[], None] | None = None,
) -> Iterator[DocumentReport | Problem]:
    """Examine documents in several processes.

    Where a process dies, the documents of its batch are each tried once more in a process of their own; one that ends
    that, too, is a problem of the run and takes no other along.

    Args:
        prepare: called once in each process, gives what is called for each document there. It is pickled.
        documents: read one at a time; a few batches for each process are held.
        jobs: number of processes.
        ahead: called once, in this process, where the others begin as copies of it: loads what all of them need.

    Raises:
        BrokenProcessPool: no process came to answer anything.
    """
    waiting: deque[_Sent] = deque()
    others = set(multiprocessing.active_children())
    if ahead is not None and _may_copy():
        ahead()
    workers = _Workers(prepare, jobs)
    try:
        for batch in _batches(documents):
            waiting.append((batch, workers.submit(batch)))
            while len(waiting) >= jobs * _AHEAD:
                yield from _answer(workers, waiting)
        while waiting:
            yield from _answer(workers, waiting)
    except BaseException:  # whoever stops early waits for nothing
        workers.kill(set(multiprocessing.active_children()) - others)
        raise
    finally:
        workers.close()


def _may_copy() -> bool:
    """Whether others may begin as copies of this process, which have its tables at once: on Linux, without threads."""
    try:
        return sys.platform == "linux" and threading.active_count() == len(os.listdir("/proc/self/task")) == 1
    except OSError:  # nobody says how many there are
        return False


def _answer(workers: _Workers, waiting: deque[_Sent]) -> list[DocumentReport | Problem]:
    """What comes of the first batch that waits."""
    batch, future = waiting.popleft()
    try:
        answer = future.result()
        workers.answered = True
    except BrokenProcessPool:
        workers.renew()
        for _ in range(len(waiting)):  # one death fails all that was not done
            other, sent = waiting.popleft()
            waiting.append((other, workers.submit(other) if not sent.done() or sent.exception() else sent))
        answer = workers.alone(batch)
    return answer


class _Workers:
    """Processes that examine batches.

    Attributes:
        answered: whether any of them ever gave an answer.
    """

    def __init__(self, prepare: Callable[[], Examine], jobs: int) -> None:
        self._prepare = prepare
        self._jobs = jobs
        self._pool = self._begun(jobs)
        self.answered = False

    def _begun(self, jobs: int) -> ProcessPoolExecutor:
        context = multiprocessing.get_context("fork" if _may_copy() else "spawn")
        with _starting():
            return ProcessPoolExecutor(jobs, mp_context=context, initializer=_start, initargs=(self._prepare,))

    def submit(self, batch: Batch) -> _Answer:
        """Hand over a batch."""
        return _submit(self._pool, batch)

    def renew(self) -> None:
        """Begin anew with other processes."""
        self._pool.shutdown(cancel_futures=True)
        self._pool = self._begun(self._jobs)

    def alone(self, batch: Batch) -> list[DocumentReport | Problem]:
        """A batch document by document, in one process that has nothing else to do."""
        answer: list[DocumentReport | Problem] = []
        pool = self._begun(1)
        try:
            for item in batch:
                try:
                    answer += _submit(pool, [item]).result()
                    self.answered = True
                except BrokenProcessPool:
                    if not self.answered or isinstance(item, Problem):
                        raise
                    what = f"document {item.id!r} ended the process that checked it, twice: perhaps for want of memory"
                    line = item.segments[0].line if item.segments else None
                    answer.append(Problem(item.path or "-", what, line, entry=item.entry))
                    pool.shutdown(cancel_futures=True)
                    pool = self._begun(1)
        finally:
            pool.shutdown(cancel_futures=True)
        return answer

    def kill(self, processes: Iterable[BaseProcess]) -> None:
        """End them at once.

        One that is killed while it answers leaves half of the answer in the pipe, for whose rest the pool would wait
        as long as this process could write it, too.
        """
        for process in processes:
            process.kill()
        self._pool._result_queue._writer.close()  # type: ignore[attr-defined]

    def close(self) -> None:
        """Wait for them to end."""
        self._pool.shutdown(cancel_futures=True)


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
    look_rarely()
    _examine = prepare()
    gc.freeze()  # tables are not gone through, so that copies share them


def _end_with_parent() -> None:
    """Ends the process as soon as the one that began it is gone, however it went."""
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


def _submit(pool: ProcessPoolExecutor, batch: Batch) -> _Answer:
    """Hand a batch to the pool, which may start a worker now."""
    try:
        with _starting():
            return pool.submit(_work, batch)
    except BrokenProcessPool as error:  # by a batch before
        failed: _Answer = Future()
        failed.set_exception(error)
        return failed


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
