"""The role rules on what their examples cannot show: evidence, order, and hostile text."""

from __future__ import annotations

import pytest

from mtqa.document import Document, Segment
from mtqa.finding import Match
from mtqa_rules.roles import same_party, same_thing, swapped, twice_listed

RULES = (same_party, same_thing, swapped, twice_listed)


def run(module: object, *texts: str) -> list[Match]:
    document = Document(id="t", segments=[Segment(text) for text in texts])
    return list(module.check(document))  # type: ignore[attr-defined]


def test_the_evidence_says_what_the_story_has_elsewhere() -> None:
    (match,) = run(
        same_party,
        "Japan protests against Russia's arms sales to Russia",
        "The Japanese side spoke of China, and Russia to sell new weapons to China was the cause.",
    )
    assert match.evidence["elsewhere"] == "Russia to sell new weapons to China"
    assert "Russia to sell new weapons to China" in match.message


def test_without_another_place_there_is_no_such_evidence() -> None:
    (match,) = run(same_party, "Japan protests against Russia's arms sales to Russia.")
    assert dict(match.evidence) == {"party": "Russia"}


def test_the_message_names_both_names_of_one_party() -> None:
    (match,) = run(twice_listed, "The bill was opposed by America and the United States.")
    assert "“America” and “the United States”" in match.message


@pytest.mark.parametrize("module", RULES)
@pytest.mark.parametrize(
    "text",
    ["", " ", "and", "between and", "and and and", "China", "China-", "the US", '" China', "between China and"],
)
def test_scraps_of_text_are_no_trouble(module: object, text: str) -> None:
    for match in run(module, text):
        assert 0 <= match.start < match.end <= len(text)


@pytest.mark.parametrize("module", RULES)
@pytest.mark.parametrize("text", ["China, Japan, ", "between China and ", "key areas and ", "the old and ", '" '])
def test_long_runs_without_a_full_stop(module: object, text: str) -> None:
    # one sentence of tens of thousands of words: a rule that looks back over it at every trigger would hang
    assert isinstance(run(module, text * 8_000), list)
