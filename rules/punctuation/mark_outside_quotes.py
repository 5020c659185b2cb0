"""A comma or full stop stands behind the closing quotation mark of an American text.

Why it happens: Chinese, Japanese, Russian and most other languages close the quotation first and then set the
comma; the engine carries the marks over in the order of the source.

How it is found: a closing double quotation mark behind a word, with a comma or full stop right behind it, in a
document whose spelling, dates or titles are American (`labor`, `March 22`, `Mr.`) and nowhere British.

What it leaves alone: British texts, where the order depends on the sense, texts that show no variety or both,
single quotation marks, marks behind a closing bracket, semicolons and colons (they stand outside everywhere),
inches and seconds, and letters, words and file names quoted as such.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="neutral",
    registers=("news",),
    status="preview",  # a convention, and raters mark it hardly more often than chance
    measured=(
        "clean English, 112 k words: 0 findings",
        "newstest2020, 8 systems: 864 findings, met 0.44, chance 0.37; TED: 19 findings, met 0.11, chance 0.13",
    ),
)

BAD = [
    'On March 22 the committee called the ad "shameful[[".]] It was taken down.',
    'The labor union spoke of a "separation of powers[[",]] and left.',
    "The U.S. side called it a “new era[[”,]] the Chinese side did not.",
    'Mr. Wang has seen the "Red Star Shop[[",]] the "Photo Gallery[[",]] and the rest.',
    'Exports rose 5 percent, which he called "the best result in years[[".]]',
]

GOOD = [
    'On March 22 the committee called the ad "shameful." It was taken down.',
    'On 22 March the committee called the advertisement "shameful". It was taken down.',
    'The Labour union spoke of a "separation of powers", and left.',
    'He called it "shameful". It was taken down.',
    'The labor union spoke of a "separation of powers"; it left.',
    "The U.S. side said that ‘Belt’, ‘Road’, and the rest were his words.",
    "The U.S. player is 6'4\", and he weighs 220 pounds.",
    'The U.S. clerk wrote "a", "b" and "c".',
    'The U.S. law (the "Jones Act"), was passed in 1920.',
    'Mr Wang spoke of the "Red Star Shop", the "Photo Gallery" and the rest.',
    'The U.S. judge said "I did not expect …". He smiled.',
]

_MARK = re.compile(r"(?<=[^\W\d]{2})[\"”][,.](?![.\w])")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag marks behind closing quotation marks, in American texts."""
    places = [
        (paragraph.index, found)
        for paragraph in document.analysis.paragraphs
        for found in _MARK.finditer(paragraph.text)
    ]
    if not places or document.analysis.variety != "US":
        return
    for segment, found in places:
        quote, mark = found.group()[0], found.group()[1]
        name = "comma" if mark == "," else "full stop"
        yield Match(
            segment,
            found.start(),
            found.end(),
            f"In American English the {name} stands inside the closing quotation mark.",
            (mark + quote,),
        )
