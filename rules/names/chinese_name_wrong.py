"""A Chinese person of the source is called something else in the target.

Why it happens: the engine translates the characters of a given name (`隋忠诚`: `Sui loyalty`), spells them by
another language (`姜在忠`: `Jiang Jae-zhong`), mishears them (`夏维利`: `Shaveli`) or glues them (`Nanrendong`).
How it is found: the source has a family name with a given name that speaks or is spoken of by title; its pinyin is
nowhere in the target of the segment, but a name that begins with the same family name or sounds like the whole is. Or a
name in pinyin of the target, family and two syllables, is nobody's in the source, where somebody of that family has one
of the syllables and for the other a character that is never read so (`陈躬安`: `Chen Bi'an`).
What it leaves alone: people of regions that do not use pinyin, known foreigners, foreigners by their characters
(`武契奇`, Vucic: they spell foreign sounds, and the source names another state, or not China), segments where the name
is simply not repeated, other people of the same family name whose pinyin is in the source.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.analysis.regions import ENGLISH_CHINA, han_region, han_votes
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import rarity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.naming import CHINESE_SURNAMES, GREATER_CHINA, SPELLING
from mtqa.knowledge.similar import skeleton
from mtqa.knowledge.translit import (
    pinyin,
    readings,
    spellings,
    split_pinyin,
    squeeze,
    surname_length,
)
from mtqa.knowledge.verbs import DEMANDING, TELLING
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordset
from mtqa_rules.names._chinese import chinese, echoes

rule = Rule(category="accuracy/mistranslation", severity="major", needs=("source",), facts=("chinese",))

BAD = [
    Example("[[Jiang Jae-zhong]] spoke first.", source="姜在忠表示，很好。"),
    Example("[[Sui]] loyalty pointed out the risk.", source="隋忠诚指出风险。"),
    Example("[[Xia Willy]] said in Beijing that it was fine.", source="夏维利在北京说。夏维利说没事。"),
    Example("[[Shaveli]] said in Beijing that it was fine.", source="夏维利在北京说。夏维利说没事。"),
    Example("[[Nanrendong]] said the telescope works.", source="南仁东说望远镜能用。"),
    Example("Director [[Wang Wayne]] stressed safety.", source="局长王维强强调安全。"),
    Example("Manager [[Chen Bi'an]] took part.", source="经理陈躬安等参与会议。"),
]
GOOD = [
    Example("Zhongshan District grew, Secretary Wang said.", source="局长王维强强调安全。"),
    Example("Chen Bi'an took part.", source="姓陈，安排好了。"),
    Example("Chen Bi'an took part.", source="マネージャーの陈躬安さん", source_language="ja"),
    Example("Chen Baoan spoke.", source="陈躬安与陈保安会面。"),
    Example("Chen Gong'an signs as Chen Bi'an.", source="陈躬安用笔名签名。"),
    Example("Chen Bi'an left.\n\nHe said no.", source="他离开。\n\n陈躬安说不。"),
    Example("Manager Chen Gong'an took part.", source="经理陈躬安等参与会议。"),
    Example("Manager Zeng Zhongchang left.", source="经理曾重长离开。"),
    Example("Chen Baoan met Chen Gong'an.", source="陈躬安与陈保安会面。"),
    Example("Wang family said no.", source="王维强强调安全。"),
    Example("Wang's emphasis pleased them.", source="王维强强调安全。"),
    Example("Wang strong demanded safety.", source="王维强强调安全。"),
    Example("He left.\n\nGao Aunt told reporters.", source="高维强表示安全。\n\n阿姨说。"),
    Example("Tillerzon said it was fine.", source="夏维利在北京说。夏维利说没事。"),
    Example("Zhejiang is rich, he said.", source="喻树迅在北京说。喻树迅说没事。"),
    Example("Shaw Valley is pretty, he said.", source="夏维利在北京说。夏维利说没事。"),
    Example("Jiang Zaizhong spoke first.", source="姜在忠表示，很好。"),
    Example("Mr. Jiang spoke first.", source="姜在忠表示，很好。"),
    Example("He pointed out the risk.", source="隋忠诚指出风险。"),
    Example("Weili Xia said it was fine.", source="夏维利说没事。"),
    Example("Wang Yi met Wang Qishan.", source="王毅会见王岐山。"),
    Example("Carrie Lam spoke in Hong Kong.", source="香港特首林郑月娥指出。"),
    Example("Zeng Peiyan said so.", source="曾培炎表示同意。"),
    Example("Wuchic said that he was ready.", source="塞尔维亚总统会见德国客人。武契奇表示，塞军已准备好。"),
    Example("Prime Minister Han Duck-soo agreed.", source="韩国政府在首尔开会。韩德洙表示同意。"),
    Example("Ferrer said that she was glad.", source="费雷尔说她很高兴。"),
    Example("Coach Lang Jenny, as Italians call her, said so.", source="郎平也表示很好。"),
    Example("Lu Bu said no; Lyu Bu said yes.", source="吕布说不。"),
]

_SPOKE = "说|表示|指出|认为|强调|介绍|透露|告诉|坦言|称|要求|叮嘱|回忆|补充|致辞|谈到|宣布"
_SPEAKER = regex(
    rf"(?:^|[，。、；：“”\s（(]|[长员授家席任理人生师士官总民者记表委])([\u4e00-\u9fff]{{3,4}}?)(?:{_SPOKE})"
)
#: Between a name of two characters and a verb: 郎平也表示, Lang Ping also said.
_ADVERBS = frozenset("也还都则又就曾再已将均亦")
#: What a person does who is named so.
_VERBS = TELLING | DEMANDING | wordset("names/chinese-name-wrong", "verbs")
_PEOPLE = wordset("names/chinese-name-wrong", "people")
_READ = 20_000  # characters of a source


@rule.check
def check(document: Document) -> Iterator[Match]:
    """People who speak in the source, looked for in the target of each segment that has them."""
    if not chinese(document):
        return
    yield from _misread(document)
    people = _speakers(document)
    if not people:
        return
    names: dict[int, list[Name]] = defaultdict(list)
    for name in document.analysis.names:
        names[name.segment].append(name)
    heard = {token for echo in echoes(document) if len(echo.tokens) > 1 for token in echo.tokens}
    for index, source in enumerate(document.analysis.sources):
        letters = ""
        for person in people:
            if person in source[:_READ]:
                letters = letters or squeeze(document.segments[index].target)
                if not any(sound in letters for sound in spellings(person)) or _glued(person, names[index]):
                    yield from _instead(document, index, person, _called(person, names[index], heard))


def _misread(document: Document) -> Iterator[Match]:
    """People of one syllable and two, one of which the characters of nobody in the source are ever read as."""
    sources = [source[:_READ] for source in document.analysis.sources]
    for name in document.analysis.names:
        words = [token for token in name.tokens if token.kind == "word"]
        given = _syllables(words[1].text) if len(words) == 2 else ()
        if len(given) != 2:
            continue
        family = squeeze(words[0].text)
        near = [one for source in sources for one in _borne(source, family)]
        here = [one for one in near if one in sources[name.segment] and _same(one, given) == 1]
        if not here or any(_same(one, given) == 2 for one in near):
            continue
        letters = squeeze(document.segments[name.segment].target)
        if len(set(here)) == 1 and not any(sound in letters for sound in spellings(here[0])):
            right = f"{words[0].text} {pinyin(here[0][1:]).capitalize()}"
            message = f"“{name.text}” stands where the source names {right} (“{here[0]}”)."
            evidence: dict[str, object] = {"source": here[0], "pinyin": right}
            yield name.sentence.match(words[0].index, words[1].index, message, right, evidence=evidence)


def _syllables(word: str) -> tuple[str, ...]:
    """Of a given name, an apostrophe between two heeded: Bi'an."""
    parts = [split_pinyin(squeeze(part)) for part in re.split("['’-]", word)]
    return tuple(syllable for part in parts for syllable in part or ("", "", ""))


def _borne(source: str, family: str) -> Iterator[str]:
    """Three characters that may be somebody of a family."""
    for at, char in enumerate(source[:-2]):
        sounds = readings(char) if surname_length(char, 0) else ()
        if family in sounds:
            yield source[at : at + 3]


def _same(person: str, given: tuple[str, ...]) -> int:
    """How many of the characters of a given name are read so; -1 where one has no reading."""
    sounds = [readings(char) for char in person[1:]]
    if not all(sounds):
        return -1
    return sum(
        sound.replace("v", "u") in {one.replace("v", "u") for one in those}
        for sound, those in zip(given, sounds, strict=True)
    )


def _speakers(document: Document) -> list[str]:
    """People of the mainland who speak in the source."""
    sources = document.analysis.sources
    votes = han_votes(sources)
    abroad = not votes["CN"] or any(code not in GREATER_CHINA for code in votes)
    elsewhere = max(votes[code] for code in CHINESE_SURNAMES) > votes["CN"]
    found: dict[str, None] = {}
    for source in sources:
        for match in _SPEAKER.finditer(source[:_READ]):
            word, region = match[1], han_region(source, match.start(1))
            foreign = region is None and (elsewhere or (abroad and SPELLING.issuperset(word[1:])))
            size = surname_length(word, 0)
            if region in (None, "CN") and not foreign and 0 < size < len(word) <= size + 2 and word[-1] not in _ADVERBS:
                found[word] = None
    return list(found)


def _glued(person: str, names: list[Name]) -> bool:
    """Whether the whole name stands in one word."""
    whole = pinyin(person)
    return any(squeeze(token.text) == whole for name in names for token in name.tokens if "-" not in token.text)


def _called(person: str, names: list[Name], heard: set[Token]) -> Iterator[tuple[Sentence, int, int]]:
    """Names that begin with the family name and go on otherwise, or that sound like the whole."""
    family, whole = pinyin(person[: surname_length(person, 0)]), pinyin(person)
    for name in names:
        words = [token for token in name.tokens if token.kind == "word"]
        if heard.isdisjoint(words[:2]):
            own = len(words) > 1 and squeeze(words[0].text) == family
            if own and split_pinyin(squeeze(words[1].text)) is None:
                yield name.sentence, words[0].index, words[1].index
            elif not own and len(words) <= 2 and _alike(words, whole):
                yield name.sentence, words[0].index, words[-1].index


def _instead(
    document: Document, index: int, person: str, places: Iterator[tuple[Sentence, int, int]]
) -> Iterator[Match]:
    """The first place where the person is called otherwise."""
    size = surname_length(person, 0)
    family = pinyin(person[:size])
    right = f"{family.capitalize()} {pinyin(person[size:]).capitalize()}"
    alone = (
        (sentence, i, i)
        for sentence, i in document.analysis.index.get(family, ())[:50]
        if sentence.segment == index and _translated(sentence, i)
    )
    place = next(places, None) or next(alone, None)
    if place is not None:
        sentence, first, last = place
        text = sentence.text(first, last)
        message = f"“{text}” stands where the source names {right} (“{person}”)."
        yield sentence.match(first, last, message, right, evidence={"source": person, "pinyin": right})


def _translated(sentence: Sentence, i: int) -> bool:
    """Whether a family name is followed by a common noun where the given name should stand, and then speaks."""
    k = i + 2 if sentence.at(i + 1).kind == "clitic" else i + 1
    noun = sentence.at(k)
    return sentence.at(k + 1).lower in _VERBS and english().usually(noun.text, "singular") and noun.lower not in _PEOPLE


def _alike(words: list[Token], whole: str) -> bool:
    """Whether rare words sound like the whole name, or have its letters."""
    if any(rarity(word.text) < 15 or word.text in ENGLISH_CHINA for word in words):
        return False
    letters = squeeze("".join(word.text for word in words))
    sound = skeleton(letters)
    return letters == whole or (len(sound) > 2 and sound == skeleton(whole))
