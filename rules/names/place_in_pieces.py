"""A Chinese place stands in pieces, like a person's name: `Gao Ligongshan Tunnel` for 高黎贡山隧道.

Why it happens: an engine spells an unknown place character by character and cuts it as it cuts names of people, family
name first. The rules of pinyin write a place in one word, what it is (county, village, tunnel) apart.
How it is found: two or three words of a name sound like characters of the source behind which stands what kind of
place it is; one of the words is a single syllable.
What it leaves alone: words that are places by themselves (`Xinjiang Shaya County`), names of people before 市长 or
村民, stories about states that write Chinese names in syllables (Vietnam, Korea).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.analysis.regions import ENGLISH_CHINA, SINIC, dominant, han_votes
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.cases import towns
from mtqa.knowledge.translit import Sound, split_pinyin, squeeze
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.names._chinese import chinese

rule = Rule(
    category="locale-convention/name-format", severity="minor", since="0.3", needs=("source",), facts=("chinese",)
)

BAD = [
    Example("The [[Gao Ligongshan]] Tunnel is long.", source="高黎贡山隧道很长。"),
    Example("He lives in [[Sanyuan Zhu]] Village.", source="他住在三元朱村。"),
    Example("It is sold in [[Ke Qiao]].", source="在柯桥区出售。"),
    Example("He lives in [[Li Jia Tun]] Town.", source="他住在李家屯镇。"),
    Example("The [[Dan Jiangkou]] Reservoir is full.", source="丹江口水库满了。"),
]
GOOD = [
    Example("The Gaoligongshan Tunnel is long.", source="高黎贡山隧道很长。"),
    Example("Zhang Dejiang spoke.", source="张德江表示同意。"),
    Example("Mayor Zhang Li spoke.", source="张立市长讲话。"),
    Example("The Ma Yun Rural Fund helps.", source="马云乡村基金会帮忙。"),
    Example("He lives in Xinjiang Shaya.", source="他住在新疆沙雅县。"),
    Example("He lives in Longling Zhenan.", source="他住在龙陵镇安镇。"),
    Example("He lives in Hefei Shu District.", source="他住在合肥蜀区。"),
    Example("Vietnam is rich.\n\nHe lives in Long An.", source="越南很富，越南很老，越南很好。\n\n他住在隆安县。"),
    Example("He lives in Ke Qiao.", source="柯桥区に住んでいる。", source_language="ja"),
    Example("The Zhou Huaite Bridge is long.", source="周淮特大桥很长。"),
    Example("He lives in Smith Town.", source="他住在史密斯镇。"),
]

_KIND = regex(
    "县|镇|乡(?!村)|区(?![域别间分长委])|村(?![委民庄长里])|市(?![长场委民政值])|隧道|水库|(?<!特)大桥|山脉|群岛"
)
_READ = 20_000  # characters of a source


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Names of two words and more whose sound is that of a place."""
    if not chinese(document):
        return
    sources = [source[:_READ] for source in document.analysis.sources]
    heard = {index: Sound(source) for index, source in enumerate(sources) if _KIND.search(source)}  # cheap
    names = [name for name in document.analysis.names if name.segment in heard]
    found = [(name, *place) for name in names for place in _places(name, heard[name.segment])]
    if found and dominant(han_votes(sources)) in SINIC:
        return
    for name, words, han in found:
        right = squeeze("".join(token.text for token in words)).capitalize()
        message = f"“{han}” is one place: its name is one word in pinyin, {right}."
        yield name.sentence.match(words[0].index, words[-1].index, message, right, evidence={"source": han})


def _places(name: Name, sound: Sound) -> Iterator[tuple[list[Token], str]]:
    """Two or three words, one of them a syllable, and the characters they spell."""
    tokens = name.tokens[:8]
    at = 0
    while at < len(tokens) - 1:
        step = 1
        for size in (3, 2):
            words = tokens[at : at + size]
            letters = [squeeze(token.text) for token in words]
            pieces = [split_pinyin(one) or () for one in letters]
            place = sound.find("".join(letters)) if min(map(len, pieces)) == 1 else None
            if place and _KIND.match(sound.text, place[1]) and not any(map(_place, words)):
                yield words, sound.text[slice(*place)]
                step = size
                break
        at += step


def _place(token: Token) -> bool:
    """Whether a word is a place by itself."""
    letters = squeeze(token.text)
    return token.text in ENGLISH_CHINA or (letters in towns() and len(split_pinyin(letters) or ()) > 1)
