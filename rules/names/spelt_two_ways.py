"""One name is spelt in two ways in one story.

Why it happens: the engine translates sentence by sentence and spells a name it does not know anew each time.
How it is found: two capitalised words, at least five letters long, one of them in no list of words, differ by a
letter or two and sound alike, and nothing tells their bearers apart; the one that few know, or the rarer, is pointed
at. So it is where a strange name is one word here and two there (`Keqiao`, `Ke Qiao District`).
What it leaves alone: endings (Kasatkin, Kasatkina; Houthi, Houthis; Serb, Serbian; Trumpism, Trumpists), bearers with
different given names, two spellings in one sentence, pinyin syllables, which differ by one letter in different people,
soft signs of scholars (Grigor'ev), slips shown as such (`[sic]`), and words the lexicon knows.
"""

from __future__ import annotations

from collections.abc import Iterator
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
    "Petersen spoke to Slipniov.\n\nLater Pedersen left.",
    "The Türkmen singer came.\n\nThe Turkmen singer left. Zemkalov cheered.",
    "Ivan Korostyshevsky spoke.\n\nKorostyshevskaya left.",
    "The oil of Sakhalin-1 is sold.\n\nThe island of Sakhalin is cold. Zemkalov left.",
    "Zelinkova spoke.\n\nLater Melinkova left.",
    "Anderson spoke.\n\nLater Anterson answered.",
    "Zemkalov met Zemskalov in Sofia.",
]

#: Scholars write them in Russian names: Grigor'ev.
_SOFT_SIGNS = frozenset("'’")
_MOST = 600  # words of a document
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
    """Last words of names that sound alike and differ by a slip, one of them a name that few know."""
    places: dict[str, list[Name]] = {}
    for name in names:
        text = name.sentence.tokens[name.last - 1].text
        written = 5 <= len(text) <= 24 and text[1:].islower() and _SOFT_SIGNS.isdisjoint(text)
        if written and (text in places or len(places) < _MOST):
            places.setdefault(text, []).append(name)
    if not any(map(_unknown, places)):  # cheap
        return
    alike: dict[str, list[str]] = {}
    for word in filter(_rare, places):
        letters = squeeze(word)
        fewer = (letters[:i] + letters[i + 1 :] for i in range(len(letters))) if len(letters) > 6 else ()
        for group in dict.fromkeys((word[0] + skeleton(word), letters, *fewer)):
            alike.setdefault(group, []).append(word)
    pairs = (pair for group in alike.values() for pair in combinations(group[:_GROUP], 2))
    for one, other in dict.fromkeys(pairs):
        if _one_name(one, other) and _one_bearer(places[one], places[other]):
            right, wrong = sorted((places[one], places[other]), key=_standing)
            spots = [(name.sentence, name.last - 1, name.last - 1) for name in wrong]
            yield from _differ(spots, right[0].tokens[-1].text)


def _one_name(one: str, other: str) -> bool:
    """Whether two words are spellings of one name; of a known one only if they are long and sound alike."""
    sound = skeleton(one) == skeleton(other)
    unknown = _unknown(one) + _unknown(other)
    if unknown == 0 or (unknown == 1 and not (sound and max(len(one), len(other)) > 6)):
        return False
    a, b = squeeze(fold(one)), squeeze(fold(other))
    return a[0] == b[0] and slip(a, b)


def _unknown(word: str) -> bool:
    """Whether a word is a name that few know, and not pinyin, where one letter makes another person."""
    return strange(word) and split_pinyin(squeeze(word)) is None


def _rare(word: str) -> bool:
    """Whether a word is a name and no usual one."""
    return rarity(word) > 12 and (
        english().logprob(word.lower()) is None or english().capital_share(word.lower()) > 0.95
    )


def _one_bearer(ones: list[Name], others: list[Name]) -> bool:
    """Whether nothing tells apart the people so called: other given names, or both in one sentence."""
    if not {name.sentence for name in ones}.isdisjoint(name.sentence for name in others):
        return False
    given = {name.words[0] for name in ones if len(name.words) > 1}
    named = {name.words[0] for name in others if len(name.words) > 1}
    return not given or not named or bool(given & named)


def _standing(places: list[Name]) -> tuple[bool, bool, int, int, int]:
    """Order of two spellings: the known one, one with a given name, the more usual, the earlier."""
    unknown = _unknown(places[0].tokens[-1].text)
    return (unknown, all(len(name.words) == 1 for name in places), -len(places), places[0].segment, places[0].end)


def _differ(places: list[tuple[Sentence, int, int]], right: str) -> Iterator[Match]:
    for sentence, first, last in places[:_SHOWN]:
        if not sentence.says(last + 2, "sic"):  # Tilerson [sic]: seen
            message = f"“{sentence.text(first, last)}” is spelt “{right}” elsewhere in the story."
            yield sentence.match(first, last, message, right, evidence={"other": right})
