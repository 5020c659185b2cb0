"""The user's glossary: terms that a translation must use, must not use, or must leave as they are.

A glossary is data, never code. It is a table (CSV, TSV) or TBX (basic and core, of 2008 and of 2019). Columns of a
table (the header is required, in any order; only `target` or `source` must be there):

    source           the term in the source; several forms are parted by |
    target           the term in the translation, the best first; several are parted by |
    status           required (the default), forbidden, keep (it stays as it is in the source), or name (a name whose
                     capitals and spelling matter, in any text)
    use              what to write instead of a forbidden term
    case             yes: capitals count; no: they do not (the default, but for keep and for a name that is no word)
    severity         neutral, minor, major or critical; each rule has its own default
    source_language  language of `source`, such as zh; any, where it is empty
    language         language of `target`; any, where it is empty
    note             shown with a finding
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Literal, get_args
from xml.parsers import expat

from mtqa.finding import SEVERITIES, Severity
from mtqa.knowledge.languages import primary
from mtqa.values import dataclass

__all__ = ["COLUMNS", "STATUSES", "GlossaryError", "Status", "Term", "load", "state"]

Status = Literal["required", "forbidden", "keep", "name"]
STATUSES: tuple[Status, ...] = get_args(Status)
COLUMNS = ("source", "target", "status", "use", "case", "severity", "source_language", "language", "note")
_YES_NO = {"yes": True, "no": False, "": None}

#: Bytes of a file, terms of it, characters of a term or note.
_BYTES, _TERMS, _LONGEST = 16 * 2**20, 50_000, 300
#: What TBX says of a term that it should not be used.
_DEPRECATED = frozenset("deprecatedTerm deprecatedTerm-admn-sts supersededTerm supersededTerm-admn-sts".split())
_ADMITTED = frozenset("admittedTerm admittedTerm-admn-sts standardizedTerm regulatedTerm legalTerm".split())
_USAGE = frozenset(("administrativeStatus", "normativeAuthorization"))


class GlossaryError(ValueError):
    """A glossary that cannot be used; the message names the file, the place and what would be right."""


@dataclass(frozen=True, slots=True)
class Term:
    """One row of a glossary.

    Args:
        status: what is asked of a translation.
        sources: forms in the source, each with the language it is in ("" for any).
        targets: forms in the translation, the best first; of `forbidden` those not to be used.
        use: what to write instead of a forbidden one.
        language: of the targets, ISO 639-1; "" for any.
        case: whether capitals count.
        severity: of its findings; `None` for the rule's own.
        note: for the reader of a finding.
        place: file and line.
    """

    status: Status
    sources: tuple[tuple[str, str], ...]
    targets: tuple[str, ...]
    use: tuple[str, ...] = ()
    language: str = ""
    case: bool = False
    severity: Severity | None = None
    note: str = ""
    place: str = ""


def load(path: str) -> tuple[Term, ...]:
    """The terms of a glossary, in its order; read again where the file has changed.

    Args:
        path: of the file; or the table itself, which a line break shows.

    Raises:
        GlossaryError: what cannot be read, or says what no glossary can say.
    """
    return _loaded(path, state(path))


def state(path: str) -> tuple[int, ...]:
    """What changes with a file: an editor's server must not hold on to the glossary of yesterday.

    Raises:
        GlossaryError: as `load`.
    """
    if "\n" in path:
        return ()
    try:
        found = Path(path).stat()
    except OSError as error:
        raise GlossaryError(f"{path}: cannot read the glossary: {error.strerror}") from error
    return found.st_dev, found.st_ino, found.st_mtime_ns, found.st_size


@lru_cache(maxsize=64)
def _loaded(path: str, _state: tuple[int, ...]) -> tuple[Term, ...]:
    name, content = ("glossary", path.encode()) if "\n" in path else (path, _content(path))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise GlossaryError(f"{name}:{line}: is not UTF-8 text; save it as UTF-8") from None
    terms = tuple(_tbx(name, content) if text.lstrip()[:1] == "<" else _table(name, text))
    if not terms:
        raise GlossaryError(f"{name}: holds no term")
    return terms


def _content(path: str) -> bytes:
    try:
        with Path(path).open("rb") as file:
            content = file.read(_BYTES + 1)
    except OSError as error:
        raise GlossaryError(f"{path}: cannot read the glossary: {error.strerror}") from error
    if len(content) > _BYTES:
        raise GlossaryError(f"{path}: is larger than {_BYTES // 2**20} MiB; split it")
    return content


def _table(name: str, text: str) -> Iterator[Term]:
    first = text.partition("\n")[0]
    delimiter = max("\t;,", key=first.count)
    lines = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows = 0
    try:
        header = [cell.strip().lower().replace("-", "_") for cell in next(lines, [])]
        for column in header:
            if column not in COLUMNS or header.count(column) > 1:
                what = "stands twice" if column in COLUMNS else f"is unknown; known ones: {', '.join(COLUMNS)}"
                raise GlossaryError(f"{name}:1: column {column[:40]!r} {what}")
        if not {"source", "target"} & set(header):
            raise GlossaryError(f"{name}:1: has neither a column source nor target; the first line names the columns")
        for row in lines:
            place = f"{name}:{lines.line_num}"
            if not any(cell.strip() for cell in row):
                continue
            if len(row) > len(header):
                raise GlossaryError(f"{place}: has {len(row)} cells, the header {len(header)}; quote the delimiter")
            rows += 1
            if rows > _TERMS:
                raise GlossaryError(f"{place}: more than {_TERMS:,} terms; split the glossary")
            yield _row(place, dict(zip(header, map(str.strip, row), strict=False)))
    except csv.Error as error:
        raise GlossaryError(f"{name}:{lines.line_num}: is no valid table: {error}") from None


def _row(place: str, cells: dict[str, str]) -> Term:
    def one_of(column: str, allowed: Sequence[str], default: str) -> str:
        value = cells.get(column, "").lower() or default
        if value not in allowed:
            said = ", ".join(filter(None, allowed))
            raise GlossaryError(f"{place}: column {column!r}: must be one of {said}, not {value[:40]!r}")
        return value

    def forms(column: str) -> tuple[str, ...]:
        found = tuple(dict.fromkeys(filter(None, (form.strip() for form in cells.get(column, "").split("|")))))
        for form in found:
            _check(place, form, column)
        return found

    def language(column: str) -> str:
        tag = cells.get(column, "")
        code = primary(tag)
        if tag and not code:
            raise GlossaryError(f"{place}: column {column!r}: must be a language tag such as 'zh', not {tag[:40]!r}")
        return code

    status: Status = next(one for one in STATUSES if one == one_of("status", STATUSES, "required"))
    said = one_of("severity", (*SEVERITIES, ""), "")
    case = _YES_NO[one_of("case", tuple(_YES_NO), "")]
    sources, targets, use = forms("source"), forms("target"), forms("use")
    if status in ("required", "keep") and not sources:
        raise GlossaryError(f"{place}: column 'source': is empty, which status {status!r} needs")
    if status != "keep" and not targets:
        raise GlossaryError(f"{place}: column 'target': is empty, which status {status!r} needs")
    if use and status != "forbidden":
        raise GlossaryError(f"{place}: column 'use': is for status 'forbidden' only")
    if len(cells.get("note", "")) > _LONGEST:
        raise GlossaryError(f"{place}: column 'note': is longer than {_LONGEST} characters")
    return Term(
        status,
        tuple((language("source_language"), form) for form in sources),
        targets or (sources if status == "keep" else ()),
        use,
        language("language"),
        _cased(status, targets) if case is None else case,
        next((one for one in SEVERITIES if one == said), None),
        cells.get("note", ""),
        place,
    )


def _cased(status: Status, targets: tuple[str, ...]) -> bool:
    """Whether capitals count where nothing is said: not of a name that may be a word (`Apple`, `Slack`)."""
    plain = all(form[1:].islower() and form.isalpha() for form in targets)
    return status == "keep" or (status == "name" and not plain)


def _check(place: str, form: str, column: str) -> None:
    if len(form) > _LONGEST:
        raise GlossaryError(f"{place}: column {column!r}: is longer than {_LONGEST} characters")
    if not any(map(str.isalnum, form)):
        raise GlossaryError(f"{place}: column {column!r}: {form!r} has no letter or figure")


class _Concept:
    """A concept of TBX while it is read: by language its terms, each with what is said of its use, and its line."""

    def __init__(self, line: int) -> None:
        self.line = line
        self.terms: dict[str, list[tuple[str, str]]] = {}


def _tbx(name: str, content: bytes) -> Iterator[Term]:
    parser = expat.ParserCreate()
    concepts: list[_Concept] = []
    state = {"language": "", "text": "", "term": "", "usage": "", "kind": "", "depth": "0"}

    def refuse(*_: object) -> None:
        raise GlossaryError(f"{name}:{parser.CurrentLineNumber}: declares entities, which is refused; take that out")

    def start(tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        state["depth"] = str(int(state["depth"]) + 1)
        if int(state["depth"]) > 100:
            raise GlossaryError(f"{name}:{parser.CurrentLineNumber}: more than 100 elements lie in each other")
        if tag in ("termEntry", "conceptEntry"):
            concepts.append(_Concept(parser.CurrentLineNumber))
            if len(concepts) > _TERMS:
                raise GlossaryError(f"{name}:{parser.CurrentLineNumber}: more than {_TERMS:,} concepts; split it")
        elif tag in ("langSet", "langSec"):
            state["language"] = attributes.get("xml:lang", "") or attributes.get("lang", "")
            if not primary(state["language"]):
                said = state["language"][:40]
                raise GlossaryError(f"{name}:{parser.CurrentLineNumber}: <{tag}>: xml:lang must be a tag, not {said!r}")
        elif tag in ("tig", "ntig", "termSec", "termGrp"):
            state["term"] = state["usage"] = "" if tag != "termGrp" else state["term"]
        state["kind"] = attributes.get("type", "") or tag
        state["text"] = ""

    def end(tag: str) -> None:
        tag = tag.rpartition(":")[2]
        state["depth"] = str(int(state["depth"]) - 1)
        text = " ".join(state["text"].split())
        if tag == "term":
            _check(f"{name}:{parser.CurrentLineNumber}", text, "term")
            state["term"] = text
        elif (tag == "termNote" and state["kind"] in _USAGE) or tag in _USAGE:
            state["usage"] = text
        elif tag in ("tig", "ntig", "termSec") and state["term"] and concepts:
            concepts[-1].terms.setdefault(primary(state["language"]), []).append((state["term"], state["usage"]))
            state["term"] = state["usage"] = ""
        state["text"] = ""

    def data(text: str) -> None:
        if len(state["text"]) <= 4 * _LONGEST:
            state["text"] += text

    parser.EntityDeclHandler = refuse
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, data
    try:
        parser.Parse(content, True)
    except expat.ExpatError as error:
        raise GlossaryError(
            f"{name}:{error.lineno}:{error.offset + 1}: is no valid XML: {expat.ErrorString(error.code)}"
        ) from None
    for concept in concepts:
        yield from _of_concept(f"{name}:{concept.line}", concept.terms)


def _of_concept(place: str, terms: dict[str, list[tuple[str, str]]]) -> Iterator[Term]:
    """The terms of a concept: each language is a target for the others."""
    for language, said in terms.items():
        best = [form for form, usage in said if usage not in _DEPRECATED and usage not in _ADMITTED]
        best += [form for form, usage in said if usage in _ADMITTED]
        sources = tuple((code, form) for code, others in terms.items() if code != language for form, _ in others)
        if best and sources:
            kept = {form for _, form in sources} == set(best)
            yield Term("keep" if kept else "required", sources, tuple(best), (), language, kept, place=place)
        wrong = tuple(form for form, usage in said if usage in _DEPRECATED)
        if wrong:
            yield Term("forbidden", (), wrong, tuple(best[:1]), language, place=place)
