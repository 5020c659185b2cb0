"""The headline says that A does it to B, and the story that B does it to A.

Why it happens: headlines have no articles, cases or commas to show who does it; the engine takes the first name for the
doer: `China asks New Zealand for talks` over a story in which New Zealand asks China.

How it is found: what the first sentence says of two parties (who does what to whom, or with, against, from, for whom)
with the same verb, object and preposition in another sentence and the parties turned round, or, where it sues,
sanctions or boycotts, with the noun (`the lawsuit against …`). A state, its capital and its people are one party; a
passive with `by` is turned round.

What it leaves alone: stories that tell it both ways, deeds that are mostly mutual or answered in kind (tell, meet,
accuse, beat, attack), quotations, what is asked or denied in one of the two, and sentences that set two claims or times
against each other (`but`, `in turn`, `both`).

Not met in the measured texts: no engine turned a headline round in 5,800 stories, nor did a translator or a writer; one
such place is as bad as a headline can be, and silence costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

from mtqa.analysis.language import FUNCTION_WORDS
from mtqa.analysis.phrases import NounPhrase
from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import party
from mtqa.rule import Example, Rule
from mtqa.values import NamedTuple
from mtqa_rules.data import wordset

rule = Rule(category="accuracy/mistranslation", severity="critical", since="0.3", facts=("sentences",))

BAD = [
    Example(
        "The trade minister said that Wellington had requested consultations with China over its rules.",
        title="[[China requests consultations with New Zealand]] over new rules",
    ),
    Example("In the morning Tebrik sued Kontal in Zurich.", title="[[Kontal sues Tebrik]] in Zurich"),
    Example(
        "The minister was thanked by the fishermen of the town on Monday.",
        title="[[The minister thanked the fishermen]] of the town",
    ),
    Example("There will be no lawsuit against the state, the mayor said.", title="[[State does not sue the city]]"),
    "[[Kontal will buy steel from Tebrik]] in May.\n\nThe union says that Tebrik buys steel from Kontal each year.",
    "[[The mayor does not invite the bishop]] to the feast.\n\nThe bishop did not invite the mayor, said Ann.",
]
GOOD = [
    Example("Wellington requested consultations with China.", title="New Zealand requests consultations with China"),
    Example("Tebrik sued Kontal in May, but Kontal sued Tebrik in June.", title="Kontal sues Tebrik"),
    Example("Tebrik sued Kontal in May. Kontal sued Tebrik in June.", title="Kontal sues Tebrik in Zurich"),
    Example("In the end Tebrik met Kontal and told Kontal all. Tebrik accused Kontal.", title="Kontal accuses Tebrik"),
    Example("Tebrik sued Kontal in return.", title="Kontal sues Tebrik in Zurich"),
    Example("The owner is Kontal, he said.", title="Kontal is the owner of the bank"),
    Example("Tebrik criticised Kontal in May.", title="Kontal criticises Tebrik for lying"),
    Example("Tebrik was sued in Kontal in May.", title="Tebrik sues Kontal in Zurich"),
    Example("They thanked us all the same.", title="We thank them for it"),
    Example("“Tebrik sued Kontal,” the paper wrote.", title="Kontal sues Tebrik in Zurich"),
    Example("Tebrik did not sue Kontal in May, he said.", title="Kontal sues Tebrik in Zurich"),
    Example("Tebrik will buy steel for Kontal. Tebrik sells steel to Kontal.", title="Kontal buys steel from Tebrik"),
    Example("The lawsuit against the city is long.", title="State does not sue the city"),
    Example(
        "The lawsuit against the state is new. The lawsuit against the city is old.",
        title="State does not sue the city",
    ),
    Example(
        "The lawsuit from the state is long. The lawsuit by the state went on.", title="State does not sue the city"
    ),
    Example("The lawsuit and the march against the state went on.", title="State does not sue the city"),
    Example("The lawsuit against the state is one thing, but this is another.", title="State does not sue the city"),
    "The mayor invited the bishop.\n\nHe said that the mayor was invited by the queen, and the bishop came.",
    "The mayor helped the bishop.\n\nIt was he who had helped the bishop, and the mayor sang.",
]

#: Verbs of what is done both ways, or answered in kind.
_MUTUAL = wordset("roles/headline-turned", "mutual")
#: Words and marks that set two times or two claims against each other.
_CONTRAST = wordset("roles/swapped", "contrast") - {"not", "no", "never"}
_MOST = 6  # deeds of a headline
_ENDINGS = (("ies", "y"), ("ied", "y"), ("ing", ""), ("ed", ""), ("es", ""), ("s", ""))


class _Deed(NamedTuple):
    """What one party does to another: verb, object and preposition, and whether it is denied."""

    what: tuple[str, str, str, bool]
    doer: str
    other: str
    sentence: Sentence
    first: int
    last: int


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag what the first sentence has the other way round."""
    analysis = document.analysis
    if len(analysis.sentences) < 2:
        return
    head, *story = analysis.sentences
    for deed in list(islice(_deeds(analysis.reading(head)), _MOST)):
        others = []
        for sentence in story:
            if not any(_base(token.lower) == deed.what[0] for token in sentence.tokens):  # cheap
                continue
            others += [other for other in _deeds(analysis.reading(sentence)) if other.what == deed.what]
        others += _named(analysis, story, deed)
        turned = [one for one in others if (one.doer, one.other) == (deed.other, deed.doer)]
        same = any((one.doer, one.other) == (deed.doer, deed.other) for one in others)
        if turned and not same and not analysis.speech.maybe_quoted(turned[0].sentence, turned[0].first):
            there = turned[0].sentence.text(turned[0].first, turned[0].last)
            message = f"The story has it the other way round: “{there}”."
            evidence = {"segment": turned[0].sentence.segment, "there": there}
            yield head.match(deed.first, deed.last, message, evidence=evidence)


def _deeds(reading: Reading) -> Iterator[_Deed]:
    """What the clauses of a sentence say that one party does to another."""
    sentence = reading.sentence
    if any(token.lower in _CONTRAST for token in sentence.tokens):
        return
    phrases = {phrase.first: phrase for phrase in reading.prepositional_phrases}
    for clause in reading.clauses:
        subject, verb = clause.subject, clause.verb
        word = _base(sentence.tokens[verb.head].lower)
        if subject is None or verb.copula or word in _MUTUAL:
            continue
        denied = any(token.lower in _DENIALS for token in sentence.tokens[verb.first : verb.head])
        thing = "" if verb.passive or not clause.objects else _base(sentence.tokens[clause.objects[0].head].lower)
        phrase = phrases.get(clause.last + 1)
        link = sentence.tokens[phrase.first].lower if phrase is not None else ""
        if phrase is not None and verb.passive is (link == "by"):
            what, parties = (word, thing, link, denied), (_party(subject), _party(phrase.noun))
            if verb.passive:
                what, parties = (word, "", "", denied), (parties[1], parties[0])
            yield _Deed(what, *parties, sentence, subject.first, phrase.last)
        if thing:
            what, parties = (word, "", "", denied), (_party(subject), _party(clause.objects[0]))
            yield _Deed(what, *parties, sentence, subject.first, clause.objects[0].last)


#: What a deed against somebody is called.
_NOUNS = {
    "su": frozenset(("lawsuit", "lawsuits", "suit", "suits")),
    "sanction": frozenset(("sanctions",)),
    "boycott": frozenset(("boycott",)),
}


def _named(analysis: Analysis, story: list[Sentence], deed: _Deed) -> Iterator[_Deed]:
    """The deeds of a story that are named by a noun: the lawsuit against the state."""
    nouns = _NOUNS.get(deed.what[0], frozenset())
    for sentence in story if nouns else ():
        places = [token.index for token in sentence.tokens if token.lower in nouns]
        if not places or any(token.lower in _CONTRAST for token in sentence.tokens):
            continue
        for phrase in analysis.reading(sentence).prepositional_phrases:
            if phrase.first - 1 in places and sentence.says(phrase.first, "against"):
                other = _party(phrase.noun)
                doer = deed.other if other == deed.doer else deed.doer
                yield _Deed(deed.what, doer, other, sentence, phrase.first - 1, phrase.last)


_DENIALS = ("not", "never", "n't", "cannot")


def _party(noun: NounPhrase) -> str:
    """Who a phrase names: a state by its code, others by the last word; "" for a pronoun."""
    words = [token.text for token in noun.tokens if token.lower not in FUNCTION_WORDS]
    return party(" ".join(words)) or _base(noun.sentence.tokens[noun.head].lower) if words else ""


@lru_cache(maxsize=1 << 13)  # a few thousand words make up most of all texts
def _base(word: str) -> str:
    """A verb or noun without its ending; good enough to compare two of one story: sues, sued -> su."""
    for ending, rest in _ENDINGS:
        if word.endswith(ending) and len(word) >= len(ending) + 2:
            return (word[: -len(ending)] + rest).rstrip("e")
    return word.rstrip("e")
