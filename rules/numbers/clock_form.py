"""A time of day as other languages write it: `21 o'clock`, `19.45 o'clock`, `9h00`, `15:00 p.m.`.

Why it happens: German `Uhr`, French `heures` and `h`, Russian `часов`, Japanese 時 stand behind hours of twenty-four;
the engine translates the word and keeps the figures, or adds `p.m.` to an hour that has no need of it.

How it is found: hours from 13 to 24, or hours with minutes, before `o'clock`; hours and minutes with an `h` between
them behind a preposition; `at` with hours and minutes, where a sentence or insertion begins, or one of them has a
nought before it (`05 hours 00 minutes`); hours of twenty-four with minutes before `a.m.` or `p.m.`.

What it leaves alone: `1800 hours`, lengths (`put at 6 hours 10 minutes`), records (`won in 2 h 13 min`), `13 p.m.`
without minutes, which `consistency/impossible-date` names.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="locale-convention/date-format",
    severity="minor",
    since="0.3",
    facts=("digit",),
)

BAD = [
    "The hall is open until [[21 o'clock]] on Fridays.",
    "The crime took place around [[19.45 o'clock]].",
    "Work begins at [[5.30 o’clock]] in the morning.",
    "The ring was closed to traffic until [[9h00]], they said.",
    "At [[11 hours 28 minutes]] a car left the road.",
    "The show begins at [[15:00 p.m.]], and the next one at [[17.35 pm]].",
    "On Monday, at [[05 hours 00 minutes]] the bridge was closed; the ring opened at [[0h30]].",
    "They are open from 8 to [[18h]] each day, or until [[0 h 30]].",
    "At [[17 hours and 47 minutes]] it was over.",
    "The paper of June 28, [[05 hours 00 minutes]], has it.",
]

GOOD = [
    "The hall is open until nine o'clock, or 9 o'clock, on Fridays.",
    "The crime took place around 7:45 p.m., at 19:45.",
    "She won in 2h 13 and lost by 3h05. Heat it to 60 degrees for 1 h to 2 h.",
    "The flight was put at 11 hours 28 minutes; at 10 hours a day it is hard work.",
    "At 2 hours 40 minutes, the film is too long; at 40 minutes it was not.",
    "At 12:30 p.m. they came, and at 0:30 a.m. they left.",
    "The parade began at 1800 hours and, by the clock of 01: 23 o'clock, ended.",
    "Looking at 24 hours of film, and arriving at 11 hours later.",
]

_LATE = r"(?:1[3-9]|2[0-4])"
_MINUTES = r"[.:][0-5]\d"
_HOUR = r"(?:[01]?\d|2[0-4])"
_CLOCK = regex(
    rf"(?<![\w.:,-])(?<!: )(?:{_LATE}(?:{_MINUTES})?|1?\d{_MINUTES}) o['’]clock\b"
    rf"|(?<![\w.:,-]){_LATE}{_MINUTES} ?(?:[ap]\.m\.|[ap]m\b)"
    rf"|\b(?:(?:at|until|till) (?P<french>{_HOUR} ?h ?[0-5]\d\b)"
    rf"|(?:from|to|between|and|until|at) (?P<hours>{_LATE}h)\b)"
    r"|(?<![\w.,])(?P<padded>0\d hours(?: and)? [0-5]\d minutes|[12]?\d hours(?: and)? 0\d minutes)\b"
    rf"|(?:^|, )at (?P<long>{_HOUR} hours(?: and)? [0-5]\d minutes\b)(?! ?[.,;:)]|$)",
    re.IGNORECASE,
)
_MAYBE = regex(r"\d ?(?:o['’]clock|[ap]\.?m\b|h(?: ?\d|\b|ours))", re.IGNORECASE)
_FIGURES = regex(r"\d{1,2}")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag times of day in the form of the source."""
    for paragraph, found in document.analysis.search(_CLOCK, maybe=_MAYBE):
        time = found.lastgroup or 0
        figures = [int(figure) for figure in _FIGURES.findall(found[0])]
        hour, minutes = figures[0], figures[1] if len(figures) > 1 else 0
        right = f"{(hour - 1) % 12 + 1}" + (f":{minutes:02}" if minutes else "")
        if hour > 12 or "h" in found[0]:
            right += " p.m." if 12 <= hour < 24 else " a.m."
        yield paragraph.match(found.span(time), f"English writes this time as “{right}”.", right)
