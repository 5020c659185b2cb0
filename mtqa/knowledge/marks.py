"""Marks by language: CLDR's quotation marks, and the marks that belong to some scripts only."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from mtqa.knowledge.data import DATA
from mtqa.knowledge.languages import primary

__all__ = ["OWN", "quotation_marks"]

#: Opening and closing mark of a quotation where a language has no row of its own: CLDR's root.
_ROOT = ("“", "”")

#: Marks that only these languages write, with what others have in their place.
OWN: tuple[tuple[Mapping[str, str], frozenset[str]], ...] = (
    (MappingProxyType(dict(zip("，。；：！？", ",.;:!?", strict=True))), frozenset(("zh", "ja"))),
    (
        MappingProxyType({**dict(zip("、（）～", ",()–", strict=True)), **dict.fromkeys("《》〈〉「」『』【】", "")}),
        frozenset(("zh", "ja", "ko")),
    ),
    (MappingProxyType(dict(zip("،؛؟۔", ",;?.", strict=True))), frozenset("ar fa ur ps ug sd ckb ku dv".split())),
    (MappingProxyType({"।": ".", "॥": "."}), frozenset("hi mr ne bn as pa gu kn ml ta te or sa si mai bho".split())),
    (MappingProxyType({"։": "."}), frozenset(("hy",))),
    (MappingProxyType({"።": "."}), frozenset(("am", "ti"))),
    (MappingProxyType({"။": "."}), frozenset(("my", "shn"))),
    (MappingProxyType({"។": ".", "៕": "."}), frozenset(("km",))),
)


@cache
def _table() -> dict[str, tuple[str, str]]:
    with DATA.joinpath("quotation_marks.csv").open(encoding="utf-8", newline="") as file:
        return {row["tag"].lower(): (row["open"], row["close"]) for row in csv.DictReader(file)}


def quotation_marks(tag: str) -> tuple[str, str]:
    """The marks a language sets round a quotation: `«` and `»` for `fr-FR`.

    Args:
        tag: BCP 47; what is longer than a row of the table is cut, part by part.
    """
    parts = tag.lower().split("-")
    while parts:
        found = _table().get("-".join(parts))
        if found is not None:
            return found
        parts.pop()
    return _table().get(primary(tag), _ROOT)
