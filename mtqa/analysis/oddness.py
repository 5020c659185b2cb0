"""How odd each place of a sentence is: how much likelier in garbled machine translation than in what people write.

The evidence at a place is a sum of weights: of the rows of kinds of words that end there (small words, word classes,
classes of like use, two to five of them, some with a gap), of how well its word follows by kind and by the word before,
and of what stands between two finite verbs. `tools/train_oddness.py` finds the weights.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from operator import add, sub

from mtqa.analysis.reading import Reading
from mtqa.analysis.traits import ALPHABET
from mtqa.knowledge.company import NONE, UNKNOWN
from mtqa.knowledge.company import STEPS as GAIN_STEPS
from mtqa.knowledge.data import DATA
from mtqa.knowledge.rows import LANE, Weights, figures, found, lanes, packed, weights
from mtqa.values import NamedTuple

__all__ = ["LEFT", "OUT", "PLANES", "RIGHT", "SHAPES", "STEPS", "Piece", "evidence", "meetings", "planes"]

OUT = DATA / "oddness.txt.gz"
STEPS = 400  # to one unit of evidence
LEFT, RIGHT = 4, 2  # places beyond the sentence, on either side
NOTHING = "\0"  # what stands there

#: A sentence as strings, a character a token: signs of classes, kinds as in `order`, classes of like use, how well each
#: word follows by kind, by the word before, how it is written, and at finite verbs where clauses meet.
PLANES = ("signs", "kinds", "classes", "fits", "gains", "cases")


class Piece(NamedTuple):
    """A part of a row: from which plane, from where to where, beside the place."""

    plane: int
    first: int
    last: int


def _shape(said: str) -> tuple[Piece, ...]:
    letters = {"s": 0, "k": 1, "c": 2, "f": 3, "g": 4, "u": 5}
    made = []
    for part in said.split():
        first, _, last = part[1:].partition(":")
        made.append(Piece(letters[part[0]], -int(first), -int(last or first)))
    return tuple(made)


#: The rows that are looked up, by the places of their characters: `s2:0` the signs from two before the place to itself.
SHAPES = tuple(
    map(
        _shape,
        (
            "f0 g0", "f2:0", "g1:0 f1:0",
            "s2:0", "s3:0", "s1:0 g0", "s1:0 u1:0",
            "k1:0", "k2:0", "k2 k0", "k1:0 g0",
            "c1:0", "c2 c0", "c3 c0",
            "c1 s0", "s1 c0", "s2 c1 s0", "c2 s1 c0",
        ),
    )
)  # fmt: skip

_BASES = (55, 239, 661, 9, 9, 5)  # of each plane an odd number above all its characters, as they are numbered
_BINS = {ord("0") + i: i for i in range(9)}
_NUMBERED = (ALPHABET, None, None, _BINS, _BINS, _BINS)


class _Row(NamedTuple):
    """How the rows of a shape are numbered (see `knowledge.rows`).

    Attributes:
        moves: of each character its plane, its place from the first of the plane on, and its factor.
        numbers: how many there may be.
    """

    moves: list[tuple[int, int, int]]
    numbers: int


def _numbered(plane: int, text: str) -> str:
    """A text of a plane with its characters as they are numbered."""
    alphabet = _NUMBERED[plane]
    return text.translate(alphabet) if alphabet else text


def _row(shape: tuple[Piece, ...]) -> _Row:
    made, factor = [], 1
    for plane, first, last in shape:
        for place in range(first, last + 1):
            made.append((plane, LEFT + place, factor))
            factor *= _BASES[plane]
    return _Row(made, factor)


_ROWS = tuple(map(_row, SHAPES))

_FITS = (-40, -25, -15, -8, 0, 8, 18, 30)
_GAINS = (-2.5, -1.5, -0.5, 0.0, 1.0, 2.5, 4.5)
_PAD = "0"
_NEAR = 6  # tokens


#: Verbs that bear tense, and what may stand between two of them, by the signs of classes.
_TENSED = frozenset("VZDAM")
_BETWEEN = {
    **dict.fromkeys("bqQwk", 1),  # while, that, who
    **dict.fromkeys("&+", 2),
    **dict.fromkeys(',:."()', 4),
    **dict.fromkeys("px", 8),  # he, there
    **dict.fromkeys("nsPSWTYomd", 16),
}  # fmt: skip
_LONG = 8  # tokens of a sentence whose end counts as a place where clauses meet


class _Bins(dict[int, str]):
    """The character of each fit."""

    def __missing__(self, fit: int) -> str:
        made = self[fit] = chr(ord("0") + sum(fit > edge for edge in _FITS))
        return made


_bins = _Bins()


#: The character of each step of a gain.
_GAIN = bytes(
    ord("0") if step == UNKNOWN else ord("1") + sum(step - NONE > edge * GAIN_STEPS for edge in _GAINS)
    for step in range(256)
)


def follows(reading: Reading) -> tuple[str, str]:
    """The planes that say how well words follow: by kind and by the word before."""
    fits = "".join(map(_bins.__getitem__, reading.fits))
    company = reading.gains.translate(_GAIN).decode("ascii")
    return _PAD * LEFT + fits + _PAD, _PAD * (LEFT + 1) + company + _PAD * RIGHT


def planes(reading: Reading, follow: tuple[str, str] | None = None) -> tuple[str, ...]:
    """The strings of a sentence, with what stands beyond it on either side."""
    left, right = NOTHING * LEFT, NOTHING * RIGHT
    fits, gains = follow or follows(reading)
    cases = "".join(
        ["1" if text == word.small else _case(text) for text, word in zip(reading.texts, reading.words, strict=True)]
    )
    return (
        left + reading.tagged.signs + right,
        left + reading.kinds + right,
        left + reading.used + right,
        fits,
        gains,
        _PAD * LEFT + cases + _PAD * RIGHT,
    )


def _case(text: str) -> str:
    if not text[0].isupper():
        return "1"
    return "3" if len(text) > 1 and text.isupper() else "2"


def meetings(signs: str) -> list[tuple[int, str]]:
    """Where a finite verb stands, and the sentence's end; with the verb before it, what is between, and itself."""
    found = []
    before, between, near = NOTHING, 0, -1
    for i, sign in enumerate(signs):
        if sign in _TENSED:
            found.append((i, f"{before}{between:02}{sign}{'1' if near == i - 1 and before != NOTHING else '0'}"))
            before, between, near = sign, 0, i
        else:
            between |= _BETWEEN.get(sign, 0)
    if len(signs) >= _LONG:
        found.append((len(signs), f"{before}{between:02}{NOTHING}1"))
    return found


@cache
def _blocks() -> list[str]:
    return gzip.decompress(OUT.read_bytes()).decode("utf-8").split("\n")


@cache
def _first() -> dict[str, int]:
    """The weights of how well words follow, which every sentence is asked for."""
    return figures(*_blocks()[:2])


@cache
def _table() -> tuple[list[Weights], dict[str, int]]:
    """The weights of the rows of the other shapes, by their numbers; and of those where clauses meet."""
    blocks = _blocks()
    tables = []
    for rows, values, (moves, numbers) in zip(blocks[2:-2:2], blocks[3:-2:2], _ROWS[1:], strict=True):
        parts = [_numbered(plane, rows[i :: len(moves)]) for i, (plane, _, _) in enumerate(moves)]
        known = "".join(map("".join, zip(*parts, strict=True)))
        tables.append(weights(known, values, [factor for _, _, factor in moves], numbers))
    return tables, figures(*blocks[-2:])


def evidence(readings: Sequence[Reading], least: int | None) -> list[list[int] | None]:
    """How odd each token of a sentence is where it stands, last how odd it is that it ends there: in `STEPS`.

    Args:
        readings: of some sentences of a text; each table is gone through once for all of them, and what was found is
            kept with the reading for who asks again.
        least: `None` is answered, quickly, for a sentence of which no six tokens come to so much by how they follow
            alone, unless it was looked at before; of `None` all are looked at.
    """
    first = _first()
    totals: list[tuple[Reading, list[int]]] = []
    rows: list[tuple[str, ...]] = []
    for reading in readings:
        if reading.odd is not None:
            continue
        follow = follows(reading)
        total = [first.get(two, 0) for two in map(add, *follow)]
        if least is None or _highest(total[LEFT : 1 - RIGHT]) >= least:
            totals.append((reading, total))
            rows.append(planes(reading, follow))
    if rows:
        figures = _rest(list(map("".join, zip(*rows, strict=True))))
        clauses, begin = _table()[1], 0
        for reading, total in totals:
            own = figures[begin : begin + len(reading.tokens) + 1]
            begin += len(total)
            reading.odd = odd = list(map(add, total[LEFT:], own))
            for place, key in meetings(reading.tagged.signs):
                odd[place] += clauses.get(key, 0)
    return [reading.odd for reading in readings]


def _highest(figures: Sequence[int]) -> int:
    """The highest sum of `_NEAR` figures in a row."""
    sums = [0, *accumulate(figures)]
    highest: int = max(map(sub, sums[min(_NEAR, len(figures)) :], sums))
    return highest


def _rest(rows: Sequence[str]) -> list[int]:
    """What all tables but the first say of each place; `LEFT` places before it in the strings.

    Args:
        rows: the strings of `PLANES`, sentence behind sentence.
    """
    size, numbers = len(rows[0]), list(map(packed, map(_numbered, range(len(rows)), rows)))
    moved = [[number >> LANE * place for place in range(LEFT + 1)] for number in numbers]
    said = []
    for (moves, _), table in zip(_ROWS[1:], _table()[0], strict=True):
        key = 0
        for plane, place, factor in moves:
            key += moved[plane][place] * factor
        said.append(found(table, lanes(key, size)))
    return list(map(sum, zip(*said, strict=True)))
