"""Build `mtqa/knowledge/data/pinyin.txt.gz`: how Chinese characters sound, tones left out.

    python tools/build_pinyin.py

Needs the package pypinyin (MIT; its readings come from the MIT-licensed pinyin-data). One line a syllable: the
syllable, a tab, the characters that are read so first, a tab, those that can be read so too. Only the basic
block of characters and extension A; `ü` is written `v` as it is typed (names print `lü` as `lyu`, `lu` or `lv`).
"""

from __future__ import annotations

import gzip
import unicodedata
from pathlib import Path

from pypinyin.pinyin_dict import pinyin_dict  # type: ignore[import-untyped]

OUT = Path(__file__).parents[1] / "mtqa" / "knowledge" / "data" / "pinyin.txt.gz"


def main() -> None:
    """Write the table, byte for byte the same from the same package."""
    first: dict[str, list[str]] = {}
    more: dict[str, list[str]] = {}
    for code, readings in sorted(pinyin_dict.items()):
        if not (0x4E00 <= code <= 0x9FFF or 0x3400 <= code <= 0x4DBF):
            continue
        sounds = list(dict.fromkeys("".join(c for c in plain(r) if c.isalpha()) for r in readings.split(",")))[:3]
        for place, sound in enumerate(sounds):
            if sound:
                (more if place else first).setdefault(sound, []).append(chr(code))
    lines = [
        f"{sound}\t{''.join(first.get(sound, []))}\t{''.join(more.get(sound, []))}" for sound in sorted({*first, *more})
    ]
    data = gzip.compress("\n".join(lines).encode("utf-8"), mtime=0)
    OUT.write_bytes(data)
    print(f"{len(lines)} syllables, {len(data)} bytes")


def plain(reading: str) -> str:
    """Letters of a reading without tone marks, `ü` as `v`."""
    letters = []
    for char in unicodedata.normalize("NFD", reading):
        if char == "\u0308" and letters and letters[-1] == "u":
            letters[-1] = "v"
        elif char.isascii():
            letters.append(char)
    return "".join(letters)


if __name__ == "__main__":
    main()
