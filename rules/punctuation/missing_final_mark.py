"""A text or paragraph ends without a final mark.

Why it happens: the engine drops the last token, takes the paragraph for a heading, or the source line lacks its mark.

How it is found: the last sentence of a paragraph of running text ends on a word, while four in five of the document's
paragraphs end on a mark; or a text of one paragraph ends on a word, a figure or a bracket, its last sentence has what
headlines leave out: a finite verb, articles, auxiliaries, a pronoun as subject, a past tense. A line of one sentence
must have twenty words or more; behind a sentence that is closed, eight are enough.

What it leaves alone: headlines and headings, captions, bylines, titles of posts (short, few articles, a
colon or dash, capitals, questions), lists, verse, links, paragraphs of one sentence among others, documents of
headings, everything that ends on a mark, and what has no mark in the source either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.sentences import CLOSERS, Sentence
from mtqa.analysis.text import Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import QUESTION_WORDS
from mtqa.rule import Example, Rule

rule = Rule(category="fluency/punctuation", severity="minor", registers=("news",))

_OTHERS = "It was late.\n\nThe ministers were tired.\n\nThey had met at noon.\n\nNobody spoke.\n\nThey left.\n\n"
BAD = [
    _OTHERS + "The talks were long. The minister did not reply to the letter that the other side had sent [[him]]",
    _OTHERS + "Sales rose. They rose in the north and in the south, and then they fell in the whole of the [[country]]",
    _OTHERS + "The army left. The people of the town came back to the houses and found [[empty]]\n\nIt was over.",
    _OTHERS + "He was asked. He said that the vehicle had been equipped with a system supported by the [[government]]",
    _OTHERS + "The price fell. The company said that it was sorry and that it would give the money [[back]]",
    "His work of the last ten years has shown that the price of oil can fall by half within a [[year]]",
    "When you call someone who is far away, in another country or on a ship at sea, satellites in space are [[used]]",
    "The ministry said on Friday that it would look into the matter again, but did not say when or [[how]]",
    "He was born in a small village in the north of the country and left it for good in [[1950]]",
    "The talks were long. The minister did not reply to the [[letter]]",
    Example(
        "The talks were long. The minister did not reply to the [[letter]]",
        source="Die Gespräche waren lang. Der Minister antwortete nicht auf den Brief.",
    ),
    "In less than two weeks, the American forces had left the south of France and were on their way to [[Germany]]",
    "President Bush arrived in Singapore on the morning of May 16 and began a week-long tour of the whole of [[Asia]]",
    "The ride is a quick way to get to the nearby places, as Paro and Haa (150 crowns) and Punakha [[(200 crowns)]]",
]
GOOD = [
    _OTHERS + "The talks were long. The minister did not reply to the letter that the other side had sent him.",
    "Ministers meet again\n\n" + _OTHERS,
    _OTHERS + "What comes next",
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
]

_FELLOWS = 4  # paragraphs that end on a mark
_SHORTEST, _BEHIND, _ALONE = 12, 8, 20  # words of a paragraph's last sentence; of a text's, behind another and alone
_SIGNS, _LONG = 3, 24  # of what headlines leave out; words
#: What a headline is cut with, or ends on the name of its site with.
_CUTS = frozenset(": - – — | … ? !".split())
_OPEN_ENDS = frozenset(": ; , — – -".split())
#: A line that names who said it.
_SIGNED = re.compile(r"\n[ \t]{0,40}(?:--|[—–])[^\n]{0,200}\Z")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the last word."""
    paragraphs = [paragraph for paragraph in document.analysis.paragraphs if paragraph.tokens]
    if len(paragraphs) == 1 == len(document.segments):
        yield from _line(document, paragraphs[0])
        return
    body = [paragraph for paragraph in paragraphs if paragraph.kind == "body" and paragraph.index]
    closed = sum(_closed(paragraph) for paragraph in body)
    for paragraph in body if closed >= _FELLOWS and closed * 10 >= len(body) * 8 else ():
        sentence, last = paragraph.sentences[-1], paragraph.tokens[-1]
        if len(sentence.words) < _SHORTEST or len(paragraph.sentences) < 2 or last.kind != "word":
            continue
        finite = any(verb.finite is not None for verb in document.analysis.reading(sentence).verb_groups)
        if finite and not _closed(paragraph) and "/" not in paragraph.text[-40:]:
            yield sentence.match(last.index, last.index, "The final mark is missing.", f"{last.text}.")


def _line(document: Document, paragraph: Paragraph) -> Iterator[Match]:
    """Flag the last word of a text of one paragraph, or its bracket."""
    sentence = paragraph.sentences[-1]
    words, last = sentence.words, sentence.tokens[-1]
    source = document.segments[paragraph.index].source
    least = _BEHIND if len(paragraph.sentences) > 1 else _ALONE
    if len(words) < least or (source and source.rstrip()[-1:].isalnum()) or not paragraph.tokens[0].capitalised:
        return
    if (last.kind == "punct" and last.text != ")") or last.text.endswith("."):
        return
    if "/" in paragraph.text[-40:] or _SIGNED.search(paragraph.text) or not _full(document, sentence):
        return
    first = last.index
    while last.text == ")" and first and sentence.tokens[first].text != "(":
        first -= 1
    yield sentence.match(first, last.index, "The final mark is missing.", f"{sentence.text(first, last.index)}.")


def _full(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence has several things that headlines leave out, and nothing that is theirs."""
    words, reading = sentence.words, document.analysis.reading(sentence)
    capitals = sum(token.text[0].isupper() for token in words[1:])
    if capitals * 2 > len(words) or words[0].lower in QUESTION_WORDS - {"when"}:
        return False
    if any(token.text in _CUTS for token in sentence.tokens):
        return False
    articles = sum(noun.determiner is not None for noun in reading.noun_phrases)
    verbs = [verb for verb in reading.verb_groups if verb.finite is not None]
    signs = min(articles, 3) + any(verb.finite != verb.head or verb.copula for verb in verbs)
    signs += any(clause.subject is not None and clause.subject.pronoun for clause in reading.clauses)
    signs += any(verb.tense == "past" for verb in verbs) + (len(words) > _LONG)
    signs += reading.tag(0) in ("IN", "IN-S", "WRB") and any(token.text == "," for token in sentence.tokens[:-2])
    told = any(clause.subject is not None and not clause.relative for clause in reading.clauses)
    return told and articles > 0 and signs >= _SIGNS


def _closed(paragraph: Paragraph) -> bool:
    last = paragraph.tokens[-1]
    return paragraph.sentences[-1].closed or last.text in CLOSERS or last.text in _OPEN_ENDS
