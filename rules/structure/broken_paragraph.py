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

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import OFFICES
from mtqa.knowledge.words import COMMON_PREPOSITIONS, RELATIVES, SURE_DETERMINERS
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordset

rule = Rule(category="fluency/punctuation", severity="major", registers=("news",), facts=("unclosed", "segments"))

BAD = [
    "The other side did not respond to the letter. [[Russian Defense Minister]]\n\nShoigu said in May that he will go.",
    "Talks end.\n\nThe ministers met at noon and then they spoke of the [[deployment]]\n\nof missiles in the region.",
    "Talks end.\n\nHe said that the state will go on with [[the]]\n\nReform of the pension system next year.",
    "Shares sold.\n\nThe company sold its shares in the north and [[in]]\n\nthe south of the country.",
    "Shares sold.\n\nThe company has sold its shares in the north of the country and all of its offices [[in]]\n\n"
    "the south of the country by the sea",
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
    "Talks end.\n\nThe man in the white coat whom they had all been waiting for was spoken of as\n\nThe Boss",
    "Talks end.\n\nYou need all of these for the way to school and back, it says on the sheet of paper\n\n"
    "a coat of wool or of some other stuff, and a pair of shoes that keep the rain out",
    "it is new.\n\nthe postal service gets on board with electric vans and cars in all of our town\n\nso it is said.",
    "The two firms will do this:\n\n• train all of the drivers, half of them in the east and half in the west; and\n\n"
    "• say by March what they have learnt.",
    "The letter was read. It was signed by the Defense Minister\n\nShoigu said in May that he will go.",
    "The letter was long. Old Town Hall\n\nShoigu said in May that he will go.",
    "The letter was long. Defense Minister\n\nThe talks will go on in May.",
    "Talks end.\n\nThe ministers met at noon, and then they spoke of the talks of last year and of those to come"
    "\n\nThe region was not spoken of.",
    Example(
        "of all of them two stayed on to the end.",
        title="Ministers of both states leave the talks early, and nobody knows what they were talking of",
    ),
    Example(
        "All the papers and the money and the letters of your friends that you are going to need for the"
        "\n\nway to school and back.",
        kind="caption",
    ),
    "Read all about it at this address, where more is to be had than you think: www.example.org\n\nthe site is new.",
]

#: Words that something must follow.
_HANGING = (
    (SURE_DETERMINERS - {"every", "my", "your"})
    | COMMON_PREPOSITIONS
    | wordset("structure/broken-paragraph", "hanging")
)
#: What lets the sentence end on its preposition.
_ASKING = RELATIVES | {"what", "where"}
_LINE = 72  # characters of a line that somebody cut
_SHORTEST, _LEAST = 8, 5  # words of running text, and of what carries it on


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the last word (or office) before the break."""
    paragraphs = [paragraph for paragraph in document.analysis.paragraphs if paragraph.tokens]
    for before, paragraph, following in zip([None, *paragraphs], paragraphs, paragraphs[1:], strict=False):
        sentence = paragraph.sentences[-1]
        if sentence.closed:  # cheap
            continue
        if _heading(paragraph) or not {paragraph.kind, following.kind} <= {"body", "headline"}:
            continue
        if _is_line(paragraph) and ((before and _is_line(before)) or _is_line(following)):
            continue  # verse, or text wrapped at a width
        last = sentence.tokens[-1]
        message = "The paragraph breaks off here, and the next one carries the sentence on."
        if len(paragraph.sentences) > 1 and _is_office(sentence) and _opens_with_name(document, following):
            yield sentence.match(0, last.index, message)
        elif len(sentence.tokens) < 3 or paragraph.words < _SHORTEST or sentence.tokens[0].lower in _ASKING:
            continue
        elif last.text in _HANGING and following.words >= _LEAST:
            yield sentence.match(last.index, last.index, message)
        elif following.tokens[0].text.islower() and following.sentences[-1].closed and not paragraph.text.islower():
            first = last.index - (last.text == ",")
            if sentence.tokens[first].text.islower() or first < last.index:
                yield sentence.match(first, last.index, message, severity="minor")


def _heading(paragraph: Paragraph) -> bool:
    """Whether the paragraph is the story's headline, or short enough to be a heading."""
    return paragraph.kind == "headline" and (paragraph.index == 0 or paragraph.words < _SHORTEST)


def _is_line(paragraph: Paragraph) -> bool:
    """Whether a paragraph may be a line of verse, or of text wrapped at a width; the headline is none."""
    headline = paragraph.index == 0 and paragraph.kind == "headline"
    return not headline and len(paragraph.text) <= _LINE and not paragraph.sentences[-1].closed


def _is_office(sentence: Sentence) -> bool:
    """Whether a sentence is nothing but an office: Defense Minister."""
    return sentence.tokens[-1].lower in OFFICES and all(token.capitalised for token in sentence.tokens)


def _opens_with_name(document: Document, paragraph: Paragraph) -> bool:
    """Whether the first clause of a paragraph is about somebody: Shoigu said."""
    reading = document.analysis.reading(paragraph.sentences[0])
    subject = reading.clauses[0].subject if reading.clauses else None
    return subject is not None and reading.tag(subject.head) == "NNP"
