"""A clause has lost its verb: `When you someone far away`, `To collect works of art from all over China.`.

Why it happens: the engine drops the verb, or makes the only verb of the sentence an infinitive, as if something
were to follow.

How it is found: a name with `mainly`, `currently` or the like and a preposition behind it, between two commas; a
pronoun subject right before an article, a possessive or another pronoun, behind `when`, `because` and the like or at
the start of the sentence; `can now` or the like right before an article; a full sentence of eight words or more
inside a paragraph that opens with `to` and a verb and has no word that can be a finite verb; `if`, `because` or
`unless` with a long noun phrase and nothing else up to the comma, behind which the main clause has its pronoun and
verb; a whole quotation that opens with a place and a comma and has nothing but an -ing form behind it.

What it leaves alone: `we the people`, `he himself`, `you two`, headlines and list items without a full stop,
sentences with a colon, a dash or quotation marks, aims and definitions (`To compare two drugs in adults.` at the head
of a paragraph, behind a question or another aim), and those with an order (`To join send a letter`), a pronoun before
its verb (`To see this we need only look`) or `means`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.words import ARTICLES, OPENING_DETERMINERS
from mtqa.rule import Rule

rule = Rule(category="fluency/grammar", severity="major", measured=("figures: docs/rules/garble.md",))

BAD = [
    "When [[you someone]] thousands of miles away, satellites are used.",
    "He went away because [[he his]] father at home.",
    "They stayed at home although [[they a]] new car.",
    "The house shows prints and posters. [[To collect]] classic works from more than 20 institutions in the country.",
    "[[She the]] letter to the editor on Monday.",
    "The surge goes back six years, [[Russia mainly in]] coastal areas such as the islands, to defend the territory.",
    "[[I that]] everything will be fine. [[I the]] photograph of this post in a room.",
    "The firm [[can now this]] technology to the fans. A course [[can actually the]] chances of success.",
    "The rules were made in May. [[To accelerate]] the construction of the advantages of upgrading of industry.",
    "[[If the issue of dialogue between Syria and the others on trade with Russia]], it should be understood.",
    "They left early, [[because the heavy rain in the north of the country]], they could not stay.",
    '"[[In Moscow, ratcheting up tensions in the region]]," Lavrov said at the meeting.',
]
GOOD = [
    "When you call someone far away, satellites are used.",
    "If you yourself want it, we the undersigned agree.",
    "To collect works of art from all over the country is the aim of the museum.",
    "To whom it may concern.",
    "To be or not to be: that is the question of the day in town.",
    "To build a new bridge from one side of the river to the other by May",
    "They all came, you two stayed, we both left.",
    "What he the stranger did was known to all.",
    "You idiot! You the boss?",
    "He did what he could not the day before. I, the undersigned, agree. He can now and the others will too.",
    "I that am born here, I the king! Nor could the men only the day before. As he would then, of course.",
    "She, the elder of the two, left.",
    "If the pain in the abdomen, water breaking or bleeding happens, go to a hospital.",
    "If the interests of the public, and the planet, are to be protected, it must change.",
    "Because the rain in the north of the country fell, they left. If in the end, it is bad, go.",
    "“In Moscow, walking around Red Square, I saw him,” Lavrov said. “In Moscow, last year,” he said.",
    "He left because of the rain in the north of the country, it is said.",
    "To subscribe send a letter with the name of the list to the office.",
    "To join visit the office on the second floor with a friend.",
    "To see the folly of this claim we need only to turn to the book.",
    "To claim otherwise means to misunderstand the history of the place.",
    "To sum up in a few plain words of one syllable: nonsense.",
    "To compare the effect of two drugs on the blood pressure of adults with diabetes. We took 60 patients.",
    "Why do they come? To look for work in one of the many new plants of the region.",
    "Her aim is clear. To win the title in front of a crowd of her own people in May.",
    "Because the linkable targets link against these static libraries, they are also made direct parts of them.",
]

_MODALS = ("can", "could", "will", "would", "should", "must", "may")
_MODAL = re.compile(r"MR{1,2}[TI]")
_REACH = 60  # tokens before a modal in which a question word is looked for
_NO_VERB = ARTICLES | {"of", "this"}
_ADVERBS = ("mainly", "mostly", "currently", "primarily", "now", "already")
_NAME = re.compile(r"(?<=[,;])(P{1,3}R)(?=I[TJNSPUjI]{1,12}[,.;])")
_CLAUSE = re.compile(r"B((?:T|P')[TJNSPUwjICHK']{6,40}),O[Mbvd]")
_QUOTE = re.compile(r'"(I[TH]?P{1,3},G[TJNSPUwjsIQCHKR\']{2,40}),?"(?:P{1,4}|O|T[NJ]{1,2})[mDZ]')
_CONJUNCTIONS = ("when", "because", "if", "although", "though", "while", "unless", "until")
_SUBJECTS = frozenset("he she they".split())
_AFTER = frozenset("a an the his their its our my your him them us someone somebody everyone everybody".split())
_FINITE = re.compile(r"[bvdMZDms':\"(;,-]|(?<!^t)(?<!t)V|^tVw[TH]")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag clauses without a verb."""
    analysis = document.analysis
    for sentence, i in analysis.find(*_CONJUNCTIONS):
        tokens = sentence.tokens
        if i + 3 < len(tokens) and (tokens[i + 1].lower in _SUBJECTS or tokens[i + 1].text in ("you", "we")):
            yield from _pronoun(sentence.segment, tokens, i + 1)
    for sentence, i in analysis.find(*sorted(_SUBJECTS)):
        if i == 0 and len(sentence.tokens) > 4 and sentence.closed and sentence.tokens[1].lower not in _PEOPLE:
            yield from _pronoun(sentence.segment, sentence.tokens, 0)
    for sentence, i in analysis.find("i"):
        tokens = sentence.tokens
        if not i and len(tokens) > 5 and tokens[-1].text == "." and tokens[1].text in OPENING_DETERMINERS:
            yield from _pronoun(sentence.segment, tokens, 0)
    for sentence, i in analysis.find(*_MODALS):
        yield from _modal(sentence, analysis.letters(sentence), i)
    for sentence, i in analysis.find(*_ADVERBS):
        letters = analysis.letters(sentence)
        if 1 < i < len(letters) - 2 and (match := _NAME.search(letters, max(i - 4, 0), i + 20)):
            tokens = sentence.tokens
            if match.end(1) - 1 == i:
                message = f"“{tokens[i - 1].text} {tokens[i].text} …” has no verb."
                yield Match(sentence.segment, tokens[match.start(1)].start, tokens[i + 1].end, message)
    for sentence, i in analysis.find("if", "because", "unless"):
        match = _CLAUSE.match(analysis.letters(sentence), i)
        tokens = sentence.tokens
        if match and not _hidden_verb(tokens, *match.span(1)):
            message = f"The clause with “{tokens[i].lower}” has no verb."
            yield Match(sentence.segment, tokens[i].start, tokens[match.end(1) - 1].end, message)
    for sentence, i in analysis.find('"', "“"):
        match = _QUOTE.match(analysis.letters(sentence), i)
        if match:
            tokens = sentence.tokens
            message = "The quotation is a sentence, but has neither subject nor verb."
            yield Match(sentence.segment, tokens[i + 1].start, tokens[match.end(1) - 1].end, message)
    for sentence, i in analysis.find("to"):
        if i == 0 and len(sentence.tokens) > 9 and sentence.tokens[-1].text == ".":
            letters = analysis.letters(sentence)
            tokens = sentence.tokens
            means = any(token.lower in ("means", "mean") for token in tokens)
            inside = _goes_on(analysis.paragraphs[sentence.segment].sentences, sentence)
            if letters.startswith("tV") and inside and not means and not _FINITE.search(letters):
                message = "The sentence has no verb but an infinitive."
                yield Match(sentence.segment, tokens[0].start, tokens[1].end, message, severity="minor")


_AIMS = frozenset(
    "aim aims goal goals purpose task mission objective objectives plan idea dream reason why how hope wish ambition "
    "intention motto advice priority".split()
)


def _goes_on(sentences: list[Sentence], sentence: Sentence) -> bool:
    """Whether a statement stands before the sentence that no infinitive answers: neither a question nor an aim."""
    at = bisect_left(sentences, sentence.start, key=lambda one: one.start)
    if not at:
        return False
    before = sentences[at - 1].tokens
    if before[-1].text != "." or before[0].lower == "to":
        return False
    return _AIMS.isdisjoint(token.lower for token in before)


def _hidden_verb(tokens: list[Token], start: int, end: int) -> bool:
    """Whether a noun in the clause may be its verb: because the targets link against them."""
    tags = english().tags
    return any(
        (tags(one.lower)[:1] == "S" and "V" in tags(two.lower))
        or (tags(one.lower)[:1] == "N" and "Z" in tags(two.lower))
        for one, two in pairwise(tokens[start:end])
    )


_PEOPLE = frozenset("him them us someone somebody everyone everybody".split())


def _pronoun(segment: int, tokens: list[Token], i: int) -> Iterator[Match]:
    one, two = tokens[i], tokens[i + 1]
    after = _AFTER | OPENING_DETERMINERS if one.text == "I" else _AFTER
    if two.text not in after or tokens[i + 2].kind == "punct":
        return
    if one.lower in ("we", "you") and two.text == "the":
        return
    message = f"A verb is missing between “{one.text}” and “{two.text}”."
    yield Match(segment, one.start, two.end, message)


def _modal(sentence: Sentence, letters: str, i: int) -> Iterator[Match]:
    """A statement whose modal has an adverb and then an article: the firm can now this technology."""
    tokens = sentence.tokens
    if not i or letters[i - 1] not in "NSPO" or tokens[-1].text == "?" or "W" in letters[max(0, i - _REACH) : i]:
        return
    match = _MODAL.match(letters, i)
    if match is None or tokens[match.end() - 1].text not in _NO_VERB or "B" in letters[max(0, i - 4) : i]:
        return
    message = f"“{tokens[i].text} {tokens[i + 1].text}” wants a verb."
    yield Match(sentence.segment, tokens[i].start, tokens[match.end() - 1].end, message)
