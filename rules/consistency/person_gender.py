"""A man is called she, or a woman he.

Why it happens: Chinese, Turkish, Persian, Finnish and Hungarian have one pronoun for both, Spanish and Japanese often
none; the engine chooses `he`, `she`, `Mr.` or `Ms.` anew in each sentence.

How it is found: two or three sentences that name one person, by a given name of men or of women or behind `Mr.` or
`Ms.`, and behind it the other pronoun, as the one who says something or at the beginning of the next sentence; and one
full name behind `Mr.` and behind `Ms.`.

What it leaves alone: other people near, named or not (`her husband`, `the driver`), quotations, family names alone, and
`Mrs.` (a wife may bear her husband's whole name).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.given import MEN, WOMEN
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import KIN, OFFICES
from mtqa.knowledge.verbs import REPORTING
from mtqa.rule import Rule

rule = Rule(category="accuracy/mistranslation", severity="major")

BAD = [
    "Mr. Lin Weicai spoke first. Mr. Lin Weicai was glad, and [[Ms.]] Lin Weicai left.",
    "Ms. Chen Guiyu won. The jury praised [[Mr.]] Chen Guiyu.",
    "Petra Lohmann expects high costs. [[He]] had sent the papers to Berlin.",
    "Prefect Fabienne Buccio took fifteen workers. [[He]] will lead a meeting on Friday.",
    "Prime Minister Helen Berg told reporters that it was no dispute. “It is solid,” [[he]] said.",
    "Petra Lohmann expects high costs after May. [[He]] had sent the papers to Berlin.",
    "According to Igor Petrov, the bridge will cost more than planned, [[she]] said.",
]
GOOD = [
    "Mr. Lin Weicai spoke first. Ms. Lin left.",
    "Mr. and Mrs. John Smith came.",
    "Ms. Chen Guiyu won. The jury praised Mr. Chen Guihua.",
    "Mrs. Anna Berg came; Ms. Anna Berg left.",
    "Petra Lohmann expects high costs. She had sent the papers to Berlin.",
    "The price is high, he said of Petra Lohmann.",
    "Petra Lohmann expects high costs. It rained. He had sent the papers to Berlin.",
    "Petra Lohmann expects high costs. In May he had sent the papers to Berlin.",
    "Petra Lohmann met her husband. He had sent the papers to Berlin.",
    "Petra Lohmann met Igor Petrov. He had sent the papers to Berlin.",
    "Petra Lohmann asked the driver to stop. He drove on.",
    "“My father was ill,” said Petra Lohmann. “He said nothing.”",
    "‘It’s a disgrace,’ said Ms Ofori.\n\n‘I said, “Are you sure?” and he said, “No,”’ she recalled.",
]

_TITLES = {"mr": "he", "ms": "she", "miss": "she"}  # not Mrs.: a wife may bear her husband's whole name
#: Other people, whom a pronoun behind may mean.
_OTHERS = OFFICES | KIN | frozenset(("man", "woman", "boy", "girl"))
_DOERS = ("er", "or", "ist", "man", "ant", "ee")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag titles and pronouns of the wrong gender."""
    analysis = document.analysis
    pronouns = analysis.find("he", "she")
    if not pronouns and not analysis.find(*_TITLES):  # cheap
        return
    order = {id(sentence): place for place, sentence in enumerate(analysis.sentences)}
    people: dict[int, list[tuple[Name, str]]] = {}
    titled: dict[str, str] = {}
    for name in analysis.names:
        title = _title(name)
        full = len(name.words) > 1
        if title is not None and full and titled.setdefault(name.text, title[1]) != title[1]:
            message = f"{name.text} is {_KINDS[titled[name.text]]} elsewhere in the story."
            yield name.sentence.match(title[0], name.first - 1, message)
        if full or name.titles:
            said = title[1] if title else _given(name)
            people.setdefault(order[id(name.sentence)], []).append((name, said))
    for sentence, i in pronouns:
        place = order[id(sentence)]
        near = [one for k in range(place - _NEAR, place + 1) for one in people.get(k, [])]
        said = sentence.tokens[i].lower
        if len({name.words[-1] for name, _ in near}) != 1 or near[0][1] in ("", said):
            continue
        name, right = near[0]
        if _means(analysis, order[id(name.sentence)], place, name, i):
            yield sentence.match(i, i, f"{name.text} is {_KINDS[right]}, but “{said}” here.")


_NEAR = 2  # sentences before a pronoun

_KINDS = {"he": "a man", "she": "a woman"}


def _title(name: Name) -> tuple[int, str] | None:
    """The place of `Mr.` or `Ms.` right before a name, and its pronoun."""
    i = name.first - 1
    i -= name.sentence.at(i).text == "."
    said = _TITLES.get(name.sentence.at(i).lower)
    return (i, said) if said else None


def _given(name: Name) -> str:
    """The pronoun of a given name that only men or women bear; "" for others."""
    first = name.words[0].lower() if len(name.words) > 1 else ""
    return "he" if first in MEN else "she" if first in WOMEN else ""


def _means(analysis: Analysis, first: int, last: int, name: Name, i: int) -> bool:
    """Whether a pronoun of a sentence must mean the person of another: nobody else is named or told of between."""
    sentence, gap = analysis.sentences[last], last - first
    speaks = sentence.at(i + 1).lower in REPORTING
    if not (speaks or (gap == 1 and i == 0)) or (gap == 0 and i < name.last):
        return False
    if analysis.speech.maybe_quoted(sentence, i) or sentence.segment - name.segment > (i == 0):
        return False
    story = [token for one in analysis.sentences[first:last] for token in one.tokens] + sentence.tokens[:i]
    return not any(_somebody(token) for token in story[name.last :])


def _somebody(token: Token) -> bool:
    """Whether a word names a person by kin, office or what they do."""
    lower = token.lower
    return lower in _OTHERS or (lower.endswith(_DOERS) and english().usually(lower, "singular"))
