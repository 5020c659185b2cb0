"""Every loaded rule over its own page and examples."""

from __future__ import annotations

import sys

import pytest

from mtqa.registry import load_rules
from mtqa.rule import Rule

RULES = load_rules().rules


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


def test_no_module_is_named_rules() -> None:
    # the folder rules/ is the package mtqa_rules; importing it by the folder's name would load it twice
    assert "rules" not in sys.modules
