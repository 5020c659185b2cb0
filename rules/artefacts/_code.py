"""Whether a text shows code on purpose: then placeholders, tokens and such capitals are what it is about."""

from __future__ import annotations

import re
from functools import cache

from mtqa.analysis.text import Analysis, Paragraph
from mtqa.document import Document
from mtqa.lazy import regex
from mtqa_rules.artefacts._wording import load

#: A tag by itself is no talk of tags: <code>, <html>.
_TAG = regex(r"<\s?/?\s?[a-z]{1,12}\s?/?\s?>")
#: So many places that prose has not, and at least one to so many words, make a text one about software.
_LEAST, _WORDS_TO_ONE = 3, 150


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    _, pieces = load("artefact_marks.toml")
    return re.compile(rf"\b{pieces['ABOUT_CODE']}\b", re.IGNORECASE), re.compile(pieces["CODE"], re.MULTILINE)


def _technical(analysis: Analysis) -> bool:
    found = sum(len(_patterns()[1].findall(paragraph.text)) for paragraph in analysis.paragraphs)
    return found >= _LEAST and found * _WORDS_TO_ONE >= analysis.words


def is_technical(document: Document) -> bool:
    """Whether the whole document is about software."""
    return document.analysis.view(_technical)


def speaks_of_code(document: Document, paragraph: Paragraph) -> bool:
    """Whether the paragraph names tags, templates, variables and the like, or the whole document is about software."""
    return bool(_patterns()[0].search(_TAG.sub(" ", paragraph.text))) or is_technical(document)
