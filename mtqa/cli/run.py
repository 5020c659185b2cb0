"""One run over documents: reading, checking, saying what went wrong, and the exit status."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import closing
from itertools import chain

import click

from mtqa.baseline import Baseline
from mtqa.cli.messages import Fault, say
from mtqa.cli.options import Request
from mtqa.config import Config, ConfigError
from mtqa.configplace import place
from mtqa.document import Document, Problem
from mtqa.engine import Engine
from mtqa.knowledge import glossary
from mtqa.knowledge.glossary import GlossaryError
from mtqa.knowledge.people import PeopleError, load
from mtqa.marks import Mark
from mtqa.readers import read_paths
from mtqa.registry import RuleLoadError, UnknownRuleError
from mtqa.report import DocumentReport
from mtqa.reporters import Summary, Tally
from mtqa.reporters.lines import count
from mtqa.suppress import Suppression
from mtqa.tables.columns import ColumnError, Layout

#: Lines of suppressions and marks that silence nothing.
_UNUSED = 100

_PASSED, _FAILED, _BROKEN = 0, 1, 2


def make_engine(config: Config, baseline: Baseline | None = None, *, cached: bool = False) -> Engine:
    """The engine of a configuration.

    Raises:
        Fault: rules or tables that cannot be used, or no rule left to run.
    """
    try:
        engine = Engine(config, baseline, cached=cached)
        for path in config.people:
            load(path)
        for path in config.terms:
            glossary.load(path)
        _ = engine.signature  # reads what the configuration names: better now than after the work
    except (RuleLoadError, ConfigError, PeopleError, GlossaryError) as error:
        raise Fault(str(error)) from error
    except OSError as error:
        raise Fault(f"{error.filename}: {error.strerror}") from error
    except UnknownRuleError as error:
        raise Fault(f"{_where(config, error.name)}cannot select rules: {error}") from error
    named = [(one.rule, "suppress", one.where or "") for one in (*config.suppress, *config.expired)]
    named += [(rule, "severity", "") for rule, _ in config.severity]
    for table in config.paths.tables:
        named += [(rule, "severity", table.places.get("severity", "")) for rule, _ in table.severity or ()]
    for rule, key, where in named:
        try:
            engine.rule_set.select((rule,), ())
        except UnknownRuleError as error:
            raise Fault(f"{_where(config, error.name) or f'{where}: '}{key}: {error}") from error
    if not engine.rules:
        wanted = ", ".join(config.select)
        without = f" without {', '.join(config.ignore)}" if config.ignore else ""
        raise Fault(f"no rule to run: {wanted}{without} leaves none (preview rules need their full id)")
    return engine


def _place(path: str | None, mark: Mark) -> str:
    return (path or "text") + (f":{mark.line}" if mark.line else "")


def _expired(suppressions: Sequence[Suppression]) -> str:
    """What has expired, in one line."""
    first = suppressions[0]
    more = f" and {len(suppressions) - 1} more" if len(suppressions) > 1 else ""
    have = "have" if more else "has"
    return (
        f"{first.where or 'suppress'}: the suppression of {first.rule}{more} {have} expired ({first.expires}) and "
        f"no longer silence{'' if more else 's'}: mend the text, or give a later date"
    )


def _where(config: Config, name: str) -> str:
    """File and line of a name that stands in the configuration; nothing for one of the command line."""
    for file in config.files:
        where = place(file, name)
        if where != file:
            return f"{where}: "
    return ""


class Run:
    """One run. `reports` must be read to its end before `status` is asked for.

    Args:
        request: what to do.

    Raises:
        Fault: rules that cannot be used, or columns that cannot be kept.
    """

    def __init__(self, request: Request) -> None:
        self.request = request
        self.engine = make_engine(request.config, request.baseline, cached=request.cached)
        try:
            self.layout = Layout.of(self.engine, request.reading.keep)
        except ColumnError as error:
            raise Fault(f"--keep: {error}") from error
        self.documents = 0
        self._tally = Tally()
        self._left_out = 0
        self._unchecked: Counter[str] = Counter()
        self._crashes: Counter[str] = Counter()
        self._used: set[str] = set()
        self._entries = request.entries
        self._idle: list[str] = []
        if request.config.expired and not request.quiet:
            say(_expired(request.config.expired), "note")

    def reports(self, *, progress: bool = False) -> Iterator[DocumentReport | Problem]:
        """Documents in order, problems in their place and on standard error.

        Args:
            progress: show it on standard error where that is a terminal.
        """
        bar = _Progress(progress and not self.request.quiet and sys.stderr is not None and sys.stderr.isatty())
        read = read_paths(self.request.paths, self.request.reading)
        documents = self._counted(chain(self.request.problems, self._new_ones(read)))
        try:
            # closed by us, so that worker processes end before what ended the run is said
            with closing(self.engine.run(documents, self.request.jobs)) as results:  # type: ignore[type-var]
                for item in results:
                    bar.clear()
                    self._count(item)
                    bar.show(self.documents)
                    yield item
        except RuntimeError as error:
            if type(error).__name__ != "BrokenProcessPool":  # whose module costs start-up time
                raise
            raise Fault("worker processes die before they answer, for want of memory? Try a smaller --jobs") from error
        finally:
            bar.clear()
        self._conclude()

    def _counted(self, items: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
        for item in items:
            self._left_out += 1  # until its report comes
            yield item

    def _new_ones(self, items: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
        """The items without the entries that are not new."""
        if self._entries is None:
            yield from items
            return
        for item in items:
            if isinstance(item, Problem) or self._entries.new(item):
                yield item
            elif self.engine.compared is not None:
                self.engine.compared.unread(item.path or "-")  # what the baseline holds of it may be there all the same

    def _count(self, item: DocumentReport | Problem) -> None:
        self._left_out -= 1
        self._tally.add(item)
        if isinstance(item, Problem):
            say(str(item), item.severity)
            return
        self.documents += 1
        if self._entries is not None and not item.failures:
            self._entries.judged(item.document)
        self._used |= item.used
        if self.request.report_unused:
            self._idle += [f"{_place(item.document.path, mark)}: the mark `{mark.said}`" for mark in item.idle]
        if item.verdict == "unchecked":
            self._unchecked[item.reason or ""] += 1
        for failure in item.failures:
            self._crashes[failure.rule] += 1
            if self._crashes[failure.rule] == 1:
                say(
                    f"rule {failure.rule} crashed on document {failure.document!r} ({failure.error}); "
                    f"its findings are missing: please report it, or run with --ignore {failure.rule}"
                )

    def _conclude(self) -> None:
        cache = self.engine.cache if self.request.jobs == 1 else None
        if cache is not None and cache.trouble is not None and not self.request.quiet:
            say(cache.trouble, "note")
        for rule, times in sorted(self._crashes.items()):
            if times > 1:
                say(f"rule {rule} crashed on {times - 1} more document{'s' if times > 2 else ''}")
        if self._unchecked:
            reasons = ", ".join(f"{reason} ({times})" for reason, times in sorted(self._unchecked.items()))
            s = "s" if self.documents > 1 else ""
            what = f"{self._unchecked.total()} of {self.documents} document{s} unchecked"
            say(f"{what}: {reasons}", "error" if self._nothing_checked else "warning")
        if self._left_out:
            say(f"{self._left_out} document{'s' if self._left_out > 1 else ''} without text left out", "note")
        choice = self.request.reading.choice
        if choice is not None and choice.excluded and not self.request.quiet:
            say(f"{count(choice.excluded, 'file')} left out, as `exclude` says", "note")
        if self.unchanged and not self.request.quiet:
            say(f"{self.unchanged} not new, and left out (files and documents)", "note")
        if not (self.documents or self.unchanged or self.summary.problems):
            say("no documents found in the input; name files that hold text")
        if self.request.report_unused:
            self._report_unused()
        file = self.request.baseline_file
        if self.gone and not self.request.quiet:
            were = "finding was" if self.gone == 1 else "findings were"
            say(
                f"{file}: {self.gone} accepted {were} not found again; "
                f"`mtqa baseline PATHS --output {file} --prune` takes them out",
                "note",
            )
        if self.request.baseline is not None and self.request.baseline.dated and not self.request.quiet:
            say(
                f"{file}: is of an older version and does not say which files its findings are in; "
                f"write it anew with `mtqa baseline PATHS --output {file}`",
                "note",
            )

    def _report_unused(self) -> None:
        """Say which suppressions and marks left nothing out; of many the first."""
        lines = [
            f"{one.where or 'suppress'}: the suppression of {one.rule}"
            for one in self.request.config.suppress
            if one.key not in self._used
        ]
        lines += self._idle
        for line in lines[:_UNUSED]:
            say(f"{line} silences nothing here: take it out", "note")
        if len(lines) > _UNUSED:
            say(f"and {len(lines) - _UNUSED} more that silence nothing", "note")

    @property
    def gone(self) -> int:
        """How many findings that the baseline holds were not found again."""
        compared = self.engine.compared
        return sum(entry.count for entry in compared.gone()) if compared is not None else 0

    @property
    def unchanged(self) -> int:
        """How many files and documents were left out because they are not new."""
        choice = self.request.reading.choice
        return (choice.unchanged if choice is not None else 0) + (self._entries.old if self._entries is not None else 0)

    def remember(self) -> None:
        """Write the judged entries into the store of the seen ones, if there is one: once all reports are written."""
        if self._entries is not None:
            self._entries.save()

    @property
    def summary(self) -> Summary:
        """What is known of the run so far."""
        return self._tally.summary(self.engine.signature, self.request.config, self.gone, self.unchanged)

    @property
    def broken(self) -> bool:
        """Whether anything is unknown: an input not read, a rule crashed, or nothing checked."""
        return bool(self.summary.problems or self._crashes or self._nothing_checked)

    @property
    def _nothing_checked(self) -> bool:
        return self._unchecked.total() == self.documents

    @property
    def status(self) -> int:
        """Exit status: broken wins over failed."""
        outcome = self.summary.outcome
        if outcome in ("error", "unchecked"):
            return _BROKEN
        return _FAILED if outcome == "fail" and not self.request.exit_zero else _PASSED


class _Progress:
    """A line on the terminal that says how far a long run is, and goes away."""

    _PATIENCE = 1.0  # seconds before it appears
    _EVERY = 0.1

    def __init__(self, active: bool) -> None:
        self._active = active
        self._next = time.monotonic() + self._PATIENCE
        self._shown = False

    def show(self, documents: int) -> None:
        """Show the number of documents, if it is time."""
        if self._active and time.monotonic() >= self._next:
            self._next = time.monotonic() + self._EVERY
            self._shown = True
            click.echo(f"\rmtqa: {documents:,} documents checked …", nl=False, err=True)

    def clear(self) -> None:
        """Take the line away."""
        if self._shown:
            click.echo("\r\x1b[K", nl=False, err=True)
            self._shown = False
