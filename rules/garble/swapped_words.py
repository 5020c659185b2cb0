"""Two neighbouring words have changed places: `the crisis financial`, `friends their of`.

Why it happens: the order of the source shines through, or the engine puts in a word a step too late.

How it is found: two words that are not among the pairs people write side by side, but very much so the other way
round, and that suit their other neighbours better the other way round too; the word classes must say that the
order as it stands is odd.

What it leaves alone: names, words at marks, verbs before an object (`pilot the`), `how popular the scheme is`, an
article whose own noun follows, for a new phrase begins there (`In conclusion the plan failed`, `the only view a
scholar can take`, `made necessary a change`), the freer places of the verb (`and frequently is`, `must they go`),
inversion behind a particle (`out went the lights`, `along come a few friends`), and things that are counted (`in week
one`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import SMALL_COUNTS
from mtqa.rule import Rule
from mtqa_rules.garble._odd import ODD, inverted

rule = Rule(category="fluency/grammar", severity="minor", measured=("figures: docs/rules/garble.md",))

BAD = [
    "He spoke on the occasion of [[elections the]] held in April.",
    "The [[number large]] of people there was a surprise.",
    "They live in a [[house new]] of their own.",
    "It is one of the last steps before signing [[a but]] contract, not the end.",
    "The [[crisis financial]] of that year was grave.",
    "There was a [[growth economic]] of two percent.",
]

GOOD = [
    "The park is home to a very wide range of animals.",
    "They wanted to pilot the scheme and weather a crisis.",
    "He was appointed secretary general; the attorney general was there.",
    "All things considered, nothing new was said in the hours before the vote.",
    "Something else is the matter; nobody else knows.",
    "It was the president elect who gave the people present a speech.",
    "Times three or times five, the sum is wrong.",
    "We shall consider not only this one but the next one.",
    "Only in the year before the war had the number of cars grown.",
    "In conclusion the argument of the book is weak.",
    "It is the only position a judge can take on the policies the council followed.",
    "The law gives back to society the wealth that was taken out of it.",
    "It was not as serious a problem there; the reform made necessary a change of the rules.",
    "It can be done and frequently is; the question surely is who pays.",
    "Out went the carpets, in came the robots, and up went a cheer.",
    "Their success is due not to luck but to work.",
    "Then along come a few friends with torches and bring it down.",
    "If you knew in week one, well done; by year three nobody did.",
]

#: What is counted with a number behind it: week one, chapter three.
_COUNTED = frozenset(
    "day week month year decade chapter part act scene page round stage phase level line lane grade season episode "
    "question step book volume verse game set match heat leg lesson rule".split()
)
_COUNTS = SMALL_COUNTS | {"one"}
#: Odd pairs of classes that stay odd where the first word is a verb after all (`that crowd the scene`).
_SWAPS = frozenset(pair for pair in ODD if pair[1] != "." and pair[0] not in "wsmZVD") | {"wJ", "wj", "SJ"}
_SWAPS -= {"NV", "jZ", "JZ", "JM", "JB", "CB", "OS", "OW", "Im", "Wj", "WN", "Rb", "bN", "MO"}
#: What a determiner's own noun phrase goes on with.
_NOMINAL = frozenset('NSPJGUKLwjs"')
_FLOOR = 13.5  # what a pair the table lacks counts for
_USUAL = 17.0
_GAIN = 7.5


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag pairs that read well only the other way round."""
    for sentence, letters in document.analysis.tagging:
        tokens = sentence.tokens
        for i in range(1, len(letters) - 2):
            if letters[i : i + 2] in _SWAPS and not _new_phrase(tokens, letters, i) and _swapped(tokens, i):
                one, two = tokens[i], tokens[i + 1]
                yield Match(
                    sentence.segment, one.start, two.end,
                    f"“{one.text} {two.text}”: the two words seem to have changed places.",
                    (f"{two.text} {one.text}",),
                )  # fmt: skip


def _new_phrase(tokens: list[Token], letters: str, i: int) -> bool:
    """Whether the second of two words begins a phrase of its own, with its noun behind it."""
    if inverted(tokens, i):
        return True  # in came the robots
    if tokens[i + 1].lower in ("not", "given") or tokens[i].lower in ("whatever", "whatsoever"):
        return True  # due not to luck; in given areas; no hope whatever of peace
    if tokens[i].lower in _COUNTED and tokens[i + 1].lower in _COUNTS:
        return True
    if letters[i + 1] != "T":
        return False
    if tokens[i].lower.endswith("ing"):
        return True  # by voting the other way
    if letters[i] == "J":
        # is true the, made necessary a, as vague a, the less rich the
        return letters[i - 1] in "bavVZDEmRK" or tokens[i - 1].lower in ("as", "less", "more")
    own = letters[i + 3 : i + 4] if letters[i + 2] in "JmE" else letters[i + 2]
    return own in _NOMINAL


def _swapped(tokens: list[Token], i: int) -> bool:
    before, one, two, behind = tokens[i - 1 : i + 3]
    if not (one.kind == two.kind == "word" and one.text.islower() and two.text.islower()):
        return False
    pair = english().pair
    if pair(one.lower, two.lower) or before.lower in ("how", "however", "so", "too"):
        return False
    if not {"D", "E"}.isdisjoint(english().tags(one.lower)):
        return False
    turned = pair(two.lower, one.lower)
    if turned < _USUAL:
        return False
    gain = turned - _FLOOR
    sides = 0
    if before.kind == "word":
        better = max(pair(before.lower, two.lower), _FLOOR) - max(pair(before.lower, one.lower), _FLOOR)
        gain += better
        sides += better > 0
    if behind.kind == "word":
        better = max(pair(one.lower, behind.lower), _FLOOR) - max(pair(two.lower, behind.lower), _FLOOR)
        gain += better
        sides += better > 0
    return gain > _GAIN and sides > 0
