"""Segments that are their source, letter for letter."""

from mtqa.analysis.language import foreign_share, function_share
from mtqa.document import Document
from mtqa.knowledge.languages import kin, primary

#: Characters of Chinese, Japanese or Korean, or words in lower case, that are more than a name.
_HAN, _FEWEST = 3, 4


def copies(document: Document) -> list[int]:
    """Indexes of the segments that were handed back: target and source the same, and not in the language of the target.

    In English it must be no English, name or figure; elsewhere the source must be known to be in another language, and
    four words in it must be in lower case, for nobody translates names.
    """
    if not document.has_source:  # cheap
        return []
    expected = document.analysis.expected
    if expected != "en":
        written = document.source_analysis.language
        if written is None or kin(written, expected):
            return []
    found = []
    for paragraph, segment in zip(document.analysis.paragraphs, document.segments, strict=True):
        source, target = segment.source, segment.target
        if not source or not target or source.split() != target.split():
            continue
        words = [token.lower for token in paragraph.tokens if token.is_word and token.text.islower()]
        han = sum("\u3040" <= char <= "\ud7af" for char in target[:200])
        if expected != "en":
            if han < _HAN and len(words) < _FEWEST:
                continue
        elif han < _HAN and (len(words) < 3 or function_share(words) > 0.4 or foreign_share(words) < 0.3):
            continue
        found.append(paragraph.index)
    return [] if found and document.source_analysis.language == primary(document.language) else found
