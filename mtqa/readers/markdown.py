"""Markdown: its blocks, as the page made of it shows them. Runs on markdown-it-py, the extra `mtqa[markdown]`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from mtqa.document import Document, Problem, Segment
from mtqa.extras import Extra
from mtqa.lazy import regex
from mtqa.marks import Mark
from mtqa.readers.base import ReadError, ReadOptions
from mtqa.readers.html import fragment, segment
from mtqa.readers.input import Input
from mtqa.readers.marked import Marked, Ranges

EXTRA = Extra("mtqa[markdown]", (("markdown_it", "markdown-it-py"),))

#: Values before the text, and the title among them.
_FRONT = regex(r"(---|\+\+\+)[ \t]*\n(?:(?!\1).*\n){0,500}\1[ \t]*(?:\n|$)")
_TITLE = regex(r"^title[ \t]*[:=][ \t]*(['\"]?)(.{1,500}?)\1[ \t]*$", re.MULTILINE)


def read_markdown(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """The one document of a Markdown file."""
    if EXTRA.missing is not None:
        raise ReadError(f"Markdown {EXTRA.missing}; or give it as HTML, or as it stands with --input-format text")
    text = file.text().removeprefix("\ufeff")
    title, body = _front_matter(text)
    marked = Marked(body) if options.inline_marks else None
    segments = [*title, *_segments(body if marked is None else marked.markup)]
    marks: list[Mark] = []
    if marked is not None:
        segments, marks = marked.settled(segments, lambda one: (one.target, one.code), _written)
    heading = next((one.target for one in segments if one.kind == "headline"), None)
    yield Document(
        file.path,
        tuple(segments),
        path=file.path,
        title=" ".join(heading.split()) if heading else None,
        language=options.language,
        source_language=options.source_language,
        marks=tuple(marks),
    )


def _written(one: Segment, text: str, code: Ranges) -> Segment:
    """A segment with a text from which marks may have been taken: then its column is that of the mark."""
    return one if text == one.target else replace(one, target=text, code=code, column=None)


def _front_matter(text: str) -> tuple[list[Segment], str]:
    """The title among the values before a text, and the text with empty lines for these values."""
    found = _FRONT.match(text)
    if found is None:
        return [], text
    body = "\n" * found[0].count("\n") + text[found.end() :]
    title = _TITLE.search(found[0])
    if title is None:
        return [], body
    line = found[0].count("\n", 0, title.start(2)) + 1
    column = title.start(2) - found[0].rfind("\n", 0, title.start(2))
    return [Segment(title[2], kind="headline", line=line, column=column, element="title")], body


def _segments(text: str) -> Iterator[Segment]:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark", {"maxNesting": 50}).enable(["table", "strikethrough"])
    lines = text.split("\n")
    around: list[str] = []
    for token in reader.parse(text):
        line = token.map[0] + 1 if token.map else None
        if token.nesting > 0:
            around.append(token.tag)
        elif token.nesting < 0:
            around.pop()
        elif token.type in ("fence", "code_block"):
            yield Segment(token.content.rstrip("\n"), kind="code", line=line, element="code")
        elif token.type == "html_block":
            for block in fragment(token.content):
                yield segment(block, line, block.tag)
        elif token.type == "inline" and token.children is not None:
            inner = reader.renderer.render(token.children, reader.options, {})
            tags = [tag for tag in around if tag]
            markup = "".join(f"<{tag}>" for tag in tags) + inner + "".join(f"</{tag}>" for tag in reversed(tags))
            for block in fragment(markup):
                yield _placed(segment(block, line, tags[-1] if tags else "p"), lines)


def _placed(made: Segment, lines: list[str]) -> Segment:
    """The segment with its column, where it stands in its line letter for letter."""
    if made.line is None or "\n" in made.target:
        return made
    column = lines[made.line - 1].find(made.target)
    if column < 0:
        return made
    return Segment(made.target, kind=made.kind, code=made.code, line=made.line, column=column + 1, element=made.element)
