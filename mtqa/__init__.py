"""mtqa, a linter for machine translation.

>>> import mtqa
>>> report = mtqa.check("U.S. Secretary of State Condoleezza Tillerson visited Japan.")
>>> report.findings[0].rule
'names/chimera'
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mtqa._version import __version__

if TYPE_CHECKING:
    from pathlib import Path

    from mtqa.config import Config
    from mtqa.document import Document, Problem, Segment
    from mtqa.finding import Finding, Match
    from mtqa.frames import frame
    from mtqa.report import DocumentReport
    from mtqa.rule import Example, Rule
    from mtqa.tables.reading import read_documents, read_findings, read_rules

__all__ = [
    "Config",
    "Document",
    "DocumentReport",
    "Example",
    "Finding",
    "Match",
    "Problem",
    "Rule",
    "Segment",
    "__version__",
    "check",
    "check_documents",
    "check_file",
    "frame",
    "read_documents",
    "read_findings",
    "read_rules",
]


def check(text: str, *, config: Config | None = None) -> DocumentReport:
    """Check one text: paragraphs parted by line breaks, as in a plain-text file."""
    from mtqa.document import Document
    from mtqa.engine import Engine

    return Engine(config).check(Document.from_text(text))


def check_file(path: str | Path, *, config: Config | None = None) -> Iterator[DocumentReport | Problem]:
    """Check every document of a file, in order; what could not be read comes as a Problem."""
    from mtqa.config import Config
    from mtqa.readers import ReadOptions, read_paths

    config = config or Config()
    options = ReadOptions(
        language=config.language or "en",
        wanted=config.language,
        source_language=config.source_language,
        paths=config.paths,
        inline_marks=config.inline_marks,
    )
    return check_documents(read_paths([str(path)], options), config=config)


def check_documents(
    documents: Iterable[Document | Problem], *, config: Config | None = None, jobs: int = 1
) -> Iterator[DocumentReport | Problem]:
    """Check documents as they come."""
    from mtqa.engine import Engine

    return Engine(config).run(documents, jobs)


#: What is imported when it is asked for, and from where: `import mtqa` stays quick.
_PLACES = {
    **dict.fromkeys(("Document", "Problem", "Segment"), "mtqa.document"),
    **dict.fromkeys(("Finding", "Match"), "mtqa.finding"),
    **dict.fromkeys(("Example", "Rule"), "mtqa.rule"),
    "Config": "mtqa.config",
    "frame": "mtqa.frames",
    **dict.fromkeys(("read_documents", "read_findings", "read_rules"), "mtqa.tables.reading"),
    "DocumentReport": "mtqa.report",
}


def __getattr__(name: str) -> Any:
    """The names of `_PLACES` on demand."""
    if name not in _PLACES:
        raise AttributeError(f"module 'mtqa' has no attribute {name!r}")
    found = globals()[name] = getattr(import_module(_PLACES[name]), name)
    return found
