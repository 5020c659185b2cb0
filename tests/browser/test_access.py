"""For everybody: axe-core finds no serious fault, and all can be done with the keyboard."""

from __future__ import annotations

import pytest

from .conftest import Page
from .test_page import STORIES


def faults(page: Page) -> list[str]:
    from axe_core_python.selenium import Axe

    found = Axe().run(page.driver)["violations"]
    return [
        f"{one['id']} ({one['impact']}): {one['help']}: {node['html'][:150]}: {node['failureSummary'][:200]}"
        for one in found
        if one["impact"] in ("serious", "critical", "moderate")
        for node in one["nodes"]
    ]


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_axe_finds_no_serious_fault(page: Page, theme: str) -> None:
    page.open(STORIES)
    page.run("document.documentElement.dataset.theme = arguments[0]", theme)
    assert faults(page) == []
    page.keys("j", "j", "x", "k")
    page.click(".why summary")
    page.run("document.getElementById('said').classList.add('shown')")
    assert faults(page) == []
    page.keys("J")
    assert faults(page) == []
    page.keys("?")
    assert faults(page) == []


def test_all_can_be_reached_by_tabs(page: Page) -> None:
    page.open(STORIES, "#story=talks")
    page.run("document.activeElement.blur()")
    reached = []
    for _ in range(60):
        page.driver.switch_to.active_element.send_keys("\ue004")
        reached.append(
            page.run("const one = document.activeElement; return one.id || one.className || one.textContent")
        )
    for wanted in ("to-overview", "save", "filter-words", "filter-rule", "flagged-only"):
        assert wanted in reached
    assert sum(name.startswith("mark ") for name in reached) >= 3
    order = [reached.index(name) for name in ("to-overview", "filter-words", "flagged-only")]
    assert order == sorted(order)


def test_a_mark_is_a_button_for_the_keyboard(page: Page) -> None:
    page.open(STORIES, "#story=talks")
    page.run("document.querySelectorAll('.mark')[1].focus()")
    page.keys("\ue007")
    assert page.text(".quoted") == "Condoleezza Tillerson"
    label = page.run("return document.querySelectorAll('.mark')[1].getAttribute('aria-label')")
    assert label == "Condoleezza Tillerson: critical, names/chimera"


def test_what_happens_is_said(page: Page) -> None:
    page.open(STORIES)
    page.keys("j")
    assert page.text("#heard") == "minor: moscow. Something is wrong."
    page.keys("x")
    assert page.text("#said") == "Dismissed; u takes it back."
    assert page.run("return document.getElementById('said').getAttribute('aria-live')") == "polite"
