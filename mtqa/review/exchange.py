"""What a review takes in and gives away, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, TextIO

from mtqa.review import labelstudio, mqm
from mtqa.review.store import Brought, Review
from mtqa.values import NamedTuple
from mtqa.verdicts import parse_verdicts, write_verdicts

if TYPE_CHECKING:
    from pathlib import Path


class Export(NamedTuple):
    """A file that is given away.

    Attributes:
        write: writes it.
        media: its type.
    """

    write: Callable[[Review, TextIO], None]
    media: str


def _write_csv(review: Review, stream: TextIO) -> None:
    write_verdicts(stream, review.all_verdicts())


def _bring_csv(review: Review, editor: str, content: bytes, name: str) -> Brought:
    return review.bring(editor, parse_verdicts(content, name), "csv")


#: Name of the file -> what it is.
EXPORTS: Mapping[str, Export] = MappingProxyType(
    {
        "verdicts.csv": Export(_write_csv, "text/csv"),
        "mqm.tsv": Export(mqm.write, "text/tab-separated-values"),
        "label-studio.json": Export(labelstudio.write, "application/json"),
    }
)

#: Format -> what takes it in: (review, name of who brings it, bytes, name of the file). Raises VerdictError.
IMPORTS: Mapping[str, Callable[[Review, str, bytes, str], Brought]] = MappingProxyType(
    {"csv": _bring_csv, "mqm": mqm.bring, "label-studio": labelstudio.bring}
)

#: Ending of a name -> format of the file.
ENDINGS: Mapping[str, str] = MappingProxyType({".csv": "csv", ".tsv": "mqm", ".json": "label-studio"})


def format_of(path: Path) -> str | None:
    """The format of a file by the ending of its name; `None` for any other."""
    return ENDINGS.get(path.suffix.lower())
