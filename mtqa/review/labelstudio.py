"""Tasks of Label Studio: a segment each, our findings as predictions; what people made of them comes back.

The labelling interface needs a `Text` called `text` (value `$text`) and `Labels` called `label`, the MQM categories;
docs/review.md has it. Offsets are code points, as Label Studio counts them.
"""

from __future__ import annotations

import datetime
import json
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, TextIO

from mtqa.finding import CATEGORIES, Severity
from mtqa.reporters.record import dumps
from mtqa.review.said import clean_name
from mtqa.verdicts import LONGEST, MOST_BYTES, MOST_NUMBER, MOST_ROWS, Decision, Verdict, VerdictError, moment

if TYPE_CHECKING:
    from mtqa.review.store import Brought, Review

#: Severity of what people mark: the interface asks for a category alone.
_SEVERITY: Severity = "major"


def write(review: Review, stream: TextIO) -> None:
    """Write all segments with text as tasks, findings as predictions."""
    found: dict[tuple[int, int], list[Any]] = defaultdict(list)
    for row in review.all_findings():
        found[row.document_id, row.segment].append(row)
    before = "[\n"
    for row in review.texts():
        if not row.target.strip():
            continue
        data = {"text": row.target, "source": row.source or "", "document": row.name, "path": row.path}
        results = [_region(one) for one in found.get((row.id, row.number), ())]
        predictions = [{"model_version": "mtqa", "result": results}] if results else []
        stream.write(before + dumps({"data": data | {"segment": row.number}, "predictions": predictions}))
        before = ",\n"
    stream.write("\n]\n" if before != "[\n" else "[]\n")


def _region(finding: Any) -> dict[str, Any]:
    value = {"start": finding.start, "end": finding.end, "text": finding.text, "labels": [finding.category]}
    return {
        "id": f"mtqa-{finding.id}",
        "from_name": "label",
        "to_name": "text",
        "type": "labels",
        "value": value,
        "meta": {"text": [f"{finding.rule}, {finding.severity}: {finding.message}"]},
    }


def bring(review: Review, editor: str, content: bytes, name: str) -> Brought:
    """Take annotations in: a prediction that still stands is accepted, one that is gone dismissed, what is new a mark.

    Raises:
        VerdictError: what is no list of tasks.
    """
    found: dict[tuple[str, str, int], list[Any]] = defaultdict(list)
    for row in review.all_findings():
        found[row.name, row.path, row.segment].append(row)
    texts = {(row.name, row.path, row.number): row.target for row in review.texts()}
    made: list[Verdict] = []
    strange = 0
    for number, task in enumerate(_tasks(content, name), 1):
        try:
            data = task["data"]
            key = (data["document"], data.get("path") or "", data["segment"])
            annotations = [one for one in task.get("annotations") or () if not one.get("was_cancelled")]
            if texts.get(key) != data["text"]:
                strange += len(annotations)
                continue
            for annotation in annotations:
                made += _verdicts(annotation, key, data["text"], found.get(key, []), editor)
        except (KeyError, TypeError, ValueError, AttributeError, IndexError) as error:
            said = f"{type(error).__name__}: {error}"[:100]
            raise VerdictError(f"{name}: task {number} is not as Label Studio exports it ({said})") from None
        if len(made) > MOST_ROWS:
            raise VerdictError(f"{name}: more than {MOST_ROWS:,} verdicts; split the file")
    brought = review.bring(editor, made, "label-studio")
    return brought._replace(strange=brought.strange + strange)


def _tasks(content: bytes, name: str) -> list[Any]:
    if len(content) > MOST_BYTES:
        raise VerdictError(f"{name}: is larger than {MOST_BYTES // 2**20} MiB; split it")
    try:
        tasks = json.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise VerdictError(f"{name}: is not valid JSON: {error}") from None
    if not isinstance(tasks, list):
        raise VerdictError(f"{name}: is no list of tasks of Label Studio; export as JSON, not JSON-MIN")
    return tasks


def _verdicts(
    annotation: dict[str, Any], key: tuple[str, str, int], text: str, found: list[Any], editor: str
) -> Iterator[Verdict]:
    """What one person made of one segment."""
    document, path, segment = key
    at = annotation.get("updated_at") or annotation.get("created_at")
    by, when = _who(annotation) or editor, _moment(at)
    regions = [one for one in annotation["result"] if one.get("type") == "labels"]
    left = {f"mtqa-{one.id}": one for one in found}
    by_place = {(one.start, one.end, one.category): one for one in found}
    new: list[tuple[int, int, str]] = []
    kept = set()
    for region in regions:
        start, end = _span(region["value"], text)
        category = region["value"]["labels"][0]
        same = by_place.get((start, end, category))
        known = left.get(str(region.get("id")))
        if known is not None and (known.start, known.end) == (start, end):
            same = known
        if same is not None:
            kept.add(same.id)
        elif category in CATEGORIES:
            new.append((start, end, category))
    place = (document, path or None, segment)
    for one in found:
        verdict: Decision = "accept" if one.id in kept else "dismiss"
        facts = (one.start, one.end, one.rule, one.category, one.severity, one.text)
        yield Verdict(*place, *facts, verdict=verdict, by=by, at=when)
    for start, end, category in new:
        words = text[start:end][: LONGEST["text"]]
        yield Verdict(*place, start, end, "", category, _SEVERITY, words, verdict="missed", by=by, at=when)


def _span(value: dict[str, Any], text: str) -> tuple[int, int]:
    """A span in code points, also where an old version counted as JavaScript does. Raises ValueError: none."""
    start, end = value["start"], value["end"]
    if not (isinstance(start, int) and isinstance(end, int) and 0 <= start <= end <= MOST_NUMBER):
        raise ValueError("no span")
    words = value.get("text")
    if words is not None and text[start:end] != words:
        units = text.encode("utf-16-le", "surrogatepass")
        inner = units[2 * start : 2 * end].decode("utf-16-le", "replace")
        if inner == words:
            start = len(units[: 2 * start].decode("utf-16-le", "replace"))
            end = start + len(words)
    if end > len(text):
        raise ValueError("a span beyond the text")
    return start, end


def _who(annotation: dict[str, Any]) -> str:
    who = annotation.get("completed_by")
    if isinstance(who, dict):
        who = who.get("email") or who.get("id")
    return clean_name(f"label-studio {who}" if isinstance(who, int) else str(who or ""))


def _moment(at: object) -> datetime.datetime | None:
    return moment(at) if isinstance(at, str) else None
