"""How a finding and a document are known again from one run to the next: by baselines, reports beside each other, and
stores of what was seen.

A finding counts by its rules and the flagged text, wherever it moves in its document; of equal ones as many as there
were, the first in reading order. A document counts by its id, the path aside that it may begin with.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from mtqa.lazy import regex

if TYPE_CHECKING:
    from mtqa.document import Document

#: (rule, flagged text)
Fault = tuple[str, str]

_NUMBERED = regex(r"#[0-9]{1,12}")


def faults(rules: Iterable[str], text: str) -> list[Fault]:
    """What a finding of these rules says of a text."""
    return [(rule, text.strip()) for rule in rules]


class Counted:
    """Faults of a document as they come, held against those there were.

    Args:
        held: how often each was there.
    """

    def __init__(self, held: Mapping[Fault, int]) -> None:
        self._held = held
        self.seen: Counter[Fault] = Counter()

    def known(self, found: Iterable[Fault]) -> bool:
        """Whether a finding was there before: in the words of all its rules, and not oftener than now."""
        mine = list(found)
        self.seen.update(mine)
        # a rule that was not there before says something new of the place
        return all(self.seen[fault] <= self._held.get(fault, 0) for fault in mine)

    def missing(self) -> Counter[Fault]:
        """What was there and has not come again."""
        return Counter(self._held) - self.seen


def name_of(id: str, path: str | None) -> str:
    """The id of a document without the path of its file; "" for a file that is one document."""
    if path is None:
        return id
    # ids that readers make up begin with the path as it was spelled
    return "" if id == path else id.removeprefix(path) if id.startswith(f"{path}#") else id


def entry_key(document: Document) -> bytes:
    """What tells an entry and its texts from all others, in whatever file it stands: 16 bytes.

    A mere number, such as readers give, is no name: entries get others as soon as one is put before them.
    """
    name = name_of(document.id, document.path)
    said = [
        "" if _NUMBERED.fullmatch(name) else name,
        document.title,
        [[one.target, one.source, one.reference] for one in document.segments],
    ]
    return hashlib.sha256(json.dumps(said).encode()).digest()[:16]
