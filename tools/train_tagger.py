"""Train the tagger of `mtqa/analysis/wordclasses.py` on a Universal Dependencies treebank of English.

    python tools/train_tagger.py en_ewt-ud-train.conllu.gz

Writes `mtqa/knowledge/data/tagger.txt.gz`, byte for byte the same from the same treebank and lexicon: an averaged
perceptron, decoded greedily as the tagger does, with features and possible tags of the tagger itself. Weights become
small whole numbers; small ones and those of features seen once fall away.
"""

from __future__ import annotations

import gzip
import random
import sys
import time
from collections import Counter, defaultdict
from pathlib import Path

from treebank import tag_of, trees

from mtqa.analysis import wordclasses
from mtqa.analysis.tokens import Token
from mtqa.analysis.wordclasses import Form, Model
from mtqa.knowledge.data import DATA

OUT = DATA / "tagger.txt.gz"
ROUNDS = 6
USUAL = 250  # words that neighbours know by name
FIRM = 30  # occurrences of a word whose tags in the treebank are all it can have
SCALE = 12.0  # steps to one
LEAST = 2  # steps: smaller weights fall away
RARE = 1  # updates a feature must have had more than

Sample = tuple[list[Token], list[str]]


def main(path: Path) -> None:
    """Train and write."""
    samples = load(path)
    seen, usual, tags = tables(samples)
    averaged = train(samples, Model(seen, usual, {}, {}, tags))
    lines: dict[str, str] = {}
    for feature in sorted(averaged):
        packed = "".join(
            chr(wordclasses.FIRST + tags.index(tag)) + chr(wordclasses.ZERO + value)
            for tag, value in sorted(averaged[feature].items())
        )
        if packed:
            lines[feature] = packed
    data = write(seen, usual, tags, lines)
    OUT.write_bytes(data)
    print(f"{len(lines)} features, {sum(map(len, lines.values())) // 2} weights, {len(data)} bytes")


def write(seen: dict[str, str], usual: frozenset[str], tags: list[str], lines: dict[str, str]) -> bytes:
    """The file, as `wordclasses.read` takes it: features of one group in a line."""
    alone: dict[str, str] = {}
    groups: dict[str, list[str]] = defaultdict(list)
    for feature, packed in lines.items():
        if feature[0] in wordclasses.GROUPS:
            place, _, owner = feature[1:].rpartition(" ")
            groups[feature[0] + owner] += (place, packed)
        else:
            alone[feature] = packed
    blocks = [
        tags,
        sorted(usual),
        sorted(seen),
        [seen[word] for word in sorted(seen)],
        list(alone),
        list(alone.values()),
        sorted(groups),
        ["\t".join(groups[name]) for name in sorted(groups)],
    ]
    return gzip.compress("\n\n".join("\n".join(block) for block in blocks).encode("utf-8"), mtime=0)


def load(path: Path) -> list[Sample]:
    """Tokens and their tags, sentence by sentence."""
    made = [(tree.tokens, [tag_of(rows) or "NN" for rows in tree.covers]) for tree in trees(path)]
    counts = Counter(tag for _, tags in made for tag in tags)
    known = {tag for tag, count in counts.items() if "+" not in tag or count >= 5}
    return [(tokens, [tag if tag in known else tag.rpartition("+")[2] for tag in tags]) for tokens, tags in made]


def tables(samples: list[Sample]) -> tuple[dict[str, str], frozenset[str], list[str]]:
    """The words with their tags, the most usual words, and all tags."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for tokens, tags in samples:
        for token, tag in zip(tokens, tags, strict=True):
            if token.kind == "word":
                found[token.lower.replace("’", "'")][tag] += 1
    tags_of_marks = set(wordclasses._MARKS.values()) | {":", "POS"}
    letters = {tag for tags in wordclasses._LETTERS.values() for tag in tags} | {"NNPS"}
    fused = {"PRP+" + tag for _, tag in wordclasses._FUSED}
    names = sorted(tags_of_marks | letters | fused | {tag for counts in found.values() for tag in counts})
    seen: dict[str, str] = {}
    for word, counts in found.items():
        if len(word) > 25:
            continue
        total = sum(counts.values())
        kept = sorted(tag for tag, count in counts.items() if count / total > 0.01 or total < FIRM)
        seen[word] = ("!" if total >= FIRM else "") + "".join(chr(wordclasses.FIRST + names.index(tag)) for tag in kept)
    usual = sorted(found, key=lambda word: (-sum(found[word].values()), word))[:USUAL]
    return seen, frozenset(usual), names


def train(samples: list[Sample], model: Model) -> dict[str, dict[str, int]]:
    """Averaged weights, in whole steps."""
    weights: dict[str, dict[str, float]] = {}
    total: dict[tuple[str, str], float] = defaultdict(float)
    stamp: dict[tuple[str, str], int] = defaultdict(int)
    updates: Counter[str] = Counter()
    clock = 0
    order = list(range(len(samples)))
    shuffled = random.Random(1)
    prepared: list[tuple[list[Form], list[str]]] = [([model.form(t) for t in tokens], tags) for tokens, tags in samples]
    for turn in range(ROUNDS):
        begin = time.process_time()
        shuffled.shuffle(order)
        wrong = 0
        for at in order:
            forms, tags = prepared[at]
            count = len(forms)
            before = second = "^"
            for i, form in enumerate(forms):
                options = form.options
                if len(options) == 1:
                    guess = options[0]
                    if before == "^" and guess in wordclasses._SILENT:
                        continue
                else:
                    near = forms[i + 1].near if i + 1 < count else "$"
                    far = forms[i + 2].far if i + 2 < count else "$"
                    features = form.own() + form.around(before, second, near, far)
                    scores = dict.fromkeys(options, 0.0)
                    for feature in features:
                        found = weights.get(feature)
                        if found:
                            for tag in options:
                                if tag in found:
                                    scores[tag] += found[tag]
                    guess = max(options, key=scores.__getitem__)
                    clock += 1
                    truth = tags[i]
                    if truth != guess and truth in scores:
                        wrong += 1
                        for feature in features:
                            updates[feature] += 1
                            known = weights.setdefault(feature, {})
                            for tag, step in ((truth, 1.0), (guess, -1.0)):
                                key = (feature, tag)
                                value = known.get(tag, 0.0)
                                total[key] += (clock - stamp[key]) * value
                                stamp[key] = clock
                                known[tag] = value + step
                second, before = before, guess
        print(f"round {turn + 1}: {wrong} wrong, {time.process_time() - begin:.0f} s", file=sys.stderr, flush=True)
    made: dict[str, dict[str, int]] = {}
    for feature, known in weights.items():
        if updates[feature] <= RARE:
            continue
        steps = {}
        for tag, value in known.items():
            key = (feature, tag)
            step = round((total[key] + (clock - stamp[key]) * value) / clock * SCALE)
            if abs(step) >= LEAST:
                steps[tag] = max(-60, min(400, step))
        if steps:
            made[feature] = steps
    return made


if __name__ == "__main__":
    main(Path(sys.argv[1]))
