"""The page that `--format html` writes and that a server of reviews may serve: one file, nothing fetched.

What it is made of:

- `page.html` (Jinja2, escaped), `style.css` and the scripts of `SCRIPTS`, joined into one in that order. There is no
  build step. Each script is a function called on the one global object, `Mtqa`.
- one block of JSON (`<script type="application/json" id="data">`): `{"documents": [document_values …], "run": {…}}`.
- a policy (`policy`) that lets nothing run but this script, shows nothing but this style, and fetches nothing. What
  texts hold reaches the page as JSON and then as text nodes; Trusted Types forbid the rest.

**Verdicts** are kept behind one object. The page calls `Mtqa.makeStore(run)` once and then only:

    store.me              -> name of the reader, where it is known: the field for it is then hidden
    store.load()          -> promise of a list of all verdicts; those of others have `mine: false` and do not count
    store.put(verdict)    -> promise; `verdict.verdict` is "accept", "dismiss", "missed", or "" to take it back
    store.merge(verdicts) -> promise; those of a file that was loaded
    store.undo()          -> promise of what stands once the last `put` is taken back (a verdict of "" for none,
                             its place always there), or of null where there is nothing to take back
    store.export()        -> promise of the text of a verdict file
    store.watch(changed)  -> calls `changed(verdicts)` when something changes elsewhere (another window, another editor)

A rejected promise is shown to the reader, with its message. A verdict is an object with the fields of
`mtqa.verdicts.COLUMNS`: `segment`, `start` and `end` are whole numbers, all else is text as a file gives it back
(`Mtqa.written`). Its place, `Mtqa.key(verdict)`, is that of `mtqa.verdicts.Verdict`. A mark of one's own (`missed`) has
no rule. `store.js` keeps them in the browser. A server gives a script of its own that sets `Mtqa.makeStore`
(`chunks(…, scripts=…)`), and `connect="'self'"`, so that it may ask where it came from.

**Places** can be sent: `#finding=DOCUMENT;SEGMENT;START-END;RULE` and `#story=DOCUMENT`, each part percent-encoded;
where two documents have one id, the path of the second stands behind it all. Numbers are those of the reports: segments
as `Document.number` counts them, offsets in code points of the target.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mtqa.lazy import regex
from mtqa.reporters.place import document_name, part_names
from mtqa.reporters.record import dumps
from mtqa.reporters.visible import visible

if TYPE_CHECKING:
    from mtqa.document import Document
    from mtqa.finding import Finding
    from mtqa.report import DocumentReport
    from mtqa.rule import Rule

__all__ = ["SCRIPTS", "chunks", "document_values", "policy", "rule_values"]

#: In the order in which they are joined.
SCRIPTS = (
    *("core.js", "text.js", "verdicts.js", "store.js", "data.js", "filter.js", "form.js", "list.js"),
    *("plots.js", "overview.js", "story.js", "note.js", "own.js", "app.js"),
)

#: Code points: of a segment's texts, a title, a message or a flagged text, a rule's page. What is longer is cut.
TEXT, TITLE, SAID, PAGE = 20_000, 300, 1_000, 20_000

#: Findings of a document, the gravest first; the rest is counted.
FINDINGS = 1_000

#: Segments of a document.
SEGMENTS = 20_000

_SURROGATE = regex("[\ud800-\udfff]")

_FOLDER = Path(__file__).parent


def document_values(report: DocumentReport) -> dict[str, Any]:
    """What the page holds of a document, as JSON values; texts that are too long are cut, which it says.

    `segments` and `findings` may be left out of the result: the page then lists the document without its text.
    """
    document, metrics = report.document, report.metrics
    found = sorted(report.findings, key=lambda finding: (-finding.weight, finding.order()))[:FINDINGS]
    parts = part_names(document)
    kept = {_cut(name, TITLE): _cut(text, TITLE) for name, text in document.fields if text}
    return (
        {
            "id": _cut(document.id),
            "path": _cut(document.path),
            "name": visible(document_name(document)),  # without surrogates
            "title": _cut(document.title, TITLE),
            "language": _cut(document.language),
            "source_language": _cut(document.source_language),
            "date": document.date and document.date.isoformat(),
            "words": report.words,
            "score": None if report.verdict == "unchecked" else report.score,
            "verdict": report.verdict,
            "reason": _cut(report.reason, SAID),
            "readability": report.readability.level,
            "estimate": report.estimate and report.estimate.penalty_per_100,
            "metrics": metrics and {"BLEU": metrics.bleu, "chrF": metrics.chrf, "TER": metrics.ter},
            "counts": report.counts,
            "more": len(report.findings) - len(found),
            "unshown": max(0, len(parts) - SEGMENTS),
            "segments": [_segment(document, index, name) for index, name in enumerate(parts[:SEGMENTS])],
            "findings": [_finding(document, finding) for finding in sorted(found, key=lambda finding: finding.order())],
        }
        | ({"kept": kept} if kept else {})
    )


def _segment(document: Document, index: int, name: str) -> dict[str, Any]:
    """A segment; what is not there is left out."""
    segment = document.segments[index]
    texts = {"target": segment.target, "source": segment.source, "reference": segment.reference}
    values: dict[str, Any] = {"number": document.number(index), "name": name, "kind": segment.kind}
    values |= {key: _cut(text, TEXT) for key, text in texts.items() if text is not None}
    cut = max(len(text) for text in texts.values() if text is not None) - TEXT
    unit = segment.unit
    state = [] if unit is None else [unit.id, unit.state, "locked" if unit.locked else None]
    said = {"state": _cut(", ".join(filter(None, state)), TITLE), "cut": max(cut, 0)}
    return values | {key: value for key, value in said.items() if value}


def _finding(document: Document, finding: Finding) -> dict[str, Any]:
    values: dict[str, Any] = {
        "rule": finding.rule,
        "category": finding.category,
        "severity": finding.severity,
        "segment": document.number(finding.segment),
        "start": finding.start,
        "end": finding.end,
        "line": finding.line,
        "column": finding.column,
        "text": _cut(finding.text, SAID),
        "message": _cut(finding.message, SAID),
        "suggestions": [_cut(one, SAID) for one in finding.suggestions],
        "also": [rule for rule in finding.rules if rule != finding.rule],
    }
    return {key: value for key, value in values.items() if value not in (None, [])}


def rule_values(rule: Rule) -> dict[str, str]:
    """What the page holds of a rule: its page answers why."""
    return {
        "id": rule.id,
        "title": rule.title,
        "page": _cut(rule.page.strip(), PAGE) or "",
        "category": rule.category,
        "severity": rule.severity,
    }


def _cut(text: str | None, most: int | None = None) -> str | None:
    """The beginning of a text, or all of it; lone surrogates, two of which a browser would join, as U+FFFD."""
    if text is None:
        return None
    return _SURROGATE.sub("\ufffd", text[:most])


def json_block(value: object) -> str:
    """JSON that ends no script element and begins no comment."""
    return dumps(value).replace("<", "\\u003c")


@cache
def _text(name: str) -> str:
    return (_FOLDER / name).read_text(encoding="utf-8")


def style() -> str:
    """The style sheet."""
    return _text("style.css")


def script(more: Sequence[str] = ()) -> str:
    """All scripts as one.

    Args:
        more: texts of further scripts, which come before the one that starts the page.
    """
    *first, last = SCRIPTS
    return "\n".join([*map(_text, first), *more, _text(last)])


def policy(script: str, style: str, connect: str = "'none'") -> str:
    """The content security policy: this script and this style, nothing else.

    Args:
        connect: where the script may ask, such as `'self'`.
    """
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src {_hash(script)}",
            f"style-src {_hash(style)}",
            f"connect-src {connect}",
            "base-uri 'none'",
            "form-action 'none'",
            "require-trusted-types-for 'script'",
            "trusted-types 'none'",
        )
    )


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode('utf-8')).digest()).decode('ascii')}'"


def chunks(
    documents: Iterable[str],
    run: Mapping[str, object],
    *,
    title: str,
    outcome: str,
    scripts: Sequence[str] = (),
    connect: str = "'none'",
) -> Iterator[str]:
    """The page, in pieces.

    Args:
        documents: `json_block(document_values(…))` of each, in the order in which they are listed first.
        run: JSON values of the whole run: `key` (the verdicts are kept by it), `signature`, `rules` (`rule_values` of
            each), `categories` (the words for each), `notes` (lines for people), `documents` and `findings` (numbers,
            those left out included).
        title: of the window.
        outcome: what the run came to, one line; what stands before its first colon is the verdict.
        scripts, connect: see `script` and `policy`.
    """
    from jinja2 import Environment, FileSystemLoader, StrictUndefined  # costs start-up time
    from markupsafe import Markup

    joined, styled = script(scripts), style()
    template = Environment(
        loader=FileSystemLoader(_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        keep_trailing_newline=True,
    ).get_template("page.html")
    yield from template.generate(
        policy=policy(joined, styled, connect),
        title=title,
        outcome=outcome,
        style=Markup(styled),  # noqa: S704 - ours
        script=Markup(joined),  # noqa: S704 - ours
        documents=(Markup(document) for document in documents),  # noqa: S704 - no `<` in it
        run=Markup(json_block(run)),  # noqa: S704 - no `<` in it
    )
