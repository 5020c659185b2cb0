"""Takes every guard of the rules out in turn and names those whose absence changes no example.

    python tools/guards.py [PATHS…] [--texts FILES…]      rules/ by default; files or folders

A guard is an `if` that only leaves (`continue`, `return`, `return None`, `False`, `-1` or an empty value), and an
operand of `and`, or of `or` in such an `if`. Comparisons with a length and with `None` are not counted: they keep the
code from failing; nor is a line that ends in `# cheap`: it only spares the work behind it. An example is one of
BAD, GOOD or LEAVE; a guard in a helper module is proved by any rule that leans on it. A rule whose engine is not
installed is left out.

With texts (JSONL of documents with segments, packed or not) each guard that no example needs is tried on them too: a
place that it changes wants to become an example; where it changes none, the guard can go.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import inspect
import signal
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from types import CodeType, FrameType, FunctionType, ModuleType
from typing import Any

from measure_rules import read

import mtqa_rules
from mtqa.document import Document, Segment
from mtqa.finding import Match
from mtqa.registry import load_rules
from mtqa.rule import Rule

ROOT = Path(mtqa_rules.__path__[0]).resolve()
#: Seconds of the processor after which a check without its guard counts as changed: some loops end only by it. Then
#: again and again, for Python passes over what is raised inside a callback.
PATIENCE = 2


@dataclass(frozen=True)
class Guard:
    """A condition that can be taken out.

    Attributes:
        path, line: where it stands.
        text: the condition as written.
        function: qualified name of the outermost function it stands in.
        without: the code of that function without it.
    """

    path: Path
    line: int
    text: str
    function: str
    without: CodeType

    @property
    def name(self) -> str:
        """`path function: condition`, the same wherever in the file it stands."""
        place = self.path.relative_to(ROOT) if self.path.is_relative_to(ROOT) else Path(self.path.name)
        return f"{place.as_posix()} {self.function}: {self.text}"


def guards(path: Path) -> Iterator[Guard]:
    """The guards of a module, in reading order."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    lines = source.split("\n")
    for name, function in _functions(tree):
        for node, take_out in list(_removable(function)):
            if lines[node.lineno - 1].endswith("# cheap"):
                continue
            text = " ".join((ast.get_source_segment(source, node) or "").split())
            put_back = take_out()
            code = compile(tree, str(path), "exec", dont_inherit=True)
            put_back()
            yield Guard(path, node.lineno, text, name, _code(code, name))


def _functions(tree: ast.Module) -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions of the module and methods of its classes, by qualified name."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            yield node.name, node
        elif isinstance(node, ast.ClassDef):
            methods = (inner for inner in node.body if isinstance(inner, ast.FunctionDef))
            yield from ((f"{node.name}.{inner.name}", inner) for inner in methods)


def _removable(function: ast.FunctionDef) -> Iterator[tuple[ast.expr, Callable[[], Callable[[], None]]]]:
    """Every guard's condition, with what takes it out and returns what puts it back."""
    for node in ast.walk(function):
        if isinstance(node, ast.If) and not node.orelse and len(node.body) == 1 and _leaves(node.body[0]):
            if isinstance(node.test, ast.BoolOp) and isinstance(node.test.op, ast.Or):
                yield from _each(node.test)
            elif not _for_safety(node.test):
                yield node.test, _swap(node, "test", ast.Constant(False, lineno=node.lineno, col_offset=0))
        elif isinstance(node, ast.BoolOp) and isinstance(node.op, ast.And):
            yield from _each(node)


def _each(node: ast.BoolOp) -> Iterator[tuple[ast.expr, Callable[[], Callable[[], None]]]]:
    for operand in node.values:
        if not _for_safety(operand):
            rest = [other for other in node.values if other is not operand]
            yield operand, _swap(node, "values", rest if len(rest) > 1 else [rest[0], rest[0]])


def _swap(node: ast.AST, field: str, value: object) -> Callable[[], Callable[[], None]]:
    def take_out() -> Callable[[], None]:
        old = getattr(node, field)
        setattr(node, field, value)
        return lambda: setattr(node, field, old)

    return take_out


def _leaves(node: ast.stmt) -> bool:
    """Whether a statement only leaves: nothing is found here."""
    if isinstance(node, ast.Continue | ast.Break):
        return True
    if not isinstance(node, ast.Return):
        return False
    value = node.value
    if isinstance(value, ast.Constant):
        return value.value in (None, False, "", 0, -1)
    if isinstance(value, ast.UnaryOp):
        return isinstance(value.operand, ast.Constant)
    return value is None or (isinstance(value, ast.List | ast.Tuple) and not value.elts)


def _for_safety(test: ast.expr) -> bool:
    """Whether a condition only keeps the code from failing: a length, a type, something being there."""
    for node in ast.walk(test):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("len", "isinstance"):
            return True
        if isinstance(node, ast.Constant) and node.value is None:
            return True
    return isinstance(test, ast.Name) or (isinstance(test, ast.UnaryOp) and isinstance(test.operand, ast.Name))


def _code(module: CodeType, name: str) -> CodeType:
    """The code of a function or method in the code of its module."""
    code = module
    for part in name.split("."):
        code = [inner for inner in code.co_consts if isinstance(inner, CodeType) and inner.co_name == part][-1]
    return code


class _Texts:
    """Documents and what a rule finds in them."""

    def __init__(self, rule: Rule, documents: Sequence[Document]) -> None:
        self.rule = rule
        self.documents = documents
        self.kept = [self._found(document) for document in documents]

    def changed(self) -> str | None:
        """A document that is judged otherwise than before, and what is or was found in it."""
        for document, kept in zip(self.documents, self.kept, strict=True):
            found = self._found(document)
            if found != kept:
                return f"{document.id}: {_shown(document, kept, found)}"
        return None

    def _found(self, document: Document) -> tuple[object, ...]:
        assert self.rule.run is not None
        document.analysis.__dict__.pop("_views", None)  # what families computed
        signal.setitimer(signal.ITIMER_VIRTUAL, PATIENCE, PATIENCE / 4)
        try:
            missing = self.rule.missing(document)
            return () if missing else tuple(self.rule.run(document))
        except Exception as error:  # without its guard a rule may crash: that, too, is a change
            return (type(error).__name__,)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)


def _shown(document: Document, kept: tuple[object, ...], found: tuple[object, ...]) -> str:
    match = next((one for one in (*found, *kept) if (one in found) != (one in kept)), None)
    if not isinstance(match, Match):
        return str(match)
    text = document.segments[match.segment].target
    return f"{text[max(0, match.start - 60) : match.start]}[[{text[match.start : match.end]}]]{text[match.end :][:40]}"


def _examples(rule: Rule) -> _Texts:
    given = (*rule.bad, *rule.good, *(one.example for one in rule.leave))
    return _Texts(rule, [example.document()[0] for example in given])


def _function(module: ModuleType, name: str) -> tuple[FunctionType, Callable[[], None]]:
    """The function behind its decorators, and what empties the caches of its module."""
    owner: Any = module
    for part in name.split("."):
        owner = inspect.getattr_static(owner, part)
    found = getattr(owner, "fget", None) or getattr(owner, "func", None) or owner
    found = getattr(found, "__func__", found)
    kept = [one for one in vars(module).values() if hasattr(one, "cache_clear") and not isinstance(one, type)]
    caches = [one.cache_clear for one in kept]

    def empty() -> None:
        for clear in caches:
            clear()

    return inspect.unwrap(found), empty


def _imports(path: Path) -> set[str]:
    """Modules of rules that a module imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def _module(path: Path) -> str:
    return ".".join(("mtqa_rules", *path.resolve().relative_to(ROOT).with_suffix("").parts))


def _name(rule: Rule) -> str:
    return "mtqa_rules." + rule.id.replace("/", ".").replace("-", "_")


def _users(rules: Sequence[Rule]) -> dict[str, list[Rule]]:
    """For every module of rules the rules that lean on it."""
    paths = sorted(ROOT.glob("*/*.py"))
    imports = {_module(path): _imports(path) for path in paths}
    by_module = {_name(rule): rule for rule in rules if rule.id.count("/") == 1}
    users: dict[str, list[Rule]] = {name: [] for name in imports}
    for name, rule in by_module.items():
        seen, queue = {name}, [name]
        while queue:
            for other in sorted(imports.get(queue.pop(), set()) & imports.keys()):
                if other not in seen:
                    seen.add(other)
                    queue.append(other)
        for other in seen & imports.keys():
            users[other].append(rule)
    return users


def _late(_signal: int, _frame: FrameType | None) -> None:
    raise TimeoutError


def idle(paths: Sequence[Path], documents: Sequence[Document] = ()) -> Iterator[tuple[Guard, str | None]]:
    """The guards of these modules of rules that no example needs, each with a document that does."""
    users = _users(load_rules().rules)
    examples: dict[str, _Texts] = {}
    before = signal.signal(signal.SIGVTALRM, _late)
    try:
        for path in paths:
            module = importlib.import_module(_module(path))
            concerned = users[_module(path)]
            if concerned and all(rule.extra is not None and rule.extra.missing for rule in concerned):
                continue  # an engine that is not installed proves nothing
            for rule in concerned:
                if rule.id not in examples:
                    examples[rule.id] = _examples(rule)
            real: list[_Texts] | None = None
            for guard in guards(path):
                function, forget = _function(module, guard.function)
                with _without(function, guard.without, forget):
                    proved = any(examples[rule.id].changed() for rule in concerned)
                if proved:
                    continue
                if real is None:
                    real = [_Texts(rule, documents) for rule in concerned]
                with _without(function, guard.without, forget):
                    changes = next(filter(None, (texts.changed() for texts in real)), None)
                yield guard, changes
    finally:
        signal.signal(signal.SIGVTALRM, before)


@contextmanager
def _without(function: FunctionType, code: CodeType, forget: Callable[[], None]) -> Iterator[None]:
    whole = function.__code__
    function.__code__ = code
    forget()
    try:
        yield
    finally:
        function.__code__ = whole
        forget()


def modules(paths: Sequence[Path]) -> list[Path]:
    """The modules of rules in these files and folders."""
    found = [path for top in paths for path in ([top] if top.is_file() else sorted(top.rglob("*.py")))]
    return [path for path in found if path.name != "__init__.py" and "data" not in path.parts]


def _documents(path: Path, limit: int) -> Iterator[Document]:
    for number, item in enumerate(islice(read(path), limit)):
        segments = [Segment(one["target"], one.get("source")) for one in item["segments"]]
        yield Document(f"{path.name}:{number}", segments)


def main() -> None:
    """Prints a line a guard that nothing proves, and how many there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[ROOT])
    parser.add_argument("--texts", nargs="+", type=Path, default=[])
    parser.add_argument("--limit", type=int, default=1000, help="documents a file at most")
    args = parser.parse_args()
    documents = [document for path in args.texts for document in _documents(path, args.limit)]
    paths = modules(args.paths)
    found = 0
    for guard, changes in idle(paths, documents):
        found += 1
        place = f"{guard.path}:{guard.line}: {guard.function}: {guard.text}"
        print(place + (f"\n    {changes}" if changes else ""), flush=True)
    total = sum(1 for path in paths for _ in guards(path))
    print(f"{found} of {total} guards change no example")


if __name__ == "__main__":
    main()
