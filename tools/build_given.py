"""Builds mtqa/knowledge/data/given.txt: given names of men and of women, by the lists of Faker.

    python tools/build_given.py FOLDER

FOLDER: `faker/providers/person` of Faker 40.63.0 (MIT). A name counts where two languages have it for
one sex and none for the other, if it is in Latin letters, longer than three, and no usual English word.
"""

from __future__ import annotations

import importlib
import sys
from collections import defaultdict
from pathlib import Path

from mtqa.knowledge.data import DATA
from mtqa.knowledge.lexicon import english

LISTS = {
    "men": ("first_names_male", "first_romanized_names_male", "first_names_men"),
    "women": ("first_names_female", "first_romanized_names_female", "first_names_women"),
}


def main(folder: Path) -> None:
    """Write the file."""
    sys.path.insert(0, str(folder.parents[2]))
    found: dict[str, dict[str, set[str]]] = {sex: defaultdict(set) for sex in LISTS}
    for path in sorted(folder.glob("*/__init__.py")):
        provider = importlib.import_module(f"faker.providers.person.{path.parent.name}").Provider
        for sex, lists in LISTS.items():
            for name in {str(name).strip().lower() for one in lists for name in getattr(provider, one, ())}:
                found[sex][name].add(path.parent.name)
    lines = []
    for sex, other in (("men", "women"), ("women", "men")):
        names = {name for name, where in found[sex].items() if len(where) > 1 and name not in found[other]}
        lines.append(f"{sex}: {' '.join(sorted(filter(plain, names)))}\n")
    DATA.joinpath("given.txt").write_text("".join(lines), encoding="utf-8")


def plain(name: str) -> bool:
    """Whether a name is in Latin letters and no usual English word."""
    latin = name.isalpha() and all(letter < "ɐ" for letter in name)
    return latin and len(name) > 3 and not (english().logprob(name) and english().capital_share(name) < 0.9)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
