"""Where a text may deny something, by language."""

from __future__ import annotations

import pytest

from mtqa.knowledge.negation import may_deny, turned


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "They didn’t go."),
        ("en", "They didn't go."),
        ("cs", "Na to nejsme zvyklí."),
        ("ru", "Он перестал играть."),
        ("hi", "दूतावास ने टिप्पणी करने से इंकार कर दिया।"),
        ("pl", "Nikt tego nie wie."),
    ],
)
def test_a_text_denies(language: str, text: str) -> None:
    assert may_deny(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cs", "Je to nejlepší člen v neděli."),
        ("ru", "На этой неделе он купил нефть."),
        ("pl", "W niedzielę przyjechał niemiecki minister."),
        ("hi", "उन्होंने कहा कि अब वे काम करके खुश हैं।"),
    ],
)
def test_a_word_that_begins_like_a_denial_is_none(language: str, text: str) -> None:
    assert not may_deny(text, language)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "I can't recommend it enough."),
        ("en", "The fence is not higher than the wall."),
        ("fr", "Ils craignent que cela n'advienne."),
        ("fr", "Il n'avance qu'à petits pas."),
        ("ru", "Он спросил, не нужна ли помощь."),
        ("zh", "创新离不开基础。"),
    ],
)
def test_a_set_phrase_is_not_turned(language: str, text: str) -> None:
    assert turned(text, language) is None


def test_the_particle_is_taken_out() -> None:
    assert turned("He did not come.", "en") == ("He come.", (3, 11))
