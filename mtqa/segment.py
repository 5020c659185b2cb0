"""A paragraph or translation unit, what kind of text it is, and where it stands in the file."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import Literal, get_args

from mtqa.values import NamedTuple, dataclass

Kind = Literal["body", "headline", "list", "caption", "table", "verse", "links", "code"]
#: Kinds whose wording nobody wrote as a text: no rule judges them.
UNJUDGED: frozenset[Kind] = frozenset(("links", "code"))
Register = Literal["news", "informal"]
REGISTERS: tuple[Register, ...] = get_args(Register)


@lru_cache(maxsize=16)
def _breaks(text: str) -> list[int]:
    """Offsets of the newlines of a text, found once for all findings in it."""
    return [i for i, letter in enumerate(text) if letter == "\n"] if "\n" in text else []


class Inline(NamedTuple):
    """A tag or placeholder that a format keeps apart from the words.

    Attributes:
        start, end: its range in the text; the same where nothing is shown for it, as for formatting.
        kind: whether it opens something, closes it, or stands alone.
        key: what tells it from the others of its segment; the same in source and target.
        label: what people see of it, such as `<b>` or `{1}`.
    """

    start: int
    end: int
    kind: Literal["open", "close", "alone"]
    key: str
    label: str


class Unit(NamedTuple):
    """What a file of translation units says of one, beside its texts.

    Attributes:
        id: as the file has it; for gettext, which has none, the context and the beginning of the source.
        state: in the words of the format (`needs-review-translation`, `final`, `fuzzy`, `Translated`), or `None`.
        locked: whether nobody is to change it.
        note: to the translator, or `None`.
        plural: of a unit of many forms the source of the others: a form may leave out the number it stands for.
        formats: how the file says that its texts are written: `c-format`, `python-brace-format`, `no-c-format` …
    """

    id: str | None = None
    state: str | None = None
    locked: bool = False
    note: str | None = None
    plural: str | None = None
    formats: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """A paragraph or translation unit.

    Args:
        target: the translated text, exactly as received (decoded; newlines as `\\n`).
        source: the text it was translated from, if known.
        reference: a trusted translation of the source, if known.
        kind: what the format says it is: "headline" (a title element, a heading), an item of a "list", a "caption", a
            cell of a "table", "verse", "links" (titles of other pages), "code"; else "body".
        code: ranges of the target that are code, such as a command inside a sentence.
        line: 1-based line of the file where the target begins, or `None`.
        column: 1-based column (code points) of that place; `None` where the target is not verbatim in the
            file (markup was taken out), so that only the line of its element is known.
        element: the place inside the entry for formats that have one (`title`, `content`, a CSV column).
        source_code: the same as `code` of the source.
        tags, source_tags: tags and placeholders that the format keeps apart, in order, of the target and of the source.
        unit: what the file says of a translation unit beside its texts, or `None`.
    """

    target: str
    source: str | None = None
    reference: str | None = None
    kind: Kind = "body"
    code: tuple[tuple[int, int], ...] = ()
    line: int | None = None
    column: int | None = None
    element: str | None = None
    source_code: tuple[tuple[int, int], ...] = ()
    tags: tuple[Inline, ...] = ()
    source_tags: tuple[Inline, ...] = ()
    unit: Unit | None = None

    def position(self, offset: int) -> tuple[int | None, int | None]:
        """1-based line and column in the file of a code-point offset in the target."""
        if self.line is None or self.column is None:
            return self.line, None
        breaks = _breaks(self.target)
        before = bisect_left(breaks, offset)
        if not before:
            return self.line, self.column + offset
        return self.line + before, offset - breaks[before - 1]
