"""`mtqa fix` as a user sees it."""

from __future__ import annotations

import os
import stat
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Done, Project

STORY = "The house , he said, was cold.\r\nIt was a a long day.\n"
MENDED = "The house, he said, was cold.\r\nIt was a long day.\n"


@pytest.fixture
def folder(project: Project) -> Project:
    """A project with the rules of mtqa, and a story."""
    project.write("mtqa.toml", "")
    project.write("story.txt", STORY)
    return project


Command = Callable[..., Done]


def test_files_are_mended_and_a_second_run_finds_nothing(folder: Project, mtqa: Command) -> None:
    done = mtqa("fix", "story.txt")
    assert (done.status, done.out) == (
        0,
        "story.txt: 2 mended (1 punctuation/space-before-mark, 1 repetition/doubled-word)\n",
    )
    assert done.err == "mtqa: note: 2 places in 1 file mended\n"
    assert folder.read("story.txt") == MENDED
    again = mtqa("fix", "story.txt")
    assert (again.status, again.out, again.err) == (0, "", "mtqa: note: nothing mended\n")


def test_diff_changes_nothing_says_so_and_is_a_patch(folder: Project, mtqa: Command) -> None:
    done = folder.process("fix", "--diff", "story.txt")
    assert (done.status, done.err) == (1, "mtqa: note: 2 places in 1 file to mend\n")
    assert folder.read("story.txt") == STORY
    (folder.path / "fix.diff").write_bytes(done.out.encode())
    subprocess.run(["git", "apply", "-p0", "fix.diff"], cwd=folder.path, check=True)
    assert folder.read("story.txt") == MENDED
    assert mtqa("fix", "--diff", "story.txt").status == 0


def test_a_file_without_a_last_line_end_can_be_patched(folder: Project, mtqa: Command) -> None:
    folder.write("story.txt", "It was cold , he said.")
    done = mtqa("fix", "--diff", "story.txt")
    assert done.out.endswith("+It was cold, he said.\n\\ No newline at end of file\n")


def test_the_mode_is_kept_and_nothing_else_is_left_in_the_folder(folder: Project, mtqa: Command) -> None:
    os.chmod(folder.path / "story.txt", 0o640)
    before = sorted(os.listdir(folder.path))
    mtqa("fix", "story.txt")
    assert stat.S_IMODE(os.stat(folder.path / "story.txt").st_mode) == 0o640
    assert sorted(os.listdir(folder.path)) == before


def test_a_link_that_leads_out_is_not_followed(
    folder: Project, mtqa: Command, tmp_path_factory: pytest.TempPathFactory
) -> None:
    outside = tmp_path_factory.mktemp("outside") / "other.txt"
    outside.write_text("It was cold , he said.\n")
    inside = folder.path / "texts"
    inside.mkdir()
    (inside / "link.txt").symlink_to(outside)
    done = mtqa("fix", "texts")
    assert (done.status, outside.read_text()) == (0, "It was cold , he said.\n")
    assert "texts/link.txt: left as it is: is a link that leads out of what was named" in done.err


def test_a_link_within_is_written_through(folder: Project, mtqa: Command) -> None:
    (folder.path / "link.txt").symlink_to("story.txt")
    mtqa("fix", "link.txt")
    assert folder.read("story.txt") == MENDED
    assert (folder.path / "link.txt").is_symlink()


def test_a_file_that_cannot_be_read_is_status_2_and_the_others_are_mended(folder: Project, mtqa: Command) -> None:
    folder.write("bad.jsonl", "{\n")
    done = mtqa("fix", "bad.jsonl", "story.txt")
    assert done.status == 2
    assert folder.read("story.txt") == MENDED


def test_a_format_that_is_not_written_is_named_and_left(folder: Project, mtqa: Command) -> None:
    page = "<html><body><p>It was cold , he said.</p></body></html>"
    folder.write("page.html", page)
    done = mtqa("fix", "page.html")
    assert done.status == 0
    assert "page.html: left as it is: html is not written back exactly: mend it where it was made" in done.err
    assert folder.read("page.html") == page


def test_suppressed_and_ignored_findings_are_not_mended(folder: Project, mtqa: Command) -> None:
    mtqa("fix", "--ignore", "punctuation", "story.txt")
    assert folder.read("story.txt") == STORY.replace("a a", "a")
    folder.write("mtqa.toml", '[[suppress]]\nrule = "punctuation/space-before-mark"\nreason = "house style"\n')
    mtqa("fix", "story.txt")
    assert folder.read("story.txt") == STORY.replace("a a", "a")


def test_rules_without_sure_suggestions_are_not_run(folder: Project, mtqa: Command) -> None:
    folder.write("mtqa.toml", 'rules = ["house"]\nselect = ["house"]\n')
    done = mtqa("fix", "story.txt")
    assert (done.status, done.err) == (
        2,
        "mtqa: error: none of the selected rules has suggestions that are sure; see `mtqa rules --format json`\n",
    )


def test_a_house_rule_may_be_sure(folder: Project, mtqa: Command) -> None:
    double = folder.read("house/double.py").replace('severity="major")', 'severity="major", fix="safe")')
    folder.write("house/double.py", double)
    folder.write("mtqa.toml", 'rules = ["house"]\nselect = ["house"]\n')
    mtqa("fix", "story.txt")
    assert folder.read("story.txt") == STORY.replace("a a", "a")


def test_standard_input_cannot_be_mended(mtqa: Command) -> None:
    assert mtqa("fix", "-").err == "mtqa: error: standard input cannot be mended in place; name files\n"


@pytest.mark.usefixtures("folder")
def test_the_page_of_a_sure_rule_says_so(mtqa: Command) -> None:
    assert "Fix:      safe: `mtqa fix` puts the suggestion in\n" in mtqa("explain", "repetition/doubled-word").out
    assert "Fix:" not in mtqa("explain", "names/chimera").out


def test_hostile_text_does_not_act_on_a_terminal(folder: Project) -> None:
    folder.write("x.txt", "It was \x1b[31m cold , he said.\n")
    done = folder.process("fix", "--diff", "x.txt")
    assert done.status == 1
    assert "\x1b[31m" in done.out  # into a pipe it is a patch, byte for byte
    assert isinstance(Path(folder.path / "x.txt").read_bytes(), bytes)
