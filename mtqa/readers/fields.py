"""Columns and fields of the input that are carried along with a document, as the user asks (`--keep`)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from mtqa.readers.base import ReadError

#: Stands between the values of a field that has several.
BETWEEN = " | "
#: Code points of a value that are carried along: it stands in every row of its document's findings.
LONGEST = 10_000
#: Names of fields that are remembered, to say which there are.
_NAMES = 200
#: Parts of an object by which people know it, as in `"author": {"name": …}`.
_TELLING = ("name", "term", "label", "title")

Fields = tuple[tuple[str, str | None], ...]


def offer(offered: dict[str, None], names: Iterable[str]) -> None:
    """Remember which fields there are."""
    for name in names:
        if len(offered) >= _NAMES:
            return
        offered[name] = None


def of_record(record: Mapping[str, object], keep: tuple[str, ...]) -> Fields:
    """The fields to be kept that a JSON object has; a name with dots leads into objects.

    Raises:
        ReadError: one nested too deeply.
    """
    found = []
    for name in keep:
        try:
            found.append((name, cut(text_of(walk(record, name)))))
        except KeyError:
            continue
        except RecursionError:
            raise ReadError(f"the field {name[:80]!r}, which is to be kept, is nested too deeply") from None
    return tuple(found)


def cut(text: str | None) -> str | None:
    """A value as far as it is carried along; `None` for an empty one."""
    return (text if len(text) <= LONGEST else text[:LONGEST] + "…") if text else None


def walk(record: Mapping[str, object], name: str) -> object:
    """The value of a name; a name with dots leads into objects where no field is called so.

    Raises:
        KeyError: there is none.
    """
    if name in record:
        return record[name]
    value: object = record
    for part in name.split("."):
        if not isinstance(value, dict):
            raise KeyError(name)
        value = value[part]
    return value


def text_of(value: object) -> str | None:
    """A JSON value as the text of one cell: a list as its values, an object as its name, or else as JSON."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return BETWEEN.join(text for one in value if (text := text_of(one)) is not None) or None
    if isinstance(value, dict):
        for name in _TELLING:
            if isinstance(value.get(name), str):
                return text_of(value[name])
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def nothing_to_keep(names: list[str], offered: Iterable[str]) -> ReadError:
    """What to say where no document of a file has the fields that are to be kept."""
    offered = list(offered)
    said = ", ".join(repr(name[:80]) for name in names[:5])
    if not offered:
        return ReadError(f"no field {said} to keep: a file of this format has none; leave it out of --keep")
    import difflib  # costs start-up time

    near = difflib.get_close_matches(names[0].lower(), [name[:80] for name in offered], 1, 0.5)
    hint = f"; did you mean {near[0][:40]!r}?" if near else ""
    shown = ", ".join(name[:40] for name in offered[:20]) + (", …" if len(offered) > 20 else "")
    return ReadError(f"no field {said} to keep{hint} (fields: {shown})")
