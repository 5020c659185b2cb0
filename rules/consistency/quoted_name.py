"""A name stands bare first and in quotation marks later.

Why it happens: source languages put names of papers, programmes and formats in marks of their own, and the engine
keeps the marks in one sentence and drops them in the next: Asahi Shimbun, then “Asahi Shimbun”.

How it is found: quotation marks around nothing but a capitalised name of two to five words, or a sign like `2+2`, that
stood in the running text before without them. One finding for each name, at the first such place.

What it leaves alone: names quoted when they first come up and bare later (the usual way to introduce one), titles
of works in headlines, one-word names, speech, and words quoted as words (`called “Big Brother”`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.consistency._places import Place, headlines

rule = Rule(
    category="fluency/inconsistency",
    severity="minor",
    measured=(
        "newstest2020 MT: 25 findings, 0.88 met by a human mark, chance 0.51",
        "original English news, 31,000 words: no finding",
    ),
)

BAD = [
    'Asahi Shimbun reported the talks. Later [["Asahi Shimbun"]] said Japan was worried.',
    "The Russian paper Komsomolskaya Pravda wrote of it; the [[“Komsomolskaya Pravda”]] added more.",
    'They held 2+2 talks on Monday. The [["2+2"]] consultations will go on.',
    'Global Times wrote so.\n\nThe report of [["Global Times"]] was denied.',
    "Belt and Road trade grew. The [[“Belt and Road”]] forum opens in May.",
]
GOOD = [
    "“Asahi Shimbun” reported the talks. Later Asahi Shimbun said Japan was worried.",
    "The film “Star Wars” opened. Star Wars fans cheered.",
    "He called it “Global Britain”. Global Britain is a slogan.",
    "The Global Times wrote so. The report named “Star Wars”.",
    "He shouted: “Big Ben!” Big Ben was silent.",
    "Big Ben was silent. He is called “Big Ben” at home.",
    "Japan said so. “Japan” is the name of the band.",
    Example("“Star Wars” opened in Paris this week, and fans cheered.", title="Star Wars opens in Paris"),
]

_PAIRS = {'"': '"', "“": "”"}
_AROUND = frozenset("\"“”'‘’《》-–—")
_NAMING = frozenset(
    "call calls called named dubbed nicknamed known as term word words phrase slogan like said says meaning saying "
    "cried shouted album characters name inscription song film movie book novel play game show titled entitled".split()
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    index = document.analysis.index
    heads = headlines(document.analysis)
    bare: dict[tuple[str, ...], tuple[int, int] | None] = {}
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
        if key in told or not _name(inside) or _as_words(sentence.tokens, i):
            continue
        if key not in bare:
            bare[key] = _first_bare(key, index.get(inside[0].lower, ()), heads)
        first = bare[key]
        if first is not None and first < (sentence.segment, start):
            told.add(key)
            text = " ".join(key).replace(" + ", "+")
            message = f"“{text}” is in quotation marks here, but stood without them before."
            yield Match(sentence.segment, start, sentence.tokens[end].end, message, suggestions=(text,))


def _as_words(tokens: list[Token], i: int) -> bool:
    """Whether the mark at `i` opens words quoted as words: `known as “Big Ben”`, `the words “Expo”`."""
    if i >= 2 and tokens[i - 1].lower == "the" and tokens[i - 2].lower in ("is", "are", "was", "were"):
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


def _first_bare(key: tuple[str, ...], places: Sequence[Place], heads: frozenset[int]) -> tuple[int, int] | None:
    """Segment and start of the first place in running text where the same tokens stand without marks."""
    for sentence, k in places[:200]:
        tokens = sentence.tokens
        if sentence.segment in heads or tuple(token.text for token in tokens[k : k + len(key)]) != key:
            continue
        before = tokens[k - 1].text if k else " "
        behind = tokens[k + len(key)].text if k + len(key) < len(tokens) else " "
        if before not in _AROUND and behind not in _AROUND:
            return sentence.segment, tokens[k].start
    return None
