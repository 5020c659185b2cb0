"""LEAVE: places a rule leaves alone, each proved by its own sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.document import Document, Segment
from mtqa.finding import Match
from mtqa.matching.leave import exceptions
from mtqa.registry import RuleLoadError, load_rules
from mtqa.rule import Example, Rule

RULE = '''"""“The” stands twice.

Why it happens: x
How it is found: x
What it leaves alone: x
"""

import re

from mtqa import Match, Rule

rule = Rule(category="fluency/grammar", severity="minor")
BAD = ["He saw [[the the]] man."]
GOOD = ["He saw the man."]
LEAVE = [
    ("word the the", "The word the the linguist wrote, [[the the]] word he liked."),
    ("<np> by [[ the the ]]", "He heard a song by the the."),
]


@rule.check
def check(document):
    for number, segment in enumerate(document.segments):
        for found in re.finditer("the the", segment.target):
            yield Match(number, found.start(), found.end(), "twice")
'''


def loaded(folder: Path, text: str) -> Rule:
    (folder / "twice.py").write_text(text, encoding="utf-8")
    (rule,) = (rule for rule in load_rules([str(folder)]).rules if rule.id == f"{folder.name}/twice")
    return rule


def test_what_a_pattern_covers_is_left_alone(tmp_path: Path) -> None:
    rule = loaded(tmp_path, RULE)
    assert rule.self_test() == []
    assert rule.run is not None
    texts = ("In the the word the the end.", "A song by the the is the the song.")
    matches = rule.run(Document("d", [Segment(text) for text in texts]))
    assert [(match.segment, match.start) for match in matches] == [(0, 3), (1, 21)]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("a song by the the.", "a song by the band.", "LEAVE '<np> by [[ the the ]]' changes nothing on"),
        ("a song by the the.", "a song for the the.", "changes nothing on"),
        ("a song by the the.", "a song by the the, the the song.", "expected [], found [(0, 28, 35)]"),
        ('"word the the"', '"word|song|by the the"', "LEAVE '<np> by [[ the the ]]' changes nothing on"),
        ("a song by the the.", "a song by [[the the.", "mark not closed"),
    ],
)
def test_a_pattern_that_its_sentence_does_not_need_is_refused(tmp_path: Path, old: str, new: str, fault: str) -> None:
    rule = loaded(tmp_path, RULE.replace(old, new))
    assert any(fault in failure for failure in rule.self_test())
    assert len(rule.leave) == 2


@pytest.mark.parametrize(
    ("name", "example"),
    [
        ("<quoted>", Example("He said: “It is [[the]] man.” He saw the man.")),
        ("<headline>", Example("He saw the man.", title="He is [[the]] man")),
        ("<verse>", Example("The rose is red, [[the]] violet blue.", kind="verse")),
        ("<caption>", Example("He saw [[the]] man.", kind="caption")),
        ("<list>", Example("He saw [[the]] man.", kind="table")),
        ("<title-of-a-work>", Example("The film “Over [[the]] Hills” was long; he saw the man.")),
        ("<mentioned>", Example("The word “[[the]]” is short; he saw the man.")),
        ("<question>", Example("He saw the man. Is it [[the]] man?")),
        ("<inverted>", Example("“No,” [[said]] the man. He saw the man.")),
        ("<set-phrase>", Example("He is, [[as]] it were, the man; he came as the man.")),
        ("<archaic>", Example("He saith unto the man, what hath thou to do with [[the]] men?")),
    ],
)
def test_an_exception_may_have_a_name(name: str, example: Example) -> None:
    shown, spans = example.document()
    ((segment, start, end),) = spans
    (leave,) = exceptions([(name, example)])
    assert leave.covering(shown)(Match(segment, start, end, "x"))
    plain = Document("d", [Segment("The old man saw the dog.")])
    assert not leave.covering(plain)(Match(0, 8, 11, "x"))


@pytest.mark.parametrize(
    ("new", "fault"),
    [
        ('("the? x?", "The.")', "needs a word that is neither optional nor repeated"),
        ('"word the the"', "LEAVE must be a list of (pattern, sentence)"),
        ('(3, "The.")', "LEAVE must be a list of (pattern, sentence)"),
    ],
)
def test_a_wrong_entry_names_the_file_and_the_fault(tmp_path: Path, new: str, fault: str) -> None:
    start, end = RULE.index("LEAVE = ["), RULE.index("]\n\n\n@rule")
    with pytest.raises(RuleLoadError) as caught:
        loaded(tmp_path, f"{RULE[:start]}LEAVE = [{new}{RULE[end:]}")
    assert "twice.py" in str(caught.value)
    assert fault in str(caught.value)
