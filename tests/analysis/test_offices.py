"""The office that the words beside a name give to a person."""

from __future__ import annotations

import pytest

from mtqa.analysis.offices import held_by
from mtqa.document import Document
from mtqa.knowledge.holders import shipped


def held(text: str) -> list[tuple[str, str | None]]:
    names = Document.from_text(text).analysis.names
    found = (held_by(shipped(), name) for name in names)
    return [(one.name.text, one.body) for one in found if one is not None]


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday the French President Emmanuel Macron spoke.",
        "Yesterday the president of France Emmanuel Macron spoke.",
        "Yesterday the president of France, Emmanuel Macron, spoke.",
        "Yesterday the French president, Emmanuel Macron, spoke.",
        "Yesterday Emmanuel Macron, the French president, spoke.",
        "Yesterday Emmanuel Macron, president of France, spoke.",
    ],
)
def test_every_shape_of_a_title_is_read(text: str) -> None:
    assert held(text) == [("Emmanuel Macron", "FR")]


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday the wife of the president of France, Brigitte Macron, spoke.",
        "He met the president of France, Angela Merkel and others.",
        "He met the French president, Angela Merkel, and others.",
        "He met Emmanuel Macron, the French president of the bank.",
        "He met Emmanuel Macron, former president of France, there.",
        "The press secretary of the president of Russia Dmitry Peskov spoke.",
    ],
)
def test_an_office_that_may_be_anothers_is_left_alone(text: str) -> None:
    assert held(text) == []
