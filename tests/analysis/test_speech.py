"""Quotations, titles of works and mentions: one answer each."""

from __future__ import annotations

import pytest

from mtqa.analysis.tokens import EDGE
from mtqa.document import Document, Segment


def told(text: str, word: str, question: str) -> bool:
    """The answer to a question on the first place of a word; paragraphs are parted by a blank line."""
    analysis = Document("d", [Segment(part) for part in text.split("\n\n")]).analysis
    place = analysis.find(word.lower())[0]
    answer: bool = getattr(analysis.speech, question)(*place)
    return answer


@pytest.mark.parametrize(
    ("text", "word", "due"),
    [
        ("“We won,” he said.", "won", True),
        ("“We won,” he said.", "said", False),
        ('"We won. They lost," he said.', "lost", True),
        ("“We won.\n\n“They lost,” he said.", "lost", True),
        ("“We won.\n\n“They lost,” he said.", "said", False),
        ("‘We won,’ he said, ‘and the boys’ coach is glad.’", "coach", True),
        ("‘We won,’ he said, ‘and the boys’ coach is glad.’", "said", False),
        ("The boys’ coach was glad of the '90s and of rock 'n' roll, he said.", "said", False),
        ("He called it «great» and left.", "great", True),
        ("It was (as he said) great.", "said", False),
    ],
)
def test_quoted(text: str, word: str, due: bool) -> None:
    """In double marks over several paragraphs; in single ones where they are no apostrophes."""
    assert told(text, word, "quoted") == due


def test_a_mark_without_a_partner_leaves_it_open() -> None:
    """What may be quoted is said to be so by its own name only."""
    text = "He said: “We won. They lost.\n\nIt rained."
    assert told(text, "lost", "maybe_quoted")
    assert not told(text, "lost", "quoted")
    assert not told(text, "rained", "maybe_quoted")


@pytest.mark.parametrize(
    ("text", "word", "due"),
    [
        ('The novel "War and Peace" is long.', "and", True),
        ('The minister called it "War and Peace" again.', "and", False),
        ("She starred in the film Gone with the Wind as a girl.", "with", True),
        ("She starred in the film Gone with the Wind as a girl.", "girl", False),
        ("The film is in The Hague with subtitles.", "hague", False),
    ],
)
def test_titles_of_works(text: str, word: str, due: bool) -> None:
    """A quoted name beside the noun of a work, or capitals behind it."""
    assert told(text, word, "title") == due


@pytest.mark.parametrize(
    ("text", "word", "due"),
    [
        ('The word "is" stands twice here.', "is", True),
        ("The phrase ‘he don't’ is dialect.", "don't", True),
        ('"Whom" is a pronoun.', "whom", True),
        ('He said "is it so" and left.', "it", False),
        ("Speakers reject *he don't knows; they say he doesn't know.", "knows", True),
        ("Speakers reject *he don't knows; they say he doesn't know.", "say", False),
        ("Two * three * four is what they say.", "say", False),
    ],
)
def test_mentions(text: str, word: str, due: bool) -> None:
    """Words that are spoken of, in marks or behind an asterisk."""
    assert told(text, word, "mentioned") == due


def test_tokens_beside_a_sentence_are_empty() -> None:
    """No rule has to look whether there is a neighbour."""
    analysis = Document("d", [Segment("He came as well as she. Others left.")]).analysis
    sentence = analysis.sentences[0]
    assert sentence.at(-1) is sentence.at(99) is EDGE
    assert not EDGE.capitalised
    assert sentence.at(1).text == "came"
    assert sentence.says(2, "as", "well", "as")
    assert not sentence.says(6, ".", "others")
    assert sentence.text(1, 3) == "came as well"


def test_matches_over_tokens_and_phrases() -> None:
    """A rule names tokens; the match has code points."""
    analysis = Document("d", [Segment("Rain fell.  The two men has left.")]).analysis
    sentence = analysis.sentences[1]
    match = sentence.match(1, 2, "why", "a", "b", severity="major")
    assert (match.segment, match.start, match.end) == (0, 16, 23)
    assert (match.message, match.suggestions, match.severity) == ("why", ("a", "b"), "major")
    (clause,) = analysis.reading(sentence).clauses
    assert clause.subject is not None
    assert (clause.subject.text, clause.verb.text) == ("The two men", "has left")
    assert (clause.subject.match("why").start, clause.subject.match("why").end) == (12, 23)
    assert (clause.match("why").start, clause.match("why").end) == (12, 32)


def test_a_view_is_made_once() -> None:
    """What a family computes is kept for the document."""
    analysis = Document("d", [Segment("He came.")]).analysis
    calls = []

    def count(view: object) -> int:
        calls.append(view)
        return len(analysis.sentences)

    assert (analysis.view(count), analysis.view(count), len(calls)) == (1, 1, 1)
