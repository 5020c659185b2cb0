"""docs/what-a-rule-may-ask.md says what the docstrings say."""

from __future__ import annotations

import importlib.util
from pathlib import Path

ROOT = Path(__file__).parent.parent


def test_page_is_up_to_date() -> None:
    spec = importlib.util.spec_from_file_location("rule_page", ROOT / "tools" / "rule_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    page = (ROOT / "docs" / "what-a-rule-may-ask.md").read_text(encoding="utf-8")
    assert page == module.page(), "run `python tools/rule_page.py`"
