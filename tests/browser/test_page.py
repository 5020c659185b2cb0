"""What a reader does on the page, done in Chromium."""

from __future__ import annotations

import datetime
import json
import random
import re
from dataclasses import replace

import pytest

from mtqa.verdicts import parse_verdicts

from .conftest import Page, story, written

TALKS = "The President Condoleezza Tillerson go to moscow Today."
#: Two stories with five findings, one without.
STORIES = [
    story(
        "good", "All is well here.", title="All is well", verdict="pass", score=100.0, date=datetime.date(2020, 5, 1)
    ),
    story(
        "talks",
        "Talks in moscow",
        TALKS,
        title="Talks in moscow",
        source="Переговоры",
        verdict="fail",
        score=20.0,
        date=datetime.date(2020, 5, 3),
        found=(("casing/stray", 0, 9, 15), ("names/chimera", 1, 14, 35), ("casing/stray", 1, 42, 48)),
        suggestions=("Moscow",),
    ),
    story("dogs", "The dogs barks 🐕🐕 loudly.", found=(("grammar/agreement", 0, 4, 14), ("house/note", 0, 15, 17))),
]

PAIR = (("One story.", 1.0), ("Two stories.", 2.0))
MARKS = ".mark[role=button]"


def test_it_opens_on_the_overview(page: Page) -> None:
    page.open(STORIES)
    assert page.text(".outcome") == "FAIL 5 findings in 3 documents: 1 failed, 1 with a warning, 1 passed"
    assert {"Verdicts", "Scores", "Findings by family", "Findings by rule"} <= set(page.texts(".panel h2"))
    assert page.texts(".families tbody th") == ["casing", "grammar", "house", "names"]
    assert page.texts(".story-row .title") == ["Talks in moscow", "dogs.txt", "All is well"]
    assert page.complaints() == []


def test_plots_say_what_they_show(page: Page) -> None:
    page.open(STORIES)
    labels = page.run(
        "return [...document.querySelectorAll('svg[role=img]')].map((one) => one.getAttribute('aria-label'))"
    )
    assert labels == [
        "Distribution of the scores of 3 stories; their mean is 66.7.",
        "Stories by day, from 2020-05-01 to 2020-05-03, each with its verdict.",
    ]
    assert page.run("return document.querySelector('.verdicts .bar').childElementCount") == 3


@pytest.mark.parametrize(
    ("dates", "name", "titles"),
    [
        (["2024-02-28", "2024-03-01"], "day", ["2024-02-28: 1 warn", "2024-02-29: none", "2024-03-01: 1 warn"]),
        (["2024-01-07", "2024-01-08", "2024-06-01"], "week", ["from 2024-01-01: 1 warn", "from 2024-01-08: 1 warn"]),
        (["2023-12-31", "2024-01-31", "2026-01-01"], "month", ["from 2023-12-01: 1 warn", "from 2024-01-01: 1 warn"]),
        (["1999-12-31", "2012-01-01"], "quarter", ["from 1999-10-01: 1 warn", "from 2000-01-01: none"]),
        (["0999-12-31", "2024-01-01"], "century", ["from 0900-01-01: 1 warn", "from 1000-01-01: none"]),
    ],
)
def test_time_goes_by_the_calendar(page: Page, dates: list[str], name: str, titles: list[str]) -> None:
    page.open([story(date, "Text.", date=datetime.date.fromisoformat(date)) for date in dates])
    assert page.text("#of-time") == f"Over time, by {name}"
    shown = [title.partition(";")[0] for title in page.texts(".time svg title")]
    assert shown[: len(titles)] == titles


def test_steps_go_through_all_findings(page: Page) -> None:
    page.open(STORIES)
    seen = []
    for _ in range(5):
        page.keys("j")
        seen.append((page.text(".quoted"), page.text(".where"), page.text(".mark.chosen")))
    assert seen == [
        ("moscow", "1 of 5", "moscow"),
        ("Condoleezza Tillerson", "2 of 5", "Condoleezza Tillerson"),
        ("moscow", "3 of 5", "moscow"),
        ("dogs barks", "4 of 5", "dogs barks"),
        ("🐕🐕", "5 of 5", "🐕🐕"),
    ]
    page.keys("j")
    assert page.text("#said") == "This was the last finding."
    page.keys("k", "k")
    assert page.text(".where") == "3 of 5"
    page.keys("J")
    assert page.text(".quoted") == "dogs barks"
    page.keys("o")
    assert page.run("return document.body.dataset.view") == "overview"


def test_source_stands_beside_each_paragraph(page: Page) -> None:
    page.open(STORIES)
    page.keys("j")
    assert page.texts(".segment .source p") == ["Переговоры", "Переговоры"]
    assert page.run("return document.querySelector('.source p').lang") == "ru"
    boxes = "return ['.target', '.source'].map((one) => document.querySelectorAll(one)[1].getBoundingClientRect())"
    target, source = page.run(boxes)
    assert target["top"] == pytest.approx(source["top"], abs=12)
    assert target["right"] <= source["left"]


def test_the_rule_says_why(page: Page) -> None:
    page.open(STORIES)
    page.keys("j", "j")
    assert page.texts(".why .page") == []
    page.click(".why summary")
    assert page.text(".why .page") == "A person of two people.Why it happens: …"
    assert page.texts(".suggestions li") == ["Moscow"]


def test_filters_leave_what_they_name(page: Page) -> None:
    page.open(STORIES)
    page.choose("family", "casing")
    assert page.text("#found") == "1 of 3 stories, 2 findings"
    assert page.texts(".story-row .title") == ["Talks in moscow"]
    page.keys("j", "j")
    assert page.text(".where") == "2 of 2"
    assert page.run("return document.querySelectorAll('.mark.s-aside').length") == 1
    page.choose("family", "")
    page.choose("severity", "major")
    assert page.texts(".story-row .title") == ["dogs.txt"]
    page.click("#reset")
    page.choose("verdict", "pass")
    assert page.texts(".story-row .title") == ["All is well"]
    page.click("#reset")
    page.choose("rule", "names/chimera")
    assert page.text("#found") == "1 of 3 stories, 1 finding"
    page.click("#reset")
    page.choose("value", '["source language","ru"]')
    assert page.texts(".story-row .title") == ["Talks in moscow"]


def test_a_bar_filters_and_lets_go_again(page: Page) -> None:
    page.open(STORIES)
    page.click(".families tbody tr:nth-child(2) button")
    assert page.text("#found") == "1 of 3 stories, 1 finding"
    assert page.run("return document.getElementById('filter-family').value") == "grammar"
    page.click(".families tbody tr button")
    assert page.text("#found") == "3 stories, 5 findings"


def test_search_looks_into_texts_sources_and_messages(page: Page) -> None:
    page.open(STORIES)
    for words, titles in (
        ("TILLERSON", ["Talks in moscow"]),
        ("перегов", ["Talks in moscow"]),
        ("grammar/agr", ["dogs.txt"]),
        ("nowhere", []),
    ):
        page.keys("/")
        page.run("document.activeElement.value = ''")
        page.keys(*words)
        page.until("return document.getElementById('found').textContent !== '3 stories, 5 findings'")
        page.driver.execute_async_script("setTimeout(arguments[0], 150)")
        assert page.texts(".story-row .title") == titles
        page.keys("\ue00c")  # escape: out of the field
    page.keys("j")
    assert page.text("#said") == "No finding is left by the filter."


def test_an_address_opens_where_it_was_sent_from(page: Page) -> None:
    page.open(STORIES)
    page.keys("j", "j", "j", "j")
    fragment = page.run("return location.hash")
    assert fragment == "#finding=dogs;0;4-14;grammar%2Fagreement"
    page.open(STORIES, fragment)
    assert page.text(".quoted") == "dogs barks"
    assert page.text(".mark.chosen") == "dogs barks"
    page.open(STORIES, "#story=talks")
    assert page.text("h1") == "Talks in moscow"
    page.open(STORIES, "#finding=dogs;0;4-9;grammar%2Fagreement")
    assert page.text("#said") == "This finding is not in the report any more."
    page.open(STORIES, "#finding=%ff;<script>")
    assert page.run("return document.body.dataset.view") == "overview"


def test_words_that_are_sought_are_lit_up(page: Page) -> None:
    page.open(STORIES, "#story=talks")
    page.keys("/", *"moscow")
    page.until("return document.getElementById('found').textContent.startsWith('1 of')")
    page.frame()
    lit = "return [...(CSS.highlights.get('sought') || [])].map((range) => range.toString())"
    assert page.run(lit) == ["moscow", "moscow"]
    page.click("#reset")
    assert page.run(lit) == []


def test_stories_of_one_id_are_told_apart(page: Page) -> None:
    twins = [replace(story("guid", text, found=(("casing/stray", 0, 0, 4),)), score=score) for text, score in PAIR]
    twins[1] = replace(twins[1], document=replace(twins[1].document, path="b; é.xml"))
    page.open(twins)
    page.keys("j", "j", "x")
    assert page.text(".target") == "Two stories."
    fragment = page.run("return location.hash")
    page.open(twins, fragment)
    assert page.text(".target") == "Two stories."
    assert page.texts(".judge[aria-pressed=true]") == ["Dismissx"]
    page.keys("k")
    assert page.texts(".judge[aria-pressed=true]") == []


def test_a_verdict_outlives_the_page(page: Page) -> None:
    page.open(STORIES)
    page.keys("j", "x", "a")  # a verdict goes on to the next finding
    assert page.text(".where") == "3 of 5"
    assert page.text("#judged") == "2 of 5 judged"
    page.reload()
    assert page.text("#judged") == "2 of 5 judged"
    page.choose("judged", "dismiss")
    assert page.text("#found") == "1 of 3 stories, 1 finding"
    page.choose("judged", "accept")
    page.keys("k")
    assert page.text(".quoted") == "Condoleezza Tillerson"
    assert page.texts(".judge[aria-pressed=true]") == ["Accepta"]


def test_another_report_has_its_own_verdicts(page: Page) -> None:
    page.open(STORIES)
    page.keys("j", "x")
    page.open(STORIES[1:])
    assert page.text("#judged") == "0 of 5 judged"


def test_u_takes_verdicts_back_one_by_one(page: Page) -> None:
    page.open(STORIES)
    page.keys("j", "x", "a", "u")
    assert page.text("#judged") == "1 of 5 judged"
    assert page.text(".quoted") == "Condoleezza Tillerson"
    page.keys("u", "u")
    assert page.text("#judged") == "0 of 5 judged"
    assert page.text("#said") == "Nothing to take back."
    page.reload()
    assert page.text("#judged") == "0 of 5 judged"


def test_the_verdict_file_is_one_that_mtqa_reads_and_carries_all_elsewhere(page: Page) -> None:
    page.open(STORIES)
    page.click("#by")
    page.keys(*"Ann", "\ue00c")
    page.keys("j", "x", "j", "j", "a")
    page.keys("k", "c", *"=SUM(A1), “wrong”", "\ue007")
    page.keys("s")
    content = page.saved()
    verdicts = parse_verdicts(content, "verdicts.csv")
    told = [(one.document, one.segment, one.start, one.end, one.rule, one.verdict, one.by) for one in verdicts]
    assert told == [
        ("dogs", 0, 4, 14, "grammar/agreement", "accept", "Ann"),
        ("talks", 0, 9, 15, "casing/stray", "dismiss", "Ann"),
    ]
    assert (verdicts[0].comment, verdicts[0].text) == ("=SUM(A1), “wrong”", "dogs barks")
    assert verdicts[0].at is not None
    assert b"'=SUM" in content
    page.run("localStorage.clear()")
    page.reload()
    assert page.text("#judged") == "0 of 5 judged"
    file = page.folder / "verdicts.csv"
    file.write_bytes(content)
    page.driver.find_element("id", "file").send_keys(str(file))
    page.frame()
    assert page.text("#said") == "2 verdicts loaded."
    assert page.text("#judged") == "2 of 5 judged"
    page.keys("s")
    assert page.saved() == content


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("a,b\n1,2\n", "This is no verdict file: there is no column document"),
        (
            "document,segment,start,end,rule,category,severity,text,verdict\ndogs,0,4,x,r,c,minor,t,accept\n",
            "end is no",
        ),
        ("document,segment,start,end,rule,category,severity,text,verdict\ndogs,0,4,5,r,c,minor,t,perhaps\n", "none of"),
    ],
)
def test_a_file_that_is_none_is_refused_in_words(page: Page, content: str, said: str) -> None:
    page.open(STORIES)
    file = page.folder / "verdicts.csv"
    file.write_text(content, encoding="utf-8")
    page.driver.find_element("id", "file").send_keys(str(file))
    page.frame()
    assert said in page.text("#said")
    assert page.text("#judged") == "0 of 5 judged"


def test_words_that_no_rule_found_are_marked(page: Page) -> None:
    page.open(STORIES, "#story=dogs")
    select = """
        const text = [...document.querySelectorAll(".target span")].pop().firstChild;
        const at = text.data.indexOf("loudly");
        getSelection().setBaseAndExtent(text, at - 1, text, at + 6);
    """
    page.run(select)
    page.keys("m")
    assert page.text("#own-text") == "loudly"
    page.run("document.getElementById('own-category').value = 'accuracy/addition'")
    page.run("document.getElementById('own-comment').value = 'not in the source'")
    page.click("#own-form button")
    assert page.texts(".mark.s-own") == ["loudly"]
    page.reload()
    assert page.texts(".mark.s-own") == ["loudly"]
    page.keys("s")
    (mark,) = parse_verdicts(page.saved(), "verdicts.csv")
    assert (mark.verdict, mark.rule, mark.category, mark.severity) == ("missed", "", "accuracy/addition", "major")
    assert "The dogs barks 🐕🐕 loudly."[mark.start : mark.end] == mark.text == "loudly"
    page.click(".mark.s-own")
    page.click(".judging .judge")
    assert page.texts(".mark.s-own") == []


def test_where_storage_is_full_it_says_so_and_works(page: Page) -> None:
    page.open(STORIES)
    page.run("Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError'); }")
    page.keys("j", "x")
    assert page.text("#judged") == "1 of 5 judged"
    page.keys("s")
    assert len(parse_verdicts(page.saved(), "verdicts.csv")) == 1


def test_a_verdict_in_one_window_is_seen_in_another(page: Page) -> None:
    page.open(STORIES)
    first = page.driver.current_window_handle
    page.driver.switch_to.new_window("tab")
    second = page.driver.current_window_handle
    try:
        page.driver.get(f"{page.origin}/page.html")
        page.settle()
        page.keys("j", "x", "a")
        page.driver.switch_to.window(first)
        page.until("return document.getElementById('judged').textContent === '2 of 5 judged'")
        page.driver.switch_to.window(second)
        page.keys("u")
        page.driver.switch_to.window(first)
        page.until("return document.getElementById('judged').textContent === '1 of 5 judged'")
    finally:
        page.driver.switch_to.window(second)
        page.driver.close()
        page.driver.switch_to.window(first)


def test_kept_columns_group_and_filter(page: Page) -> None:
    engines = ("A", "A", "=B\x1f<b>")
    page.open([story(f"s{n}", "Some moscow.", fields=(("engine", name),)) for n, name in enumerate(engines)])
    assert "Stories by engine" in page.texts(".panel h2")
    assert page.texts(".column-0 tbody th") == ["A", "=BU+001F<b>"]
    page.click(".column-0 tbody tr:nth-child(2) button")
    assert page.texts(".story-row .title") == ["s2.txt"]
    page.click("#reset")
    page.choose("value", '["engine","A"]')
    assert page.texts(".story-row .title") == ["s0.txt", "s1.txt"]


def test_without_storage_it_says_so_and_works(page: Page) -> None:
    script = "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError'); }})"
    made = page.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": script})
    try:
        page.open(STORIES)
        assert "keeps no verdicts" in page.text("#said")
        page.keys("j", "x")
        assert page.text("#judged") == "1 of 5 judged"
        page.keys("s")
        assert len(parse_verdicts(page.saved(), "verdicts.csv")) == 1
    finally:
        page.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", made)


def test_nested_and_overlapping_spans_are_all_marked(page: Page) -> None:
    text = "one two three four five"
    spans = (
        ("names/chimera", 0, 0, 13),
        ("casing/stray", 0, 4, 7),
        ("grammar/agreement", 0, 8, 18),
        ("house/note", 0, 18, 18),
    )
    page.open([story("x", text, found=spans)], "#story=x")
    parts = page.run(
        "return [...document.querySelectorAll('.target > *')]"
        ".map((one) => [one.textContent, one.className.match(/s-\\w+/)?.[0]])"
    )
    assert parts == [
        ["one ", "s-critical"],
        ["two", "s-critical"],
        [" ", "s-critical"],
        ["three", "s-critical"],
        [" four", "s-major"],
        ["‸", "s-neutral"],
        [" five", None],
    ]
    lines = (
        "return [...document.querySelectorAll('.mark')]"
        ".map((one) => [0, 1].map((lane) => one.style.getPropertyValue(`--line-${lane}`)))"
    )
    assert page.run(lines) == [
        ["var(--drawn-critical)", ""],
        ["var(--drawn-critical)", "var(--drawn-minor)"],
        ["var(--drawn-critical)", ""],
        ["var(--drawn-critical)", "var(--drawn-major)"],
        ["", "var(--drawn-major)"],
        ["var(--drawn-neutral)", ""],
    ]
    page.click(".mark:nth-child(2)")
    assert page.text(".quoted") == "two"
    page.click(".mark:nth-child(2)")
    assert page.text(".quoted") == "one two three"


def test_print_shows_what_is_said_of_each_paragraph(page: Page) -> None:
    page.open(STORIES, "#story=talks")
    page.run("dispatchEvent(new Event('beforeprint'))")
    assert page.texts(".printed li")[0] == "minor: “moscow”: Something is wrong. Suggestion: “Moscow”. [casing/stray]"
    assert len(page.texts(".printed li")) == 3
    page.run("dispatchEvent(new Event('afterprint'))")
    assert page.texts(".printed li") == []
    assert len(page.texts(MARKS)) == 3


def test_help_and_night(page: Page) -> None:
    page.open(STORIES)
    page.keys("?")
    assert page.run("return document.getElementById('help').open")
    page.keys("\ue00c")
    assert not page.run("return document.getElementById('help').open")
    before = page.run("return getComputedStyle(document.body).backgroundColor")
    page.click("#theme")
    after = page.run("return getComputedStyle(document.body).backgroundColor")
    assert before != after
    page.reload()
    assert page.run("return getComputedStyle(document.body).backgroundColor") == after


def test_many_stories_are_few_elements(page: Page) -> None:
    text = "Some words of a story that go on for a while. " * 5
    found = tuple(("casing/stray", 0, at, at + 4) for at in range(0, 200, 20))
    page.open([story(f"story-{number:04}", text, found=found) for number in range(1500)])
    assert page.text("#found") == "1\u202f500 stories, 15\u202f000 findings"
    assert page.count(".story-row") < 40
    page.run("document.getElementById('stories').scrollTop = 58 * 1000")
    page.frame()
    assert "story-1000.txt" in page.texts(".story-row .title")
    assert page.count(".story-row") < 40
    page.open(
        [story("long", *[f"Paragraph {n} moscow." for n in range(2000)], found=(("casing/stray", 1500, 0, 9),))],
        "#story=long",
    )
    assert page.count(".segment") < 200
    page.keys("j")
    assert page.text(".mark.chosen") == "Paragraph"
    assert page.count(".segment") < 400


def test_spans_are_where_python_has_them(page: Page) -> None:
    """Texts by chance, of signs that count as one or two in the browser, are parted as slices of Python are."""
    pick = random.Random(0)
    signs = "ab \n😀é\u0301中\u202e\x00\u200d𐐷"
    stories = []
    for number in range(60):
        text = "".join(pick.choices(signs, k=pick.randrange(1, 30)))
        ends = [sorted(pick.choices(range(len(text) + 1), k=2)) for _ in range(pick.randrange(6))]
        stories.append(story(f"s{number}", text, found=tuple(("casing/stray", 0, *one) for one in ends)))
    page.open(stories)
    parted = """
        const {documents} = arguments[0];
        return documents.map(({segments: [{target}], findings}) => {
            const index = Mtqa.indices(target);
            const parts = Mtqa.parts(Mtqa.codePoints(target), findings);
            const text = (list) => list.map((part) => target.slice(index(part.start), index(part.end))).join("");
            return [text(parts), findings.map((one) => text(parts.filter((part) => part.spans.includes(one))))];
        });
    """
    block = re.search(r'id="data">(.*?)</script>', written(stories), re.DOTALL)
    values = json.loads(block[1])
    for document, (whole, spans) in zip(values["documents"], page.run(parted, values), strict=True):
        target = document["segments"][0]["target"]
        assert whole == target
        assert spans == [target[one["start"] : one["end"]] for one in document["findings"]]
