"""A Chinese person of the source is called something else in the target.

Why it happens: the engine translates the characters of a given name (`隋忠诚`: `Sui loyalty`), spells them by
another language (`姜在忠`: `Jiang Jae-zhong`), mishears them (`夏维利`: `Shaveli`) or glues them (`Nanrendong`).
How it is found: the source has a family name with a given name that speaks or is spoken of by title; its pinyin is
nowhere in the target of the segment, but a name that begins with the same family name or sounds like the whole is.
What it leaves alone: people of regions that do not use pinyin, known foreigners, foreigners by their characters
(`武契奇`, Vucic: they spell foreign sounds, and the source names another state), segments where the name is
simply not repeated, other people of the same family name whose pinyin is in the source.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.analysis.regions import han_region, han_votes
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.naming import CHINESE_SURNAMES, GREATER_CHINA, SPELLING
from mtqa.knowledge.similar import likeness, skeleton
from mtqa.knowledge.translit import is_han, pinyin, spellings, split_pinyin, squeeze, surname_length
from mtqa.knowledge.verbs import DEMANDING, TELLING
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordset
from mtqa_rules.names._chinese import chinese, echoes

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    needs=("source",),
)

BAD = [
    Example("[[Jiang Jae-zhong]] spoke first.", source="姜在忠表示，很好。"),
    Example("[[Sui]] loyalty pointed out the risk.", source="隋忠诚指出风险。"),
    Example("[[Xia Willy]] said it was fine.", source="夏维利说没事。"),
    Example("[[Shaveli]] said it was fine.", source="夏维利说没事。"),
    Example("[[Nanrendong]] said the telescope works.", source="南仁东说望远镜能用。"),
    Example("Director [[Wang Wayne]] stressed safety.", source="局长王维强强调安全。"),
]
GOOD = [
    Example("Jiang Zaizhong spoke first.", source="姜在忠表示，很好。"),
    Example("Mr. Jiang spoke first.", source="姜在忠表示，很好。"),
    Example("He pointed out the risk.", source="隋忠诚指出风险。"),
    Example("Weili Xia said it was fine.", source="夏维利说没事。"),
    Example("Wang Yi met Wang Qishan.", source="王毅会见王岐山。"),
    Example("Carrie Lam spoke in Hong Kong.", source="香港特首林郑月娥指出。"),
    Example("Zeng Peiyan said so.", source="曾培炎表示同意。"),
    Example("Wuchic said that he was ready.", source="塞尔维亚总统会见德国客人。武契奇表示，塞军已准备好。"),
    Example("Prime Minister Han Duck-soo agreed.", source="韩国政府在首尔开会。韩德洙表示同意。"),
    Example("Coach Lang Jenny, as Italians call her, said so.", source="郎平也表示很好。"),
    Example("Lu Bu said no; Lyu Bu said yes.", source="吕布说不。"),
]

_SPOKE = "说|表示|指出|认为|强调|介绍|透露|告诉|坦言|称|要求|叮嘱|回忆|补充|致辞|谈到|宣布"
_SPEAKER = re.compile(
    rf"(?:^|[，。、；：“”\s（(]|[长员授家席任理人生师士官总民者记表委])([^\W\da-zA-Z_]{{2,4}}?)(?:{_SPOKE})"
)
#: Between a name of two characters and a verb: 郎平也表示, Lang Ping also said.
_ADVERBS = frozenset("也还都则又就曾再已将均亦")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """People who speak in the source, looked for in the target of each segment that has them."""
    if not chinese(document):
        return
    speakers: Counter[str] = Counter()
    votes = han_votes(segment.source for segment in document.segments if segment.source)
    abroad = any(code not in GREATER_CHINA for code in votes)
    elsewhere = max(votes[code] for code in CHINESE_SURNAMES) > votes["CN"]
    for segment in document.segments:
        if segment.source:
            for match in _SPEAKER.finditer(segment.source[:20_000]):
                word, at = match.group(1), match.start(1)
                region = han_region(segment.source, at)
                if not _person(word) or region not in (None, "CN"):
                    continue
                if region is None and (elsewhere or (abroad and SPELLING.issuperset(word[1:]))):
                    continue
                speakers[word] += 1
    if not speakers:
        return
    names: dict[int, list[Name]] = {}
    for name in document.analysis.names:
        names.setdefault(name.segment, []).append(name)
    heard: dict[int, set[int]] = {}
    for echo in echoes(document):
        if len(echo.tokens) > 1:
            heard.setdefault(echo.name.segment, set()).update(token.start for token in echo.tokens)
    for index, segment in enumerate(document.segments):
        if not segment.source:
            continue
        letters = ""
        for person in speakers:
            if person not in segment.source[:20_000]:
                continue
            letters = letters or squeeze(segment.target)
            if any(sound in letters for sound in spellings(person)) and not _glued(person, names.get(index, [])):
                continue
            wrong = _instead(index, person, names.get(index, []), heard.get(index, set()), document.analysis)
            if wrong is not None:
                yield wrong


def _person(word: str) -> bool:
    size = surname_length(word, 0)
    return 0 < size < len(word) <= size + 2 and all(map(is_han, word)) and len(word) >= 3 and word[-1] not in _ADVERBS


def _glued(person: str, names: list[Name]) -> bool:
    """Whether the whole name stands in one word."""
    whole = pinyin(person)
    return any(squeeze(token.text) == whole for name in names for token in name.tokens if "-" not in token.text)


def _instead(index: int, person: str, names: list[Name], heard: set[int], analysis: Analysis) -> Match | None:
    size = surname_length(person, 0)
    family, whole = pinyin(person[:size]), pinyin(person)
    right = f"{family.capitalize()} {pinyin(person[size:]).capitalize()}"
    spans: list[tuple[Token, Token]] = []
    for name in names:
        words = [token for token in name.tokens if token.kind == "word"]
        if not words or words[0].start in heard:
            continue
        if squeeze(words[0].text) == family and len(words) > 1:
            if words[1].start not in heard and split_pinyin(squeeze(words[1].text)) is None:
                spans.append((words[0], words[1]))
        elif (len(words) == 1 and squeeze(words[0].text) == whole) or (len(words) <= 2 and _alike(words, whole)):
            spans.append((words[0], words[-1]))
    for sentence, i in analysis.index.get(family, ())[:50]:
        if sentence.segment == index and _translated(sentence.tokens, i):
            spans.append((sentence.tokens[i], sentence.tokens[i]))
    if not spans:
        return None
    first, last = spans[0]
    text = analysis.paragraphs[index].text[first.start : last.end]
    return Match(
        index,
        first.start,
        last.end,
        f"“{text}” stands where the source names {right} (“{person}”).",
        suggestions=(right,),
        evidence={"source": person, "pinyin": right},
    )


def _translated(tokens: list[Token], i: int) -> bool:
    """Whether a family name is followed by a common noun where the given name should stand, and then speaks."""
    k = i + 1
    if not tokens[i].capitalised or k + 1 >= len(tokens):
        return False
    if tokens[k].kind == "clitic":
        k += 1
    noun = tokens[k]
    return (
        k + 1 < len(tokens)
        and noun.text[1:].islower()
        and noun.lower not in _PEOPLE
        and (noun.text.islower() or english().capital_share(noun.lower) < 0.3)
        and english().usually(noun.text, "singular")
        and tokens[k + 1].lower in _VERBS
    )


#: What a person does who is named so.
_VERBS = TELLING | DEMANDING | wordset("names/chinese-name-wrong", "verbs")
_PEOPLE = wordset("names/chinese-name-wrong", "people")


def _alike(words: list[Token], whole: str) -> bool:
    """Whether unknown words sound like the whole name."""
    lexicon = english()
    if any((lexicon.logprob(word.text) or -22) > -15 for word in words):
        return False
    sound = skeleton("".join(word.text for word in words))
    return (
        len(sound) >= 3
        and likeness(sound, skeleton(whole)) >= 0.99
        and words[0].text[0].lower() in (whole[0], "s", "c", "z", "x")
    )
