"""docs/languages.md says what is looked for in a target that is not in English."""

from pathlib import Path

import pytest

from mtqa.config import Config
from mtqa.engine import Engine

PAGE = (Path(__file__).parent.parent / "docs" / "languages.md").read_text(encoding="utf-8")
ROWS = {row.split("|")[1].strip(): row for row in PAGE.splitlines() if row.count("|") == 4}
ELSEWHERE = [rule for rule in Engine(Config(select=("default",))).rule_set.rules if rule.languages != ("en",)]


@pytest.mark.parametrize("family", sorted({rule.family for rule in ELSEWHERE}))
def test_every_rule_for_other_languages_is_named_in_the_row_of_its_family(family: str) -> None:
    names = [rule.id.removeprefix(f"{family}/") for rule in ELSEWHERE if rule.family == family]
    row = ROWS[family]
    assert f"all {len(names)}:" in row or [name for name in names if f"`{name}`" not in row] == []


def test_no_family_is_called_english_alone_that_is_not() -> None:
    alone = PAGE.partition("The other families\n(")[2].partition(")")[0].split(", ")
    every = {rule.family for rule in Engine(Config(select=("all",))).rule_set.rules}
    assert set(alone) | {rule.family for rule in ELSEWHERE} == every
