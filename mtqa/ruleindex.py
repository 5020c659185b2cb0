"""The index of the installed rules: all that tells when a rule runs, so that a rule is loaded when it first does.

The index is plain data, made of the rules themselves at first use and kept in the user's cache (`mtqa.shelf`). It
holds as long as no file of mtqa and of the packages of rules has changed, and no other packages are installed; else it
is made anew. Rules of the user's own folders are not in it. It names no file to run: rules are loaded from where the
packages of rules are.

One line each: head; of each package the words that patterns are looked up by, and the first of pairs; the pairs of each
of these; the rules of packs; regular expressions as they are compiled (`mtqa.patterns`).
"""

from __future__ import annotations

import dataclasses
import importlib
import json
import os
import sys
from collections.abc import Callable, Collection, Hashable, Sequence
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any

from mtqa import kept, patterns, shelf
from mtqa.extras import Extra
from mtqa.kept import ROOT, State
from mtqa.matching.pack import Body, Lookup, pattern_check
from mtqa.rule import Rule
from mtqa.values import NamedTuple

if TYPE_CHECKING:
    from mtqa.analysis.text import Analysis
    from mtqa.document import Document
    from mtqa.figures import Figures
    from mtqa.finding import Match

__all__ = ["Index", "Listed", "Root", "Whole", "load", "state", "store"]

_FORMAT = 4


class Root(NamedTuple):
    """A folder of rules of an installed package.

    Attributes:
        package: name of it.
        path: of the folder.
        rules: in the order of their files.
    """

    package: str
    path: str
    rules: Sequence[Rule]


class Index(NamedTuple):
    """The installed rules.

    Attributes:
        packages: that rules come from.
        roots: their folders.
        gone: ids of earlier versions and what became of them.
        digest: of the files that rules came from, in full.
    """

    packages: Sequence[str]
    roots: Sequence[Root]
    gone: dict[str, str]
    digest: str


class Whole(NamedTuple):
    """How the rest of a rule is read.

    Attributes:
        rule: gives the rule as its file has it.
        check: the same, without the examples.
        figures: gives its figures.
    """

    rule: Callable[[str], Rule]
    check: Callable[[str], Rule]
    figures: Callable[[str], tuple[Figures, ...]]


class Listed(Rule):
    """A rule out of the index. Its page, its examples and its check are read when first asked for."""

    __slots__ = ("_bodies", "_title", "_whole")

    _bodies: Sequence[Body]
    _title: str
    _whole: Whole

    @classmethod
    def of(cls, row: dict[str, Any], whole: Whole, lookup: Lookup | None = None, number: int = 0) -> Listed:
        """The rule of a row of the index.

        Args:
            row: see `_row`.
            whole: how the rest is read.
            lookup, number: of a rule of a pack.
        """
        rule = cls.__new__(cls)
        for name in ("id", "category", "severity", "status", "since", "fix"):
            setattr(rule, name, row[name])
        for name in ("needs", "languages", "registers", "facts"):
            setattr(rule, name, tuple(row[name]))
        for name in _SETS:
            setattr(rule, name, frozenset(row.get(name, ())))
        rule.extra = Extra(row["extra"][0], tuple((one, two) for one, two in row["extra"][1])) if row["extra"] else None
        rule.among = (lookup, number) if lookup is not None else None
        if "among" in row:
            module, view, name = row["among"]
            rule.among = (_view(module, view), name)
        rule._title = row["title"]
        rule._whole = whole
        rule._bodies = lookup.bodies if lookup is not None else ()
        rule.run = rule._first
        rule.reach = rule._reached if row["limited"] else None
        return rule

    def _first(self, document: Document) -> list[Match]:
        """The check, called for the first time."""
        if self.among is not None and isinstance(self.among[0], Lookup):
            lookup, number = self.among
            assert isinstance(lookup, Lookup)
            assert isinstance(number, int)
            self.check(pattern_check(lookup, number))
        else:
            self._take(self._whole.check(self.id))
        assert self.run is not None
        return self.run(document)

    def _reached(self, document: Document) -> str | None:
        self._take(self._whole.check(self.id))
        return self.reach(document) if self.reach is not None else None

    def _fill(self) -> None:
        """Read what is not in the index."""
        whole = self._whole.rule(self.id)
        self.page, self.bad, self.good = whole.page, whole.bad, whole.good
        self._take(whole)

    def _take(self, whole: Rule) -> None:
        """Take the check over, and what it leaves alone."""
        self.reach = whole.reach
        if not self._bodies:
            self.leave = whole.leave
            assert whole.run is not None
            self.check(whole.run.__wrapped__)  # type: ignore[attr-defined]

    @property
    def title(self) -> str:
        """First line of the page, without reading the rest."""
        return self._title

    if not TYPE_CHECKING:

        def __getattr__(self, name):
            """What was not read yet."""
            if name == "figures":
                self.figures = self._whole.figures(self.id)
            elif name == "leave" and self._bodies:
                self.leave = self._bodies[self.among[1]].exceptions()
            elif name in ("page", "bad", "good", "leave"):
                self._fill()
            else:
                raise AttributeError(name)
            return getattr(self, name)


#: Fields that are sets of texts: in the index only where there are any.
_SETS = ("words", "signs")


def _row(rule: Rule, package: str) -> dict[str, Any]:
    """A rule as plain data."""
    row: dict[str, Any] = {
        name: getattr(rule, name)
        for name in (
            "id",
            "category",
            "severity",
            "status",
            "since",
            "fix",
            "needs",
            "languages",
            "registers",
            "facts",
            "title",
        )
    }
    row |= {name: sorted(getattr(rule, name)) for name in _SETS if getattr(rule, name)}
    row["extra"] = dataclasses.astuple(rule.extra) if rule.extra is not None else None
    row["limited"] = rule.reach is not None
    row["kind"] = "python"
    if rule.among is not None:
        view, name = rule.among
        module, function = (getattr(view, key, "") for key in ("__module__", "__qualname__"))
        row["kind"] = "pattern" if isinstance(view, Lookup) else "whole"
        named = module.startswith(f"{package}.") and getattr(sys.modules.get(module), function, None) is view
        if named and isinstance(name, str):
            row["kind"], row["among"] = "python", (module, function, name)
    return row


class _View:
    """A view of the analysis that stands in a module, which is loaded when a text is first looked at.

    Args:
        module, name: where it stands.
    """

    def __init__(self, module: str, name: str) -> None:
        self._place = module, name

    def __call__(self, analysis: Analysis) -> Collection[Hashable]:
        found: Collection[Hashable] = analysis.view(self._function)
        return found

    @cached_property
    def _function(self) -> Callable[[Analysis], Collection[Hashable]]:
        function: Callable[[Analysis], Collection[Hashable]] = getattr(
            importlib.import_module(self._place[0]), self._place[1]
        )
        return function


_view = cache(_View)  # one for all rules: they are asked together


class _Bodies(list[Any]):
    """Rules of packs, each read when first asked for."""

    def __init__(self, lines: Sequence[bytes]) -> None:
        super().__init__(lines)

    def __getitem__(self, number: Any) -> Any:
        body = super().__getitem__(number)
        if isinstance(body, bytes):
            body = Body(*json.loads(body))
            self[number] = body
        return body


class _Pairs(dict[str, Any]):
    """Pairs of words by the first of them, those of each read when first asked for."""

    def __getitem__(self, word: str) -> Any:
        seconds = super().__getitem__(word)
        if isinstance(seconds, bytes):
            seconds = self[word] = json.loads(seconds)
        return seconds


def store(index: Index, before: State | None) -> None:
    """Keep an index; where it cannot be kept, nothing happens.

    Args:
        index: made of the files.
        before: what `state` said before they were read.
    """
    if shelf.folder() is None or before is None or not kept.settled(before) or before != state(index.packages):
        return
    lines: list[Any] = []
    roots = []
    for root in index.roots:
        rows = [_row(rule, root.package) for rule in root.rules]
        lookups = {id(rule.among[0]): rule.among[0] for rule in root.rules if rule.among is not None}
        found = [lookup for lookup in lookups.values() if isinstance(lookup, Lookup)]
        if len(found) > 1:
            return
        lookup = found[0] if found else Lookup()
        numbers = [rule.among[1] if rule.among and isinstance(rule.among[0], Lookup) else -1 for rule in root.rules]
        bodies = [[body.rows, body.message, body.headlines, body.leave] for body in lookup.bodies]
        roots.append([root.package, root.path, rows, numbers, len(lines), len(bodies)])
        firsts = sorted(lookup.of_pair)
        lines += [[lookup.of_word, firsts], *(lookup.of_pair[one] for one in firsts), *bodies]
    head = {
        "format": _FORMAT,
        "key": before.key,
        "packages": index.packages,
        "gone": index.gone,
        "digest": index.digest,
        "roots": roots,
    }
    compiled = patterns.kept()
    head["patterns"] = list(compiled)
    lines += compiled.values()
    try:
        data = b"\n".join(json.dumps(line, separators=(",", ":"), sort_keys=True).encode() for line in (head, *lines))
    except (TypeError, ValueError):  # a rule of strange fields
        return
    shelf.write(_name(), data)


def load(whole: Callable[[str, str], Whole]) -> Index | None:
    """The index, if there is one and it holds.

    Args:
        whole: of a package and the path of its folder, how the rest of its rules is read.
    """
    try:
        data = shelf.read(_name())
        if data is None:
            return None
        first, *lines = data.split(b"\n")
        head = json.loads(first)
        if head["format"] != _FORMAT:
            return None
        packages = head["packages"]
        if not all(map(_imported, packages)):
            return None
        now = state(packages)
        if now is None or now.key != head["key"]:
            return None
        patterns.take(head["patterns"], lines[len(lines) - len(head["patterns"]) :])
        roots = [Root(one[0], one[1], _rules(one, lines, whole)) for one in head["roots"]]
        return Index(packages, roots, head["gone"], head["digest"])
    except (OSError, ImportError, LookupError, TypeError, ValueError, AttributeError, RecursionError):
        return None


def _rules(root: list[Any], lines: Sequence[bytes], whole: Callable[[str, str], Whole]) -> list[Rule]:
    package, path, rows, numbers, begin, size = root
    read = whole(package, path)
    views = [row["among"][0] for row in rows if "among" in row]
    if not all(module.startswith(f"{package}.") for module in views):
        raise ValueError("a view stands in the package of its rule")
    lookup = Lookup()
    lookup.of_word, firsts = json.loads(lines[begin])
    begin += 1
    lookup.of_pair = _Pairs(zip(firsts, lines[begin : begin + len(firsts)], strict=True))
    begin += len(firsts)
    lookup.bodies = _Bodies(lines[begin : begin + size])
    rules: list[Rule] = []
    for row, number in zip(rows, numbers, strict=True):
        if row["kind"] == "whole":
            rules.append(read.rule(row["id"]))
        else:
            rules.append(Listed.of(row, read, lookup if row["kind"] == "pattern" else None, number))
    return rules


def _name() -> str:
    """Of the file of this installation: other environments and versions have others."""
    return f"rules-{kept.installation(patterns.PYTHON, *kept.distributions())}"


def _imported(package: str) -> bool:
    """Whether a package is there; what is wrong with one that is not is said by who reads the rules."""
    try:
        importlib.import_module(package)
    except KeyboardInterrupt:
        raise
    except BaseException:
        return False
    return True


def state(packages: Sequence[str], others: Sequence[str] = ()) -> State | None:
    """The state of the files of mtqa, of packages of rules, and of other folders; `None` where it cannot be told."""
    folders = {ROOT, *map(os.path.abspath, others)}
    try:
        for name in packages:
            for part in {name, name.partition(".")[0]}:
                folders.update(map(os.path.abspath, sys.modules[part].__path__))
    except (LookupError, AttributeError):
        return None
    return kept.state(folders)
