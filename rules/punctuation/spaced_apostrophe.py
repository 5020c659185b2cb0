"""A space stands beside an apostrophe: `China ’ s`, `Chang 'an Avenue`, `Dato ' Seri`.

Why it happens: the engine takes the apostrophe for a quotation mark, and joins its tokens as if it were one.

How it is found: an apostrophe with white space behind it, and then a lone `s`; a capitalised word, white space, and an
apostrophe before a syllable that pinyin writes with one (`'an`, `'er`); white space in the title `Dato'`; white space
before `'s` in a text that is not cut into tokens.

What it leaves alone: quotations in single marks, plurals (`the workers' homes`), feet and minutes, dropped letters
(`rock 'n' roll`, `'em`), and texts cut into tokens (`it 's`), where the space stands on one side only.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(
    category="fluency/typography",
    severity="minor",
    registers=("news",),
    since="0.2",
    fix="safe",
)

BAD = [
    "The Bank of [[China ’ s]] report was late.",
    "The [[world' s]] oldest barber still works.",
    "Last [[year 's]] catch was larger than that of the year before.",
    "Flower beds stand along [[Chang 'an]] Avenue.",
    "[[Dato ']] Seri Wong will lead the council.",
    "To mark the birthday of the [[People ’ s]] Republic, 200 beds were set up.",
]
GOOD = [
    "China’s report and the workers' homes were late.",
    "He called it ‘the centre’ s and all.",
    "They play rock 'n' roll; tell 'em so.",
    "The beds stand along Chang'an Avenue.",
    "It 's said that he does n't know. The world 's oldest barber , he says .",
    "The Joneses' s-bend pipe burst; the '90s' songs were sung.",
    "Dato' Seri Wong and Dato Lee met.",
    "She called him 'an old friend', and Tom 'er', which was odd.",
]

#: An apostrophe with a space at its side, found first; then the word before it.
_SIGN = regex(
    r"[’'](?:[ \u00a0]s(?=[\s“\"])|(?<=[ \u00a0].)(?:an|en|ao)(?=[ ,.][A-Z\s])|(?<=Dato[ \u00a0].)"
    r"|(?P<left>(?<=[ \u00a0].)s(?= [a-z])))"
)
_WORD = regex(r"[A-Za-z]{2,30}[ \u00a0]?$")
_CUT = regex(r"\w [,.](?=\s|$)|\w (?:n['’]t|['’](?:re|ve))\b")
_SIGNS = (" '", " ’", "' s", "’ s", "\u00a0")
_REACH = 60  # characters before it in which a single quotation may have been opened

rule.only_on(signs=_SIGNS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word with its apostrophe."""
    analysis = document.analysis
    for paragraph, found in analysis.search(_SIGN, *_SIGNS):
        text, end = paragraph.text, found.end()
        word = _WORD.search(text, max(0, found.start() - 31), found.start())
        if word is None or "‘" in text[max(0, word.start() - _REACH) : end]:
            continue
        if not found["left"] or not any(analysis.search(_CUT)):
            joined = "".join(text[word.start() : end].split())
            message = f"A space stands beside the apostrophe of “{joined}”."
            yield paragraph.match((word.start(), end), message, joined)
