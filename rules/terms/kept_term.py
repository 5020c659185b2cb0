"""A term that must stay as it is was translated or changed.

Why it happens: engines translate names of products, programs and firms that are words (`Windows`, `Outlook`), respell
them in their own script, or leave them out.

How it is found: where the source of a segment has a term of the glossary of status `keep`, its target must have the
same, with the same capitals (unless the row says `case` no); an ending of the language may hang on it (`Outlooks`).

Languages: all, since the term is the same in each.

What it leaves alone: terms that the source writes otherwise (`windows` of a house), segments without text.

Not met in the measured texts: they come without a glossary; it finds what the user's names.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.glossary import Term
from mtqa.rule import Example, Rule
from mtqa_rules.terms._glossary import in_source, in_target, missing, wanted

rule = Rule(category="accuracy/mistranslation", severity="major", needs=("source", "terms"), languages=(), since="0.3")

_TABLE = """source,status,case,language
Windows,keep,,
Outlook,keep,,
Debian Handbook,keep,no,
"""

BAD = [
    Example("[[Fenster 11 ist da.]]", "Windows 11 is here.", language="de", terms=_TABLE),
    Example("[[Откройте Аутлук.]]", "Open Outlook.", language="ru", terms=_TABLE),
    Example("[[The prospect starts.]]", "Outlook startet.", terms=_TABLE),
    Example("[[Lesen Sie das Handbuch von Debian.]]", "Read the Debian Handbook.", language="de", terms=_TABLE),
    Example("[[Das Handbuch hilft.]]", "The Debian handbook helps.", language="de", terms=_TABLE),
    Example("[[请打开窗口。]]", "Open Windows.", language="zh", terms=_TABLE),
]

GOOD = [
    Example(
        "Windows 11 ist da, und Outlooks Fenster ist offen.",
        "Windows 11 is here, with Outlook.",
        language="de",
        terms=_TABLE,
    ),
    Example("Die Fenster sind offen.", "The windows are open.", language="de", terms=_TABLE),
    Example("Lies das debian handbook.", "Read the Debian Handbook.", language="de", terms=_TABLE),
    Example("请打开Windows系统。", "Open Windows.", language="zh", terms=_TABLE),
    Example("Es ist da.", "It is here.", language="de", terms=_TABLE),
    Example("Fenster 11 ist da.", "Windows 11 is here.", language="de"),
    Example("Es wartet.\n\nEs ist spät.", "It waits.\n\n", language="de", terms=_TABLE),
    Example("Es wartet.\n\n", "It waits.\n\nWindows 11", language="de", terms=_TABLE),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the target of the segment, once for all its terms."""
    sources = in_source(wanted(document, "keep"), document)
    for number, segment in enumerate(document.segments):
        if not segment.target.strip():
            continue
        source = segment.source or ""
        lost: dict[tuple[str, ...], tuple[Term, str]] = {}
        for term, place in sources.find(source):
            if not in_target((term,), document.analysis.expected, loose=True).find(segment.target):
                lost.setdefault(term.targets, (term, source[place.start : place.end]))
        if lost:
            yield missing(number, segment.target, list(lost.values()), "“{}” is to stay as it is")
