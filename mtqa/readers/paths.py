"""From what the user names to open inputs, in an order that does not depend on how they were named."""

from __future__ import annotations

import glob
import os
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from mtqa.document import Document, Problem
from mtqa.readers.base import ReadOptions
from mtqa.readers.one import FORMATS, read_one
from mtqa.readers.sniff import PAIRED, SUFFIXES, suffix
from mtqa.readers.tidy import capped, unique_ids

#: A file that may lie beside the content and is none of it.
_CONFIGURATION = "mtqa.toml"


def read_paths(paths: Sequence[str], options: ReadOptions | None = None) -> Iterator[Document | Problem]:
    """Documents of files, directories, globs and standard input ("-"), sorted by path, each file once.

    What cannot be read comes as a Problem in its place; nothing is raised for any content.

    Args:
        paths: as the user named them. Directories are searched for files of known suffixes, hidden ones left
            out; `.gz` is unpacked.
        options: what the user says about the input.

    Raises:
        ValueError: an input format that is not in `FORMATS`.
    """
    options = options or ReadOptions()
    if options.input_format is not None and options.input_format not in FORMATS:
        raise ValueError(f"unknown input format {options.input_format!r}: one of {', '.join(FORMATS)}")
    if options.source_file is not None and os.path.isdir(options.source_file):
        yield from _beside(paths, options, options.source_file)
        return
    items = expand(paths)
    if options.source_file is not None and len(items) > 1:
        files = ", ".join(str(item) for item in items[:3])
        what = f"is the source of one file, but several are given ({files} …): name one of them, or a folder of sources"
        yield Problem(options.source_file, what)
        return
    for item in items:
        if isinstance(item, Problem):
            yield item
        elif options.takes(item):
            yield from _read(item, options)


def _read(file: str, options: ReadOptions) -> Iterator[Document | Problem]:
    """The documents of a file, with their sources where it has any."""
    asked = options.at(file)
    if asked.source_file is None:
        documents = read_one(file, asked)
    else:
        from mtqa.readers.pairs import read_pair  # of use to few runs

        documents = read_pair(file, asked)
    return capped(unique_ids(documents))


def _beside(paths: Sequence[str], options: ReadOptions, folder: str) -> Iterator[Document | Problem]:
    """The same of files whose sources stand in a folder."""
    from mtqa.readers.folders import SourceFolder  # of use to few runs

    items = expand(paths, PAIRED)
    sources = expand([folder], PAIRED)
    yield from (item for item in sources if isinstance(item, Problem) and item.severity == "error")
    pairs = SourceFolder(
        folder,
        [path for path in sorted(set(paths)) if os.path.isdir(path)],
        [item for item in items if isinstance(item, str)],
        [item for item in sources if isinstance(item, str)],
    )
    for item in items:
        if isinstance(item, Problem):
            yield item
        elif item in pairs.translations and options.takes(item):
            source = pairs.of(item)
            documents = _read(item, replace(options, source_file=source))
            yield from documents if source is not None else pairs.alone(item, documents)
    yield from pairs.left()


def expand(paths: Iterable[str], suffixes: Collection[str] = SUFFIXES) -> list[str | Problem]:
    """Files that paths, directories and globs name, sorted, each once; a path that names none is a Problem.

    What a directory holds besides is said in one warning for each.

    Args:
        suffixes: of the files that are read out of a directory.
    """
    files: list[str] = []
    problems: list[Problem] = []
    for path in sorted(set(paths)):
        if path == "-":
            files.append(path)
        elif "\0" in path or not path:
            problems.append(Problem(path.replace("\0", "\\0") or "''", "not a path: check the name"))
        elif os.path.lexists(path):
            _add(path, files, problems, suffixes)
        elif not glob.has_magic(path):
            problems.append(Problem(path, "no such file or directory"))
        elif matches := sorted(glob.glob(path, recursive=True)):
            for match in matches:
                _add(match, files, problems, suffixes)
        else:
            problems.append(Problem(path, "the pattern matches no file"))
    kept: dict[str, str] = {}
    for file in sorted(files):
        kept.setdefault(file if file == "-" else os.path.realpath(file), file)
    said = sorted(set(problems), key=lambda problem: (problem.path, problem.message))
    return sorted([*kept.values(), *said], key=lambda item: item if isinstance(item, str) else item.path)


def _add(path: str, files: list[str], problems: list[Problem], suffixes: Collection[str]) -> None:
    """Add a file, or the files of a directory that are read, and what is to be said of it."""
    if not os.path.isdir(path):
        files.append(path)
        return
    found: list[str] = []
    others: Counter[str] = Counter()

    def unreadable(error: OSError) -> None:
        problems.append(Problem(error.filename or path, f"cannot be read: {error.strerror or 'error'}"))

    before = len(problems)
    for folder, folders, names in os.walk(path, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        others["linked folder"] += sum(os.path.islink(os.path.join(folder, name)) for name in folders)
        for name in names:
            file = os.path.join(folder, name)
            if name.startswith(".") or name == _CONFIGURATION:
                continue
            if suffix(name) in suffixes and os.path.isfile(file):
                found.append(file)
            else:
                others[suffix(name)[:20] or "without suffix"] += 1
    files += found
    passed = sum(others.values())
    kinds = ", ".join(
        f"{count} {kind}" for kind, count in sorted(others.items(), key=lambda pair: (-pair[1], pair[0])) if count
    )
    if not found and len(problems) == before:
        there = f"; there are {_clipped(kinds)}" if passed else ""
        problems.append(
            Problem(path, f"no readable files in this directory: looked for {' '.join(suffixes)} (and .gz){there}")
        )
    elif passed:
        problems.append(
            Problem(
                path,
                f"{passed} other{'s' if passed > 1 else ''} in this directory passed over: {_clipped(kinds)}",
                severity="warning",
            )
        )


def _clipped(text: str) -> str:
    return text if len(text) < 200 else text[:200].rpartition(",")[0] + ", …"
