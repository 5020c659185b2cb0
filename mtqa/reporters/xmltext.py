"""Any text inside XML: what XML does not allow becomes U+FFFD, what acts on a terminal or in a CI log is disarmed."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from mtqa.lazy import regex
from mtqa.reporters.visible import disarmed, visible

_UNSAFE = regex("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def content(text: str) -> str:
    """Text of an element."""
    return escape(_UNSAFE.sub("\ufffd", "\n".join(map(disarmed, text.split("\n")))))


def attribute(value: str) -> str:
    """The value of an attribute, on one line, its quotation marks around it."""
    return quoteattr(_UNSAFE.sub("\ufffd", visible(value)))
