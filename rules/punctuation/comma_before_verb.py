"""A comma parts the subject from its verb.

Why it happens: the source sets a pause behind a long subject (Chinese, Japanese, Russian before a dash), and the
engine keeps it as a comma.

How it is found: from the sentence's or quotation's start to the comma there is a noun phrase that begins with a
determiner and holds no other comma and no finite verb; right behind the comma stands `is`, `are`, `was`, `were`,
`has`, `have` or `will`, and no subject behind that; or from the start there is a name or noun with phrases hung on it
by prepositions, and behind the comma `said that` or its like; or such a phrase behind a verb of saying, and `has been`.

What it leaves alone: an inserted clause (two commas), questions (`is he?`), subjects that are clauses (`What he did,
is`), quotations as subjects, and sentences whose verb comes earlier.
"""

import re
from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import FINITE_BE, OPENING_DETERMINERS, SUBJECT_PRONOUNS
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    measured=("figures: docs/rules/punctuation.md",),
)

BAD = [
    "The strengthening of the military in the region[[,]] is not commensurate with the threat.",
    "The total volume of trade between the two countries[[,]] has grown for ten years.",
    "The first phase of the new airport[[,]] will be opened in May.",
    'He said, "the deployment of the system in the region[[,]] is a response to the threat."',
    "A series of measures for the protection of women[[,]] were adopted on Monday.",
    "Previously, Putin in an interview with Japanese television[[,]] said that there was no dispute.",
    "The spokesman of the ministry at a press conference in Paris[[,]] stressed that talks would go on.",
    "The paper said Japan's partners in the alliance of the region[[,]] has been worried about change.",
]

GOOD = [
    "The strengthening of the military, he said, is not commensurate with the threat.",
    "The talks are long, is that not so?",
    "What the minister did in the region, is unknown.",
    "The man whom they met in the street, is my father, he said.",
    "In the region, is there any hope?",
    "The minister of defense, a friend of Putin, is ill.",
    "The paper said the talks of the ministers, were they held, would fail.",
    "The more the better, is his motto.",
    "The deployment in the region, has it been stopped?",
    "The United States, Japan, and the army of the South, will take part.",
    "Putin, in an interview with Japanese television, said that there was no dispute.",
    "The spokesman of the ministry said that talks would go on, stressed that they were good.",
    "A man in the street, said that famous poet, is a world. Smith of the Times, says that paper, is ill.",
    "He said Japan's role in the region, has it not been small, would grow.",
]

_VERBS = ("is", "are", "was", "were", "has", "have", "will")
_SAYS = ("said", "says", "stated", "stressed", "announced", "believes", "believed", "noted", "pointed", "told")
#: A name or noun with one to three phrases hung on it, from the start of the sentence to the comma.
_HUNG = re.compile(
    r"(?:R,)?(?:T?[JN]{0,2}P{1,4}|T[JN]{0,2}[NSP]{1,2}|P{1,3}'[JNw]{1,5}P{1,3})(?:I[TH]?[JNSPUjw']{1,5}){1,3},"
)
#: The same with an owner or article, behind a verb of saying.
_SAID_HUNG = re.compile(r"[mDZ]h?(?:T|H|P+')J?[NS](?:I[TH]?[JNSPUjw']{1,5}){1,4},$")
_DETERMINERS = frozenset("the a an this these its their his our all".split())
_SUBJECTS = (OPENING_DETERMINERS - {"your"}) | SUBJECT_PRONOUNS | frozenset("any anyone there what who".split())
_CLAUSE = frozenset("who whom which that whose when where while if because as what how why said says".split())
_SHORTEST, _LONGEST = 5, 40


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the comma."""
    for sentence, i in document.analysis.find(*_VERBS):
        tokens = sentence.tokens
        if i < _SHORTEST or tokens[i - 1].text != "," or i + 1 >= len(tokens) or tokens[-1].text == "?":
            continue
        behind = tokens[i + 1]
        if behind.lower in _SUBJECTS and tokens[i].lower not in FINITE_BE:
            continue
        if behind.kind == "punct" or (behind.lower in _SUBJECTS and behind.lower not in ("the", "a", "an")):
            continue
        if _noun_phrase(sentence, i - 1) or (
            behind.lower == "been" and _SAID_HUNG.search(document.analysis.letters(sentence)[:i])
        ):
            yield _match(sentence, i)
    for sentence, i in document.analysis.find(*_SAYS):
        tokens = sentence.tokens
        if i < _SHORTEST or tokens[i - 1].text != "," or i + 3 >= len(tokens):
            continue
        that = i + 2 if tokens[i].lower in ("pointed", "told") else i + 1
        letters = document.analysis.letters(sentence)
        # `said that poet` has a noun behind it, `said that he` a clause
        clause = tokens[that].lower == "that" and letters[that + 1] in "TPOSHIRUs"
        if clause and _HUNG.fullmatch(letters[:i]) and "," not in letters[that : that + 5]:
            yield _match(sentence, i)


def _match(sentence: Sentence, verb: int) -> Match:
    tokens = sentence.tokens
    message = f"The comma parts the subject from its verb “{tokens[verb].text}”."
    return Match(sentence.segment, tokens[verb - 1].start, tokens[verb - 1].end, message, ("",))


def _noun_phrase(sentence: Sentence, comma: int) -> bool:
    """Whether nothing but a noun phrase stands between the start of the sentence or quotation and the comma."""
    tokens = sentence.tokens
    lexicon = english()
    first = comma
    while first and comma - first < _LONGEST and tokens[first - 1].kind != "punct":
        first -= 1
    if comma - first < _SHORTEST - 1 or (first and tokens[first - 1].text not in '"“'):
        return False
    if tokens[first].lower not in _DETERMINERS:
        return False
    for k in range(first + 1, comma):
        token = tokens[k]
        if token.lower in _CLAUSE:
            return False
        tag = lexicon.tags(token.lower)[:1]
        if tag in ("A", "M", "O", "W", "B") or (tag in ("Z", "D") and tokens[k - 1].lower not in _DETERMINERS):
            return False
    return lexicon.tags(tokens[comma - 1].lower)[:1] in ("N", "S", "P")
