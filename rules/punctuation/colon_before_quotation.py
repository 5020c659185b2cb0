"""A colon leads from “said” to a single quoted sentence in an American text.

Why it happens: Chinese, Russian, Arabic and many other languages set a colon between the verb of saying and the words
that are quoted; the engine keeps it.

How it is found: a verb of saying, a colon and a double quotation mark that opens one sentence, in a story that shows
American spelling, dates or titles (`labor`, `March 22`, `Mr.`) and nowhere British ones.

What it leaves alone: British texts, which take either mark; quotations of several sentences, which a colon may
introduce; questions and answers, captions and scripts (`Host: "…"`).
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="neutral",
    status="preview",  # American newspapers set a colon now and then, and British ones with American dates do always
    measured=(
        "newstest2020, 8 systems: 65 findings in 13 stories, met 0.91, chance 0.19",
        "clean English, 112 k words: 3 findings, two in British papers that write their dates the American way",
    ),
)

BAD = [
    'The labor talks failed. The mayor added[[:]] "There will be no more of them this year."',
    'On March 3, Mrs. Diaz wrote[[:]] "Nobody has asked us what we want."',
    "U.S. prices rose. He noted[[:]] “They will go on rising until the summer.”",
    'The U.S. side was told. He said[[:]] "We are ready to begin our talks." They met on Monday.',
    'Mr. Wang explained[[:]] "The labor market is tight this year."',
]

GOOD = [
    'The labor talks failed. The mayor added that there would be "no more of them this year."',
    'The color is new. Host: "Who is there, and what does he want of us?"',
    'The U.S. side was told. He said, "We are ready to talk." They met on Monday.',
    'He said: "We are ready to talk." They met on Monday.',
    'On 4 May the Labour leader said: "We are ready to talk."',
    'The U.S. side was told. He said: "We are ready. We have been for years." They met on Monday.',
    'The U.S. host had one question: "Are we ready?"',
    'The U.S. word for it is "elevator"; the sign said: "Out of order".',
]

_LED = re.compile(
    r"\b(?:said|says|explained|added|noted|stressed|emphasized|pointed out|told reporters|replied|stated|saying|wrote|"
    r"tweeted)(: ?)[\"“](?=[A-Z])"
)
_SENTENCE_END = re.compile(r"[.!?…] +[A-Z]")
_SHORT = 25
_LONGEST = 600


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag colons between a verb of saying and one quoted sentence."""
    analysis = document.analysis
    places = [(paragraph, found) for paragraph in analysis.paragraphs for found in _LED.finditer(paragraph.text)]
    if not places or analysis.variety != "US":
        return
    for paragraph, found in places:
        quoted = re.split('["”]', paragraph.text[found.end() : found.end() + _LONGEST], maxsplit=1)[0]
        if len(quoted) < _SHORT or _SENTENCE_END.search(quoted):
            continue
        start = found.start(1)
        message = "American English sets a comma, not a colon, before a single quoted sentence."
        yield Match(paragraph.index, start, start + 1, message, (",",))
