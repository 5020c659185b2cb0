"""What other languages call states and towns."""

import pytest

from mtqa.knowledge.abroad import known, pairs
from mtqa.knowledge.japanese import latin, of_kind


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("zh", "中俄关系良好，美方对华政策", ["CN", "RU", "US", "CN"]),
        ("ja", "米国と中国はタイムリーに、日米首脳会談", ["US", "CN", "JP", "US"]),
        ("ru", "Министр РФ в Праге, российские войска, индивидуальный", ["RU", "CZ", "RU"]),
        ("ar", "وقال الرئيس المصري إن السعودية", ["EG", "SA"]),
        ("de", "Der russische Präsident in Prag", ["RU", "CZ"]),
        ("fi", "Suomen ja Venäjän presidentit", ["FI", "RU"]),
        ("ko", "한국과 미국은 일본에서", ["KR", "US", "JP"]),
        ("tr", "Rusya'ya ve Almanya'dan", ["RU", "DE"]),
        ("hi", "भारत ने चीन के", ["IN", "CN"]),
        ("fr", "La France, l'Espagne", ["FR", "ES"]),
        ("es", "nada de eso", []),
    ],
)
def test_states(language: str, text: str, found: list[str]) -> None:
    assert [one.code or ("CZ" if "Prague" in one.forms else "?") for one in known(text, language)] == found


def test_bodies_and_pairs() -> None:
    assert known("据法新社报道", "zh")[0].forms[0] == "AFP"
    assert known("联合国家庭", "zh") == []
    assert [one.code for one in pairs("中美两国", "zh")] == ["CN", "US"]


def test_japanese_names() -> None:
    assert {latin(one) for one in of_kind("河野", "f")} >= {"Kono", "Kawano"}
    assert of_kind("。", "f") == ()
