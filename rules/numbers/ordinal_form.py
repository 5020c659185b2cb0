"""An ordinal in the form of the source: `66-th`, `82 th`, `October 7. th`, `the 70-ies`, `the XVIII century`.

Why it happens: Russian, Lithuanian, Finnish and others tie the ending of an ordinal to its figure with a hyphen or
write a point for it, and count centuries in Roman figures; the engine copies figure and sign and translates the
ending by itself.

How it is found: a figure, a hyphen, space or point, and `st`, `nd`, `rd`, `th`; a decade with a second ending
(`70-ies`, `1990-ies`, `80-s`); a plain figure before `anniversary` or `century`; Roman figures before `century`,
except for those that are one sign.

What it leaves alone: names of streets (`5 St James`), codes and ranges, quotations, Roman figures of rulers, parts
and events; `C century`.
"""

from collections.abc import Iterator

from mtqa.analysis.numbers import roman
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.numbers._numerals import ordinal

rule = Rule(
    category="fluency/spelling",
    severity="minor",
    since="0.3",
)

BAD = [
    "The team rose to [[12-th]] place with nine points.",
    "He scored in the [[82 th]] minute.",
    "The election is held on October [[7. th]] in all towns.",
    "It was torn down in the [[70-ies]], and the next one in the [[1990-ies]].",
    "They marked the [[69]] anniversary of the republic, in the [[20]] century of our era.",
    "The church was built at the beginning of the [[XVIII]] century.",
    "Their [[21 th]] meeting and their [[3-rd]] victory came in the [[80-s]].",
]

GOOD = [
    "The team rose to 12th place in the 82nd minute of the 1970s.",
    "The office is at 5 St James and 7 Rd 12.",
    "The model B-12-th and the file 3-th.txt are gone.",
    "In the 18th century Louis XVI and World War II were far away.",
    "They need 20-s intervals and a 30-s delay; cast on 12, and knit 1 st.",
    "He stood at No. 7. Then he left.",
    "The company XXI Century Ltd and the I century.",
    "Born in the 1980s, she lived at 14 Saint John's Road.",
]

_FORM = regex(
    r"(?<![\w.,/$-])(?:(?P<figure>\d{1,3})(?:(?:-|\. )(?:st|nd|rd|th)| (?:nd|rd|th))"
    r"|(?P<decade>(?:1[89]|20)?[2-9]0)-(?:ies|ties|s))(?![\w-]|\.\w)"
    r"|(?<![\w.,$-])(?P<cardinal>\d{1,3})(?= (?:anniversary\b|century (?:and|or|the|of|was|is)\b))"
    r"|(?<![\w.,-])(?P<roman>[XVI]{2,5})(?= (?:century|centuries)\b)"
)
_MAYBE = regex(r"\d(?:-|\. ?| )(?:st|nd|rd|th|ies|ties|s|anniversary|century)\b|[XVI] centur")
_UNIT = regex(r" (?:sprint|race|mark|interval|time|lap|delay|exposure)s?\b")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag ordinals, decades and centuries in the form of the source."""
    analysis = document.analysis
    if not any(map(str.isdecimal, analysis.chars)) and " centur" not in analysis.text:  # cheap
        return
    for paragraph, found in analysis.search(_FORM, maybe=_MAYBE):
        if _UNIT.match(paragraph.text, found.end()):
            continue
        right = (
            f"{found['decade']}s"
            if found["decade"]
            else ordinal(int(found["figure"] or found["cardinal"] or roman(found["roman"])))
        )
        yield paragraph.match(found.span(), f"English writes this as “{right}”.", right)
