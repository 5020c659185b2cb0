"""Glossaries are read with limits, and what they cannot say is named with file, line and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from mtqa.analysis.terms import Terms
from mtqa.knowledge.glossary import GlossaryError, load

HEAD = "source,target,status,use,case,severity,source_language,language,note\n"
TBX = """<?xml version="1.0"?>
<{root} xml:lang="en"><text><body>
<{entry} id="c1">
  <{lang} xml:lang="de-DE"><{term}><term>Zentralbank</term></{term}></{lang}>
  <{lang} xml:lang="en-GB">
    <{term}><term>central bank</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></{term}>
    <{term}><term>reserve bank</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></{term}>
    <{term}><term>note bank</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></{term}>
  </{lang}>
</{entry}>
<{entry} id="c2">
  <{lang} xml:lang="de"><{term}><term>Windows</term></{term}></{lang}>
  <{lang} xml:lang="en"><{term}><term>Windows</term></{term}></{lang}>
</{entry}></body></text></{root}>
"""
NAMES = {
    "2008": {"root": "martif", "entry": "termEntry", "lang": "langSet", "term": "tig"},
    "2019": {"root": "tbx", "entry": "conceptEntry", "lang": "langSec", "term": "termSec"},
}


def test_rows_of_a_table() -> None:
    one, two, three = load(
        HEAD + "Bank | Geldhaus,bank|lender,,,,minor,de-AT,en,house style\n,migrant,forbidden,newcomer\n,GitHub,name\n"
    )
    assert (one.status, one.sources, one.targets) == (
        "required",
        (("de", "Bank"), ("de", "Geldhaus")),
        ("bank", "lender"),
    )
    assert (one.severity, one.language, one.note, one.case) == ("minor", "en", "house style", False)
    assert (two.targets, two.use, two.severity) == (("migrant",), ("newcomer",), None)
    assert three.case
    assert [term.place for term in (one, two, three)] == ["glossary:2", "glossary:3", "glossary:4"]


@pytest.mark.parametrize("edition", NAMES)
def test_concepts_of_tbx(tmp_path: Path, edition: str) -> None:
    path = tmp_path / "terms.tbx"
    path.write_text(TBX.format(**NAMES[edition]))
    terms = load(str(path))
    english = [(one.status, one.targets, one.use) for one in terms if one.language == "en"]
    assert english == [
        ("required", ("central bank", "note bank"), ()),
        ("forbidden", ("reserve bank",), ("central bank",)),
        ("keep", ("Windows",), ()),
    ]
    assert terms[0].place == f"{path}:3"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("term,wort\na,b\n", "glossary:1: column 'term' is unknown; known ones: source, target"),
        ("target,target\na,b\n", "glossary:1: column 'target' stands twice"),
        ("status\nname\n", "glossary:1: has neither a column source nor target"),
        (
            HEAD + "a,b,must\n",
            "glossary:2: column 'status': must be one of required, forbidden, keep, name, not 'must'",
        ),
        (HEAD + "a,b,,,maybe\n", "glossary:2: column 'case': must be one of yes, no, not 'maybe'"),
        (HEAD + "a,b,,,,bad\n", "glossary:2: column 'severity': must be one of neutral, minor, major, critical, not"),
        (HEAD + "a,b,,,,,und\n", "glossary:2: column 'source_language': must be a language tag such as 'zh'"),
        (HEAD + ",b\n", "glossary:2: column 'source': is empty, which status 'required' needs"),
        (HEAD + "a,,forbidden\n", "glossary:2: column 'target': is empty, which status 'forbidden' needs"),
        (HEAD + "a,b,,c\n", "glossary:2: column 'use': is for status 'forbidden' only"),
        (HEAD + "a,...\n", "glossary:2: column 'target': '...' has no letter or figure"),
        (HEAD + "a," + "b" * 301 + "\n", "glossary:2: column 'target': is longer than 300 characters"),
        (HEAD + "a,b,,,,,,,,,\n", "glossary:2: has 11 cells, the header 9"),
        (HEAD + 'a,"b\n', "glossary:2: is no valid table"),
        (HEAD + "\n", "glossary: holds no term"),
        ("target\n" + "a\n" * 3 + "x\0y\n", "glossary"),
        ("<tbx>\n<a></tbx>", "glossary:2:6: is no valid XML: mismatched tag"),
        ('<!DOCTYPE a [\n<!ENTITY b "c">]><a>&b;</a>', "glossary:2: declares entities, which is refused"),
        ("<a>\n<langSet xml:lang='und'/></a>", "glossary:2: <langSet>: xml:lang must be a tag, not 'und'"),
        ("\n" + "<a>" * 101, "glossary:2: more than 100 elements lie in each other"),
        ("<a>\n</a>", "glossary: holds no term"),
    ],
)
def test_what_cannot_be_used_is_named(text: str, said: str) -> None:
    with pytest.raises(GlossaryError) as error:
        load(text)
    assert str(error.value).startswith(said)


def test_files_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(GlossaryError, match=r"none\.csv: cannot read the glossary"):
        load(str(tmp_path / "none.csv"))
    path = tmp_path / "latin.csv"
    path.write_bytes(b"target\na\n\xe4\n")
    with pytest.raises(GlossaryError, match=r"latin\.csv:3: is not UTF-8 text"):
        load(str(path))
    path = tmp_path / "big.csv"
    path.write_bytes(b"target\n" + b"a\n" * 8 * 2**20)
    with pytest.raises(GlossaryError, match="is larger than 16 MiB"):
        load(str(path))
    path = tmp_path / "many.csv"
    path.write_text("target,status\n" + "a,name\n" * 50_001)
    with pytest.raises(GlossaryError, match="more than 50,000 terms"):
        load(str(path))


@pytest.mark.parametrize(
    ("language", "form", "text", "loose", "found"),
    [
        ("en", "central bank", "Two central banks met", False, ["central banks"]),
        ("en", "bank", "banking on it", False, []),
        ("en", "plan", "They planned it", True, ["planned"]),
        ("de", "Notenbank", "Die Notenbanken warten", False, ["Notenbanken"]),
        ("de", "Haus", "die Häuser", True, ["Häuser"]),
        ("de", "Bank", "das Bankett", False, []),
        ("fi", "pankki", "pankin johtaja", False, ["pankin"]),
        ("ru", "центральный банк", "центрального банка", True, ["центрального банка"]),
        ("ar", "بنك", "والبنك يقول", True, ["بنك"]),
        ("zh", "中央银行", "他说中央银行在等", False, ["中央银行"]),
        ("ko", "중앙은행", "중앙은행이 기다린다", False, ["중앙은행"]),
        ("ja", "Windows", "新しいWindows版とWindowsX", False, ["Windows"]),
        ("en", "central bank", "central, bank", False, []),
        ("de", "Paket", "die Paketversion und das Installationspaket", True, ["Paketversion", "Installationspaket"]),
        ("de", "Paket", "die Paketversion", False, []),
        ("fr", "option", "l'option, l’Option", False, ["option", "Option"]),
        ("ru", "файл", "ELF-файлов нет, профайлер", True, ["ELF-файлов"]),
        ("sv", "fil", "minnesfilen, filmen och fila", True, ["minnesfilen", "filmen", "fila"]),
        ("en", "option", "the .option directive, --option, (option) non-option", False, ["option"]),
    ],
)
def test_forms_that_a_language_gives_a_term(language: str, form: str, text: str, loose: bool, found: list[str]) -> None:
    places = Terms([(form, False)], language, loose).find(text)
    assert [text[place.start : place.end] for place in places] == found


def test_the_longest_term_counts_and_growth_is_bounded() -> None:
    forms = [("bank", False), ("central bank", False), ("a" * 300, False)]
    assert [place.number for place in Terms(forms, "en", False).find("The central bank and a bank")] == [1, 0]
    assert Terms([("a a a a b", False)] * 50, "en", True).find("a " * 2_000) == []
