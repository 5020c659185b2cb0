"""A noun stands beside its own plural: `the resident residents`, `a quota of quota quotas`.

Why it happens: the source has two words, one for the kind and one for the many, and the engine has one English noun
for both.

How it is found: a common noun and right behind it the same noun with -s.

What it leaves alone: plurals that may be verbs (`the plant plants itself`), unless a verb or the end of the sentence
follows; names (`the Fund funds`), letters and signs, words of programs (`the class classes`), and what is quoted.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import CODE_NOUNS
from mtqa.rule import Rule

rule = Rule(category="fluency/repetition", severity="major", since="0.3")

BAD = [
    "Among the benefits for [[resident residents]] is a low tax.",
    "It is a village of small [[grain grains]], in the north.",
    "They wait for the [[window windows]]. He likes playing [[game games]].",
    "The [[student students]] of the town met.",
    "He sold the old [[mausoleum mausoleums]] of the family.",
    "The [[wind winds]] are still strong.",
]
GOOD = [
    "The plant plants the seeds of trees itself, and the report reports on it.",
    "The Open Opens today, and the Fund funds are low. See the class classes and the type types.",
    "The residents' resident doctor met the resident's residents.",
    "The words “mausoleum mausoleums” are hers.",
    "It is a film star, stars and all. The star stars in a film.",
    "He has a pas pass, and his is hiss.",
    "The good goods and the well wells are old.",
    "A gas and gases, a bus buses.",
]

_SHORTEST = 4  # letters
_VERBS = frozenset(("VBP", "VBD", "MD", "VBP-A", "VBD-A", ".", ","))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag both."""
    analysis = document.analysis
    lexicon = english()
    for word in [word for word in analysis.index if len(word) >= _SHORTEST and word + "s" in analysis.index]:  # cheap
        if word in CODE_NOUNS or not lexicon.usually(word, "noun"):
            continue
        for sentence, i in analysis.find(word):
            plural = sentence.at(i + 1)
            if plural.text != word + "s" or (i and sentence.at(i).capitalised):
                continue
            following = analysis.reading(sentence).tagged.tags[i + 2 : i + 3]
            plain = "Z" not in lexicon.tags(word + "s") or not _VERBS.isdisjoint(following)
            if plain and not analysis.speech.maybe_quoted(sentence, i):
                text = sentence.text(i, i + 1)
                yield sentence.match(i, i + 1, f"“{text}” has one noun twice; one of the two is too many.", plural.text)
