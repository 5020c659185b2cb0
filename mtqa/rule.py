"""What a rule is: metadata, a check function, and its examples."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Sequence
from dataclasses import field, replace
from functools import wraps
from typing import TYPE_CHECKING, Literal, get_args

from mtqa.document import Document, Segment, Settings
from mtqa.extras import Extra
from mtqa.figures import Figures
from mtqa.finding import CATEGORIES, SEVERITIES, Match, Severity, those, unknown
from mtqa.guard import check_match
from mtqa.knowledge.languages import language_name, primary
from mtqa.lazy import regex
from mtqa.matching.facts import FACTS
from mtqa.segment import REGISTERS, Kind, Register
from mtqa.suggestion import fitted, replaced, spaces_left_over
from mtqa.values import dataclass

if TYPE_CHECKING:
    from mtqa.analysis.text import Analysis
    from mtqa.matching.leave import Leave

Check = Callable[[Document], Iterable[Match]]
Need = Literal["source", "reference", "date", "terms"]
Status = Literal["stable", "preview"]
Fix = Literal["shown", "safe"]

#: What the page of a new rule says where somebody has to write: see `mtqa rules new`.
UNFILLED = "FILL IN"

_MARK = regex(r"\[\[|\]\]")
_NOTHING = regex("(?<!“)“”(?!”)")


@dataclass(frozen=True, slots=True)
class Example:
    """A text a rule must flag (spans in `[[ ]]`) or must leave alone.

    Paragraphs are parted by a blank line. The other arguments are as in `Document` and `Segment`; `source`
    and `reference` have one paragraph for each paragraph of the text. Texts that hold `[[` of their own
    cannot be examples. `terms` is a glossary: its table itself, as CSV.
    """

    text: str
    source: str | None = None
    reference: str | None = None
    title: str | None = None
    date: datetime.date | None = None
    language: str = "en"
    source_language: str | None = None
    kind: Kind = "body"
    terms: str | None = None

    def document(self) -> tuple[Document, list[tuple[int, int, int]]]:
        """The document without marks, and the marked spans as (segment, start, end)."""
        spans: list[tuple[int, int, int]] = []
        segments: list[Segment] = []
        paragraphs = self.text.split("\n\n")
        sources = self.source.split("\n\n") if self.source else [None] * len(paragraphs)
        references = self.reference.split("\n\n") if self.reference else [None] * len(paragraphs)
        if not len(paragraphs) == len(sources) == len(references):
            raise ValueError(f"example has {len(paragraphs)} paragraphs, but not as many sources: {self.text!r}")
        if self.title is not None:
            segments.append(Segment(_unmark(self.title, 0, spans), kind="headline"))
        for paragraph, source, reference in zip(paragraphs, sources, references, strict=True):
            target = _unmark(paragraph, len(segments), spans)
            segments.append(Segment(target, source, reference, kind=self.kind))
        document = Document(
            id="example",
            segments=segments,
            title=segments[0].target if self.title is not None else None,
            language=self.language,
            source_language=self.source_language,
            date=self.date,
            settings=Settings(terms=(self.terms,) if self.terms is not None else ()),
        )
        return document, sorted(spans)


def _unmark(text: str, segment: int, spans: list[tuple[int, int, int]]) -> str:
    """`text` without its marks; the marked spans are added to `spans`."""
    plain: list[str] = []
    length, last, start = 0, 0, -1
    for mark in _MARK.finditer(text):
        plain.append(text[last : mark.start()])
        length += mark.start() - last
        last = mark.end()
        if mark.group() == "[[" and start < 0:
            start = length
        elif mark.group() == "]]" and start >= 0:
            spans.append((segment, start, length))
            start = -1
        else:
            raise ValueError(f"marks do not pair in example: {text!r}")
    if start >= 0:
        raise ValueError(f"mark not closed in example: {text!r}")
    plain.append(text[last:])
    return "".join(plain)


@dataclass(slots=True)
class Rule:
    """A rule's metadata and its check.

    Args:
        category: an MQM category out of `mtqa.finding.CATEGORIES`.
        severity: of its findings, where a Match does not say otherwise.
        needs: what a document must have for the rule to run, or, for "terms", its settings; a document without it gets
            a skipped-rule line in the report instead.
        languages: primary subtags of target languages the rule is written for; empty for all.
        registers: of texts the rule is written for; empty for all. Conventions of print (capitals, final marks, spaces)
            are for "news".
        status: "stable" rules run by default, "preview" rules only where selected by their id.
        since: the version that brought the rule.
        fix: "safe" where the suggestion of a finding that has one alone is always right, so that `mtqa fix` puts it in;
            else "shown".
        extra: an optional engine the rule runs on; without it every document gets a skipped-rule line.
        words: lower-cased words without one of which a text has nothing for the rule, so that it is not run.
        signs: characters, or a few in a row, in the same way; where a rule has words and signs, one of either will do.
        facts: what must be true of a text, all of it, besides; names out of `mtqa.matching.facts.FACTS`. A rule that
            says nothing of the three looks at every text.

    The loader fills in `id`, `page` (the docstring), `bad`, `good` and `leave` from the file the rule stands in, and
    `figures` from the table of its folder. Rules with one look-up for all of them say `among` which they are: a view of
    the analysis, and what it holds if a text may have something for the rule.
    """

    category: str
    severity: Severity
    needs: tuple[Need, ...] = ()
    languages: tuple[str, ...] = ("en",)
    registers: tuple[Register, ...] = ()
    status: Status = "stable"
    since: str = "0.1"
    fix: Fix = "shown"
    extra: Extra | None = None
    words: frozenset[str] = frozenset()
    signs: frozenset[str] = frozenset()
    facts: tuple[str, ...] = ()
    id: str = ""
    page: str = ""
    bad: tuple[Example, ...] = ()
    good: tuple[Example, ...] = ()
    leave: tuple[Leave, ...] = ()
    figures: tuple[Figures, ...] = ()
    among: tuple[Callable[[Analysis], Collection[Hashable]], Hashable] | None = field(default=None, repr=False)
    run: Callable[[Document], list[Match]] | None = field(default=None, repr=False)
    reach: Callable[[Document], str | None] | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        given: tuple[tuple[str, Iterable[object], Collection[str]], ...] = (
            ("MQM category", (self.category,), CATEGORIES),
            ("severity", (self.severity,), SEVERITIES),
            ("status", (self.status,), get_args(Status)),
            ("fix", (self.fix,), get_args(Fix)),
            ("need", self.needs, get_args(Need)),
            ("register", self.registers, REGISTERS),
            ("fact", self.facts, tuple(FACTS)),
        )
        for what, values, allowed in given:
            for value in values:
                if value not in allowed:
                    raise ValueError(unknown(what, value, allowed))

    def check(self, function: Check) -> Check:
        """Decorator that makes `function` the rule's check.

        `run` gives its matches as the engine can trust them, without those that `leave` covers; a span to be left out
        takes the space beside it along.
        """

        @wraps(function)
        def run(document: Document) -> list[Match]:
            matches = list(function(document))
            if not matches:  # of most rules on most texts
                return matches
            lengths = document.lengths
            for match in matches:
                check_match(match, lengths)
                for other in match.throughout:
                    check_match(other, lengths)
            for covers in [one.covering(document) for one in self.leave]:
                matches = those(matches, lambda match, covers=covers: not covers(match))  # type: ignore[misc]
            return [_fitted(match, document) for match in matches]

        self.run = run
        return function

    def only_on(self, *, words: Iterable[str] = (), signs: Iterable[str] = ()) -> None:
        """Add to `words` and `signs` what the module of the rule works out."""
        self.words |= frozenset(words)
        self.signs |= frozenset(signs)

    def limit(self, function: Callable[[Document], str | None]) -> Callable[[Document], str | None]:
        """Decorator: `function` says why what the rule knows does not reach a document, or `None` if it does."""
        self.reach = function
        return function

    @property
    def family(self) -> str:
        """The first part of the id: `names` for `names/chimera`."""
        return self.id.partition("/")[0]

    @property
    def title(self) -> str:
        """First line of the page: what is wrong, in one sentence."""
        return self.page.strip().partition("\n")[0]

    def missing(self, document: Document) -> str | None:
        """Why the rule cannot run on this document, or `None` if it can."""
        why = self.lacks(document)
        return self.reach(document) if why is None and self.reach is not None else why

    def lacks(self, document: Document) -> str | None:
        """The same as far as what the rule declares says; it depends on nothing else than what `given` gives."""
        if self.languages:
            if (primary(document.language) or "en") not in self.languages:
                return f"written for {', '.join(self.languages)}, the document is in {document.language}"
            written = document.analysis.language
            if written is not None and written not in self.languages:
                return f"written for {', '.join(self.languages)}, the text is in {language_name(written)}"
        if self.extra is not None and self.extra.missing is not None:
            return self.extra.missing
        if "source" in self.needs and not document.has_source:
            return "needs the source text (a field or column “source”)"
        if "reference" in self.needs and not document.has_reference:
            return "needs a reference translation (a field or column “reference”)"
        if "date" in self.needs and document.date is None:
            return "needs the date of the document (a field or column “date”)"
        if self.registers and document.register not in self.registers:
            return f"written for {', '.join(self.registers)}, the text is {document.register}"
        if "terms" in self.needs and not document.settings.terms:
            return "needs a glossary (`terms` in the configuration, or `--terms FILE`)"
        return None

    def self_test(self) -> list[str]:
        """Run the rule over its own examples; each failure as one line. None where its engine is not installed."""
        failures: list[str] = []
        if self.extra is not None and self.extra.missing is not None:
            return failures
        if UNFILLED in self.page:
            failures.append(f"{self.id}: the page (the docstring of the file) still says {UNFILLED}")
        if not self.bad:
            failures.append(f"{self.id}: no BAD example")
        if not self.good:
            failures.append(f"{self.id}: no GOOD example")
        left = tuple(one.example for one in self.leave)
        for kind, marked in (("BAD", self.bad), ("GOOD", self.good), ("LEAVE", left)):
            for example in marked:
                try:
                    document, spans = example.document()
                except ValueError as error:  # marks or paragraphs that do not pair
                    failures.append(f"{self.id}: {kind} {error}")
                    continue
                if kind != "LEAVE" and bool(spans) != (kind == "BAD"):
                    failures.append(f"{self.id}: {kind} example marks {len(spans) or 'no'} span: {example.text!r}")
                matches = self._matches(document)
                found = sorted({_span(match, document, spans) for match in matches})
                if found != spans:
                    failures.append(f"{self.id}: {kind} {example.text!r}: expected {spans}, found {found}")
                failures += [f"{self.id}: {fault}" for match in matches for fault in self._unsound(match, document)]
        return failures + list(self._idle())

    def _idle(self) -> Iterator[str]:
        """The exceptions whose absence changes nothing on their own sentence."""
        whole = self.leave
        for number, one in enumerate(whole):
            try:
                document, _ = one.example.document()
            except ValueError:  # said already
                continue
            kept = self._matches(document)
            self.leave = whole[:number] + whole[number + 1 :]
            try:
                same = self._matches(document) == kept
            finally:
                self.leave = whole
            if same:
                yield f"{self.id}: LEAVE {one.written!r} changes nothing on {one.example.text!r}; take it out"

    def _matches(self, document: Document) -> list[Match]:
        if self.missing(document) or self.run is None:
            return []
        judged = document.analysis.judged
        return [match for match in self.run(document) if judged(match.segment, match.start, match.end)]

    def _unsound(self, match: Match, document: Document) -> Iterator[str]:
        """What is wrong with the message, and with the text once the first suggestion stands in it."""
        if _NOTHING.search(match.message):
            yield f"the message quotes nothing: {match.message!r}"
        if not match.suggestions:
            return
        segment = document.segments[match.segment]
        text = replaced(segment.target, match)
        what = f"suggestion {match.suggestions[0]!r} for {segment.target[match.start : match.end]!r}"
        if spaces_left_over(text) > spaces_left_over(segment.target):
            yield f"{what} leaves a space over: {text!r}"
        segments = [replace(one, target=text) if one is segment else one for one in document.segments]
        title = text if document.title is not None and not match.segment else document.title
        end = match.start + len(match.suggestions[0])
        for again in self._matches(replace(document, segments=segments, title=title)):
            if again.segment == match.segment and again.start <= end and again.end >= match.start:
                yield f"{what} is flagged again: {text!r}"


def given(document: Document) -> tuple[object, ...]:
    """What tells which rules can run on a document, see `Rule.lacks`."""
    return (
        document.language,
        document.analysis.language,
        document.has_source,
        document.has_reference,
        document.date is None,
        document.register,
        bool(document.settings.terms),
    )


def _span(match: Match, document: Document, marked: Sequence[tuple[int, int, int]]) -> tuple[int, int, int]:
    """The span as examples mark it: without the space that a suggestion takes along."""
    span = match.segment, match.start, match.end
    text = document.segments[match.segment].target[match.start : match.end]
    if span in marked or not text.strip():
        return span
    return match.segment, match.start + len(text) - len(text.lstrip()), match.start + len(text.rstrip())


def _fitted(match: Match, document: Document) -> Match:
    """The match, and those it speaks for, as their suggestions can replace them."""
    if match.throughout:
        match = replace(match, throughout=tuple(_fitted(other, document) for other in match.throughout))
    return fitted(match, document.segments[match.segment].target) if match.suggestions else match


def examples(items: Sequence[str | Example]) -> tuple[Example, ...]:
    """Plain strings as examples."""
    return tuple(item if isinstance(item, Example) else Example(item) for item in items)
