"""Sums that a translator gave in another currency."""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.analysis.source.matched import Compared
from mtqa.lazy import regex

#: Signs, codes and words of a currency, in the languages where they are most met.
_MONEY = {
    "dollar": r"\$|\bUSD\b|\bd[oó]l+ar|доллар|долар|دولار|دلار|דולר|डॉलर|美元|美金|ドル|달러|đô la",
    "euro": r"€|\bEUR\b|\beuro|\bевро|євро|يورو|یورو|אירו|यूरो|欧元|歐元|ユーロ|유로",
    "pound": r"£|\bGBP\b|\bpounds? sterling|\b(?:£|sterling)|фунт\w* стерл|英镑|英鎊|ポンド|파운드",
    "yuan": r"\b(?:CNY|RMB)\b|\byuan|юан|人民币|人民幣|(?<![美欧歐日韩韓港])元|위안",
    "yen": r"\bJPY\b|\byen\b|иен|日元|日圓|円|엔(?=\W|$)",
    "rouble": r"₽|\bRUB\b|\bro?uble|\brubel|\brublo|рубл|卢布|ルーブル|루블",
    "rupee": r"₹|\bINR\b|\brup(?:ee|ie|ia)|रुपये|रुपए|рупи|卢比",
    "crown": r"\b(?:CZK|SEK|NOK|DKK|ISK)\b|\bKč\b|\bkorun|\bkron(?:or|er|e|a|ur)\b|\bcrowns?\b|\bkroon",
    "zloty": r"\bPLN\b|\bz[łl]ot",
    "lira": r"₺|\bTRY\b|\blir[aey]",
    "won": r"₩|\bKRW\b|\bwon\b|원(?=\W|$)|韩元|ウォン",
    "forint": r"\bHUF\b|\bforint",
    "franc": r"\bCHF\b|\bfranc|\bFranken\b",
}
_PATTERNS = {name: regex(pattern, re.IGNORECASE) for name, pattern in _MONEY.items()}
_BESIDE = 25  # characters


@lru_cache(maxsize=512)
def _named(text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in _PATTERNS.items() if pattern.search(text))


def converted(pair: Compared, start: int, end: int) -> bool:
    """Whether a number of the target is money, in a currency that the source does not name, though it names one."""
    text = pair.paragraph.text
    here = _named(text[max(0, start - 5) : end + _BESIDE])
    source = _named(pair.segment.text)
    return bool(here and source and here.isdisjoint(source))
