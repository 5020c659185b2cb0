"""The page of `--format html` as it is served: the same, but that its verdicts are kept here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.finding import CATEGORIES
from mtqa.reporters.html import BYTES, DOCUMENTS
from mtqa.reporters.lines import count
from mtqa.reporters.page import chunks, json_block, policy, script, style
from mtqa.values import NamedTuple

if TYPE_CHECKING:
    from mtqa.review.store import Review


class Page(NamedTuple):
    """What is sent.

    Attributes:
        chunks: the page in pieces.
        policy: what its browser lets it do, as a header has it.
    """

    chunks: Iterator[str]
    policy: str


def page(review: Review, editor: str, order: str, seed: int, known: dict[str, Any]) -> Page:
    """The page for an editor.

    Args:
        review: what it is of.
        editor: who reads it.
        order, seed: of its documents, see `Review.queue`.
        known: what its script is told of the editor and the session.
    """
    here = dict(review.pages(DOCUMENTS))
    wanted = [key for key in review.queue(editor, order, seed) if key in here]
    number, findings = review.counts()
    notes = [] if len(wanted) == number else [f"{len(wanted)} of {count(number, 'document')} listed."]
    texts, bare = _within(here, wanted)
    if bare:
        notes.append(f"{count(bare, 'document')} listed without text: the page holds {BYTES // 1_000_000} MB of texts.")
    run = {
        "key": "review",
        "signature": review.kept("signature"),
        "documents": number,
        "findings": findings,
        "words": review.words(),
        "categories": dict(CATEGORIES),
        "rules": list(json.loads(review.kept("rules") or "{}").values()),
        "notes": notes,
        "review": known,
    }
    said = f"REVIEW: {count(number, 'document')}, {count(findings, 'finding')}"
    made = chunks(texts, run, title="mtqa: review", outcome=said, scripts=(_script(),), connect="'self'")
    rule = policy(script((_script(),)), style(), "'self'")
    return Page(made, f"{rule}; frame-ancestors 'none'")


def _within(here: dict[int, str], wanted: list[int]) -> tuple[list[str], int]:
    """The documents, the last ones without text where there is no more room; and how many these are."""
    made: list[str] = []
    room, bare = BYTES, 0
    for key in wanted:
        text = here[key]
        room -= len(text)
        if room < 0:
            values = json.loads(text)
            text = json_block({name: values[name] for name in values if name not in ("segments", "findings")})
            bare += 1
        made.append(text)
    return made, bare


@cache
def _script() -> str:
    return (Path(__file__).parent / "review.js").read_text(encoding="utf-8")
