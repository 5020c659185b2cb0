"""The same title before a name is capitalised in one place and not in another.

Why it happens: each sentence is translated for itself, and the engine has seen both styles: `Russian Foreign
Minister Lavrov` here, `foreign minister Kishida` there.

How it is found: government titles (ministers, secretaries, premiers, chancellors) directly before a personal
name, compared within the story and within the shape: with a nationality before the title or without. One finding
for each title, at the rarer form, at the one in lower case where they tie.

It is rare: two findings in five million words of machine translation, two in the first story this tool was written for.

What it leaves alone: titles behind a name or alone, titles after `former`, `the`, `his` or a possessive (lower case
there in most styles), headlines, and offices that are mere descriptions (`company president X`,
`coach X`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import RANKS
from mtqa.knowledge.places import party
from mtqa.knowledge.words import OPENING_DETERMINERS
from mtqa.rule import Example, Rule
from mtqa_rules.consistency._forms import Place, odd
from mtqa_rules.data import wordset

rule = Rule(
    category="fluency/casing",
    severity="minor",
    registers=("news",),
)

BAD = [
    "Russian Foreign Minister Sergei Lavrov met Japanese [[foreign minister]] Fumio Kishida.",
    "Prime Minister Shinzo Abe left Tokyo. Later [[prime minister]] Shinzo Abe flew home.",
    "Japanese Defense Minister Tomomi Inada spoke. Russian [[defense minister]] Sergei Shoigu did not.",
    "Energy Minister Alexander Novak spoke. He and [[energy minister]] Khalid al-Falih met.",
    "German [[finance minister]] Olaf Scholz agreed. French Finance Minister Bruno Le Maire and Italian Finance "
    "Minister Roberto Gualtieri did not.",
]
GOOD = [
    "Russian Foreign Minister Sergei Lavrov met Japanese Foreign Minister Fumio Kishida.",
    "Foreign Minister Sergei Lavrov spoke. The foreign minister left.",
    "Prime Minister Boris Johnson spoke. The former prime minister Theresa May did not.",
    "Sergei Lavrov, the foreign minister, met Foreign Minister Fumio Kishida.",
    "The club president John Smith met President Joe Biden.",
    "British prime minister Boris Johnson spoke. Prime Minister Johnson agreed.",
    Example("Foreign Minister Taro Kono said he agreed with it.", title="New foreign minister Taro Kono agrees"),
    "Foreign Minister Fumio Kishida spoke. His foreign minister Sergei Lavrov left.",
    "Minister Fumio Kishida spoke. So did economics minister Dieter Posch.",
    "His foreign minister Sergei Lavrov and Prime Minister Mikhail Mishustin left.",
    "Japan's foreign minister Taro Kono met Foreign Minister Sergei Lavrov.",
]

#: Before a title, where most styles write it small.
_SMALL_BEHIND = OPENING_DETERMINERS | wordset("consistency/title-case", "small_behind")
_LINKS = frozenset(("of", "for"))

rule.only_on(words=RANKS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the rarer form of each title."""
    analysis = document.analysis
    if analysis.index.keys().isdisjoint(RANKS):  # cheap
        return
    great: dict[tuple[str, bool], list[Place]] = {}
    small: dict[tuple[str, bool], list[Place]] = {}
    for name in analysis.names:
        title = None if name.headline or name.titles is None else _title(name.sentence, *name.titles)
        if title is None:
            continue
        before = name.sentence.at(title[0] - 1)
        key = name.sentence.text(*title).lower(), party(before.text) is not None
        ranks = [token for token in name.sentence.tokens[title[0] : title[1] + 1] if token.lower not in _LINKS]
        if all(token.capitalised for token in ranks):
            great.setdefault(key, []).append((name.sentence, title[0]))
        elif before.lower not in _SMALL_BEHIND and before.kind != "clitic":
            small.setdefault(key, []).append((name.sentence, title[0]))
    for (text, national), smalls in small.items():
        greats = great.get((text, national)) or great.get((text, True))
        if not greats:
            continue
        (sentence, i), is_great = odd(greats, smalls) if len(greats) != len(smalls) else (smalls[0], False)
        last = i + text.count(" ")
        words = sentence.text(i, last).split(" ")
        other = " ".join(word.lower() if is_great or word in _LINKS else word.capitalize() for word in words)
        message = f"“{' '.join(words)}” before a name here, but “{other}” elsewhere in the story."
        yield sentence.match(i, last, message, other)


def _title(sentence: Sentence, first: int, end: int) -> tuple[int, int] | None:
    """The first and last token of a title of two words and more in government before a name, nationality left out."""
    while party(sentence.tokens[first].text) is not None:
        first += 1
    ranks = RANKS.intersection(token.lower for token in sentence.tokens[first:end])
    return (first, end - 1) if ranks and end - first > 1 else None
