"""A date of the source has another day or another month in the target.

Why it happens: engines copy the figures of a date piece by piece, read `4.3.` as April 3, or lose a digit of 24日.

How it is found: a day with its month, a day alone (14日, 14일) or a month alone that the source names is not in the
target, and the target has one that the source has not; and they are the only ones left over. Months are known by name
in 150 languages, in figures where the order of a language is known.

What it leaves alone: dates left out or said otherwise (last Tuesday, the next day, Christmas Eve), targets with dates
in figures, dates beside a time zone, years (`adequacy/number-changed`), dates of other calendars.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.daytimes import named_months, written_dates, zoned
from mtqa.analysis.figures import english_figures
from mtqa.analysis.numbers import Date
from mtqa.analysis.source.dates import Day, days
from mtqa.analysis.source.figures import source_figures
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import MONTH_NAMES
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._pairs import pairs

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",))

BAD = [
    Example("He arrived on [[November 18]].", source="Er kam am 16. November an.", source_language="de"),
    Example(
        "The law takes effect on [[April 3]], 2019.", source="Zákon platí od 4. března 2019.", source_language="cs"
    ),
    Example("It opened on [[May 14]].", source="该馆于3月14日开放。", source_language="zh"),
    Example("He spoke on [[March 24]].", source="그는 3월 14일 말했다.", source_language="ko"),
    Example("They met in [[October]].", source="Они встретились в августе.", source_language="ru"),
    Example("The match is on [[12 June]].", source="Ottelu pelataan 21. kesäkuuta.", source_language="fi"),
    Example("He left in March and came back on [[April 9]].", source="Il partit en mars et revint le 7 avril."),
    Example("It began on [[22 May]].", source="Chiến dịch bắt đầu ngày 22 tháng 3.", source_language="vi"),
]
GOOD = [
    Example("He arrived on November 16.", source="Er kam am 16. November an.", source_language="de"),
    Example("He arrived on Tuesday.", source="Er kam am 16. November an.", source_language="de"),
    Example(
        "It opened on March 14, nine days after the fair of March 5.",
        source="该馆于3月14日开放。",
        source_language="zh",
    ),
    Example("They met in August and parted in October.", source="Они встретились в августе.", source_language="ru"),
    Example("It opened on 4/3/2017.", source="该馆于3月4日开放。", source_language="zh"),
    Example("He landed on November 15 local time.", source="他于北京时间11月16日着陆。", source_language="zh"),
    Example("In May he won the March on Rome cup.", source="En mai il gagna la coupe.", source_language="fr"),
    Example(
        "He said on December 24 that he may march.",
        source="Il a dit le 24 décembre qu'il marcherait.",
        source_language="fr",
    ),
    Example("It is due on April 3.", source="期限は3月。", source_language="ja"),
    Example("He left on March 48.", source="그는 3월 4일 떠났다.", source_language="ko"),
    Example("On the 14th he spoke; on March 14 he left.", source="그는 14일 말했다.", source_language="ko"),
    Example("The march began on 21-23 March.", source="Марш проходил 21-23 марта.", source_language="ru"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Dates of each segment, source against target."""
    for paragraph, segment in pairs(document):
        theirs = written_dates(document.analysis, paragraph)
        if theirs is None:
            continue
        named = named_months(paragraph)
        ours = days(segment) if theirs or named else ()  # cheap
        if not ours or zoned(paragraph.text, segment.text):
            continue
        said = {int(one.value) for one in english_figures(paragraph) if one.value < 100}
        held = {int(one) for figure in source_figures(segment).figures for one in figure.values if one < 100}
        found = _days(ours, [date for date in theirs if date.day is not None], said, held)
        if found:
            day, date = found
            shown = segment.text[day.start : day.end]
            start, end = _core(date)
            wrong = paragraph.text[start:end]
            yield paragraph.match(
                (start, end), f"The source says {shown}, the target {wrong}.", _right(wrong, day, date)
            )
        elif month := _month(ours, theirs, named):
            shown = segment.text[month[0].start : month[0].end]
            start, end = month[1]
            right = MONTH_NAMES[(month[0].month or 1) - 1]
            yield paragraph.match(
                (start, end), f"The source says {shown}, the target {paragraph.text[start:end]}.", right
            )


def _days(ours: tuple[Day, ...], theirs: list[Date], said: set[int], held: set[int]) -> tuple[Day, Date] | None:
    """The only day of the source that is not in the target, and the only one of the target that is not in the source.

    Args:
        ours, theirs: the days.
        said, held: numbers of the target and of the source: days of a list or range (6 and 7 May) are among them.
    """
    left = [day for day in ours if day.day and not any(_same(day, one, day.day in said) for one in theirs)]
    extra = [one for one in theirs if not any(_same(day, one, one.day in held) for day in ours)]
    if len(left) != 1 or len(extra) != 1 or not extra[0].exists:
        return None
    day, date = left[0], extra[0]
    turned = (day.month, day.day) == (date.day, date.month)
    return (day, date) if day.month in (None, date.month) or day.day == date.day or turned else None


def _same(day: Day, date: Date, named: bool) -> bool:
    """Whether a date may be a day of the source: in its month, and with a day that the other side names too."""
    return day.month in (None, date.month) and (named or day.day in (date.day, date.until))


def _core(date: Date) -> tuple[int, int]:
    """Where day and month of a date stand."""
    tokens = [token for token in date.sentence.tokens[date.first : date.last] if _part(token.text)]
    return tokens[0].start, tokens[-1].end


def _part(text: str) -> bool:
    return (
        text[:3].capitalize() in {name[:3] for name in MONTH_NAMES}
        or (text[:1].isdecimal() and len(text) < 5 and not text.isdecimal())
        or (text.isdecimal() and len(text) < 3)
    )


def _right(said: str, day: Day, date: Date) -> str:
    """The date with the day and the month of the source."""
    for name in sorted(MONTH_NAMES, key=lambda one: -len(one)):
        if name in said:
            said = said.replace(name, MONTH_NAMES[(day.month or date.month) - 1])
            break
    return said.replace(str(date.day), str(day.day), 1)


def _month(
    ours: tuple[Day, ...], theirs: list[Date], named: list[tuple[int, int, int]]
) -> tuple[Day, tuple[int, int]] | None:
    """The only month of the source that is not in the target, and the only one of the target not in the source."""
    left = [
        day
        for day in ours
        if day.day is None and day.month not in {date.month for date in theirs} | {one[0] for one in named}
    ]
    extra = [one for one in named if one[0] not in {day.month for day in ours}]
    return (left[0], extra[0][1:]) if len(left) == len(extra) == 1 else None
