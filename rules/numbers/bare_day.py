"""A day of the month stands as a bare number: `on 15, the firm said`, `the spokesman 9 said`.

Why it happens: Chinese, Japanese and Korean name the day of the month by number and counter (9日, 9일); the engine
drops the counter and leaves the number where the source has it, behind who speaks.

How it is found: `on` and 1 to 31 before a comma where a sentence begins, or before a verb of saying; before `last
month`, `this month`, `next month`; `from 25 to 3 days`; a number between an office or body and a verb of saying.

What it leaves alone: texts of golf, cricket and cards, lists of days (`on 5, 6 and 7 May`), dates with their month,
bets and scores (`bet on 7, he`), channels and groups.
"""

import re
from collections.abc import Iterator

from mtqa.analysis.numbers import MONTHS
from mtqa.analysis.text import Analysis, Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import MONTH_NAMES
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.numbers._numerals import ordinal

rule = Rule(
    category="locale-convention/date-format",
    severity="minor",
    since="0.3",
    facts=("digit",),
)

BAD = [
    "[[On 15]], the union went on strike.",
    "According to the paper, [[on 17]] reported that the case was closed.",
    "The festival is held [[from 25 to 3 days]] in the town.",
    "The paper reported [[on 8]], that the line will open on the [[afternoon 22/3]].",
    "He will be in the town [[on 15]] to meet the suppliers.",
    "The government spokesman [[9]] said that talks would go on.",
    "[[On 27]] last month the states announced a pact.",
    "The Foreign Ministry [[12]] announced a new rule.",
    "He fell ill [[on 19]] this month; [[on 23]], he was taken to hospital.",
]

GOOD = [
    "On the 15th, the union went on strike.",
    "On 5, 6 and 7 May the union went on strike; on 8 May, it ended.",
    "He bet on 7, and lost; they finished on 15, two behind.",
    "On 12, 000 was written.",
    "The course lasts from 2 to 5 days; it fell from 25 to 3 days of work.",
    "In the afternoon 22/30 of them came; at night 5/13 slept.",
    "Channel 9 said that Group 12 announced a new rule.",
    "Police officers 9 and 12 said nothing; the minister, 31, said so.",
    "On 27 occasions last month the states met.",
    "On 12, he edged one to slip and the first wicket fell. Press on 3, then on 5.",
]

_DAY = r"(?:[1-9]|[12]\d|3[01])"
_SAID = r"(?:said|announced|reported|told|stated|issued|released)\b"
_WHO = (
    "spokesman|spokeswoman|spokesperson|minister|ministry|government|president|agency|embassy|commission|committee|bureau|"
    "department|council|mayor|governor"
)
_BARE = regex(
    rf"(?:^|[.;] )(?P<start>[Oo]n {_DAY})(?=,(?! ?\d))"
    rf"|(?:^|[.,;] )(?P<on>[Oo]n {_DAY})(?= {_SAID})"
    rf"|(?:\b(?i:said|reported|announced|told (?:reporters|the press)|revealed|confirmed|published)) "
    rf"(?P<said>on {_DAY})(?=,(?! ?\d))"
    rf"|\b(?P<visit>on {_DAY})(?= to (?:meet|attend|discuss|visit|inspect|sign|mark)\b)"
    rf"|\b(?P<part>(?:morning|afternoon|evening|night) {_DAY}/(?:1[0-2]|[1-9]))(?![/\d])"
    rf"|\b(?P<month>[Oo]n {_DAY})(?= (?:last|this|next) month\b)"
    rf"|\b(?P<range>from (?P<from>{_DAY}) to (?P<to>{_DAY}) days)\b(?! (?:of|a|per|each|ago))"
    rf"|\b(?i:{_WHO}) (?P<who>{_DAY})(?= {_SAID})"
)
#: The words before the number.
_LEADS = ("on", "from", "morning", "afternoon", "evening", "night", *_WHO.split("|"))
#: Words of games in which one acts on a number: golf, cricket, cards.
_GAMES = ("wicket", "wickets", "innings", "batting", "birdie", "bogey", "par", "holes", "poker", "blackjack")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag bare numbers that are days."""
    if any(word in document.analysis.index for word in _GAMES):
        return
    for paragraph, found in _search(document.analysis):
        name = found.lastgroup or ""
        if name == "range":
            one, two = int(found["from"]), int(found["to"])
            if one > two:
                right = f"from the {ordinal(one)} to the {ordinal(two)}"
                yield paragraph.match(
                    found.span("range"), f"The days of the month stand as a length: “{right}”.", right
                )
            continue
        if name == "part":
            part, _, date = found["part"].partition(" ")
            day, _, month = date.partition("/")
            right = f"{part} of {day} {MONTH_NAMES[int(month) - 1]}"
            yield paragraph.match(found.span("part"), f"English writes this as “{right}”.", right)
            continue
        day = found[name].split()[-1]
        message = f"The day of the month stands as a bare number; English writes “on the {ordinal(int(day))}”."
        days = () if name == "who" else (f"{found[name][:2]} the {ordinal(int(day))}" + " of" * (name == "month"),)
        yield paragraph.match(found.span(name), message, *days)


def _search(analysis: Analysis) -> Iterator[tuple[Paragraph, re.Match[str]]]:
    """Where the pattern matches, in paragraphs in which a number stands behind a word that may lead to one."""
    places = analysis.find(*_LEADS)
    numbered = {
        sentence.segment
        for sentence, i in places
        if sentence.at(i + 1).text[:1].isdigit() and sentence.at(i + 2).text not in MONTHS  # cheap
    }
    for segment in sorted(numbered):
        paragraph = analysis.paragraphs[segment]
        for found in _BARE.finditer(paragraph.text):
            yield paragraph, found
