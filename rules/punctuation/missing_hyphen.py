"""The hyphen of a fixed compound is missing.

Why it happens: the source has no hyphens (Chinese, Japanese, Arabic), or the engine's tokeniser cut the compound
and the pieces were not joined again.

How it is found: a prefix that never stands alone (`anti missile`, `Russo Japanese`, `non nuclear`), `self` before
its usual partners (`self defense`), `so called` before a noun, two states before a word of relation (`Japan US
alliance`), and `Asia Pacific` before a common noun.

What it leaves alone: the words by themselves (`the anti side`, `non grata`, `post office`, `his other self`), closed
compounds (`antitrust`), names of companies (`Tokyo Asia Pacific Ltd`), Latin phrases, and lists.
"""

from collections.abc import Container, Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import kind
from mtqa.knowledge.words import OPENING_DETERMINERS
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    measured=("figures: docs/rules/punctuation.md",),
)

BAD = [
    "They talked about the deployment of an [[anti missile]] system.",
    "The [[Russo Japanese]] consultations went on for two days.",
    "The air [[self defense]] force took off at once.",
    "It serves peace in the [[Asia Pacific]] region.",
    "The new [[China US]] trade talks begin on Monday.",
    "He refuted the [[so called]] missile statement.",
    "They are [[non nuclear]] states and will remain so.",
    "[[Sino US]] relations are good.",
    "The [[Japan US]] military alliance grew stronger.",
]

GOOD = [
    "The anti-missile system and the antitrust law are in force.",
    "He is persona non grata, a condition sine qua non, and a non sequitur.",
    "The post office is so called because of its clerks.",
    "He was his old self again: self is all he knows.",
    "Asia Pacific Economic Cooperation is a forum; Acme Asia Pacific is a firm.",
    "Is she for it? He is anti, and non-stop at that.",
    "Teams from Japan, US and China met for trade talks.",
    "Sales in Asia Pacific grew.",
    "Anti Mero is a Finnish name, and Non Grata a band.",
    "Anglo American is a mining company.",
    "The Hong Kong China trade office is open.",
    "In China US firms trade freely.",
]

_PREFIXES = frozenset("anti non sino russo franco greco indo semi pseudo quasi".split())
_NATIONAL = frozenset("sino russo franco greco indo anglo".split())
_SELF = frozenset(
    "defense defence determination employed employment sufficient sufficiency confidence esteem reliance reliant "
    "discipline respect interest restraint control imposed made taught driving study help portrait styled "
    "proclaimed evident conscious rule government governing immolation inflicted righteous examination criticism "
    "isolation quarantine redemption improvement operated owned funded".split()
)
_LATIN = frozenset("grata sequitur qua placet plus obstante est compos licet liquet nova human".split())
_RELATION = frozenset(
    "relations relation relationship ties alliance talks trade treaty border dialogue cooperation summit "
    "negotiations pact agreement conflict war friendship partnership confrontation rivalry dispute tensions".split()
)
_BETWEEN = frozenset("military trade bilateral economic security strategic joint nuclear diplomatic tariff".split())
_US = frozenset({"US", "U.S.", "UK", "EU"})


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the compound without its hyphen."""
    find = document.analysis.find
    for sentence, i in find(*_PREFIXES, "anglo"):
        yield from _prefix(sentence, i)
    for sentence, i in find("self"):
        if _next(sentence, i, _SELF) and not (i and sentence.tokens[i + 1].capitalised):  # Self Defense Forces
            yield _match(sentence, i, 2)
    for sentence, i in find("so"):
        tokens = sentence.tokens
        if _next(sentence, i, ("called",)) and i and i + 2 < len(tokens):
            before, behind = tokens[i - 1], tokens[i + 2]
            noun = english().tags(behind.lower)[:1] in ("N", "S", "J", "P") and behind.kind == "word"
            if noun and before.lower in OPENING_DETERMINERS and behind.space:
                yield _match(sentence, i, 2)
    for sentence, i in find("asia"):
        tokens = sentence.tokens
        if not _next(sentence, i, ("pacific",)) or not tokens[i + 1].capitalised or i + 2 >= len(tokens):
            continue
        behind = tokens[i + 2]
        common = behind.kind == "word" and behind.text.islower() and english().tags(behind.lower)[:1] in ("N", "S", "J")
        if common and (not i or not tokens[i - 1].capitalised):
            yield _match(sentence, i, 2)
    yield from _states(document)


def _prefix(sentence: Sentence, i: int) -> Iterator[Match]:
    """A prefix that never stands alone, before a word it can be joined to."""
    tokens = sentence.tokens
    if i + 1 >= len(tokens) or not tokens[i + 1].space or tokens[i + 1].kind != "word":
        return
    prefix, word = tokens[i], tokens[i + 1]
    if prefix.lower in _NATIONAL:
        if not prefix.capitalised or not (kind(word.text) == "adjective" or word.text in _US):
            return
        if prefix.lower == "anglo" and word.text == "American":
            return
        yield _match(sentence, i, 2)
        return
    if (prefix.capitalised and (i or word.capitalised)) or word.lower in _LATIN or prefix.text.isupper():
        return
    if i and (tokens[i - 1].text in "“\"'‘-–—/" or english().tags(tokens[i - 1].lower)[:1] in ("F", "X")):
        return
    lexicon = english()
    common = word.text.islower() and lexicon.tags(word.lower)[:1] in ("N", "S", "J", "G", "E")
    if common or (prefix.lower == "anti" and kind(word.text) == "adjective"):
        yield _match(sentence, i, 2)


def _states(document: Document) -> Iterator[Match]:
    """Two states side by side before a word of relation."""
    for sentence, i in document.analysis.find(*sorted(_RELATION)):
        tokens = sentence.tokens
        last = i - 1
        if last > 0 and tokens[last].lower in _BETWEEN:
            last -= 1
        if last < 1 or not tokens[last].space or not (_state(tokens[last - 1]) and _state(tokens[last])):
            continue
        if last > 1 and tokens[last - 2].lower in ("in", "and", ",", "with", "from", "hong", "between"):
            continue
        yield _match(sentence, last - 1, 2)


def _state(token: Token) -> bool:
    return token.text in _US or kind(token.text) == "name"


def _next(sentence: Sentence, i: int, words: Container[str]) -> bool:
    tokens = sentence.tokens
    return i + 1 < len(tokens) and tokens[i + 1].space and tokens[i + 1].lower in words


def _match(sentence: Sentence, first: int, count: int) -> Match:
    tokens = sentence.tokens[first : first + count]
    joined = "-".join(token.text for token in tokens)
    return Match(sentence.segment, tokens[0].start, tokens[-1].end, f"The hyphen is missing in “{joined}”.", (joined,))
