"""The English lexicon: facts a reader can check, and a sound table."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mtqa.analysis
from mtqa.analysis.lexicon import english

DATA = Path(mtqa.analysis.__file__).with_name("data")
LETTERS = set("NSPVZDEGJKLRTHOWUIQBCMAYFX")


def rows(name: str) -> list[list[str]]:
    text = gzip.decompress((DATA / name).read_bytes()).decode("utf-8")
    return [line.split("\t") for line in text.split("\n")]


def test_probability_is_case_sensitive() -> None:
    the, upper_russia, lower_russia = (english().logprob(form) for form in ("the", "Russia", "russia"))
    assert the is not None
    assert upper_russia is not None
    assert lower_russia is not None
    assert the > upper_russia > lower_russia


def test_probability_of_an_unknown_form_is_none() -> None:
    assert english().logprob("Zxqwvk") is None
    assert english().logprob("") is None


@pytest.mark.parametrize(
    "form",
    [
        "house", "House", "HOUSE", "co-operation", "don't", "don’t", "U.S.", "Mr.", "iPhone", "McCain", "MCCAIN",
        "Beijing", "Jinping", "renminbi", "Huawei", "defund", "blog", "secretary-general", "naïve", "photosynthetic",
    ],
)  # fmt: skip
def test_knows_words_and_names(form: str) -> None:
    assert english().known(form)


@pytest.mark.parametrize(
    "form",
    [
        "goverment", "Goverment", "recieve", "definately", "untill", "teh", "becasue", "alot", "wouldnt",
        "Zxqwvk", "", "www.a.b", "x9",
    ],
)  # fmt: skip
def test_does_not_know_slips_and_noise(form: str) -> None:
    assert not english().known(form)


@pytest.mark.parametrize(
    ("lower", "usual"),
    [
        ("russia", "Russia"), ("nato", "NATO"), ("iphone", "iPhone"), ("table", "table"), ("may", "may"),
        ("mccain", "McCain"), ("beijing", "Beijing"), ("turkey", "turkey"), ("zxqwvk", None), ("", None),
    ],
)  # fmt: skip
def test_usual_casing(lower: str, usual: str | None) -> None:
    assert english().usual_form(lower) == usual


@pytest.mark.parametrize("name", ["russia", "japan", "tokyo", "friday", "september", "french", "obama", "fbi"])
def test_names_are_written_with_capitals(name: str) -> None:
    assert english().capital_share(name) > 0.7


@pytest.mark.parametrize("word", ["table", "company", "said", "government", "because", "may", "polish", "nice", "us"])
def test_words_are_written_without(word: str) -> None:
    assert english().capital_share(word) < 0.4


def test_capital_share_of_an_unknown_word_is_nought() -> None:
    assert english().capital_share("zxqwvk") == 0.0


@pytest.mark.parametrize(
    ("word", "first"),
    [
        ("the", "T"), ("my", "H"), ("her", "O"), ("which", "W"), ("of", "I"), ("to", "I"), ("because", "B"),
        ("although", "B"), ("and", "C"), ("must", "M"), ("is", "A"), ("isn't", "A"), ("not", "R"), ("seven", "U"),
        ("table", "N"), ("children", "S"), ("people", "S"), ("series", "N"), ("Japan", "P"), ("monday", "P"),
        ("announce", "V"), ("announces", "Z"), ("went", "D"), ("taken", "E"), ("announcing", "G"),
        ("big", "J"), ("bigger", "K"), ("biggest", "L"), ("quickly", "R"), ("oh", "Y"),
    ],
)  # fmt: skip
def test_usual_word_class_comes_first(word: str, first: str) -> None:
    assert english().tags(word)[:1] == first


def test_word_with_several_classes() -> None:
    assert set("VDE") <= set(english().tags("put"))
    assert set("NV") <= set(english().tags("polish"))
    assert english().tags("THE") == english().tags("the") == "T"


def test_uncountable_nouns_are_no_plurals() -> None:
    assert not [w for w in ("information", "economy", "music", "advice", "furniture") if "S" in english().tags(w)]


def test_unlisted_word_has_no_class() -> None:
    assert english().tags("zxqwvk") == ""


def test_pairs() -> None:
    words = english()
    assert words.pair("of", "the") > words.pair("prime", "minister") > 0
    assert words.pair("minister", "prime") == 0.0


@pytest.mark.parametrize("name", ["words.txt.gz", "tags.txt.gz", "pairs.txt.gz"])
def test_table_is_sorted_and_without_duplicates(name: str) -> None:
    table = rows(name)
    entries = [entry for _, *line in table for entry in line]
    assert len(entries) == len(set(entries)) > 100_000
    assert "" not in entries
    assert all(line == sorted(line) for _, *line in table)
    assert [value for value, *_ in table] == sorted(value for value, *_ in table)


def test_tags_table_uses_documented_letters_once_a_word() -> None:
    for letters, *words in rows("tags.txt.gz"):
        assert set(letters) <= LETTERS
        assert len(set(letters)) == len(letters)
        assert all(word == word.lower() for word in words)


def test_words_table_has_no_junk() -> None:
    forms = [form for _, *line in rows("words.txt.gz") for form in line]
    assert not [form for form in forms if any(c.isdigit() or c in "_/@:&;# " for c in form)]


@given(st.text(max_size=30))
def test_any_string_gets_an_answer(text: str) -> None:
    words = english()
    assert 0.0 <= words.capital_share(text.lower()) <= 1.0
    assert set(words.tags(text)) <= LETTERS
    assert (words.logprob(text) is None) or words.known(text)
    words.pair(text, text)


def test_one_lexicon_for_the_process() -> None:
    assert english() is english()
