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

from mtqa.analysis.regions import ENGLISH_CHINA, english_region, english_votes
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.exonyms import sounded
from mtqa.knowledge.naming import NOT_IN_PINYIN
from mtqa.knowledge.translit import squeeze
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(
    category="locale-convention/name-format",
    severity="major",
    since="0.2",
)

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
    "Zhou Dafu, 61, has lived in the village for forty years.",
    "Pinduoduo and Didi fell. Yili Group rose.",
    "The mainland official Li Jiacheng visited Hong Kong. Hong Kong welcomed him.",
    "Chow Tai Fook and Chow Tai Seng sell gold.",
    "An Bei is a name. A bath in Aba is warm.",
    "Meixi Lake lies in Changsha.",
]

#: Behind a name, these make it an organisation.
_ORGANISED = wordset("names/known-name-in-pinyin", "organised")


@rule.check
def check(document: Document) -> Iterator[Match]:
    known, firsts = sounded()
    index = document.analysis.index
    places: dict[str, list[tuple[Sentence, int, int]]] = {}
    for word in sorted(index.keys() & firsts.keys()):
        for sentence, i in index[word]:
            if sentence.tokens[i].text[0].isupper():
                for sound in firsts[word]:
                    last = _spelt(sentence.tokens, i, sound)
                    if last:
                        places.setdefault(sound, []).append((sentence, i, last))
    for sound, found in places.items():
        entry = known[sound]
        if entry.built and not (_organised(found) if entry.kind == "organisation" else _elsewhere(document, found)):
            continue
        for sentence, first, last in found:
            tokens = sentence.tokens
            text = " ".join(token.text for token in tokens[first:last])
            yield Match(
                sentence.segment,
                tokens[first].start,
                tokens[last - 1].end,
                f"“{text}” is only how the Chinese “{entry.han}” sounds; in English it is {entry.form}.",
                suggestions=(entry.form,),
                evidence={"chinese": entry.han},
            )


def _spelt(tokens: list[Token], i: int, sound: str) -> int:
    """End of the words from `i` that spell a sound, each with a capital; 0 if they do not."""
    letters = ""
    for k in range(i, min(len(tokens), i + 5)):
        token = tokens[k]
        if token.kind != "word" or not token.capitalised or (k > i and not token.space):
            return 0
        letters += squeeze(token.text)
        if letters == sound:
            return k + 1
        if not sound.startswith(letters):
            return 0
    return 0


def _organised(found: list[tuple[Sentence, int, int]]) -> bool:
    """Whether a place shows that an organisation is meant: inside a longer name, or before a word like `group`."""
    for sentence, first, last in found:
        tokens = sentence.tokens
        behind = tokens[last] if last < len(tokens) else None
        if behind is not None and behind.space and (behind.capitalised or behind.lower in _ORGANISED):
            return True
        if first and tokens[first - 1].text in ENGLISH_CHINA:
            return True  # of Tianjin Zhou Dafu
    return False


def _elsewhere(document: Document, found: list[tuple[Sentence, int, int]]) -> bool:
    """Whether the story is at home where names are not in pinyin, and calls the bearer no mainlander."""
    votes = english_votes(document.analysis)
    if max(votes.get(code, 0) for code in NOT_IN_PINYIN) < 2:
        return False
    return all(english_region(s.tokens, first, first, last) != "CN" for s, first, last in found)
