"""`mtqa rules new`: a rule file to fill in."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from mtqa.cli.messages import Fault
from mtqa.finding import CATEGORIES, SEVERITIES
from mtqa.lazy import regex
from mtqa.rule import UNFILLED, Rule

_ID = regex(r"([a-z][a-z0-9_-]{0,40})/([a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){0,8})")

_TEMPLATE = f'''"""{UNFILLED}: what is wrong, in one sentence.

Why it happens: {UNFILLED}: what makes an engine write this.

How it is found: {UNFILLED}: in words, not in code.

What it leaves alone: {UNFILLED}: what looks like it and is right.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="minor")

#: Texts with the defect, the span in double square brackets.
BAD: list[str] = []
#: Texts that look like it and are right: the hard ones.
GOOD: list[str] = []


@rule.check
def check(document: Document) -> Iterator[Match]:
    """{UNFILLED}: what is flagged."""
    for sentence, i in document.analysis.find("a lower-cased word"):
        token = sentence.tokens[i]
        yield Match(sentence.segment, token.start, token.end, "{UNFILLED}: what is wrong, for an editor.", ())
'''


def write(rule_id: str, folders: Sequence[str], rules: Sequence[Rule]) -> tuple[Path, list[str]]:
    """Write the file of a new rule; its path, and what is to be done next.

    Args:
        rule_id: FAMILY/NAME.
        folders: of rules, as the configuration names them.
        rules: those there are.

    Raises:
        Fault: no such id can be, or there is one.
    """
    found = _ID.fullmatch(rule_id)
    if found is None:
        raise Fault(f"no id for a rule: {rule_id!r}; wanted FAMILY/NAME, lower-case words joined by hyphens")
    family, name = found.groups()
    if any(rule.id == rule_id for rule in rules):
        raise Fault(f"there is a rule {rule_id!r}; see `mtqa explain {rule_id}`")
    folder, loaded = _folder(family, folders)
    path = folder / f"{name.replace('-', '_')}.py"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_TEMPLATE)
        if folder.parent.joinpath("__init__.py").is_file() and not (folder / "__init__.py").exists():
            (folder / "__init__.py").touch()
    except FileExistsError:
        raise Fault(f"{path}: there is such a file; choose another name") from None
    except OSError as error:
        raise Fault(f"{path}: cannot write the rule: {error.strerror}") from error
    steps = [] if loaded else [f'name the folder in the configuration: rules = ["{folder.as_posix()}"]']
    steps.append(f"fill in what says {UNFILLED}, and BAD and GOOD")
    steps.append(f"categories: {', '.join(CATEGORIES)}")
    steps.append(f"severities: {', '.join(SEVERITIES)}")
    steps.append(f"test it: mtqa rules --selftest {rule_id}")
    return path, steps


def _folder(family: str, folders: Sequence[str]) -> tuple[Path, bool]:
    """Where a family lives: a folder of the configuration, mtqa's own in a checkout, or here; and if it is loaded."""
    for folder in map(Path, folders):
        if folder.resolve().name == family:
            return _short(folder), True
        if (folder / family).is_dir():
            return _short(folder / family), True
    import mtqa_rules

    own = Path(mtqa_rules.__file__ or "").parent
    if own == Path.cwd() / "rules":
        return Path("rules") / family, True
    return Path(family), False


def _short(path: Path) -> Path:
    """A path as seen from here, where it lies below."""
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path
