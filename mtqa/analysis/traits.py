"""Traits of a stretch of text by which unrevised machine translation differs from what people write.

Rates (how often verbs lack a subject, how well words fit), and rows of small words and classes of words, each said to
be there or not, however often. Nothing here judges: `readability` weighs them, `tools/train_readability.py` finds the
weights. Sums are exact (`fsum`), so that every machine comes to the same digits.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from itertools import chain, compress, pairwise
from math import fsum, sqrt
from operator import attrgetter, eq, mul

from mtqa.analysis.reading import Reading
from mtqa.analysis.vocabulary import CONTENT, NOUNS
from mtqa.analysis.wordclasses import ALL_SIGNS, DOUBT
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.rows import LANE, Weights, lanes, packed, weights
from mtqa.values import NamedTuple

__all__ = [
    "ALPHABET",
    "RATES",
    "ROWS",
    "SIZE",
    "Rows",
    "Stretch",
    "rates",
    "rows",
    "stretches",
    "strings",
    "table",
]

#: Words of a stretch, about.
SIZE = 200

#: The rates, in the order of `rates`.
RATES = (
    "fit", "misfits", "gross misfits", "worst fit",
    "verb groups", "finite verbs", "without subject", "relative", "verbless", "doubtful",
    "length", "length varies", "commas", "the", "a", "prepositions", "of", "pronouns", "adverbs", "conjunctions",
    "names", "unknown", "unusual pairs", "pairs", "different", "different content", "pairs again", "words again",
    "small starts", "capitals", "digits", "quotes", "modals", "-ing", "participles", "colons", "have",
    "apostrophes", "possessives", "determined", "noun rows", "described", "bad ends", "letters", "rare", "to", "be",
    "words twice", "words carried on", "classes", "coherence", "worst fits", "misfits together", "worst misfits",
    "low fit", "adjectives fit", "prepositions fit", "frequencies vary", "low margin",
)  # fmt: skip

_LONG = 6  # tokens of a sentence that needs a verb
_FIRST = 150  # words in which different ones are counted: the more there are, the fewer are new
_RARE = -12.5  # natural log probability

_SMALL, _USUAL, _ALIKE = map(attrgetter, ("small", "usual", "alike"))

Stretch = Sequence[Reading]


def words(reading: Reading) -> int:
    """Words and numbers of a sentence."""
    return sum(map(str.isalnum, reading.begins))


def stretches(readings: Sequence[Reading]) -> list[list[Reading]]:
    """The text cut between sentences into parts of much the same size."""
    sizes = [words(reading) for reading in readings]
    total, done = sum(sizes), 0
    number = max(1, (2 * total + SIZE) // (2 * SIZE))
    made: list[list[Reading]] = [[]]
    for reading, size in zip(readings, sizes, strict=True):
        if made[-1] and len(made) < number and done * number >= total * len(made):
            made.append([])
        made[-1].append(reading)
        done += size
    return made


class Rows(NamedTuple):
    """A stretch as strings, a character a token: on them rows of neighbours are looked up.

    Attributes:
        small: kinds as in `order`: small words themselves, else signs.
        signs: of the word classes.
        classes: of like use, see `vocabulary.used`.
    """

    small: str
    signs: str
    classes: str


class Shape(NamedTuple):
    """A shape of row that is looked up: out of which string, how many tokens, and whether the middle one is any."""

    source: str
    size: int
    gap: bool = False

    @property
    def places(self) -> tuple[int, ...]:
        """Of its tokens, counted from the first."""
        return (0, 2) if self.gap else tuple(range(self.size))


#: All shapes, in the order of the table.
ROWS = (
    Shape("small", 1), Shape("small", 2), Shape("small", 3),
    Shape("signs", 3), Shape("signs", 4), Shape("signs", 5),
    Shape("classes", 2), Shape("classes", 3), Shape("classes", 3, True),
)  # fmt: skip


#: An odd number above all characters of a string; those of `signs` stand for their places in the alphabet.
_BASES = {"small": 239, "signs": 55, "classes": 661}
ALPHABET = {ord(sign): 1 + i for i, sign in enumerate(sorted(ALL_SIGNS | {"^"}))}
#: By how many bits a string is moved, to bring each character of a row into the lane of the first; and its factor.
_MOVES = [
    (shape, [(LANE * place, _BASES[shape.source] ** i) for i, place in enumerate(shape.places) if i]) for shape in ROWS
]


def table(shape: Shape, rows: str, values: str) -> Weights:
    """The weights of the rows of a shape, as `rows` numbers them; the arguments as the file of a table has them."""
    known = rows.translate(ALPHABET) if shape.source == "signs" else rows
    base, size = _BASES[shape.source], len(shape.places)
    return weights(known, values, [base**i for i in range(size)], base**size)


def rows(stretch: Stretch) -> list[set[int]]:
    """The different rows of each shape in a stretch, by their numbers (see `knowledge.rows`)."""
    made = strings(stretch)
    texts = {"small": made.small, "signs": made.signs.translate(ALPHABET), "classes": made.classes}
    numbers = {source: packed(text) for source, text in texts.items()}
    found = []
    for shape, moves in _MOVES:
        text = key = numbers[shape.source]
        for bits, factor in moves:
            key += (text >> bits) * factor
        size = len(texts[shape.source])
        found.append(set(lanes(key, size)[: max(0, size - shape.places[-1])]))
    return found


def strings(stretch: Stretch) -> Rows:
    """The strings that rows are cut from."""
    small = "".join(["!!" + reading.kinds + "!" for reading in stretch])
    signs = "".join(["^" + reading.tagged.signs + "^" for reading in stretch])
    return Rows(small, signs, "".join(["!" + reading.used + "!" for reading in stretch]))


def rates(stretch: Stretch) -> list[float]:
    """The rates of `RATES`."""
    words = list(chain.from_iterable([reading.words for reading in stretch]))
    begins = "".join([reading.begins for reading in stretch])
    signs = "".join([reading.tagged.signs for reading in stretch])
    sign = signs.count
    fits = sorted(chain.from_iterable([reading.fits for reading in stretch]))
    margins = sorted(chain.from_iterable([reading.tagged.margins for reading in stretch]))
    lowered = chain.from_iterable([[*reading.lowered, ""] for reading in stretch])
    alphas = map(str.isalpha, " ".join([*[reading.begins for reading in stretch], ""]))
    row = [word if alpha else "" for word, alpha in zip(lowered, alphas, strict=True)]
    lower = list(filter(None, row))
    often = Counter(lower)
    size = max(1, sum(map(str.isalnum, begins)))
    sentences, number = len(stretch), len(words)
    lengths = [len(reading.tokens) for reading in stretch]
    mean = number / sentences
    long = [reading for reading in stretch if len(reading.tokens) >= _LONG]
    pairs = Counter(filter(all, pairwise(row)))
    counts = pairs.values()
    values = english().pairs(pairs)
    side = sum(counts)
    texts = chain.from_iterable([reading.texts for reading in stretch])
    own = list(map(eq, texts, map(_SMALL, words)))
    small = [word for word in compress(words, own) if word.alpha]
    groups = [group for reading in stretch for group in reading.verb_groups]
    clauses = [clause for reading in stretch for clause in reading.clauses]
    content = [word for word in lower[:SIZE] if len(word) > 3]
    capitals = [sign not in "PSY" for sign in compress(signs, map(str.isupper, begins))]
    starts = [(reading.tokens[0].text[0], reading.tagged.signs[0]) for reading in stretch]
    return [
        sum(fits) / len(fits),
        bisect_left(fits, -15) / len(fits),
        bisect_left(fits, -30) / len(fits),
        min([sum(reading.fits) / len(reading.fits) for reading in long or stretch]),
        len(groups) / size,
        sum([group.finite is not None for group in groups]) / size,
        _share([clause.subject is None for clause in clauses]),
        _share([bool(clause.relative) for clause in clauses]),
        _share([all(group.finite is None for group in reading.verb_groups) for reading in long]),
        bisect_left(margins, DOUBT) / max(1, len(margins)),
        mean,
        sqrt(fsum([(length - mean) ** 2 for length in lengths]) / sentences),
        sign(",") / size,
        often["the"] / size,
        (often["a"] + often["an"]) / size,
        (sign("i") + sign("t")) / size,
        often["of"] / size,
        (sign("o") + sign("p") + sign("F")) / size,
        sign("r") / size,
        sign("&") / size,
        (sign("P") + sign("S")) / size,
        sum([not word.known for word in small]) / size,
        sum([count for value, count in zip(values, counts, strict=True) if not value]) / max(1, side),
        fsum(map(mul, values, counts)) / max(1, side),
        len(set(lower[:_FIRST])) / max(1, len(lower[:_FIRST])),
        len(set(content)) / max(1, len(content)),
        sum([count > 1 for count in counts]) / size,
        sum([count - 1 for word, count in often.items() if count > 1 and len(word) > 4]) / size,
        _share([letter.islower() for letter, _ in starts]),
        (sum(capitals) - sum([letter.isupper() and sign not in "PSY" for letter, sign in starts])) / size,
        sum(map(str.isdigit, begins)) / size,
        sign('"') / size,
        sign("M") / size,
        (sign("g") + sign("G")) / size,
        (sign("e") + sign("E")) / size,
        (sign(":") + sign("(")) / size,
        (often["has"] + often["have"] + often["had"]) / size,
        sum([count for word, count in often.items() if "'" in word or "’" in word]) / size,
        sign("'") / size,
        (sign("d") + sign("h")) / max(1, sign("n") + sign("s")),
        sign("nn") / size,
        sign("dj") / size,
        _share([reading.fits[-1] < -5 for reading in stretch]),
        sum(map(len, lower)) / size,
        sum([word.usual < _RARE for word in small]) / max(1, len(small)),
        often["to"] / size,
        sign("A") / size,
        *_coherence(stretch, number),
        *_fits(stretch, fits, long),
        _spread(list(map(_USUAL, compress(compress(words, own), map(CONTENT.__contains__, compress(signs, own)))))),
        _quantile(margins, 4) if margins else 0.0,
    ]


def _coherence(stretch: Stretch, number: int) -> list[float]:
    """How words of content come again: in one sentence, in another, in kind; and in the next one."""
    twice, used = 0, []
    kinds: set[str] = set()
    number_of_kinds = 0
    for reading in stretch:
        signs = reading.tagged.signs
        content = list(map(CONTENT.__contains__, signs))
        plain = list(compress(reading.lowered, content))
        own = set(plain)
        twice += len(plain) - len(own)
        told = list(filter(None, map(_ALIKE, compress(reading.words, content))))
        number_of_kinds += len(told)
        kinds.update(told)
        own.update(compress(reading.lowered, map(NOUNS.__contains__, signs)))
        used.append(own)
    again = sum(map(len, used)) - len(set().union(*used))
    shared = [len(one & two) / max(1, min(len(one), len(two))) for one, two in pairwise(used)]
    return [
        twice / number,
        again / number,
        len(kinds) / max(1, number_of_kinds),
        fsum(shared) / len(shared) if shared else 0.0,
    ]


def _fits(stretch: Stretch, fits: Sequence[int], long: Stretch) -> list[float]:
    """How badly the worst words fit, and adjectives, adverbs and prepositions."""
    together = sum([one < -6 and two < -6 for reading in stretch for one, two in pairwise(reading.fits)])
    told = [
        two for reading in stretch for two in zip(reading.tagged.signs, reading.fits, strict=False) if two[0] in "jrit"
    ]
    of_signs = [[fit for sign, fit in told if sign in signs] for signs in ("jr", "it")]
    return [
        sum([min(reading.fits) for reading in long]) / max(1, len(long)),
        together / len(fits),
        bisect_left(fits, -25) / len(fits),
        _quantile(fits, 10),
        *(sum(own) / max(1, len(own)) for own in of_signs),
    ]


def _quantile(ordered: Sequence[int], part: int) -> float:
    """The value below which one in so many lies."""
    at, rest = divmod(len(ordered) - 1, part)
    low = ordered[at]
    return low + (ordered[at + 1] - low) * rest / part if rest else float(low)


def _spread(values: Sequence[float]) -> float:
    """Standard deviation; 1 without values."""
    if not values:
        return 1.0
    mean = fsum(values) / len(values)
    return sqrt(fsum([(value - mean) ** 2 for value in values]) / len(values))


def _share(answers: Sequence[bool]) -> float:
    """Of yes-or-no answers those that are yes; 0 without any."""
    return sum(answers) / len(answers) if answers else 0.0
