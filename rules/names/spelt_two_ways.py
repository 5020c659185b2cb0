"""One name is spelt in two ways in one story.

Why it happens: the engine translates sentence by sentence and spells a name it does not know anew each time.
How it is found: two capitalised words that are no words of the language, at least five letters long, differ by a
letter or two and sound alike, and nothing tells their bearers apart; the rarer spelling is pointed at. So it is where
a strange name is one word here and two there (`Keqiao`, `Ke Qiao District`).
What it leaves alone: endings (Kasatkin, Kasatkina; Houthi, Houthis; Serb, Serbian; Trumpism, Trumpists), bearers with
different given names, two spellings in one sentence, pinyin syllables, which differ by one letter in different people,
soft signs of scholars (Grigor'ev), slips shown as such (`[sic]`), and words the lexicon knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

from mtqa.analysis.names import Name
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import fold
from mtqa.knowledge.places import party
from mtqa.knowledge.similar import distance, skeleton
from mtqa.knowledge.translit import pinyin_name, split_pinyin, squeeze
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(
    category="fluency/inconsistency",
    severity="minor",
)

BAD = [
    "Rex Tillerson came on Monday.\n\n[[Tilerson]] left on Tuesday. Tillerson will return.",
    "Tillerson spoke. Later [[Tillersen]] was silent. Tillerson smiled.",
    "Viktor Slipniov opened the talks. Slipniov was calm.\n\nAt noon [[Slepniov]] left.",
    "Kenjiro Okamatsu won. In the end [[Okammatsu]] wept. Okamatsu had trained long.",
    "Captain Barillaro agreed. The bill, [[Barilaro]] said, was good. Barillaro signed it.",
    "The market of Keqiao is large. Traders met in [[Ke Qiao]] District. Keqiao has grown.",
    "Bruno Lemarchand spoke. Then Bruno [[Le Marchand]] left. Lemarchand was glad.",
]
GOOD = [
    "Daria Kasatkina won; her brother Ivan Kasatkin watched. Kasatkin cheered.",
    "The Houthis replied. A Houthi spokesman said so.",
    "Anna Johnsson met Peter Jonsson. Later Johnsson and Jonsson danced.",
    "Zhang Xiaoming met Li Xiaomin. Xiaoming left; Xiaomin stayed.",
    "The Kyrgyz minister spoke. Kyrgyzstan agreed.",
    "Kim spoke. Kin answered. Li and Liu left.",
    "Maria Fernandez spoke. Luisa Hernandez answered.",
    "Rohingya refugees fled. The Rohingyas were many.",
    "Berlusconism was his creed.\n\nThe Berlusconists lost. An old Berlusconist wept.",
    "Grigoriev spoke.\n\nThe book has Grigor'ev and his men. Grigor'ev fled.",
    "Tillerson spoke. Tillerson left.\n\nThe leaflet names Tilerson [sic!] as the man.",
    "Kenneth Boulding wrote of it.\n\nThe essay is called On Building the New Order. Boulding liked it.",
    "Tillerson's aides and Tillersons of all sorts met.",
    "Keqiao, also written Ke Qiao, is a district.",
    "The Northern Light shone. Northernlight is a firm. The Sun Flower is no Sunflower.",
    "Li Na won. Lina cheered. Mary Anne met Maryanne.",
]
_ENDINGS = wordset("names/spelt-two-ways", "endings")
#: Creeds and their followers: Trumpism, Trumpist; in French with an e.
_CREED = re.compile(r"is[mt]e?s?$")
_SIC = re.compile(r"[\"”'’]?\s?[\[(]sic\b")
_MOST = 600


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Words that differ by letters, and words that differ by a space."""
    yield from _spaced(document)
    yield from _lettered(document)


def _spaced(document: Document) -> Iterator[Match]:
    """Strange words that stand as two capitalised words elsewhere, unless in one sentence."""
    index = document.analysis.index
    torn: dict[str, list[tuple[Name, Token, Token]]] = {}
    for name in document.analysis.names:
        for one, other in pairwise(name.tokens):
            joined = one.lower + other.lower
            if len(joined) >= 6 and joined in index and not (name.last - name.first == 2 and pinyin_name(name.words)):
                torn.setdefault(joined, []).append((name, one, other))
    for joined, apart in torn.items():
        whole = [(s, s.tokens[i]) for s, i in index[joined] if s.tokens[i].text == joined.capitalize()]
        sentences = {(sentence.segment, sentence.start) for sentence, _ in whole}
        if not whole or english().known(joined) or (_word(apart[0][1].lower) and _word(apart[0][2].lower)):
            continue
        if any((name.segment, name.sentence.start) in sentences for name, _, _ in apart):
            continue
        pair = f"{apart[0][1].text} {apart[0][2].text}"
        spots = [(name.segment, one.start, other.end, pair, joined.capitalize()) for name, one, other in apart]
        if len(whole) < len(apart):
            spots = [(s.segment, token.start, token.end, joined.capitalize(), pair) for s, token in whole]
        for segment, start, end, here, elsewhere in spots[:20]:
            message = f"“{here}” is written “{elsewhere}” elsewhere in the story."
            yield Match(segment, start, end, message, (elsewhere,), {"other": elsewhere})


def _word(lower: str) -> bool:
    """Whether a word is an ordinary one: Sun Flower, Northern Light."""
    return english().tags(lower)[:1] in tuple("NSJVZDEGR") and english().capital_share(lower) < 0.6


def _lettered(document: Document) -> Iterator[Match]:
    """Unknown words of names by the letters they keep when one is left out."""
    places = _words(document.analysis.names)
    if len(places) < 2:
        return
    groups: dict[str, list[str]] = {}
    strange = [word for word in places if _strange(word)]
    heads = {(word[0].lower(), len(word) + d) for word in strange for d in (-2, -1, 0, 1, 2)}
    if not strange:
        return
    for word in places:
        if (word[0].lower(), len(word)) in heads and _proper(word):
            letters = squeeze(word)
            for left in dict.fromkeys([letters, *(letters[:i] + letters[i + 1 :] for i in range(len(letters)))]):
                groups.setdefault(left, []).append(word)
    done: set[str] = set()
    for group in groups.values():
        if not 1 < len(group) < 12:
            continue
        for one in group:
            for other in group:
                if one >= other or f"{one} {other}" in done:
                    continue
                done.add(f"{one} {other}")
                if _one_name(one, other) and _one_bearer(places[one], places[other]):
                    yield from _matches(document, places, one, other)


def _words(names: list[Name]) -> dict[str, list[tuple[Name, Token]]]:
    """The last words of names, at most 600 different ones, with their places."""
    places: dict[str, list[tuple[Name, Token]]] = {}
    for name in names:
        if name.headline and name.last - name.first > 4:
            continue
        token = name.sentence.tokens[name.last - 1]
        text = token.text
        if not (5 <= len(text) <= 24 and text[1:].islower() and (text in places or len(places) < _MOST)):
            continue
        if "'" not in text[:-2] and "’" not in text[:-2]:
            places.setdefault(text, []).append((name, token))
    return places


@lru_cache(maxsize=10_000)
def _strange(word: str) -> bool:
    """Whether a word is no word of English, however written, nor a place, nor pinyin."""
    lexicon = english()
    if (lexicon.logprob(word) or -22) > -17.5 or lexicon.logprob(word.lower()) or lexicon.tags(word):
        return False
    return party(word) is None and split_pinyin(squeeze(word)) is None


@lru_cache(maxsize=10_000)
def _proper(word: str) -> bool:
    """Whether a word is a name and no usual one: strange, or capitalised in the lexicon and rare."""
    lexicon = english()
    if lexicon.logprob(word.lower()) and lexicon.capital_share(word.lower()) < 0.95:
        return False
    return (lexicon.logprob(word) or -22) < -12


def _one_name(one: str, other: str) -> bool:
    """Whether two words are spellings of one name: a letter or two apart, alike in sound, not by an ending."""
    if not (_strange(one) and _strange(other)):
        if not (_strange(one) or _strange(other)):
            return False
        if skeleton(one) != skeleton(other) or len(one) < 7:
            return False  # a known name beside a strange one: only a clear slip
    a, b = squeeze(one), squeeze(other)
    if fold(one).lower() == fold(other).lower() or a == b:
        return False  # accents and hyphens: not a matter of spelling
    if _CREED.search(a) and _CREED.sub("", a) == _CREED.sub("", b):
        return False
    short, long = sorted((a, b), key=len)
    head = 0
    while head < len(short) and short[head] == long[head]:
        head += 1
    if head == 0 or (long.startswith(short) and long[len(short) :] in _ENDINGS):
        return False
    if long[head:] in _ENDINGS and (not short[head:] or short[head:] in _ENDINGS) and head >= len(short) - 2:
        return False
    apart = distance(a, b, 2)
    if apart > (1 if len(short) < 7 else 2):
        return False
    return skeleton(one) == skeleton(other) or (apart == 1 and len(short) >= 7)


def _one_bearer(ones: list[tuple[Name, Token]], others: list[tuple[Name, Token]]) -> bool:
    """Whether nothing tells apart the people so called: other given names, or both in one sentence."""
    sentences = {(name.segment, name.sentence.start) for name, _ in ones}
    if any((name.segment, name.sentence.start) in sentences for name, _ in others):
        return False
    given = {name.words[0] for name, _ in ones if len(name.words) > 1}
    named = {name.words[0] for name, _ in others if len(name.words) > 1}
    return not given or not named or bool(given & named)


def _standing(places: list[tuple[Name, Token]]) -> tuple[bool, int, int, int]:
    """Order of two spellings: the one with a given name first, then the more usual, then the earlier."""
    full = any(len(name.words) > 1 for name, _ in places)
    name, token = places[0]
    return (not full, -len(places), name.segment, token.start)


def _matches(document: Document, places: dict[str, list[tuple[Name, Token]]], one: str, other: str) -> Iterator[Match]:
    right, wrong = sorted((one, other), key=lambda word: _standing(places[word]))
    for name, token in places[wrong][:20]:
        if _SIC.match(document.analysis.paragraphs[name.segment].text, token.end):
            continue
        yield Match(
            name.segment,
            token.start,
            token.end,
            f"“{wrong}” is spelt “{right}” elsewhere in the story.",
            suggestions=(right,),
            evidence={"other": right, "times": len(places[right])},
        )
