"""A colon brings in a quotation of one sentence in an American text.

Why it happens: Chinese, Russian and German set a colon between the verb of saying and what is said; the engine keeps
it. American papers set a comma (`He said, “We will go on.”`) and keep the colon for quotations of several sentences.

How it is found: `said`, `added` or another verb of saying, a colon, and a quotation that opens with a capital and is
one sentence long, in a document that spells the American way in running text (`center`, `labor`).

What it leaves alone: British texts, where the colon is usual; quotations of several sentences or of words that go on
in the next paragraph; words from a law or sign (`Article 5 says:`, `a sign read:`), and questions and answers.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.variety import spells_american
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    since="0.2",
    measured=("figures: docs/rules/punctuation.md",),
)

BAD = [
    'The labor market is strong. The minister said[[:]] "We will go on with the reform."',
    "The center opened in May. She added[[:]] “It was a long road.”",
    'They traveled to Paris, and he said again[[:]] "Nobody was hurt."',
    'The neighbors were asleep. The driver, 54, explained[[:]] "I did not see the gray van."',
    "It is a matter of honor. Asked about it, Mr. Smith replied[[:]] “There is no deal.”",
]
GOOD = [
    'The labour market is strong. The minister said: "We will go on with the reform."',
    'The labor market is strong. The minister said, "We will go on with the reform."',
    'The labor market is strong. The minister said: "We will go on. It will take years."',
    'The Kennedy Space Center reported no fault. A spokesman said: "All is well."',
    "The center opened in May. Article 5 says: “An attack on one is an attack on all.”",
    "The color is red. A sign on the door said: “Keep Out.”",
    'The center opened in May. He said: "a long road".',
    "The center opened in May. He said: “It was a long road,” and left.",
]

_SAYS = frozenset(
    "said added replied noted stressed explained declared concluded stated answered emphasized remarked recalled "
    "continued asked announced claimed argued".split()
)
_PAIRS = {'"': '"', "“": "”"}
#: Things that say: a quotation from a text is set off by a colon everywhere.
_TEXTS = frozenset(
    "article section sign note banner poster letter statement tweet post text email e-mail headline report resolution "
    "law rule clause caption label message memo plaque placard".split()
)
_RELATIVE = frozenset("it which that".split())
_ENDS = frozenset(".?!")
_REACH = 80


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the colon."""
    analysis = document.analysis
    places = [place for mark in _PAIRS for place in analysis.index.get(mark, ())]
    if not places or not spells_american(analysis.index):
        return
    for sentence, i in places:
        tokens = sentence.tokens
        if i < 3 or tokens[i - 1].text != ":" or tokens[i - 1].space or not tokens[i].space:
            continue
        if not any(token.lower in _SAYS for token in tokens[i - 3 : i - 1]) or not _one_sentence(sentence, i):
            continue
        if any(token.lower in _TEXTS for token in tokens[max(0, i - 8) : i - 1]) or tokens[i - 3].lower in _RELATIVE:
            continue
        colon = tokens[i - 1]
        message = "American papers set a comma before a quotation of one sentence, and a colon before a longer one."
        yield Match(sentence.segment, colon.start, colon.end, message, (",",))


def _one_sentence(sentence: Sentence, i: int) -> bool:
    """Whether the quotation opened at token `i` begins with a capital and ends, with its sentence, in this one."""
    tokens = sentence.tokens
    if i + 3 >= len(tokens) or not tokens[i + 1].capitalised or len(tokens) - i > _REACH:
        return False
    if any(token.text[:2] == ".." or token.text == "…" for token in tokens[i + 1 :]):
        return False  # words left out: it may have been longer
    close = _PAIRS[tokens[i].text]
    if any(token.text == close for token in tokens[i + 1 : -1]):
        return len(tokens) > i + 4 and tokens[-2].text == close and tokens[-1].text == "."
    return tokens[-1].text == close and tokens[-2].text in _ENDS
