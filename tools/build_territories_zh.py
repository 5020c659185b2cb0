"""Build `rules/data/territories_zh.csv`: Chinese names of the parties in `mtqa.knowledge.places`.

    python tools/build_territories_zh.py

Needs Babel (BSD-3-Clause; the names are CLDR's, Unicode-3.0). Names of one character are left out.
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale

from mtqa.knowledge.places import PARTIES

OUT = Path(__file__).parents[1] / "rules" / "data" / "territories_zh.csv"


def main() -> None:
    """Write code and names, the simplified first."""
    simple, traditional = Locale.parse("zh_Hans"), Locale.parse("zh_Hant")
    with OUT.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("code", "names"))
        for code in sorted(PARTIES):
            names = [locale.territories.get(code, "") for locale in (simple, traditional)]
            plain = [
                name.replace("中国", "").replace("中國", "").replace("特别行政区", "").replace("特別行政區", "")
                for name in names
            ]
            if code == "CN":
                plain = ["中国", "中國"]
            kept = [name for name in dict.fromkeys(plain) if len(name) > 1]
            if kept:
                rows.writerow((code, "|".join(kept)))


if __name__ == "__main__":
    main()
