"""The gate of a whole run: what its documents come to together, beside the verdict of each."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from mtqa.score import Verdict
from mtqa.values import dataclass

#: `error` where the results cannot be trusted.
Outcome = Verdict | Literal["error"]

#: The first of them that any document has is the outcome: what nobody judged leaves it to the others.
_GRAVEST_FIRST: tuple[Verdict, ...] = ("fail", "warn", "pass", "unchecked")


@dataclass(frozen=True, slots=True)
class Gate:
    """What a run may hold and still pass.

    Args:
        fail_share: of the documents that were judged, the share that may fail, 0 to 1.
        max_findings: findings above neutral that there may be, those of the baseline too; `None` for any number.
        max_new: the same without those of the baseline.
        allow_unreadable: inputs that may be unreadable.
    """

    fail_share: float = 0.0
    max_findings: int | None = None
    max_new: int | None = None
    allow_unreadable: int = 0

    def judge(
        self,
        verdicts: Mapping[str, int],
        findings: int,
        accepted: int,
        unreadable: int,
        crashes: int,
        unchanged: int = 0,
    ) -> tuple[Outcome, tuple[str, ...]]:
        """What the run came to, and what of it no verdict of a document explains, in lines for people.

        Args:
            verdicts: number of documents of each verdict.
            findings: above neutral, without those that the baseline holds.
            accepted: those that the baseline holds.
            unreadable: inputs that could not be read.
            crashes: of rules.
            unchanged: files and documents left out because they are not new.
        """
        if unchanged and not (crashes or unreadable or sum(verdicts.values())):
            return "pass", ("nothing new to check",)
        if crashes or not sum(verdicts.values()) or unreadable > self.allow_unreadable:
            return "error", ()
        outcome: Outcome = next(verdict for verdict in _GRAVEST_FIRST if verdicts[verdict])
        if outcome == "unchecked":
            return outcome, ()
        said = []
        if unreadable:
            said.append(f"{unreadable} not read ({self.allow_unreadable} tolerated)")
        if outcome == "fail" and self.fail_share:
            judged = sum(verdicts.values()) - verdicts["unchecked"]
            share = verdicts["fail"] / judged
            said.append(f"{share:.2%} of {judged} failed ({self.fail_share:.2%} tolerated)")
            if share <= self.fail_share:
                outcome = "warn"
        counts = (("findings", findings + accepted, self.max_findings), ("new findings", findings, self.max_new))
        for name, number, most in counts:
            if most is not None and number > most:
                outcome = "fail"
                said.append(f"{number} {name} ({most} tolerated)")
        return outcome, tuple(said)
