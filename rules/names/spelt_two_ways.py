"""One name is spelt in two ways in one story.

Why it happens: the engine translates sentence by sentence and spells a name it does not know anew each time.
How it is found: two words of names, at least five letters long, one of them in no list of words, differ by a letter or
two (a first sound may be written in two ways: `Homutovo`, `Khomutovo`), and nothing tells their bearers apart; they
sound alike, or are long, or share a given name, an office or what they stand before (`Town`), or the story has one of
them again and again. The one that few know, or the rarer, is pointed at. So it is where a strange name is one word here
and two there (`Keqiao`, `Ke Qiao District`).
What it leaves alone: endings (Kasatkin, Kasatkina; Houthi, Houthis; Serb, Serbian; Trumpism, Trumpists), bearers with
different given names, two spellings in one sentence, pinyin syllables, which differ by one letter in different people,
soft signs of scholars (Grigor'ev), slips shown as such (`[sic]`), and words the lexicon knows.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import combinations, pairwise

from mtqa.analysis.names import Name, strange
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import rarity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import fold
from mtqa.knowledge.similar import skeleton, slip
from mtqa.knowledge.translit import pinyin_name, split_pinyin, squeeze
from mtqa.rule import Rule

rule = Rule(category="fluency/inconsistency", severity="minor", facts=("names",))

Place = tuple[Name, int]

BAD = [
    "Rex Tillerson came on Monday.\n\n[[Tilerson]] left on Tuesday. Tillerson will return.",
    "Tillerson spoke. Later [[Tillersen]] was silent. Tillerson smiled.",
    "Viktor Slipniov opened the talks. Slipniov was calm.\n\nAt noon [[Slepniov]] left.",
    "Kenjiro Okamatsu won. In the end [[Okammatsu]] wept. Okamatsu had trained long.",
    "Captain Barillaro agreed. The bill, [[Barilaro]] said, was good. Barillaro signed it.",
    "Zemkalov opened the talks.\n\nAt noon [[Zemskalov]] left.",
    "The road to [[Shrinagar]] is closed. In [[Shrinagar]] it snowed.\n\nThe town of Srinagar lies high.",
    "The market of Keqiao is large. Traders met in [[Ke Qiao]] District. Keqiao has grown.",
    "Lin Daiyu wept. In the book [[Lindaiyu]] dies.",
    "The village of Homutovo burnt. The people of [[Khomutovo]] fled. Homutovo is poor.",
    "Governor Halgur is old. People cheered.\n\nGovernor [[Halguk]] spoke.",
    "Dravik Town is small.\n\nThe mayor of [[Draxik]] Town spoke. Dravik Town is poor.",
    "Mamta Banerjee came. She smiled.\n\n[[Mamtha]] [[Banarjee]] left. Banerjee won with Mamta Banerjee.",
    "Jan de Bruyne spoke.\n\nThen [[Bruijne]] left. Jan de Bruyne was glad.",
    "Jan de Halgur spoke.\n\nThen Jan de [[Halgul]] left. Jan de Halgur was glad.",
    "Dmitry Kozak spoke.\n\nThen Dmitry [[Kozaq]] left.",
    "The Halgur sank.\n\nThe [[Helgur]] was old. The Halgur was new.",
    "Salih won. Salih is old. Salih spoke. Salih fell.\n\nThen [[Salyh]] left.",
    "Korve won. Korve is old. Korve spoke. Korve fell.\n\nThen [[Korpe]] left.",
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
    "Casablanca is a film.\n\nThey met in a house called Casa Blanca.",
    "The firm MUDEBRA sued. Its rival MUDEPRA did not answer.",
    "Petersen spoke to Plipniov.\n\nLater Pedersen left.",
    "The Türkmen singer came.\n\nThe Turkmen singer left. Zemkalov cheered.",
    "Ivan Korostyshevsky spoke.\n\nKorostyshevskaya left.",
    "The oil of Sakhalin-1 is sold.\n\nThe island of Sakhalin is cold. Zemkalov left.",
    "Zelinkova spoke.\n\nLater Melinkova left.",
    "Anderson spoke.\n\nLater Anterson answered.",
    "Zemkalov met Zemskalov in Sofia.",
    "The town of Alt Halgur is old.\n\nThe town of Neu Halgul is new. Alt Halgur is small.",
    "The Halgur Bridge is old.\n\nHalgul Street is new.",
    "Halgur spoke.\n\nHalguk left.",
    "Governor Halgur spoke.\n\nMinister Halguk left.",
    "Governor Halgur Nemi spoke.\n\nGovernor Ostap Halguk left.",
    "Morsi spoke.\n\nMorzi left.",
    "Gheorghe Hagi scored from afar.\n\nThe aria was sung by Angela Gheorghiu.",
    "Kozak won. Kozak spoke. Kozak sang. Kozak left.\n\nKozap came.",
]

#: Scholars write soft signs in Russian names (Grigor'ev); a hyphen ties a name to a word (Russian-flagged).
_MARKS = frozenset("'’-‐–")
#: Ways to write the first sound of a name out of another script.
_STARTS = (("kh", "h"), ("ye", "e"), ("w", "v"), ("j", "y"), ("q", "k"), ("ca", "ka"), ("co", "ko"), ("cu", "ku"))
_MOST = 600  # words of a document
_OFTEN = 4  # places of a name that make the story one about it
_GROUP = 12  # words that sound alike
_SHOWN = 20  # places of one spelling


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Words that differ by a space, and words that differ by letters."""
    yield from _spaced(document)
    yield from _lettered(document.analysis.names)


def _spaced(document: Document) -> Iterator[Match]:
    """Strange words that stand as two capitalised words elsewhere; of a Chinese person the two are right."""
    index = document.analysis.index
    torn: dict[str, list[tuple[Sentence, int, int]]] = {}
    for name in document.analysis.names:
        if name.last - name.first < 2:  # cheap
            continue
        for one, other in pairwise(name.tokens):
            joined = one.lower + other.lower
            if joined in index and len(joined) > 5:
                torn.setdefault(joined, []).append((name.sentence, one.index, other.index))
    for joined, apart in torn.items():
        whole = [(s, i, i) for s, i in index[joined] if s.tokens[i].text == joined.capitalize()]
        words = apart[0][0].text(*apart[0][1:]).split()
        if not whole or english().known(joined) or all(map(_ordinary, words)):
            continue
        if {sentence for sentence, _, _ in whole}.isdisjoint(sentence for sentence, _, _ in apart):
            glued = len(whole) < len(apart) or pinyin_name(words)
            yield from _differ(whole if glued else apart, " ".join(words) if glued else joined.capitalize())


def _ordinary(word: str) -> bool:
    """Whether a word is no name: Sun Flower, Northern Light."""
    return english().usually(word, "noun", "adjective", "verb", "adverb")


def _lettered(names: list[Name]) -> Iterator[Match]:
    """Words of names that sound alike and differ by a slip, one of them a name that few know."""
    places: dict[str, list[Place]] = {}
    for name in names:
        for token in name.tokens:
            text = token.text
            written = 5 <= len(text) <= 24 and text[1:].islower() and _MARKS.isdisjoint(text)
            if written and (text in places or len(places) < _MOST):
                places.setdefault(text, []).append((name, token.index))
    begins = {_begun(word)[:1] for word in places if _unknown(word)}
    alike: dict[str, list[str]] = {}
    for word in filter(_rare, places) if begins else ():  # cheap
        letters = _begun(word)
        if letters[:1] not in begins:  # cheap
            continue
        fewer = (letters[:i] + letters[i + 1 :] for i in range(len(letters)))
        for group in dict.fromkeys((letters[:1] + skeleton(word), letters, *fewer)):
            alike.setdefault(group, []).append(word)
    pairs = (pair for group in alike.values() for pair in combinations(group[:_GROUP], 2))
    for one, other in dict.fromkeys(pairs):
        if _slipped(one, other) and _one_name(one, other, places):
            right, wrong = sorted((places[one], places[other]), key=_standing)
            yield from _differ([(name.sentence, i, i) for name, i in wrong], _word(right[0]))


@lru_cache(maxsize=1 << 11)
def _begun(word: str) -> str:
    """The letters of a word, its first sound and a Dutch y written in one way: Khomutovo, Homutovo; Bruijne, Bruyne."""
    letters = squeeze(fold(word)).replace("ij", "y")
    return next((now + letters[len(was) :] for was, now in _STARTS if letters.startswith(was)), letters)


def _slipped(one: str, other: str) -> bool:
    """Whether two words differ as one name does that is written in two ways."""
    a, b = _begun(one), _begun(other)
    if a == b:
        return squeeze(fold(one)) != squeeze(fold(other))  # not Türkmen, Turkmen
    return a[:1] == b[:1] and slip(a, b)


def _one_name(one: str, other: str, places: Mapping[str, list[Place]]) -> bool:
    """Whether two words are one name: unknown and alike in sound, or long; or in the same company."""
    ones, others = places[one], places[other]
    if not {name.sentence for name, _ in ones}.isdisjoint(name.sentence for name, _ in others):
        return False
    if {_end(ones), _end(others)} == {"first", "last"}:
        return False  # Gheorghe Hagi, Maria Gheorghiu: a given name and a family name
    sides = [side for step in (-1, 1) if all(side := (_beside(ones, step), _beside(others, step)))]
    company = bool(sides)
    if not all(map(_akin, sides)):
        return False
    sound, length = _begun(one) == _begun(other) or skeleton(one) == skeleton(other), max(len(one), len(other))
    often = max(len(ones), len(others))
    unknown = _unknown(one) + _unknown(other)
    if company:
        return unknown > 0
    if unknown < 2:
        return unknown == 1 and sound and (length > 6 or often >= _OFTEN)
    return sound or length > 7 or often >= _OFTEN or bool(_offices(ones) & _offices(others))


def _end(places: list[Place]) -> str:
    """Which end of names of several words a word always is: "first", "last" or ""."""
    if any(name.last - name.first < 2 for name, _ in places):
        return ""
    if all(i == name.first for name, i in places):
        return "first"
    return "last" if all(i == name.last - 1 for name, i in places) else ""


def _beside(places: list[Place], step: int) -> frozenset[str]:
    """The words right before or right behind a word in its name, particles passed over."""
    found = set()
    for name, place in places[:_SHOWN]:
        i = place + step
        while name.first <= i < name.last and not name.sentence.tokens[i].capitalised:
            i += step
        if name.first <= i < name.last:
            found.add(name.sentence.tokens[i].text)
    return frozenset(found)


def _akin(side: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Whether two sets of neighbours share a word, or have two that differ by a slip: Mamata, Mamta."""
    ones, others = side
    return bool(ones & others) or any(_slipped(a, b) for a in sorted(ones)[:4] for b in sorted(others)[:4])


def _offices(places: list[Place]) -> set[str]:
    """The offices and titles right before a name: Governor Hulgar."""
    before = (name.sentence.tokens[i - 1] for name, i in places if name.titles is not None)
    return {token.lower for token in before}


def _unknown(word: str) -> bool:
    """Whether a word is a name that few know, and not pinyin, where one letter makes another person."""
    return strange(word) and split_pinyin(squeeze(word)) is None


@lru_cache(maxsize=1 << 13)
def _rare(word: str) -> bool:
    """Whether a word is a name and no usual one."""
    return rarity(word) > 12 and (
        english().logprob(word.lower()) is None or english().capital_share(word.lower()) > 0.95
    )


def _word(place: Place) -> str:
    return place[0].sentence.tokens[place[1]].text


def _standing(places: list[Place]) -> tuple[bool, bool, int, int, int]:
    """Order of two spellings: the known one, one in a longer name, the more usual, the earlier."""
    unknown = _unknown(_word(places[0]))
    name = places[0][0]
    return (unknown, all(len(one.words) == 1 for one, _ in places), -len(places), name.segment, name.end)


def _differ(places: list[tuple[Sentence, int, int]], right: str) -> Iterator[Match]:
    for sentence, first, last in places[:_SHOWN]:
        if not sentence.says(last + 2, "sic"):  # Tilerson [sic]: seen
            message = f"“{sentence.text(first, last)}” is spelt “{right}” elsewhere in the story."
            yield sentence.match(first, last, message, right, evidence={"other": right})
