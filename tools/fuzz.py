"""Throw random and mutated inputs at all readers, the engine, configurations, packs, tables and baselines.

    python tools/fuzz.py --runs 200000 --seed 1     # every input made from the seed and its number
    python tools/fuzz.py --only 4711 --seed 1       # the one that failed, again
    python tools/fuzz.py --atheris DIR -runs=100000 # led by coverage (`pip install atheris`); its corpus stays in DIR

What must hold: documents or problems of one line come out, nothing else is raised; no rule crashes on any document;
spans lie inside their segments; every report can be written; an input takes no more than some seconds.
"""

from __future__ import annotations

import argparse
import io
import json
import os
import random
import signal
import sys
import tempfile
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TypeVar

_Made = TypeVar("_Made")

ROOT = Path(__file__).parent.parent

#: Seconds an input may take.
PATIENCE = 20

#: Pieces that have broken readers somewhere: put in, or in the place of others.
TOKENS = [
    token.encode("utf-8", "surrogatepass")
    for token in (
        *("\0", "\ufeff", "\r", "\r\n", "\n\n", "\x85", "\u2028", "\x1b[31m", "\ud800", "\u202e", "\u200b"),
        *("<![CDATA[", "]]>", "<!--", "-->", "&amp;", "&nbsp;", "&#x1F600;", "&#0;", "&#55296;", "&", "<br>", "<p>"),
        *("</p>", "<pre>", "<title>", "</item>", "<item>", "<entry>", '<?xml version="1.0" encoding="', "?>"),
        *("<!DOCTYPE x [<!ENTITY a 'b'>]>", "xmlns:x='y'", "media:", '"', "'", ",", ";", "\t", "|", '""', "{", "}"),
        *("[", "]", "[[", "]]", ":", "null", "true", "1e999", "-0", "9" * 5000, "1" * 40, "\\u0000", "\\ud800"),
        *("the the ", "Russia ", " the Prime Minister ", "“", "”", "’", "中国", "é", "İ", "ﬁ", "e\u0301"),
        *("A. ", "...", "!!!", "names/chimera", "[[pattern]]\n", "[[suppress]]\n", "[[path]]\n", "tokens = "),
        *("<word>", "{text}", "*", "+", " on 31 February 2017 ", "12:60 a.m. ", "$1.2.3 million", "U.S. "),
        *("http://", "id,text\n", '{"id": "a", "text": "'),
    )
] + [b"\xff\xfe", b"\xff", b"\xc3"]

CONFIG = b"""select = ["default"]
ignore = ["casing"]
min-severity = "minor"
fail-under = 70
fail-on = "major"
language = "en"
register = "news"
[[path]]
match = "a/**"
register = "informal"
encoding = "cp1252"
[[suppress]]
rule = "names/chimera"
text = "x"
"""
BASELINE = b'{"version": 1, "findings": [{"document": "a", "rule": "b/c", "text": "d", "count": 1}]}\n'
PEOPLE = b"office,body,titles,name,from,to,spellings,order\nking,GB,King,Charles Windsor,2022,,,given-first\n"


def seeds() -> dict[str, list[bytes]]:
    """Sound inputs by kind: the samples, cut to a length that takes little time, and what has no sample."""
    files = sorted(path for path in (ROOT / "samples").iterdir() if path.is_file() and path.suffix != ".md")
    texts = [path.read_bytes() for path in files]
    pieces = [text[start : start + 3000] for text in texts for start in range(0, len(text), 3000)]
    packs = [path.read_bytes()[:4000] for path in sorted((ROOT / "rules").glob("*/*.toml"))]
    return {
        "documents": [*pieces, *(text[:1500] for text in texts)],
        "configuration": [CONFIG, b"[tool.mtqa]\n" + CONFIG.replace(b"[[", b"[[tool.mtqa.")],
        "pack": packs,
        "baseline": [BASELINE],
        "people": [PEOPLE, (ROOT / "mtqa/knowledge/data/people.csv").read_bytes()[:2000]],
    }


def mutated(pick: random.Random, data: bytes, others: list[bytes]) -> bytes:
    """A sound input with up to a dozen changes."""
    for _ in range(pick.choice((1, 1, 2, 3, 5, 12))):
        place, size = pick.randrange(len(data) + 1), pick.choice((1, 2, 8, 40, 300))
        change = pick.randrange(9)
        if change == 0:
            data = data[:place] + pick.randbytes(min(size, 8)) + data[place:]
        elif change == 1:
            data = data[:place] + data[place + size :]
        elif change in (2, 3, 4):
            token = pick.choice(TOKENS) * pick.choice((1, 1, 1, 2, 30))
            data = data[:place] + token + data[place + pick.choice((0, 1, 8)) :]
        elif change == 5:
            data = data[:place] + data[place : place + size] * pick.choice((2, 3, 20)) + data[place + size :]
        elif change == 6:
            other = pick.choice(others)
            begin = pick.randrange(len(other) + 1)
            data = data[:place] + other[begin : begin + size] + data[place:]
        elif change == 7:
            data = data[:place]
        else:
            text = data.decode("utf-8", "replace")
            data = text.encode(pick.choice(("utf-16", "utf-16-le", "utf-32", "cp1252", "gb18030", "utf-7")), "replace")
        data = data[:12_000]
    return data


def made(seed: int, number: int, sound: dict[str, list[bytes]]) -> tuple[str, bytes]:
    """Kind and bytes of the input of a number."""
    pick = random.Random(f"{seed}:{number}")
    kind = pick.choices(list(sound), (16, 1, 1, 1, 1))[0]
    if pick.randrange(20) == 0:
        return kind, pick.randbytes(pick.randrange(200))
    return kind, mutated(pick, pick.choice(sound[kind]), sound[kind])


@cache
def engine() -> object:
    from mtqa.config import Config
    from mtqa.engine import Engine

    return Engine(Config(select=("all",)))


def check_documents(path: Path, pick: int) -> None:
    """Read a file in one format, check what comes out, write it in all forms of a report."""
    from mtqa.document import Problem
    from mtqa.readers import FORMATS, ReadOptions, read_paths
    from mtqa.reporters import REPORTERS, Tally
    from mtqa.reporters.visible import visible

    format = (None, *FORMATS)[pick % (len(FORMATS) + 1)]
    stream, tally = io.StringIO(), Tally()
    writers = [REPORTERS[name](stream, "signature") for name in REPORTERS]
    for item in read_paths([str(path)], ReadOptions(input_format=format)):
        if isinstance(item, Problem):
            assert item.message, "a problem says what is wrong"
            assert len(visible(str(item)).splitlines()) == 1, "a problem is shown in one line"
            report: object = item
        else:
            made = engine().check(item)  # type: ignore[attr-defined]
            assert not made.failures, f"a rule crashed: {made.failures}"
            for finding in made.findings:
                target = item.segments[finding.segment].target
                assert target[finding.start : finding.end] == finding.text, f"the span of {finding.rule} is off"
            report = made
        tally.add(report)  # type: ignore[arg-type]
        for writer in writers:
            writer.add(report)  # type: ignore[arg-type]
    for writer in writers:
        writer.close(tally.summary("signature"))


def check_one(kind: str, data: bytes, path: Path, pick: int) -> None:
    """Raises whatever is wrong with what an input comes to."""
    from mtqa.baseline import Baseline, BaselineError
    from mtqa.config import ConfigError
    from mtqa.configfile import load_config
    from mtqa.knowledge.people import PeopleError, load
    from mtqa.matching.pack import PackError, load_pack

    path.write_bytes(data)
    if kind == "documents":
        check_documents(path, pick)
    elif kind == "configuration":
        _refused(ConfigError, lambda: load_config(None, path))
    elif kind == "pack":
        for rule in _refused(PackError, lambda: load_pack(path, "fuzz/pack")) or ():
            rule.self_test()
    elif kind == "baseline":
        _refused(BaselineError, lambda: Baseline.load(path))
    else:
        _refused(PeopleError, lambda: load(path))


def _refused(error: type[Exception], make: Callable[[], _Made]) -> _Made | None:
    try:
        return make()
    except error as raised:
        refusal = str(raised)
    assert refusal.strip(), "a refusal says what is wrong"
    return None


@contextmanager
def patience() -> Iterator[None]:
    """Ends what takes too long."""

    def end(*_: object) -> None:
        raise TimeoutError(f"took more than {PATIENCE} seconds")

    signal.signal(signal.SIGALRM, end)
    signal.alarm(PATIENCE)
    try:
        yield
    finally:
        signal.alarm(0)


def run(seed: int, numbers: range, path: Path) -> int:
    """Check the inputs of these numbers; says what failed. Returns the number of failures."""
    sound = seeds()
    failed = 0
    kinds: Counter[str] = Counter()
    for number in numbers:
        kind, data = made(seed, number, sound)
        kinds[kind] += 1
        try:
            with patience():
                check_one(kind, data, path, number)
        except Exception:
            failed += 1
            print(f"input {number} of seed {seed} ({kind}):", traceback.format_exc(limit=-4), sep="\n", flush=True)
        if number % 10_000 == 9_999:
            print(f"{number + 1:,} inputs, {failed} failed", flush=True)
    print(f"{json.dumps(dict(sorted(kinds.items())))}: {failed} failed")
    return failed


def run_atheris(folder: str, options: list[str], path: Path) -> None:
    """Hand over to libFuzzer; the first byte of an input chooses its kind, the second the format."""
    import atheris  # type: ignore[import-not-found]

    with atheris.instrument_imports(include=["mtqa"]):
        import mtqa.baseline
        import mtqa.configfile
        import mtqa.engine
        import mtqa.knowledge.people
        import mtqa.matching.pack
        import mtqa.readers  # noqa: F401
    kinds = list(seeds())
    corpus = Path(folder)
    corpus.mkdir(exist_ok=True)
    for index, kind in enumerate(kinds):
        for number, data in enumerate(seeds()[kind]):
            (corpus / f"{kind}-{number}").write_bytes(bytes((index, number % 256)) + data)

    def one(data: bytes) -> None:
        if len(data) > 2:
            check_one(kinds[data[0] % len(kinds)], data[2:], path, data[1])

    atheris.Setup([sys.argv[0], folder, *options], one)
    atheris.Fuzz()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", type=int, metavar="NUMBER")
    parser.add_argument("--atheris", metavar="DIR")
    args, rest = parser.parse_known_args()
    with tempfile.TemporaryDirectory(dir="/dev/shm" if os.path.isdir("/dev/shm") else None) as folder:
        path = Path(folder) / "input"
        if args.atheris:
            run_atheris(args.atheris, rest, path)
        numbers = range(args.runs) if args.only is None else range(args.only, args.only + 1)
        sys.exit(1 if run(args.seed, numbers, path) else 0)


if __name__ == "__main__":
    main()
