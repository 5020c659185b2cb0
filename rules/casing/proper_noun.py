"""A proper noun is written in lower case.

Why it happens: an engine that lower-cases its training text has to restore the capitals afterwards, and the
names at the end of a sentence or behind a rare word are where its guess fails.

How it is found: a word all in lower case that English writes with a capital: months, weekdays, countries, cities,
provinces, parts of the world, nationalities, languages, peoples and faiths by table, other names where the lexicon
writes the word with a capital in at least 93 of 100 places and knows it as a name. Where half of a text's names stand
in lower case, as in one that lost its capitals on the way, that is one finding, at the first.

What it leaves alone: names that are also words (`turkey`, `march`, `polish`: see `casing/name-or-word`), things called
after places (`french fries`, `roman numerals`), names of several words (`casing/half-name`), texts written in lower
case throughout, addresses, hashtags and handles, foreign phrases, and the names of units and currencies.
"""

from collections.abc import Iterator
from functools import lru_cache

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import LANGUAGES, MONTHS, NAMES, SURFACES, WEEKDAYS, ambiguous
from mtqa.knowledge.sieve import Sieve
from mtqa.rule import Rule
from mtqa_rules.casing._capitals import uses_capitals
from mtqa_rules.data import wordset

rule = Rule(
    category="fluency/casing",
    severity="minor",
    registers=("news",),
)

BAD = [
    "He came to defend the territory of [[russia]].",
    "The infected [[russian]] ships reached the port of [[busan]].",
    "An [[african]] delegate and [[muslim]] leaders spoke, and [[kurds]] listened.",
    "The province of [[guangdong]] grew faster than [[shanghai]].",
    "Anna wrote home on Monday. Her brother Ben did not. They met in Leeds. Tom saw it all.\n\n"
    "head of the office of west [[azerbaijan]] told of the water in the lake and of the rain that fell this year.",
    "They spoke [[mandarin]], [[urdu]] and [[yoruba]] at the talks in Geneva.",
    "The [[turkish]] army, which the [[chinese]] had armed, left.",
    "The ministers met on [[wednesday]] in Berlin.",
    "The [[japanese]] delegation left in [[september]].",
    "Troops crossed the border of [[ukraine]] at night.",
]

GOOD = [
    "They ate turkey and drank from fine china in may, march and polish.",
    "He may march to a jersey shop in a panama hat.",
    "The united front of allies held.",
    "French fries and roman numerals, venetian blinds and arabic numbers were discussed.",
    "Write to info@japan.example or see www.russia.example for #china.",
    "The states were united against the south, and the kingdom fell.",
    "A barracuda swam past.",
    "so I told the people of japan and russia what was said on wednesday",
    "The renminbi fell and the euro rose; he cannot sell.",
    "Find it under #russia or on the page of @japan today, Mr. Smith said.",
    "A bulgarian split squat and an english muffin, please.",
    "He had german measles; they did a mexican wave over a spanish omelette, irish stew and welsh rarebit.",
    "i am from japan and i live in moscow and love russia",
    "She grew jerusalem artichokes and brussels sprouts, and ate cornish pasties and bombay mix.",
    "The dutch oven and the danish pastry were brass and dough.",
    "The mandarin oranges and the catalan cream were sold, and russian roulette was played.",
    "They drank bordeaux and ate kobe beef and a california roll; the muslin came from Dhaka.",
    "Prices in New york and North korea rose, the South african minister said.",
    "The talks with Ankara were over. Then the french window shut; a great dane barked at the persian cats.",
    "Anna wrote home on Monday. Her brother Ben did not. They met in Leeds. Tom saw it. "
    "“i never met anybody from japan or russia in all that long time, i can tell you,” she wrote.",
    "We met in Leeds. "
    "the man who had met nobody from japan and russia in all those years told us what he had read of them.",
    "Neither jack nor jill was a nick or a bill.",
]

LEAVE = [("plaster of [[ paris ]]", "She mended the arm of the Venus with plaster of paris.")]

# Names in common phrases that dictionaries write small.
_SMALL = wordset("casing/proper-noun", "small")
#: Things that a place or nationality in lower case is part of the name of.
_THINGS = wordset("casing/proper-noun", "things")
_SURE_SHARE, _USUAL = 0.93, -13.5
_LONGEST = 40  # letters; no name is longer
_KINDS = [form for kind in ("continents", "faiths", "peoples", "cities") for form in NAMES[kind]]
_TABLE = frozenset(
    form
    for form in (*SURFACES, *MONTHS, *WEEKDAYS, *_KINDS, *LANGUAGES)
    if form.isalpha() and not ambiguous(form) and form not in ("May", "March", "August")
)
#: Words of names of several words: another rule's.
_PARTS = frozenset(tuple(name.lower().split()[-2:]) for name in NAMES["together"])
#: A text whose names are in small letters: so many, and this share of those that are told.
_MANY, _HALF = 6, 0.5


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag names in lower case, but only the first where half of all are."""
    found = []
    great = 0
    analysis = document.analysis
    for word, form in _NAMES(analysis.index):
        places = analysis.index[word]
        small = [place for place in places if place[0].tokens[place[1]].text == word and _alone(analysis, *place)]
        great += len(places) - len(small)
        found += [(sentence, i, form) for sentence, i in small]
    if len(found) >= _MANY and len(found) > _HALF * (len(found) + great):
        sentence, i, form = min(found, key=lambda place: (place[0].segment, place[0].tokens[place[1]].start))
        word = sentence.tokens[i].text
        message = (
            f"Names stand in lower case in this text, {len(found)} of {len(found) + great}: “{word}” is the first."
        )
        yield sentence.match(i, i, message, form)
        return
    for sentence, i, form in found:
        yield sentence.match(i, i, f"The name “{form}” needs a capital: “{sentence.tokens[i].text}”.", form)


def _alone(analysis: Analysis, sentence: Sentence, i: int) -> bool:
    """Whether a small word is a name of its own in a text with capitals, and no thing is called after it."""
    before, word, behind = (sentence.at(k).lower for k in (i - 1, i, i + 1))
    if sentence.joined(i) or behind in _THINGS or not _PARTS.isdisjoint(((before, word), (word, behind))):
        return False
    return uses_capitals(analysis, sentence, i)


@lru_cache(maxsize=1 << 12)
def _name(word: str) -> str | None:
    """The word with its capital, if it is a name."""
    form, lexicon = word.capitalize(), english()
    if not 4 <= len(word) <= _LONGEST or word in _SMALL:
        return None
    if form in _TABLE:
        return form if not lexicon.known(word) or lexicon.capital_share(word) >= 0.7 else None
    if not lexicon.usually(word, "name") or lexicon.capital_share(word) < _SURE_SHARE:
        return None
    return form if (lexicon.logprob(form) or -99.0) > _USUAL else None


_NAMES = Sieve(_name)
