"""A verb in its base form stands behind a preposition: `of accelerate`, `for improve`.

Why it happens: the source has one form of the word for noun and verb, and the engine takes the verb.

How it is found: `of`, `for`, `with`, `from`, `by`, `without`, `towards`, `during` or `between` right before a word
that every list has as a verb in its base form and nothing else, with an article, a possessive, an adjective or
a plain noun behind it.

What it leaves alone: words that are nouns too (`for rent`, `by default`), `to`, a sentence that `for` opens,
names, quoted words, labels (`the cost of “delete”`), and words that stand
for commands (`between deny and drop`, `the output of configure in C`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import OPENING_DETERMINERS
from mtqa.rule import Rule
from mtqa_rules.grammar._forms import names_code

rule = Rule(category="fluency/grammar", severity="minor", measured=("figures: docs/rules/garble.md",))

BAD = [
    "The state was trying [[for improve]] relations with its neighbour.",
    "They spoke about the problem [[of reduce]] the deficit.",
    "It was done [[by introduce]] a new tax.",
    "The company is known [[for develop]] new cars.",
    "He left the room [[without explain]] his reasons.",
    "They were kept [[from achieve]] their aim.",
]
GOOD = [
    "This month we look at the field of interrupt handling.",
    "The state was trying to improve relations, for work and for rent.",
    "They spoke about the problem of reducing the deficit by default.",
    "The verb stands for improve, he wrote, in “of reduce”.",
    "It is the art of make-believe and of let live.",
    "The house is for sale, for let and for keeps.",
    "He came by bike, with care, without fail and from abroad.",
    "The Art of Become is a book.",
    "For suppose that the man is right.",
    "He is good at what he does, by and large.",
    "Set it with execute permission, by configure option or from a list of exclude patterns.",
    "There is no difference between deny and drop, and the output of configure in C is short.",
    "It holds a lot of debug information, and space made up of compute servers; a commit with git branch names.",
]

_PREPOSITIONS = ("of", "for", "with", "from", "by", "without", "toward", "towards", "during", "between", "into")
_OTHER = frozenset("NSJEGPRIDZTUKLQFX")
_BEHIND = OPENING_DETERMINERS | {"more", "new"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag base forms behind prepositions."""
    for sentence, i in document.analysis.find(*_PREPOSITIONS):
        tokens = sentence.tokens
        if i + 2 >= len(tokens):
            continue
        verb = tokens[i + 1]
        if not i and tokens[i].lower == "for":
            continue  # For suppose that he is right
        if verb.kind != "word" or not verb.text.islower() or not _only_verb(verb.lower):
            continue
        behind = tokens[i + 2]
        object_follows = behind.lower in _BEHIND or english().tags(behind.lower)[:1] in ("N", "S", "J")
        compound = behind.lower.endswith("ing")  # the field of interrupt handling
        if behind.kind == "word" and object_follows and not compound and not names_code(behind):
            message = f"Behind “{tokens[i].text}” the verb “{verb.text}” needs its -ing form, or a noun is meant."
            yield Match(sentence.segment, tokens[i].start, verb.end, message)


def _only_verb(lower: str) -> bool:
    classes = english().tags(lower)
    return classes[:1] == "V" and _OTHER.isdisjoint(classes)
