"""The text is cut off in the middle of a sentence.

Why it happens: a language model reached its longest output, a service its longest input, a feed its number of
characters.

How it is found: a paragraph without a final mark ends on a word that something must follow (`the`, `of`, `and`; a
preposition or auxiliary behind a long enough beginning), on an adjective behind its article, on half a word with a
hyphen, or the last paragraph on a comma, while most paragraphs, or the sentence before, end on marks; or a mark says
so (`[output truncated]`).

What it leaves alone: headlines, lists and what introduces them, verse, questions and clauses that end on a
preposition (`what it is for`), summaries that end on dots or a link, texts without any final mark, text about
software with its lines of code.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.text import Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import OPENING_DETERMINERS, QUESTION_WORDS, SUBJECT_PRONOUNS
from mtqa.rule import Rule
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
]

_NEVER = wordset("artefacts/cut-off", "never")
#: These may end a sentence; behind a long beginning that asks and relates nothing they hardly do.
_SELDOM = wordset("artefacts/cut-off", "seldom")
_LET_END = SUBJECT_PRONOUNS | QUESTION_WORDS | wordset("artefacts/cut-off", "let_end")
_BEGINNING, _LEAST, _SEGMENT = 10, 7, 4
_LISTED = tuple("-•*–—·123456789([▪●|")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag what the paragraph ends on."""
    for mark in marks(document, "cut-off"):
        yield mark.match("The text was cut off here.")
    paragraphs = [paragraph for paragraph in document.analysis.paragraphs if paragraph.tokens]
    closed = sum(paragraph.sentences[-1].closed for paragraph in paragraphs)
    ended = any(sentence.closed for paragraph in paragraphs for sentence in paragraph.sentences)
    if not ended and not (len(paragraphs) == 1 and _lone(document, paragraphs[0])):
        return
    whole = closed >= 2 * (len(paragraphs) - 1 - closed)
    for number, paragraph in enumerate(paragraphs):
        if paragraph.sentences[-1].closed:
            continue
        if document.segments[paragraph.index].kind == "headline" and not paragraph.sentences[0].closed:
            continue
        if paragraph.text.lstrip().startswith(_LISTED) or not (whole or paragraph.sentences[0].closed):
            continue
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if following and (following.text[:1].islower() or following.text.lstrip().startswith(_LISTED)):
            continue  # a list, or broken by a picture: structure/broken-paragraph
        span = _cut(paragraph, following is None)
        if span and not is_technical(document):
            yield Match(paragraph.index, *span, "The text breaks off here in the middle of a sentence.")


def _lone(document: Document, paragraph: Paragraph) -> bool:
    """Whether all there is, is a long line of body text: a headline is shorter, or does not end on `and`."""
    words = [token.lower for token in paragraph.tokens if token.kind == "word"]
    return len(words) >= _BEGINNING and words[-1] in _NEVER and document.segments[paragraph.index].kind != "headline"


def _cut(paragraph: Paragraph, last: bool) -> tuple[int, int] | None:
    """Span of what a paragraph ends on if no sentence ends so."""
    tokens = paragraph.sentences[-1].tokens
    end = tokens[-1]
    words = [token.lower for token in tokens if token.kind == "word"]
    if end.text == "-" and len(tokens) > _SEGMENT and not end.space and tokens[-2].text.islower():
        return tokens[-2].start, end.end
    if end.text == "," and last and len(words) >= _LEAST:
        return tokens[-2].start, end.end
    if end.kind != "word" or not end.text.islower() or len(words) < _SEGMENT:
        return None
    if end.lower in ("who", "whom") and len(words) < _LEAST:
        return None  # guess who
    if end.lower in _NEVER and (len(words) >= _BEGINNING or len(paragraph.sentences) > 1 or words[0] not in _LET_END):
        return end.start, end.end
    if len(paragraph.sentences) > 1 and end.lower in _SELDOM and not QUESTION_WORDS.intersection(words):
        return end.start, end.end
    if len(words) < _BEGINNING:
        return None
    if end.lower in _SELDOM and not _LET_END.intersection(words[-6:-1]):
        return end.start, end.end
    before = tokens[-2]
    if before.lower in OPENING_DETERMINERS and english().tags(end.lower) in ("J", "JD", "JR"):
        return before.start, end.end
    return None
