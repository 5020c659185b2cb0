"""What families of rules are called where people read, not look up."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from mtqa.reporters.visible import clip

_NAMES: Mapping[str, str] = MappingProxyType(
    {
        "adequacy": "not as in the source",
        "artefacts": "left by a tool",
        "casing": "capitals",
        "consistency": "not the same throughout",
        "garble": "garbled",
        "grammar": "grammar",
        "names": "name",
        "numbers": "number",
        "punctuation": "punctuation",
        "repetition": "said twice",
        "roles": "who did it",
        "similarity": "far from the reference",
        "spelling": "spelling",
        "structure": "layout",
        "terms": "term",
        "untranslated": "not translated",
    }
)


def family_name(family: str) -> str:
    """A family in plain words; a family of the user's own by its name."""
    return _NAMES.get(family) or clip(family.replace("-", " "), 40)
