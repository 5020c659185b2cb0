"""docs/configuration.md names every key there is, and its examples can be used."""

from __future__ import annotations

import re
from pathlib import Path

import config_page
import pytest

from mtqa.configfile import load_config
from mtqa.configvalues import KEYS, PATH_KEYS, SUPPRESS_KEYS

PAGE = config_page.PAGE.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```toml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


def test_the_reference_is_that_of_the_code() -> None:
    assert config_page.page() == PAGE, "run `python tools/config_page.py`"
    for name in {*KEYS, *PATH_KEYS, *SUPPRESS_KEYS}:
        assert f"| `{name}` |" in PAGE


def test_there_are_examples() -> None:
    assert len(EXAMPLES) > 4


@pytest.mark.parametrize("text", EXAMPLES)
def test_an_example_is_a_configuration(tmp_path: Path, text: str) -> None:
    for folder in ("house", "feeds"):
        (tmp_path / folder).mkdir()
    (tmp_path / "glossary.csv").write_text("target\nbank\n", encoding="utf-8")
    (tmp_path / "base.toml").write_text("fail-under = 60\n", encoding="utf-8")
    path = tmp_path / ("pyproject.toml" if "[tool.mtqa]" in text else "mtqa.toml")
    path.write_text(text, encoding="utf-8")
    assert load_config(tmp_path).file == str(path)
