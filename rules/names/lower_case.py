"""A name behind a courtesy title begins with a small letter.

Why it happens: the source's script has no capitals, or the engine took the name for a common word (`Mr. zhang`, `Ms.
smith`).

How it is found: `Mr.`, `Mrs.` or `Ms.` and a word in small letters that the lexicon writes with a capital, or does not
know at all.

What it leaves alone: particles (`Mr. bin Salman`, `Ms. von der Leyen`, `Mr. al-Assad`), families with a small `ff`,
people who write themselves small (bell hooks, danah boyd), and titles that are only talked about (`Mr. or Ms.`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import PARTICLES
from mtqa.knowledge.translit import split_pinyin
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(category="fluency/spelling", severity="minor", since="0.2", words=frozenset(("mr", "mrs", "ms")))

BAD = [
    "Ms. [[zhang]] left early.",
    "Mr. [[kasagina]] won again.",
    "Mr. [[smith]] and Mrs. [[obama]] talked.",
    "She thanked Mr. [[tillerson]] for the talks.",
    "Mr. [[xiaoping]] and Ms. [[li]] met.",
]
GOOD = [
    "Mr. bin Salman and Mr. van der Meer and Mr. de Klerk met.",
    "Mr. al-Assad and Mr. el-Sisi spoke; Ms. d'Abo and Mr. o'Brien left.",
    "Ms. von der Leyen, Ms. ten Boom and Mr. zu Guttenberg came.",
    "MS patients and ms values (in ms per word) were measured.",
    "Ms. magazine is old; write Mr. or Mrs. before the name.",
    "Ms. hooks and Ms. boyd write their names so; so did Mr. cummings.",
    "Mr. ffrench and Mr. ffolkes are cousins.",
    "Mr. Fahim and Ms. Zhang met Mr zhang, as the British write it without a point.",
    "Mr Holt doomscrolled all day.",
    "mr. zhang is how they write in a text without capitals.",
    "Mr. President, Mr. White and Mr. Zhang nodded.",
    "Dear Mr. and Mrs. Smith, Mr. is short for Mister.",
]

_SMALL = PARTICLES | wordset("names/lower-case", "small")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """The word behind each courtesy title."""
    lexicon = english()
    for sentence, i in document.analysis.find("mr", "mrs", "ms"):
        title, text = sentence.tokens[i].text, sentence.at(i + 2).text
        if not (title.istitle() and sentence.at(i + 1).text == "." and text.isalpha() and text[0].islower()):
            continue
        if text in _SMALL or text.startswith("ff"):
            continue
        strange = not lexicon.known(text) and (split_pinyin(text) is not None or len(text) > 4)
        if strange or lexicon.usual_form(text) == text.capitalize():
            right = text.capitalize()
            yield sentence.match(i + 2, i + 2, f"“{text}” is a name here: write “{right}”.", right)
