"""`mtqa review` on the command line: what it writes down, and where it does not begin to serve."""

from __future__ import annotations

import pytest

pytest.importorskip("sqlalchemy", reason="needs the extra mtqa[review]")


@pytest.fixture
def loaded(mtqa, project):
    """A database with two documents."""
    project.jsonl("in.jsonl", "He saw the the dog.", "A garble.")
    done = mtqa("review", "in.jsonl", "--no-serve", "--db", "r.sqlite")
    assert (done.status, done.out) == (0, "")
    assert "review: 2 documents checked and written down" in done.err + done.told
    return "r.sqlite"


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--host", "0.0.0.0"), "--host 0.0.0.0 listens everywhere: say with --allow-host NAME what it is called"),
        (
            ("--host", "0.0.0.0", "--allow-host", "x"),
            "--host 0.0.0.0 can be reached from elsewhere: give --token-file or --token-env, or --proxy-header",
        ),
        (("--host", "10.9.8.7"), "--host 10.9.8.7 can be reached from elsewhere: give --token-file"),
        (("--host", "review.example"), "--host review.example can be reached from elsewhere: give --token-file"),
        (("--proxy-header", "X-User"), "--proxy-header and --proxy-from need each other"),
        (("--proxy-from", "10.0.0.1"), "--proxy-header and --proxy-from need each other"),
        (("--proxy-header", "X-User", "--proxy-from", "proxy"), "--proxy-from: 'proxy' is no address such as"),
        (("--token-env", "MTQA_NO_SUCH"), "--token-env: the environment has no MTQA_NO_SUCH"),
        (("--token-file", "none"), "none: cannot read the tokens: No such file or directory"),
        (("--token-file", "short"), "short:1: a token has 16 to 500 ASCII characters; `python -c"),
        (("--token-file", "nameless"), "nameless:2: has no name; write NAME TOKEN, or one token alone for all"),
        (("--token-file", "twice"), "twice:2: this token stands twice; give each editor their own"),
        (("--token-file", "empty"), "empty: holds no token"),
    ],
)
def test_it_does_not_serve_without_knowing_whom(mtqa, project, loaded, options, message):
    project.write("short", "ann secret\n")
    project.write("nameless", f"ann {'a' * 20}\n{'b' * 20}\n")
    project.write("twice", f"ann {'a' * 20}\nben {'a' * 20}\n")
    project.write("empty", "# nobody\n")
    done = mtqa("review", loaded, *options)
    assert done.status == 2
    assert done.err.startswith(f"mtqa: error: {message}")


def test_what_is_to_be_reviewed(mtqa, loaded):
    assert mtqa("review").err.startswith("mtqa: error: nothing to review; name files, or a database with --db")
    both = mtqa("review", loaded, "--db", "other.sqlite")
    assert both.err.startswith("mtqa: error: r.sqlite is a database, and --db names another")
    own = mtqa("review", "in.jsonl", "--db", "in.jsonl")
    assert own.err.startswith("mtqa: error: in.jsonl: is also an input; name another file with --db")
    empty = mtqa("review", "--db", "new.sqlite", "--port", "0")
    assert (empty.status, empty.err) == (2, "mtqa: error: new.sqlite: holds no documents; name files to check\n")
    taken = mtqa("review", "--db", "mtqa.toml")
    assert "mtqa.toml" in taken.err
    assert taken.status == 2


def test_a_port_that_somebody_has(mtqa, loaded):
    import socket

    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = mtqa("review", loaded, "--port", port)
    assert done.status == 2
    assert done.err.startswith(f"mtqa: error: cannot listen at 127.0.0.1:{port}: Address already in use")


def test_files_out_and_in(mtqa, project, loaded):
    head = "document,segment,start,end,rule,category,severity,text,verdict,by\n"
    project.write("v.csv", head + "d1,0,7,14,house/double,fluency/repetition,major,the the,accept,ann\n")
    done = mtqa("review", loaded, "--import", "v.csv")
    assert done.err == "mtqa: review: v.csv: 1 verdict brought in, 0 known or overtaken\n"
    done = mtqa("review", loaded, "--export", "out.csv", "--export", "out.tsv", "--export", "out.json")
    assert done.status == 0
    assert "house/double" in project.read("out.csv")
    assert "He saw <v>the the</v> dog.\tFluency/Repetition\tMajor" in project.read("out.tsv")
    assert '"predictions"' in project.read("out.json")
    again = mtqa("review", loaded, "--import", "out.csv", "--import", "out.tsv")
    assert "0 verdicts brought in, 1 known or overtaken" in again.err
    assert mtqa("review", loaded, "--import", "out.pdf").err.startswith("mtqa: error: out.pdf: cannot be brought in")
    assert mtqa("review", loaded, "--import", "in.jsonl").status == 2


def test_without_the_extra_one_line_says_what_to_install(mtqa, loaded, monkeypatch):
    monkeypatch.setattr("mtqa.extras._installed", lambda module: module != "uvicorn")
    done = mtqa("review", loaded)
    assert done.status == 2
    assert done.err == "mtqa: error: mtqa review needs the extra mtqa[review]: pip install 'mtqa[review]'\n"


def test_the_rest_of_mtqa_imports_none_of_it():
    import subprocess
    import sys

    code = (
        "import sys; import mtqa.cli.check, mtqa.cli.review, mtqa.cli.verdicts; "
        "print([m for m in ('sqlalchemy', 'starlette', 'uvicorn', 'alembic') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120)
    assert done.stdout == "[]\n", done.stderr
