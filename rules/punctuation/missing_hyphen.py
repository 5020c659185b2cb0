"""The hyphen of a fixed compound is missing.

Why it happens: the source has no hyphens (Chinese, Japanese, Arabic), or the engine's tokeniser cut the compound
and the pieces were not joined again.

How it is found: a prefix that never stands alone (`anti missile`, `Russo Japanese`, `non nuclear`), `self` before
its usual partners (`self defense`), `so called` before a noun, two states before a word of relation (`Japan US
alliance`), and `Asia Pacific` before a common noun.

What it leaves alone: the words by themselves (`the anti side`, `non grata`, `post office`, `his other self`), closed
compounds (`antitrust`), names of companies (`Tokyo Asia Pacific Ltd`), Latin phrases, and lists.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import kind
from mtqa.matching.pattern import compile_pattern
from mtqa.rule import Rule

rule = Rule(category="fluency/punctuation", severity="minor")

BAD = [
    "They talked about the deployment of an [[anti missile]] system.",
    "The [[Russo Japanese]] consultations went on for two days.",
    "The air [[self defense]] force took off at once.",
    "It serves peace in the [[Asia Pacific]] region.",
    "The new [[China US]] trade talks begin on Monday.",
    "He refuted the [[so called]] missile statement.",
    "They are [[non nuclear]] states and will remain so.",
    "[[Sino US]] relations are good.",
    "The [[Japan US]] military alliance grew stronger.",
]

GOOD = [
    "The anti-missile system and the antitrust law are in force.",
    "He is persona non grata, a condition sine qua non, and a non sequitur.",
    "The post office is so called because of its clerks.",
    "He was his old self again: self is all he knows.",
    "Asia Pacific Economic Cooperation is a forum; Acme Asia Pacific is a firm.",
    "Is she for it? He is anti, and non-stop at that.",
    "Teams from Japan, US and China met for trade talks.",
    "Sales in Asia Pacific grew.",
    "Anti Mero is a Finnish name, and Non Grata a band.",
    "Anglo American is a mining company.",
    "The Hong Kong China trade office is open.",
    "In China US firms trade freely.",
    "Minister Franco Frattini confirmed it.",
]
LEAVE = [
    ("“|\"|‘|'|-|–|/ anti|non|semi", "He is “anti war”, as he says."),
    ("=Anglo =American", "Anglo American is a mining company."),
    ("<name> Asia Pacific", "The Acme Asia Pacific firm grew."),
    ("in|and|,|with|from|hong|between <name> <name>", "In China US trade is free."),
    ("qua non", "A sine qua non condition was met."),
]

#: What is one word with its hyphen, whatever stands round it.
FORMS = (
    "anti|non|semi|pseudo|quasi <tag:NSJGE>",
    "self defense|defence|determination|employed|employment|sufficient|sufficiency|confidence|esteem|reliance|reliant|"
    "discipline|respect|interest|restraint|imposed|made|taught|driving|portrait|styled|proclaimed|evident|governing|"
    "immolation|inflicted|righteous|criticism|isolation|quarantine|improvement|owned|funded",
    "the|a|an|his|her|its|their|this|that|these|those|your|our [[ so called ]] <tag:NSJP>",
    "[[ asia =Pacific ]] ~<name> <tag:NSJ>",
)
#: What is one word if its halves are states or peoples.
STATES = (
    "sino|russo|franco|greco|indo|anglo <name>",
    "[[ <name> <name> ]] military|trade|bilateral|economic|security|strategic|joint|nuclear|diplomatic|tariff? "
    "relations|relation|relationship|ties|alliance|talks|trade|treaty|border|dialogue|cooperation|summit|negotiations|pact|"
    "agreement|conflict|war|friendship|partnership|confrontation|rivalry|dispute|tensions",
)
_FORMS = [compile_pattern(form.split()) for form in FORMS]
_STATES = [compile_pattern(form.split()) for form in STATES]

rule.only_on(words=chain.from_iterable(pattern.words for pattern in (*_FORMS, *_STATES)))


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the compound without its hyphen."""
    for pattern in (*_FORMS, *_STATES):
        for sentence, starts in pattern.places(document):
            first = starts[pattern.span[0]]
            one, two = sentence.tokens[first : first + 2]
            plain = two.text.islower() or two.text == "Pacific"
            national = [kind(token.text) in ("name", "adjective") for token in (one, two)]
            states = national[1] and (national[0] or len(starts) < 4)
            if states if pattern in _STATES else plain:
                joined = f"{one.text}-{two.text}"
                yield sentence.match(first, first + 1, f"The hyphen is missing in “{joined}”.", joined)
