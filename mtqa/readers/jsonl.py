"""JSONL, one document a line; and JSON with one document or a list of them.

Keys the contract does not know are ignored, so that a file may carry what other tools need.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterator
from typing import Any

from mtqa.analysis.dates import parse_date
from mtqa.document import Document, Problem, Segment
from mtqa.readers.base import ReadError, ReadOptions
from mtqa.readers.cell import plain, story, with_title
from mtqa.readers.fields import of_record, offer, walk
from mtqa.readers.input import Input
from mtqa.segment import Unit

#: Broken lines at the start of a file after which it is given up as no JSONL at all.
_GIVE_UP = 10
#: Of a member of "segments", beside its texts.
_ABOUT = frozenset(("id", "state", "locked", "note"))


def read_jsonl(file: Input, options: ReadOptions) -> Iterator[Document | Problem]:
    """One document a line; a line that cannot be used is a Problem, and the others still come."""
    broken = 0
    good = False
    for number, line in file.lines():
        try:
            if isinstance(line, ReadError):
                raise line
            if not line.strip():
                continue
            record = parse(line.rstrip("\r\n"), number)
            if options.keep and isinstance(record, dict):
                offer(file.offered, record)
            yield document_from_record(record, file.path, options, line=number)
            good = True
        except ReadError as error:
            error.line = error.line or number
            yield error.problem(file.path)
            broken += 1
            if broken == _GIVE_UP and not good:
                raise ReadError(f"gave up: none of the first {broken} lines is a document; is this JSONL?") from None


def parse(text: str, line: int = 1) -> Any:
    """JSON value of a text.

    Raises:
        ReadError: with line and column.
    """
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        raise json_error(error, line) from None
    except RecursionError:
        raise ReadError("JSON nested too deeply", line) from None
    except ValueError:  # a number of thousands of digits
        raise ReadError("JSON with a number too long to read", line) from None


def json_error(error: json.JSONDecodeError, line: int = 1) -> ReadError:
    """A JSON error as ours; `line` is that of the text's first character."""
    if error.msg.startswith("Illegal trailing comma"):  # Python 3.13 and later; earlier ones look behind the comma
        end = error.pos + 1
        while error.doc[end : end + 1] in (" ", "\t", "\n", "\r"):
            end += 1
        closed = error.doc[end : end + 1] == "}"
        name = "Expecting property name enclosed in double quotes" if closed else "Expecting value"
        error = json.JSONDecodeError(name, error.doc, end)
    what = error.msg[:1].lower() + error.msg[1:]
    return ReadError(f"broken JSON: {what}; write one complete JSON value", line + error.lineno - 1, error.colno)


def document_from_record(
    record: object, path: str, options: ReadOptions, *, line: int | None = None, entry: int | None = None
) -> Document:
    """A document from a JSON object.

    {"id", "segments": [{"target", "source"?, "reference"?}], "title"?, …}, {"id", "text", "title"?, …}, or one unit:
    {"id", "target", "source"?, "reference"?, …}. Other names are those the user gives in the options.

    Raises:
        ReadError: wrong types, missing keys.
    """
    try:
        return _document(record, path, options, line, entry)
    except ReadError as error:
        error.line, error.entry = line, entry
        raise


def _document(record: object, path: str, options: ReadOptions, line: int | None, entry: int | None) -> Document:
    if not isinstance(record, dict):
        raise ReadError(f'expected a document {{"id": …, "text" or "segments": …}}, found {kind(record)}')
    title = _field(record, options.title_column, "title")
    in_segments = "segments" in record and (options.text_column is None or not _has(record, options.text_column))
    titled, date, element = False, None, options.text_column or "text"
    if in_segments:
        if "text" in record and options.text_column is None:
            raise ReadError('both "text" and "segments": give one of them')
        units = _segments(record["segments"], line, options)
        segments, titled = with_title(units, title, line, "title")
    elif options.source_column or options.reference_column or ("target" in record and "text" not in record):
        usual = "text" if "text" in record else "target"
        segments, titled = with_title([_unit(record, "", line, options, usual)], title, line, "title")
    elif element == "text" and "text" not in record:
        raise ReadError('no "text" and no "segments": give one of them, or name the field with --text-column')
    else:
        text = _field(record, options.text_column, "text")
        made = story(text or "", title, options, line=line, names=(element, options.title_column or "title"))
        segments, title, date = made.segments, made.title, made.date
    return Document(
        _id(record, options),
        tuple(segments) or (Segment("", line=line),),
        path=path,
        title=title,
        language=string(record, "language") or options.language,
        source_language=string(record, "source_language") or options.source_language,
        date=_date(record, options) or date,
        entry=entry,
        link=string(record, "link"),
        titled=titled,
        fields=of_record(record, options.keep),
    )


def _id(record: dict[str, object], options: ReadOptions) -> str:
    name = options.id_column or "id"
    if options.id_column and not _has(record, name):
        raise _missing(record, name)
    id = _at(record, name)
    if isinstance(id, int) and not isinstance(id, bool):
        return str(id)
    if id is None:
        raise ReadError(f'no "{name}": give every document its own, or name the field with --id-column')
    if not isinstance(id, str) or not id.strip():
        raise ReadError(f'"{name}" must be a string that is not empty, found {kind(id)}')
    return string({name: id}, name) or ""


def _segments(value: object, line: int | None, options: ReadOptions) -> list[Segment]:
    if not isinstance(value, list):
        raise ReadError(f'"segments" must be a list, found {kind(value)}')
    segments = []
    for index, item in enumerate(value):
        where = f"segments[{index}]"
        if not isinstance(item, dict):
            raise ReadError(f'{where} must be an object {{"target": …}}, found {kind(item)}')
        segments.append(_unit(item, where, line, options))
    return segments


def _unit(
    item: dict[str, object], where: str, line: int | None, options: ReadOptions, usual: str = "target"
) -> Segment:
    """A translation unit: a member of "segments", or a record that is one."""
    name = options.text_column or usual
    target = _field(item, options.text_column, usual, where)
    if target is None:
        raise ReadError(f'{where + " has " if where else ""}no "{name}"')
    source = _field(item, options.source_column, "source", where)
    reference = _field(item, options.reference_column, "reference", where)
    return Segment(
        plain(target, options),
        source=plain(source, options) if source else None,
        reference=plain(reference, options) if reference else None,
        line=line,
        element=f"{where}.{name}" if where else name,
        unit=_about(item, where) if where else None,
    )


def _about(item: dict[str, object], where: str) -> Unit | None:
    """What a member of "segments" says of itself beside its texts."""
    if not item.keys() & _ABOUT:
        return None
    id = item.get("id")
    name = str(id) if isinstance(id, int) and not isinstance(id, bool) else string(item, "id", where)
    locked = item.get("locked", False)
    if not isinstance(locked, bool):
        raise ReadError(f'{where}: "locked" must be true or false, found {kind(locked)}')
    return Unit(name, string(item, "state", where), locked, string(item, "note", where))


def _field(record: dict[str, object], named: str | None, usual: str, where: str = "") -> str | None:
    """The text of a field: the one the user names, which must be there, or else the usual one."""
    if named is None:
        return string(record, usual, where)
    if not _has(record, named):
        raise _missing(record, named, where)
    return string({named: _at(record, named)}, named, where)


def _has(record: dict[str, object], name: str) -> bool:
    try:
        walk(record, name)
    except KeyError:
        return False
    return True


def _at(record: dict[str, object], name: str) -> object:
    try:
        return walk(record, name)
    except KeyError:
        return None


def _missing(record: dict[str, object], name: str, where: str = "") -> ReadError:
    import difflib  # costs start-up time

    keys = [key[:40] for key in record][:20]
    near = difflib.get_close_matches(name.lower(), keys, 1, 0.5)
    hint = f"; did you mean {near[0]!r}?" if near else ""
    return ReadError(f"{where + ': ' if where else ''}no field {name!r}{hint} (fields: {', '.join(keys)})")


def _date(record: dict[str, object], options: ReadOptions) -> datetime.date | None:
    text = _field(record, options.date_column, "date")
    if text is None or not text.strip():
        return None
    date = parse_date(text)
    if date is None:
        raise ReadError(f'"{options.date_column or "date"}" is {text[:40]!r}: write it as YYYY-MM-DD')
    return date


def string(record: dict[str, object], key: str, where: str = "") -> str | None:
    """A string or null of a record.

    Raises:
        ReadError: another type, or half a character (a lone surrogate), which no file can hold.
    """
    value = record.get(key)
    if value is None or (key == "id" and isinstance(value, int)):
        return None
    name = f'{where + ": " if where else ""}"{key}"'
    if not isinstance(value, str):
        raise ReadError(f"{name} must be a string, found {kind(value)}")
    if not value.isascii():
        try:
            value.encode("utf-8")
        except UnicodeEncodeError as error:
            half = f"\\u{ord(value[error.start]):04x}"
            raise ReadError(f"{name} holds half a character ({half} alone): export it anew") from None
    return value


def kind(value: object) -> str:
    """What a JSON value is, in words."""
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    names = {str: "a string", int: "a number", float: "a number", list: "a list", dict: "an object"}
    if value == "" or value == [] or value == {}:
        return f"{names[type(value)]} that is empty"
    return names[type(value)]
