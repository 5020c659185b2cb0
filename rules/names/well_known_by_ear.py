"""The family name of a well-known foreigner is guessed from the characters that the Chinese source spells it with.

Why it happens: Chinese writes a foreign name in characters that come near its sound (`切梅佐夫`); an engine that does
not know the person makes letters of them again (`Sergei Chemetsov` for Sergei Chemezov).
How it is found: before the word stands the given name of persons whom every newspaper knows; the source has, on either
side of a middle dot, characters that spell this given name and the family name of one of them, and names a state of his
or hers. Found once, the person is looked for wherever the source has the same characters: there a word that sounds like
them, and is no name that lists know, is flagged as well.
What it leaves alone: spellings that are matters of taste (`Zelenskiy`), words that are names of others (`Khatami`),
segments where the right name stands, persons whom the table of well-known persons does not hold.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.analysis.regions import han_votes
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.famous import Famous, bearing, heard, others, person
from mtqa.knowledge.holders import OTHER_SCRIPT, key, plain_spelling, rarity
from mtqa.knowledge.rendering import Rendering, rendering
from mtqa.knowledge.similar import likeness, skeleton
from mtqa.knowledge.translit import pinyin, squeeze
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa.values import NamedTuple
from mtqa_rules.names._chinese import chinese

rule = Rule(
    category="locale-convention/name-format", severity="minor", since="0.3", needs=("source",), facts=("chinese",)
)
BAD = [
    Example("Sergei [[Chemetsov]] said so.", source="俄罗斯公司总裁谢尔盖·切梅佐夫说。"),
    Example(
        "Sergei [[Chemetsov]] said so.\n\n[[Chemezof]] left.",
        source="俄罗斯公司总裁谢尔盖·切梅佐夫说。\n\n切梅佐夫离开。",
    ),
    Example("Sergey [[Chemetsov]] said so.", source="俄罗斯公司总裁谢尔盖·切梅佐夫说。"),
    Example("The actress Julie [[Gaye]] came.", source="法国演员朱莉·加耶来了。"),
    Example("The actress Julie [[Gayett]] came.", source="法国演员朱莉·加耶来了。"),
    Example("The conductor Simon [[Ratel]] came.", source="德国指挥家西蒙·拉特尔来了。"),
]
GOOD = [
    Example("Sergei Chemezov said so.", source="俄罗斯公司总裁谢尔盖·切梅佐夫说。"),
    Example("Sergei Yakovenko said so.", source="俄罗斯公司总裁谢尔盖·雅科文科说。"),
    Example("Sergei Chemetsov said so.", source="美国公司总裁谢尔盖·切梅佐夫说。"),
    Example("Sergei Chemetsov is Chemezov.", source="俄罗斯公司总裁谢尔盖·切梅佐夫说。"),
    Example("Sergei Chemetsov said so.", source="俄罗斯公司总裁伊戈尔·切梅佐夫说。"),
    Example("Julie Gaye came.", source="法国の朱莉·加耶さんが来た。", source_language="ja"),
    Example("Amir Khatami spoke.", source="伊朗国防部长阿米尔·哈塔米讲话。"),
    Example(
        "Sergei Chemezov left.\n\nA Chemezov-led firm came.",
        source="俄罗斯的谢尔盖·切梅佐夫离开。\n\n切梅佐夫的公司来了。",
    ),
    Example("Angela Markell and Angela Miracle came.", source="德国总理安格拉·默克尔来了。"),
    Example("Amir Hatami spoke.\n\nMohammad Khatami left.", source="伊朗国防部长阿米尔·哈塔米讲话。\n\n哈塔米离开。"),
    Example("Julie met Ziyi and Julie Ziyi.", source="法国演员朱莉·加耶和章子怡来了。"),
    Example("The director Michael Noer came.", source="丹麦导演迈克尔·诺尔访问美国。"),
    Example("President Mohammad Khatami spoke.", source="伊朗总统穆罕默德·哈塔米讲话。"),
    Example("Volodymyr Zelenskii spoke.", source="乌克兰总统弗拉基米尔·泽连斯基讲话。"),
]

_DOTTED = regex("([\u4e00-\u9fff]{1,6})[·•・‧]([\u4e00-\u9fff]{2,8})")
_READ = 20_000  # characters of a source
_USUAL = 14.5  # log-probability of a name that many bear
_FIRST = 4  # letters of a given name that its characters must spell


class _Meant(NamedTuple):
    """A person of the source, and the characters of the family name."""

    one: Famous
    han: str


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Persons with their given names, then what else stands for the same characters."""
    if not chinese(document):
        return
    sources = [source[:_READ] for source in document.analysis.sources]
    dotted = {index: _DOTTED.findall(source) for index, source in enumerate(sources) if source}
    if not any(dotted.values()):  # cheap
        return
    told = frozenset(han_votes(sources))
    persons: dict[str, Famous] = {}
    for name in document.analysis.names:
        for meant in _meant(name, dotted.get(name.segment, []), told):
            persons[meant.han] = meant.one
    for name in document.analysis.names if persons else ():
        for han, one in persons.items():
            if han in sources[name.segment]:
                token = _wrong(document, name, han, one)
                if token is not None:
                    message = f"“{token.text}” is guessed from “{han}”; the name is {one.name}."
                    evidence: dict[str, object] = {"source": han, "known_as": one.name}
                    yield name.sentence.match(token.index, token.index, message, one.family, evidence=evidence)
                    break


def _meant(name: Name, dotted: list[tuple[str, str]], told: frozenset[str]) -> Iterator[_Meant]:
    """The person of the source whose given name stands right in the target."""
    words = name.words
    if len(words) < 2 or not dotted:
        return
    for one in bearing(key(words[-2])):
        for before, behind in dotted:
            han = _spelt(one, behind) if one.states & told and _begins(words[-2], one, before) else ""
            if han:
                yield _Meant(one, han)


def _sounds(word: str, one: Famous) -> list[Rendering]:
    """How Chinese may spell a word as it is read in the person's states."""
    return [rendering(form) for form in sorted({squeeze(word), *heard(word, one.states)})]


def _begins(given: str, one: Famous, han: str) -> bool:
    """Whether the last characters before a dot spell a given name."""
    tails = [pinyin(han[at:]) for at in range(len(han))]
    return any(start.begins(tail) for start in _sounds(given[:_FIRST], one) for tail in tails)


def _spelt(one: Famous, han: str) -> str:
    """The first characters that spell a family name, as many as may be."""
    sounds = _sounds(one.family, one)
    for size in range(len(han), 1, -1):
        if any(sound.covers(pinyin(han[:size])) for sound in sounds):
            return han[:size]
    return ""


def _wrong(document: Document, name: Name, han: str, one: Famous) -> Token | None:
    """The last word of a name, where it is none of the person's and sounds like the characters."""
    token = next((token for token in reversed(name.tokens) if token.kind == "word"), None)
    if token is None or len(token.text) < 4 or not token.text.isalpha():
        return None
    letters, family = squeeze(token.text), squeeze(one.family)
    if family in map(squeeze, document.segments[name.segment].target.split()):
        return None
    if person(letters) is not None or letters in others() or rarity(token.text) < _USUAL:
        return None
    same = ("ts" in letters) == ("ts" in family)  # which no taste makes a z
    if same and one.states & OTHER_SCRIPT and plain_spelling(letters) == plain_spelling(family):
        return None
    alike = likeness(skeleton(letters), skeleton(family)) >= 0.6 or rendering(letters).covers(pinyin(han))
    return token if alike and _sound(letters) == _sound(family) else None


def _sound(letters: str) -> str:
    """What a name begins with: its first consonant, k for c."""
    return letters[0].replace("c", "k").replace("q", "k")
