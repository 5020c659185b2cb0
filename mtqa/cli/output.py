"""Where reports go: standard output, or files that appear whole or not at all."""

from __future__ import annotations

import io
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import BinaryIO, TextIO

from mtqa.cli.messages import Fault
from mtqa.readers.paths import expand
from mtqa.values import dataclass


@dataclass(frozen=True, slots=True)
class Reads:
    """What a run reads, which no output may replace.

    Args:
        inputs: paths, folders and patterns as the user named them.
        files: (file, what it is to the run) of all else: configuration, baseline, tables, rules.
    """

    inputs: Sequence[str] = ()
    files: Sequence[tuple[str, str]] = ()

    def role(self, target: str | int) -> str | None:
        """What a file is to the run, or `None` if the run does not read it.

        Args:
            target: its path, links resolved; or a descriptor.
        """
        named = [(name, "an input") for name in self.inputs if name != "-"] + list(self.files)
        for name, role in named:
            if os.path.realpath(name) == target:
                return role
        try:
            mine = os.stat(target)
        except (OSError, ValueError):
            return None  # what does not exist yet cannot be read
        if not stat.S_ISREG(mine.st_mode):
            return None
        if "-" in self.inputs and _is_file(0, mine):
            return "the standard input"
        for name, role in [*((item, "an input") for item in expand(self.inputs) if isinstance(item, str)), *self.files]:
            if name != "-" and _is_file(name, mine):
                return role
        return None


def _is_file(name: str | int, mine: os.stat_result) -> bool:
    try:
        return os.path.samestat(os.stat(name), mine)
    except (OSError, ValueError):
        return False


@contextmanager
def opened(path: str | None, reads: Reads | None = None) -> Iterator[TextIO]:
    """A text stream, UTF-8, line ends as written.

    A file is written where nobody sees it and moved to its place when the block ends well; an error, or an end
    by force, leaves what was there before. Devices and pipes are written as they are.

    Args:
        path: of the file; `None` or "-" for standard output.
        reads: what the run reads, which the output must not be.

    Raises:
        Fault: the file cannot be written; on entering, before any work is done.
    """
    reads = reads or Reads()
    if path is None or path == "-":
        yield from _standard(reads)
        return
    target = os.path.realpath(path)  # a symbolic link stays one
    if role := reads.role(target):
        raise Fault(f"{path}: is also {role}; name another file for the output")
    try:
        mode = os.stat(target).st_mode
    except FileNotFoundError:
        mode = None
    except (OSError, ValueError) as error:  # a name too long, a file where a folder should be
        raise Fault(f"{path}: cannot write the output: {_why(error)}") from error
    if mode is not None and not stat.S_ISREG(mode):
        yield from _direct(path, mode)
        return
    with replacing(path, target, mode) as whole:
        stream = io.TextIOWrapper(whole, encoding="utf-8", errors="backslashreplace", newline="")
        yield stream
        stream.detach()


@contextmanager
def replacing(path: str, target: str, mode: int | None) -> Iterator[BinaryIO]:
    """A file that takes the place of another, whole or not at all.

    Args:
        path: as the user named it.
        target: the place, links resolved.
        mode: of the file that stands there, or `None`.

    Raises:
        Fault: the file cannot be written; on entering.
    """
    import secrets  # costs start-up time

    hidden = os.path.join(os.path.dirname(target), f".mtqa-{secrets.token_hex(8)}.tmp")
    named = False
    try:
        try:
            if mode is not None and not os.access(target, os.W_OK):
                raise PermissionError(13, "is write-protected")
            descriptor = _unnamed(os.path.dirname(target))
            if descriptor is None:
                descriptor, named = os.open(hidden, os.O_RDWR | _NEW, 0o666), True
        except (OSError, ValueError) as error:
            raise Fault(f"{path}: cannot write the output: {_why(error)}") from error
        with open(descriptor, "wb", _BUFFER) as stream:
            yield stream
            stream.flush()
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(descriptor, stat.S_IMODE(mode))
            if not named:
                _name(descriptor, hidden)
        os.replace(hidden, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(hidden)
        raise


_BUFFER = 1 << 18  # bytes

#: A new file, never one that is there, never through a link.
_NEW = os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)


def _unnamed(folder: str) -> int | None:
    """A file without a name, which the system takes away however the run ends; `None` where there is no such thing."""
    if not hasattr(os, "O_TMPFILE") or not os.path.isdir("/proc/self/fd"):
        return None
    try:
        return os.open(folder, os.O_TMPFILE | os.O_RDWR | os.O_CLOEXEC, 0o666)
    except OSError:
        return None  # the file system knows none; what else is wrong the next attempt says


def _name(descriptor: int, path: str) -> None:
    """Give an unnamed file its name."""
    try:
        # with a folder's descriptor the link is followed, without one it is not
        os.link(f"/proc/self/fd/{descriptor}", path, src_dir_fd=descriptor, follow_symlinks=True)
    except OSError:
        with (
            open(descriptor, "rb", closefd=False) as source,
            open(os.open(path, os.O_WRONLY | _NEW, 0o666), "wb") as copy,
        ):
            source.seek(0)
            import shutil  # costs start-up time

            shutil.copyfileobj(source, copy)
            os.fchmod(copy.fileno(), stat.S_IMODE(os.fstat(descriptor).st_mode))


def _standard(reads: Reads) -> Iterator[TextIO]:
    if sys.stdout is None:
        raise Fault("standard output is closed; name a file with --output")
    try:
        role = reads.role(sys.stdout.fileno())
    except (OSError, ValueError):  # no file of the system
        role = None
    if role:
        raise Fault(f"standard output goes to a file that is also {role}; send it elsewhere")
    yield sys.stdout
    sys.stdout.flush()


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
