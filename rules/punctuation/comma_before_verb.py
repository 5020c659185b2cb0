"""A comma parts the subject from its verb.

Why it happens: the source sets a pause behind a long subject (Chinese, Japanese, Russian before a dash), and the
engine keeps it as a comma.

How it is found: from the start of the sentence or of a quotation to its first comma stands one noun phrase with
the phrases hung on it, and right behind the comma a verb that nothing but a subject can go before.

What it leaves alone: an inserted clause (two commas), questions and question tags (`is he?`), subjects that are clauses
(`What he did, is`), reports (`the roads are closed, said the mayor`), participles, and sentences whose verb comes
earlier.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.reading import Reading
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.verbs import TELLING
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    signs=frozenset((",",)),
)

BAD = [
    "The strengthening of the military in the region[[,]] is not commensurate with the threat.",
    "The total volume of trade between the two countries[[,]] has grown for ten years.",
    "The first phase of the new airport[[,]] will be opened in May.",
    'He said, "the deployment of the system in the region[[,]] is a response to the threat."',
    "A series of measures for the protection of women[[,]] were adopted on Monday.",
    "Previously, Putin in an interview with Japanese television[[,]] said that there was no dispute.",
    "The spokesman of the ministry at a press conference in Paris[[,]] stressed that talks would go on.",
    '"The Herald" said the partners of the state in the alliance[[,]] has been worried about change.',
    "The use of arms and building the walls of the town[[,]] has cost a lot.",
    "The paper said Japan's partners in the alliance of the region[[,]] has been worried about change.",
]

GOOD = [
    "The strengthening of the military, he said, is not commensurate with the threat.",
    "The talks are long, is that not so?",
    "What the minister did in the region, is unknown.",
    "The man whom they met in the street, is my father, he said.",
    "In the region, is there any hope?",
    "The minister of defense, a friend of Putin, is ill.",
    "The paper said the talks of the ministers, were they held, would fail.",
    "The more the better, is his motto.",
    "The deployment in the region, has it been stopped?",
    "The United States, Japan, and the army of the South, will take part.",
    "Putin, in an interview with Japanese television, said that there was no dispute.",
    "The spokesman of the ministry said that talks would go on, stressed that they were good.",
    "A man in the street, said that famous poet, is a world.",
    "The meeting of the ministers, says Ibarra, is of little use. The price of bread, would say some, is too high.",
    "The roads of the north are closed, said the mayor. An unusual job, isn't it?",
    'They rely on Li v. Turkey, was the answer. "It is late," said the owner of the house, was not true.',
    'The head of the firm, Will Jones, left at noon. The head of the firm, "Goddess" Alice Hirose, was absent.',
    "Court of the city raps state, seeks reply in two weeks",
    "SC raps Centre, seeks reply in two weeks",
    "He visited the mother of the boy, was told the truth, and left. Now the minister of trade, a friend, is ill.",
    "The owner of the house, hurt by the fire, said that he would rebuild it.",
    "The exhibition, included in the programme, is free. The mask has straps on both sides, can be worn all day.",
    "He said Japan's role in the region, has it not been small, would grow.",
]

_FINITE = frozenset("AMZD")
#: What the verb's form may be besides: a participle, a noun, another thing than a verb with a subject.
_OTHERWISE = frozenset("VESJI")
_SHORTEST = 2  # tokens of the subject


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the comma."""
    analysis = document.analysis
    for sentence, comma in analysis.find(","):
        verb = sentence.at(comma + 1)
        classes, tells = set(english().tags(verb.lower)), sentence.at(comma + 2).lower == "that"
        if not verb.text.islower() or (verb.lower in TELLING if not tells else verb.lower not in TELLING):
            continue
        if not classes & _FINITE:  # cheap
            continue
        if not sentence.closed:  # a headline
            continue
        if (tells or not classes & _OTHERWISE) and _parted(analysis.reading(sentence), comma):
            message = f"The comma parts the subject from its verb “{verb.text}”."
            yield sentence.match(comma, comma, message, "")


def _parted(reading: Reading, comma: int) -> bool:
    """Whether the verb behind the comma has no subject of its own, and all before it is a noun phrase."""
    verb = next((verb for verb in reading.verb_groups if verb.finite == comma + 1), None)
    if verb is None or verb.inverted or reading.tokens[verb.head].lower in TELLING - {reading.tokens[comma + 1].lower}:
        return False
    if reading.tag(verb.last + 1) == "PRP":
        return False  # is he?
    if reading.tokens[comma + 2].lower == "that" and all(clause.opener != comma + 2 for clause in reading.clauses):
        return False  # said that famous poet
    begin = _begin(reading, comma)
    return comma - begin >= _SHORTEST and comma in reading.through(begin)


def _begin(reading: Reading, comma: int) -> int:
    """Where the sentence, the quotation or what is told begins that holds the comma; -1 if a mark stands between."""
    tokens = reading.tokens
    mark = next((i for i in range(comma - 1, -1, -1) if tokens[i].kind == "punct"), -1)
    adverb = reading.tag(0) == "RB"
    if mark >= 0 and not (mark == 1 and adverb):
        if tokens[mark + 1].lower in TELLING and tokens[mark - 1].kind == "word":
            return mark + 2  # "The Times" said the army
        return mark + 1 if not mark or tokens[mark - 1].text in ",:" else -1
    first = mark + 1 + (mark < 0 and adverb)
    for clause in reading.clauses[:1]:
        told = clause.verb.last
        if clause.subject is not None and tokens[told].lower in TELLING:
            return told + 1 + (tokens[told + 1].lower == "that")
    return first
