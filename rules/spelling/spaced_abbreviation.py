"""An abbreviation cut in two: `U. S.`, `a. m.`.

Why it happens: the tokeniser of the engine takes every full stop for the end of something and nobody puts the
parts together again.

How it is found: the two letters of a small list of abbreviations, each with its full stop and white space between.

What it leaves alone: initials of people (`U. S. Grant`, `J. S. Bach`), `e. g.` and `i. e.`, which some houses space.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/spelling",
    severity="minor",
)

BAD = [
    "The [[U. S.]] economy grew.",
    "He works for the [[U. N.]] in Geneva.",
    "They met at 10 [[a. m.]] on Friday.",
    "A trade war between China and the [[U. S.]].",
    "The shop closes at 7:30 [[p. m.]] every day.",
    "She lives in Washington, [[D. C.]], and in the [[U. K.]]",
]

GOOD = [
    "The U.S. economy grew; the U.N. and the U.K. met at 10 a.m.",
    "U. S. Grant and J. S. Bach never met; nor did A. M. Turing.",
    "It was plan U. S is the next letter.",
    "He wrote e. g. and i. e. with a space.",
    "Vitamin D. C. is another one.",
    "Write to K. U. Leuven.",
    "Section a. m. is missing in the draft.",
    "See U. K. Le Guin's books.",
]

_COUNTRY = re.compile(r"\bU\. [SKN]\.")
_PLACE = re.compile(r"(?<=Washington, )D\. C\.|(?<=Washington )D\. C\.")
_HALF = re.compile(r"(?<=\d )[ap]\. m\.")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag abbreviations with white space in them."""
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        if ". " not in text:
            continue
        for pattern, needle in ((_COUNTRY, "U. "), (_PLACE, "D. C."), (_HALF, ". m.")):
            if needle not in text:
                continue
            for match in pattern.finditer(text):
                start, end = match.span()
                if needle == "U. " and not _country(text, start, end):
                    continue
                joined = match.group().replace(" ", "")
                message = f"“{joined}” is written with a space in it."
                yield Match(paragraph.index, start, end, message, (joined,))


def _country(text: str, start: int, end: int) -> bool:
    """Whether `U. S.` is the country: an article or preposition before it, or a small word behind it."""
    before = text[max(start - 12, 0) : start].rstrip().rpartition(" ")[2].lower().lstrip("(“\"'")
    if before in ("the", "and", "in", "of", "to", "with", "from", "by", "for", "on", "anti", "former", "said"):
        return True
    behind = text[end : end + 2]
    return bool(before) and behind[:1] == " " and behind[1:].islower() and before[-1:] not in ".!?"
