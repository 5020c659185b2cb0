"""A house glossary of two hundred terms, as a table and as TBX: every slip is named once, good text is left alone."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable
from itertools import product
from xml.sax.saxutils import escape

import pytest

from .conftest import Done, Project

Run = Callable[..., Done]

PLACES = {
    "Stadt": ("city", "town"), "See": ("lake", "pond"), "Berg": ("mountain", "hill"), "Dorf": ("village", "hamlet"),
    "Wald": ("forest", ""), "Fluss": ("river", ""), "Hafen": ("harbour", ""), "Land": ("country", ""),
}  # fmt: skip
THINGS = {
    "brücke": "bridge", "schule": "school", "straße": "road", "markt": "market", "turm": "tower", "museum": "museum",
    "garten": "garden", "verwaltung": "administration", "zeitung": "newspaper", "bücherei": "library",
}  # fmt: skip
#: German, the English asked for, and what the house forbids in its stead.
REQUIRED = [
    (place + thing, f"{good} {english}", f"{bad} {english}" if bad else "")
    for (place, (good, bad)), (thing, english) in product(PLACES.items(), THINGS.items())
]
FORBIDDEN = [(bad, good) for _, good, bad in REQUIRED if bad]
HEADS, TAILS = (
    ("Data", "Cloud", "Net", "Open", "Micro", "Sky", "Blue", "Fast"),
    ("Flow", "Base", "Hub", "Works", "Desk"),
)
KEPT = [head + tail for head, tail in product(HEADS, TAILS)]
NAMES = [
    a + b
    for a, b in product(
        ("Alpha", "Nova", "Terra", "Luna", "Vero", "Mira", "Soli", "Ora"), ("Bank", "Media", "Tel", "Air", "Shop")
    )
]
ROWS = [
    *(f"{source},{target},,,,de,en" for source, target, _ in REQUIRED),
    *(f",{bad},forbidden,{good},,,en" for bad, good in FORBIDDEN),
    *(f"{name},,keep,,,," for name in KEPT),
    *(f",{name},name,,,," for name in NAMES),
]
TABLE = "source,target,status,use,case,source_language,language\n" + "\n".join(ROWS) + "\n"
GOOD = [
    *((f"Die {source} ist alt.", f"The {target} is old.") for source, target, _ in REQUIRED),
    *((f"Die {source} ist alt.", f"The {target}s are old, said Mr. Hill.") for source, target, _ in REQUIRED[::9]),
    *((f"{name} läuft.", f"{name} runs on the city's machines.") for name in KEPT),
    *((f"Sie kauften {name}.", f"They bought {name}, {name}'s owner said.") for name in NAMES),
]


def tbx() -> str:
    """The required and forbidden terms as TBX basic of 2008, a concept each."""
    entries = []
    for number, (source, target, bad) in enumerate(REQUIRED):
        usage = '<termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote>'
        wrong = f"<tig><term>{escape(bad)}</term>{usage}</tig>" if bad else ""
        entries.append(
            f'<termEntry id="c{number}"><langSet xml:lang="de"><tig><term>{escape(source)}</term></tig></langSet>'
            f'<langSet xml:lang="en"><tig><term>{escape(target)}</term></tig>{wrong}</langSet></termEntry>'
        )
    return f'<?xml version="1.0"?><martif type="TBX-Basic"><text><body>{"".join(entries)}</body></text></martif>'


@pytest.fixture(autouse=True)
def files(project: Project) -> None:
    project.write(
        "mtqa.toml",
        'select = ["terms/required-term", "terms/forbidden-term", "terms/kept-term", "terms/name-spelling"]\n',
    )
    project.write("glossary.csv", TABLE)
    project.write("glossary.tbx", tbx())


def record(pairs: list[tuple[str, str]]) -> str:
    segments = [{"source": source, "target": target} for source, target in pairs]
    return json.dumps({"id": "a", "language": "en", "source_language": "de", "segments": segments}) + "\n"


def findings(done: Done) -> list[dict[str, object]]:
    (report,) = map(json.loads, done.out.splitlines())
    return list(report["findings"])


def test_it_holds_two_hundred_terms() -> None:
    assert len(ROWS) == 200
    assert len({row.split(",")[0] or row.split(",")[1] for row in ROWS}) == 200


@pytest.mark.parametrize("glossary", ["glossary.csv", "glossary.tbx"])
def test_good_text_is_left_alone(mtqa: Run, project: Project, glossary: str) -> None:
    project.write("a.jsonl", record(GOOD))
    assert findings(mtqa("check", "a.jsonl", "--format", "jsonl", "--terms", glossary)) == []


@pytest.mark.parametrize("glossary", ["glossary.csv", "glossary.tbx"])
def test_each_term_that_is_missing_or_forbidden_is_named(mtqa: Run, project: Project, glossary: str) -> None:
    missing = [(f"Die {source} ist alt.", "The thing is old.") for source, _, _ in REQUIRED]
    wrong = [(f"Die {source} ist alt.", f"The {bad} is old.") for source, _, bad in REQUIRED if bad]
    project.write("a.jsonl", record(missing + wrong))
    found = findings(mtqa("check", "a.jsonl", "--format", "jsonl", "--terms", glossary))
    named = Counter((one["rule"], one["segment"]) for one in found)
    assert set(named.values()) == {1}
    assert {segment for rule, segment in named if rule == "terms/required-term"} == set(range(len(missing)))
    forbidden = [one for one in found if one["rule"] == "terms/forbidden-term"]
    assert [(one["text"], one["suggestions"]) for one in forbidden] == [(bad, [good]) for bad, good in FORBIDDEN]
    assert all(str(one["message"]).count("“") for one in found)


def test_product_names_stay_and_house_names_keep_their_capitals(mtqa: Run, project: Project) -> None:
    lost = [(f"{name} läuft.", "The program runs.") for name in KEPT]
    flat = [(f"Sie kauften {name}.", f"They bought {name.capitalize()} there.") for name in NAMES]
    torn = [
        (f"Sie kauften {name}.", f"They bought {name[:-3]} {name[-3:]} there.")
        for name in NAMES
        if name.endswith(("Tel", "Air"))
    ]
    project.write("a.jsonl", record(lost + flat + torn))
    found = findings(mtqa("check", "a.jsonl", "--format", "jsonl", "--terms", "glossary.csv"))
    assert Counter(one["rule"] for one in found) == {
        "terms/kept-term": len(KEPT),
        "terms/name-spelling": len(flat) + len(torn),
    }
    assert {one["suggestions"][0] for one in found if one["rule"] == "terms/name-spelling"} == set(NAMES)  # type: ignore[index]


def test_a_row_that_cannot_be_used_is_named_with_its_line(mtqa: Run, project: Project) -> None:
    lines = TABLE.split("\n")
    lines[149] = lines[149].replace("keep", "stay").replace("forbidden", "stay").replace("name", "stay")
    project.write("glossary.csv", "\n".join(lines))
    project.write("a.jsonl", record(GOOD[:1]))
    done = mtqa("check", "a.jsonl", "--terms", "glossary.csv")
    assert done.status == 2
    assert "glossary.csv:150: column 'status': must be one of required, forbidden, keep, name, not 'stay'" in done.err


def test_a_glossary_that_has_changed_is_read_again(mtqa: Run, project: Project) -> None:
    project.write("a.jsonl", record([("Die Stadtbrücke ist alt.", "The town crossing is old.")]))
    run = ("check", "a.jsonl", "--format", "jsonl", "--terms", "glossary.csv")
    assert [one["rule"] for one in findings(mtqa(*run))] == ["terms/required-term"]
    project.write("glossary.csv", "source,target\nStadtbrücke,town crossing\n")
    assert findings(mtqa(*run)) == []
