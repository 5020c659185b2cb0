"""`mtqa diff`: two runs beside each other."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from mtqa.again import Counted, Fault, faults, name_of
from mtqa.cli import messages
from mtqa.cli.messages import say
from mtqa.finding import SEVERITIES
from mtqa.pastreport import PastDocument, PastFinding, ReportError, past_documents
from mtqa.reporters.lines import MESSAGE, count
from mtqa.reporters.record import dumps
from mtqa.reporters.visible import clip, disarmed, visible
from mtqa.values import NamedTuple


class _Change(NamedTuple):
    """A finding of one of the runs that the other has not; the first two fields put the gravest first."""

    gravity: int
    number: int
    finding: PastFinding
    document: PastDocument
    shared: bool  # the document stands in both


class Comparison:
    """Two runs, finding by finding.

    Args:
        old, new: the documents of either.
    """

    def __init__(self, old: Iterable[PastDocument], new: Iterable[PastDocument]) -> None:
        before = {_key(one): one for one in old}
        #: Whether a document of both was judged by other rules or configurations.
        self.judged_otherwise = False
        self.new: list[_Change] = []
        self.gone: list[_Change] = []
        self.kept = self.documents = self.added = 0
        seen = set()
        for document in new:
            key = _key(document)
            self.documents += 1
            known = before.get(key)
            seen.add(key)
            if known is None:
                self.added += 1
            else:
                self.judged_otherwise = self.judged_otherwise or known.signature != document.signature
            held = Counted(Counter(fault for one in known.findings for fault in _faults(one)) if known else {})
            for finding in document.findings:
                if held.known(_faults(finding)):
                    self.kept += 1
                else:
                    self._note(self.new, finding, document, known is not None)
            if known:
                self._gone(known, held.missing(), True)
        self.left_out = [one for key, one in before.items() if key not in seen]
        for document in self.left_out:
            self._gone(document, Counter(fault for one in document.findings for fault in _faults(one)), False)
        self.new.sort(key=lambda change: change[:2])
        self.gone.sort(key=lambda change: change[:2])

    def _gone(self, document: PastDocument, left: Counter[Fault], shared: bool) -> None:
        for finding in document.findings:
            mine = _faults(finding)
            if all(left[fault] for fault in mine):
                left.subtract(mine)
                self._note(self.gone, finding, document, shared)

    @staticmethod
    def _note(changes: list[_Change], finding: PastFinding, document: PastDocument, shared: bool) -> None:
        changes.append(_Change(-SEVERITIES.index(finding.severity), len(changes), finding, document, shared))

    def worse(self, tolerated: int) -> bool:
        """Whether there are more new findings above neutral than are tolerated."""
        return sum(change.finding.severity != "neutral" for change in self.new) > tolerated


def _key(document: PastDocument) -> tuple[str | None, str]:
    """What a document is known by: its file however it is spelled, and its id in it."""
    path = document.path
    return path and (path if path == "-" else os.path.normpath(path)), name_of(document.id, path)


def _faults(finding: PastFinding) -> list[Fault]:
    return faults(finding.rules, finding.text)


@click.command("diff", short_help="Compare two reports: what is new, gone, kept.")
@click.argument("old", type=click.Path(path_type=Path))
@click.argument("new", type=click.Path(path_type=Path))
@click.option("--format", "format_", type=click.Choice(("text", "json")), default="text", show_default=True)
@click.option("--max-new", type=click.IntRange(0), default=0, metavar="N", help="New findings that are tolerated. [0]")
@click.option(
    "--max-shown", type=click.IntRange(0), default=50, show_default=True, metavar="N", help="Findings shown; 0 for all."
)
def command(old: Path, new: Path, format_: str, max_new: int, max_shown: int) -> int:
    """Compare two reports (`mtqa check --format jsonl` or `json`): what is new, gone, kept.

    A finding is known again by its document, its rule and the flagged text, wherever it moves in the document. Exit
    status 1: there are new findings, neutral ones aside; 2: a report could not be read.
    """
    try:
        compared = Comparison(past_documents(old), past_documents(new))
    except ReportError as error:
        raise messages.Fault(str(error)) from error
    if not compared.documents:
        raise messages.Fault(f"{new}: holds no document")
    if compared.judged_otherwise:
        say("the reports are of different rules or configurations: a finding may be new for that alone", "note")
    worse = compared.worse(max_new)
    for line in _json(compared, worse) if format_ == "json" else _text(compared, worse, max_shown or None):
        click.echo(line)
    return int(worse)


def _text(compared: Comparison, worse: bool, most: int | None) -> Iterator[str]:
    yield (
        f"{'WORSE' if worse else 'NO WORSE'}: {_counted(compared.new, 'new')}, {_counted(compared.gone, 'gone')}, "
        f"{compared.kept} kept"
    )
    in_added = sum(not change.shared for change in compared.new)
    if compared.added:
        yield f"{count(compared.added, 'document')} only in the new report, with {in_added} of the new findings"
    if compared.left_out:
        yield f"{count(len(compared.left_out), 'document')} only in the old report"
    changes = [("new", change) for change in compared.new] + [("gone", change) for change in compared.gone]
    for word, change in changes[:most]:
        yield _line(word, change)
    if most is not None and len(changes) > most:
        yield f"{most} of {len(changes)} shown; --max-shown 0 shows all"


def _counted(changes: list[_Change], word: str) -> str:
    counts = Counter(change.finding.severity for change in changes)
    parts = ", ".join(f"{counts[severity]} {severity}" for severity in reversed(SEVERITIES) if counts[severity])
    return f"{len(changes)} {word}" + (f" ({parts})" if parts else "")


def _line(word: str, change: _Change) -> str:
    finding, document = change.finding, change.document
    place = document.path or document.id
    if finding.line is not None:
        place += f":{finding.line}" + (f":{finding.column}" if finding.column is not None else "")
    if document.id != document.path:
        place += f" ({document.id})"
    said = f"{word} {finding.severity} {visible(finding.rule)} {visible(place)}: “{clip(finding.text, 100)}”: "
    return disarmed(said + clip(finding.message, MESSAGE))


def _json(compared: Comparison, worse: bool) -> Iterator[str]:
    yield dumps(
        {
            "worse": worse,
            "kept": compared.kept,
            "documents": {"new": compared.added, "gone": len(compared.left_out)},
            **{
                name: [
                    {
                        "document": change.document.id,
                        "path": change.document.path,
                        "rule": change.finding.rule,
                        "severity": change.finding.severity,
                        "text": change.finding.text,
                        "message": change.finding.message,
                        "line": change.finding.line,
                        "column": change.finding.column,
                        "in_both": change.shared,
                    }
                    for change in changes
                ]
                for name, changes in (("new", compared.new), ("gone", compared.gone))
            },
        }
    )
