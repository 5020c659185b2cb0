"""Sentences and clauses of one side that the other side does not have."""

from __future__ import annotations

from collections.abc import Callable, Container, Iterator, Sequence
from itertools import islice, pairwise
from typing import Any

from mtqa.analysis.meaning import Meaning, meaning, vectors
from mtqa.analysis.source.sentences import Span, sentences
from mtqa.document import Document
from mtqa.lazy import regex
from mtqa.values import dataclass
from mtqa_rules.adequacy._size import expected, letters

#: Where a clause ends, the mark with it: no comma in a number.
_CUT = regex(r"[,;:](?!\d)\s*|[、，；：،؛—–]\s*")
_ROOM = 0.5  # of a part, by which the other side is shorter
_LEAST = 20  # letters of English
_MOST_PARTS = 24  # of a segment
_LONGEST = 1_500  # code points of a segment
#: Where a run of words is looked for: code points of a text at most and letters it makes expect at least, the share of
#: these that is there at most, words it may begin with.
_LONGEST_GAP, _DUE, _SHORT, _MOST_WORDS = 400, 30, 0.7, 60
_WORD = regex(r"\S+")
_UNSPACED = regex("[\u0e00-\u0eff\u3041-\u30ff\u3400-\u9fff]")


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence or clause that the other side seems not to have.

    Attributes:
        segment, start, end: where it stands in its own side.
        near: how near it is to what stands on the other side, at most.
        gain: by how much the two sides are nearer without it.
        whole: whether it is a sentence.
    """

    segment: int
    start: int
    end: int
    near: float
    gain: float
    whole: bool


def parts(text: str, sentences: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    """Sentences, where there are several, and clauses, where a sentence has several: start, end, whether a sentence."""
    if len(text) > _LONGEST:
        return
    for first, last in sentences:
        if len(sentences) > 1 and expected(text[first:last]) >= _LEAST:
            yield first, last, True
        cuts = [first, *(cut.end() for cut in _CUT.finditer(text, first, last)), last]
        for start, end in pairwise(cuts):
            if len(cuts) > 2 and expected(text[start:end]) >= _LEAST:
                yield start, end, False


@dataclass(frozen=True, slots=True)
class Side:
    """The targets of a document, or its sources.

    Attributes:
        texts, sentences: of each segment.
        vector: of a segment that was read.
    """

    texts: Sequence[str]
    sentences: Sequence[Sequence[Span]]
    vector: Callable[[int], Any]


def sides(document: Document) -> tuple[Side, Side]:
    """The sources of a document, and its targets."""
    view, paragraphs = document.analysis.view(meaning), document.analysis.paragraphs
    spans = [[(one.start, one.end) for one in paragraph.sentences] for paragraph in paragraphs]
    return (
        Side(document.analysis.sources, document.source_analysis.view(sentences), view.source),
        Side([one.text for one in paragraphs], spans, view.target),
    )


def spare(
    view: Meaning, one: Side, other: Side, *, sentence: tuple[float, float], clause: tuple[float, float]
) -> Iterator[Part]:
    """The first part of each text of a side that is far from the other side and stands between the two.

    A part is only spare where the other side is shorter by half of it at least, in letters of English: else its words
    are there, whatever they say.

    Args:
        view: of the document.
        one, other: the side that has the parts, and the one that may not.
        sentence, clause: how near such a part is at most to the other side and its neighbours and to each of their
            sentences, and by how much the two sides are nearer without it at least.
    """
    read = [at for at in range(len(one.texts)) if view.near[at] is not None]
    known = set(read)
    found = [(at, *part) for at in read for part in _longer(one, other, at)]
    made = vectors([one.texts[at][start:end] for at, start, end, _ in found]) if found else ()
    far = []
    for part, vector in zip(found, made, strict=True):
        beside = [at for at in range(part[0] - 1, part[0] + 2) if at in known]
        near = max(float(vector @ other.vector(at)) for at in beside)
        if near < (sentence if part[3] else clause)[0]:
            far.append((part, vector, near))
    rest = [one.texts[at][:start] + " " + one.texts[at][end:] for (at, start, end, _), _, _ in far]
    told: dict[int, Part] = {}
    for (part, own, near), vector in zip(far, vectors(rest) if far else (), strict=True):
        at, start, end, whole = part
        most, least = sentence if whole else clause
        gain = float(vector @ other.vector(at)) - (view.near[at] or 0.0)
        if gain < least or at in told:
            continue
        near = max([near, *_nearness(own, other, [i for i in range(at - 1, at + 2) if i in known])])
        if near < most:
            told[at] = Part(at, start, end, round(near, 2), round(gain, 3), whole)
    yield from told.values()


def gaps(
    document: Document, one: Side, other: Side, told: Container[int], *, likest: float, gain: float
) -> Iterator[Part]:
    """The run of words in each text of a side without which the two sides are nearest to each other.

    Asked is only where the other side has less than `_SHORT` of the letters due, and for runs of about as many letters
    as it lacks. Texts of scripts that do not part words have none.

    Args:
        document: of the two sides.
        one, other: the side that has the words, and the one that may not.
        told: segments that are passed over.
        likest, gain: how near such words are at most to the other side, and by how much the sides are nearer without.
    """
    view = document.analysis.view(meaning)
    runs: list[tuple[int, int, int]] = []
    for at, near in enumerate(view.near):
        text, due = one.texts[at], expected(one.texts[at])
        if near is None or at in told or len(text) > _LONGEST_GAP or due < _DUE:
            continue
        have = letters(other.texts[at])
        if have < _SHORT * due and not _UNSPACED.search(text):
            runs += [(at, *run) for run in _runs(text, due - have)]
    if not runs:
        return
    made = vectors([f"{one.texts[at][:start]}{one.texts[at][end:]}".strip() for at, start, end in runs])
    best: dict[int, tuple[float, int, int]] = {}
    for (at, start, end), vector in zip(runs, made, strict=True):
        more = float(vector @ other.vector(at)) - (view.near[at] or 0.0)
        if more >= gain and more > best.get(at, (0.0, 0, 0))[0]:
            best[at] = (more, start, end)
    own = vectors([one.texts[at][start:end] for at, (_, start, end) in best.items()]) if best else ()
    for (at, (more, start, end)), vector in zip(best.items(), own, strict=True):
        near = float(vector @ other.vector(at))
        if near < likest:
            yield Part(at, start, end, round(near, 2), round(more, 3), False)


def _runs(text: str, lack: float) -> Iterator[tuple[int, int]]:
    """Runs of words of about as many letters as the other side lacks, one from each word on."""
    words = [word.span() for word in _WORD.finditer(text)]
    ends = len(words) - 2  # two words stay at least
    for first in range(min(len(words), _MOST_WORDS)):
        found = None
        for last in range(first, min(len(words), first + ends)):
            size = letters(text[words[first][0] : words[last][1]])
            if size > 1.25 * lack:
                break
            if size >= max(_LEAST, 0.6 * lack):
                found = (words[first][0], words[last][1])
                if size >= 0.9 * lack:
                    break
        if found:
            yield found


def _longer(one: Side, other: Side, at: int) -> Iterator[tuple[int, int, bool]]:
    """The parts of a text for which the other one has no room."""
    text = one.texts[at]
    found = list(islice(parts(text, one.sentences[at]), _MOST_PARTS))
    room = expected(text) - expected(other.texts[at]) if found else 0.0
    for start, end, whole in found:
        if room >= _ROOM * expected(text[start:end]):
            yield start, end, whole


def _nearness(vector: Any, other: Side, segments: Sequence[int]) -> Iterator[float]:
    """How near a part is to each sentence and clause of some segments."""
    texts = []
    for at in segments:
        text = other.texts[at]
        texts += [text[start:end] for start, end, _ in islice(parts(text, other.sentences[at]), _MOST_PARTS)]
    if texts:
        yield from (vectors(texts) @ vector).tolist()
