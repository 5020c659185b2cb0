"""A name of several words has lost a capital: `united states`, `United states`, `european Union`.

Why it happens: the engine restores capitals word by word; `united`, `union` and `states` are common words, and nothing
tells it that they stand in a name here.

How it is found: by tables of states, cities, seas and bodies of several words. Those that mean nothing else (`Hong
Kong`) are found in small letters too; those whose words are common ones (`White House`) only where one of their words
has its capital and another has lost it.

What it leaves alone: small words inside a name, capitals of all letters, a first word that has its capital from the
sentence's beginning (`White house prices rose`), plurals, texts in small letters, and addresses.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import opens_clause
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import NAMES, SURFACES, ambiguous, kind
from mtqa.rule import Rule
from mtqa_rules.casing._capitals import uses_capitals

rule = Rule(category="fluency/casing", severity="minor", registers=("news",), since="0.3")

BAD = [
    "The ambassador to the [[united states]] left for London.",
    "The missiles were moved to Japan and the [[United states]].",
    "The [[european Union]] and the [[united Nations]] agreed with Paris.",
    "They will keep close cooperation on [[North korea]].",
    "The award ceremony was held in [[new york]] on Monday.",
    "Trump spoke in the [[White house]] on Monday.",
    "The [[south african]] delegation of Cape Town left.",
    "The ship sailed from Odessa over the [[Black sea]] to Varna.",
    "He flew from Paris to [[los angeles]] and [[hong Kong]].",
]
GOOD = [
    "The united front of allies held. The United States said so.",
    "White house prices rose in Kent, where a white house costs more.",
    "THE UNITED STATES OF AMERICA and the European Union met in Paris.",
    "The states were united against the south, and the kingdom fell in 1990.",
    "so I told the people of hong kong and new york what was said on the news",
    "Write to info@new york.example or to united-states.example/european union today, Paris said.",
    "The union is European, and the kingdom is United in name.",
    "Bosnia and Herzegovina and Trinidad and Tobago signed; so did São Tomé and Príncipe.",
    "Out of the red cross on the map she made a Red flag.",
    "They have white houses on the Black coast of the sea.",
    "It was the far East of the town that suffered; the Netherlands and mainland China did not.",
    "The Palestinian territories, western Europe and the Korean peninsula are written so by some.",
    "The port of Spain that he meant, and the republic of Ireland as some write, are in Europe.",
]

_TABLE: dict[tuple[str, ...], str] = {
    tuple(name.lower().split()): name
    for name in (
        *(one for one in SURFACES if " " in one and " of " not in one and not ambiguous(one) and kind(one) != "people"),
        *NAMES["together"],
        *NAMES["halves"],
    )
    if all(part.isalpha() for part in name.split()) and name.split()[0].istitle() and not name.startswith("The ")
}
_LASTS: dict[str, list[tuple[str, ...]]] = {}
for _words in sorted(_TABLE, key=len, reverse=True):
    _LASTS.setdefault(_words[-1], []).append(_words)

rule.only_on(words=_LASTS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each name that lacks a capital."""
    for sentence, i in document.analysis.find(*_LASTS):
        words = next((one for one in _LASTS[sentence.tokens[i].lower] if _stands(sentence, i, one)), None)
        if words is None:
            continue
        first, name = i - len(words) + 1, _TABLE[words]
        alone = not sentence.joined(first, i) and uses_capitals(document.analysis, sentence, first)
        if alone and _lost(sentence.tokens[first : i + 1], name, sentence):
            message = f"“{sentence.text(first, i)}” is a name and needs its capitals: “{name}”."
            yield sentence.match(first, i, message, name)


def _stands(sentence: Sentence, last: int, words: tuple[str, ...]) -> bool:
    """Whether words stand in a row up to a place."""
    return last + 1 >= len(words) and sentence.says(last + 1 - len(words), *words)


def _lost(tokens: list[Token], name: str, sentence: Sentence) -> bool:
    """Whether a word of a name stands in small letters that has a capital in it."""
    parts = name.split()
    small = [token.text == part.lower() for token, part in zip(tokens, parts, strict=True) if part.istitle()]
    if not any(small) or sentence.text(tokens[0].index, tokens[-1].index) in SURFACES:
        return False
    if name in NAMES["halves"]:  # a white house
        own = [token for token in tokens if token.capitalised and not opens_clause(sentence.tokens, token.index)]
        return bool(own)
    return True
