"""A date whose month and day have become counts: `8 month 11 days`, `2016 year 6 month`, `this year 5 month`.

Why it happens: Chinese and Japanese name the months by number and write day, month and year with a counter behind
each (8月11日, 2016年6月); the engine translates the counters word by word.

How it is found: 1 to 12 and `month` in the singular with a day behind it (`8 month 11 days`), or with a year, `this
year` or `last year` before it.

What it leaves alone: lengths of time (`2 years 6 months`, `a 6 month 10 day stay`, `1 month and 3 days`), and
`months` in the plural without a year that is called so (`2003 years 6 months`).

Languages: engines of Chinese and Japanese.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import MONTH_NAMES
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    since="0.3",
    facts=("digit",),
    signs=frozenset((" month",)),
)

BAD = [
    "The reporter called the hotel on [[8 month 11 days]] and asked.",
    "The bureau published the index of [[2016 year 6 month]] at noon.",
    "The team won silver [[this year 5 month]], at the world championships.",
    "From [[2003 years 6 months 28 days]] to the end of the year he trained.",
    "[[12 month 21 days]] in the morning the gates opened.",
    "The report of [[2017, 3 month]] says so --[[2013 year 9 month 25 days]].",
    "Until [[last year 11 month]] they paid in cash.",
]

GOOD = [
    "He was away for 2 years 6 months and 3 days.",
    "The stay of 1 month 9 days was a 6 month 10 day trip in all.",
    "This year 5 months of rain fell; in 2015 3 months were dry.",
    "The reporter called the hotel on August 11, 2016.",
    "In 2016 a 6 month ban began.",
    "She served 8 months 11 days in jail.",
    "It takes 13 month 2 days by the old count; the 3-8 month 2 day rule fell.",
    "The lease runs for a 12 month period, or for 1 month 5 days.",
]

_PLAIN = r"(?:19|20)\d\d"
_DATE = regex(
    rf"(?<![\w.,])(?<!\d-)(?:(?P<year>{_PLAIN})(?:(?P<called> years?),? |,? )"
    r"|(?P<relative>[Tt]his|[Ll]ast|[Nn]ext) year(?:['’]s)?,? )?"
    r"(?P<month>1[0-2]|[1-9]) month(?P<many>s)?(?: (?P<day>[12]\d|3[01]|[1-9])(?: days?\b|(?![\w.,])))?(?![\w-])"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag counted months that are dates."""
    for paragraph, found in document.analysis.search(_DATE, " month"):
        year, relative, day = found["year"], found["relative"], found["day"]
        if found["many"] and not found["called"]:
            continue
        if not (year or relative) and (not day or found["month"] == "1" or _counted(paragraph.text, found.start())):
            continue
        right = MONTH_NAMES[int(found["month"]) - 1] + (f" {day}" if day else "")
        if year:
            right += f", {year}" if day else f" {year}"
        elif relative:
            right += f" {relative.lower()} year" if not day else f", {relative.lower()} year"
        yield paragraph.match(found.span(), f"“{found[0]}” is a date, not a length of time: “{right}”.", right)


def _counted(text: str, start: int) -> bool:
    """Whether an article stands before a place: `a 6 month 10 day trip`."""
    return text[max(0, start - 6) : start].lower().endswith((" a ", " an ", " the ", " every "))
