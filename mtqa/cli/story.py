"""A checked story as lines for a terminal: paragraphs with marked spans, and numbered notes below each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

import click

from mtqa.finding import Finding, rank
from mtqa.report import DocumentReport
from mtqa.reporters.lines import GUTTER, estimate_shown, readability_shown, suggestion_line
from mtqa.reporters.place import document_title, rule_ids
from mtqa.reporters.visible import clip, visible, width

_COLORS = {"critical": "red", "major": "red", "minor": "yellow", "neutral": "cyan"}
_STYLES: Mapping[str, dict[str, Any]] = {
    "headline": {"bold": True},
    **{severity: {"fg": color} for severity, color in _COLORS.items()},
    **{f"mark {severity}": {"fg": color, "underline": True} for severity, color in _COLORS.items()},
}
_VERDICTS = {"pass": "green", "warn": "yellow", "fail": "red", "unchecked": "magenta"}

_MESSAGE = 1000  # columns


class Chunk(NamedTuple):
    """A stretch of text; `style` is one of `_STYLES` or empty."""

    text: str
    style: str


class _Span(NamedTuple):
    """A marked stretch of a paragraph, the findings in it, and the number of the first."""

    start: int
    end: int
    number: int
    findings: list[Finding]


def story_lines(report: DocumentReport, columns: int, *, color: bool) -> Iterator[str]:
    """The story, without line ends.

    Args:
        columns: of the terminal.
        color: whether to underline in colour; else spans stand between `[[` and `]]`.
    """
    yield from _head(report, color)
    by_segment: dict[int, list[Finding]] = {}
    for finding in report.findings:
        by_segment.setdefault(finding.segment, []).append(finding)
    number = 0
    for index, segment in enumerate(report.document.segments):
        findings = by_segment.get(index, [])
        plain = "headline" if segment.kind == "headline" else ""
        yield ""
        spans = _spans(findings, number + 1)
        yield from wrap(_marked(segment.target, spans, plain, color), columns, GUTTER, GUTTER, color)
        for span in spans:
            for finding in span.findings:
                number += 1
                yield from _note(finding, number, columns, color, quoted=len(span.findings) > 1)


def _head(report: DocumentReport, color: bool) -> Iterator[str]:
    found = ", ".join(f"{count} {severity}" for severity, count in reversed(report.counts.items()) if count)
    if report.hidden:
        found += f" ({len(report.hidden)} hidden)"
    title = document_title(report.document)
    verdict = click.style(report.verdict, fg=_VERDICTS[report.verdict]) if color else report.verdict
    yield click.style(title, bold=True) if color else title
    score = "not scored" if report.verdict == "unchecked" else f"score {report.score:.2f}"
    reason = f": {visible(report.reason)}" if report.reason else ""
    yield f"{score} ({verdict}{reason}), {report.words} words, {found or 'nothing found'}"
    yield f"readability {readability_shown(report.readability)}"
    if report.estimate is not None:
        yield f"people would take off {estimate_shown(report.estimate)}"


def _note(finding: Finding, number: int, columns: int, color: bool, *, quoted: bool) -> Iterator[str]:
    """What is wrong; with the words it is about, where several notes share a mark."""
    chunks = [
        Chunk(f"({number}) ", ""),
        Chunk(finding.severity, finding.severity),
        Chunk(f": “{clip(finding.text, 60)}”: " if quoted else ": ", ""),
        Chunk(clip(finding.message, _MESSAGE), ""),
    ]
    suggestion = suggestion_line(finding)
    if suggestion:
        chunks.append(Chunk(f" {suggestion[0].upper()}{suggestion[1:]}.", ""))
    chunks.append(Chunk(f" [{rule_ids(finding)}]", ""))
    yield from wrap(chunks, columns, "    ", "        ", color)


def _spans(findings: Sequence[Finding], number: int) -> list[_Span]:
    """Findings in reading order made marks; overlapping ones share one. `number` is that of the first."""
    spans: list[_Span] = []
    for finding in findings:
        if spans and finding.start < spans[-1].end:
            last = spans.pop()
            spans.append(_Span(last.start, max(last.end, finding.end), last.number, [*last.findings, finding]))
        else:
            spans.append(_Span(finding.start, finding.end, number, [finding]))
        number += 1
    return spans


def _marked(text: str, spans: Iterable[_Span], plain: str, color: bool) -> Iterator[Chunk]:
    """The paragraph in chunks, with the numbers of its notes behind each mark."""
    last = 0
    for span in spans:
        yield Chunk(text[last : span.start], plain)
        marked = text[span.start : span.end] or "‸"  # an empty span: something is missing here
        severity = max((finding.severity for finding in span.findings), key=rank)
        yield Chunk(marked if color else f"[[{marked}]]", f"mark {severity}")
        yield Chunk(f"({','.join(str(span.number + i) for i in range(len(span.findings)))})", "")
        last = span.end
    yield Chunk(text[last:], plain)


def wrap(chunks: Iterable[Chunk], columns: int, first: str, rest: str, color: bool) -> Iterator[str]:
    """Lines of at most `columns` columns, a longer word alone on its line; the text is made visible.

    Args:
        first, rest: before the first line and before the others.
    """
    line, used, prefix = [Chunk(first, "")], width(first), True
    for space, word in _words(chunks):
        size = sum(width(text) for text, _ in word)
        # no line may begin with `::`, a command to some CI systems
        if not prefix and used + 1 + size > columns and not word[0].text.startswith("::"):
            yield _painted(line, color)
            line, used, prefix = [Chunk(rest, "")], width(rest), True
        if not prefix:
            line.append(Chunk(" ", space))
            used += 1
        line += word
        used += size
        prefix = False
    yield _painted(line, color)


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
