"""Two noun phrases stand side by side before the only verb: `Its budget the army gave` the press.

Why it happens: languages with case endings (Russian, Czech, Finnish) or with the verb last (Turkish, Japanese) put the
object first, some name the subject and take it up with a pronoun; the engine keeps the order.

How it is found: a sentence with one finite verb, whose subject is sure, and right before that subject, at the
beginning of the sentence, another noun phrase.

What it leaves alone: times and manners (`This year the firm …`), relative clauses and whatever may be one (`the house
they built was sold`), headlines, words that may be a verb (`Smith fears he will …`), `everything you
can wish for`, what is put first for its weight (`money you can ask for`, `a saint he was not`, `tea it is`), names.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import INDEFINITES
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="minor", since="0.3")

BAD = [
    "[[This proposal the ministry gave]] to the press.",
    "[[This proposal the ministry rejects]].",
    "[[The company it sells]] cars in ten countries.",
    "[[All the money he decided]] to send to the poor.",
    "[[Hemp oil it is]] good to put on the table.",
]
GOOD = [
    "This year the firm sells cars in ten countries.",
    "The house they built in the spring burnt down.",
    "All the data I have shown you reveal the same thing.",
    "Smith fears he will lose.",
    "The one man who knows the way is ill.",
    "Hemp oil it gives to the poor",
    "In the house the man died.",
    "The singer Ann Lee lives in Rome.",
    "This we know.",
    "Tea it is.",
    "Ann, the mayor said.",
    "Money you can ask for. A saint he was not in those days. IMHO this belongs to the town.",
    "The hole-in-the-wall A Ginjinha on the square has been there for years.",
    "Everything you can wish for, and within easy reach.",
]

_TIMES = frozenset(
    "afternoon bit century day days decade evening hour hours kind minute minutes moment month months morning night "
    "season second spring summer thing time times today tomorrow way week weekend weeks winter year years "
    "yesterday".split()
)
#: Nouns that stand before a subject by right.
_FIRST = _TIMES | INDEFINITES


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the two, with the verb."""
    analysis = document.analysis
    for sentence in analysis.sentences:
        reading = analysis.reading(sentence)
        if len(reading.clauses) != 1 or sentence.tokens[-1].text != ".":
            continue
        clause, subject = reading.clauses[0], reading.clauses[0].subject
        if subject is None or clause.opener is not None:
            continue
        one, verb = reading.noun_phrases[0], clause.verb
        if one.first or one.last + 1 != subject.first:
            continue
        if sentence.tokens[one.head].lower in _FIRST:
            continue
        if reading.tagged.tags[one.head][:2] != "NN" or reading.may_be(one.head, "VBZ", "VBP", "VBD"):
            continue
        if reading.tagged.signs[-2] in "if" or (verb.copula and reading.tagged.signs[subject.first] == "p"):
            continue  # money you can ask for; a saint he was not
        if sentence.tokens[one.last].text.isupper() or sentence.tokens[subject.first].capitalised:
            continue
        if verb.copula and verb.last + 2 == len(sentence.tokens):
            continue  # tea it is
        if not any(reading.may_be_finite(place) for place in range(verb.last + 1, len(sentence.tokens))):
            yield sentence.match(0, verb.last, "Two nouns side by side before one verb: only one is its subject.")
