"""The estimate of what people would take off."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import mtqa
from mtqa.analysis.estimate import BASES, LARGEST, OUT, Estimate, Found, counts, estimate, total, version
from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine
from mtqa.report import DocumentReport
from mtqa.reporters.record import record
from mtqa.suppress import Suppression

CLEAN = Path(__file__).parent.parent / "clean"
STORY = (CLEAN / "agency-summit.txt").read_text(encoding="utf-8") * 2

#: As an engine leaves a page; invented.
BAD = """\
The mayor of the city in the evening on the fifth number announced about the beginning of works on the repair of the
bridge through river. By the words of him, on the given moment already are allocated means in the size of four millions,
and contractor it is chosen on the results of the competition, which passed in the past month.

"We for a long time waited for this of a moment, – has told the mayor. – The bridge is in the emergency state already
not the first year, and inhabitants of two areas are forced to go by the detour road, that takes from them till one
hour of time." In turn, the head of the company by the contractor assured, that the works will be finished to the
beginning of the winter, if not will prevent weather conditions.

It is necessary to note that inhabitants to the promises relate with the distrust. In opinion of the pensioner, living
beside the bridge, of similar statements it heard already much, but of the matter it did not go further than words."""


def check(document: Document, **config: object) -> DocumentReport:
    report = next(iter(mtqa.check_documents([document], config=Config(**config))))  # type: ignore[arg-type]
    assert isinstance(report, DocumentReport)
    return report


def guess(text: str, *found: Found) -> Estimate:
    return estimate(Document.from_text(text), found, semantic=False)


def test_what_reads_badly_is_estimated_to_cost_more() -> None:
    bad, good = check(Document.from_text(BAD)).estimate, check(Document.from_text(STORY)).estimate
    assert bad is not None
    assert good is not None
    assert good.penalty_per_100 < bad.penalty_per_100
    assert bad.low < bad.penalty_per_100 < bad.high
    assert bad.basis == "target"


def test_findings_count_and_the_score_knows_nothing_of_it() -> None:
    report = check(Document.from_text(STORY))
    assert report.score == 100.0
    assert report.estimate is not None
    assert report.estimate.penalty_per_100 > 0
    assert (
        guess(STORY, Found(0, "names/chimera", "accuracy/mistranslation", "major")).penalty_per_100
        > guess(STORY).penalty_per_100
    )


def test_a_typographic_slip_counts_once_however_often_it_comes() -> None:
    slip = Found(0, "punctuation/spaced-percent", "fluency/typography", "minor")
    once, often = guess(STORY, slip), guess(STORY, *[slip] * 20)
    assert once == often


def test_no_weight_rewards_a_finding() -> None:
    for basis in BASES:
        weights = json.loads(OUT.read_text(encoding="utf-8"))[basis]["weights"]
        assert all(weight > 0 for name, weight in weights.items() if name.startswith("found:"))


def test_what_is_neutral_counts_nothing() -> None:
    assert guess(STORY, Found(0, "names/chimera", "accuracy/mistranslation", "neutral")) == guess(STORY)


def test_it_never_leaves_its_scale() -> None:
    for words, size in ((1, 10_000), (10_000, 1)):
        made = total("target", [{"odd: above 0": float(words)}], size)
        assert 0 < made.penalty_per_100 <= LARGEST


def test_the_source_is_asked_where_every_segment_has_one() -> None:
    target = "The river has burst its banks. The fire brigade brought forty residents to safety. " * 12
    source = "Der Fluss ist über die Ufer getreten. Die Feuerwehr brachte vierzig Bewohner in Sicherheit. " * 12
    both = Document("x", (Segment(target, source), Segment("It rained.", "Es regnete.")), source_language="de")
    part = Document("x", (Segment(target, source), Segment("It rained.")), source_language="de")
    same = Document("x", (Segment(target, target), Segment("It rained.", "It rained.")), source_language="en")
    assert [estimate(one, (), semantic=False).basis for one in (both, part, same)] == ["source", "target", "target"]


def test_a_target_too_short_for_its_source_costs_more() -> None:
    target = "The river has burst its banks. " * 30
    sources = ("Der Fluss ist über die Ufer getreten. " * 30, "Der Fluss ist über die Ufer getreten. " * 60)
    whole, half = (
        total("source", counts(Document("x", (Segment(target, one),)).analysis, (), "source"), 180) for one in sources
    )
    assert half.penalty_per_100 > whole.penalty_per_100


def test_short_texts_have_none() -> None:
    assert check(Document.from_text("The mayor spoke to reporters yesterday.")).estimate is None


def test_reports_hold_it() -> None:
    report = check(Document.from_text(STORY))
    assert report.estimate is not None
    assert json.loads(record(report, ""))["estimate"] == asdict(report.estimate)


def test_what_is_accepted_or_suppressed_still_counts() -> None:
    config = {"select": ("repetition/doubled-word",)}
    text = STORY + "\n\nHe said that that was the the end of of it."
    plain = check(Document.from_text(text), **config)
    assert plain.findings
    silent = check(Document.from_text(text), suppress=(Suppression(rule="repetition/doubled-word"),), **config)
    assert not silent.findings
    assert silent.estimate == plain.estimate


def test_the_signature_names_the_table() -> None:
    assert f"estimate:{version()}" in Engine(Config()).signature


def test_the_table_says_where_it_is_from() -> None:
    said = json.loads(OUT.read_text(encoding="utf-8"))["provenance"]
    assert said["command"]
    assert said["date"]
    assert said["sets"]
