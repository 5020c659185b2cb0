"""Plain text: paragraphs, places, headlines, datelines."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mtqa.analysis.dates import dateline, parse_date
from mtqa.document import Document

STORY = """\
Japan protests against the sale, Russia did not respond

Japan and Russia face to face

site· 2017-03-22 18:04:39

  The minister said on Tuesday that talks go on.
She agreed.
"""


def targets(text: str) -> list[str]:
    return [segment.target for segment in Document.from_text(text).segments]


def test_a_story_has_headlines_a_date_and_places() -> None:
    document = Document.from_text(STORY)
    assert [(s.kind, s.line, s.column) for s in document.segments] == [
        ("headline", 1, 1),
        ("headline", 3, 1),
        ("body", 5, 1),
        ("body", 7, 3),
        ("body", 8, 1),
    ]
    assert document.title == "Japan protests against the sale, Russia did not respond"
    assert document.date == datetime.date(2017, 3, 22)
    assert document.segments[3].target == "The minister said on Tuesday that talks go on."


def test_a_hard_wrapped_block_is_one_segment_and_keeps_its_places() -> None:
    text = (
        "The foreign minister said on Tuesday that the two sides would meet again\n"
        "next month, and that the talks about the four islands were going better\n"
        "than anyone had hoped a year ago, when they were close to breaking off.\n"
    )
    (segment,) = Document.from_text(text).segments
    assert segment.target == text.strip()
    assert segment.position(segment.target.index("islands")) == (
        2,
        len("next month, and that the talks about the four ") + 1,
    )


def test_lines_of_their_own_length_are_paragraphs_of_their_own() -> None:
    assert targets("One sentence stands here.\nA second, rather longer sentence stands there.\nThird.") == [
        "One sentence stands here.",
        "A second, rather longer sentence stands there.",
        "Third.",
    ]


def test_a_line_that_ends_a_sentence_is_no_headline() -> None:
    document = Document.from_text("The minister left.\n\nHe came back.")
    assert [segment.kind for segment in document.segments] == ["body", "body"]
    assert document.title is None


def test_a_title_given_besides_becomes_the_first_segment_once() -> None:
    apart = Document.from_text("Body text.", title="The title")
    assert [(s.target, s.kind) for s in apart.segments] == [("The title", "headline"), ("Body text.", "body")]
    same = Document.from_text("The title\n\nBody text.", title="The title")
    assert [s.target for s in same.segments] == ["The title", "Body text."]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\u200b\n\u200b"])
def test_a_text_that_shows_nothing_has_no_segments(text: str) -> None:
    assert not Document.from_text(text).segments


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("guanchazhewang· 2017-03-22 18:04:39", "2017-03-22"),
        ("2017年3月22日", "2017-03-22"),
        ("22 March 2017", "2017-03-22"),
        ("Published: Wednesday, 22nd March, 2017, 10:00 GMT", "2017-03-22"),
        ("March 22, 2017", "2017-03-22"),
        ("London, Sept. 3, 2016", "2016-09-03"),
        ("22/03/2017", "2017-03-22"),
        ("MOSCOW, March 22, 2017 (Reuters) - Russia said that it would answer.", "2017-03-22"),
        ("BEIJING, 22 March 2017 (Xinhua) -- China said that it would answer.", "2017-03-22"),
        ("03/04/2017", None),  # the third of April or the fourth of March
        ("MOSCOW, March 22 (Reuters) - Russia said that it would answer.", None),  # no year
        ("Remembering 11 September 2001", None),
        ("On 22 March 2017 the minister said that Russia would answer.", None),
        ("2017-02-30", None),
        ("Order no. 2017-03-225", None),
        ("He said so.", None),
    ],
)
def test_datelines(text: str, date: str | None) -> None:
    found = dateline(text)
    assert (found.isoformat() if found else None) == date


@pytest.mark.parametrize(
    "text", ["2017-03-22T23:59:59-08:00", "Wed, 22 Mar 2017 23:04:39 +0800", "20170322T000000Z", "22 March 2017"]
)
def test_dates_are_taken_as_written(text: str) -> None:
    assert parse_date(text) == datetime.date(2017, 3, 22)


LINES = st.lists(
    st.one_of(
        st.text(st.characters(codec="utf-8"), max_size=40),
        st.sampled_from(["", "  ", "The minister said that", "Russia sells arms to China.", "a " * 30, "x" * 70]),
    ),
    max_size=12,
)


@given(LINES, st.sampled_from(["\n", "\r\n", "\r"]))
@example(["\u2028a\u2028", "b"], "\n")
@example(["a" * 60, "b" * 60, "c"], "\r\n")
def test_every_segment_stands_where_it_says(lines: list[str], newline: str) -> None:
    text = newline.join(lines)
    try:
        document = Document.from_text(text)
    except ValueError:
        return
    seen = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for segment in document.segments:
        assert segment.line is not None
        assert segment.column is not None
        rest = "\n".join(seen[segment.line - 1 :])[segment.column - 1 :]
        assert rest.startswith(segment.target)
        assert segment.target == segment.target.strip()
    kept = "".join("".join(segment.target.split()) for segment in document.segments)
    shown = "".join(line for line in seen if line.strip())
    invisible = set("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
    assert [c for c in kept if c not in invisible] == [c for c in "".join(shown.split()) if c not in invisible]


def test_wrapped_paragraphs_need_no_blank_lines_between_them() -> None:
    text = """\
The council met on Tuesday to talk about the old bridge over the
river and the road that leads to it, and it was late when the
last of the members left the hall.
    The mayor said that she had seen the plans of the engineers and
liked them well, but that the town had not the money to build
what they had drawn.
It will meet again in June.
        -- The Riverside Courier, a weekly
"""
    assert [target.split()[:2] for target in targets(text)] == [
        ["The", "council"],
        ["The", "mayor"],
        ["It", "will"],
        ["--", "The"],
    ]


def test_a_broken_line_among_lines_of_their_own_stays_broken() -> None:
    text = """\
The council met on Tuesday to talk about the old bridge over the river.
The list of the
members who spoke was long.
It was late when the last of them had left.
"""
    assert len(targets(text)) == 4


def test_names_may_begin_every_line_of_a_wrapped_paragraph() -> None:
    text = """\
Among the villages of the valley are Upper Wallop, Lower Wallop, Over
Stowey, Nether Stowey, Stoke Abbott, Bishop's Caundle, Sixpenny Handley,
Ryme Intrinseca and Toller Porcorum, which lies on the road that leads to
Dorchester.
"""
    assert len(targets(text)) == 1


def test_lines_of_verse_are_paragraphs_of_their_own() -> None:
    text = """\
The bridge is old, the river wide,
The boats go out upon the tide,
And I have walked the other side
In wind and rain, and never cried.
        -- Anna Reed, of Leeds, a poet
"""
    assert len(targets(text)) == 5
