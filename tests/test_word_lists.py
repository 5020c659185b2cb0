"""Words stand once: a list in a rule that mostly repeats a shared class is named, with the class to use."""

from __future__ import annotations

from pathlib import Path

import pytest
import word_lists

ROOT = Path(__file__).parents[1]
#: Lists that lie within a class and mean less than it, or that nobody has looked at: `path name class`. None is to be
#: added; a line goes with its list.
LEFT = Path(__file__).with_name("word_lists_left.txt")


def found(paths: list[Path]) -> list[str]:
    classes = word_lists.shared()
    repeated = []
    for path in word_lists.modules(paths):
        for each in word_lists.lists(path):
            share, name = each.nearest(classes)
            if share >= 0.6:
                place = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
                repeated.append(f"{place} {each.name or '-'} {name}")
    return sorted(repeated)


def test_no_list_repeats_a_shared_class() -> None:
    left = LEFT.read_text(encoding="utf-8").splitlines()
    now = found([ROOT / "rules"])
    new = [line for line in now if line not in left]
    assert not new, "a list mostly repeats a class of mtqa.knowledge: write CLASS - {…} or CLASS | {…}"


@pytest.mark.parametrize(
    ("line", "repeats"),
    [
        ('_SUBJECTS = frozenset("he she we they somebody".split())', ["rule.py _SUBJECTS NOMINATIVES"]),
        ('if word in ("is", "are", "was", "were"): pass', ["rule.py - FINITE_BE"]),
        ('_DISHES = frozenset("cake cakes cutlet cutlets".split())', []),
        ('_FEW = {"he", "she"}', []),
        ('GOOD = ["he", "she", "we", "they"]', []),
        ("_SUBJECTS = SUBJECTS | {'somebody'}", []),
    ],
)
def test_a_list_is_named_with_the_class_it_repeats(tmp_path: Path, line: str, repeats: list[str]) -> None:
    path = tmp_path / "rule.py"
    path.write_text(line + "\n", encoding="utf-8")
    assert found([path]) == repeats


def test_no_class_stands_twice() -> None:
    seen: dict[frozenset[str], str] = {}
    for name, words in word_lists.shared().items():
        assert words not in seen, f"{name} and {seen.get(words)} hold the same words"
        seen[words] = name
