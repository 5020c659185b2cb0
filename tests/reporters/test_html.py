"""The page as a file: what tests/browser does not need a browser for."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from html.parser import HTMLParser
from pathlib import Path

import pytest

from mtqa import verdicts
from mtqa.reporters import html, page

FOLDER = Path(page.__file__).parent
SCRIPTS = sorted(path.name for path in FOLDER.glob("*.js"))


class Read(HTMLParser):
    """The elements of a page, as a browser has them."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self._open = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self._open = tag

    def handle_data(self, data: str) -> None:
        self.texts.append((self._open, data))

    def text(self, tag: str) -> list[str]:
        return [data for name, data in self.texts if name == tag and data.strip()]

    @property
    def data(self) -> dict:
        return json.loads(self.text("script")[0])


def policy(read: Read) -> dict[str, list[str]]:
    (content,) = (
        attrs["content"] or ""
        for tag, attrs in read.elements
        if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy"
    )
    return {name: values for name, *values in (part.split() for part in content.split(";"))}


def sha(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def test_the_policy_allows_this_script_and_this_style_and_nothing_else(render, run, rules):
    read = Read(render("html", run, rules))
    _, script = read.text("script")
    (style,) = read.text("style")
    assert policy(read) == {
        "default-src": ["'none'"],
        "script-src": [sha(script)],
        "style-src": [sha(style)],
        "connect-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'none'"],
        "require-trusted-types-for": ["'script'"],
        "trusted-types": ["'none'"],
    }


def test_nothing_is_fetched_from_anywhere(render, run, rules):
    text = render("html", run, rules)
    read = Read(text)
    assert {tag for tag, _ in read.elements} <= set(
        "html head meta title style body header button p b div progress span input nav form select option output main "
        "article aside dialog h2 dl dt dd kbd label noscript script".split()
    )
    for tag, attributes in read.elements:
        assert not {"src", "href", "style", "action"} & set(attributes), tag
        assert not any(name.startswith("on") for name in attributes), tag
    ours = text.replace(read.text("script")[0], "")
    assert set(re.findall(r"https?://[^\s\"'`)]*", ours)) == {"http://www.w3.org/2000/svg"}  # a name, no address
    assert "@import" not in ours
    assert "url(" not in ours


@pytest.mark.parametrize("name", SCRIPTS)
def test_no_script_makes_markup_out_of_text(name):
    text = (FOLDER / name).read_text("utf-8")
    for word in ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "Function("):
        assert word not in text
    assert not re.search(r"</script|<!--", text, re.IGNORECASE)


def test_every_script_is_part_of_the_page():
    assert sorted(page.SCRIPTS) == SCRIPTS


def test_the_script_writes_the_files_that_python_reads():
    text = (FOLDER / "verdicts.js").read_text("utf-8")
    columns = re.search(r"M\.COLUMNS = \[(.*?)\n  \]", text, re.DOTALL)
    assert tuple(re.findall(r'"(\w+)"', columns[1])) == verdicts.COLUMNS
    longest = re.search(r"LONGEST = \{(.*?)\}", text)
    assert {name: int(most) for name, most in re.findall(r"(\w+): (\d+)", longest[1])} == dict(verdicts.LONGEST)
    assert tuple(re.findall(r'"(\w+)"', re.search(r"M\.KINDS = (.*);", text)[1])) == verdicts.DECISIONS


def test_the_data_is_the_report(render, run, rules):
    data = Read(render("html", run, rules)).data
    assert [(one["id"], one["verdict"], len(one["findings"])) for one in data["documents"]] == [
        ("stories/talks, 1.txt", "fail", 9),
        ("-", "pass", 0),
        ("urn:x:1", "pass", 2),
    ][:1] + sorted([("urn:x:1", "pass", 2), ("-", "pass", 0)], reverse=True)
    first = data["documents"][0]["findings"][3]
    assert (first["rule"], first["text"], first["suggestions"]) == (
        "names/chimera",
        "Condoleezza Tillerson",
        ["Rex Tillerson", "Condoleezza Rice"],
    )
    assert [rule["id"] for rule in data["run"]["rules"]] == ["names/chimera", "casing/stray", "structure/residue"]
    notes = "\n".join(data["run"]["notes"])
    assert "Not read: bad: feed.xml:7:2" in notes
    assert "Internal error: rule house/broken crashed" in notes
    assert "Suppressed, and not counted: 2 findings." in notes


def test_the_key_of_verdicts_belongs_to_the_report(render, one_finding):
    keys = [Read(render("html", [one_finding(text)])).data["run"]["key"] for text in ("one", "two", "one")]
    assert keys[0] == keys[2] != keys[1]


def test_a_text_ends_no_element(render, one_finding):
    hostile = "</script><script>alert(1)</script><!--<script>\u2028]]>"
    read = Read(render("html", [one_finding(hostile, message=hostile, id=hostile)]))
    assert [attrs.get("type") for tag, attrs in read.elements if tag == "script"] == ["application/json", None]
    (document,) = read.data["documents"]
    assert document["segments"][0]["target"] == document["findings"][0]["message"] == hostile


def test_long_texts_are_cut_and_say_so(render, one_finding):
    (document,) = Read(render("html", [one_finding("x" * 50_000, message="y" * 5_000)])).data["documents"]
    (segment,) = document["segments"]
    assert (len(segment["target"]), segment["cut"]) == (page.TEXT, 30_000)
    (finding,) = document["findings"]
    assert (len(finding["text"]), len(finding["message"]), finding["end"]) == (page.SAID, page.SAID, 50_000)


def test_of_many_findings_the_gravest_stay(render, one_finding, monkeypatch):
    from dataclasses import replace

    monkeypatch.setattr(page, "FINDINGS", 3)
    report = one_finding("abcdefgh")
    (grave,) = report.findings
    light = [replace(grave, severity="minor", start=n, end=n + 1) for n in range(5)]
    (document,) = Read(render("html", [replace(report, findings=(*light, grave))])).data["documents"]
    assert sorted(one["severity"] for one in document["findings"]) == ["critical", "minor", "minor"]
    assert document["more"] == 3


def test_a_large_report_keeps_the_texts_that_most_need_eyes(render, one_finding, monkeypatch):
    from dataclasses import replace

    reports = [replace(one_finding("x" * 1_000, id=f"{n}.txt"), score=float(n % 10)) for n in range(40)]
    monkeypatch.setattr(html, "BYTES", 20_000)
    data = Read(render("html", reports)).data
    full = [one["score"] for one in data["documents"] if "segments" in one]
    bare = [one["score"] for one in data["documents"] if "segments" not in one]
    assert full
    assert bare
    assert max(full) <= min(bare)
    assert sorted(full + bare) == full + bare
    assert any(note.startswith(f"{len(bare)} documents listed without text") for note in data["run"]["notes"])
    monkeypatch.setattr(html, "DOCUMENTS", 5)
    data = Read(render("html", reports)).data
    assert [one["score"] for one in data["documents"]] == [0.0, 0.0, 0.0, 0.0, 1.0]
    assert data["run"]["documents"] == 40
    assert "5 of 40 documents listed, those that most need eyes." in data["run"]["notes"]


def test_lone_halves_of_characters_are_as_many_characters(render, one_finding):
    (document,) = Read(render("html", [one_finding("a\ud83d\ude00b", id="\ud800.txt")])).data["documents"]
    assert document["segments"][0]["target"] == "a\ufffd\ufffdb"
    assert document["id"] == "\ufffd.txt"


def test_who_does_not_ask_for_the_page_does_not_wait_for_its_templates():
    code = "import sys, mtqa.cli, mtqa.reporters.html, mtqa.reporters.page; sys.exit('jinja2' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def luminance(colour: str) -> float:
    """Of `#rrggbb`, as WCAG 2 has it."""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("theme", [0, 1], ids=["day", "night"])
def test_every_colour_of_text_can_be_read_on_every_ground(theme):
    style = (FOLDER / "style.css").read_text("utf-8")
    colours = {
        name: (day, night)[theme]
        for name, day, night in re.findall(r"--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)", style)
    }
    texts = "ink soft focus critical major minor neutral own warn pass unchecked".split()
    for ground in ("paper", "sheet", "raised"):
        for name in texts:
            dark, light = sorted((luminance(colours[name]), luminance(colours[ground])))
            assert (light + 0.05) / (dark + 0.05) >= 4.5, f"{name} on {ground}"
