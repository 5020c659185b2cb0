"""The parts of a name are glued, torn apart or joined by a foreign mark.

Why it happens: a middle dot is copied from Chinese or Japanese (`Nicolas·Sarkozy`), a hyphen gets spaces
(`Jean - Claude`), a given name is spelt syllable by syllable (`Xi Jin Ping`) or runs into the family name.
How it is found: a middle dot between capitalised words; a person of the table of people written with other spaces,
hyphens or capitals than in use; a Chinese name written as one word with a capital inside it, or as one word here
and as two there; a railway or road whose short name is filled up in brackets (`Da (Li) Rui (Li) Railway`).
What it leaves alone: styles of agencies (`Kim Jong Un`, `Kim Jong-un`, `Tsai Ing Wen`), Catalan `l·l`, brands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import name_parts
from mtqa.knowledge.translit import pinyin_name, squeeze
from mtqa.rule import Rule
from mtqa_rules.data import wordset
from mtqa_rules.names._offices import table

rule = Rule(
    category="locale-convention/name-format",
    severity="minor",
)

BAD = [
    "Former president [[Nicolas·Sarkozy]] was there.",
    "President [[Xi Jin Ping]] spoke.",
    "President [[XiJinping]] spoke.",
    "Premier [[Li Ke qiang]] visited.",
    "European Commission President [[Jean - Claude Juncker]] agreed.",
    "The actor [[ZhangYimou]] and the singer waved.",
    "North Korean leader [[Kim Jongun]] laughed.",
    "Lin Daiyu wept. In the book [[Lindaiyu]] dies.",
    "The [[Da (Li) Rui (Li)]] Railway is being built.",
]
GOOD = [
    "Xi Jinping, Kim Jong Un, Kim Jong-un and Moon Jae-in met.",
    "Jean-Claude Juncker and Tsai Ing-wen talked; Tsai Ing Wen left.",
    "The Paral·lel avenue and the Col·lecció are in Barcelona.",
    "YouTube, PayPal, McDonald and DiCaprio are written so.",
    "WeChat and AliPay and DeWeese are known.",
    "M·A·C sells lipstick.",
    "He left with Jean - Claude stayed.",
    "Shijiazhuang is a city. Zhangjiajie is a park.",
    "Lee Kuan Yew and Ban Ki-moon and Ban Ki Moon shook hands.",
    "Fatou - Bensouda's deputy - resigned.",
    "Rossi (Ducati) Marquez (Honda) Pirro (Ducati): the grid.",
    "The Beijing (Jing) and Shanghai (Hu) Railway Bureaus merged.",
]

_DOT = re.compile(r"\b[A-Z][a-z'’-]{1,20}[·•・‧][A-Z][a-z'’-]{1,20}(?:[·•・‧][A-Z][a-z'’-]{1,20}){0,2}")
_FILLED = re.compile(
    r"\b[A-Z][a-z]{1,11} ?\([A-Z][a-z]{1,7}\) ?[A-Z][a-z]{1,7} ?\([A-Z][a-z]{1,7}\)"
    r"(?=\s(?:[A-Z][a-z-]{1,12}\s)?(?:[Rr]ailway|[Rr]ailroad|[Ee]xpressway|[Hh]ighway|[Ll]ine|[Rr]oad)\b)"
)
_HUMP = re.compile("[A-Z](?<=[a-z].)")  # capitals are rarer: found faster than small letters
_CAMEL = re.compile(r"\b([A-Z][a-z]{1,7})([A-Z][a-z]{2,12})\b(?![-·])")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Marks and capitals by pattern, people by the table."""
    two: dict[str, str] = {}
    for name in document.analysis.names:
        if name.last - name.first == 2 and len(name.words) == 2 and pinyin_name(name.words):
            two.setdefault(squeeze(name.text), name.text)
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        if any(dot in text for dot in "·•・‧"):
            for match in _DOT.finditer(text):
                right = re.sub("[·•・‧]", " ", match.group())
                yield _match(paragraph.index, match.start(), match.end(), match.group(), right, "has a middle dot")
        for match in _FILLED.finditer(text) if text.count("(") > 1 else ():
            yield Match(
                paragraph.index,
                match.start(),
                match.end(),
                f"“{match.group()}” fills up a short Chinese name in brackets: name the two ends in full.",
            )
        for match in _CAMEL.finditer(text) if _HUMP.search(text) else ():
            if pinyin_name([match[1], match[2]]) and match.group() not in _BRANDS:
                yield _match(
                    paragraph.index,
                    match.start(),
                    match.end(),
                    match.group(),
                    f"{match[1]} {match[2]}",
                    "lacks a space",
                )
    index = document.analysis.index
    for joined, right in two.items():
        for sentence, i in index.get(joined, ()):
            token = sentence.tokens[i]
            if token.capitalised and token.text[1:].islower():
                yield _match(sentence.segment, token.start, token.end, token.text, right, "is two words elsewhere")
    parts = name_parts(table(document))
    for first in sorted(parts.keys() & index.keys()):
        for sentence, i in index[first]:
            found = _torn(sentence.tokens, i, parts[first]) if sentence.tokens[i].text[0].isupper() else None
            if found is not None:
                end, text, right = found
                yield _match(sentence.segment, sentence.tokens[i].start, end, text, right, "is written wrongly")


_BRANDS = wordset("names/broken-parts", "brands")


def _torn(tokens: list[Token], i: int, people: dict[str, tuple[tuple[str, ...], bool]]) -> tuple[int, str, str] | None:
    """A person whose name begins at a token and is not written as in use: end, text as it stands, right name."""
    letters = ""
    text = ""
    for k in range(i, min(len(tokens), i + 6)):
        token = tokens[k]
        if token.kind != "word" and token.text not in ("-", "‐", "–"):
            return None
        text += (" " if token.space and k > i else "") + token.text
        letters += squeeze(token.text)
        found = people.get(letters) if k > i and token.kind == "word" else None
        if found is None:
            continue
        spellings, loose = found
        spaced = " - " in text or " -" in text or "- " in text
        if any(text == spelling or text.replace("’", "'") == spelling for spelling in spellings) or text.isupper():
            return None
        if text.casefold() in (spelling.casefold() for spelling in spellings) and not text.split()[-1].islower():
            return None
        parts = [part for part in re.split("[ -]+", text) if part]
        usual = [part for part in re.split("[ -]+", spellings[0]) if part]
        if not spaced and len(parts) == len(usual) and (loose or "-" in spellings[0]):
            return None
        return token.end, text, spellings[0]
    return None


def _match(segment: int, start: int, end: int, text: str, right: str, fault: str) -> Match:
    return Match(segment, start, end, f"The name “{text}” {fault}: write “{right}”.", suggestions=(right,))
