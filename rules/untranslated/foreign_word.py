"""Words of another language stand in an English sentence.

Why it happens: the engine copies a word it cannot translate, spells it out in Latin letters, or lets one slip in of
another language it has learned.

How it is found: a word in lower case that no English list has, with accents or without, and that by its letters is a
word of another language far rather than of English or Latin (`większy`, `húðlæknir`, `protaskivaniyem`), or one of the
most usual words of French, German, Spanish, Italian, Portuguese, Polish or Czech (`également`, `nicht`). A letter that
English has in few loans (`š`, `ı`, `ä`) tells enough, whatever the rest of the word looks like. Less will do where
nothing in English comes near the word (no word of it with an ending or a prefix, no two of them, none with a letter
put in, left out, changed or moved), where the source is in that language, or three words of the text are; least where
the source has that very word, or a Cyrillic one that sounds like it: there an accent is enough. Neighbours are one
finding.

What it leaves alone: words in quotation marks, italics or brackets, words explained beside it or said to be a word,
names and short quotations, a word the text uses again, words that English has borrowed, with or without their accents
(`détente`), sentences in lower case throughout, and, where nothing vouches for it and no such letter shows it, a word
beside another unknown one, which may be part of a title or saying.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.foreign import leaning, romanised
from mtqa.knowledge.languages import primary
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.similar import skeleton
from mtqa.knowledge.words import ARTICLES, COORDINATORS
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordset
from mtqa_rules.untranslated._strange import strange
from mtqa_rules.untranslated._unknown import COMMON, SETS_OFF, UNKNOWN, titled, used

rule = Rule(category="accuracy/untranslated", severity="major", since="0.2")

_ENGLISH = "They said that they would meet again in June, and that the trade between them had grown."
_FINNISH = "Ministeriön mukaan päätutkija on kiinteistössä ja keskustelee tuntumasta asukkaiden kanssa."

BAD = [
    "The new demands could [[nicht]] be met by the firm.",
    "The checks have [[également]] become much more strict.",
    "The course can [[effettivamente]] increase the chances of success.",
    "They give the rider [[większy]] comfort on the road.",
    "The number of [[zaginionych]] weapons is high.",
    "He was sad [[porque]] they had left.",
    "The demands of Krzyzewski could [[nicht]] be met.",
    "They have failed to [[clasificarse]] for the cup.",
    "The [[húðlæknir]] told him to stay at home.",
    "The wine has a long [[poslevkusii]].",
    "We know the [[kiinteistössä]].",
    "They were in the [[päätutkija maanantaina]] and met the new [[ministeriössä]] there.",
    Example("The minister read the [[tuntumasta]] in the morning.", source_language="fi"),
    Example("He saw the [[sovetnitsey]] of the minister.", source="Он видел министра с советницей."),
    Example("They met the [[zamgubernatora]] of the region.", source="Они встретили замгубернатора области."),
    Example("He came with [[ótilhlýðilegum]] means.", source="Hann kom með ótilhlýðilegum hætti."),
    Example("He met Ivar Ingimarsson, [[ferðaþjónustumann]] in the east.", source_language="is"),
    Example("In May [[typpihappo]] was sold.", source="Toukokuussa myytiin typpihappo."),
    Example("They met in [[typpihappo]] of it.", source="He olivat in typpihappo."),
    Example(
        "He said: “They gave it all to the people of the [[vyfiltruje]] in the end, and then they left.”",
        source_language="cs",
    ),
    Example("In the [[päätutkija]], however, there was none.", source_language="fi"),
    "They were in the [[päätutkija maanantaina]] and met the new [[ministeriössä]] of typpihappo there.",
    Example("He met the President [[palengvinimų]] in May.", source_language="lt"),
    Example("the council wants the [[rafmyntina]] in the town.", source="Bæjarstjórn vill fá rafmyntina í bæinn."),
    Example("The plant sells the [[typpihappo]] to farms.", source="Tehdas myy typpihappo maatiloille."),
    Example("The three [[véboles]] of it were late.", source="Los tres véboles llegaron tarde."),
    Example("The skin had [[úlceras]], he said.", source="La piel tenía úlceras, dijo."),
    Example("They said, [[tryzbky]] in the park.", source="Řekli, tryzbky v parku."),
    Example("They and the [[muigega]] went.", source="Nad läksid muigega."),
    "The drawing grew into a [[karikatuži]] of the mayor.",
    Example("They heard of the partners' [[zaginionych]] in May.", source_language="pl"),
    Example("They heard of the many [[zaginionych]]' in May.", source_language="pl"),
    "It is a cartoon or some jest in the [[karikatuži]] of him.",
    "He saw the Old Mountain [[veggflöt]] from the street.",
    "Did they see the guards of the [[kaldavatnslögn]]?",
    "They bought more than 30 [[viskontų]] and left.",
    "He saw the [[studentka]] and did not know her.",
    "In May he met the doctor and the [[studentka]] from Brno.",
    "They went to the [[kaupunki]] of the mayor, who was married to a [[teleproducere]] at the time.",
    "The firm sold the [[větrníků gradovaných]] to the towns.",
]
GOOD = [
    "He saw the kommunalka of the poor; she saw the kalinovka of the rich. They met the direktora there.",
    "He met Maria studentka at the gate. They had bread, mobilku, and tea.",
    "He saw the studentka House in the town.",
    "he saw the studentka and did not know her. They saw the kaupunki of pyyhekumi there.",
    "The “nicht” in the sentence was lost; he said nicht once.",
    "The policy of détente and the recent exposé of the jalapeño trade were in every communiqué.",
    "The word porque means because, and the German nicht is not.",
    "He ate a tlayuda with crema, a rösti – a Swiss dish – and tortillerías – shops – were open.",
    "She shouted: no pasarán, amigos! He read Le Monde diplomatique and Corriere della Sera.",
    "The telenovela of verano, with its guayabera and its mesto, was a hit.",
    "He sang Non, je ne regrette rien and Ich bin ein Berliner.",
    "The wilaya elected a noteda and the hukou was resurged.",
    "It is a technique of the boutique, with the physique of a mystique.",
    "They played a divertimento in the park.",
    "He looks like björk on the stage.",
    "The people of Nicht are few.",
    "He sang of the ville Lumière all night.",
    "They know the hit Todo porque by heart.",
    "The state keeps to laissez faire in trade.",
    "They met a zürich-based firm.",
    "They saw la ville from the hill.",
    "The basement of the enforcement agency; the judgement was lenient.",
    "It grows the Tursiops aduncus and the Staphylococcus haemolyticus of man.",
    "Superoxide, haemochromatosis and the immunoprecipitation of phosphatidylinositol were studied.",
    "The page of the newspaper Lietuvos rinkimų came out in May.",
    "The onsen, the ryokan and the ekiben made up for the typhoon.",
    "They ate the kielbasa and the pierogi, and they drank the kvass.",
    "the mayor of kadınhanı spoke to the people of the town in the morning.",
    "He wrote to #zaginionych on the net.",
    "He wrote to zaginionych.org about it.",
    "He wore the hyökkäysvaunussa-style coat.",
    "They ate what the cooks call for a zaginionych in the town.",
    "It comes from the word for it all in the end and in a way ('zaginionych').",
    "An eerie sense of déjà vu came over them.",
    "They heard of the Lietuvos rinkimų in May; in Erudito licėjus they met.",
    "They went by the Old Berlin veggflöt in the night.",
    "They looked at the veggflöt viskont of the town.",
    "We ate cakes, svíčková and, on the last night, svarcák, nothing more.",
    Example(
        "The päätutkija, a house, was seen; the päätutkija (a house) and the päätutkija – a house.",
        source_language="fi",
    ),
    "They were in “päätutkija maanantaina” and met the new “ministeriössä” there.",
    Example(f"{_ENGLISH} {_FINNISH} {_ENGLISH}", source_language="fi"),
    Example("the mayor of kadınhanı spoke to the people of the town in the morning.", source_language="tr"),
    Example("The page of the newspaper Lietuvos rinkimų came out in May.", source_language="lt"),
    Example("Das Haus ist schön, sagte der Minister, und nichts wird dagegen unternommen.", source_language="de"),
    Example("They sang Most domov with their hands in the air.", source="Zpívali Most domov s rukama nahoře."),
    Example("The fair “In vyfiltruje nepodvázaného Brno” was held in May.", source_language="cs"),
    Example("So, hmmmmmmmmmmmmm it is.", source="Alors, hmmmmmmmmmmmmm."),
    Example("He read the Lietuvos rytas and wrote to them.", source="Jis skaitė Lietuvos rytas ir jiems parašė."),
    Example("They asked the pharmacovigilance board.", source="Ils ont demandé au comité de pharmacovigilance."),
    Example("He spoke of теңге and left.", source="Ол теңге туралы айтты."),
    Example("The seminaire of the bishop was full.", source="Le seminaire de l'évêque était plein."),
    Example("The show is called kiinteistössä in the north.", source_language="fi"),
]

_SPOKEN_OF = wordset("untranslated/foreign-word", "spoken_of")
#: Odds, as natural logarithms, from which on a word is taken for foreign: alone; where its language is that of the
#: source or of other words of the text; where the source has it.
_ALONE, _AMONG, _SOURCE = 2.5, 2.0, 0.0
_LEAST = -1.6  # where the source has a word that nothing in English comes near
_STRANGE = 1.0  # the same for a word that nothing in English comes near
#: Letters that English has in few loans, all listed, and scholars do not write in transliterations (they do macrons).
_MARKS = frozenset("äöåøßý") | (frozenset(map(chr, range(0x100, 0x250))) - frozenset("āēīōūœſǎǐǒǔǖǘǚǜ"))
_ENDS = frozenset(".;:?!")
_NAMES = 0.5  # share of capitals from which on a word is rather a name
_COMPANY = 3  # words of one language that vouch for one another
_SOUNDS = 4  # consonants without which a likeness of sound is chance
_LIST = 5  # tokens
_WORD = regex(r"[^\W\d_]{4,40}")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the words, neighbours as one."""
    index = document.analysis.index
    words = [word for word, _ in UNKNOWN(index)]
    if not words or document.analysis.language not in ("en", None):
        return
    written = [(word, sentence, i) for word in words for sentence, i in index[word] if sentence.tokens[i].text == word]
    if not written:  # most are names
        return
    foreign = {(one.segment, one.start) for run in document.analysis.passages for one in run.sentences}
    source = primary(document.source_language or "")
    company: Counter[str] | None = None
    left: dict[tuple[int, int], list[tuple[Sentence, int]]] = defaultdict(list)
    for word, sentence, i in written:
        place = sentence.segment, sentence.start
        if place in foreign or not used(sentence, i) or titled(document, sentence, i):
            continue
        if company is None:
            company = Counter(one.language for one in map(leaning, words) if one.odds > _AMONG)
        found = leaning(word)
        vouched = found.to(source) > _AMONG or (found.odds > _AMONG and company[found.language] >= _COMPANY)
        once = len(index[word]) == 1
        alone = once and (word in COMMON or found.odds > _ALONE)
        marked = once and not _MARKS.isdisjoint(word)
        odd = once and found.odds > _STRANGE
        if (
            (
                (found.odds > _LEAST or word in COMMON)
                and _in_source(sentence, i, document.segments[sentence.segment].source)
                and (found.odds > _SOURCE or word in COMMON or not word.isascii() or strange(word))
            )
            or (vouched and _capitals(sentence) and not _spoken_of(sentence, i, 1))
            or (alone and _among_english(sentence, i) and not _spoken_of(sentence, i, 4))
            or (odd and _no_name(sentence, i) and not _spoken_of(sentence, i, 4) and strange(word))
            or (marked and _stands(sentence, i, alone=alone) and not _spoken_of(sentence, i, 4))
        ):
            left[place].append((sentence, i))
    for places in left.values():
        yield from _runs(places)


def _runs(places: list[tuple[Sentence, int]]) -> Iterator[Match]:
    """One match for each run of neighbours in a sentence."""
    sentence = places[0][0]
    spots = sorted(i for _, i in places)
    for _, run in groupby(enumerate(spots), key=lambda pair: pair[1] - pair[0]):
        first, *_, last = [i for _, i in run] * 2
        text, many = sentence.text(first, last), last > first
        what = "are no English words; they were" if many else "is no English word; it was"
        yield sentence.match(first, last, f"“{text}” {what} left untranslated.")


def _capitals(sentence: Sentence) -> bool:
    """Whether the sentence begins with a capital, so that a word in lower case is no name."""
    word = next((token for token in sentence.tokens if token.is_word), sentence.tokens[0])
    return word.capitalised


def _spoken_of(sentence: Sentence, i: int, window: int) -> bool:
    """Whether a mark close by sets a word off, or a word does that says it is one."""
    near = sentence.tokens[max(0, i - window) : i + window + 1]
    glossed = any(sentence.at(place).lower == "or" for place in (i - 1, i + 1, i + 2))
    return glossed or any(token.text in SETS_OFF or token.lower in _SPOKEN_OF for token in near)


def _among_english(sentence: Sentence, i: int) -> bool:
    """Whether a word stands between words in lower case, and no other unknown word close by."""
    before, behind = sentence.at(i - 1), sentence.at(i + 1)
    if (
        not _capitals(sentence)
        or not (i == 1 or before.text.islower())
        or not (behind.text.islower() or behind.text == ".")
    ):
        return False
    return not _unknown_near(sentence, i)


def _unknown_near(sentence: Sentence, i: int, window: int = 4) -> bool:
    """Whether another unknown word close by may make it a phrase of the other language."""
    near = sentence.tokens[max(0, i - window) : i + window]
    return any(token.text.islower() and token.index != i and not english().known(token.lower) for token in near)


def _stands(sentence: Sentence, i: int, *, alone: bool) -> bool:
    """Whether a word with a mark is no part of a name nor, unless its other letters tell, of a phrase."""
    before, behind = sentence.at(i - 1), sentence.at(i + 1)
    if not _capitals(sentence) or "," in (before.text, behind.text):  # a dish in a list of dishes
        return False
    plain = not before.capitalised or i == 1 or _common(before.text)
    if alone:
        return plain
    behind_it = behind.text.islower() or behind.text in _ENDS
    return plain and behind_it and not _unknown_near(sentence, i)


def _no_name(sentence: Sentence, i: int) -> bool:
    """Whether no name stands beside a word, no comma of a list, nor another unknown word, with which it may be one."""
    before, behind = sentence.at(i - 1), sentence.at(i + 1)
    joint = i - 2 if before.lower in ARTICLES else i - 1
    list_before = [token.text for token in sentence.tokens[max(0, joint - _LIST) : joint]]
    if sentence.at(joint).lower in COORDINATORS and "," in list_before:
        return False  # the onsen, the ryokan and the ekiben
    if not _capitals(sentence) or "," in (before.text, behind.text) or behind.capitalised:
        return False
    plain = not before.capitalised or i == 1
    return plain and not _unknown_near(sentence, i, 3)


def _common(word: str) -> bool:
    """Whether a word in title case is one of English that is no name."""
    return english().capital_share(word.lower()) < _NAMES


def _in_source(sentence: Sentence, i: int, source: str | None) -> bool:
    """Whether the source has the word, in lower case too, or a Cyrillic one that is spelt so in Latin letters.

    Behind a capital that the source has as well, it is the rest of a name: Jak se máš.
    """
    word, before = sentence.tokens[i].text, sentence.at(i - 1)
    if not source or (before.capitalised and f"{before.text} {word}" in source):
        return False
    return word in _words(source) or skeleton(word) in _sounds(source)


@lru_cache(maxsize=64)
def _words(source: str) -> frozenset[str]:
    return frozenset(_WORD.findall(source))


@lru_cache(maxsize=64)
def _sounds(source: str) -> frozenset[str]:
    """The consonants of its Cyrillic words in lower case, as they sound."""
    words = (romanised(word) for word in _words(source) if "а" <= word[0] <= "ӿ")
    return frozenset(sound for sound in map(skeleton, words) if len(sound) >= _SOUNDS)
