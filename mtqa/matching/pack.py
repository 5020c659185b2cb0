"""Pattern packs: rules written as token patterns in TOML, no code needed.

A pack is a file `family/pack.toml` with one `[[pattern]]` table a rule; `name` makes its id
`family/pack/name`. `docs/pattern-packs.md` says how to write one, `pattern` how it is matched.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.matching.leave import Leave, exceptions
from mtqa.matching.pattern import Pattern, Place, compile_pattern
from mtqa.rule import Check, Rule, examples
from mtqa.values import NamedTuple

__all__ = ["Body", "Lookup", "PackError", "Pattern", "compile_pattern", "load_pack", "pattern_check"]

_REQUIRED = ("name", "title", "message", "category", "severity", "bad", "good")
_TEXTS = frozenset({"name", "title", "why", "message", "category", "severity", "status", "since", "fix", "tokens"})
_LISTS = frozenset({"suggestions", "registers", "bad", "good"})
_KEYS = _TEXTS | _LISTS | {"any_of", "leave", "headlines"}
_DEFAULTS = frozenset({"category", "severity", "status", "since", "headlines", "registers"})
_NAME = regex(r"[a-z0-9]+(?:-[a-z0-9]+){0,12}")
_SLOT = regex(r"\{(text|suggestion|\d{1,2})(?::([^{}]+))?\}")


class Row(NamedTuple):
    """One of the patterns of a rule, and what to write instead, best first."""

    pattern: Pattern
    suggestions: tuple[str, ...]


class Body:
    """What a rule of a pack says, as it is written; each pattern is compiled when it is first asked for.

    Args:
        rows: for each pattern, the pattern and its suggestions.
        message: of its findings.
        headlines: whether it looks at headlines too.
        leave: its exceptions: pairs of a pattern, or a name, and the sentence that needs it.
    """

    def __init__(self, rows: Sequence[Sequence[str]], message: str, headlines: bool, leave: list[list[str]]) -> None:
        self.rows = rows
        self.message = message
        self.headlines = headlines
        self.leave = leave
        self._compiled: dict[int, Row] = {}

    def row(self, place: int) -> Row:
        """The pattern of a place.

        Raises:
            ValueError: what is wrong with it.
        """
        row = self._compiled.get(place)
        if row is None:
            written, *suggestions = self.rows[place]
            row = self._compiled[place] = Row(compile_pattern(written.split()), tuple(suggestions))
        return row

    def exceptions(self) -> tuple[Leave, ...]:
        """Its exceptions, compiled.

        Raises:
            ValueError: what is wrong with which.
        """
        return exceptions([(pattern, sentence) for pattern, sentence in self.leave])


#: Of a word: (rule, place of its pattern). Of a first and a second word: the same, and which of them is looked up.
Words = dict[str, list[tuple[int, int]]]
Pairs = dict[str, dict[str, list[tuple[int, int, int]]]]


class Lookup:
    """Which patterns of packs fit a text as far as words tell: a view of its analysis, one pass for all of them.

    Attributes:
        bodies: by the number of the rule.
        of_word, of_pair: what patterns are looked up by.
    """

    def __init__(self) -> None:
        self.bodies: list[Body] = []
        self.of_word: Words = {}
        self.of_pair: Pairs = {}

    def add(self, body: Body) -> int:
        """The number of a rule."""
        rule = len(self.bodies)
        self.bodies.append(body)
        for place in range(len(body.rows)):
            pattern = body.row(place).pattern
            pairs = pattern.pairs
            for one, two, which in pairs:
                self.of_pair.setdefault(one, {}).setdefault(two, []).append((rule, place, which))
            for word in pattern.words if not pairs else ():
                self.of_word.setdefault(word, []).append((rule, place))
        return rule

    def __call__(self, analysis: Analysis) -> Mapping[int, list[tuple[int, list[Place]]]]:
        """By the number of the rule: its patterns, each with the places at which the words around fit it."""
        index = analysis.index
        asked: defaultdict[tuple[int, int], list[Place]] = defaultdict(list)
        for word in sorted(index.keys() & self.of_word.keys()):
            for rule, place in self.of_word[word]:
                asked[rule, place] += index[word]
        beside: defaultdict[tuple[int, int], list[Place]] = defaultdict(list)
        for word in index.keys() & self.of_pair.keys():
            seconds = self.of_pair[word]
            for sentence, i in index[word]:
                behind = sentence.at(i + 1).lower
                if behind in seconds:
                    for rule, place, which in seconds[behind]:
                        beside[rule, place].append((sentence, i + which))
        for places in beside.values():
            places.sort(key=_order)
        asked.update(beside)
        found: defaultdict[int, list[tuple[int, list[Place]]]] = defaultdict(list)
        for rule, place in sorted(asked):
            near = self.bodies[rule].row(place).pattern.near(asked[rule, place], analysis)
            if near:
                found[rule].append((place, near))
        return found


def _order(place: Place) -> tuple[str, int, int]:
    """Places of each word in reading order."""
    token = place[0].tokens[place[1]]
    return token.lower, place[0].segment, token.start


class PackError(ValueError):
    """A pack that cannot be loaded; the message names the file, the pattern and what to do."""


def load_pack(path: Path, prefix: str, lookup: Lookup | None = None) -> list[Rule]:
    """The rules of a pack.

    Args:
        path: the TOML file.
        prefix: of the ids: `family/pack`.
        lookup: that they share with the rules of other packs.

    Raises:
        PackError: the file is not a pack.
    """
    import tomllib  # costs start-up time: of installed packs the index knows what runs

    try:
        with path.open("rb") as handle:
            data = tomllib.load(handle)
    except RecursionError as error:
        raise PackError(f"{path}: cannot read the pattern pack: it is nested too deeply") from error
    except (OSError, ValueError) as error:  # a number of thousands of digits is no TOMLDecodeError
        raise PackError(f"{path}: cannot read the pattern pack: {error}") from error
    tables = data.pop("pattern", None)
    if not isinstance(tables, list) or not tables or not all(isinstance(table, dict) for table in tables):
        raise PackError(f"{path}: a pattern pack holds [[pattern]] tables; it has none")
    unknown = sorted(set(data) - _DEFAULTS)
    if unknown:
        known = ", ".join(sorted(_DEFAULTS))
        raise PackError(f"{path}: unknown key {unknown[0]}; above the first pattern may stand {known}")
    lookup = lookup or Lookup()
    rules = [_rule(path, prefix, number, {**data, **table}, lookup) for number, table in enumerate(tables, 1)]
    seen: set[str] = set()
    for rule in rules:
        if rule.id in seen:
            raise PackError(f"{path}: two patterns have the name {rule.id.rpartition('/')[2]!r}; rename one")
        seen.add(rule.id)
    return rules


def _rule(path: Path, prefix: str, number: int, table: Mapping[str, Any], lookup: Lookup) -> Rule:
    name = table.get("name", f"number {number}")
    here = f"{path}: pattern {name}"
    try:
        _well_formed(table)
        shared = table.get("suggestions", [])
        rows = [_row(entry, shared) for entry in table.get("any_of", [table.get("tokens")])]
        body = Body(rows, table["message"], table.get("headlines", True), table.get("leave", []))
        leave = body.exceptions()
        _slots_exist(body.message, [body.row(place) for place in range(len(rows))])
        rule = Rule(
            category=table["category"],
            severity=table["severity"],
            registers=tuple(table.get("registers", ())),
            status=table.get("status", "stable"),
            since=table.get("since", "0.1"),
            fix=table.get("fix", "shown"),
        )
    except ValueError as error:
        raise PackError(f"{here}: {error}") from error
    rule.id = f"{prefix}/{name}"
    rule.page = table["title"] + ("\n\n" + table["why"].strip() if table.get("why") else "") + "\n"
    rule.bad = examples(table["bad"])
    rule.good = examples(table["good"])
    rule.leave = leave
    number = lookup.add(body)
    rule.among = (lookup, number)
    rule.check(pattern_check(lookup, number))
    return rule


def _well_formed(table: Mapping[str, Any]) -> None:
    """Raise ValueError for a table with wrong keys or types."""
    faults = [f"missing {key}" for key in _REQUIRED if key not in table]
    if strange := sorted(set(table) - _KEYS):
        faults.append(f"unknown key {', '.join(strange)}; a pattern may have {', '.join(sorted(_KEYS))}")
    for key, value in table.items():
        if key in _TEXTS and not (isinstance(value, str) and value):
            faults.append(f"{key} must be a text")
        elif key in _LISTS and not _strings(value):
            faults.append(f"{key} must be a list of texts")
        elif key == "any_of" and not _rows(value):
            faults.append("any_of must be a list of texts, or of lists of a pattern and its suggestions")
        elif key == "leave" and not (_rows(value) and all(isinstance(pair, list) and len(pair) == 2 for pair in value)):
            faults.append("leave must be a list of pairs: a pattern or a name, and the sentence that needs it")
        elif key == "headlines" and not isinstance(value, bool):
            faults.append("headlines must be true or false")
    if not faults and not _NAME.fullmatch(table["name"]):
        faults.append("name must be lower-case words joined by hyphens")
    if not faults and table.get("status", "stable") not in ("stable", "preview"):
        faults.append("status must be stable or preview")
    if not faults and table.get("fix", "shown") not in ("shown", "safe"):
        faults.append("fix must be shown or safe")
    if not faults and table.get("fix") == "safe" and not _suggests(table):
        faults.append("fix is safe, but not every pattern has one suggestion")
    if ("tokens" in table) == ("any_of" in table):
        faults.append("give either tokens (one pattern) or any_of (several)")
    if faults:
        raise ValueError("; ".join(faults))


def _suggests(table: Mapping[str, Any]) -> bool:
    """Whether every pattern has one suggestion."""
    shared = table.get("suggestions", [])
    return all(len(_row(entry, shared)) == 2 for entry in table.get("any_of", [table.get("tokens")]))


def _strings(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _rows(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) or (_strings(item) and item) for item in value)


def _row(entry: str | list[str], shared: list[str]) -> list[str]:
    """An entry of `any_of`: a pattern, with the suggestions of the rule or its own."""
    return [entry, *shared] if isinstance(entry, str) else entry


def _slots_exist(message: str, rows: Sequence[Row]) -> None:
    """Raise ValueError for a slot that holds nothing.

    That is a `{3}` that a pattern has no element for, a word that has no form in `{3:get=got}`, and a `{suggestion}`
    where there is none.
    """
    for row in rows:
        elements = _taking(row)
        for template in (message, *row.suggestions):
            for slot, forms in _SLOT.findall(template):
                if slot == "suggestion" and (template is not message or not row.suggestions):
                    raise ValueError(f"{template!r} names the suggestion; not every pattern has one")
                if slot.isdigit() and not 1 <= int(slot) <= len(elements):
                    raise ValueError(f"{template!r} names element {slot}, which not every pattern has")
                words = row.pattern.elements[elements[int(slot) - 1]].words if slot.isdigit() else ()
                without = sorted(set(words) - _forms(forms).keys()) or ([] if words else [slot])
                if forms and without:
                    raise ValueError(f"{template!r} has no form for {without[0]!r}")


def pattern_check(lookup: Lookup, number: int) -> Check:
    """The check of a rule of a pack."""

    def check(document: Document) -> Iterator[Match]:
        analysis, body = document.analysis, lookup.bodies[number]
        found: list[tuple[Sentence, list[int], Row]] = []
        for place, near in analysis.view(lookup).get(number, ()):
            row = body.row(place)
            found += [(*there, row) for there in row.pattern.among(near, analysis)]
        if not found:
            return
        taken: set[tuple[int, int]] = set()  # tokens of findings: each place is reported once
        for sentence, starts, row in found:
            if not body.headlines and not document.analysis.paragraphs[sentence.segment].running:
                continue
            first, last = (starts[edge] for edge in row.pattern.span)
            tokens = sentence.tokens[first:last]
            places = {(sentence.segment, token.start) for token in tokens}
            if not taken.isdisjoint(places):
                continue
            taken |= places
            target = document.segments[sentence.segment].target
            slots = {"text": target[tokens[0].start : tokens[-1].end]}
            for slot, place in enumerate(_taking(row), 1):
                run = sentence.tokens[starts[place] : starts[place + 1]]
                slots[str(slot)] = target[run[0].start : run[-1].end] if run else ""
            suggestions = tuple(_suggestion(text, slots, first == 0) for text in row.suggestions)
            slots["suggestion"] = suggestions[0] if suggestions else ""
            yield Match(sentence.segment, tokens[0].start, tokens[-1].end, _filled(body.message, slots), suggestions)

    return check


def _taking(row: Row) -> list[int]:
    """The elements of a pattern that take tokens, which `{1}`, `{2}` … count."""
    return [place for place, element in enumerate(row.pattern.elements) if element.high]


def _forms(written: str) -> dict[str, str]:
    """`get=take, got=took` as a table."""
    pairs = (pair.partition("=") for pair in written.split(","))
    return {word.strip(): form.strip() for word, _, form in pairs}


def _filled(template: str, slots: Mapping[str, str]) -> str:
    def word(slot: re.Match[str]) -> str:
        text = slots[slot[1]]
        return _forms(slot[2]).get(text.lower(), text) if slot[2] else text

    return _SLOT.sub(word, template)


def _suggestion(template: str, slots: Mapping[str, str], opens: bool) -> str:
    """A suggestion filled in; where it opens the sentence it begins as the sentence did, with a capital."""
    text = " ".join(_filled(template, slots).split())
    return text[:1].upper() + text[1:] if opens and slots["text"][0].isupper() else text
