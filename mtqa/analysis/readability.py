"""How a translation reads as a whole: as people's translations do, or as machine translation that nobody revised.

The evidence of a stretch of some 200 words is a sum of weights: of its rates, and of the rows of kinds of words in it
(`traits`). That of a document is their mean and what was found in it, told in standard deviations above the mean of
human translations. The weights, and what human translations come to, are in a table that `tools/train_readability.py`
makes.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Sequence
from functools import cache
from math import fsum, sqrt
from typing import TYPE_CHECKING, Any, Literal

from mtqa.analysis import traits
from mtqa.analysis.reading import Reading
from mtqa.knowledge.data import DATA
from mtqa.knowledge.languages import primary
from mtqa.knowledge.rows import Weights, found
from mtqa.values import NamedTuple, dataclass

if TYPE_CHECKING:
    from mtqa.analysis.text import Analysis

__all__ = [
    "LEVELS",
    "NOT_ASSESSED",
    "OUT",
    "STEPS",
    "Level",
    "Readability",
    "Wording",
    "assess",
    "grades",
    "version",
    "wording",
]

Level = Literal["good", "doubtful", "poor", "not assessed"]
#: The levels, the best first.
LEVELS: tuple[Level, ...] = ("good", "doubtful", "poor", "not assessed")

OUT = DATA / "readability.txt.gz"
STEPS = 200  # to one unit of evidence
_SHORTEST, _LEAST = 150, 100  # words of a text that has a level; of one whose words say anything
_LARGEST = 4  # standard deviations of a rate that count

#: What a finding counts. Nearer together than in the score: how many there are says more of a page than how bad they
#: are.
_GRADES = {"minor": 1, "major": 2, "critical": 3}
_MOST = 2.5  # grades in 100 words that count: one false alarm makes no page poor
#: Categories of which nothing counts: people, files and pages make these mistakes as often.
_NOT_OF_WORDS = ("design/", "style/", "fluency/character-encoding", "fluency/spelling", "fluency/typography")


class Table(NamedTuple):
    """What training left.

    Attributes:
        rows: weights of rows by shape, in steps; rows as `traits.rows` numbers them.
        rates: of each rate mean and spread of all texts, its weight, and the mean of human translations.
        base: added to each stretch.
        found: weight of the grades of findings in 100 words.
        mean, spread, inside: of human translations; `inside` is the spread of the stretches of one of them.
        poor, doubtful: from where on a document is that: the lower end of its interval; its value.
    """

    rows: tuple[Weights, ...]
    rates: tuple[tuple[float, float, float, float], ...]
    base: float
    found: float
    mean: float
    spread: float
    inside: float
    poor: float
    doubtful: float


@cache
def _table() -> Table:
    head, *blocks = gzip.decompress(OUT.read_bytes()).decode("utf-8").split("\n")
    said: dict[str, Any] = json.loads(head)
    numbers = {name: float(said[name]) for name in ("base", "found", "mean", "spread", "inside", "poor", "doubtful")}
    parts = zip(traits.ROWS, blocks[::2], blocks[1::2], strict=True)
    rows = tuple(traits.table(shape, rows, values) for shape, rows, values in parts)
    return Table(rows, tuple(tuple(row) for row in said["rates"]), **numbers)


@cache
def version() -> str:
    """Short hash of the tables, for the signature of a run."""
    return hashlib.sha256((DATA / "alike.txt.gz").read_bytes() + OUT.read_bytes()).hexdigest()[:8]


@dataclass(frozen=True, slots=True)
class Readability:
    """How a document reads as a whole. It is no finding: nothing in it points at a place.

    Attributes:
        level: `good` says that the words stand together as in human translations, never that they are right.
        value: standard deviations above the mean of human translations; `None` where it is not assessed.
        low, high: the interval that the value lies in two times of three, for texts made the same way.
        reason: what it rests on, or why it is not assessed; one sentence without its full stop.
    """

    level: Level
    value: float | None
    low: float | None
    high: float | None
    reason: str


#: Of what nobody looked at.
NOT_ASSESSED = Readability("not assessed", None, None, None, "not looked at")


def assess(
    analysis: Analysis, language: str, informal: bool = False, found: Iterable[tuple[str, str]] = ()
) -> Readability:
    """How a document reads as a whole.

    Args:
        analysis: of its targets.
        language: BCP 47 tag it is declared to be in.
        informal: whether it is written as people write chat, posts and mail.
        found: category and severity of all that was found in it.
    """
    if (primary(language) or "en") != "en" or analysis.language not in (None, "en"):
        why = "not in English"
    elif informal:
        why = "written as people write posts and mail"
    else:
        why = analysis.view(wording).unfit
    if why:
        return Readability("not assessed", None, None, None, why)
    return _judged(analysis.view(wording), grades(found, analysis.words))


def grades(found: Iterable[tuple[str, str]], words: int) -> float:
    """What findings, told by category and severity, come to in 100 words, as far as it counts."""
    counted = sum(_GRADES.get(severity, 0) for category, severity in found if not category.startswith(_NOT_OF_WORDS))
    return min(_MOST, 100 * counted / words)


def _unfit(readings: Sequence[Reading]) -> str:
    """Why a text cannot be compared with news; "" where it can."""
    letters = [text for reading in readings for text in reading.texts if text.isalpha()]
    if sum([word[0].isupper() for word in letters]) < 0.02 * len(letters):
        return "written without capitals"
    if sum([word.isupper() and len(word) > 1 for word in letters]) > 0.3 * len(letters):
        return "written in capitals"
    if sum([not word.isascii() for word in letters]) > 0.1 * len(letters):
        return "many words in foreign letters"
    return ""


class Wording(NamedTuple):
    """What the words of a text alone say of it.

    Attributes:
        unfit: why its level is not assessed; else "".
        evidence, rates: of each stretch; none where it cannot be compared with news at all.
        words: of running text.
    """

    unfit: str
    evidence: tuple[float, ...] = ()
    rates: tuple[tuple[float, ...], ...] = ()
    words: int = 0

    @property
    def low(self) -> float:
        """How far the words alone lie above human translations at least, in their standard deviations.

        0 where nothing is known; of a text shorter than a stretch as much less as it says less.
        """
        if not self.evidence:
            return 0.0
        table, parts = _table(), len(self.evidence)
        half = table.inside / sqrt(parts) * sqrt(max(1.0, traits.SIZE / self.words))
        return (fsum(self.evidence) / parts - table.mean - half) / table.spread


def wording(analysis: Analysis) -> Wording:
    """What the words of a text alone say of it: a view. Nothing that rules found counts."""
    if analysis.language not in (None, "en"):
        return Wording("not in English")
    running = [one for one in analysis.paragraphs if one.running or (one.kind == "headline" and one.sentences)]
    size = sum(one.words for one in running)
    short = f"fewer than {_SHORTEST} words of running text" if size < _SHORTEST else ""
    if size < _LEAST:
        return Wording(short)
    if size * 2 < analysis.words:
        return Wording(short or "mostly lists, tables or captions")
    readings = [analysis.reading(sentence) for one in running for sentence in one.sentences]
    why = _unfit(readings)
    if why:
        return Wording(short or why)
    table, parts = _table(), traits.stretches(readings)
    rates = list(map(traits.rates, parts))
    evidence = [_evidence(table, part, row) for part, row in zip(parts, rates, strict=True)]
    return Wording(short, tuple(evidence), tuple(map(tuple, rates)), size)


def _judged(wording: Wording, found: float) -> Readability:
    table, parts = _table(), len(wording.evidence)
    of_found = table.found * found
    value = (fsum(wording.evidence) / parts + of_found - table.mean) / table.spread
    half = table.inside / table.spread / sqrt(parts)
    low, high, value = (round(number, 2) + 0.0 for number in (value - half, value + half, value))
    level: Level = "poor" if low >= table.poor else "doubtful" if value >= table.doubtful else "good"
    said = _striking(table, wording.rates)
    if of_found >= _TOLD * table.spread:
        said.append(f"{of_found / table.spread:.1f} of it for what was found")
    return Readability(level, value, low, high, _reason(level, value, said))


def _evidence(table: Table, part: Sequence[Reading], rates: Sequence[float]) -> float:
    """Of one stretch: above 0 it is likelier machine translation."""
    steps = 0
    for weights, rows in zip(table.rows, traits.rows(part), strict=True):
        steps += sum(found(weights, rows))
    terms = [
        weight * _normal(rate, mean, spread) for rate, (mean, spread, weight, _) in zip(rates, table.rates, strict=True)
    ]
    return fsum((steps / STEPS, table.base, *terms))


def _normal(rate: float, mean: float, spread: float) -> float:
    return max(-_LARGEST, min(_LARGEST, (rate - mean) / spread))


#: What a reader may see of the rates.
_SEEN = {
    "misfits": "words that do not follow on what stands before them",
    "gross misfits": "words that cannot follow on what stands before them",
    "without subject": "verbs without a subject",
    "verbless": "sentences without a finite verb",
    "unusual pairs": "unusual pairs of words",
    "unknown": "unknown words",
    "rare": "rare words",
    "doubtful": "words of doubtful class",
    "small starts": "sentences that begin small",
    "noun rows": "nouns in rows",
    "bad ends": "sentences that break off",
    "pairs again": "pairs of words that come again",
    "words twice": "words twice in a sentence",
}  # fmt: skip
_TIMES = 1.4
_NAMED = 3
_TOLD = 0.3  # standard deviations that findings add, from where on it is said


def _striking(table: Table, rates: Sequence[Sequence[float]]) -> list[str]:
    """The rates that speak most for machine translation, with how often they come against human translations."""
    found = []
    for name, row, own in zip(traits.RATES, table.rates, zip(*rates, strict=True), strict=True):
        mean, spread, weight, human = row
        rate = fsum(own) / len(own)
        times = rate / human if human > 0 else 0.0
        weighs = weight * _normal(rate, mean, spread)
        if name in _SEEN and times >= _TIMES and weighs > 0:
            found.append((-weighs, f"{_SEEN[name]} {times:.1f} ×"))
    return [said for _, said in sorted(found)[:_NAMED]]


def _reason(level: Level, value: float, striking: Sequence[str]) -> str:
    if level == "good":
        return "the words stand together as in human translations; whether they are right is not asked"
    how = "stand together as" if level == "poor" else "in part stand together as"
    where = f"the words {how} in unrevised machine translation: {value:.1f} above the mean of human translations"
    return "; ".join(filter(None, (where, ", ".join(striking))))
