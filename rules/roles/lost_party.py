"""One of two parties is missing: the words for it are there, the party is not.

Why it happens: the engine drops a name, or gives two different words the same translation, and leaves the frame:
`talks between and Russia`, `between the old and the old`.

How it is found: `between` with nothing on one side (`between and`, `between the and`), or with one state and the end
of the sentence; `talks with and Russia`; one adjective in both places of `the … and the …`.

What it leaves alone: `in between`, `with and without`, `to and from`, `between them`, `between jobs`, adjectives that
differ (`the old and the new`) or are narrowed down (`the young and the young at heart`), and two prepositions or
phrases that share what follows (`disputes between and within states`, `talks with and pressure on Iran`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.relations import NOUNS, Mention
from mtqa.analysis.sentences import TERMINALS, Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import kind
from mtqa.knowledge.words import OPENING_DETERMINERS
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/omission",
    severity="major",
    measured=(
        "newstest2020 MT: 2 findings, both met by a human mark",
        "clean English, 224,000 words: no finding",
    ),
)

BAD = [
    "The conflict between [[the old and the old]] goes on.",
    "The talks [[between and]] Russia broke down.",
    "The gap between [[the rich and the rich]] is growing.",
    "Talks [[with and]] Russia will go on next year.",
    "It was a matter [[between the and]] the government.",
    "They discussed the relations [[between Japan.]]",
    "The alliance [[between, and]] its rival fell apart.",
]
GOOD = [
    "The conflict between the old and the new goes on.",
    "There is nothing in between, and he came with and without a coat.",
    "Trains to and from Russia run daily.",
    "They will engage with and support Russia.",
    "The gap between people. That is the gap between us.",
    "The rich and the poor, the old and the young, the living and the dead.",
    "The border between Japan’s islands and Russia.",
    "He is between jobs. She is between Japan and Russia.",
    "Relations between Japan, Russia and China are cool.",
    "The space between. The old and the older, the more and the more.",
    "The law governs disputes between and among states, and movement between and across borders.",
    "The gap between, and the distance among, the posts is fixed.",
    "The link between and the meaning of the terms are not.",
    "It is a party for the young and the young at heart. The rich and the rich alone will gain.",
    "The strikes hurt the poor and the poor are angry. It is the same and the same goes for you.",
    "Talks with and Chinese pressure on the junta failed; war with and Roman conquest of Carthage followed.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    analysis = document.analysis
    for sentence, i in analysis.find("between"):
        end = _empty(sentence, i)
        if end:
            yield _match(sentence, i, end)
    for sentence, i in analysis.find("with"):
        if _with_and(sentence.tokens, i):
            yield _match(sentence, i, i + 2)
    for mention in analysis.mentions:
        if _alone(mention):
            yield _match(mention.sentence, mention.first - 1, mention.last + 1)
    for sentence, i in analysis.find("and"):
        if _same_adjective(sentence.tokens, i):
            yield _match(sentence, i - 2, i + 3)


def _with_and(tokens: list[Token], i: int) -> bool:
    """`talks with and Russia`."""
    return (
        0 < i < len(tokens) - 2
        and tokens[i + 1].lower == "and"
        and tokens[i + 2].capitalised
        and kind(tokens[i + 2].text) in ("name", "capital")
        and tokens[i - 1].lower in NOUNS
    )


def _alone(mention: Mention) -> bool:
    """`relations between Japan.`: one state, and the sentence ends."""
    tokens = mention.sentence.tokens
    if not mention.bare or mention.kind != "name" or mention.first < 2 or mention.last != len(tokens) - 1:
        return False
    ended = tokens[mention.last].text in TERMINALS
    return ended and tokens[mention.first - 1].lower == "between" and tokens[mention.first - 2].lower in NOUNS


def _same_adjective(tokens: list[Token], i: int) -> bool:
    """`the old and the old`: one adjective for both groups, around the `and` at token `i`."""
    if i < 2 or i + 2 >= len(tokens) or tokens[i + 1].lower != "the" or tokens[i - 2].lower != "the":
        return False
    word = tokens[i - 1].lower
    if word != tokens[i + 2].lower or word in ("more", "same", "first", "last") or "J" not in english().tags(word)[:2]:
        return False
    behind = tokens[i + 3] if i + 3 < len(tokens) else None
    if behind is None or (behind.kind == "punct" and behind.text not in "-‐–"):
        return True
    # a verb behind may open a clause of its own (they hurt the poor and the poor are angry), but not after `between`
    return i > 2 and tokens[i - 3].lower == "between" and english().tags(behind.lower)[:1] in tuple("AMZDV")


def _empty(sentence: Sentence, i: int) -> int:
    """Where `between` with nothing before `and` ends; 0 if it is not so."""
    tokens = sentence.tokens
    if i and tokens[i - 1].lower in ("in", "from"):
        return 0
    j = i + 1
    while j < len(tokens) and j < i + 3 and tokens[j].lower in ("the", ","):
        j += 1
    if j + 1 >= len(tokens) or tokens[j].lower != "and":
        return 0
    return 0 if _shared(tokens, i, j + 1) else j + 1


def _shared(tokens: list[Token], between: int, after: int) -> bool:
    """Whether `between and …` is the first of two phrases that share what follows them."""
    rest = tokens[after : after + 8]
    if not rest[0].capitalised and rest[0].lower not in _DETERMINERS:
        return True  # between and among, between and within
    if tokens[between + 1].text == ",":
        return any(token.text == "," for token in rest)
    return any(token.lower in _PREPOSITIONS for token in rest)


_DETERMINERS = OPENING_DETERMINERS - {"your"}
_PREPOSITIONS = frozenset("of among within across in for with to on from over about into against behind".split())


def _match(sentence: Sentence, first: int, end: int) -> Match:
    tokens = sentence.tokens
    message = "One of the two parties is missing: there is the frame for two, and only one name, or none."
    return Match(sentence.segment, tokens[first].start, tokens[end - 1].end, message)
