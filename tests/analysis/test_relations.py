"""States in a sentence, and what one does to the other."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.analysis.relations import hyphenated
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import tokenize
from mtqa.document import Segment
from mtqa.knowledge.places import SURFACES


def analysis(text: str) -> Analysis:
    return Analysis([Segment(text)])


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Russia's arms sales to China grew.", ("sell", "nominal", "RU", "CN")),
        ("Russia's sales of new weapons to China grew.", ("sell", "nominal", "RU", "CN")),
        ("Japanese exports to China grew.", ("sell", "nominal", "JP", "CN")),
        ("The invasion of Kuwait by Iraq began.", ("invade", "passive", "IQ", "KW")),
        ("Talks between Tokyo and the Russian side began.", ("talks", "between", "JP", "RU")),
        ("Exports from Japan to China grew.", ("sell", "from-to", "JP", "CN")),
        ("The Japan–Russia talks began.", ("talks", "compound", "JP", "RU")),
        ("Japan has strongly criticised China.", ("criticise", "active", "JP", "CN")),
        ("The Russian government sold tanks to China.", ("sell", "active", "RU", "CN")),
        ("Kuwait was invaded by Iraq.", ("invade", "passive", "IQ", "KW")),
    ],
)
def test_who_does_what_to_whom(text: str, found: tuple[str, str, str, str]) -> None:
    (relation,) = analysis(text).relations
    assert (relation.predicate, relation.form, relation.agent.code, relation.patient.code) == found


@pytest.mark.parametrize(
    "text",
    [
        "Russia's arms sales to Chinese companies grew.",
        "The Bank of Japan sold bonds to China Construction Bank.",
        "Critics of Japan accused China.",
        "Japan was sold, and China bought it.",
        "Japan, said China, was late.",
        "Chinese ties to Japan are old.",
        "Air China exports to Japan Airlines.",
    ],
)
def test_no_relation(text: str) -> None:
    assert analysis(text).relations == []


def test_the_span_covers_both_parties_and_the_word_between() -> None:
    text = "Yesterday, the Japanese government condemned Russia."
    (relation,) = analysis(text).relations
    assert text[relation.start : relation.end] == "the Japanese government condemned Russia"


@pytest.mark.parametrize(
    ("text", "mentions"),
    [
        ("South Korea met Korea.", [("KR", False), ("KR", True)]),
        ("the government of Japan spoke", [("JP", False)]),
        ("turkey and china on polish plates", []),
        ("The U.S. and the US agreed.", [("US", False), ("US", False)]),
    ],
)
def test_mentions(text: str, mentions: list[tuple[str, bool]]) -> None:
    assert [(mention.code, mention.ambiguous) for mention in analysis(text).mentions] == mentions


@pytest.mark.parametrize(
    ("word", "pair"),
    [("Japan-US", ("JP", "US")), ("Sino-Japanese", ("CN", "JP")), ("well-known", None), ("Japan", None)],
)
def test_one_token_compounds(word: str, pair: tuple[str, str] | None) -> None:
    assert hyphenated(tokenize(word)[0]) == pair


@given(
    st.lists(
        st.sampled_from(
            "China Russia the The Japanese side US 's to of by between from and sold arms talks with ( . , was".split()
        ),
        max_size=30,
    ).map(" ".join)
)
def test_spans_lie_inside_the_text(text: str) -> None:
    made = analysis(text)
    for relation in made.relations:
        assert 0 <= relation.start < relation.end <= len(text)
        assert relation.first <= relation.agent.first
        assert relation.last >= relation.patient.last or relation.form == "passive"
    ends = [(mention.sentence.start, mention.first) for mention in made.mentions]
    assert ends == sorted(ends)


def test_every_form_of_a_state_is_found() -> None:
    for text in SURFACES:
        if not text.startswith("the "):
            (mention, *_) = analysis(f"They spoke of {text}.").mentions
            assert mention.text.replace(" ", "").endswith(text.replace(" ", ""))
