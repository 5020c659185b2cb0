"""A given name was translated like a word: `Nguyen Thi Tomorrow`, `Salah slave of the believer`.

Why it happens: given names are words, too (Mai is tomorrow, Reza satisfaction, Abdel Momen a slave of the believer); an
engine that does not see that a person is meant translates them, and keeps the rest of the name.
How it is found: a table tells, language by language, what given names mean (`mtqa/knowledge/data/meanings.txt`). Such a
word counts as the last of a Vietnamese name or between Mr. and one; before a family name nobody knows in English, where
the story is about the country and a person is surely meant; and, of three words or more, right behind a name or an
office.
What it leaves alone: words that are given names in English (Hope, Joy), companies, streets and schools called after
somebody, stories about other countries.
Not met in the measured texts: their engines keep given names, or translate none that the table holds. It stays for
engines and languages that are not among them; nor did it say anything in two million words of human translations.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from mtqa.analysis.names import is_title, strange
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.meanings import Meaning, known_as, named
from mtqa.knowledge.naming import VIETNAMESE
from mtqa.knowledge.nouns import COURTESY, OFFICES
from mtqa.knowledge.verbs import TELLING
from mtqa.rule import Rule
from mtqa_rules.data import wordset
from mtqa_rules.names._meanings import rendered, translated

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3")

BAD = [
    "The Vietnamese teacher Nguyen Thi [[Tomorrow]] won a prize.",
    "Minister of Industry and Trade Tran Tuan [[England]] spoke.",
    "“There is none,” said Mr. [[Private]] Le Van, a farmer.",
    "Iran's lake shrinks, said Minister [[Satisfaction]] Torabkhani.",
    "[[Satisfaction]] Torabkhani, minister of power, went to Tehran. Iran has little water.",
    "Egypt's minister Salah [[slave of the believer]] bought wheat.",
    "The Emir of Kuwait, Sheikh [[morning]] Al-Ahmad, received them.",
]
GOOD = [
    "The Nguyen Hue Flower Street opened, and Nguyen Van Sea closed.",
    "The Tran Phu School and the Nguyen Du Bank are in Hanoi.",
    "Nguyen Thi Mai won a prize; Nguyen Thi Minh Khai Street is long.",
    "In Iran, Sea Shepherd said no, and Hope Torabkhani, minister of power, nodded.",
    "The Vo Victory Party and Le Van Page met.",
    "He was a slave of the believer in ghosts.",
    "Beauty Torabkhani, a minister, is a figure of a novel.",
    "In Kuwait, Sheikh morning talks began.",
    "Mr. Private Pike is a figure of a play.",
    "Le Monde England is an edition; the Tran Bank England branch closed.",
    "Nguyen England is a firm in Vietnam; Nguyen Thi Minh Khai New Tomorrow is a film.",
    "Egypt's minister slave drivers fear and a poor slave of the believer are figures of it.",
    "In Kuwait, Sheikh morning qasidalike readings began.",
    "In Iran the satisfaction Torabkhani, a minister, felt was great.",
    "In Iran, Satisfaction Torabkhani (the minister's book) sold well; Satisfaction Torabkhani, a novel, did not.",
]

_MIDDLE = wordset("names/translated-given-name", "middle")
_SHORT = wordset("names/translated-given-name", "short")
_FAMILIES = {family.lower(): family for family in sorted(VIETNAMESE | _SHORT)}
_BEHIND = wordset("names/translated-given-name", "behind")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Vietnamese names; then the given names of the countries that the story tells of."""
    analysis = document.analysis
    for sentence, i in analysis.find(*_FAMILIES):
        if sentence.tokens[i].text == _FAMILIES[sentence.tokens[i].lower]:
            yield from _vietnamese(sentence, i)
    for sentence, i, found in rendered(analysis, "given"):
        meant = next((one for one in found if _meant(sentence, i, one)), None)
        if meant is not None:
            yield translated(sentence, i, i + len(meant.words) - 1, meant.name)


def _vietnamese(sentence: Sentence, first: int) -> Iterator[Match]:
    """A rendering at the end of a name that begins with this family name; or between Mr. and such a name."""
    run = list(takewhile(lambda token: token.capitalised, sentence.tokens[first + 1 : first + 5]))
    family, second = sentence.tokens[first].text, sentence.at(first + 1).text
    if second in _MIDDLE:
        before = known_as("vi", sentence.at(first - 1).lower)
        if before is not None and (sentence.at(first - 3).lower in COURTESY or is_title(sentence.at(first - 2))):
            yield translated(sentence, first - 1, first - 1, before.name)
    elif family in _SHORT or english().usually(second, "noun", "verb"):
        return
    if len(run) in (2, 3) and run[-1].lower not in _BEHIND:
        last = known_as("vi", run[-1].lower)
        if last is not None:
            yield translated(sentence, run[-1].index, run[-1].index, last.name)


def _meant(sentence: Sentence, first: int, meaning: Meaning) -> bool:
    """Whether a person's name is meant."""
    before, last = sentence.at(first - 1), first + len(meaning.words)
    behind = sentence.at(last)
    office = before.lower in OFFICES or before.lower in COURTESY
    if len(meaning.words) > 2:
        return office or before.capitalised
    own = behind.lower.startswith("al-") or meaning.language in named(behind.text) or strange(behind.text)
    if not own or not behind.capitalised:
        return False
    if office:
        return True
    about = {sentence.at(last + 2).lower, sentence.at(last + 3).lower}
    apposition = sentence.at(last + 1).text == "," and not about.isdisjoint(OFFICES)
    return sentence.tokens[first].capitalised and (apposition or sentence.at(last + 1).lower in TELLING)
