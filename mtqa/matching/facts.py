"""What a document must have for a rule to find anything in it, by name: asked once a document, before rules run."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from mtqa.knowledge.translit import is_han
from mtqa.lazy import regex

if TYPE_CHECKING:
    from mtqa.document import Document

__all__ = ["FACTS", "chinese"]


#: Behind a letter that a rule of casing takes for a small one.
_HUMP = regex("[a-z][A-Z]")


def chinese(document: Document) -> bool:
    """Whether the source is Chinese: as the document says, or by its characters."""
    language = document.source_language
    if language:
        return language.partition("-")[0].lower() in ("zh", "cmn", "yue")
    return any(sum(map(is_han, source[:80])) >= 4 for source in document.analysis.sources[:5])


def _digit(document: Document) -> bool:
    return any(map(str.isdigit, document.analysis.chars))


def _beyond_ascii(document: Document) -> bool:
    return not document.analysis.text.isascii()


def _hump(document: Document) -> bool:
    return _HUMP.search(document.analysis.text) is not None


def _wordless(document: Document) -> bool:
    return any(not any(map(str.isalnum, segment.target)) for segment in document.segments)


def _unclosed(document: Document) -> bool:
    return any(one.sentences and not one.sentences[-1].closed for one in document.analysis.paragraphs)


#: By name; none that costs more than what its rules would do first themselves.
FACTS: Mapping[str, Callable[[Document], bool]] = MappingProxyType(
    {
        "digit": _digit,  # in a target
        "non-ascii": _beyond_ascii,  # a character in a target
        "hump": _hump,  # a capital inside a word
        "wordless": _wordless,  # a segment without letters and figures
        "segments": lambda document: len(document.segments) > 1,  # more than one
        "sentences": lambda document: len(document.analysis.sentences) > 1,
        "unclosed": _unclosed,  # a paragraph that ends without a final mark
        "informal": lambda document: document.analysis.register.informal,
        "passages": lambda document: bool(document.analysis.passages),  # in another language
        "headline": lambda document: any(one.kind == "headline" for one in document.analysis.paragraphs),
        "quotes": lambda document: bool(document.analysis.quotes.pairs),  # marks or brackets that pair
        "names": lambda document: bool(document.analysis.names),
        "states": lambda document: bool(document.analysis.mentions),  # or bodies, named
        "chinese": chinese,  # source
    }
)
