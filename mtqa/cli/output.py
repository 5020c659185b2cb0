"""Where reports go: standard output, or files that appear whole or not at all."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TextIO

from mtqa.cli.messages import Fault


@contextmanager
def opened(path: str | None, inputs: Sequence[str] = ()) -> Iterator[TextIO]:
    """A text stream, UTF-8, line ends as written.

    A file is written under another name beside its place and moved there when the block ends well; an
    error leaves what was there before. Devices and pipes are written as they are.

    Args:
        path: of the file; `None` or "-" for standard output.
        inputs: paths the run reads, which the output must not replace.

    Raises:
        Fault: the file cannot be written; on entering, before any work is done.
    """
    if path is None or path == "-":
        if sys.stdout is None:
            raise Fault("standard output is closed; name a file with --output")
        yield sys.stdout
        sys.stdout.flush()
        return
    target = os.path.realpath(path)  # a symbolic link stays one
    if any(os.path.realpath(name) == target for name in inputs if name != "-"):
        raise Fault(f"{path}: is also an input; name another file for the output")
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        mode = None
    except (OSError, ValueError) as error:  # a name too long, a file where a folder should be
        raise Fault(f"{path}: cannot write the output: {_why(error)}") from error
    if mode is not None and not stat.S_ISREG(mode):
        yield from _direct(path, mode)
        return
    temporary = os.path.join(os.path.dirname(target), f".{os.path.basename(target)[:100]}.{os.getpid()}.tmp")
    try:
        if mode is not None and not os.access(target, os.W_OK):
            raise PermissionError(13, "is write-protected")
        stream = open(temporary, "w", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: SIM115
    except (OSError, ValueError) as error:
        raise Fault(f"{path}: cannot write the output: {_why(error)}") from error
    try:
        with stream:
            yield stream
        if mode is not None:
            os.chmod(temporary, stat.S_IMODE(mode))
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _direct(path: str, mode: int) -> Iterator[TextIO]:
    if stat.S_ISDIR(mode):
        raise Fault(f"{path}: cannot write the output: it is a directory; name a file")
    try:
        stream = open(path, "w", encoding="utf-8", errors="backslashreplace", newline="")  # noqa: SIM115
    except OSError as error:
        raise Fault(f"{path}: cannot write the output: {_why(error)}") from error
    with stream:
        yield stream


def _why(error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        return "there is no such folder; make it first"
    if isinstance(error, PermissionError):
        return "permission denied; choose another place"
    return str(getattr(error, "strerror", None) or error)


def wants_color(choice: bool | None, stream: TextIO) -> bool:
    """Whether to use colours: as told, else only on a terminal that has them.

    Args:
        choice: --color, --no-color, or `None`.
        stream: the report goes to.
    """
    if choice is not None:
        return choice
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return stream.isatty()
