"""Which rules of what tools leave a text may have something for: one look-up for all of them."""

from __future__ import annotations

from mtqa.analysis.text import Analysis
from mtqa_rules.artefacts._marks import marked
from mtqa_rules.artefacts._wording import worded

#: A run of base64 has a token of so many characters between its signs: see artefacts/encoded.
TOKEN = 16


def told(analysis: Analysis) -> set[str]:
    """The names of the rules, without their family: a view."""
    names = (*(name for name, marks in analysis.view(marked).items() if marks), *analysis.view(worded))
    found = {name.partition("/")[0] for name in names}
    if max(map(len, analysis.index), default=0) >= TOKEN:
        found.add("encoded")
    return found
