"""A verb stands in the wrong form after an auxiliary, “do” or “to”.

Why it happens: the source does not inflect, or the engine joins an auxiliary of one reading with the verb of
another: `did not went`, `has take`, `will goes`, `is announce`, `to became`.

How it is found: the auxiliary and the word behind it, adverbs passed over, where the lexicon allows the word no
other class: after modals and `do` anything but the base form; after `have` a base form or a past tense that is
no participle; after `be` a bare base form; after `to` a past tense that is no participle.

What it leaves alone: words that may be nouns or adjectives (`the will reported`, `have work`, `have create rights`),
questions and inversions (`Should reported cases rise`), clauses that explain an action (`What they did was create`),
values and code (`onFail can be warn, error or ignore`, `is require()`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import ANY_MODALS, BE, FINITE_DO, HAVE, NOT_DO, PRIMARY_AUXILIARIES, SUBJECTS
from mtqa.rule import Rule
from mtqa_rules.grammar._forms import base_only, in_code, inflected, past_only, tags

rule = Rule(
    category="fluency/grammar",
    severity="minor",
    measured=(
        "JFLEG: 11 of 11 findings right; newstest2020: 1, met by a human mark",
        "clean news and commentary: 0 in 112k words",
    ),
)

BAD = [
    "The delegation [[did not went]] to Moscow.",
    "He [[doesn't has]] a plan.",
    "The ministry [[has announce]] new talks.",
    "They [[have went]] home.",
    "Talks [[will begins]] on Monday.",
    "The plans [[were also announce]] yesterday.",
    "She wanted [[to became]] a lawyer.",
    "They [[can not agreed]] on a date.",
    "The army [[had began]] to retreat.",
    "The law must [[be announce]] at once.",
    "He [[did not even knew]] the way.",
]
GOOD = [
    "What they did was create a new state.",
    "Should reported cases rise, schools will close.",
    "Can related firms bid?",
    "The will reported lost was found.",
    "They have work to do and have set a date.",
    "He had left, and has put the house up for sale.",
    "All he has to do is understand it.",
    "It was to make peace that he came to reported scenes of joy.",
    "The firm has since become rich; it had not yet come.",
    "She did not only sing; she does not, said friends, dance.",
    "The money has, announce it or not, been spent.",
    "He may have, went the story, lied.",
    "Those who have know it; with that the powers that be agree.",
    "Programs have debug symbols, and all have create rights; the mode can be warn, error or ignore.",
    "All of them have append() and extend(); it is done at first (the context is connect) and later.",
    "If the module being require()d is old, there is require.cache to look at; its value may be deny or allow.",
]

_ADVERBS = frozenset(
    "not n't n’t also never always often now still even really already just soon ever only then".split()
)
_NOT = frozenset(("not", "n't", "n’t"))
#: Forms the lexicon counts as auxiliaries and not as verbs.
_AUXILIARY = (PRIMARY_AUXILIARIES - {"do", "have"}) | {"been"}
_CATENATIVE = frozenset(
    "want wants wanted able hope hopes hoped try tries tried trying decide decided decides plan plans planned agree "
    "refuse refused refuses continue continues continued fail failed fails began begin begins start started starts "
    "expected likely ready going need needs needed order has have had was is were are how supposed forced asked "
    "allowed managed seem seems seemed wish wished intends intend intended".split()
)


def _over_adverbs(sentence: Sentence, index: int) -> int:
    """Index of the first token from `index` on that is no adverb; three are passed over at most."""
    tokens = sentence.tokens
    last = min(index + 3, len(tokens))
    while index < last:
        lower = tokens[index].lower
        if lower not in _ADVERBS and not (lower.endswith("ly") and tags(tokens[index])[:1] == "R"):
            break
        index += 1
    return index


def _explains(sentence: Sentence, index: int) -> bool:
    """`What we do is …`, `All it takes is …`: a bare verb may follow."""
    before = sentence.tokens[max(0, index - 14) : index]
    return any(
        token.lower
        in (
            "what",
            "all",
            "do",
            "does",
            "did",
            "done",
            "doing",
            "thing",
            "things",
            "only",
            "job",
            "best",
            "least",
            "most",
            "better",
            "how",
            "step",
            "trick",
            "option",
            ":",
            "first",
            "“",
            '"',
        )
        for token in before
    )


@rule.check
def check(document: Document) -> Iterator[Match]:
    find = document.analysis.find
    for sentence, i in find(*sorted(ANY_MODALS)):
        at = _over_adverbs(sentence, i + 1)
        if at == len(sentence.tokens) or not sentence.tokens[i].text.islower() or not i:
            continue
        form = sentence.tokens[at].lower
        if form in _AUXILIARY:
            wrong = sentence.tokens[i - 1].lower in SUBJECTS
        else:
            wrong = inflected(sentence.tokens[at]) and form != "used" and _has_subject(sentence, i)
        if wrong:
            yield _match(sentence, i, at, "the base form")
    for sentence, i in find(*sorted(FINITE_DO | NOT_DO)):
        tokens = sentence.tokens
        negated = tokens[i].lower in NOT_DO or (i + 1 < len(tokens) and tokens[i + 1].lower in _NOT)
        at = _over_adverbs(sentence, i + 1)
        if not negated or at == len(tokens) or (i and tags(tokens[i - 1])[:1] == "W"):
            continue
        if inflected(tokens[at]) or tokens[at].lower in _AUXILIARY:
            yield _match(sentence, i, at, "the base form")
    for sentence, i in find(*sorted(HAVE)):
        at = _over_adverbs(sentence, i + 1)
        if at == len(sentence.tokens) or (i and sentence.tokens[i - 1].lower in ("who", "that", "to", "those")):
            continue  # `those who have know it`
        if in_code(sentence.tokens, at):
            continue  # they have append() and extend()
        if past_only(sentence.tokens[at]) or (base_only(sentence.tokens[at]) and not _before_noun(sentence, at)):
            yield _match(sentence, i, at, "the participle")
    for sentence, i in find(*sorted(BE)):
        at = _over_adverbs(sentence, i + 1)
        if i > 1 and [token.lower for token in sentence.tokens[i - 2 : i + 1]] == ["powers", "that", "be"]:
            continue
        if at == len(sentence.tokens) or not base_only(sentence.tokens[at]) or _is_value(sentence, at):
            continue
        if not _explains(sentence, i):
            yield _match(sentence, i, at, "a participle, or no form of “be”")
    for sentence, i in find("to"):
        tokens = sentence.tokens
        if not 0 < i < len(tokens) - 1:
            continue
        verb = tokens[i + 1]
        if tokens[i - 1].lower in _CATENATIVE and inflected(verb) and (past_only(verb) or _object(sentence, i + 2)):
            yield _match(sentence, i, i + 1, "the base form")


def _before_noun(sentence: Sentence, index: int) -> bool:
    """Whether a noun stands right behind: `they have create rights`."""
    return index + 1 < len(sentence.tokens) and tags(sentence.tokens[index + 1])[:1] in ("N", "S")


def _is_value(sentence: Sentence, index: int) -> bool:
    """Whether a word is one of the values something can have, or code: `can be warn, error or ignore`."""
    behind = sentence.tokens[index + 1 : index + 2]
    return in_code(sentence.tokens, index) or (bool(behind) and behind[0].text in (",", "or", ")"))


def _object(sentence: Sentence, index: int) -> bool:
    return index >= len(sentence.tokens) or tags(sentence.tokens[index])[:1] in ("T", "O", "H", "I")


def _has_subject(sentence: Sentence, index: int) -> bool:
    """Whether what stands before the modal may be its subject."""
    before = sentence.tokens[index - 1]
    if before.lower in SUBJECTS or before.lower in ("who", "which", "that"):
        return True
    classes = tags(before)
    return before.kind == "word" and (not classes or classes[0] in "NSPO")


def _match(sentence: Sentence, first: int, last: int, due: str) -> Match:
    tokens = sentence.tokens
    return Match(
        sentence.segment,
        tokens[first].start,
        tokens[last].end,
        f"“{tokens[first].text}” takes {due}, not “{tokens[last].text}”.",
    )
