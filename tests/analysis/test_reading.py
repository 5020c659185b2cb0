"""The reading of sentences: phrases and clauses as people would bracket them, and nothing where it is not sure."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.analysis.reading import Reading
from mtqa.analysis.tokens import tokenize


def read(text: str) -> Reading:
    """The reading of one sentence."""
    tokens = tokenize(text)
    for index, token in enumerate(tokens):
        token.index = index
    return Reading(tokens)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(
    "the a of in and , . ? \" ' 's that which who he it there is was were has not will do said red red-hot men man "
    "Mr Smith seen going to $ 5 % we've I'll 2017 very".split())), max_size=40).map(" ".join))  # fmt: skip
def test_spans_lie_in_order_inside_the_sentence(text: str) -> None:
    """On any text: phrases do not overlap, every place is a token, and a second reading is the same."""
    reading = read(text)
    count = len(reading.tokens)
    end = -1
    for noun in reading.noun_phrases:
        assert end < noun.first <= noun.head <= noun.last < count
        assert noun.determiner is None or noun.determiner == noun.first
        assert noun.possessor is None or noun.first <= noun.possessor < noun.head
        end = noun.last
    end = -1
    for verb in reading.verb_groups:
        assert end < verb.first <= verb.head <= verb.last < count
        assert verb.finite in (None, verb.first)
        end = verb.last
    assert [clause.verb.first for clause in reading.clauses] == sorted(
        {clause.verb.first for clause in reading.clauses}
    )
    for clause in reading.clauses:
        assert clause.subject is None or clause.subject in reading.noun_phrases
        assert all(noun in reading.noun_phrases for noun in clause.objects)
        assert clause.opener is None or 0 <= clause.opener < clause.verb.first
    again = read(text)
    assert (again.tagged, again.noun_phrases, again.clauses) == (reading.tagged, reading.noun_phrases, reading.clauses)
