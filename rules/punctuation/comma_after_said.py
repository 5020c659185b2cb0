"""A comma stands between a verb of saying and what was said, with no quotation marks.

Why it happens: Chinese sets a comma behind 说 and 表示 before what was said, German, Russian and Finnish one before
“that”; the engine keeps it, before or behind `that`. English has `that`, nothing, or a colon with quotation marks.

How it is found: a clause with its subject from the sentence's start to `said`, `thinks` or the like, a comma, and a
clause right behind it that runs on to the full stop; a comma between such a verb and `that` with its clause; `said
that,` and a clause, where no second comma closes an insertion.

What it leaves alone: `as he said, the …`, an inserted `he said` (`the plan, he said, the …`), quotations, `that`
further on (`he said, if need be, that`), `said that, in the end, it`, `what he said, the …`, asides (`I mean, it
works`), and clauses of their own (`having said that, we`, `when he said that, the room fell silent`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.reading import Reading
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.verbs import TELLING
from mtqa.knowledge.words import BE, QUESTION_WORDS
from mtqa.rule import Rule

rule = Rule(category="fluency/punctuation", severity="minor", since="0.2", signs=frozenset((",",)))

BAD = [
    "Government insiders said[[,]] if the two sides talk to each other, it should be understood.",
    "The minister stated[[,]] the relations of the two countries have grown.",
    "The report says[[,]] although most bags are made of paper, many are not.",
    "He said[[,]] it will take ten years to build the bridge.",
    "Experts pointed out that[[,]] the price of soybeans has gone up.",
    "The farm owner Silva said[[,]] we are not afraid of the trade war.",
    "The envoy noted[[,]] we will go on with our work in the region.",
    "The buyers did not know[[,]] that the house was sold.",
]
GOOD = [
    "As the president said, the green hills are gold. It is, he said, the best of them.",
    "He said, if need be, that the army would come. What he said, the others did.",
    "The minister said, “If they talk, it will be understood.”",
    "Strange to say, it was late. That said, the plan is good. Having said, he left.",
    "He said, the story goes, no more. He meant, he said later, the east of the land.",
    "He said that, in the end, it was late. He said that, the plan being bad, he left.",
    "They pointed out that, when asked, he left. He believes that, and the rest follows.",
    "He left, they said, the next day. When he said, it was too late.",
    "She had her say, he said, the day before.",
    "He is, as she says, the best of men.",
    "Having said that, we loved it. When she said that, the room fell silent.",
    "If the minister said that, it was a joke. Whoever said that, the blame is his.",
    "I mean, it works as well as it can. You must know, it is a long way.",
    "The plan was not agreed, a meeting had put it off.",
    "The minister slept, the ships of the port sailed to the sea. He said that, it seems, the bridge is closed.",
    "He said, to the joy of all, the bridge is open.",
    "They asked, who plays in the street of the town?",
    "The party leader said that, while it sounded good, it would be too dear.",
    "Enough said, the plan is dead. He said, the minister that is, nothing at all.",
]

#: Who speaks in an aside: I mean, it works.
_ASIDE = frozenset("i you".split())
_SHORTEST, _FARTHEST = 5, 100  # tokens behind the comma and before it


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the comma."""
    analysis = document.analysis
    for sentence, comma in analysis.find(","):
        that, after = sentence.at(comma + 1).lower == "that", sentence.at(comma - 1).lower == "that"
        told = comma - 1 - after
        told -= sentence.at(told).lower == "out"  # pointed out
        word = sentence.at(told).lower
        if word not in TELLING or len(sentence.tokens) - comma <= _SHORTEST:
            continue
        if comma > _FARTHEST:  # cheap
            continue
        words = [token.lower for token in sentence.tokens[: comma + 2]]
        reading = analysis.reading(sentence)
        if not _subject(reading, told) or not _clause(reading, comma, after):
            continue
        message = f"No comma stands behind “{word}” before what was said; write “that”, or quotation marks."
        if that or after:
            message = "No comma stands between “that” and its clause." if after else "No comma stands before “that”."
            yield sentence.match(comma, comma, message, "")
        elif words[0] not in _ASIDE | {"that"} and BE.isdisjoint(
            words[max(0, told - 2) : told]
        ):  # that said, the plan is good
            yield sentence.match(comma, comma, message, " that")


def _subject(reading: Reading, told: int) -> bool:
    """Whether all before the verb of saying and its auxiliaries is its subject: the farm owner Silva said."""
    verb = next((verb.first for verb in reading.verb_groups if verb.last == told), told)
    return verb in reading.through(int(reading.tag(0) == "RB"))


def _clause(reading: Reading, comma: int, after_that: bool) -> bool:
    """Whether a clause follows that is no insertion: he said, the story goes, no more; he said, if need be, that."""
    words = [token.lower for token in reading.tokens[comma + 1 :]]
    opened = reading.tagged.tags[comma + 1] == "IN-S" or words[0] == "when"
    clause = next((one for one in reading.clauses if one.verb.first > comma), None)
    if clause is None or words[0] in QUESTION_WORDS - {"when"}:
        return False
    if after_that:
        return not opened and "," not in words and clause.first == comma + 1
    inserted = any(words[i : i + 2] == [",", "that"] for i in range(len(words)))
    inserted |= reading.tokens[clause.verb.head].lower in TELLING
    ends = words[clause.verb.last - comma : clause.verb.last - comma + 1] == [","]
    return not inserted and not ends and (opened or clause.first == comma + 1)
