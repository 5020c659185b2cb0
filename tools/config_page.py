"""Write the reference in docs/configuration.md: every key that a configuration may have, out of mtqa/configvalues.py.

    python tools/config_page.py

tests/test_configuration_page.py fails while the page says something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from mtqa.configvalues import KEYS, NESTED_KEYS, PATH_KEYS, SUPPRESS_KEYS, Key

PAGE = Path(__file__).parent.parent / "docs" / "configuration.md"

_BEGIN, _END = "<!-- written by tools/config_page.py -->\n", "<!-- to here -->\n"


def page() -> str:
    """The page with the reference as it should be."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(_BEGIN)
    return before + _BEGIN + "\n" + "\n".join(_reference()) + "\n" + _END + rest.partition(_END)[2]


def _reference() -> Iterator[str]:
    yield from _table("For all files", KEYS)
    yield from _table("In a `[[path]]` table", PATH_KEYS)
    yield from _table("In a `[[suppress]]` table", SUPPRESS_KEYS)
    names = ", ".join(f"`{name}`" for name in NESTED_KEYS)
    yield "### In a file of a checked folder\n"
    yield f"{names}, and `[[path]]` tables of these keys.\n"


def _table(title: str, keys: Mapping[str, Key]) -> Iterator[str]:
    yield f"### {title}\n"
    yield "| key | value | default | what it does |\n| --- | --- | --- | --- |"
    for name, key in keys.items():
        default = "as for all files" if keys is PATH_KEYS and name in KEYS else key.default
        plain = not default or default[0].isalpha()
        yield f"| `{name}` | {key.kind} | {default if plain else f'`{default}`'} | {key.about} |"
    yield ""


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
