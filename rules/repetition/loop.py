"""The engine went round in circles: a sentence, phrase, word or bracket over and over.

Why it happens: neural engines and language models fall into loops on rare, long or empty input and write on until they
are stopped.

How it is found: in a row, marks and `and` between them aside, a word four times (five with marks), a phrase three
times (a short one with marks four), one to three sentences three times, also from paragraph to paragraph; inside a
word two letters four times, more of them or a part between hyphens three times; a mark behind a word two hundred
times. Major, critical where loops fill a third of the document and more than a line of verse. Where a word or phrase
stands twice, see `doubled-word`, `doubled-phrase`.

What it leaves alone: laughter, cheers, chants and refrains, `no, no, no`, short answers, figures, rulers and rows of
marks, numbered notes (`[1] [2]`), boxes to tick. It runs on every target language, since a loop shows without knowing
the words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.analysis.language import size
from mtqa.analysis.sentences import OPENERS, Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import CHANTS, EMPHATIC, SEQUENCES
from mtqa.knowledge.phrases import SAID_AGAIN
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.repetition._runs import Row, rows, runs

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
    _STORY + "They met in the hall [[in the hall in the hall]] of the town.",
    _STORY + "The unions spoke [[continualalalalal]].",
    _STORY + "He said it is shut for good[[, it is shut for good, it is shut for good]], and left.",
    _STORY + "She laughed ha" + "[[" + " ha" * 16 + "]] and left.",
    _STORY + "They sang “I love you[[" + ", I love you" * 8 + "]]” all night.",
    "The bridge is shut on Monday.\n\n[[The bridge is shut on Monday.]]\n\n[[The bridge is shut on Monday.]]",
    "The bridge is shut\n\n" + "\n\n".join(["[[The bridge is shut]]"] * 4),
    _STORY + "You can cook, fry[[, fry, fry, fry or fry]] it.",
    _STORY + "You can fry[[, fry, fry or fry]] it, or boil[[, boil or boil]] it.",
    _STORY + "It takes non-stick [[non-stick non-stick non-stick non-stick]] pans.",
    _STORY + "It is from [[pre-great-great-great-great-great-great-great-great-great-great-great-great-great]] times.",
    _STORY + "The [[bridge-bridge-bridge-bridge-bridge-bridge]] is closed.",
    _STORY + "The [[BABABABABABABABABABABA]] is closed.",
    "He said yes. She said no to it. [[He said yes. She said no to it. He said yes. She said no to it.]]",
    Example("Die Brücke ist in der Stadt [[in der Stadt in der Stadt in der Stadt]] gesperrt.", language="de"),
    Example(
        "桥梁在五月对外开放，" * 2 + "大家都很高兴。[[" + ("桥梁在五月对外开放，" * 2 + "大家都很高兴。") * 3 + "]]",
        language="zh",
    ),
    _STORY + "They met in the hall..." + "[[" + "." * 300 + "]]",
    "They met in the big house[[ (big house (big house (big house]]",
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
    "To be or to be or to be, that is no question. He may stay or stay on.",
    "He won 6-4 6-4 6-4 6-4 and got 10 10 10 10.",
    "[ ] Yes [x] No [ ] Maybe [ ] Later",
    "It was a very, very, very, very long day, and it went on and on and on and on.",
    "Hahahahahahahaha, she wrote, and Aaaaaaaaaargh, and zzzzzzzzzzzzzz.",
    "Thank you. Thank you. Thank you.",
    "Her great-great-great-great-great-grandmother built it.",
    "A rose is a rose is a rose is a rose.",
    "The bridge is closed. The bridge is closed. It opens in May. It opens in May.",
    "Ha ha ha ha. Ha ha ha ha. Ha ha ha ha. He left.",
    "Name" + "." * 80 + " Town" + "_" * 120,
    "| – | – | – | – | – |\n\n0 0 0 0 0",
]

LEAVE = [("rose is a rose", "A rose is a rose is a rose is a rose.")]

_CRIES = SAID_AGAIN | EMPHATIC | SEQUENCES
_ROUNDS_OF_CRIES, _ROUNDS_OF_CHANTS, _ROUNDS_OF_PARTS = 16, 8, 11
#: Of sentences: how many go round together, how often they come, how many words they hold.
_WIDEST, _SENTENCES, _WORDS = 3, 3, 4
#: A song says a line so often at most, and the line is no longer.
_VERSES, _LINE = 5, 60
_SHORTEST = 9  # letters of a word in which letters go round
_CHANTS = CHANTS | {"refrain"}
_QUOTES = OPENERS - {"(", "[", "{"}
#: Parts joined by hyphens, and letters: plutonium-plutonium-plutonium, continualalalal.
_LETTERS = regex(r"(?<![^\W_])([^\W_]{2,30})(?:[-‐‑]\1){2,4000}|([^\W\d_]{3,6}?)\2{2,4000}|([^\W\d_]{2})\3{3,4000}")

#: A mark behind a word that does not stop: a line of a form to be filled in is shorter.
_MARK = ".…!?*=_~–-"
_MARKS = regex(rf"(?<=[^\W_])([{_MARK}])\1{{199,20000}}")

#: Segment, first and last code point.
_Span = tuple[int, int, int]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag every round but the first; of a word the whole."""
    found = [(span, "The same sentences come over and over.") for span in _sentences(document)]
    for row in document.analysis.view(rows):
        if row.looped and not _meant(row):
            start, end = row.rest
            span = row.sentence.segment, row.sentence.tokens[start].start, row.sentence.tokens[end].end
            found.append((span, "The same words come over and over."))
    for word, places in document.analysis.index.items():
        if len(word) >= _SHORTEST and len(set(word)) * 2 < len(word):  # cheap
            circle = _LETTERS.search(word)
            parts = [group for group in circle.groups() if group] if circle is not None else []
            if circle is not None and (not _cry(parts) or len(circle[0]) > _ROUNDS_OF_PARTS * len(parts[0])):
                for sentence, i in places:
                    token = sentence.tokens[i]
                    found.append(((sentence.segment, token.start, token.end), "The same letters come over and over."))
    chars, text = document.analysis.chars, document.analysis.text
    lined = any(mark in chars and mark * 200 in text for mark in _MARK)  # cheap
    found += [
        ((number, row.start() + 3, row.end()), "The same mark comes over and over.")
        for number, segment in enumerate(document.segments if lined else ())  # cheap
        for row in _MARKS.finditer(segment.target)
    ]
    looped = sum(end - start for (_, start, end), _ in found)
    grave = looped >= _LINE and looped * 3 >= sum(len(segment.target) for segment in document.segments)
    for span, message in found:
        yield Match(*span, message, ("",), severity="critical" if grave else "major")


def _meant(row: Row) -> bool:
    """Whether what goes round is a cry, a chant, figures, letters or an answer to tick."""
    tokens, words = row.sentence.tokens, row.words
    if _cry(words) and row.rounds < _ROUNDS_OF_CRIES:
        return True
    if len(words) == 1 and not (len(words[0]) > 1 and words[0].replace("-", "").isalpha()):
        return True
    around = tokens[max(0, row.first - 12) : row.first] + tokens[row.end : row.end + 12]
    spoken = any(token.lower in _CHANTS for token in around) or row.sentence.at(row.first - 1).text in _QUOTES
    return spoken and row.rounds < _ROUNDS_OF_CHANTS


def _cry(words: Sequence[str]) -> bool:
    return all(word in _CRIES or len(set(word)) == 1 for word in words)


def _sentences(document: Document) -> Iterator[_Span]:
    """Loops of one to three sentences: the spans they take in their segments."""
    sentences = document.analysis.sentences
    looks = [(len(sentence.tokens), sentence.tokens[0].lower) for sentence in sentences]
    if len(looks) - len(set(looks)) + 1 < _SENTENCES:  # cheap
        return
    keys = [" ".join([token.lower for token in sentence.words]) for sentence in sentences]
    for first, second, end in runs(keys, _WIDEST):
        words = " ".join(keys[first:second]).split()
        rounds = (end - first) // (second - first)
        if rounds < _SENTENCES or sum(map(size, sentences[first].words)) < _WORDS > len(words) or _cry(words):
            continue
        if rounds < _VERSES and all(_line(document, sentence) for sentence in sentences[first:end]):
            continue  # a refrain
        spans: dict[int, _Span] = {}
        for sentence in sentences[second:end]:
            start = spans.get(sentence.segment, (0, sentence.start, 0))[1]
            spans[sentence.segment] = (sentence.segment, start, sentence.end)
        yield from spans.values()


def _line(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is a line of its own without a final mark."""
    paragraph = document.analysis.paragraphs[sentence.segment]
    return len(paragraph.sentences) == 1 and not sentence.closed and len(paragraph.text) <= _LINE
