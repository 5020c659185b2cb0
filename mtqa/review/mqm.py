"""MQM ratings as WMT publishes them: a table (TSV) without quotes, one error of one rater a row.

    system  doc  docSegId  globalSegId  rater  source  target  category  severity

The span stands between `<v>` and `</v>` in the target, or in the source where something was left out. A segment in
which a rater found nothing has the category and severity `No-error`. Segments are counted from 1.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TextIO

from mtqa.finding import CATEGORIES, SEVERITIES
from mtqa.lazy import regex
from mtqa.verdicts import LONGEST, MOST_BYTES, MOST_ROWS, Verdict, VerdictError

if TYPE_CHECKING:
    from mtqa.review.store import Brought, Review

COLUMNS = ("system", "doc", "docSegId", "globalSegId", "rater", "source", "target", "category", "severity")
#: Names of columns in older years.
_OLDER = {"doc_id": "docSegId", "seg_id": "globalSegId"}
_NEEDED = ("doc", "docSegId", "rater", "target", "category", "severity")

NO_ERROR = "No-error"

#: Ours -> theirs, where it is not the same in other letters.
_THEIRS: Mapping[str, str] = MappingProxyType(
    {
        "accuracy/untranslated": "Accuracy/Source language fragment",
        "style/awkward": "Style/Unnatural or awkward",
        "terminology/wrong-term": "Terminology/Inappropriate for context",
        "terminology/inconsistent": "Terminology/Inconsistent use",
    }
)
#: Theirs -> ours beside these, in small letters.
_OURS: Mapping[str, str] = MappingProxyType(
    {
        "accuracy/untranslated text": "accuracy/untranslated",
        "fluency/display": "fluency/typography",
        "fluency/inconsistent": "fluency/inconsistency",
        "locale convention/currency format": "locale-convention/number-format",
        "locale convention/time format": "locale-convention/date-format",
        "non-translation": "fluency/unintelligible",
        "non-translation!": "fluency/unintelligible",
        "style/awkward": "style/awkward",
    }
)

_BREAK = regex("[\t\n\v\f\r\x1c-\x1e\x85\u2028\u2029]")
_MARK = regex("<(?=/?v>)")


def their_category(category: str) -> str:
    """An MQM category as WMT writes it: `Locale convention/Name format`."""
    words = "/".join(part.replace("-", " ").capitalize() for part in category.split("/"))
    return _THEIRS.get(category, words)


_BY_NAME = {their_category(one).lower(): one for one in CATEGORIES} | dict(_OURS)


def _plain(text: str) -> str:
    """A text of the same length that fits into a cell, and in which nothing looks like a mark of a span."""
    return _MARK.sub("‹", _BREAK.sub(" ", text))


def write(review: Review, stream: TextIO) -> None:
    """Write what counts now: findings that were accepted, and own marks.

    A segment without either has a row for each editor who judged all findings of its document.
    """
    errors: dict[tuple[str, str | None, int], list[Verdict]] = defaultdict(list)
    judged: dict[tuple[str, str | None], set[tuple[Any, ...]]] = defaultdict(set)
    for one in review.all_verdicts():
        judged[one.document, one.path].add((one.by, *one.place[2:]))
        if one.verdict != "dismiss":
            errors[one.document, one.path, one.segment].append(one)
    wanted: dict[tuple[str, str | None], set[tuple[Any, ...]]] = defaultdict(set)
    for row in review.all_findings():
        wanted[row.name, row.path or None].add((row.segment, row.start, row.end, row.rule))
    stream.write("\t".join(COLUMNS) + "\n")
    for number, row in enumerate(review.texts(), 1):
        key = (row.name, row.path or None)
        head = [row.path or "text", row.name, str(row.number + 1), str(number)]
        source = _plain(row.source or "")
        raters = set()
        for one in errors.get((*key, row.number), ()):
            if one.end > len(row.target):  # of an earlier text
                continue
            raters.add(one.by)
            spanned = "<v>".join((_plain(row.target[: one.start]), _plain(row.target[one.start : one.end])))
            spanned += "</v>" + _plain(row.target[one.end :])
            cells = (*head, one.by, source, spanned, their_category(one.category), one.severity.capitalize())
            stream.write("\t".join(map(_plain_cell, cells)) + "\n")
        for rater in sorted({by for by, *_ in judged[key]} - raters):
            if all((rater, *place) in judged[key] for place in wanted[key]):
                cells = (*head, rater, source, _plain(row.target), NO_ERROR, NO_ERROR)
                stream.write("\t".join(map(_plain_cell, cells)) + "\n")


def _plain_cell(text: str) -> str:
    return _BREAK.sub(" ", text)


def bring(review: Review, editor: str, content: bytes, name: str) -> Brought:
    """Take ratings in. A span that a finding has accepts that finding; any other is an own mark.

    Raises:
        VerdictError: what is no such table.
    """
    texts: dict[tuple[str, int], list[Any]] = defaultdict(list)
    for row in review.texts():
        texts[row.name, row.number].append(row)
    found: dict[tuple[int, int, int, int], list[Any]] = defaultdict(list)
    for row in review.all_findings():
        found[row.document_id, row.segment, row.start, row.end].append(row)
    made, strange = [], 0
    for cells in _rows(content, name):
        verdict = _verdict(cells, texts, found)
        if verdict is None:
            strange += 1
        else:
            made.append(verdict)
    brought = review.bring(editor, made, "mqm")
    return brought._replace(strange=brought.strange + strange)


def _rows(content: bytes, name: str) -> Iterator[dict[str, str]]:
    """The rows that name an error."""
    if len(content) > MOST_BYTES:
        raise VerdictError(f"{name}: is larger than {MOST_BYTES // 2**20} MiB; split it")
    try:
        lines = content.decode("utf-8-sig").split("\n")
    except UnicodeDecodeError as error:
        number = content[: error.start].count(b"\n") + 1
        raise VerdictError(f"{name}:{number}: is not UTF-8 text") from None
    if len(lines) > MOST_ROWS:
        raise VerdictError(f"{name}: more than {MOST_ROWS:,} rows; split the file")
    header = [_OLDER.get(cell, cell) for cell in lines[0].rstrip("\r").split("\t")]
    for column in _NEEDED:
        if column not in header:
            raise VerdictError(f"{name}:1: is no table of MQM ratings: it has no column {column!r}")
    for number, line in enumerate(lines[1:], 2):
        cells = line.rstrip("\r").split("\t")
        if cells == [""]:
            continue
        if len(cells) != len(header):
            raise VerdictError(f"{name}:{number}: has {len(cells)} cells, the header {len(header)}")
        row = dict(zip(header, cells, strict=True))
        if not (row["docSegId"].isascii() and row["docSegId"].isdecimal() and 0 < len(row["docSegId"]) < 10):
            raise VerdictError(f"{name}:{number}: column 'docSegId': must be a whole number")
        if row["category"].lower() != NO_ERROR.lower():
            yield row


def _verdict(cells: dict[str, str], texts: Mapping[Any, list[Any]], found: Mapping[Any, list[Any]]) -> Verdict | None:
    """What a row says; `None` where it is of another text, or of a category or severity that we have not."""
    category, severity = _BY_NAME.get(cells["category"].lower()), cells["severity"].lower()
    if category is None or severity not in SEVERITIES:
        return None
    before, opened, rest = cells["target"].partition("<v>")
    marked, _, after = rest.partition("</v>")
    target = before + marked + after
    rows = texts.get((cells["doc"], int(cells["docSegId"]) - 1), ())
    here = [row for row in rows if _plain(row.target) == target]
    row = next((row for row in here if row.path == cells.get("system")), here[0] if len(here) == 1 else None)
    if row is None:
        return None
    if opened:
        start, end = len(before), len(before) + len(marked)
    else:  # something left out, or the whole of the segment
        start, end = 0, 0 if "<v>" in cells.get("source", "") else len(target)
    same = found.get((row.id, row.number, start, end), ())
    finding = next((one for one in same if one.category == category), same[0] if same else None)
    return Verdict(
        document=row.name,
        path=row.path or None,
        segment=row.number,
        start=start,
        end=end,
        rule=finding.rule if finding is not None else "",
        category=category,
        severity=severity,
        text=row.target[start:end][: LONGEST["text"]],
        verdict="accept" if finding is not None else "missed",
        by=cells["rater"],
    )
