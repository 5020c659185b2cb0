"""Parties of the news: facts a reader can check, and a sound table."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

import mtqa.knowledge
from mtqa.knowledge.places import (
    LANGUAGES,
    MONTHS,
    NATIONALITIES,
    PARTIES,
    SURFACES,
    WEEKDAYS,
    ambiguous,
    kind,
    label,
    party,
)  # fmt: skip

CSV = Path(mtqa.knowledge.__file__).with_name("data") / "places.csv"


@pytest.mark.parametrize(
    ("surface", "code", "sort"),
    [
        ("Japan", "JP", "name"), ("Japanese", "JP", "adjective"), ("Tokyo", "JP", "capital"),
        ("U.S.", "US", "name"), ("US", "US", "name"), ("United States of America", "US", "name"),
        ("White House", "US", "capital"), ("American", "US", "adjective"), ("Americans", "US", "people"),
        ("Kremlin", "RU", "capital"), ("Moscow", "RU", "capital"), ("Russians", "RU", "people"),
        ("Britain", "GB", "name"), ("Briton", "GB", "people"), ("Britons", "GB", "people"),
        ("Scottish", "GB-SCT", "adjective"), ("Welshmen", "GB-WLS", "people"),
        ("Northern Ireland", "GB-NIR", "name"),
        ("Dutchman", "NL", "people"), ("The Hague", "NL", "capital"), ("Brussels", "EU", "capital"),
        ("Belgian", "BE", "adjective"), ("European Union", "EU", "name"), ("UN", "UN", "name"),
        ("NATO", "NATO", "name"),
        ("Taiwan", "TW", "name"), ("Taipei", "TW", "capital"), ("Hong Kong", "HK", "name"), ("Macau", "MO", "name"),
        ("Beijing", "CN", "capital"), ("Chinese", "CN", "adjective"), ("Palestinian", "PS", "adjective"),
        ("Kosovo", "XK", "name"), ("Kyiv", "UA", "capital"), ("Kiev", "UA", "capital"), ("Burma", "MM", "name"),
        ("Nigerian", "NG", "adjective"), ("Nigerien", "NE", "adjective"), ("Danes", "DK", "people"),
        ("Turkey", "TR", "name"), ("Turks", "TR", "people"), ("Spaniards", "ES", "people"),
        ("Côte d'Ivoire", "CI", "name"),
        ("Iraqis", "IQ", "people"), ("Philippine", "PH", "adjective"), ("Filipinos", "PH", "people"),
        ("North Korean", "KP", "adjective"), ("South Koreans", "KR", "people"), ("Swiss", "CH", "adjective"),
        ("Bern", "CH", "capital"), ("Canberra", "AU", "capital"), ("Brasília", "BR", "capital"),
    ],
)  # fmt: skip
def test_surface_forms(surface: str, code: str, sort: str) -> None:
    assert (party(surface), kind(surface)) == (code, sort)


@pytest.mark.parametrize("word", ["turkey", "polish", "china", "chad", "japanese", "us", "un", "Sydney", "table", ""])
def test_lower_case_and_other_words_are_no_party(word: str) -> None:
    assert (party(word), kind(word), ambiguous(word)) == (None, None, False)


@pytest.mark.parametrize(
    "surface", ["Georgia", "Jordan", "Chad", "Guinea", "Congo", "Washington", "Polish", "Niger", "Korean", "Congolese"]
)
def test_forms_that_are_something_else_too(surface: str) -> None:
    assert ambiguous(surface)


@pytest.mark.parametrize("surface", ["Japan", "Turkey", "China", "Moscow", "American", "Russians", "North Korea"])
def test_forms_that_are_not(surface: str) -> None:
    assert not ambiguous(surface)


def test_labels() -> None:
    assert [label(code) for code in ("JP", "US", "GB", "TW", "NATO")] == [
        "Japan", "United States", "United Kingdom", "Taiwan", "NATO",
    ]  # fmt: skip
    with pytest.raises(KeyError):
        label("QQ")


def test_no_form_belongs_to_two_parties() -> None:
    owner: dict[str, str] = {}
    for found in PARTIES.values():
        for form in (*found.names, *found.capitals, *found.adjectives, *found.singular, *found.plural):
            assert owner.setdefault(form, found.code) == found.code
    assert owner == {form: surface.code for form, surface in SURFACES.items()}


def test_every_party_is_complete() -> None:
    assert len(PARTIES) > 200
    for code, found in PARTIES.items():
        assert found.code == code
        assert found.label == found.names[0]
        assert len(found.singular) == len(found.plural)
        assert found.continent in {"AF", "AS", "EU", "NA", "OC", "SA"} or code in {"UN", "NATO"}
        for forms in (found.names, found.capitals, found.adjectives):
            assert len(forms) == len(set(forms))


def test_table_is_sorted_and_clean() -> None:
    with CSV.open(encoding="utf-8", newline="") as file:
        table = list(csv.DictReader(file))
    codes = [row["code"] for row in table]
    assert codes == sorted(set(codes))
    for row in table:
        for cell in row.values():
            assert all(form == form.strip() and form for form in cell.split("|") if cell)
        assert all(form in SURFACES for form in row["ambiguous"].split("|") if form)


def test_calendar_languages_and_nationalities() -> None:
    assert len(MONTHS) == 12
    assert len(WEEKDAYS) == 7
    assert {"May", "September"} <= MONTHS
    assert {"Wednesday", "Sunday"} <= WEEKDAYS
    assert {"English", "Chinese", "Mandarin", "Swahili", "Arabic"} <= LANGUAGES
    assert {"Japanese", "South Korean", "British", "Dutch"} <= NATIONALITIES
    assert "" not in LANGUAGES | NATIONALITIES
    assert all(word[0].isupper() for word in LANGUAGES)
