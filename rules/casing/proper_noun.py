"""A proper noun is written in lower case.

Why it happens: an engine that lower-cases its training text has to restore the capitals afterwards, and the
names at the end of a sentence or behind a rare word are where its guess fails.

How it is found: a word all in lower case that English writes with a capital: months, weekdays, countries,
capitals and nationalities by table, other names where the lexicon writes the word with a capital in at least
93 of 100 places and knows it as a name; and the second word of a name of two words whose first has its
capital (`North korea`, `United states`).

What it leaves alone: names that are also words (`turkey`, `march`, `may`, `polish`, `china`, `jersey`), words
made of names (`french fries`, `roman numerals`, `arabic`), texts written in lower case throughout, addresses,
hashtags and handles, foreign phrases, and the names of units and currencies.
"""

from collections.abc import Iterator
from functools import lru_cache

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import MONTHS, SURFACES, WEEKDAYS, ambiguous, kind
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
    "They will keep close cooperation on North [[korea]].",
    "The missiles were moved to Japan and the United [[states]].",
    "The ministers met on [[wednesday]] in Berlin.",
    "The [[japanese]] delegation left in [[september]].",
    "The award ceremony was held in new [[york]] on Monday.",
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
    "Neither jack nor jill was a nick or a bill.",
]

# Names in common phrases that dictionaries write small.
_SMALL = wordset("casing/proper-noun", "small")
#: Things that a nationality in lower case is part of the name of.
_SPORTS = wordset("casing/proper-noun", "sports")
_SURE_SHARE, _USUAL = 0.93, -13.5
_FOLLOWS = {
    "korea": frozenset({"North", "South"}),
    "korean": frozenset({"North", "South"}),
    "states": frozenset({"United"}),
    "kingdom": frozenset({"United"}),
    "nations": frozenset({"United"}),
    "union": frozenset({"European", "Soviet"}),
    "zealand": frozenset({"New"}),
    "africa": frozenset({"South"}),
    "arabia": frozenset({"Saudi"}),
    "lanka": frozenset({"Sri"}),
    "kong": frozenset({"Hong"}),
    "york": frozenset({"New", "new"}),
    "sea": frozenset({"China", "Caspian", "Mediterranean", "Baltic"}),
}

_LONGEST = 40  # letters; no name is longer
_TABLE = frozenset(
    form
    for form in (*SURFACES, *MONTHS, *WEEKDAYS)
    if form.isalpha() and not ambiguous(form) and kind(form) != "people" and form not in ("May", "March", "August")
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag names in lower case."""
    for word, places in document.analysis.index.items():
        form = _name(word) if len(word) <= _LONGEST else None
        if form is None:
            continue
        for sentence, i in places:
            if sentence.tokens[i].text != word or sentence.joined(i):
                continue
            name = form
            if word in _FOLLOWS:
                name = f"{sentence.at(i - 1).text.capitalize()} {form}"
                fits = sentence.at(i - 1).text in _FOLLOWS[word]
            else:
                fits = sentence.at(i + 1).lower not in _SPORTS
            if fits and uses_capitals(sentence, i):
                yield sentence.match(i, i, f"The name “{name}” needs a capital: “{word}”.", form)


@lru_cache(maxsize=1 << 15)  # a few thousand words make up most of all texts
def _name(word: str) -> str | None:
    """The word with its capital, if it is a name, or the second word of one."""
    form, lexicon = word.capitalize(), english()
    if word in _FOLLOWS:
        return form
    if len(word) < 4 or word in _SMALL:
        return None
    if form in _TABLE:
        return form if lexicon.capital_share(word) >= 0.75 else None
    if not lexicon.usually(word, "name") or lexicon.capital_share(word) < _SURE_SHARE:
        return None
    return form if (lexicon.logprob(form) or -99.0) > _USUAL else None
