"""A foreign office holder is written as his Chinese name sounds: `Aotingjia` for Odinga.

Why it happens: Chinese spells the names of foreigners in characters by their sound; an engine that does not know the
person spells the characters back.
How it is found: behind a title the name is pinyin from end to end, of three syllables or more, and in no list; the
title names its state, or the story names one more than others; and the table of people has somebody of this state whose
name, consonant by consonant, Chinese would spell so. Found once, the name is pointed at wherever it stands.
Not met in the measured texts: their engines know most heads of state. It stays for engines that do not; nor did it say
anything in translations by people.
What it leaves alone: China and its neighbours, whose names are shared, names without a title, everybody the table does
not hold.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from mtqa.analysis.names import Name, strange
from mtqa.analysis.regions import SINIC, english_region, english_votes
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import shipped
from mtqa.knowledge.people import Term
from mtqa.knowledge.rendering import rendering
from mtqa.knowledge.translit import split_pinyin, squeeze
from mtqa.rule import Rule
from mtqa_rules.names._chinese import distinctive

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", facts=("names",))

BAD = [
    "Kenya's opposition leader [[Aotingjia]] called for calm. [[Aotingjia]] lost in Kenya.",
    "China and Kenya agreed with Ethiopia; the leader [[Aotingjia]] did not. China built Kenya's line.",
    "Ethiopian Prime Minister [[Haier Maliyamu]] flew home. Ethiopia has a railway.",
    "Spanish Prime Minister [[Sangqiesi]] met French President [[Makelong]].",
    "Zambian President [[Xiqilaima]] flew home.",
]
GOOD = [
    "Kenya's opposition leader Odinga called for calm in Kenya.",
    "Kenya received Li Qiang; Liu Xianfa, the Chinese ambassador to Kenya, came.",
    "Kenya's Lutuo is a village. In Kenya, Aida sings, and President Andingzhuang is nobody.",
    "China's leader Aotingjia is nobody. Chinese President Xijinbin is a slip.",
    "The leader Aotingjia spoke. Kenya is poor.",
    "The leader Aotingjia spoke. Kenya and Uganda are poor; Kenya and Uganda agreed. China and Uganda? Kenya, China.",
    "Japanese Prime Minister Guizumi is nobody.",
    "French President Makron is a slip, and German Minister Angelina is nobody.",
    "Russian President Baiding is nobody.",
    "French President Aimanwel Makelong is a slip.",
    "Iranian Defence Minister Hatami and Iraqi Foreign Minister Zebari spoke.",
    "Zambian President Li is nobody. Nigerian President Buhali is a slip.",
]


@cache
def _known(code: str) -> dict[str, Term]:
    """Names of a state's people in the letters they are compared by: heads of state and families first."""
    terms = [term for term in shipped().terms if term.body == code]
    terms.sort(key=lambda term: not term.office.startswith("head_of"))
    found = {squeeze(term.family): term for term in reversed(terms)}
    for term in terms:
        found.setdefault(squeeze(term.full_name), term)
        for word in term.given.split():
            if len(word) > _LONG:
                found.setdefault(squeeze(word), term)
    return {name: term for name, term in found.items() if len(name) > 3}


_LONG = 7  # letters of a given name that says enough


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Names in pinyin behind a title; then the same words elsewhere."""
    found: dict[str, Term] = {}
    for name in document.analysis.names:
        if name.titles is not None:
            term = _meant(document, name, name.titles[0])
            if term is not None:
                found[name.text] = term
    for name in document.analysis.names if found else ():
        if name.text in found:
            term = found[name.text]
            message = f"“{name.text}” is how the Chinese name of {term.full_name} sounds."
            yield name.match(message, term.family, evidence={"name": term.full_name})


def _meant(document: Document, name: Name, lead: int) -> Term | None:
    """The person whom a name in pinyin sounds like, of the state of the title or the one that the story names most."""
    words, letters = name.words, squeeze(name.text)
    if not 6 <= len(letters) <= 20 or not any(map(distinctive, words)):
        return None
    syllables = [split_pinyin(word.lower()) or () for word in words if strange(word)]
    if len(syllables) < len(words) or not all(syllables) or sum(map(len, syllables)) < 3:
        return None
    code = english_region(name.sentence.tokens, lead, name.first, name.last)
    if code is None:
        votes = document.analysis.view(english_votes)
        most = max((count for state, count in votes.items() if state != "CN"), default=0)
        told = [state for state, count in votes.items() if count == most and state != "CN"]
        code = told[0] if len(told) == 1 and most > 1 else None
    if code is None or code in SINIC or code == "CN":
        return None
    known = _known(code)
    if letters in known:
        return None
    return next((term for other, term in known.items() if rendering(other).covers(letters)), None)
