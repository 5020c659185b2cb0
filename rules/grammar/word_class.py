"""A word of the wrong class: a verb or an adverb where a noun or adjective belongs.

Why it happens: Chinese and Japanese words carry no class, and pieces of a word let the engine pick the wrong ending:
`the administrate of`, `the secretly to`, `has repeated emphasized`, `when you calling someone`.

How it is found: an article before a word that is only ever a verb, or only ever an adverb in -ly, and what closes the
noun phrase; two participles in a row behind `have`; `when`, `if` or `because` with a pronoun and a bare -ing form.

What it leaves alone: words an edited list has in another class too, quoted words, `the newly elected`, `the only`,
`this` as a pronoun (`this obviously is`, `how would this differ`, `making this happen`), participles that go together
(`has become known`, `had got married`) or that compare (`had improved compared to`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import ANY_MODALS, FINITE_DO, SUBORDINATORS
from mtqa.rule import Rule
from mtqa_rules.grammar._forms import base_only, closes, tags

rule = Rule(
    category="fluency/grammar",
    severity="minor",
    measured=(
        "JFLEG 0 in learners' sentences, 0 in the corrected; DEMETR 6 damaged, 0 undamaged",
        "clean news and commentary: 0 in 112k words; newstest2020 1, met by a human mark",
    ),
)

BAD = [
    "He spoke of [[the administrate]] of the town.",
    "[[The secretly]] to success is hard work.",
    "He [[has repeated emphasized]] that it is late.",
    "When [[you calling]] the firm, be kind.",
    "They met in [[the announce]] of the plan.",
    "It was [[an agree]] with the firm.",
    "He left because [[he seeking]] a house.",
    "She made [[a finally]] of it.",
]
GOOD = [
    "The newly elected mayor and the only one left.",
    "He has become known, and she had got married.",
    "The “announce” of the firm; the word announce is one.",
    "He saw you calling the firm; the sight of him wanting it.",
    "The firm has pledged increased aid, and had found improved seals.",
    "The daily of the party, the early to bed, the likely in town.",
    "They have helped created jobs grow.",
    "It is the know in know-how, and the do in do-it-yourself.",
    "This obviously is a cover; if this really was the guide, in what way would this differ from laws?",
    "It strengthened the resolve of workers in the town.",
    "Those they announce are here; what the announce-only list has.",
    "A key step for making this happen is the tunnel, and we saw this happen in May.",
    "Sales had improved compared to the year before; an override for it, the merge of two, a relaunch in May.",
]

_ARTICLES = ("the", "a", "an", "this", "its", "their", "his", "our")
_CLOSING = frozenset("of to in by for with between from on at is was has had will would".split())
_LINKS = frozenset(
    "become became got gotten been remained left gone come felt looked stayed kept proved appeared seemed found made "
    "had fallen stood seen helped let grown run lain lay sat turned ended started finished died returned emerged "
    "arrived lived broken".split()
)
_HAVE = ("has", "have", "had")
_NOT_ADVERBS = frozenset("only early daily likely weekly monthly yearly elderly friendly family".split())
_OPENERS = SUBORDINATORS | {"when"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word with its article, auxiliary or pronoun."""
    find = document.analysis.find
    for sentence, i in find(*_ARTICLES):
        tokens = sentence.tokens
        if i + 2 >= len(tokens):
            continue
        word, behind = tokens[i + 1], tokens[i + 2]
        if word.kind != "word" or not word.space or not word.text.islower() or not behind.space or "-" in word.text:
            continue
        if behind.lower not in _CLOSING:
            continue
        if tokens[i].lower == "this" and (tags(word)[:1] == "R" or (i and _takes_clause(tokens[i - 1]))):
            continue  # this obviously is; how would this differ; making this happen
        if base_only(word) and len(word.lower) > 4:
            if tokens[i].lower == "this" and behind.lower in ("to", "in", "for"):
                continue
            yield _match(sentence, i, "“{}” is a verb; a noun belongs here.")
        elif word.lower.endswith("ly") and tags(word) == "R" and word.lower not in _NOT_ADVERBS:
            if behind.lower not in ("of", "to", "is", "was", "has") or i + 3 >= len(tokens):
                continue
            if behind.lower == "of" or tags(tokens[i + 3])[:1] in ("N", "H", "T"):
                yield _match(sentence, i, "“{}” is an adverb; a noun belongs here.")
    for sentence, i in find(*_HAVE):
        tokens = sentence.tokens
        if i + 3 >= len(tokens):
            continue
        one, two = tokens[i + 1], tokens[i + 2]
        if (
            "E" not in tags(one)
            or tags(two) not in ("DE", "ED")
            or one.lower in _LINKS
            or two.lower == "compared"
            or not two.space
            or not one.space
        ):
            continue
        if tokens[i + 3].lower in ("that", "the", "a", "his", "their", "its", "to") and one.lower.endswith("ed"):
            yield Match(
                sentence.segment, tokens[i].start, two.end,
                f"“{one.text}” and “{two.text}” are both participles; one of them should be another word.",
            )  # fmt: skip
    for sentence, i in find("i", "you", "he", "she", "we", "they"):
        tokens = sentence.tokens
        if not i or i + 2 >= len(tokens) or tokens[i - 1].lower not in _OPENERS:
            continue
        verb = tokens[i + 1]
        if (
            tags(verb) in ("G", "GN", "NG")
            and verb.lower.endswith("ing")
            and verb.lower != "being"
            and closing_object(sentence, i + 2)
        ):
            yield _match(sentence, i, "“{}” needs “am”, “is” or “are”, or another form.")


def _takes_clause(before: Token) -> bool:
    """Whether `this` behind a word may be the subject of a bare verb: `would this differ`, `making this happen`."""
    return before.lower in ANY_MODALS | FINITE_DO or tags(before)[:1] in tuple("VZDEG")


def closing_object(sentence: Sentence, at: int) -> bool:
    """Whether an object or the end stands at `at`."""
    token = sentence.tokens[at]
    return tags(token)[:1] in ("T", "H", "O") or closes(sentence.tokens, at)


def _match(sentence: Sentence, i: int, message: str) -> Match:
    tokens = sentence.tokens
    return Match(sentence.segment, tokens[i].start, tokens[i + 1].end, message.format(tokens[i + 1].text))
