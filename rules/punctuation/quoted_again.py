"""A name keeps its quotation marks each time the story comes back to it.

Why it happens: Chinese, Japanese and Russian set the names of projects, awards, medals and programmes in marks
wherever they stand; the engine copies the marks. English quotes an unfamiliar name once, if at all, and then writes
it bare.

How it is found: the same name of two to five words in title capitals, in quotation marks three times or more (in a
long text once in 400 words), at least twice with an article or a year before the marks (`the "Panda Capital"`). Every
place but the first is flagged.

How much it weighs: nothing. Human translators keep these marks as often as engines do.

What it leaves alone: titles of works, which keep their marks (`the "Hamilton" cast`; any word for a work beside one of
the places is enough), those that are cited or that stand with their author, terms that the text writes small
elsewhere, words in lower case, names of one word, names being explained (`called the "Panda Capital"`),
and headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.speech import WORK, Quotation
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import party
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(
    category="fluency/punctuation",
    severity="neutral",
    since="0.2",
    facts=("quotes",),
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
    'Smith\'s "Out of Egypt" is short. The "Out of Egypt" plot is thin. Nobody reads the "Out of Egypt" now.',
    'The "Grand Committee" rules. The "Grand Committee" met. A "Grand Committee" errs. The grand committee, as every '
    "grand committee does, asked another grand committee.",
    "The city will build the “Panda Capital” by 2025. The Panda Capital will hold two parks.",
    'The "Evening Light" cast met. The "Evening Light" director was late, and the "Evening Light" bar was shut.',
    'He starred in "Evening Light". The "Evening Light" tour and the "Evening Light" shop are closed.',
    'The "Old Guard" met in May. The "Old Guard" has had its day.',
    'The so-called "Iron Wall" stood. They named the place "Iron Wall". The city knew it as the "Iron Wall".',
    'The "left behind" came home; the "left behind" were glad; the "left behind" sang.',
    'The "Squad" met, and the "Squad" voted, and the "Squad" won.',
    'He quotes the "Law of War", p. 3, the "Law of War", p. 5, and the "Law of War", p. 9.',
    Example('The "Panda Capital" is new. Guests of the "Panda Capital" pay.', title='A look at the "Panda Capital"'),
    'The "Three Sisters" premiere is on Monday; the "Three Sisters" party is on Sunday.',
]

_NAME = regex(r"[A-Z][\w'’+-]*(?: (?:of|the|and|for|in|on|to|with|[A-Z0-9][\w'’+-]*)){1,4}")
_NAMED = regex(r"\b(?:call\w*|nam\w+|dubb\w+|known|label\w*|so-called|nicknam\w+|term\w*|as)(?: as)?(?: the)? $")
_AUTHOR = regex(r"([A-Z][a-z]+)(?:['’]s|s['’])(?: (?:pamphlet|leaflet|tract|treatise|text|paper|chapter))? $")
_AGAIN, _WORDS_APIECE = 3, 400
_QUOTE = regex(r"[\"“”]")
_ARTICLE = regex(r"(?:\b(?:the|an?)|\b(?:19|20)\d\d) $", re.IGNORECASE)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the second quoted mention and those behind it."""
    analysis = document.analysis
    names: dict[str, list[Quotation]] = {}
    for one in analysis.speech.quotations:
        if one.paragraph.kind != "headline" and _NAME.fullmatch(one.name) and not one.cited:
            names.setdefault(one.name, []).append(one)
    for name, found in names.items():
        if len(found) < max(_AGAIN, analysis.words / _WORDS_APIECE) or analysis.count(name.lower().split()) >= _AGAIN:
            continue
        articles = sum(_ARTICLE.search(one.before(6)) is not None for one in found)
        if articles < 2 or any(_work(one) for one in found):
            continue
        for one in found[1:]:
            if not _NAMED.search(one.before()):
                message = f"“{name}” stood in quotation marks before; from the second time on a name goes without."
                yield one.match(message, one.text)


def _work(one: Quotation) -> bool:
    """Whether a work or its author is named beside it: `Engels' "On Authority"`."""
    before, behind = _QUOTE.split(one.before(45))[-1], _QUOTE.split(one.behind(25))[0]
    author = _AUTHOR.search(before)
    return bool(WORK.search(before) or WORK.search(behind) or (author and party(author.group(1)) is None))
