"""One person is a man in one place and a woman in another.

Why it happens: many source languages do not mark it, and the engine chooses `Mr.` or `Ms.` anew in each sentence.

How it is found: the same name of two words or more behind `Mr.` and behind `Ms.` or `Miss`.

What it leaves alone: family names alone (`Mr. Li` and `Ms. Li` may be two people), pronouns (they may mean somebody
else), and `Mrs.` (a wife may bear her husband's whole name).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/mistranslation",
    severity="major",
    measured=(
        "newstest2020 MT, 520,000 words: no finding",
        "original English news, 31,000 words: no finding",
    ),
)

BAD = [
    "Mr. Lin Weicai spoke first. Mr. Lin Weicai was glad, and [[Ms.]] Lin Weicai left.",
    "Ms. Chen Guiyu won. The jury praised [[Mr.]] Chen Guiyu.",
    "Ms. Anna Berg came; later [[Mr.]] Anna Berg left.",
    "Mr Wei Siyu gave the prize. [[Miss]] Wei Siyu smiled.",
    "Ms Guo Lina sang. The day after, [[Mr]] Guo Lina danced.",
]
GOOD = [
    "Mr. Lin Weicai spoke first. Ms. Lin left.",
    "Mr. and Mrs. John Smith came.",
    "Ms. Chen Guiyu won. The jury praised Mr. Chen Guihua.",
    "Mr. Li and Ms. Li are colleagues.",
    "Mrs. Anna Berg came; Ms. Anna Berg left.",
    "Mr. Smith met Mrs. Smith.",
    "Ms. Guo Lina sang; her husband, Mr. Guo, danced.",
    "Mr. John Smith spoke. Mrs. John Smith, as she was called then, smiled.",
]

_MEN = frozenset(("mr",))
_WOMEN = frozenset(("ms", "miss"))  # not Mrs.: a wife may bear her husband's whole name


@rule.check
def check(document: Document) -> Iterator[Match]:
    index = document.analysis.index
    if not (any(word in index for word in _MEN) and any(word in index for word in _WOMEN)):
        return
    seen: dict[str, list[tuple[str, Name, int]]] = {}
    for name in document.analysis.names:
        tokens = name.sentence.tokens
        i = name.first - 1
        if i > 0 and tokens[i].text == ".":
            i -= 1
        if i >= 0 and (tokens[i].lower in _MEN or tokens[i].lower in _WOMEN) and len(name.words) > 1:
            seen.setdefault(name.text, []).append((tokens[i].lower, name, i))
    for places in seen.values():
        men = [place for place in places if place[0] in _MEN]
        women = [place for place in places if place[0] in _WOMEN]
        if not men or not women:
            continue
        odd = places[-1] if len(men) == len(women) else (men if len(men) < len(women) else women)[0]
        _, name, i = odd
        tokens = name.sentence.tokens
        last = i + 1 if tokens[i + 1].text != "." else i + 2
        other = "a man" if odd in women else "a woman"
        message = f"{name.text} is {other} elsewhere in the story."
        yield Match(name.segment, tokens[i].start, tokens[last - 1].end, message)
