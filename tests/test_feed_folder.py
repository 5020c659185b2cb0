"""A folder of 300 feeds as publishers write them, two of them broken: every verdict right, and two lines of errors."""

from __future__ import annotations

import json
from html import escape
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.cli import app

TOWNS = ("Ghent", "Porto", "Turku", "Graz", "Lublin", "Malmo", "Split", "Leeds", "Cork", "Nantes")
STORIES = (
    ("Council approves new bus route in {}", "The council of {} approved the new bus route on Tuesday."),
    ("Museum reopens in {} after repairs", "The museum of {} reopened on Friday after two years of repairs."),
    ("Storm closes bridge near {}", "The bridge near {} was closed on Sunday because of the storm."),
)
BAD = "The mayor of {} spoke in a {}. Japan protests against Russia's arms sales to Russia."

RSS = (
    '<?xml version="1.0" encoding="{codec}"?>\n<rss version="2.0" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:atom="http://www.w3.org/2005/Atom">\n<channel><title>Wire</title><link>https://example.org/</link>\n'
    '<atom:link rel="self" href="https://example.org/feed"/><language>en-gb</language>\n{items}</channel></rss>\n'
)
RSS_ITEM = (
    "<item><title>{title}</title><link>https://example.org/{n}</link><guid>{n}</guid>"
    "<pubDate>Tue, 05 Jun 2018 09:30:00 +0000</pubDate><description>{text}</description>"
    "<content:encoded><![CDATA[<p>{text}</p><p>Work will begin in March.</p>]]></content:encoded></item>\n"
)
ATOM = (
    '<?xml version="1.0" encoding="{codec}"?>\n<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">\n'
    "<title>Wire</title><id>urn:wire</id><updated>2018-06-05T09:30:00Z</updated>\n{items}</feed>\n"
)
ATOM_ITEM = (
    "<entry><title>{title}</title><id>urn:{n}</id><updated>2018-06-05T09:30:00Z</updated>"
    '<content type="html">&lt;p&gt;{text}&lt;/p&gt;&lt;p&gt;Work will begin in March.&lt;/p&gt;</content></entry>\n'
)
RDF = (
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><channel><title>Wire</title><dc:language>en</dc:language></channel>\n'
    "{items}</rdf:RDF>\n"
)
RDF_ITEM = (
    '<item rdf:about="https://example.org/{n}"><title>{title}</title><dc:date>2018-06-05</dc:date>'
    "<description>{text}</description></item>\n"
)
#: Forms of the folder in turn: a feed, its item, its encoding.
FORMS = (
    (RSS, RSS_ITEM, "utf-8"),
    (ATOM, ATOM_ITEM, "utf-8"),
    (RDF, RDF_ITEM, "utf-8"),
    (RSS, RSS_ITEM, "windows-1252"),
    (ATOM, ATOM_ITEM, "utf-16"),
)
TRUNCATED, DECLARES = 40, 202


def content(number: int) -> bytes:
    town, plan = TOWNS[number % len(TOWNS)], "café"
    stories = [(title.format(town), text.format(town)) for title, text in STORIES[: 1 + number % 3]]
    if number % 50 == 7:
        stories[0] = (stories[0][0], BAD.format(town, plan))
    if number % 6 == 5:
        entries = [
            {"id": f"{number}-{i}", "title": a, "content_html": f"<p>{b}</p>"} for i, (a, b) in enumerate(stories)
        ]
        return json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "Wire", "items": entries}).encode()
    feed, item, codec = FORMS[number % len(FORMS)]
    made = feed.format(
        codec=codec,
        items="".join(
            item.format(n=f"{number}-{i}", title=escape(title), text=escape(text))
            for i, (title, text) in enumerate(stories)
        ),
    )
    if number == TRUNCATED:
        made = made[: made.rindex("<")]
    if number == DECLARES:
        made = made.replace("<rdf:RDF", "<!DOCTYPE rdf:RDF [<!ENTITY x 'y'>]>\n<rdf:RDF", 1)
    return made.encode(codec)


def test_300_feeds_of_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("feeds").mkdir()
    for number in range(300):
        Path(f"feeds/{number:03}.{'json' if number % 6 == 5 else 'xml'}").write_bytes(content(number))
    done = CliRunner().invoke(app, ["check", "feeds", "--format", "jsonl", "--output", "out.jsonl"])
    assert done.exit_code == 2
    errors = [line for line in done.output.splitlines() if "error: feeds" in line]
    assert len(errors) == 2
    assert errors[0].startswith(f"mtqa: error: feeds/{TRUNCATED:03}")
    assert "it breaks off here" in errors[0]
    assert errors[1].startswith(f"mtqa: error: feeds/{DECLARES:03}.xml:")
    assert "declares the entity 'x'" in errors[1]
    reports = [json.loads(line) for line in Path("out.jsonl").read_text(encoding="utf-8").splitlines()]
    wanted = sum(1 + number % 3 for number in range(300) if number != DECLARES)
    assert len(reports) == wanted
    failed = {int(report["path"][6:9]) for report in reports if report["verdict"] == "fail"}
    assert failed == {number for number in range(300) if number % 50 == 7 and number != DECLARES}
    assert {finding["rule"] for report in reports for finding in report["findings"]} == {"roles/same-party"}
