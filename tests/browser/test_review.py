"""A review in a real browser: two editors at once, each in a window of their own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("sqlalchemy", reason="needs the extra mtqa[review]")

from mtqa.reporters.page import document_values, json_block
from mtqa.review.database import Database
from mtqa.review.store import Review

from ..review.served import serving
from .conftest import Page, story
from .test_access import faults

HOSTILE = "</script><script>document.body.dataset.ran = 1</script><img src=x onerror='document.body.dataset.ran = 2'>"


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    """Two stories with three findings, in a database."""
    database = Database(str(tmp_path / "review.sqlite"))
    made = Review(database)
    stories = [
        story(
            "one",
            "Putin met Condoleezza Tillerson in Moscow.",
            "They was talking of 🙂 many things.",
            found=(("names/chimera", 0, 10, 31), ("grammar/agreement", 1, 0, 8)),
            title="A meeting",
            source="Путин встретился.",
        ),
        story("=two", f"All is well, {HOSTILE} he said.", found=(("casing/stray", 0, 0, 3),), title=HOSTILE),
    ]
    made.load((one, json_block(document_values(one))) for one in stories)
    yield made
    database.close()


class Editors:
    """Two windows of one browser. They ask the server under two names, so that each has a session of its own."""

    def __init__(self, page: Page, url: str) -> None:
        self.page, self.windows = page, dict[str, str]()
        for name, address in (("ann", url), ("ben", url.replace("127.0.0.1", "localhost"))):
            if self.windows:
                page.driver.switch_to.new_window("window")
            self.windows[name] = page.driver.current_window_handle
            page.driver.get(address)
            page.settle()
            page.click("#to-review")
            page.until("return document.getElementById('rename')")
            page.click("#rename")
            page.run("document.getElementById('new-name').value = arguments[0]", name)
            page.run("window.old = true")
            page.click("#keep-name")
            page.until("return !window.old && document.body && document.body.dataset.ready === 'verdicts'")

    def __getitem__(self, name: str) -> Page:
        """The window of an editor, before all others."""
        self.page.driver.switch_to.window(self.windows[name])
        return self.page

    def close(self) -> None:
        """All but the first window."""
        first, *others = self.windows.values()
        for one in others:
            self.page.driver.switch_to.window(one)
            self.page.driver.close()
        self.page.driver.switch_to.window(first)


@pytest.fixture
def editors(page: Page, review: Review, tmp_path: Path) -> Iterator[Editors]:
    """Both, before the page of the review."""
    assert review.counts() == (2, 3)
    with serving(str(tmp_path / "review.sqlite")) as server:
        made = Editors(page, server.url)
        yield made
        made.close()


def saved(page: Page) -> None:
    """Wait until the server has everything."""
    page.until("return !document.getElementById('to-review').dataset.waiting")


def kept(review: Review) -> list[tuple[str, str, str, str]]:
    return [(one.by, one.document, one.rule, one.verdict) for one in review.all_verdicts()]


def test_two_editors_see_what_the_other_does(editors: Editors, review: Review) -> None:
    ann = editors["ann"]
    assert ann.text("#to-review") == "ann"
    ann.keys("j", "a")  # accepts the first, goes to the next
    ann.until("return document.getElementById('judged').textContent.startsWith('1 of 3')")
    ben = editors["ben"]
    ben.keys("j")
    ben.until(
        "return [...document.querySelectorAll('#note .by')].some((one) => one.textContent.includes('accepted by ann'))"
    )
    assert ben.text("#judged").startswith("0 of 3")  # what others say is shown, not counted
    ben.keys("x")
    ben.until("return document.getElementById('judged').textContent.startsWith('1 of 3')")
    rule = "names/chimera"
    saved(ben)
    assert kept(review) == [("ann", "one", rule, "accept"), ("ben", "one", rule, "dismiss")]
    ann = editors["ann"]
    ann.keys("k")
    ann.until(
        "return [...document.querySelectorAll('#note .by')].some((one) => one.textContent.includes('dismissed by ben'))"
    )
    ann.click("#to-review")
    ann.until("return document.querySelector('dialog[open] table')")
    shown = " ".join(ann.texts("dialog[open] tbody :is(th, td)"))
    assert "ben 1 0 %" in shown  # they do not agree on the one that both judged
    assert ann.run("return document.body.dataset.ran") is None
    assert ann.complaints() == []


def test_the_page_of_a_review_is_for_everybody(editors: Editors) -> None:
    ann = editors["ann"]
    ann.keys("j", "a")
    saved(ann)
    ann.click("#to-review")
    ann.until("return document.querySelector('dialog[open] table')")
    assert faults(ann) == []
    ann.click("#rename")
    assert faults(ann) == []


def test_undo_reload_and_the_file(editors: Editors, review: Review) -> None:
    ann = editors["ann"]
    ann.keys("j", "a", "x", "u")
    ann.until("return document.getElementById('said').textContent === 'Taken back.'")
    assert kept(review) == [("ann", "one", "names/chimera", "accept")]
    ann.reload()
    assert ann.text("#judged").startswith("1 of 3")
    ann.keys("s")
    header, row = ann.saved().decode().splitlines()
    assert header.startswith("document,path,segment")
    assert row.startswith("one,one.txt,0,10,31,names/chimera,")


def test_marks_of_what_was_missed(editors: Editors, review: Review) -> None:
    ann = editors["ann"]
    ann.keys("j")
    ann.run(
        """
        const target = document.querySelector('.target[data-segment="1"]');
        const walker = document.createTreeWalker(target, NodeFilter.SHOW_TEXT);
        for (let node; (node = walker.nextNode()); ) {
          const at = node.textContent.indexOf('many');
          if (at >= 0) getSelection().setBaseAndExtent(node, at, node, at + 4);
        }
        """
    )
    ann.keys("m")
    ann.run("document.getElementById('own-category').value = 'accuracy/addition'")
    ann.run("document.getElementById('own-form').requestSubmit()")
    ann.until("return document.querySelector('.mark.s-own')")
    saved(ann)
    (verdict,) = review.all_verdicts()
    assert (verdict.text, verdict.start, verdict.verdict) == ("many", 22, "missed")
    assert (verdict.category, verdict.by) == ("accuracy/addition", "ann")
    ben = editors["ben"]
    ben.keys("j")
    ben.until("return document.querySelector('.mark.s-own')")
    ann = editors["ann"]
    ann.keys("u")
    ann.until("return !document.querySelector('.mark.s-own')")
    ben = editors["ben"]
    ben.until("return !document.querySelector('.mark.s-own')")
    assert kept(review) == []


def test_a_server_that_comes_back_has_what_was_done_meanwhile(page: Page, review: Review, tmp_path: Path) -> None:
    address = str(tmp_path / "review.sqlite")
    with serving(address, "--editor", "ann") as server:
        page.driver.get(server.url)
        page.settle()
        port = server.url.rstrip("/").rpartition(":")[2]
    page.keys("j", "a", "x")  # nobody answers
    assert page.text("#to-review") == "ann …2"
    assert kept(review) == []
    with serving(address, "--editor", "ann", "--port", port):
        saved(page)
    assert page.text("#judged").startswith("2 of 3")
    assert [one[2:] for one in kept(review)] == [("names/chimera", "accept"), ("grammar/agreement", "dismiss")]


def test_with_a_token_of_ones_own(page: Page, review: Review, tmp_path: Path) -> None:
    tokens = tmp_path / "tokens"
    tokens.write_text(f"Ann Lee {'a' * 20}\n", encoding="utf-8")
    with serving(str(tmp_path / "review.sqlite"), "--token-file", str(tokens)) as server:
        page.driver.get(server.url)
        field = page.driver.find_element("name", "token")
        field.send_keys("wrong\n")
        page.until("return document.body && document.body.textContent.includes('This is no token.')")
        page.driver.find_element("name", "token").send_keys("a" * 20 + "\n")
        page.settle()
        assert page.text("#to-review") == "Ann Lee"
        page.keys("j", "a")
        saved(page)
        page.click("#to-review")
        page.until("return document.querySelector('dialog[open] table')")
        assert page.count("#rename") == 0
    assert kept(review) == [("Ann Lee", "one", "names/chimera", "accept")]


def test_what_the_server_refuses_is_taken_back(page: Page, review: Review, tmp_path: Path) -> None:
    with serving(str(tmp_path / "review.sqlite"), "--editor", "ann") as server:
        page.driver.get(server.url)
        page.settle()
        page.driver.delete_all_cookies()  # the session has ended
        page.keys("j", "a")
        page.until("return document.getElementById('said').textContent.includes('load the page anew')")
        page.until("return document.getElementById('judged').textContent.startsWith('0 of 3')")
    assert kept(review) == []


def test_hostile_names_and_stories_stay_text(editors: Editors, review: Review) -> None:
    ann = editors["ann"]
    for _ in range(3):
        ann.keys("j")
    assert ann.run("return decodeURIComponent(location.hash)").startswith("#finding==two;0;0-3")
    ann.keys("x")
    ann.until("return document.getElementById('judged').textContent.startsWith('1 of 3')")
    saved(ann)
    assert kept(review) == [("ann", "=two", "casing/stray", "dismiss")]
    state: Any = ann.run("return [document.body.dataset.ran, document.querySelectorAll('img').length]")
    assert state == [None, 0]
    assert ann.complaints() == []
