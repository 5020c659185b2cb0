"""A sentence breaks off behind a word that must have something after it: `and.`, `because.`.

Why it happens: the engine stops too early, or drops the last word because it does not know it.

How it is found: `and`, `or`, `but`, `nor`, `because`, `although`, `whether`, `unless`, `than` or `whose` right
before a full stop, question or exclamation mark that ends a sentence of five words or more; `its`, `their` and the like
there; a preposition there, where no word before it can be what it belongs to; a text that ends on the `No.` of a number
that is gone.

What it leaves alone: words in quotation marks or brackets, words spoken of (`always a but`, `the answer is because`,
`either/or`), `anything but`, `on whose?`, broken-off speech (dots and dashes), `if` and `when`, articles, which
`grammar/general/missing-noun` finds, and prepositions in questions, relative clauses, passives and behind infinitives.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import PLAIN_POSSESSIVES, SURE_PREPOSITIONS
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="major")

BAD = [
    "They took some cash, a coat [[and.]]",
    "The attack on the base was put off [[because.]]",
    "Nobody could tell the minister [[whether.]]",
    "He bought bread, butter, cheese [[or.]] Then he left.",
    "The share is now larger [[than.]]",
    "Would they come to the talks in Paris [[but?]]",
    "Interlocutor, [[No.]]",
    "It was printed in the weekly Ogonyok, [[No.]]",
    "The country keeps up a strong [[system of.]]",
    "More news of it is [[available at.]]",
    "Last May the firm made a new contract with [[its.]]",
    "In the end they met the man [[whose.]]",
    "They say that the old house is [[its.]]",
    "It is a disease of the brain, the spinal cord, [[and.]]",
]
GOOD = [
    "They took some cash, a coat and…",
    "Why? Just because. They sang the old song Because. Ask Ann no more.",
    "The town is still far from. They knew they had to go by some road, but by whose?",
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
    "It is the house he lived in and the plan they agreed with. The bed was slept in. He is hard to deal with.",
    "Nobody knows what it is for. That is the town she came from.",
    "The bridge was closed the day after and the day before.",
]

_JOINING = frozenset("and or but nor because although whether unless than whose".split())
_PREPOSITIONS = SURE_PREPOSITIONS - {"per", "within", "without", "despite"}
_WORDS = _JOINING | _PREPOSITIONS | PLAIN_POSSESSIVES
_SPOKEN_OF = frozenset("a the no word conjunction is and or but anything nothing everything all".split())

rule.only_on(words=_WORDS | {"no"})


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag sentences that end in mid-air."""
    for sentence, i in _ends(document.analysis):
        word, before, mark = sentence.tokens[i], sentence.at(i - 1), sentence.at(i + 1).text
        if mark not in (".", "?", "!") or not word.text.islower():
            continue
        if before.kind == "punct" and before.text != ",":
            continue
        if (before.lower in _SPOKEN_OF and word.lower in _JOINING) or (word.lower == "whose" and mark == "?"):
            continue
        alone = word.lower in _PREPOSITIONS
        if not alone or _hangs(document.analysis.reading(sentence), i):
            yield sentence.match(i - alone, i + 1, f"The sentence breaks off behind “{word.text}”.")
    for sentence, i in document.analysis.find("no"):
        # “said, No.” is an answer
        if sentence.text(max(i - 1, 0), i + 1) == ", No." and sentence.at(i - 2).capitalised:
            yield sentence.match(i, i + 1, "The text breaks off behind “No.”: the number is missing.")


def _ends(analysis: Analysis) -> Iterator[tuple[Sentence, int]]:
    """The words that a sentence may break off behind, close to its end."""
    for sentence in analysis.sentences:
        last = len(sentence.tokens)
        for i in range(max(4, last - 3), last):
            if sentence.tokens[i].lower in _WORDS:
                yield sentence, i


def _hangs(reading: Reading, place: int) -> bool:
    """Whether nothing before a preposition at the end can be what it belongs to: one plain clause, no passive."""
    signs = reading.tagged.signs
    subjects = [clause.first for clause in reading.clauses]
    plain = not any(verb.passive or verb.finite is None for verb in reading.verb_groups)
    return plain and subjects == [0] and not any(sign in "tkwqQFr" for sign in signs[:place])
