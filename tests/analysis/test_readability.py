"""How a document reads as a whole."""

from __future__ import annotations

from pathlib import Path

import pytest

import mtqa
from mtqa.analysis import traits
from mtqa.analysis.readability import LEVELS, OUT, Readability, assess, grades, version, wording
from mtqa.config import Config
from mtqa.document import Document
from mtqa.engine import Engine
from mtqa.report import DocumentReport

CLEAN = Path(__file__).parent.parent / "clean"

#: As a rule-based engine leaves a page; invented.
POOR = """\
The mayor of the city in the evening on the fifth number announced about the beginning of works on the repair of the
bridge through river. By the words of him, on the given moment already are allocated means in the size of four millions,
and contractor it is chosen on the results of the competition, which passed in the past month.

"We for a long time waited for this of a moment, – has told the mayor. – The bridge is in the emergency state already
not the first year, and inhabitants of two areas are forced to go by the detour road, that takes from them till one
hour of time." In turn, the head of the company by the contractor assured, that the works will be finished to the
beginning of the winter, if not will prevent weather conditions.

It is necessary to note that inhabitants to the promises relate with the distrust. In opinion of the pensioner, living
beside the bridge, of similar statements it heard already much, but of the matter it did not go further than words.
Earlier it was reported that the bridge in the last time was repaired in the eighties of the last century. Then on it
opened movement of the trucks, what has led to the fast wear of a covering. At the same time specialists consider that
the replacement of supports is required, but on this means in the budget are not provided. The decision about closing of
movement will accept the special commission, into which enter representatives of all interested services, informs the
press service of administration."""


def read(text: str, **document: str) -> Readability:
    made = Document.from_text(text, **document)
    return assess(made.analysis, made.language, made.register == "informal")


def test_what_nobody_revised_is_poor() -> None:
    found = read(POOR)
    assert found.level == "poor"
    assert found.value is not None
    assert found.low is not None
    assert found.high is not None
    assert found.low < found.value < found.high
    assert found.reason.startswith("the words stand together as in unrevised machine translation")
    assert f"{found.value:.1f} above the mean" in found.reason


def test_good_is_never_called_correct() -> None:
    found = read((CLEAN / "agency-summit.txt").read_text(encoding="utf-8") * 2)
    assert found.level == "good"
    assert "correct" not in found.reason


@pytest.mark.parametrize("path", sorted(CLEAN.glob("*.txt")), ids=lambda path: path.stem)
def test_good_english_of_any_kind_is_not_poor(path: Path) -> None:
    found = read(path.read_text(encoding="utf-8"))
    assert found.level in ("good", "not assessed")


def test_what_was_found_counts_up_to_a_bound() -> None:
    salad = "fluency/unintelligible"
    assert grades([(salad, one) for one in ("minor", "major", "critical", "neutral")], 1000) == pytest.approx(0.6)
    assert grades([(salad, "critical")] * 10, 100) == grades([(salad, "critical")] * 20, 100) < 3
    assert grades([("fluency/character-encoding", "critical"), ("fluency/spelling", "major")], 100) == 0
    good = Document.from_text((CLEAN / "kenya.txt").read_text(encoding="utf-8") * 2)
    without, with_all = (assess(good.analysis, "en", False, found) for found in ([], [(salad, "critical")] * 99))
    assert without.value is not None
    assert with_all.value is not None
    assert with_all.value > without.value
    assert without.level == with_all.level == "good"
    assert "for what was found" in assess(Document.from_text(POOR).analysis, "en", False, [(salad, "major")] * 4).reason


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The bridge was repaired. " * 20, "fewer than 150 words"),
        ("Die Brücke wurde im vergangenen Jahr von der Stadt mit viel Geld repariert. " * 20, "not in English"),
        (POOR.lower(), "without capitals"),
        (POOR.upper(), "in capitals"),
        (POOR.replace("The", "lol omg!!! The"), "as people write posts"),
    ],
)
def test_what_is_not_assessed_says_why(text: str, why: str) -> None:
    found = read(text)
    assert found.level == "not assessed"
    assert found.value is found.low is found.high is None
    assert why in found.reason


def test_another_language_is_not_assessed() -> None:
    assert read(POOR, language="de").level == "not assessed"


def check(text: str, **config: object) -> DocumentReport:
    report = next(iter(mtqa.check_documents([Document.from_text(text)], config=Config(**config))))  # type: ignore[arg-type]
    assert isinstance(report, DocumentReport)
    return report


def test_poor_makes_the_verdict_a_warning_at_least() -> None:
    quiet = ("punctuation/doubled-mark",)  # nothing is found
    warned = check(POOR, select=quiet)
    assert warned.verdict == "warn"
    assert warned.score == 100.0
    assert warned.reason == f"readability poor: {warned.readability.reason}"
    assert check(POOR, select=quiet, poor="fail").verdict == "fail"
    ignored = check(POOR, select=quiet, poor="ignore")
    assert (ignored.verdict, ignored.reason, ignored.readability.level) == ("pass", None, "poor")


def test_a_graver_verdict_stands() -> None:
    report = check(POOR, fail_under=100.0, warn_under=100.0)
    assert report.verdict == "fail"
    assert report.reason is None


def test_the_signature_names_the_tables() -> None:
    assert f"readability:{version()}" in Engine(Config()).signature


def test_the_table_is_compact() -> None:
    assert OUT.stat().st_size < 2_000_000


def test_stretches_are_of_much_the_same_size() -> None:
    analysis = Document.from_text(POOR * 4).analysis
    readings = [analysis.reading(sentence) for sentence in analysis.sentences]
    parts = traits.stretches(readings)
    sizes = [sum(map(traits.words, part)) for part in parts]
    assert [reading for part in parts for reading in part] == readings
    assert min(sizes) > traits.SIZE / 2
    assert max(sizes) < traits.SIZE * 1.5
    assert len(traits.rates(parts[0])) == len(traits.RATES)


def test_levels_are_those_of_the_schema() -> None:
    schema = (Path(mtqa.__file__).parent / "data" / "document.schema.json").read_text(encoding="utf-8")
    assert all(f'"{level}"' in schema for level in LEVELS)


def test_a_shorter_text_says_less() -> None:
    parts = POOR.split("\n\n")
    lows = [Document.from_text("\n\n".join(parts * times)).analysis.view(wording).low for times in (1, 3)]
    assert 0 < lows[0] < lows[1]


def test_a_scrap_says_nothing() -> None:
    assert Document.from_text(" ".join(POOR.split()[:50]) + ".").analysis.view(wording).low == 0


def test_what_a_rule_found_does_not_change_what_the_words_say() -> None:
    analysis = Document.from_text(POOR).analysis
    said = analysis.view(wording)
    assess(analysis, "en", found=[("fluency/grammar", "critical")] * 9)
    assert analysis.view(wording) == said
