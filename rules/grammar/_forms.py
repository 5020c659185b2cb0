"""What the grammar rules ask of words: number of nouns, forms of verbs, where a noun phrase may end."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.analysis.tokens import Token
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import CODE_NOUNS, INVARIABLE


def names_code(token: Token) -> bool:
    """Whether a word is the noun for a part of a program: `clause`, `options`."""
    return token.lower in CODE_NOUNS or (token.lower.endswith("s") and token.lower[:-1] in CODE_NOUNS)


def tags(token: Token) -> str:
    """Word classes of a word, most usual first; '' for what is no word."""
    return english().tags(token.lower) if token.kind == "word" else ""


def is_plural(token: Token) -> bool:
    """A common noun that can be nothing but plural."""
    return (
        token.kind == "word"
        and token.text[0].islower()
        and english().tags(token.lower) in ("S", "SZ")
        and token.lower not in INVARIABLE
        and "-" not in token.text
    )


def is_plural_only(token: Token) -> bool:
    """A common noun in the plural that cannot be a verb either."""
    return is_plural(token) and english().tags(token.lower) == "S"


def is_singular(token: Token) -> bool:
    """A common noun that can be nothing but singular."""
    return (
        token.kind == "word"
        and token.text.islower()
        and english().tags(token.lower) in ("N", "NJ")
        and token.lower not in INVARIABLE
        and "-" not in token.text
    )


def may_be_singular(token: Token) -> bool:
    """A noun in the singular before all, that may also be a verb: `minister`, `report`."""
    if token.kind != "word" or not token.text.islower() or token.lower in INVARIABLE or "-" in token.text:
        return False
    classes = english().tags(token.lower)
    return classes[:1] == "N" and "S" not in classes and "U" not in classes


def is_adjective(token: Token) -> bool:
    """A word that is an adjective before all, in lower case."""
    return token.kind == "word" and token.text[0].islower() and english().tags(token.lower)[:1] in ("J", "L", "K")


#: Words that end a noun phrase wherever they stand.
ENDERS = frozenset(
    "in of to for with at by from on about as is are was were has have had will would can could may must that which "
    "who whom into over under against between after before during since until than because if when while where did "
    "does do not should might cannot".split()
)
#: Word classes that may carry on a noun phrase: a noun before one of these may be its modifier.
_CARRY_ON = frozenset("NSPJGKLUX")


def closes(tokens: Sequence[Token], index: int) -> bool:
    """Whether the noun phrase must have ended before token `index`: no noun can follow there.

    A comma, `and` and `or` do not count: a list of modifiers may go on (`these gender and race issues`).
    """
    if index >= len(tokens):
        return True
    token = tokens[index]
    if token.kind == "punct":
        return token.text in ".;:?!)"
    if token.kind != "word" or token.text[0].isupper() or "-" in token.text:
        return False
    if token.lower in ENDERS:
        return True
    classes = english().tags(token.lower)
    return bool(classes) and token.lower not in ("and", "or", "but") and _CARRY_ON.isdisjoint(classes)


def in_code(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is part of a name in code: `require()`, `require.cache`, `--enable`."""
    if index and tokens[index - 1].text in ("-", "--", "_", "/", ".", "=") and not tokens[index].space:
        return True
    behind = tokens[index + 1 : index + 3]
    if not behind or behind[0].space or behind[0].kind != "punct":
        return False
    return behind[0].text in "(_/=" or (len(behind) > 1 and behind[0].text in ".-:" and not behind[1].space)


def base_only(token: Token) -> bool:
    """A verb's base form and nothing else: `announce`, `depend`."""
    return token.kind == "word" and token.text.islower() and english().tags(token.lower) == "V"
