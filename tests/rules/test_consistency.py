"""The consistency rules on what their examples cannot show: which place is reported, and hostile text."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

import mtqa_rules.consistency as family
from mtqa.document import Document, Segment
from mtqa.finding import Match
from mtqa_rules.consistency import name_rendering, numbers_disagree, spelling_mix

MODULES = [
    importlib.import_module(f"mtqa_rules.consistency.{path.stem}")
    for path in sorted(Path(next(iter(family.__path__))).glob("[a-z]*.py"))
]


def run(module: ModuleType, *texts: str) -> list[Match]:
    document = Document(id="t", segments=[Segment(text) for text in texts])
    return list(module.check(document))


def test_the_rarer_form_is_reported_and_the_other_suggested() -> None:
    text = "The US voted. The U.S. agreed. The U.S. then left."
    (match,) = run(spelling_mix, text)
    assert text[match.start : match.end] == "US"
    assert match.suggestions == ("U.S.",)


def test_of_two_equally_frequent_forms_the_later_is_reported() -> None:
    text = "The defense budget grew. The defence budget fell."
    (match,) = run(spelling_mix, text)
    assert text[match.start : match.end] == "defence"


def test_one_finding_for_many_places() -> None:
    assert len(run(spelling_mix, "The defense budget. " * 5 + "The defence budget. " * 3)) == 1


def test_a_headline_is_held_against_the_story_only_where_the_story_lacks_its_number() -> None:
    title = "Bank to cut 8,500 jobs by May"
    assert len(run(numbers_disagree, title, "The bank will cut 5,800 jobs, it said.")) == 1
    assert run(numbers_disagree, title, "The bank will cut 5,800 jobs of 8,500, it said.") == []


def test_three_renderings_of_a_name_give_two_findings() -> None:
    kinds = ("Cloth Merchants", "Cloth Merchant", "Clothing Merchants")
    text = " ".join(f"The World {kind} Forum met." for kind in kinds)
    assert [text[m.start : m.end] for m in run(name_rendering, text)] == ["Merchant", "Clothing"]


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
@pytest.mark.parametrize(
    "text", ["", "5", "%", "May", "US", "Mr.", '"', "per cent", "a third (", "rose from 5 to", "5 p.m.", "U.S. US"]
)
def test_scraps_of_text_are_no_trouble(module: ModuleType, text: str) -> None:
    for match in run(module, text):
        assert 0 <= match.start < match.end <= len(text)


@pytest.mark.parametrize("module", MODULES, ids=lambda module: module.__name__.rpartition(".")[2])
@pytest.mark.parametrize(
    "text",
    ['"Asahi Shimbun" ', "rose from 5% to 3% ", "the US and U.S. ", "March 12, ", "defence of defense ", "12 people "],
)
def test_long_runs_without_a_full_stop(module: ModuleType, text: str) -> None:
    # one sentence of tens of thousands of words: a rule that scans it at every trigger would hang
    assert isinstance(run(module, "Fire kills 11 people in hotel", text * 4_000), list)
