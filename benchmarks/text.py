"""Text to measure on: good news, translations, and short documents made of them."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from mtqa import Document
from mtqa.readers import read_paths

ROOT = Path(__file__).parent.parent
SAMPLES = ("japan-russia-talks.txt", "good-feed.xml", "good-feed.atom", "bad-feed.xml", "bad-feed.atom", "feed.json")

_NUMBER = re.compile(r"\d+")
_WORDS = re.compile(r"\w+")
_PARAGRAPHS = 8  # of a story
_FIRST = 2_000  # words of translation that are not counted
_NO_NEWS = ("findings", "genre-", "line-", "offices", "people", "short-things", "usage-british")  # of tests/clean
_SHORT = 75  # words of a short document


@dataclass(frozen=True)
class Texts:
    """Texts to measure on, and what they are."""

    name: str
    texts: Sequence[str]

    @property
    def words(self) -> int:
        """Of all of them."""
        return sum(map(count, self.texts))

    def upto(self, words: int) -> Texts:
        """The first ones that make up so many words, or all."""
        return Texts(self.name, list(_upto(self.texts, words)))


def clean(files: Sequence[Path]) -> Texts:
    """Good news: of files of JSON Lines, or else the texts of tests/clean that are news."""
    if files:
        return Texts(f"clean: {_names(files)}", list(_documents(files)))
    paths = sorted((ROOT / "tests" / "clean").glob("*.txt"))
    kept = [path for path in paths if not path.name.startswith(_NO_NEWS)]
    return Texts("clean: tests/clean", [path.read_text(encoding="utf-8") for path in kept])


def first() -> list[str]:
    """What a checker is given before it is measured, so that all its tables are read: no news is among it."""
    paths = sorted((ROOT / "tests" / "clean").glob("genre-*.txt"))
    return [*stories(_FIRST), *(path.read_text(encoding="utf-8") for path in paths)]


def translated(files: Sequence[Path], words: int) -> Texts:
    """Machine translation of about so many words: of files of JSON Lines, or else made of samples/.

    What is made of samples/ says the same paragraphs again and again: what is remembered of words helps more there.
    """
    if files:
        return Texts(f"translation: {_names(files)}", list(_upto(_documents(files), words)))
    return Texts("translation: made of samples/", list(stories(words)))


def short(texts: Iterable[str], words: int = _SHORT) -> Iterator[str]:
    """Documents of some 75 words, or of so many, cut out of longer ones at their sentences."""
    for text in texts:
        held: list[str] = []
        size = 0
        for sentence in re.split(r"(?<=[.!?]) (?=[A-Z])|\n+", text):
            held.append(sentence)
            size += count(sentence)
            if size >= words:
                yield " ".join(held) + "\n"
                held, size = [], 0


def _names(files: Sequence[Path]) -> str:
    return ", ".join(path.name for path in files)


def _documents(files: Sequence[Path]) -> Iterator[str]:
    for path in files:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield "\n\n".join(segment["target"] for segment in json.loads(line)["segments"])


def _upto(texts: Iterable[str], words: int) -> Iterator[str]:
    done = 0
    for text in texts:
        if done >= words:
            return
        done += count(text)
        yield text


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


def tiny(number: int) -> Iterator[str]:
    """Documents of ten words, no two alike, as lines of JSON."""
    pick = random.Random(1)
    pool = [sentence for part in paragraphs() for sentence in re.split(r"(?<=[.!?]) ", part)]
    words = [word for sentence in pool for word in _WORDS.findall(sentence)]
    for place in range(number):
        first = pick.randrange(len(words) - 8)
        text = " ".join(words[first : first + 8]).capitalize()
        yield json.dumps({"id": f"document-{place}", "text": f"{text} in {place}."}) + "\n"


def many(texts: Texts, number: int) -> list[str]:
    """So many short documents, those there are again with another ending where there are too few."""
    found = list(islice(short(texts.texts), number))
    return [f"{found[place % len(found)].rstrip()} ({place})\n" for place in range(number)]


def count(text: str) -> int:
    """Words, counted in the same simple way for every program measured."""
    return len(_WORDS.findall(text))


def _other(number: str, pick: random.Random) -> str:
    """Another number with as many digits; short ones and years stay, for they carry sense."""
    if len(number) < 3 or len(number) == 4:
        return number
    return str(pick.randrange(10 ** (len(number) - 1), 10 ** len(number)))
