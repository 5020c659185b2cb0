"""What verdicts change: suppressions and severities for a configuration, and a list of names for a glossary."""

from __future__ import annotations

import csv
import datetime
import glob
import io
import json
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence

from mtqa.finding import Severity
from mtqa.precision import balance, by_finding
from mtqa.suppress import Suppression
from mtqa.values import dataclass
from mtqa.verdicts import LONGEST, Verdict, guarded

#: Families whose findings are about a name or a term: what is right there is right wherever it stands.
NAMING = ("names", "terms")

_LONGEST_REASON = 300


class TeachError(ValueError):
    """A file that cannot be added to; the message names it and what to do."""


@dataclass(frozen=True, slots=True)
class Lesson:
    """A finding that most of those who judged it dismiss.

    Args:
        verdicts: of those who do, in the order of the files.
    """

    verdicts: tuple[Verdict, ...]

    @property
    def first(self) -> Verdict:
        """The first of them."""
        return self.verdicts[0]

    @property
    def naming(self) -> bool:
        """Whether it is about a name or a term."""
        return self.first.rule.partition("/")[0] in NAMING

    @property
    def key(self) -> tuple[str, str, str]:
        """Rule, words and document, by which a suppression knows it again; the last is empty for names and terms."""
        return _key(self.first)

    @property
    def told(self) -> bool:
        """Whether its words tell it from others: there are any, and they are not cut."""
        return bool(self.first.text.strip()) and len(self.first.text) < LONGEST["text"]

    @property
    def reason(self) -> str:
        """Why, and who says so."""
        comments = "; ".join(dict.fromkeys(one.comment.strip() for one in self.verdicts if one.comment.strip()))
        people = ", ".join(dict.fromkeys(one.by for one in self.verdicts if one.by))
        day = max((one.at for one in self.verdicts if one.at), default=None)
        said = ", ".join(filter(None, (people, day.date().isoformat() if day else "")))
        dismissed = f"dismissed by {said}" if people else f"dismissed, {said}" if said else "dismissed"
        return f"{comments[:_LONGEST_REASON]} ({dismissed})" if comments else dismissed

    def suppression(self, expires: datetime.date | None) -> Suppression:
        """What leaves the finding out.

        Args:
            expires: where the verdicts do not say; of several days that they say the first counts.
        """
        days = [one.expires for one in self.verdicts if one.expires]
        return Suppression(
            rule=self.first.rule,
            text=self.first.text.strip(),
            # in the text of a suppression * and ? are wild cards
            document=None if self.naming else glob.escape(self.first.document),
            reason=self.reason,
            expires=min(days, default=expires),
        )


def _key(one: Verdict) -> tuple[str, str, str]:
    naming = one.rule.partition("/")[0] in NAMING
    return one.rule, " ".join(one.text.split()), "" if naming else one.document


def lessons(verdicts: Iterable[Verdict]) -> tuple[list[Lesson], int]:
    """The findings that most dismiss, in the order of the files; and how many more cannot be told from others.

    A suppression knows a finding by its rule, its words and its document: where there are no words, or another finding
    of the same is not dismissed, it would silence too much.
    """
    groups = list(by_finding(verdicts).values())
    standing = {_key(group[0]) for group in groups if balance(group) >= 0}
    dismissed = [
        Lesson(tuple(one for one in group if one.verdict == "dismiss")) for group in groups if balance(group) < 0
    ]
    sure = [one for one in dismissed if one.told and one.key not in standing]
    return sure, len(dismissed) - len(sure)


def _string(text: str) -> str:
    """A string of TOML."""
    return re.sub("[\x7f-\x9f\u2028-\u202e\u2066-\u2069]", lambda one: f"\\u{ord(one[0]):04x}", _json(text))


def _json(text: str) -> str:
    return json.dumps(re.sub("[\ud800-\udfff]", "\ufffd", text), ensure_ascii=False)


def with_suppressions(content: str, name: str, wanted: Iterable[Suppression]) -> tuple[str, int]:
    """A configuration with suppressions added at its end, and how many are new.

    Args:
        content: of the file; empty for a new one.
        name: of the file, for errors and for its kind.

    Raises:
        TeachError: it is no configuration that can be added to.
    """
    prefix, table = _known(content, name)
    known = {
        (one.get("rule"), str(one.get("text", "")).strip(), one.get("document"))
        for one in _tables(table.get("suppress", []), name)
    }
    added = []
    for one in wanted:
        key = (one.rule, (one.text or "").strip(), one.document)
        if key in known:
            continue
        known.add(key)
        lines = [f"[[{prefix}suppress]]", f"rule = {_string(one.rule)}", f"text = {_string(one.text or '')}"]
        if one.document is not None:
            lines.append(f"document = {_string(one.document)}")
        lines.append(f"reason = {_string(one.reason or '')}")
        if one.expires is not None:
            lines.append(f"expires = {one.expires.isoformat()}")
        added.append("\n".join(lines) + "\n")
    made = "\n".join([_ended(content), *added] if content.strip() else added)
    return _sound(made, name), len(added)


def with_severities(content: str, name: str, wanted: Mapping[str, Severity]) -> str:
    """A configuration with severities of rules set, those that are there already put in place of.

    Args:
        content, name: as `with_suppressions` takes them.
        wanted: rule or family -> severity.

    Raises:
        TeachError: it is no configuration that can be added to.
    """
    prefix, table = _known(content, name)
    here = table.get("severity", {})
    if not isinstance(here, dict):
        raise TeachError(f"{name}: severity must be a table, [{prefix}severity]")
    lines = _ended(content).splitlines()
    header = re.compile(rf"\s*\[\s*{re.escape(prefix)}severity\s*\]\s*(?:#.*)?")
    start = next((number for number, line in enumerate(lines) if header.fullmatch(line)), None)
    if start is None and here:
        raise TeachError(f"{name}: sets severities, but not in a table of its own; write it as [{prefix}severity]")
    fresh = {rule: f"{_string(rule)} = {_string(severity)}" for rule, severity in wanted.items()}
    if start is None:
        made = [*lines, *([""] if lines else []), f"[{prefix}severity]", *fresh.values()]
    else:
        end = next((i for i in range(start + 1, len(lines)) if lines[i].lstrip().startswith("[")), len(lines))
        inner = []
        for line in lines[start + 1 : end]:
            rule = next((rule for rule in fresh if re.match(rf"\s*[\"']{re.escape(rule)}[\"']\s*=", line)), None)
            inner.append(line if rule is None else fresh.pop(rule))
        while inner and not inner[-1].strip():
            inner.pop()
        rest = ["", *lines[end:]] if end < len(lines) else []
        made = [*lines[: start + 1], *inner, *fresh.values(), *rest]
    return _sound("\n".join(made) + "\n", name)


def _known(content: str, name: str) -> tuple[str, Mapping[str, object]]:
    """What stands before the names of tables, and the table of the configuration."""
    data = _parsed(content, name)
    if name.replace("\\", "/").rpartition("/")[2] != "pyproject.toml" and "tool" not in data:
        return "", data
    tool = data.get("tool", {})
    table = tool.get("mtqa", {}) if isinstance(tool, dict) else {}
    return "tool.mtqa.", table if isinstance(table, dict) else {}


def _parsed(content: str, name: str) -> dict[str, object]:
    try:
        return tomllib.loads(content)
    except (ValueError, RecursionError) as error:
        raise TeachError(f"{name}: is not valid TOML: {error}") from error


def _tables(value: object, name: str) -> Sequence[Mapping[str, object]]:
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise TeachError(f"{name}: suppress must be tables, each headed [[suppress]]")
    return value


def _ended(content: str) -> str:
    return content if not content or content.endswith("\n") else content + "\n"


def _sound(content: str, name: str) -> str:
    """The text, if TOML reads it."""
    try:
        tomllib.loads(content)
    except ValueError as error:
        raise TeachError(
            f"{name}: cannot be added to ({error}); write its tables out, each under its own head"
        ) from error
    return content


def right_names(wanted: Iterable[Lesson]) -> dict[str, str]:
    """Names and terms that are right as they stand -> why; those that are no words of one line left out."""
    return {
        one.first.text.strip(): one.reason
        for one in wanted
        if one.naming and one.first.text.strip() and len(one.first.text) <= 100
    }


def with_names(content: str, name: str, wanted: Mapping[str, str]) -> tuple[str, int]:
    """A glossary (CSV) with names added at its end, and how many are new.

    Args:
        content: of the file; empty for a new one.
        name: of the file, for errors.
        wanted: name -> note.

    Raises:
        TeachError: a table that has no columns for them.
    """
    if not content.strip():
        content = "target,status,note\n"
    first = content.partition("\n")[0].removeprefix("\ufeff")
    delimiter = max("\t;,", key=first.count)
    rows = list(csv.reader(io.StringIO(content.removeprefix("\ufeff"), newline=""), delimiter=delimiter))
    header = [cell.strip().lower() for cell in rows[0]]
    for column in ("target", "status"):
        if column not in header:
            raise TeachError(f"{name}:1: has no column {column!r}; a list of names has target and status")
    at = header.index("target")
    known = {part.strip() for row in rows[1:] if len(row) > at for part in row[at].split("|")}
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=delimiter, lineterminator="\n")
    new = {one: note for one, note in wanted.items() if one not in known and "|" not in one}
    for one, note in new.items():
        cells = {"target": guarded(one), "status": "name", "note": guarded(note[:_LONGEST_REASON])}
        writer.writerow([cells.get(column, "") for column in header])
    return _ended(content) + stream.getvalue(), len(new)
