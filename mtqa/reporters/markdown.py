"""`--format markdown`: for the summary of a CI job or a comment: what the run came to, and the worst documents.

No more than GitHub takes as the summary of a step; what is left out is counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mtqa.lazy import regex
from mtqa.reporters.lines import MESSAGE, SUGGESTION, count, readability_shown
from mtqa.reporters.place import category_name, document_title, finding_place, rule_ids
from mtqa.reporters.text import LINES, outcome
from mtqa.reporters.visible import clip, visible
from mtqa.reporters.worst import HEADS, WorstFirst, said_score

if TYPE_CHECKING:
    from mtqa.document import Document
    from mtqa.finding import Finding
    from mtqa.report import DocumentReport
    from mtqa.reporters import Summary

#: Bytes: GitHub refuses a summary of more than 1 MiB; what comes last needs some room.
MOST = 1_000_000

_TEXT = 100  # columns of the words found

#: As entities, ASCII signs are never markup.
_MARKUP = regex(r'[!"#$&*+.:<=>@\[\\\]^_`{|}~]')


class MarkdownReporter(WorstFirst):
    """Writes all at the end."""

    def head(self, report: DocumentReport) -> Iterator[str]:
        """Name, score and verdict; readability where it was assessed."""
        name = _code(document_title(report.document))
        yield f"{name}: score {said_score(report.score, report.verdict)}, <b>{report.verdict}</b>"
        if report.readability.level != "not assessed":
            yield f"Readability: {plain_text(readability_shown(report.readability))}"

    def block(self, document: Document, finding: Finding, part: str) -> Sequence[str]:
        """A row of a table."""
        options = [_code(clip(option, SUGGESTION)) if option else "(leave out)" for option in finding.suggestions]
        cells = (
            plain_text(finding_place(document, finding, part)),
            finding.severity,
            f"{plain_text(category_name(finding.category))}<br>{_code(rule_ids(finding))}",
            _code(clip(finding.text, _TEXT)),
            plain_text(clip(finding.message, MESSAGE)),
            " or ".join(options),
        )
        return [f"| {' | '.join(cells)} |"]

    def close(self, summary: Summary) -> None:
        """Write what matters first, then the findings, worst documents first, then what did not work."""
        said, _ = outcome(summary)
        parts = [f"## mtqa: {plain_text(said)}", ""]
        if self.rows:
            parts += [_row(HEADS), f"|---|{'---:|' * (len(HEADS) - 2)}---|"]
            parts += [
                _row((_code(row.name), *row.cells[1:-1], row.verdict + plain_text(row.reason))) for row in self.rows
            ]
            parts.append("")
        size = sum(map(_size, parts))
        shown = 0
        for story, blocks in self.shown():
            opening = ["<details>", f"<summary>{story.head[0]}</summary>", "", *story.head[1:], "", *_TABLE]
            rows = [block.lines[0] for block in sorted(blocks, key=lambda block: block.order)]
            size += sum(map(_size, (*opening, *_END)))
            fitting = []
            for row in rows:
                size += _size(row)
                if size > MOST:
                    break
                fitting.append(row)
            if fitting:
                parts += [*opening, *fitting, *_END]
                shown += len(fitting)
            if size > MOST:
                break
        if shown < self.found:
            parts += [f"{shown} of {count(self.found, 'finding')} shown.", ""]
        wrong = [f"not read: {problem}" for problem in summary.problems]
        wrong += [f"rule {one.rule} crashed: {one.error}" for one in summary.failures]
        parts += [f"- {plain_text(clip(one, MESSAGE))}" for one in wrong[:LINES]]
        if len(wrong) > LINES:
            parts.append(f"- and {len(wrong) - LINES} more")
        ending = {"Configuration": summary.configuration, "Gate, where not the default": ", ".join(summary.gate)}
        parts += [f"{name}: {_code(value)}<br>" for name, value in ending.items() if value]
        self.stream.write("\n".join([*parts, f"Signature: {_code(summary.signature)}", ""]))


_TABLE = ("| where | severity | what | text | why | suggestion |", "|---|---|---|---|---|---|")
_END = ("", "</details>", "")


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _size(line: str) -> int:
    return len(line.encode("utf-8", "backslashreplace")) + 1


def plain_text(text: str) -> str:
    """Text on one line that is no markup, no link, and calls nobody."""
    said = _MARKUP.sub(lambda sign: f"&#{ord(sign[0])};", visible(text))
    return said.replace("&#64;", "&#64;\u200b")


def _code(text: str) -> str:
    """Text on one line, as it is, in the letters of code."""
    return f"<code>{_MARKUP.sub(lambda sign: f'&#{ord(sign[0])};', visible(text))}</code>"
