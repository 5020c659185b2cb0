"""Rules of numbers and dates, beside their examples."""

from __future__ import annotations

import calendar

import pytest

from mtqa.config import Config
from mtqa.document import Document
from mtqa.engine import Engine


def test_dates_are_english_whatever_the_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    months = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
    monkeypatch.setattr(calendar, "month_name", ["", *months])
    monkeypatch.setattr(calendar, "day_name", "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split())
    rules = ("numbers/month-as-number", "numbers/bare-day", "consistency/impossible-date")
    text = (
        "The team won silver this year 5 month, it said on the afternoon 22/3. They met on February 30, 2016.\n\n"
        "It ended on Monday, March 22, 2016."
    )
    found = Engine(Config(select=rules)).check(Document.from_text(text)).findings
    said = " ".join(finding.message for finding in found)
    assert [finding.rule for finding in found] == [*rules, "consistency/impossible-date"]
    assert "May this year" in said
    assert "22 March" in said
    assert "February" in said
    assert "Tuesday" in said
