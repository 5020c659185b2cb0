"""A determiner stands without its noun.

Why it happens: the engine drops a word it cannot translate, or a name it cut out, and leaves the article or the
possessive before a preposition, a verb or a full stop: `the of the ministry`, `a and`, `in the.`

How it is found: a possessive `'s` behind a preposition, `according to` before a comma, an article, possessive or
`every` right before a word that can open nothing a determiner belongs to: a preposition, `and`, a form of `be`, or a
closing mark.

What it leaves alone: a phrase that stands before the adjective (`a by no means easy task`, `a for him rare
mistake`), `the have nots`, letters and names (`vitamin A is`, `The The`), broken-off speech (`the… the`),
hyphenated compounds (`the in-house team`), titles in quotes, a noun that comes later (`its, and their own,
survival`, `your or third parties' rights`), addresses and paths (`my.example.org`, `lib/a and lib/b`), keywords
(`a with statement`), variables (`the a and b sequences`), `oh my`, and
`her` and `his`, which stand alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import LETTERED
from mtqa.knowledge.words import COMMON_PREPOSITIONS, FINITE_BE, FINITE_HAVE, SURE_DETERMINERS
from mtqa.rule import Rule
from mtqa_rules.grammar._code import in_code, names_code

rule = Rule(
    category="fluency/grammar",
    severity="minor",
)

BAD = [
    "The minister spoke about [[the of]] the agency.",
    "She bought [[a and]] left.",
    "The army is in [[the.]]",
    "[[The was]] held in Moscow.",
    "He met [[their with]] pleasure.",
    "They signed [[an for]] peace.",
    "[[Every is]] different.",
    "It is one of [[the,]] he said.",
    "He took it in one [[of 's]] rooms. [[According to,]] around 50 people have left.",
    "She insisted on [[a.]] One in six has been owning [[a.]]",
]
GOOD = [
    "Vitamin A is good, and plan A and plan B are ready.",
    "The in-house team and the to-do list are here.",
    'The “of” is wrong; the "and" too; her is not hers.',
    "The… the man left; the -- well, the.",
    "He saw a by-election and the with-profits fund.",
    "This is theirs and mine is his; an A and a B.",
    "The Is-land and a to-and-fro; the then minister; a for-profit firm.",
    "China will never impose its will on Xi 'an, he wrote.",
    "The At-Bristol centre, The Who, and The Of are names.",
    "According to, among others, the mayor, it is so. He lives in 's-Hertogenbosch. It 's one of Bob 's.",
    "The list goes from a, b and c to z; the word begins with “a”, not with e. He was graded on a, b, c.",
    "They ensure its, and their own, survival; the, by necessity, narrow aims that follow are those of the few.",
    "It comes from the Greek words an, meaning without, and arche; it holds it as the state has its.",
    "In French, la and le are the.",
    "It forbids the use of your or third parties' legal rights; oh my, what a day.",
    "Close it by a with statement or the for loop; add the a and b sequences.",
    "Log in to my.example.org, then look into lib/a and lib/b.",
    "It is a by no means easy task, a for him rare mistake and the by then ill king's wish; the have nots lost.",
]

_INSERTED_AFTER_TO = frozenset("among for say at in inter well of".split())
_BEFORE_NAME = frozenset("of to in for with from by at on and against about after the".split())
_BEFORE_A = FINITE_HAVE | COMMON_PREPOSITIONS | {"was"}
_PREPOSITIONS = (COMMON_PREPOSITIONS - {"in", "on", "to"}) | {"about", "during", "onto"}
_FOLLOWERS = _PREPOSITIONS | (FINITE_BE | FINITE_HAVE | {"and", "or"})

#: Prepositions and the words they have in a phrase that stands before an adjective.
_INSERTED = {
    "by": frozenset(("no", "now", "then", "any", "all")),
    "for": frozenset(("me", "him", "her", "us", "them", "many", "some", "most", "once")),
    "have": frozenset(("not", "nots")),
}

#: Behind these `a` may be a letter or a grade.
_LETTERED = LETTERED | {"from"}
#: Behind these an article before a mark is quoted or broken off.
_MENTIONED = frozenset(("word", "words", ",", ":", "'", "’", "--", "…", "the", "a", "an", "is", "are"))


@rule.check
def check(document: Document) -> Iterator[Match]:
    for sentence, i in document.analysis.find("'s", "’s"):
        tokens = sentence.tokens
        if not i or i + 1 >= len(tokens) or tokens[i - 1].text not in _BEFORE_NAME:
            continue
        if tokens[i].space and tokens[i + 1].space and tokens[i + 1].kind == "word":
            text = f"{tokens[i - 1].text} {tokens[i].text}"
            yield Match(sentence.segment, tokens[i - 1].start, tokens[i].end, f"“{text}”: a name is missing.")
    for sentence, i in document.analysis.find("according"):
        tokens = sentence.tokens
        if [token.text for token in tokens[i + 1 : i + 3]] != ["to", ","] or i + 3 >= len(tokens):
            continue
        if tokens[i + 3].lower not in _INSERTED_AFTER_TO:
            yield Match(sentence.segment, tokens[i].start, tokens[i + 2].end, "Nobody is named behind “to”.")
    for sentence, i in document.analysis.find(*sorted(SURE_DETERMINERS)):
        tokens = sentence.tokens
        if i + 1 < len(tokens) and _alone(tokens, i):
            yield Match(
                sentence.segment,
                tokens[i].start,
                tokens[i + 1].end,
                f"“{tokens[i].text}” stands without its noun.",
            )


def _shared(tokens: Sequence[Token], at: int) -> bool:
    """Whether the noun comes later: `its, and their own, survival`, `the, by necessity, narrow view`."""
    ahead = tokens[at : at + 8]
    if not ahead or ahead[0].lower not in ("and", "or", "by", "in", "for", "to", "at", "of", "as", "therefore"):
        return False
    return any(token.text == "," for token in ahead[2:])


def _alone(tokens: Sequence[Token], index: int) -> bool:
    """Whether the determiner at `index` cannot belong to what follows."""
    token, following = tokens[index], tokens[index + 1]
    if in_code(tokens, index) or (token.lower == "my" and index and tokens[index - 1].lower in ("oh", "ah")):
        return False
    if following.lower in ("and", "or") and any(one.text[:1] in "'’" for one in tokens[index + 2 : index + 6]):
        return False  # your or third parties' rights
    if index and (token.text[0].isupper() or (token.text == "a" and tokens[index - 1].lower in _LETTERED)):
        return False
    if following.kind == "word":
        word = following.text
        if not following.space or word not in _FOLLOWERS:
            return False
        if (token.text == "A" and word not in _PREPOSITIONS) or (token.text == "a" and word in ("or", "is")):
            return False
        behind = tokens[index + 2] if index + 2 < len(tokens) else None
        if behind is not None and (names_code(behind) or (len(behind.text) == 1 and behind.kind == "word")):
            return False  # a with statement; the a and b sequences
        if behind is not None and behind.lower in _INSERTED.get(word, ()):
            return False
        return behind is None or behind.space or behind.text in (",", ".")
    if following.text not in (".", ",", ";", "?") or following.space:
        return False
    if token.lower == "a" and (not index or not _wants_noun(tokens, index)):
        return False
    if following.text == "," and _shared(tokens, index + 2):
        return False
    if index + 2 < len(tokens) and tokens[index + 2].text == ".":
        return False  # the. . . committee
    if token.lower == "its" and index and tokens[index - 1].lower in ("has", "have", "had"):
        return False  # as the state has its.
    return not index or tokens[index - 1].text not in _MENTIONED


def _wants_noun(tokens: Sequence[Token], index: int) -> bool:
    """Whether `a` before a mark is no letter: behind a preposition or a verb, with no other lone letter about."""
    before = tokens[index - 1]
    if _is_letter(tokens, index):
        return False
    return before.text in _BEFORE_A or (before.kind == "word" and before.text.endswith("ing") and len(before.text) > 5)


def _is_letter(tokens: Sequence[Token], index: int) -> bool:
    """Whether other single letters or quotation marks stand near."""
    near = [*tokens[max(0, index - 6) : index], *tokens[index + 1 : index + 6]]
    return tokens[index].text != "a" or any(
        token.text in "“”\"‘'(/" or (len(token.text) == 1 and token.kind == "word" and token.lower != "a")
        for token in near
    )
