"""A name that everybody knows is spelt with a slip: `Califonia`, `the Norweigian team`, `Cleopathra`.

Why it happens: the source writes the name in another script or another spelling, and the engine puts it together from
pieces; small models and those of few-resourced languages do so with names that everybody knows.
How it is found: a word of seven letters or more that no list of words, families, given names or places has is one
letter off a state, its people or capital, a town that English knows well, a month or a day, a person of history who
has one name (Aristotle), a club, firm, paper or work (Juventus, Volkswagen, Handelsblatt).
What it leaves alone: endings (`Chileans`), a name without its last letter (`Sherloc` is a laser), old spellings
(`Roumania`), towns called like persons, Chinese places, words of two capitals, names of several words and behind titles
(they may be persons), slips shown as such, links and handles.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import strange
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nearby import LENGTHS, meant
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(category="fluency/spelling", severity="minor", since="0.3", facts=("names",))

BAD = [
    "He lives in [[Califonia]].",
    "The [[Norweigian]] team won in [[Birmindham]].",
    "[[Austarlia]] and the [[Nietherlands]] agreed.",
    "They met on [[Wednesdday]] in [[Istanboul]].",
    "A storm hit [[Shiffield]] at noon.",
    "He wrote of [[Cleopathra]], and saw [[Barcalona]] win.",
]
GOOD = [
    "California, Norway and the Chileans agreed.",
    "The Roumanian king wrote to Kazakstan.",
    "ShangHaii and CALIFONIA are names of bands.",
    "The Austrians met the Australians in Iran, Iraq and Slovakia; Slovenia was not there.",
    "Dewey Hagburg and Mrs. Solomonz met.",
    "Mail califonia@example.org or @Califonia.",
    "A Califonia [sic] sign stood there.",
    "An Argentinean met a Bosniak at Columbia University in Chengtu.",
    "The laser is called Sherloc.",
]

_OLD = wordset("names/place-misspelt", "old")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Strange words of names."""
    for name in document.analysis.names:
        token = name.tokens[0]
        word = token.text
        if name.last - name.first > 1 or len(word) not in LENGTHS:  # cheap
            continue
        if not word[1:].islower() or word in _OLD or name.titles is not None or not strange(word):
            continue
        right = meant(word)
        if right is None or name.sentence.joined(token.index) or name.sentence.says(token.index + 1, "[", "sic"):
            continue
        yield name.match(f"“{word}” is spelt {right}.", right)
