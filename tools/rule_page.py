"""Write docs/what-a-rule-may-ask.md: everything a rule is given, out of the docstrings.

    python tools/rule_page.py

tests/test_rule_page.py fails while the page says something else than the docstrings.
"""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from types import ModuleType

from mtqa import knowledge
from mtqa.analysis import (
    clauses,
    lists,
    names,
    phrases,
    quotes,
    reading,
    sentences,
    speech,
    text,
    tokens,
    wordclasses,
)
from mtqa.document import Document, Settings
from mtqa.finding import CATEGORIES, Match
from mtqa.knowledge import lexicon
from mtqa.rule import Example, Rule
from mtqa.segment import Segment

PAGE = Path(__file__).parent.parent / "docs" / "what-a-rule-may-ask.md"

#: Heading -> what stands under it, in the order a rule comes to need it.
CHAPTERS: dict[str, tuple[type, ...]] = {
    "The document": (Document, Segment, Settings),
    "Its text, analysed": (text.Analysis, text.Paragraph, sentences.Sentence, tokens.Token),
    "Phrases and clauses of a sentence": (
        *(reading.Reading, phrases.Phrase, phrases.NounPhrase, phrases.VerbGroup, phrases.PrepositionalPhrase),
        *(clauses.Clause, lists.Coordination),
    ),
    "Names, quotation marks and brackets": (
        *(names.Name, speech.Speech, speech.Quotation),
        *(quotes.Pairing, quotes.Pair, quotes.Mark),
    ),
    "English words": (lexicon.Lexicon,),
    "What a rule is and what it says": (Rule, Match, Example),
}

#: Modules whose docstrings explain letters and tags.
LETTERS: tuple[ModuleType, ...] = (wordclasses,)

INTRODUCTION = """\
# What a rule may ask for

Made from the docstrings by `python tools/rule_page.py`; change those, not this page.

A rule is called with a `Document`. Everything below is computed when a rule first asks for it and shared by all. Places
are code points in the target of a segment, or indices of the tokens of a sentence; the docstring says which.
[CONTRIBUTING.md](../CONTRIBUTING.md) shows how to write a rule, [pattern-packs.md](pattern-packs.md) how to do without
code.
"""


def page() -> str:
    """The whole page."""
    parts = [INTRODUCTION]
    for heading, classes in CHAPTERS.items():
        parts.append(f"## {heading}\n")
        parts += map(_described, classes)
    parts.append("## Words by name\n")
    parts.append("\n".join(_word_lists()) + "\n")
    parts.append("## Letters and tags\n")
    parts.append("`reading.tag(i)` gives a Penn tag, `reading.tagged.signs` one letter a token.\n")
    parts.append("The letters of the lexicon, which patterns use too (`<tag:NS>`):\n")
    parts.append("\n".join(f"- `{letter}` {what}" for letter, what in lexicon.WORD_CLASSES.items()) + "\n")
    for module in LETTERS:
        parts.append(f"### `{module.__name__}`\n\n```text\n{inspect.getdoc(module)}\n```\n")
    parts.append("## Categories\n")
    parts.append("\n".join(f"- `{name}`: {words}" for name, words in CATEGORIES.items()) + "\n")
    return "\n".join(parts)


def _word_lists() -> Iterator[str]:
    for found in pkgutil.iter_modules(knowledge.__path__, f"{knowledge.__name__}."):
        module = importlib.import_module(found.name)
        public = [pair for pair in vars(module).items() if pair[0].isupper() and not pair[0].startswith("_")]
        names = ", ".join(f"`{name}`" for name, value in public if isinstance(value, frozenset | tuple))
        if names:
            yield f"- `{module.__name__}` ({(module.__doc__ or '').strip().partition(chr(10))[0].rstrip('.')}): {names}"


def _described(cls: type) -> str:
    lines = [f"### {cls.__name__}", "", f"`from {cls.__module__} import {cls.__name__}`", ""]
    lines += ["```text", *(inspect.getdoc(cls) or "").splitlines(), "```", "", *_members(cls)]
    return "\n".join(lines).rstrip() + "\n"


def _members(cls: type) -> Iterator[str]:
    ours = [base for base in cls.__mro__ if base.__module__.startswith("mtqa.")]
    for name, member in [pair for base in ours for pair in vars(base).items()]:
        if name.startswith("_"):
            continue
        if isinstance(member, property | cached_property):
            shown, doc = name, inspect.getdoc(member)
        elif isinstance(member, classmethod) or inspect.isfunction(member):
            function = member.__func__ if isinstance(member, classmethod) else member
            shown, doc = f"{name}({', '.join(_arguments(function))})", inspect.getdoc(function)
        else:
            continue
        if doc:
            yield f"- `{shown}`: {' '.join(doc.partition(chr(10) * 2)[0].split())}"


def _arguments(function: object) -> Iterator[str]:
    assert callable(function)
    starred = False
    for one in list(inspect.signature(function).parameters.values())[1:]:
        if one.kind is one.KEYWORD_ONLY and not starred:
            yield "*"
        starred = starred or one.kind is one.VAR_POSITIONAL or one.kind is one.KEYWORD_ONLY
        if one.kind is one.VAR_POSITIONAL:
            yield f"*{one.name}"
        else:
            yield one.name if one.default is one.empty else f"{one.name}={one.default!r}"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
