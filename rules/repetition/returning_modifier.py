"""A modifier comes back inside its own compound: `a direct supply direct sales platform`.

Why it happens: the source repeats a word to tell of two things (direct supply, direct sales), or ends on the noun that
the engine has put in front already.

How it is found: a noun or adjective, one other noun, adjective or participle and the first word again, with no mark
and no verb between; and a noun, its head and an `of` with the noun again (`the market circulation of the market`).

What it leaves alone: function words, names set side by side (`Real Madrid Real Sociedad`), a name and what it is
(`the publisher Orion Publisher`, `the Random House publishing house`), bodies of bodies (`the Party Committee Standing
Committee`), verbs (`help children help`), what goes on behind (`the first innings of the first test`), praise without a
verb (`good beer good service`), and what is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.reading import Reading
from mtqa.analysis.returns import returns
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import INSTITUTIONS
from mtqa.rule import Rule

rule = Rule(category="fluency/repetition", severity="major", since="0.3")

BAD = [
    "They opened a [[direct supply direct]] sales shop in May.",
    "The office of [[environmental protection environmental]] control was closed.",
    "He spoke at the 2019 [[Business Innovation Business]] Model Forum.",
    "She praised the cotton of the [[membrane cotton membrane]] system.",
    "He checked the [[market circulation of the market]], and left.",
    "At noon, the [[fire department of the fire]] was told.",
    "The [[selection process of selection]] is slow. He threw a [[naked man naked]].",
    "The [[Chief Brigade Chief]] of Staff, Mika Halonen, found no fault.",
]
GOOD = [
    "They help children help others, and people who smoke lose their lives.",
    "He saw Real Madrid Real Sociedad on Sunday.",
    "The publisher Orion Publisher is old, and the Penguin Random House publishing house is new.",
    "He sits in the Party Committee Standing Committee.",
    "It was the first innings of the first test. The city council of the city of Bath met.",
    "One year one month later, day after day, he came back to life to life.",
    "The film “A naked man naked” is his. The dark, green dark is near. They are towns full of towns.",
    "The bridge is a bridge. It is market, circulation, market.",
    "Boys will be boys, and water finds water. He gave the price paid the price of gold.",
    "She works in market research Market Street. They say tvarkymo garden tvarkymo there.",
    "Good beer good service. The Great food Great service bar is open.",
    "He drove me home, great price great service. It is a waste of time wasted time.",
    "The state of mind of the state is known. These are the poor houses of the poor.",
    "He saw the market value on the market, and the market leader of any market.",
]

_SHORTEST = 4  # letters
_NOUNS = frozenset(("NN", "NNS", "JJ", "NNP", "VBN"))
_GOING_ON = _NOUNS | {"POS", "IN", "VBG", "CD"}
_PLAIN = frozenset(("NN", "NNS"))
_NAME = 0.5  # share of capitals from which on a word is a name


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the modifier to its return."""
    analysis = document.analysis
    for word, sentence, i, j in analysis.view(returns):
        if len(word) < _SHORTEST or not word.isalpha() or not 2 <= j - i <= 4:  # cheap
            continue
        reading = analysis.reading(sentence)
        found = _stacked(reading, i) if j - i == 2 else _hung(reading, i, j)
        if found and not analysis.speech.maybe_quoted(sentence, i):
            yield sentence.match(i, j, f"“{word}” comes back inside its own compound; one of the two should go.")


def _stacked(reading: Reading, i: int) -> bool:
    """Whether a word, another and the first again are modifiers and heads of one compound: no names side by side."""
    one, between, two = reading.sentence.tokens[i : i + 3]
    tags = reading.tagged.tags[i : i + 3]
    if not _NOUNS.issuperset(tags) or tags[1] == "VBN":
        return False
    if one.capitalised != two.capitalised or (tags[0] == "JJ" and not reading.sentence.at(i - 1).is_word):
        return False  # a publisher Orion Publisher; good beer good service
    if between.capitalised:
        names = max(english().capital_share(token.lower) for token in (one, between)) > _NAME
        return not names and one.lower not in INSTITUTIONS
    return not one.capitalised and english().tags(one.lower) != ""


def _hung(reading: Reading, i: int, j: int) -> bool:
    """Whether a noun and its head have the noun behind `of`, alone: the market circulation of the market."""
    sentence, tags = reading.sentence, reading.tagged.tags
    of = sentence.at(i + 2).lower == "of" and (j - i == 3 or sentence.at(i + 3).lower == "the")
    return of and _GOING_ON.isdisjoint(tags[j + 1 : j + 2]) and tags[i] in _PLAIN and tags[i + 1] in _PLAIN
