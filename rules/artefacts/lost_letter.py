"""A question mark stands where a letter was: `J?r?ka`, `Alap?tv?ny`.

Why it happens: a program that knows no letters but those of English writes a question mark for each other one. The
engine copies the word as it came, or the loss comes behind it.

How it is found: a question mark between letters in one word, where what stands before it is no usual English word, and
not all its parts are words.

What it leaves alone: a space left out behind a question (`Why?because`), addresses, patterns of programs (`colou?r`),
and text about software.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.artefacts._code import speaks_of_code

rule = Rule(category="fluency/character-encoding", severity="major", since="0.3", signs=frozenset(("?",)))

BAD = [
    "The lawyer of [[L?szl?k]] spoke of the matter in Paris.",
    "[[J?r?ka]] and [[Ka?erovk]]",
    "Did they meet [[J?r?ka]]?",
    "They paid the [[Szövets?g]] in May.",
    "Otakar and Jaroslav [[Kre?ekr]] wrote it.",
    "They stood on the [[wo?dn]] bridge.",
    "He read “[[V?r?sfenyek]]”, a book.",
]
GOOD = [
    "Why?pflm, he said; so Kre?ekr??pflm it was, and he left for Zyrtz?Berlin is far.",
    "See /Kre?ekr and Kre?ekr/a and Kre?ekr=5.",
    "Why?because he was there.",
    "Is it so?no, he said.",
    "See example.org/page?name and search?kwrd=paris for it.",
    "It finds colou?r in both spellings.",
    "Hm?no, he said; they met Kr?who was late.",
    "The list of all a?????????????????????????????????????????bzrt is long.",
    "The function takes xyzr?tv as a string of the pattern.",
]

_LOST = regex(r"(?<=[^\W\d_])\?(?=[^\W\d_])")
_WORD = regex(r"[^\W\d_]{1,24}(?:\?[^\W\d_]{1,24}){1,4}")
_BEFORE, _BEHIND = frozenset("“‘„«\"'("), frozenset(".,;:!?”’»\"')")
_USUAL = -12.0  # natural logarithm of a word's share


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each word."""
    reached = (-1, 0)
    for paragraph, found in document.analysis.search(_LOST, "?"):
        if (paragraph.index, found.start()) < reached:
            continue
        start, end = _around(paragraph.text, found.start())
        reached = (paragraph.index, end)
        word = paragraph.text[start:end]
        if _lost(word) and _free(paragraph.text, start, end) and not speaks_of_code(document, paragraph):
            yield paragraph.match((start, end), f"“{word}” has a question mark for a letter.")


def _around(text: str, at: int) -> tuple[int, int]:
    """The run of letters and question marks around a place."""
    start = end = at
    while start and (text[start - 1].isalpha() or text[start - 1] == "?"):
        start -= 1
    while end < len(text) and (text[end].isalpha() or text[end] == "?"):
        end += 1
    while text[end - 1] == "?":
        end -= 1
    return start, end


def _lost(word: str) -> bool:
    """Whether it is one word, not two sentences or a pattern of a program."""
    if not _WORD.fullmatch(word):
        return False
    words, parts = english(), word.lower().split("?")
    usual = words.logprob(parts[0])
    if (usual is not None and usual > _USUAL and len(parts[0]) > 1) or words.known("".join(parts)):
        return False
    return word.split("?", 1)[1].islower() and not all(len(part) > 1 and words.known(part) for part in parts)


def _free(text: str, start: int, end: int) -> bool:
    """Whether nothing ties a word to an address or a path."""
    before, behind = text[start - 1 : start], text[end : end + 1]
    return (before.isspace() or before in _BEFORE or not before) and (
        behind.isspace() or behind in _BEHIND or not behind
    )
