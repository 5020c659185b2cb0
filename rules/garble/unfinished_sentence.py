"""A sentence breaks off behind a word that must have something after it: `and.`, `because.`.

Why it happens: the engine stops too early, or drops the last word because it does not know it.

How it is found: `and`, `or`, `but`, `nor`, `because`, `although`, `whether`, `unless`, `than` or `whose` right
before a full stop, question or exclamation mark that ends a sentence of five words or more; and a text that ends on the
`No.` of a number that is gone.

What it leaves alone: words in quotation marks or brackets, words spoken of (`always a but`, `the answer is because`,
`either/or`), `anything but`, `on whose?`, broken-off speech (dots and dashes), `if` and `when`,
and articles, which `grammar/missing-noun` finds.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="major", measured=("figures: docs/rules/garble.md",))

BAD = [
    "They took some cash, a coat [[and.]]",
    "The attack on the base was put off [[because.]]",
    "Nobody could tell the minister [[whether.]]",
    "He bought bread, butter, cheese [[or.]] Then he left.",
    "The share is now larger [[than.]]",
    "Would they come to the talks in Paris [[but?]]",
    "Interlocutor, [[No.]]",
    "It was printed in the weekly Ogonyok, [[No.]]",
    "It is a disease of the brain, the spinal cord, [[and.]]",
]
GOOD = [
    "They took some cash, a coat and…",
    "Do not end a sentence with “and.”",
    "Why? Because. And then? But!",
    "He did it if and when. She did it, though.",
    "No ifs, no buts. They had it and how!",
    "The word is written (and).",
    "There is always a but. It is a case of either/or. The answer to why is because. They went, but on whose?",
    "The answer is No. Would he come? He said no. They answered, no.",
    "He asked again and she said, No. She meant it.",
    "Yes or No? He said, No.",
    "They say they are poor, but they are anything but.",
    "What is it good for, and who lives where he comes from?",
    "The bridge was closed the day after and the day before.",
]

_WORDS = ("and", "or", "but", "nor", "because", "although", "whether", "unless", "than", "whose")

_SPOKEN_OF = frozenset("a the no word conjunction is and or but".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag sentences that end in mid-air."""
    for sentence, i in document.analysis.find(*_WORDS):
        tokens = sentence.tokens
        if i < 4 or i + 1 >= len(tokens) or not tokens[i].text.islower() or tokens[i - 1].text in ";:-–—“\"‘'(/":
            continue
        if tokens[i - 1].text == "," and (i < 8 or tokens[i].text not in ("and", "or")):
            continue
        if tokens[i - 1].lower in _SPOKEN_OF or (tokens[i].lower == "whose" and tokens[i + 1].text == "?"):
            continue
        if tokens[i].lower == "but" and tokens[i - 1].lower in ("anything", "nothing", "everything", "all"):
            continue  # they are anything but.
        mark = tokens[i + 1]
        if mark.text in (".", "?", "!") and not mark.space and len(tokens) - i <= 3:
            message = f"The sentence breaks off behind “{tokens[i].text}”."
            yield Match(sentence.segment, tokens[i].start, mark.end, message)
    paragraphs = document.analysis.paragraphs
    for sentence, i in document.analysis.find("no"):
        # “said, No.” is an answer
        tokens = sentence.tokens
        if (
            tokens[i].text == "No"
            and i > 1
            and len(tokens) == i + 2
            and tokens[i + 1].text == "."
            and tokens[i - 1].text == ","
            and tokens[i - 2].capitalised
            and tokens[i + 1] is paragraphs[sentence.segment].tokens[-1]
        ):
            message = "The text breaks off behind “No.”: the number is missing."
            yield Match(sentence.segment, tokens[i].start, tokens[i + 1].end, message)
