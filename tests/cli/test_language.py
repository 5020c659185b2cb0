"""A story in another language than it should be in fails, whatever format it comes in."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import pytest

from .conftest import Done, Project

Run = Callable[..., Done]

#: The same story; each paragraph of it is one of the document.
STORIES = {
    "zh": [
        "市议会周二批准了新的公交线路。市长说，工程将于三月开始。",
        "第一批公交车将于六月投入使用。居民对这一决定表示欢迎。",
        "反对党批评说，这条线路的费用太高。",
    ],
    "de": [
        "Der Stadtrat hat am Dienstag die neue Buslinie genehmigt. Die Arbeiten sollen im März beginnen.",
        "Die ersten Busse werden im Juni fahren, sagte der Bürgermeister. Die Anwohner sind damit zufrieden.",
        "Die Opposition hält die Kosten für zu hoch.",
    ],
    "ru": [
        "Городской совет одобрил во вторник новый автобусный маршрут. Работы начнутся в марте.",
        "Первые автобусы выйдут на линию в июне, сказал мэр. Жители довольны решением.",
        "Оппозиция считает расходы слишком высокими.",
    ],
    "es": [
        "El ayuntamiento aprobó el martes la nueva línea de autobús. Las obras empezarán en marzo.",
        "Los primeros autobuses circularán en junio, dijo el alcalde. Los vecinos están contentos con la decisión.",
        "La oposición dice que el coste es demasiado alto.",
    ],
}

ENGLISH = [
    "The council approved the new bus route on Tuesday. Work is to begin in March.",
    "The first buses will run in June, the mayor said. Residents are pleased with the decision.",
    "The opposition says that the cost is too high.",
]


def table(delimiter: str) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    writer.writerow(("id", "text"))
    for code, story in STORIES.items():
        writer.writerows((code, paragraph) for paragraph in story)
    return stream.getvalue()


def html(story: list[str]) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in story)


RECORDS = [{"id": code, "text": "\n\n".join(story)} for code, story in STORIES.items()]

#: Files of each format that hold the four stories.
FORMATS: dict[str, dict[str, str]] = {
    "text": {f"{code}.txt": "\n\n".join(story) for code, story in STORIES.items()},
    "html": {f"{code}.html": f"<html><body><article>{html(story)}</article>" for code, story in STORIES.items()},
    "rss": {
        "feed.xml": "<rss><channel><language>en</language>"
        + "".join(
            f"<item><guid>{code}</guid><description><![CDATA[{html(story)}]]></description></item>"
            for code, story in STORIES.items()
        )
        + "</channel></rss>"
    },
    "atom": {
        "feed.atom": '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">'
        + "".join(
            f'<entry><id>{code}</id><content type="html"><![CDATA[{html(story)}]]></content></entry>'
            for code, story in STORIES.items()
        )
        + "</feed>"
    },
    "jsonfeed": {
        "feed.json": json.dumps(
            {
                "version": "https://jsonfeed.org/version/1.1",
                "language": "en",
                "items": [{"id": code, "content_text": "\n\n".join(story)} for code, story in STORIES.items()],
            }
        )
    },
    "json": {"stories.json": json.dumps(RECORDS)},
    "jsonl": {"stories.jsonl": "".join(json.dumps(record) + "\n" for record in RECORDS)},
    "csv": {"stories.csv": table(",")},
    "tsv": {"stories.tsv": table("\t")},
}


@pytest.fixture(autouse=True)
def every_rule(project: Project) -> None:
    """The default rules instead of the project's."""
    project.write("mtqa.toml", "")


def checked(mtqa: Run, *args: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in mtqa("check", *args, "--format", "jsonl").out.splitlines()]


@pytest.mark.parametrize("format", FORMATS)
@pytest.mark.parametrize("asked", [(), ("--language", "en")], ids=["by-default", "asked-for"])
def test_a_story_in_another_language_fails_by_one_finding(
    mtqa: Run, project: Project, format: str, asked: tuple[str, ...]
) -> None:
    for name, content in FORMATS[format].items():
        project.write(name, content)
    records = checked(mtqa, *FORMATS[format], "--input-format", format, *asked)
    assert len(records) == len(STORIES)
    for record in records:
        assert (record["verdict"], record["score"]) == ("fail", 0)
        assert [(one["rule"], one["severity"]) for one in record["findings"]] == [  # type: ignore[attr-defined]
            ("untranslated/wrong-language", "critical")
        ]
        assert all(part["score"] < 100 for part in record["segments"])  # type: ignore[attr-defined]


def test_what_is_asked_for_goes_before_what_is_declared(mtqa: Run, project: Project) -> None:
    records = [
        {"id": "english", "text": "\n\n".join(ENGLISH), "language": "en-GB"},
        {"id": "declared", "text": "\n\n".join(ENGLISH), "language": "de"},
        {"id": "german", "text": "\n\n".join(STORIES["de"]), "language": "de"},
        {"id": "chinese", "text": "\n\n".join(STORIES["zh"]), "language": "de"},
    ]
    project.write("a.jsonl", "".join(json.dumps(record) + "\n" for record in records))
    english = {str(record["id"]): record for record in checked(mtqa, "a.jsonl", "--language", "en")}
    assert [record["verdict"] for record in english.values()] == ["pass", "fail", "fail", "fail"]
    message = english["declared"]["findings"][0]["message"]  # type: ignore[index]
    assert message == "The text is declared to be in German (de); it should be in English."
    said = {str(record["id"]): record["verdict"] for record in checked(mtqa, "a.jsonl")}
    # German is what it says it is: the rules for every language judge it
    assert said == {"english": "pass", "declared": "fail", "german": "pass", "chinese": "fail"}
    german = {str(record["id"]): record["verdict"] for record in checked(mtqa, "a.jsonl", "--language", "de")}
    assert german == {"english": "fail", "declared": "fail", "german": "pass", "chinese": "fail"}


def test_what_is_translated_out_of_english_need_not_be_english(mtqa: Run, project: Project) -> None:
    story = {"id": "a", "source_language": "en", "segments": [{"target": part} for part in STORIES["de"]]}
    project.write("a.jsonl", json.dumps(story) + "\n")
    (record,) = checked(mtqa, "a.jsonl")
    assert (record["language"], record["verdict"]) == ("de", "pass")
    (record,) = checked(mtqa, "a.jsonl", "--language", "en")
    assert (record["language"], record["verdict"]) == ("en", "fail")


def test_a_language_that_cannot_be_told_is_unchecked_whatever_is_found(mtqa: Run, project: Project) -> None:
    project.write("a.txt", "Ìgbìmọ̀ ìlú fọwọ́ sí ọ̀nà ọkọ̀ tuntun náà ní ọjọ́ ìṣẹ́gun.")
    (record,) = checked(mtqa, "a.txt", "--language", "yo")
    assert record["verdict"] == "unchecked"


@pytest.mark.parametrize("language", ["de", "es", "ru", "zh"])
def test_english_left_in_another_language_is_found(mtqa: Run, project: Project, language: str) -> None:
    project.write(
        "a.txt",
        "\n\n".join([*STORIES[language], "The mayor said that the work on the bridge will go on.", *STORIES[language]]),
    )
    (record,) = checked(mtqa, "a.txt", "--language", language)
    assert [one["rule"] for one in record["findings"]] == ["untranslated/foreign-passage"]  # type: ignore[attr-defined]


def test_some_of_the_files_may_be_in_another_language(mtqa: Run, project: Project) -> None:
    project.write("mtqa.toml", 'language = "en"\n[[path]]\nmatch = "de/"\nlanguage = "de"\n')
    for name in ("de/a.txt", "en/a.txt"):
        project.write(name, "\n\n".join(STORIES["de"]))
    records = {str(record["path"]): record["verdict"] for record in checked(mtqa, "de", "en")}
    assert records == {"de/a.txt": "pass", "en/a.txt": "fail"}


def test_a_text_half_untranslated_is_told_once_and_weighs_by_its_length(mtqa: Run, project: Project) -> None:
    story = [part for pair in zip(ENGLISH, STORIES["zh"], strict=True) for part in pair]
    project.write("a.txt", "\n\n".join(story))
    (record,) = checked(mtqa, "a.txt")
    (finding,) = record["findings"]  # type: ignore[misc]
    assert (finding["rule"], finding["severity"]) == ("untranslated/foreign-passage", "critical")
    assert record["verdict"] == "fail"
    assert record["penalty"] == finding["evidence"]["words"]
    assert [part["score"] for part in record["segments"]][::2] == [100, 100, 100]  # type: ignore[attr-defined]


def test_one_sentence_left_is_no_reason_to_fail(mtqa: Run, project: Project) -> None:
    project.write(
        "a.txt", "\n\n".join([*ENGLISH, "Die Opposition hält die Kosten für zu hoch, wie sie sagt.", *ENGLISH])
    )
    (record,) = checked(mtqa, "a.txt")
    findings = record["findings"]
    assert [(one["rule"], one["severity"]) for one in findings] == [  # type: ignore[attr-defined]
        ("untranslated/foreign-passage", "major")
    ]
    assert record["verdict"] != "fail"
