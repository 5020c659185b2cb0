"""Two full sentences are joined by nothing but a comma.

Why it happens: Chinese and Japanese string sentences together with commas; the engine keeps the comma and adds no
conjunction.

How it is found: a sentence with one comma, on its left a subject with its verb from the first word on, on its right `it`,
`this`, `they`, `we` or `these` and the noun, with a verb; and a headline whose second half names a state or person of the
first half again and has `did not`, `is` or another auxiliary.

What it leaves alone: subordinate clauses on either side, conjunctions, `not only …, it also`, reporting verbs (`it was
late, he said`), short halves (`it came, it went`), questions and quotations, headlines in telegraph style (`shares
fall, oil rises`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="fluency/punctuation", severity="minor", measured=("figures: docs/rules/punctuation.md",))

_STORY = "\n\nThe ministers of the two countries met in Tokyo on Monday."
BAD = [
    "The new airport will be the largest in the whole of Asia[[,]] it can take ten million passengers a year.",
    "Another research project on the universe is expected to start soon[[,]] this project is called Lisa.",
    "We are so excited to join hands on the journey of life[[,]] we can't wait to get married.",
    "Japan protests against the arms sales to China[[,]] Japan did not receive an answer" + _STORY,
    "Russia sells new weapons to India[[,]] Russia does not comment on prices" + _STORY,
]
GOOD = [
    "The new airport is the largest in Asia, and it can take ten million passengers a year.",
    "When the new airport is open to the public, it can take ten million passengers a year.",
    "It is not only the largest airport in Asia, it is also the most beautiful one.",
    "It came, it went. The more they have, the more they want.",
    "The airport will be the largest in Asia, it was said on Monday.",
    "Now that the barrier of fear has been broken, they expect more people to come.",
    "Given the clear benefits that the market has brought, they would have every reason to stay.",
    "The bank did not fall victim to a plot; rather, it rendered itself irrelevant in the end.",
    "Shares fall, oil rises" + _STORY,
    "Japan protests, Russia silent" + _STORY,
    "Two weeks after the ship was held in the strait, it was set free by the court.",
]

_NOUNS = "T?[JU]{0,2}(?:P{1,4}|[NSw]{1,3})"
_SPLICE = re.compile(
    rf"(?:O|T[JU]{{0,2}}[NSw]{{1,3}}|P{{1,4}})(?:I{_NOUNS})?R?[bdMvZ]([^BWGhC,\";:?-]*),(O|T[JN]{{0,2}}[NSw])R?[bdMvZ][^,BWhC\"]*\."
)
_OPENERS = frozenset("it this these they we".split())
_SAYS = frozenset("said says say told reported added believed thought hoped seems seemed turned turns".split())
_AUXILIARY = frozenset("did does do is was were are has have had will would can could".split())
_SHORTEST = 6  # tokens of either half


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the comma."""
    analysis = document.analysis
    for sentence, i in analysis.find(*sorted(_OPENERS)):
        if (
            i < _SHORTEST
            or sentence.tokens[i - 1].text != ","
            or analysis.paragraphs[sentence.segment].kind == "headline"
        ):
            continue
        if len(sentence.tokens) - i >= _SHORTEST and _body(sentence, analysis.letters(sentence), i):
            comma = sentence.tokens[i - 1]
            message = "Two sentences are joined by a comma alone; write a full stop, a semicolon or a conjunction."
            yield Match(sentence.segment, comma.start, comma.end, message)
    for paragraph in analysis.paragraphs:
        if paragraph.kind == "headline" and len(paragraph.sentences) == 1:
            sentence = paragraph.sentences[0]
            place = _headline(sentence, analysis.letters(sentence))
            if place:
                comma = sentence.tokens[place]
                message = "The headline joins two full sentences by a comma alone."
                yield Match(sentence.segment, comma.start, comma.end, message)


def _body(sentence: Sentence, letters: str, i: int) -> bool:
    match = _SPLICE.fullmatch(letters)
    if match is None or match.start(2) != i:
        return False
    words = {token.lower for token in sentence.tokens[i : i + 5]}
    left = {token.lower for token in sentence.tokens[: i - 1]}
    return words.isdisjoint(_SAYS) and left.isdisjoint(("only", "just", "merely", "after", "before", "more", "such"))


def _headline(sentence: Sentence, letters: str) -> int:
    """Index of the comma, 0 if the headline is none of this kind."""
    comma = letters.find(",")
    if comma < 4 or letters.count(",") > 1 or '"' in letters:
        return 0
    tokens = sentence.tokens
    subject = tokens[comma + 1].text if comma + 3 < len(tokens) else ""
    if not subject or not subject[0].isupper() or tokens[comma + 2].lower not in _AUXILIARY:
        return 0
    again = any(token.text == subject for token in tokens[:comma])
    return comma if again and re.search("P[sVZmD]", letters[:comma]) else 0
