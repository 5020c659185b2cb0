"""What somebody said is introduced twice: `She said that the school is full, she said`.

Why it happens: a language that ends what is said with its verb of saying (Turkish, Japanese, Korean, Hindi) names it
at the beginning too, or in both of its forms; the engine translates both.

How it is found: a sentence that ends with a pronoun and a verb of saying, and has another finite one before, outside
quotation marks.

What it leaves alone: sentences that begin with the quotation (`“No,” said Ann, “I will not,” she said.`), comparisons
(`it was as she said`), and sayings in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import SUBJECTS
from mtqa.rule import Rule
from mtqa_rules.data import wordlist

rule = Rule(category="fluency/repetition", severity="minor", since="0.3")

BAD = [
    "She [[said that the school is full, she said]].",
    "The owner of the shop [[said it will open in June, he said]].",
    "The analyst [[said in a report, “This share will fall,” he added]].",
    "The mayor [[said the bridge is safe, but the cars are too heavy, he said]].",
    "He [[notes that the price of wheat has doubled since May, he says]].",
]
GOOD = [
    "“No,” said Ann, “I will not,” she said.",
    "The school closed in May, she said.",
    "The mayor said the bridge is safe, and left.",
    "He said that it was as she said.",
    "He said that what all thought, nobody said.",
    "The plan announced in May is dead, she said.",
    "The words “He said no” are hers, she said.",
    "She said that it is late, he said in May.",
]

_VERBS = wordlist("repetition/said-twice", "verbs")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the first verb of saying to the last."""
    analysis = document.analysis
    for sentence, i in analysis.find(*_VERBS):
        told = sentence.at(i - 1).lower in SUBJECTS and sentence.at(i - 2).text in (",", '"', "”")
        if i != len(sentence.tokens) - 2 or not told or sentence.tokens[0].text in ('"', "“"):
            continue
        tags = analysis.reading(sentence).tagged.tags
        for token in sentence.tokens[: i - 2]:
            says = token.lower in _VERBS and tags[token.index] in ("VBD", "VBZ")
            if says and not analysis.speech.quoted(sentence, token.index):
                yield sentence.match(token.index, i, "It is said twice who says this; leave out one verb of saying.")
                break
