"""Build `mtqa/knowledge/data/calendars.txt`: months and weekdays in every language of CLDR, and its decimal mark.

Run by hand, never at run time: `python tools/build_calendars.py`, with Babel 2.18.0 (CLDR 47, Unicode licence). A line
is a language: its code, its decimal mark in Latin digits, the months from January, the weekdays from Monday. Forms are
lower-cased and parted by a bar, months and weekdays by a semicolon. Forms with figures in them (`1月`, `Tháng 2`) and
short forms of less than four letters are left out: code reads the ones, and the others are more often other words.
"""

from __future__ import annotations

from pathlib import Path

from babel import Locale, localedata

OUT = Path(__file__).resolve().parent.parent / "mtqa" / "knowledge" / "data" / "calendars.txt"
_SHORT = {"wide": 2, "abbreviated": 4}
#: What stands for the days where a language has none of its own.
_ROOT = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def forms(names: dict[str, dict[str, dict[int, str]]], number: int, first: str) -> str:
    """The forms of one month or weekday, the most usual one first."""
    found: list[str] = []
    for width in ("wide", "abbreviated"):
        for context in (first, "format", "stand-alone"):
            form = names[context][width][number].lower().rstrip(".").strip("\u200f\u200e ")
            plain = not any(char.isdigit() or char in "|;\t" or "\u3400" < char < "\u9fff" for char in form)
            if plain and len(form) >= _SHORT[width] and form not in (*found, *_ROOT):
                found.append(form)
    return "|".join(found)


def row(code: str) -> str:
    """The line of a language; "" where CLDR has no months in words for it."""
    localedata._cache.clear()  # what it reads of one language it writes into the next
    locale = Locale.parse(code)
    months = [forms(locale.months, number, "format") for number in range(1, 13)]
    days = [forms(locale.days, number, "format") for number in range(7)]
    if not all(months) and not all(days):
        return ""
    mark = locale.number_symbols.get("latn", {}).get("decimal", ".")
    return "\t".join((code, mark, ";".join(months), ";".join(days)))


def main() -> None:
    """Write the file."""
    codes = [code for code in localedata.locale_identifiers() if code.isalpha() and len(code) == 2 and code != "en"]
    OUT.write_text("".join(f"{line}\n" for line in filter(None, map(row, sorted(codes)))), encoding="utf-8")


if __name__ == "__main__":
    main()
