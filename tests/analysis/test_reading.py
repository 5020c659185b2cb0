"""The reading of sentences: phrases and clauses as people would bracket them, and nothing where it is not sure."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mtqa.analysis.clauses import Clause
from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import tokenize
from mtqa.document import Document, Segment


def read(text: str) -> Reading:
    """The reading of one sentence."""
    return Reading(Sentence(0, tokenize(text), True))


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(st.text(max_size=12), st.sampled_from(
    "the a of in and , . ? \" ' 's that which who he it there is was were has not will do said red red-hot men man "
    "Mr Smith seen going to $ 5 % we've I'll 2017 very".split())), max_size=40,
).map(" ".join).filter(tokenize))  # fmt: skip
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
    assert shown(read(text)) == shown(reading)


def shown(reading: Reading) -> str:
    """All that is read in a sentence."""
    return repr((reading.tagged, reading.noun_phrases, reading.verb_groups, reading.clauses))


class Drawn(NamedTuple):
    """A sentence and what a person drew in it, by code points."""

    text: str
    phrases: set[tuple[int, int]]
    finite: set[int]
    subjects: set[tuple[int, int]]  # where phrase and verb begin
    misread: bool


def drawn(line: str) -> Drawn:
    """A line of reading.txt without its brackets."""
    text = ""
    phrases: set[tuple[int, int]] = set()
    finite: set[int] = set()
    numbered: dict[str, list[int]] = {}
    opened = 0
    for part in re.findall(r"[\[{](?:\d=)?|[\]}]|[^\[\]{}]+", line.removeprefix("!")):
        if part[0] in "[{":
            opened = len(text)
            if part[0] == "{":
                finite.add(opened)
            if len(part) > 1:
                numbered.setdefault(part[1], []).insert(part[0] == "{", opened)
        elif part == "]":
            phrases.add((opened, len(text)))
        elif part != "}":
            text += part
    starts = {start for start, _ in phrases}
    pairs = {(a, b) if a in starts else (b, a) for a, b in numbered.values()}
    return Drawn(text, phrases, finite, pairs, line[0] == "!")


LINES = [
    line for line in Path(__file__).with_name("reading.txt").read_text(encoding="utf-8").splitlines()
    if line and line[0] != "#"
]  # fmt: skip


def found(text: str) -> Drawn:
    """The same of what is read."""
    reading = read(text)
    tokens = reading.tokens
    return Drawn(
        text,
        {(tokens[noun.first].start, tokens[noun.last].end) for noun in reading.noun_phrases},
        {tokens[clause.verb.first].start for clause in reading.clauses},
        {
            (tokens[clause.subject.first].start, tokens[clause.verb.first].start)
            for clause in reading.clauses if clause.subject is not None
        },
        False,
    )  # fmt: skip


@pytest.mark.parametrize("line", LINES)
def test_what_is_read_is_what_a_person_would_draw(line: str) -> None:
    """Nothing is read that is not there; a line marked as misread is."""
    true = drawn(line)
    got = found(true.text)
    right = got.phrases <= true.phrases and got.finite <= true.finite and got.subjects <= true.subjects
    assert right != true.misread, got


def test_most_of_it_is_read() -> None:
    """Of what is drawn: nine in ten phrases and finite verbs, eight in ten subjects."""
    counts: Counter[str] = Counter()
    for line in LINES:
        true = drawn(line)
        got = found(true.text)
        for kind in ("phrases", "finite", "subjects"):
            counts[kind] += len(getattr(true, kind))
            counts[kind + " read"] += len(getattr(true, kind) & getattr(got, kind))
    shares = {kind: counts[kind + " read"] / counts[kind] for kind in ("phrases", "finite", "subjects")}
    assert shares["phrases"] > 0.9, shares
    assert shares["finite"] > 0.9, shares
    assert shares["subjects"] > 0.8, shares


def clause(text: str, verb: str) -> Clause:
    """The clause of a finite verb."""
    reading = read(text)
    return next(one for one in reading.clauses if reading.tokens[one.verb.first].text == verb)


@pytest.mark.parametrize(
    ("text", "verb", "number"),
    [
        ("The price of the vegetables have increased.", "have", "one"),
        ("Ann and Bob is here.", "is", "many"),
        ("There is many reasons for this.", "is", "many"),
        ("The players of the national team is in good condition.", "is", "many"),
        ("You are right.", "are", None),
    ],
)
def test_number_of_the_subject(text: str, verb: str, number: str | None) -> None:
    """The head's number; several are many; `you` may be either."""
    assert clause(text, verb).number == number


def test_kinds_of_clauses() -> None:
    """Questions, inversions, relative and existential clauses, unreal ones."""
    assert clause("Did the minister know about it?", "Did").question
    assert clause('"We won," said Maria Keller.', "said").inverted
    assert clause("The man who came late left early.", "came").relative
    assert clause("There are two doors.", "are").existential
    assert not clause("If he were here, we would know.", "were").real
    assert not clause("They demand that he go, and that she is paid.", "is").existential
    assert clause("The court ruled that the ban was illegal.", "was").real


def test_verb_groups() -> None:
    """Form, tense and voice of what stands together."""
    group = clause("The suspect has not yet been arrested by the police.", "has").verb
    assert (group.tense, group.form, group.passive, group.copula) == ("present", "VBN", True, False)
    group = clause("She would never have said it.", "would").verb
    assert (group.tense, group.form, group.passive) == ("modal", "VBN", False)
    group = clause("The coach was ill.", "was").verb
    assert (group.tense, group.copula, group.first, group.last) == ("past", True, 2, 2)


def test_phrases_know_their_parts() -> None:
    """Determiner, possessor, head and number."""
    reading = read("The bank's new chief executives met in Rome.")
    noun, place = reading.noun_phrases
    tokens = reading.tokens
    assert [tokens[i].text for i in (noun.first, noun.possessor or 0, noun.head)] == ["The", "bank", "executives"]
    assert (noun.determiner, noun.number, place.determiner, place.possessor) == (0, "many", None, None)
    assert [(tokens[one.preposition].text, one.noun) for one in reading.prepositional_phrases] == [("in", place)]


def items(text: str) -> list[list[str]]:
    """The items of the lists of a sentence."""
    return [[item.text for item in one.items] for one in read(text).lists]


def test_lists() -> None:
    """Items that are sure; nothing where it is open what is joined, or where a clause begins with the last."""
    assert items("In May, Ann, Bob and Tom left.") == [["Ann", "Bob", "Tom"]]
    assert items("They sell apples, pears, and plums.") == [["apples", "pears", "plums"]]
    assert items("The envoys of France and Italy met.") == [["France", "Italy"]]
    assert items("The head of the bank and the mayor met.") == []
    assert items("She likes the dog and the cat sleeps.") == []
    assert items("We saw Ann, the mayor, and Bob.") == []
    assert clause("Apples, pears and plums are sold out.", "are").number == "many"


def test_clauses_hang_on_each_other() -> None:
    """What stands by itself, what hangs on a clause, and what describes a noun."""
    reading = read("When he came, she left because the house that Jack built was old.")
    came, left, built, burnt = reading.clauses
    assert [one.main for one in reading.clauses] == [False, True, False, False]
    assert (came.governor, burnt.governor) == (left, None)
    assert built.antecedent is not None
    assert built.antecedent.text == "the house"
    said, won = read("He said they had won.").clauses
    assert (said.main, won.main, won.governor) == (True, False, said)


def test_subjects_parted_from_their_verb() -> None:
    """By a relative clause, a participle, an insertion, a name."""
    for text, verb, subject in (
        ("The man who came late is ill.", "is", "The man"),
        ("The money invested in bad bonds was theirs.", "was", "The money"),
        ("The boss, who was ill, wanted it.", "wanted", "The boss"),
        ("The old leader Aran Keth was refused.", "was", "The old leader"),
        ("In Rome, prices fell, and the council was blamed.", "was", "the council"),
    ):
        found = clause(text, verb).subject
        assert found is not None, text
        assert found.text == subject
    assert clause("The envoys of France and Italy are here.", "are").number == "many"


def test_doubt_is_silence() -> None:
    """A class that is not sure is none, and no phrase is built on it."""
    reading = read("Buffalo buffalo Buffalo buffalo buffalo buffalo Buffalo buffalo.")
    assert None in [reading.tag(i) for i in range(8)]
    assert reading.tag(99) is None
    assert not reading.clauses or not reading.whole


def test_very_long_and_wordless_sentences() -> None:
    """A sentence of 12,000 tokens is read like any other, and one of a mark too."""
    long = read("the man who saw the dog and the cat was very , " * 1000)
    assert len(long.clauses) > 1000
    assert read("...").noun_phrases == []
    assert not read("Der Mann ging gestern nicht nach Hause , weil er müde war .").whole


def test_a_document_reads_a_sentence_once() -> None:
    """The view of the document computes on demand and keeps it."""
    analysis = Document("d", [Segment("He came. She left.")]).analysis
    first, second = analysis.sentences
    assert analysis.reading(first) is analysis.reading(first)
    assert analysis.reading(first) is not analysis.reading(second)
