"""Train the weights of `mtqa/analysis/readability.py`: unrevised machine translation against what people wrote.

    python tools/train_readability.py read CACHE DATA ORIGINALS.jsonl   reads all texts, once
    python tools/train_readability.py try CACHE                         trains without one year after the other
    python tools/train_readability.py write CACHE                       trains on all, writes the table

DATA is a folder of test sets (`*.jsonl.gz`, one document by one system a line, with references); ORIGINALS
(`tools/originals.py`) hold texts written in English, in the same form, without a system. Texts of less than 150 words,
and sets without capitals, are left out; what stands twice counts once.

A logistic regression with a quadratic penalty, over rates and rows of kinds of words (`mtqa/analysis/traits.py`). A
text of a year (a test set) is judged by weights that have seen no text of that year, an English original by weights
that have seen none of its source (of `tests/clean`: not itself): from these figures, and from what all rules find in
the same texts, are mean and spread of human translations, and the bounds of the levels. Rules take longest, so they
are asked about each text by a person and by an engine out of `ASKED`, and about every eighth of the other machine
translations; only these are counted in figures.
Needs numpy and scipy; the product needs neither.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import pickle
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import scipy.sparse as sp
from scipy.optimize import minimize

from mtqa.analysis import traits
from mtqa.analysis.readability import OUT, STEPS, grades
from mtqa.config import Config
from mtqa.document import Document, Segment
from mtqa.engine import Engine
from mtqa.knowledge.rows import written

#: Sets without capitals, or of single sentences.
LEFT = re.compile("lower|afrl|postedit|issues|hallucinations|mlqe|ced2022|demetr|blimp|jfleg|challenge")
YEARS = {"lig": "2010", "llm": "2014", "ted": "2021", "qe2022": "2021", "flores": "2009", "wmt21": "2021"}
#: Years whose engines people take for nearly as good as translators: they teach less.
STRONG = {"2020", "2021", "2023"}
#: Years left out together.
FOLDS = (("2009", "2010", "2014"), ("2015",), ("2016",), ("2018",), ("2019",), ("2020", "2021", "2023"))
#: Weak engines, all of whose texts are looked through by all rules.
ASKED = re.compile(r"online-[FGX]$|PROMT|AFRL")
LEAST = 20  # stretches that a row stands in
PENALTY, RATE_PENALTY = 100.0, 1.0
#: Shares of the weight of all text: machine translations half, of the rest references and originals.
ORIGINALS = 0.4
ROUNDS = 45
MOST, DROP = 400, 4  # steps of a weight; of fewer it is left out: three rows of four, and none is missed
INTERVAL = 1.0  # standard errors: two times of three
FOUND = 2.0  # weight of what was found in 100 words: 1.5 to 3 do as well
#: Shares of the human texts that may be called poor.
ALARMS = {"reference": 0.004, "original": 0.003}
DOUBTS = 0.05  # of the references that may be called doubtful


def texts(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """The texts of all files, each once: who made it, of which year, and its paragraphs."""
    done: set[str] = set()
    for path in paths:
        if LEFT.search(path.name):
            continue
        opener = gzip.open if path.suffix == ".gz" else open
        with opener(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                item = json.loads(line)
                if "segments" not in item:
                    continue
                versions = [(item.get("system") or "original", "target"), ("reference", "reference")]
                for system, field in versions:
                    parts = [segment.get(field) or "" for segment in item["segments"]]
                    key = hashlib.sha256("\n".join(parts).encode()).hexdigest()
                    if key in done or sum(len(part.split()) for part in parts) < 150:
                        continue
                    done.add(key)
                    name = str(item.get("set") or path.name)
                    english = path.name.startswith("clean") or system == "original"
                    human = english or system.lower().startswith(("ref", "human"))
                    yield {
                        "set": name,
                        "year": "original" if english else year(name),
                        "source": item["doc"].split(" ")[-1] if name == "NewsArticles" else name,
                        "kind": "original" if english else "reference" if human else "machine",
                        "system": system,
                        **{key: item.get(key) for key in ("pair", "doc", "orig", "system_da", "engine")},
                        "parts": parts,
                    }


def year(name: str) -> str:
    """Of a test set."""
    for part, number in YEARS.items():
        if part in name:
            return number
    found = re.search(r"20\d\d", name)
    return found[0] if found else name


def read(cache: Path, paths: list[Path]) -> None:
    """Read all texts and keep what training needs of them."""
    engine = Engine(Config(poor="ignore"))
    kept = []
    for item in texts(paths):
        segments = tuple(Segment(part) for part in item.pop("parts"))
        analysis = Document("text", segments, language="en").analysis
        readings = [analysis.reading(sentence) for sentence in analysis.sentences if sentence.tokens]
        letters = [token.text[0].isupper() for reading in readings for token in reading.tokens if token.text.isalpha()]
        if analysis.words < 150 or sum(letters) < 0.02 * len(letters):
            continue
        parts = traits.stretches(readings)
        item["words"] = analysis.words
        item["strings"] = [traits.strings(part) for part in parts]
        item["rates"] = [traits.rates(part) for part in parts]
        number = hashlib.sha256("\n".join(segment.target for segment in segments).encode()).digest()[0]
        item["found"] = None
        if item["kind"] != "machine" or ASKED.search(item["system"]) or number % 8 == 0:
            report = engine.examine(Document("text", segments, language="en"))
            item["found"] = [(finding.category, finding.severity) for finding in report.all_findings]
        kept.append(item)
        if len(kept) % 500 == 0:
            print(len(kept), item["set"], flush=True)
    with cache.open("wb") as file:
        pickle.dump(kept, file)
    print(f"{len(kept)} texts, {sum(len(item['strings']) for item in kept)} stretches")


class Data:
    """Everything read, as matrices: a row a stretch."""

    def __init__(self, cache: Path) -> None:
        with cache.open("rb") as file:
            self.texts = [item for item in pickle.load(file) if item["strings"]]
        self.owner = np.array([i for i, item in enumerate(self.texts) for _ in item["strings"]])
        own = lambda key: np.array([item[key] for item in self.texts])[self.owner]  # noqa: E731
        self.year, self.source, self.kind = own("year"), own("source"), own("kind")
        self.sign = np.where(self.kind == "machine", 1.0, -1.0)
        self.rates = np.array([row for item in self.texts for row in item["rates"]])
        strings = [row for item in self.texts for row in item["strings"]]
        self.keys: list[list[str]] = []
        self.rows = sp.hstack([self._shape(strings, shape) for shape in traits.ROWS]).tocsr()

    def _shape(self, strings: list[traits.Rows], shape: traits.Shape) -> Any:
        """Which rows of a shape stand in which stretch; keeps those in enough of them."""
        codes = [np.frombuffer(getattr(row, shape.source).encode("utf-32-le"), np.uint32) for row in strings]
        code = np.concatenate(codes).astype(np.int64)
        place = np.repeat(np.arange(len(codes)), [len(row) for row in codes])
        known, code = np.unique(code, return_inverse=True)
        offsets = (0, 2) if shape.gap else tuple(range(shape.size))
        size = len(code) - offsets[-1]
        key = np.zeros(size, np.int64)
        for offset in offsets:
            key = key * len(known) + code[offset : offset + size]
        same = place[:size] == place[offsets[-1] :]
        key, place = key[same], place[:size][same]
        names, key = np.unique(key, return_inverse=True)
        pair = np.unique(key.astype(np.int64) * len(codes) + place)
        key, place = pair // len(codes), pair % len(codes)
        keep = np.bincount(key, minlength=len(names)) >= LEAST
        number = np.cumsum(keep) - 1
        here = keep[key]
        self.keys.append([_name(int(name), known, len(offsets)) for name in names[keep]])
        shape_ = (len(codes), int(keep.sum()))
        return sp.csr_matrix((np.ones(int(here.sum()), np.float32), (place[here], number[key[here]])), shape_)


def _name(key: int, known: Any, size: int) -> str:
    letters = []
    for _ in range(size):
        key, rest = divmod(key, len(known))
        letters.append(chr(known[rest]))
    return "".join(reversed(letters))


class Weights:
    """What training finds."""

    def __init__(self, data: Data, train: Any) -> None:
        weight = np.where(np.isin(data.year, sorted(STRONG)), 0.4, 1.0)
        machine = weight[train & (data.sign > 0)].sum()
        for kind, share in (("reference", 1 - ORIGINALS), ("original", ORIGINALS)):
            some = train & (data.kind == kind)
            weight[some] *= share * machine / max(1.0, weight[some].sum())
        self.mean = np.average(data.rates[train], axis=0, weights=weight[train])
        self.spread = np.sqrt(np.average((data.rates[train] - self.mean) ** 2, axis=0, weights=weight[train])) + 1e-9
        rates = self._rates(data)
        self.rows, self.of_rates, self.base = _fit(data.rows[train], rates[train], data.sign[train], weight[train])
        self.rows[np.abs(np.rint(self.rows * STEPS)) < DROP] = 0

    def _rates(self, data: Data) -> Any:
        return np.clip((data.rates - self.mean) / self.spread, -4, 4)

    def judge(self, data: Data) -> Any:
        """The evidence of every stretch: above 0 machine translation is likelier."""
        return data.rows @ self.rows + self._rates(data) @ self.of_rates + self.base


def _fit(rows: Any, rates: Any, sign: Any, weight: Any) -> tuple[Any, Any, float]:
    turned = rows.T.tocsr()
    size = rows.shape[1]

    def loss(values: Any) -> tuple[float, Any]:
        one, two = values[:size], values[size:-1]
        margin = -sign * (rows @ one + rates @ two + values[-1])
        slope = -sign * weight / (1 + np.exp(-margin))
        total = (weight * np.logaddexp(0, margin)).sum()
        total += PENALTY / 2 * (one @ one) + RATE_PENALTY / 2 * (two @ two)
        grad = np.concatenate([turned @ slope + PENALTY * one, rates.T @ slope + RATE_PENALTY * two, [slope.sum()]])
        return float(total), grad

    start = np.zeros(size + rates.shape[1] + 1)
    found = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": ROUNDS, "maxcor": 8}).x
    return found[:size], found[size:-1], float(found[-1])


def left_out(data: Data) -> Any:
    """The evidence of every stretch by weights that saw no text of its year or source."""
    sources = sorted(set(data.source[data.kind == "original"]))
    fold = np.array([_fold(item, sources) for item in data.texts])[data.owner]
    made = np.zeros(len(fold))
    for number, names in enumerate(FOLDS):
        test = fold == number
        made[test] = Weights(data, ~test).judge(data)[test]
        print(*names, _auc(made[test], data.sign[test]), flush=True)
    return made


def _fold(item: dict[str, Any], sources: list[str]) -> int:
    """With what a text is left out."""
    if item["source"] == "project":
        return int(hashlib.sha256(item["doc"].encode()).hexdigest(), 16) % len(FOLDS)
    if item["kind"] == "original":
        return sources.index(item["source"]) % len(FOLDS)
    return next(number for number, years in enumerate(FOLDS) if item["year"] in years)


def _auc(values: Any, sign: Any) -> float:
    rank = np.argsort(np.argsort(values, kind="stable"), kind="stable") + 1
    up = sign > 0
    return float((rank[up].sum() - up.sum() * (up.sum() + 1) / 2) / max(1, up.sum() * (~up).sum()))


def by_text(data: Data, evidence: Any) -> list[Any]:
    """The evidence of the stretches of each text."""
    ends = np.cumsum(np.bincount(data.owner, minlength=len(data.texts)))
    return np.split(evidence, ends[:-1])


def asked(data: Data, evidence: Any) -> list[tuple[dict[str, Any], Any, float]]:
    """The texts that rules have looked through: with the evidence of their stretches, and what was found counts."""
    pairs = zip(data.texts, by_text(data, evidence), strict=True)
    return [
        (item, own, FOUND * grades(item["found"], item["words"])) for item, own in pairs if item["found"] is not None
    ]


def calibrate(data: Data, evidence: Any) -> dict[str, float]:
    """Mean and spread of human translations, the spread inside one of them, the bounds of the levels."""
    texts = asked(data, evidence)
    human = [(own, found) for item, own, found in texts if item["kind"] == "reference"]
    made = {
        "found": FOUND,
        "mean": float(np.mean([np.mean(own) + found for own, found in human])),
        "spread": float(np.std(np.concatenate([own for own, _ in human]))),
        "inside": float(np.sqrt(np.mean([np.var(own, ddof=1) for own, _ in human if len(own) > 2]))),
    }
    lows = lows_of(texts, made)
    made["poor"] = max(
        float(
            np.quantile([low for low, (item, _, _) in zip(lows, texts, strict=True) if item["kind"] == kind], 1 - share)
        )
        for kind, share in ALARMS.items()
    )
    values = [(np.mean(own) + found - made["mean"]) / made["spread"] for own, found in human]
    made["doubtful"] = float(np.quantile(values, 1 - DOUBTS))
    return {name: round(value, 4) for name, value in made.items()}


def lows_of(texts: list[tuple[dict[str, Any], Any, float]], made: dict[str, float]) -> list[float]:
    """The lower end of the interval of each text."""
    return [
        float((np.mean(own) + found - made["mean"] - INTERVAL * made["inside"] / np.sqrt(len(own))) / made["spread"])
        for _, own, found in texts
    ]


def tell(data: Data, evidence: Any, made: dict[str, float]) -> None:
    """Print how many texts of each translator and each source of originals are poor."""
    texts = asked(data, evidence)
    groups: dict[tuple[str, ...], list[bool]] = defaultdict(list)
    for (item, _, _), low in zip(texts, lows_of(texts, made), strict=True):
        answer = low >= made["poor"]
        of_set, maker = item["set"], item["system"]
        if item["kind"] == "original":
            of_set, maker = "", item["source"]
        elif item["kind"] == "reference":
            maker = "reference"
        groups[item["kind"], of_set, item["pair"] or "", maker].append(answer)
        groups[item["kind"], "all", "", ""].append(answer)
    for group, answers in sorted(groups.items()):
        print(*group, f"{sum(answers)} of {len(answers)}", sep="\t")


def write(data: Data, weights: Weights, calibration: dict[str, float]) -> None:
    """The table."""
    human = data.kind == "reference"
    head = {
        **calibration,
        "base": round(weights.base, 4),
        "rates": [
            [round(float(x), 6) for x in row]
            for row in zip(weights.mean, weights.spread, weights.of_rates, data.rates[human].mean(axis=0), strict=True)
        ],
    }
    pack(OUT, [json.dumps(head, sort_keys=True), *blocks(data.keys, weights.rows * STEPS, MOST, DROP)])
    print(calibration)


def blocks(keys: list[list[str]], steps: Any, most: int, least: int) -> Iterator[str]:
    """The lines of a table: of each shape its rows, and their weights, those of few steps left out."""
    steps = np.rint(steps).astype(int).clip(-most, most)
    at = 0
    for rows in keys:
        own = zip(rows, steps[at : at + len(rows)], strict=True)
        at += len(rows)
        yield from written((row, int(step)) for row, step in own if abs(step) >= least)


def pack(path: Path, lines: list[str]) -> None:
    """Write a table, the same bytes for the same lines."""
    packed = gzip.compress("\n".join(lines).encode("utf-8"), 9, mtime=0)
    path.write_bytes(packed)
    print(f"{path.name}: {sum(map(len, lines[-1::-2]))} rows, {len(packed)} bytes")


def arguments(page: str | None, *steps: str) -> argparse.Namespace:
    """The command line of training: the step, the cache, and the files to read, those of folders among them."""
    parser = argparse.ArgumentParser(description=page, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=steps)
    parser.add_argument("cache", type=Path)
    parser.add_argument("data", nargs="*", type=Path)
    args = parser.parse_args()
    args.data = [one for path in args.data for one in (sorted(path.glob("*.jsonl.gz")) if path.is_dir() else [path])]
    return args


def main() -> None:
    args = arguments(__doc__, "read", "try", "write")
    if args.what == "read":
        read(args.cache, args.data)
        return
    data = Data(args.cache)
    print(data.rows.shape, flush=True)
    kept = args.cache.with_suffix(".evidence.npy")
    if args.what == "try":
        evidence = left_out(data)
        np.save(kept, evidence)
        made = calibrate(data, evidence)
        print(made)
        tell(data, evidence, made)
        return
    weights = Weights(data, np.ones(len(data.kind), bool))
    write(data, weights, calibrate(data, np.load(kept)))


if __name__ == "__main__":
    main()
