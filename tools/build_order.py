"""Count which kinds of words follow one another in good English: the table of `mtqa/analysis/order.py`.

    python tools/build_order.py TREEBANK.conllu.gz TEXT.jsonl.gz…

Of a treebank the sentences are read; of a JSONL file, one document a line, the `reference` of every segment, and its
`target` where the line's `system` is a human translator's or it has none. Texts are tagged by the tagger itself, so
that its habits are in the figures. A text that comes again is counted once. The same files give the same bytes.

Probabilities are those of Witten and Bell, three kinds in a row falling back on two, and those on one. What is written
is the logarithm of the ratio to the kind's own share of the text. A row of three is left out where falling back
gives nearly the same. Nothing of the wording is in the table: kinds are word classes, and words so frequent that
each stands for a class of its own.
"""

from __future__ import annotations

import gzip
import json
import math
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from treebank import trees

from mtqa.analysis.order import EDGE, STEPS
from mtqa.document import Document, Segment
from mtqa.knowledge.data import DATA
from mtqa.knowledge.rows import written

OUT = DATA / "order.txt.gz"
SMALL = frozenset("dmhpoibt&MAIEGqQwkxrfF'")  # signs whose words may be a kind of their own
OFTEN = 250  # occurrences of a word that is
FEW = 1  # a row of three seen no more often is left out
NEAR = 8  # steps: a row of three that falls back to within this many is left out
HUMAN = ("ref", "human")


def texts(path: Path) -> Iterator[str]:
    """The good English of a file."""
    if ".conllu" in path.name:
        yield from (tree.text for tree in trees(path))
        return
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for line in file:
            document = json.loads(line)
            own = str(document.get("system") or "human").lower().startswith(HUMAN)
            for segment in document.get("segments", ()):
                yield from filter(None, (segment.get("reference"), own and segment.get("target")))


def rows(paths: list[Path]) -> list[list[str]]:
    """Each sentence as its tokens, each a lower-cased word and the sign of its class."""
    found: list[list[str]] = []
    done: set[str] = set()
    for path in paths:
        for text in texts(path):
            if text in done:
                continue
            done.add(text)
            analysis = Document("text", (Segment(text),), language="en").analysis
            for sentence in analysis.sentences:
                if sentence.tokens:
                    signs = analysis.reading(sentence).tagged.signs
                    found.append([token.lower + sign for token, sign in zip(sentence.tokens, signs, strict=True)])
    return found


def main(paths: list[Path]) -> None:
    """Count and write."""
    sentences = rows(paths)
    often = Counter(word for row in sentences for word in row if word[-1] in SMALL and word[:-1].isascii())
    names = sorted({word[-1] for row in sentences for word in row} | {w for w, n in often.items() if n >= OFTEN})
    char = {name: chr(ord(EDGE) + 1 + i) for i, name in enumerate(names)}
    one: Counter[str] = Counter()
    two: Counter[str] = Counter()
    three: Counter[str] = Counter()
    for row in sentences:
        line = EDGE + EDGE + "".join(char.get(word) or char[word[-1]] for word in row) + EDGE
        for i in range(2, len(line)):
            one[line[i]] += 1
            two[line[i - 1 : i + 1]] += 1
            three[line[i - 2 : i + 1]] += 1
    total = sum(one.values())
    behind_one, behind_two = after(two), after(three)
    share = {key: (one[key] + 0.5) / total for key in [*char.values(), EDGE]}
    pair: dict[str, float] = {}
    for key, count in two.items():
        all_, different = behind_one[key[0]]
        pair[key] = (count / share[key[1]] + different) / (all_ + different)
    rest_one = {key: step(different / (all_ + different)) for key, (all_, different) in behind_one.items()}
    rest_two = {key: step(different / (all_ + different)) for key, (all_, different) in behind_two.items()}
    triple: dict[str, int] = {}
    for key, count in three.items():
        all_, different = behind_two[key[:2]]
        less = pair[key[1:]]
        value = step((count / share[key[2]] + different * less) / (all_ + different))
        if count > FEW and abs(value - rest_two[key[:2]] - step(less)) > NEAR:
            triple[key] = value
    pairs = {key: step(value) for key, value in pair.items()}
    blocks = ["\t".join(names)]
    for table in (triple, pairs, rest_two, rest_one):
        keys = sorted(table)
        blocks += written((key, table[key]) for key in keys)
    data = gzip.compress("\n".join(blocks).encode("utf-8"), mtime=0)
    OUT.write_bytes(data)
    print(f"{len(sentences)} sentences, {total} tokens, {len(names)} kinds, {len(triple)} rows, {len(data)} bytes")


def after(rows: Counter[str]) -> dict[str, tuple[int, int]]:
    """For what stands before the last of each row: how often, and how many different kinds follow it."""
    found: dict[str, tuple[int, int]] = {}
    for key, count in rows.items():
        all_, different = found.get(key[:-1], (0, 0))
        found[key[:-1]] = (all_ + count, different + 1)
    return found


def step(ratio: float) -> int:
    """The logarithm of a ratio, in steps."""
    return round(STEPS * math.log(ratio))


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
