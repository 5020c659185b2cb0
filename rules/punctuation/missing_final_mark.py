"""A text or paragraph ends without a final mark.

Why it happens: the engine drops the last token, takes the paragraph for a heading, or the source line lacks its mark.

How it is found: running text ends on a word, a figure or a bracket, and its last sentence has what headlines leave out:
a subject and its verb, articles, a past tense. A text of one sentence must have twenty
words or more, a last sentence behind another eight. Of a document of several paragraphs, four in five end on a mark.

What it leaves alone: headlines and headings, captions, bylines, titles of posts (short, few articles), lists, verse,
links, documents of headings, everything that ends on a mark, what has no mark in the source either, and texts in which
every second sentence says `I` or `you`, as people write to one another.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.reading import Reading
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="fluency/punctuation", severity="minor", registers=("news",), facts=("unclosed",))

_OTHERS = "It was late.\n\nThe ministers were tired.\n\nThey had met at noon.\n\nNobody spoke.\n\nThey left.\n\n"
BAD = [
    _OTHERS + "The talks were long. The minister did not reply to the letter that the other side had sent [[him]]",
    _OTHERS + "Sales rose. They rose in the north and in the south, and then they fell in the whole of the [[country]]",
    _OTHERS + "The army left. The people of the town came back to the houses and found [[empty]]\n\nIt was over.",
    _OTHERS + "He was asked. He said that the vehicle had been equipped with a system supported by the [[government]]",
    _OTHERS + "The price fell. The company said that it was sorry and that it would give the money [[back]]",
    "His work of the last ten years has shown that the price of oil can fall by half within a [[year]]",
    "When somebody calls a man who is far away, in a new country or on a ship far out at sea, satellites are [[used]]",
    "The ministry said on Friday that it would look into the matter again, but did not say when or [[how]]",
    "He was born in a small village in the north of the country and left it for good in [[1950]]",
    "The talks were long. The minister did not reply to the [[letter]]",
    Example(
        "The talks were long. The minister did not reply to the [[letter]]",
        source="Die Gespräche waren lang. Der Minister antwortete nicht auf den Brief.",
    ),
    "In less than two weeks, the American forces had left the south of France and were on their way to [[Germany]]",
    "President Bush arrived in Singapore on the morning of May 16 and began a week-long tour of the whole of [[Asia]]",
    "The ride is a quick way to get to the nearby places, as Paro and Haa (150 crowns) and Punakha (200 crowns[[)]]",
]
GOOD = [
    _OTHERS + "The talks were long. The minister did not reply to the letter that the other side had sent him.",
    "Ministers meet again\n\n" + _OTHERS,
    _OTHERS + "What comes next",
    _OTHERS + "The army left. The people of the town came back to the houses of the old quarter,\n\nand nobody spoke.",
    _OTHERS + "The plan is simple. It gives the children of the poorest households a place at the schools of the U.S.",
    _OTHERS + "- The bridge of the town was sold to a man of the north who had paid the mayor for it before the vote",
    _OTHERS + "By John Smith in Paris and Mary Jones in London",
    _OTHERS + "The points that he made are these:\n\nPeace.",
    _OTHERS + "Read. Full story at www.example.org/2017/03/22/talks",
    "Peace\n\nTrade\n\nHealth for all of the people in the land who want it and have not got it. Not yet",
    _OTHERS + "He said: “It was late. We left the house and we went to the station of the town on foot.”",
    _OTHERS + "Photo: Xinhua. Left to right: Wang, Li, Zhao",
    "The aim of the attack was to frighten some and to drive out others",
    "The law will soon be sent to the government",
    Example(
        "The talks were long. The minister did not reply to the letter",
        source="Die Gespräche waren lang. Der Minister antwortete nicht auf den Brief",
    ),
    "His work has shown that the price of oil can fall within a year.",
    "Minister says oil price to fall within a year",
    "The man who fell to earth",
    "Was it the butler? Writers on the clues that gave the game away",
    "By John Smith in Paris and Mary Jones in the London office",
    "The ministry said that it would look into:",
    "The talks were long.\n\nThe minister said that he would not reply to the letter",
    "Read the story that was sent at www.example.org/2017/news",
    "Sales of the firm up, profits of the firm down in the year",
    "He asked: “Was it the end of the road for all of them?”",
    "Four teens charged in attack of boy who died after video was posted online",
    "Family from UK trapped in France for five days after car key fell into the lake",
    "Coronavirus: the people of the town are told that they have to stay at home - Sport News",
    "The Man Who Was Told That He Had Lost the House of His Father",
    "Online lenders warn that loan scheme may miss the mark",
    "How the West was won and what the people who were there had to say about it",
    "I am afraid that I do not know the price of the bed until it is on the site again, as it was in our winter sale",
]

_FELLOWS = 4  # paragraphs, of which four in five end on a mark
_BEHIND, _ALONE = 8, 20  # words of a last sentence behind another, and of an only one
_SIGNS = 3  # of what headlines leave out


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the last word."""
    body = [paragraph for paragraph in document.analysis.paragraphs if paragraph.kind == "body" and paragraph.tokens]
    closed = sum(paragraph.tokens[-1].kind == "punct" for paragraph in body)
    if document.talk or (len(document.segments) > 1 and (closed < _FELLOWS or closed * 5 < len(body) * 4)):
        return
    for paragraph in body:
        sentence, last = paragraph.sentences[-1], paragraph.tokens[-1]
        source = document.segments[paragraph.index].source
        if (source and source.rstrip()[-1:].isalnum()) or (last.kind == "punct" and last.text != ")"):
            continue
        least = _BEHIND if len(paragraph.sentences) > 1 else _ALONE
        if len(sentence.words) >= least and not sentence.closed and _written_out(document.analysis.reading(sentence)):
            yield sentence.match(last.index, last.index, "The final mark is missing.", f"{last.text}.")


def _written_out(reading: Reading) -> bool:
    """Whether a sentence has several things that headlines leave out."""
    told = [clause for clause in reading.clauses if clause.subject is not None and not clause.relative]
    if not told:
        return False
    articles = sum(noun.determiner is not None for noun in reading.noun_phrases)
    return articles + any(verb.tense == "past" for verb in reading.verb_groups) >= _SIGNS
