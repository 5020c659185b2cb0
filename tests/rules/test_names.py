"""What the examples of the rules cannot show: helpers, several rules together, hostile input."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa import Document
from mtqa.config import Config
from mtqa.document import Segment
from mtqa.engine import Engine
from mtqa.finding import Finding
from mtqa.knowledge.similar import distance, likeness, skeleton
from mtqa.knowledge.translit import Sound, pinyin_name, readings, split_pinyin, squeeze, surname_length


@pytest.fixture(scope="module")
def engine() -> Engine:
    return Engine(Config(select=("names",)))


def findings(engine: Engine, *pairs: tuple[str, str | None], date: datetime.date | None = None) -> list[Finding]:
    segments = [Segment(target, source) for target, source in pairs]
    report = engine.check(Document("story", segments, source_language="zh" if pairs[0][1] else None, date=date))
    assert not report.failures
    return list(report.findings)


def test_split_pinyin_takes_the_fewest_syllables() -> None:
    assert split_pinyin("tongshawan") == ("tong", "sha", "wan")
    assert split_pinyin("xian") == ("xian",)
    assert split_pinyin("kasatkina") is None
    assert split_pinyin("a" * 500) is None


@pytest.mark.parametrize("name", ["Yang Zhicheng", "Ouyang Yiling", "Song Ru'an"])
def test_names_of_the_mainland_are_known_by_their_build(name: str) -> None:
    assert pinyin_name(name.split())


@pytest.mark.parametrize("name", ["Lee Kuan", "Tsai Ing-wen", "Li Na", "Park Geunhye", "John Smith", "Xi"])
def test_other_names_are_not(name: str) -> None:
    assert not pinyin_name(name.split())


def test_readings_of_a_character_begin_with_the_usual_one() -> None:
    assert readings("习") == ("xi",)
    assert readings("重")[:2] == ("zhong", "chong")
    assert readings("A") == ()


def test_double_family_names_are_longer() -> None:
    assert surname_length("欧阳修", 0) == 2
    assert surname_length("王伟", 0) == 1
    assert surname_length("的王", 0) == 0


def test_sound_finds_whole_characters_only_and_reads_over_middle_dots() -> None:
    sound = Sound("越南的阮德钟会见凯山·丰威汉。")
    assert sound.find("ruandezhong") == (3, 6)
    assert sound.find("kaishanfengweihan") == (8, 14)
    assert sound.find("uandezhong") is None
    assert sound.find("ruandezhon") is None
    assert sound.find("de") is None


@given(st.text(max_size=8), st.text(max_size=8))
def test_distance_is_symmetrical_and_bounded(one: str, other: str) -> None:
    apart = distance(one, other, 3)
    assert apart == distance(other, one, 3)
    assert 0 <= apart <= 4
    assert (apart == 0) == (one == other)


def test_distance_counts_a_swap_as_one() -> None:
    assert distance("merkel", "mrekel", 2) == 1
    assert distance("tillerson", "tilersen", 2) == 2
    assert distance("tillerson", "obama", 2) == 3


def test_skeletons_of_a_name_and_of_its_chinese_sound_are_alike() -> None:
    assert skeleton("Trump") == skeleton("telangpu")
    assert skeleton("Berejiklian") == skeleton("Berry Ji Kelian")
    assert likeness(skeleton("Muguruza"), skeleton("mugulaza")) == 1
    assert likeness("", "t") == 0


def test_squeeze_drops_all_but_letters() -> None:
    assert squeeze("Xing'an") == "xingan"
    assert squeeze("Lü Bu") == "lvbu"


def test_a_chimera_fails_a_story_and_is_named_once(engine: Engine) -> None:
    found = findings(engine, ("U.S. Secretary of State Condoleezza Tillerson visited Japan.", None))
    assert [(f.rule, f.text, f.severity) for f in found] == [("names/chimera", "Condoleezza Tillerson", "critical")]


def test_a_past_office_is_not_wrong_and_a_future_one_is(engine: Engine) -> None:
    text = "U.S. President Barack Obama spoke in Chicago."
    assert not findings(engine, (text, None), date=datetime.date(2019, 5, 1))
    early = findings(engine, (text, None), date=datetime.date(2005, 5, 1))
    assert [f.rule for f in early] == ["names/wrong-office-holder"]


def test_the_region_of_a_name_is_judged_by_all_its_mentions(engine: Engine) -> None:
    found = findings(
        engine,
        ("Vietnamese minister Du Jinshi spoke.", "越南部长杜进士讲话。"),
        ("Du Jinshi left.", "杜进士离开。"),
    )
    assert [(f.segment, f.text) for f in found] == [(0, "Du Jinshi"), (1, "Du Jinshi")]


def test_rules_with_a_source_are_silent_on_another_source_language(engine: Engine) -> None:
    segments = [Segment("Ruan Dezhong spoke in Hanoi.", "Руан Дэчжун выступил в Ханое.")]
    report = engine.check(Document("story", segments, source_language="ru"))
    assert "names/foreigner-in-pinyin" not in {f.rule for f in report.findings}


HOSTILE = {
    "quotes": '"' * 100_000,
    "one word": "A" * 500_000,
    "one long name": "Mr A" + "b" * 200_000 + " came.",
    "capitals": "Tan " * 30_000,
    "middle dots": "Ab·" * 50_000,
    "humps": "ZhangYimou " * 5_000,
    "titles": "U.S. President Obama spoke. " * 5_000,
    "commas": "China Institute, director of " * 8_000,
    "strange names": " ".join(f"Ab{chr(97 + i % 26)}{chr(97 + i // 26 % 26)}ov said." for i in range(3_000)),
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_text_crashes_no_rule(engine: Engine, text: str) -> None:
    findings(engine, (text, "越南阮德钟说，谭俊荣指出（Slipniov）。" * 500))


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("Xi Jnpg.,'-·阮德钟越南said\"ZhouMu "), max_size=80), st.text(max_size=60))
def test_any_text_is_read_and_every_span_lies_in_it(engine: Engine, target: str, source: str) -> None:
    for finding in findings(engine, (target or "a", source or "越")):
        assert target[finding.start : finding.end] == finding.text


@pytest.mark.parametrize(
    ("target", "source", "suggestions"),
    [
        ("The film stars Hiroshi Kakusho.", "影片由役所广司主演。", ("Yakusho",)),
        ("The champion Mugu Raza won.", "冠军穆古拉扎获胜。", ("Muguruza",)),
        ("Nguyen Phu Chong left.", "阮富仲离开。", ("Nguyen Phu Trong",)),
        ("Vietnamese President Nguyen Phu Trung agreed.", None, ("Trong",)),
        ("Japanese Foreign Minister Toshimitsu Mogi bowed.", None, ("Motegi",)),
    ],
)
def test_a_suggestion_fits_into_the_place_of_what_it_mends(
    engine: Engine, target: str, source: str | None, suggestions: tuple[str, ...]
) -> None:
    (found,) = findings(engine, (target, source))
    assert found.suggestions == suggestions


@pytest.mark.parametrize(
    ("text", "date", "severity"),
    [
        ("U.S. Secretary of State Condoleezza Tillerson visited Japan.", None, "critical"),
        ("U.S. Secretary of State Condoleezza Tillerson visited Japan.", datetime.date(2018, 1, 9), "critical"),
        ("U.S. Secretary of State Condoleezza Tillerson visited Japan.", datetime.date(2031, 5, 4), "major"),
        ("Secretary of State Tillerson left. Nobody met Condoleezza Tillerson.", None, "major"),
        ("Ukrainian President Wolodymyr Zelensky spoke.", None, "minor"),
    ],
)
def test_a_name_is_as_grave_as_what_is_known(
    engine: Engine, text: str, date: datetime.date | None, severity: str
) -> None:
    (found,) = findings(engine, (text, None), date=date)
    assert found.severity == severity


def test_a_finding_and_the_report_say_how_far_the_table_reaches(engine: Engine) -> None:
    text = "German Chancellor Macron spoke in Berlin."
    (found,) = findings(engine, (text, None), date=datetime.date(2019, 5, 1))
    assert "known from 1982 to 2025" in found.message
    late = engine.check(Document("late", [Segment(text)], date=datetime.date(2031, 5, 1)))
    assert late.findings == ()
    reasons = {skipped.rule: skipped.reason for skipped in late.skipped_rules}
    expected = "its table of office holders reaches to 2025-12-31, the document is dated 2031-05-01"
    assert reasons["names/wrong-office-holder"] == reasons["names/given-name-wrong"] == expected


@pytest.mark.parametrize("date", [None, datetime.date(1986, 4, 1)])
def test_before_the_table_begins_an_office_is_unknown(engine: Engine, date: datetime.date | None) -> None:
    assert not findings(engine, ("French Prime Minister Jacques Chirac spoke.", None), date=date)
