"""The engine: one broken rule, merged findings, skipped rules, scores; the same bytes for any jobs."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import pytest

from mtqa import Document, Match, Problem, Segment
from mtqa.config import Config
from mtqa.engine import Engine
from mtqa.registry import RuleLoadError, load_rules
from mtqa.score import score, verdict

BROKEN = '''"""A rule that breaks."""
from mtqa.rule import Rule
rule = Rule(category="fluency/grammar", severity="minor")
BAD, GOOD = [], []
@rule.check
def check(document):
    raise KeyError("oops")
'''
WORD = '''"""Flags the word {word}."""
from mtqa.finding import Match
from mtqa.rule import Rule
rule = Rule(category="fluency/grammar", severity="{severity}", needs={needs})
BAD, GOOD = ["[[{word}]]"], ["other"]
@rule.check
def check(document):
    for sentence, i in document.analysis.find("{word}"):
        token = sentence.tokens[i]
        yield Match(sentence.segment, token.start, token.end, "a word")
'''


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    rules = tmp_path / "house"
    rules.mkdir()
    (rules / "one.py").write_text(WORD.format(word="bad", severity="minor", needs="()"))
    (rules / "two.py").write_text(WORD.format(word="bad", severity="major", needs="()"))
    (rules / "sourced.py").write_text(WORD.format(word="bad", severity="major", needs='("source",)'))
    return rules


def engine(folder: Path, **options: object) -> Engine:
    return Engine(Config(select=("house",), rules=(str(folder),), **options))  # type: ignore[arg-type]


def document(*targets: str, id: str = "d") -> Document:
    return Document(id, [Segment(target, line=i + 1, column=1) for i, target in enumerate(targets)])


def test_same_defect_by_two_rules_is_one_finding_with_both_ids(folder: Path) -> None:
    report = engine(folder).check(document("this is bad"))
    assert [(f.rule, f.rules, f.severity, f.text, f.line, f.column) for f in report.findings] == [
        ("house/two", ("house/two", "house/one"), "major", "bad", 1, 9)
    ]
    assert report.penalty == 5
    assert report.score == 95.0


WIDE = '''"""Flags a whole segment."""
from mtqa.finding import Match
from mtqa.rule import Rule
rule = Rule(category="fluency/unintelligible", severity="minor")
BAD, GOOD = ["[[so]]"], ["other"]
@rule.check
def check(document):
    for number, segment in enumerate(document.segments):
        yield Match(number, 0, len(segment.target), "Something is wrong.", wide=True)
'''


def test_a_wide_finding_gives_way_to_one_inside_it(folder: Path) -> None:
    (folder / "wide.py").write_text(WIDE)
    report = engine(folder).check(document("fine", "this is bad", "fine again"))
    assert [(f.rule, f.segment) for f in report.findings] == [("house/wide", 0), ("house/two", 1), ("house/wide", 2)]
    assert report.penalty == 7


def test_rule_without_its_source_is_named_as_skipped(folder: Path) -> None:
    report = engine(folder).check(document("fine"))
    assert [(s.rule, s.reason) for s in report.skipped_rules] == [
        ("house/sourced", "needs the source text (a field or column “source”)")
    ]


def test_broken_rule_is_reported_and_the_others_stand(folder: Path) -> None:
    (folder / "broken.py").write_text(BROKEN)
    report = engine(folder).check(document("this is bad"))
    assert [(f.rule, f.error) for f in report.failures] == [("house/broken", "KeyError: 'oops'")]
    assert len(report.findings) == 1


def test_two_rules_of_one_id_are_refused(folder: Path) -> None:
    (folder / "a_b.py").write_text(BROKEN)
    (folder / "a-b.py").write_text(BROKEN)
    with pytest.raises(RuleLoadError, match="two rules have the id 'house/a-b'"):
        engine(folder)


def test_unknown_selector_names_the_nearest() -> None:
    with pytest.raises(ValueError, match="did you mean 'casing'"):
        Engine(Config(select=("cassing",)))


def test_file_that_is_no_rule_is_refused(folder: Path) -> None:
    (folder / "empty.py").write_text("x = 1\n")
    with pytest.raises(RuleLoadError, match=r"empty\.py: a rule file defines"):
        engine(folder)


def test_preview_rules_run_only_by_name(folder: Path) -> None:
    text = (folder / "one.py").read_text().replace('severity="minor"', 'severity="minor", status="preview"')
    (folder / "two.py").unlink()
    (folder / "one.py").write_text(text)
    loaded = load_rules([str(folder)])
    assert "house/one" not in {rule.id for rule in loaded.select(("default",), ())}
    assert "house/one" not in {rule.id for rule in loaded.select(("house",), ())}
    assert "house/one" in {rule.id for rule in loaded.select(("house/one",), ())}
    assert "house/one" in {rule.id for rule in loaded.select(("all",), ())}


def test_segments_are_scored_on_their_own_words(folder: Path) -> None:
    report = engine(folder).check(document("this is bad", "fine " * 200))
    assert [(s.words, s.score, s.penalty) for s in report.segments] == [(3, 95.0, 5), (200, 100.0, 0)]


def test_any_number_of_jobs_gives_the_same_reports(folder: Path) -> None:
    def stream() -> Iterator[Document | Problem]:
        for number in range(20):
            yield document("this is bad" if number % 3 else "fine", id=str(number))
            if number == 5:
                yield Problem("x", "broken")

    runner = engine(folder)
    one = [dataclasses.asdict(item) for item in runner.run(stream())]
    two = [dataclasses.asdict(item) for item in runner.run(stream(), jobs=2)]
    assert one == two


def test_finding_outside_its_segment_is_a_rule_failure(folder: Path) -> None:
    (folder / "two.py").write_text(
        (folder / "two.py").read_text().replace("token.start, token.end", "token.start, 10_000")
    )
    report = engine(folder).check(document("this is bad"))
    assert [failure.rule for failure in report.failures] == ["house/two"]


@pytest.mark.parametrize(
    ("points", "words", "expected"),
    [(0, 0, 100.0), (1, 10, 99.0), (5, 500, 99.0), (200, 100, 0.0), (1, 3, 99.0)],
)
def test_score(points: int, words: int, expected: float) -> None:
    assert score(points, words) == expected


def test_verdict() -> None:
    assert verdict(89.9, (), 70, 90, "critical") == "warn"
    assert verdict(69.9, (), 70, 90, "critical") == "fail"
    assert verdict(100.0, (), 70, 90, None) == "pass"


def test_match_is_plain_data() -> None:
    assert Match(0, 1, 2, "m") == Match(0, 1, 2, "m")


def test_a_changed_table_or_helper_shows_in_the_signature(folder: Path) -> None:
    hashes = {engine(folder).rule_set.hash}
    (folder / "data").mkdir()
    for name in ("data/words.txt", "_helper.py"):
        for content in ("one = 1\n", "two = 2\n"):
            (folder / name).write_text(content)
            hashes.add(engine(folder).rule_set.hash)
    assert len(hashes) == 5
    (folder / "data/words.txt").write_bytes(b"two = 2\r\n")  # a checkout on another system
    assert engine(folder).rule_set.hash in hashes
