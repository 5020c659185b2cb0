"""A quoted sentence begins in lower case.

Why it happens: the colon and the quotation mark hide the sentence start from the engine's casing step.

How it is found: a verb of saying, a colon, an opening quotation mark and an English word in lower case; the quotation
goes on for at least six words and has a finite verb.

What it leaves alone: words and phrases in quotation marks (`called it: “a disaster”`), a quotation that carries
on one interrupted before (`“We will,” he said, “do it.”`), brands with their own casing, verse and handles, posts and
notes given as they were typed, and passages cut out of laws and mottos.
"""

from collections.abc import Iterator

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
    signs=frozenset((":",)),
)

BAD = [
    'Jiang said: "[[now]], the foreign policy of Japan is to strengthen its relations with the United States."',
    "The minister told reporters: “[[we]] will not change our position on this question.”",
    "He added: “[[the]] talks were long and they ended without a result.”",
    'Wang Yi stressed: "[[the]] two sides should respect each other and work for peace."',
    "The head of the office said: '[[our]] duty is to find the men who did this.'",
    "She wrote: “[[this]] is the best news that we have had for a year.”",
]

GOOD = [
    "Jiang said: “Now, the foreign policy is clear and will not change.”",
    "He called it: “a disaster for the country and its people”.",
    "“We will,” he said, “do everything that we have promised to do.”",
    "The motto is: “one country, two systems”.",
    "The sign said: “no entry”.",
    "The company said: “iPhone sales have risen and they will go on rising.”",
    "The company said: “lululemon has sold more shoes than in any year before this one.”",
    "He said this: (we had waited there for more than an hour by then) “Nothing.”",
    "The play opens thus: “the night is cold and the old king sleeps in his chair”.",
    "The minister said: “we have not changed.”",
    "The minister said: “a new start, a new team and new hope for us all” and then he left.",
    "The slogans included: “lower taxes now”, “no more wars” and “jobs for all who are out of work”.",
    "He said the plan was “the best that we have had for a year”.",
    "He said: “... and that is why we are here today with you.”",
    "He wrote on Twitter: “so proud of these kids today and everything they have done for us.”",
    "Article 5 says: “an armed attack against one of them shall be considered an attack against all.”",
    "The note said: “please call me when you are home; the dog is at the vet and needs you.”",
]

#: What is quoted as it was typed, or cut out of a longer sentence.
_AS_TYPED = wordset("casing/quote-start", "as_typed")
_OPEN, _CLOSE = frozenset("\"“„«'‘"), frozenset("\"”»'’")
_SHORTEST = 6  # tokens; shorter quotations are phrases


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag quoted sentences that begin in lower case."""
    for sentence, i in document.analysis.find(":"):
        first, word = i + 2, sentence.at(i + 2)
        if sentence.at(i + 1).text not in _OPEN or not word.text.islower() or not english().tags(word.text):
            continue
        near = {token.lower for token in sentence.tokens[max(0, i - 10) : i]}
        if TELLING.isdisjoint(near) or not _AS_TYPED.isdisjoint(near):
            continue
        end = next((token.index for token in sentence.tokens[first:] if token.text in _CLOSE), len(sentence.tokens))
        groups = document.analysis.reading(sentence).verb_groups
        finite = any(group.finite is not None and first <= group.first < end for group in groups)
        if finite and end - first > _SHORTEST:
            message = f"The quoted sentence begins in lower case: “{word.text}”."
            yield sentence.match(first, first, message, word.text.capitalize())
