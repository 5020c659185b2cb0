"""A sentence, a clause or a run of words of the source is not in the target.

Why it happens: the engine translates one of two sentences, stops early, or jumps from one comma to the next.

How it is found: a sentence encoder (the extra `mtqa[semantic]`) compares each sentence of a source of several, and each
clause between its commas, with the target and the targets beside it. A part that is near none of them, and without
which source and target are nearer to each other, is missing. A sentence need gain less than a clause.

Where a target has less than seven tenths of the letters due, runs of words that are about as long as what it lacks are
asked too, wherever they stand: without them the two sides must be much nearer.

The target must be shorter than the source makes expect, by half of the part at least, and none of its own sentences and
clauses may be near the part.

What it leaves alone: parts of less than some twenty letters of English; a part that is in the target of a neighbour;
clauses that translators fold into a word (`he said`, `as is known`), for without them little is gained; segments of
more than 1,500 characters or 24 parts, and runs of words in those of more than 400, or where no spaces part words;
languages the encoder does not know, see `adequacy/unrelated-text`.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.meaning import LANGUAGES, SEMANTIC, meaning, out_of_reach
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._parts import gaps, sides, spare
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

_TWO = "Der Fluss ist über die Ufer getreten. Die Feuerwehr brachte vierzig Bewohner in Sicherheit."
BAD = [
    Example("[[The river has burst its banks.]]", source=_TWO, source_language="de"),
    Example("[[The fire brigade brought forty residents to safety.]]", source=_TWO, source_language="de"),
    Example("[[Wearing wet clothes can help them dry up quickly.]]",
            source="젖은 옷을 다림질하면 빨리 마르는 데 도움이 된다. 많은 호텔에서 다리미와 다리미판을 빌려 준다.",
            source_language="ko"),
    Example("[[If the rider falls, his foot may remain stuck.]]",
            source="Если всадник падает, его нога может застрять. Существует ряд мер предосторожности, "
            "которые снижают этот риск.", source_language="ru"),
    Example("[[A ship with some grain lay there.]]",
            source="Im Hafen lag seit dem frühen Morgen ein Schiff mit Getreide.", source_language="de"),
    Example("[[The eight cities of Amsterdam and Bristol.]]",
            source="In die engere Wahl der Jury kamen die acht Städte Amsterdam und Bristol.", source_language="de"),
    Example("[[Portugal, Austria and Finland.]]",
            source="Italien, Luxemburg, die Niederlande, Portugal, Österreich und Finnland.", source_language="de"),
    Example("[[The information contained in catalogues, brochures and price lists]]",
            source="Die in Katalogen, Prospekten und Preislisten enthaltenen Angaben über Gewicht und Fassungsvermögen",
            source_language="de"),
    Example("[[UN experts accuse Rwanda of supporting the rebels.]]",
            source="Les experts de l'ONU accusent le Rwanda de soutenir les rebelles, "
            "et le président congolais demande au Conseil de sécurité de voter des sanctions.", source_language="fr"),
]  # fmt: skip
GOOD = [
    Example("The river burst its banks. In between, everyone could dance.",
            source="Der Fluss trat über die Ufer. Zwischendurch war Bewegung angesagt.", source_language="de"),
    Example("The river has burst its banks.", source="Der Fluss ist über die Ufer getreten. Na so was!",
            source_language="de"),
    Example("The river has burst its banks.", source="Na so was, der Fluss ist über die Ufer getreten.",
            source_language="de"),
    Example("The river has burst its banks.",
            source="Der Fluss ist über die Ufer getreten. Ja, über die Ufer ist er getreten, der Fluss.",
            source_language="de"),
    Example("The river has burst its banks. The fire brigade brought forty residents to safety.", source=_TWO),
    Example("The river burst its banks, and forty residents were brought to safety by the fire brigade.",
            source=_TWO, source_language="de"),
    Example("The river has burst its banks.\n\nThe fire brigade brought forty residents to safety.",
            source=_TWO + "\n\nDie Feuerwehr half.", source_language="de"),
    Example("“I am glad,” he said.", source="„Ich freue mich“, sagte er am Montag. So war es.", source_language="de"),
    Example("In February the price rose.", source="Im Februar, so heißt es, stieg der Preis.", source_language="de"),
    Example("The river has burst its banks.", source="Der Fluss ist über die Ufer getreten.", source_language="de"),
    Example("The river burst its banks.", source="A folyó kilépett a medréből. A tűzoltók negyven lakót mentettek ki.",
            source_language="hu"),
    Example("The talks failed on Monday in Geneva.",
            source="Переговоры провалились в понедельник в Женеве, как сообщается в заявлении.", source_language="ru"),
    Example("The council approved the budget for the schools of the city.",
            source="众所周知的是，市议会批准了全市学校的预算。", source_language="zh"),
    Example("He was born in Munich, in the south of Germany, and lives in Berlin.",
            source="Er kam in München zur Welt, im Süden Deutschlands, und lebt in Berlin.", source_language="de"),
]  # fmt: skip

#: How near a missing part is at most to what is there, and what is gained without it: a sentence, a clause.
_SENTENCE, _CLAUSE = (0.45, 0.03), (0.3, 0.08)
_WORDS = (0.5, 0.1)
#: Where `adequacy/cut-down` speaks.
_CUT_DOWN = (0.5, 0.6)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the target, once for the first of its parts that is missing."""
    view = document.analysis.view(meaning)
    sources, targets = sides(document)
    parts = list(spare(view, sources, targets, sentence=_SENTENCE, clause=_CLAUSE))
    told = {part.segment for part in parts} | {
        at
        for at, (_, ratio) in enumerate(ratios(document))
        if ratio < _CUT_DOWN[0] and (view.near[at] or 0.0) < _CUT_DOWN[1]
    }
    parts += gaps(document, sources, targets, told, likest=_WORDS[0], gain=_WORDS[1])
    for part in parts:
        text = sources.texts[part.segment][part.start : part.end].strip()
        yield Match(
            part.segment, *whole(document.segments[part.segment].target),
            f"The source goes on “{text[:80]}{'…' if len(text) > 80 else ''}”; the target does not say it.",
            evidence={"source": text[:300], "likeness": part.near, "gain": part.gain},
        )  # fmt: skip
