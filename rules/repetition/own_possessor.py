"""A thing is its own possessor: `the city's city`, `the world's world`.

Why it happens: the engine gives the name of a thing and the word for what belongs to it the same translation, or
translates one noun twice (`the city's city transport`).

How it is found: a noun, the possessive ending and the same noun.

What it leaves alone: kin, people by what they do and whatever is of its own kind (`her mother's mother`, `the boss's
boss`, `a dog's dog`), and what is in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.language import FUNCTION_WORDS
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import KIN
from mtqa.rule import Rule

rule = Rule(category="fluency/repetition", severity="major", since="0.3", words=frozenset(("'s", "’s")))

BAD = [
    "The office plans the [[city's city]] buses.",
    "It will warm the [[country's country]] roads in winter.",
    "The [[family’s family]] ties are strong. He praised the [[world's world]] of art.",
    "The drug is made of [[Peru's Peru]] balsam. They met in the [[Institute's institute]].",
    "Half of the [[month's month]] is over.",
]
GOOD = [
    "Her mother's mother sang, and her children's children danced.",
    "He is a man's man and a player's player, if not a dog's dog. Men's men and women's women came.",
    "The city's citizens met the cities' mayors.",
    "The boss's boss left; the teacher's teacher stayed.",
    "The world's worldly goods and the family's familiar face.",
    "They called it “the city's city”.",
    "It's it that's that.",
    "The king of kings' king came.",
]

_DOERS = ("er", "or", "man", "men", "ist", "boss")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the first noun to the second."""
    analysis = document.analysis
    for sentence, i in analysis.find("'s", "’s"):
        word, again = sentence.at(i - 1), sentence.at(i + 1)
        kind = sentence.at(i - 2).lower in ("a", "an") or _own(word.lower)  # a dog's dog
        doubled = word.lower == again.lower and word.lower not in FUNCTION_WORDS and not kind
        if doubled and not analysis.speech.maybe_quoted(sentence, i):
            message = f"“{word.text}” belongs to itself here; one of the two should be another thing."
            yield sentence.match(i - 1, i + 1, message)


def _own(word: str) -> bool:
    """Whether a thing of this kind may have one of its kind: kin, people by what they do."""
    return word in KIN or word.endswith(_DOERS)
