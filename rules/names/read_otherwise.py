"""A Japanese name is spelt by another reading of its characters.

Why it happens: most characters of names have several readings, and an engine takes the usual one: Kan for Suga (`菅`),
Kawano for Kono (`河野`), or one that the name never has.

How it is found: a table knows the person, and the target has the family name by another reading of the same
characters; or a given name that none of its characters' readings is like stands beside the right family name.

What it leaves alone: people whom no table knows, where any reading may be right; names that came.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.pairing import pairing
from mtqa.analysis.source.twins import misread
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",))

BAD = [
    Example("Foreign Minister [[Taro Kawano]] spoke.", source="河野太郎外相が述べた。", source_language="ja"),
    Example("Chief Cabinet Secretary [[Kan Naoto]] spoke.", source="菅義偉官房長官が述べた。", source_language="ja"),
    Example("[[Sasaki Koji]] (58) closed his shop.", source="佐々木浩さん（58）は店を閉めた。", source_language="ja"),
    Example("Analyst [[Ie Sugawara]] said so.", source="菅原出氏が述べた。", source_language="ja"),
    Example(
        "Then [[Taro Kawano]] met his guest.",
        source="そして河野太郎は客と会った。",
        source_language="ja",
    ),
]
GOOD = [
    Example("Foreign Minister Taro Kono spoke.", source="河野太郎外相が述べた。", source_language="ja"),
    Example("Foreign Minister Tarō Kōno spoke.", source="河野太郎外相が述べた。", source_language="ja"),
    Example(
        "Chief Cabinet Secretary Suga met Kan Naoto.", source="菅義偉官房長官が菅直人と会った。", source_language="ja"
    ),
    Example("Sasaki Hiroshi (58) closed his shop.", source="佐々木浩さん（58）は店を閉めた。", source_language="ja"),
    Example("Hiroshi Sasaki (58) closed his shop.", source="佐々木浩さん（58）は店を閉めた。", source_language="ja"),
    Example("Mr. Sasaki closed his shop.", source="佐々木浩さん（58）は店を閉めた。", source_language="ja"),
    Example("Professor Kawano Hana spoke.", source="河野花教授が述べた。", source_language="ja"),
    Example("Taro Kawano spoke.", source="Таро Коно выступил.", source_language="ru"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Names whose characters are read otherwise."""
    for span, written, right in misread(pairing(document.analysis, document.source_analysis)):
        message = f"“{written}” of the source is read {' or '.join(right)}, not “{span.text}”."
        yield span.sentence.match(span.first, span.last, message, *right, evidence={"source": written})
