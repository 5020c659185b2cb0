"""A well-known name of the source has another spelling, or another name, in the target.

Why it happens: the source writes the name in characters; an engine that misses it spells the sound (`茂木`: `Maomu`
for Motegi), makes up a spelling (`Mogi`, `Sessi` for Sisi) or reads it as Chinese (`Guo Fucheng` for Aaron Kwok).
How it is found: a table gives the English of some four hundred names of people, places and companies; none of its
forms stands in the target of the segment, but a name that sounds like the source or nearly like the right name.
Where only a part of the name stands wrong, the suggestion is that part (`Hiroshi Kakusho`: Yakusho, not Koji Yakusho).
What it leaves alone: segments where nothing alike stands (a pronoun may), longer words that begin like the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.exonyms import Exonym, exonyms, folded
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.naming import SPELLING
from mtqa.knowledge.places import party
from mtqa.knowledge.similar import distance, likeness, skeleton
from mtqa.knowledge.translit import squeeze
from mtqa.rule import Example, Rule
from mtqa_rules.names._chinese import Echo, chinese, echoes

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    needs=("source",),
)

BAD = [
    Example("Egyptian President [[Sessi]] spoke.", source="埃及总统塞西讲话。"),
    Example("Foreign Minister [[Maomu]] left.", source="茂木外相离开。"),
    Example("The film stars [[Guo Fucheng]].", source="影片由郭富城主演。"),
    Example("Finance Minister [[Sitaraman]] cut taxes.", source="财政部长西塔拉曼减税。"),
    Example("[[Zhou Dafu]] opened a shop.", source="周大福开了一家店。"),
    Example("The champion [[Mugu Raza]] won.", source="冠军穆古拉扎获胜。"),
    Example("The film stars Hiroshi [[Kakusho]].", source="影片由役所广司主演。"),
]
GOOD = [
    Example("Egyptian President el-Sisi spoke.", source="埃及总统塞西讲话。"),
    Example("The minister left.", source="茂木外相离开。"),
    Example("Aaron Kwok stars in it.", source="影片由郭富城主演。"),
    Example("Toshimitsu Motegi left early.", source="茂木外相早早离开。"),
    Example("Cecil came to Paris.", source="塞西尔来到巴黎。"),
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
    known, pattern = exonyms()
    names: dict[int, list[Name]] = {}
    for name in document.analysis.names:
        names.setdefault(name.segment, []).append(name)
    heard: dict[int, list[Echo]] = {}
    for echo in echoes(document):
        heard.setdefault(echo.name.segment, []).append(echo)
    for index, segment in enumerate(document.segments):
        if not segment.source or index not in names:
            continue
        target = None
        done: set[str] = set()
        for match in pattern.finditer(segment.source[:20_000]):
            word = match.group()
            entry = known[word]
            if word in done or _longer(segment.source, match, entry):
                continue
            done.add(word)
            if target is None:
                target = folded(segment.target)
            if any(_holds(target, form) for form in entry.folded):
                continue
            yield from _wrong(index, word, entry, names[index], heard.get(index, []))


def _longer(source: str, match: re.Match[str], entry: Exonym) -> bool:
    """Whether a short name is only part of a longer foreign name."""
    if entry.kind != "person" or len(match.group()) > 3:
        return False
    before = source[max(0, match.start() - 1) : match.start()]
    return source[match.end() : match.end() + 1] in SPELLING or (len(match.group()) == 2 and before in SPELLING)


def _holds(target: str, form: str) -> bool:
    at = target.find(form)
    while at >= 0:
        end = at + len(form)
        if not (at and target[at - 1].isalpha()) and not (
            end < len(target) and target[end].isalpha() and target[end] != "s"
        ):
            return True
        at = target.find(form, at + 1)
    return False


def _wrong(index: int, word: str, entry: Exonym, names: list[Name], heard: list[Echo]) -> Iterator[Match]:
    """The places of the target that stand where the name should."""
    spans = [
        (echo.tokens[0].start, echo.tokens[-1].end, echo.text)
        for echo in heard
        if echo.han[:2] == word[:2] and (echo.han in word or word in echo.han) and len(echo.han) >= min(3, len(word))
    ]
    spelt = bool(spans)  # as the characters sound: nothing of the right name is in it
    if not spans:
        near = [name for name in names[:_MOST] if name.last - name.first <= 8]
        spans = [span for name in near for span in _alike(name, entry)][:2]
    for start, end, text in dict.fromkeys(spans):
        form = entry.forms[0] if spelt else _part(entry.forms[0], text)
        yield Match(
            index,
            start,
            end,
            f"“{text}” stands where the source has “{word}”, known in English as {entry.forms[0]}.",
            suggestions=(form,),
            evidence={"source": word, "known_as": entry.forms[0]},
        )


def _part(form: str, text: str) -> str:
    """What a name is to be; of one word, the word of the right name that is most like it."""
    if " " in text:
        return form
    return min(form.split(), key=lambda word: distance(word.lower(), text.lower(), _LONG))


def _alike(name: Name, entry: Exonym) -> Iterator[tuple[int, int, str]]:
    """The words of a name that sound like the known one, and their place."""
    words = [token for token in name.tokens if token.kind == "word"]
    lexicon = english()
    for size in (len(words), 2, 1):
        for k in range(len(words) - size + 1):
            part = words[k : k + size]
            text = " ".join(token.text for token in part)
            if len(text) < 4 or party(text) is not None:
                continue
            if size == 1 and (lexicon.logprob(text) or -22) > -14.5:
                continue  # a usual word or name: another person
            sound = skeleton(text)
            if len(sound) < 2:
                continue
            near = any(distance(squeeze(text), squeeze(form), 2) <= (2 if len(form) > 6 else 1) for form in entry.forms)
            if near or any(likeness(sound, other) >= (0.8 if len(other) > 2 else 1) for other in entry.sounds):
                yield part[0].start, part[-1].end, text
                return
