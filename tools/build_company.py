"""Build `mtqa/knowledge/data/company.bin`: how much a word makes the next one likely.

    python tools/build_company.py pocketsphinx-5.1.0-….whl

The wheel (PyPI, any platform) holds the language model `model/en-us/en-us.lm.bin`: 72,547 words, 2.05 million pairs and
1.67 million triples with their probabilities. Its pairs are written as the logarithm of the ratio to the word's own
probability, in half units. Pairs are left out where that is what the first word alone lets expect, and rare
words, so that a number of 16 bits stands for each. The same wheel gives the same bytes.

The model's file: a name, the order, the numbers of words, pairs, triples; the values that numbers of 16 bits
stand for; a probability, a back-off and the number of the first pair for each word; bits of the pairs, sorted by
the second word: first word, back-off, probability, first triple; bits of the triples; words. All in logarithms to
the base 1.0001.
"""

from __future__ import annotations

import struct
import sys
import zipfile
from pathlib import Path

from mtqa.knowledge.company import STEPS
from mtqa.knowledge.data import DATA
from mtqa.knowledge.neighbours import written

OUT = DATA / "company.bin"
MODEL = "pocketsphinx/model/en-us/en-us.lm.bin"
NAME = b"Trie Language Model"
BINS = 1 << 16
UNIT = 10_000  # of the model's logarithms, a natural one
MOST = 65_000  # words
NEAR = 1.0  # a pair so near to what its first word lets expect is left out


class Model:
    """The file, read: `words`, their `shares` and `rests` (natural logarithms), and the pairs."""

    def __init__(self, data: bytes) -> None:
        place = len(NAME)
        if not data.startswith(NAME) or data[place] != 3:
            raise ValueError("this is no language model of three words a row")
        one, _, three = struct.unpack_from("<3I", data, place + 1)
        place += 1 + 12 + 4
        self._values = struct.unpack_from(f"<{BINS}f", data, place)
        place += 3 * BINS * 4
        rows = [struct.unpack_from("<ffI", data, place + 12 * i) for i in range(one + 1)]
        self.shares = [row[0] / UNIT for row in rows[:-1]]
        self.rests = [row[1] / UNIT for row in rows[:-1]]
        self._begins = [row[2] for row in rows]
        place += 12 * (one + 1)
        self._first = one.bit_length()
        self._size = self._first + 32 + three.bit_length()
        self._bits = data[place:]
        length = len(self._bits)
        tail = next(i for i in range(length - 4) if int.from_bytes(self._bits[i : i + 4], "little") == length - i - 4)
        self.words = [word.decode("ascii") for word in self._bits[tail + 4 :].split(b"\0")[:one]]

    def before(self, word: int) -> list[tuple[int, float]]:
        """The words that stand before one, and the logarithm of its probability behind each."""
        found = []
        for i in range(self._begins[word], self._begins[word + 1]):
            at = i * self._size
            bits = int.from_bytes(self._bits[at >> 3 : (at + self._size + 7) >> 3], "little") >> (at & 7)
            value = bits >> (self._first + 16) & BINS - 1
            found.append((bits & (1 << self._first) - 1, self._values[value] / UNIT))
        return found


def main(wheel: Path) -> None:
    """Read, leave out, write."""
    model = Model(zipfile.ZipFile(wheel).read(MODEL))
    known = [i for i, word in enumerate(model.words) if word[0] not in "<["]
    known = sorted(sorted(known, key=lambda i: -model.shares[i])[:MOST])
    number = {old: new for new, old in enumerate(known)}
    before = []
    for old in known:
        gains = [(number[first], value - model.shares[old]) for first, value in model.before(old) if first in number]
        before.append({new: step(gain) for new, gain in gains if abs(gain - model.rests[known[new]]) >= NEAR})
    data = written([model.words[old] for old in known], bytes(step(model.rests[old]) for old in known), before)
    OUT.write_bytes(data)
    print(f"{len(known)} words, {sum(map(len, before))} pairs, {len(data)} bytes")


def step(gain: float) -> int:
    """A gain in steps, 128 for none."""
    return max(0, min(255, 128 + round(STEPS * gain)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
