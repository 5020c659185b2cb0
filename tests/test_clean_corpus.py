"""Good English is left alone: what the rules say of tests/clean/ is committed, so a new false alarm shows as a diff.

After a wanted change: `MTQA_WRITE_GOLDEN=1 pytest tests/test_clean_corpus.py`, and read the diff.
"""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from mtqa import Config, DocumentReport, check_documents, check_file
from mtqa.document import Document, Segment
from mtqa.registry import load_rules

CLEAN = Path(__file__).parent / "clean"
STORIES = sorted(path.name for path in CLEAN.glob("*.txt") if path.name != "findings.txt")

#: Rules on an optional engine are left out: the findings are to be the same whether it is installed or not.
ON_ENGINES = tuple(rule.id for rule in load_rules().rules if getattr(rule, "extra", None) is not None)


@cache
def report(name: str) -> DocumentReport:
    (made,) = check_file(CLEAN / name, config=Config(ignore=ON_ENGINES))
    assert isinstance(made, DocumentReport), made
    return made


def test_findings_are_as_accepted() -> None:
    lines = [
        f"{name}:{finding.line}:{finding.column} {finding.rule} “{finding.text}”: {finding.message}\n"
        for name in STORIES
        for finding in report(name).findings
    ]
    snapshot = CLEAN / "findings.txt"
    if os.environ.get("MTQA_WRITE_GOLDEN"):
        snapshot.write_text("".join(lines), encoding="utf-8")
    assert "".join(lines) == snapshot.read_text(encoding="utf-8"), "the findings on good English are not what they were"


@pytest.mark.parametrize("name", STORIES)
def test_good_story_passes(name: str) -> None:
    made = report(name)
    assert made.verdict == "pass"
    assert made.failures == ()


@pytest.mark.parametrize("name", ["usage-british.txt", "short-things.txt", "people.txt", "offices.txt"])
def test_single_sentences_are_left_alone(name: str) -> None:
    paragraphs = (CLEAN / name).read_text(encoding="utf-8").strip().split("\n\n")
    documents = [Document(id=paragraph, segments=[Segment(paragraph)]) for paragraph in paragraphs]
    made = check_documents(documents, config=Config(ignore=ON_ENGINES))
    assert {
        item.document.id: item.findings for item in made if isinstance(item, DocumentReport) and item.findings
    } == {}


def test_corpus_is_large_enough_to_mean_something() -> None:
    assert sum(report(name).words for name in STORIES) >= 2_900
