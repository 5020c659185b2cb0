"""A well-known name stands in pinyin, as its Chinese characters sound, though English has its own form.

Why it happens: an engine that does not know the name spells the characters: `Kasa Jinna` for Kasatkina, `Zhou Dafu`
for Chow Tai Fook, `Lin Zhengyue'e` for Carrie Lam.

How it is found: the same table of known names that names/known-name-wrong reads (`exonyms.csv` of
`mtqa/knowledge/data`), by how the characters sound; so no source is needed. Only names of three characters and more.

What it leaves alone: names that are pinyin in English too (Xi Jinping, Pinduoduo). What may as well be the name of a
mainland Chinese, `Liu Dehua`, counts only where the story names the regions that write otherwise (Hong Kong, Taiwan,
Malaysia) and nothing near calls the bearer a mainlander; an organisation so built (`Zhou Dafu`), only where the
story has it as one at least once (`Zhou Dafu Jewellery`, `the Zhou Dafu store`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import spelt
from mtqa.analysis.regions import ENGLISH_CHINA, english_region, english_votes
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.exonyms import Sounded, sounded
from mtqa.knowledge.naming import NOT_IN_PINYIN
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(category="locale-convention/name-format", severity="major", since="0.2")

BAD = [
    "The Russian player [[Kasa Jinna]] won.",
    "They sang of President [[Kaishan Fengweihan]]. [[Kaishan Feng Weihan]] died in 1992.",
    "The tower of Tianjin [[Zhou Dafu]] is the tallest. [[Zhou Dafu]] opened it.",
    "Hong Kong's chief executive, [[Lin Zhengyue'e]], spoke in Hong Kong.",
    "The Hong Kong film stars [[Guo Fucheng]]. In Hong Kong, fans cheered.",
    "[[Chengtian Shunhua]] is a province of Vietnam.",
]
GOOD = [
    "Xi Jinping met Kasatkina and Kaysone Phomvihane.",
    "Liu Dehua, a farmer of Henan, was pleased. He had never seen Hong Kong or Taiwan.",
    "Liu Dehua praised the harvest, and Li Jiacheng the weather.",
    "Zhou Dafu, 61, has lived in the village for forty years.",
    "Pinduoduo and Didi fell. Yili Group rose.",
    "The mainland official Li Jiacheng visited Hong Kong. Hong Kong welcomed him.",
    "Chow Tai Fook and Chow Tai Seng sell gold.",
    "An Bei is a name. A bath in Aba is warm.",
    "Meixi Lake lies in Changsha.",
]

#: Behind a name, these make it an organisation.
_ORGANISED = wordset("names/known-name-in-pinyin", "organised")

rule.only_on(words=sounded())


@rule.check
def check(document: Document) -> Iterator[Match]:
    places: dict[Sounded, list[tuple[Sentence, int, int]]] = {}
    for sentence, first, last, known in spelt(document.analysis.index, sounded()):
        if all(token.capitalised for token in sentence.tokens[first : last + 1]):
            places.setdefault(known, []).append((sentence, first, last))
    for known, found in places.items():
        if known.built and not (
            any(_organised(*place) for place in found) if known.kind == "organisation" else _elsewhere(document, found)
        ):
            continue
        for sentence, first, last in found:
            text = sentence.text(first, last)
            message = f"“{text}” is only how the Chinese “{known.han}” sounds; in English it is {known.form}."
            yield sentence.match(first, last, message, known.form, evidence={"chinese": known.han})


def _organised(sentence: Sentence, first: int, last: int) -> bool:
    """Whether an organisation is meant: inside a longer name, before a word like `group`, in a city of China."""
    behind = sentence.at(last + 1)
    return behind.capitalised or behind.lower in _ORGANISED or sentence.at(first - 1).text in ENGLISH_CHINA


def _elsewhere(document: Document, found: list[tuple[Sentence, int, int]]) -> bool:
    """Whether the story is at home where names are not in pinyin, and calls the bearer no mainlander."""
    votes = document.analysis.view(english_votes)
    regions = [english_region(sentence.tokens, first, first, last + 1) for sentence, first, last in found]
    return max(votes[code] for code in NOT_IN_PINYIN) > 1 and "CN" not in regions
