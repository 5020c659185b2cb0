"""What an editor sees: the right words underlined, nothing hostile sent to the terminal, no endless lists."""

from __future__ import annotations

import dataclasses
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mtqa.document import Document, Problem, Segment
from mtqa.report import RuleFailure, SkippedRule
from mtqa.reporters.excerpt import WINDOW, excerpt
from mtqa.reporters.place import part_names
from mtqa.reporters.visible import PLAIN, char_width, clip, pad, shown, visible, width

ANY = st.text(st.characters(exclude_categories=[]) | st.sampled_from("日本\u0301👩\u200d é\x1b\n "))


def columns(line: str) -> list[str]:
    """The character in each terminal column, marks with the letter they stand on."""
    cells: list[str] = []
    for char in line:
        if not width(char):
            if cells:
                cells[-1] += char
        else:
            cells += [char] + [""] * (width(char) - 1)
    return cells


def underlined(text: str, start: int, end: int) -> str:
    shown = excerpt(text, start, end)
    first, last = shown.underline.index("^"), len(shown.underline)
    assert set(shown.underline[:first]) <= {" "}
    return "".join(columns(shown.line)[first:last])


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("plain words here", "words"),
        ("日本の首相 said", "首相"),
        ("a cafe\u0301 and tea", "tea"),
        ("a cafe\u0301 and tea", "cafe\u0301"),
        ("ＦＵＬＬ width", "width"),
        ("한국어 text \u1112\u1161\u11ab end", "end"),
        ("👍 ok", "ok"),
        ("x " * 500 + "the one " + "y " * 500, "one"),
        ("首" * 500 + "the one" + "相" * 500, "one"),
        ("e\u0301" * 500 + "one", "one"),
    ],
)
def test_underline_stands_under_the_span(text, span):
    start = text.index(span)
    assert underlined(text, start, start + len(span)) == span


@given(ANY, st.data())
def test_underline_stands_under_any_span(text, data):
    # a letter on each side: a mark alone has no column of its own
    start = data.draw(st.integers(0, len(text)))
    text = f"{text[:start]}x{text[start:]}"
    end = data.draw(st.integers(start + 1, min(len(text), start + 40)))
    while end < len(text) and not width(visible(text[end])):
        end += 1
    whole, marked = visible(text[start:end]), underlined(text, start, end)
    first, cut, last = marked.partition("…")
    assert marked == whole or (cut and whole.startswith(first) and whole.endswith(last) and width(whole) > WINDOW // 2)


@given(ANY, st.data())
def test_excerpt_never_fails_and_stays_short(text, data):
    text = text * data.draw(st.integers(1, 40))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    shown = excerpt(text, start, end)
    assert "^" in shown.underline
    assert width(shown.line) <= 2 * WINDOW
    assert len(shown.underline) <= width(shown.line) + 1


def test_long_paragraph_is_cut_at_words():
    text = "word " * 100 + "the span here " + "word " * 100
    line = excerpt(text, 504, 508).line
    assert line.startswith("…word")
    assert line.endswith(" word…")
    assert width(line) <= WINDOW + 2


def test_excerpt_of_a_huge_word():
    shown = excerpt("x" * 2_000_000, 1_000_000, 1_999_000)
    assert len(shown.line) < 200


def test_long_span_is_cut_in_its_middle():
    text = "before " + "many words " * 30 + "after"
    line = excerpt(text, 7, len(text) - 6).line
    assert line.startswith("before many words")
    assert "…" in line
    assert line.endswith("many words after")


@given(ANY)
def test_nothing_acts_on_the_terminal(text):
    for char in visible(text):
        assert unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp")
        assert char not in "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200b\ufeff"


@given(ANY, st.integers(1, 30))
def test_clip_keeps_to_the_columns(text, size):
    assert width(clip(text, size)) <= size
    assert clip(text, size) == visible(text) or clip(text, size).endswith("…")
    assert width(pad(clip(text, size), size)) == size


@given(text=ANY.filter(bool))
def test_report_of_any_text(render, one_finding, text):
    report = render("text", [one_finding(text, message=text, id=text), Problem(text, text)])
    assert all(char == "\n" or unicodedata.category(char) != "Cc" for char in report)


def test_no_line_of_text_can_be_a_command_of_a_ci_log(render, one_finding):
    report = render("text", [one_finding("::error::forged", id="x.txt")])
    assert not any(line.lstrip().startswith("::") for line in report.splitlines())


def test_findings_stand_in_reading_order(render, run):
    story = run[0]
    turned = dataclasses.replace(story, findings=story.findings[::-1])
    assert render("text", [turned]) == render("text", [story])


def test_table_holds_the_worst_and_counts_the_rest(render, one_finding):
    reports = [
        dataclasses.replace(one_finding("text", id=f"{number:03}.txt"), score=float(number), findings=())
        for number in reversed(range(100))
    ]
    lines = render("text", reports).splitlines()
    table = lines.index("") + 2
    assert lines[0] == "FAIL: 0 findings in 100 documents: 100 failed, 0 with a warning, 0 passed"
    assert [line.split(":")[0] for line in lines[table : table + 5]] == [f"{number:03}.txt" for number in range(5)]
    assert lines[table + 5] == "and 95 documents no worse"


def documents_shown(report: str) -> list[str]:
    """The documents of the findings shown, in order."""
    return [line.split(":")[0] for line in report.splitlines() if " critical a/b" in line]


@pytest.mark.parametrize("turn", [1, -1])
def test_findings_of_the_worst_documents_come_first_and_no_more_than_asked(render, one_finding, turn):
    reports = [
        dataclasses.replace(one_finding("text", id=f"{number:02}.txt"), score=float(number)) for number in range(40)
    ][::turn]
    assert documents_shown(render("text", reports)) == [f"{number:02}.txt" for number in range(40)]
    few = render("text", reports, max_shown=3)
    assert documents_shown(few) == ["00.txt", "01.txt", "02.txt"]
    assert "3 of 40 findings shown; --max-shown 0 shows all\n" in few
    assert "--max-shown" not in render("text", reports, max_shown=40)


def test_of_a_long_story_the_gravest_findings_are_shown_in_reading_order(render, run):
    report = render("text", [run[0]], max_shown=2)
    heads = [line.partition(" 1.txt:")[2] for line in report.splitlines() if "casing/" in line or "names/" in line]
    assert heads == ["1:22 minor casing/stray", "3:84 critical names/chimera, names/nobody"]


def test_hidden_findings_are_counted(render, run):
    story = run[0]
    some = dataclasses.replace(story, findings=story.findings[3:4], hidden=story.findings[:3] + story.findings[4:])
    report = render("text", [some])
    assert report.splitlines()[:2] == render("text", [story]).splitlines()[:2]
    assert f"hidden by --min-severity, but counted: {len(story.findings) - 1} findings\n" in report


def test_where_nearly_nothing_ran_families_are_counted(render, one_finding):
    skipped = tuple(SkippedRule(f"{family}/x", "is in German") for family in "abcdefgh")
    report = render("text", [dataclasses.replace(one_finding("text"), skipped_rules=skipped)])
    assert "not run: 8 rules of 8 families: is in German\n" in report


def test_lists_have_an_end(render, one_finding):
    report = dataclasses.replace(
        one_finding("text"),
        skipped_rules=(SkippedRule("b/b", "needs it"), SkippedRule("a/a", "needs it"), SkippedRule("c/c", "other")),
        failures=tuple(RuleFailure("z/z", f"{number}.txt", "E: x") for number in range(500)),
    )
    lines = render("text", [report, *(Problem(f"{n}.xml", "empty") for n in range(50))]).splitlines()
    assert "not run: a (1 rule), b (1 rule): needs it" in lines
    assert "not run: c (1 rule): other" in lines
    assert sum(line.startswith("not read: ") for line in lines) == 21
    assert "not read: and 30 more" in lines
    assert sum(line.startswith("internal error: ") for line in lines) == 1


def test_the_short_cut_for_plain_text_is_right():
    plain = [char for char in map(chr, range(0x110000)) if PLAIN.fullmatch(char)]
    assert all(shown(char) == char and char_width(char) == 1 for char in plain)
    assert len(plain) > 800


def test_colours_only_where_asked(render, run):
    assert "\x1b" not in render("text", run)
    assert "\x1b[1;31mcritical\x1b[0m" in render("text", run, color=True)


def test_parts_are_named_for_people():
    document = Document(
        "x",
        [
            Segment("a", kind="headline"),
            Segment("b"),
            Segment("c"),
            Segment("d", element="title"),
            Segment("e", element="content"),
            Segment("f", element="content"),
        ],
    )
    assert part_names(document) == [
        *("headline", "paragraph 1", "paragraph 2"),
        *("title", "content, paragraph 1", "content, paragraph 2"),
    ]
