"""One document of a report as a JSON object: the contract that `json` and `jsonl` share.

Its JSON Schema ships as `mtqa/data/document.schema.json`.
"""

from __future__ import annotations

import json
import re
from dataclasses import fields
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from mtqa.guard import plain
from mtqa.lazy import regex
from mtqa.reporters.visible import COMMAND

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mtqa.document import Document
    from mtqa.report import DocumentReport, SkippedRule
    from mtqa.segment import Unit

# What JSON allows in a string, but encoders refuse (lone surrogates), line readers take for a line end
# (U+0085, U+2028, U+2029), terminals obey (DEL, C1 and marks of direction) or CI systems do.
_TROUBLE = regex("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


def record(report: DocumentReport, signature: str) -> str:
    """The document as a JSON object on one line, keys in the order of the contract.

    Args:
        signature: of the run.
    """
    return f"{dumps(_head(report))[:-1]}, {_tail(report.skipped_rules, report.signature or signature)}"


@lru_cache(maxsize=32)
def _tail(skipped_rules: tuple[SkippedRule, ...], signature: str) -> str:
    """The end of an object: what most documents have alike, which is most of the line."""
    rules = [{"rule": skipped.rule, "reason": skipped.reason} for skipped in skipped_rules]
    return dumps({"skipped_rules": rules, "signature": signature})[1:]


def _head(report: DocumentReport) -> dict[str, object]:
    """An object of the rest, which stands before it."""
    document, metrics = report.document, report.metrics
    return {
        "id": document.id,
        "path": document.path,
        "title": document.title,
        "language": document.language,
        "source_language": document.source_language,
        **({"fields": dict(document.fields)} if document.fields else {}),
        "words": report.words,
        "score": report.score,
        "penalty": report.penalty,
        "verdict": report.verdict,
        "readability": _fields(report.readability),
        "estimate": report.estimate and _fields(report.estimate),
        "segments": [
            {"index": number, "words": part.words, "score": part.score, "penalty": part.penalty}
            | _likeness(report, part.index)
            | unit_values(document.segments[part.index].unit)
            for number, part in sorted((document.number(part.index), part) for part in report.segments)
        ],
        "findings": [
            {
                "rule": finding.rule,
                "category": finding.category,
                "severity": finding.severity,
                "message": finding.message,
                "segment": document.number(finding.segment),
                "start": finding.start,
                "end": finding.end,
                "line": finding.line,
                "column": finding.column,
                "text": finding.text,
                "suggestions": list(finding.suggestions),
                "evidence": plain(_evidence(document, finding.evidence)),
            }
            for finding in report.findings
        ],
        "hidden": len(report.hidden),
        "metrics": metrics
        and {
            "bleu": metrics.bleu,
            "chrf": metrics.chrf,
            "ter": metrics.ter,
            "segments": metrics.segments,
            "signatures": dict(metrics.signatures),
            "by_segment": [
                {"index": number, "bleu": one.bleu, "chrf": one.chrf}
                for number, one in sorted((document.number(one.index), one) for one in metrics.by_segment)
            ],
        },
    }


def _fields(value: Any) -> dict[str, object]:
    kind: Any = type(value)
    return {name: getattr(value, name) for name in _names(kind)}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def _likeness(report: DocumentReport, segment: int) -> dict[str, object]:
    """How near a segment is to its source; nothing where it could not be told."""
    return {"likeness": report.likeness[segment]} if report.likeness else {}


def unit_values(unit: Unit | None) -> dict[str, object]:
    """What the input says of a translation unit; nothing where it is none."""
    if unit is None:
        return {}
    return {"unit": {"id": unit.id, "state": unit.state, "locked": unit.locked, "note": unit.note}}


def _evidence(document: Document, evidence: Mapping[str, object]) -> Mapping[str, object]:
    """Evidence whose segment is numbered as those of the findings are."""
    segment = evidence.get("segment")
    return {**evidence, "segment": document.number(segment)} if isinstance(segment, int) else evidence


_ENCODER = json.JSONEncoder(ensure_ascii=False, allow_nan=False)


def dumps(value: object) -> str:
    """Compact-enough JSON on one line, readable text as it is; can be written in any Unicode encoding."""
    line = _ENCODER.encode(value)
    if not line.isascii() or "\x7f" in line:  # cheap
        line = _TROUBLE.sub(_escaped, line)
    return COMMAND.sub(_escaped, line) if "##" in line else line


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04x}"
