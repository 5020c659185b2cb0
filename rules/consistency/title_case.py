"""The same title before a name is capitalised in one place and not in another.

Why it happens: each sentence is translated for itself, and the engine has seen both styles: `Russian Foreign
Minister Lavrov` here, `foreign minister Kishida` there.

How it is found: government titles (ministers, secretaries, premiers, chancellors) directly before a personal
name, compared within the story and within the shape: with a nationality before the title or without. One finding
for each title, at the rarer form, at the one in lower case where they tie.

What it leaves alone: titles behind a name or alone, titles after `former`, `the`, `his` or a possessive (lower case
there in most styles), headlines, and offices that are mere descriptions (`company president X`,
`coach X`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import RANKS
from mtqa.knowledge.places import NATIONALITIES, party
from mtqa.rule import Example, Rule
from mtqa_rules.consistency._places import Place, in_order, odd_one

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
    "His foreign minister Sergei Lavrov and Prime Minister Mikhail Mishustin left.",
    "Japan's foreign minister Taro Kono met Foreign Minister Sergei Lavrov.",
]

_LOWER_FITS = frozenset("the a an former then ex-foreign his her their its our current new old deputy acting".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    if not any(rank in document.analysis.index for rank in RANKS):
        return
    heads = document.analysis.speech.headlines
    upper: dict[tuple[str, bool], list[Place]] = {}
    lower: dict[tuple[str, bool], list[Place]] = {}
    for name in document.analysis.names:
        if name.titles is None or name.segment in heads:
            continue
        found = _title(name)
        if found is None:
            continue
        first, end, national = found
        tokens = name.sentence.tokens
        key = (" ".join(token.lower for token in tokens[first:end]), national)
        ranks = [token for token in tokens[first:end] if token.kind == "word" and token.lower not in ("of", "for")]
        if all(token.capitalised for token in ranks):
            upper.setdefault(key, []).append((name.sentence, first))
        elif not any(token.capitalised for token in ranks):
            before = tokens[first - 1].lower if first else ""
            if before not in _LOWER_FITS and not before.startswith(("'", "’")):
                lower.setdefault(key, []).append((name.sentence, first))
    for key, small in lower.items():
        great = upper.get(key) or (upper.get((key[0], True)) if not key[1] else None)
        if not great:
            continue
        small, great = in_order(small), in_order(great)
        (sentence, i), is_great = odd_one(great, small)
        if len(great) == len(small):
            (sentence, i), is_great = small[0], False
        tokens = sentence.tokens[i : i + key[0].count(" ") + 1]
        text = " ".join(token.text for token in tokens)
        other = " ".join(t.lower if is_great or t.lower in ("of", "for") else t.text.capitalize() for t in tokens)
        message = f"“{text}” before a name here, but “{other}” elsewhere in the story."
        yield Match(sentence.segment, tokens[0].start, tokens[-1].end, message, suggestions=(other,))


def _title(name: Name) -> tuple[int, int, bool] | None:
    """The title before a name: first and last token, nationality left out, and whether one stands before it."""
    assert name.titles is not None  # asked only for names with a title
    first, end = name.titles
    tokens = name.sentence.tokens
    while first < end and (tokens[first].text in NATIONALITIES or party(tokens[first].text) is not None):
        first += 1
    words = [token.lower for token in tokens[first:end]]
    if len(words) < 2 or not RANKS.intersection(words) or not all(word.isalpha() for word in words):
        return None
    return first, end, bool(first) and party(tokens[first - 1].text) is not None
