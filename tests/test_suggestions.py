"""A suggestion put in place of the span leaves a sound text, and a rule whose suggestions do not is told so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

import mtqa
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule, examples
from mtqa.suggestion import fitted, replaced


def mended(text: str, span: str, suggestion: str) -> str:
    start = text.rindex(span)
    return replaced(text, fitted(Match(0, start, start + len(span), "x", (suggestion,)), text))


@pytest.mark.parametrize(
    ("text", "span", "suggestion", "whole"),
    [
        ("It was a joint joint patrol.", "joint", "", "It was a joint patrol."),
        ("They met in Spain Spain.", "Spain", "", "They met in Spain."),
        ("Body: The bridge is closed.", "Body:", "", "The bridge is closed."),
        ("The bridge is closed.\n```", "```", "", "The bridge is closed."),
        ("It closed (Photo) on Monday.", "(Photo)", "", "It closed on Monday."),
        ("It closed (so so it is said).", "so", "", "It closed (so it is said)."),
        ("the the the", "the", "", "the the"),
        ("A “word word”.", "word", "", "A “word”."),
        ("a (big (big) cat", "(big)", "", "a (big cat"),
        ("soup, fish and cake", "and", ", and", "soup, fish, and cake"),
        ("They is here.", "is", "are", "They are here."),
        ("all", "all", "", ""),
    ],
)
def test_what_is_left_out_takes_its_space_along(text: str, span: str, suggestion: str, whole: str) -> None:
    assert mended(text, span, suggestion) == whole


def test_other_suggestions_keep_the_space() -> None:
    match = fitted(Match(0, 8, 11, "x", ("", "and")), "He said out it.")
    assert [
        replaced("He said out it.", Match(0, match.start, match.end, "x", (one,))) for one in match.suggestions
    ] == [
        "He said it.",
        "He said and it.",
    ]


def test_the_report_can_be_applied_as_it_stands() -> None:
    text = "He said that the the dog was here, and it was late in the day."
    (finding,) = [one for one in mtqa.check(text).findings if one.rule == "repetition/doubled-word"]
    assert text[finding.start : finding.end] == finding.text == " the"
    assert text[: finding.start] + finding.suggestions[0] + text[finding.end :] == text.replace("the the", "the")


def rule_that_suggests(suggestion: str) -> Rule:
    rule = Rule(category="fluency/grammar", severity="minor", id="house/foo", page="Foo stands there.\n")
    rule.bad, rule.good = examples(["It is a [[foo]] indeed."]), examples(["It is a bar."])

    @rule.check
    def check(document: Document) -> Iterator[Match]:
        for sentence, i in document.analysis.find("foo", "foos"):
            token = sentence.tokens[i]
            yield Match(sentence.segment, token.start, token.end, "Foo.", (suggestion,))

    return rule


def test_self_test_wants_suggestions_that_mend() -> None:
    assert rule_that_suggests("bar").self_test() == []
    assert rule_that_suggests("").self_test() == []
    (again,) = rule_that_suggests("foos").self_test()
    assert "suggestion 'foos' for 'foo' is flagged again: 'It is a foos indeed.'" in again
    (space,) = rule_that_suggests("bar ").self_test()
    assert "leaves a space over: 'It is a bar  indeed.'" in space


def test_a_message_that_quotes_nothing_fails() -> None:
    rule = Rule(category="fluency/grammar", severity="minor", id="house/foo", page="Foo stands there.\n")
    rule.bad, rule.good = examples(["A [[foo]] there."]), examples(["A bar there."])

    @rule.check
    def check(document: Document) -> Iterator[Match]:
        start = document.segments[0].target.find("foo")
        if start >= 0:
            yield Match(0, start, start + 3, "“” has lost its verb.")

    assert rule.self_test() == ["house/foo: the message quotes nothing: '“” has lost its verb.'"]
