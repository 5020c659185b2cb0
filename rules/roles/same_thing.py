"""A preposition stands between a thing and itself: `the owner of the owner`, `the par value before the par value`.

Why it happens: the engine loses one of two nouns or gives both the same translation, or falls into a loop.

How it is found: two noun phrases of the same words, article or possessive included, with nothing between them but a
preposition or what else sets one beside another (`instead of`, `rather than`, `as well as`, `but also`, `including`,
`and other`, `is part of`); and a clause whose subject is its own object, or stands behind the preposition of a
passive (`the secretary told the secretary`, `China is opposed to China`).

What it leaves alone: set phrases and most words without an article (`day by day`, `from time to time`, `people to
people`), `a … of a …` (`a tenth of a tenth`) and `a … for a …`, ways from one to another (`from the sea to the sea`),
what is told apart behind (`the man with the man who`, `the war on the war on drugs`), kin, shares and accounts of
accounts (`the friend of the friend`, `the history of the history`), places (`a girl of Paris in Paris`), superlatives
(`the best of the best`), and quotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from mtqa.analysis.clauses import Clause
from mtqa.analysis.names import strange
from mtqa.analysis.phrases import NounPhrase
from mtqa.analysis.reading import Reading
from mtqa.analysis.returns import returns
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import EMPHATIC
from mtqa.knowledge.phrases import NESTED, OWN_KIND, PAIRED
from mtqa.knowledge.places import MONTHS, WEEKDAYS
from mtqa.knowledge.words import ARTICLES, CLAUSE_PREPOSITIONS, REFLEXIVES, RELATIVES
from mtqa.rule import Rule
from mtqa_rules.data import wordlist

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3")

BAD = [
    "He wants [[the owner of the owner]] to come.",
    "This puts [[the par value before the par value]].",
    "They went for [[the risk of the risk of the risk]].",
    "The police rescued a cat in [[a rocky area in a rocky area]].",
    "Replies came not only [[from Pakistan but also from Pakistan]].",
    "[[The secretary met the secretary]].",
    "It goes back to last year, but [[China is opposed to China]].",
    "They serve [[the economic district of the economic district]].",
    "[[The owner of the owner]] came, and [[the risk of the risk]] grew.",
    "Prices fell in [[ten cities in ten cities]].",
    "He spoke about [[local banks with local banks]] yesterday.",
    "We have [[a family mood, but also a family mood]], she said.",
    "The firm wants [[the old plant instead of the old plant]].",
    "It is spread by [[attacks and other attacks]] on the net. [[The process is part of the process]].",
    "They keep people with [[measles from measles]], and went from [[Lyon to Lyon]].",
    "“The meeting will be held in [[the Prime Minister's Office on the Prime Minister's Office]] on Monday, he said.",
    "[[The final match is played in the final match]] of the cup.",
    "[[The Orion 5 launches the Orion 5 launcher]].",
    "In May, [[the Falcon-3 was assigned to the Orion Falcon-3]]. They found [[a company with a company]].",
    "He sailed [[a boat on a boat]]. She offers [[a guest with a guest with a guest]] and a meal.",
    "The bus goes from [[kalvikot to kalvikot]]. On Friday [[Lindgren urged Lindgren]] in a letter to resign.",
]
GOOD = [
    "It grows day by day, from time to time, hand in hand and year after year.",
    "It is a tenth of a tenth, a play within a play, an eye for an eye.",
    "It is a story in a story, a lot from a lot of people, and a penny for a penny.",
    "They walked from the sea to the sea and from the top to the top.",
    "The police parted the group from a group of neighbours, and the man with the man who led them.",
    "The friend of the friend came; a majority of the majority won; the best of the best sang.",
    "He left the house for the house's owner, and the room for the room next door.",
    "The history of the history of art is short. We knew the old mill, but hardly the old mill as a shop.",
    "Replies came not only from Pakistan but also from India.",
    "The war on the war on drugs is over. “I am the boss of the boss,” she said.",
    "The man told his brother, and the woman told herself.",
    "Replies came not only from the north of Pakistan but also from the south of Pakistan.",
    "Africa belongs to Africa, he said; the law is the law, and there is a festive atmosphere in the festive town.",
    "Behind the wood there lies a deep lake, and a deep lake is cold.",
    "There will remain few doubts, and few doubts matter.",
    "The secretary met the secretary of the union. Hand in hand they left.",
    "I thought I would try, and she spoke of herself in herself. They are open from Thursday to Thursday.",
    "They sell fish and dried fish, and write books about books. They took pictures of space from space.",
    "The song is called Street after Street.",
    "People with people are what we need, not turkey from Turkey.",
    "She called the old man, instead asking the old man to stay. The man told the man in the shop.",
    "The Orion 5 leads the Orion 5 launch, and the Orion 5 launches the old Orion launcher.",
    "The Senate was told by the Roman Senate. The F-16 was replaced by the newer F-16.",
    "Lindgren met Lindgren of Malmo. They say men told men in the shop.",
    "She lost to a girl of Hong Kong in Hong Kong; they eat turkey in Turkey and march in March.",
]
LEAVE = [
    (
        "the friend|enemy|brother|sister|son|daughter|history|study|theory|idea|heart|end of the <any>",
        "They wrote the theory of the theory.",
    ),
]

#: By their first word.
_LINKS: dict[str, list[list[str]]] = {}
for _link in wordlist("roles/same-thing", "links"):
    _LINKS.setdefault(_link.split("-")[0], []).append(_link.split("-"))
#: Prepositions that set one of a kind behind another, or tell it apart: year after year, fact from fact.
_SERIAL = (CLAUSE_PREPOSITIONS - {"before"}) | {"by", "upon", "within"} | {"per", "versus", "to"}
#: Prepositions behind which no noun without a determiner stands again, set phrases aside: art as art, data on data.
_PLACING = {"at", "from", "in"} | {"before", "into", "under"} | {"other", "and"} | {"as", "including"}
_AGREED = PAIRED | OWN_KIND | EMPHATIC
#: Behind these no thing stands beside another of its kind: a company with a company.
_MORE = frozenset(("with", "in", "on"))
_APART = RELATIVES | REFLEXIVES | {"that", "next", "where", "'", "’"}
_TIMES = MONTHS | WEEKDAYS
_STEM = 5  # letters
_SURE = 3  # words of a phrase that is no play on words


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag two equal phrases with a preposition or a verb between them; of a chain, the whole."""
    analysis = document.analysis
    for sentence in _repeating(analysis):
        runs: list[tuple[int, int]] = []
        for first, last in sorted(_pairs(analysis.reading(sentence))):
            if last - first < 2 * _SURE and analysis.speech.maybe_quoted(sentence, first):
                continue  # the heart of the heart; what is longer is no figure of speech
            if runs and first <= runs[-1][1]:
                first = runs.pop()[0]
            runs.append((first, last))
        for first, last in runs:
            text = sentence.text(first, last)
            yield sentence.match(first, last, f"“{text}” sets a thing beside itself; one of the two should be another.")


def _repeating(analysis: Analysis) -> list[Sentence]:
    """The sentences in which a word stands again shortly after: only these are read."""
    found = {id(one.sentence): one.sentence for one in analysis.view(returns)}
    return sorted(found.values(), key=lambda sentence: (sentence.segment, sentence.start))


def _pairs(reading: Reading) -> Iterator[tuple[int, int]]:
    """First and last token of two equal phrases with what links them."""
    sentence = reading.sentence
    for one, other, link in _linked(reading):
        if one.last < other.first and _equal(one, other, link) and sentence.at(other.last + 1).lower not in _APART:
            yield one.first, other.last
    for clause in reading.clauses:
        for thing in clause.objects:
            if clause.subject is not None and _own_doer(clause.subject, thing, clause):
                yield clause.subject.first, thing.last
    for before, behind in pairwise(reading.prepositional_phrases):
        if sentence.says(before.last + 1, "but", "also") and before.text.lower() == behind.text.lower():
            yield before.first, behind.last


def _linked(reading: Reading) -> Iterator[tuple[NounPhrase, NounPhrase, str]]:
    """Two phrases and what sets one beside the other: a preposition or the like, or a verb, which is ""."""
    sentence = reading.sentence
    behind = {phrase.first: phrase for phrase in reading.prepositional_phrases}
    nouns = {noun.first: noun for noun in reading.noun_phrases}
    for noun in reading.noun_phrases:
        start = noun.last + 1 + (sentence.at(noun.last + 1).text == ",")
        for link in _LINKS.get(sentence.at(start).lower, ()):
            if sentence.says(start, *link) and start + len(link) in nouns:
                yield noun, nouns[start + len(link)], link[-1]
        phrase = behind.get(noun.last + 1)
        if phrase is not None:
            word, following = sentence.at(phrase.first).lower, sentence.at(phrase.last + 1).lower
            short = len(noun.tokens) < _SURE and noun.tokens[0].lower not in ARTICLES - {"the"}
            goes_on = following == word != "of" and short  # the war on the war on drugs
            name = _name(noun) and _TIMES.isdisjoint([token.text for token in noun.tokens])
            if (word == "to" and name) or not (goes_on or word in _SERIAL):
                yield noun, phrase.noun, word
    for clause in reading.clauses:
        subject, objects, verb = clause.subject, clause.objects, clause.verb
        phrase = behind.get(verb.last + 1)
        if subject is None:
            continue
        if phrase is not None and (verb.passive or subject.determiner is not None):
            yield subject, phrase.noun, ""
        elif (
            len(objects) == 1
            and not verb.copula
            and (
                objects[0].last + 1 not in behind or (_name(subject) and sentence.at(objects[0].last + 1).lower != "of")
            )
        ):
            yield subject, objects[0], ""


def _name(noun: NounPhrase) -> bool:
    """Whether a phrase is a name, by its capital or because English has no such word: from kalikot to kalikot."""
    word = noun.tokens[-1].lower
    return (noun.determiner is None and noun.tokens[0].capitalised) or strange(word)


def _equal(one: NounPhrase, other: NounPhrase, link: str) -> bool:
    """Whether two phrases are one thing in the same words."""
    words, again = [token.lower for token in one.tokens], [token.lower for token in other.tokens]
    kinds = link == "and"  # fees and other fees
    if one.pronoun or (words != again[kinds:] and not _designation(one, other)) or (kinds and again[0] != "other"):
        return False
    if one.determiner is not None:
        nested = words[-1] in _AGREED or (words[-1] in NESTED and link != "with")
        one_more = link in _MORE and not nested  # a boat on a boat, but a play within a play
        return words[0] not in ("a", "an") or len(words) > 2 or one_more
    head, last = one.tokens[-1], other.tokens[-1]
    if head.text != last.text:
        return False  # turkey from Turkey
    if _name(one):
        return link != "in" or one.sentence.at(one.first - 1).lower == "in"  # a girl of Paris in Paris
    return len(words) > 1 or (link in _PLACING and len(words[0]) > _SURE and words[0] not in _AGREED)


def _designation(one: NounPhrase, other: NounPhrase) -> bool:
    """Whether two names end with one designation, and only what it is stands before: the F-16 and the Lockheed F-16."""
    words, again = ([token.text for token in phrase.tokens[1:]] for phrase in (one, other))
    short = again[-len(words) :] == words and one.determiner is not None
    return short and "-" in "".join(words[-1:]) and all(word[0].isupper() for word in again)


def _own_doer(subject: NounPhrase, thing: NounPhrase, clause: Clause) -> bool:
    """Whether a name does what its own doer is called for: the Orion 5 launches the Orion 5 launcher."""
    words, again = ([token.lower for token in phrase.tokens] for phrase in (subject, thing))
    verb = subject.sentence.tokens[clause.verb.head].lower
    return len(words) > 1 and again[:-1] == words and again[-1][:_STEM] == verb[:_STEM]
