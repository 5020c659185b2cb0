"""A time of day as other languages write it: `21 o'clock`, `19.45 o'clock`, `9h00`, `at 11 hours 28 minutes`, `15:00 p.m.`.

Why it happens: German `Uhr`, French `heures` and `h`, Russian `часов`, Japanese 時 stand behind hours of twenty-four; the engine
translates the word and keeps the figures, or adds `p.m.` to an hour that has no need of it.

How it is found: hours from 13 to 24, or hours with minutes, before `o'clock`; hours and minutes with an `h`
between them behind a preposition; `at` with `hours` and minutes; hours of twenty-four with minutes before `a.m.` or `p.m.`.

What it leaves alone: `1800 hours`, `at 6 hours a day`, records (`won in 2 h 13 min`), lengths of films, `13 p.m.` without minutes, which
`consistency/impossible-date` names.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="locale-convention/date-format",
    severity="minor",
    since="0.4",
)

BAD = [
    "The hall is open until [[21 o'clock]] on Fridays.",
    "The crime took place around [[19.45 o'clock]].",
    "Work begins at [[5.30 o’clock]] in the morning.",
    "The ring was closed to traffic until [[9h00]], they said.",
    "[[At 11 hours 28 minutes]] a car left the road.",
    "The show begins at [[15:00 p.m.]], and the next one at [[17.35 pm]].",
    "The award ceremony is [[at 16 hours]], after the final.",
    "They met [[at 05 hours 00 minutes]] on the bridge; the ring opened at [[0h30]].",
]

GOOD = [
    "The hall is open until nine o'clock, or 9 o'clock, on Fridays.",
    "The crime took place around 7:45 p.m., at 19:45.",
    "She won in 2h 13 and lost by 3h05.",
    "The flight was put at 11 hours; at 10 hours a day it is hard work.",
    "The drive lasts, at 2 hours 40 minutes, longer than that.",
    "At 12:30 p.m. they came, and at 0:30 a.m. they left.",
    "The parade began at 1800 hours.",
    "Looking at 24 hours of film, and arriving at 11 hours later.",
]

_TWENTY_FOUR = r"(?:1[3-9]|2[0-4])"
_MINUTES = r"[.:][0-5]\d"
_CLOCK = re.compile(
    rf"(?<![\w.:,-])(?P<hour>{_TWENTY_FOUR}(?:{_MINUTES})?|1?\d{_MINUTES}) o['’]clock\b"
    r"|(?<=\b(?:at|by) )(?P<french>(?:[01]?\d|2[0-4])h[0-5]\d)\b"
)
