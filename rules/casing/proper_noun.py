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

from mtqa.analysis.sentences import Sentence
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
_SURE_SHARE = 0.93
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


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag names in lower case."""
    index = document.analysis.index
    for word in index:
        reason = _reason(word) if len(word) <= _LONGEST else None
        if reason is None:
            continue
        for sentence, i in index[word]:
            token = sentence.tokens[i]
            if token.text == word and _in_running_text(sentence, i) and _fits(sentence, i, reason):
                form = _capitalised(word)
                name = f"{sentence.tokens[i - 1].text.capitalize()} {form}" if reason == "second" else form
                yield Match(
                    sentence.segment,
                    token.start,
                    token.end,
                    f"The name “{name}” needs a capital: “{word}”.",
                    (form,),
                )


def _capitalised(word: str) -> str:
    usual = None if word in _FOLLOWS else english().usual_form(word)
    return usual or word.capitalize()


@lru_cache(maxsize=1 << 15)  # a few thousand words make up most of all texts
def _reason(word: str) -> str | None:
    """Why the lower-cased word may be a name: "table", "lexicon", "second" word of a name, or `None`."""
    if word in _FOLLOWS:
        return "second"
    if not word.isalpha() or not word.isascii() or len(word) < 4 or word in _SMALL:
        return None
    form = word.capitalize()
    lexicon = english()
    share = lexicon.capital_share(word)
    if form in _TABLE:
        return "table" if share >= 0.75 else None
    if share < _SURE_SHARE:
        return None
    usual = lexicon.usual_form(word)
    if usual != form or lexicon.tags(word)[:1] not in ("P", "") or lexicon.logprob(form) is None:
        return None
    return "lexicon" if (lexicon.logprob(form) or -99.0) > -13.5 and lexicon.tags(word) else None


_TABLE = frozenset(
    form
    for form in (*SURFACES, *MONTHS, *WEEKDAYS)
    if form.isalpha() and not ambiguous(form) and kind(form) != "people" and form not in ("May", "March", "August")
)


def _fits(sentence: Sentence, i: int, reason: str) -> bool:
    if reason != "second":
        following = sentence.tokens[i + 1].lower if i + 1 < len(sentence.tokens) else ""
        return following not in _SPORTS
    if not i:
        return False
    before, token = sentence.tokens[i - 1], sentence.tokens[i]
    if before.text not in _FOLLOWS[token.lower] or not token.space:
        return False
    if token.lower == "sea":  # the South China Sea; but a China sea trade
        return i > 1 and sentence.tokens[i - 2].text in ("South", "East")
    return True


def _in_running_text(sentence: Sentence, i: int) -> bool:
    """Whether the word stands in running text with capitals, not in an address, handle or lower-case text."""
    tokens = sentence.tokens
    token = tokens[i]
    if i and not token.space and tokens[i - 1].text in ".@#/_-&=":
        return False
    if i + 1 < len(tokens) and not tokens[i + 1].space and tokens[i + 1].text in "@/_&=":
        return False
    if i + 2 < len(tokens) and tokens[i + 1].text == "." and not tokens[i + 1].space and not tokens[i + 2].space:
        return tokens[i + 2].kind != "word"
    return uses_capitals(tokens, i)
