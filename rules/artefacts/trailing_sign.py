"""A sign that ends nothing stands behind the last sentence: `left the room. =`, `was closed. ###`.

Why it happens: a language model that was shown examples with a sign between them (`French: … = English: …`, `###`)
writes the sign on behind its answer, and may go on with the next example.

How it is found: an equals sign, two or more hash signs, or a stroke at the end of a paragraph, on its last line,
behind a full stop, question mark or closing quotation mark; an equals sign, behind such a mark, before the name of a
language and a colon.

What it leaves alone: the signs on a line of their own (`###` ends a press release, `====` underlines a heading),
headings and emphasis in Markdown, formulas, footnote stars behind a word, texts about code. It runs on every target
language.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import LANGUAGES
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="design/markup", severity="minor", languages=(), since="0.3", signs=frozenset(("=", "##", "|")))

BAD = [
    "The police search for a man who was seen at the market. [[=]]",
    "All flights out of the city were put off. [[###]]",
    "The woman came in late. [[= English:]] She had missed the train.",
    "“We will go on.” [[##]]",
    "Was it the mayor who called? [[= = =]]",
    "He left the room. [[|]]",
    "It was late. [[= French]]",
]

GOOD = [
    "The flights were put off.\n###",
    "## The flights are off. ##",
    "He was *not* there, and that was **all.**",
    "He wrote a = b, and then c.",
    "The price is 5 euros.*",
    "The rule is: x = 3. = is the sign.",
    "Home | News. |",
    "The Flights\n===========",
    "No. = number; Eng. = English.",
]

_NAMES = "|".join(sorted(LANGUAGES))
_SIGN = regex(rf"(?<=[.!?।…\"”»)])[ \t]?(?P<sign>= (?:{_NAMES})(?::|(?=\s*$))|(?:=|##|\|)(?: ?[=#|]){{0,20}}(?=\s*$))")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the sign, and the name of the language behind it."""
    for paragraph, found in document.analysis.search(_SIGN, "=", "##", "|"):
        if "|" not in paragraph.text[: found.start()] and not paragraph.text.startswith("#"):
            yield paragraph.match(
                found.span("sign"), f"“{found['sign']}” stands behind the sentence and means nothing.", ""
            )
