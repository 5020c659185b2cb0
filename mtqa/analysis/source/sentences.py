"""Where the sentences of a source end, whatever its script.

By its marks alone: every full stop of Chinese, Japanese, Hindi and Burmese ends a sentence; one of scripts that part
their words does before a space, and before a capital where the script has capitals, if no abbreviation or number of a
rank stands before it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from mtqa.analysis.source import SourceAnalysis
from mtqa.lazy import regex

__all__ = ["Span", "sentences", "split"]

#: Start and end of a sentence in the source of its segment, in code points.
Span = tuple[int, int]

_CLOSERS = "”\"»’'」』）)】］\\]"
_END = regex(
    rf"[。！？｡][。！？｡!?]{{0,5}}[{_CLOSERS}]{{0,3}}"  # ends of their own
    rf"|[।॥။።][{_CLOSERS}]{{0,3}}"
    rf"|[.!?…؟۔]{{1,5}}[{_CLOSERS}]{{0,3}}(?=\s)"
)
#: A word with a point that ends no sentence: titles, and what is shortened in news of many languages.
_SHORT = regex(
    r"(?:^|[\s(«„“\"'])(?:[^\W\d_]|[^\W\d_]\.[^\W\d_]|"
    r"Dr|Prof|Mr|Mrs|Ms|St|Hr|Fr|Frl|Nr|Bd|Abs|Art|Abb|bzw|ca|etc|evtl|ggf|inkl|usw|vgl|zzgl|Str|geb|gest|Mio|Mrd|Tsd|"
    r"Mme|Mlle|MM|av|env|éd|Sr|Sra|Srta|Dra|Ud|Uds|núm|pág|art|EE|UU|Exmo|Exma|Sig|Dott|Ing|Avv|On|"
    r"dhr|mevr|mr|drs|bijv|blz|resp|ul|im|św|tzw|tys|mln|mld|nr|ok|prof|gen|płk|ks|lek|"
    r"г|гг|ул|им|руб|коп|тыс|млн|млрд|трлн|др|пр|стр|см|проф|акад|т|вул|грн|tř|čp|tzv|mj|např|cca|"
    r"Dç|Doç|Av|Öğr|Yrd|vb|vs|yy)\.$"
)
_RANK = regex(r"(?:^|\s)\d{1,3}\.$")
#: Languages that write the number of a rank, and of a day, with a point.
_RANKED = frozenset("de cs sk pl tr da no fi et lv hu sl hr sr is".split())
_SMALL = regex(r"\s+[\"«„“”‘'(\[–—-]{0,3}\s?([^\W\d_])")
_LONGEST = 20_000


def sentences(source: SourceAnalysis) -> list[tuple[Span, ...]]:
    """The sentences of each segment, in order; none for a segment without source."""
    return [split(segment.text, source.language) for segment in source.segments]


@lru_cache(maxsize=256)
def split(text: str, language: str | None) -> tuple[Span, ...]:
    """The sentences of a text.

    Args:
        text: of a segment; of more than 20,000 characters the rest is one sentence.
        language: ISO 639-1, where known.
    """
    found: list[Span] = []
    start = 0
    for end in _END.finditer(text, 0, _LONGEST):
        if end.start() >= start and _ends(text, end, language):
            _add(found, text, start, end.end())
            start = end.end()
    _add(found, text, start, len(text))
    return tuple(found)


def _ends(text: str, end: re.Match[str], language: str | None) -> bool:
    mark = end[0][0]
    if mark not in ".!?…":
        return True
    behind = _SMALL.match(text, end.end())
    if behind is not None and behind[1].islower():
        return False
    if end[0] != ".":
        return True
    before = text[max(0, end.start() - 12) : end.start() + 1]
    return not (_SHORT.search(before) or (language in _RANKED and _RANK.search(before)))


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """One more sentence, if it has a letter or a figure; without the spaces about it."""
    part = text[start:end]
    if any(map(str.isalnum, part)):
        found.append((start + len(part) - len(part.lstrip()), start + len(part.rstrip())))
