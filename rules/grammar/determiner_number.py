"""A determiner or number and its noun disagree: one is singular, the other plural.

Why it happens: many source languages do not mark number, and an engine that copies `these` or `many` from one
reading and the noun from another leaves `these country`, `many thing`, `each countries`.

How it is found: a noun phrase that begins with a word for one (`a`, `each`, `every`, `this`; behind a preposition
`that`) or for several (`these`, `many`, `two`) and whose noun has the other number only. What `one of the` counts is
plural.

What it leaves alone: nouns with one form (`series`, `staff`, `aircraft`), units, modifiers (`these country houses`, `a
two car family`), phrases that may go on (`these gender and race issues`), `a few`, `one of the group`, what may be a
verb (`each acts alone`), an owner's determiner (`this year's elections`), older English.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.phrases import NounPhrase, Number
from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import COLLECTIVES, INVARIABLE, QUANTITIES
from mtqa.knowledge.words import COUNTS, POSSESSIVES, SCALES, SINGULAR_DETERMINERS
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.grammar._numbers import SEVERAL, plain_number

rule = Rule(category="fluency/grammar", severity="minor")

BAD = [
    "The talks will affect [[these country]] in the future.",
    "He took part in [[many important meeting]] with the allies.",
    "[[Each countries]] has its own law.",
    "He met [[several minister]] of state.",
    "It is [[one of the biggest problem]] in Asia.",
    "She bought [[a houses]] in the town.",
    "The army has [[two brigade]] on the border.",
    "They fear [[another attacks]] on the base.",
    "He paid for [[that students]] with gold.",
    "She bought [[these book]].",
    "He sat in [[those chair]].",
    "They live near [[these new factory]].",
    "He spoke to the [[three minister]] of the state.",
    "They climbed [[many mountain peak]] in May. [[A friends]] came along.",
    "It is [[a pop culture fads]] that fades. [[These domestic flight]] differ much.",
]
GOOD = [
    "This key changes the brush.",
    "These country houses, those university and school budgets, and this series of news.",
    "He saw that houses were cheap and that means a lot.",
    "Many a man has many more water bottles.",
    "Each country's leaders and every other day's news count.",
    "One of the company's founders is one of the few who know; he is one of the group.",
    "It was a two car family and a ten day trip with two school friends.",
    "Several hundred people and many staff came by two aircraft.",
    "He bought a sports car and a sales force.",
    "They met in a foreign students’ house; the team won nine gold, four silver, one bronze.",
    "One is of Polish descent, one of Egyptian heritage; they had many world famous results.",
    "Various other craft, submarines and tugs took part.",
    "In 2020 president Xi met the 12 member states.",
    "These are the country and the city; those in charge know; those whose duty calls go.",
    "All this costs money; this matters. This year's elections and a person's fingers count.",
    "Both country and town suffer, and few doubt it.",
    "The peasants were the most numerous class, a rather numerous group; they avoid a numerous democracy.",
    "If another attempts to use it, each acts alone; the more an individual cuts the ties, the freer he lives.",
    "She has heard this more times than she can count.",
    "In this most scholars agree; society as a whole teachers expect to change; by this socialists mean the product.",
    "These latter will serve it, and he was one of the latter; he was relieved, as it relieves one of the duty.",
    "He says these work, and she thinks those cost; he knew that works; she said that matters.",
    "She bought these book covers and those art books. For this reason officials left. A date organizers set was kept.",
    "They want these moved and those kept; he saw these fly. With this comes a house, and in this lies hope.",
    "It counted those voting in the ballot; these data show it. They won nine gold and four silver at four a.m.",
    "The bridge cost an estimated 30bn roubles, and a further 2m roubles were lost.",
    "It was a sales call about a customs shed and a theme children like.",
    "He supposes that human beings differ, and that tells all.",
    "By that means, in this series, at that headquarters. She found that houses sell, and showed that prices rise.",
]
LEAVE = [
    ("<archaic>", "He hath an ass, and thou hast two brother; unto them he said it."),
    ("[[ <any> . ]] <any>", "The object is a types.SimpleNamespace."),
    ("relieves|relieved|rid|robs|deprives|reminds [[ one of ]]", "It relieves one of the duty to answer."),
]

_ARTICLES = SINGULAR_DETERMINERS - {"each", "this"}
_PARTS = POSSESSIVES | {"the", "these", "those"}
_ASKING = SINGULAR_DETERMINERS | _PARTS | SEVERAL | {"that"}
_MORE = SEVERAL | SCALES | {"dozen", "few", "good", "great", "half", "many", "more", "other", "such", "most", "whole"}
#: What may not stand between determiner and noun, and behind the noun: the phrase may go on.
_INNER = regex("[^jenr,&]")
_GOES_ON = regex("[nsSPjuWYce$'\"-]|,c")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the phrase from the determiner to the noun."""
    for sentence in document.analysis.sentences:
        reading = document.analysis.reading(sentence)
        for noun in reading.noun_phrases:
            if noun.first == noun.head or not _asks(sentence, noun.first):  # cheap
                continue
            first, wanted = _wanted(reading, noun)
            if wanted is not None and _number(reading, noun) not in (None, wanted) and _ends(reading, noun, wanted):
                one, other = sentence.at(first).text, sentence.at(noun.head).text
                due = "a plural" if wanted == "many" else "a singular"
                yield sentence.match(first, noun.head, f"“{one}” wants {due}, but “{other}” is none.")


def _asks(sentence: Sentence, first: int) -> bool:
    """Whether one of the words is there that ask for a number."""
    return sentence.tokens[first].lower in _ASKING or sentence.tokens[first + 1].lower in SEVERAL


def _wanted(reading: Reading, noun: NounPhrase) -> tuple[int, Number]:
    """Where the word stands that asks for a number, and for which."""
    sentence, first, signs = noun.sentence, noun.first, reading.tagged.signs
    word = sentence.at(first).lower
    one_of = word in _PARTS and sentence.says(first - 2, "one", "of")  # cheap
    if not one_of and word not in SINGULAR_DETERMINERS and sentence.at(first + 1).lower in SEVERAL:
        first, word = first + 1, sentence.at(first + 1).lower  # the two
    one = word in SINGULAR_DETERMINERS or (word == "that" and signs[:first][-1:] == "i")
    if not (one or one_of or word in SEVERAL):
        return first, None
    inner = signs[first + 1 : noun.head]
    words = {token.lower for token in sentence.tokens[first + 1 : noun.head]}
    if _INNER.search(inner) or noun.possessor is not None or sentence.at(noun.head - 1).lower.endswith("ing"):
        return first, None
    if one_of:
        return first - 2, None if sentence.at(noun.head).lower in COLLECTIVES | QUANTITIES else "many"
    if one:
        label = first > 0 and sentence.at(first).text == "A"
        figure = any(word[0].isdigit() for word in words)  # an estimated 30bn roubles
        return first, None if label or figure or not words.isdisjoint(_MORE) else "one"
    compound = word in COUNTS and "n" in inner  # a two car family
    return first, None if compound or not words.isdisjoint(INVARIABLE) else "many"


def _number(reading: Reading, noun: NounPhrase) -> Number:
    """The number of a noun that has but one, and that is no verb here."""
    number, sentence = plain_number(reading, noun), noun.sentence
    classes = english().tags(sentence.at(noun.head).lower)
    first, behind = sentence.at(noun.first).lower, sentence.at(noun.head + 1)
    lone = noun.head == noun.first + 1
    if number == "one":
        works = lone and ("V" in classes or "G" in classes) and behind.lower not in ("of", ".")
        medal = "J" in classes and first in COUNTS  # four silver
        return None if medal or works or classes[0] != "N" else "one"
    closed = reading.tagged.signs[noun.head + 1 : noun.head + 2] in tuple("i.")
    acts = "Z" in classes and not (lone and closed and first in _ARTICLES)
    return None if acts else number


def _ends(reading: Reading, noun: NounPhrase, wanted: Number) -> bool:
    """Whether the phrase ends with its noun."""
    signs, behind = reading.tagged.signs, noun.sentence.at(noun.last + 1)
    if _GOES_ON.match(signs, noun.last + 1):
        return False
    classes = set(english().tags(behind.lower)) if behind.kind == "word" else set()
    verb = signs[noun.last + 1 : noun.last + 2] in tuple("AMVZD")
    if wanted == "many":
        return not (verb and "S" in classes)  # these rectification works
    inner = "n" in signs[noun.first + 1 : noun.head] and (verb or "V" in classes)  # a theme children like
    pointed = verb and signs[: noun.first][-1:] == "i"  # in this men agree
    return not (inner or pointed or {"N", "S"} & classes)  # a sales call
