"""Where rules come from: entry points, pattern packs, the user's own folders; which of them run."""

from __future__ import annotations

import csv
import hashlib
import importlib
import importlib.util
import itertools
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import field
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from mtqa import figures, ruleindex
from mtqa.guard import described
from mtqa.kept import State
from mtqa.matching.leave import exceptions
from mtqa.matching.pack import Lookup, PackError, load_pack
from mtqa.rule import Rule, examples
from mtqa.rulefiles import leant_on, rule_files
from mtqa.values import dataclass

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

GROUP = "mtqa.rules"


class RuleLoadError(Exception):
    """A rule file that cannot be used; the message names the file and what to do."""


class UnknownRuleError(ValueError):
    """A selector that names no rule; the message names the nearest that does.

    Args:
        name: the selector.
        hint: what to do.
    """

    def __init__(self, name: str, hint: str) -> None:
        super().__init__(f"no rule or family {name!r}{hint}")
        self.name = name


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All loaded rules.

    Attributes:
        rules: in order of id.
        hash: of the files they came from, helpers and tables included.
        gone: ids of earlier versions and what to do where a configuration still names one.
        packages: that rules come from.
        folders: of the user's rules.
    """

    rules: tuple[Rule, ...]
    hash: str
    gone: Mapping[str, str] = field(default_factory=dict)
    packages: Sequence[str] = ()
    folders: Sequence[str] = ()

    def state(self) -> State | None:
        """The state of the files of mtqa and of all rules; `None` where it cannot be told."""
        return ruleindex.state(self.packages, self.folders)

    def select(self, select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
        """The rules that run.

        A selector is `default` (every stable rule), `all` (preview rules too), an id, or the beginning of
        ids up to a `/` (a family or a pack, stable rules only). A preview rule runs where `all` or its full
        id is selected. `ignore` takes away, in the same words.

        Raises:
            UnknownRuleError: a selector that names nothing.
        """
        for selector in (*select, *ignore):
            self._known(selector)
        return tuple(
            rule
            for rule in self.rules
            if any(_selects(selector, rule) for selector in select)
            and not any(selector == "all" or within(selector, rule.id) for selector in ignore)
        )

    def get(self, rule_id: str) -> Rule:
        """The rule of an id.

        Raises:
            UnknownRuleError: no such rule.
        """
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise self._unknown(rule_id)

    def _known(self, selector: str) -> None:
        if selector not in ("default", "all") and not any(within(selector, rule.id) for rule in self.rules):
            raise self._unknown(selector)

    def _unknown(self, name: str) -> UnknownRuleError:
        if name in self.gone:
            return UnknownRuleError(name, f"; {self.gone[name]}")
        names = {rule.id for rule in self.rules} | {rule.family for rule in self.rules}
        import difflib  # costs start-up time

        near = difflib.get_close_matches(name, sorted(names), 1, 0.5)
        return UnknownRuleError(name, f"; did you mean {near[0]!r}?" if near else "; see `mtqa rules`")


def within(selector: str, rule_id: str) -> bool:
    """Whether a rule has this id, or is of this family or pack."""
    return rule_id == selector or rule_id.startswith(selector.rstrip("/") + "/")


def _selects(selector: str, rule: Rule) -> bool:
    if selector == "all" or selector == rule.id:
        return True
    return rule.status == "stable" and (selector == "default" or within(selector, rule.id))


def load_rules(folders: Sequence[str] = ()) -> RuleSet:
    """All rules of the installed packages and of the user's folders.

    Args:
        folders: paths of folders with rule files (`*.py`) and pattern packs (`*.toml`).

    Raises:
        RuleLoadError: a file that is no rule, or two rules of one id.
    """
    installed = _installed()
    rules = [rule for root in installed.roots for rule in root.rules]
    digest = hashlib.sha256(installed.digest.encode())
    for number, folder in enumerate(folders):
        path = Path(folder)
        if not path.is_dir():
            raise RuleLoadError(f"{folder}: no such folder of rules; mend `rules` in the configuration")
        rules += _load(path, f"mtqa_user_rules_{number}", path.resolve().name, digest)
    rules.sort(key=lambda rule: rule.id)
    for one, other in itertools.pairwise(rules):
        if one.id == other.id:
            raise RuleLoadError(f"two rules have the id {one.id!r}; rename one of the files")
    whole = digest.hexdigest() if folders else installed.digest
    return RuleSet(tuple(rules), whole[:12], installed.gone, installed.packages, folders)


def file_of(rule_id: str, folders: Sequence[str] = ()) -> Path | None:
    """The file that a rule stands in: a module, or a pack; `None` where there is none.

    Args:
        folders: of the user's own rules, as for `load_rules`.
    """
    places = [(Path(root.path), "") for root in _installed().roots]
    places += [(Path(folder), Path(folder).resolve().name) for folder in folders]
    for root, top in places:
        files = dict(_identified(root, top))
        found = files.get(rule_id) or files.get(rule_id.rpartition("/")[0])
        if found is not None:
            return found
    return None


@cache
def _installed() -> ruleindex.Index:
    """The rules of the installed packages: out of the index where there is one, else read, once in a process."""
    index = ruleindex.load(_whole)
    if index is not None:
        return index
    packages = [_package(point) for point in _points()]
    before = ruleindex.state([package.__name__ for package in packages])
    roots: list[ruleindex.Root] = []
    gone: dict[str, str] = {}
    digest = hashlib.sha256()
    for package in packages:
        for root in sorted(package.__path__):
            rules = list(_load(Path(root), package.__name__, "", digest))
            roots.append(ruleindex.Root(package.__name__, root, rules))
            gone |= _gone(Path(root))
    index = ruleindex.Index([package.__name__ for package in packages], roots, gone, digest.hexdigest())
    ruleindex.store(index, before)
    return index


def _points() -> list[EntryPoint]:
    from importlib.metadata import entry_points  # costs start-up time: the index knows them

    return sorted(entry_points(group=GROUP), key=lambda point: (point.name, point.value))


def _whole(package: str, root: str) -> ruleindex.Whole:
    """How the rules of the index are read whole, out of the same files."""
    files = cache(lambda: dict(_identified(Path(root), "")))  # costs start-up time
    packs = cache(lambda path, prefix: {rule.id: rule for rule in load_pack(path, prefix)})
    measured = cache(lambda: figures.read(Path(root)))

    def read(rule_id: str, made: Callable[[ModuleType, Path, str], Rule]) -> Rule:
        family, _, name = rule_id.rpartition("/")
        usual = Path(root, family, f"{name.replace('-', '_')}.py")
        path = usual if usual.is_file() else files().get(rule_id)
        if path is not None and path.suffix == ".py":
            return made(_import(path, package, path.relative_to(root)), path, rule_id)
        found: Rule = packs(files()[family], family)[rule_id]
        return found

    return ruleindex.Whole(
        lambda rule_id: read(rule_id, _from_module),
        lambda rule_id: read(rule_id, _checked),
        lambda rule_id: measured().get(rule_id, ()),
    )


def _gone(root: Path) -> dict[str, str]:
    """What became of the rules of earlier versions: the rows `old,since,new` of `gone.csv`, `new` may be empty."""
    path = root / "gone.csv"
    if not path.is_file():
        return {}
    with path.open(encoding="utf-8", newline="") as lines:
        return {
            row["old"]: f"since {row['since']} {row['new']!r} finds that: name it instead"
            if row["new"]
            else f"it is gone since {row['since']}: take it out"
            for row in csv.DictReader(lines)
        }


def _package(point: EntryPoint) -> ModuleType:
    """The package of rules that an entry point names."""
    try:
        package = point.load()
    except KeyboardInterrupt:
        raise
    except BaseException as error:
        raise RuleLoadError(f"cannot load the rules of the plug-in {point.value!r}: {described(error)}") from error
    if not isinstance(package, ModuleType) or not hasattr(package, "__path__"):
        raise RuleLoadError(f"the plug-in {point.value!r} is no package of rules; see {GROUP!r} in its metadata")
    return package


def _load(root: Path, package: str, top: str, digest: hashlib._Hash) -> Iterable[Rule]:
    """The rules below a root, with their figures."""
    try:
        measured = figures.read(root)
    except (OSError, ValueError) as error:
        raise RuleLoadError(str(error)) from error
    for rule in _read(root, package, top, digest):
        rule.figures = measured.get(rule.id, ())
        yield rule


def _identified(root: Path, top: str) -> Iterator[tuple[str, Path]]:
    """Rule files with their ids, which for packs are the beginning of ids."""
    for path in rule_files(root):
        relative = path.relative_to(root)
        family = relative.parent.as_posix() if relative.parent != Path() else top
        yield "/".join(filter(None, (family, path.stem.replace("_", "-")))), path


def _read(root: Path, package: str, top: str, digest: hashlib._Hash) -> Iterable[Rule]:
    for path in leant_on(root):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n"))
    lookup = Lookup()
    for rule_id, path in _identified(root, top):
        if not path.is_file():
            raise RuleLoadError(f"{path}: is no regular file; take it out of the rules")
        try:
            content = path.read_bytes()
        except OSError as error:
            raise RuleLoadError(f"{path}: cannot read the rule: {error.strerror}") from error
        digest.update(rule_id.encode() + b"\0" + content.replace(b"\r\n", b"\n") + b"\0")
        if path.suffix == ".toml":
            try:
                yield from load_pack(path, rule_id, lookup)
            except PackError as error:
                raise RuleLoadError(str(error)) from error
        else:
            yield _from_module(_import(path, package, path.relative_to(root)), path, rule_id)


def _import(path: Path, package: str, relative: Path) -> ModuleType:
    name = ".".join((package, *relative.with_suffix("").parts))
    try:
        if not package.startswith("mtqa_user_rules_"):
            return importlib.import_module(name)
        spec = importlib.util.spec_from_file_location(name, path)
        if spec is None or spec.loader is None:
            raise ImportError("not a Python file")
        module = importlib.util.module_from_spec(spec)
        sys.modules[name] = module
        with _no_bytecode():
            spec.loader.exec_module(module)
        return module
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # sys.exit, too: a rule ends no run
        sys.modules.pop(name, None)
        raise RuleLoadError(f"{path}: cannot load the rule: {described(error)}") from error


@contextmanager
def _no_bytecode() -> Iterator[None]:
    """Nothing is written beside the user's rules: a run writes its reports, and no other file."""
    before = sys.dont_write_bytecode
    sys.dont_write_bytecode = True
    try:
        yield
    finally:
        sys.dont_write_bytecode = before


def _checked(module: ModuleType, path: Path, rule_id: str) -> Rule:
    """The rule of a module, without its examples.

    Raises:
        RuleLoadError: what is wrong with it.
    """
    rule = getattr(module, "rule", None)
    if not isinstance(rule, Rule) or rule.run is None:
        raise RuleLoadError(f"{path}: a rule file defines `rule = Rule(…)` and a function under `@rule.check`")
    rule.id = rule_id
    rule.page = (module.__doc__ or "").strip() + "\n"
    try:
        rule.leave = exceptions(getattr(module, "LEAVE", ()))
    except (AttributeError, TypeError, ValueError) as error:
        raise RuleLoadError(f"{path}: LEAVE must be a list of (pattern, sentence): {error}") from None
    return rule


def _from_module(module: ModuleType, path: Path, rule_id: str) -> Rule:
    """The rule of a module.

    Raises:
        RuleLoadError: what is wrong with it.
    """
    rule = _checked(module, path, rule_id)
    try:
        rule.bad = examples(getattr(module, "BAD", ()))
        rule.good = examples(getattr(module, "GOOD", ()))
    except TypeError:
        raise RuleLoadError(f"{path}: BAD and GOOD must be lists of texts or examples") from None
    return rule
