"""A phrase is said again at once, or over and over.

Why it happens: neural engines fall into loops on rare or long input; older ones translate overlapping source
phrases twice.

How it is found: two to eight tokens with at least two words that are repeated token for token right behind
themselves (a comma or `and` between them allowed only for three or more rounds).

What it leaves alone: rhetoric with a comma (`step by step, step by step`), cheers, chants and lyrics, numbers and
scores, names, enumerations with different items, one thing inside or after another (`a friend of a friend of a
friend`, `row upon row upon row`), and a clause that answers its own condition (`when you're there you're there`).
"""

from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import CHANTS
from mtqa.knowledge.words import SUBJECT_PRONOUNS
from mtqa.rule import Rule

rule = Rule(
    category="fluency/repetition",
    severity="major",
    measured=("figures: docs/rules/repetition.md",),
)

BAD = [
    "He said in order to [[in order to]] protect the children.",
    "The foreign ministry [[the foreign ministry]] declined to comment.",
    "We have to do it [[we have to do it]] today.",
    "It is one of the most [[of the most]] important cities.",
    "They do not want the peace, [[they do not want the peace, they do not want the peace,]] and so it goes.",
    "The union of farmers (UFO) [[(UFO)]] was founded in May.",
    "It grew on the hill [[on the hill on the hill on the hill]] for years.",
]

GOOD = [
    "I am as sad as sad can be. May those that love us love us.",
    "Step by step, step by step, they climbed.",
    "He won 6-4 6-4 and then 7 5 7 5.",
    "New York New York is a hotel, Baden Baden a town.",
    "They shouted no more, no more and went home.",
    "It went on and on and on for hours.",
    "Again and again he tried, day after day.",
    "He knew what he knew and said what he said.",
    "A rose is a rose is a rose, she wrote.",
    "For better or worse, for richer or poorer.",
    "He was a man of the people, by the people, for the people.",
    "A friend of a friend of a friend told me it was a copy of a copy of a copy.",
    "It is a book about books about books.",
    "The mother of the mother of the groom, the best of the best of the best, row upon row upon row of graves.",
    "The things he said he said in anger. The little I know I know from books.",
    "When you're there you're there, and what you see you see. Once you've seen it you've seen it.",
    "“Build the wall, build the wall, build the wall,” they chanted. Let it be, let it be, let it be, let it be.",
]

_LONGEST = 8


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag every round of a phrase but the first."""
    for sentence in document.analysis.sentences:
        tokens = sentence.tokens
        count = len(tokens)
        if count < 4:
            continue
        lower = [token.lower for token in tokens]
        last_place: dict[str, int] = {}
        i = 0
        while i < count:
            word = lower[i]
            width = i - last_place.get(word, -100)
            last_place[word] = i
            if 2 <= width <= _LONGEST and lower[i - width : i] == lower[i : i + width]:
                end = i + width
                while lower[end : end + width] == lower[i - width : i]:
                    end += width
                if _counts(tokens[i - width : i], (end - i) // width) and not _meant(tokens, i - width, i, end):
                    yield Match(
                        sentence.segment,
                        tokens[i].start,
                        tokens[end - 1].end,
                        f"“{_text(tokens[i - width : i])}” is repeated at once.",
                        ("",),
                    )
                last_place.clear()
                i = end
                continue
            i += 1


#: What a clause hangs on that its main clause may repeat: what you see you see.
_CONDITIONS = frozenset(
    "what if when once where all whatever whoever whenever wherever everything as because who".split()
)
#: Those whose kin have kin, and what has degrees: the mother of the mother of the groom.
_KIN = frozenset(
    "mother father son daughter brother sister cousin wife husband friend best worst first part percent cent".split()
)
_LINKS = frozenset("of to in within on upon after by for about behind under over against from with inside".split())


def _meant(tokens: list[Token], first: int, second: int, end: int) -> bool:
    """Whether the phrase from `first`, said again from `second` to `end`, is said twice for a reason."""
    phrase = tokens[first:second]
    if first and end - second == second - first:
        if tokens[first - 1].lower == "that" and first > 1 and tokens[first - 2].lower in ("those", "they", "things"):
            return True  # may those that love us love us
        if phrase[0].lower == "as" and end < len(tokens) and tokens[end].lower in ("can", "could"):
            return True  # as sad as sad can be
        if tokens[first - 1].lower in _CONDITIONS:
            return True
        if any(token.lower in ("if", "when", "once", "wherever") for token in tokens[max(0, first - 3) : first]):
            return True  # if you can work from home work from home
        if phrase[0].lower in SUBJECT_PRONOUNS and len(phrase) < 4 and tokens[first - 1].kind == "word":
            return True  # the things he said he said in anger
    if any(token.kind == "punct" for token in phrase) and (
        any(token.text in '"“”' for token in tokens[max(0, first - 1) : first])
        or any(token.lower in CHANTS for token in tokens[max(0, first - 12) : end + 12])
    ):
        return True
    if (
        len(phrase) == 2
        and phrase[0].lower in _LINKS
        and english().tags(phrase[1].lower)[:1] in ("N", "S")
        and first
        and _kin(tokens[first - 1], phrase[1])
    ):
        return True  # a book about books about books
    if phrase[0].lower in _LINKS or not any(token.lower in _LINKS for token in phrase):
        return False
    # a copy of | a copy of | a copy: the chain goes on with its first word, or its noun is one of a chain
    goes_on = end < len(tokens) and tokens[end].lower == phrase[0].lower
    return goes_on or any(token.lower in _KIN for token in phrase)


def _kin(one: Token, other: Token) -> bool:
    """Whether two words are one noun, in the singular or plural."""
    return english().tags(other.lower)[:1] in ("N", "S") and one.lower.rstrip("s") == other.lower.rstrip("s")


def _text(tokens: list[Token]) -> str:
    """The phrase as it is read."""
    return "".join((" " if token.space and k else "") + token.text for k, token in enumerate(tokens))


def _counts(phrase: list[Token], rounds: int) -> bool:
    """Whether the repetition of a phrase is a defect."""
    words = [token for token in phrase if token.kind == "word"]
    if phrase[0].text == "(" and phrase[-1].text == ")" and words and len(words[0].text) > 2:
        return True  # a bracket twice
    marks = sum(token.kind == "punct" for token in phrase)
    if len(words) < 2 or any(token.kind == "number" for token in phrase):
        return False
    if any(token.text in '"“”()[]|' for token in phrase):
        return False
    if marks or any(token.lower in ("and", "or", "is") for token in words):
        return (rounds >= 2 and len(words) >= 4) or (rounds >= 4 and len(words) >= 3)
    return not all(token.text[0].isupper() for token in words) or len(words) > 3
