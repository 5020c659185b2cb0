"""docs/what-a-rule-may-ask.md says what the docstrings say."""

from __future__ import annotations

from pathlib import Path

import rule_page

ROOT = Path(__file__).parent.parent


def test_page_is_up_to_date() -> None:
    page = (ROOT / "docs" / "what-a-rule-may-ask.md").read_text(encoding="utf-8")
    assert page == rule_page.page(), "run `python tools/rule_page.py`"
