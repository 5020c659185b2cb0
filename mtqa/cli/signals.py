"""Being told to end: SIGTERM and SIGHUP end a run as Ctrl-C does, so that nothing is left behind."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

#: What asks a program to end; some systems lack the second.
_ENDINGS = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))


class Terminated(KeyboardInterrupt):
    """Another process asks this one to end.

    Args:
        number: of the signal.
    """

    def __init__(self, number: int) -> None:
        super().__init__(f"signal {number}")
        self.status = 128 + number


@contextmanager
def ending_in_order() -> Iterator[None]:
    """While the block runs, a request to end raises Terminated in it, once; a second one waits until all is tidy."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    # a signal that is ignored, as under nohup, stays ignored
    before = {number: signal.getsignal(number) for number in _ENDINGS}
    ours = [number for number, handler in before.items() if handler == signal.SIG_DFL]

    def end(number: int, _: FrameType | None) -> None:
        for one in ours:
            signal.signal(one, signal.SIG_IGN)
        raise Terminated(number)

    for number in ours:
        signal.signal(number, end)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, signal.SIG_DFL)
