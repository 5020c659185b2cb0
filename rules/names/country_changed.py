"""The target names another country than the source.

Why it happens: countries with names alike in Chinese (尼日尔 Niger and 尼日利亚 Nigeria, 奥地利 Austria and
澳大利亚 Australia) are mixed up, or the engine writes the more usual one.
How it is found: a country, its people or adjective stands in the target of a segment, nothing of it stands in the
source of the story, while the source names a country that the target of the segment leaves out.
What it leaves alone: countries anywhere in the source of the story, also by their short form, cities or papers; the
reader's help (“Moscow” for 俄方); names that are also something else (Georgia, Jordan).
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.places import PARTIES, ambiguous, label, party
from mtqa.rule import Example, Rule
from mtqa_rules.names._chinese import chinese
from mtqa_rules.names._regions import HAN_CODES

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    needs=("source",),
    measured=("newstest2020 with source: 0 in machine translations, 1 in a human one, met by a human mark",),
)

BAD = [
    Example("[[Nigeria]] sent help.", source="尼日尔派出援助。"),
    Example("The [[Malian]] army fired.", source="马来西亚军队开火。"),
    Example("[[Austria]] won the match.", source="澳大利亚赢得比赛。"),
    Example("The [[Slovenian]] minister spoke.", source="斯洛伐克部长讲话。"),
    Example("[[Iraq]] denied it.", source="伊朗否认此事。"),
]
GOOD = [
    Example("Niger sent help.", source="尼日尔派出援助。"),
    Example("Moscow denied it.", source="俄方否认此事，伊朗也否认。"),
    Example("The German car maker spoke in Iran.", source="大众汽车在伊朗表示。"),
    Example("Chinese people in Paris sang.", source="法国的华人唱歌。"),
    Example("U.S. and Japanese officials met.", source="美日官员会面。"),
    Example("Atlanta, Georgia, is hot.", source="美国亚特兰大很热。"),
    Example("The English language is hard.", source="在日本，英语很难。"),
    Example("Turkey replied.\n\nThe Turkish minister left for Syria.", source="土耳其回应。\n\n部长前往叙利亚。"),
]

_BODIES = frozenset({"EU", "UN", "NATO", "HK", "MO", "TW", "CN"})
_TABLE = Path(__file__).parents[1] / "data" / "territories_zh.csv"
#: One character of each country that newspapers use for it; what has one in its source is left alone.
_SHORT = {
    "US": "美", "CN": "中华汉沪京国", "RU": "俄苏", "JP": "日东京大阪", "KR": "韩", "KP": "朝", "GB": "英伦",
    "FR": "法巴", "DE": "德柏", "IN": "印", "VN": "越", "KH": "柬", "LA": "老寮", "TH": "泰",
    "MM": "缅", "MY": "马", "SG": "新狮", "PH": "菲", "ID": "印", "AU": "澳利悉", "CA": "加",
    "IT": "意罗", "ES": "西马", "IL": "以", "IR": "伊", "IQ": "伊", "SA": "沙", "EG": "埃开",
    "TR": "土", "UA": "乌基", "BR": "巴", "MX": "墨", "AR": "阿", "ZA": "南", "EU": "欧",
    "UN": "联", "NATO": "北", "HK": "港", "MO": "澳", "TW": "台", "MN": "蒙", "GR": "希",
    "CH": "瑞", "SE": "瑞", "NL": "荷", "BE": "比", "PT": "葡", "PL": "波", "AT": "奥",
    "SY": "叙", "AF": "阿", "PK": "巴", "PS": "巴", "VA": "梵", "NO": "挪", "DK": "丹",
    "FI": "芬", "IE": "爱", "LK": "斯", "NP": "尼", "TL": "东",
}  # fmt: skip


@cache
def _names() -> tuple[dict[str, str], re.Pattern[str], dict[str, str]]:
    """Chinese names of countries, a pattern of them, and the first characters of each country's names."""
    codes = dict(HAN_CODES)
    firsts: dict[str, str] = {}
    with _TABLE.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            codes.update(dict.fromkeys(row["names"].split("|"), row["code"]))
            firsts[row["code"]] = "".join(name[0] for name in row["names"].split("|"))
    words = sorted(codes, key=lambda word: (-len(word), word))
    return codes, re.compile("|".join(map(re.escape, words))), firsts


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Countries of each segment, source against target."""
    if not chinese(document):
        return
    codes, pattern, firsts = _names()
    sources = [(segment.source or "")[:20_000] for segment in document.segments]
    named = [{codes[m.group()] for m in pattern.finditer(source)} for source in sources]
    everywhere = set().union(*named)
    for paragraph in document.analysis.paragraphs:
        if not named[paragraph.index]:
            continue
        there: dict[str, list[tuple[int, int, str]]] = {}
        before: Token | None = None
        for token in paragraph.tokens:
            behind, before = before, token
            if token.kind == "word" and token.text[0].isupper():
                if behind is not None and behind.text not in STARTERS and behind.capitalised and token.space:
                    continue  # New South Wales, South Sudan
                code = party(token.text)
                if code is not None and not ambiguous(token.text):
                    there.setdefault(code, []).append((token.start, token.end, token.text))
        lost = sorted(named[paragraph.index] - there.keys() - _BODIES)
        lost = [code for code in lost if not _in_words(paragraph.text, code)]
        if not lost:
            continue
        for code, spans in there.items():
            if code in everywhere or code in _BODIES or code not in firsts or _short(sources[paragraph.index], code):
                continue
            start, end, text = spans[0]
            yield Match(
                paragraph.index,
                start,
                end,
                f"“{text}” is not in the source, which names {label(lost[0])}.",
                suggestions=(),
                evidence={"source": lost[0], "target": code},
            )


def _in_words(text: str, code: str) -> bool:
    """Whether a party stands in the text under any form, several words included."""
    found = PARTIES.get(code)
    if found is None:
        return True
    forms = (*found.names, *found.capitals, *found.adjectives, *found.singular, *found.plural)
    return re.search(rf"(?<!\w)(?:{'|'.join(map(re.escape, forms))})(?!\w)", text) is not None


def _short(source: str, code: str) -> bool:
    """Whether the source has, outside the full names of countries, a character that may stand for this one."""
    _, pattern, firsts = _names()
    rest = pattern.sub(" ", source)
    return any(char in rest for char in _SHORT.get(code, "") + firsts.get(code, ""))
