"""What rules say that they can only fire on is true: nothing is lost by not running the others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from mtqa.config import Config
from mtqa.dispatch import Dispatch
from mtqa.document import Document, Segment
from mtqa.engine import Engine
from mtqa.finding import Match
from mtqa.matching.facts import FACTS
from mtqa.registry import load_rules
from mtqa.rule import Rule

ROOT = Path(__file__).parents[1]
RULES = load_rules().rules
TEXTS = sorted([*ROOT.glob("samples/*.txt"), *ROOT.glob("tests/clean/*.txt")])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_what_a_rule_flags_calls_it(rule: Rule) -> None:
    dispatch = Dispatch([rule])
    for example in rule.bad:
        document, _ = example.document()
        assert rule.missing(document) or dispatch.due(document), example.text
    assert all(word and word == word.lower() for word in rule.words)
    assert all(rule.signs)


def found(engine: Engine, document: Document) -> list[tuple[str, list[Match]]]:
    """What each rule of the engine finds that can run on a document and is called by nothing in it."""
    without = {number for number, rule in enumerate(engine.rules) if rule.missing(document)}
    due = set(engine.profile(None).selection.dispatch.due(document, without))
    left = (rule for number, rule in enumerate(engine.rules) if number not in due and number not in without)
    return [(rule.id, matches) for rule in left if rule.run is not None and (matches := rule.run(document))]


@pytest.fixture(scope="module")
def engine() -> Engine:
    """All rules."""
    return Engine(Config(select=("all",)))


def examples() -> Iterator[Document]:
    """The examples of all rules."""
    for rule in RULES:
        for example in (*rule.bad, *rule.good, *(one.example for one in rule.leave)):
            yield example.document()[0]


def test_rules_that_are_not_called_find_nothing_in_texts(engine: Engine) -> None:
    for path in TEXTS:
        assert found(engine, Document.from_text(path.read_text(encoding="utf-8"))) == [], path.name


@pytest.mark.parametrize("part", range(8))
def test_rules_that_are_not_called_find_nothing_in_examples(engine: Engine, part: int) -> None:
    for number, document in enumerate(examples()):
        if number % 8 == part:
            assert found(engine, document) == []


@pytest.mark.parametrize("fact", FACTS)
def test_every_fact_is_told_apart(fact: str) -> None:
    plain = Document("d", [Segment("A dog slept.")])
    told = Document(
        "d",
        [
            Segment("Paris awaits the talks", kind="headline", source="中国外交部发言人"),
            Segment("“Well,” said Jean McDupont of France. im gonna go lol!!! u no, 12 é, lol, gonna"),
            Segment("***", source="中国外交部发言人表示"),
            Segment("Die Regierung hat am Montag ein neues Gesetz über die Steuern der Firmen vorgestellt."),
        ],
    )
    assert not FACTS[fact](plain)
    assert FACTS[fact](told) or fact in ("informal", "passages")


def test_an_unknown_fact_is_refused() -> None:
    with pytest.raises(ValueError, match="fact"):
        Rule(category="fluency/spelling", severity="minor", facts=("moon",))
