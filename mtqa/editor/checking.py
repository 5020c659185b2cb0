"""A text out of an editor, checked: findings with their places in it. Knows no protocol."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from mtqa.baseline import Baseline, BaselineError
from mtqa.cli.messages import Fault
from mtqa.cli.options import today
from mtqa.cli.run import make_engine
from mtqa.cli.trust import from_content, keep_off_content
from mtqa.config import Config, ConfigError
from mtqa.configfile import NAMES, load_config
from mtqa.confignested import with_nested
from mtqa.document import Document, Problem
from mtqa.engine import Engine
from mtqa.finding import Finding
from mtqa.readers.base import ReadError, ReadOptions
from mtqa.readers.choice import Choice
from mtqa.readers.one import format_of, read_data
from mtqa.readers.raw import Raw, UnwritableError
from mtqa.report import DocumentReport
from mtqa.values import dataclass

#: Characters of a text that is checked as it is written, and findings of it that are shown.
LONGEST, MOST = 256 * 1024, 1000

#: The reason of a suppression until somebody writes one.
REASON = "FILL IN: why this is right as it stands"

#: Formats that are checked, and the suffix of a text without a name by what editors call its language.
FORMATS = frozenset(("text", "markdown", "html", "xliff", "po", "subtitles", "tmx"))
SUFFIXES = {
    "plaintext": ".txt",
    "text": ".txt",
    "markdown": ".md",
    "html": ".html",
    "xliff": ".xlf",
    "xml": ".xlf",
    "po": ".po",
    "gettext": ".po",
}
_NAMED = frozenset(
    ".txt .text .md .markdown .mdown .mkd .html .htm .xhtml .xlf .xliff .sdlxliff .mqxliff .mxliff .txlf .po .pot "
    ".srt .vtt .tmx".split()
)


@dataclass(frozen=True, slots=True)
class Spot:
    """A finding, or what there is to say of the file, and its place.

    Attributes:
        start, end: characters of the editor's text.
        finding: `None` for a problem.
        problem: of the input; `None` for a finding.
        document: that the finding is in.
        exact: the text between is that of the finding, letter for letter, so that a suggestion can replace it.
        raw: the text as it stands, which knows how a suggestion is written there.
    """

    start: int
    end: int
    finding: Finding | None = None
    problem: Problem | None = None
    document: Document | None = None
    raw: Raw | None = None
    exact: bool = False

    def written(self, suggestion: str) -> str:
        """A suggestion as the format of the file writes it."""
        return self.raw.escaped(suggestion) if self.raw is not None else suggestion


@dataclass(frozen=True, slots=True)
class Asked:
    """What whoever started the server asked for.

    Args:
        config: file that is named instead of the one found from the folder that is open.
        isolated: no configuration at all.
        trust: Python rules that lie in the folder that is open may run.
        baseline: findings to leave out, or `None`.
    """

    config: Path | None = None
    isolated: bool = False
    trust: bool = False
    baseline: Path | None = None


class Refused(Exception):  # noqa: N818 - an answer, no crash
    """Nothing can be checked in a folder; the message says why and what to do."""


class Folder:
    """A folder that is open in the editor: its configuration, read anew when a file of it changes, and its engines.

    Code out of a configuration runs as on the command line: never where the file, or a rule it names, lies in the
    folder that is open, unless whoever started the server says so.
    """

    def __init__(self, path: str, asked: Asked) -> None:
        self.path = path
        self._asked = asked
        self._state: object = None
        self._config: Config | None = None
        self._engines: dict[Config, Engine] = {}
        self._refused = ""

    @property
    def changed(self) -> bool:
        """Whether the configuration is another than when it was read."""
        return self._now() != self._state

    def configuration(self) -> str | None:
        """The file that suppressions are written to, whether it is there or not; `None` where there is to be none."""
        if self._asked.isolated:
            return None
        return self.config().file or os.path.join(self.path, NAMES[0])

    def config(self) -> Config:
        """The configuration.

        Raises:
            Refused: it cannot be used.
        """
        if self._config is None or self.changed:
            self._config, self._refused = None, ""
            self._engines.clear()
            try:
                self._config = self._read()
            except ConfigError as error:
                self._refused = str(error)
            self._state = self._now()
        if self._config is None:
            raise Refused(self._refused)
        return self._config

    def engine(self, path: str) -> Engine:
        """The engine for a file.

        Raises:
            Refused: the configuration, or what it names, cannot be used.
        """
        config = with_nested(self.config(), [path]).config
        if config not in self._engines:
            file = self._asked.baseline or (Path(config.baseline) if config.baseline is not None else None)
            try:
                self._engines[config] = make_engine(config, None if file is None else Baseline.load(file))
            except (Fault, BaselineError) as error:
                raise Refused(str(error)) from error
        return self._engines[config]

    def _read(self) -> Config:
        asked = self._asked
        if asked.isolated:
            return Config()
        config = load_config(Path(self.path), asked.config)
        # reports that it names are not written here
        code = replace(config, formats=(), output=None)
        what = from_content(code, [self.path]) if asked.config is None and not asked.trust else None
        if what is not None:
            what = what.replace("what is checked", "the folder that is open")
            raise ConfigError(
                f"{config.file}: {what}, and nothing is checked; if they are yours, start the server with "
                "--trust-config, or name the file with --config"
            )
        keep_off_content([self.path])
        return config.on(today())

    def _now(self) -> tuple[object, ...]:
        """The configuration files there are, and how they stand."""
        if self._asked.isolated:
            return ()
        folder = Path(self.path).absolute()
        found = [str(one / name) for one in (folder, *folder.parents) for name in NAMES]
        named = found if self._asked.config is None else [str(self._asked.config)]
        known = self._config.files if self._config is not None else ()
        return tuple(map(_state, dict.fromkeys((*named, *known))))

    def reading(self, config: Config) -> ReadOptions:
        """How texts are read."""
        return ReadOptions(
            language=config.language or "en",
            wanted=config.language,
            source_language=config.source_language,
            paths=config.paths,
            choice=Choice(config.exclude),
            inline_marks=config.inline_marks,
        )


def _state(path: str) -> tuple[str, int, int] | None:
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return None
    return path, found.st_mtime_ns, found.st_size


def name_of(path: str, language_id: str | None) -> str | None:
    """What a text is called, so that its format can be told; `None` where it is none that is checked."""
    suffix = os.path.splitext(path)[1].lower()
    if suffix in _NAMED:
        return path
    told = SUFFIXES.get(language_id or "")
    return None if told is None else path + told


def check(folder: Folder, path: str, text: str) -> list[Spot]:
    """The findings of a text, in the order of reading.

    Args:
        folder: that is open.
        path: what the text is called; see `name_of`.
        text: as the editor has it.

    Raises:
        Refused: the configuration cannot be used.
    """
    if len(text) > LONGEST:
        what = f"longer than {LONGEST // 1024:,}k characters: not checked here; `mtqa check` does"
        return [Spot(0, 0, problem=Problem(path, what, severity="warning"))]
    engine = folder.engine(path)
    reading = folder.reading(engine.config)
    if not reading.takes(path):
        return []
    options = reading.at(path)
    data = text.encode("utf-8", "replace")
    mark = len(text) - len(text.removeprefix("\ufeff"))
    try:
        if format_of(path, data, options) not in FORMATS:
            return []
        raw: Raw | None = Raw(path, data, options)
    except (ReadError, UnwritableError):
        raw = None  # the reader says what is wrong
    items = list(read_data(path, data, options))
    lines = _lines(text)
    name = _name(path, folder.path)
    documents = [
        replace(item, id=name + item.id.removeprefix(path)) if item.id.startswith(path) else item
        for item in items
        if isinstance(item, Document)
    ]
    spots = [_of_problem(item, lines, text) for item in items if isinstance(item, Problem)]
    reports = list(engine.run(documents))
    wanted, found = [], []
    for number, report in enumerate(reports):
        if isinstance(report, Problem):
            spots.append(_of_problem(report, lines, text))
            continue
        for finding in report.findings:
            wanted.append((number, finding.segment, finding.start, finding.end))
            found.append((report, finding))
    places = raw.places(documents, wanted) if raw is not None else [(None, False)] * len(wanted)
    for (report, finding), (place, exact) in zip(found, places, strict=True):
        spots.append(_of_finding(report, finding, place, exact, raw, mark, lines, text))
    return sorted(spots, key=lambda spot: (spot.start, spot.end))[:MOST]


def _of_finding(
    report: DocumentReport,
    finding: Finding,
    place: range | None,
    exact: bool,
    raw: Raw | None,
    mark: int,
    lines: list[int],
    text: str,
) -> Spot:
    document = report.document
    if place is not None:
        start, end = place.start + mark, place.stop + mark
        return Spot(start, end, finding, document=document, raw=raw, exact=exact)
    start, end = _line(lines, text, document.segments[finding.segment].line)
    return Spot(start, end, finding, document=document)


def _of_problem(problem: Problem, lines: list[int], text: str) -> Spot:
    start, end = _line(lines, text, problem.line)
    return Spot(start, end, problem=problem)


def _name(path: str, folder: str) -> str:
    """What a file is called on a command line in the folder that is open."""
    with suppress(ValueError):  # on another drive
        name = os.path.relpath(path, folder)
        if not name.startswith(os.pardir):
            return name.replace(os.sep, "/")
    return path


def _lines(text: str) -> list[int]:
    """Where the lines of a text begin, as editors count them."""
    starts = [0]
    for place, char in enumerate(text):
        if char == "\n" or (char == "\r" and text[place + 1 : place + 2] != "\n"):
            starts.append(place + 1)
    return starts


def _line(lines: list[int], text: str, number: int | None) -> tuple[int, int]:
    """A line without the white space at its ends; the first where there is none of that number."""
    index = number - 1 if number is not None and 0 < number <= len(lines) else 0
    begin = lines[index]
    line = text[begin : lines[index + 1] if index + 1 < len(lines) else len(text)]
    body = line.strip()
    start = begin + line.find(body)
    return start, start + len(body)


def marked(folder: Folder, path: str, text: str, spot: Spot) -> tuple[int, str] | None:
    """Where a mark in a comment silences a finding and does nothing else, and the mark; `None` where none can.

    Args:
        folder, path, text: as for `check`.
        spot: a finding of that text.
    """
    if spot.finding is None or spot.raw is None or spot.raw.format not in ("markdown", "html"):
        return None
    if not folder.engine(path).config.inline_marks:
        return None
    mark = f" <!-- mtqa: ignore {spot.finding.rule} -- {REASON} -->"
    left = Counter(map(_said, check(folder, path, text))) - Counter([_said(spot)])
    end = next((place for place in range(spot.end, len(text)) if text[place] in "\r\n"), len(text))
    for place in dict.fromkeys((end, spot.end)):
        after = Counter(map(_said, check(folder, path, text[:place] + mark + text[place:])))
        if after == left:
            return place, mark
    return None


def _said(spot: Spot) -> tuple[str, str]:
    if spot.finding is not None:
        return spot.finding.rule, spot.finding.text
    return "", spot.problem.message if spot.problem is not None else ""
