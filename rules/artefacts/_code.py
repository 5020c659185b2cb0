"""Whether a text shows code on purpose: then placeholders, tokens and such capitals are what it is about."""

from __future__ import annotations

import re

from mtqa.analysis.text import Analysis, Paragraph
from mtqa.document import Document

_ABOUT = re.compile(
    r"\b(?:tags?|tokens?|tokeni[sz]\w{0,6}|training (?:files?|data|sets?)|tutorials?|html|xml|xliff|json|yaml"
    r"|elements?|attributes?|mark-?up|templates?|placeholders?"
    r"|syntax|python|"
    r"javascript|php|code|coding|coders?|programmers?|programming|variables?|environment|regex|strings?|parameters?|"
    r"arguments?|functions?|commands?|macros?|configuration|e-?mails? that (?:began|read)|prompts?|printf|formatting|"
    r"options?|flags?|constants?|identifiers?|fields?|"
    r"shell|terminal|folders?|director(?:y|ies)|api|replac(?:e|ing)(?="
    r" (?-i:[A-Z]{2}|[$<{])))\b",
    re.IGNORECASE,
)
#: A tag by itself is no talk of tags: <code>, <html>.
_TAG = re.compile(r"<\s?/?\s?[a-z]{1,12}\s?/?\s?>")
#: What prose has not, and texts about software are full of.
_CODE = re.compile(
    r"`[^`\n]{1,80}`|\w\(\)|(?<!\w)--[a-z][\w-]{2,}|\b[a-z]{1,20}_[a-z]{1,20}\b|\b[a-z]{2,20}[A-Z][a-z]{2,20}\b"
    r"|\b\w{2,30}\.(?:py|js|ts|c|h|cpp|rs|go|sh|md|json|ya?ml|toml|cfg|ini|conf|xml|html|css|so|exe)\b"
    r"|(?<!\w)/(?:usr|etc|var|bin|opt|home|tmp)/|\b\w{1,30} ?(?:==|!=|:=|=>|->|&&|\+=) ?\w|[;{]$|\$ [a-z]{2,12} -"
    r"|^\s{0,8}(?:import|def|class|return|#include|sudo|pip|npm|git|docker|export) ",
    re.MULTILINE,
)
#: So many such places, and at least one to so many words, make a text one about software.
_LEAST, _WORDS_TO_ONE = 3, 150


def _technical(analysis: Analysis) -> bool:
    found = sum(len(_CODE.findall(paragraph.text)) for paragraph in analysis.paragraphs)
    return found >= _LEAST and found * _WORDS_TO_ONE >= analysis.words


def is_technical(document: Document) -> bool:
    """Whether the whole document is about software."""
    return document.analysis.view(_technical)


def speaks_of_code(document: Document, paragraph: Paragraph) -> bool:
    """Whether the paragraph names tags, templates, variables and the like, or the whole document is about software."""
    return bool(_ABOUT.search(_TAG.sub(" ", paragraph.text))) or document.analysis.view(_technical)
