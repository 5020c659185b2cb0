"""The target has nothing to do with its source.

Why it happens: the engine does not know the words of the source, and writes what it has often seen instead (`The
staff were very friendly and helpful.`), or what goes on from the segment before.

How it is found: a sentence encoder (the extra `mtqa[semantic]`) makes a vector of the source and one of the target. Two
texts that say the same in two languages are near 0.7, two texts of one story near 0.2; what is under 0.22 is flagged.
A sentence of the kind that engines fall back on, because the web is full of it (`The staff were very friendly and
helpful`, `We use cookies`), need be no nearer than 0.55: where the source does say it, it is near 0.8.

What it leaves alone: short sayings, which are seldom translated word for word, unless they are under 0.1; targets of
three words or less; the translation of another segment, which is `adequacy/wrong-segment`; and languages the encoder
does not know (it knows Arabic, Chinese, Dutch, English, French, German, Italian, Japanese, Korean, Polish, Portuguese,
Russian, Spanish, Thai and Turkish). Where it stands was measured into English; the encoder treats all of its
languages alike.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.meaning import LANGUAGES, SEMANTIC, meaning, out_of_reach
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._elsewhere import runs
from mtqa_rules.adequacy._size import expected, whole

rule = Rule(
    category="accuracy/mistranslation",
    severity="critical",
    since="0.3",
    needs=("source",),
    languages=tuple(sorted(LANGUAGES)),
    extra=SEMANTIC,
)
rule.limit(out_of_reach)

BAD = [
    Example(
        "[[The staff were very friendly and helpful.]]",
        source="Das Hotel liegt in der Innenstadt von Madrid, der Preis ist allerdings sehr hoch.",
        source_language="de",
    ),
    Example("[[The staff were very friendly and helpful. The room was clean and comfortable.]]",
            source="Ich genoss wirklich das Spa, die Zimmer waren sehr speziell und so bequem.", source_language="de"),
    Example("[[The hotel is located in the centre of Graz, close to the train station.]]",
            source="Karten für Busse und die Straßenbahn sind zu teuer, vor allem in Graz.", source_language="de"),
    Example("[[A new bus line will open in the town in May.]]",
            source="Die Feuerwehr brachte am Montag vierzig Bewohner des Hauses in Sicherheit.", source_language="de"),
    Example("[[I'm not sure what to make of it.]]", source="西武は０対５でロッテに敗れた。", source_language="ja"),
    Example("[[We use cookies to give you the best experience on our website.]]",
            source="파산한 은행의 노동자들이 어제 시청 앞에서 시위를 벌였다.", source_language="ko"),
    Example("[[The room was clean and comfortable.]]",
            source="Der Vorstand der Aktiengesellschaft hat die Bilanz des vergangenen Jahres noch nicht vorgelegt."),
    Example("[[It is a very nice place to stay.]]",
            source="Le ministre des finances a présenté hier au parlement le budget de l'année prochaine."),
]  # fmt: skip
GOOD = [
    Example("The staff were very friendly and helpful.", source="Das Personal war sehr nett und immer hilfsbereit.",
            source_language="de"),
    Example("The room was clean and comfortable.", source="Zimmer sauber und gemütlich.", source_language="de"),
    Example("The staff were very friendly.", source="Het personeel was zeer vriendelijk.", source_language="nl"),
    Example("The hotel is in the centre of Madrid, but it costs a lot.",
            source="Das Hotel liegt in der Innenstadt von Madrid, der Preis ist allerdings sehr hoch."),
    Example("That is pretty much how it is.", source="Durum aşağı yukarı böyle.", source_language="tr"),
    Example("We need people to be engaged and keep speaking up on this issue.", source="声を上げ続ける熱意がほしい。"),
    Example("Far from it.", source="Der Vorstand hat die Bilanz des vergangenen Jahres noch nicht vorgelegt."),
    Example("The staff were very friendly and helpful.", source="Az igazgatóság még nem terjesztette elő a mérleget.",
            source_language="hu"),
    Example("The board has not yet presented the accounts.\n\nThe staff were friendly and helpful.",
            source="Das Personal war freundlich und hilfsbereit.\n\n"
            "Der Vorstand hat die Bilanz des Jahres noch nicht vorgelegt.", source_language="de"),
    Example("Those behind the attempted coup must be removed from the state.",
            source="DARBE GİRİŞİMİNDE BULUNANLARIN DEVLETTEN TEMİZLENMESİ GEREKİYOR", source_language="tr"),
    Example("Thank you.", source="Der Vorstand hat die Bilanz noch nicht vorgelegt."),
]  # fmt: skip

#: Under which a target is unrelated, for a source of some letters of English, and for a shorter one.
_FAR, _FARTHEST = 0.22, 0.1
#: Under which a target is that has a sentence engines fall back on.
_FAR_STOCK = 0.55
_STOCK = regex(
    r"(?i)\bstaff (?:was|were|are|is) (?:very |so |extremely )?(?:friendly|helpful|nice)|"
    r"\brooms? (?:was|were|is|are) (?:very )?(?:clean|comfortable) and (?:very )?(?:clean|comfortable)|"
    r"\b(?:great|nice|good|perfect) place to stay\b|"
    r"\bhotel is (?:located|situated) in the|"
    r"\bbreakfast was (?:very )?(?:good|excellent)|"
    r"\bdo not hesitate to contact us|"
    r"\bthis (?:web)?site uses cookies|\bwe use cookies\b|"
    r"\bclick here to|"
    r"\b(?:please )?(?:enable|activate) javascript"
)
_LONG = 35
_WORDS = 4


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the whole segment."""
    view = document.analysis.view(meaning)
    elsewhere = {at for run in runs(document) for at in run.segments}
    for paragraph in document.analysis.paragraphs:
        near = view.near[paragraph.index]
        if near is None or near >= _FAR_STOCK or paragraph.words < _WORDS:
            continue
        stock = _STOCK.search(paragraph.text) is not None
        if near >= _FAR and not stock:
            continue
        if near >= _FARTHEST and not stock and expected(document.segments[paragraph.index].source or "") < _LONG:
            continue
        if paragraph.index in elsewhere:
            continue
        yield Match(
            paragraph.index, *whole(paragraph.text),
            "This has nothing to do with its source: the engine seems to have made it up.",
            evidence={"likeness": near},
        )  # fmt: skip
