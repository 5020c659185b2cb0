"""What changed, as git knows it: without running anything that the repository brings along.

Whoever wrote the content may have written the repository's configuration too: hooks, monitors, filters and remotes that
it names do not run.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping

from mtqa.cli.messages import Fault
from mtqa.readers.base import MAX_UNPACKED
from mtqa.values import dataclass

_SAFE = (
    *("-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", "core.untrackedCache=false"),
    *("-c", "protocol.allow=never", "--no-pager", "--literal-pathspecs", "--no-optional-locks"),
)
_ENVIRONMENT = {
    "GIT_ALLOW_PROTOCOL": "none",  # nothing is fetched, whatever is missing
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}

#: Seconds a command of git may take.
_PATIENCE = 120


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed.

    Args:
        top: folder of the work tree, links resolved.
        base: the commit it is compared with; `None` where there is none yet.
        files: real paths of the files that changed, and of folders that are new as a whole.
    """

    top: str
    base: str | None
    files: frozenset[str]

    def before(self, path: str) -> bytes | None:
        """The content of a file at the base; `None` where it was not there, or is too large."""
        name = os.path.relpath(os.path.realpath(path), self.top)
        if self.base is None or name.startswith(os.pardir) or os.path.isabs(name):
            return None
        blob = f"{self.base}:{name.replace(os.sep, '/')}"
        size = _run(self.top, "cat-file", "-s", blob)
        if size is None or int(size) > MAX_UNPACKED:
            return None
        return _run(self.top, "cat-file", "blob", blob)


def changes(since: str | None) -> Changes:
    """The files of the repository around the working directory that changed, those git does not know yet included.

    Args:
        since: the commit to compare with, or rather the last one that it and HEAD have in common; `None` for HEAD.

    Raises:
        Fault: no git, no repository, no such commit.
    """
    found = _run(os.curdir, "rev-parse", "--show-toplevel", needed="--changed and --since are for files in git")
    top = os.path.realpath(os.fsdecode(_line(found)))
    if since is None:
        head = _run(top, "rev-parse", "--verify", "--quiet", "HEAD^{commit}")
        base = None if head is None else _text(head)
    else:
        base = _common(top, since)
    if base is None:
        listed = _run(top, "ls-files", "-z", "--cached", needed="cannot list the files in git")
    else:
        options = ("--name-only", "-z", "--no-renames", "--no-relative", "--ignore-submodules=all", "--no-ext-diff")
        what = f"cannot compare with {since or 'HEAD'}"
        listed = _run(top, "diff-index", *options, "--no-textconv", base, "--", needed=what)
    new = _run(top, "ls-files", "-z", "--others", "--exclude-standard", needed="cannot list the files in git")
    names = filter(None, ((listed or b"") + (new or b"")).split(b"\0"))
    return Changes(top, base, frozenset(os.path.realpath(os.path.join(top, os.fsdecode(name))) for name in names))


def _common(top: str, since: str) -> str:
    """The last commit that a commit and HEAD have in common; the commit where they have none."""
    named = None if since.startswith("-") else _run(top, "rev-parse", "--verify", "--quiet", f"{since}^{{commit}}")
    if named is None:
        raise Fault(f"--since {since}: git knows no such commit; fetch it first, or name another")
    common = _run(top, "merge-base", _text(named), "HEAD")
    return _text(named if common is None else common)


def _text(out: bytes) -> str:
    return out.decode("ascii", "replace").strip().partition("\n")[0]


def _line(out: bytes | None) -> bytes:
    return (out or b"").removesuffix(b"\n").removesuffix(b"\r")


def _run(folder: str, *args: str, needed: str | None = None) -> bytes | None:
    """What a command of git prints; `None` where it ends with an error and is not needed.

    Raises:
        Fault: it cannot run, or ends with an error and is needed: what for.
    """
    try:
        ended = _git(folder, args, _unfiltered(folder))
    except FileNotFoundError:
        raise Fault("git is not installed; install it, or go without --changed and --since") from None
    except subprocess.TimeoutExpired:
        raise Fault(f"git {args[0]} took more than {_PATIENCE} seconds") from None
    if ended.returncode and needed is not None:
        why = ended.stderr.decode("utf-8", "replace").strip().partition("\n")[0]
        raise Fault(f"{needed}: {why or f'git {args[0]} ended with status {ended.returncode}'}")
    return None if ended.returncode else ended.stdout


def _git(folder: str, args: tuple[str, ...], settings: Mapping[str, str]) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, **_ENVIRONMENT}
    before = os.environ.get("GIT_CONFIG_COUNT", "0")
    first = int(before) if before.isdecimal() else 0
    for number, (key, value) in enumerate(settings.items(), first):
        environment[f"GIT_CONFIG_KEY_{number}"], environment[f"GIT_CONFIG_VALUE_{number}"] = key, value
    environment["GIT_CONFIG_COUNT"] = str(first + len(settings))
    return subprocess.run(  # noqa: S603 - a list of arguments, no shell
        ["git", "-C", folder, *_SAFE, *args],  # noqa: S607 - the git of the user's path
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=_PATIENCE,
        check=False,
    )


def _unfiltered(folder: str) -> dict[str, str]:
    """Settings that take the filters away which git would run over files to compare them."""
    known = _FILTERS.get(folder)
    if known is None:
        listed = _git(folder, ("config", "--null", "--name-only", "--get-regexp", r"^filter\..*"), {})
        drivers = {name.rpartition(".")[0] for name in os.fsdecode(listed.stdout).split("\0") if name.count(".") > 1}
        known = {f"{driver}.{kind}": "" for driver in sorted(drivers) for kind in ("clean", "smudge", "process")}
        known |= {f"{driver}.required": "false" for driver in sorted(drivers)}
        _FILTERS[folder] = known
    return known


#: Folder -> settings, asked for once a run.
_FILTERS: dict[str, dict[str, str]] = {}
