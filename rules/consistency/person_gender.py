"""A man is called she, or a woman he.

Why it happens: Chinese, Turkish, Persian, Finnish and Hungarian have one pronoun for both, Spanish and Japanese often
none; the engine chooses `he`, `she`, `Mr.` or `Ms.` anew in each sentence.

How it is found: two or three sentences that name one person, by a given name of men or of women or behind `Mr.` or
`Ms.`, and behind it the other pronoun, as the one who says something or at the beginning of the next sentence; `his`
or `her` behind the person a sentence begins with; a person, named or `he` or `she`, who is said to be what only the
other sex is (`he became a widow`); and one full name behind `Mr.` and behind `Ms.`.

What it leaves alone: other people near, named or not (`her husband`, `the driver`), pronouns of which the sentences
before tell, quotations, family names alone, and `Mrs.` (a wife may bear her husband's whole name).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.analysis.phrases import NounPhrase
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.given import MEN, WOMEN
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import FEMALE_KIN, KIN, MALE_KIN, OFFICES
from mtqa.knowledge.verbs import REPORTING
from mtqa.knowledge.words import COORDINATORS
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
    "Natalia Gorbach did much for the victory of [[his]] team.",
    "The meeting is over. Prime Minister Theresa Berg called on [[his]] party to unite.",
    "Igor Petrov has lost [[herself]] in the crowd.",
    "He fell in May, and she became a [[widower]].",
    "Mary Lohmann is the [[widower]] of a British lord. Igor Petrov was the [[wife]] of a baker.",
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
    "She sat down. Igor Petrov took her hand. He met her son and praised her.",
    "Petra Lohmann said that he lost his hat. Igor Petrov and Petra Lohmann left his house.",
    "Igor Petrov praised the driver and her car. Igor Petrov met Ann, and her car stopped.",
    "“It is late. Petra Lohmann left his house at six.”",
    "“It was Petra Lohmann,” he told the court.",
    "When Petra Lohmann came in, his house was empty.",
    "Petra Lohmann, his aunt, left. Frank words are the mother of peace.",
    "Petra Lohmann met Egon in his house.",
    "She is a father and a mother to them. She is his wife, and he is her husband.",
    "Is she the king? He knew that she is a sister. She saw that he had a sister.",
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
    yield from _called(analysis)
    pronouns = analysis.find("he", "she")
    if not pronouns and not analysis.find(*_TITLES, *_OWN):  # cheap
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
        near = next((people[k] for k in range(place, place - _NEAR - 1, -1) if k in people), [])
        said = sentence.tokens[i].lower
        if len({name.words[-1] for name, _ in near}) != 1 or near[0][1] in ("", said):
            continue
        name, right = near[0]
        if not analysis.speech.quoted(name.sentence, name.first) and _means(
            analysis, order[id(name.sentence)], place, name, i
        ):
            yield sentence.match(i, i, f"{name.text} is {_KINDS[right]}, but “{said}” here.")

    for sentence, i in analysis.find(*_OWN):
        place = order[id(sentence)]
        named = people.get(place, [])
        said = _OWN[sentence.tokens[i].lower]
        if named and named[0][1] not in ("", said) and _begins(analysis, named[0][0], place, i):
            name, right = named[0]
            yield sentence.match(i, i, f"{name.text} is {_KINDS[right]}, but “{sentence.tokens[i].text}” here.")


_OWN = {"his": "he", "himself": "he", "her": "she", "herself": "she"}
_ANY = frozenset(("he", "him", "she", "hers", *_OWN))
_NEAR, _REACH = 2, 40  # sentences before a pronoun; tokens from a person to his or her

_KINDS = {"he": "a man", "she": "a woman"}


def _title(name: Name) -> tuple[int, str] | None:
    """The place of `Mr.` or `Ms.` right before a name, and its pronoun."""
    i = name.first - 1
    i -= name.sentence.at(i).text == "."
    said = _TITLES.get(name.sentence.at(i).lower)
    return (i, said) if said else None


def _given(name: Name) -> str:
    """The pronoun of a given name that only men or women bear; "" for others."""
    return _bearer(name.words[0].lower()) if len(name.words) > 1 else ""


def _bearer(given: str) -> str:
    """The pronoun of who bears a given name; "" where men and women do, or nobody knows."""
    return "he" if given in MEN else "she" if given in WOMEN else ""


def _means(analysis: Analysis, first: int, last: int, name: Name, i: int) -> bool:
    """Whether a pronoun of a sentence must mean the person of another: nobody else is named or told of between."""
    sentence, gap = analysis.sentences[last], last - first
    speaks = sentence.at(i + 1).lower in REPORTING
    if not (speaks or (gap == 1 and i == 0)) or (gap == 0 and i < name.last):
        return False
    if analysis.speech.maybe_quoted(sentence, i) or sentence.segment - name.segment > (i == 0):
        return False
    story = [token for one in analysis.sentences[first:last] for token in one.tokens] + sentence.tokens[:i]
    told = not speaks and any(token.lower == sentence.at(i).lower for token in story)
    return not told and not any(_somebody(token) for token in story[name.last :])


def _somebody(token: Token) -> bool:
    """Whether a word names a person by kin, office or what they do."""
    lower = token.lower
    return lower in _OTHERS or (lower.endswith(_DOERS) and english().usually(lower, "singular"))


def _begins(analysis: Analysis, name: Name, place: int, i: int) -> bool:
    """Whether a sentence begins with a person, who alone can be meant by what stands at `i`."""
    sentence = name.sentence
    opens = (name.titles or (name.first,))[0] == 0 and sentence.at(name.last).kind != "punct"
    if not opens or i - name.last > _REACH or analysis.speech.maybe_quoted(sentence, i):  # cheap
        return False
    before = [one for one in analysis.sentences[max(0, place - _NEAR) : place] if sentence.segment - one.segment < 2]
    told = [token for one in before for token in one.tokens]
    behind = sentence.tokens[name.last : i]
    return not any(
        token.lower in _ANY or token.lower in REPORTING or token.lower in COORDINATORS or _somebody(token)
        for token in (*told, *behind)
    ) and not any(token.capitalised for token in behind)


#: What only men or only women are -> the pronoun.
_SEXES = {**dict.fromkeys(MALE_KIN, "he"), **dict.fromkeys(FEMALE_KIN, "she"), "actress": "she"}
rule.only_on(words=("he", "she", *_TITLES, *_OWN, *_SEXES))


def _called(analysis: Analysis) -> Iterator[Match]:
    """Persons who are said to be what only the other sex is."""
    for sentence, i in analysis.find(*_SEXES):
        word = sentence.tokens[i].lower
        for clause in analysis.reading(sentence).clauses:
            subject, verb = clause.subject, sentence.tokens[clause.verb.head].lower
            being = clause.verb.copula or verb in ("become", "becomes", "became")
            if subject is None or not being or [one.head for one in clause.objects] != [i]:
                continue
            right = _sex(subject)
            if right and _SEXES[word] != right and sentence.at(clause.last + 1).lower not in COORDINATORS:
                yield sentence.match(
                    i, i, f"A {word} is {_KINDS[_SEXES[word]]}, but “{subject.text}” is {_KINDS[right]}."
                )


def _sex(subject: NounPhrase) -> str:
    """The pronoun of a subject: itself, or of a full name; "" where it is neither."""
    words = [token.lower for token in subject.tokens]
    if words in (["he"], ["she"]):
        return words[0]
    named = len(words) > 1 and all(token.capitalised for token in subject.tokens)
    return _bearer(words[0]) if named else ""
