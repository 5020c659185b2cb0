"""Build `places.csv` and `languages.txt` of `mtqa/knowledge/data`.

Run by hand, never at run time: `python tools/build_places.py`. Needs Babel 2.18 (CLDR 47, Unicode licence)
for the English names of states and languages; the rest is `places_table.txt`, kept by hand.
"""

from __future__ import annotations

import csv
from pathlib import Path

from babel import Locale

TABLE = Path(__file__).with_name("places_table.txt")
OUT = Path(__file__).resolve().parent.parent / "mtqa" / "knowledge" / "data"
FIELDS = ["code", "label", "continent", "names", "capitals", "adjectives", "singular", "plural", "ambiguous"]

# ISO 639-1 names of CLDR that are no everyday language of the news, or ordinary words.
NOT_LANGUAGES = frozenset(
    ("Church Slavic", "Interlingua", "Interlingue", "Ido", "Volapük", "Herero", "Avestan", "Twi", "Nauru")
)

# Languages with a three-letter code, or another usual English name, that the news writes of.
MORE_LANGUAGES = frozenset(
    (
        "Cantonese Mandarin Hokkien Hakka Shanghainese Putonghua Farsi Dari Flemish Filipino Tagalog Cebuano "
        "Ilocano Hawaiian Cherokee Hmong Konkani Bhojpuri Maithili Santali Tetum Uighur Uyghur Kirghiz Castilian "
        "Yiddish Moldovan Sorbian Ladino Creole Berber Kinyarwanda Latin Serbo-Croatian Bangla Punjabi Odia Oriya"
    ).split()
)


def spellings(name: str) -> list[str]:
    """A CLDR name as newspapers write it: no notes in brackets, `and` for `&`, a straight apostrophe."""
    name = name.replace("’", "'").replace(" & ", " and ").replace("St. ", "Saint ")
    if not name or any(mark in name for mark in ("(", " - ", " SAR ")):
        return []
    return [name]


def items(field: str) -> list[str]:
    return [item.strip() for item in field.split(",") if item.strip()]


def row(line: str, cldr: dict[str, str]) -> dict[str, str]:
    head, label, names, capitals, adjectives, people = (part.strip() for part in line.split("|"))
    code, continent = head.split()
    ambiguous: list[str] = []

    def clean(forms: list[str]) -> list[str]:
        ambiguous.extend(form[:-1] for form in forms if form.endswith("?"))
        return list(dict.fromkeys(form.removesuffix("?") for form in forms))

    official = spellings(cldr.get(code, ""))
    main = clean([label] if label != "-" else official)
    adjective_forms = items(adjectives)
    singular, plural = [], []
    for pair in items(people):
        if pair in "+=":
            first = adjective_forms[0]
            mark = "?" if first.endswith("?") else ""
            singular.append(first)
            plural.append(first.removesuffix("?") + ("s" if pair == "+" else "") + mark)
        else:
            one, many = pair.split("/")
            singular.append(one)
            plural.append(many)
    columns = {
        "names": clean([*main, *items(names), *official]),
        "capitals": clean(items(capitals)),
        "adjectives": clean(adjective_forms),
        "singular": clean(singular),
        "plural": clean(plural),
    }
    columns["ambiguous"] = sorted(set(ambiguous))
    fixed = {"code": code, "label": main[0], "continent": "" if continent == "-" else continent}
    return fixed | {key: "|".join(forms) for key, forms in columns.items()}


def main() -> None:
    english = Locale("en")
    lines = [line for line in TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    rows = [row(line, dict(english.territories)) for line in lines]
    rows.sort(key=lambda r: r["code"])
    with (OUT / "places.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, FIELDS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    names = {name for code, name in english.languages.items() if len(code) == 2 and "(" not in name}
    names = (names | MORE_LANGUAGES) - NOT_LANGUAGES
    (OUT / "languages.txt").write_text("\n".join(sorted(names)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
