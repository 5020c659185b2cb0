"""Build `mtqa/knowledge/data/rare.txt.gz`: rare and technical words that look like slips of usual ones.

    python tools/build_rare.py FOLDER

FOLDER holds the word lists as plain text, one word a line:

    american-english-huge, british-english-huge   SCOWL 2020.12.07 (Debian: wamerican-huge, wbritish-huge)
    en_US.txt, custom_scientific_US.txt           @cspell/dict-en_us 4.4.43 and -scientific-terms-us 3.1.0 (npm),
                                                  written out by `cspell-trie reader`
    terms.txt                                     the lists of @cspell/dict-software-terms 5.4.9, -python 4.5.3,
                                                  -fullstack 3.2.9, -node 5.0.9, -git 3.1.1, -aws 4.0.17,
                                                  -filetypes 3.0.18, -data-science 2.0.17, -gaming-terms 1.1.3,
                                                  one after the other
    cpp.txt                                       @cspell/dict-cpp 7.2.0

A word is kept where the lexicon has no class for it and it lies one letter from a usual word, or where syllables of
pinyin fit it: only there does a rule need to be told that it is a word. The scientific list also has names and parts
of Latin ones, and the one of C++ what programmers misspelt: of the first only what ends as terms do is taken, of the
second only what is no slip inside a word.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from mtqa.knowledge.lexicon import english
from mtqa_rules.untranslated.romanised_word import spelt_in_pinyin

OUT = Path(__file__).parents[1] / "mtqa" / "knowledge" / "data" / "rare.txt.gz"
EDITED = ("american-english-huge", "british-english-huge", "en_US.txt", "terms.txt")
SCIENTIFIC, CODE = "custom_scientific_US.txt", "cpp.txt"
USUAL = -14.0  # natural log probability
WORD = re.compile(r"[a-z]{4,24}")
TERM = re.compile(
    r".*(?:ases?|oses?|ines?|ides?|ytes?|anes?|enes?|ynes?|yls?|oids?|itis|osis|emi[ac]|omas?|path(?:y|ic|ies)|omy|omies|"
    r"plasty|scop(?:y|ic|es?)|olog(?:y|ical|ist|ists)|one|ones|ols?|ins?|gen(?:ic|esis)|lysis|trop(?:y|ic)|phil(?:ic|ia)|"
    r"mers?|somes?|plasms?|cyt(?:ic|osis)|ates?|ions?|gli[ao]n?|pores?)"
)


def main(folder: Path) -> None:
    """Write the table, byte for byte the same from the same lists."""
    table = english()
    usual = {
        word for word in table.words() if WORD.fullmatch(word) and (table.logprob(word) or -20.0) > USUAL
        and table.tags(word)[:1] not in ("", "P", "F", "Y", "X")
    }  # fmt: skip
    around = usual.union(*(shorter(word) for word in usual))

    def needed(word: str) -> bool:
        if table.tags(word) or not WORD.fullmatch(word):
            return False
        return word in around or not around.isdisjoint(shorter(word)) or spelt_in_pinyin(word)

    kept = {word for name in EDITED for word in read(folder / name) if needed(word)}
    kept |= {word for word in read(folder / SCIENTIFIC) if TERM.fullmatch(word) and needed(word)}
    kept |= {word for word in read(folder / CODE) if needed(word) and not slip_inside(word, usual)}
    data = gzip.compress("\n".join(sorted(kept)).encode("ascii"), mtime=0)
    OUT.write_bytes(data)
    print(f"{len(kept)} words, {len(data)} bytes")


def read(path: Path) -> Iterator[str]:
    """The words of a list in lower case."""
    for line in path.read_text(encoding="utf-8", errors="replace").splitlines():
        yield from (word.lower() for word in re.findall(r"[A-Za-z]+", line.partition("#")[0]))


def shorter(word: str) -> set[str]:
    """The word without one of its letters."""
    return {word[:i] + word[i + 1 :] for i in range(len(word))}


def slip_inside(word: str, usual: set[str]) -> bool:
    """Whether a usual word with the same first and last letter lies one letter away."""
    if len(word) < 6:
        return False
    letters = "abcdefghijklmnopqrstuvwxyz"
    for i in range(1, len(word)):
        head, tail = word[:i], word[i:]
        made = {head + letter + tail for letter in letters} | {head + letter + tail[1:] for letter in letters}
        made |= {head + tail[1:], head + tail[1:2] + tail[:1] + tail[2:]}
        if any(other in usual and other[-1] == word[-1] for other in made):
            return True
    return False


if __name__ == "__main__":
    main(Path(sys.argv[1]))
