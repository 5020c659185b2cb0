"""The index of rules: it says what the rules say, is right or not used, and is read from no place that others write."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from mtqa import kept, registry, ruleindex, shelf
from mtqa.document import Document
from mtqa.engine import Engine
from mtqa.matching.pack import Lookup
from mtqa.rule import Rule

RULE = '''"""The word is {word}."""

from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(category="fluency/spelling", severity="major", words=frozenset(("{word}",)))
BAD = ["A [[{word}]] here."]
GOOD = ["Nothing here."]


@rule.check
def check(document):
    for sentence, i in document.analysis.find("{word}"):
        token = sentence.tokens[i]
        yield Match(sentence.segment, token.start, token.end, "The word is {word}.")
'''
PACK = """[[pattern]]
name = "two"
title = "Two words."
message = "“{text}” are two words."
category = "fluency/grammar"
severity = "minor"
any_of = [["grey gull", "white gull"], "blue <word> gull"]
leave = [["a grey gull", "A grey gull [[grey gull]]."]]
bad = ["The [[grey gull]] sat."]
good = ["The gull sat."]
"""
RUN = """
import json, sys
from mtqa import Document, ruleindex
from mtqa.engine import Engine
from mtqa.config import Config
engine = Engine(Config(select=("house",)))
listed = [isinstance(rule, ruleindex.Listed) for rule in engine.rules]
found = [(one.rule, one.text) for one in engine.check(Document.from_text(sys.argv[1])).findings]
print(json.dumps([listed, found, "mtqa_house.house.word" in sys.modules]))
"""
TEXT = "The grey gull saw a badword and a baadword, then a grey gull flew."


@pytest.fixture(autouse=True)
def shelf_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty cache, and no rules read yet."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.delenv(shelf.SWITCH, raising=False)
    return tmp_path / "cache" / "mtqa"


@pytest.fixture
def fresh() -> Iterator[Callable[[], tuple[Rule, ...]]]:
    """Loads the installed rules anew."""

    def load() -> tuple[Rule, ...]:
        registry._installed.cache_clear()
        return registry.load_rules().rules

    yield load
    registry._installed.cache_clear()


@pytest.fixture
def settled(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files of a moment ago count as old."""
    monkeypatch.setattr(kept, "_BEGAN", time.time_ns() + 3_600_000_000_000)


@pytest.fixture
def plugin(tmp_path: Path) -> Callable[..., list[object]]:
    """A package of rules that is installed; gives what a process of its own says of the text."""
    site = tmp_path / "site"
    info = site / "mtqa_house-1.dist-info"
    family = site / "mtqa_house" / "house"
    info.mkdir(parents=True)
    family.mkdir(parents=True)
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: mtqa-house\nVersion: 1\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[mtqa.rules]\nhouse = mtqa_house\n", encoding="utf-8")
    for folder in (family, family.parent):
        (folder / "__init__.py").write_text("", encoding="utf-8")
    (family / "word.py").write_text(RULE.format(word="badword"), encoding="utf-8")
    (family / "pack.toml").write_text(PACK, encoding="utf-8")

    def run(text: str = TEXT) -> list[object]:
        paths = os.pathsep.join(filter(None, (str(site), os.environ.get("PYTHONPATH"))))
        begun = f"from mtqa import kept; kept._BEGAN += 3_600_000_000_000\n{RUN}"
        done = subprocess.run(
            [sys.executable, "-c", begun, text],
            env={**os.environ, "PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"},
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
        )
        found: list[object] = json.loads(done.stdout)
        return found

    return run


FOUND = [["house/pack/two", "grey gull"], ["house/word", "badword"]]


@pytest.mark.usefixtures("settled")
def test_the_index_says_what_the_rules_say(fresh: Callable[[], tuple[Rule, ...]]) -> None:
    plain, listed = fresh(), fresh()
    document = Document.from_text("I'm sorry, but I can't translate this content.")
    assert not any(isinstance(rule, ruleindex.Listed) for rule in plain)
    assert all(isinstance(rule, ruleindex.Listed) for rule in listed)
    assert [rule.title for rule in plain] == [rule.title for rule in listed]
    for one, other in zip(plain, listed, strict=True):
        for name in Rule.__dataclass_fields__:
            if name not in ("among", "run", "reach"):
                assert getattr(one, name) == getattr(other, name), (one.id, name)
        assert (one.among is None) == (other.among is None)
        assert (one.reach is None) == (other.reach is None)
        if one.among and other.among:
            old, new = one.among[0], other.among[0]
            assert one.among[1] == other.among[1]
            assert isinstance(old, Lookup) == isinstance(new, Lookup)
            if not isinstance(old, Lookup) or not isinstance(new, Lookup):
                assert old(document.analysis) == new(document.analysis)
                continue
            pairs = {first: new.of_pair[first] for first in new.of_pair}
            assert json.loads(json.dumps([old.of_word, old.of_pair])) == [new.of_word, pairs]


def test_rules_are_loaded_when_they_first_run(plugin: Callable[..., list[object]]) -> None:
    assert plugin() == [[False, False], FOUND, True]
    assert plugin() == [[True, True], FOUND, True]
    assert plugin("The gull sat.") == [[True, True], [], False]


def test_what_changed_is_read_anew(plugin: Callable[..., list[object]], tmp_path: Path) -> None:
    plugin()
    file = tmp_path / "site" / "mtqa_house" / "house" / "word.py"
    before = os.stat(file)
    file.write_text(RULE.format(word="baadword").replace("A [[baa", "A[[baa"), encoding="utf-8")  # as long as it was
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert plugin()[:2] == [[False, False], [FOUND[0], ["house/word", "baadword"]]]
    (file.parent / "_helper.py").write_text("", encoding="utf-8")
    assert plugin()[0] == [False, False]
    assert plugin()[0] == [True, True]
    (tmp_path / "site" / "mtqa_house-1.dist-info" / "entry_points.txt").write_text("", encoding="utf-8")
    with pytest.raises(subprocess.CalledProcessError):  # no such rules any more
        plugin()


def test_an_index_that_is_broken_is_made_anew(plugin: Callable[..., list[object]], shelf_folder: Path) -> None:
    plugin()
    (file,) = shelf_folder.glob("rules-*")
    whole = file.read_bytes()
    for data in (b"", whole[:-100], b"\0" * len(whole), whole[:200] + b"x" + whole[201:], b"{}"):
        file.write_bytes(data)
        assert plugin()[0] == [False, False]
        assert file.read_bytes() == whole
    name = file.name.removesuffix(".mtqa")
    for strange in (
        b"",
        b"[]",
        b"{}",
        b"[" * 100_000,
        b'{"format":1,"key":"","packages":["nowhere"]}',
        b"null",
        b"\xff",
    ):
        shelf.write(name, strange)  # whole, and not what it should be
        assert plugin()[0] == [False, False]
    assert plugin()[0] == [True, True]


@pytest.mark.skipif(os.name == "nt", reason="no such rights")
def test_nothing_is_read_that_others_may_write(plugin: Callable[..., list[object]], shelf_folder: Path) -> None:
    plugin()
    (file,) = shelf_folder.glob("rules-*")
    for path, mode in ((shelf_folder, 0o777), (file, 0o666)):
        before = path.stat().st_mode
        path.chmod(mode)
        assert shelf.read(file.name.removesuffix(".mtqa")) is None
        path.chmod(before)
    assert shelf.read(file.name.removesuffix(".mtqa")) is not None
    moved = file.rename(shelf_folder.parent / "moved")
    file.symlink_to(moved)
    assert shelf.read(file.name.removesuffix(".mtqa")) is None


def test_without_a_place_to_keep_it_all_is_as_well(
    plugin: Callable[..., list[object]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    for base in (str(tmp_path / "file"), "/proc/none", ""):
        monkeypatch.setenv("XDG_CACHE_HOME", base)
        monkeypatch.setenv("HOME", "/proc/none")
        assert plugin()[:2] == [[False, False], FOUND]
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", str(tmp_path))
    assert shelf.folder() != str(Path("cache", "mtqa").resolve())  # a relative one might lie in what is checked
    monkeypatch.setenv(shelf.SWITCH, shelf.OFF)
    assert shelf.folder() is None


def test_two_that_write_at_once_do_no_harm(shelf_folder: Path) -> None:
    line = "import sys; from mtqa import shelf\nfor i in range(200): shelf.write('one', sys.argv[1].encode() * 50_000)"
    writers = [subprocess.Popen([sys.executable, "-c", line, letter]) for letter in "abc"]
    seen = set()
    while any(writer.poll() is None for writer in writers):
        seen.add(shelf.read("one"))
    assert all(writer.returncode == 0 for writer in writers)
    assert seen <= {None, *(letter * 50_000 for letter in (b"a", b"b", b"c"))}
    assert [path.name for path in shelf_folder.iterdir()] == ["one.mtqa"]


def test_old_files_go(shelf_folder: Path) -> None:
    for number in range(130):
        shelf.write(f"f{number}", b"data")
    assert len(list(shelf_folder.iterdir())) == 120
    for path in shelf_folder.iterdir():
        os.utime(path, (0, 0))
    shelf.write("new", b"data")
    assert [path.name for path in shelf_folder.iterdir()] == ["new.mtqa"]


def test_what_lies_in_a_checked_folder_is_not_read(
    shelf_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from mtqa.cli.trust import keep_off_content

    monkeypatch.setenv(shelf.SWITCH, "on")
    (tmp_path / "feeds").mkdir()
    keep_off_content([str(tmp_path / "feeds")])
    assert shelf.folder() == str(shelf_folder)
    keep_off_content([str(tmp_path / "feeds"), str(tmp_path)])
    assert shelf.folder() is None


@pytest.mark.usefixtures("settled")
def test_findings_are_the_same(fresh: Callable[[], tuple[Rule, ...]]) -> None:
    text = (Path(__file__).parents[1] / "samples" / "japan-russia-talks.txt").read_text(encoding="utf-8")
    fresh()
    first = Engine().check(Document.from_text(text))
    assert isinstance(fresh()[0], ruleindex.Listed)
    assert Engine().check(Document.from_text(text)) == first
