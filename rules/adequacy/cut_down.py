"""The target is less than half as long as its source makes expect, and does not say the same.

Why it happens: the engine leaves out what it cannot render, keeps the end of a sentence and drops its beginning, or
makes a heading of it.

How it is found: two signs that prove little alone. The target has less than half the letters that its source makes
expect, and the encoder (the extra `mtqa[semantic]`) says that the two are further from each other than whole
translations are: under 0.6, where these are near 0.7. So shorter sources can be judged than `adequacy/half-missing`
judges, and targets that are a little longer.

What it leaves alone: terse translations that say all (they stay near their source), sources of less than some 35
letters of English, segments whose neighbour took the text over, targets that have nothing to do with the source
(`adequacy/unrelated-text`), and languages the encoder does not know.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.meaning import LANGUAGES, SEMANTIC, meaning, out_of_reach
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._size import ratios, whole

rule = Rule(
    category="accuracy/omission",
    severity="major",
    since="0.3",
    needs=("source",),
    languages=tuple(sorted(LANGUAGES)),
    extra=SEMANTIC,
)
rule.limit(out_of_reach)

BAD = [
    Example("[[The bank was closed.]]",
            source="Die Bank, die im Mai mit großem Aufwand eröffnet worden war, musste schließen.",
            source_language="de"),
    Example("[[to take a decision.]]",
            source="Der Rat kam im Juni zusammen, um einen Beschluss zu fassen.", source_language="de"),
    Example("[[The mayor and the bishop.]]",
            source="Le maire, l'évêque et trois cents habitants du village étaient présents.", source_language="fr"),
    Example("[[The minister will pay.]]",
            source="Министр сказал, что фермеры получат компенсацию до конца года.", source_language="ru"),
    Example("[[The farmers want water.]]",
            source="据村长说，由于长期干旱，水井已经干涸，农民们需要水。", source_language="zh"),
]  # fmt: skip
GOOD = [
    Example("The river has burst its banks.", source="Der Fluss ist über die Ufer getreten.", source_language="de"),
    Example("Thank you.", source="Herzlichen Dank!", source_language="de"),
    Example("But prices rose.", source="Dessen ungeachtet sind die Preise jedoch gestiegen.", source_language="de"),
    Example("Thanks for your attention.",
            source="Ich bedanke mich bei Ihnen für Ihre freundliche Aufmerksamkeit.", source_language="de"),
    Example("Late.", source="Er ging sehr spät nach Hause.", source_language="de"),
    Example("Ladies and gentlemen,", source="Sehr geehrte Damen und sehr geehrte Herren,", source_language="de"),
    Example("It was late.", source="Es war spät, als er kam.", source_language="de"),
    Example("The bank was closed.\n\nThe bank had been opened in May, and the mayor had come to the opening with many "
            "guests.",
            source="Die Bank, die im Mai mit großem Aufwand eröffnet worden war, musste schließen.\n\n"
            "Der Bürgermeister war da.", source_language="de"),
    Example("The bank was closed.", source="A bank, amelyet májusban nyitottak meg, végül bezárt.",
            source_language="hu"),
    Example("The staff were friendly.",
            source="Der Vorstand der Aktiengesellschaft hat die Bilanz des Jahres noch nicht vorgelegt.",
            source_language="de"),
    Example("The talks failed on Monday in Geneva.",
            source="Переговоры провалились в понедельник в Женеве, сообщили агентства.", source_language="ru"),
]  # fmt: skip

_SHORT = 0.5
_LEAST = 35  # letters expected
_TAKEN_OVER = 1.6  # a neighbour so much too long may hold the rest
_UNRELATED, _FAR = 0.22, 0.6


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the whole segment."""
    sizes = ratios(document)
    view = document.analysis.view(meaning)
    for number, (due, ratio) in enumerate(sizes):
        near = view.near[number]
        if due < _LEAST or ratio >= _SHORT or near is None or not _UNRELATED <= near < _FAR:
            continue
        if any(other > _TAKEN_OVER for _, other in sizes[max(0, number - 1) : number + 2]):
            continue
        yield Match(
            number, *whole(document.segments[number].target),
            "Much of the source seems to be missing: the target is too short for it, and does not say the same.",
            evidence={"part": round(ratio, 2), "likeness": near},
        )  # fmt: skip
