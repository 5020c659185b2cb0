"""Placeholders and tags: found in a text, and compared with those of the source."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa import Document
from mtqa.analysis.placeholder_pairs import NONE, difference, in_source, kept
from mtqa.analysis.placeholders import find, masked
from mtqa.segment import Inline, Segment, Unit


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("%s of %d, %5.2f and %1$s", ["%s", "%d", "%5.2f", "%1$s"]),
        ("%s%s %dx%d %dpx %ld", ["%s", "%s", "%d", "%d", "%d", "%ld"]),
        ("%(name)s has %(count)d", ["%(name)s", "%(count)d"]),
        ("{name} {0} {} {x:.2f} {when, date, short}", ["{name}", "{0}", "{}", "{x:.2f}", "{when, date, short}"]),
        ("{{ user.name }} ${home} #{x} %{y}", ["{{ user.name }}", "${home}", "#{x}", "%{y}"]),
        ("{n, plural, one {# file} other {# files}}", ["{n, plural,"]),
        ("$HOME and %PATH% and %name%", ["$HOME", "%PATH%", "%name%"]),
        ('<b>a</b> <a href="x">b</a> <br/>', ["<b>", "</b>", '<a href="x">', "</a>", "<br/>"]),
        ("A&nbsp;B&#8230;", ["&nbsp;", "&#8230;"]),
        ("50% of all, 100 %, 20 %d'entre eux, 5 % de plus, 10 %des", []),
        ("a < b and b > c, R&D, AT&T; $5, US$ 3, $AB", []),
        ("He <the minister> said {a b} and {x y}", []),
        ("%% is a sign", []),
    ],
)  # fmt: skip
def test_found(text: str, found: list[str]) -> None:
    assert [one.text for one in find(text)] == found


@given(st.text("%s{}<b>&;$A1( )d/", max_size=60))
def test_ranges_are_exact_and_in_order(text: str) -> None:
    last = 0
    for one in find(text):
        assert one.start >= last
        assert text[one.start : one.end] == one.text
        last = one.end


def test_masked_keeps_every_other_place() -> None:
    segment = Segment("x", "Es gibt %d Dateien in <b>{folder}</b>.")
    text = masked(segment.source or "", in_source(segment))
    assert len(text) == len(segment.source or "")
    assert text.split() == ["Es", "gibt", "Dateien", "in", "."]


def test_what_agrees_is_no_text_to_rules_and_what_does_not_is() -> None:
    segment = Segment("Open <b>%s</b> and {x} &amp; so on.", "<b>%s</b> öffnen &amp; so weiter.")
    assert [segment.target[start:end] for start, end in kept(segment)] == ["<b>", "%s", "</b>", "&amp;"]
    analysis = Document("d", [segment]).analysis
    assert not analysis.judged(0, 8, 10)
    assert analysis.judged(0, 18, 21)
    assert analysis.judged(0, 0, len(segment.target))


def test_tags_that_the_format_keeps_apart() -> None:
    source = (
        Inline(0, 0, "open", "1", "<g 1>"),
        Inline(3, 3, "close", "1", "</g 1>"),
        Inline(4, 7, "alone", "2", "{2}"),
    )
    good = Segment("One {2}", "Ein {2}", tags=source, source_tags=source)
    assert difference(good) is NONE
    assert kept(good) == [(4, 7)]
    lost = difference(Segment("One two", "Ein {2}", source_tags=source, tags=source[:2]))
    assert [place.text for place in lost.lost] == ["{2}"]
    open_only = difference(Segment("One {2}", "Ein {2}", source_tags=source, tags=(source[0], source[2])))
    assert [place.text for place in open_only.unpaired] == ["<g 1>"]
    assert not open_only.lost_tags


def test_tools_number_anew() -> None:
    ours = (Inline(4, 6, "alone", "7", "%s"),)
    theirs = (Inline(0, 2, "alone", "1", "%s"),)
    assert difference(Segment("%s one", "Ein %s", tags=theirs, source_tags=ours)) is NONE


@pytest.mark.parametrize(
    ("target", "source", "plural", "lost"),
    [
        ("one file", "%d Datei", "%d Dateien", []),
        ("one file", "%(counter)s Datei", "%(counter)s Dateien", []),
        ("%d files", "Eine Datei", "%d Dateien", []),
        ("one of {name}", "{n} von {name}", "{n} von {name}", []),
        ("files", "{n} von {name}", "{n} von {name}", ["{name}"]),
    ],
)
def test_forms_of_a_message(target: str, source: str, plural: str, lost: list[str]) -> None:
    found = difference(Segment(target, source, unit=Unit("x", plural=plural)))
    assert [place.text for place in found.lost] == lost
    assert not found.added


def test_a_file_may_say_that_per_cent_is_no_value() -> None:
    assert difference(Segment("100% done", "zu 100% d", unit=Unit(formats=("no-c-format",)))) is NONE
    assert difference(Segment("done %s", "%s fertig", unit=Unit(formats=("c-format",)))) is NONE
