"""A family name was translated like a word: `Binali Lightning`, `Minister Falcons`.

Why it happens: most names are words of their language (Yıldırım is lightning, Sokolov of falcons); an engine
that does not see that a person is meant translates them, often beside a given name that it keeps.
How it is found: a table tells, language by language, what names mean (`mtqa/knowledge/data/meanings.txt`). A rendering
of a family name counts behind a given name that speakers of this language alone bear, or one that is translated, too
(`Jesus Sheriff`), behind a title in a story about their country, alone beside a verb of speaking in such a story, if
nobody in it is introduced by that name, and in one about Korea before an office (`Door
President`). Without the table a plain noun counts behind such a
given name where a person is surely meant (an office before, a verb of speaking behind) and no American family is called
so. Once found, the same words are found again in the story.
What it leaves alone: given names of several languages, families that are called like an English word in their own
country, nicknames in quotation marks, places, institutions and works called after a person (`the Mehmet Forest`),
headlines.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name, is_title
from mtqa.analysis.regions import at_home
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import shipped
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.meanings import Meaning, bearers, families_in_english, meanings, states
from mtqa.knowledge.nouns import FIRMS, INSTITUTIONS, OFFICE_FIELDS, OFFICES
from mtqa.knowledge.places import party
from mtqa.knowledge.verbs import TELLING
from mtqa.knowledge.words import ARTICLES, COMMON_PREPOSITIONS, FINITE_BE, FINITE_HAVE, MODALS
from mtqa.rule import Rule
from mtqa.values import NamedTuple
from mtqa_rules.data import wordset
from mtqa_rules.names._meanings import rendered, translated

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3")

BAD = [
    "Transport Minister Binali [[Lightning]] opened the bridge.",
    "It was closed, Mehmet [[Forest]] said.",
    "Governor Ahmet [[Star]] left the room.",
    "President Recep [[Forest]] spoke after the match.",
    "Kremlin spokesman Dmitry [[Sands]] declined to comment.",
    "Deputy Mayor Nurettin [[Roses]] told reporters so.",
    "The Russian minister was late. Minister [[Sparrows]] said the road was closed.",
    "Jordan's Prime Minister Abdullah [[vultures]], who spoke first, left early.",
    "Kremlin spokesman Dmitry [[Sands]] spoke. “Yes,” [[Sands]] said. The sands said nothing; Sands was tired.",
    "The bridge in Russia will not pay off, - [[Hares]] told reporters.",
    "“We need more,” said [[Does Not Fear]]. Turkey sells nuts.",
    "Minister [[Sparrows]], who spoke last, is from Russia.",
    "In Turkey, Mehmet [[Steel]] sings, and so does Ahmet [[Iron]], 45.",
    "The road will stay closed, said Binali [[Forest]], the minister.",
    "In Moscow, Oleg [[White Lakes]] opened the line.",
    "The minister spoke in Moscow. “It will wait,” said [[Dove]]. A Dove flew by. Dove soap is dear in Russia.",
    "The President dove into it in Moscow. “It will wait,” said [[Dove]]. Russia builds roads.",
    "[[Eagle]] closed the road in Russia.\n\nIn Moscow, the governor met with [[Eagle]], who was late.",
    "In Iran, [[Jesus Sheriff]], the vice president, spoke of the lake. “Yes,” [[Sheriff]] said.",
    "[[This]] chairman stressed that Seoul would pay. South Korea sells ships.",
    "In Seoul, [[Door]] President visited a yard. Door hung open. “[[This]] prime minister also came,” he said.",
]
GOOD = [
    "South African Prime Minister Jan Smuts drafted it; Prime Minister Gyula Horn resigned.",
    "European Commission President Gaston Thorn came from Luxembourg.",
    "Foreign Minister Boris Johnson and President Robert Stone left.",
    "The service at St. Hilarius Chapel was long.",
    "Binali Yildirim said the bridge was open.",
    "Minister Mehmet Baker said so, and so did Dmitry Cook and Mehmet Ozturk.",
    "The Mehmet Institute said it was sorry, Mehmet Ozturk said.",
    "Oliver Sacks pointed out that memory plays tricks; Oliver Sacks wrote of it.",
    "The Mehmet Forest is large.",
    "Deutche Bank said it was sorry.",
    "President Erdogan Time is over.",
    "Minister Binali Yildirim Lightning Fast, he was called.",
    "Captain America said no.",
    "Prime Minister Modi Wave sweeps the north.",
    "The Ratyikyaksas Center announced a fault.",
    "His deputy Farrokh Engineer left; so did Minister Farrokh Merchant.",
    "Turkish Stream is a pipeline; the Turkish Iron Minister was a film.",
    "Turkish Prime Minister Recep rose to speak; Minister Mehmet won.",
    "Russia's team met the Falcons of Atlanta, and coach Falcons lost.",
    "In Turkey, Mehmet Mountain is high.",
    "Ahmet “Iron” Kaya sang in Turkey.",
    "“Good,” said Hope. In Russia, Bears and wolves are told of, Bears said the book.",
    "“He does,” said Does Maria Nunez. Turkey sells nuts.",
    "Nobody asked the bears - bears told reporters nothing in Russia.",
    "In Russia they met the Hares. “Yes,” said Hares Club manager Ivan.",
    "The Mehmet Lightning said nothing: it is a sculpture.",
    "Mehmet Forest (the minister's wood) is large, and Mehmet Forest, the wood, is, too.",
    "Mehmet Forest and 45 others are woods.",
    "In Turkey the novel is called Mehmet Revolution.",
    "John Dove came to Moscow. “It will wait,” said Dove. Russia builds roads.",
    "In Moscow, the keeper met with Eagle experts, and with a Dove. Eagle is a big bird of Russia.",
    "In Iran, Satisfaction Falcons, a club, Jesus Carpet House, a shop, and Jesus Four Springs, a spa, won.",
    "In Iran, the book Jesus Police Station won, and Jesus Police Station, too.",
    "In Moscow, he played with Eagle, a dog, and they met near Eagle, a pub of Russia.",
    "In Iran, a man in a mask of Jesus, Sheriff Jones and the Jesus Sheriff Show were seen.",
    "Mehmet Steel is a singer in Berlin.",
    "Turkish Minister Revolution is a name for a rebel. Minister Sparrows is not.",
    "Russia's new man, Minister Sparrows Hill, left.",
    "Turkish Prime Minister Garden is a park.",
    "“Prime Minister Mehmet revolution,” they cried, and Prime Minister Mehmet cabbage, too.",
    "Mehmet Struggle is a film; Minister Mehmet Banks said so.",
    "President Erdoğan S, a Mercedes, was late.",
    "Prime Minister Matti Struggle said so.",
    "President Ali Bongo followed in Gabon.",
    "This chairman stressed that it would pay. Moon lives in Japan; in Japan, Door President is a play.",
    "In Seoul, the door President Moon opened is old; the Door president came, and Door Minister, and Oh President!",
    "In Seoul, this chairman stressed it; a chairman said so; the One Hundred President film, State Chairman Kim.",
    "In Seoul, This chairman of theirs is old. He said this minister said so.",
]


class _Found(NamedTuple):
    """A translated part of a name: its tokens, and what it was, where the table tells."""

    first: int
    last: int
    meaning: Meaning | None


#: What places and institutions are called behind a name, and what Indian families are: Sachin Pilot.
_ASIDE = (
    INSTITUTIONS
    | FIRMS
    | OFFICES
    | OFFICE_FIELDS
    | wordset("names/translated-surname", "places")
    | wordset("names/translated-surname", "trades")
    | {"heads"}
)
#: Languages none of whose family names is written like a noun of English, but by chance.
_EASTERN = frozenset(("tr", "ru", "ar", "fa", "hi", "ja", "kk", "th"))
#: Marks that may end a quotation.
_MARKS = frozenset('"”»“«—–-')
#: Sections of the table that hold several languages, so that the name itself may be another.
_MANY = frozenset(("baltic", "slavonic", "romance", "hi"))
#: What the noun behind an office and a name never is.
_GOES_ON = TELLING | FINITE_BE | FINITE_HAVE | MODALS | COMMON_PREPOSITIONS | {"and", "also"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Names with a translated part; then the same words elsewhere in the story."""
    analysis = document.analysis
    found: dict[str, Meaning | None] = {}
    done: set[tuple[int, int]] = set()
    for name in analysis.names:
        part = None if name.headline else _part(analysis, name)
        if part is not None:
            yield _match(name.sentence, part)
            done.add((name.segment, name.sentence.tokens[part.first].start))
            if part.last == name.last - 1:
                found[name.sentence.text(part.first, part.last)] = part.meaning
    for sentence, part in (*_both(analysis), *_speakers(analysis), *_before_offices(analysis)):
        if (sentence.segment, sentence.tokens[part.first].start) not in done:
            yield _match(sentence, part)
            done.add((sentence.segment, sentence.tokens[part.first].start))
            if part.meaning is not None and part.meaning.language != "ko":
                found[" ".join(word.capitalize() for word in part.meaning.words)] = part.meaning
    for text, meaning in found.items():
        words = text.split()
        for sentence, i in analysis.find(words[0].lower()):
            last = i + len(words) - 1
            again = sentence.text(i, last) == text and (sentence.segment, sentence.tokens[i].start) not in done
            if again and _again(analysis, sentence, i, last):
                yield _match(sentence, _Found(i, last, meaning))


def _again(analysis: Analysis, sentence: Sentence, first: int, last: int) -> bool:
    """Whether words that once were a translated name are so again: they speak, they act at the head of a sentence."""
    before, behind = sentence.at(first - 1), sentence.at(last + 1)
    if behind.lower in TELLING or is_title(before) or before.lower in _BY:
        return True
    return first == 0 and (behind.text == ":" or analysis.reading(sentence).tag(last + 1) in ("VBD", "VBZ"))


def _both(analysis: Analysis) -> Iterator[tuple[Sentence, _Found]]:
    """A given name and a family name of one language, both translated: Jesus Sheriff."""
    for sentence, i, those in rendered(analysis, "given"):
        for given in those:
            first = i + len(given.words)
            for family in meanings(sentence.at(first).lower):
                last = first + len(family.words) - 1
                if family.language != given.language or not sentence.says(first, *family.words):
                    continue
                around = (sentence.at(i - 1), sentence.at(last + 1))
                whole = all(token.capitalised for token in sentence.tokens[i : last + 1])
                alone = whole and not any(token.capitalised for token in around)
                if family.kind == "family" and alone and family.words[-1] not in _ASIDE:
                    yield sentence, _Found(i, last, family)


def _introduced(analysis: Analysis, text: str) -> bool:
    """Whether a story calls somebody so in full: a name or an office before it."""
    for sentence, i in analysis.find(text.lower()):
        before = sentence.at(i - 1)
        if (
            sentence.tokens[i].text == text
            and before.lower not in ARTICLES
            and (before.capitalised or is_title(before))
        ):
            return True
    return False


def _speakers(analysis: Analysis) -> Iterator[tuple[Sentence, _Found]]:
    """Renderings of family names that stand alone beside a verb of speaking: “No,” Falcons told reporters."""
    for sentence, i, renderings in rendered(analysis, "family"):
        before = sentence.at(i - 1)
        for meaning in renderings:
            last = i + len(meaning.words) - 1
            if not all(token.capitalised for token in sentence.tokens[i : last + 1]):
                continue
            text = sentence.tokens[last].text
            usual = meaning.words[-1] in _ASIDE or (
                meaning.words[-1] in families_in_english() and _introduced(analysis, text)
            )
            speaks = sentence.at(last + 1).lower in TELLING and (before.text in _MARKS or before.lower == "as")
            spoke = before.lower in ("said", "added") and sentence.at(last + 1).text in (".", ",", "")
            met = before.lower == "with" and sentence.at(i - 2).lower in _MEETING and sentence.at(last + 1).text == ","
            if not usual and (speaks or spoke or met):
                yield sentence, _Found(i, last, meaning)
                break


#: Before the person whom somebody meets, or by whom something is done.
_BY = frozenset(("with", "by"))
_MEETING = frozenset("met meets meet meeting talked spoke".split())
#: Offices that stand behind the name in Korean; and how Lee, that sounds like a pronoun, is translated.
_BEHIND = wordset("names/translated-surname", "heads")
_THIS = Meaning("Lee", "family", "ko", ("this",))


def _before_offices(analysis: Analysis) -> Iterator[tuple[Sentence, _Found]]:
    """Renderings of Korean family names before an office, where that language has them: Door President."""
    if not at_home(analysis, "ko"):
        return
    for sentence, i in analysis.find(*_BEHIND, "minister"):
        noun = i - 1 - (sentence.at(i - 1).lower in ("prime", "vice"))
        token, verb = sentence.at(noun), sentence.at(i + 1)
        verb = sentence.at(i + 2) if verb.lower in _ALSO else verb
        if token.text == "This" and verb.lower in _DONE:
            yield sentence, _Found(noun, noun, _THIS)
        elif token.capitalised and sentence.tokens[i].capitalised and sentence.tokens[i].lower in _BEHIND:
            found = next((one for one in meanings(token.lower) if one.language == "ko"), None)
            if found and token.lower not in _ASIDE and english().usually(token.lower, "noun"):
                yield sentence, _Found(noun, noun, found)


_ALSO = frozenset("also then later again".split())
_DONE = TELLING | frozenset("visited met asked called urged ordered promised signed left attended came".split())


def _match(sentence: Sentence, part: _Found) -> Match:
    text = sentence.text(part.first, part.last)
    if part.meaning is None:
        message = f"“{text}” is a common noun: the family name seems to be translated."
        return sentence.match(part.first, part.last, message)
    if part.meaning.language in _MANY:
        message = f"“{text}” seems to be a translated name, such as {part.meaning.name}."
        return sentence.match(part.first, part.last, message, evidence={"name": part.meaning.name})
    return translated(sentence, part.first, part.last, part.meaning.name)


def _part(analysis: Analysis, name: Name) -> _Found | None:
    """The part of a name that is translated."""
    if name.sentence.at(name.first - 1).lower in ARTICLES:
        return None  # the Mehmet Forest
    languages = bearers(name.tokens[0].text)
    if not languages:
        return _behind_title(analysis, name)
    return _small(name, languages) or _family(analysis, name, languages) or _noun(name, languages)


def _person(name: Name) -> bool:
    """Whether a name is surely a person's: an office before it, a verb of speaking beside it, an age behind it."""
    if name.titles is not None:
        return True
    sentence = name.sentence
    behind = sentence.at(name.last)
    if behind.text == "," and {sentence.at(name.last + 1).lower, sentence.at(name.last + 2).lower} & OFFICES:
        return True
    if behind.lower in TELLING or sentence.at(name.first - 1).lower in ("said", "says"):
        return True
    return behind.text in (",", "(") and sentence.at(name.last + 1).text.isdecimal()


def _rendering(name: Name, first: int, kind: str, languages: frozenset[str]) -> Meaning | None:
    """What all tokens of a name from one on are the rendering of."""
    words = tuple(token.lower for token in name.sentence.tokens[first : name.last])
    for meaning in meanings(words[0]):
        if meaning.words == words and meaning.kind == kind and meaning.language in languages:
            return meaning
    return None


def _family(analysis: Analysis, name: Name, languages: frozenset[str]) -> _Found | None:
    """A rendering behind a given name, or two, of the same language."""
    for first in range(name.first + 1, min(name.first + 3, name.last)):
        meaning = _rendering(name, first, "family", languages)
        if meaning is None:
            continue
        usual = meaning.words[-1] in families_in_english() or meaning.words[-1] in _ASIDE
        told = meaning.words[-1] not in _ASIDE and at_home(analysis, meaning.language)
        if _person(name) or not usual or told:
            return _Found(first, name.last - 1, meaning)
    return None


def _behind_title(analysis: Analysis, name: Name) -> _Found | None:
    """A rendering alone behind a title, in a story about the country or behind an office of the country."""
    sentence = name.sentence
    behind = sentence.at(name.last)
    if name.titles is None or (behind.is_word and behind.lower not in _GOES_ON):
        return None
    codes = {party(token.text) for token in sentence.tokens[name.titles[0] : name.titles[1]]}
    for meaning in meanings(sentence.tokens[name.first].lower):
        if meaning.kind != "family" or meaning.words != tuple(token.lower for token in name.tokens):
            continue
        if _ASIDE.isdisjoint(meaning.words):
            usual = meaning.words[-1] in families_in_english()
            if codes & states(meaning.language) or (not usual and at_home(analysis, meaning.language)):
                return _Found(name.first, name.last - 1, meaning)
    return None


def _small(name: Name, languages: frozenset[str]) -> _Found | None:
    """A rendering in small letters right behind an office and a given name: Prime Minister Abdullah vultures."""
    sentence, place = name.sentence, name.last
    if name.titles is None or sentence.at(place + 1).is_word:
        return None
    for meaning in meanings(sentence.at(place).lower):
        if meaning.kind == "family" and len(meaning.words) == 1 and meaning.language in languages:
            return _Found(place, place, meaning)
    return None


def _noun(name: Name, languages: frozenset[str]) -> _Found | None:
    """A noun that the table of meanings does not hold behind a given name of the east, where a person is meant."""
    noun = name.tokens[-1]
    if len(name.tokens) != 2 or not _person(name) or not languages <= _EASTERN or len(noun.text) < 3:
        return None
    if (
        noun.text in shipped().families
        or noun.lower in _ASIDE
        or noun.lower in families_in_english()
        or not english().usually(noun.text, "noun")
    ):
        return None
    return _Found(noun.index, noun.index, None)
