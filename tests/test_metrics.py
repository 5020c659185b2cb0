"""Reference metrics: sacrebleu's own figures, and an end to what would take for ever."""

from __future__ import annotations

import io
import json
import random
from collections.abc import Sequence
from importlib.resources import files

import jsonschema
import pytest
from sacrebleu.metrics import BLEU, CHRF, TER, lib_ter

from mtqa import Document, Segment
from mtqa.config import Config
from mtqa.engine import Engine
from mtqa.metrics import Metrics, RunMetrics, document_metrics
from mtqa.reporters import REPORTERS, Tally
from mtqa.reporters.record import record

ORDINARY = [
    ("The minister said on Monday the talks would go on.", "On Monday the minister said that talks would continue."),
    ("Prices have doubled since spring in the harbour.", "Prices near the harbour have doubled since spring."),
]


def metrics(pairs: Sequence[tuple[str, str]]) -> Metrics:
    """Of a document of (target, reference) pairs."""
    made = document_metrics(Document("d", [Segment(target, None, reference) for target, reference in pairs]))
    assert made is not None
    return made


def shuffled(words: int, few: bool = False) -> tuple[str, str]:
    """A text, and its words in another order."""
    pick = random.Random(1)
    text = [pick.choice("the of a in to and is".split()) if few else f"w{number}" for number in range(words)]
    other = text[:]
    pick.shuffle(other)
    return " ".join(other), " ".join(text)


def test_figures_are_those_of_sacrebleu() -> None:
    targets, references = [target for target, _ in ORDINARY], [[reference for _, reference in ORDINARY]]
    made = metrics(ORDINARY)
    for value, metric in ((made.bleu, BLEU()), (made.chrf, CHRF()), (made.ter, TER())):
        assert value == round(metric.corpus_score(targets, references).score, 2)
    assert made.skipped == {}
    assert set(made.signatures) == {"bleu", "chrf", "segment_bleu", "ter"}
    assert "eff:yes" in made.signatures["segment_bleu"]
    for one, target, reference in zip(made.by_segment, targets, references[0], strict=True):
        assert one.bleu == round(BLEU(effective_order=True).sentence_score(target, [reference]).score, 2)
        assert one.chrf == round(CHRF().sentence_score(target, [reference]).score, 2)


@pytest.mark.parametrize(
    "pairs",
    [
        [shuffled(800)],
        [shuffled(400, few=True)],
        [shuffled(5000)],
        [shuffled(60)] * 100,
        [("word " * 3000, "other " * 3000)],
    ],
)
def test_ter_of_words_far_from_their_places_is_left_out(pairs: list[tuple[str, str]]) -> None:
    made = metrics(pairs)
    assert made.ter is None
    assert "too far from the reference's" in made.skipped["ter"]
    assert made.bleu is not None
    assert made.chrf is not None
    assert set(made.signatures) - {"segment_bleu"} == {"bleu", "chrf"}


def test_the_bound_is_on_work_and_leaves_nothing_behind() -> None:
    before = lib_ter.BeamEditDistance
    assert metrics([shuffled(5000)]) == metrics([shuffled(5000)])
    assert lib_ter.BeamEditDistance is before
    assert metrics(ORDINARY).ter is not None


def test_endless_segments_have_no_metrics_and_the_document_is_reported() -> None:
    text = "word " * 50_000
    made = metrics([(text, "short"), *ORDINARY])
    assert (made.bleu, made.chrf, made.ter) == (None, None, None)
    assert set(made.skipped) == {"bleu", "chrf", "ter"}
    assert all("200,000 characters" in why for why in made.skipped.values())


def test_a_metric_that_breaks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("division by zero")

    monkeypatch.setattr(CHRF, "_aggregate_and_compute", broken)
    made = metrics(ORDINARY)
    assert made.chrf is None
    assert made.skipped["chrf"] == "sacrebleu failed (ZeroDivisionError: division by zero)"
    assert made.ter is not None


def test_the_report_says_null_and_why() -> None:
    target, reference = shuffled(5000)
    report = Engine(Config(select=("casing",))).check(Document("d", [Segment(target, None, reference)]))
    value = json.loads(record(report, "s"))
    assert value["metrics"]["ter"] is None
    assert [one["reason"] for one in value["skipped_rules"] if one["rule"] == "metrics/ter"] == [
        report.metrics.skipped["ter"] if report.metrics else ""
    ]
    schema = json.loads(files("mtqa.data").joinpath("document.schema.json").read_text("utf-8"))
    jsonschema.validate(value, schema)


def test_the_run_is_one_corpus() -> None:
    """Each document alone in a run, and the run itself, have sacrebleu's own figures; nothing of the texts is kept."""
    pairs = [*ORDINARY, ("Nobody knows why the boats stayed.", "No one knew why the boats remained in port.")]
    documents = [
        Document(name, [Segment(target, None, reference) for target, reference in rows])
        for name, rows in (("a", pairs[:1]), ("b", pairs[1:]), ("c", []))
    ]
    tally = Tally()
    for item in Engine(Config()).run(documents):
        tally.add(item)
    whole = tally.summary("s").metrics
    assert whole is not None
    targets, references = [target for target, _ in pairs], [[reference for _, reference in pairs]]
    for value, metric in ((whole.bleu, BLEU()), (whole.chrf, CHRF()), (whole.ter, TER())):
        assert value == round(metric.corpus_score(targets, references).score, 2)
        assert str(metric.get_signature()) in whole.signatures.values()
    assert (whole.segments, whole.skipped) == (3, {})


def test_a_run_without_one_document_is_no_corpus() -> None:
    run = RunMetrics()
    assert run.metrics() is None
    run.add(metrics(ORDINARY))
    run.add(metrics([shuffled(800)]))
    whole = run.metrics()
    assert whole is not None
    assert (whole.ter, whole.skipped) == (None, {"ter": "not computed for 1 of 2 documents"})
    assert whole.bleu is not None


def test_reports_have_the_metrics_of_the_run() -> None:
    document = Document("d", [Segment(target, None, reference) for target, reference in ORDINARY])
    said = {}
    for name in ("json", "text", "junit"):
        stream = io.StringIO()
        reporter, tally = REPORTERS[name](stream, "s"), Tally()
        for item in Engine(Config()).run([document]):
            tally.add(item)
            reporter.add(item)
        reporter.close(tally.summary("s"))
        said[name] = stream.getvalue()
    made = metrics(ORDINARY)
    report = json.loads(said["json"])
    schema = json.loads(files("mtqa.data").joinpath("report.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(report)
    assert (report["metrics"]["bleu"], report["metrics"]["chrf"]) == (made.bleu, made.chrf)
    assert report["metrics"]["signatures"]["chrf"].startswith("nrefs:1|")
    shown = f"BLEU {made.bleu:.2f}, chrF {made.chrf:.2f}, TER {made.ter:.2f} (2 segments)"
    assert f"against the references, all as one: {shown}\n" in said["text"]
    assert "sacrebleu: bleu nrefs:1|" in said["text"]
    assert f'<property name="against the references" value="{shown}"/>' in said["junit"]
