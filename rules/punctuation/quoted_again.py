"""A name keeps its quotation marks each time the story comes back to it.

Why it happens: Chinese, Japanese and Russian set the names of projects, awards, medals and programmes in marks
wherever they stand; the engine copies the marks. English quotes an unfamiliar name once, if at all, and then writes
it bare.

How it is found: the same name of two to five words in title capitals, in quotation marks three times or more, at
least twice with an article or a year before the marks (`the "Panda Capital"`). Every place but the first is flagged.

What it leaves alone: titles of works, which keep their marks (`the "Hamilton" cast`; any word for a work beside one of
the places is enough), words in lower case, names of one word, names being explained (`called the "Panda Capital"`),
and headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.punctuation._quoted import mark_span

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    since="0.2",
    measured=("figures: docs/rules/punctuation.md",),
)

BAD = [
    'The city will build the "Panda Capital". The [["Panda Capital"]] has two parks; the [["Panda Capital"]] is large.',
    "The “Sky Eye” project was launched.\n\nSince then the [[“Sky Eye”]] has found 80 pulsars. "
    "Guests of the [[“Sky Eye”]] may not bring phones.",
    'He won a "Star of Hope" on Monday. The [["Star of Hope"]] is made of gold. No [["Star of Hope"]] was ever lost.',
    'The "Good Earth" plan began. The [["Good Earth"]] plan cost much. Few used the [["Good Earth"]] app.',
    'Users of "Ant Forest" met. The [["Ant Forest"]] scheme is popular. The 2019 [["Ant Forest"]] report is out.',
]
GOOD = [
    "The city will build the “Panda Capital” by 2025. The Panda Capital will hold two parks.",
    'The "Evening Light" cast met. The "Evening Light" director was late, and the "Evening Light" bar was shut.',
    'He starred in "Evening Light". The "Evening Light" tour and the "Evening Light" shop are closed.',
    'The "Old Guard" met in May. The "Old Guard" has had its day.',
    'The so-called "Iron Wall" stood. They named the place "Iron Wall". The city knew it as the "Iron Wall".',
    'The "left behind" came home; the "left behind" were glad; the "left behind" sang.',
    'The "Squad" met, and the "Squad" voted, and the "Squad" won.',
    Example('The "Panda Capital" will hold two parks, and a lake.', title='A look at the "Panda Capital"'),
    'The "Three Sisters" premiere is on Monday; the "Three Sisters" party is on Sunday.',
]

_NAME = re.compile(r"[A-Z][\w'’+-]*(?: (?:of|the|and|for|in|on|to|with|[A-Z0-9][\w'’+-]*)){1,4}")
_WORK = re.compile(
    r"\b(?:films?|movies?|dramas?|plays?|played|novels?|books?|songs?|albums?|shows?|series|episodes?|stor(?:y|ies)|poems?|"
    r"paintings?|operas?|s[aiu]ng|sings|singing|direct(?:ed|or|ors)|starring|stars?|starred|wrote|written|author|essays?|"
    r"articles?|magazines?|documentar\w+|sculptures?|titled?|entitled|tv|television|radio|broadcasts?|channel|"
    r"comed(?:y|ies)|tracks?|singles?|videos?|musicals?|actors?|actress\w*|cast|drawings?|photos?|pictures?|"
    r"slogans?|hashtags?|words?|phrases?|terms?|premiere\w*|roles?|characters?|podcasts?|franchise|sequel|games?|"
    r"theater|theatre|production|columns?|exhibitions?|works?|audience|fans?|theme)\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"\b(?:call\w*|nam\w+|dubb\w+|known|label\w*|so-called|nicknam\w+|term\w*|as)(?: as)?(?: the)? $")
_QUOTE = re.compile(r"[\"“”]")
_ARTICLE = re.compile(r"(?:\b(?:the|an?)|\b(?:19|20)\d\d) $", re.IGNORECASE)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the second quoted mention and those behind it."""
    paragraphs = document.analysis.paragraphs
    places: dict[str, list[tuple[int, int, int]]] = {}
    for pair in document.analysis.quotes.pairs:
        segment, start, end = pair.open.segment, pair.open.start, pair.close.start
        if segment != pair.close.segment or not pair.open.quotes or not 6 < end - start < 60:
            continue
        name = paragraphs[segment].text[start + 1 : end].rstrip(",.")
        if paragraphs[segment].kind != "headline" and _NAME.fullmatch(name):
            places.setdefault(name, []).append((segment, start, end + 1))
    for name, found in places.items():
        if len(found) < 3:
            continue
        around = [(paragraphs[s].text[max(0, a - 45) : a], paragraphs[s].text[b : b + 25]) for s, a, b in found]
        beside = [_QUOTE.split(before)[-1] for before, _ in around] + [_QUOTE.split(behind)[0] for _, behind in around]
        if sum(bool(_ARTICLE.search(before)) for before, _ in around) < 2:
            continue
        if any(_WORK.search(part) for part in beside):
            continue
        for (segment, start, end), (before, _) in list(zip(found, around, strict=True))[1:]:
            if _NAMED.search(before):
                continue
            target = paragraphs[segment].text
            stop = mark_span(target, start, end)
            text = target[start + 1 : min(stop, end - 1)]
            message = f"“{name}” stood in quotation marks before; from the second time on a name goes without."
            yield Match(segment, start, stop, message, (text,))
