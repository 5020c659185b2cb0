"""A folder of translations beside a folder of their sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.document import Document, Problem
from mtqa.readers import ReadOptions, read_paths

ENGLISH = "The mayor spoke on 5 May.\n\nNobody came.\n"
GERMAN = "Der Bürgermeister sprach am 5. Mai.\n\nNiemand kam.\n"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(**files: str) -> None:
    """Files by name; `__` stands for a slash, a single `_` for a full stop."""
    for name, text in files.items():
        path = Path(name.replace("__", "/").replace("_", "."))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def read(*paths: str, source: str) -> tuple[dict[str, str | None], list[str]]:
    """The source of the last segment of every file, and what is said."""
    items = list(read_paths(paths, ReadOptions(source_file=source)))
    documents = [item for item in items if isinstance(item, Document)]
    said = [f"{'' if item.severity == 'error' else 'warning: '}{item}" for item in items if isinstance(item, Problem)]
    return {document.path or "": document.segments[-1].source for document in documents}, said


def test_files_of_the_same_place_belong_together() -> None:
    write(
        en__a_txt=ENGLISH,
        en__sport__a_txt="It rained.\n",
        de__a_txt=GERMAN,
        de__sport__a_txt="Es regnete.\n",
    )
    expected = {"en/a.txt": "Niemand kam.", "en/sport/a.txt": "Es regnete."}
    assert read("en", source="de") == (expected, [])
    assert read("en/", source="./de/") == (expected, [])
    assert read("en/*.txt", "en/sport/a.txt", source="de") == (expected, [])
    assert read(str(Path("en").absolute()), source="de")[1] == []


def test_names_may_differ_by_their_languages() -> None:
    write(en__a_en_txt=ENGLISH, en__plan_html="<p>One.</p>", de__a_de_txt=GERMAN, de__plan_de_htm="<p>Eins.</p>")
    (Path("en/log_pt-BR.txt")).write_text("One.\n")
    (Path("de/log_de.txt")).write_text("Eins.\n")
    assert read("en", source="de") == (
        {"en/a.en.txt": "Niemand kam.", "en/log_pt-BR.txt": "Eins.", "en/plan.html": "Eins."},
        [],
    )


def test_one_line_for_each_file_alone() -> None:
    write(en__a_txt=ENGLISH, en__b_txt="One.\n", de__a_txt=GERMAN, de__c_txt="Drei.\n", de__d_txt="Vier.\n")
    found, said = read("en", source="de")
    assert found == {"en/a.txt": "Niemand kam.", "en/b.txt": None}
    assert said == [
        "en/b.txt: has no source in de: there is no de/b.txt; checked without",
        "warning: de/c.txt: has no translation of its name in en",
        "warning: de/d.txt: has no translation of its name in en",
    ]


def test_only_whole_folders_leave_sources_over() -> None:
    write(en__a_txt=ENGLISH, de__a_txt=GERMAN, de__c_txt="Drei.\n")
    assert read("en/a.txt", source="de") == ({"en/a.txt": "Niemand kam."}, [])


def test_a_file_named_itself_is_looked_for_at_its_place() -> None:
    write(en__b__index_txt=ENGLISH, de__index_txt="Anderes.\n", story_txt=ENGLISH, de__story_txt=GERMAN)
    found, said = read("en/b/index.txt", "story.txt", source="de")
    assert found == {"en/b/index.txt": None, "story.txt": "Niemand kam."}
    assert said == ["en/b/index.txt: has no source in de: there is no de/b/index.txt; checked without"]


def test_none_is_taken_where_several_could_be_meant() -> None:
    write(en__a_txt=ENGLISH, de__a_de_txt=GERMAN, de__a_fr_txt=GERMAN, en__b_en_txt="B.\n", en__b_es_txt="B.\n")
    write(de__b_de_txt="B.\n")
    found, said = read("en", source="de")
    assert set(found.values()) == {None}
    assert said[:2] == [
        "en/a.txt: has no source in de: a.de.txt, a.fr.txt could all be it; checked without",
        "en/b.en.txt: has no source in de: there is no de/b.en.txt; checked without",
    ]


def test_a_name_that_is_there_goes_before_one_that_is_alike() -> None:
    write(en__a_txt=ENGLISH, en__a_it_txt="It.\n", de__a_txt=GERMAN)
    found, said = read("en", source="de")
    assert found == {"en/a.txt": "Niemand kam.", "en/a.it.txt": None}
    assert len(said) == 1


def test_sources_inside_the_checked_folder_are_not_checked() -> None:
    write(stories__a_txt=ENGLISH, stories__de__a_txt=GERMAN)
    assert read("stories", source="stories/de") == ({"stories/a.txt": "Niemand kam."}, [])


def test_markdown_and_subtitles_are_read_from_a_folder_of_pairs() -> None:
    pytest.importorskip("markdown_it")
    write(en__a_md="# One\n\nTwo.\n", de__a_md="# Eins\n\nZwei.\n")
    write(en__b_srt="1\n00:00:01,000 --> 00:00:02,000\nOne.\n", de__b_srt="1\n00:00:01,000 --> 00:00:02,000\nEins.\n")
    assert read("en", source="de") == ({"en/a.md": "Zwei.", "en/b.srt": "Eins."}, [])


def test_a_file_that_holds_its_sources_needs_none() -> None:
    write(
        en__a_po='msgid ""\nmsgstr "Language: en\\n"\n\nmsgid "Eins."\nmsgstr "One."\n',
        en__b_txt=ENGLISH,
        de__b_txt=GERMAN,
    )
    assert read("en", source="de") == ({"en/a.po": "Eins.", "en/b.txt": "Niemand kam."}, [])


def test_an_empty_folder() -> None:
    write(en__a_txt=ENGLISH)
    Path("de").mkdir()
    found, said = read("en", source="de")
    assert found == {"en/a.txt": None}
    assert [line.partition(":")[0] for line in said] == ["de", "en/a.txt"]
