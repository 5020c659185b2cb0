"""A paragraph breaks off inside a sentence or a name, and the next one carries it on.

Why it happens: a picture, an advertisement or a page break stood in the source; its line breaks were kept, and each
piece was translated by itself.

How it is found: a paragraph without a final mark ends on a word that something must follow (an article, a
preposition, a comma) or on an office without its holder, and the next one begins in lower case or with a name and its
verb; or it ends on a plain word and the next one begins in lower case.

What it leaves alone: headlines, lists and what introduces them (a colon), verse, captions, bylines, tables, short
answers (`Sort of`) and questions that end so (`what it is for`), and `her` and `his`, which stand alone.
"""

from collections.abc import Iterator

from mtqa.analysis.text import Paragraph
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import OFFICES
from mtqa.knowledge.words import COMMON_PREPOSITIONS, RELATIVES, SURE_DETERMINERS
from mtqa.rule import Rule

rule = Rule(category="fluency/punctuation", severity="major", registers=("news",))

BAD = [
    "The other side did not respond to the letter. [[Russian Defense Minister]]\n\nShoigu said in May that he will go.",
    "Talks end.\n\nThe ministers met at noon and then they spoke of the [[deployment]]\n\nof missiles in the region.",
    "Talks end.\n\nHe said that the state will go on with [[the]]\n\nReform of the pension system next year.",
    "Shares sold.\n\nThe company sold its shares in the north and [[in]]\n\nthe south of the country.",
    "Talks end.\n\nThey met in Moscow and then they went to [[Paris,]]\n\nwhere the talks went on for two more days.",
]

GOOD = [
    "The talks were long. They ended well.\n\nThe ministers left at noon.",
    "Ministers leave the talks early\n\nof all the ministers, two stayed on to the end.",
    "The points that he made in his speech are these:\n\nthe first, peace; the second, trade.",
    "By John Smith, Defense Minister\n\nShoigu said in May that he will go.",
    "Roses are red and violets are\n\nBlue is the sky of the south in May.",
    "What they agree on\n\niPhone sales rose in the first three months of the year.",
    "He paid, he said, and then there was “Let it Be”\n\nThe end was near, and he knew it well.",
    "The company sold its shares in the north ...\n\nthe south is next, he said on Monday.",
    "So I walked the whole length of it. Would I do so again? Sort of\n\nRight, time to own up: it was her idea.",
    "He asked what comes next and I do not know what to tell her\n\nFound this in a loft on Monday, with a note.",
    "What do you wish you had known about the course before you signed up for\n\nBought a house and found a well.",
    "What is the weather like?\n\nthe weather is fine, he wrote in his diary.",
    "The wind came up at last and took the\n\nleaves away from all the trees we knew when we were\n\n"
    "young and gay, and no one asked us for the\n\nname of the place.",
    "Pack all that is on the list for the\n\n- way to school\n\nand all the rest.",
    "Read all about it at this address, where more is to be had than you think: www.example.org\n\nthe site is new.",
]

_HANGING = (
    (SURE_DETERMINERS - {"every", "my", "your"})
    | COMMON_PREPOSITIONS
    | frozenset("and as between or than that which".split())
)
#: What lets the sentence end on its preposition.
_ASKING = RELATIVES | {"what", "where"}
_LINE = 72  # characters of a line that somebody cut
_SHORTEST = 8  # words a paragraph must have to be taken for running text


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the last word (or office) before the break."""
    paragraphs = document.analysis.paragraphs
    for number in range(len(paragraphs) - 1):
        paragraph, following = paragraphs[number], paragraphs[number + 1]
        if not paragraph.tokens or not following.tokens or paragraph.sentences[-1].closed:
            continue
        if {paragraph.kind, following.kind} - {"body", "headline"} or _lines(paragraphs, number):
            continue
        span = _broken(paragraph, following)
        if span:
            start, end, severity = span
            message = "The paragraph breaks off here, and the next one carries the sentence on."
            yield Match(paragraph.index, start, end, message, severity=severity)


def _lines(paragraphs: list[Paragraph], number: int) -> bool:
    """Whether the paragraph is one of several short lines that run on: verse, or text wrapped at a width."""
    around = [p for p in paragraphs[max(0, number - 1) : number + 2] if p.index or p.kind == "body"]  # no headline
    lines = [p.index for p in around if p.sentences and not p.sentences[-1].closed and len(p.text) <= _LINE]
    return number in lines and len(lines) > 1


def _broken(paragraph: Paragraph, following: Paragraph) -> tuple[int, int, Severity | None] | None:
    """What the paragraph ends on if the sentence goes on in the next; minor where nothing but the next shows it."""
    tokens = paragraph.sentences[-1].tokens
    last, head = tokens[-1], following.tokens[0]
    if _heading(paragraph) or head.kind != "word":
        return None
    lower_next = head.text.islower() and bool(english().tags(head.lower))
    if last.kind == "punct":
        if last.text != "," or not lower_next or len(tokens) < 2 or paragraph.words < _SHORTEST:
            return None
        return tokens[-2].start, last.end, "minor"
    if last.kind != "word" or following.words < 5:
        return None
    if [token.lower for token in tokens] in (["sort", "of"], ["kind", "of"]) or tokens[0].lower in _ASKING:
        return None
    if last.lower in _HANGING and last.text.islower() and paragraph.words >= _SHORTEST:
        return last.start, last.end, None
    if last.lower in OFFICES and last.capitalised and len(paragraph.sentences) > 1:
        office = _office(paragraph, following)
        return office and (*office, None)
    if lower_next and last.text.islower() and paragraph.words >= _SHORTEST and following.sentences[-1].closed:
        return last.start, last.end, "minor"
    return None


def _heading(paragraph: Paragraph) -> bool:
    """Whether the paragraph is the story's headline, or short enough to be a heading."""
    return paragraph.kind == "headline" and (paragraph.index == 0 or paragraph.words < _SHORTEST)


def _office(paragraph: Paragraph, following: Paragraph) -> tuple[int, int] | None:
    """An office that ends the paragraph alone, its holder opening the next: Defense Minister / Shoigu said."""
    tokens = paragraph.sentences[-1].tokens
    if not all(token.kind == "word" and token.capitalised for token in tokens) or len(tokens) > 6:
        return None
    words = following.tokens[:5]
    if not words[0].capitalised:
        return None
    for token in words[1:]:
        if english().tags(token.lower)[:1] in ("D", "Z", "M", "A"):
            return tokens[0].start, tokens[-1].end
        if not token.capitalised:
            return None
    return None
