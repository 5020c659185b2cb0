"""Put words of like use into 256 classes: the table `alike.txt.gz`, for `mtqa/analysis/vocabulary.py`.

    python tools/build_alike.py en-us.lm.bin

The file is the English language model that the wheel of pocketsphinx 5.1.0 holds (BSD; CMU Sphinx): for 72,547 words
how likely each is behind and before which others. Of the 15,000 likeliest words, which stand beside which of the 6,000
likeliest more often than by chance is brought to 100 dimensions (singular values), and there the words are put round
256 centres (spherical k-means, fixed seed). Needs numpy and scipy. Other versions of them may come to other classes;
the weights of `readability.txt.gz` belong to the classes they were trained with.
"""

from __future__ import annotations

import gzip
import struct
import sys
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from scipy.sparse.linalg import svds

from mtqa.knowledge.data import DATA

OUT = DATA / "alike.txt.gz"
HEAD = b"Trie Language Model"
BINS = 65536  # of a table of quantised figures
UNIT = float(np.log(1.0001))  # one unit of the model's logarithms
WORDS, BESIDE, SIZE, CLASSES, ROUNDS = 15_000, 6_000, 100, 256, 25
FIRST = 0x100  # the character of the first class


def main(path: Path) -> None:
    """Read, compute, write."""
    words, single, before, behind, given = read(path)
    order = [i for i in np.argsort(-single, kind="stable") if _plain(words[i])][:WORDS]
    place = np.full(len(words), -1)
    place[order] = np.arange(WORDS)
    both = (place[before] >= 0) & (place[behind] >= 0)
    rows, columns = place[before[both]], place[behind[both]]
    more = np.maximum(given[both] - single[np.array(order)][columns], 0)
    beside = sp.coo_matrix((more, (rows, columns)), (WORDS, WORDS)).tocsr()
    table = sp.hstack([beside[:, :BESIDE], beside.T.tocsr()[:, :BESIDE]]).tocsr()
    left, values, _ = svds(table, SIZE, random_state=0)
    points = left * np.sqrt(values)
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    classes = nearest(points)
    rows_ = sorted((words[i], chr(FIRST + int(number))) for i, number in zip(order, classes, strict=True))
    text = " ".join(word for word, _ in rows_) + "\n" + "".join(letter for _, letter in rows_)
    data = gzip.compress(text.encode("utf-8"), 9, mtime=0)
    OUT.write_bytes(data)
    print(f"{len(rows_)} words, {len(set(classes))} classes, {len(data)} bytes")


def _plain(word: str) -> bool:
    return word.isascii() and word.replace("'", "").isalpha()


def nearest(points: Any) -> Any:
    """The number of the centre that each point is nearest to."""
    chance = np.random.RandomState(0)
    centres = points[chance.choice(5000, CLASSES, replace=False)]
    for _ in range(ROUNDS):
        found = np.argmax(points @ centres.T, axis=1)
        for number in range(CLASSES):
            own = points[found == number]
            if len(own):
                middle = own.sum(0)
                centres[number] = middle / np.linalg.norm(middle)
    return found


def read(path: Path) -> tuple[list[str], Any, Any, Any, Any]:
    """Words, the logarithm of the share of each, and of all pairs: first word, second word, logarithm of the share of
    the second behind the first.

    The file holds the rows of words turned round: under each word those that stand before it.
    """
    data = path.read_bytes()
    assert data.startswith(HEAD + b"\3"), "a trie of three words is expected"
    at = len(HEAD) + 1
    ones, twos, threes = struct.unpack_from("<3I", data, at)
    at += 3 * 4 + 4
    figures = np.frombuffer(data, "<f4", 3 * BINS, at)
    at += 3 * BINS * 4
    record = np.dtype([("share", "<f4"), ("less", "<f4"), ("next", "<u4")])
    single = np.frombuffer(data, record, ones + 1, at)
    at += record.itemsize * (ones + 1)
    word_bits = ones.bit_length()
    pair_bits, triple_bits = word_bits + 32 + threes.bit_length(), word_bits + 16
    pairs = data[at : at + ((1 + twos) * pair_bits + 7) // 8 + 8]
    at += len(pairs) + ((1 + threes) * triple_bits + 7) // 8 + 8
    (size,) = struct.unpack_from("<I", data, at)
    words = data[at + 4 : at + 4 + size].decode("latin-1").split("\0")[:ones]
    following = single["next"].astype(int)
    second = np.repeat(np.arange(ones), np.diff(following))
    first = _bits(pairs, pair_bits, len(second), 0, word_bits).astype(int)
    share = _bits(pairs, pair_bits, len(second), word_bits + 16, 16).astype(int)
    return words, single["share"][:ones] * UNIT, first, second, figures[share] * UNIT


def _bits(data: bytes, step: int, count: int, offset: int, width: int) -> Any:
    """A field of every record of a packed row."""
    begin = np.arange(count, dtype=np.uint64) * np.uint64(step) + np.uint64(offset)
    byte, shift = (begin >> np.uint64(3)).astype(np.int64), begin & np.uint64(7)
    padded = np.frombuffer(data + bytes(16), np.uint8)
    value = np.zeros(count, np.uint64)
    for i in range(6):
        value |= padded[byte + i].astype(np.uint64) << np.uint64(8 * i)
    return (value >> shift) & np.uint64((1 << width) - 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
