"""A number counted as the source counts, not as English does: `1.2 ten thousand`, `3 million 200 thousand`.

Why it happens: Chinese, Japanese and Korean count by ten thousands and hundred millions, Spanish by thousands of
millions; the engine hands the parts over one by one.

How it is found: digits before `ten thousand`, `hundred thousand` or `hundred million`; two scales where the
second is larger or the first repeats it; a number in millions followed by one in thousands without a mark; the
same round number twice in a row.

What it leaves alone: `a hundred million`, `several hundred thousand`, spelt-out numbers (`two hundred thousand`),
`hundreds of thousands`, `10,000 10-year bonds`, and titles.
"""

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import SCALES
from mtqa.rule import Rule
from mtqa_rules.numbers._numerals import numerals

rule = Rule(
    category="locale-convention/number-format",
    severity="minor",
    measured=("figures: docs/rules/numbers.md",),
)

BAD = [
    "The city has [[3 million 200 thousand]] inhabitants.",
    "Sales rose to [[1.2 ten thousand]] cars in June.",
    "The state lost [[1.5 hundred million]] yuan that year.",
    "The budget is [[70 thousand million]] pesos.",
    "The plant makes [[10,000 10,000]] bottles a day.",
    "It cost [[5 million million]] to build.",
]

GOOD = [
    "The city has 3.2 million inhabitants, a hundred thousand more than before.",
    "Several hundred million people, and hundreds of thousands more, saw it.",
    "Two hundred thousand men marched; some 3 million, 200 thousand of them women, stayed.",
    "He won 3 million 20 years ago and 5 million 10 minutes later.",
    "It sold 10,000 10-year bonds for 2 billion.",
    "In 2017 2017 was still far off, in 10 10 was enough.",
    "A 6 million dollar man and a 12 hundred strong force.",
    "Of the 5 million a hundred thousand came back.",
    "One in 1 million Million Dollar homes sold.",
]

_RANK = {"ten": 1, "hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag source-order numbers."""
    for sentence, i in numerals(document):
        tokens = sentence.tokens
        if not tokens[i].text[-1].isdigit() or i + 1 >= len(tokens) or (i and not tokens[i].space):
            continue
        end = _end(tokens, i)
        if end:
            text = " ".join(token.text for token in tokens[i:end])
            yield Match(
                sentence.segment, tokens[i].start, tokens[end - 1].end,
                f"English does not count this way: “{text}”.",
            )  # fmt: skip


def _end(tokens: list[Token], i: int) -> int:
    """The index behind a number in source order that begins at token `i`; 0 if it is none."""
    one = tokens[i + 1]
    if one.text == tokens[i].text and one.space and one.text.endswith(",000"):
        return i + 2
    if one.text not in _RANK or i + 2 >= len(tokens):
        return 0
    two = tokens[i + 2]
    if two.text in SCALES and two.space:
        rank = _RANK[one.text], _RANK[two.text]
        return i + 3 if rank[0] <= rank[1] else 0
    if two.kind == "number" and two.text.isdigit() and i + 3 < len(tokens):
        three = tokens[i + 3]
        if three.text in SCALES and _RANK[three.text] < _RANK[one.text]:
            return i + 4
    return 0
