"""Words stand in the script of the source language.

Why it happens: the engine copies what it does not know: names, new words, what stood in brackets.

How it is found: a run of letters of another script (Han, Kana, Hangul, Cyrillic, Arabic, Hebrew, Greek, Thai,
Devanagari and others), with the marks and spaces inside it.

What it leaves alone: a name or term given in its own script in brackets behind its English form, or explained (`the
character 王`, `means`, `called`), and others in the same paragraph; whole sentences and segments
(`untranslated/foreign-passage`, `untranslated/copied-source`); what signs, banners, tattoos and chants say; single
Greek letters, fraternities (`ΑΒΓ`) and mathematical signs; single letters in quotation marks; a document with many
glosses.
"""

import re
from collections.abc import Iterator

from mtqa.analysis.language import script
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.untranslated._copies import copies

rule = Rule(category="accuracy/untranslated", severity="major")

BAD = [
    "The company paid 100 billion yuan [[人民币]] in May.",
    "The minister [[Шойгу]] said so on Monday.",
    "He met [[رئيس الوزراء]] in Cairo.",
    "The film [[기생충]] won the prize.",
    "It exceeded 100 billion yuan.([[人民币，下同]]) and rose.",
    "He said that [[это не так]] and left.",
    "The party [[Νέα Δημοκρατία]] won the vote.",
]

GOOD = [
    "Xi Jinping (习近平) met Putin (Владимир Путин) in May.",
    "The character 王 means king.",
    "The particles are α, β and γ, and π is 3.14.",
    "The word “мир” means both peace and world.",
    "The temperature was 20 °C, or 5 µm – 10 Ω.",
    "He drank a café crème and read Søren Kierkegaard.",
    "The newspaper Izvestia (Известия, News) said so.",
    "Fans wrote 加油 (jiayou, “add oil”) on the walls.",
    "The signs read 出口 and exit. Graffiti on the wall said “Слава Україні” in blue paint.",
    "Protesters chanted “光復香港” and he has 忠 tattooed on his arm. The ΑΒΓ house was shut.",
    "Here 你好 means hello; привет is less formal than здравствуйте.",
    "The Σ sign stands for a sum, and Δ for a change.",
]

_LETTERS = (
    r"[\u0370-\u1cff\u2c80-\u2dff\u3040-\u318f\u31a0-\u31ff\u3400-\u9fff\ua000-\uabff\uac00-\ud7ff\uf900-\ufaff"
    r"\ufb1d-\ufdff\ufe70-\ufefc]"
)
#: At most four marks and spaces between two letters, so that a run is found in linear time.
_RUN = re.compile(rf"{_LETTERS}(?:[\s，、。·・：；！？“”«»\"',.-]{{0,4}}{_LETTERS})*")
_WORD = re.compile(r"[^\W\d_]{3}")  # single Greek letters are signs
_EXPLAINED = re.compile(
    r"\b(?:characters?|letters?|words?|means?|meaning|called|spelled|spelt|written|known|terms?|phrase|signs?|symbols?|"
    r"tattoo\w{0,4}|chant\w{0,3}|slogans?|banners?|placards?|graffiti|inscri\w{2,6}|painted|engraved|carved|"
    r"kanji|"
    r"hanzi|hangul|cyrillic|script|pronounced|chinese|japanese|russian|korean|arabic|hebrew|greek|hashtag)\b",
    re.IGNORECASE,
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each run."""
    if all(segment.target.isascii() for segment in document.segments):
        return
    copied = set(copies(document))
    told: dict[int, list[tuple[int, int]]] = {}
    for passage in document.analysis.passages:
        for index, span in passage.spans.items():
            told.setdefault(index, []).append(span)
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        if text.isascii():
            continue
        if paragraph.index in copied:
            continue
        runs = list(_RUN.finditer(text))
        if len(runs) > 1 and any(_explained(text, *found.span()) for found in runs):
            continue  # the text speaks of these words
        for found in runs:
            start, end = found.span()
            if any(begin <= start and end <= stop for begin, stop in told.get(paragraph.index, ())):
                continue
            run = found.group()
            name = next(filter(None, map(script, run[:8])), None)
            if (
                name is None
                or (name == "Greek" and (not _WORD.search(run) or (len(run) == 3 and run.isupper())))
                or _glossed(text, start, end)
            ):
                continue
            yield Match(
                paragraph.index,
                start,
                end,
                f"“{run if len(run) < 40 else run[:38] + '…'}” was left untranslated in {name} script.",
                evidence={"script": name},
            )


def _glossed(text: str, start: int, end: int) -> bool:
    """Whether the run is a gloss: in brackets behind its English form, or explained beside it."""
    before = text[max(0, start - 60) : start].rstrip(" “‘\"'")
    after = text[end : end + 40].lstrip(" ”’\"'")
    if before[-1:] in ("(", "（", "[", "/") and re.search(r"[A-Za-z”\"’]\s?$", before[:-1]):
        return True
    if after[:1] in ("(", "（", "[") and re.match(r"[(（\[]\s?[A-Za-z“\"]", after):
        return True
    return _explained(text, start, end)


def _explained(text: str, start: int, end: int) -> bool:
    """Whether words beside the run say that it is spoken of."""
    before = text[max(0, start - 60) : start].rstrip(" “‘\"'")
    after = text[end : end + 40].lstrip(" ”’\"'")
    return bool(_EXPLAINED.search(before[-30:]) or _EXPLAINED.search(after[:24]))
