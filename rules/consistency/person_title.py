"""One person holds two different offices in one story.

Why it happens: one title has several English equivalents (`deputy prime minister`, `vice premier`), and each sentence
is translated for itself; or the field of a ministry is mistranslated in one of them.

How it is found: the same full name behind two government titles that are not two forms of one title.

What it leaves alone: `Education Minister` beside `Minister of Education`, longer and shorter forms of one title
(`Minister`, `Foreign Minister`), stories that speak of former, new or acting holders, of appointments and
resignations, and people known by a family name only.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name, is_title
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import COURTESY, RANKS
from mtqa.rule import Rule

rule = Rule(
    category="terminology/inconsistent",
    severity="minor",
    measured=(
        "newstest2020 MT: 1 finding, right, not marked",
        "original English news, 31,000 words: no finding",
    ),
)

BAD = [
    "Deputy Prime Minister Igor Lyashenko came. [[Vice Premier]] Igor Lyashenko left at noon.",
    "Foreign Minister Sergei Lavrov spoke. Foreign Minister Sergei Lavrov left, and [[Defense Minister]] Sergei Lavrov "
    "stayed.",
    "Finance Minister Olaf Scholz agreed. Later [[Trade Minister]] Olaf Scholz flew home.",
    "Prime Minister Boyko Borissov spoke. The next day [[Deputy Prime Minister]] Boyko Borissov left.",
    "Defence Secretary Penny Mordaunt came. On Monday [[Foreign Secretary]] Penny Mordaunt left.",
]
GOOD = [
    "Education Minister Lorenzo Fioramonti spoke. Minister of Education Lorenzo Fioramonti left.",
    "Foreign Minister Sergei Lavrov spoke. Minister Sergei Lavrov left.",
    "Prime Minister Theresa May spoke. She was then Home Secretary Theresa May.",
    "Former Foreign Minister Boris Johnson spoke. Prime Minister Boris Johnson left.",
    "Foreign Minister Kim Yong-chol left; Defence Minister Kim Jong-su stayed.",
    "Russian Foreign Minister Sergei Lavrov spoke. Foreign Minister Sergei Lavrov left.",
    "Foreign Minister Ivan Petrov was appointed last year. Defence Minister Ivan Petrov had been liked.",
    "Prime Minister and Finance Minister Andrew Holness spoke. Prime Minister Andrew Holness left.",
    "Foreign Minister Lavrov met Defence Minister Lavrov, who is no kin of his.",
]

_CHANGES = (
    "former", "formerly", "ex", "then", "new", "newly", "acting", "appointed", "appointment", "promoted", "succeed",
    "succeeded", "replaced", "reshuffle", "resigned", "sworn", "elected", "previously", "became", "served",
)  # fmt: skip
_FILLERS = frozenset(("of", "for", "the", "and", "affairs", "."))
_ALIKE = {"defence": "defense", "labour": "labor", "vice-premier": "vice premier"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    index = document.analysis.index
    if not any(rank in index for rank in RANKS) or any(word in index for word in _CHANGES):
        return
    held: dict[str, list[tuple[frozenset[str], Name, tuple[int, int]]]] = {}
    for name in document.analysis.names:
        if name.titles is None or name.headline or len(name.words) < 2:
            continue
        title = _title(name)
        if title is not None:
            held.setdefault(name.text, []).append((*title[:1], name, title[1]))
    for offices in held.values():
        kinds = {office for office, _, _ in offices}
        if len(kinds) < 2:
            continue
        count = {kind: sum(office == kind for office, _, _ in offices) for kind in kinds}
        usual = max(offices, key=lambda office: count[office[0]])  # the first of the most frequent
        odd = next((o for o in offices if not (o[0] <= usual[0] or o[0] >= usual[0]) or _deputy(o[0], usual[0])), None)
        if odd is None:
            continue
        name, (first, last) = odd[1], odd[2]
        tokens = name.sentence.tokens
        here = " ".join(token.text for token in tokens[first:last])
        there = " ".join(token.text for token in usual[1].sentence.tokens[usual[2][0] : usual[2][1]])
        message = f"{name.text} is “{here}” here, but “{there}” elsewhere in the story."
        yield Match(name.segment, tokens[first].start, tokens[last - 1].end, message, suggestions=(there,))


def _deputy(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the two differ by `deputy` or `vice` alone, and so are two offices."""
    return bool((one ^ other) & {"deputy", "vice"})


def _title(name: Name) -> tuple[frozenset[str], tuple[int, int]] | None:
    """The words of a government title without order, and its tokens; `None` for other titles."""
    assert name.titles is not None  # asked only for names with a title
    first, last = name.titles
    tokens = name.sentence.tokens
    while first < last and (not is_title(tokens[first]) or tokens[first].lower in COURTESY):
        first += 1
    words = [_ALIKE.get(token.lower, token.lower) for token in tokens[first:last]]
    if "and" in words or not RANKS.intersection(words):
        return None
    if first >= 2 and tokens[first - 1].lower == "and" and is_title(tokens[first - 2]):
        return None  # Prime Minister and Finance Minister
    return frozenset(words) - _FILLERS, (first, last)
