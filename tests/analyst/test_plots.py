"""`mtqa report --plots`: the same bytes each time, safe to open, and an offer to install what is missing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from mtqa import extras
from mtqa.tables.plots import FILES

from ..cli.conftest import Done, Project
from .conftest import needs

NAMES = ("A", "_hidden", "$x^2$", "<script>alert(1)</script>", "</svg>&amp;", "漢字", "x" * 300)


@pytest.fixture
def plotted(project: Project) -> Project:
    """A week of stories by engines with hostile names."""
    rows = [
        f'{number},"{name}",2024-01-{1 + number:02},He saw the the dog in the city.'
        for number in range(7)
        for name in NAMES
    ]
    project.write("in.csv", "\n".join(["id,engine,date,text", *rows]) + "\n")
    return project


def test_plots_are_the_same_bytes_again_and_with_jobs(plotted: Project) -> None:
    needs("matplotlib")
    made = []
    for folder, more in (("one", ()), ("two", ("--jobs", "2"))):
        # a user's own settings, of which nothing may show
        plotted.write("matplotlibrc", "font.size: 30\nsvg.fonttype: path\n")
        done = plotted.process("report", "in.csv", "--group-by", "engine", "--plots", folder, "-q", *more)
        assert done.err == ""
        made.append([(plotted.path / folder / name).read_bytes() for name in FILES])
    assert made[0] == made[1]
    assert all(b"dc:date" not in data for data in made[0])


def test_plots_are_pictures_and_nothing_more(mtqa: Callable[..., Done], plotted: Project) -> None:
    needs("matplotlib")
    from lxml import etree

    mtqa("report", "in.csv", "--group-by", "engine", "--plots", "p", "-q")
    for name in FILES:
        root = etree.parse(
            plotted.path / "p" / name, etree.XMLParser(resolve_entities=False, no_network=True)
        ).getroot()
        tags = {etree.QName(element).localname for element in root.iter(etree.Element)}
        assert "script" not in tags
        links = {value for element in root.iter() for key, value in element.attrib.items() if key.endswith("href")}
        assert all(link.startswith("#") for link in links)
        text = " ".join(root.itertext())
        assert "docs/estimate.md" in text
        assert "<script>alert(1)</script>" in text, "a name is text"
        assert "$x^2$" in text
        assert "_hidden" in text


def test_plots_by_file_without_dates(mtqa: Callable[..., Done], project: Project) -> None:
    needs("matplotlib")
    project.jsonl("in.jsonl", "All is well.")
    assert mtqa("report", "in.jsonl", "--plots", "p") == Done(0, "", "")
    assert "no document has a date" in project.read("p/by-day.svg")
    assert "in.jsonl" in project.read("p/by-group.svg")


def test_plots_of_nothing(mtqa: Callable[..., Done], project: Project) -> None:
    needs("matplotlib")
    project.jsonl("in.jsonl", "...")
    assert mtqa("report", "in.jsonl", "--plots", "p").status == 2
    assert (project.path / "p" / "families.svg").exists()


def test_a_missing_extra_is_said_before_the_work(
    mtqa: Callable[..., Done], project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(extras, "_installed", lambda _: False)
    project.jsonl("in.jsonl", "All is well. CRASH")
    said = "mtqa: error: --plots needs the extra mtqa[plots]: pip install 'mtqa[plots]'\n"
    assert mtqa("report", "in.jsonl", "--plots", "p") == Done(2, "", said)
    assert not (project.path / "p").exists()


def test_a_folder_that_cannot_be_made_is_one_line(mtqa: Callable[..., Done], project: Project) -> None:
    needs("matplotlib")
    project.jsonl("in.jsonl", "All is well.")
    project.write("p", "a file")
    done = mtqa("report", "in.jsonl", "--plots", "p")
    assert done.status == 2
    assert done.err.startswith("mtqa: error: --plots p: cannot make the folder: ")
