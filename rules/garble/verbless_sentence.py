"""A whole sentence has no verb: `In October, a surge of even more clinics before the programme`.

Why it happens: the engine takes the verb for a noun, drops the copula that the source does not write, or makes an
infinitive of it (`However, the party to fight the election here`).

How it is found: a sentence of nine tokens and more in running text in which no word can be a finite verb, be it read
as a noun or a participle. It opens with a conjunction, with a phrase that a clause must follow (`In October,`,
`According to the ministry`), with “the” or a possessive, or with a noun that an infinitive has in place of a verb.

What it leaves alone: what good writers set without a verb: a list or an echo (`The screams, the gunshots, then the
silence`), what is new (`A new day`), an answer, a question, an order, a comparison (`Much as in the old days`), `In
short,`; nouns with an infinitive of their own (`the chance to win`), headlines, captions, notes; sentences with words
the lexicon does not know, which may be the verb. Where any word may be a verb, as in `the study results show`, and most
words in -ed may, it is silent.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.reading import Reading
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.company import gain
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import COLLECTIVES
from mtqa.knowledge.words import DEMONSTRATIVES
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="minor", since="0.3", registers=("news",))

BAD = [
    "They met in May. [[In October, a surge of even more clinics before the programme]].",
    "[[However, the party of the people to fight the election here]].",
    "[[According to the indictment of a large number of false invoices]].",
    "[[According to the indictment, the forged of a large number of false invoices]].",
    "[[Although the main thing in the city not penalties, but the voluntary observance of laws]].",
    "[[The availability of foreign currency in the country’s banks considerably over the last decade]].",
    "[[India and Russia to establish alternative arrangements for this deal]].",
    "[[However, the tax policy push of the friends of Mark in the post-brillig north]].",
]
GOOD = [
    "The screams, the gunshots, then the silence of the street.",
    "Frost at night, and a risk of ice in the north of the land.",
    "The then mayor and the now defunct club fell out.",
    "22-year-old Top Model Starts Acting Career in Grand Style.",
    "The closing ceremony of the meeting of the owners of the firm.",
    "Indeed, the media pay much attention to the big firm.",
    "Another day by the sea in the old town quite near the lake.",
    "To work with the owners of the town to build the new road.",
    "Very near the house in the town, with the chance to win the cup of the firm.",
    "A new day, a different story of the small town.",
    "In short, the limitless siphoning of money from our pockets.",
    "The study results show little of what the town has in store.",
    "The firms in the north of the country report a profit.",
    "Happy enough in the house with the chance to win the cup.",
    "The price of oil in the north increased by nine per cent.",
    "Much as in the old days of the city by the sea.",
    "The man (a farmer) in the house on the hill.",
    "The old house on the hill by the sea quite near the road!",
    "The owner of the house on the hill brillig the old town.",
    "The city’s the star of a film about the city and its people.",
    "The friends in the city pair well with the people in the old town.",
    "The whole cost of the house from the plan on hit the owner of the firm.",
    "Good for the people in the town and for the old.",
    "According to the owner of the house, all this happened between three and four in the morning.",
]

_LEAST = 9  # tokens
#: What opens a sentence that wants no verb.
_ECHOES = frozenset(
    "a all an and another any as but first from just like more much no not or over second so some such that these "
    "this those until without yes with".split()
)
#: Phrases before a comma behind which no verb need stand.
_BRIEF = frozenset("all brief course example fact instance particular short sum words".split())
_PLAIN = regex(r'[^()u+?:".]+\.')  # no marks that break a sentence up
_HEADING = regex("[dhmjnsPSWYTceg$'&it]+")  # one long noun phrase
_OPENS = regex("b|i[^,]+,|r,|[dhnsP](?!.*,([^,]*,&?|[dhnsPScr&]))")  # not the screams, the gunshots
_INFINITIVE = regex("[nsPSWYT](?=t[BI])")
_NOUN = regex("[dhmji$'][nsWYTj]|[dhm]e")
_SINGLE = regex("[^sSp&]*[nWY]")
_FINITE = frozenset("DZMA")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the sentence."""
    analysis = document.analysis
    for paragraph in analysis.paragraphs:
        for sentence in paragraph.sentences if paragraph.running else ():
            tokens = sentence.tokens
            if len(tokens) < _LEAST or tokens[-1].text != "." or len(tokens[-2].text) < 4:
                continue
            reading = analysis.reading(sentence)
            if reading.clauses:  # cheap
                continue
            if 2 * sum(token.text.islower() for token in tokens) < len(tokens):
                continue  # Top Model Starts Acting Career
            if not _PLAIN.fullmatch(reading.tagged.signs) or not _wanting(reading):
                continue
            if not any(_may_be_verb(reading, place) for place in range(len(tokens) - 1)):
                yield sentence.match(0, len(tokens) - 2, "The sentence has no verb.")


def _wanting(reading: Reading) -> bool:
    """Whether a sentence begins as one that must have a verb, or has an infinitive for it."""
    signs, tokens = reading.tagged.signs, reading.tokens
    if signs[0] != "t" and any(_takes_none(tokens[noun.start()].lower) for noun in _INFINITIVE.finditer(signs)):
        return True
    first, introduced = tokens[0].lower, tokens[signs.find(",") - 1].lower
    if first == "according":
        return True
    if first in _ECHOES or introduced in _BRIEF or _HEADING.fullmatch(signs, 0, len(signs) - 1):
        return False
    return _OPENS.match(signs) is not None


def _takes_none(noun: str) -> bool:
    """Whether a noun takes no infinitive: the party | to fight, not the chance to fight."""
    drawn = gain(noun, "to")
    return drawn is not None and drawn < 0.5


def _may_be_verb(reading: Reading, place: int) -> bool:
    """Whether a word may be a finite verb after all, whatever it was read as."""
    token, signs = reading.tokens[place], reading.tagged.signs
    sign, before = signs[place], signs[place - 1] if place else "^"
    if not token.is_word or sign in "PS":
        return token.kind == "clitic" and signs[place + 1] == "d"  # the city's the star
    letters = english().tags(token.lower)
    if not letters:
        return "-" not in token.text
    if sign in "BI":
        return before != "t"
    alone = sign == "e" and reading.tokens[place - 1].lower in DEMONSTRATIVES  # all this | happened
    if _NOUN.fullmatch(signs[place - 1 : place + 1]) and not alone:
        return False
    if not _FINITE.isdisjoint(letters):
        return True
    if "V" not in letters or sign in "di&thmgG":
        return False
    group = reading.tokens[place - 1].lower in COLLECTIVES  # the media | pay, but not the tax policy | push
    return group or _SINGLE.fullmatch(signs, 0, place) is None
