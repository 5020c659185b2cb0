"""The text is cut off in the middle of a sentence.

Why it happens: a language model reached its longest output, a service its longest input, a feed its number of
characters.

How it is found: a paragraph without a final mark ends on a word that something must follow (`the`, `of`, `and`; a
preposition or auxiliary behind a long enough beginning), on an adjective behind its article, on half a word with a
hyphen, or the last paragraph on a comma, while most paragraphs, or the sentence before, end on marks; or a mark says
so (`[output truncated]`). A sentence that ends so and has its mark is left to `garble/unfinished-sentence`.

What it leaves alone: headlines, lists and what introduces them, verse, questions and clauses that end on a
preposition (`what it is for`), summaries that end on dots or a link, texts without any final mark, text about
software with its lines of code.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from mtqa.analysis.text import Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import OPENING_DETERMINERS, QUESTION_WORDS, SUBJECT_PRONOUNS
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._code import is_technical
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.data import wordset

rule = Rule(category="fluency/punctuation", severity="major", registers=("news",), since="0.3")

_STORY = "The council met on Tuesday. It was late when the members left.\n\n"
BAD = [
    _STORY + "The mayor told reporters that the route would open in the summer and [[that]]",
    _STORY + "Work on the bridge will begin in March, and the first buses should run [[in]]",
    _STORY + "She said that the people of the town had waited long enough for [[the new]]",
    _STORY + "The buses, which were bought from a firm in the north, are to be painted green, [[white,]]",
    _STORY + "It was the first time that the council had voted for an [[inter-]]",
    _STORY + "The buses will be painted green, white and [[the]]\n\nThe mayor left. He was late.",
    "The council met. It was late when the last of the members left the hall [[on]]\n\nThey had been\n\nOf course",
    _STORY + "The buses will be paid for by the woman of the town [[who]]",
    _STORY + "The bridge is old [[(continued in the next message)]]",
    "The buses will be paid for by the city, by the region and by the firm [[and]]",
    "The council met on Tuesday. It was late, and the members were tired of talking about the price of [[a]]",
]
GOOD = [
    _STORY + "Work will begin in March.",
    _STORY + "What the bridge is for",
    _STORY + "The things they live for and the town they come from",
    _STORY + "Bring:\n\n- a coat,\n\n- two pens, and\n\n- your pass",
    _STORY + "Work on the bridge will begin in March, and the first buses should run in …",
    _STORY + "Work on the bridge will begin in March, and the first buses should run in [Read more]",
    "Roses are red and\n\nviolets are the\n\ncolour of\n\nthe",
    "A bridge to be proud of\n\nThe bridge was closed on Monday",
    _STORY + "Sincerely,",
    _STORY + "Guess who",
    _STORY + "The list was truncated (continued on page 4).",
    _STORY + "Is that the house he lives in",
    _STORY + "All of this was said by people who know what they are talking about",
    _STORY + "Vitamin A",
    _STORY + "THE FINE POINTS OF HAND-MADE BAGS-",
    _STORY + "The council has a new plan for the bridge -",
    _STORY + "The pills that they are given at school hold a lot of vitamin A",
    _STORY + "Nobody in the town had thought that the bridge was so new",
    _STORY + "It was the first time that the council had voted for a bridge",
    _STORY + "Nobody had seen it. He asked which bus he should get on",
    "Run `dpkg -i`, `dpkg -r` or `dpkg -P`.\n\nThe state is one of these.\n\nHalf installed: never, purged: n/a",
    "Dear friends and neighbours of the old bridge,",
    "Down by the old canal I met her and the\n\nRain came down upon the roofs and all the\n\nTown was grey.",
    _STORY + "Work will begin in March, and the first buses should run in\n\nthe summer of the year after.",
    Example(_STORY, title="The town and its buses: what is left of the old, what becomes of the new"),
]

#: Words that something must follow; and those that end a sentence only where it asks, relates or is short.
_NEVER, _SELDOM = wordset("artefacts/cut-off", "never"), wordset("artefacts/cut-off", "seldom")
_LET_END = SUBJECT_PRONOUNS | QUESTION_WORDS | wordset("artefacts/cut-off", "let_end")
_LONG, _LEAST, _SEGMENT = 10, 7, 4  # words
_LISTED = tuple("-•*–—·123456789([▪●|")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag what the paragraph ends on."""
    for mark in marks(document, "cut-off"):
        yield mark.match("The text was cut off here.")
    paragraphs = [paragraph for paragraph in document.analysis.paragraphs if paragraph.tokens]
    closed = sum(paragraph.sentences[-1].closed for paragraph in paragraphs)
    whole = closed >= 2 * (len(paragraphs) - 1 - closed)
    for paragraph, following in zip_longest(paragraphs, paragraphs[1:]):
        sentence = paragraph.sentences[-1]
        if sentence.closed:  # cheap
            continue
        if not paragraph.sentences[0].closed and (paragraph.declared != "body" or not whole):
            continue
        if following and (following.text[:1].islower() or following.text.lstrip().startswith(_LISTED)):
            continue  # a list, or broken by a picture: structure/broken-paragraph
        first = _cut(paragraph, bool(closed), following is None)
        if first is not None and not is_technical(document):
            message = "The text breaks off here in the middle of a sentence."
            yield sentence.match(first, len(sentence.tokens) - 1, message)


def _cut(paragraph: Paragraph, among_prose: bool, last: bool) -> int | None:
    """From which token on a paragraph ends as no sentence does."""
    sentence = paragraph.sentences[-1]
    end, words = sentence.tokens[-1], [word.lower for word in sentence.words]
    before = sentence.at(end.index - 1)
    goes_on = len(paragraph.sentences) > 1
    if len(words) < _SEGMENT:
        return None
    if end.text == "-" and not end.space and before.text.islower():
        return before.index
    if end.text == "," and last and len(words) >= _LEAST and (goes_on or among_prose):
        return before.index
    if not end.text.islower():
        return None
    long = len(words) >= _LONG
    plain = (goes_on and QUESTION_WORDS.isdisjoint(words)) or (long and _LET_END.isdisjoint(words[-6:-1]))
    if end.lower in _NEVER or (end.lower in _SELDOM and plain):
        return end.index
    if long and before.lower in OPENING_DETERMINERS and english().tags(end.lower) in ("J", "JD", "JR"):
        return before.index
    return None
