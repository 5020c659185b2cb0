"""A stretch of words in an order no English sentence has.

Why it happens: the engine keeps the order of the source, loses the thread of a long sentence, or puts pieces of
several renderings one after the other.

How it is found: several neighbours within twelve words that do not go together, each by two signs at once: the word
classes hardly ever stand in that order (`could after`, `of accelerate`, `royal a`), and the two words are not among
the 242,000 pairs that people write most, though both are common. Where they are only just enough, the finding is
minor.

What it leaves alone: one odd pair alone, the end of a clause that is itself a subject (`what he had | was luck`, `the
only wish he could have | was`), superlatives with a clause of their own (`the youngest the town has had`), `.gov`,
code, names and capitals, headlines, `the more … the better`, `rather than accept`, `from above comes`, `good enough
to`, a pair that stands twice (`smashing the state and smashing the machine`), what an ellipsis breaks off, and texts
in which most words are no English.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import NOMINATIVES
from mtqa.rule import Rule
from mtqa_rules.garble._odd import ODD, inverted, oddity
from mtqa_rules.grammar._forms import in_code

rule = Rule(
    category="fluency/unintelligible",
    severity="major",
    measured=("figures: docs/rules/garble.md",),
)

BAD = [
    "The minister said on Friday that the the road [[will opened to new before be harbour the]] end of the year.",
    "Many of the people who live in the [[of heard the town not about have plans the]] council.",
    "She told court that never the had [[letters the seen she which]] the police found in his house.",
    "The company wants to build two [[plants demand in more south its the because]] for cars has grown.",
    "If the talks fail, [[the could both that measures back sides go]] to they agreed on last year.",
    "Many of the who the people [[not town heard in have]] live about the plans of the council.",
]

GOOD = [
    "What it is is a mess, and what he said that that was is worse.",
    "The faster you run, the more scenery you see and the less you talk.",
    "It was Trudeau himself who dug the pit he fell into.",
    "The pandemic means few clubs will be spending big this summer.",
    "All we need to do is reach what he calls the land of plenty.",
    "Micro-particles a person takes in throughout the year are harmless, or so they say.",
    "Those who can do; those who cannot teach; those who cannot teach consult.",
    "There is always a but. It is a case of either/or. The answer to the question is always a but.",
    "“What we didn't have was luck,” he said; all they have are debts, and what she had was nerve.",
    "The house he lived in was the one he had once wanted to be rid of.",
    "Off went the lights, in came the cake and out went the candles.",
    "Ever so slowly up the hill went the old, the tired and the brave.",
    "Rather than accept that members no longer supported them, they sank to depths nobody knew they could sink to.",
    "Can shared offices help? Any profits made will be used rather than saved, and the rest imposes its will upon us.",
    "Freedom from . . . and freedom to . . . are two; pressure from above continues even if that from below ends.",
    "If one is old enough to vote, one is old enough to drive, excluding anyone whom a court has barred from it.",
    "Out went the carpets, in came the robots; off went the lights, down came the curtain, and up went a cheer.",
    "This is the man whose house the men who had been there that day burnt down.",
    "She is the youngest the Netherlands has had. The only gripe you could have was that it rained first.",
    "There came out of the hills a race whose one talent was to buy cheap and sell dear.",
    "Store it in your .profile or .cshrc, or ask an .edu or .gov address; he sort of has to move to where work is.",
    "You may for example need to import it; it will if possible encode such strings again.",
    "They moved further forward, founding the town, taking the hill and leaving those who could not.",
]

#: What opens a clause that may be a subject.
_HEADS = frozenset("what all whatever everything anything nothing thing things least most best how where why".split())
_REACH = 12  # words
_ENOUGH = 4
_CERTAIN = 5
_FINITE = frozenset("bvdMZDms")
_SUBJECTS = NOMINATIVES | {"you"}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the stretch from the first to the last odd pair."""
    paragraphs = document.analysis.paragraphs
    for sentence, letters in document.analysis.tagging:
        if len(letters) < 5:
            continue
        spots = [i for i in range(len(letters) - 1) if letters[i : i + 2] in ODD]
        if len(spots) > 1 and "TK" not in letters and paragraphs[sentence.segment].running:
            yield from _stretches(sentence, letters, spots)


def _clause_ends(sentence: Sentence, letters: str, i: int) -> bool:
    """Whether a clause that is the subject ends between two words: what he had | was luck."""
    if letters[i : i + 3] == "TC." or (letters[i : i + 2] == "C." and i and letters[i - 1] == "T"):
        return True  # there is always a but
    if letters[i + 1] not in "bv" or letters[i] not in "VvIDZM":
        return False
    if any(token.lower in _HEADS for token in sentence.tokens[max(0, i - 8) : i]):
        return True
    # the only wish he could have | was
    return any(
        letters[k] in "NS" and sentence.tokens[k + 1].lower in _SUBJECTS for k in range(max(0, i - 4), max(0, i - 1))
    )


def _explained(sentence: Sentence, letters: str, i: int) -> bool:
    """Whether what stands around an odd pair explains it: an ellipsis, a question, a phrase put in, a will."""
    two = letters[i : i + 2]
    tokens = sentence.tokens
    if inverted(tokens, i):
        return True  # out went the carpets, in came the robots
    if in_code(tokens, i) or in_code(tokens, i + 1):
        return True
    if two in ("MI", "MB") and i + 3 < len(tokens) and "V" in english().tags(tokens[i + 3].lower.rpartition("-")[2]):
        return True  # you may for example need; it will if possible store
    if two[1] == "." and letters[i + 2 : i + 3] == ".":
        return True  # and . . . so on
    if two[0] == "M":
        before = letters[i - 1] if i else "."
        if before in "THJ" or (before in '.":;' and two[1] in "mTJ"):
            return True  # its will upon the others; can centralised planning meet the needs
    if two == "mM":
        return True  # any profits generated will be shared
    if two[1] == "." and (letters[i - 1 : i + 1] == "vv" or (tokens[i + 2 : i + 3] and not tokens[i + 2].space)):
        return True  # all the town has had; your .profile
    if two == "LT":
        return not _FINITE.isdisjoint(letters[i + 2 : i + 7])  # the youngest the town has had
    if tokens[i].lower == "of" and i and tokens[i - 1].lower in ("sort", "kind"):
        return True  # he sort of has to
    return _clause_ends(sentence, letters, i)


def _stretches(sentence: Sentence, letters: str, spots: list[int]) -> Iterator[Match]:
    tokens = sentence.tokens
    odd: list[tuple[int, int]] = []
    seen: set[tuple[str, str]] = set()
    for i in spots:
        weight = oddity(tokens[i], tokens[i + 1], letters[i : i + 2])
        pair = (tokens[i].lower, tokens[i + 1].lower)
        if weight and pair not in seen and not _explained(sentence, letters, i):
            odd.append((i, weight))
            seen.add(pair)  # said twice on purpose: `smashing the state and smashing the machine`
    begin = 0
    while begin < len(odd):
        end = begin
        score = 0
        best = begin
        while end < len(odd) and odd[end][0] < odd[begin][0] + _REACH:
            score += odd[end][1]
            end += 1
            if score >= _ENOUGH and end - begin > 1:
                best = end
        if best == begin:
            begin += 1
            continue
        # as long as more odd pairs follow closely, they are of the same stretch
        while best < len(odd) and odd[best][0] < odd[best - 1][0] + 6:
            best += 1
        first, last = odd[begin][0], odd[best - 1][0] + 1
        if tokens[last].kind == "punct":
            last -= 1
        severity: Severity = "major" if sum(weight for _, weight in odd[begin:best]) >= _CERTAIN else "minor"
        words = [tokens[i].text for i in range(first, last + 1)]
        text = " ".join(words if len(words) < 7 else [*words[:3], "…", *words[-3:]])
        yield Match(
            sentence.segment, tokens[first].start, tokens[last].end,
            f"The words are in no English order: “{text}”.",
            evidence={"odd pairs": best - begin}, severity=severity,
        )  # fmt: skip
        begin = best
