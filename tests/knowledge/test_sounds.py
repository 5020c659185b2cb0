"""How names sound across scripts."""

import pytest

from mtqa.knowledge.sounds import alike, bones, far, romanised
from mtqa.knowledge.translit import squeeze


@pytest.mark.parametrize(
    ("source", "target"),
    [
        *[("Шойгу", "Shoigu"), ("Белозёров", "Belozyorov"), ("Уильямс", "Williams"), ("Джонсон", "Johnson")],
        *[("Зеленський", "Zelensky"), ("Τραμπ", "Trump"), ("Μητσοτάκης", "Mitsotakis"), ("פוטין", "Putin")],
        *[("ترامب", "Trump"), ("کلانتری", "Kalantari"), ("नरेंद्र", "Narendra"), ("મોદી", "Modi"), ("ममता", "Mamata")],
        *[
            ("სააკაშვილი", "Saakashvili"),
            ("Փաշինյան", "Pashinyan"),
            ("マクロン", "Macron"),
            ("ティラーソン", "Tillerson"),
        ],
        *[("트럼프", "Trump"), ("노르스카겐", "Norskagen")],
    ],
)
def test_the_same_name(source: str, target: str) -> None:
    asian = "\u3040" <= source[0] <= "\ud7a3"
    assert alike(romanised(source), squeeze(target), asian, 0.34)


@pytest.mark.parametrize(("source", "target"), [("Путин", "Obama"), ("Пекин", "Beijing"), ("मोदी", "Trump")])
def test_not_the_same_name(source: str, target: str) -> None:
    assert not alike(romanised(source), squeeze(target), False, 0.2)


def test_letters() -> None:
    assert romanised("Щербаков") == "shcherbakov"
    assert romanised("ちゃ") == "cha"
    assert romanised("東京") == ""
    assert bones("shoygu") == "Syg"
    assert bones("obama") == "abm"
    assert far("Syg", "Sg") < far("Syg", "Skr")
