"""Train the weights of `mtqa/analysis/estimate.py` on translations whose mistakes people marked.

    python tools/train_estimate.py read CACHE DATA/mqm-newstest2020-zhen.jsonl.gz …    counts, once
    python tools/train_estimate.py try CACHE                                           how well it does on the unseen
    python tools/train_estimate.py write CACHE                                         trains on all, writes the table

The files hold one document by one system a line: {"set", "system", "doc", "pair", "segments": [{"target", "source",
"score"}]}. A score is MQM, 0 or below; in a set whose name begins with `qe` it is 100 less the penalty in 100 words.
Segments marked `reconstructed` are not counted. `read` needs the extra `mtqa[semantic]`.

What is learnt is the penalty of a segment, a sum of counts times weights. Two squares of error are made small together:
that of the penalty, and, `WITHIN` times as heavy, that of how far it is from the mean of all systems on the same
segment: else the weights learn which stories are hard, and not which translations are bad. More findings never make an
estimate smaller: a finding whose weight would be below zero has none.

`try` judges each document by weights that saw neither that document in any translation nor any document by that engine
(nor by those left out with it). It prints, for each set and for the sets together:
    tau     Kendall's, over the documents of all engines: in 100 words; for the document as a whole
    pairs   of two engines' translations of one document, of those that people scored differently, how often the better
            one has the lower figure: in 100 words; for the document as a whole
    engines Kendall's tau of the engines' means
and beside it the same of length alone, of weights that are given nothing but lengths, and of the score. Documents from
which other tables were trained (`tools/train_oddness.py` saw marks of them) are left out of a second line each.
Needs numpy and scipy; the product needs neither.
"""

from __future__ import annotations

import argparse
import datetime
import gzip
import hashlib
import json
import pickle
import zlib
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
from scipy import stats

from mtqa.analysis.estimate import BASES, LARGEST, OFFSET, OUT, Basis, Found, counts
from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine
from mtqa.score import penalty, score

WITHIN = 1.0
RIDGE = 0.04  # for each segment
MOST = 25.0  # penalty of a segment that counts
FOLDS, ENGINES = 5, 3  # parts of the documents, and of the engines
SHORTEST = 60  # words of a document that is judged
LEAST = 0.5  # in 100 words: nothing is without mistakes
SHARE = 0.1  # of the documents below an interval, and above it
SIZES = (300, 600, None)  # words, under which an interval holds
LENGTHS = ("words", "sentences", "due")


def read(cache: Path, paths: Iterable[Path]) -> None:
    """Count in all documents, and keep what training needs."""
    engine = Engine(Config(poor="ignore"))
    rules = {rule.id: rule for rule in engine.rules}
    asked: dict[str, set[Basis]] = {}
    for name, rule in rules.items():
        semantic = rule.extra is not None and "semantic" in rule.extra.install
        asked[name] = {"meaning"} if semantic else {"source", "meaning"} if "source" in rule.needs else set(BASES)
    kept = []
    for path in paths:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for item in map(json.loads, lines):
                kept.append(_read(engine, item, asked))
                if len(kept) % 100 == 0:
                    print(len(kept), item["set"], flush=True)
    with cache.open("wb") as file:
        pickle.dump(kept, file)


def _read(engine: Engine, item: dict[str, Any], asked: dict[str, set[Basis]]) -> dict[str, Any]:
    segments = tuple(Segment(one["target"], one["source"]) for one in item["segments"])
    document = Document("text", segments, language="en", source_language=item["pair"].partition("-")[0])
    findings = engine.examine(document).all_findings
    analysis = document.analysis
    made: dict[str, Any] = {key: item[key] for key in ("set", "system", "doc")}
    made |= {"counts": {}, "score": {}}
    for basis in BASES:
        own = [one for one in findings if basis in asked[one.rule]]
        found = [Found(one.segment, one.rule, one.category, one.severity) for one in own]
        made["counts"][basis] = counts(analysis, found, basis)
        made["score"][basis] = score(penalty(own), analysis.words)
    made["penalties"] = []
    for one, paragraph in zip(item["segments"], analysis.paragraphs, strict=True):
        points = one.get("score")
        if points is not None:
            points = (100 - points) * paragraph.words / 100 if item["set"].startswith("qe") else -points
        made["penalties"].append(None if one.get("text") == "reconstructed" else points)
    return made


class Data:
    """Everything read, for one basis: a row a segment.

    Attributes:
        names: of the counts.
        rows: the counts, each over its root mean square, see `sizes`.
        points: of people.
        words: of the segment.
        owner: number of its document by one system.
        same: number of the segment, the same for all systems.
        documents: set, system, document, score, one for each `owner`.
    """

    def __init__(self, items: Sequence[dict[str, Any]], basis: Basis, only: Sequence[str] | None = None) -> None:
        self.names = sorted(only or {name for item in items for own in item["counts"][basis] for name in own})
        rows, points, owner, same = [], [], [], []
        self.documents: list[tuple[str, str, str, float]] = []
        numbers: dict[tuple[str, str, int], int] = {}
        for item in items:
            own = [
                (i, one, mark)
                for i, (one, mark) in enumerate(zip(item["counts"][basis], item["penalties"], strict=True))
                if mark is not None and one["words"]
            ]
            if sum(one["words"] for _, one, _ in own) < SHORTEST:
                continue
            for i, one, mark in own:
                rows.append([one.get(name, 0.0) for name in self.names])
                points.append(mark)
                owner.append(len(self.documents))
                same.append(numbers.setdefault((item["set"], item["doc"], i), len(numbers)))
            self.documents.append((item["set"], item["system"], item["doc"], item["score"][basis]))
        table = np.array(rows, float)
        self.sizes = np.sqrt((table**2).mean(axis=0)) + 1e-9
        self.rows, self.points = table / self.sizes, np.array(points)
        self.owner, self.same = np.array(owner), np.array(same)
        self.words = table[:, self.names.index("words")]

    def of_documents(self, values: Any) -> Any:
        """The sum over the segments of each document."""
        return np.bincount(self.owner, values, minlength=len(self.documents))


def fit(data: Data, train: Any) -> Any:
    """The weights, of counts over `data.sizes`."""
    rows, points = data.rows[train], np.minimum(data.points[train], MOST)
    _, same, number = np.unique(data.same[train], return_inverse=True, return_counts=True)
    order = np.argsort(same, kind="stable")
    sums = np.add.reduceat(rows[order], np.r_[0, np.cumsum(number)[:-1]], axis=0)
    marks = np.bincount(same, points)
    square, product = rows.T @ rows, rows.T @ points
    square = square + WITHIN * (square - sums.T @ (sums / number[:, None])) + RIDGE * len(rows) * np.eye(len(square))
    product = product + WITHIN * (product - sums.T @ (marks / number))
    keep = np.ones(len(product), bool)
    findings = np.array([name.startswith("found:") for name in data.names])
    while True:
        weights = np.zeros(len(product))
        weights[keep] = np.linalg.solve(square[np.ix_(keep, keep)], product[keep])
        below = findings & (weights < 0)
        if not below.any():
            return weights
        keep &= ~below


def _part(text: str, parts: int) -> int:
    return int(hashlib.sha256(text.encode()).hexdigest(), 16) % parts


def left_out(data: Data) -> Any:
    """The estimates, in points, of segments by weights that saw neither their document nor their engine."""
    fold = np.array([_part(doc, FOLDS) for _, _, doc, _ in data.documents])[data.owner]
    engine = np.array([_part(f"{group}|{system}", ENGINES) for group, system, _, _ in data.documents])[data.owner]
    made = np.zeros(len(data.points))
    for one in range(FOLDS):
        for other in range(ENGINES):
            test = (fold == one) & (engine == other)
            if test.any():
                made[test] = data.rows[test] @ fit(data, (fold != one) & (engine != other))
    return made


def human(system: str) -> bool:
    """Whether a translator made it."""
    return system.lower().startswith(("human", "ref"))


def unseen(doc: str) -> bool:
    """Whether no other table learnt from the marks of a document."""
    return _part(doc, 2) == 1 or zlib.crc32(doc.encode()) % 8 == 0


def pairs(docs: Sequence[str], mine: Any, people: Any) -> tuple[float, int]:
    """How often the better of two translations of one document has the lower figure, and of how many."""
    groups = defaultdict(list)
    for doc, one, other in zip(docs, mine, people, strict=True):
        groups[doc].append((one, other))
    right = [
        0.5 if one[0] == two[0] else float((one[0] < two[0]) == (one[1] < two[1]))
        for group in groups.values()
        for one, two in combinations(group, 2)
        if one[1] != two[1]
    ]
    return (float(np.mean(right)) if right else float("nan")), len(right)


def tell(data: Data, figures: dict[str, Any]) -> None:
    """Print how each figure, of penalties of whole documents, ranks."""
    words, number = data.of_documents(data.words), np.bincount(data.owner)
    people = data.of_documents(data.points)
    for group in sorted({group for group, _, _, _ in data.documents}):
        for what in ("all", "unseen"):
            own = [
                i
                for i, (one, system, doc, _) in enumerate(data.documents)
                if one == group and not human(system) and (what == "all" or unseen(doc))
            ]
            docs, systems = [data.documents[i][2] for i in own], [data.documents[i][1] for i in own]
            for name, figure in figures.items():
                said = [f"{group} {what}", f"{name:<24}"]
                for size in (words, number):
                    mine, marks = figure[own] / size[own], people[own] / size[own]
                    ranked, count = pairs(docs, mine, marks)
                    said.append(f"tau {stats.kendalltau(mine, marks)[0]:.3f} pairs {ranked:.3f} ({count})")
                    if size is number and len(set(systems)) > 2:
                        means = [
                            [np.mean([value for value, one in zip(values, systems, strict=True) if one == system])
                             for system in sorted(set(systems))]
                            for values in (mine, marks)
                        ]  # fmt: skip
                        said.append(f"engines {stats.kendalltau(*means)[0]:.2f}")
                print(*said, sep="  ", flush=True)


def per_100(data: Data, points: Any) -> Any:
    """Of documents."""
    return np.clip(100 * points / data.of_documents(data.words), LEAST, LARGEST)


def intervals(data: Data, made: Any) -> list[tuple[int | None, float, float]]:
    """By size of the document the shares of the estimate between which people's figures lie."""
    shares = shares_of(data, made)
    return [(most, *_bounds(data, shares, size)) for most, size in sizes(data)]


def shares_of(data: Data, made: Any) -> Any:
    """People's figures of the documents as shares of the estimates."""
    people = 100 * data.of_documents(data.points) / data.of_documents(data.words)
    return (people + OFFSET) / (per_100(data, data.of_documents(made)) + OFFSET)


def sizes(data: Data) -> list[tuple[int | None, Any]]:
    """The documents of each size."""
    words, least, found = data.of_documents(data.words), 0, []
    for most in SIZES:
        found.append((most, (words >= least) & (words < (most or np.inf))))
        least = most or 0
    return found


def _bounds(data: Data, shares: Any, some: Any) -> tuple[float, float]:
    """Between which shares people's figures of some documents lie; of each set as much counts as of the others."""
    sets = np.array([one[0] for one in data.documents])[some]
    names, place, number = np.unique(sets, return_inverse=True, return_counts=True)
    weights = 1 / number[place] / len(names)
    low, high = np.quantile(shares[some], (SHARE, 1 - SHARE), weights=weights, method="inverted_cdf")
    return round(float(low), 3), round(float(high), 3)


def attempt(items: Sequence[dict[str, Any]]) -> None:
    """Print how well it does where it saw nothing."""
    for basis in BASES:
        data = Data(items, basis)
        lengths = Data(items, basis, [name for name in data.names if name.startswith(LENGTHS)])
        made = left_out(data)
        words = data.of_documents(data.words)
        squares = data.of_documents(data.words**2)
        points = np.array([(100 - value) * size / 100 for (*_, value), size in zip(data.documents, words, strict=True)])
        print(f"== {basis}: {len(data.documents)} documents, {len(data.points)} segments, {len(data.names)} counts")
        tell(
            data,
            {
                "length alone": squares,
                "weights of lengths": lengths.of_documents(left_out(lengths)),
                "score": points,
                "estimate": data.of_documents(made),
            },
        )
        print(f"intervals {intervals(data, made)}")
        _tell_intervals(data, made)


def _tell_intervals(data: Data, made: Any) -> None:
    """Print how often people's figure lies in an interval that did not see the document."""
    shares = shares_of(data, made)
    fold = np.array([_part(doc, FOLDS) for _, _, doc, _ in data.documents])
    inside: dict[str, list[bool]] = defaultdict(list)
    for one in range(FOLDS):
        for _, size in sizes(data):
            low, high = _bounds(data, shares, size & (fold != one))
            for i in np.flatnonzero(size & (fold == one)):
                inside[data.documents[i][0]].append(bool(low <= shares[i] <= high))
    print("inside", {name: round(float(np.mean(own)), 2) for name, own in sorted(inside.items())})


def write(items: Sequence[dict[str, Any]]) -> None:
    """The table."""
    sets: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for item in items:
        sets[item["set"]][0] += 1
        sets[item["set"]][1] += sum(mark is not None for mark in item["penalties"])
    table: dict[str, Any] = {
        "provenance": {
            "command": "python tools/train_estimate.py write CACHE (its help has the steps)",
            "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
            "sets": {name: f"{docs} documents, {segments} segments" for name, (docs, segments) in sets.items()},
            "figures": "docs/estimate.md",
            "within": WITHIN,
            "ridge": RIDGE,
        }
    }
    for basis in BASES:
        data = Data(items, basis)
        weights = fit(data, np.ones(len(data.points), bool)) / data.sizes
        table[basis] = {
            "least": LEAST,
            "intervals": intervals(data, left_out(data)),
            "weights": {
                name: float(f"{weight:.4g}") for name, weight in zip(data.names, weights, strict=True) if weight
            },
        }
    OUT.write_text(json.dumps(table, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"{OUT.name}: {OUT.stat().st_size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("read", "try", "write"))
    parser.add_argument("cache", type=Path)
    parser.add_argument("data", nargs="*", type=Path)
    args = parser.parse_args()
    if args.what == "read":
        read(args.cache, args.data)
        return
    with args.cache.open("rb") as file:
        items = pickle.load(file)
    (attempt if args.what == "try" else write)(items)


if __name__ == "__main__":
    main()
