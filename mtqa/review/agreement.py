"""How far two editors say the same of the findings that both have judged."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from mtqa.values import dataclass


@dataclass(frozen=True, slots=True)
class Agreement:
    """Of two editors.

    Args:
        both: findings that both have judged.
        same: of these, those of which they say the same.
        kappa: Cohen's kappa, the share beyond what chance would bring, 1 at most (Cohen 1960, Educ. Psychol. Meas. 20);
            `None` where it says nothing: no such findings, or both always say one and the same.
    """

    both: int
    same: int
    kappa: float | None

    @property
    def share(self) -> float | None:
        """The raw share, 0 to 1."""
        return self.same / self.both if self.both else None


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """What comes of the verdicts of two editors.

    Args:
        pairs: of each finding what the one says, and what the other.
    """
    both, same = len(pairs), sum(one == other for one, other in pairs)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    chance = sum(ones[verdict] * others[verdict] for verdict in ones)  # times both, squared
    kappa = None if chance == both * both else (same * both - chance) / (both * both - chance)
    return Agreement(both, same, kappa)
