"""Sentences of a Universal Dependencies treebank beside mtqa's own tokens: read by train_tagger.py and
measure_reading.py."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from mtqa.analysis.tokens import Token, tokenize


class Row(NamedTuple):
    """A word of the tree: its place in the text, and the columns of the file."""

    number: int
    start: int
    end: int
    form: str
    lemma: str
    upos: str
    xpos: str
    feats: str
    head: int
    relation: str


class Tree(NamedTuple):
    """A sentence: its text and its words, mtqa's tokens, and the words each token covers."""

    text: str
    rows: list[Row]
    tokens: list[Token]
    covers: list[list[Row]]


def trees(path: Path) -> Iterator[Tree]:
    """The sentences of a .conllu or .conllu.gz file; those whose words cannot be found in the text are left out."""
    opener = gzip.open if path.suffix == ".gz" else open
    text = ""
    lines: list[list[str]] = []
    with opener(path, "rt", encoding="utf-8") as file:
        for line in file:
            line = line.rstrip("\n")
            if line.startswith("# text ="):
                text = line[9:].strip()
            elif line and line[0] != "#":
                cells = line.split("\t")
                if "." not in cells[0]:
                    lines.append(cells)
            elif not line and lines:
                rows = _placed(text, lines)
                if rows:
                    tokens = tokenize(text)
                    for index, token in enumerate(tokens):
                        token.index = index
                    yield Tree(text, rows, tokens, _covered(tokens, rows))
                lines = []


def _placed(text: str, lines: list[list[str]]) -> list[Row]:
    """The words with their places; a word fused with the next (don't) has its own letters where they can be told."""
    rows: list[Row] = []
    place = 0
    until = 0
    span = (0, 0)
    inside = 0
    opening = _openers(lines)
    for cells in lines:
        if "-" in cells[0]:
            last = cells[0].partition("-")[2]
            at = text.find(cells[1], place)
            if at < 0:
                return []
            place = at + len(cells[1])
            until, span, inside = int(last), (at, place), at
            continue
        number = int(cells[0])
        if number <= until:
            start, end = span
            if text.startswith(cells[1], inside):
                start, end = inside, min(inside + len(cells[1]), span[1])
                inside = end
        else:
            start = text.find(cells[1], place)
            if start < 0:
                return []
            place = end = start + len(cells[1])
        if cells[3] == "SCONJ" and cells[4] == "IN" and number not in opening:
            cells[3] = "ADP"
        rows.append(Row(number, start, end, cells[1], cells[2], cells[3], cells[4], cells[5], int(cells[6]), cells[7]))
    return rows


def _openers(lines: list[list[str]]) -> set[int]:
    """The words that open a finite clause, or one with `to`: not those before a mere -ing form (`after leaving`)."""
    words = [cells for cells in lines if "-" not in cells[0]]
    kind = {cells[0]: cells[4] for cells in words}
    helped = {cells[6] for cells in words if cells[7].startswith(("aux", "cop"))}
    return {int(cells[0]) for cells in words if kind.get(cells[6]) != "VBG" or cells[6] in helped}


def _covered(tokens: list[Token], rows: list[Row]) -> list[list[Row]]:
    covers: list[list[Row]] = []
    first = 0
    for token in tokens:
        while first < len(rows) and rows[first].end <= token.start:
            first += 1
        here = []
        for row in rows[first:]:
            if row.start >= token.end:
                break
            if row.end > token.start:
                here.append(row)
        covers.append(here)
    return covers


def _one(row: Row) -> str:
    tag = row.xpos
    if tag == "IN":
        return "IN-S" if row.upos == "SCONJ" else "IN"
    if tag != "MD" and (row.upos == "AUX" or (row.lemma == "be" and row.upos == "VERB")):
        return tag + "-A"
    return {"ADD": "NN", "AFX": "JJ", "GW": "NN", "LS": "CD"}.get(tag, tag)


def tag_of(rows: list[Row]) -> str | None:
    """The tag of a token that covers these words: one, or two in one (we've); of a compound the last."""
    if not rows:
        return None
    if len(rows) == 1:
        return _one(rows[0])
    last = rows[-1]
    if any(row.upos == "PUNCT" for row in rows):
        return _one(last)
    if last.form.lower() in ("n't", "n’t", "not", "nt"):
        return _one(rows[0])
    if len(rows) == 2 and (last.form[0] in "'’" or last.upos == "AUX"):
        return _one(rows[0]) + "+" + _one(last) if last.xpos != "POS" else _one(rows[0])
    return _one(last)
