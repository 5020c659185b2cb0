"""What reports for people share: they hold back the worst documents, as many as they may show findings of."""

from __future__ import annotations

from bisect import insort
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from mtqa.document import Problem
from mtqa.finding import SEVERITIES
from mtqa.reporters.base import Reporter
from mtqa.reporters.place import document_title, part_names
from mtqa.reporters.visible import clip, visible
from mtqa.values import NamedTuple

if TYPE_CHECKING:
    from mtqa.document import Document
    from mtqa.finding import Finding
    from mtqa.report import DocumentReport

#: Documents in the table, the worst first.
ROWS = 5

NAME = 48  # columns of a document's name

GRAVEST_FIRST = tuple(reversed(SEVERITIES))
WORST_FIRST = {"fail": 0, "unchecked": 1, "warn": 2, "pass": 3}


class Row(NamedTuple):
    """A line of the table; the first three fields put the worst first."""

    rank: int
    score: float
    number: int
    name: str
    words: int
    counts: tuple[int, ...]
    verdict: str
    reason: str

    @property
    def cells(self) -> tuple[str, ...]:
        """Name, words, findings of each severity, gravest first, score, verdict."""
        return (self.name, str(self.words), *map(str, self.counts), said_score(self.score, self.verdict), self.verdict)


#: What stands over the cells.
HEADS = ("worst documents", "words", *GRAVEST_FIRST, "score", "verdict")


class Block(NamedTuple):
    """A finding as lines; the first two fields put the gravest first."""

    gravity: int
    order: tuple[int, int, int, str, str]
    lines: tuple[str, ...]


class Story(NamedTuple):
    """A document that may be shown; the first three fields put the worst first."""

    rank: int
    score: float
    number: int
    head: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def size(self) -> int:
        """What it takes of the room for findings."""
        return max(1, len(self.blocks))


class WorstFirst(Reporter):
    """Keeps lines of the worst documents; what comes of them is written at the end."""

    def start(self) -> None:
        """Nothing is written before all is known."""
        self.rows: list[Row] = []
        self.stories: list[Story] = []
        self.found = self._documents = 0

    def head(self, report: DocumentReport) -> Iterator[str]:
        """The lines over the findings of a document."""
        raise NotImplementedError

    def block(self, document: Document, finding: Finding, part: str) -> Sequence[str]:
        """The lines of a finding."""
        raise NotImplementedError

    def add(self, item: DocumentReport | Problem) -> None:
        """Keep the findings and metrics of one document, if it is among the worst."""
        if isinstance(item, Problem):
            return
        self._documents += 1
        self.found += len(item.findings)
        rank = WORST_FIRST[item.verdict]
        if item.findings or item.verdict != "pass":
            row = Row(
                rank,
                item.score,
                self._documents,
                clip(document_title(item.document), NAME),
                item.words,
                tuple(item.counts[severity] for severity in GRAVEST_FIRST),
                item.verdict,
                f" ({visible(item.reason)})" if item.reason else "",
            )
            insort(self.rows, row)
            del self.rows[ROWS:]
        if item.findings or item.metrics is not None:
            self._keep(item, rank)

    def shown(self) -> Iterator[tuple[Story, Sequence[Block]]]:
        """The documents kept, and the findings of each that there is room for."""
        room = self.max_shown
        for story in self.stories:
            blocks = story.blocks if room is None else story.blocks[:room]
            room = None if room is None else room - len(blocks)
            yield story, blocks

    def _keep(self, report: DocumentReport, rank: int) -> None:
        """Keep a document, and drop those that worse ones leave no room for."""
        parts = part_names(report.document)
        findings = sorted(report.findings, key=lambda finding: (-finding.weight, finding.order()))
        blocks = tuple(
            Block(
                -finding.weight,
                finding.order(),
                tuple(self.block(report.document, finding, parts[finding.segment])),
            )
            for finding in findings[: self.max_shown]
        )
        insort(self.stories, Story(rank, report.score, self._documents, tuple(self.head(report)), blocks))
        if self.max_shown is not None:
            taken = sum(story.size for story in self.stories)
            while taken - self.stories[-1].size >= self.max_shown:
                taken -= self.stories.pop().size


def said_score(score: float, verdict: str) -> str:
    """The score for people: of what nobody judged there is none."""
    return "–" if verdict == "unchecked" else f"{score:.2f}"
