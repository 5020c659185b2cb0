"""The forms of one word or name over a story: where each stands, and which place to report."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.analysis.names import is_title
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.knowledge.places import party

Place = tuple[Sentence, int]

_MOST = 200  # a form that stands oftener needs no more counting


def standing(analysis: Analysis, form: Sequence[str]) -> list[Place]:
    """Where words stand in a row as they are written, in reading order.

    House style does not bind headlines and quotations, nor the parts of addresses and longer names.
    """
    last = len(form) - 1
    found = [
        (sentence, i)
        for sentence, i in analysis.index.get(form[0].lower(), ())[:_MOST]
        if [token.text for token in sentence.tokens[i : i + len(form)]] == list(form)
    ]
    return [
        (sentence, i)
        for sentence, i in found
        if not analysis.speech.headline(sentence)
        and not analysis.speech.quoted(sentence, i)
        and not sentence.joined(i, i + last)
        and not (form[0][0].isupper() and _in_name(sentence, i, i + last))
    ]


def odd(ones: Sequence[Place], others: Sequence[Place]) -> tuple[Place, bool]:
    """The place to report where a story uses two forms: the first of the rarer, the later one where they tie.

    Args:
        ones, others: places of the two forms in reading order, neither empty.

    Returns:
        The place, and whether it is one of `ones`.
    """
    if len(ones) == len(others):
        first, second = ((sentence.segment, sentence.start, i) for (sentence, i) in (ones[0], others[0]))
        is_one = first > second
    else:
        is_one = len(ones) < len(others)
    return (ones if is_one else others)[0], is_one


def _in_name(sentence: Sentence, first: int, last: int) -> bool:
    """Whether capitalised words stand in a longer name or amount: the Macao Post, Bank of Macau, Team UK, US$5."""
    before, behind = sentence.at(first - 1), sentence.at(last + 1)
    if before.lower == "of" and sentence.at(first - 2).capitalised:
        return True
    if behind.text in ("$", ")") or (behind.capitalised and not is_title(behind)):
        return True
    return first > 1 and before.capitalised and party(before.text) is None
