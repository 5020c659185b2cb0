"""Every guard of a rule is proved by an example: without it, one is judged otherwise."""

from __future__ import annotations

from pathlib import Path

import guards
import pytest

#: Guards that no example needs yet: `path function: condition`. None is to be added; a line goes with its guard.
LEFT = Path(__file__).with_name("guards_left.txt")


FAMILIES = sorted({path.parent for path in guards.modules([guards.ROOT])})


@pytest.mark.parametrize("family", FAMILIES, ids=lambda folder: folder.name)
def test_every_guard_is_proved(family: Path) -> None:
    left = [line for line in LEFT.read_text(encoding="utf-8").splitlines() if line.startswith(f"{family.name}/")]
    idle = sorted({guard.name for guard, _ in guards.idle(guards.modules([family]))})
    new = [name for name in idle if name not in left]
    assert new == [], "write the example that needs it, or take it out (`python tools/guards.py`)"
    gone = [name for name in left if name not in idle]
    assert gone == [], f"proved or gone: take the lines out of {LEFT.name}"


def test_an_idle_guard_is_seen(tmp_path: Path) -> None:
    module = tmp_path / "rule.py"
    module.write_text(
        "def check(document, tokens):\n    if tokens[0] == 'a' or not tokens:\n        return None\n"
        "    if len(tokens) > 3:\n        return None\n    if tokens[1] == 'b':  # cheap\n        return None\n"
        "    if tokens[2] == 'c':\n        return None\n    return tokens[3] == 'd' and tokens[4] != 'e'\n"
    )
    assert [guard.text for guard in guards.guards(module)] == [
        "tokens[0] == 'a'", "tokens[2] == 'c'", "tokens[3] == 'd'", "tokens[4] != 'e'",
    ]  # fmt: skip
