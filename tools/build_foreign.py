"""Build `mtqa/knowledge/data/foreign.gz`: how much the pieces of a word look like which language.

    python tools/build_foreign.py FOLDER

FOLDER holds two packages of PyPI, unpacked: wordfreq 3.1.1 (`wordfreq/data/*.msgpack.gz`) and simplemma 2.0.0
(`simplemma`). Besides mtqa, the script needs msgpack, numpy and scipy.

A linear classifier of single words is trained: pieces of two to five letters, edges among them, hashed into 2^15 rows;
one column a language. For the foreign languages it learns from their usual words that English has not (also without
their accents, and Russian, Ukrainian and Bulgarian ones in several romanisations), for English from the words of
the lexicon, from the words of wordfreq that are about as usual in English as elsewhere, names among them, and from made
ones: compounds, derivations, slips. Weights are kept in steps of a twentieth; those that say little are 0.
"""

from __future__ import annotations

import gzip
import io
import random
import sys
from collections.abc import Iterable
from pathlib import Path

import msgpack
import numpy as np
from scipy.sparse import csr_matrix

from mtqa.knowledge.foreign import PIECES, STEP, pieces
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import fold

OUT = Path(__file__).parents[1] / "mtqa" / "knowledge" / "data" / "foreign.gz"
CLASSES = "en la fi et tr fr es it pt ca ro de nl sv is pl cs sl lt lv hu id ru".split()
ALIKE = {"nb": "sv", "da": "sv", "sk": "cs", "sh": "sl", "ms": "id", "uk": "ru", "bg": "ru"}
LARGE = "fi fr es it pt de nl sv nb pl cs ca ru uk".split()
SMALL = "da ro lt lv hu id tr sk sl sh ms bg is".split()
MOST = {"fi": 70_000, "tr": 70_000, "ru": 70_000}  # words of a language
USUAL, FEW = 45_000, 25_000
#: Words taken from simplemma, which has the inflected forms of languages that wordfreq has few words of, or none.
FORMS = {"et": 90_000, "tr": 40_000, "la": 40_000, "is": 30_000, "lv": 25_000, "lt": 25_000}
MADE = 60_000
ROWS, EPOCHS, BATCH, RATE, LEAST = 1 << 15, 4, 4096, 0.25, 0.06

_PLAIN = dict(zip("абвгдезиклмнопрстуфыэ", "abvgdeziklmnoprstufye", strict=True))
#: How agencies, libraries and machines romanise: х, й, ц, щ, ж, and what opens ю, я and ё.
SCHEMES = [
    _PLAIN
    | {"х": h, "й": j, "ц": c, "щ": sch, "ж": zh, "ч": "ch", "ш": "sh", "ю": y + "u", "я": y + "a", "ё": y + "o"}
    | {"ь": "", "ъ": "", "і": "i", "ї": "yi", "є": "ye", "ґ": "g"}
    for h, j, c, sch, zh, y in (
        ("kh", "y", "ts", "shch", "zh", "y"), ("h", "j", "c", "sch", "zh", "j"), ("kh", "i", "ts", "shch", "zh", "i"),
        ("h", "y", "ts", "sh", "zh", "y"), ("h", "j", "c", "sch", "j", "j"),
    )
]  # fmt: skip


def main(folder: Path) -> None:
    """Write the table, the same from the same packages as far as the arithmetic of numpy is the same."""
    sys.path.insert(0, str(folder))
    words = examples(folder / "wordfreq" / "data", random.Random(7))
    for name in CLASSES:
        print(name, len(words[name]))
    weights, biases = train(words)
    steps = np.clip(np.round(weights / STEP), -127, 127).astype(np.int8)
    steps[np.abs(weights) < LEAST] = 0
    head = " ".join(f"{name}:{round(float(bias) / STEP)}" for name, bias in zip(CLASSES, biases, strict=True))
    packed = io.BytesIO()
    with gzip.GzipFile(filename="", fileobj=packed, mode="wb", mtime=0) as handle:
        handle.write(head.encode("ascii") + b"\n" + steps.tobytes())
    OUT.write_bytes(packed.getvalue())


def frequencies(file: Path) -> dict[str, int]:
    """The words of a list of wordfreq, with the logarithm of how rare each is, in hundredths."""
    buckets = msgpack.unpackb(gzip.decompress(file.read_bytes()), raw=False)[1:]
    return {word: rare for rare, bucket in enumerate(buckets, 1) for word in bucket}


def sound(word: str) -> bool:
    """Whether it is a word to learn from."""
    return 4 <= len(word) <= 28 and word.isalpha()


def latin(word: str) -> bool:
    """Whether all of its letters are Latin."""
    return all(char < "\u0250" or "\u1e00" <= char < "\u1f00" for char in word)


def examples(data: Path, chance: random.Random) -> dict[str, set[str]]:
    """The words of each language."""
    table, common = english(), frequencies(data / "large_en.msgpack.gz")
    words: dict[str, set[str]] = {name: set() for name in CLASSES}
    rarest: dict[str, int] = {}
    for size, names in (("large", LARGE), ("small", SMALL)):
        for name in names:
            most, taken = (FEW if name in ALIKE else MOST.get(name, USUAL)), 0
            for word, rare in frequencies(data / f"{size}_{name}.msgpack.gz").items():
                if taken >= most:
                    break
                if not sound(word) or latin(word) == (name in ("ru", "uk", "bg")):
                    continue
                if name in ("ru", "uk", "bg"):
                    forms = ["".join(scheme.get(char, "?") for char in word) for scheme in chance.sample(SCHEMES, 2)]
                    words["ru"] |= {form for form in forms if form.isalpha() and not table.known(form)} - common.keys()
                elif table.known(word) or table.listed(word) or common.get(word, 9999) <= rare + 60:
                    continue
                else:
                    rarest[word] = min(rarest.get(word, 9999), rare)
                    words[ALIKE.get(name, name)].add(word)
                taken += 1
    for name, most in FORMS.items():
        forms = [
            word for word in lemmas(name)
            if word.islower() and sound(word) and latin(word) and not table.known(word) and word not in common
        ]  # fmt: skip
        words[name].update(chance.sample(forms, min(len(forms), most)))
    for name in CLASSES[1:-1]:
        accented = sorted(word for word in words[name] if not word.isascii())
        plain = map(fold, chance.sample(accented, len(accented) // 3))
        words[name] |= {
            word for word in plain if word.isascii() and word.isalpha() and not table.known(word) and word not in common
        }
    words["en"] = native(common, rarest, words, chance)
    return words


def lemmas(name: str) -> Iterable[str]:
    """The forms of a language in simplemma."""
    from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

    return list(DefaultDictionaryFactory().get_dictionary(name))


def native(
    common: dict[str, int], rarest: dict[str, int], words: dict[str, set[str]], chance: random.Random
) -> set[str]:
    """English words: those of the lexicon, those that English texts have, and made ones."""
    table = english()
    listed = [word for word in table.words() if sound(word) and word.isascii()]
    lower = [word for word in listed if table.capital_share(word) < 0.5 and (table.logprob(word) or -99.0) > -17]
    found = set(listed) | {word for word in table.rare() if sound(word)}
    found |= {w for w, rare in common.items() if sound(w) and w.isascii() and rarest.get(w, 9999) > rare - 80}
    usual = [word for word in lower if (table.logprob(word) or -99.0) > -13]
    before = "un re over under out mis non anti pre post sub super micro inter de co multi".split()
    behind = "s ed ing ly ness able er ers less like ist ism ish y ation ment ful ity ize ized".split()
    made: set[str] = set()
    while len(made) < MADE:
        kind = chance.random()
        if kind < 0.45:
            word = chance.choice(usual) + chance.choice(usual)
        elif kind < 0.7:
            word = chance.choice(lower) + chance.choice(behind)
        elif kind < 0.85:
            word = chance.choice(before) + chance.choice(lower)
        else:
            word = slip(chance.choice(lower), chance)
        if sound(word) and len(word) < 20:
            made.add(word)
    foreign = {word for name in CLASSES[1:] for word in words[name] if word in common}
    return (found | made) - (foreign - set(lower))


def slip(word: str, chance: random.Random) -> str:
    """The word with a letter lost, one too many, or two swapped."""
    at, kind = chance.randrange(1, max(2, len(word) - 1)), chance.random()
    if kind < 0.35:
        return word[:at] + word[at + 1 :]
    if kind < 0.7:
        return word[:at] + chance.choice("aeiourstnl") + word[at:]
    return word[:at] + word[at + 1 : at + 2] + word[at : at + 1] + word[at + 2 :]


def train(words: dict[str, set[str]]) -> tuple[np.ndarray, np.ndarray]:
    """Weights and biases of a softmax regression."""
    pairs = [(word, number) for number, name in enumerate(CLASSES) for word in sorted(words[name])]
    order = np.random.RandomState(1).permutation(len(pairs))
    classes = np.array([pairs[i][1] for i in order])
    ends, rows = [0], []
    for i in order:
        rows.extend(pieces(pairs[i][0], ROWS))
        ends.append(len(rows))
    matrix = csr_matrix(
        (np.ones(len(rows), np.float32), np.array(rows, np.int32), np.array(ends)), shape=(len(pairs), ROWS)
    )
    weights, biases = np.zeros((ROWS, len(CLASSES)), np.float32), np.zeros(len(CLASSES), np.float32)
    seen, seen_biases = np.full_like(weights, 1e-2), np.ones_like(biases)
    for epoch in range(EPOCHS):
        right = 0
        for start in range(0, len(pairs), BATCH):
            batch, true = matrix[start : start + BATCH], classes[start : start + BATCH]
            sums = batch @ weights + biases
            right += int((sums.argmax(1) == true).sum())
            chances = np.exp(sums - sums.max(1, keepdims=True))
            chances /= chances.sum(1, keepdims=True)
            chances[np.arange(len(true)), true] -= 1
            slope = (batch.T @ chances) / len(true) + 1e-7 * weights
            seen += slope * slope
            weights -= RATE * slope / np.sqrt(seen)
            mean = chances.mean(0)
            seen_biases += mean * mean
            biases -= RATE / 5 * mean / np.sqrt(seen_biases)
        print(f"epoch {epoch}: {right / len(pairs):.3f} right, {len(PIECES)} sizes of pieces", flush=True)
    return weights, biases


if __name__ == "__main__":
    main(Path(sys.argv[1]))
