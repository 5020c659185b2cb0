"""A noun is taken up again at once by the phrase that hangs on it.

Why it happens: the source names the whole and its kind with one word (a territory of the northern territories);
the engine translates the head and the modifier with the same noun.

How it is found: a common noun, a preposition (`of`, `with`, `in`, `on`, `at`), and right behind it a noun phrase that
ends on the same noun, in the singular or plural (in names if nothing but an article stands with the first); behind
others (`to`, `into`, `for`, `from`, `against`) the noun with `the` alone. Where the whole phrase is the same, see
`roles/same-thing`.

What it leaves alone: wholes made of their like (`a network of computer networks`, `a map of maps`), set phrases (`hand
in hand`, `the best of the best`), names, one thing set beside another of its kind (`to confuse party power with popular
power`), chains (`a league of leagues of leagues`), and what is set apart by `other`, `each`, `these`, a possessive or
the letters of a name (`the reporters with the BBC reporters`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.phrases import NounPhrase
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.phrases import NESTED, OWN_KIND, PAIRED
from mtqa.knowledge.places import party
from mtqa.knowledge.words import ARTICLES, COMMON_PREPOSITIONS, DEMONSTRATIVES, POSSESSIVES
from mtqa.rule import Rule
from mtqa_rules.data import wordlist, wordset

rule = Rule(
    category="fluency/repetition",
    severity="minor",
)

BAD = [
    "Japan hopes to promote the progress of the territory of the northern [[territories]].",
    "Putin said so in an interview with Japanese television [[interview]] on Monday.",
    "This is the integration of regional aviation [[integration]] in the north.",
    "Teachers participating in violations of the [[violations]] will be punished.",
    "The masterpiece is a collection of classic [[collections]] from China.",
    "It solved the problems of construction [[problems]] in the city.",
    "They live under danger of [[danger]] there. The reports of the new [[reports]] are late.",
    "Add warm water to the [[water]] and wait. They pulled the victims from the [[victim]].",
    "We talk about topics on personal [[topics]]. The housing market in the local [[market]] has grown.",
    "They compared the demand of the high [[demand]].",
    "The heads of the Department of the Land [[Department]] met the Government of Italy's [[government]].",
]

GOOD = [
    "They walked hand in hand, year on year, layer on layer.",
    "The king of kings, the best of the best, and the mother of all battles met.",
    "The main shaft of Shaft No. 1 was dug.",
    "It is the choice of history and the choice of the people.",
    "The city exchanges students with other cities and works on the problem of other problems.",
    "He is a leader of leaders and a friend of his friend's wife.",
    "The company bought 5 million shares of A shares.",
    "In the time of our time there was no time.",
    "He went from street to street and from house to house.",
    "The war on the war on drugs is over.",
    "She is a member of the group, and members of the press know it.",
    "They showed the reporters with the BBC reporters on Monday. The girl named Grace came with good grace.",
    "She was a daughter of daughters and a teacher of teachers; it is a map of maps.",
    "It is a network of computer networks, a federation of trade federations and a study of many studies.",
    "The number of phone numbers is large, and so is the control of pest control firms.",
    "They confuse party power with popular power, and meet force with force; it replaced one-man rule with party rule.",
    "It is a league of leagues of leagues, elected by a majority of the majority; federations of federations met.",
    "Freedom of the press means the freedom to print; on substitutes of these substitutes the book says little.",
    "The index lost 6 points at 1,200 points.",
    "The owner of the owner came. They moved from the old market to the new market, from party to party.",
    "The Standing Committee of the Party Committee left the Department with the Land Department.",
    "They sailed in Bank of Banks.",
    "He knows the states of the United States. It belongs to the Congress of the Congress.",
    "The problem of the problem gambler, the question of questions, and the problem with the problem itself.",
]

_ALLOWED = PAIRED | OWN_KIND
#: What sets one thing beside another of its kind, or puts it in its place.
_COMPARED = wordlist("repetition/head-noun", "compared")
#: Before the second noun: it is another of its kind.
_OTHER = POSSESSIVES | DEMONSTRATIVES | wordset("repetition/head-noun", "other")
_SHORTEST, _REACH = 5, 5  # letters of a noun; tokens of the phrase that hangs on it
#: Behind what links two of a kind only the same thing is too many: from party to party, water to the water.
_LINKING = {"to", "for"} | {"against", "from", "into"}

_PREPOSITIONS = (*sorted(COMMON_PREPOSITIONS - {"by"}), "against")
rule.only_on(words=_PREPOSITIONS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the noun that stands again."""
    analysis = document.analysis
    for sentence, i in analysis.find(*_PREPOSITIONS):
        head = sentence.at(i - 1)
        stem = _singular(head.lower)
        if len(stem) < _SHORTEST:
            continue
        forms = {form for form in (stem, f"{stem}s", f"{stem[:-1]}ies") if form in analysis.index}  # cheap
        if len(forms) == 1 and len(analysis.index[head.lower]) == 1:  # cheap
            continue
        behind = sentence.tokens[i + 1 : i + 1 + _REACH]
        again = next((token for token in behind if _singular(token.lower) == stem), None)
        if again is None or head.lower in _ALLOWED:
            continue
        reading = analysis.reading(sentence)
        phrase = next((one.noun for one in reading.prepositional_phrases if one.preposition == i), None)
        if phrase is None or phrase.head != again.index or not _taken_up(sentence, i, phrase):
            continue
        if not (head.text + again.text).islower() and not _body_of_itself(sentence, i, phrase):
            continue
        like = phrase.number == "many" and (phrase.first == phrase.last or (stem in NESTED and head.lower == stem))
        if not like and not _compared(sentence, i):
            message = f"“{head.text}” is taken up again at once by “{again.text}”; one of the two is too many."
            yield sentence.match(again.index, again.index, message)


def _taken_up(sentence: Sentence, i: int, phrase: NounPhrase) -> bool:
    """Whether the phrase behind a preposition names the same thing: no other of its kind, nor the first of a chain."""
    words = [token.lower for token in phrase.tokens]
    if not _OTHER.isdisjoint(words) or any(t.text.isupper() or t.kind == "number" for t in phrase.tokens):
        return False  # reporters with the BBC reporters; fell 6 points at 1,200 points
    if sentence.at(i).lower in _LINKING and (len(words) > 2 or words[0] != "the"):
        return False
    if len(words) > 1 and words == [token.lower for token in sentence.tokens[max(0, i - len(words)) : i]]:
        return False  # the owner of the owner: see roles/same-thing
    return sentence.at(phrase.last + 1).lower not in ("of", "itself", "themselves")


def _body_of_itself(sentence: Sentence, i: int, phrase: NounPhrase) -> bool:
    """Whether nothing but an article stands with the first noun of two with a capital: the Office of the Tax Office."""
    bare = sentence.at(i - 2).lower in ARTICLES or not sentence.at(i - 2).is_word
    return bare and len(phrase.tokens) > 1 and party(phrase.text.removeprefix("the ")) is None


def _compared(sentence: Sentence, i: int) -> bool:
    """Whether a thing is set beside another of its kind: to confuse party power with popular power."""
    return sentence.at(i).lower == "with" and any(
        token.lower.startswith(_COMPARED) for token in sentence.tokens[max(0, i - 9) : i - 1]
    )


def _singular(word: str) -> str:
    """Singular of a regular plural; good enough to compare two words of one text."""
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word.removesuffix("s")
