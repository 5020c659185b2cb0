"""The English lexicon: facts a reader can check, and a sound table."""

from __future__ import annotations

import itertools
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mtqa.knowledge
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.table import Table

DATA = Path(mtqa.knowledge.__file__).with_name("data")
LETTERS = set("NSPVZDEGJKLRTHOWUIQBCMAYFX")


def rows(name: str) -> list[list[str]]:
    text = (DATA / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.rstrip("\n").split("\n")]


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


def test_table_is_sorted_and_without_duplicates() -> None:
    keys = [key.encode("utf-8") for key, *_ in rows("words.tsv")]
    assert len(keys) > 100_000
    assert "" not in keys
    assert all(one < other for one, other in itertools.pairwise(keys))


def test_words_have_documented_letters_once_a_word() -> None:
    for word, letters, forms in rows("words.tsv"):
        assert set(letters) <= LETTERS
        assert len(set(letters)) == len(letters)
        assert letters or forms
        assert word == word.lower()


def test_words_table_has_no_junk() -> None:
    assert not [word for word, *_ in rows("words.tsv") if any(c.isdigit() or c in "_/@:&;# " for c in word)]


def test_table_answers_the_same_in_place_and_cut_into_lines() -> None:
    table = Table(DATA / "words.tsv")
    whole = table.read()
    keys = [*itertools.islice(whole, 0, None, 29), "zxqwvk", "", "\udcff", "zzzzzz", "!"]
    assert len(keys) > 600  # the table is cut into lines on the way
    assert [table.get(key) for key in keys] == [whole.get(key) for key in keys]


@given(st.text(max_size=30))
def test_any_string_gets_an_answer(text: str) -> None:
    words = english()
    assert 0.0 <= words.capital_share(text.lower()) <= 1.0
    assert set(words.tags(text)) <= LETTERS
    assert (words.logprob(text) is None) or words.known(text)
    words.pair(text, text)


def test_one_lexicon_for_the_process() -> None:
    assert english() is english()


def test_classes_are_asked_for_by_name() -> None:
    words = english()
    assert words.usually("vultures", "noun")
    assert not words.usually("vultures", "singular")
    assert words.may_be("run", "noun")
    assert words.may_be("run", "verb")
    assert not words.only("run", "verb")
    assert words.only("vultures", "plural", "verb")
    assert not words.usually("xqzt", "noun", "verb", "name")
