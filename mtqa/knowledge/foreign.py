"""How much a word looks like one of another language: by its letters alone, for words that no English list has.

The table `data/foreign.gz` is built by `tools/build_foreign.py`: weights of the pieces of words (two to five letters,
edges among them) for English, Latin and 22 languages in Latin letters, Russian as it is romanised one of them. Read on
first use; a look-up is about 20 µs, and is remembered.
"""

from __future__ import annotations

import gzip
from collections.abc import Mapping
from functools import cache, lru_cache
from math import exp, log
from types import MappingProxyType
from zlib import crc32

from mtqa.knowledge.data import DATA
from mtqa.values import NamedTuple

__all__ = ["LETTERS", "Leaning", "leaning", "romanised"]

STEP = 0.05  # of a weight
PIECES = (2, 3, 4, 5)  # letters
#: Languages the table does not part from one it has.
_ALIKE: Mapping[str, str] = MappingProxyType(
    {"no": "sv", "da": "sv", "sk": "cs", "hr": "sl", "sr": "sl", "bs": "sl", "ms": "id", "uk": "ru", "bg": "ru"}
)
#: More letters than a word of any of them has.
LETTERS = 32


#: Cyrillic letters in Latin ones, as news agencies write Russian and Ukrainian.
_CYRILLIC = str.maketrans(
    dict(zip("абвгдезийклмнопрстуфыэіґ", "abvgdeziiklmnoprstufyeig", strict=True))
    | {"ж": "zh", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "shch", "ю": "yu", "я": "ya", "ё": "yo", "ї": "yi"}
    | {"є": "ye", "ь": "", "ъ": ""}
)


def romanised(word: str) -> str:
    """A Cyrillic word in lower case in Latin letters."""
    return word.translate(_CYRILLIC)


class Leaning(NamedTuple):
    """What a word is taken for.

    Attributes:
        language: the likeliest language other than English and Latin.
        odds: natural logarithm of how much likelier it is than English or Latin.
        others: the same for every language.
    """

    language: str
    odds: float
    others: Mapping[str, float]

    def to(self, language: str) -> float:
        """The odds of one language; 0 for one the table does not have."""
        return self.others.get(_ALIKE.get(language, language), 0.0)


@cache
def _table() -> tuple[list[str], list[int], memoryview]:
    """Languages, their biases, and the weights, one row a piece."""
    head, _, rows = gzip.decompress((DATA / "foreign.gz").read_bytes()).partition(b"\n")
    pairs = [item.split(":") for item in head.decode("ascii").split()]
    return [name for name, _ in pairs], [int(bias) for _, bias in pairs], memoryview(rows).cast("b")


def pieces(word: str, rows: int) -> list[int]:
    """The rows of the table that a word's pieces stand in."""
    edged = f"^{word}$"
    return [crc32(edged[i : i + size].encode()) % rows for size in PIECES for i in range(len(edged) - size + 1)]


@lru_cache(maxsize=1 << 12)
def leaning(word: str) -> Leaning:
    """What a word in lower case is taken for; English and Latin come first in the table."""
    names, biases, weights = _table()
    width = len(names)
    rows = [weights[row * width : (row + 1) * width] for row in pieces(word, len(weights) // width)]
    sums = list(map(sum, zip(biases, *rows, strict=True)))
    most = max(sums[:2])
    plain = STEP * most + log(sum(exp(STEP * (one - most)) for one in sums[:2]))
    odds = {name: one * STEP - plain for name, one in zip(names[2:], sums[2:], strict=True)}
    best = max(odds, key=lambda name: (odds[name], name))
    return Leaning(best, odds[best], MappingProxyType(odds))
