"""A name of the source was translated like a word.

Why it happens: names are words of their language (`Соколов`: of falcons; `Ordu`: army); an engine that does not
see a name translates it, in one place of a story or in all.

How it is found: the target has what the name means, by a table of two thousand names in forty languages, the source
of the segment has the name, surely one (a capital inside a sentence, a title or a given name beside it), and the target
has it less often than the source.

What it leaves alone: names that came; words of the source that only look like a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.meant import meant
from mtqa.analysis.source.pairing import pairing
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="critical", since="0.4", needs=("source",))

BAD = [
    Example("The bridge will not pay, [[Falcons]] said.", source="Мост не окупится, сказал Соколов.", source_language="ru"),
]
GOOD = [
    Example("The bridge will not pay, Sokolov said.", source="Мост не окупится, сказал Соколов.", source_language="ru"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Renderings of names that each segment's source has."""
    for span, name, written in meant(pairing(document.analysis, document.source_analysis)):
        message = f"“{span.text}” is the name “{written}” of the source, translated like a word: {name}."
        yield span.sentence.match(span.first, span.last, message, name, evidence={"source": written, "name": name})
