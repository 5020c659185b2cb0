"""Every guard of a rule is proved by an example: without it, one is judged otherwise."""

from __future__ import annotations

from pathlib import Path

import guards
import pytest

FAMILIES = sorted({path.parent for path in guards.modules([guards.ROOT])})


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")  # patience that ends in a callback
@pytest.mark.parametrize("family", FAMILIES, ids=lambda folder: folder.name)
def test_every_guard_is_proved(family: Path) -> None:
    idle = sorted({guard.name for guard, _ in guards.idle(guards.modules([family]))})
    assert idle == [], "write the example that needs it, or take it out (`python tools/guards.py`)"


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
