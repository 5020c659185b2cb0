"""A label of a menu or button has lost the mark of its accelerator key: `&File`, `_Open`.

Why it happens: an engine takes the sign for dirt, or for an “and”. The command can no longer be called by its key.

How it is found: the source is a short label with one such mark before a letter; the target has no letter or figure
behind such a mark.

What it leaves alone: names with an ampersand (`AT&T`, `R&D`), characters of East Asia, which have no such keys,
entities, identifiers (`file_name`), emphasis (`_so_`), texts of more than forty characters. It runs on every target
language: the marks are of none.

Not met in the measured texts: they are news; catalogues of messages were read instead (docs/rules/adequacy.md).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._size import whole

rule = Rule(category="design/markup", severity="minor", languages=(), needs=("source",), since="0.3")

BAD = [
    Example("[[File]]", source="&Datei"),
    Example("[[Open a file]]", source="Datei ö&ffnen"),
    Example("[[Datei und öffnen]]", source="&Open a file", language="de"),
    Example("[[Open]]", source="_Öffnen"),
    Example("[[Save as]]", source="Speichern _unter"),
]
GOOD = [
    Example("&File", source="&Datei"),
    Example("E&xit", source="&Beenden"),
    Example("文件(&F)", source="&File", language="zh"),
    Example("_Open", source="_Öffnen"),
    Example("AT and T", source="AT&T"),
    Example("Research", source="R&D"),
    Example("", source="&Datei"),
    Example("The hotel and the flight", source="宿泊&航空券"),
    Example("Café and bar", source="咖啡&Bar"),
    Example("A – B", source="A &ndash; B"),
    Example("file name", source="file_name"),
    Example("so it is", source="_so_ ist es"),
    Example("Tom and Jerry", source="Tom & Jerry"),
    Example("a && b, c", source="a &&b, &c"),
    Example(
        "He left the house and the garden of his father.", source="Er verließ Haus &Garten seines Vaters am Abend."
    ),
    "File",
]

_LONGEST = 40
_MARKS = (
    ("&", regex(r"(?<![A-Z&\u2e80-\uffff])&(?=[A-Za-z\u00c0-\u052f])(?!\w{1,12};)"), regex(r"&(?=\w)")),
    ("_", regex(r"(?<!\w)_(?=[A-Za-z\u00c0-\u052f])"), regex(r"_(?=[^\W_])")),
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the label."""
    for number, segment in enumerate(document.segments):
        source = segment.source or ""
        if len(source) > _LONGEST or not segment.target.strip():
            continue
        for sign, mark, kept in _MARKS:
            if source.count(sign) == 1 and (found := mark.search(source)) and not kept.search(segment.target):
                key = source[found.start() : found.end() + 1]
                message = f"The label has no accelerator key; the source has “{key}”."
                yield Match(number, *whole(segment.target), message)
