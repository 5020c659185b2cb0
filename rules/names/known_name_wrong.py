"""A well-known name of the source has another spelling, or another name, in the target.

Why it happens: the source writes the name in characters; an engine that misses it spells the sound (`茂木`: `Maomu`
for Motegi), makes up a spelling (`Mogi`, `Sessi` for Sisi) or reads it as Chinese (`Guo Fucheng` for Aaron Kwok).
How it is found: a table gives the English of some six hundred names of people, places and companies; none of its
forms stands in the target of the segment, but a name that sounds like the source or nearly like the right name.
Where only a part of the name stands wrong, the suggestion is that part (`Hiroshi Kakusho`: Yakusho, not Koji Yakusho).
What it leaves alone: segments where nothing alike stands (a pronoun may), longer words that begin like the name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.exonyms import Exonym
from mtqa.knowledge.holders import rarity
from mtqa.knowledge.japanese import latin, of_kind
from mtqa.knowledge.places import party
from mtqa.knowledge.similar import distance, likeness, skeleton
from mtqa.knowledge.translit import squeeze
from mtqa.rule import Example, Rule
from mtqa_rules.names._chinese import Echo, chinese, echoes, spells, unmet

rule = Rule(category="accuracy/mistranslation", severity="major", needs=("source",), facts=("chinese",))

BAD = [
    Example("Egyptian President [[Sessi]] spoke.", source="埃及总统塞西讲话。"),
    Example("Foreign Minister [[Maomu]] left.", source="茂木外相离开。"),
    Example("The film stars [[Guo Fucheng]].", source="影片由郭富城主演。"),
    Example("Finance Minister [[Sitaraman]] cut taxes.", source="财政部长西塔拉曼减税。"),
    Example("[[Zhou Dafu]] opened a shop with Zhou Dalin.", source="周大福和周大林开了一家店。"),
    Example("Foreign Minister [[Mogi]] took office.", source="茂木就任外相。"),
    Example("President [[Keshan Fengweihan]] died.", source="凯山·丰威汉主席逝世。"),
    Example("[[Zhou Dafu]] opened its doors.", source="周大福门店开张。"),
    Example("[[Zukerberg]] hopes so.", source="扎克伯格希望如此。"),
    Example("MCA president Dato' Seri [[Wei Jiaxiang]] spoke.", source="马华总会长拿督斯里魏家祥表示。"),
    Example("The champion [[Mugu Raza]] won.", source="冠军穆古拉扎获胜。"),
    Example("The film stars Hiroshi [[Kakusho]].", source="影片由役所广司主演。"),
]
GOOD = [
    Example("Egyptian President el-Sisi spoke.", source="埃及总统塞西讲话。"),
    Example("The minister left.", source="茂木外相离开。"),
    Example("Aaron Kwok stars in it.", source="影片由郭富城主演。"),
    Example("Hayashi left early.", source="林郑月娥早早离开。"),
    Example("Mogi met Motegi.", source="茂木外相会见茂木。"),
    Example("Toshimitsu Motegi left early.", source="茂木外相早早离开。"),
    Example("Cecil came to Paris.", source="塞西尔来到巴黎。"),
    Example("Mimi left early.", source="茂木さんのミミは早く帰った。", source_language="ja"),
    Example("Nina left early.", source="茂木外相早早离开。"),
    Example("The president praised Modigliani.", source="总统赞扬莫迪利亚尼。"),
    Example("Muguruza's coach was happy.", source="穆古拉扎的教练很高兴。"),
    Example("Schröder and Merkel met.", source="施罗德与默克尔会面。"),
    Example("The chain opened a shop in Macau.", source="周大福在澳门开了一家店。"),
]

_LONG = 30
_MOST = 400  # names of a segment that are looked at


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Known names of each segment's source, looked for in its target."""
    if not chinese(document):
        return
    names: dict[int, list[Name]] = defaultdict(list)
    for name in document.analysis.names:
        names[name.segment].append(name)
    heard: dict[int, list[Echo]] = defaultdict(list)
    for echo in echoes(document):
        heard[echo.name.segment].append(echo)
    for index, han, known in unmet(document):
        found = _spelt(heard[index], han, known) or _near(names[index], han, known)
        yield from found or _read_otherwise(names[index], han, known)


def _spelt(heard: list[Echo], han: str, known: Exonym) -> list[Match]:
    """Where the name stands as its characters sound: nothing of the right one is in it."""
    return [
        echo.match(_message(echo.text, han, known), known.forms[0], evidence=_evidence(han, known))
        for echo in heard
        if spells(echo, han)
    ]


def _read_otherwise(names: list[Name], han: str, known: Exonym) -> list[Match]:
    """Where a Japanese family name stands by another reading of its characters: `Mogi` for Motegi."""
    right = {word for form in known.folded for word in form.split()}
    others = {squeeze(latin(one)) for size in (1, 2, 3) for one in of_kind(han[:size], "f")} - right
    if not right & {squeeze(latin(one)) for size in (2, 3) for one in of_kind(han[:size], "f")}:
        return []
    return [
        name.sentence.match(
            token.index, token.index, _message(token.text, han, known), known.forms[0], evidence=_evidence(han, known)
        )
        for name in names[:_MOST]
        for token in name.tokens
        if len(token.text) > 3 and squeeze(token.text) in others
    ][:2]


def _near(names: list[Name], han: str, known: Exonym) -> list[Match]:
    """The first two names of the target that have words like the right one, or like its sound."""
    found: list[Match] = []
    for name in names[:_MOST]:
        place = _like(name, known)
        if place is not None:
            text, form = name.sentence.text(*place), known.forms[0]
            if " " not in text:  # of a name one word is wrong: that word of the right one
                form = min(form.split(), key=lambda word: distance(word.lower(), text.lower(), _LONG))
            message = _message(text, han, known)
            found.append(name.sentence.match(*place, message, form, evidence=_evidence(han, known)))
    return found[:2]


def _like(name: Name, known: Exonym) -> tuple[int, int] | None:
    """The first and last of the words of a name that sound like the known one."""
    words = [token for token in name.tokens if token.kind == "word"]
    for size in (len(words), 2, 1):
        for k in range(len(words) - size + 1):
            text = " ".join(token.text for token in words[k : k + size])
            sound = skeleton(text)
            if len(text) < 4 or len(sound) < 2 or party(text) is not None or rarity(text) < 14.5:
                continue  # too short; a state; a usual word or name: another person
            near = any(distance(squeeze(text), squeeze(form), 2) <= 1 + (len(form) > 6) for form in known.forms)
            if near or any(likeness(sound, other) >= (0.8 if len(other) > 2 else 1) for other in known.sounds):
                return words[k].index, words[k + size - 1].index
    return None


def _message(text: str, han: str, known: Exonym) -> str:
    return f"“{text}” stands where the source has “{han}”, known in English as {known.forms[0]}."


def _evidence(han: str, known: Exonym) -> dict[str, object]:
    return {"source": han, "known_as": known.forms[0]}
