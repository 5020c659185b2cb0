"""The optional grammar engine: what it may say when installed, and the line that stands for it when not."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

import pytest

from mtqa import extras
from mtqa.cli import app
from mtqa.cli.rules import _selftest as selftest
from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine
from mtqa.extras import Extra
from mtqa.registry import load_rules
from mtqa.report import DocumentReport
from mtqa_rules.grammar import engine as module

ID = "grammar/engine"
REASON = "needs the extra mtqa[grammar]: pip install 'mtqa[grammar]'"
WRONG = "The photos were took by her sister."


def run(*targets: str, select: str = ID) -> DocumentReport:
    document = Document(id="x", segments=[Segment(target) for target in targets])
    report = Engine(Config(select=(select,))).check(document)
    assert report.failures == ()
    return report


def texts(*targets: str) -> list[str]:
    return [finding.text for finding in run(*targets).findings]


@pytest.fixture
def absent(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """As if the engine's data had never been installed."""
    found = extras.find_spec
    monkeypatch.setattr(extras, "find_spec", lambda name: None if name == "lingotweaker_data_en" else found(name))
    extras._installed.cache_clear()
    yield
    extras._installed.cache_clear()


@pytest.fixture
def installed() -> None:
    pytest.importorskip("lt_py")
    pytest.importorskip("lingotweaker_data_en")


@pytest.mark.usefixtures("absent")
class TestWithout:
    def test_default_run_says_that_it_was_skipped(self) -> None:
        report = run(WRONG, select="default")
        assert [skipped.reason for skipped in report.skipped_rules if skipped.rule == ID] == [REASON]
        assert ID not in {finding.rule for finding in report.findings}

    def test_signature_names_no_engine(self) -> None:
        assert "|engines:none|" in Engine(Config(select=(ID,))).signature

    def test_examples_are_no_failures(self) -> None:
        assert load_rules().get(ID).self_test() == []

    def test_command_line_says_so_in_words(self, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
        story = tmp_path / "story.txt"
        story.write_text(WRONG, encoding="utf-8")
        for arguments, status in ((["check", "--select", ID, str(story)], 2), (["explain", ID], 0)):
            with pytest.raises(SystemExit) as ended:
                app.main(arguments)
            assert ended.value.code == status  # a story that no rule has read is unchecked
        assert selftest((load_rules().get(ID),)) == 0
        said = capsys.readouterr().out
        assert f"not run: grammar (1 rule): {REASON}" in said
        assert f"{ID}: not tested: {REASON}" in said
        assert "mtqa[grammar] (not installed)" in said


@pytest.mark.usefixtures("installed")
class TestWith:
    def test_offsets_are_code_points(self) -> None:
        text = "“Déjà vu” 😀👩‍👩‍👧: 中文, she said. 😀 The photos were took by her sister."
        (finding,) = run("One 😀.", text).findings
        assert (finding.segment, text[finding.start : finding.end], finding.text) == (1, "took", "took")
        assert finding.start == text.index("took")

    def test_half_a_surrogate_pair_moves_nothing(self) -> None:
        assert texts("\ud800 The photos 😀 were took by her sister.") == ["took"]

    def test_message_is_ours_and_evidence_names_the_engine(self) -> None:
        (finding,) = run(WRONG).findings
        assert finding.message == "“took” is not the form of the verb that belongs here; “taken” is expected."
        assert finding.suggestions[0] == "taken"
        assert finding.evidence == {"engine": "LingoTweaker", "engine_rule": "BEEN_PART_AGREEMENT"}

    @pytest.mark.parametrize(
        "text",
        [
            "The Sketches of Mazu is a series of murals.",  # a title
            "Reporter An Lumeng met Wang Shu and Dembele.",  # names the engine does not know
            "Last year the fund bought A shares and sold B shares.",
            "He want Kaplunovskiy want.",  # beside an unknown word
            "the theatre recieves colour , and the cafe",  # its spelling, casing and typography
        ],
    )
    def test_says_nothing_of_names_spelling_and_style(self, text: str) -> None:
        assert texts(text) == []

    def test_headlines_are_left_alone(self) -> None:
        assert texts("These problem worry the town", "The town is worried about its water.") == []

    def test_one_defect_is_named_once(self) -> None:
        assert texts("These problem are not new.") == ["These problem"]

    def test_signature_names_engine_and_data(self) -> None:
        names = [f"{name}-{version(name)}" for name in ("lingotweaker", "lingotweaker-data-en")]
        assert f"|engines:{'+'.join(names)}|" in Engine(Config(select=(ID,))).signature
        assert "|engines:none|" in Engine(Config(select=("default",), ignore=(ID,))).signature

    @pytest.mark.parametrize("text", ['"' * 200_000, "a" * 2_000_000, "( " * 100_000, "“a " * 70_000])
    def test_hostile_text_is_no_work(self, text: str) -> None:
        assert run(text, WRONG).findings[-1].text == "took"

    def test_reads_only_so_much_of_a_document(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(module, "_MOST", 2 * len(WRONG))
        assert texts(*[WRONG] * 5) == ["took", "took"]


def test_a_panic_of_the_engine_is_a_crash_of_this_rule_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    class PanicException(BaseException):
        pass

    class Broken:
        def check(self, text: str) -> list[dict[str, object]]:
            raise PanicException(f"index out of bounds in {text}")

    monkeypatch.setattr(module, "_engine", Broken)
    monkeypatch.setattr(extras, "_installed", bool)
    report = Engine(Config(select=(ID,))).check(Document(id="x", segments=[Segment(WRONG)]))
    assert [failure.rule for failure in report.failures] == [ID]
    assert "index out of bounds" in report.failures[0].error


def test_an_extra_of_another_rule_package() -> None:
    assert Extra("click", (("click", "click"),)).missing is None
    assert Extra("click", (("click", "click"),)).version == f"click-{version('click')}"
    assert Extra("zzz", (("zzz_no_such.module", "zzz"),)).missing == "needs the extra zzz: pip install 'zzz'"
    assert Extra("zzz", (("zzz_no_such", "zzz"),)).version == "zzz-unknown"
