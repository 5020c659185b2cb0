"""How Japanese family names, given names and places are read, out of `data/names-ja.txt.gz`.

`tools/build_abroad.py` builds it.
"""

from __future__ import annotations

import gzip
import re
from functools import cache

from mtqa.knowledge.data import DATA
from mtqa.knowledge.sounds import romanised
from mtqa.knowledge.table import Table
from mtqa.lazy import regex

__all__ = ["of_kind", "read", "readings"]

_KANJI = regex("[\u4e00-\u9fff々ヶケノの]{1,80}")
_LONGEST = 4


@cache
def _table() -> Table:
    return Table(gzip.decompress(DATA.joinpath("names-ja.txt.gz").read_bytes()) + b"\n")


def of_kind(name: str, kind: str) -> tuple[str, ...]:
    """The readings in katakana of a name of a kind (`f` family, `g` given, `p` place); none where it is none."""
    return tuple((_table().find(kind + name) or "").split())


def read(name: str) -> tuple[str, ...]:
    """The readings of a name of any kind, in katakana."""
    return tuple(dict.fromkeys(one for kind in "fgp" for one in of_kind(name, kind)))


def readings(text: str) -> list[str]:
    """Readings of all names that the characters of a text may be, in katakana; and its katakana itself."""
    found: dict[str, None] = {}
    for run in _KANJI.finditer(text[:4000]):
        here = run[0]
        for at in range(len(here)):
            for size in range(1, min(_LONGEST, len(here) - at) + 1):
                for one in read(here[at : at + size]):
                    found[one] = None
    found.update(dict.fromkeys(re.findall("[\u30a1-\u30fa\u30fc]{2,}", text)))
    return list(found)


def latin(reading: str) -> str:
    """A reading as English news writes it: コウノ -> Kono."""
    letters = romanised(reading)
    for long, short in (("ou", "o"), ("oo", "o"), ("uu", "u"), ("syo", "sho"), ("zyo", "jo")):
        letters = letters.replace(long, short)
    return letters.capitalize()
