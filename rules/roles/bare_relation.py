"""Two states stand round a relation with nothing that says who does what to whom.

Why it happens: the source's headline or clause has no prepositions either; the engine sets the words down in the
order of the source and drops the particles that told seller from buyer.

How it is found: the bare name of a state, a noun for dealings between states (`arms sales`, `trade talks`), and
the bare name of another state right behind it, without preposition, conjunction, verb or mark between them
(`Japan arms sales Russia`).

What it leaves alone: nationalities (`Japanese arms sales`), possessives (`Japan's`), compounds (`US-China trade
talks`), a second state that opens a clause of its own (`Iran nuclear talks US says …`), and nouns that are verbs
too (`China protests Japan move`, `US exports China soy`).
"""

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import ambiguous, kind, party
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    measured=("clean English, 112 k words, and newstest2020: 0 findings; it lives on older engines' headlines",),
)

BAD = [
    "[[Japan arms sales Russia]] face to face\n\nThe ministers of the two countries met in Tokyo on Monday.",
    "The minister said that [[Japan arms sales Russia]] would be discussed.",
    "[[China trade talks Australia]] end without result",
    "They spoke of the [[Iran nuclear negotiations Germany]] and left.",
    "The ministers said the [[Turkey border dispute Greece]] should be settled.",
]

GOOD = [
    "Japanese arms sales to Russia fell.",
    "US-China trade talks resume in Geneva",
    "Iran nuclear talks US says will fail are resumed in Vienna",
    "Iran nuclear talks: Germany is sceptical",
    "China relations with Japan improve",
    "Japan's arms sales, Russia said, were a threat.",
    "Brazil-Japan trade talks and Peru's exports rose.",
    "Georgia football talks Georgia beat Alabama",
    "China protests Japan's move; US exports China wants are few",
    "Australia trade talks China wanted were cancelled.",
    "In the India-Pakistan dispute, talks Norway hosted failed.",
    "After the Canada trade talks, Mexico signed the treaty.",
]

_NOUNS = ("sales", "talks", "negotiations", "relations", "dispute", "ties", "consultations")
_NOUN_LETTERS = frozenset("NSJ")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag two bare states round a noun for dealings."""
    for sentence, i in document.analysis.find(*_NOUNS):
        tokens = sentence.tokens
        if i + 1 >= len(tokens) or not _state(tokens[i + 1]) or tokens[i].text != tokens[i].lower:
            continue
        first = i - 1
        while first >= 0 and first > i - 3 and _modifier(tokens[first]):
            first -= 1
        if first < 0 or first == i - 1 or not _state(tokens[first]):
            continue
        if party(tokens[first].text) == party(tokens[i + 1].text) or _clause_behind(tokens, i + 2):
            continue
        one, two = tokens[first].text, tokens[i + 1].text
        yield Match(
            sentence.segment,
            tokens[first].start,
            tokens[i + 1].end,
            f"Nothing says how {one} and {two} stand to the {tokens[i].lower}: who deals with whom?",
            evidence={"parties": [one, two]},
        )


def _state(token: Token) -> bool:
    return token.kind == "word" and token.space and kind(token.text) == "name" and not ambiguous(token.text)


def _modifier(token: Token) -> bool:
    """A noun or adjective in lower case between the state and the noun: arms, trade, nuclear."""
    return token.kind == "word" and token.text == token.lower and english().tags(token.lower)[:1] in _NOUN_LETTERS


def _clause_behind(tokens: list[Token], place: int) -> bool:
    """Whether the second state is the subject of a verb, or part of a longer name or possessive."""
    if place >= len(tokens):
        return False
    token = tokens[place]
    if token.kind == "clitic" or token.text in "-–'’":
        return True
    if token.kind != "word":
        return False
    if token.text[0].isupper():
        return True
    return english().tags(token.lower)[:1] in ("Z", "D", "V", "A") and token.lower not in ("would", "should", "be")
