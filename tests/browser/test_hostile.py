"""Stories that would do harm: nothing of them runs, nothing is fetched, and their text is shown as it is."""

from __future__ import annotations

import re

import pytest

from mtqa.verdicts import parse_verdicts

from .conftest import Page, story, written

HOSTILE = [
    "</script><script>window.harm = 1</script>",
    "<img src=/harm.png onerror='window.harm = 1'>",
    "<!--<script>",
    "]]><style>body { background: url(/harm.css) }</style>",
    "javascript:window.harm=1",
    "{{ 7 * 7 }} ${window.harm = 1} {% include '/etc/passwd' %}",
    '=HYPERLINK("http://harm.example/")',
    "a\x00b\x07c\x1b[31m",
    "\u202eright to left\u202c and \u2066isolates\u2069 and \ufeffzero\u200bwidth",
    "\u2028line\u2029breaks",
    "two \ud83d\ude00 halves and a lone \ud800",
    "מילים בעברית with English",
    "x" * 100_000,
    "\U0001f468\u200d\U0001f469\u200d\U0001f467 e\u0301\u0301\u0301",
]


def hostile_stories() -> list:
    return [
        story(
            text[:200],
            "Something before: " + text,
            title=text,
            source=text,
            message=text,
            suggestions=(text,),
            found=(("casing/stray", 0, 18, 18 + min(len(text), 500)),),
        )
        for text in HOSTILE
    ]


def test_nothing_runs_and_nothing_is_fetched(page: Page) -> None:
    page.open(hostile_stories())
    for _ in HOSTILE:
        page.keys("j")
        page.click(".why summary")
        page.keys("a")
    page.keys("k", "o")
    page.click(".families tbody button")
    assert page.run("return window.harm") is None
    assert (
        page.run(
            "return document.querySelectorAll('img, iframe, object, embed, link[rel=stylesheet], main script').length"
        )
        == 0
    )
    assert {path for path in page.asked if path != "/favicon.ico"} == {"/page.html"}
    assert not [line for line in page.complaints() if "favicon" not in line]


@pytest.mark.parametrize("number", [n for n, text in enumerate(HOSTILE) if len(text) < 1000])
def test_text_stays_text(page: Page, number: int) -> None:
    page.open([hostile_stories()[number]])
    page.keys("j")
    text = re.sub("[\ud800-\udfff]", "\ufffd", HOSTILE[number])
    named = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff]").sub(
        lambda char: f"U+{ord(char[0]):04X}", text
    )
    assert page.text(".mark") == named
    assert page.text(".message") == named
    assert page.text(".source p") == named


def test_the_policy_is_in_force(page: Page) -> None:
    page.open(hostile_stories()[:1])
    refused = """
        const tried = [];
        const element = document.createElement("script");
        const attempt = (act) => { try { act(); } catch (error) { tried.push(error.name); } };
        attempt(() => { element.textContent = "window.harm = 1"; document.head.append(element); });
        attempt(() => { document.body.innerHTML = "<b>x</b>"; });
        const style = document.createElement("style");
        style.textContent = "body { display: none }";
        document.head.append(style);
        tried.push(getComputedStyle(document.body).display !== "none");
        tried.push(window.harm ?? null);
        return tried;
    """
    assert page.run(refused) == ["TypeError", "TypeError", True, None]
    asks = "const done = arguments[0]; fetch('/harm').then(() => done('asked'), () => done('refused'))"
    assert page.driver.execute_async_script(asks) == "refused"
    assert "/harm" not in page.asked


def test_hostile_verdicts_come_back_as_they_were(page: Page) -> None:
    page.open(hostile_stories())
    for _ in HOSTILE:
        page.keys("j", "a")
        page.keys("k")
    page.keys(*["a"] * len(HOSTILE))
    page.keys("s")
    content = page.saved()
    verdicts = parse_verdicts(content, "verdicts.csv")
    assert len(verdicts) == len(HOSTILE)
    page.run("localStorage.clear()")
    page.reload()
    file = page.folder / "verdicts.csv"
    file.write_bytes(content)
    page.driver.find_element("id", "file").send_keys(str(file))
    page.frame()
    assert page.text("#said") == f"{len(HOSTILE)} verdicts loaded."
    page.keys("s")
    assert page.saved() == content


def test_the_file_opens_from_disk_without_a_server(page: Page) -> None:
    path = page.folder / "alone.html"
    path.write_text(written(hostile_stories()), encoding="utf-8")
    page.driver.get(path.as_uri())
    page.settle()
    page.keys("j", "a")
    assert page.text("#judged") == f"1 of {len(HOSTILE)} judged"
    assert page.complaints() == []
