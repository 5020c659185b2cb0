"""A team's Monday: three hundred old feeds, a baseline, and in each of them one defect that was not there on Friday."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Done, Project

Run = Callable[..., Done]

FEEDS = 300


def feed(number: int, *, monday: bool) -> str:
    """An RSS feed with two old defects; on Monday with one more: in an old story, in a new one, or twice the same."""
    kind = number % 3 if monday else -1
    old = f"In town number {number} he saw the the dog. It was a long day for the people of the place."
    if kind == 0:
        old += " They had no garble left."
    if kind == 2:
        old += " Then they saw the the mayor."
    stories = [(f"old-{number}", old), (f"older-{number}", f"The bridge of town {number} is is open again.")]
    if kind == 1:
        stories.insert(0, (f"new-{number}", f"A new story of town {number} that was was not there before."))
    items = "".join(
        f"<item><guid>{guid}</guid><title>Story {guid}</title>\n<description>{text}</description></item>\n"
        for guid, text in stories
    )
    return f'<rss version="2.0"><channel><title>Feed {number}</title>\n{items}</channel></rss>\n'


def expected(number: int) -> tuple[str, str]:
    """The story and the text of the defect that is new in a feed."""
    return [(f"old-{number}", "garble"), (f"new-{number}", "was was"), (f"old-{number}", "the the")][number % 3]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_new_defects_and_nothing_else_are_said(project: Project, mtqa: Run, jobs: str) -> None:
    names = [f"feeds/{number:03}.xml" for number in range(FEEDS)]
    for number, name in enumerate(names):
        project.write(name, feed(number, monday=False))
    assert mtqa("baseline", "feeds", "--output", "accepted.json").status == 0
    friday = mtqa("check", "--baseline", "accepted.json", "feeds")
    assert (friday.status, friday.out.partition(":")[0]) == (0, "PASS")
    for number, name in enumerate(names):
        project.write(name, feed(number, monday=True))

    formats = ("github", "json=report.json", "html=page.html")
    options = [word for one in formats for word in ("--format", one)]
    run = mtqa("check", "--baseline", "accepted.json", "--max-new", "0", "--jobs", jobs, *options, "feeds")
    assert run.status == 1

    report = json.loads(project.read("report.json"))
    found = {
        document["path"]: (document["id"], one["text"])
        for document in report["documents"]
        for one in document["findings"]
    }
    assert found == {name: expected(number) for number, name in enumerate(names)}
    assert sum(len(document["findings"]) for document in report["documents"]) == FEEDS
    assert (report["outcome"], report["suppressed"]) == ("fail", 2 * FEEDS)

    annotations = [line for line in run.out.splitlines() if re.match("::(error|warning|notice) ", line)]
    for line in annotations:
        number = int(re.search(r"file=feeds/(\d{3})\.xml,", line)[1])  # type: ignore[index]
        assert f"“{expected(number)[1]}”" in line
    (more,) = re.findall(r"^mtqa: (\d+) annotations more than GitHub shows", run.out, re.MULTILINE)
    assert len(annotations) + int(more) == FEEDS

    data = re.search(r'<script type="application/json"[^>]*>(.*?)</script>', project.read("page.html"), re.DOTALL)
    assert data is not None
    shown = [
        (document["path"], (document["id"], one["text"]))
        for document in json.loads(data[1])["documents"]
        for one in document.get("findings", ())
    ]
    assert sorted(shown) == sorted(found.items())

    before = Path("accepted.json").read_bytes()
    assert mtqa("baseline", "feeds", "--output", "accepted.json").status == 0
    assert mtqa("check", "--baseline", "accepted.json", "feeds").status == 0
    assert Path("accepted.json").read_bytes() != before
