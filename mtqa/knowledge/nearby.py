"""Well-known proper nouns by what a slip of one letter makes of them: Califonia, Norweigian, Istanboul."""

from __future__ import annotations

from functools import lru_cache

from mtqa.knowledge.bodies import single
from mtqa.knowledge.cases import large, others, smaller
from mtqa.knowledge.famous import families
from mtqa.knowledge.given import MEN, WOMEN
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import MONTHS, NAMES, SURFACES, WEEKDAYS
from mtqa.knowledge.similar import distance, grown
from mtqa.knowledge.table import tables
from mtqa.knowledge.translit import split_pinyin, squeeze

__all__ = ["LENGTHS", "meant"]

#: Letters of the names: fewer are near too many words, more are no name.
LENGTHS = range(7, 25)
_CAPITAL = 0.85  # of the places where a town's name has its capital: it is no word
_USUAL, _RATHER = -15.0, -16.0  # log-probability of a town, and of other names
#: Towns called like many persons.
_PERSONS = frozenset(
    "Brandon Chandler Constantine Everett Gilbert Hampton Hayward Henderson Maldonado Montgomery Preston Richardson "
    "Thornton Bradford Kawasaki Miyazaki Windsor Raleigh Lafayette Rosetta Salvador Santiago Sunderland Lancaster "
    "Carolina Fremont Madison Blackburn Kingston Sheridan Lansing Bellevue Benfica".split()
)


@tables("nearby")
def _tables() -> dict[str, dict[str, str]]:
    """The proper nouns by all their letters, and by what is left of them without one."""
    logprob = english().logprob
    names = [surface.text for surface in SURFACES.values() if surface.kind == "name"]
    more = [*SURFACES, *(name for kind in NAMES.values() for name in kind), *MONTHS, *WEEKDAYS]
    names += [name for name in more if (logprob(name) or -99) > _RATHER]
    people = MEN | WOMEN | frozenset(families()) | {name.lower() for name in _PERSONS}
    for name in (*(name for name, _ in large()), *smaller()):
        own = english().capital_share(name.lower()) > _CAPITAL and name.lower() not in people
        if own and (logprob(name) or -99) > _USUAL:
            names.append(name)
    names += single()
    whole = {squeeze(name): name for name in names if name.isalpha()}
    found = dict(whole)  # what is a name of its own is no slip of another
    for letters, name in whole.items():
        if len(letters) in LENGTHS and not split_pinyin(letters):  # Chengtu, Chengdu
            for less in _shorter(letters):
                found.setdefault(less, name)
    return {"known": found}


def _shorter(letters: str) -> list[str]:
    return [letters[:i] + letters[i + 1 :] for i in range(1, len(letters))]


@lru_cache(maxsize=20_000)
def meant(word: str) -> str | None:
    """The proper noun that a word nobody else bears is one letter off; `None` for an ending that makes another word."""
    letters = squeeze(word)
    if len(letters) not in LENGTHS or letters in others():
        return None
    known = _tables()["known"].find
    if squeeze(known(letters) or "") == letters:
        return None
    for less in (letters, *_shorter(letters)):
        name = known(less)
        if name is None or squeeze(name)[:-1] == letters:  # Sherloc is a laser
            continue
        if distance(letters, squeeze(name), 1) == 1 and not grown(letters, squeeze(name)):
            return name
    return None
