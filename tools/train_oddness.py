"""Train the weights of `mtqa/analysis/oddness.py`: garbled machine translation against what people wrote.

    python tools/train_oddness.py read CACHE DATA TREEBANK.conllu.gz OTHER.jsonl…     reads all texts, once
    python tools/train_oddness.py write CACHE                                         trains, writes the table

DATA is a folder of test sets (`*.jsonl.gz`, one document by one system a line, with references), TREEBANK the training
part of the English Web Treebank; OTHER files hold further texts written in English, in the same form, without a system
and a pair of languages. Documents whose id has an odd sha256 are left for confirming, an eighth of the others for
reading. Sets without capitals give only the changes of their post-editors.

What is judged is a window of eight tokens. A person's translation and the treebank are taken to be sound. Of a window
of a machine's how likely it is to be garbled is guessed: by how much more often windows as odd as it stand in the
translations of that engine than in references. The guess begins with how well words follow, and is made anew by each
round of training, for one half of the texts by the weights of the other. What people marked or changed, or left
as it was, is known, and not guessed. A logistic regression with a quadratic penalty makes the weights.
Needs numpy and scipy; the product needs neither.
"""

from __future__ import annotations

import difflib
import gzip
import hashlib
import json
import pickle
import re
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import scipy.sparse as sp
from scipy.optimize import isotonic_regression, minimize
from train_readability import arguments, blocks, pack

from mtqa.analysis.oddness import LEFT, OUT, PLANES, RIGHT, SHAPES, STEPS, meetings, planes
from mtqa.document import Document, Segment

#: Sets that teach nothing here: made by hand, or judged for a whole document.
LEFT_OUT = re.compile("^clean|lower|issues|hallucinations|ced2022|demetr|blimp|jfleg|challenge")
LOWER = re.compile("lig-|afrl")  # without capitals: only the marks count
PEOPLE = ("ref", "human")
#: Engines that people take for nearly as good as translators: a third of their texts will do.
STRONG = re.compile("^sys-wmt21|^generaltest")
MARKED_ONLY = re.compile("^lig|^mqm")  # sets whose engines are judged by marks alone
WINDOW = 8  # tokens
LEAST = 12  # places that a row stands at
PENALTY = 100.0
ROUNDS = 2
GUESSED = 0.6  # the weight of a window whose label is guessed
SOUND, GARBLED = 0.01, 0.75  # of windows that people looked at
MOST, DROP = 500, 4  # steps of a weight; of fewer it is left out: half of all rows, three findings in a thousand


class Marks(NamedTuple):
    """What people said of a text: how many marked each character, whether as bad English, and what was changed."""

    raters: list[int]
    fluency: list[bool]


def texts(paths: list[Path]) -> Iterator[dict[str, Any]]:
    """All texts that may be learnt from, each once."""
    done: set[str] = set()
    for path in paths:
        if LEFT_OUT.search(path.name):
            continue
        with (gzip.open if path.suffix == ".gz" else open)(path, "rt", encoding="utf-8") as lines:
            if ".conllu" in path.name:
                said = [line[9:].strip() for line in lines if line.startswith("# text = ")]
                for i in range(0, len(said), 10):
                    parts = [{"target": text} for text in said[i : i + 10]]
                    yield {"set": "treebank", "engine": "", "doc": str(i), "machine": False, "segments": parts}
                continue
            for item in map(json.loads, lines):
                if "segments" not in item or (item.get("pair") and odd(item["doc"])):
                    continue
                if zlib.crc32(str(item["doc"]).encode()) % 8 == 0:
                    continue
                human = not item.get("pair") or str(item.get("system", "")).lower().startswith(PEOPLE)
                for side in ("target", "reference"):
                    machine = side == "target" and not human
                    parts = [segment.get(side) or "" for segment in item["segments"]]
                    key = hashlib.sha256("\n".join((path.name, side, *parts)).encode()).hexdigest()
                    if key in done or not all(parts) or (not machine and LOWER.search(path.name)):
                        continue
                    done.add(key)
                    name = str(item.get("set") or path.name)
                    if machine and STRONG.search(name) and zlib.crc32(f"{name}{item['doc']}".encode()) % 3:
                        continue
                    segments = item["segments"] if machine else [{"target": part} for part in parts]
                    engine = f"{name}|{item.get('system')}" if machine else ""
                    yield {"set": name, "engine": engine, "doc": item["doc"], "machine": machine, "segments": segments}


def odd(document: Any) -> bool:
    """Whether a document is for confirming only."""
    return int(hashlib.sha256(str(document).encode()).hexdigest(), 16) % 2 == 1


def marks(segment: dict[str, Any]) -> Marks | None:
    """What people said of a segment; `None` where nobody looked."""
    target = segment["target"]
    raters, fluency = [0] * (len(target) + 1), [False] * (len(target) + 1)
    if segment.get("post_edit"):
        before = list(re.finditer(r"\w+|[^\w\s]", target))
        after = re.findall(r"\w+|[^\w\s]", segment["post_edit"].lower())
        matcher = difflib.SequenceMatcher(None, [word[0].lower() for word in before], after, autojunk=False)
        for what, first, last, _, _ in matcher.get_opcodes():
            if what != "equal":
                for word in before[first : max(last, first + 1)]:
                    for i in range(*word.span()):
                        raters[i] = 1
                        fluency[i] = True
        return Marks(raters, fluency)
    if "errors" not in segment:
        return None
    seen: dict[tuple[Any, int], bool] = {}
    for error in segment["errors"]:
        start = error["start"]
        if error["severity"] == "neutral" or start < 0:
            continue
        bad = re.search("fluency|grammar|awkward|^bad$", str(error.get("category")), re.IGNORECASE) is not None
        for i in range(start, min(max(error["end"], start + 1), len(target))):
            seen[error.get("rater"), i] = seen.get((error.get("rater"), i), False) or bad
    for (_, i), bad in seen.items():
        raters[i] += 1
        fluency[i] = fluency[i] or bad
    return Marks(raters, fluency)


def read(cache: Path, paths: list[Path]) -> None:
    """Read all texts and keep what training needs of them."""
    kept = []
    for item in texts(paths):
        analysis = Document("text", tuple(Segment(part["target"]) for part in item["segments"]), language="en").analysis
        said = [marks(part) if item["machine"] else None for part in item.pop("segments")]
        item["sentences"] = rows = []
        for sentence in analysis.sentences:
            if len(sentence.tokens) < 6 or not analysis.paragraphs[sentence.segment].running:
                continue
            own = said[sentence.segment]
            labels = None
            if own is not None:
                labels = [
                    (max(own.raters[token.start : token.end]), any(own.fluency[token.start : token.end]))
                    for token in sentence.tokens
                ]
            words = [token.is_word for token in sentence.tokens]
            rows.append((planes(analysis.reading(sentence)), words, labels))
        kept.append(item)
        if len(kept) % 1000 == 0:
            print(len(kept), item["set"], flush=True)
    with cache.open("wb") as file:
        pickle.dump(kept, file, protocol=5)
    print(f"{len(kept)} texts")


class Data:
    """Everything read, a place of a sentence each, and the windows of places."""

    def __init__(self, cache: Path) -> None:
        with cache.open("rb") as file:
            self.items = [item for item in pickle.load(file) if item["sentences"]]
        rows = [(i, row) for i, item in enumerate(self.items) for row in item["sentences"]]
        sizes = np.array([len(words) for _, (_, words, _) in rows])
        self.codes, self.names = [], []
        for plane in range(len(PLANES)):
            text = "".join(row[0][plane] for _, row in rows)
            known, code = np.unique(np.frombuffer(text.encode("utf-32-le"), np.uint32), return_inverse=True)
            self.codes.append(code.astype(np.int64))
            self.names.append([chr(one) for one in known])
        length = sizes + LEFT + RIGHT
        begins = np.cumsum(length) - length + LEFT
        ends = np.cumsum(sizes + 1)
        self.places = np.arange(ends[-1]) + np.repeat(begins - (ends - sizes - 1), sizes + 1)
        inside = np.arange(ends[-1]) - np.repeat(ends - sizes - 1, sizes + 1)
        sentence = np.repeat(np.arange(len(rows)), sizes + 1)
        window = sentence * 1000 + inside // WINDOW
        self.window = np.cumsum(np.r_[True, window[1:] != window[:-1]]) - 1
        first = np.r_[True, np.diff(self.window) > 0]
        owner = np.array([i for i, _ in rows])[sentence[first]]
        own = lambda key: np.array([item[key] for item in self.items])[owner]  # noqa: E731
        self.machine, self.set, self.engine = own("machine"), own("set"), own("engine")
        self.fold = np.array([zlib.crc32((item["set"] + str(item["doc"])).encode()) % 2 for item in self.items])[owner]
        self.known = self._known(rows)
        meets = [
            (start + place, key)
            for start, (_, (strings, words, _)) in zip(ends - sizes - 1, rows, strict=True)
            for place, key in meetings(strings[0][LEFT : LEFT + len(words)])
        ]
        self.keys: list[list[str]] = []
        self.rows = sp.hstack([*map(self._shape, SHAPES), self._meets(meets)]).tocsr()

    def _known(self, rows: list[Any]) -> Any:
        """Of each window 1 if people found it garbled, 0 if they left it alone, else -1."""
        figures = [
            (word, *label, True) if labels else (word, 0, False, False)
            for _, (_, words, labels) in rows
            for word, label in [*zip(words, labels or words, strict=True), (False, (0, False))]
        ]
        word, raters, fluency, looked = (np.array(column) for column in zip(*figures, strict=True))
        size = self.window[-1] + 1
        count = lambda what: np.bincount(self.window, what & word, size)  # noqa: E731
        words, bad, fluent, two = count(word), count(raters > 0), count(fluency), count(raters >= 2)
        several = np.char.startswith(self.set, "mqm-newstest")  # three people looked
        made = np.full(size, -1)
        made[(count(looked) > 0) & (bad == 0)] = 0
        made[several & (two >= 4) & (fluent >= 3)] = 1
        made[~several & (count(looked) > 0) & (fluent >= np.maximum(3, words / 2))] = 1
        made[words < 4] = -1
        return made

    def _shape(self, shape: Any) -> Any:
        """Which rows of a shape end in which window; keeps those that stand often enough."""
        key = np.zeros(len(self.places), np.int64)
        parts = [(plane, offset) for plane, first, last in shape for offset in range(first, last + 1)]
        for plane, offset in parts:
            key = key * len(self.names[plane]) + self.codes[plane][self.places + offset]
        names, key, count = np.unique(key, return_inverse=True, return_counts=True)
        keep = count >= LEAST
        self.keys.append([self._name(int(name), parts) for name in names[keep]])
        return self._matrix(keep, key, self.window)

    def _meets(self, meets: list[tuple[int, str]]) -> Any:
        names, key, count = np.unique([key for _, key in meets], return_inverse=True, return_counts=True)
        keep = count >= LEAST
        self.keys.append([str(name) for name in names[keep]])
        return self._matrix(keep, key, self.window[[place for place, _ in meets]])

    def _matrix(self, keep: Any, key: Any, window: Any) -> Any:
        here = keep[key]
        column = (np.cumsum(keep) - 1)[key[here]]
        shape = (int(self.window[-1]) + 1, int(keep.sum()))
        return sp.csr_matrix((np.ones(len(column), np.float32), (window[here], column)), shape)

    def _name(self, key: int, parts: list[tuple[int, int]]) -> str:
        letters = []
        for plane, _ in reversed(parts):
            key, rest = divmod(key, len(self.names[plane]))
            letters.append(self.names[plane][rest])
        return "".join(reversed(letters))

    def first(self) -> Any:
        """How badly the words of each window follow one another, to begin with."""
        fit = np.array([-25, -25, -20, -11, -4, 4, 13, 15, 15.0])
        gain = np.array([8, -30, -20, -10, -2, 5, 17, 25, 25.0])
        number = lambda plane: np.array([int(name) for name in self.names[plane]])[self.codes[plane][self.places]]  # noqa: E731
        total = np.bincount(self.window, fit[number(3)] + gain[number(4)])
        return -total / np.maximum(np.bincount(self.window), 4)


def guessed(data: Data, values: Any) -> Any:
    """How likely each window is garbled, by its value."""
    made = np.zeros(len(values))
    by_marks = np.array([MARKED_ONLY.search(name) is not None for name in data.set])
    for fold in (0, 1):
        here = data.fold == fold
        human = values[here & ~data.machine]
        edges = np.unique(np.quantile(human, [*np.linspace(0, 0.9, 10), 0.95, 0.975, 0.99, 0.995, 0.998]))
        share = np.histogram(human, [-np.inf, *edges, np.inf])[0] / len(human)
        for engine in np.unique(data.engine[here & data.machine & ~by_marks]):
            own = here & (data.engine == engine)
            count = np.histogram(values[own], [-np.inf, *edges, np.inf])[0]
            times = (count + 20 * share) / (count.sum() + 20) / np.maximum(share, 1e-9)
            likely = np.clip(1 - 1 / np.maximum(times, 1e-9), 0, 0.97)
            likely = isotonic_regression(likely, weights=count + 1e-3).x
            made[own] = likely[np.searchsorted(edges, values[own], side="right")]
    made[data.known == 0] = SOUND
    made[data.known == 1] = np.maximum(made[data.known == 1], GARBLED)
    return made


def fit(rows: Any, likely: Any, weight: Any, rounds: int) -> Any:
    """The weights of the rows, and what is added to each window."""
    turned = rows.T.tocsr()
    likely, weight = likely.astype(np.float32), weight.astype(np.float32)

    def loss(values: Any) -> tuple[float, Any]:
        own = values[:-1]
        margin = rows @ own.astype(np.float32) + np.float32(values[-1])
        slope = weight * (1 / (1 + np.exp(-margin)) - likely)
        total = float((weight * (np.logaddexp(0, margin) - likely * margin)).sum()) + PENALTY / 2 * float(own @ own)
        return total, np.r_[turned @ slope + PENALTY * own, slope.sum()].astype(np.float64)

    start = np.zeros(rows.shape[1] + 1)
    return minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": rounds}).x


def train(data: Data) -> Any:
    """The weights of all rows."""
    by_marks = np.array([MARKED_ONLY.search(name) is not None for name in data.set])
    use = (data.known >= 0) | ~data.machine | ~by_marks
    weight = np.where(data.machine & (data.known < 0), GUESSED, 1.0)
    values = data.first()
    for number in range(ROUNDS):
        likely = guessed(data, values)
        print(f"round {number}: {likely[data.machine & ~by_marks].mean():.3f} of the machines' windows", flush=True)
        values = np.zeros(len(likely))
        for fold in (0, 1):
            some = use & (data.fold != fold)
            found = fit(data.rows[some], likely[some], weight[some], 30)
            values[data.fold == fold] = data.rows[data.fold == fold] @ found[:-1] + found[-1]
    likely = guessed(data, values)
    return fit(data.rows[use], likely[use], weight[use], 50)[:-1]


def write(data: Data, weights: Any) -> None:
    """The table."""
    pack(OUT, list(blocks(data.keys, weights * STEPS, MOST, DROP)))


def main() -> None:
    args = arguments(__doc__, "read", "write")
    if args.what == "read":
        read(args.cache, args.data)
        return
    data = Data(args.cache)
    print(data.rows.shape, flush=True)
    write(data, train(data))


if __name__ == "__main__":
    main()
