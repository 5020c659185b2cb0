"""The family name of a person whom every newspaper knows is spelt by its sound: `Olaf Sholts`, `Richard Brenson`.

Why it happens: the source writes the name in another script or by the spelling of its own language; an engine that does
not know it spells the sound back into Latin letters.
How it is found: of some ten thousand persons it is known how their family names sound, to those who hear English,
French or German too. Behind the same given name stands a word of six letters or more that no list of families or places
has, and that sounds like the family name or differs from it by a letter, a long one by two. The given name may have
a slip as well, if it is long enough (`Stephen Spilberg`, `Riad Marhez`). Behind two given names of which the second is
nobody else's the family name may be further off (`Mary Wortley Montegg`).
What it leaves alone: every name that lists of families, given names and places hold, spellings of other scripts that
are matters of taste (`Zelenskiy`), Chinese, Korean, Japanese and Vietnamese names, endings (`Merkels`), and a family
name that stands alone, since anybody may be called like that.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.famous import Famous, alike, others, with_middle_name
from mtqa.knowledge.holders import key
from mtqa.knowledge.similar import distance, grown
from mtqa.knowledge.translit import squeeze
from mtqa.rule import Rule

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", facts=("names",))

BAD = [
    "Angela Merkel met Olaf [[Sholts]] in Berlin.",
    "They asked for the murder of Jamal [[Khasheggi]] to be looked into.",
    "The prime minister, Mirek [[Topolinek]], was there.",
    "It is time to talk to Vladimir [[Poutine]].",
    "Grzegorz [[Krykhoviak]] scored for Poland.",
    "The list was led by Saulius [[Skvernialis]].",
    "A letter by Mary Wortley [[Montegg]] was sold.",
    "The film is by Stephen [[Spilberg]], the goal by Riad [[Marhez]].",
]
GOOD = [
    "Martin Schultz met Olaf Scholz in Berlin.",
    "John Donne wrote that no man is an island; Jan Kaven, Michael Nunan and Kevin Bellenne came.",
    "His dog is called Clint Yeastwood.",
    "Woody Aaleni and Bruce Aarini play in a band.",
    "The tramp slept; Mr Tramp and Lady Embape are dogs.",
    "Volodymyr Zelenskyy, or Zelenskiy, met the Merkels and Angela Merkels aide.",
    "Donald Trumpet is the name of a band, and Donald Truman of a bank.",
    "Emmanuel Macron and Brigitte Macron flew home.",
    "Vladimir Petin and Vladimir Puchkov play for the club.",
    "Mary Wortley Montagus and Mary Wortley Montford, Mary Wortley Fontaga, and Mary Wortley Montgomery came.",
    "Mark Zuckerman and Olaf Schulze work there.",
]

_FAR = 3  # letters that a family name may be off behind two given names
_LONG = 6  # letters of a given name that may be two off


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the last word of a name."""
    for name in document.analysis.names:
        words = [token for token in name.tokens if token.kind == "word"]
        if len(words) < 2:  # of most names
            continue
        meant = alike(words[-1].text)
        if not meant and len(words) < 3:  # cheap
            continue
        before = [key(token.text) for token in words[:-1]]
        right = [one for one in meant if _same(before, one)] or list(_by_middle_name(before, words[-1].text))
        if right and squeeze(words[-1].text) not in others():
            place = words[-1].index
            message = f"“{words[-1].text}” is {right[0].name}, spelt by its sound."
            yield name.sentence.match(place, place, message, *dict.fromkeys(one.family for one in right[:3]))


def _by_middle_name(before: list[str], family: str) -> Iterator[Famous]:
    """The person whom two given names name, where the family name is not far off: Mary Wortley Montail."""
    if len(before) < 2:
        return
    for one in with_middle_name(" ".join(before[-2:])):
        last, own = key(family), key(one.family)
        if 0 < distance(last, own, _FAR) <= _FAR and last[0] == own[0] and not grown(last, own):
            yield one


def _same(before: list[str], one: Famous) -> bool:
    """Whether the words before are the given name, or end with its first word."""
    own = [key(word) for word in one.given.split()]
    return before[-1] == own[0] or before[-len(own) :] == own or _near(before[-1], own[-1])


def _near(word: str, given: str) -> bool:
    """Whether a word is a given name with a slip."""
    return 0 < distance(word, given, 2) <= (0 if len(given) < 4 else 1 if len(given) < _LONG else 2)
