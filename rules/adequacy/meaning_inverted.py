"""The target denies what its source says, or says what its source denies.

Why it happens: the engine drops a small word (`plus`, `不`, `nicht`), or takes one from a phrase it has often seen.

How it is found: one side has a particle of negation, the other nothing that denies, neither such a particle nor a word
like `refuse`, `without`, `hardly`, `unable` (by a table of eighteen languages). Then a sentence encoder (the extra
`mtqa[semantic]`) is asked: without the particle the two sides must be nearer to each other than with it. In human
translations it is the other way round.

What it leaves alone: questions, set phrases (`not only`, `whether or not`), double negation; sources of Turkish, which
denies by an ending; in Japanese and Korean ones, a negation that is lost.

Of a million words 29 in machine translation (fifteen findings read, all right), 15 in human references, half of these
slips or targets of another sentence (even half, hallucination sets left out). Of DEMETR's hundred sentences with a
negation put in or taken out it finds 49, of the sound ones none.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.meaning import SEMANTIC, meaning, out_of_reach, vectors
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.negation import may_deny, turned
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._size import whole

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    since="0.3",
    needs=("source",),
    extra=SEMANTIC,
)
rule.limit(out_of_reach)

BAD = [
    Example("Vaccines [[don't]] protect people for a lifetime.",
            source="As vacinas protegem as pessoas para toda a vida.", source_language="pt"),
    Example("The allies had [[not]] liberated the south of France.",
            source="Los aliados habían liberado el sur de Francia.", source_language="es"),
    Example("[[The force of gravity has more power over the person.]]",
            source="La force d’attraction terrestre n’a plus de pouvoir sur la personne.", source_language="fr"),
    Example("The minister [[did not]] announce new sanctions on Monday.",
            source="Der Minister kündigte am Montag neue Sanktionen an.", source_language="de"),
    Example("[[The court has announced the verdict.]]",
            source="Суд не объявил приговор.", source_language="ru"),
    Example("The Chinese government has [[not]] decided to build the new airport.",
            source="中国政府决定建设新机场。", source_language="zh"),
]  # fmt: skip
GOOD = [
    Example("Vaccines protect people for a lifetime.", source="As vacinas protegem as pessoas para toda a vida."),
    Example("The minister did not announce new sanctions.", source="Der Minister kündigte keine neuen Sanktionen an.",
            source_language="de"),
    Example("He refused to speak.", source="Er wollte nicht sprechen.", source_language="de"),
    Example("Whether or not he speaks is open.", source="Es ist offen, wie er spricht.", source_language="de"),
    Example("Why did they not come?", source="Почему они остались дома?", source_language="ru"),
    Example("Not only the minister spoke.", source="Auch der Minister sprach.", source_language="de"),
    Example("Degei is not used to wearing these clothes.", source="Degei bu kıyafetleri giymeye alışık değil.",
            source_language="tr"),
    Example("China has never been absent from it.", source="中国从不缺席。", source_language="zh"),
    Example("Please do not enter the building.", source="建物への立ち入りはご遠慮ください。", source_language="ja"),
    Example("The two are different.", source="两者不一样。", source_language="zh"),
    Example("They fear the same will happen in Europe.",
            source="Ils craignent que la même chose n'advienne en Europe.", source_language="fr"),
    Example("The doctors didn’t tell him.", source="Die Ärzte sagten es ihm nicht.", source_language="de"),
    Example("The beard can be up to 2 cm long.", source="Борода не может быть длиннее 2 см.", source_language="ru"),
    Example("I cannot recommend this place enough.", source="Настоятельно рекомендую это место.", source_language="ru"),
    Example("The train was late, less than an hour.", source="El tren no llegó a tiempo.", source_language="es"),
    Example("He said it was not late.", source="Azt mondta, hogy késő van.", source_language="hu"),
]  # fmt: skip

#: By how much source and target must be nearer without the particle: of the target, of the source.
_PUT_IN, _LOST = 0.012, 0.016
_LONGEST = 500  # code points of a side: in a longer one a word weighs too little


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the particle of the target, or the whole target that lacks one."""
    language = document.source_analysis.language or ""
    found = []
    for paragraph in document.analysis.paragraphs:
        source = document.segments[paragraph.index].source or ""
        if not source or max(len(source), len(paragraph.text)) > _LONGEST:
            continue
        here, there = turned(paragraph.text, "en"), turned(source, language)
        if here is not None and not may_deny(source, language):
            found.append((paragraph.index, True, *here))
        elif there is not None and not may_deny(paragraph.text, "en"):
            found.append((paragraph.index, False, there[0], whole(paragraph.text)))
    if not found:
        return
    view = document.analysis.view(meaning)
    made = vectors([text for _, _, text, _ in found])
    for (segment, target, _, (start, end)), vector in zip(found, made, strict=True):
        near = view.near[segment]
        if near is None:
            continue
        gain = float(vector @ (view.source(segment) if target else view.target(segment))) - near
        if gain <= (_PUT_IN if target else _LOST):
            continue
        text = document.segments[segment].target
        if target:
            start, end = (
                start + len(text[start:end]) - len(text[start:end].lstrip()),
                start + len(text[start:end].rstrip()),
            )
            message = f"“{text[start:end]}” turns the meaning round: the source denies nothing."
        else:
            message = "The source denies this, the target does not: the meaning is turned round."
        yield Match(segment, start, end, message, evidence={"likeness": near, "gain": round(gain, 3)})
