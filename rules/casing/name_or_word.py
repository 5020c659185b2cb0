"""A state or month whose name is also a word stands in lower case where only the name can be meant: `on 9 may`.

Why it happens: the engine that restores capitals has met the bird, the cup and the verb more often than the name.

How it is found: `turkey`, `china`, `jordan` and their like beside another state or a capital (`Iran and turkey`, `from
china to Vietnam`), behind what only a state has or takes (`travel to turkey`, `the president of chad`), or bare behind
a preposition in a text that names the state with its capital elsewhere; `polish` before a government; `march`, `may`
and `august` beside a day or year, or between a preposition and a mark.

What it leaves alone: what stands before a noun or behind an article (`turkey breast`, `the china`), what may or
marches (`of the 17 may be ill`), and texts in small letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.names import opens_clause
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import INSTITUTIONS, OFFICES
from mtqa.knowledge.places import kind
from mtqa.knowledge.words import COMMON_PREPOSITIONS
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.casing._capitals import uses_capitals
from mtqa_rules.data import wordlist, wordset

rule = Rule(category="fluency/casing", severity="minor", registers=("news",), since="0.3")

BAD = [
    "Ships from Greece and [[turkey]] met in the strait.",
    "The trade war between the United States and [[china]] goes on.",
    "He put off his travel to [[turkey]] in May.",
    "The president of [[chad]] flew to Paris.",
    "Now Turkey has closed the border. The people came from [[turkey]] in the night, Reuters said.",
    "The [[polish]] government agreed with Berlin.",
    "He met the German and the [[polish]] president in Warsaw.",
    "Troops of [[china]], India and Nepal met at Leh.",
    "The talks will go on until 9 [[may]], Paris said.",
    "The bridge at Kerch was opened on [[march]] 15.",
    "She came to Ankara in [[may]] 2019, and he followed in [[august]].",
]
GOOD = [
    "They ate turkey and drank from fine china in Greece, and Jordan wore a jersey.",
    "For Greece and turkey lovers alike the dish in Athens is a feast.",
    "Turkey exports turkey breast and buys from turkey farms in Georgia.",
    "He brought shoe polish and nail polish from Berlin, and the polish shone.",
    "Of the 17 may be ill, Paris said; on 9 may be written what you like.",
    "They will march 15 miles from London in march order; since may 10 people have come.",
    "By march 30 men had come to Leh. An august body of men left in May 2019, as they may.",
    "In may, so to speak, but not in must, the poet Smith said.",
    "The tea was served in china of the finest sort in Beijing; China sells the china abroad.",
    "A jersey and jordan almonds were sold in Amman.",
    "It went to the turkey of the year, Paris said.",
    "Cups of china and glass left Turkey and China for London.",
    "The polish of the table in Greece was thick with turkey@greece.example on it.",
    "The poet Heaney wrote of turkey and of china in Turkey, where he ate it.",
    "so my mum met the president of turkey and the ambassador to china",
    "Paris sent the flights to china.example/map by mistake.",
    "In Texas he has eaten Turkey and turkey; the former is dry.",
    "Iran eats turkey, and people eat turkey in Rome.",
    "They carved turkey and Greece cheered; in Rome they ate ham and turkey.",
    "Turkey is on the menu of Harrods with turkey soup. They begin with turkey.",
    "All of the other 9 may, the doctor Smith said; the men march 15 abreast through London.",
]

_TWINS = wordlist("casing/name-or-word", "twins")
#: What is only done to or had by a state, before `to`, `of` or `in`.
_STATELY = wordset("casing/name-or-word", "stately") | OFFICES
_JOINING = frozenset(("and", "or", ",", "/", "-", "–", "with", "to", "from", "&", "against"))
_BARE = COMMON_PREPOSITIONS - {"of"} | {"against", "between"}
_DAY = regex(r"(?:[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?", re.ASCII)
_YEAR = regex(r"(?:19|20)\d\d", re.ASCII)
_DATED = _BARE | wordset("casing/name-or-word", "dated")
_MONTHS = frozenset(("may", "march", "august"))
_MOST = 20  # places of a word that are looked at
_RULING = wordset("casing/name-or-word", "ruling") | INSTITUTIONS | OFFICES

rule.only_on(words=(*_TWINS, *_MONTHS, "polish"))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag states and months in lower case."""
    analysis = document.analysis
    for sentence, i in analysis.find(*_TWINS, *_MONTHS, "polish"):
        word = sentence.tokens[i].text
        if not word.islower() or not uses_capitals(analysis, sentence, i):
            continue
        if word in _MONTHS:
            named = _a_month(sentence, i)
        elif word == "polish":
            named = sentence.at(i + 1).lower in _RULING
        else:
            named = _alone(sentence, i) and _a_state(analysis, sentence, i)
        if named:
            yield sentence.match(i, i, f"The name “{word.capitalize()}” needs a capital: “{word}”.", word.capitalize())


def _alone(sentence: Sentence, i: int) -> bool:
    """Whether no noun follows that makes a word common, and it is no part of an address."""
    behind = sentence.at(i + 1).lower
    return not sentence.joined(i) and behind != "of" and not english().usually(behind, "noun")


def _a_state(analysis: Analysis, sentence: Sentence, i: int) -> bool:
    """Whether a word stands beside a state, behind what only states have, or bare where the text names the state."""
    before, second, behind = sentence.at(i - 1).lower, sentence.at(i - 2).lower, sentence.at(i + 1).lower
    word = sentence.tokens[i].lower
    if before in _JOINING and second != word and _stands(sentence, i - 2):
        return True
    if behind in _JOINING and _stands(sentence, i + 2) and before in (*_BARE, "of"):
        return True
    if before in ("to", "of", "in") and second in _STATELY:
        return True
    return before in _BARE and _named(analysis, word)


def _stands(sentence: Sentence, i: int) -> bool:
    """Whether a state or capital is named at a token, by one word or by two."""
    pairs = (sentence.at(i).text, f"{sentence.at(i - 1).text} {sentence.at(i).text}")
    return any(kind(text) in ("name", "capital") for text in pairs)


def _named(analysis: Analysis, word: str) -> bool:
    """Whether a text writes a word with its capital, and not to begin a sentence."""
    places = analysis.index[word][:_MOST]
    return any(one.tokens[k].capitalised and not opens_clause(one.tokens, k) for one, k in places)


def _a_month(sentence: Sentence, i: int) -> bool:
    """Whether a word is a month by the day or year beside it, or by the mark behind it."""
    before, behind, second = sentence.at(i - 1), sentence.at(i + 1), sentence.at(i + 2).lower
    counts = english().usually(second, "noun")
    if _DAY.fullmatch(before.text):
        closed = behind.kind != "word" or behind.lower in ("at", "in", "this", "last")
        return sentence.at(i - 2).lower in _DATED and closed
    if _DAY.fullmatch(behind.text) or _YEAR.fullmatch(behind.text):
        return before.lower in _DATED and not counts
    return before.lower in ("in", "since", "until") and behind.text in (".", ";", ")", ",") and i > 1
