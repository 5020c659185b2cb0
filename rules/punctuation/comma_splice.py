"""Two full sentences are joined by nothing but a comma.

Why it happens: Chinese, Japanese and Russian string sentences together with commas; the engine keeps the comma and
adds no conjunction.

How it is found: the last comma of a sentence has a clause on either side, each with its subject and verb and neither
with a conjunction; the first opens the sentence, or stands behind a comma or an adverb. In a headline the second must
take up a noun of the first.

What it leaves alone: subordinate clauses on either side, conjunctions, what is put right at once (`the point is not to
win, it is to take part`), lists of clauses (`one sang, one danced and one slept`), halves that begin with the same
words (`we shall fight …, we shall fight …`), reports behind what was said (`it was late, he said`) and before it, `the
more …, the more`, short halves (`it came, it went`), questions and quotations, headlines in telegraph style (`shares
fall, oil rises`), and what people write to one another (every second sentence says `I` or `you`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.clauses import Clause
from mtqa.analysis.reading import Reading
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.verbs import GIVING, TELLING
from mtqa.knowledge.words import BE, CLAUSE_PREPOSITIONS, HAVE, MIDDLE_ADVERBS, RELATIVES, SUBORDINATORS
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    since="0.2",
    signs=frozenset((",",)),
)

_STORY = "\n\nThe ministers of the two countries met in Tokyo on Monday."
BAD = [
    "The new airport will be the largest in the whole of Asia[[,]] it can take ten million passengers a year.",
    "Another research project on the universe is expected to start soon[[,]] this project is called Lisa.",
    "The two sides signed an agreement on Monday in Brasilia[[,]] the agreement is expected to create jobs.",
    "We are so excited to join hands on the journey of life[[,]] we can't wait to get married.",
    "The agency reported that the Russian delegation arrived a few days ago[[,]] Secretary Smith visited Tokyo.",
    "Japan protests against the arms sales to China[[,]] Japan did not receive an answer" + _STORY,
    "Russia sells new weapons to India[[,]] Russia does not comment on prices" + _STORY,
    "On Monday, the ship left the port of Odessa[[,]] the crew waved to the people on the shore.",
    "The boy grew up and became a calm man in the end[[,]] he is not at all angry with us.",
    "It is a fine stone bridge[[,]] it was built and paid for by the town.",
    "The ship left the port of Odessa at noon[[,]] the crew waved when the last boat turned back.",
    "The ship left the port of Odessa at noon[[,]] a man waved to the people on the shore.",
    "In the north the roads are closed. The snow is two metres deep in the hills[[,]] nobody leaves the house.",
]
GOOD = [
    "The new airport is the largest in Asia, and it can take ten million passengers a year.",
    "When the new airport is open to the public, it can take ten million passengers a year.",
    "It is not only the largest airport in Asia, it is also the most beautiful one.",
    "The point of the game is not to win, it is to take part. It does not make you rich, it makes you tired.",
    "We shall fight them on the beaches, we shall fight them in the hills of our land.",
    "We stood at the door of the house for an hour, we heard a voice: “Stop that nonsense.”",
    "The deepest lake is Saimaa, whose depth is great. He must leave at noon, otherwise the boat is gone.",
    "It came, it went. The more they have, the more they want.",
    "The airport will be the largest in Asia, it was said on Monday.",
    "Now that the barrier of fear has been broken, they expect more people to come.",
    "Given the clear benefits that the market has brought, they would have every reason to stay.",
    "The bank did not fall victim to a plot; rather, it rendered itself irrelevant in the end.",
    "The two sides signed an agreement in Brasilia, the agreement of all agreements.",
    "The light went out, the children of the whole street fell silent at once.",
    "The place has other resources and other plants, so new animals will need other food.",
    "The minister says the bridge is an old one in the north, it can take ten lorries a day?",
    "They are back in London for the week: the boys sleep in the hall, she walks the dog in the park.",
    "Japan protests against the sales, Japan the first to act" + _STORY,
    "A rate hike will come and the market will stumble, bond yields will climb and the economy will slow.",
    "Shares fall, oil rises" + _STORY,
    "Russia sells new weapons to India, Japan does not comment on prices" + _STORY,
    "As soon as we have the news, we let the papers know" + _STORY,
    "The letter was about an old foe at the office, a woman called Ann in his tales.",
    "When the delegation arrived in Japan a few days ago, Secretary John Smith visited Tokyo.",
    "A few days ago, John Smith visited Tokyo. Before he died two years ago, Smith visited Tokyo.",
    "The house was sold two years ago, Smith said. The man who came two years ago, Smith, left Tokyo.",
    "He died two years ago, Smith lives on and so does Jones.",
    "Japan protests, Russia silent" + _STORY,
    "Two weeks after the ship was held in the strait, it was set free by the court.",
    "The first team came home in May, the second team came home in June and the third team stayed there.",
    "The police have no leads, the cat has two. The police need leads, the cats of the town need milk.",
    "It has to be said, the chips were superb. Neither the French nor, it turned out, the Swiss had brought any tea.",
    "It is a good bank on the square, it has fountains. It was the best of times, it was Tuesday.",
    "The sun rose over the hills, the birds sang in the trees and the town awoke.",
    "Despite the appearance they give to foreigners, the debate has gone on for years.",
    "I have asked the shop on the square again for you, it will have more of the red hats in a week. Thank you.",
    "Ann left the old house, Bob stayed at home, the dog slept on the mat.",
    "He said in the video, the attack on the town will come.",
    "However much we dislike the new bridge, we see no way to stop it.",
    "The bridge was opened to lorries at noon and in the evening, the first cars crossed it.",
    "The talks with the other side will go on for another week, the minister confirmed on Monday.",
    "The longer the talks of the two sides go on, the dearer the bread of the poor becomes.",
    "Every time the price of bread goes up in the city, the people take to the streets.",
    "The line is some 480 km long and will cost $3.8bn in all, 90 per cent of it lent by the bank of the state.",
]

#: Tokens of the first half, of the second with comma and stop, of a headline's second, of a clause.
_FIRST, _SECOND, _HEADLINE, _CLAUSE = 5, 6, 5, 3
#: What makes the first half hang on the second, or what the second puts right: it is not old, it is new.
_HANGING = CLAUSE_PREPOSITIONS | SUBORDINATORS | MIDDLE_ADVERBS | {"that", "however", "not", "cannot", "every"}
_LINKING = frozenset(("IN-S", "WDT", "WP", "WP$", "WRB", "JJR", "RBR"))
#: What opens a phrase behind a conjunction that belongs to the second half: and in the end, he won.
_PHRASE = frozenset(("IN", "RB", "VBG"))
_NO_CLAUSE = RELATIVES | {"that", "so", "otherwise"}
_MARKS = frozenset('“”".;:()?!–—-')


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the comma."""
    analysis = document.analysis
    last = dict(analysis.find(","))  # no other has no mark behind it but the stop
    for sentence, comma in () if document.talk else last.items():
        behind, left = sentence.at(comma + 1), len(sentence.tokens) - comma
        headline = analysis.speech.headline(sentence)
        if comma < _FIRST or left < (_HEADLINE if headline else _SECOND) or behind.lower in _NO_CLAUSE:
            continue
        marks, end = [token.text for token in sentence.tokens[comma:] if token.kind == "punct"], "." * (not headline)
        if "".join(marks) != "," + end or any(token.text in _MARKS for token in sentence.tokens[:comma]):
            continue
        if (_taken_up if headline else _spliced)(analysis.reading(sentence), comma):
            message = "Two sentences are joined by a comma alone; write a full stop, a semicolon or a conjunction."
            yield sentence.match(comma, comma, message)


def _taken_up(reading: Reading, comma: int) -> bool:
    """Whether a headline names a party again behind the comma, right before a verb."""
    again = reading.tagged.tags[comma + 1] != "PRP" and any(
        token.text == reading.tokens[comma + 1].text for token in reading.tokens[:comma]
    )
    return again and any(verb.finite == comma + 2 for verb in reading.verb_groups)


def _apposition(reading: Reading, first: int, clause: Clause) -> bool:
    """Whether it may be somebody called something: a man called Bob, rather than a sentence."""
    return reading.tokens[first].lower in ("a", "an") and reading.tokens[clause.verb.head].lower in GIVING


def _spliced(reading: Reading, comma: int) -> bool:
    """Whether the comma parts two clauses, neither of which hangs on the other or tells who says it."""
    behind = reading.extents("np").ends.get(comma + 1, -1)
    second = next((c for c in reading.clauses if c.first == comma + 1 or c.verb.first == behind), None)
    if second is None or second.opener is not None or _apposition(reading, comma + 1, second):
        return False
    tags, words = reading.tagged.tags, [token.lower for token in reading.tokens]
    told = reading.clauses[0].verb.last
    that = told + 1 if words[told + 1 : told + 2] == ["that"] else -1
    half = [i for i in range(comma) if i != that]
    if (
        words[second.verb.last + 1 : second.verb.last + 2] == ["by"]  # most of it lent by
        or words[second.verb.head] in TELLING
        or words[comma - 1] in TELLING
        or any(words[i] in _HANGING or words[i].endswith(("n't", "n’t")) or tags[i] in _LINKING for i in half)
        or any(tags[i] == "CC" and tags[i + 1] in _PHRASE for i in half)
        or any(c.opener and comma < c.opener < c.verb.first - 1 and tags[c.opener] == "CC" for c in reading.clauses)
    ):
        return False
    first = next((clause for clause in reading.clauses if that < clause.verb.first < comma), None)
    if first is None or first.subject is None:
        return False
    begin = first.subject.first
    again = words[first.verb.head] == words[second.verb.head] not in BE
    return (
        (begin == that + 1 or words[begin - 1] == "," or tags[begin - 1] in ("RB", "CC"))
        and "," not in words[begin:comma]
        and max(first.verb.last + 1, begin + _CLAUSE) < comma
        and words[first.verb.head] not in TELLING
        and not again
        and not {words[first.verb.head], words[second.verb.head]} <= HAVE
    )
