"""A name of the source was translated like a word.

Why it happens: names are words of their language (`Соколов`: of falcons; `Ordu`: army); an engine that does not
see a name translates it, in one place of a story or in all.

How it is found: the target has what the name means, by a table of two thousand names in forty languages, the source
of the segment has the name, surely one (a capital inside a sentence, a title or a given name beside it), and the target
has it less often than the source.

What it leaves alone: names that came; what is called by several plain words (`the Red Cross`); of scripts without
capitals what the target writes small; words of the source that only look like a name.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.meant import meant
from mtqa.analysis.source.pairing import pairing
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",))

BAD = [
    Example(
        "The bridge will not pay, [[Falcons]] said.", source="Мост не окупится, сказал Соколов.", source_language="ru"
    ),
    Example(
        "“No,” said [[Dove]], an expert like Irina Golubeva.",
        source="«Нет», — сказала Голубева, эксперт, как и Ирина Голубева.",
        source_language="ru",
    ),
    Example("The price fell in [[Army]] again.", source="Fiyat Ordu'da yine düştü.", source_language="tr"),
    Example("Minister Binali [[Lightning]] spoke.", source="Bakan Binali Yıldırım konuştu.", source_language="tr"),
    Example("The minister [[Delicate]] left.", source="محمدجواد ظریف رفت.", source_language="fa"),
    Example("In [[Root City]], shops closed.", source="根室市では店が閉まった。", source_language="ja"),
    Example(
        "[[This]] chairman agreed with chairman Lee Dong-geol.",
        source="이동걸 회장이 말했다. 이 회장은 동의했다.",
        source_language="ko",
    ),
    Example("Mrs. Nguyen Thi [[Tomorrow]] agreed.", source="Bà Nguyễn Thị Mai đồng ý.", source_language="vi"),
    Example("Mario [[idol]] sat outside.", source="Mario Götze saß draußen.", source_language="de"),
]
GOOD = [
    Example("The bridge will not pay, Sokolov said.", source="Мост не окупится, сказал Соколов.", source_language="ru"),
    Example("Falcons nest on the bridge.", source="На мосту гнездятся соколы.", source_language="ru"),
    Example("The film “Red” won.", source="Победил фильм «Красный».", source_language="ru"),
    Example("Experts speak of Black Friday.", source="Uzmanlar Kara Cuma diyor.", source_language="tr"),
    Example("The army is in Ordu.", source="Ordu Ordu'da.", source_language="tr"),
    Example("The Black Sea coast is long.", source="Türkiye'nin Karadeniz kıyısı uzundur.", source_language="tr"),
    Example("On Monday he spoke.", source="Vào ngày thứ Hai ông nói.", source_language="vi"),
    Example(
        "The Arab world buys wheat, Elaraby said.",
        source="ويشتري العالم العربي القمح. قال نبيل العربي ذلك.",
        source_language="ar",
    ),
    Example("They saw the King and Queen.", source="Они увидели Короля и Королеву.", source_language="ru"),
    Example("The Red Cross came.", source="Pomohl Červený kříž.", source_language="cs"),
    Example("The state cut its quota.", source="हरियाणा का कोटा घटा।", source_language="hi"),
    Example("The harbour is small.", source="港は小さい。", source_language="ja"),
    Example("This is Falcons.", source="Tik to.", source_language="xx"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Renderings of names that each segment's source has."""
    for span, name, written in meant(pairing(document.analysis, document.source_analysis)):
        message = f"“{span.text}” is the name “{written}” of the source, translated like a word: {name}."
        yield span.sentence.match(span.first, span.last, message, name, evidence={"source": written, "name": name})
