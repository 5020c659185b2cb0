"""A time of day of the source is another time in the target.

Why it happens: `halb acht` is half past seven and not half past eight, 18 Uhr is no 8 p.m., and figures are copied
piece by piece.

How it is found: one time of the source is not in the target by either clock, and one time of the target is not in the
source. Times are read where the language marks them: a colon, 时, 시, Uhr, giờ, kello, halb, половина.

What it leaves alone: times left out or said otherwise, times beside a time zone, results and ratios (2:1).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.daytimes import noon, times, zoned
from mtqa.analysis.source.dates import clocks
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._pairs import pairs

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",))

BAD = [
    Example("We meet at [[half past eight]].", source="Wir treffen uns um halb acht.", source_language="de"),
    Example("It began at [[8:30 p.m.]]", source="Начало в 18:30.", source_language="ru"),
    Example("The fire broke out at [[5:13 a.m.]]", source="火災は午前3時15分に発生した。", source_language="ja"),
    Example("The train leaves at [[6 p.m.]]", source="Juna lähtee kello 17.", source_language="fi"),
    Example("It starts at [[16:00]].", source="Bắt đầu lúc 16h30.", source_language="vi"),
    Example("He fell at [[9 a.m.]]", source="그는 오후 9시 20분에 쓰러졌다.", source_language="ko"),
]
GOOD = [
    Example("We meet at half past seven.", source="Wir treffen uns um halb acht.", source_language="de"),
    Example("It began at 6:30 p.m.", source="Начало в 18:30.", source_language="ru"),
    Example("The fire broke out at 3:15 a.m.", source="火災は午前3時15分に発生した。", source_language="ja"),
    Example("The train leaves at 5 p.m.", source="Juna lähtee kello 17.", source_language="fi"),
    Example("It began at 8:30 p.m. local time.", source="Начало в 18:30 по московскому времени.", source_language="ru"),
    Example("It starts in the afternoon.", source="Bắt đầu lúc 16h30.", source_language="vi"),
    Example("They won 2:1 at noon.", source="Sie gewannen 2:1.", source_language="de"),
    Example("Lunch is at noon.", source="Le déjeuner est à 12h00.", source_language="fr"),
    Example("He fell at 9:20 p.m. or 21:20.", source="그는 오후 9시 20분에 쓰러졌다.", source_language="ko"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Times of each segment, source against target."""
    for paragraph, segment in pairs(document):
        theirs = times(paragraph)
        if not theirs:  # cheap
            continue
        ours = clocks(segment)
        if noon(paragraph):
            ours = tuple(one for one in ours if one.minutes.isdisjoint((0, 720)))
        left = [one for one in ours if all(one.minutes.isdisjoint(other.minutes) for other in theirs)]
        extra = [one for one in theirs if all(one.minutes.isdisjoint(other.minutes) for other in ours)]
        if len(left) == len(extra) == 1 and not zoned(paragraph.text, segment.text):
            shown = segment.text[left[0].start : left[0].end].strip()
            said = paragraph.text[extra[0].start : extra[0].end]
            yield paragraph.match((extra[0].start, extra[0].end), f"The source says {shown}, the target {said}.")
