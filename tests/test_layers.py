"""Who imports whom: no circles, and nothing looks up at what stands on it.

Imports for the type checker alone do not count; imports inside functions do.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent

#: From the ground up. A module may import those of its own layer and of the layers before it; `name.*` is all of a
#: package. Within a layer the test for circles is enough.
LAYERS: dict[str, tuple[str, ...]] = {
    "values": (
        *("_version", "extras", "finding", "guard", "kept", "lazy", "segment", "shelf", "suggestion", "unicode"),
        *("data", "marks", "plaindata", "again", "cycles", "values", "patterns"),
    ),
    "knowledge": ("knowledge.*",),
    "analysis": ("analysis.*",),
    "document": ("document", "notebook"),
    "rule": ("matching.*", "figures", "rule", "rulefacts", "rulefiles", "ruleindex", "registry"),
    "readers": ("perpath", "readers.*"),
    "engine": (
        *("report", "score", "gate", "metrics", "suppress", "baseline", "pastreport", "jobs", "seen"),
        *("dispatch", "profile", "engine", "resultcache", "fixing"),
        *("config", "configfile", "confignested", "configplace", "configvalues"),
    ),
    "reporters": ("reporters.*", "tables.*", "verdicts"),
    "review": ("precision", "teach", "review.*"),
    "command line": (
        *("", "editor.*", "cli.*", "__main__", "frames", "pandas", "polars"),
        *("batch", "dask", "duck", "spark", "sparkjob"),
    ),
}


def modules(folder: str, package: str) -> dict[str, Path]:
    found = {}
    for path in sorted((ROOT / folder).rglob("*.py")):
        parts = path.relative_to(ROOT / folder).with_suffix("").parts
        found[".".join((package, *parts)).removesuffix(".__init__")] = path
    return found


MODULES = modules("mtqa", "mtqa")


def imported(path: Path) -> set[str]:
    """Modules of ours that a file imports when it runs."""
    return {name for name in _named(ast.parse(path.read_text(encoding="utf-8"))) if name in MODULES}


def _named(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
        return
    if isinstance(node, ast.Import):
        yield from (alias.name for alias in node.names)
    elif isinstance(node, ast.ImportFrom):
        assert node.level == 0, "imports here are absolute"
        for alias in node.names:
            inner = f"{node.module}.{alias.name}"
            yield inner if inner in MODULES else node.module or ""
    for child in ast.iter_child_nodes(node):
        yield from _named(child)


def layer(module: str) -> int:
    name = module.removeprefix("mtqa").removeprefix(".")
    for number, names in enumerate(LAYERS.values()):
        if name in names or (name and f"{name.partition('.')[0]}.*" in names):
            return number
    pytest.fail(f"{module} stands in no layer: give it one in LAYERS")


def test_no_import_goes_round_in_a_circle() -> None:
    graph = {name: sorted(imported(path)) for name, path in MODULES.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        pytest.fail(" imports ".join(reversed(error.args[1])))


@pytest.mark.parametrize("module", MODULES)
def test_no_module_looks_up(module: str) -> None:
    above = [other for other in sorted(imported(MODULES[module])) if layer(other) > layer(module)]
    assert not above, f"{module} is of a layer below {above}"


def test_rules_see_documents_not_runs() -> None:
    limit = list(LAYERS).index("rule")
    for name, path in modules("rules", "mtqa_rules").items():
        above = [other for other in sorted(imported(path)) if other != "mtqa" and layer(other) > limit]
        assert not above, f"{name} imports {above}: a rule asks its document, nothing else"


def test_a_circle_would_be_seen(tmp_path: Path) -> None:
    late = tmp_path / "late.py"
    late.write_text("def f():\n    from mtqa.engine import Engine\n", encoding="utf-8")
    typed = tmp_path / "typed.py"
    typed.write_text("if TYPE_CHECKING:\n    from mtqa import engine\n", encoding="utf-8")
    assert imported(late) == {"mtqa.engine"}
    assert imported(typed) == set()
