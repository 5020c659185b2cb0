"""Findings out of a report of an earlier run (`--format jsonl` or `json`)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from mtqa.finding import SEVERITIES
from mtqa.values import dataclass

#: Characters of a line; a longer one is no document of a report.
MOST_LINE = 100_000_000

#: How the one object of `--format json` begins, whose documents stand a line each.
_HEAD = '{"signature": '


class ReportError(ValueError):
    """A file that is no report; the message names file and line."""


@dataclass(frozen=True, slots=True)
class PastFinding:
    """What a report says of a finding, as far as runs can be compared by it."""

    rules: tuple[str, ...]
    severity: str
    text: str
    message: str
    line: int | None
    column: int | None

    @property
    def rule(self) -> str:
        """The first of the rules that named it."""
        return self.rules[0]


@dataclass(frozen=True, slots=True)
class PastDocument:
    """A document of a report."""

    id: str
    path: str | None
    title: str | None
    words: int
    penalty: int
    verdict: str
    signature: str
    findings: tuple[PastFinding, ...]


def past_documents(path: Path) -> Iterator[PastDocument]:
    """The documents of a report, as they stand in it.

    Raises:
        ReportError: a file that cannot be read, or is no report.
    """
    try:
        with path.open(encoding="utf-8", newline="\n") as lines:
            number = 0
            while line := lines.readline(MOST_LINE):
                number += 1
                if number == 1 and line.startswith(_HEAD) and line.endswith('"documents": [\n'):
                    continue
                if line.startswith("], "):  # what comes behind the documents of the one object
                    return
                if line.strip():
                    yield _document(path, number, line.rstrip().removesuffix(","))
    except OSError as error:
        raise ReportError(f"{path}: cannot read the report: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise ReportError(f"{path}: is not UTF-8 text, so no report of mtqa") from error


def _document(path: Path, number: int, line: str) -> PastDocument:
    try:
        record = json.loads(line)
        return PastDocument(
            id=_of(record, "id", str),
            path=_of(record, "path", str | None),
            title=_of(record, "title", str | None),
            words=_of(record, "words", int),
            penalty=_of(record, "penalty", int),
            verdict=_of(record, "verdict", str),
            signature=_of(record, "signature", str),
            findings=tuple(map(_finding, _of(record, "findings", list))),
        )
    except RecursionError as error:
        raise ReportError(f"{path}:{number}: is no report of mtqa: nested too deeply") from error
    except ValueError as error:
        hint = "give what `mtqa check --format jsonl` wrote"
        raise ReportError(f"{path}:{number}: is no document of a report ({error}); {hint}") from error


def _finding(record: Any) -> PastFinding:
    severity = _of(record, "severity", str)
    if severity not in SEVERITIES:
        raise ValueError(f"severity {severity!r:.40}")
    return PastFinding(
        rules=(_of(record, "rule", str), *_others(record)),
        severity=severity,
        text=_of(record, "text", str),
        message=_of(record, "message", str),
        line=_of(record, "line", int | None),
        column=_of(record, "column", int | None),
    )


def _others(record: Mapping[str, Any]) -> list[str]:
    """The rules that named the same defect."""
    evidence = record.get("evidence")
    also = evidence.get("also") if isinstance(evidence, Mapping) else None
    return [rule for rule in also if isinstance(rule, str)] if isinstance(also, list) else []


def _of(record: Any, key: str, kind: Any) -> Any:
    if not isinstance(record, Mapping):
        raise ValueError("no object")
    if key not in record or not isinstance(record[key], kind):
        raise ValueError(f"no {key}")
    return record[key]
