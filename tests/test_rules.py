"""Every loaded rule over its own page and examples."""

from __future__ import annotations

import sys

import pytest

from mtqa.registry import load_rules
from mtqa.rule import Rule

RULES = load_rules().rules
#: What the page of a stable rule says that found nothing in the texts of `rules/figures.csv`, and why it stays.
UNMET = "Not met in the measured texts: "
#: Rules that have found nothing and do not say why they stay. None is to be added.
UNMET_LEFT = frozenset(("grammar/engine",))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_flags_its_bad_examples_and_leaves_the_good_ones(rule: Rule) -> None:
    assert rule.self_test() == []


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_rule_has_a_page_and_enough_examples(rule: Rule) -> None:
    page = rule.page.strip()
    assert page.partition("\n")[0].endswith("."), "the first line of the page is one sentence"
    pattern = rule.id.count("/") > 1  # a pattern of a pack is small: its pack carries the examples together
    assert len(rule.bad) >= (1 if pattern else 5)
    assert len(rule.good) >= (1 if pattern else 8)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_a_stable_rule_has_found_something_or_says_why_it_stays(rule: Rule) -> None:
    if rule.status != "stable" or rule.severity == "critical" or rule.id in UNMET_LEFT or not rule.figures:
        return  # no figures: not measured yet
    page = " ".join(rule.page.split())
    assert any(figures.found for figures in rule.figures) != (UNMET in page), "make it preview, or say why it stays"


def test_no_module_is_named_rules() -> None:
    # the folder rules/ is the package mtqa_rules; importing it by the folder's name would load it twice
    assert "rules" not in sys.modules
