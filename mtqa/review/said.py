"""What an editor says of a place, and whether it can be said."""

from __future__ import annotations

import datetime
from typing import Any

from mtqa.finding import CATEGORIES, SEVERITIES, unknown
from mtqa.reporters.cells import one_line
from mtqa.values import dataclass
from mtqa.verdicts import DECISIONS, LONGEST, MOST_NUMBER


class RequestError(ValueError):
    """A request that cannot be met; the message is for whoever made it.

    Args:
        status: of the answer, as HTTP has it.
    """

    def __init__(self, message: str, status: int = 422) -> None:
        super().__init__(message)
        self.status = status


@dataclass(frozen=True, slots=True)
class Said:
    """What an editor says of a place.

    Args:
        document, path: id of the document, as a verdict file gives it back, and its file; the file may be empty.
        segment, start, end, rule: the place, as in `mtqa.verdicts.Verdict`.
        verdict: accept, dismiss, missed, or "" to take it back.
        category, severity: of an own mark; of a finding they are known.
        comment, expires: as in `Verdict`; the latter as text.
    """

    document: str
    path: str
    segment: int
    start: int
    end: int
    rule: str
    verdict: str
    category: str = ""
    severity: str = ""
    comment: str = ""
    expires: str = ""


def storable(text: str) -> str:
    """The text, of the same length, without what databases refuse."""
    return "".join("\ufffd" if char == "\0" or "\ud800" <= char <= "\udfff" else char for char in text)


def as_written(name: str) -> str:
    """An id or a path as it comes back out of a verdict file."""
    return one_line(name[: LONGEST["document"]]).strip()


def clean_name(name: str) -> str:
    """A name of an editor as it is kept: one line without controls, cut to what fits; empty for none."""
    return one_line(name).replace("\t", " ").strip()[: LONGEST["by"]].strip()


def check_client(client: str) -> None:
    if not (8 <= len(client) <= 100 and client.isascii() and client.isprintable()):
        raise RequestError("the id of a request is 8 to 100 printable ASCII characters")


def check_said(said: Said) -> None:
    if said.verdict not in ("", *DECISIONS):
        raise RequestError(unknown("verdict", said.verdict[:40], DECISIONS))
    if not 0 <= said.segment <= MOST_NUMBER or not 0 <= said.start <= said.end <= MOST_NUMBER:
        raise RequestError("there is no such span")
    if (said.verdict == "missed" and said.rule) or (said.verdict in ("accept", "dismiss") and not said.rule):
        raise RequestError("a finding is accepted or dismissed; what was missed has no rule")
    if said.verdict == "missed":
        if said.category not in CATEGORIES:
            raise RequestError(unknown("MQM category", said.category[:40], CATEGORIES))
        if said.severity not in SEVERITIES:
            raise RequestError(unknown("severity", said.severity[:40], SEVERITIES))
    if len(said.comment) > LONGEST["comment"]:
        raise RequestError(f"the comment has {len(said.comment):,} characters; {LONGEST['comment']:,} at most")
    if said.expires:
        try:
            good = datetime.date.fromisoformat(said.expires).isoformat() == said.expires
        except ValueError:
            good = False
        if not good:
            raise RequestError("expires must be a day such as 2027-01-31")


def same_as(event: Any, said: Said) -> bool:
    """Whether an event is this saying."""
    comment = storable(said.comment)
    now = (said.segment, said.start, said.end, storable(said.rule), said.verdict, comment, said.expires)
    if now != (event.segment, event.start, event.end, event.rule, event.verdict, event.comment, event.expires):
        return False
    return said.verdict != "missed" or (said.category, said.severity) == (event.category, event.severity)
