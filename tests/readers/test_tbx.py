"""TBX as an input: term beside term, each concept a unit."""

# ruff: noqa: E501 (files stand as they are)

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.config import Config
from mtqa.document import Document, Problem
from mtqa.engine import Engine
from mtqa.readers import ReadOptions, read_paths

OLD = """<?xml version='1.0'?>
<!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
<martif type="TBX-Basic" xml:lang="en-US"><martifHeader><fileDesc><sourceDesc><p>By hand.</p></sourceDesc></fileDesc></martifHeader>
<text><body>
<termEntry id="c1"><descrip type="subjectField">finance</descrip>
<langSet xml:lang="de"><tig><term>Zentralbank</term></tig><tig><term>Notenbank</term></tig></langSet>
<langSet xml:lang="en-US"><ntig><termGrp><term>central <hi>bank</hi></term></termGrp></ntig></langSet></termEntry>
<termEntry id="c2"><note>of {name}</note><langSet xml:lang="de"><tig><term>Konto von {name}</term></tig></langSet>
<langSet xml:lang="en-US"><tig><term>account of {nombre}</term></tig></langSet></termEntry>
<termEntry id="c3"><langSet xml:lang="de"><tig><term>allein</term></tig></langSet></termEntry>
</body></text></martif>
"""
NEW = """<tbx type="TBX-Core" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>
<conceptEntry id="7"><langSec xml:lang="fr"><termSec><term>clé</term></termSec></langSec>
<langSec xml:lang="en"><termSec><term>key</term><termNote type="partOfSpeech">noun</termNote></termSec></langSec></conceptEntry>
</body></text></tbx>
"""


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def read(text: str, name: str = "a.tbx", **options: str) -> tuple[Document, list[str]]:
    Path(name).write_text(text, encoding="utf-8")
    items = list(read_paths([name], ReadOptions(**options)))  # type: ignore[arg-type]
    (document,) = (item for item in items if isinstance(item, Document))
    return document, [str(item) for item in items if isinstance(item, Problem)]


@pytest.mark.parametrize("name", ["a.tbx", "a.xml", "a"])
def test_concepts_are_units(name: str) -> None:
    document, said = read(OLD, name)
    assert [(one.source, one.target) for one in document.segments] == [
        ("Zentralbank", "central bank"),
        ("Konto von {name}", "account of {nombre}"),
    ]
    assert [one.unit.id for one in document.segments if one.unit] == ["c1", "c2"]
    assert document.segments[1].unit is not None
    assert document.segments[1].unit.note == "of {name}"
    assert (document.language, document.source_language) == ("en-US", "de")
    assert said == [f"{name}:10: a unit of one language: passed over"]


def test_the_edition_of_2019_and_the_language_asked_for() -> None:
    document, said = read(NEW)
    assert [(one.source, one.target) for one in document.segments] == [("clé", "key")]
    assert not said
    document, _ = read(NEW, language="fr", wanted="fr")
    assert [(one.source, one.target) for one in document.segments] == [("key", "clé")]


def test_a_placeholder_changed_in_a_term_is_found() -> None:
    document, _ = read(OLD)
    (finding,) = Engine(Config(select=("adequacy/placeholder-changed",))).check(document).findings
    assert (finding.text, finding.line) == ("{nombre}", 9)


def test_a_broken_one_gives_what_stands_before() -> None:
    document, said = read(OLD.partition('<termEntry id="c3">')[0])
    assert len(document.segments) == 2
    assert "a.tbx:10" in said[-1]


def test_a_folder_is_not_searched_for_it() -> None:
    Path("a.txt").write_text("One.\n")
    Path("a.tbx").write_text(NEW)
    documents = [item for item in read_paths(["."]) if isinstance(item, Document)]
    assert [document.path for document in documents] == ["./a.txt"]
