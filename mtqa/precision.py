"""What verdicts say of the rules: how often each is right, and what none of them found."""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Iterable

from mtqa.finding import SEVERITIES
from mtqa.values import dataclass
from mtqa.verdicts import Verdict

_LONG_AGO = datetime.datetime.min.replace(tzinfo=datetime.UTC)
#: Of the normal distribution, for an interval of 95 %.
_Z = 1.959964


def wilson(hits: int, number: int) -> tuple[float, float]:
    """The interval of 95 % for a share, 0 to 1 (Wilson 1927, J. Am. Stat. Assoc. 22).

    Args:
        hits: of `number`, which is more than 0.
    """
    share, square = hits / number, _Z * _Z
    middle = share + square / (2 * number)
    reach = _Z * math.sqrt(share * (1 - share) / number + square / (4 * number * number))
    scale = 1 + square / number
    return max(0.0, (middle - reach) / scale), min(1.0, (middle + reach) / scale)


@dataclass(frozen=True, slots=True)
class Precision:
    """How often a rule is right.

    Args:
        rule: its id.
        accepted, dismissed: findings that most of those who judged them accept or dismiss.
        disputed: findings that as many accept as dismiss; they count for neither.
    """

    rule: str
    accepted: int
    dismissed: int
    disputed: int

    @property
    def judged(self) -> int:
        """Findings on which it rests."""
        return self.accepted + self.dismissed

    @property
    def share(self) -> float | None:
        """Of these, those that are right, 0 to 1; `None` where there are none."""
        return self.accepted / self.judged if self.judged else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Of 95 %, see `wilson`; `None` where there are none."""
        return wilson(self.accepted, self.judged) if self.judged else None

    def demotes(self, least: int, share: float = 0.9) -> bool:
        """Whether it proposes itself for demotion: that share of so many findings at least was dismissed."""
        return self.judged >= least and self.dismissed >= share * self.judged


@dataclass(frozen=True, slots=True)
class Missed:
    """Own marks of a category.

    Args:
        category: MQM category.
        counts: marks of each severity, lightest first.
        found: findings of the category that were accepted.
    """

    category: str
    counts: tuple[int, ...]
    found: int

    @property
    def total(self) -> int:
        """Marks of all severities."""
        return sum(self.counts)


def latest(verdicts: Iterable[Verdict]) -> list[Verdict]:
    """Of what one and the same person says of a place only the last, by its time, then by its order."""
    kept: dict[tuple[object, ...], Verdict] = {}
    for one in verdicts:
        key = (one.place, one.by)
        known = kept.get(key)
        if known is None or (one.at or _LONG_AGO) >= (known.at or _LONG_AGO):
            kept[key] = one
    return list(kept.values())


def by_finding(verdicts: Iterable[Verdict]) -> dict[tuple[str, str, int, int, int, str], list[Verdict]]:
    """The verdicts on each finding, own marks left out; the last of each person."""
    groups: dict[tuple[str, str, int, int, int, str], list[Verdict]] = {}
    for one in latest(verdicts):
        if one.verdict != "missed":
            groups.setdefault(one.place, []).append(one)
    return groups


def balance(group: Iterable[Verdict]) -> int:
    """Of one finding: how many more accept than dismiss it."""
    return sum(1 if one.verdict == "accept" else -1 for one in group)


def precisions(verdicts: Iterable[Verdict]) -> list[Precision]:
    """Of every rule that somebody judged, by its id."""
    counts: dict[str, Counter[int]] = {}
    for place, group in by_finding(verdicts).items():
        sign = balance(group)
        counts.setdefault(place[-1], Counter())[(sign > 0) - (sign < 0)] += 1
    return [Precision(rule, count[1], count[-1], count[0]) for rule, count in sorted(counts.items())]


def missed(verdicts: Iterable[Verdict]) -> list[Missed]:
    """Of every category with an own mark, most marks first; what two people mark alike counts once."""
    known = latest(verdicts)
    marks = {(*one.place, one.category): one for one in known if one.verdict == "missed"}
    counts: dict[str, Counter[str]] = {}
    for one in marks.values():
        counts.setdefault(one.category, Counter())[one.severity] += 1
    found = Counter(group[0].category for group in by_finding(known).values() if balance(group) > 0)
    rows = [
        Missed(category, tuple(count[severity] for severity in SEVERITIES), found[category])
        for category, count in counts.items()
    ]
    return sorted(rows, key=lambda row: (-row.total, row.category))
