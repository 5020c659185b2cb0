"""One person's name is spelt in two ways, in a language that puts endings to names: `Олаф Шольц`, `Олафа Шульца`.

Why it happens: the engine spells a name as it sounds, sentence by sentence, and does not remember how it did before.

How it is found: two full names whose given names agree up to an ending of three letters, and whose surnames differ in
one letter inside: what stands before it is equal, and so are at least three letters behind it, before the ending. A
surname alone, too, if four letters behind it are equal, nobody else bears it, and the text does not write it small. The
rarer form is flagged, where it first stands.

Languages: 30 of Europe in Latin, Cyrillic or Greek letters, Turkish and Indonesian, in which little but the end of a
name changes with its case. Irish and Welsh change the beginning, Icelandic the vowels; Georgian and Arabic have no
capitals. A surname alone is not looked for in German, where every noun has a capital, and in Finnish (`Syrian`,
`Syyrian`). English has rules of its own (`consistency/letters-of-another`, `names/`).

What it leaves alone: endings, whatever they are (`Шольца`, `Шольцем`), `ё` and `е`, persons with other given names
(`Anna Müller`, `Otto Möller`), given names of one syllable, since in China and Korea a letter makes another person
(`Wang Guohua`, `Wang Gaohua`), a surname alone that differs by an accent (`Fernandez`).

Not met in the measured texts: all are English; other languages are measured in docs/languages.md.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa.values import NamedTuple

rule = Rule(
    category="fluency/inconsistency",
    severity="minor",
    languages=tuple(
        "be bg bs ca cs da de el es et fi fr gl hr hu id it lt lv mk nl no pl pt ro ru sk sl sr sv tr uk".split()
    ),
    since="0.3",
)

BAD = [
    Example("Канцлер Олаф Шольц прибыл в Киев. У Олафа [[Шульца]] спросили о мире.", language="ru"),
    Example("Premier Mateusz Morawiecki przyjechał. Mateuszowi [[Moraweckiemu]] wręczono list.", language="pl"),
    Example("Angela Merkelová přijela. Zprávu četla Angela Merkelová, ne Angela [[Merklová]].", language="cs"),
    Example("Ministerin Annalena Baerbock sprach. Danach ging Annalena [[Bairbock]] essen.", language="de"),
    Example("Donaldas Tuskas kalbėjo. Jis pamatė Donaldą [[Tauską]] ir išėjo.", language="lt"),
    Example("Приехал Дэмиен Монтгомери. Вскоре усталый [[Монтгамери]] уехал.", language="ru"),
    Example("Přijel David Landsberger. Nakonec dali [[Lansbergerovi]] dopis.", language="cs"),
    Example("Вчера видели [[Монтгамери]]. Дэмиен Монтгомери уехал, и Дэмиену Монтгомери жаль.", language="ru"),
]
GOOD = [
    Example("Олаф Шольц прибыл в Киев. Олафа Шольца спросили о мире. Олафом Шольцем довольны.", language="ru"),
    Example("Приехал Сергей Королев. Сергея Королёва ждали.", language="ru"),
    Example("Anna Müller und Otto Möller kommen. Julia Müllers Buch liegt hier, Ottos auch.", language="de"),
    Example("Wang Guohua llegó a Madrid. Wang Gaohua no vino.", language="es"),
    Example("Vino Marta Fernández. Luego hablaron con Fernandez y se fueron.", language="es"),
    Example("Saapui Anna Virtanen. Näimme Annan Virtasen eilen.", language="fi"),
    Example("Прилетела Карли Фиорина. Она живет во Флориде.", language="ru"),
    Example("Первая страница готова. Первую станицу видно.", language="ru"),
    Example("Приехал Олег Ковач. Пришла Марина. Коваленко ушел. Пришла Марина. Каваленко ушла.", language="uk"),
    Example("Все ждали Коваленко, и все видели Каваленко.", language="ru"),
    Example("Ева Коваленко пришла. Ида Каваленко ушла.", language="ru"),
    Example("Přijel David Landsberger. Přijela Anna Lansbergerová. Všichni znají Lansbergerová.", language="cs"),
    Example("Přijel David Kavičkar. Všichni znali Kovičkar, ten kovičkar u domu.", language="cs"),
    Example("Es kam Peter Schneider. Dann lag dort Schnaider und schlief.", language="de"),
    Example("Näimme Anna Syrianin. He näkivät Syyrianin eilen.", language="fi"),
    "Mateusz Morawiecki came. Mateusz Moraweckiego left.",
]

_WORD = regex(r"[^\W\d_]+")
_VOWELS = regex(r"[aeiouyœøæаеиоуыэюяіїєѐѝαεηιουω]+")
_SURNAME, _GIVEN, _ENDING, _BEHIND, _ALONE = 5, 3, 3, 3, 4
#: Names beginning with one letter that are compared.
_COMPARED = 100
#: Languages in which a surname alone is not looked for.
_FULL = frozenset(("de", "fi"))


class _Name(NamedTuple):
    """A given name, or "" of a surname alone; a surname; where they first stand."""

    given: str
    surname: str
    place: Match


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the rarer spelling."""
    names: dict[tuple[str, str], _Name] = {}
    counts: Counter[str] = Counter()
    small: set[str] = set()
    for paragraph in document.analysis.paragraphs:
        for one, two in pairwise(_WORD.finditer(paragraph.text)):
            given, surname = one.group(), two.group()
            small.add(surname)
            if len(surname) >= _SURNAME and surname.istitle() and paragraph.text[one.end() : two.start()] == " ":
                counts[surname] += 1
                given = "" if given.islower() else given
                if not given or len(_VOWELS.findall(_plain(given))) > 1:
                    names.setdefault((given, surname), _Name(given, surname, paragraph.match(two.span(), "")))
    if document.analysis.expected in _FULL:
        names = {key: name for key, name in names.items() if name.given}
    borne = {surname for given, surname in names if given}
    called = [
        name for name in names.values() if name.given or not (name.surname in borne or name.surname.lower() in small)
    ]
    seen: set[str] = set()
    for first, second in _twins(called):
        odd, usual = (first, second) if counts[first.surname] < counts[second.surname] else (second, first)
        if odd.surname not in seen:
            seen.update((odd.surname, usual.surname))
            message = f"The name is spelt “{odd.surname}” here, but “{usual.surname}” elsewhere in the text."
            yield replace(odd.place, message=message)


def _twins(names: list[_Name]) -> Iterator[tuple[_Name, _Name]]:
    """Names that seem to be one, spelt in two ways, the earlier first."""
    by_letter: dict[str, list[_Name]] = {}
    for name in names:
        others = by_letter.setdefault(name.surname[0], [])
        if len(others) < _COMPARED:
            for other in others:
                if _one_bearer(other, name):
                    yield other, name
            others.append(name)


def _one_bearer(one: _Name, two: _Name) -> bool:
    """Whether two names are one but for endings and a letter inside."""
    if one.given and two.given:
        return _begin(one.given, two.given) and _letter_apart(one.surname, two.surname, _BEHIND)
    accents = _plain(one.surname) == _plain(two.surname)
    return bool(one.given or two.given) and not accents and _letter_apart(one.surname, two.surname, _ALONE)


def _begin(one: str, two: str) -> bool:
    """Whether two words are one but for an ending."""
    same = _shared(one, two)
    return same >= _GIVEN and max(len(one), len(two)) - same <= _ENDING


def _letter_apart(one: str, two: str, behind: int) -> bool:
    """Whether a letter inside two words is another, or is there in one of them alone."""
    one, two = one.replace("ё", "е"), two.replace("ё", "е")
    same = _shared(one, two)
    for first, second in ((same + 1, same + 1), (same + 1, same), (same, same + 1)):
        shared = _shared(one[first:], two[second:])
        if shared >= behind and max(len(one) - first, len(two) - second) - shared <= _ENDING:
            return True
    return False


def _shared(one: str, two: str) -> int:
    """How many letters two words begin with that are equal."""
    return next(
        (at for at, (mine, other) in enumerate(zip(one, two, strict=False)) if mine != other), min(len(one), len(two))
    )


def _plain(text: str) -> str:
    """In small letters without accents."""
    return "".join(mark for mark in unicodedata.normalize("NFD", text.lower()) if not unicodedata.combining(mark))
