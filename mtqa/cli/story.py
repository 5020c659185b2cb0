"""A checked story as an editor reads it in a terminal: headline, what to look at first, then paragraph by paragraph the
text with marked spans, its source beside or under it, and numbered notes.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, zip_longest
from typing import Any

import click

from mtqa.document import Document
from mtqa.finding import Finding, rank
from mtqa.report import DocumentReport
from mtqa.reporters.families import family_name
from mtqa.reporters.lines import GUTTER, count, estimate_shown, readability_shown, suggestion_line
from mtqa.reporters.place import document_name, part_names, rule_ids
from mtqa.reporters.visible import clip, visible, width
from mtqa.values import NamedTuple
from mtqa.verdicts import Verdict

_COLORS = {"critical": "red", "major": "red", "minor": "yellow", "neutral": "cyan"}
_STYLES: Mapping[str, dict[str, Any]] = {
    "headline": {"bold": True},
    "source": {"dim": True},
    **{severity: {"fg": color} for severity, color in _COLORS.items()},
    **{f"mark {severity}": {"fg": color, "underline": True} for severity, color in _COLORS.items()},
}
_VERDICTS = {"pass": "green", "warn": "yellow", "fail": "red", "unchecked": "magenta"}

_MESSAGE = 1000  # columns
#: Columns from which on the source stands beside the text; before a line of the source.
_WIDE, SOURCE = 110, "  > "
#: Things to look at first.
_FIRST = 3
#: Marks without colours, the first pair that the story has neither of.
_PAIRS = (("⟦", "⟧"), ("⟪", "⟫"), ("❲", "❳"), ("⦅", "⦆"), ("【", "】"))


class Chunk(NamedTuple):
    """A stretch of text; `style` is one of `_STYLES` or empty."""

    text: str
    style: str


class Marks(NamedTuple):
    """What stands before and behind a marked span; empty where colours mark it."""

    before: str
    behind: str


class _Span(NamedTuple):
    """A marked stretch of a paragraph, and the findings in it with their numbers."""

    start: int
    end: int
    findings: list[tuple[int, Finding]]


def marks_for(document: Document) -> Marks:
    """Marks that no text of the document holds, nor a part of one beside a mark can be taken for."""
    texts = [text for one in document.segments for text in (one.target, one.source or "")]
    for before, behind in _PAIRS:
        if not any(before in text or behind in text for text in texts):
            return Marks(before, behind)
    figures = {found for text in texts for found in re.findall("[0-9]+", text)}
    number = 1
    while any(str(number) in one for one in figures):  # a figure that stands nowhere, not within another either
        number += 1
    return Marks(f"<{number}<", f">{number}>")


def story_lines(
    report: DocumentReport,
    columns: int,
    *,
    color: bool,
    ticks: Mapping[int, Verdict],
    missed: Sequence[Verdict],
) -> Iterator[str]:
    """The story, without line ends.

    Args:
        columns: of the terminal.
        color: whether to underline in colour; else spans stand between `marks_for` the document.
        ticks: what somebody has said of findings, by their numbers from 1.
        missed: what somebody says was not found here.
    """
    document = report.document
    marks = Marks("", "") if color else marks_for(document)
    numbered = list(enumerate(report.findings, 1))
    by_segment: dict[int, list[tuple[int, Finding]]] = {}
    for number, finding in numbered:
        by_segment.setdefault(finding.segment, []).append((number, finding))
    headline = next((index for index, one in enumerate(document.segments) if one.kind == "headline"), None)
    parts = part_names(document)

    def paragraph(index: int, gutter: str, style: str) -> Iterator[str]:
        segment = document.segments[index]
        spans = _spans(by_segment.get(index, []))
        text = list(_marked(segment.target, spans, style, marks))
        source = [Chunk(segment.source, "source")] if segment.source else []
        if source and columns >= _WIDE:
            yield from _beside(text, source, columns, gutter, color)
        else:
            yield from wrap(text, columns, gutter, gutter, color)
            yield from wrap(source, columns, SOURCE, SOURCE, color) if source else ()
        for span in spans:
            for number, finding in span.findings:
                quoted = len(span.findings) > 1
                yield from _note(finding, number, columns, color, quoted=quoted, tick=ticks.get(number))
        for one in missed:
            if one.segment == document.number(index):
                why = f": {clip(one.comment, _MESSAGE)}" if one.comment else ""
                what = f"(+) missed: “{clip(one.text, 60)}”{why}"
                yield from wrap([Chunk(what, "")], columns, "    ", "        ", color)

    if headline is not None:
        yield from paragraph(headline, "", "headline")
    else:
        title = clip(document.title or document.id, 300)
        yield click.style(title, bold=True) if color else title
    yield from _head(report, color)
    yield from _first(numbered, ticks, parts, columns, color)
    for index in range(len(document.segments)):
        if index != headline:
            yield ""
            yield from paragraph(index, GUTTER, "headline" if document.segments[index].kind == "headline" else "")
    yield from _foot(report, numbered, columns, color)


def _head(report: DocumentReport, color: bool) -> Iterator[str]:
    found = ", ".join(f"{number} {severity}" for severity, number in reversed(report.counts.items()) if number)
    if report.hidden:
        found += f" ({len(report.hidden)} hidden)"
    verdict = click.style(report.verdict, fg=_VERDICTS[report.verdict]) if color else report.verdict
    score = "not scored" if report.verdict == "unchecked" else f"score {report.score:.2f}"
    reason = f": {visible(report.reason)}" if report.reason else ""
    yield visible(document_name(report.document))
    yield f"{score} ({verdict}{reason}), {count(report.words, 'word')}, {found or 'nothing found'}"
    if report.accepted:
        yield f"{count(report.accepted, 'finding')} more in the baseline"


def _first(
    numbered: Sequence[tuple[int, Finding]],
    ticks: Mapping[int, Verdict],
    parts: Sequence[str],
    columns: int,
    color: bool,
) -> Iterator[str]:
    """The gravest findings, different ones as far as there are any."""
    left = [(number, one) for number, one in numbered if number not in ticks or ticks[number].verdict != "dismiss"]
    left.sort(key=lambda item: (-item[1].weight, item[0]))
    kinds = {(finding.rule, finding.text): (number, finding) for number, finding in reversed(left)}
    best = sorted(kinds.values(), key=lambda item: (-item[1].weight, item[0]))
    best = (best + [item for item in left if item not in best])[:_FIRST]
    if len(numbered) <= len(best):
        return
    yield ""
    yield "Look at these first:"
    for number, finding in best:
        where = f"({number}) {visible(parts[finding.segment])}: {family_name(finding.family)}, "
        what = f": {_quoted(finding)}{clip(finding.message, 200)}"
        chunks = [Chunk(where, ""), Chunk(finding.severity, finding.severity), Chunk(what, "")]
        yield from wrap(chunks, columns, "  ", "      ", color)


def _foot(report: DocumentReport, numbered: Sequence[tuple[int, Finding]], columns: int, color: bool) -> Iterator[str]:
    """The ids of the rules, and what is said of the document as a whole."""
    rules: dict[str, list[str]] = {}
    for number, finding in numbered:
        rules.setdefault(rule_ids(finding), []).append(str(number))
    yield ""
    if rules:
        said = "; ".join(f"{rule} ({', '.join(numbers)})" for rule, numbers in sorted(rules.items()))
        yield from wrap([Chunk(f"Rules: {said}", "")], columns, "", "  ", color)
    lines = [f"readability {readability_shown(report.readability)}"]
    if report.estimate is not None:
        lines.append(f"people would take off {estimate_shown(report.estimate)}")
    for line in lines:
        yield from wrap([Chunk(line, "")], columns, "", "  ", color)


def _note(
    finding: Finding, number: int, columns: int, color: bool, *, quoted: bool, tick: Verdict | None
) -> Iterator[str]:
    """What is wrong; with the words it is about, where several notes share a mark."""
    said = "" if tick is None else f"[{tick.verdict}{f' by {clip(tick.by, 30)}' if tick.by else ''}] "
    chunks = [
        Chunk(f"({number}) {said}{family_name(finding.family)}, ", ""),
        Chunk(finding.severity, finding.severity),
        Chunk(f": {_quoted(finding) if quoted else ''}", ""),
        Chunk(clip(finding.message, _MESSAGE), ""),
    ]
    suggestion = suggestion_line(finding)
    if suggestion:
        chunks.append(Chunk(f" {suggestion[0].upper()}{suggestion[1:]}.", ""))
    if tick is not None and tick.comment:
        chunks.append(Chunk(f" ({clip(tick.comment, _MESSAGE)})", ""))
    yield from wrap(chunks, columns, "    ", "        ", color)


def _quoted(finding: Finding) -> str:
    """The words a note is about; nothing where something is missing between two."""
    return f"“{clip(finding.text.strip(), 60)}”: " if finding.text.strip() else ""


def _spans(findings: Sequence[tuple[int, Finding]]) -> list[_Span]:
    """Numbered findings in reading order made marks; overlapping ones share one."""
    spans: list[_Span] = []
    for number, finding in findings:
        if spans and finding.start < spans[-1].end:
            last = spans.pop()
            spans.append(_Span(last.start, max(last.end, finding.end), [*last.findings, (number, finding)]))
        else:
            spans.append(_Span(finding.start, finding.end, [(number, finding)]))
    return spans


def _marked(text: str, spans: Iterable[_Span], plain: str, marks: Marks) -> Iterator[Chunk]:
    """The paragraph in chunks, with the numbers of its notes behind each mark."""
    last = 0
    for span in spans:
        yield Chunk(text[last : span.start], plain)
        marked = text[span.start : span.end]
        if not marked and not marks.before:
            marked = "‸"  # something is missing here
        severity = max((finding.severity for _, finding in span.findings), key=rank)
        yield Chunk(f"{marks.before}{marked}{marks.behind}", f"mark {severity}")
        yield Chunk(f"({','.join(str(number) for number, _ in span.findings)})", "")
        last = span.end
    yield Chunk(text[last:], plain)


def _beside(text: Iterable[Chunk], source: Iterable[Chunk], columns: int, gutter: str, color: bool) -> Iterator[str]:
    """Text and source in two columns."""
    half = (columns - len(SOURCE)) // 2
    left = list(_laid(text, half, gutter, gutter))
    right = list(_laid(source, half, "", ""))
    nothing: list[Chunk] = []
    for one, other in zip_longest(left, right, fillvalue=nothing):
        room = max(0, half - sum(width(chunk.text) for chunk in one))
        yield _painted([*one, Chunk(" " * room + SOURCE, ""), *other] if other else one, color)


def wrap(chunks: Iterable[Chunk], columns: int, first: str, rest: str, color: bool) -> Iterator[str]:
    """Lines of at most `columns` columns, a longer word alone on its line; the text is made visible.

    Args:
        first, rest: before the first line and before the others.
    """
    for line in _laid(chunks, columns, first, rest):
        yield _painted(line, color)


def _laid(chunks: Iterable[Chunk], columns: int, first: str, rest: str) -> Iterator[list[Chunk]]:
    line, used, prefix = [Chunk(first, "")], width(first), True
    for space, word in _words(chunks):
        size = sum(width(text) for text, _ in word)
        # no line may begin with `::`, a command to some CI systems
        if not prefix and used + 1 + size > columns and not word[0].text.startswith("::"):
            yield line
            line, used, prefix = [Chunk(rest, "")], width(rest), True
        if not prefix:
            line.append(Chunk(" ", space))
            used += 1
        line += word
        used += size
        prefix = False
    yield line


def _words(chunks: Iterable[Chunk]) -> Iterator[tuple[str, list[Chunk]]]:
    """Words in pieces of one style each, with the style of the space before."""
    word: list[Chunk] = []
    space = ""
    for text, style in chunks:
        for number, part in enumerate(visible(text).split(" ")):
            if number:
                if word:
                    yield space, word
                word, space = [], style
            if part:
                word.append(Chunk(part, style))
    if word:
        yield space, word


def _painted(line: Iterable[Chunk], color: bool) -> str:
    parts = []
    for style, chunks in groupby(line, key=lambda chunk: chunk.style):
        text = "".join(chunk.text for chunk in chunks)
        parts.append(click.style(text, **_STYLES[style]) if color and style else text)
    return "".join(parts).rstrip(" ")
