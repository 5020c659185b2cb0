"""How odd it is for two neighbouring words to stand side by side: by word class and by word."""

from __future__ import annotations

from mtqa.analysis.tokens import Token
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import DIRECTIONS, NOMINATIVES, OBJECTS, SURE_DETERMINERS, SURE_PREPOSITIONS

_AT_THE_END = frozenset(("though", "while", "as", "to"))

__all__ = ["ODD", "inverted", "oddity", "unseen"]

#: Pairs of word classes (`mtqa.analysis.tagger`) and how seldom English has them side by side, in three steps.
#: A full stop stands for the end of a sentence.
ODD: dict[str, int] = {
    **dict.fromkeys(  # hardly ever
        "C. Tb MI Iv B. bM av aV OW MB MM Ia DV BM TO t. IV TB Mm TH Vd IZ HI HC Hb Hv H. HB TC TM Tv tI TT bd "
        "vb".split(),
        3,
    ),
    **dict.fromkeys(  # seldom
        "TI jT JT mv WI MO IM ID Ib Dt mM JH II ON IO NH OU KT LT Mh v. CC".split(),
        2,
    ),
    **dict.fromkeys(  # not often
        "NT wT jR JR bN SE jW DG mm jZ JZ JO JM JB NU wU NV RN Im mb Rb ST SN wj wJ NJ RT sN sw Ss Gm CB OJ OS RU Wj "
        "WN vI h. M.".split(),
        1,
    ),
}

#: Determiners that stand behind what they belong to, or begin a phrase of their own: `good enough`, `same no matter`.
_LATE = frozenset("enough no all both each either neither".split())

_GOING = frozenset(
    "came comes come went goes go walked walks ran runs flew flies fell falls stepped steps strode marched rolled "
    "jumped popped poured crept climbed".split()
)


def inverted(tokens: list[Token], i: int) -> bool:
    """Whether a clause begins with a particle and a verb of going, and its subject follows: `in came the robots`."""
    if tokens[i].lower not in DIRECTIONS or i + 1 >= len(tokens) or tokens[i + 1].lower not in _GOING:
        return False
    before = tokens[i - 1] if i else None
    return before is None or before.kind == "punct" or before.lower in ("and", "but", "or", "then", "so")


def unseen(one: Token, two: Token) -> bool:
    """Whether two words in lower case are not among the pairs people write side by side."""
    return not english().pair(one.lower, two.lower)


def oddity(one: Token, two: Token, letters: str) -> int:
    """0 to 3: how odd two neighbours are, where word classes and word pairs agree that they are.

    Args:
        one: the first.
        two: the second.
        letters: their two word-class letters.
    """
    weight = ODD.get(letters, 0)
    if not weight:
        return 0
    if letters[0] in "TH" and one.lower not in SURE_DETERMINERS:
        return 0
    if letters[0] == "I" and (one.lower.endswith("ing") or (letters[1] in "IZ" and one.lower not in SURE_PREPOSITIONS)):
        return 0  # `excluding him`, `from above continues`
    if letters[1] == "I" and two.lower.endswith("ing"):
        return 0  # `without concerning`
    if (letters[1] == "T" and one.lower.endswith("ing")) or two.lower == "whose":
        return 0  # `founding the town`, `a race whose aim`
    if letters[1] == ".":
        return weight if two.text in ".?!" and one.lower not in _AT_THE_END else 0
    if letters[0] in "IO" and letters[1] in "OW" and two.lower not in NOMINATIVES and one.lower not in NOMINATIVES:
        return 0  # `beyond myself`, `of anyone whom`, `them whenever`
    if "than" in (one.lower, two.lower) or (letters[1] == "T" and two.lower in _LATE):
        return 0  # `rather than accept`
    if letters[0] == "O" and letters[1] in "NSUJ" and one.lower in OBJECTS:
        return 0  # `give us liberty`
    if "'" in two.text or "’" in two.text:
        return 0
    if one.kind != "word" or two.kind != "word" or not two.text.islower() or not one.text[1:].islower():
        return weight if letters[0] in "TI" and one.text == "a" and two.text.islower() and unseen(one, two) else 0
    if not unseen(one, two):
        return 0
    words = english()
    usual = (words.logprob(one.lower) or -20.0) + (words.logprob(two.lower) or -20.0)
    return weight if usual > -21.5 else weight - 1  # two rare words are seldom seen together anyway
