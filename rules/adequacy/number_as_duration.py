"""A day, an hour or a year of the calendar became a length of time: `on the 29th` became `29 days`.

Why it happens: Chinese, Japanese and Korean write the day of a month (29日, 29일), the hour (5時) and the year of an
era (平成30年) as they write so many days, hours and years; engines take the one for the other.

How it is found: the source has a figure as a day of the month, an hour of the day or a year of an era, and nowhere as a
length of time (日間, 小时, 일간); the target has the same figure before `days`, `hours` or `years`.

What it leaves alone: days that a word makes a length (5日内, 3日後, 20일간), ordinals, days below ten.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.figures import english_figures
from mtqa.analysis.source.dates import clocks, days, era_years
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._pairs import pairs

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",))

BAD = [
    Example("They will meet [[29 days]].", source="首相は29日に会談する。", source_language="ja"),
    Example(
        "A strike is planned in the coming [[20 days]].",
        source="노조는 오는 20일 파업에 들어간다.",
        source_language="ko",
    ),
    Example("June 28, [[05 hours]] 00 minutes", source="6月28日 午前05時00分", source_language="ja"),
    Example("It was built in Heisei [[30 years]].", source="平成30年に建てられた。", source_language="ja"),
    Example("The ship left [[11 days]] ago.", source="该船于11日离港。", source_language="zh"),
]
GOOD = [
    Example("They will meet on the 29th.", source="首相は29日に会談する。", source_language="ja"),
    Example("He stayed for 29 days.", source="彼は29日間滞在した。", source_language="ja"),
    Example("It must be paid within 5 days.", source="须在5日内支付。", source_language="zh"),
    Example("He came back 3 days later.", source="彼は3日後に戻った。", source_language="ja"),
    Example("The strike lasted 20 days.", source="파업은 20일간 이어졌다.", source_language="ko"),
    Example("They meet 3 days a week.", source="週3日会う。", source_language="ja"),
    Example("The 26th day was calm.", source="26日は静かだった。", source_language="ja"),
    Example("He worked 5 hours.", source="彼は5時間働いた。", source_language="ja"),
    Example("It took 30 years.", source="30年かかった。", source_language="ja"),
    Example("On 15 May: it takes 15 days.", source="Am 15. Mai: Es dauert 15 Tage.", source_language="de"),
    Example("The talks of the 11th took 11 days.", source="11日的会谈持续了11天。", source_language="zh"),
]

#: What makes days, hours and years behind a figure a length of time.
_LENGTHS = regex(
    r"(\d{1,3})\s?(?:[天昼昼夜]|日(?:[間间内後后前目連连続续以で程分]|ぶり|おき|ほど|めに|も|游|均|左右|之)|[時时]間|小时|小時|年[間间]|周年|時間"
    r"|일\s?(?:간|동안|째|만|여|이내|연속|전|후|뒤|가량)|시간|년간|여\s?일)"
)
_FEW = 10  # days that Japanese and Chinese count without a word for a length of time
_UNITS = {"day": "days", "days": "days", "hour": "hours", "hours": "hours", "year": "years", "years": "years"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Figures before days, hours and years of each target."""
    for paragraph, segment in pairs(document):
        if segment.language not in ("zh", "ja", "ko"):
            continue
        points = {("days", one.day) for one in days(segment)}
        points |= {("hours", at // 60 % 12) for one in clocks(segment) for at in one.minutes}
        points |= {("years", one.year) for one in era_years(segment)}
        lengths = {int(one) for one in _LENGTHS.findall(segment.text)}
        for figure in english_figures(paragraph):
            unit, value = _UNITS.get(figure.unit, ""), int(figure.value)
            point = value % 12 if unit == "hours" else value
            short = unit == "days" and value < _FEW
            if (unit, point) in points and value not in lengths and figure.kind != "ordinal" and not short:
                end = paragraph.text.lower().index(figure.unit, figure.start) + len(figure.unit)
                message = f"A {unit.removesuffix('s')} of the calendar, not so many {unit}."
                yield paragraph.match((figure.start, end), message)
