"""The baseline: findings that were there when the gate was set up, left out until they are mended.

A finding is known again by its document's id, its rules and the flagged text; of equal ones in a document the
first ones in reading order, as many as there were. Lines and offsets play no part, so that an edit elsewhere in
the document brings no old finding back.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from mtqa.finding import Finding

VERSION = 1

#: (document id, rule id, flagged text)
_Key = tuple[str, str, str]


class BaselineError(ValueError):
    """A baseline file that cannot be used; the message names the file and what to do."""


class Baseline:
    """Findings that are accepted.

    Args:
        counts: (document id, rule id, flagged text) -> number of such findings in the document.
    """

    def __init__(self, counts: Mapping[_Key, int]) -> None:
        self._counts = dict(counts)

    @classmethod
    def of(cls, findings: Iterable[tuple[str, Finding]]) -> Baseline:
        """A baseline of (document id, finding) pairs."""
        counts: Counter[_Key] = Counter()
        for document, finding in findings:
            counts.update((document, rule, finding.text) for rule in _rules(finding))
        return cls(counts)

    def __len__(self) -> int:
        """Number of findings accepted; one that two rules name counts twice."""
        return sum(self._counts.values())

    @property
    def hash(self) -> str:
        """Short hash of what it holds, for the signature of a report."""
        return hashlib.sha256(self.dumps().encode()).hexdigest()[:8]

    def new(self, document: str, findings: Sequence[Finding]) -> list[Finding]:
        """The findings that the baseline does not hold.

        Args:
            document: the document's id.
            findings: all findings of that document in reading order.
        """
        seen: Counter[_Key] = Counter()
        kept = []
        for finding in findings:
            keys = [(document, rule, finding.text) for rule in _rules(finding)]
            seen.update(keys)
            # a rule that was not there before says something new of the place
            if any(seen[key] > self._counts.get(key, 0) for key in keys):
                kept.append(finding)
        return kept

    def dumps(self) -> str:
        """The text of the baseline file: sorted, one entry a line, so that changes are easy to review."""
        entries = [
            json.dumps({"document": document, "rule": rule, "text": text, "count": count})
            for (document, rule, text), count in sorted(self._counts.items())
        ]
        body = "[\n" + ",\n".join(entries) + "\n]" if entries else "[]"
        return f'{{"version": {VERSION}, "findings": {body}}}\n'

    @classmethod
    def load(cls, path: Path) -> Baseline:
        """Read a baseline file.

        Raises:
            BaselineError: it cannot be read or is no baseline.
        """
        try:
            data = json.loads(path.read_text(encoding="utf-8"))
        except OSError as error:
            raise BaselineError(f"{path}: cannot read the baseline: {error.strerror}") from error
        except (ValueError, RecursionError) as error:
            raise BaselineError(f"{path}: is not a baseline (not valid JSON: {error}); {_AGAIN}") from error
        if not isinstance(data, dict) or not isinstance(data.get("findings"), list):
            raise BaselineError(f"{path}: is not a baseline; {_AGAIN}")
        if data.get("version") != VERSION:
            raise BaselineError(f"{path}: is a baseline of version {data.get('version')!r}, not {VERSION}; {_AGAIN}")
        counts: Counter[_Key] = Counter()
        for number, entry in enumerate(data["findings"], 1):
            key, count = _entry(entry)
            if key is None:
                raise BaselineError(f"{path}: entry {number} is not a finding of a baseline; {_AGAIN}")
            counts[key] += count
        return cls(counts)

    def save(self, path: Path) -> None:
        """Write the baseline file. Raises OSError."""
        path.write_text(self.dumps(), encoding="utf-8", newline="\n")


_AGAIN = "write it with `mtqa baseline PATHS --output FILE`"


def _rules(finding: Finding) -> tuple[str, ...]:
    return finding.rules or (finding.rule,)


def _entry(entry: Any) -> tuple[_Key | None, int]:
    if not isinstance(entry, dict):
        return None, 0
    document, rule, text, count = (entry.get(key) for key in ("document", "rule", "text", "count"))
    if not isinstance(document, str) or not isinstance(rule, str) or not isinstance(text, str):
        return None, 0
    if not isinstance(count, int) or isinstance(count, bool) or count < 1:
        return None, 0
    return (document, rule, text), count
