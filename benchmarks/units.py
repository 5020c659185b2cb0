"""`python -m benchmarks.units`: seconds and memory of reading large files of translation units, and of checking them.

The files are made by chance (fixed seed) of words that say nothing; each is read by a process of its own; seconds
are of the processor. With `--check` a tenth of the units goes through the whole of mtqa as well.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

_WORDS = (
    "the mayor council route spring bridge town talks minister river people said that new plan for schools and roads "
    "in museum opened ended year week guests old"
).split()

#: Reads files, or checks them, and says seconds, units and peak memory (not by getrusage: see `benchmarks.__main__`).
_READ = """
import re, sys, time
from mtqa.document import Document
from mtqa.readers import read_paths
begin, units = time.process_time(), 0
items = read_paths(sys.argv[2:])
if sys.argv[1] == "check":
    from mtqa.engine import Engine
    for item in Engine().run(items):
        units += len(getattr(item, "segments", ()))
else:
    for item in items:
        units += len(item.segments) if isinstance(item, Document) else 0
peak = re.search(r"VmHWM:\\s*([0-9]+) kB", open("/proc/self/status").read())
print(units, time.process_time() - begin, int(peak[1]) // 1024)
"""


def main() -> None:
    """Make the files, read each, print a row for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.units", description=__doc__)
    parser.add_argument("--units", type=int, default=200_000, help="units of a file (default: 200,000)")
    parser.add_argument("--check", action="store_true", help="check a tenth of the units, too")
    options = parser.parse_args()
    print("file                  units       size    seconds    units/s    peak memory")
    for name, write in _FORMATS.items():
        _row(name, write, options.units, "read")
    if options.check:
        for name, write in _FORMATS.items():
            _row(name, write, options.units // 10, "check")


def _row(name: str, write: Callable[[Iterator[tuple[int, str]]], Iterator[str]], units: int, what: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"file.{name}")
        with path.open("w", encoding="utf-8") as file:
            file.writelines(write(_sentences(units)))
        done = subprocess.run(
            [sys.executable, "-c", _READ, what, str(path)], capture_output=True, check=True, text=True
        )
        count, seconds, peak = done.stdout.split()
        size = path.stat().st_size / 2**20
        rate = int(count) / float(seconds)
        print(f"{what} {name:<8}{int(count):>13,}{size:>8.0f} MB{float(seconds):>11.1f}{rate:>11,.0f}{peak:>12} MB")


def _sentences(units: int) -> Iterator[tuple[int, str]]:
    rng = random.Random(1)
    for number in range(1, units + 1):
        yield number, " ".join(rng.choices(_WORDS, k=14)).capitalize() + f" in {number}."


def _tmx(sentences: Iterator[tuple[int, str]]) -> Iterator[str]:
    yield '<?xml version="1.0"?>\n<tmx version="1.4"><header srclang="de"/><body>\n'
    for number, text in sentences:
        inner = f"{text} &amp; <ph x='1'>%s</ph>"
        yield f'<tu tuid="{number}"><prop type="x-a">b</prop>\n<tuv xml:lang="de"><seg>Satz {inner}</seg></tuv>\n'
        yield f'<tuv xml:lang="en"><seg>{inner}</seg></tuv></tu>\n'
    yield "</body></tmx>\n"


def _xliff(sentences: Iterator[tuple[int, str]]) -> Iterator[str]:
    yield '<xliff version="1.2"><file original="a" source-language="de" target-language="en"><body>\n'
    for number, text in sentences:
        inner = f"{text} <g id='1'>%s</g>"
        yield f'<trans-unit id="{number}"><source>Satz {inner}</source>\n<target state="translated">{inner}</target>'
        yield "<note>none</note></trans-unit>\n"
    yield "</body></file></xliff>\n"


def _po(sentences: Iterator[tuple[int, str]]) -> Iterator[str]:
    yield 'msgid ""\nmsgstr ""\n"Language: en\\n"\n\n'
    for number, text in sentences:
        yield f'#: a.c:{number}\n#, c-format\nmsgid "Satz {text} %s"\nmsgstr ""\n"{text} "\n"%s"\n\n'


def _jsonl(sentences: Iterator[tuple[int, str]]) -> Iterator[str]:
    for number, text in sentences:
        yield f'{{"id": "{number}", "segments": [{{"target": "{text}", "source": "Satz {text}"}}]}}\n'


def _csv(sentences: Iterator[tuple[int, str]]) -> Iterator[str]:
    yield "id,source,target\n"
    for number, text in sentences:
        yield f'{number},"Satz {text}","{text}"\n'


def _rss(sentences: Iterator[tuple[int, str]]) -> Iterator[str]:
    """A feed with the original behind each paragraph; four units are an entry."""
    yield '<rss version="2.0"><channel><title>News</title><language>en</language>\n'
    entry: list[str] = []
    for number, text in sentences:
        entry.append(f"&lt;p&gt;{text}&lt;/p&gt;&lt;p&gt;第{number}句：市长谈到了新的桥梁和道路。&lt;/p&gt;")
        if len(entry) == 4:
            yield f"<item><title>News {number}</title><guid>{number}</guid>"
            yield f"<description>{''.join(entry)}</description></item>\n"
            entry.clear()
    yield "</channel></rss>\n"


_FORMATS = {"tmx": _tmx, "xliff": _xliff, "po": _po, "jsonl": _jsonl, "csv": _csv, "xml": _rss}


if __name__ == "__main__":
    main()
