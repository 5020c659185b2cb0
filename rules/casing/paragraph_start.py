"""A paragraph, or a sentence in it, begins in lower case, where the language begins sentences with a capital.

Why it happens: the engine decides each clause's first letter on its own, or is given a sentence without its capital;
where the source has no capitals (Chinese, Arabic, Hindi) nothing tells it that a sentence began.

How it is found: the first word of a paragraph that is a full sentence (eight words and more, closed by a full stop or
another final mark) is in lower case, while the paragraph before it is closed and most others begin with a capital.

Languages: all that are written in Latin, Cyrillic, Greek or Armenian letters, which have capitals, but English, which
`casing/sentence-start` knows better. Nothing tells a full stop from an abbreviation's in a language nobody taught mtqa,
but hardly any abbreviation has six letters. In other scripts (Georgian, Hebrew, Chinese) there is nothing to see.

What it leaves alone: names and brands that begin small (`iPhone`, `d'Artagnan`, `al-Aksa`, `van Gogh`), commands,
addresses and names of files, items of lists, headings, captions and verse, what runs on from a colon, comma or dash,
texts written in lower case, posts as they were typed.

Not met in the measured texts: all are English; other languages are measured in docs/languages.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtqa.analysis.text import Paragraph
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.languages import scripts
from mtqa.knowledge.nouns import PARTICLES
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(category="fluency/casing", severity="minor", languages=(), registers=("news",), since="0.3")

_RUSSIAN = "Министры встретились в Москве в понедельник вечером и долго говорили.\n\n"
_GERMAN = "Die Minister haben sich am Montag in Moskau getroffen und lange geredet.\n\n"
_FRENCH = "Les ministres se sont rencontrés lundi à Moscou et ont longtemps parlé.\n\n"

BAD = [
    Example(
        _RUSSIAN + "[[они]] сказали, что встретятся снова в июне этого года.\n\n" + _RUSSIAN.strip(), language="ru"
    ),
    Example(_GERMAN + "[[sie]] wollen sich im Juni dieses Jahres wieder in Moskau treffen.", language="de"),
    Example(_FRENCH + "« [[ils]] ont dit qu'ils se reverraient au mois de juin prochain. »", language="fr"),
    Example("[[οι]] υπουργοί συναντήθηκαν τη Δευτέρα στη Μόσχα και μίλησαν για ώρες.", language="el"),
    Example(_GERMAN + "[[heute]] Abend wollen sich die Minister noch einmal in Moskau treffen.", language="de"),
    Example("[[el]] ministro dijo que los dos países se reunirán de nuevo en junio.", language="es"),
    Example("Министры встретились в понедельник. [[они]] говорили долго.", language="ru"),
    Example("Los ministros se vieron el viernes. [[y]] no dijeron nada. Nadie los llamó. Se fueron.", language="es"),
    Example("Die Minister haben lange geredet. [[heute]] Abend reden sie wieder.", language="de"),
    Example("Ministrowie spotkali się w Warszawie. [[potem]], jak mówią, poszli do domu.", language="pl"),
]

GOOD = [
    Example(_GERMAN + "iPhones und eBay haben im letzten Jahr viele neue Kunden gewonnen.", language="de"),
    Example(_GERMAN + "van Gogh hat in den letzten Jahren seines Lebens viele Bilder gemalt.", language="de"),
    Example(_FRENCH + "d'Artagnan et ses trois amis sont partis ce matin pour la ville.", language="fr"),
    Example(_FRENCH + "al-Assad et ses trois ministres sont partis ce matin pour la ville.", language="fr"),
    Example("Он сказал так:\n\nмы встретимся снова в июне этого года в Москве.", language="ru"),
    Example("Они встретились в Москве вечером и\n\nпоговорили о том, что будет в июне этого года.", language="ru"),
    Example(_GERMAN + "- sie wollen sich im Juni dieses Jahres wieder in Moskau treffen.", language="de"),
    Example(_GERMAN + "apt-get holt die Pakete aus dem Netz und stellt sie dann alle auf.", language="de"),
    Example(
        _GERMAN + "ls zeigt alle Dateien an, die in dem Ordner liegen, in dem man ist.", language="de", kind="list"
    ),
    Example("sie kommen heute.\n\nsie wollen sich im juni dieses jahres wieder treffen, sagen sie.", language="de"),
    Example("他们六月再次会面。abc 公司没有回应记者的问题，也没有说什么时候会回应。", language="zh"),
    Example("ჩვენ შევხვდებით ივნისში და ვისაუბრებთ იმაზე, რაც მოხდა ამ წელს ქალაქში.", language="ka"),
    Example(_RUSSIAN + "abc показывает все файлы, которые лежат в той папке, где ты есть.", language="ru"),
    Example(_GERMAN + "siehe unten.", language="de"),
    Example("Die Firma hat ca. zehn Leute, darunter Dr. med. und andere, z. B. aus dem Abschn. A.", language="de"),
    Example("Das Museum zeigt seine Bilder. van Gogh hat viele gemalt. iPhones gibt es nicht.", language="de"),
    Example("Die Pakete holt man mit Programmen. apt-get ist eines. lspci -v nennt Karten.", language="de"),
    Example("Пакеты качают программы. apt качает их сам.", language="ru"),
    Example("Мы идем домой вместе. он сказал. потом встали. молча поели.", language="ru"),
    Example("Список:\n\n- Мы идем вместе. он сказал", language="ru"),
    Example(
        _GERMAN
        + "sie wollen sich im Juni dieses Jahres wieder in Moskau treffen und dann noch länger als beim letzten "
        "Mal über alles das reden, was sie bis dahin nicht geklärt haben, und so",
        language="de",
    ),
    Example(
        "Packt ein, was fehlt:\n\n- einen Mantel.\n\nsie wollen sich im Juni dieses Jahres wieder in Moskau treffen.",
        language="de",
    ),
    Example("ls zeigt alle Dateien an, die in dem Ordner liegen, in dem man ist.", language="de", kind="list"),
    "they met in Moscow on Monday and spoke for a long time, as they had said.",
]

#: Words of a paragraph that is a full sentence.
_FULL = 8
#: Scripts with capitals, and what a word in their letters begins with.
_CASED = {
    "Latin": regex(r"[a-zß-öø-ɏḁ-ỿ]"),
    "Cyrillic": regex(r"[а-ӿ]"),
    "Greek": regex(r"[ά-ώἀ-ῷ]"),
    "Armenian": regex(r"[ա-և]"),
}
#: A full stop behind a word that is no abbreviation, and the word behind it.
_STOP = regex(r"(?<=[^\W\d_]{6})\.\s(?P<word>[^\W\d_]+)(?P<plain>(?=,|\s(?!-)))?")
_OPENERS = frozenset("\"“„«»‟'‘¿¡—–")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word."""
    analysis = document.analysis
    usual = scripts(analysis.expected)[0]
    if analysis.expected == "en" or usual not in _CASED:
        return
    paragraphs = [paragraph for paragraph in analysis.paragraphs if paragraph.sentences]
    yield from _within(paragraphs, _CASED[usual])
    small = [
        (number, word)
        for number, word in enumerate(map(_first, paragraphs))
        if word is not None and word.text.islower() and word.text.isalpha()
    ]
    if len(small) * 2 > len(paragraphs) > 1:
        return
    for number, word in small:
        paragraph = paragraphs[number]
        name = word.lower in PARTICLES and paragraph.sentences[0].at(word.index + 1).capitalised
        if _CASED[usual].match(word.text) and _full(paragraph) and _begins(paragraphs, number) and not name:
            yield _match(paragraph, word.start, word.end)


def _match(paragraph: Paragraph, start: int, end: int) -> Match:
    word = paragraph.text[start:end]
    return paragraph.match((start, end), f"The sentence begins in lower case: “{word}”.", word[0].upper() + word[1:])


def _within(paragraphs: Sequence[Paragraph], begins: re.Pattern[str]) -> Iterator[Match]:
    """Words in lower case behind a full stop, where most stops are followed by a capital."""
    stops = [
        (paragraph, stop)
        for paragraph in paragraphs
        if paragraph.kind == "body"
        for stop in _STOP.finditer(paragraph.text)
    ]
    small = [(paragraph, stop) for paragraph, stop in stops if stop["word"].islower()]
    if len(small) * 2 > len(stops) > 1:
        return
    for paragraph, stop in small:
        name = stop["word"] in PARTICLES and paragraph.text[stop.end() + 1 : stop.end() + 2].isupper()
        if stop["plain"] is not None and begins.match(stop["word"]) and not name:
            yield _match(paragraph, *stop.span("word"))


def _first(paragraph: Paragraph) -> Token | None:
    """The first token behind opening marks, if it is a word that nothing ties to more."""
    tokens = paragraph.sentences[0].tokens
    place = next((i for i, token in enumerate(tokens) if token.text not in _OPENERS), 0)
    word = tokens[place]
    joined = paragraph.sentences[0].joined(place) or not paragraph.text[word.end : word.end + 1].isspace()
    return None if joined or word.kind != "word" or place > 2 else word


def _full(paragraph: Paragraph) -> bool:
    """Whether a paragraph is running text that is closed, with capitals or without."""
    sentence = paragraph.sentences[0]
    return paragraph.kind == "body" and len(sentence.words) >= _FULL and paragraph.sentences[-1].closed


def _begins(paragraphs: Sequence[Paragraph], number: int) -> bool:
    """Whether the paragraph before is closed, so that this one begins a sentence."""
    return not number or (paragraphs[number - 1].kind == "body" and paragraphs[number - 1].sentences[-1].closed)
