"""Two neighbouring words have changed places: `the crisis financial`, `friends their of`.

Why it happens: the order of the source shines through, or the engine puts in a word a step too late.

How it is found: two words that are not among the pairs people write side by side, but very much so the other way
round. Either an adjective stands behind the noun it belongs to, and nothing that could belong to it follows; or an
article or possessive opens no phrase of its own, and the kinds of words follow one another far better the other way
round (`mtqa.analysis.order`).

What it leaves alone: names, words at marks, an article whose own noun follows, for a new phrase begins there (`In
conclusion the plan failed`, `the only view a scholar can take`), what is said of an object (`keeps the price
competitive`), pairs that people write (`the attorney general`, `the people present`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.order import fits
from mtqa.analysis.reading import Reading
from mtqa.analysis.vocabulary import kinds
from mtqa.analysis.wordclasses import model
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="minor")

BAD = [
    "He spoke on the occasion of [[elections the]] held in April.",
    "He is the head of a [[party political]] of the left.",
    "They live in a [[house new]] of their own.",
    "It is one of the last steps before signing [[a but]] contract, not the end.",
    "The [[crisis financial]] of that year was grave.",
    "There was a [[growth economic]] of two percent.",
]

GOOD = [
    "The park is home to a very wide range of animals.",
    "They wanted to pilot the scheme and weather a crisis.",
    "He was appointed secretary general; the attorney general was there.",
    "All things considered, nothing new was said in the hours before the vote.",
    "Something else is the matter; nobody else knows.",
    "It was the president elect who gave the people present a speech.",
    "Times three or times five, the sum is wrong.",
    "We shall consider not only this one but the next one.",
    "Only in the year before the war had the number of cars grown.",
    "In conclusion the argument of the book is weak.",
    "It is the only position a judge can take on the policies the council followed.",
    "The law gives back to society the wealth that was taken out of it.",
    "It was not as serious a problem there; the reform made necessary a change of the rules.",
    "You see it in patients all the time. How long should the update last? It was the hour last of all.",
    "They say that the per capita cost of the town is high. In the face of the changes unseen, they left.",
    "They ban products other than food, the things important to him, and the timber worth an oil well.",
    "It can be done and frequently is; the question surely is who pays.",
    "Out went the carpets, in came the robots, and up went a cheer.",
    "Their success is due not to luck but to work.",
    "Then along come a few friends with torches and bring it down.",
    "If you knew in week one, well done; by year three nobody did.",
]

#: By the signs of `wordclasses`: a determiner with no phrase of its own behind it, or before what opens none; an
#: adjective between its noun and what cannot belong to it.
_DETERMINER = regex(r"[nsjPgB](?=[dh][^nsjPScgrTWYm\"'$])|d(?=[&iM])")
_ADJECTIVE = regex(r"[ns](?=j[i.,&AMZD])")
_USUAL = 17.0  # the pair the other way round
_GAIN = 80


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag pairs that read well only the other way round."""
    analysis = document.analysis
    for sentence in analysis.sentences:
        if len(sentence.tokens) < 5:
            continue
        reading = analysis.reading(sentence)
        for shape, wrong in ((_DETERMINER, _gains), (_ADJECTIVE, _behind)):
            for found in shape.finditer(reading.tagged.signs):
                i = found.start()
                if _usual(reading, i) and wrong(reading, i):
                    one, two = sentence.tokens[i : i + 2]
                    message = f"“{one.text} {two.text}”: the two words seem to have changed places."
                    yield sentence.match(i, i + 1, message, f"{two.text} {one.text}")


def _usual(reading: Reading, i: int) -> bool:
    """Whether people write two words side by side the other way round only."""
    one, two = reading.tokens[i : i + 2]
    pair = english().pair
    return not pair(one.text, two.text) and pair(two.text, one.text) >= _USUAL


def _gains(reading: Reading, i: int) -> bool:
    """Whether the words follow one another much better where two have changed places."""
    tokens, words = reading.tokens.copy(), reading.words.copy()
    tokens[i], tokens[i + 1] = tokens[i + 1], tokens[i]
    words[i], words[i + 1] = words[i + 1], words[i]
    near = slice(max(0, i - 3), i + 6)
    return sum(fits(kinds(words, model().tagged(tokens).signs))[near]) - sum(reading.fits[near]) > _GAIN


def _behind(reading: Reading, i: int) -> bool:
    """Whether an adjective stands behind a noun that has a determiner and is no verb's object."""
    if not reading.only(i + 1, "JJ", "NNP", "VBD"):
        return False
    noun = next((noun for noun in reading.noun_phrases if noun.last == i), None)
    if noun is None or noun.determiner is None:
        return False
    return reading.tagged.signs[noun.first - 1 : noun.first] not in tuple("BVZDegI")
