"""The register of a text, as it shows it and as the configuration has it."""

from __future__ import annotations

import pytest

import mtqa
from mtqa import Document, Segment
from mtqa.config import Config
from mtqa.engine import Engine
from mtqa.perpath import PathTable, PathTables

CHAT = "hi, are you there?\ni tried it again .. it does not work\nDid you restart it ?\nyes, twice. nothing changed"
POST = (
    "Went there with my kids. they loved it!!\nYou should try the soup :) it is the best i ever had. we will come back."
    "\nthe staff are nice, too. you can ask them for more."
)
STORY = (
    "The talks ended at noon. the ministers left without a word. nobody knew why.\nThe prime minister said: "
    "“I cannot tell you what we spoke of. you will see.” They will meet again. according to the agency, it is late.\n"
    "The two sides have met four times since May. Their last talks ended in a quarrel over fish."
)


@pytest.mark.parametrize("text", [CHAT, POST])
def test_a_chat_is_told_once_and_its_slips_are_not_counted(text: str) -> None:
    report = mtqa.check(text)
    assert [(f.rule, f.severity) for f in report.findings] == [("structure/informal-text", "neutral")]
    reasons = {skipped.rule: skipped.reason for skipped in report.skipped_rules}
    assert reasons["casing/sentence-start"] == "written for news, the text is informal"


def test_a_broken_story_is_news() -> None:
    report = mtqa.check(STORY)
    assert [f.text for f in report.findings if f.rule == "casing/sentence-start"] == ["the", "nobody", "according"]


@pytest.mark.parametrize(
    ("config", "small"),
    [
        (Config(register="news"), True),
        (Config(register="informal"), False),
        (Config(paths=PathTables((PathTable("chat/**", register="news"),))), True),
        (Config(register="informal", paths=PathTables((PathTable("chat/**", register="news"),))), True),
        (Config(paths=PathTables((PathTable("mail/**", register="news"),))), False),
    ],
)
def test_the_configuration_overrules(config: Config, small: bool) -> None:
    document = Document("d", [Segment(line) for line in POST.split("\n")], path="chat/1.txt")
    report = Engine(config).check(document)
    assert any(f.rule == "casing/sentence-start" for f in report.findings) is small
    informal_said = any(f.rule == "structure/informal-text" for f in report.findings)
    assert informal_said is (not small and config.register is None)


def test_informal_story_by_configuration_has_no_small_starts() -> None:
    rules = {f.rule for f in mtqa.check(STORY, config=Config(register="informal")).findings}
    assert not rules & {"casing/sentence-start", "structure/informal-text"}
