"""What to look at next."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mtqa.precision import Precision
from mtqa.values import NamedTuple


class Waiting(NamedTuple):
    """A finding that waits for a verdict.

    Attributes:
        document: key of the document.
        position: of the document in the order of the run.
        number: of the finding in the order of reading.
        rule: its id.
    """

    document: int
    position: int
    number: int
    rule: str


def spread(accepted: int, dismissed: int, more: int = 0) -> float:
    """How little is known of a rule's precision: the variance of Beta(accepted + ½, dismissed + ½).

    Greatest for a rule that nobody judged, and then for one that is right every second time.

    Args:
        more: verdicts that are on their way; they say what the others do.
    """
    known = accepted + dismissed + 1
    mean = (accepted + 0.5) / known
    return mean * (1 - mean) / (known + more + 1)


def by_uncertainty(waiting: Iterable[Waiting], known: Mapping[str, Precision]) -> list[Waiting]:
    """Findings of the rules that are least known first; each makes the next one of its rule less urgent."""
    taken: Counter[str] = Counter()
    rated = []
    for one in sorted(waiting, key=lambda one: (one.position, one.number)):
        rule = known.get(one.rule, Precision(one.rule, 0, 0, 0))
        rated.append((-spread(rule.accepted, rule.dismissed, taken[one.rule]), one.position, one.number, one))
        taken[one.rule] += 1
    return [one for *_, one in sorted(rated)]


def by_chance(names: Sequence[tuple[str, str]], seed: int) -> list[int]:
    """Places of documents in an order by chance, the same for a seed whatever other documents there are.

    Args:
        names: path and id of each.
    """

    def key(place: int) -> bytes:
        path, name = names[place]
        return hashlib.sha256(f"{seed}\0{path}\0{name}".encode("utf-8", "surrogatepass")).digest()

    return sorted(range(len(names)), key=lambda place: (key(place), place))
