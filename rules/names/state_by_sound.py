"""A state of a federation stands under the sound, or half the sound, of its short Chinese name.

Why it happens: Chinese papers cut foreign states to one character and the word for state (`雪州` for Selangor, `新州`
for New South Wales); an engine that does not know the short name spells it (`Xuezhou police`) or translates the half
it knows (`the New State Senate`).

How it is found: by a list of such short names, each only in a story that names the state's country.

What it leaves alone: stories about other countries, short names that are also Chinese cities (`Dezhou`, `Binzhou`),
the movement for a new state in New South Wales, `new state` in small letters, and what is new and has `State` in its
name (`New State Department rules`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import spelt
from mtqa.analysis.regions import english_votes
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.translit import squeeze
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(category="locale-convention/name-format", severity="major", since="0.2")

BAD = [
    "The bill reached the [[New State]] Senate on Monday. Australia has six states.",
    "[[Xuezhou]] police held two men in Malaysia.",
    "Malaysia's king opened the [[Rou State]] assembly.",
    "The Australian premier of [[Kunzhou]] resigned.",
    "A hurricane hit [[Buddha State]], the U.S. weather service said.",
    "The Canadian province of [[Kuisheng]] voted.",
]
GOOD = [
    "The New South Wales Senate sat. Australia has six states.",
    "The New State Movement of 1920s Australia wanted New England to be a state.",
    "Portugal's New State fell in 1974.",
    "Xuezhou is a name in China.",
    "The new state of South Sudan bought wool from Australia.",
    "New state laws bind the police of New South Wales, the Australian minister said.",
    "Florida is in the United States, Selangor in Malaysia.",
    "In Malaysia, the Sand State Park is closed.",
    "New State Department rules hit students from Australia; the new State House is the old one.",
    "Canada's New State of Mind tour begins in Australia.",
]

#: Country, its state, and what engines make of the short name.
_SHORT = (
    ("AU", "New South Wales", ("New State", "Xinzhou")),
    ("AU", "Queensland", ("Kunzhou", "Kun State")),
    ("AU", "Victoria", ("Weizhou", "Wei State")),
    ("AU", "Tasmania", ("Tazhou", "Ta State")),
    ("MY", "Selangor", ("Xuezhou", "Xue State", "Snow State")),
    ("MY", "Johor", ("Rouzhou", "Rou State")),
    ("MY", "Negeri Sembilan", ("Senzhou", "Sen State")),
    ("MY", "Penang", ("Bin State",)),
    ("US", "California", ("Jiazhou", "Jia State")),
    ("US", "Florida", ("Fozhou", "Fo State", "Buddha State")),
    ("US", "Massachusetts", ("Mazhou", "Ma State")),
    ("US", "Texas", ("De State",)),
    ("US", "Connecticut", ("Kangzhou", "Kang State")),
    ("US", "Michigan", ("Mi State",)),
    ("CA", "Ontario", ("Ansheng", "An Province")),
    ("CA", "Quebec", ("Kuisheng", "Kui Province")),
    ("CA", "Manitoba", ("Mansheng", "Man Province")),
    ("CA", "British Columbia", ("Beisheng",)),
)
_FORMS: dict[str, dict[str, tuple[str, str, str]]] = {}
for _code, _state, _forms in _SHORT:
    for _form in _forms:
        _FORMS.setdefault(_form.split()[0].lower(), {})[squeeze(_form)] = (_form, _code, _state)
_ASIDE = wordset("names/state-by-sound", "aside")

rule.only_on(words=_FORMS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """The list's words, and then the countries of the story."""
    for sentence, first, last, (form, code, state) in spelt(document.analysis.index, _FORMS):
        if sentence.text(first, last) != form or sentence.at(last + 1).text in _ASIDE:
            continue
        if document.analysis.view(english_votes)[code]:
            yield sentence.match(first, last, f"“{form}” spells out the short Chinese name of {state}.", state)
