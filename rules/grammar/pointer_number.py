"""“These” or “those” before a singular, “this” or “that” before a plural, at the end of a phrase.

Why it happens: as with `grammar/determiner-number`, here for nouns that may be verbs too (`these book`, `this cup`),
which only their place tells apart.

How it is found: the phrase is the object of a preposition or of a verb in its past, -s or -ing form and ends with
the sentence or before a preposition, so that the last word must be its noun.

What it leaves alone: verbs of saying and thinking (`he says these work`, `knew that works`), units and words of one
form, `that` behind a noun, `those` with a participle
(`those voting in the poll`), and every phrase that may go on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import INVARIABLE
from mtqa.knowledge.verbs import CLAUSAL
from mtqa.knowledge.words import BE, FINITE_DO, HAVE
from mtqa.rule import Rule
from mtqa_rules.grammar._forms import is_adjective, tags

rule = Rule(
    category="fluency/grammar",
    severity="minor",
    measured=(
        "JFLEG 1 in learners' sentences, 0 in the corrected; DEMETR 0 damaged, 0 undamaged; BLiMP 263 bad, 0 good",
        "clean news and commentary: 0 in 112k words; newstest2020 0",
    ),
)

BAD = [
    "She bought [[these book]].",
    "He sat in [[those chair]].",
    "They talked about [[these art gallery]] in May.",
    "He drove through [[this towns]].",
    "She has met [[that students]].",
    "They live near [[these new factory]].",
]
GOOD = [
    "He says these work, and she thinks those cost.",
    "He knew that works; she said that matters.",
    "He left with these people and those police.",
    "She bought these book covers and those art books.",
    "They want these moved and those kept; he saw these fly.",
    "He said of this: works.",
    "With this comes a house, and in this lies hope.",
    "He bought these for work and this for fun.",
    "It counted those voting in the ballot; it's what you believe in that matters.",
    "They were ready when the hour for that eventuality strikes.",
    "By that means, in this series, at that headquarters.",
    "She found that houses sell, and showed that prices rise.",
]

_SAYING = CLAUSAL | BE | HAVE | FINITE_DO | frozenset(
    "let lets make makes made help helped watch watched want wants wanted keep keeps kept get gets got hold holds held "
    "done give given gives gave".split()
)
_PREPOSITIONS = frozenset(
    "of in on for with at from by into through around near about against behind beside to like under".split()
)
_BEHIND = frozenset("in of on at for with from by during after before near .".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the pointer with its phrase."""
    find = document.analysis.find
    for sentence, i in find("these", "those"):
        tokens = sentence.tokens
        if not _governed(tokens, i):
            continue
        at = _last(tokens, i + 1)
        if at == i + 1 and tokens[at].lower.endswith("ing"):
            continue  # those voting in the ballot
        if at and tags(tokens[at])[:1] == "N" and "S" not in tags(tokens[at]) and tokens[at].lower not in INVARIABLE:
            yield _match(sentence.segment, tokens, i, at, "a plural")
    for sentence, i in find("this", "that"):
        tokens = sentence.tokens
        if not _governed(tokens, i):
            continue
        at = _last(tokens, i + 1)
        if not at or at + 1 >= len(tokens) or tokens[at + 1].text != "." or tokens[at].lower in INVARIABLE:
            continue
        if "Z" in tags(tokens[at]) and tokens[i - 1].lower in _PREPOSITIONS and _cleft(tokens, i):
            continue  # the hour for that event strikes; it is what you believe in that matters
        if tags(tokens[at])[:1] == "S" and "N" not in tags(tokens[at]):
            yield _match(sentence.segment, tokens, i, at, "a singular")


def _cleft(tokens: Sequence[Token], i: int) -> bool:
    """Whether `what`, `who`, `when` or `where` opens the clause that the preposition before token `i` may end."""
    return any(
        token.lower in ("what", "who", "whom", "where", "when", "it's", "it’s") for token in tokens[max(0, i - 8) : i]
    )


def _governed(tokens: Sequence[Token], i: int) -> bool:
    """Whether the phrase that begins at token `i` is the object of the word before."""
    if not i:
        return False
    before = tokens[i - 1]
    if before.kind != "word" or not before.text.islower():
        return False
    if before.lower in _PREPOSITIONS:
        return before.lower not in ("of", "like") or tokens[i].lower != "that"
    classes = tags(before)
    return before.lower not in _SAYING and bool(classes) and set(classes) <= set("DEZGV") and classes[0] in "DEZG"


def _last(tokens: Sequence[Token], at: int) -> int:
    """Index of the last noun of the phrase, where it must end there; 0 if it is not plain."""
    begun = at
    last = min(at + 4, len(tokens))
    while at < last and is_adjective(tokens[at]) and tokens[at].space:
        at += 1
    if at >= last:
        return 0
    if at + 1 < last and tags(tokens[at]) in ("N", "NJ") and tags(tokens[at + 1])[:1] in ("N", "S"):
        at += 1
    word = tokens[at]
    if word.kind != "word" or not word.text.islower() or not word.space or "-" in word.text:
        return 0
    behind = tokens[at + 1] if at + 1 < len(tokens) else None
    if behind is None or behind.text not in _BEHIND:
        return 0
    lone_verb = at == begun and behind.text != "." and "V" in tags(word)  # `with these work in`
    return 0 if lone_verb else at


def _match(segment: int, tokens: Sequence[Token], first: int, last: int, due: str) -> Match:
    return Match(
        segment,
        tokens[first].start,
        tokens[last].end,
        f"“{tokens[first].text}” wants {due}, but “{tokens[last].text}” is none.",
    )
