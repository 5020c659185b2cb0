"""The engine went round in circles: a sentence, phrase, word or bracket over and over.

Why it happens: neural engines and language models fall into loops on rare, long or empty input and write on until they
are stopped.

How it is found: the same sentence, or the same two or three sentences, three times in a row, also from paragraph to
paragraph; the same phrase of five words three times in a row, a shorter one or a word four times; a row of four
bracketed words; letters that go round inside a word. Major, critical where loops fill a third of the document and
more than a line of verse.

What it leaves alone: laughter, cheers, chants and refrains, `no, no, no`, short answers, figures, rulers and rows of
marks, numbered notes (`[1] [2]`), boxes to tick, tables. It runs on every target language, since a loop shows without
knowing the words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from mtqa.analysis.sentences import CLOSERS, Sentence
from mtqa.analysis.text import Paragraph
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import CHANTS
from mtqa.rule import Example, Rule
from mtqa_rules.repetition._runs import runs

rule = Rule(
    category="fluency/repetition",
    severity="major",
    languages=(),
    since="0.3",
)

_STORY = (
    "The council met on Tuesday to talk about the bridge and the road that leads to it. Some members spoke for it, and "
    "others had doubts about what it would cost in the years to come.\n\n"
)
BAD = [
    _STORY + "It opens in May. [[It opens in May. It opens in May.]]",
    "The bridge is closed to the lorries of the firm. [[The bridge is closed to the lorries of the firm.]]\n\n"
    "[[The bridge is closed to the lorries of the firm.]]\n\nIt opens in May.",
    _STORY + "It was built of stone and of wood [[and of wood and of wood and of wood]].",
    _STORY + "It is good to know that [[it is good to know that it is good to know that]] it opens.",
    _STORY + "The bridge [[bridge bridge bridge bridge]] is closed.",
    "(Music) (Applause) [[(Applause) (Applause) (Applause)]]",
    _STORY + "[[(music) (laughter) (music) (crowd)]] It opens in May.",
    _STORY + "The [[bridge-bridge-bridge-bridge-bridge-bridge]] is closed.",
    _STORY + "The [[BABABABABABABABABABABA]] is closed.",
    "He said yes. She said no to it. [[He said yes. She said no to it. He said yes. She said no to it.]]",
    Example("Die Brücke ist in der Stadt [[in der Stadt in der Stadt in der Stadt]] gesperrt.", language="de"),
]
GOOD = [
    "Ha ha ha ha ha, he laughed. No, no, no, no! Hear, hear, hear, hear!",
    "“Build the wall, build the wall, build the wall, build the wall,” they chanted.",
    "Row, row, row your boat, gently down the stream, merrily, merrily, merrily, merrily, and so home.",
    "We wish you a merry Christmas\n\nWe wish you a merry Christmas\n\nWe wish you a merry Christmas\n\nAnd so on",
    "She sang la la la la la la la all night.",
    "Yes.\n\nYes.\n\nYes.\n\nNo.",
    "See the notes [1] [2] [3] [4] [5].",
    "* * * * * * * *\n\n----------------\n\n................",
    "He won 6-4 6-4 6-4 6-4 and got 10 10 10 10.",
    "[ ] Yes [x] No [ ] Maybe [ ] Later",
    "It was a very, very, very, very long day, and it went on and on and on and on.",
    "Hahahahahahahaha, she wrote, and Aaaaaaaaaargh, and zzzzzzzzzzzzzz.",
    "Thank you. Thank you. Thank you.",
    "Her great-great-great-great-great-grandmother built it.",
    "A rose is a rose is a rose is a rose.",
    "| – | – | – | – | – |\n\n0 0 0 0 0",
]

#: Words that stand four times in any longer paragraph.
_USUAL = frozenset("the a an of to in and is it that for on with as at by s".split())
_ROUNDS, _SENTENCES = 4, 3
#: A phrase of so many words is a loop when it comes for the third time.
_LONG_PHRASE, _LONG_ROUNDS = 5, 3
_WIDEST = 16
#: A song says a line so often at most, and the line is no longer.
_VERSES, _LINE = 5, 60
_ROUNDS_OF_CRIES = 16
#: A word in which letters go round has so many.
_LONG = 16
#: Words that people say over and over.
_CRIES = frozenset(
    "ha haha he hehe hi ho la na da no yes yeah oh ah uh hey hear bla blah very much many so really more again on "
    "and up down go run bye cheep tweet tick tock knock ding dong beep click clap bang boom pow ring wow yay "
    "please thank thanks you never always ever too far long old big holy amen hallelujah hare krishna om more "
    "wait stop help hip hooray great".split()
)
_CHANTS = CHANTS | {"refrain"}
#: Parts joined by hyphens: plutonium-plutonium-plutonium.
_PARTS = re.compile(r"(?<![^\W_])([^\W_]{2,30})(?:[-‐‑]\1){4,4000}")
_BRACKETS = re.compile(
    r"(?:\((?:\s?[^\W\d_]{3,20}){1,3}\s?\)[\s,;.]{0,3}){4,400}|(?:\[(?:\s?[^\W\d_]{3,20}){1,3}\s?\][\s,;.]{0,3}){4,400}"
)
_ONE = re.compile(r"([A-ZÀ-ÖØ-Þ])\1{19,4000}")
_LETTERS = re.compile(r"([^\W\d_]{2,5}?)\1{7,4000}")

#: Segment, first and last code point, message.
_Span = tuple[int, int, int, str]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag every round but the first."""
    found: list[_Span] = []
    taken: set[int] = set()
    for loop in _sentences(document):
        found += loop
        taken.update(segment for segment, *_ in loop)
    often = _often(document)
    long = max(map(len, document.analysis.index), default=0) >= _LONG
    for paragraph in document.analysis.paragraphs:
        if paragraph.index not in taken:
            loops = list(_phrases(paragraph)) if paragraph.index in often else []
            found += loops
            found += _pieces(paragraph, loops, long)
    if not found:
        return
    looped = sum(end - start for _, start, end, _ in found)
    whole = sum(len(segment.target) for segment in document.segments)
    for segment, start, end, message in found:
        grave = looped >= _LINE and looped * 3 >= whole
        yield Match(segment, start, end, message, ("",), severity="critical" if grave else "major")


def _sentences(document: Document) -> Iterator[list[_Span]]:
    """Loops of one to three sentences, each as the spans it takes in its segments."""
    sentences = document.analysis.sentences
    looks = [(len(sentence.tokens), sentence.tokens[0].lower) for sentence in sentences]
    if len(set(looks)) + _SENTENCES - 1 > len(looks):
        return  # hardly two look alike
    keys = [" ".join([token.lower for token in s.tokens if token.kind != "punct"]) for s in sentences]
    for width in (1, 2, 3):
        i = width
        while i < len(keys):
            if not keys[i] or keys[i - width : i] != keys[i : i + width]:
                i += 1
                continue
            end = i + width
            while keys[end : end + width] == keys[i - width : i]:
                end += width
            words = sum(len(key.split()) for key in keys[i - width : i])
            rounds = (end - i) // width + 1
            if rounds < _VERSES and all(_line(document, sentence) for sentence in sentences[i - width : end]):
                i = end  # a refrain
                continue
            if rounds >= _SENTENCES and words >= 4 and not _cry(keys[i - width].split()):
                spans: dict[int, tuple[int, int]] = {}
                for sentence in sentences[i:end]:
                    start = spans.get(sentence.segment, (sentence.start, 0))[0]
                    spans[sentence.segment] = (start, sentence.end)
                yield [(segment, *span, "The same sentences come over and over.") for segment, span in spans.items()]
                for k in range(i - width, end):
                    keys[k] = ""
            i = end


def _line(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own without a final mark."""
    paragraph = document.analysis.paragraphs[sentence.segment]
    return len(paragraph.sentences) == 1 and not sentence.closed and len(paragraph.text) <= _LINE


def _often(document: Document) -> set[int]:
    """Segments in which a word stands as often as it must in a loop: a usual one twice within three words."""
    often: set[int] = set()
    for word, places in document.analysis.index.items():
        if len(places) < _LONG_ROUNDS or not word[0].isalnum():  # cheap
            continue
        if word in _USUAL:
            for (one, i), (other, k) in pairwise(places):
                if one is other and k - i < 3:  # cheap
                    often.add(one.segment)
        else:
            count = Counter([sentence.segment for sentence, _ in places])
            often.update(segment for segment, times in count.items() if times >= _LONG_ROUNDS)
    return often


def _phrases(paragraph: Paragraph) -> Iterator[_Span]:
    """Loops of one to sixteen tokens."""
    tokens = paragraph.tokens
    for first, second, end in runs([token.lower for token in tokens], _WIDEST):
        rounds = (end - first) // (second - first)
        long = sum(token.kind == "word" for token in tokens[first:second]) >= _LONG_PHRASE
        if rounds >= (_LONG_ROUNDS if long else _ROUNDS) and _counts(tokens, first, second, end, rounds):
            shift = tokens[second].text in CLOSERS  # ) (music) (music: the bracket belongs to what is before
            start, close = tokens[second + shift].start, tokens[min(end - 1 + shift, len(tokens) - 1)].end
            yield paragraph.index, start, close, "The same words come over and over."


def _counts(tokens: Sequence[Token], first: int, second: int, end: int, rounds: int) -> bool:
    """Whether the phrase from `first` to `second`, said again up to `end`, is no cry, chant, number or ruler."""
    phrase = tokens[first:second]
    words = [token.lower for token in phrase if token.kind == "word"]
    if not words:
        return False
    if any(token.kind == "number" for token in phrase) and len(words) < 2:
        return False
    if _cry(words) and rounds < _ROUNDS_OF_CRIES:
        return False
    begun = phrase[0].kind == "word" or phrase[0].text == ","
    if len(words) < 3 and rounds < 5 and begun and len(words) < len(phrase):
        return False  # let it be, let it be: with marks between it takes more rounds
    if len(words) == 1 and rounds < 5 and phrase[0].kind == "word":
        return False
    around = [*tokens[max(0, first - 12) : first], *tokens[end : end + 12]]
    spoken = any(token.lower in _CHANTS for token in around) or (first and tokens[first - 1].text in "\"“‘'«")
    return rounds >= 8 or not spoken


def _cry(words: Sequence[str]) -> bool:
    return all(word in _CRIES or len(set(word)) == 1 < len(word) for word in words)


def _pieces(paragraph: Paragraph, loops: Sequence[tuple[int, int, int, str]], long: bool) -> Iterator[_Span]:
    """Rows of bracketed words; letters that go round inside a word."""
    text = paragraph.text
    if text.count("(") >= _ROUNDS or text.count("[") >= _ROUNDS:
        for found in _BRACKETS.finditer(text):
            row = found.group().rstrip(" ,;.")
            items = re.findall(r"[^\W\d_]+", row.lower())
            if len(set(items)) < len(items) and not any(a < found.end() and found.start() < b for _, a, b, _ in loops):
                yield paragraph.index, found.start(), found.start() + len(row), "Words in brackets come over and over."
    if not long:
        return
    for token in paragraph.tokens:
        if len(token.text) < _LONG:
            continue
        circle = _PARTS.search(token.text) or _LETTERS.search(token.text)
        if _ONE.fullmatch(token.text) or (circle and not _cry([circle.group(1).lower()])):
            yield paragraph.index, token.start, token.end, "The same letters come over and over."
