"""Where a document or a finding is, in words a reader of the report can follow."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from contextlib import suppress
from pathlib import PurePath
from typing import TYPE_CHECKING

from mtqa.finding import CATEGORIES
from mtqa.reporters.visible import clip, visible

if TYPE_CHECKING:
    from mtqa.document import Document
    from mtqa.finding import Finding


def file_name(document: Document) -> str:
    """The file as the user named it; the document's id where it came from no file."""
    if document.path == "-":
        return "<stdin>"
    return document.path or document.id


def document_name(document: Document) -> str:
    """File and entry: `feed.xml entry 3`."""
    entry = "" if document.entry is None else f" entry {document.entry}"
    return file_name(document) + entry


def document_title(document: Document) -> str:
    """File, entry and title, made visible; the id where there is no title to tell one document from the next."""
    name = document_name(document)
    title = document.title or (document.id if document.id != document.path else None)
    return visible(name) + (f": {clip(title, 100)}" if title and title != name else "")


def part_names(document: Document) -> list[str]:
    """What each segment is called: `title`, `content, paragraph 2`, `headline`, `unit 7, final, locked`."""
    kinds = [segment.element or segment.kind for segment in document.segments]
    totals, seen = Counter(kinds), Counter[str]()
    names = []
    for segment, kind in zip(document.segments, kinds, strict=True):
        seen[kind] += 1
        if segment.element is None:
            names.append(f"paragraph {seen[kind]}" if kind == "body" else kind)
        else:
            names.append(f"{kind}, paragraph {seen[kind]}" if totals[kind] > 1 else kind)
            if segment.unit is not None:
                names[-1] = ", ".join(
                    filter(None, (names[-1], segment.unit.state, "locked" if segment.unit.locked else ""))
                )
    return names


def finding_place(document: Document, finding: Finding, part: str) -> str:
    """`story.txt:12:5`; where the file has no such place, or has units, `feed.xml:40 entry 3 (title)`.

    Args:
        part: the name of the finding's segment, out of `part_names`.
    """
    place = file_name(document)
    if finding.line is not None:
        place += f":{finding.line}"
        if finding.column is not None:
            place += f":{finding.column}"
    if document.entry is not None:
        place += f" entry {document.entry}"
    named = finding.column is not None and document.segments[finding.segment].unit is None
    return place if named else f"{place} ({part})"


def rule_ids(finding: Finding) -> str:
    """The rule, and the others that named the same defect."""
    return ", ".join(finding.rules or (finding.rule,))


def category_name(category: str) -> str:
    """The words a report shows for an MQM category."""
    return CATEGORIES.get(category, category)


def relative(path: str) -> str:
    """A path with slashes, seen from the working directory where it lies below it."""
    if os.path.isabs(path):
        with suppress(ValueError):
            return PurePath(path).relative_to(os.getcwd()).as_posix()
    return PurePath(path).as_posix()


def fingerprint(document: Document, finding: Finding, number: int) -> str:
    """The same for the same defect in later runs, wherever the text around it moves.

    Args:
        number: 1 for the first such finding of the document (same rule, same text), 2 for the second …
    """
    facts = "\0".join((finding.rule, finding.text, document.id)).encode("utf-8", "surrogatepass")
    return f"{hashlib.sha256(facts).hexdigest()[:32]}:{number}"
