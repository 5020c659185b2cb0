"""A quoted sentence begins in lower case.

Why it happens: the colon and the quotation mark hide the sentence start from the engine's casing step.

How it is found: a verb of saying, then a colon, then an opening quotation mark, then a word in lower case, and
the quotation goes on for at least six words with a finite verb.

What it leaves alone: words and phrases in quotation marks (`called it: “a disaster”`), a quotation that carries
on one interrupted before (`“We will,” he said, “do it.”`), brands with their own casing, verse and handles, posts and
notes given as they were typed, and passages cut out of laws and mottos.
"""

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.verbs import TELLING
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(
    category="fluency/casing",
    severity="minor",
    registers=("news",),
)

BAD = [
    'Jiang said: "[[now]], the foreign policy of Japan is to strengthen its relations with the United States."',
    "The minister told reporters: “[[we]] will not change our position on this question.”",
    "He added: “[[the]] talks were long and they ended without a result.”",
    'Wang Yi stressed: "[[the]] two sides should respect each other and work for peace."',
    "She wrote: “[[this]] is the best news that we have had for a year.”",
]

GOOD = [
    "Jiang said: “Now, the foreign policy is clear and will not change.”",
    "He called it: “a disaster for the country and its people”.",
    "“We will,” he said, “do everything that we have promised to do.”",
    "The motto is: “one country, two systems”.",
    "The sign said: “no entry”.",
    "The company said: “iPhone sales have risen and they will go on rising.”",
    "The slogans included: “lower taxes now”, “no more wars” and “jobs for all who are out of work”.",
    "He said the plan was “the best that we have had for a year”.",
    "He said: “... and that is why we are here today with you.”",
    "He wrote on Twitter: “so proud of these kids today and everything they have done for us.”",
    "Article 5 says: “an armed attack against one of them shall be considered an attack against all.”",
    "The note said: “please call me when you are home; the dog is at the vet and needs you.”",
]

#: What is quoted as it was typed, or cut out of a longer sentence.
_AS_TYPED = wordset("casing/quote-start", "as_typed")
_OPEN = frozenset('"“„«')
_VERBS = frozenset("AMZDV")
_SHORTEST = 6  # words; shorter quotations are phrases


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag quoted sentences that begin in lower case."""
    for sentence, i in document.analysis.find(":"):
        tokens = sentence.tokens
        if i < 2 or i + 2 >= len(tokens) or tokens[i + 1].text not in _OPEN:
            continue
        word = tokens[i + 2]
        if word.kind != "word" or word.space or word.text != word.lower or not english().tags(word.lower):
            continue
        near = [token.lower for token in tokens[max(0, i - 10) : i]]
        if not TELLING.intersection(near[-6:]) or _AS_TYPED.intersection(near):
            continue
        if not _is_sentence(sentence, i + 2):
            continue
        yield Match(
            sentence.segment,
            word.start,
            word.end,
            f"The quoted sentence begins in lower case: “{word.text}”.",
            (word.text[0].upper() + word.text[1:],),
        )


def _is_sentence(sentence: Sentence, first: int) -> bool:
    """Whether a full sentence begins at a token: enough words, and a finite verb, before the quotation ends."""
    words = 0
    finite = False
    before = ""
    for token in sentence.tokens[first : first + 60]:
        if token.text in '"”»':
            break
        if token.kind in ("word", "number"):
            words += 1
            tag = english().tags(token.lower)[:1]
            finite = finite or (tag in _VERBS and before != "to") or token.lower.endswith(("n't", "n’t"))
            before = token.lower
    return words >= _SHORTEST and finite
