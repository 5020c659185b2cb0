"""States and bodies as the news names them: names, seats of government, demonyms.

The table is `data/places.csv`, built by `tools/build_places.py`. Surface forms are exact and case-sensitive:
`turkey` the bird and `polish` the verb are no surface forms. A form that is something else as well even
with its capitals (Georgia, Jordan, Washington, Guinea) is in the table but `ambiguous`: leave it alone
unless the context decides. No form belongs to two parties; one that could (Congolese, Korean) stands
under the usual one and is ambiguous.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from mtqa.knowledge.data import DATA
from mtqa.values import NamedTuple

__all__ = [
    "LANGUAGES", "MONTHS", "MONTH_NAMES", "NAMES", "NATIONALITIES", "PARTIES", "SURFACES", "WEEKDAYS", "WEEKDAY_NAMES",
    "Kind", "Party", "Surface", "ambiguous", "kind", "label", "party",
]  # fmt: skip

Kind = Literal["name", "capital", "adjective", "people"]


class Party(NamedTuple):
    """One state, territory or body.

    Attributes:
        code: ISO 3166 (`JP`, `GB-SCT`), `XK` for Kosovo, or `EU`, `UN`, `NATO`.
        label: the name a message uses: `Japan`.
        continent: AF, AS, EU, NA, OC, SA, or '' for a body of the whole world.
        names, capitals, adjectives: surface forms, the usual one first; capitals include houses (Kremlin).
        singular, plural: people, in step: `Briton`, `Britons`; `Chinese`, `Chinese`.
    """

    code: str
    label: str
    continent: str
    names: tuple[str, ...]
    capitals: tuple[str, ...]
    adjectives: tuple[str, ...]
    singular: tuple[str, ...]
    plural: tuple[str, ...]


class Surface(NamedTuple):
    """What a surface form stands for. A form that is adjective and person (`American`) is an adjective."""

    text: str
    code: str
    kind: Kind
    ambiguous: bool


def _load() -> tuple[dict[str, Party], dict[str, Surface]]:
    parties: dict[str, Party] = {}
    surfaces: dict[str, Surface] = {}
    with (DATA / "places.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            cells = {key: tuple(value.split("|")) if value else () for key, value in row.items()}
            found = Party(
                row["code"], row["label"], row["continent"],
                cells["names"], cells["capitals"], cells["adjectives"], cells["singular"], cells["plural"],
            )  # fmt: skip
            parties[found.code] = found
            unsure = frozenset(cells["ambiguous"])
            groups: tuple[tuple[Kind, tuple[str, ...]], ...] = (
                ("name", found.names),
                ("capital", found.capitals),
                ("adjective", found.adjectives),
                ("people", found.singular + found.plural),
            )
            for form_kind, forms in groups:
                for form in forms:
                    surfaces.setdefault(form, Surface(form, found.code, form_kind, form in unsure))
    return parties, surfaces


_parties, _surfaces = _load()

#: Every party by its code.
PARTIES: Mapping[str, Party] = MappingProxyType(_parties)

#: Every surface form, multi-word ones included.
SURFACES: Mapping[str, Surface] = MappingProxyType(_surfaces)

#: Adjectives of states: `Japanese`, `South Korean`.
NATIONALITIES: frozenset[str] = frozenset(form for found in _parties.values() for form in found.adjectives)

#: English names of languages: `Mandarin`, `Swahili`.
LANGUAGES: frozenset[str] = frozenset((DATA / "languages.txt").read_text(encoding="utf-8").splitlines())


def _names() -> dict[str, frozenset[str]]:
    lines = (line.partition(": ") for line in (DATA / "names.txt").read_text(encoding="utf-8").splitlines())
    return {kind: frozenset(name.replace("_", " ") for name in names.split()) for kind, colon, names in lines if colon}


#: Names beside those of states that are no plain words: `continents` and other parts of the world, `faiths`, `peoples`
#: without a state, `cities` and provinces; of several words: `together`, which mean nothing else in small letters
#: (New York), and `halves`, which are common words there (White House).
NAMES: Mapping[str, frozenset[str]] = MappingProxyType(_names())

#: In their order; not from `calendar`, whose names are those of the process's locale.
MONTH_NAMES = tuple("January February March April May June July August September October November December".split())
WEEKDAY_NAMES = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())
MONTHS, WEEKDAYS = frozenset(MONTH_NAMES), frozenset(WEEKDAY_NAMES)


def party(surface: str) -> str | None:
    """Code of the party an exact surface form stands for: `Japanese`, `Tokyo` -> `JP`."""
    found = _surfaces.get(surface)
    return found.code if found else None


def kind(surface: str) -> Kind | None:
    """Whether the surface form is a name, a capital (or house), an adjective, or people."""
    found = _surfaces.get(surface)
    return found.kind if found else None


def ambiguous(surface: str) -> bool:
    """Is the form also something else: a person, another place, a plain word? False for unknown forms."""
    found = _surfaces.get(surface)
    return found is not None and found.ambiguous


def label(code: str) -> str:
    """The name to use in a message: `JP` -> `Japan`.

    Raises:
        KeyError: if there is no such party.
    """
    return _parties[code].label
