"""Build `rules/data/artefact_heads.json`: what a line begins with to be one of the wordings of `artefact_lines.toml`.

    python tools/build_heads.py

Run it when wordings change. Until then they are found as before, but every run works out their beginnings by itself,
in a fifth of a second.
"""

from __future__ import annotations

import json

from mtqa_rules.artefacts._wording import HEADS, digest, grouped
from mtqa_rules.data import DATA


def text() -> str:
    """What the file is to hold."""
    groups = ",\n".join(json.dumps(group, ensure_ascii=False) for group in grouped())
    return f'{{"of": "{digest()}", "groups": [\n{groups}\n]}}\n'


if __name__ == "__main__":
    (DATA / HEADS).write_text(text(), encoding="utf-8")
