"""The table of people: is it well formed, does it contradict itself, are facts a reader can check right?"""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path

import pytest

from mtqa.knowledge import people
from mtqa.knowledge.people import People, PeopleError, Term, date_range, fold

TABLE = Path(str(files("mtqa.knowledge.data").joinpath("people.csv")))
README = TABLE.with_name("README.md")
COVERED_TO = date(2025, 12, 31)

ISO = frozenset(
    """
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO
    FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE
    JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO
    MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW
    PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM
    TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW
    """.split()
)
FORMER_OR_RESERVED = frozenset({"SU", "YU", "XK"})
ORGANISATIONS = frozenset(
    """
    ADB ASEAN AUC ECB EU FED FIFA IAEA ICC IEA IMF IOC LAS NATO OECD OHCHR OPCW OPEC OSCE UN UNESCO UNHCR UNICEF
    WB WFP WHO WTO
    """.split()
)

SHARED_OFFICES = frozenset({"spokesperson"})
OVERLAPS = {
    ("head_of_state", "BR", "Rousseff", "Temer"): "he was acting president while she stood trial",
}


def _rows() -> list[dict[str, str]]:
    with TABLE.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


ROWS = _rows()
PEOPLE = people.load(TABLE)


def _line(row: dict[str, str]) -> str:
    return f"{row['office']} {row['body']} {row['given']} {row['family']} {row['from']}"


# The table as a whole


def test_every_row_becomes_a_term_in_the_order_of_the_file() -> None:
    assert [(term.office, term.body, term.family) for term in PEOPLE.terms] == [
        (row["office"], row["body"], row["family"]) for row in ROWS
    ]


def test_rows_are_sorted_by_body_office_and_start() -> None:
    keys = [(row["body"], row["office"], row["from"]) for row in ROWS]
    assert keys == sorted(keys)


def test_no_term_is_listed_twice() -> None:
    seen = Counter((row["office"], row["body"], row["family"], row["given"], row["from"]) for row in ROWS)
    assert [key for key, count in seen.items() if count > 1] == []


def test_every_body_is_a_country_code_or_a_known_organisation() -> None:
    assert sorted({row["body"] for row in ROWS} - ISO - FORMER_OR_RESERVED - ORGANISATIONS) == []


def test_no_organisation_takes_the_code_of_a_country() -> None:
    assert sorted(ORGANISATIONS & ISO) == []


def test_cells_hold_no_stray_blanks_and_lists_no_empty_parts() -> None:
    for row in ROWS:
        for column, cell in row.items():
            assert cell == " ".join(cell.split()), _line(row)
            if column in ("titles", "spellings") and cell:
                parts = cell.split("|")
                assert all(part and part == part.strip() for part in parts), _line(row)
                assert len(set(parts)) == len(parts), _line(row)


def test_every_office_has_titles() -> None:
    assert [_line(row) for row in ROWS if not row["titles"]] == []


def test_names_hold_letters_and_name_marks_only() -> None:
    strange = re.compile(r"[^\w .'’-]|[\d_]")
    for row in ROWS:
        for name in (row["family"], row["given"], *row["spellings"].split("|")):
            assert not strange.search(name), _line(row)


def test_a_spelling_holds_the_family_name_or_the_note_explains_it() -> None:
    for row in ROWS:
        family = fold(row["family"]).casefold()
        bare = re.sub(r"^(?:al|el|ad|as|an|ash)-", "", family)
        for spelling in filter(None, row["spellings"].split("|")):
            assert bare in fold(spelling).casefold() or spelling in row["note"], _line(row)


def test_one_person_has_one_gender_and_one_order() -> None:
    seen: dict[str, tuple[str, str]] = {}
    for term in PEOPLE.terms:
        assert seen.setdefault(term.full_name, (term.gender, term.order)) == (term.gender, term.order)


def test_no_term_starts_after_the_table_was_closed() -> None:
    late = [_line(row) for row in ROWS if date_range(row["from"])[0] > COVERED_TO + timedelta(days=31)]
    assert late == []


def test_two_people_never_hold_one_office_for_long_together() -> None:
    """Only days that lie in both terms for certain count, so that a bare month is not held against a row."""
    terms: dict[tuple[str, str], list[tuple[date, date, str]]] = {}
    for row in ROWS:
        if row["office"] not in SHARED_OFFICES:
            surely_from = date_range(row["from"])[1]
            surely_to = date_range(row["to"])[0] if row["to"] else date.max
            terms.setdefault((row["office"], row["body"]), []).append((surely_from, surely_to, row["family"]))
    clashes = []
    for (office, body), held in terms.items():
        held.sort()
        for place, (_, end, family) in enumerate(held):
            for start, other_end, other in held[place + 1 :]:
                together = (min(end, other_end) - start).days
                if together > 45 and (office, body, family, other) not in OVERLAPS:
                    clashes.append((office, body, family, other, together))
    assert clashes == []


# Facts a reader can check


def _term(office: str, body: str, family: str) -> list[tuple[str, str]]:
    found = [row for row in ROWS if (row["office"], row["body"], row["family"]) == (office, body, family)]
    return [(row["from"][:7], row["to"][:7]) for row in found]


@pytest.mark.parametrize(
    ("office", "body", "family", "terms"),
    [
        ("secretary_of_state", "US", "Tillerson", [("2017-02", "2018-03")]),
        ("secretary_of_state", "US", "Clinton", [("2009-01", "2013-02")]),
        ("foreign_minister", "JP", "Kishida", [("2012-12", "2017-08")]),
        ("foreign_minister", "RU", "Lavrov", [("2004-03", "")]),
        ("defence_minister", "RU", "Shoigu", [("2012-11", "2024-05")]),
        ("defence_minister", "JP", "Inada", [("2016-08", "2017-07")]),
        ("head_of_government", "JP", "Abe", [("2006-09", "2007-09"), ("2012-12", "2020-09")]),
        ("head_of_government", "GB", "Truss", [("2022-09", "2022-10")]),
        ("head_of_government", "DE", "Merkel", [("2005-11", "2021-12")]),
        ("head_of_state", "FR", "Chirac", [("1995-05", "2007-05")]),
        ("head_of_state", "KR", "Park", [("2013-02", "2017-03")]),
        ("head_of_state", "ZA", "Mandela", [("1994-05", "1999-06")]),
        ("head_of_state", "US", "Trump", [("2017-01", "2021-01"), ("2025-01", "")]),
        ("head_of_government", "IT", "Berlusconi", [("1994-05", "1995-01"), ("2001-06", "2006-05"),
                                                    ("2008-05", "2011-11")]),
        ("foreign_minister", "CN", "Wang", [("2013-03", "2022-12"), ("2023-07", "")]),
        ("secretary_general", "NATO", "Stoltenberg", [("2014-10", "2024-10")]),
        ("secretary_general", "UN", "Ban", [("2007-01", "2017-01")]),
        ("managing_director", "IMF", "Lagarde", [("2011-07", "2019-09")]),
        ("president", "ECB", "Draghi", [("2011-11", "2019-11")]),
        ("central_bank_governor", "JP", "Kuroda", [("2013-03", "2023-04")]),
    ],
)  # fmt: skip
def test_terms_of_office(office: str, body: str, family: str, terms: list[tuple[str, str]]) -> None:
    assert _term(office, body, family) == terms


@pytest.mark.parametrize(
    ("office", "body", "day", "names"),
    [
        ("head_of_government", "IN", date(2010, 6, 1), ["Manmohan Singh"]),
        ("head_of_state", "CN", date(2005, 6, 1), ["Hu Jintao"]),
        ("foreign_minister", "GB", date(2017, 1, 1), ["Boris Johnson"]),
        ("finance_minister", "DE", date(2012, 1, 1), ["Wolfgang Schäuble"]),
        ("foreign_minister", "JP", date(2017, 8, 2), ["Fumio Kishida", "Taro Kono"]),
        ("head_of_state", "XX", date(2017, 8, 2), []),
    ],
)
def test_who_held_an_office_on_a_day(office: str, body: str, day: date, names: list[str]) -> None:
    assert [term.full_name for term in PEOPLE.holders(office, body, day)] == names


@pytest.mark.parametrize(
    ("printed", "family"),
    [
        ("Kishida Fumio", "Kishida"),
        ("Shinzō Abe", "Abe"),
        ("Xi Jinping", "Xi"),
        ("KIM JONG UN", "Kim"),
        ("Kim Jong-un", "Kim"),
        ("Sergey Lavrov", "Lavrov"),
        ("Viktor Orban", "Orbán"),
        ("Orbán Viktor", "Orbán"),
        ("Bashar Assad", "al-Assad"),
        ("Paul O’Neill", "O'Neill"),
        ("Recep Tayyip Erdogan", "Erdoğan"),
    ],
)
def test_people_are_found_under_the_spellings_news_uses(printed: str, family: str) -> None:
    assert {term.family for term in PEOPLE.by_full_name(printed)} == {family}


def test_a_name_put_together_from_two_people_is_not_found() -> None:
    assert PEOPLE.by_full_name("Condoleezza Tillerson") == ()


@pytest.mark.parametrize("family", ["Schröder", "Schroder", "Assad", "al-Assad", "Lukashenka", "Shoygu"])
def test_families_are_found_without_accents_particles_or_as_respelt(family: str) -> None:
    assert PEOPLE.families[family]


def test_a_title_leads_to_its_office() -> None:
    assert {term.office for term in PEOPLE.by_title("u.s. secretary  of state")} == {"secretary_of_state"}
    assert {term.body for term in PEOPLE.by_title("Chancellor of the Exchequer")} == {"GB"}
    assert PEOPLE.by_title("Keeper of the Moon") == ()


# The loader


HEADER = "office,body,titles,family,given,spellings,order,gender,from,to,note\n"
GOOD = "chair,ACME,Chair|ACME Chair,Doe,Jane,Jane Q. Doe,given-first,f,2001-02,2003,\n"


def test_a_table_of_the_users_own() -> None:
    table = people.read(io.StringIO(HEADER + GOOD))
    assert table.terms == (
        Term("chair", "ACME", ("Chair", "ACME Chair"), "Doe", "Jane", ("Jane Q. Doe",), "given-first", "f",
             date(2001, 2, 1), date(2003, 12, 31)),
    )  # fmt: skip
    assert table.families["Doe"][0].names == ("Jane Doe", "Jane Q. Doe")


def test_columns_may_stand_in_any_order() -> None:
    names = HEADER.strip().split(",")
    cells = GOOD.strip().split(",")
    turned = ",".join(reversed(names)) + "\n" + ",".join(reversed(cells)) + "\n"
    assert people.read(io.StringIO(turned)) == people.read(io.StringIO(HEADER + GOOD))


def test_an_open_end_means_still_in_office() -> None:
    term = people.read(io.StringIO(HEADER + GOOD.replace("2003", ""))).terms[0]
    assert term.covers(date(2999, 1, 1))
    assert not term.covers(date(2001, 1, 31))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "no column office, body"),
        (HEADER.replace("gender", "sex"), "no column gender"),
        (HEADER.replace("note", "note,extra"), "column not known: extra"),
        (HEADER + GOOD + GOOD.replace("chair", "chairr"), "t.csv:3: office 'chairr' is not known"),
        (HEADER + GOOD.replace("ACME", "acme", 1), "t.csv:2: body 'acme'"),
        (HEADER + GOOD.replace("Doe", "", 1), "t.csv:2: no family name"),
        (HEADER + GOOD.replace("given-first", "any"), "order 'any'"),
        (HEADER + GOOD.replace(",f,", ",x,"), "gender 'x'"),
        (HEADER + GOOD.replace("2003", "1999"), "the term ends (1999) before it starts (2001-02)"),
        (HEADER + GOOD.replace("2001-02", "2001-2"), "'2001-2' is not a date"),
        (HEADER + GOOD.replace("2001-02", "2001-13"), "'2001-13' is not a day of the calendar"),
        (HEADER + GOOD.replace("2001-02", ""), "'' is not a date"),
        (HEADER + "chair,ACME\n", "t.csv:2: 2 columns where the header has 11"),
        (HEADER + '"chair,ACME\n', "t.csv:2: "),
    ],
)
def test_a_fault_is_reported_with_its_line(text: str, message: str) -> None:
    with pytest.raises(PeopleError, match=re.escape(message)):
        people.read(io.StringIO(text), "t.csv")


def test_a_file_that_is_not_text_is_an_error_that_names_it(tmp_path: Path) -> None:
    file = tmp_path / "bad.csv"
    file.write_bytes(HEADER.encode() + b"\xff\xfe\n")
    with pytest.raises(PeopleError, match=r"bad\.csv: not UTF-8"):
        people.load(file)


def test_a_changed_file_is_read_again(tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("\ufeff" + HEADER, encoding="utf-8")
    assert people.load(file) == People()
    file.write_text(HEADER + GOOD, encoding="utf-8")
    assert len(people.load(file).terms) == 1


def test_an_office_is_known_from_its_first_holder_on_but_for_holes() -> None:
    rows = [
        "head_of_state,ZZ,President,Eins,Anna,,given-first,f,2001-01-01,2005-06-30,",
        "head_of_state,ZZ,President,Zwei,Bert,,given-first,m,2005-07-20,2008-12-31,",
        "head_of_state,ZZ,President,Drei,Cora,,given-first,f,2011-01-01,,",
    ]
    table = people.read(io.StringIO("\n".join([",".join(people.COLUMNS), *rows])))
    reach = table.reach("head_of_state", "ZZ", date(2020, 12, 31))
    assert reach is not None
    assert (reach.first, reach.last) == (date(2001, 1, 1), date(2020, 12, 31))
    assert reach.holes == ((date(2008, 12, 31), date(2011, 1, 1)),)
    assert reach.knows(date(2002, 1, 1), date(2008, 1, 1))
    assert not reach.knows(date(2000, 12, 31), date(2002, 1, 1))
    assert not reach.knows(date(2008, 1, 1), date(2012, 1, 1))
    assert not reach.knows(date(2020, 1, 1), date(2021, 1, 1))
    assert table.latest == date(2011, 1, 1)
    assert table.reach("foreign_minister", "ZZ", date(2020, 12, 31)) is None
    later = table.reach("head_of_state", "ZZ", date(2010, 1, 1))
    assert later is not None
    assert later.last == date(2011, 1, 1)


def test_merging_keeps_the_order_and_drops_repeats() -> None:
    own = people.read(io.StringIO(HEADER + GOOD))
    both = PEOPLE.merge(own).merge(own)
    assert both.terms == (*PEOPLE.terms, *own.terms)
    assert both.by_full_name("Jane Doe") == own.terms


# What the README says


def counts() -> str:
    """The lines of the README that say how much the table covers."""
    bodies = Counter(row["body"] for row in ROWS)
    countries = {body: count for body, count in bodies.items() if body not in ORGANISATIONS}
    organisations = {body: count for body, count in bodies.items() if body in ORGANISATIONS}
    named = {(row["family"], row["given"]) for row in ROWS}
    lines = [
        f"{len(ROWS)} terms of office, {len(named)} people, {len(countries)} countries, "
        f"{len(organisations)} organisations.",
        "",
        "| office | terms | countries or organisations |",
        "| --- | ---: | ---: |",
    ]
    for office, count in sorted(Counter(row["office"] for row in ROWS).items(), key=lambda item: (-item[1], item[0])):
        lines.append(f"| {office} | {count} | {len({row['body'] for row in ROWS if row['office'] == office})} |")
    for name, group in (("country", countries), ("organisation", organisations)):
        lines += ["", f"Terms by {name}: " + ", ".join(f"{body} {group[body]}" for body in sorted(group)) + "."]
    return "\n".join(lines)


def test_the_readme_states_the_coverage_as_it_is() -> None:
    stated = README.read_text(encoding="utf-8").partition("<!-- people: counts -->\n")[2]
    assert stated.partition("\n<!-- people: end -->")[0] == counts()
