"""Build mtqa/knowledge/data/quotation_marks.csv: the quotation marks of each language, from CLDR.

    python tools/build_quotation_marks.py FOLDER

FOLDER is `common/main` of CLDR 41 (Debian: unicode-cldr-core 41-0.1, /usr/share/unicode/cldr/common/main), Unicode-3.0.
One row a locale that says its own: tag, outer marks, inner marks; what it leaves open is as in the root, “…” and ‘…’.
The same files give the same bytes.
"""

from __future__ import annotations

import argparse
import csv
import io
from pathlib import Path
from xml.etree import ElementTree

TABLE = Path(__file__).parents[1] / "mtqa/knowledge/data/quotation_marks.csv"
_PARTS = {
    "quotationStart": "“",
    "quotationEnd": "”",
    "alternateQuotationStart": "‘",
    "alternateQuotationEnd": "’",
}


def rows(folder: Path) -> list[tuple[str, ...]]:
    """Tag and four marks of each locale that names any, in order of tags."""
    found = []
    for path in sorted(folder.glob("*.xml")):
        delimiters = ElementTree.parse(path).getroot().find("delimiters")
        if delimiters is None:
            continue
        said = {part: delimiters.findtext(part, "↑↑↑") for part in _PARTS}
        if path.stem != "root" and set(said.values()) != {"↑↑↑"}:
            marks = [_PARTS[part] if mark == "↑↑↑" else mark for part, mark in said.items()]
            found.append((path.stem.replace("_", "-"), *marks))
    return found


def main() -> None:
    """The command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("tag", "open", "close", "inner_open", "inner_close"))
    writer.writerows(rows(parser.parse_args().folder))
    TABLE.write_text(stream.getvalue(), encoding="utf-8")


if __name__ == "__main__":
    main()
