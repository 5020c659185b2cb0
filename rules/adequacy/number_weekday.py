"""A weekday of the source is another weekday in the target.

Why it happens: weekdays are numbered in many languages (周三, thứ năm, יום שלישי, segunda-feira), and engines count
from another day, or take the name that is most usual.

How it is found: one weekday of the source is not in the target, and one of the target is not in the source.

What it leaves alone: weekdays left out or put for a date, Black Friday and its like, targets with several others,
dates beside a time zone.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.daytimes import named_weekdays, zoned
from mtqa.analysis.source.dates import weekdays
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import WEEKDAY_NAMES
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._pairs import pairs

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",))

BAD = [
    Example("He will come on [[Thursday]].", source="他将于周三到达。", source_language="zh"),
    Example("It fell on [[Tuesday]].", source="В понедельник курс упал.", source_language="ru"),
    Example("The talks begin on [[Monday]].", source="Las conversaciones empiezan el martes.", source_language="es"),
    Example("They met on [[Friday]].", source="Họ gặp nhau hôm thứ năm.", source_language="vi"),
    Example("The vote is on [[Saturday]].", source="Das Votum findet am Sonntag statt.", source_language="de"),
]
GOOD = [
    Example("He will come on Wednesday.", source="他将于周三到达。", source_language="zh"),
    Example("It fell on Monday.", source="В понедельник курс упал.", source_language="ru"),
    Example("He came on Tuesday.", source="Er kam am 16. November.", source_language="de"),
    Example("Sales rose on Black Friday.", source="Ventes en hausse depuis lundi.", source_language="fr"),
    Example("They met yesterday.", source="Họ gặp nhau hôm thứ năm.", source_language="vi"),
    Example("From Monday to Friday it is open.", source="Geöffnet werktags, Montag bis Freitag.", source_language="de"),
    Example("The game was on Saturday, local time.", source="Игра прошла в воскресенье.", source_language="ru"),
    Example("On Mondays it is shut.", source="Le lundi, c'est fermé.", source_language="fr"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Weekdays of each segment, source against target."""
    for paragraph, segment in pairs(document):
        theirs = named_weekdays(paragraph)
        ours = weekdays(segment) if theirs else ()
        left = {one[0] for one in ours} - {one[0] for one in theirs}
        extra = [one for one in theirs if one[0] not in {day[0] for day in ours}]
        if len(left) == 1 and len(extra) == 1 and not zoned(paragraph.text, segment.text):
            (number,) = left
            shown = next(segment.text[start:end] for day, start, end in ours if day == number)
            start, end = extra[0][1:]
            said = paragraph.text[start:end]
            right = WEEKDAY_NAMES[number] + ("s" if said.endswith("ys") else "")
            yield paragraph.match((start, end), f"The source says {shown}, the target {said}.", right)
