"""What rules were measured to find: the table beside them, and what `mtqa explain` shows of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from mtqa.registry import RuleLoadError, load_rules

HEAD = "rule,set,words,found,distinct,unread,met,chance\n"
RULE = '''"""It says “ho”."""
import re
from mtqa import Match, Rule
rule = Rule(category="fluency/grammar", severity="minor")
BAD, GOOD = ["[[ho]]"], ["he"]
@rule.check
def check(document):
    for number, segment in enumerate(document.segments):
        for found in re.finditer("ho", segment.target):
            yield Match(number, found.start(), found.end(), "ho")
'''


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str | None], Path]:
    """A folder of one rule with this table."""

    def make(table: str | None) -> Path:
        monkeypatch.chdir(tmp_path)
        folder = tmp_path / "house"
        folder.mkdir()
        (folder / "ho.py").write_text(RULE, encoding="utf-8")
        (tmp_path / "mtqa.toml").write_text('rules = ["house"]\n', encoding="utf-8")
        if table is not None:
            (folder / "figures.csv").write_text(table, encoding="utf-8")
        return folder

    return make


def explained(capsys: pytest.CaptureFixture[str]) -> str:
    from mtqa.cli import app

    with pytest.raises(SystemExit):
        app(["explain", "house/ho"])
    return capsys.readouterr().out


def test_the_page_shows_the_table(house: Callable[[str | None], Path], capsys: pytest.CaptureFixture[str]) -> None:
    house(HEAD + "house/ho,news,5150100,30,20,10,,\nhouse/ho,marked,526785,4,3,1,0.75,0.25\nhouse/hi,news,9,9,9,9,,\n")
    page = explained(capsys)
    assert "Measured on      words      found   distinct     unread        met     chance\n" in page
    assert "news         5,150,100         30         20         10\n" in page
    assert "marked         526,785          4          3          1       0.75       0.25\n" in page


def test_a_rule_without_a_table_is_not_measured(
    house: Callable[[str | None], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    house(None)
    assert "Not measured.\n" in explained(capsys)


@pytest.mark.parametrize("row", ["house/ho,news,many,1,1,1,,\n", "house/ho,news,10\n"])
def test_a_table_that_is_none_is_named(house: Callable[[str | None], Path], row: str) -> None:
    folder = house(HEAD + row)
    with pytest.raises(RuleLoadError, match=r"figures\.csv: line 2 is no row of rule, set, words, found"):
        load_rules([str(folder)])


def test_figures_are_no_part_of_the_rule_set(house: Callable[[str | None], Path]) -> None:
    folder = house(None)
    before = load_rules([str(folder)]).hash
    (folder / "figures.csv").write_text(HEAD + "house/ho,news,10,1,1,1,,\n", encoding="utf-8")
    assert load_rules([str(folder)]).hash == before
