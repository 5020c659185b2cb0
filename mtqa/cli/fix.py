"""`mtqa fix`: puts sure suggestions into the files themselves."""

from __future__ import annotations

import difflib
import os
import stat
import sys
from collections.abc import Iterator, Sequence

import click

from mtqa.cli.messages import Fault, say
from mtqa.cli.options import Request, request_options
from mtqa.cli.output import opened, replacing
from mtqa.cli.run import make_engine
from mtqa.document import Problem
from mtqa.fixing import Fixed, fix, fixer
from mtqa.lazy import regex
from mtqa.readers.base import MAX_FILE
from mtqa.readers.one import named_pipe
from mtqa.readers.paths import expand
from mtqa.readers.raw import Raw, UnwritableError
from mtqa.reporters.lines import count
from mtqa.reporters.visible import disarmed, visible

_LINE = regex(r"[^\n]*\n|[^\n]+\Z")


@click.command("fix", short_help="Put in the suggestions that are sure, or show what would change.")
@request_options(gate=False)
@click.option("--diff", is_flag=True, help="Change nothing; show what would change, and exit with 1 if anything would.")
def command(request: Request, diff: bool) -> int:
    """Put suggestions into the files, where they are sure: a space before a comma, a capital that a sentence begins
    with. Names are never changed. `mtqa rules --format json` says of which rules ("fix": "safe").

    Plain text, Markdown, subtitles, JSONL, CSV, TSV, PO, XLIFF and TMX are written, all bytes but the mended ones as
    they were; other files, and texts that stand in their file in another form, are named and left as they are. A link
    that leads out of what PATHS name is not followed.

    Exit status 0; with --diff 1 if there is something to mend; 2 if a file could not be read or written.
    """
    if "-" in request.paths:
        raise Fault("standard input cannot be mended in place; name files")
    if request.reading.source_file is not None:
        raise Fault("--source is of no use to fix; give the translations alone")
    make_engine(request.config)  # says what is wrong with rules and tables
    engine = fixer(request.config)
    if not engine.rules:
        raise Fault("none of the selected rules has suggestions that are sure; see `mtqa rules --format json`")
    roots = _roots(request.paths)
    broken, mended, files = False, 0, 0
    with opened(None) as stream:
        for item in [*request.problems, *expand(request.paths)]:
            if isinstance(item, Problem):
                say(str(item), item.severity)
                broken = broken or item.severity == "error"
                continue
            if not request.reading.takes(item):
                continue
            try:
                before = _content(item, roots)
                options = request.reading.at(item)
                done = fix(item, before, options, engine, request.jobs)
            except UnwritableError as error:
                say(f"{item}: left as it is: {error}", "note")
                continue
            except OSError as error:
                say(f"{item}: cannot be read: {error.strerror}")
                broken = True
                continue
            broken = _said(item, done) or broken
            if not done.mended:
                continue
            mended += done.mended.total()
            files += 1
            if diff:
                lines = _diff(item, Raw(item, before, options).text, Raw(item, done.data, options).text)
            else:
                _write(item, before, done.data)
                lines = iter([f"{item}: {_summary(done)}\n"])
            if not request.quiet:
                for line in lines:
                    stream.write(_shown(line, safe=not diff or sys.stdout.isatty()))
    what = f"{count(mended, 'place')} in {count(files, 'file')}" if mended else "nothing"
    say(f"{what} to mend" if diff else f"{what} mended", "note")
    return 2 if broken else int(diff and mended > 0)


def _roots(paths: Sequence[str]) -> list[str]:
    """The folders that the user named, and those of files: no other place is written to."""
    import glob

    roots = []
    for path in paths:
        while glob.has_magic(path) and not os.path.lexists(path):
            path = os.path.dirname(path) or os.curdir
        roots.append(os.path.realpath(path if os.path.isdir(path) else os.path.dirname(path) or os.curdir))
    return roots


def _content(path: str, roots: Sequence[str]) -> bytes:
    """All of a file.

    Raises:
        OSError: that cannot be read.
        UnwritableError: that is not to be changed.
    """
    target = os.path.realpath(path)
    if not any(os.path.commonpath((root, target)) == root for root in roots):
        raise UnwritableError("is a link that leads out of what was named")
    if named_pipe(path) or not stat.S_ISREG(os.stat(target).st_mode):
        raise UnwritableError("is no regular file")
    with open(target, "rb") as stream:
        data = stream.read(MAX_FILE + 1)
    if len(data) > MAX_FILE:
        raise UnwritableError(f"is larger than {MAX_FILE >> 20} MiB: split it")
    return data


def _said(path: str, done: Fixed) -> bool:
    """Say what there is to say of a file; whether it could not be read."""
    for problem in done.problems:
        say(str(problem), problem.severity)
    for why, number in sorted(done.left.items()):
        say(f"{path}: {count(number, 'suggestion')} not put in: {'it' if number == 1 else 'each'} {why}", "note")
    return any(problem.severity == "error" for problem in done.problems)


def _write(path: str, before: bytes, data: bytes) -> None:
    target = os.path.realpath(path)
    with open(target, "rb") as stream:
        if stream.read(len(before) + 1) != before:
            raise Fault(f"{path}: was changed by somebody else meanwhile; run it again")
    with replacing(path, target, os.stat(target).st_mode) as whole:
        whole.write(data)


def _summary(done: Fixed) -> str:
    by_rule = ", ".join(f"{number} {rule}" for rule, number in sorted(done.mended.items()))
    return f"{done.mended.total()} mended ({by_rule})"


def _diff(path: str, before: str, after: str) -> Iterator[str]:
    """The lines of a unified diff, as `patch` reads it."""
    old, new = _LINE.findall(before), _LINE.findall(after)
    for line in difflib.unified_diff(old, new, path, path):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _shown(line: str, *, safe: bool) -> str:
    """A line for the terminal, where nothing in it acts; a diff that goes into a file is kept as it is."""
    return disarmed(visible(line.removesuffix("\n"))) + "\n" if safe else line
