"""Text to measure on: the stories of samples/, repeated with variation so that no two are alike."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from pathlib import Path

from mtqa import Document
from mtqa.readers import read_paths

ROOT = Path(__file__).parent.parent
SAMPLES = ("japan-russia-talks.txt", "good-feed.xml", "good-feed.atom", "bad-feed.xml", "bad-feed.atom", "feed.json")

_NUMBER = re.compile(r"\d+")
_WORDS = re.compile(r"\w+")
_PARAGRAPHS = 8  # of a story


def paragraphs() -> list[str]:
    """Every paragraph of the samples."""
    paths = [str(ROOT / "samples" / name) for name in SAMPLES]
    return [
        segment.target
        for document in read_paths(paths)
        if isinstance(document, Document)
        for segment in document.segments
    ]


def stories(words: int, seed: int = 0) -> Iterator[str]:
    """Stories of eight paragraphs, until they hold that many words; numbers differ from story to story."""
    pick = random.Random(seed)
    pool = paragraphs()
    done = 0
    while done < words:
        story = "\n\n".join(
            _NUMBER.sub(lambda found: _other(found[0], pick), part) for part in pick.sample(pool, _PARAGRAPHS)
        )
        done += count(story)
        yield story + "\n"


def count(text: str) -> int:
    """Words, counted in the same simple way for every program measured."""
    return len(_WORDS.findall(text))


def _other(number: str, pick: random.Random) -> str:
    """Another number with as many digits; short ones and years stay, for they carry sense."""
    if len(number) < 3 or len(number) == 4:
        return number
    return str(pick.randrange(10 ** (len(number) - 1), 10 ** len(number)))
