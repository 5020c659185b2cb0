"""A small run made by hand, with everything in it that has ever broken a report."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterable, Sequence

import pytest

from mtqa.document import Document, Problem, Segment
from mtqa.finding import Finding
from mtqa.metrics import Metrics
from mtqa.report import DocumentReport, RuleFailure, SegmentScore, SkippedRule
from mtqa.reporters import REPORTERS, Tally
from mtqa.rule import Rule

SIGNATURE = "rules:0a1b2c3d(3)|config:00000000|score:mqm-linear-100|engines:none|version:0.0.0"

Item = DocumentReport | Problem


def make_rules() -> list[Rule]:
    return [
        Rule("accuracy/mistranslation", "critical", id="names/chimera", page="A person of two people.\n\nWhy: …"),
        Rule("fluency/casing", "minor", id="casing/stray", page="A stray capital."),
        Rule("design/markup", "neutral", id="structure/residue", page="Residue."),
    ]


def make_finding(
    document: Document,
    segment: int,
    text: str,
    rule: Rule,
    message: str,
    suggestions: tuple[str, ...] = (),
    also: tuple[str, ...] = (),
) -> Finding:
    """A finding on the first place `text` stands at in the segment."""
    target = document.segments[segment].target
    start = target.index(text)
    line, column = document.segments[segment].position(start)
    return Finding(
        rule=rule.id,
        category=rule.category,
        severity=rule.severity,
        message=message,
        segment=segment,
        start=start,
        end=start + len(text),
        line=line,
        column=column,
        text=text,
        suggestions=suggestions,
        evidence={"also": list(also)} if also else {},
        rules=(rule.id, *also),
    )


def make_story() -> DocumentReport:
    """A text file: every kind of hostile text, one finding over two lines, one in a long paragraph."""
    chimera, stray, residue = make_rules()
    paragraph = (
        "The quick brown fox jumped over the lazy dog, and then the U.S. Secretary of State Condoleezza "
        "Tillerson visited Japan, where he met the Prime Minister and the Foreign Minister for long talks."
    )
    document = Document(
        id="stories/talks, 1.txt",
        path="stories/talks, 1.txt",
        title='Talks "held" <b>today</b>',
        segments=[
            Segment("日本の首相 met 👩‍🚀 in the Cafe\u0301 \x1b[31mred\x1b[0m Today.", line=1, column=1),
            Segment(paragraph, line=3, column=1),
            Segment('=HYPERLINK("http://x.example") said\nso <script>alert(1)</script>', line=5, column=1),
            Segment("A lone \ud800 and a \u202eturn and 100%, [link](http://x.example) {0}.", line=8, column=1),
        ],
    )
    findings = (
        make_finding(document, 0, "首相", residue, "Source script left."),
        make_finding(document, 0, "Cafe\u0301", stray, "A capital inside the sentence.", ("cafe\u0301",)),
        make_finding(document, 0, "\x1b[31mred", residue, "A terminal\x1b[2J escape."),
        make_finding(
            document,
            1,
            "Condoleezza Tillerson",
            chimera,
            "No such person: “Condoleezza” is Rice, “Tillerson” is Rex.",
            ("Rex Tillerson", "Condoleezza Rice"),
            also=("names/nobody",),
        ),
        make_finding(document, 2, '=HYPERLINK("http://x.example")', residue, "A formula: 100%, really.", ("",)),
        make_finding(document, 2, "said\nso", stray, "Broken inside a sentence."),
        make_finding(document, 2, "<script>alert(1)</script>", residue, "A <script> left in."),
        make_finding(document, 3, "\ud800", residue, "Half a character: \ud800."),
        make_finding(document, 3, "[link](http://x.example) {0}", residue, "See [link](http://x.example) {0}."),
    )
    return DocumentReport(
        document=document,
        words=61,
        score=73.0,
        penalty=27,
        verdict="fail",
        segments=(
            SegmentScore(0, 8, 99.0, 1),
            SegmentScore(1, 33, 75.0, 25),
            SegmentScore(2, 6, 99.0, 1),
            SegmentScore(3, 14, 100.0, 0),
        ),
        findings=findings,
        suppressed=2,
        metrics=None,
        skipped_rules=(SkippedRule("adequacy/numbers", "needs the source text"),),
        failures=(RuleFailure("house/broken", "stories/talks, 1.txt", "ValueError: no <b>luck</b>\x07"),),
    )


def make_entry() -> DocumentReport:
    """An entry of a feed: positions are lines of elements; it has a reference."""
    _, stray, _ = make_rules()
    document = Document(
        id="urn:x:1",
        path="feed.xml",
        title="世界のニュース" * 6,
        language="en-GB",
        source_language="ja",
        entry=3,
        segments=[
            Segment("World News", kind="headline", element="title", line=40),
            Segment("One paragraph.", element="content", line=44),
            Segment("And Another one.", element="content", line=44),
        ],
    )
    return DocumentReport(
        document=document,
        words=7,
        score=98.0,
        penalty=2,
        verdict="pass",
        segments=(SegmentScore(0, 2, 99.0, 1), SegmentScore(1, 2, 100.0, 0), SegmentScore(2, 3, 99.0, 1)),
        findings=(
            make_finding(document, 0, "News", stray, "A stray capital."),
            make_finding(document, 2, "Another", stray, "A stray capital.", ("another",)),
        ),
        suppressed=0,
        metrics=Metrics(31.5, 62.25, 48.0, 3, {"bleu": "nrefs:1|v:2", "chrf": "nrefs:1|v:2", "ter": "nrefs:1"}),
        skipped_rules=(),
        failures=(),
    )


def make_clean() -> DocumentReport:
    """Standard input without a defect."""
    return DocumentReport(
        document=Document(id="-", path="-", segments=[Segment("All is well.", line=1, column=1)]),
        words=3,
        score=100.0,
        penalty=0,
        verdict="pass",
        segments=(SegmentScore(0, 3, 100.0, 0),),
        findings=(),
        suppressed=0,
        metrics=None,
        skipped_rules=(SkippedRule("adequacy/numbers", "needs the source text"),),
        failures=(),
    )


def make_problem() -> Problem:
    return Problem("bad: feed.xml", "not well-formed: close <p>, 100% of the time", line=7, column=2, entry=9)


def render(
    format: str,
    items: Iterable[Item],
    rules: Sequence[Rule] = (),
    *,
    color: bool = False,
    max_shown: int | None = None,
) -> str:
    """The report of a run, as bytes on their way to a file would have it."""
    stream = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="\n")
    reporter = REPORTERS[format](stream, SIGNATURE, color=color, rules=rules, max_shown=max_shown)
    tally = Tally()
    for item in items:
        reporter.add(item)
        tally.add(item)
    reporter.close(tally.summary(SIGNATURE))
    stream.flush()
    return stream.buffer.getvalue().decode("utf-8")  # type: ignore[attr-defined, no-any-return]


Render = Callable[..., str]
OneFinding = Callable[..., DocumentReport]


@pytest.fixture(scope="session", name="render")
def _render() -> Render:
    return render


@pytest.fixture(scope="session")
def run() -> list[Item]:
    """Story, entry, problem, clean: in this order."""
    return [make_story(), make_entry(), make_problem(), make_clean()]


@pytest.fixture(scope="session")
def rules() -> list[Rule]:
    return make_rules()


@pytest.fixture(scope="session")
def one_finding() -> OneFinding:
    """Makes a report with one finding out of any text and span."""

    def make(text: str, start: int = 0, end: int | None = None, message: str = "x", id: str = "x") -> DocumentReport:
        end = len(text) if end is None else end
        document = Document(id, [Segment(text, line=1, column=1)], path=id, title=message)
        finding = Finding(
            "a/b", "fluency/casing", "critical", message, 0, start, end, 1, start + 1, text[start:end], (text,)
        )
        return DocumentReport(document, 1, 75.0, 25, "fail", (), (finding,), 0, None, (), ())

    return make
