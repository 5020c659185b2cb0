"""Names of several words, and what they are slips of."""

import pytest

from mtqa.knowledge.bodies import nearly
from mtqa.knowledge.data import DATA
from mtqa.knowledge.nearby import meant


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Real Madrit", "Real Madrid"),
        ("Dalhouji University", "Dalhousie University"),
        ("Rio de Janiero", "Rio de Janeiro"),
        ("Frankfurter Algemeine Zeitung", "Frankfurter Allgemeine Zeitung"),
    ],
)
def test_slips(written: str, name: str) -> None:
    slip = nearly(written.split())
    assert slip is not None
    assert slip.name == name


@pytest.mark.parametrize("written", ["Buenos Ayres", "Dinamo Kiev", "World Trade Organisation", "Mudan University"])
def test_variants_and_others_are_left_alone(written: str) -> None:
    assert nearly(written.split()) is None


def test_no_name_of_the_table_is_a_slip_of_another() -> None:
    lines = DATA.joinpath("bodies.txt").read_text(encoding="utf-8").split("[single]")[0].split("\n")
    names = [name for line in lines if line and line[0] not in "#[" for name in line.split("; ")]
    assert len(names) > 5_000
    assert [name for name in names if len(name.split()) > 1 and nearly(name.split())] == []


def test_one_of_two_spellings_is_no_slip_of_the_other() -> None:
    assert meant("Citroen") is None
    assert meant("Citroan") == "Citroen"
