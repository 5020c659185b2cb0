"""What stands between the code of a rule and the run: what it raises and what it says.

Rules come from anywhere. Whatever one does, its failure is its own: the findings of the others stand.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Set

from mtqa.finding import CATEGORIES, SEVERITIES, Match, unknown

#: Levels of lists and mappings in evidence; what lies deeper, or in itself, is shown as text.
_DEEPEST = 20

#: Whole numbers of more bits are no evidence: JSON readers refuse them, and Python will not print them.
_MOST_BITS = 1024


def described(error: BaseException) -> str:
    """An error in one line, whatever its own text does."""
    try:
        text = str(error)
    except Exception:
        text = "its message cannot be shown"
    return f"{type(error).__name__}: {text[:500]}"


def check_match(match: object, lengths: tuple[int, ...]) -> Match:
    """The match, if the engine and all reporters can trust it.

    Args:
        match: what a rule yielded.
        lengths: of the targets of the document's segments.

    Raises:
        TypeError: something of another type than `Match` says.
        ValueError: a value that is none of those allowed.
    """
    if not isinstance(match, Match):
        raise TypeError(f"a rule yields Match, not {type(match).__name__}")
    for name in ("segment", "start", "end"):
        value = getattr(match, name)
        if not isinstance(value, int) or isinstance(value, bool):
            raise TypeError(f"{name} must be a whole number, not {type(value).__name__}")
    if not 0 <= match.segment < len(lengths):
        raise ValueError(f"segment {match.segment} does not exist: the document has {len(lengths)}")
    if not 0 <= match.start <= match.end <= lengths[match.segment]:
        raise ValueError(f"span {match.start}–{match.end} lies outside segment {match.segment}")
    if not isinstance(match.message, str):
        raise TypeError(f"message must be a string, not {type(match.message).__name__}")
    if not match.message.strip():
        raise ValueError("message is empty: say what is wrong")
    if match.category is not None and not _is_one(match.category, CATEGORIES):
        raise ValueError(unknown("MQM category", match.category, CATEGORIES))
    if match.severity is not None and not _is_one(match.severity, SEVERITIES):
        raise ValueError(unknown("severity", match.severity, SEVERITIES))
    suggestions = match.suggestions
    if not isinstance(suggestions, (tuple, list)) or not all(isinstance(one, str) for one in suggestions):
        raise TypeError("suggestions must be a tuple of strings, () for none")
    if not isinstance(match.lost, tuple):
        raise TypeError("lost must be a tuple of (segment, words)")
    for segment, words in match.lost:
        if not isinstance(segment, int) or not isinstance(words, int):
            raise TypeError("lost must be a tuple of (segment, words)")
        if not 0 <= segment < len(lengths) or words < 0:
            raise ValueError(f"lost names {words} words of segment {segment}: the document has {len(lengths)}")
    if not isinstance(match.wide, bool):
        raise TypeError(f"wide must be true or false, not {type(match.wide).__name__}")
    if not isinstance(match.throughout, tuple):
        raise TypeError("throughout must be a tuple of matches")
    if not isinstance(match.evidence, Mapping):
        raise TypeError(f"evidence must be a mapping, not {type(match.evidence).__name__}")
    return match


def _is_one(value: object, known: Mapping[str, object] | tuple[str, ...]) -> bool:
    return isinstance(value, str) and value in known


def plain(value: object, depth: int = 0) -> object:
    """Evidence as JSON values, whatever a rule put in: sorted where it has no order, finite, not too deep."""
    if value is None or isinstance(value, (bool, str)):
        return value
    if isinstance(value, int):
        return int(value) if value.bit_length() <= _MOST_BITS else hex(value)
    if isinstance(value, float):
        return float(value) if math.isfinite(value) else str(value)
    if depth >= _DEEPEST:
        return "…"
    if isinstance(value, Mapping):
        return {str(key): plain(item, depth + 1) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(item, depth + 1) for item in value]
    if isinstance(value, Set):
        return sorted((plain(item, depth + 1) for item in value), key=str)  # sets have no order of their own
    return str(value)
