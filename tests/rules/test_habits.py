"""Rules on a story's own habits: in a long text a habit is a share, not a count."""

from __future__ import annotations

import pytest

from mtqa.document import Document, Segment
from mtqa.registry import load_rules

RULES = {rule.id: rule for rule in load_rules().rules}
FILLER = "They spoke for a long time about it, as one does. " * 140

#: Rule, a short text in which it speaks, and a long one with the same evidence in which it must not.
CASES = {
    "punctuation/serial-comma": (
        "They grow wheat, barley, and rye. It has cats, dogs, and mice. He sells tea, coffee and sugar.",
        "They grow wheat, barley, and rye. It has cats, dogs, and mice. " * 2 + "He sells tea, coffee and sugar. " * 11,
    ),
    "punctuation/quote-mark-order": (
        'He called it "shameful." She spoke of a "channel." They joined the "club".',
        'He called it "shameful." She spoke of a "channel." ' + 'They joined the "club". ' * 11,
    ),
    "punctuation/quoted-again": (
        'The "Rational Choice" people met. The "Rational Choice" school lost. Some liked the "Rational Choice" school.',
        'The "Rational Choice" people met. ' + FILLER
        + 'The "Rational Choice" school lost. Some liked the "Rational Choice" school.',
    ),
    "consistency/quoted-name": (
        'The Chicago Boys came. The "Chicago Boys" went.',
        f'The Chicago Boys came. {FILLER} The "Chicago Boys" went.',
    ),
}  # fmt: skip


def found(rule: str, text: str) -> int:
    run = RULES[rule].run
    assert run is not None
    return len(list(run(Document("habit", (Segment(text),)))))


@pytest.mark.parametrize("rule", CASES)
def test_a_habit_is_a_share_in_a_long_text(rule: str) -> None:
    short, long = CASES[rule]
    assert found(rule, short) > 0
    assert found(rule, long) == 0
