"""A question of the source is no question in the target.

Why it happens: the engine takes a question for a statement, or drops its last token.

How it is found: the source ends with a question mark of its script, and the target has none at all.

What it leaves alone: questions that are told (`wondered whether …`, `asked who …`) or stand over a text (`How to
survive the holidays`), questions inside the text, targets with a question mark anywhere, segments whose neighbour
has one more question than its source, and sources that ask for a thing rather than a fact (`??`, `?!`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="minor", since="0.2", needs=("source",))

BAD = [
    Example("The city said these bold [[words]].", source="城市喊出这一豪言壮语，底气何来？"),
    Example("He has left [[Moscow]].", source="Он уехал из Москвы?"),
    Example("It was [[late]]", source="War es spät?"),
    Example("He has left [[Cairo]].", source="هل غادر القاهرة؟"),
    Example("He left.\n\nShe [[stayed]].", source="Er ging.\n\nBlieb sie?"),
]
GOOD = [
    Example("He left. Why did he? Nobody knows.", source="Er ging. Niemand weiß, warum?"),
    Example("He has left Moscow.", source="Он уехал из Москвы??"),
    Example("Has he left? He comes back.", source="Ist er weg? Und kommt er wieder?"),
    Example("Has he left Moscow?", source="Он уехал из Москвы?"),
    Example("“Has he left?” she asked.", source="Она спросила: он уехал?"),
    Example("Where is he? He left.", source="Где он? Он уехал."),
    Example("Why, and who knows it? Nobody.", source="Warum? Und wer weiß das?"),
    Example("What a day!", source="Was für ein Tag?!"),
    Example("He asked\n\nwhether it was late?", source="War es spät?\n\nfragte er."),
    Example("He wondered whether Frank had done it.", source="Ob das wohl Franz war?"),
    Example("How to survive the way back from the holidays", source="Jak přežít návrat z dovolené?"),
    Example("We had no idea who had brought it.", source="Wer hatte das wohl gebracht?"),
    Example("He asked whether it was late.", source="Er fragte, ob es spät war."),
]

_ASKS = regex(r"(?<![?!？！])[?？؟][\s”\"»’」』)）*]{0,4}$")
_MARKS = regex("[?？؟]")
#: A question that is told, and one that stands over a text.
_TOLD = regex(
    r"(?i)\b(?:whether|ask(?:s|ed|ing)?|wonder(?:s|ed|ing)?|questions?|explain)\b|"
    r"\b(?:idea|know|knew|thought|see) (?:\w+ ){0,2}(?:who|how|why|what|where|when|which)\b|"
    r"^\W{0,3}(?:how|why|what|who|where|when|which)\b"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the last word."""
    for paragraph in document.analysis.paragraphs:
        source = document.segments[paragraph.index].source
        if (
            not source
            or _MARKS.search(paragraph.text)
            or _TOLD.search(paragraph.text)
            or not _ASKS.search(source[-40:])
        ):
            continue
        near = document.segments[max(0, paragraph.index - 1) : paragraph.index + 2]
        if (
            sum(len(_MARKS.findall(s.target)) for s in near)
            > sum(len(_MARKS.findall(s.source or "")) for s in near) - 1
        ):
            continue  # the question moved to a neighbour
        words = [token for token in paragraph.tokens if token.kind == "word"]
        if words:
            last = words[-1]
            yield Match(paragraph.index, last.start, last.end, "The source asks a question; the target does not.")
