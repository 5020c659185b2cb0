"""Two prepositions stand side by side that English never puts together: `of in`, `for into`, `during of`.

Why it happens: the engine translates two case endings or particles of the source each by a preposition, or drops
the noun between them.

How it is found: a preposition that is no particle of a verb, right before another, where the pair is not among
the 242,000 that people write most, and the word before them is a noun or a name and can take no particle.

What it leaves alone: `from within`, `from behind`, `in between`, particles (`went on during`, `looked at from`),
relative clauses that end in a preposition, quoted words.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="minor")

BAD = [
    "The delegation took part in the meeting [[of into]] the capital.",
    "They spoke about the situation [[during of]] the war.",
    "The minister signed the agreement [[with into]] the company.",
    "There is a plan [[for during]] the holidays.",
    "A man [[from into]] the village came by.",
    "The effects [[of towards]] the economy are grave.",
]
GOOD = [
    "It came from within the party, from behind the house and from under the bed.",
    "The people he worked with during the war were looked at from afar.",
    "It was what he was capable of during the week and fought for against all odds.",
    "The talks went on during the night and went through without trouble.",
    "He was in between jobs, and in for a surprise.",
    "The price of over 40 euros, of about 50, of between 30 and 60.",
    "A plan for between two and four people, for after the war.",
    "He stood by during the attack; it was gone into at length.",
    "The words “of” and “with into” are short.",
]

_FIRST = ("of", "for", "with", "from", "into", "during", "among", "between", "toward", "towards", "against", "via",
          "despite", "amid", "onto", "upon")  # fmt: skip
_SECOND = frozenset("of in on for with at from into onto upon during towards toward against via despite amid".split())
_BEFORE = frozenset("NSPU,")
_RELATIVE = frozenset("WhO")  # the people he worked with | during the war


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag prepositions side by side."""
    pair = english().pair
    for sentence, i in document.analysis.find(*_FIRST):
        one, two = sentence.at(i), sentence.at(i + 1)
        if i == 0 or two.text not in _SECOND or two.lower == one.lower or pair(one.lower, two.lower):
            continue
        letters = document.analysis.letters(sentence)
        if letters[i - 1] in _BEFORE and len(letters) > i + 2 and _RELATIVE.isdisjoint(letters[max(i - 4, 0) : i]):
            text = sentence.text(i, i + 1)
            message = f"“{text}” never stand side by side; a word is missing between them or one is too many."
            yield Match(sentence.segment, one.start, two.end, message)
