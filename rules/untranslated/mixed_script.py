"""A word is written in the letters of two scripts: `Mосква` with a Latin M.

Why it happens: engines and language models take letters that look alike for each other (Latin `o`, Cyrillic `о`,
Greek `ο`), or leave half of a word in its source. Nobody sees it, but no search, screen reader or spelling check finds
the word.

How it is found: letters of two of the scripts Latin, Cyrillic, Greek, Armenian, Georgian, Arabic, Hebrew, Devanagari
and Thai in one word, hyphens and apostrophes parting words.

Languages: all, since no language writes a word so.

What it leaves alone: signs and units (`µm`, `Ω`, `∆T`), words of Chinese, Japanese and Korean with Latin letters in
them (`T恤`, `カラオケBOX`), a foreign name or abbreviation with the ending of the language behind it (`SMSки`,
`iPhoneа`, `בUSA`), addresses and names of files.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.languages import scripts
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(category="fluency/character-encoding", severity="minor", languages=(), since="0.3", facts=("non-ascii",))

BAD = [
    "The minister met the [[presidеnt]] on Monday.",
    "The [[Мoscow]] talks went on.",
    Example("Министр встретил [[прeзидента]] в понедельник.", language="ru"),
    Example("La découverte [[confirmе]] les théories.", language="fr"),
    Example("Le [[présidеnt]] est arrivé lundi.", language="fr"),
    Example("Ο [[πρόεδρoς]] έφτασε τη Δευτέρα.", language="el"),
    Example("Президент приехал в [[Mоскву]] вечером, в саму [[Mocкву]]. [[Oн]] рад.", language="ru"),
    Example("הוא אמר [[בال]] ככה.", language="he"),
]

GOOD = [
    "The wave is 5 µm long, ∆T is 3 K, and R is 10 kΩ.",
    "He met Путин (Putin) in Москва-City.",
    Example("Он отправил SMSки с iPhoneа и SIM-карты, купил 3D-принтер и IT-услуги.", language="ru"),
    Example("他穿T恤唱卡拉OK，买了A股。", language="zh"),
    Example("カラオケBOXでJPOPを歌うTシャツの人。", language="ja"),
    Example("הוא טס לUSA בboeing שלו.", language="he"),
    Example("Файл лежит на сайте www.примeр.com и в папке /домой/user.", language="ru"),
    Example("Το μΜ και το kΩ είναι μονάδες.", language="el"),
]

_SCRIPTS = {
    "Latin": r"A-Za-zÀ-ÖØ-öø-ʯḀ-ỿ", "Cyrillic": r"Ѐ-ӿ", "Greek": r"Ͱ-ΈΊ-Ͽἀ-῾", "Armenian": r"Ա-և", "Georgian": r"ა-ჿ",
    "Arabic": r"ؠ-يٮ-ۓ", "Hebrew": r"א-ת", "Devanagari": r"ऄ-ह", "Thai": r"ก-ฮ",
}  # fmt: skip
#: A letter beside one of another script; one class a script, so that the search is linear.
_SEAM = regex(
    "|".join(
        f"[{mine}](?=[{''.join(_SCRIPTS[one] for one in _SCRIPTS if one != name)}])" for name, mine in _SCRIPTS.items()
    )
)
_WORD = regex(r"[^\W\d_]{2,60}")
_RUN = regex("|".join(f"(?P<{name}>[{mine}]+)" for name, mine in _SCRIPTS.items()))
_UNITS = frozenset("µμΩΔ∆")
_GLUE = frozenset("/.@_\\")
#: Letters that look the same, by script.
_ALIKE = {
    "Latin": "AaBCcEeHiIjJKMOopPTXxyY",
    "Cyrillic": "АаВСсЕеНіІјЈКМОорРТХхуҮ",
    "Greek": "Α Β  Ε Η Ι  ΚΜΟο ΡΤΧ  Υ",
}
#: Letters of a foreign word that an ending of the language hangs on; of such an ending, and of a particle before it.
_FOREIGN, _ENDING, _PARTICLE = 3, 4, 2


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word."""
    own = scripts(document.analysis.expected)
    for paragraph in document.analysis.paragraphs:
        text = paragraph.text
        if not _SEAM.search(text):  # cheap
            continue
        for word in _WORD.finditer(text):
            runs = [(found.lastgroup or "", found.group()) for found in _RUN.finditer(word.group())]
            glued = {text[word.start() - 1 : word.start()], text[word.end() : word.end() + 1]} & _GLUE - {"."}
            if len({name for name, _ in runs}) < 2 or glued or _in_address(text, word.start()):
                continue
            counts = {name: sum(len(run) for one, run in runs if one == name) for name, _ in runs}
            main = max(counts, key=lambda name: counts[name])
            plain = "".join(run if name == main else _same(run, name, main) for name, run in runs)
            if len(plain) != len(word.group()):
                plain = ""
            if not _meant(runs, plain, own):
                script, odd = next(run for run in runs if run[0] != main)
                message = f"“{word.group()}” has letters of two scripts: “{odd}” is {script}."
                yield paragraph.match(word.span(), message, *([plain] if plain else []))


def _same(run: str, script: str, other: str) -> str:
    """Letters that look the same in another script; "" if one has no such letter."""
    pairs = dict(zip(_ALIKE.get(script, ""), _ALIKE.get(other, ""), strict=False))
    same = [pairs.get(letter, " ") for letter in run]
    return "" if " " in same else "".join(same)


def _in_address(text: str, start: int) -> bool:
    """Whether a word is part of an address or file name."""
    word = text[max(0, start - 60) : start].rpartition(" ")[2]
    return "." in word or "/" in word or "@" in word


def _meant(runs: list[tuple[str, str]], plain: str, own: tuple[str, ...]) -> bool:
    """Whether a word is a unit, or a foreign one with an ending or particle of the language at it."""
    if any(letter in _UNITS for _, run in runs for letter in run) and sum(len(run) for _, run in runs) <= _FOREIGN:
        return True
    if len(runs) != 2:
        return False
    (first, one), (second, other) = runs
    if first == "Latin":
        ending = second in own and len(one) >= _FOREIGN and len(other) <= _ENDING
        return ending and not _same(one, first, second)
    return second == "Latin" and (first in ("Hebrew", "Arabic") or not plain) and len(one) <= _PARTICLE
