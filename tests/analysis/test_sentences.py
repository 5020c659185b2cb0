"""Where a sentence ends: abbreviations, quotations, and the lower-case starts that engines write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.analysis.text import Analysis
from mtqa.document import Segment


def sentences(text: str) -> list[str]:
    return [text[s.start : s.end] for s in Analysis([Segment(text)]).sentences]


@pytest.mark.parametrize(
    "parts",
    [
        ["It rained.", "The road was wet."],
        ["It rained on Monday.", "the road was wet."],
        ["The U.S. President arrived.", "He left."],
        ["He moved to the U.S.", "The visit was short."],
        ["He lives in the U.S. and works there."],
        ["Mr. Smith met Dr. J. R. Jones at 5 p.m. on Friday."],
        ["They met at 5 p.m.", "The talks were short."],
        ["Gen. David Petraeus spoke."],
        ["Apple Inc. said sales rose."],
        ["It was bought by Apple Inc.", "The price was not given."],
        ["“Why?” he asked."],
        ["“It is over.” he said."],
        ["“It is over.”", "The judge left."],
        ["Yahoo! said it would."],
        ["He waited ... and waited."],
        ["He waited...", "Then he left."],
        ["He waited . . . and waited . . . .", "Then he left."],
        ["Sales rose to 3.5 million in 2017.", "5 people left."],
        ["See No. 5 on the list."],
        ["What happened?!", "Nobody knows."],
        ["He said (it was late.)", "Nobody answered."],
        ["First line.\n\nsecond paragraph"],
    ],
)
def test_split(parts: list[str]) -> None:
    text = " ".join(parts)
    expected = parts if parts[0] != "First line.\n\nsecond paragraph" else ["First line.", "second paragraph"]
    assert sentences(text) == expected


@given(st.text(alphabet='aB. "”?!…\n(),U', max_size=120))
def test_sentences_cover_every_token_in_order(text: str) -> None:
    analysis = Analysis([Segment(text)])
    tokens = [token for sentence in analysis.sentences for token in sentence.tokens]
    assert tokens == analysis.paragraphs[0].tokens
    assert all(s.tokens[t.index] is t for s in analysis.sentences for t in s.tokens)


def test_headline_is_known_by_its_look() -> None:
    texts = ("Japan protests against arms sales", "The talks were held on Monday in Tokyo.")
    analysis = Analysis([Segment(text) for text in texts])
    assert [p.kind for p in analysis.paragraphs] == ["headline", "body"]
