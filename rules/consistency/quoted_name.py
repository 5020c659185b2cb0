"""A name stands bare first and in quotation marks later.

Why it happens: source languages put names of papers, programmes and formats in marks of their own, and the engine
keeps the marks in one sentence and drops them in the next: Asahi Shimbun, then “Asahi Shimbun”.

How it is found: quotation marks around nothing but a capitalised name of two to five words, or a sign like `2+2`, that
stood in the running text before without them, in a long text not longer ago than a thousand words or so. One finding
for each name, at the first such place.

What it leaves alone: names quoted when they first come up and bare later (the usual way to introduce one), titles of
works in headlines, cited ones (`[“Art and Life”, p. 3]`) and those with their kind or author (`the essay`, `Lenin's`),
one-word names, terms that the text writes small elsewhere (`natural law`), speech, and words quoted as words (`called
“Big Brother”`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.quotes import cited
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import FINITE_BE
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordset

rule = Rule(
    category="fluency/inconsistency",
    severity="minor",
    facts=("quotes",),
)

BAD = [
    'Asahi Shimbun reported the talks. Later [["Asahi Shimbun"]] said Japan was worried.',
    "The Russian paper Komsomolskaya Pravda wrote of it; the [[“Komsomolskaya Pravda”]] added more.",
    'They held 2+2 talks on Monday. The [["2+2"]] consultations will go on.',
    'Asahi Shimbun wrote so. Later [["Asahi Shimbun"]] was worried, and "Asahi Shimbun" was glad.',
    "Global Times wrote so. It is in [[“Global Times”]] again.",
    'Global Times wrote so.\n\nThe report of [["Global Times"]] was denied.',
    'They held 2+2 talks. The 2+2 meeting was the first 2+2 format. The [["2+2"]] consultations will go on.',
    "Belt and Road trade grew. The [[“Belt and Road”]] forum opens in May.",
]
GOOD = [
    "A client MUST NOT send two. The key words “MUST” and “SHOULD”, “MUST NOT” and “MAY” are those of the norm.",
    "“Asahi Shimbun” reported the talks. Later Asahi Shimbun said Japan was worried.",
    "The film “Star Wars” opened. Star Wars fans cheered.",
    "He called it “Global Britain”. Global Britain is a slogan.",
    "The Global Times wrote so. The report named “Star Wars”.",
    "He shouted: “Big Ben!” Big Ben was silent.",
    "Big Ben was silent. He is called “Big Ben” at home.",
    "Global Times wrote so. That paper (Global Times) was denied.",
    'Asahi Shimbun wrote. "Asahi Shimbun said\n\nIt was glad of it and so was the wh" and glad.',
    "The man would say no more. Then the poet wrote “no more” of it.",
    "A client MUST NOT send two. Where “MUST NOT” stands, it is a rule.",
    "Asahi Shimbun said so.\n\n" + "It rained all day long. " * 300 + "\n\nThen “Asahi Shimbun” wrote.",
    "Japan said so. “Japan” is the name of the band.",
    'He wrote Mutual Aid at sixty. One page of it is famous. ["Mutual Aid", pp. 3-9] He lived on Mutual Aid.',
    'His Mutual Aid is read. In the essay "Mutual Aid" he says so; Kropotkin\'s "Mutual Aid" has more.',
    'Natural Law is natural law to him. The natural law binds; so "Natural Law" is one more natural law.',
    Example("“Star Wars” opened in Paris this week, and fans cheered.", title="Star Wars opens in Paris"),
]

#: A name of two to five words, or a sign like 2+2.
_NAME = regex(r"\d\+\d|[^\W\d_][\w'’.-]*(?: (?:of|and|the|[^\W\d_a-z][\w'’.-]*)){1,4}")
_BEFORE = 80  # characters
_MARKS = "\"“”'‘’《》–—-"
#: Before the title of a work: its kind or its author.
_AUTHOR = regex(r"\b(?:essay|pamphlet|article|chapter|section|appendix|[A-Z][a-z]+(?:['’]s|s['’])) $")
#: So many characters are a thousand words and more; so often a term stands in small letters.
_FAR, _TERM = 6000, 3
_NAMING = wordset("consistency/quoted-name", "naming")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the first place of each name in marks that stood without them before."""
    analysis = document.analysis
    told: set[str] = set()
    for pair in analysis.quotes.pairs:
        start, end = pair.open.start, pair.close.start
        text = analysis.paragraphs[pair.open.segment].text
        name = text[start + 1 : end]
        if not pair.open.quotes or pair.close.segment != pair.open.segment or name in told:
            continue
        if not _NAME.fullmatch(name) or name.isupper():
            continue
        before = text[max(0, start - _BEFORE) : start]
        if cited(text, start, end + 1) or _AUTHOR.search(before) or _as_words(before.lower().split()[-4:]):
            continue
        if _stood_bare(analysis, name, pair.open.segment, start) and analysis.count(name.lower().split()) < _TERM:
            told.add(name)
            message = f"“{name}” is in quotation marks here, but stood without them before."
            yield Match(pair.open.segment, start, end + 1, message, (name,))


def _as_words(before: list[str]) -> bool:
    """Whether words quoted as words follow: `known as “Big Ben”`, `the words “Expo”`, `one is the “Big Bang”`."""
    named = before[-1:] == ["the"] and not FINITE_BE.isdisjoint(before[-2:-1])
    return named or not _NAMING.isdisjoint(word.strip(",:") for word in before)


def _stood_bare(analysis: Analysis, name: str, segment: int, start: int) -> bool:
    """Whether a name stood without marks so little before a place that its reader recalls it, headlines left out."""
    bare = re.compile(rf"(?<![\w{_MARKS}]){re.escape(name)}(?![\w{_MARKS}])")
    left = _FAR
    while segment >= 0 and left > 0:  # cheap
        paragraph = analysis.paragraphs[segment]
        start = min(start, len(paragraph.text))
        if paragraph.kind != "headline" and bare.search(paragraph.text, max(0, start - left), start):
            return True
        left -= start
        segment, start = segment - 1, 1 << 30
    return False
