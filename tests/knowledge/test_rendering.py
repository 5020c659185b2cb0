"""How Chinese spells the names of other languages."""

from __future__ import annotations

import pytest

from mtqa.knowledge.rendering import heard, rendering
from mtqa.knowledge.translit import pinyin, squeeze


@pytest.mark.parametrize(
    ("name", "written"),
    [
        ("Odinga", "奥丁加"),
        ("Stephen", "斯蒂芬"),
        ("Gretchen", "格雷琴"),
        ("Whitmer", "惠特默"),
        ("Max", "马克斯"),
        ("Gayet", "加耶"),
        ("Boltz", "博尔茨"),
    ],
)
def test_characters_spell_a_name(name: str, written: str) -> None:
    assert rendering(squeeze(name)).covers(pinyin(written))


@pytest.mark.parametrize(("name", "written"), [("Odinga", "肯雅塔"), ("Stephen", "格雷琴"), ("Gayet", "马克龙")])
def test_characters_spell_another_name(name: str, written: str) -> None:
    assert not heard(squeeze(name), written)


def test_where_a_name_may_end() -> None:
    assert rendering("tom").ends("tangmusi") == {len("tan"), len("tang")}
    assert rendering("odin").within("lianaodingjia")
    assert not rendering("odin").begins("lianaodingjia")


@pytest.mark.parametrize("name", ["rh" * 15, "rl" * 15, "lt" * 15, "gh" * 15, "wrh" * 10])
@pytest.mark.parametrize("sound", ["e" * 5_000, "er" * 2_500, "ei" * 2_500])
def test_a_name_of_many_readings_comes_to_an_end(name: str, sound: str) -> None:
    # an expression with the same choices took more than a minute for sixteen letters and sixty
    rendering(name).within(sound)
    assert not rendering(name).covers(sound)


def test_nothing_sounds_like_a_name_of_any_length() -> None:
    assert rendering("odinga" * 6).ends("aodingjia" * 6) == set()
