"""The name of the web site hangs on the headline.

Why it happens: the headline was taken from the page's title, where the site adds its name, and translated with it.

How it is found: a headline, or the first paragraph, that ends in a dash and the name of a news site or agency.

What it leaves alone: headlines about the agency, datelines, quotations credited to a person or an agency in the text.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.artefacts._wording import load

rule = Rule(category="accuracy/addition", severity="minor", status="preview", facts=("headline",))

BAD = [
    "Senate approves Scalia as labor secretary [[- Xinhua]]\n\nThe vote was held on Monday.",
    "Index rises to a record high[[-Xinhuanet]]\n\nThe index rose on Monday.",
    "Three lines will be delayed tonight [[- China News Network]]\n\nThe lines are old.",
    "Talks end without a result [[| RIA Novosti]]\n\nThe talks ended on Monday.",
    "Tax platform launched[[-Chinanews.com]]\n\nThe platform is new.",
    "Minister leaves office [[_ Sina News]]\n\nThe minister left.",
]

GOOD = [
    "Senate approves Scalia, says Xinhua\n\nThe vote was held on Monday.",
    "Beijing - Xinhua reported on Monday that the vote was held.",
    "China opens talks - Beijing\n\nThe talks were opened on Monday.",
    "The talks ended well. They met at noon - Xinhua.",
    "Non-Xinhua staff on strike\n\nThe staff went on strike.",
    "The new man at Reuters\n\nHe comes from Leeds.",
    "A short history of TASS\n\nIt is long.",
    "Talks end\n\nThe talks of the two ministers ended at noon on Monday. It was late by then - Xinhua",
    "The pact fails - Russia\n\nIt failed on Monday.",
]


_SITE = regex(rf"[-–—|_]{{1,2}}\s{{0,2}}({load('artefact_marks.toml')[1]['SITE']})\s{{0,2}}$")
_LEAST, _LONGEST = 5, 400  # tokens and characters of a headline


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the site's name with its dash."""
    for paragraph in document.analysis.paragraphs:
        if paragraph.kind != "headline" or len(paragraph.text) > _LONGEST:
            continue
        found = _SITE.search(paragraph.text)
        if found and len(paragraph.tokens) >= _LEAST:
            message = f"“{found[1]}” is the site's name, not part of the headline."
            yield Match(paragraph.index, found.start(), len(paragraph.text.rstrip()), message, ("",))
