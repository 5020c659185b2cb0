"""Configuration files: where they are found, what they may say, and what is said of those that cannot be used."""

from __future__ import annotations

import dataclasses
import datetime
import re
from pathlib import Path

import pytest

from mtqa.config import Config, ConfigError
from mtqa.configfile import load_config
from mtqa.document import Document
from mtqa.gate import Gate
from mtqa.perpath import PathTable, PathTables
from mtqa.readers import ReadOptions, read_paths
from mtqa.suppress import Suppression


def write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_defaults_without_a_file() -> None:
    assert load_config() == Config()


def test_every_key_is_read(tmp_path: Path) -> None:
    (tmp_path / "house").mkdir()
    write(tmp_path / "people.csv", "")
    write(tmp_path / "terms.csv", "target\nbank\n")
    write(
        tmp_path / "mtqa.toml",
        """
        select = ["default", "names/chimera"]
        ignore = ["casing"]
        min-severity = "minor"
        fail-under = 60
        warn-under = 80.5
        fail-on = "never"
        poor = "fail"
        fail-share = "2%"
        max-findings = 500
        max-new = 0
        allow-unreadable = 1
        rules = ["house"]
        people = ["people.csv"]
        terms = ["terms.csv"]
        language = "en-GB"
        source-language = "zh-Hans"
        register = "news"
        empty = "fail"
        baseline = "accepted.json"
        exclude = ["old/**", "*.bak.txt"]
        formats = ["text", "sarif=out/mtqa.sarif"]
        output = "mtqa.txt"
        jobs = "auto"
        inline-marks = true
        nested = true
        [[suppress]]
        rule = "names/chimera"
        text = "Amur Louis"
        document = "a*"
        reason = "a person of that name"
        expires = 2027-01-31
        [[suppress]]
        rule = "casing"
        expires = 2026-11-30
        [[path]]
        match = "chat/**"
        register = "informal"
        [[path]]
        match = "old/*.csv"
        language = "de"
        source-language = "zh"
        encoding = "latin-1"
        select = ["names"]
        ignore = ["casing"]
        severity = { "names/chimera" = "minor" }
        min-severity = "major"
        fail-under = 50
        warn-under = 60
        fail-on = "never"
        poor = "ignore"
        register = "news"
        [severity]
        "names/chimera" = "major"
        casing = "neutral"
        """,
    )
    config = load_config(tmp_path).on(datetime.date(2027, 1, 30))
    assert config == Config(
        select=("default", "names/chimera"),
        ignore=("casing",),
        min_severity="minor",
        fail_under=60.0,
        warn_under=80.5,
        fail_on=None,
        poor="fail",
        run_gate=Gate(fail_share=0.02, max_findings=500, max_new=0, allow_unreadable=1),
        rules=(str(tmp_path / "house"),),
        people=(str(tmp_path / "people.csv"),),
        terms=(str(tmp_path / "terms.csv"),),
        language="en-GB",
        source_language="zh-Hans",
        register="news",
        paths=PathTables(
            (
                PathTable("chat/**", register="informal", folder=str(tmp_path)),
                PathTable(
                    "old/*.csv",
                    language="de",
                    source_language="zh",
                    encoding="cp1252",
                    select=("names",),
                    ignore=("casing",),
                    severity=(("names/chimera", "minor"),),
                    min_severity="major",
                    fail_under=50.0,
                    warn_under=60.0,
                    fail_on="never",
                    poor="ignore",
                    register="news",
                    folder=str(tmp_path),
                ),
            )
        ),
        severity=(("casing", "neutral"), ("names/chimera", "major")),
        baseline=str(tmp_path / "accepted.json"),
        exclude=(("old/**", str(tmp_path)), ("*.bak.txt", str(tmp_path))),
        formats=("text", f"sarif={tmp_path / 'out/mtqa.sarif'}"),
        output=str(tmp_path / "mtqa.txt"),
        jobs=0,
        inline_marks=True,
        nested=True,
        file=str(tmp_path / "mtqa.toml"),
        files=(str(tmp_path / "mtqa.toml"),),
        origins={"select": (f"{tmp_path / 'mtqa.toml'}:2",)},
        empty="fail",
        suppress=(
            Suppression("names/chimera", "Amur Louis", "a*", "a person of that name", datetime.date(2027, 1, 31)),
        ),
        expired=(Suppression("casing", expires=datetime.date(2026, 11, 30)),),
    )
    assert [one.where for one in config.suppress] == [f"{tmp_path / 'mtqa.toml'}:27"]
    for field in dataclasses.fields(Config):
        assert getattr(config, field.name) != getattr(Config(), field.name), f"{field.name} is not tried here"
    for field in dataclasses.fields(PathTable):
        assert getattr(config.paths.tables[1], field.name), f"{field.name} of a table is not tried here"


def test_nearest_file_upward_with_a_table_decides(tmp_path: Path) -> None:
    write(tmp_path / "pyproject.toml", "[tool.mtqa]\nfail-under = 1\n")
    write(tmp_path / "a/pyproject.toml", "[tool.other]\nkey = 1\n")
    (tmp_path / "a/b").mkdir()
    assert load_config(tmp_path / "a/b").fail_under == 1
    write(tmp_path / "a/mtqa.toml", "fail-under = 2\n")
    assert load_config(tmp_path / "a/b").fail_under == 2
    write(tmp_path / "a/b/pyproject.toml", "[tool.mtqa]\nfail-under = 3\n")
    assert load_config(tmp_path / "a/b").fail_under == 3
    write(tmp_path / "a/b/mtqa.toml", "fail-under = 4\n")
    assert load_config(tmp_path / "a/b").fail_under == 4, "mtqa.toml wins in its folder"
    assert load_config(tmp_path / "a/b", tmp_path / "pyproject.toml").fail_under == 1


def test_relative_paths_begin_at_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "conf/house").mkdir(parents=True)
    write(tmp_path / "conf/my.toml", 'rules = ["house"]\n')
    monkeypatch.chdir(tmp_path)
    assert load_config(None, Path("conf/my.toml")).rules == (str(tmp_path / "conf/house"),)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("fail_under = 70", "unknown key 'fail_under'; did you mean 'fail-under'?"),
        ("selct = []", "unknown key 'selct'; did you mean 'select'?"),
        ("xyzzy = 1", "unknown key 'xyzzy'; known keys: extends, select, ignore,"),
        ('select = "names"', "select: must be an array of strings"),
        ("select = [1]", "select: must be a string that is not empty, not 1"),
        ('select = [""]', "select: must be a string that is not empty"),
        ('min-severity = "huge"', "min-severity: must be one of neutral, minor, major, critical, not 'huge'"),
        ("min-severity = []", "min-severity: must be one of"),
        ('fail-on = "huge"', "fail-on: must be one of neutral, minor, major, critical or never, not 'huge'"),
        ('poor = "drop"', "poor: must be one of warn, fail, ignore, not 'drop'"),
        ("fail-on = false", "fail-on: must be one of"),
        ('fail-under = "70"', "fail-under: must be a number from 0 to 100, not '70'"),
        ("fail-under = true", "fail-under: must be a number from 0 to 100, not true"),
        ("fail-under = nan", "fail-under: must be a number from 0 to 100, not nan"),
        ("warn-under = 101", "warn-under: must be a number from 0 to 100, not 101"),
        ("warn-under = 50", "warn-under: must not be below fail-under (70)"),
        ('rules = ["none"]', "rules: no such folder: 'none' (relative paths begin at "),
        ('people = ["none.csv"]', "people: no such file: 'none.csv'"),
        ('language = "English (UK)"', "language: must be a language tag"),
        ("language = 1", "language: must be a language tag"),
        ('empty = "drop"', "empty: must be one of skip, fail, error, not 'drop'"),
        ("suppress = 1", "suppress: must be tables"),
        ("[[suppress]]\nrul = 'x'", "suppress: table 1: unknown key 'rul'; did you mean 'rule'?"),
        ("[[suppress]]\nrule = 'x'\n[[suppress]]\ntext = 'x'", "suppress: table 2: has no rule"),
        (
            "[[suppress]]\nrule = 'x'\nexpires = '2027-01-31'",
            "suppress: table 1: expires: must be a date without quotes",
        ),
        ("[[suppress]]\nrule = 'x'\nexpires = 2027-01-31T10:00:00", "such as 2027-01-31, not 2027-01-31T10:00:00"),
        ("[[suppress]]\nrule = 'x'\ntext = 1", "suppress: table 1: text: must be a string"),
        ('register = "chat"', "register: must be one of news, informal, not 'chat'"),
        ("path = 1", "path: must be tables, each headed [[tool.mtqa.path]]"),
        ("[[path]]\nmatch = 'a'\nregster = 'news'", "path: table 1: unknown key 'regster'; did you mean 'register'?"),
        ("[[path]]\nregister = 'news'", "path: table 1: has no match"),
        ("[[path]]\nmatch = 'a'", "path: table 1: sets nothing; known keys: select, ignore,"),
        ("[[path]]\nmatch = '/a'\nlanguage = 'en'", "path: table 1: match: must be relative to "),
        ("[[path]]\nmatch = 'a'\nlanguage = 1", "path: table 1: language: must be a language tag"),
        ("[[path]]\nmatch = 'a'\nencoding = 'utf-9'", "path: table 1: encoding: must be an encoding such as"),
        ("[[path]]\nmatch = 'a'\nencoding = 'rot13'", "path: table 1: encoding: must be an encoding such as"),
        ("fail-under = !\n", "is not valid TOML: Invalid value (at line 1, column 14)"),
        ("select = " + "[" * 100_000, "is not valid TOML"),
        ("[tool]\nmtqa = 1", "tool.mtqa must be a table"),
    ],
)
def test_what_cannot_be_used_is_named_with_file_and_remedy(tmp_path: Path, text: str, said: str) -> None:
    path = write(tmp_path / "mtqa.toml", text)
    with pytest.raises(ConfigError) as caught:
        load_config(tmp_path)
    message = str(caught.value)
    # with the line, wherever the file has the key
    assert re.match(rf"{re.escape(str(path))}(?::[0-9]+)?: ", message)
    assert said in message
    assert "\n" not in message


def test_files_that_are_no_configuration(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.toml: cannot read the configuration: No such file"):
        load_config(None, tmp_path / "none.toml")
    with pytest.raises(ConfigError, match=r"has no table \[tool\.mtqa\]"):
        load_config(None, write(tmp_path / "pyproject.toml", "[project]\n"))
    latin = tmp_path / "latin.toml"
    latin.write_bytes(b'language = "\xe9"')
    with pytest.raises(ConfigError, match="is not UTF-8 text"):
        load_config(None, latin)


def test_hash_is_the_same_wherever_the_files_are(tmp_path: Path) -> None:
    one, other = write(tmp_path / "a/p.csv", "x\ny\n"), write(tmp_path / "b/q.csv", "x\ny\n")
    (tmp_path / "c").mkdir()
    first = Config(people=(str(one),), rules=(str(tmp_path / "c"),))
    assert first.hash == Config(people=(str(other),), rules=("/another/c",)).hash
    (tmp_path / "b/q.csv").write_bytes(b"x\r\ny\r\n")  # a checkout on another system
    assert first.hash == Config(people=(str(other),)).hash
    write(other, "x\nz\n")
    assert first.hash != Config(people=(str(other),)).hash


def test_hash_stays_for_what_changes_nothing() -> None:
    one, other = Suppression("a", "x"), Suppression("b", reason="why")
    config = Config(select=("a", "b"), suppress=(one, other))
    same = Config(select=("b", "a", "b"), suppress=(Suppression("b"), dataclasses.replace(one, reason="because")))
    assert config.hash == same.hash


@pytest.mark.parametrize(
    "changed",
    [
        Config(select=("all",)),
        Config(ignore=("casing",)),
        Config(min_severity="major"),
        Config(fail_under=71),
        Config(warn_under=91),
        Config(fail_on=None),
        Config(fail_on="major"),
        Config(poor="fail"),
        Config(language="de"),
        Config(source_language="zh"),
        Config(suppress=(Suppression("casing"),)),
        Config(register="informal"),
        Config(paths=PathTables((PathTable("a/**", register="informal"),))),
    ],
)
def test_hash_changes_with_what_changes_results(changed: Config) -> None:
    assert changed.hash != Config().hash


def test_unreadable_people_table_is_a_config_error(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.csv: cannot read the people table"):
        _ = Config(people=(str(tmp_path / "none.csv"),)).hash


@pytest.mark.parametrize(
    ("match", "fitting", "others"),
    [
        ("chat/**", ["chat/a.txt", "chat/2026/b.csv"], ["a.txt", "achat/a.txt", "old/chat/a.txt"]),
        ("chat/", ["chat/a.txt", "chat/2026/b.csv"], ["chats/a.txt"]),
        ("*.txt", ["a.txt"], ["chat/a.txt", "a.csv"]),
        ("**/*.txt", ["a.txt", "x/y/a.txt"], ["a.csv"]),
        ("**/chat/*/[ab].txt", ["chat/1/a.txt", "x/chat/2/b.txt"], ["chat/a.txt", "chat/1/c.txt"]),
        ("./a.txt", ["a.txt"], ["x/a.txt"]),
        ("../a.txt", ["../a.txt"], ["a.txt"]),
    ],
)
def test_tables_match_paths_below_their_folder(
    tmp_path: Path, match: str, fitting: list[str], others: list[str]
) -> None:
    tables = PathTables((PathTable(match, register="informal", folder=str(tmp_path)),))
    assert [tables.at(str(tmp_path / path)).register for path in fitting] == ["informal"] * len(fitting)
    assert [tables.at(str(tmp_path / path)).register for path in others] == [None] * len(others)


def test_a_later_table_goes_before_an_earlier_one_key_by_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "[[path]]\nmatch='a/**'\nregister='informal'\nlanguage='de'\n[[path]]\nmatch='a/b.txt'\nlanguage='fr'\n"
    write(tmp_path / "mtqa.toml", text)
    monkeypatch.chdir(tmp_path)
    paths = load_config(tmp_path).paths
    assert (paths.at("a/b.txt").register, paths.at("a/b.txt").language) == ("informal", "fr")
    assert (paths.at("a/c.txt").register, paths.at("a/c.txt").language) == ("informal", "de")
    assert paths.at("-").language is paths.at(None).language is paths.at("c.txt").language is None


def test_readers_take_the_language_of_the_path(tmp_path: Path) -> None:
    write(tmp_path / "de/a.txt", "Das ist ein Satz.")
    write(tmp_path / "a.txt", "This is a sentence.")
    paths = PathTables((PathTable("de/**", language="de", source_language="en", folder=str(tmp_path)),))
    documents = list(read_paths([str(tmp_path)], ReadOptions(paths=paths)))
    languages = [(one.language, one.source_language) for one in documents if isinstance(one, Document)]
    assert languages == [("en", None), ("de", "en")]


def test_a_wrong_key_is_named_with_its_line(tmp_path: Path) -> None:
    path = write(tmp_path / "pyproject.toml", "[project]\nrule = 1\n[tool.mtqa]\n\n[[tool.mtqa.suppress]]\nrule = 1\n")
    with pytest.raises(ConfigError, match=rf"^{re.escape(str(path))}:6: suppress: table 1: rule: must be a string"):
        load_config(tmp_path)
    write(path, "[tool.mtqa]\n[[tool.mtqa.path]]\nmatch = 'a'\n[[tool.mtqa.path]]\nmatch = 'b'\nregster = 'news'\n")
    with pytest.raises(ConfigError, match=rf"^{re.escape(str(path))}:6: path: table 2: unknown key 'regster'"):
        load_config(tmp_path)
    write(path, "[tool.mtqa]\n[[tool.mtqa.suppress]]\n\ntext = 'a'\n")
    with pytest.raises(ConfigError, match=rf"^{re.escape(str(path))}:2: suppress: table 1: has no rule"):
        load_config(tmp_path)
    write(path, "[tool.mtqa]\nselect = ['default']\nignroe = ['x']\n")
    with pytest.raises(ConfigError, match=rf"^{re.escape(str(path))}:3: unknown key 'ignroe'"):
        load_config(tmp_path)
