"""A participle where the past tense belongs, or the past tense where the participle does.

Why it happens: many languages have one form for both, and the engine lacks the auxiliary: `he gone home`, `the
wore shirt`.

How it is found: `he`, `she`, `we`, `they`, `I` or a lone given name or a noun with its determiner at the start of a
clause right before a form that is a participle only, where the sentence has no other verb; an article right before a
form that is a past tense only, with a noun behind it.

What it leaves alone: reduced clauses (`the man known as`), headlines, questions and conditions (`Had he gone`, `has
she seen it`), `the felt hat`, `the bore`, forms that are both (`the cut price`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import NOMINATIVES
from mtqa.rule import Rule
from mtqa_rules.grammar._forms import past_only, tags
from mtqa_rules.grammar._given import MEN, WOMEN

rule = Rule(
    category="fluency/grammar",
    severity="minor",
    measured=(
        "JFLEG 1 in learners' sentences, 0 in the corrected; DEMETR 0 damaged, 0 undamaged; BLiMP 118 bad, 0 good",
        "clean news and commentary: 0 in 112k words; newstest2020 0",
    ),
)

BAD = [
    "[[He gone]] home in May.",
    "The sun shone, and [[they taken]] the road.",
    "[[Susan known]] the way.",
    "[[The wore]] shirt is grey.",
    "She sold [[a hid]] hat to them.",
    "[[We eaten]] too much.",
    "The [[women broken]] all of the glasses.",
    "Most [[ministers forgotten]] their promise.",
    "[[The forgot]] town is in the north.",
]
GOOD = [
    "Had he gone home? Has she seen it? Have they eaten?",
    "The man known as Bob has gone; once taken, it works.",
    "Neither has he written, nor had they known the way.",
    "The felt hat, the cut price, the lost war, the bore and the saw.",
    "Susan, known for it, left; Susan Taken is a name.",
    "Never have we seen it, and so had I gone too.",
    "Mary seen at rally with king",
    "Not only had they, he and she, taken it.",
    "The broke students and the ate-it-all crew.",
    "The road not taken. A promise broken. The book taken from the shelf. The prize given the winner.",
    "The man seen this week. The houses hidden by the trees and the roads taken by the army.",
    "The things he done and dusted are few.",
]

_PARTICIPLES = (
    "taken", "gone", "eaten", "known", "hidden", "worn", "driven", "spoken", "sung", "written", "given", "seen",
    "done", "begun", "broken", "chosen", "drawn", "fallen", "flown", "forgotten", "frozen", "grown", "ridden", "risen",
    "shaken", "stolen", "thrown", "torn", "drunk", "swum", "rung", "shown", "woken", "bitten", "beaten",
)  # fmt: skip
_PASTS = (
    "wore", "hid", "took", "knew", "forgot", "ate", "drove", "spoke", "wrote", "gave", "went", "became", "began",
    "chose", "drew", "flew", "froze", "grew", "threw", "tore", "stole", "shook", "swore", "woke",
)  # fmt: skip
_ARTICLES = frozenset("the a an this these his her their".split())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the subject or article with the form."""
    find = document.analysis.find
    for sentence, i in find(*_PARTICIPLES):
        tokens = sentence.tokens
        if not i or i + 1 >= len(tokens) or not tokens[i].text.islower() or not sentence.closed:
            continue
        subject = tokens[i - 1]
        opens = i == 1 or tokens[i - 2].lower in (",", ";", "because", "when") or _joined(sentence, i - 2)
        named = i == 1 and (subject.lower in MEN or subject.lower in WOMEN) and subject.text[0].isupper()
        if 1 < i < 4 and _phrase(sentence, i):
            yield _match(sentence, i, "“{}” is a participle; the past tense or an auxiliary is due.")
            continue
        if not (named or (subject.lower in NOMINATIVES and opens)) or _verb(sentence, i, named):
            continue
        yield _match(sentence, i, "“{}” is a participle; the past tense or an auxiliary is due.")
    for sentence, i in find(*_PASTS):
        tokens = sentence.tokens
        if not i or i + 1 >= len(tokens) or tokens[i - 1].lower not in _ARTICLES or not past_only(tokens[i]):
            continue
        if tags(tokens[i + 1])[:1] in ("N", "S") and tokens[i + 1].text.islower() and tokens[i + 1].space:
            if tokens[i - 1].lower in ("her", "this", "these"):
                continue
            yield _match(sentence, i, "“{}” is a past tense; the participle is due.")


def _phrase(sentence: Sentence, i: int) -> bool:
    """Whether a noun phrase opens the sentence, the participle has an object, and there is no other verb."""
    tokens = sentence.tokens
    first, noun, behind = tokens[0], tokens[i - 1], tokens[i + 1]
    if tags(first)[:1] not in ("T", "H") and first.lower not in ("most", "many", "some", "several", "all"):
        return False
    if tags(noun)[:1] not in ("N", "S") or tokens[i].lower in ("given", "shown", "done", "seen"):
        return False
    if tags(behind)[:1] not in ("T", "H") or tokens[min(i + 2, len(tokens) - 1)].lower in _TIMES:
        return False
    rest = tokens[1 : i - 1] + tokens[i + 1 :]
    return not any(tags(token)[:1] in tuple("ADMZVB") or token.text in ",:;—–" for token in rest)


_TIMES = frozenset("day week month year time morning evening night summer winter spring decade century".split())


def _joined(sentence: Sentence, at: int) -> bool:
    """Whether token `at` is `and` or `but` behind a comma."""
    tokens = sentence.tokens
    return at > 0 and tokens[at].lower in ("and", "but") and tokens[at - 1].text == ","


def _verb(sentence: Sentence, i: int, named: bool) -> bool:
    """Whether a verb near by may go with the participle: an auxiliary before it, a finite verb behind."""
    tokens = sentence.tokens
    before = tokens[max(0, i - 12) : i - 1]
    if any(tags(token)[:1] in ("A", "M") for token in before):
        return True
    return named and any(tags(token)[:1] in tuple("ADMZ") for token in tokens[i + 1 : i + 30])


def _match(sentence: Sentence, i: int, message: str) -> Match:
    tokens = sentence.tokens
    return Match(sentence.segment, tokens[i - 1].start, tokens[i].end, message.format(tokens[i].text))
