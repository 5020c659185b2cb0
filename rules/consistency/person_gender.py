"""A man is called she, or a woman he.

Why it happens: Chinese, Turkish, Persian, Finnish and Hungarian have one pronoun for both, Spanish and Japanese often
none; the engine chooses `he`, `she`, `Mr.` or `Ms.` anew in each sentence.

How it is found: two or three sentences that name one person, by a given name of men or of women, a family name that has
the ending of women (`Golubeva`) or behind `Mr.` or `Ms.`, and behind it the other pronoun, as the one who says
something or at the beginning of the next sentence; `his` or `her` behind the person a sentence begins with, or to whom
something is done by what is his or hers (`who was met by his colleague`); a person, named or `he` or `she`, who is said
to be what only the other sex is (`he became a widow`), first or in a row (`Mary was a writer and a husband`); and one
full name behind `Mr.` and behind `Ms.`.

What it leaves alone: other people near, named or not (`her husband`, `the driver`), pronouns of which the sentences
before tell, quotations, family names alone, and `Mrs.` (a wife may bear her husband's whole name).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.clauses import Clause
from mtqa.analysis.names import Name, strange
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.given import MEN, WOMEN
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import FEMALE_KIN, KIN, MALE_KIN, OFFICES
from mtqa.knowledge.people import fold
from mtqa.knowledge.places import party
from mtqa.knowledge.verbs import REPORTING
from mtqa.knowledge.words import COORDINATORS
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.data import wordset

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
    "The talks are over. “It was late,” warned Petra Lohmann, who was thanked by [[his]] colleague.",
    "Petra Lohmann spoke first.\n\nIn the end Lohmann was met by [[his]] guests.",
    "Mrs. Kim Lohmann, the head of the centre, spoke. [[He]] said it would rise.",
    "Petra Lohmann spoke of water and power in winter. [[He]] said it would rise.",
    "Nguyen Thi Hoa grows rice. [[He]] said the price was low.",
    "Zulfia Golubeva said it was late. [[He]] added that it rained.",
    "Mary Voll Montail was an aristocrat, a writer and a [[husband]] of a lord.",
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
    "Petra Lohmann, who praised his work, left. Ann Lohmann, who was late and angry when met by his aunt, left.",
    "“It was Petra Lohmann, who was met by his aunt,” said Igor.",
    "Petra Lohmann, the head of the office of the governor. He said it would rise.",
    "In the end Petra Lohmann was met by her guests. In the end Petra Lohmann was near his house.",
    "In the end Petra Lohmann stood by his house.",
    "Petra Lohmann met the driver, then left. He said it would rise.",
    "Petra Lohmann, whose driver was ill, left. He said it would rise.",
    "India Paulsen spoke first. He said it would rise. Chad Paulsen left.",
    "Petra Lohmann and Igor Lohmann spoke.\n\nIn the end Lohmann was met by his guests.",
    "She is a father and a mother to them. She is his wife, and he is her husband.",
    "Zulfi Halgur said it was late. He added that it rained.",
    "Zulfi Geneva said it was late. He added that it rained.",
    "Zulfi Villagueva said it was late. He added that it rained.",
    "Mary Lohmann was a poet, old husband at hand. Mary Lohmann was a kind a husband would fear.",
    "Mary Lohmann was a writer, a poet, and met a husband. Mary Lohmann was a writer with a husband.",
    "She was a writer, a poet who had a son and a husband.",
    "Is she the king? He knew that she is a sister. She saw that he had a sister.",
    "‘It’s a disgrace,’ said Ms Ofori.\n\n‘I said, “Are you sure?” and he said, “No,”’ she recalled.",
]

_TITLES = {"mr": "he", "ms": "she", "miss": "she"}  # not Mrs.: a wife may bear her husband's whole name
_WIFE = "mrs"
#: Between family and given name they tell the sex of a Vietnamese.
_BETWEEN = {"thi": "she", "thị": "she", "văn": "he"}
#: Other people, whom a pronoun behind may mean.
_OTHERS = OFFICES | KIN | frozenset(("man", "woman", "boy", "girl"))
#: Things that end like those who do something.
_THINGS = wordset("consistency/person-gender", "things")
_DOERS = ("er", "or", "ist", "man", "ant", "ee")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag titles and pronouns of the wrong gender."""
    analysis = document.analysis
    yield from _called(analysis)
    pronouns = analysis.find("he", "she")
    if not pronouns and not analysis.find(*_TITLES, *_OWN):  # cheap
        return
    known: dict[str, set[tuple[str, str]]] = {}
    again: dict[int, list[tuple[Name, str]]] = {}
    order = {id(sentence): place for place, sentence in enumerate(analysis.sentences)}
    people: dict[int, list[tuple[Name, str]]] = {}
    titled: dict[str, str] = {}
    for name in analysis.names:
        title = _title(name)
        full = len(name.words) > 1
        if title is not None and full and titled.setdefault(name.text, title[1]) != title[1]:
            message = f"{name.text} is {_KINDS[titled[name.text]]} elsewhere in the story."
            yield name.sentence.match(title[0], name.first - 1, message)
        place = order[id(name.sentence)]
        if full or name.titles:
            said = title[1] if title else _given(name)
            people.setdefault(place, []).append((name, said))
            known.setdefault(name.words[-1], set()).add((name.text, said))
        elif len(known.get(name.text, ())) == 1:
            ((_, said),) = known[name.text]
            again.setdefault(place, []).append((name, said))
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
        else:
            named = [one for one in (*named, *again.get(place, ())) if _suffers(analysis, one[0], i)]
            if not named or named[0][1] in ("", said):
                continue
            name, right = named[0]
        yield sentence.match(i, i, f"{name.text} is {_KINDS[right]}, but “{sentence.tokens[i].text}” here.")


_OWN = {"his": "he", "himself": "he", "her": "she", "herself": "she"}
_ANY = frozenset(("he", "him", "she", "hers", *_OWN))
_ASIDE, _SHORT = 14, 7  # tokens
_NEAR, _REACH = 2, 40  # sentences before a pronoun; tokens from a person to his or her

#: Endings that the family names of women have in Russian, Bulgarian, Czech.
_DAUGHTER = regex("[a-z](?:[cknrsvzlmdtpbg]ova|[a-tv-z]eva|[nv]skaya|[nv]skaia|ovna)$")
_KINDS = {"he": "a man", "she": "a woman"}


def _title(name: Name) -> tuple[int, str] | None:
    """The place of `Mr.` or `Ms.` right before a name, and its pronoun."""
    said = _TITLES.get(name.sentence.at(_before(name)).lower)
    return (_before(name), said) if said else None


def _before(name: Name) -> int:
    """The place of what may be a courtesy title."""
    i = name.first - 1
    return i - (name.sentence.at(i).text == ".")


def _given(name: Name) -> str:
    """The pronoun of a given name that only men or women bear; "" for others."""
    if len(name.words) < 2 or party(name.words[0]) is not None:
        return ""
    if name.sentence.at(_before(name)).lower == _WIFE:
        return "she"
    between = [_BETWEEN[word.lower()] for word in name.words[1:-1] if word.lower() in _BETWEEN]
    said = between[0] if between else _bearer(name.words[0].lower())
    return said or ("she" if _DAUGHTER.search(name.words[-1]) and strange(name.words[-1]) else "")


def _bearer(given: str) -> str:
    """The pronoun of who bears a given name; "" where men and women do, or nobody knows."""
    forms = {given, fold(given)}
    return "he" if forms & MEN else "she" if forms & WOMEN else ""


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
    return not told and not any(_somebody(token) for token in story[_behind(name) :])


def _behind(name: Name) -> int:
    """The token behind a person and what is said of him or her between commas: an expert at the centre."""
    sentence, end = name.sentence, name.last
    if sentence.at(end).text == "," and sentence.at(end + 1).lower in ("a", "an", "the"):
        return next((k for k in range(end + 1, end + _ASIDE) if sentence.at(k).text == ","), end)
    return end


def _suffers(analysis: Analysis, name: Name, i: int) -> bool:
    """Whether something is done to somebody by what `i` says is his or hers: Ann, who was met by his aunt."""
    sentence = name.sentence
    words = [token.lower for token in sentence.tokens[name.last : i]]
    if words[:2] == [",", "who"]:
        words = words[2:]
    passive = words[:1] == ["was"] and words[-1:] == ["by"] and len(words) < _SHORT
    return passive and not analysis.speech.maybe_quoted(sentence, i)


def _somebody(token: Token) -> bool:
    """Whether a word names a person by kin, office or what they do."""
    lower = token.lower
    if lower in _OTHERS:
        return True
    return lower.endswith(_DOERS) and lower not in _THINGS and english().usually(lower, "singular")


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


_LISTING = ("a", "an", "and", ",")
#: What only men or only women are -> the pronoun.
_SEXES = {**dict.fromkeys(MALE_KIN, "he"), **dict.fromkeys(FEMALE_KIN, "she"), "actress": "she"}
rule.only_on(words=("he", "she", *_TITLES, *_OWN, *_SEXES))


def _called(analysis: Analysis) -> Iterator[Match]:
    """Persons who are said to be what only the other sex is."""
    for sentence, i in analysis.find(*_SEXES):
        word = sentence.tokens[i].lower
        for clause in analysis.reading(sentence).clauses:
            verb = sentence.tokens[clause.verb.head].lower
            being = clause.verb.copula or verb in ("become", "becomes", "became")
            if not being or not _said_of(analysis, clause, i):
                continue
            subject = _subject(clause)
            right = _sex(subject)
            if right and _SEXES[word] != right and sentence.at(clause.last + 1).lower not in COORDINATORS:
                who = " ".join(token.text for token in subject)
                yield sentence.match(i, i, f"A {word} is {_KINDS[_SEXES[word]]}, but “{who}” is {_KINDS[right]}.")


def _subject(clause: Clause) -> list[Token]:
    """The tokens of a subject; where none is sure, the words that stand before the verb, if all are names."""
    if clause.subject is not None:
        return clause.subject.tokens
    return clause.verb.sentence.tokens[: clause.verb.first]


def _said_of(analysis: Analysis, clause: Clause, i: int) -> bool:
    """Whether a clause of being says a noun of its subject: a writer, a poet and a husband of a queen."""
    sentence = clause.verb.sentence
    heads = [noun.head for noun in clause.objects]
    if len(heads) != 1 or heads[0] >= i:
        return heads == [i]
    between = sentence.tokens[heads[0] + 1 : i]
    listed = sentence.at(i - 1).lower in ("a", "an") and sentence.at(i - 2).lower in ("and", ",")
    tags = analysis.reading(sentence).tagged.tags
    return listed and all(token.lower in _LISTING or tags[token.index][:2] in ("NN", "JJ") for token in between)


def _sex(subject: list[Token]) -> str:
    """The pronoun of a subject: itself, or of a full name; "" where it is neither."""
    words = [token.lower for token in subject]
    if words in (["he"], ["she"]):
        return words[0]
    named = len(words) > 1 and all(token.capitalised for token in subject)
    return _bearer(words[0]) if named else ""
