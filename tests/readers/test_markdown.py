"""Markdown, where markdown-it-py is installed."""

from __future__ import annotations

from typing import Any

import pytest

from mtqa.readers import markdown

pytest.importorskip("markdown_it")

TEXT = """---
title: "Bridge opens"
tags: [a, b]
---

# The bridge

The mayor **said** that the `route map` is
[here](https://example.org/a_b).

- One item
- [The other story of the day](https://example.org/x)
  - an inner one

> Nobody came.

| Town | Year |
|------|------|
| Ulm  | 1890 |

```python
print("the the")
```

<div>Raw &amp; well</div>

![photo](a.png)
"""


def test_blocks(read: Any) -> None:
    (document,), problems = read("a.md", TEXT)
    assert not problems
    assert document.title == "Bridge opens"
    assert [(s.target, s.kind, s.line, s.column) for s in document.segments] == [
        ("Bridge opens", "headline", 2, 9),
        ("The bridge", "headline", 6, 3),
        ("The mayor said that the route map is here.", "body", 8, None),
        ("One item", "list", 11, 3),
        ("The other story of the day", "links", 12, 4),
        ("an inner one", "list", 13, 5),
        ("Nobody came.", "body", 15, 3),
        ("Town", "table", 17, 3),
        ("Year", "table", 17, 10),
        ("Ulm", "table", 19, 3),
        ("1890", "table", 19, 10),
        ('print("the the")', "code", 21, None),
        ("Raw & well", "body", 25, None),
    ]
    assert document.segments[2].code == ((24, 33),)


def test_told_by_name_alone(read: Any) -> None:
    (document,), _ = read("A.MD", "The mayor said no.\n")
    assert document.segments[0].target == "The mayor said no."
    (document,), _ = read("a.md", '<p align="center">News</p>\n\nThe mayor.\n')
    assert [segment.target for segment in document.segments] == ["News", "The mayor."]


def test_without_the_package(read: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mtqa.extras._installed", lambda _: False)
    documents, (error,) = read("a.md", TEXT)
    assert not documents
    assert error == (
        f"a.md: Markdown {markdown.EXTRA.missing}; or give it as HTML, or as it stands with --input-format text"
    )


def test_deep_nesting_is_read_as_far_as_it_goes(read: Any) -> None:
    documents, problems = read("a.md", "> " * 3000 + "deep\n\nThe mayor.\n")
    assert not problems
    assert documents[0].segments[-1].target == "The mayor."
