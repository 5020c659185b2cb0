"""A name stands bare first and in quotation marks later.

Why it happens: source languages put names of papers, programmes and formats in marks of their own, and the engine
keeps the marks in one sentence and drops them in the next: Asahi Shimbun, then “Asahi Shimbun”.

How it is found: quotation marks around nothing but a capitalised name of two to five words, or a sign like `2+2`, that
stood in the running text before without them, in a long text not longer ago than a thousand words or so. One finding
for each name, at the first such place.

What it leaves alone: names quoted when they first come up and bare later (the usual way to introduce one), titles of
works in headlines, cited ones (`[“Art and Life”, p. 3]`) and those with their kind or author (`the essay`, `Lenin's`),
one-word names, terms that the text writes small elsewhere (`natural law`), speech, and words quoted as words (`called
“Big Brother”`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtqa.analysis.quotes import cited
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import FINITE_BE
from mtqa.rule import Example, Rule
from mtqa_rules.consistency._places import Place

rule = Rule(
    category="fluency/inconsistency",
    severity="minor",
)

BAD = [
    'Asahi Shimbun reported the talks. Later [["Asahi Shimbun"]] said Japan was worried.',
    "The Russian paper Komsomolskaya Pravda wrote of it; the [[“Komsomolskaya Pravda”]] added more.",
    'They held 2+2 talks on Monday. The [["2+2"]] consultations will go on.',
    'Global Times wrote so.\n\nThe report of [["Global Times"]] was denied.',
    'They held 2+2 talks. The 2+2 meeting was the first 2+2 format. The [["2+2"]] consultations will go on.',
    "Belt and Road trade grew. The [[“Belt and Road”]] forum opens in May.",
]
GOOD = [
    "A client MUST NOT send two. The key words “MUST” and “SHOULD”, “MUST NOT” and “MAY” are those of the norm.",
    "“Asahi Shimbun” reported the talks. Later Asahi Shimbun said Japan was worried.",
    "The film “Star Wars” opened. Star Wars fans cheered.",
    "He called it “Global Britain”. Global Britain is a slogan.",
    "The Global Times wrote so. The report named “Star Wars”.",
    "He shouted: “Big Ben!” Big Ben was silent.",
    "Big Ben was silent. He is called “Big Ben” at home.",
    "Japan said so. “Japan” is the name of the band.",
    'He wrote Mutual Aid at sixty. One page of it is famous. ["Mutual Aid", pp. 3-9] He lived on Mutual Aid.',
    'His Mutual Aid is read. In the essay "Mutual Aid" he says so; Kropotkin\'s "Mutual Aid" has more.',
    'Natural Law is natural law to him. The natural law binds; so "Natural Law" is one more natural law.',
    Example("“Star Wars” opened in Paris this week, and fans cheered.", title="Star Wars opens in Paris"),
]

_PAIRS = {'"': '"', "“": "”"}
_AROUND = frozenset("\"“”'‘’《》-–—")
#: Before the title of a work: its kind or its author.
_AUTHOR = re.compile(r"\b(?:essay|pamphlet|article|chapter|section|appendix|[A-Z][a-z]+(?:['’]s|s['’])) $")
#: So many characters are a thousand words and more; so often a term stands in small letters.
_FAR, _TERM = 6000, 3
_NAMING = frozenset(
    "call calls called named termed dubbed nicknamed known as term word words phrase slogan like said says "
    "meaning saying cried shouted album characters name inscription song film movie book novel play game show "
    "titled entitled".split()
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    index = document.analysis.index
    heads = document.analysis.speech.headlines
    bare: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    told: set[tuple[str, ...]] = set()
    places = sorted(
        (place for mark in _PAIRS for place in index.get(mark, ())),
        key=lambda place: (place[0].segment, place[0].tokens[place[1]].start),
    )
    closed = (-1, -1)
    for sentence, i in places:
        start = sentence.tokens[i].start
        if sentence.segment in heads or (sentence.segment, start) <= closed:
            continue
        end = _close(sentence, i)
        if not end:
            continue
        closed = (sentence.segment, sentence.tokens[end].start)
        inside = sentence.tokens[i + 1 : end]
        key = tuple(token.text for token in inside)
        if len(key) > 1 and all(word.isupper() for word in key):
            continue  # “MUST NOT”: a key word, capitals are its marks
        if key in told or not _name(inside) or _as_words(sentence.tokens, i):
            continue
        text = document.analysis.paragraphs[sentence.segment].text
        if cited(text, start, sentence.tokens[end].end) or _AUTHOR.search(text[max(0, start - 30) : start]):
            continue
        if key not in bare:
            bare[key] = _bare(key, index.get(inside[0].lower, ()), heads)
        at = (sentence.segment, start)
        last = max((place for place in bare[key] if place < at), default=None)
        if last is None or not _near(document, last, at):
            continue
        small = [token.lower for token in inside]
        if small == list(key) or document.analysis.count(small) < _TERM:
            told.add(key)
            text = " ".join(key).replace(" + ", "+")
            message = f"“{text}” is in quotation marks here, but stood without them before."
            yield Match(sentence.segment, start, sentence.tokens[end].end, message, suggestions=(text,))


def _as_words(tokens: list[Token], i: int) -> bool:
    """Whether the mark at `i` opens words quoted as words: `known as “Big Ben”`, `the words “Expo”`."""
    if i >= 2 and tokens[i - 1].lower == "the" and tokens[i - 2].lower in FINITE_BE:
        return True  # the first of them is the “Big Bang”
    return any(token.lower in _NAMING for token in tokens[max(0, i - 4) : i])


def _close(sentence: Sentence, i: int) -> int:
    """Token index of the mark that closes a quotation of one to five tokens opened at `i`; 0 if there is none."""
    tokens = sentence.tokens
    mark = _PAIRS[tokens[i].text]
    for j in range(i + 2, min(i + 7, len(tokens))):
        if tokens[j].text == mark:
            return 0 if tokens[j].space or tokens[i + 1].space else j
    return 0


def _name(inside: list[Token]) -> bool:
    """Whether tokens in quotation marks are a name: capitalised words, `of` and `and` between, or `2+2`."""
    texts = [token.text for token in inside]
    if len(texts) == 3 and texts[1] == "+" and texts[0].isdigit() and texts[2].isdigit():
        return True
    return (
        len(inside) >= 2
        and inside[0].capitalised
        and inside[-1].capitalised
        and all(token.kind == "word" and (token.capitalised or token.lower in ("of", "and", "the")) for token in inside)
    )


def _near(document: Document, one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Whether two places, in reading order, are so near that a reader of the second recalls the first."""
    apart = other[1] - one[1]
    for segment in range(one[0], other[0]):
        apart += len(document.segments[segment].target)
        if apart > _FAR:
            return False
    return apart <= _FAR


def _bare(key: tuple[str, ...], places: Sequence[Place], heads: frozenset[int]) -> list[tuple[int, int]]:
    """Segment and start of the places in running text where the same tokens stand without marks."""
    found: list[tuple[int, int]] = []
    for sentence, k in places[:200]:
        tokens = sentence.tokens
        if sentence.segment in heads or tuple(token.text for token in tokens[k : k + len(key)]) != key:
            continue
        before = tokens[k - 1].text if k else " "
        behind = tokens[k + len(key)].text if k + len(key) < len(tokens) else " "
        if before not in _AROUND and behind not in _AROUND:
            found.append((sentence.segment, tokens[k].start))
    return found
