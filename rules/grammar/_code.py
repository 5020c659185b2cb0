"""What tells that a word is named as a part of a program."""

from __future__ import annotations

from collections.abc import Sequence

from mtqa.analysis.tokens import Token
from mtqa.knowledge.nouns import CODE_NOUNS


def names_code(token: Token) -> bool:
    """Whether a word is the noun for a part of a program: `clause`, `options`."""
    return token.lower in CODE_NOUNS or (token.lower.endswith("s") and token.lower[:-1] in CODE_NOUNS)


def in_code(tokens: Sequence[Token], index: int) -> bool:
    """Whether a word is part of a name in code: `require()`, `require.cache`, `--enable`."""
    if index and tokens[index - 1].text in ("-", "--", "_", "/", ".", "=") and not tokens[index].space:
        return True
    behind = tokens[index + 1 : index + 3]
    if not behind or behind[0].space or behind[0].kind != "punct":
        return False
    return behind[0].text in "(_/=" or (len(behind) > 1 and behind[0].text in ".-:" and not behind[1].space)
