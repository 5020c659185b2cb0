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
from collections import defaultdict
from collections.abc import Iterator

from mtqa.analysis.language import script
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.data import wordlist
from mtqa_rules.untranslated._copies import copies

rule = Rule(category="accuracy/untranslated", severity="major")

BAD = [
    "The company paid 100 billion yuan [[人民币]] in May.",
    "The minister [[Шойгу]] said so on Monday.",
    "He met [[رئيس الوزراء]] in Cairo.",
    "The film [[기생충]] won the prize.",
    "It exceeded 100 billion yuan.([[人民币，下同]]) and rose.",
    "He said that [[это не так]] and left.",
    "The minister [[Шойгу]] met his colleague from the east, whom he calls [[Лавров]] by mistake.",
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
    "Here 你好 means hello, which is what most people there say in the morning and at noon. At night it is 晚上好.",
    "The Σ sign stands for a sum, and Δ for a change.",
]

_LETTERS = (
    r"[\u0370-\u1cff\u2c80-\u2dff\u3040-\u318f\u31a0-\u31ff\u3400-\u9fff\ua000-\uabff\uac00-\ud7ff\uf900-\ufaff"
    r"\ufb1d-\ufdff\ufe70-\ufefc]"
)
#: At most four marks and spaces between two letters, so that a run is found in linear time.
_RUN = re.compile(rf"{_LETTERS}(?:[\s，、。·・：；！？“”«»\"',.-]{{0,4}}{_LETTERS})*")
_GREEK_WORD = re.compile(r"[^\W\d_]{4}")  # fewer Greek letters are a sign, or a fraternity
_EXPLAINED = re.compile(rf"\b(?:{'|'.join(wordlist('untranslated/source-script', 'explained'))})\b", re.IGNORECASE)
#: Brackets that make the run a gloss, or its English form one: Xi Jinping (习近平), 忠 (loyalty).
_GLOSS = re.compile(r"[A-Za-z”\"’]\s?[(（\[/][\s“‘\"']{0,3}$")
_GLOSSED = re.compile(r"[\s”’\"']{0,3}[(（\[]\s?[A-Za-z“\"]")
_BESIDE = 30  # characters


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each run."""
    if all(segment.target.isascii() for segment in document.segments):  # cheap
        return
    told: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number in copies(document):
        told[number].append((0, len(document.segments[number].target)))
    for passage in document.analysis.passages:
        for number, span in passage.spans.items():
            told[number].append(span)
    for number, segment in enumerate(document.segments):
        text = segment.target
        if text.isascii():  # cheap
            continue
        runs = list(_RUN.finditer(text))
        if len(runs) > 1 and any(_explained(text, *found.span()) for found in runs):
            continue  # the text speaks of these words
        for found in runs:
            start, end = found.span()
            run = found.group()
            name = next(filter(None, map(script, run[:8])), None)
            if name is None or (name == "Greek" and not _GREEK_WORD.search(run)) or _glossed(text, start, end):
                continue
            if not any(begin <= start < stop for begin, stop in told[number]):
                message = f"“{run if len(run) < 40 else run[:38] + '…'}” was left untranslated in {name} script."
                yield Match(number, start, end, message, evidence={"script": name})


def _glossed(text: str, start: int, end: int) -> bool:
    """Whether the run is a gloss: in brackets behind its English form, or explained beside it."""
    before, behind = text[max(0, start - _BESIDE) : start], text[end : end + _BESIDE]
    return bool(_GLOSS.search(before) or _GLOSSED.match(behind)) or _explained(text, start, end)


def _explained(text: str, start: int, end: int) -> bool:
    """Whether words beside the run say that it is spoken of."""
    beside = text[max(0, start - _BESIDE) : start] + "\n" + text[end : end + _BESIDE]
    return bool(_EXPLAINED.search(beside))
