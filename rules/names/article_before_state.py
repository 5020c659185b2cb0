"""An article stands before the name of a state that has none: `the Serbia`, `the leader of the North Korea`.

Why it happens: French, Greek, German and other languages put an article before some or all names of countries; where
the source has none, an engine adds one by what stands beside it.
How it is found: `the` before the name of a state that is no plural and no common noun, where the name is a noun of its
own: before a verb, a mark that ends its phrase, `and the`, or a preposition that does not describe it.
What it leaves alone: names that bear an article in English (the Netherlands, the Gambia, the Ukraine of old), rivers
(the Niger), a state in one of its shapes (`the France of the Revolution`, `the Germany he knew`), names before a noun
(`the China trade`) or in a row of such (`the Russia and China teams`), headlines, quoted words.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.relations import Mention
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import SURFACES, party
from mtqa.knowledge.verbs import TELLING
from mtqa.knowledge.words import COMMON_PREPOSITIONS, FINITE_BE, FINITE_HAVE, MODALS
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(category="fluency/grammar", severity="minor", since="0.3", facts=("states",), words=frozenset(("the",)))

BAD = [
    "The accession of [[the Turkey]] will take years.",
    "[[The France]] has tried to calm them.",
    "The leader of [[the North Korea]], Kim, agreed.",
    "It was taken to the embassy of [[the Brazil]].",
    "[[The Spain]] and the Poland tried to hold on.",
    "Sanctions against [[the Russia]] were lifted.",
    "The neighbours of [[the Hungary]] said no, and [[the Hungary]] said yes: [[the Spain]] agreed.",
]
GOOD = [
    "The Netherlands, the Philippines and the Gambia agreed with the Ukraine.",
    "The book paints the France of the Revolution, the Germany he knew and the Italy that was.",
    "The China trade is old; the Russia and China teams met, and the Japan, China and Iran desks closed.",
    "The Serbia-based firm and the Russia.tv site are closed.",
    "They sailed up the Niger and the Uruguay.",
    "France has tried to calm the French, and the Croatia report bears witness to it.",
    "The United States is rich, and the Czech Republic is not; the ROK is.",
    "Jordan bathed in the Jordan. Northern Ireland is green, and the French is a Breton.",
    "The France in the making is a fascinating portrait.",
    "“The Turkey is cold,” he read.",
]

_ARTICLED = wordset("names/article-before-state", "articled")
_PAST = regex("(?:ed|aid|ays|old)$")  # the Croatia report
_VERBS = FINITE_BE | FINITE_HAVE | MODALS
_BEHIND = _VERBS | (COMMON_PREPOSITIONS - {"of", "in", "on", "into"}) | {"during", "against"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """States with an article."""
    for mention in document.analysis.mentions:
        tokens = mention.sentence.tokens
        if tokens[mention.first].lower == "the":
            name, quoted = mention.sentence.text(mention.first + 1, mention.last - 1), document.analysis.speech.quoted
            if _plain(name) and _ends(mention) and not quoted(mention.sentence, mention.first):
                message = f"“{name}” has no article in English."
                yield mention.sentence.match(mention.first, mention.last - 1, message, name)


def _plain(name: str) -> bool:
    """Whether a name is a state's alone and never has an article."""
    surface = SURFACES.get(name)
    known = surface is not None and surface.kind == "name" and not surface.ambiguous
    return known and not name.isupper() and _ARTICLED.isdisjoint(name.split())


def _ends(mention: Mention) -> bool:
    """Whether what stands behind a name neither describes it nor is described by it."""
    sentence, last = mention.sentence, mention.last
    behind, next_ = sentence.at(last), sentence.at(last + 1)
    if behind.text == ",":
        return party(next_.text) is None
    if behind.lower in ("and", "or"):
        return next_.lower == "the"
    if behind.lower in TELLING and _PAST.search(behind.lower):
        return True
    return (behind.text in _STOPS and not sentence.joined(last - 1)) or behind.lower in _BEHIND


_STOPS = frozenset((".", ";", ":", "?", "!", ")", ""))
