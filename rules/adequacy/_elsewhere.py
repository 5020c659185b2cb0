"""Targets that are the translation of another segment."""

from __future__ import annotations

from mtqa.analysis.meaning import Meaning

#: How near a target is to another source at least, how much nearer than to its own, and what is far from its own.
_NEAR, _NEARER, _OWN = 0.5, 0.25, 0.45


def belongs(view: Meaning, segment: int) -> int | None:
    """The other segment a target translates, or `None`."""
    own = view.near[segment]
    if own is None or own >= _OWN:
        return None
    other, near = view.nearest(segment)
    return other if other != segment and near >= _NEAR and near - own >= _NEARER else None
