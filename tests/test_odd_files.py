"""Odd descriptors, pipes, numbers and packs: one clear line each, and what lies beside them is checked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from mtqa.cli import app
from mtqa.config import Config
from mtqa.document import Document, Problem
from mtqa.engine import Engine
from mtqa.readers import read_paths
from mtqa.report import DocumentReport

from .conftest import complaints

SOUND = "The talks in Vienna went on until midnight, and the ministers flew home on Tuesday.\n"
LONG = "9" * 5000
MTQA = [sys.executable, "-m", "mtqa"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with `sound.txt`, and in it."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sound.txt").write_text(SOUND)
    return tmp_path


def check(*args: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ("check", "--format", "jsonl", *args))
    return result.exit_code, result.stdout, complaints(result.stderr)


pipes = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names there")


@pipes
@pytest.mark.parametrize("names", [["pipe.txt"], ["*.txt"]])
def test_a_pipe_that_nobody_fills_is_one_line(names: list[str]) -> None:
    os.mkfifo("pipe.txt")
    status, out, err = check("sound.txt", *names)
    assert (status, err.count("\n")) == (2, 1)
    assert err.startswith("mtqa: error: pipe.txt: a named pipe")
    assert '"sound.txt"' in out


@pipes
def test_a_pipe_in_a_folder_is_no_file_of_it() -> None:
    os.mkfifo("pipe.txt")
    assert check(".")[0] == 0


@pipes
@pytest.mark.parametrize("option", ["--config", "--baseline"])
def test_nor_is_a_configuration_or_baseline_a_pipe(option: str) -> None:
    os.mkfifo("pipe")
    status, _, err = check("sound.txt", option, "pipe")
    assert (status, err.count("\n")) == (2, 1)
    assert "named pipe" in err


@pytest.mark.skipif(not os.path.isdir("/dev/fd"), reason="no descriptors by name there")
def test_a_pipe_of_the_shell_is_read() -> None:
    read, write = os.pipe()
    os.write(write, SOUND.encode())
    os.close(write)
    done = subprocess.run([*MTQA, "check", f"/dev/fd/{read}"], pass_fds=[read], capture_output=True)
    os.close(read)
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(os.name == "nt", reason="descriptors are others there")
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_closed_standard_input_is_one_line(jobs: str) -> None:
    command = [*MTQA, "check", "-", "sound.txt", "--format", "jsonl", "--jobs", jobs]
    done = subprocess.run(["sh", "-c", '"$@" <&-', "sh", *command], capture_output=True, text=True)
    assert done.returncode == 2
    said = complaints(done.stderr)
    assert said == "mtqa: error: -: standard input is closed: give files, or send something into it\n"
    assert '"sound.txt"' in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="descriptors are others there")
def test_closed_standard_error_says_nothing_and_breaks_nothing(folder: Path) -> None:
    command = [*MTQA, "check", "none.txt", "sound.txt", "--format", "jsonl", "--output", "out.jsonl"]
    done = subprocess.run(["sh", "-c", '"$@" 2>&- >&-', "sh", *command])
    assert done.returncode == 2
    assert '"sound.txt"' in (folder / "out.jsonl").read_text()


#: Files with a number of 5000 digits where one is read.
NUMBERS = {
    "in.txt": f"In {LONG} some {LONG}% of {LONG} million on May {LONG}, {LONG} at {LONG}:{LONG} p.m., No. {LONG}th; "
    f"{LONG}.{LONG} and ${LONG}, {LONG}-year-old, {LONG}-{LONG}, 1e{LONG}, {'٣' * 5000}, {'五' * 5000}, {'²' * 500}.",
    "in.html": f'<meta name="date" content="{LONG}-01-01"><p>Fine words. &#{LONG}; &#x{LONG};</p>',
    "in.csv": f"id,date,text\n{LONG},{LONG}-{LONG}-{LONG},Fine words {LONG}\n",
    "in.xml": f"<rss><channel><item><title>Fine {LONG}</title>"
    f"<pubDate>{LONG} May {LONG}</pubDate></item></channel></rss>",
    "in.jsonl": f'{{"id": "a", "text": "Fine.", "n": {LONG}}}\n{{"id": {LONG}, "text": "Fine."}}\n',
    "in.json": f'{{"id": "a", "text": "Fine.", "n": {LONG}}}',
    "feed.json": '{"version": "https://jsonfeed.org/version/1.1", "items": ['
    f'{{"id": {LONG}, "content_text": "F."}}]}}',
    "pair.jsonl": f'{{"id": "a", "source_language": "zh", "segments": [{{"target": "In {LONG} people", '
    f'"source": "{LONG} 人 {"九" * 5000} {LONG}年{LONG}月{LONG}日", "reference": "{LONG}"}}]}}\n',
}


@pytest.mark.parametrize("name", NUMBERS)
def test_a_number_of_five_thousand_digits_is_a_number_or_a_line(folder: Path, name: str) -> None:
    (folder / name).write_text(NUMBERS[name])
    status, out, err = check("sound.txt", name)
    assert '"sound.txt"' in out
    assert status == (2 if "error" in err else 0) or '"fail"' in out
    for line in err.splitlines():
        assert line.startswith((f"mtqa: error: {name}:", f"mtqa: warning: {name}:"))
        assert len(line) < 400
        assert "internal" not in line


DEEP = "x = " + "[" * 100_000


@pytest.mark.parametrize(
    "text", [DEEP, "x = " + "{a=" * 50_000, f"x = {LONG}", f"x = 0x{LONG}", "x = 1979-99-99", "[a", "\0"]
)
def test_a_pack_or_configuration_that_is_no_toml_is_one_line(folder: Path, text: str) -> None:
    (folder / "house").mkdir()
    (folder / "house" / "pack.toml").write_text(text)
    (folder / "good.toml").write_text('rules = ["house"]\n')
    (folder / "bad.toml").write_text(text)
    for config, said in (("good.toml", "pack.toml:"), ("bad.toml", "bad.toml:")):
        status, out, err = check("sound.txt", "--config", config)
        assert (status, out, err.count("\n")) == (2, "", 1)
        assert err.startswith("mtqa: error: ")
        assert said in err
        assert "internal" not in err
        assert len(err) < 500


def test_what_no_reader_foresaw_is_one_line_and_the_rest_is_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("nobody thought\nof this")

    (folder / "in.csv").write_text("id,text\na,Fine.\n")
    monkeypatch.setattr("mtqa.readers.table.read_csv", broken)
    status, out, err = check("in.csv", "sound.txt")
    assert (status, err.count("\n")) == (2, 1)
    assert err.startswith("mtqa: error: in.csv: cannot be read (internal error: RuntimeError: nobody thought")
    assert '"sound.txt"' in out
    monkeypatch.setenv("MTQA_DEBUG", "1")
    with pytest.raises(RuntimeError):
        list(read_paths(["in.csv"]))


def test_what_the_engine_did_not_foresee_is_one_line_and_the_rest_is_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    plain = Engine.examine

    def examine(self: Engine, document: Document) -> DocumentReport:
        if document.id == "b":
            raise RuntimeError("nobody thought of this")
        return plain(self, document)

    monkeypatch.setattr(Engine, "examine", examine)
    documents = [Document.from_text(SOUND, id=name) for name in "abc"]
    made = list(Engine(Config(select=("casing",))).run(documents))
    assert [type(item) for item in made] == [DocumentReport, Problem, DocumentReport]
    assert "document 'b' could not be checked (internal error: RuntimeError: nobody thought of this)" in str(made[1])


def test_a_table_that_parts_its_cells_with_its_own_quotes_is_one_line(folder: Path) -> None:
    (folder / "in.csv").write_text('sep="\nid,text\na,Fine words.\n')
    status, out, err = check("in.csv", "sound.txt")
    assert (status, err.count("\n")) == (2, 1)
    assert err.startswith("mtqa: error: in.csv:")
    assert "internal" not in err
    assert '"sound.txt"' in out
