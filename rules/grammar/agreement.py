"""The verb does not agree with its subject in number or person.

Why it happens: Chinese, Japanese and Korean verbs do not agree, Russian and Arabic ones do in other ways, and a
noun between subject and verb draws the verb to itself: `they was`, `the impact of the measures are`.

How it is found: pronouns right before the verb; noun phrases that open a sentence or a clause with `that`,
`because`, `if` and the like, whose head the lexicon knows in one number only, with `of`-phrases passed over; a
singular with an owner, an inserted `as always`, `of course` or the like in commas, and a base form (`its policy, of
course, remain`); `there is` before `many`, `several` or a number; `people`, `those` and plural nouns with `who is`.

What it leaves alone: collectives (`the government are`), quantities (`a number of countries are`, `ten years is`),
the subjunctive (`if he were`, `suggest that he go`), inversion, dialect in speech and verse (`he don't`), subjects
joined by `and`, and verbs that stand as nouns: with another verb or a noun behind them (`a header write fails`, `the
base configure script`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import (
    FINITE_SINGULAR,
    INDEFINITES,
    MODALS,
    NOT_DO,
    OPENING_DETERMINERS,
    PLURAL_AUXILIARIES,
    PRIMARY_AUXILIARIES,
    SINGULAR_AUXILIARIES,
    SUBORDINATORS,
)
from mtqa.rule import Rule
from mtqa_rules.grammar._forms import base_only, is_adjective, is_plural, is_plural_only, may_be_singular, tags
from mtqa_rules.grammar._numbers import COLLECTIVE, QUANTITY

rule = Rule(
    category="fluency/grammar",
    severity="minor",
    measured=(
        "newstest2020: 3 findings, 2 right, 1 doubtful",
        "clean news and commentary: 1 in 112k words, an author's slip",
    ),
)

BAD = [
    "[[They was]] late for the talks.",
    "He said that [[he have]] no plan.",
    "[[It are]] the largest bank in Asia.",
    "[[The results was]] announced on Monday.",
    "[[The impact of these measures are]] small.",
    "He believes that [[the new rules is]] too hard.",
    "[[There is many]] problems in the region.",
    "[[The student are]] in the hall.",
    "[[The leaders of the country has]] agreed.",
    "These are [[people who is]] ill.",
    "[[We has]] no choice, but [[she do]] not know.",
    "[[He believe]] that the talks failed.",
    "[[The minister announce]] new talks every year.",
    "[[Everyone are]] happy.",
    "[[Japan's foreign policy, as always, continue]] to strengthen the ties.",
    "He said that [[the new tax, of course, remain]] in force.",
]
GOOD = [
    "The government are divided and the team have won; the majority are here.",
    "A number of countries are ready; the rest of the houses are empty.",
    "If he were here, I suggest that he go; as it were, it was good.",
    "Does he have a plan, and did it go well? May he rest in peace, so help him.",
    "He and she have a plan; neither you nor they are ready.",
    "Ten years is a long time; politics is hard; the news is good.",
    "One of the people who is ill is here; one of those who was there spoke.",
    "The Netherlands is small; the Times has said so; the United States is large.",
    "What happened to them is unclear, and the way they are is fine.",
    "There is a lot, there are a number of them, there is no one.",
    "The food and the wine are good; the poor are many.",
    "They insisted that she leave and let it go; make it stop.",
    "The number of cars has risen, and the price of shoes is high.",
    "Half of the people in the country have left.",
    "Japan's foreign policy, as always, continues. They insist that the tax, of course, remain.",
    "The tax and the law, of course, remain. Let the policy, as always, continue.",
    "The government, of course, disagree. His staff, however, remain.",
    "Whatever they do is right, and all they have is theirs.",
    "It were better for him that a millstone were hanged about his neck.",
    "“He don't drink,” said the barman. *He don't is what learners say.",
    "And he taketh with him Peter, and saith unto them what his soul knoweth. In his law doth he meditate.",
    "The hieroglyphics are hard to read, and the acoustics are poor.",
    "The courts demanded that everyone have papers and that the law do nothing about it.",
    "Writers since the war have used it; the right often oppose it; “by way of protest he resign[ed].”",
    "A long line of former members complain; a portion of the fruits are sold.",
    "The company whose products are sold is here; the law as drafted by ministers have it.",
    "This product relaunch marked a step; if a header create fails, the version publish time is kept.",
    "The third item in a create rule is the name. This year there are 300 of them.",
    "He met a woman in her twenties who is ill.",
]

_OWNED = re.compile(r"(?:^|[\":h]|R,)((?:T|H|P{1,3}')J{0,2}N{1,2})$")
#: Before a plural noun: `who` may belong to a noun further left, as in `a man in his twenties who is`.
_OTHER_HEAD = frozenset(("of", "one", "in"))
_PLURAL_PRONOUNS = frozenset("they we".split())
_OPENERS = (SUBORDINATORS - {"unless", "whereas"}) | {"since", "that", "when"}
_DOUBTFUL = frozenset("if though although whether".split())
_UNREAL = frozenset(
    "if were though wish wishes suggest suggests suggested insist insists insisted demand demands demanded recommend "
    "recommends recommended propose proposes proposed request requests requested require requires required ask asks "
    "asked urge urged urges important vital essential necessary imperative lest let make makes made help helps helped "
    "see saw hear heard watch have had order orders ordered crucial whether ensure proposal demanding insisting "
    "recommending suggesting better rather unless until till may".split()
)
_INVERTING = (
    PRIMARY_AUXILIARIES | MODALS | NOT_DO | frozenset("as can't let lets n't neither nor n’t so than won't".split())
)
_DETERMINERS = OPENING_DETERMINERS | frozenset("all no some such".split())


_LINKS = frozenset("of in for on from about between".split())


#: What speakers and singers say of one: `he don't`, `if the road don't`; engines do not.
_DIALECT = ("don't", "don’t")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the subject with its verb."""
    if document.analysis.archaic:
        return
    for match in _clashes(document):
        text = document.segments[match.segment].target
        spoken = text[match.start : match.end].endswith(_DIALECT)
        if not spoken or not _cited(document, match):
            yield match


def _cited(document: Document, match: Match) -> bool:
    """Whether a match stands in verse or in a quotation, or has the asterisk of what nobody says."""
    paragraph = document.analysis.paragraphs[match.segment]
    if paragraph.kind == "verse" or paragraph.text[match.start - 1 : match.start] == "*":
        return True
    return document.analysis.speech.quoted_at(match.segment, match.start)


def _clashes(document: Document) -> Iterator[Match]:
    find = document.analysis.find
    for sentence, i in find("he", "she", "it", "they", "we", "i"):
        if i + 1 < len(sentence.tokens) and _pronoun_clashes(sentence, i):
            yield _match(sentence, i, i + 1)
    for sentence, i in find(*sorted(INDEFINITES)):
        tokens = sentence.tokens
        subject = not i or tokens[i - 1].lower in ("that", "because", "but", ",", "and", "“", '"')
        if subject and i + 1 < len(tokens) and tokens[i + 1].lower in ("are", "have", "don't", "don’t"):
            if tokens[i + 1].lower == "have" and _unreal(sentence, i):
                continue
            yield _match(sentence, i, i + 1)
    for sentence, i in find("there"):
        tokens = sentence.tokens
        if i + 3 >= len(tokens) or tokens[i + 1].lower not in ("is", "was", "has") or tokens[i + 3].lower == "a":
            continue
        if tokens[i + 2].lower in ("many", "several", "various", "numerous"):
            yield _match(sentence, i, i + 2)
    for sentence, i in find("who"):
        tokens = sentence.tokens
        if i and i + 1 < len(tokens) and tokens[i + 1].lower in FINITE_SINGULAR:
            many = tokens[i - 1].lower in ("people", "those") or is_plural_only(tokens[i - 1])
            earlier = [token.lower for token in tokens[max(0, i - 7) : i - 1]]
            if many and _OTHER_HEAD.isdisjoint(earlier):
                yield _match(sentence, i - 1, i + 1)
    for sentence, i in find(*_INSERTED):
        first = _parted(sentence, document.analysis.letters(sentence), i)
        if first >= 0:
            yield _match(sentence, first, i + 2, i - 1 - len(_INSERTED[sentence.tokens[i].lower]))
    for sentence in document.analysis.sentences:
        if sentence.tokens[0].lower in _DETERMINERS:
            yield from _clause(sentence, 0)
    for sentence, i in find(*_OPENERS):
        tokens = sentence.tokens
        if tokens[i].lower == "since" and i and tokens[i - 1].kind != "punct":
            continue  # leaders since the war have
        if i + 1 < len(tokens) and tokens[i + 1].lower in _DETERMINERS:
            yield from _clause(sentence, i + 1)


#: Ends of what is inserted between subject and verb, with the words before: as always, of course, however.
_INSERTED = {
    "always": ("as",), "usual": ("as",), "ever": ("as",), "before": ("as",), "course": ("of",), "fact": ("in",),
    "example": ("for",), "instance": ("for",), "turn": ("in",), "however": (), "therefore": (), "moreover": (),
}  # fmt: skip


def _parted(sentence: Sentence, letters: str, i: int) -> int:
    """First token of a singular subject that an insertion ending at `i` parts from a base form; -1 if it is not so."""
    tokens = sentence.tokens
    before = _INSERTED[tokens[i].lower]
    comma = i - 1 - len(before)
    if comma < 2 or i + 3 >= len(tokens) or tokens[comma].text != "," or tokens[i + 1].text != ",":
        return -1
    if before and tokens[i - 1].lower != before[0]:
        return -1
    noun, verb = tokens[comma - 1], tokens[i + 2]
    if not base_only(verb) or verb.lower in ("be", "as") or not may_be_singular(noun):
        return -1
    if noun.lower in COLLECTIVE or noun.lower in QUANTITY:
        return -1
    found = _OWNED.search(letters[:comma])
    if found is None or tokens[found.start(1)].lower in ("these", "those", "all"):
        return -1
    earlier = [token.lower for token in tokens[max(0, found.start(1) - 9) : found.start(1)]]
    return found.start(1) if _UNREAL.isdisjoint(earlier) else -1


def _clause(sentence: Sentence, first: int) -> Iterator[Match]:
    """The clash in a clause whose subject begins with the determiner at `first`."""
    tokens = sentence.tokens
    head, verb = _subject(tokens, first)
    if not verb or tokens[verb].text[0].isupper():
        return
    noun, form = tokens[head], tokens[verb].lower
    if noun.lower in QUANTITY or noun.lower.endswith("ics"):
        return
    if is_plural(noun):
        if form in SINGULAR_AUXILIARIES or (tags(tokens[verb]) == "Z" and head == verb - 1):
            yield _match(sentence, first, verb)
    elif may_be_singular(noun) and noun.lower not in COLLECTIVE:
        if form in PLURAL_AUXILIARIES:
            unreal = bool(form in ("were", "weren't", "weren’t") and first and tokens[first - 1].lower in _DOUBTFUL)
            unreal = unreal or (form in ("have", "do", "were") and _unreal(sentence, first))
        elif base_only(tokens[verb]) and form not in ("as", "be") and not _stands_as_noun(tokens, verb):
            unreal = _unreal(sentence, first)
        else:
            return
        if not unreal:
            yield _match(sentence, first, verb)


def _stands_as_noun(tokens: list[Token], verb: int) -> bool:
    """Whether what looks like a verb is part of the subject: another verb or a noun stands right behind it."""
    return verb + 1 < len(tokens) and tags(tokens[verb + 1])[:1] in tuple("NSVZDEAM")


def _unreal(sentence: Sentence, first: int) -> bool:
    """Whether what stands before a subject asks for the subjunctive: `they demanded that the firm have`."""
    return not _UNREAL.isdisjoint(token.lower for token in sentence.tokens[max(0, first - 9) : first])


def _subject(tokens: list[Token], first: int) -> tuple[int, int]:
    """Indexes of the head noun and of the verb right behind the phrase that begins at `first`; 0, 0 if not plain.

    Adjectives, the noun, and phrases of a preposition and nouns behind it; anything else ends the search.
    """
    last = min(first + 12, len(tokens))
    at = first + 1
    while at < last and (is_adjective(tokens[at]) or tags(tokens[at])[:1] == "U"):
        at += 1
    if at >= last or not tokens[at].text[0].islower() or tags(tokens[at])[:1] not in ("N", "S"):
        return 0, 0
    while at + 1 < last and tags(tokens[at + 1]) in ("N", "S") and "S" not in tags(tokens[at]):
        at += 1
    head = at
    at += 1
    while at < last and tokens[at].lower in _LINKS:
        begun = at = at + 1
        while at < last and (
            (at == begun and tokens[at].lower in _DETERMINERS and tokens[at].lower != "that")
            or (tags(tokens[at])[:1] in tuple("NSJPU") and "Z" not in tags(tokens[at])[:1])
            or (tokens[at].kind == "word" and not tags(tokens[at]))
        ):
            at += 1
        if at == begun or tokens[at - 1].lower in _DETERMINERS:
            return 0, 0
    if at < last and tokens[at].lower == "there":
        return 0, 0  # this year there are
    if at < last and tags(tokens[at])[:1] == "R":
        at += 1
    return (head, at) if at < last and tokens[at].kind == "word" else (0, 0)


def _pronoun_clashes(sentence: Sentence, i: int) -> bool:
    tokens = sentence.tokens
    pronoun, verb = tokens[i].lower, tokens[i + 1].lower
    before = tokens[i - 1].lower if i else ""
    if before in ("and", "or", "nor", "&") and i > 1 and tokens[i - 2].kind != "punct":
        return False
    if pronoun in _PLURAL_PRONOUNS:
        clash = verb in SINGULAR_AUXILIARIES or (tags(tokens[i + 1]) == "Z" and tokens[i + 1].text.islower())
        return clash and before not in ("of", "what", "who", "than")
    if pronoun == "i":
        return (
            tokens[i].text == "I"
            and verb in ("is", "has", "does", "are")
            and (not i or before in ("that", "but", "because", "if", "when", ",", "“", '"'))
            and tokens[i + 1].text.islower()
        )
    if not tokens[i + 1].text.islower():
        return False
    if i + 2 < len(tokens) and tokens[i + 2].text == "[" and not tokens[i + 2].space:
        return False  # he resign[ed]
    plural = verb in PLURAL_AUXILIARIES and verb != "were"
    if not plural and not (english().tags(verb) == "V" and verb[-2:] != "ed"):
        return False
    earlier = {token.lower for token in tokens[max(0, i - 9) : i]}
    if not earlier.isdisjoint(_UNREAL):
        return False
    recent = {token.lower for token in tokens[max(0, i - 4) : i]}
    if not recent.isdisjoint(_INVERTING):
        return False
    if pronoun == "it":
        return plural and (not i or before in ("that", "which", "because", "but", ",", "and", "when"))
    return True


def _match(sentence: Sentence, first: int, last: int, end: int = 0) -> Match:
    """The finding from the subject at `first`, which ends before `end` or the verb, to the verb at `last`."""
    tokens = sentence.tokens
    subject = " ".join(token.text for token in tokens[first : end or last]).replace(" 's", "'s")
    return Match(
        sentence.segment,
        tokens[first].start,
        tokens[last].end,
        f"“{tokens[last].text}” does not agree with “{subject}”."
        if subject.lower() != "there is"
        else f"“{subject}” does not agree with “{tokens[last].text}”.",
    )
