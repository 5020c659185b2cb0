"""Prints the word lists that stand as literals in rules and engine, and what each shares with the shared ones.

    python tools/word_lists.py [PATHS…]      rules/ and mtqa/ by default

A list is a `"…".split()`, or a set, tuple or list of words, of four words or more. Alternatives in a
regular expression are not read. Tests use `lists` and `shared` (tests/test_word_lists.py).
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import mtqa.knowledge

ROOT = Path(__file__).parents[1]
SHORTEST = 4
_WORD = re.compile(r"[A-Za-z][A-Za-z'’.-]*")
_CODE = re.compile(r"[A-Z]{1,3}")  # word classes, states


@dataclass(frozen=True)
class WordList:
    """A literal list of words.

    Attributes:
        path, line: where it begins.
        name: what it is assigned to, or "" within an expression.
        words: its words.
    """

    path: Path
    line: int
    name: str
    words: frozenset[str]

    def nearest(self, classes: dict[str, frozenset[str]]) -> tuple[float, str]:
        """The share of its words that lie in one shared class, and that class; (0, "") if it has no word of any."""
        shares = ((len(self.words & known) / len(self.words), name) for name, known in classes.items())
        return max(shares, key=lambda found: (found[0], -len(classes[found[1]])), default=(0.0, ""))


def shared() -> dict[str, frozenset[str]]:
    """The shared classes by name."""
    names = [each.name for each in pkgutil.iter_modules(mtqa.knowledge.__path__)]
    found = [pair for name in names for pair in vars(importlib.import_module(f"mtqa.knowledge.{name}")).items()]
    return {name: value for name, value in found if name.isupper() and isinstance(value, frozenset)}


def lists(path: Path) -> Iterator[WordList]:
    """The literal word lists of a module, in reading order."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: dict[ast.AST, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            target = node.targets[0] if isinstance(node, ast.Assign) else node.target
            names.update((inner, target.id) for inner in ast.walk(node.value) if isinstance(target, ast.Name))
    examples = {"BAD", "GOOD", "__all__", "__slots__"}
    taken_out = {node.right for node in ast.walk(tree) if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub)}
    for node in ast.walk(tree):
        found = [] if node in taken_out else _words(node)
        if len(found) < SHORTEST or names.get(node) in examples or all(_CODE.fullmatch(word) for word in found):
            continue
        if all(_WORD.fullmatch(word) for word in found):
            yield WordList(path, node.lineno, names.get(node, ""), frozenset(found))  # type: ignore[attr-defined]


def _words(node: ast.AST) -> list[str]:
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Constant(value=str(text)), attr="split"), args=[]):
            return text.split()
        case ast.Set(elts=items) | ast.Tuple(elts=items) | ast.List(elts=items):
            found = [item.value for item in items if isinstance(item, ast.Constant) and isinstance(item.value, str)]
            return found if len(found) == len(items) else []
        case _:
            return []


def modules(paths: list[Path]) -> list[Path]:
    """The modules under the paths, without the shared lists themselves."""
    found = [path for top in paths for path in ([top] if top.is_file() else sorted(top.rglob("*.py")))]
    return [path for path in found if "knowledge" not in path.parts]


def main() -> None:
    """Prints a line a list, and how many there are."""
    classes = shared()
    paths = [Path(argument).resolve() for argument in sys.argv[1:]] or [ROOT / "rules", ROOT / "mtqa"]
    found = [each for path in modules(paths) for each in lists(path)]
    for each in found:
        share, nearest = each.nearest(classes)
        place = each.path.relative_to(ROOT) if each.path.is_relative_to(ROOT) else each.path
        print(f"{place}:{each.line}\t{each.name or '-'}\t{len(each.words)}\t{share:.0%} {nearest}")
    print(f"{len(found)} lists of {SHORTEST} words or more in {len({each.path for each in found})} modules")


if __name__ == "__main__":
    main()
