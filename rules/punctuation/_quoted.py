"""Where a finding on a quoted name stands, so that two rules on one name say so in one place."""

from __future__ import annotations

_WHOLE = 32


def mark_span(text: str, start: int, end: int) -> int:
    """End of the finding on a quotation from `start` to `end`: all of a short name, the first word of a long one."""
    if end - start > _WHOLE:
        space = text.find(" ", start + 1, end - 1)
        return space if space > 0 else end
    return end
