"""The closed classes: determiners, pronouns, auxiliaries, prepositions, conjunctions, adverbs, numerals."""

from __future__ import annotations

# Determiners

ARTICLES = frozenset("a an the".split())
#: Possessives that are nothing else; `his` and `her` are pronouns too.
PLAIN_POSSESSIVES = frozenset("my your its our their".split())
POSSESSIVES = PLAIN_POSSESSIVES | {"his", "her"}
DEMONSTRATIVES = frozenset("this that these those".split())
#: Determiners that are nothing else: a noun has to follow.
SURE_DETERMINERS = ARTICLES | PLAIN_POSSESSIVES | {"every"}
#: Determiners that open a noun phrase, pronouns too some of them.
OPENING_DETERMINERS = ARTICLES | POSSESSIVES | DEMONSTRATIVES
SINGULAR_DETERMINERS = frozenset("a an another each every this".split())
#: Quantifiers that a plural follows.
PLURAL_QUANTIFIERS = frozenset("few many several numerous various".split())
PLURAL_DETERMINERS = PLURAL_QUANTIFIERS | {"these", "those"}

# Pronouns

#: Subject forms that are no object.
NOMINATIVES = frozenset("i he she we they".split())
#: Subject forms a verb agrees with plainly: without `you`.
SUBJECTS = NOMINATIVES | {"it"}
SUBJECT_PRONOUNS = SUBJECTS | {"you"}
#: Object forms that are nothing else.
OBJECTS = frozenset("me him us them".split())
REFLEXIVES = frozenset("myself yourself himself herself itself ourselves yourselves themselves".split())
PERSONS = frozenset("anybody anyone everybody everyone nobody somebody someone".split())
#: All of them take a verb in the singular.
INDEFINITES = PERSONS | {"everything", "nothing"}

# Asking and relating

RELATIVES = frozenset("which who whom whose".split())
QUESTION_WORDS = RELATIVES | {"how", "what", "when", "where", "why"}
#: Relatives that hold their own noun: whatever he says.
FREE_RELATIVES = frozenset("what whatever whoever whichever".split())

# Auxiliaries

#: Forms of `be` that agree in number.
FINITE_BE = frozenset("is are was were".split())
BE = FINITE_BE | {"am", "be", "been", "being"}
FINITE_HAVE = frozenset("has have had".split())
HAVE = FINITE_HAVE | {"having"}
FINITE_DO = frozenset("do does did".split())
PRIMARY_AUXILIARIES = FINITE_BE | FINITE_HAVE | FINITE_DO
MODALS = frozenset("can could may might must shall should will would".split())
NOT_DO = frozenset("don't doesn't didn't don’t doesn’t didn’t".split())
NOT_MODALS = frozenset(
    "can't cannot can’t couldn't couldn’t mustn't mustn’t shouldn't shouldn’t won't won’t wouldn't wouldn’t".split()
)
#: All of them, negated or not.
ANY_MODALS = MODALS | NOT_MODALS
FINITE_SINGULAR = frozenset("is was has does".split())
#: Auxiliaries that only a singular subject has, negated too.
SINGULAR_AUXILIARIES = FINITE_SINGULAR | frozenset("isn't isn’t wasn't wasn’t hasn't hasn’t doesn't doesn’t".split())
#: Auxiliaries that no singular subject has, `i` and `you` apart.
PLURAL_AUXILIARIES = frozenset("are were have do aren't aren’t weren't weren’t haven't haven’t don't don’t".split())

# Prepositions

#: Prepositions that are nothing else: a noun has to follow.
SURE_PREPOSITIONS = frozenset(
    "against amid among at between despite during for from into of onto per toward towards upon via with within "
    "without".split()
)
#: The commonest ones.
COMMON_PREPOSITIONS = frozenset("at by for from in into of on to with".split())
#: Prepositions of a verb's direction, adverbs too: came down the stairs, went away.
DIRECTIONS = frozenset("along around away back by down in off on out over round through under up".split())

# Conjunctions

COORDINATORS = frozenset("and but or nor".split())
#: What opens a clause, and stands before a noun phrase too.
CLAUSE_PREPOSITIONS = frozenset("after as before but except like once since than till until".split())
#: What opens a clause that hangs on another, and never a noun phrase.
SUBORDINATORS = frozenset("although because if though unless whereas whether while".split())

# Adverbs

#: Adverbs between a subject and its verb.
MIDDLE_ADVERBS = frozenset("also always just never often only really still usually".split())

# Numerals

SMALL_COUNTS = frozenset("two three four five six seven eight nine ten eleven twelve".split())
TEENS = frozenset("thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split())
TENS = frozenset("twenty thirty forty fifty sixty seventy eighty ninety".split())
#: The numerals from two, spelt in one word.
COUNTS = SMALL_COUNTS | TEENS | TENS
SCALES = frozenset("hundred thousand million billion trillion".split())
#: The ordinals in one word, with their numbers.
ORDINALS = dict(zip(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth "
    "ninetieth".split(), [*range(1, 21), *range(30, 100, 10)], strict=True,
))  # fmt: skip
