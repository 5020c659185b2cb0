"""The verb does not agree with its subject in number or person.

Why it happens: Chinese, Japanese and Korean verbs do not agree, Russian and Arabic ones do in other ways, and a
noun between subject and verb draws the verb to itself: `they was`, `the impact of the measures are`.

How it is found: a clause whose subject is surely singular and its verb plural in form, or the other way round; phrases
and insertions may part them. Behind `there` and `says` the subject follows; that of a relative clause is what it is
about (`people who is`).

What it leaves alone: collectives (`the government are`), quantities (`a number of countries are`, `ten years is`),
names, what may be unreal (`if he were`, `suggest that he go`), subjects joined by `and`, verbs that may be nouns (`the
header write`), what speakers and singers say of one (`he don't`), and older English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.clauses import EITHER, Clause
from mtqa.analysis.phrases import NounPhrase, Number
from mtqa.analysis.reading import Reading
from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.verbs import REPORTING
from mtqa.knowledge.words import (
    INDEFINITES,
    NOMINATIVES,
    PLURAL_AUXILIARIES,
    SINGULAR_AUXILIARIES,
    SURE_PREPOSITIONS,
)
from mtqa.rule import Rule
from mtqa_rules.grammar._numbers import counted, sure_number

rule = Rule(category="fluency/grammar", severity="minor")

BAD = [
    "[[They was]] late for the talks.",
    "He said that [[he have]] no plan.",
    "[[It are]] the largest bank in Asia.",
    "[[The results was]] announced on Monday.",
    "[[The impact of these measures are]] small.",
    "He believes that [[the new rules is]] too hard.",
    "There [[is many problems]] in the region.",
    "[[The student are]] in the hall.",
    "[[The leaders of the country has]] agreed.",
    "These are [[people who is]] ill.",
    "[[We has]] no choice, but [[she do]] not know.",
    "[[He believe]] that the talks failed.",
    "[[The minister announce]] new talks every year.",
    "[[Everyone are]] happy.",
    "[[Japan's foreign policy, as always, continue]] to strengthen the ties.",
    "He said that [[the new tax, of course, remain]] in force.",
    "[[She need]] a car.",
    "Because [[he also want]] a house, he works.",
    "[[Men has]] come to the town.",
    "[[Some drivers seems]] to like it.",
    "[[A ship worry]] the sailors.",
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
    "“He don't drink,” said the barman. *He don't is what learners say.",
    "And he taketh with him Peter, and saith unto them what his soul knoweth. In his law doth he meditate.",
    "The hieroglyphics are hard to read, and the acoustics are poor.",
    "The courts demanded that everyone have papers and that the law do nothing about it.",
    "Writers since the war have used it; the right often oppose it.",
    "A long line of former members complain; a portion of the fruits are sold.",
    "The company whose products are sold is here; the law as drafted by ministers have it.",
    "This product relaunch marked a step; if a header create fails, the version publish time is kept.",
    "The third item in a create rule is the name. This year there are 300 of them.",
    "He met a woman in her twenties who is ill.",
    "They insisted that he need not go, and if need be she help.",
    "Does she need a car? Let him want it. Neither does he want it.",
    "Every man and woman have a vote; each of the men have one.",
    "Most of the country has a law, and most politics is local.",
    "A customer survey the firm made was read.",
    "The people's house is large, and the people business is hard.",
    "A lot have come, a few worry the others, a third have left.",
    "Victoria have won the match, and Robert and Mary have lost.",
    "Robert put the book down. Mary let them go. Mark the place. Grace the house.",
    "“Robert have a look at this.” Mary have you seen it?",
    "Sports is big, and Starbucks has a house; Ten years has passed.",
    "Those who read it are few, and the last thing I want to show you is a map.",
    "Two goals is not enough; the new “Silk Road” region have found friends. Where does he have it from?",
    "He told reporters who was in charge.",
]
LEAVE = [
    ("he|she|it <ends:eth>", "He giveth and she taketh away."),
    ("[[ bell hooks is|was|has ]]", "The writer e.e. cummings is in the book; bell hooks is not."),
    ("[[ it were ]] better|well|best", "It were better to say nothing."),
    ("[[ <lower> ]] [", "It shows that “he resign[ed]” in May."),
    ("<start> [[ <lower> <tags:V> ]] is|was|has|can|will", "cargo publish is faster now."),
    ("[[ it|he|she need ]] not", "It is so close that it need not be studied."),
]

_COMPOUND = re.compile("[jnPW]{1,3}[AMVZD]")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the subject with its verb."""
    if document.analysis.archaic:
        return
    for sentence in document.analysis.sentences:
        reading = document.analysis.reading(sentence)
        for clause in reading.clauses:
            subject = clause.antecedent if clause.relative and clause.subject else clause.subject
            form = _form(reading, clause)
            if subject is None or form is None or _number(reading, clause, subject) in (None, form):
                continue
            verb = clause.verb.tokens[0]
            if verb.lower in ("don't", "don’t") and _heard(document, sentence, clause.verb.first):
                continue
            behind = clause.existential or clause.inverted
            first, last = (clause.verb.first, subject.last) if behind else (subject.first, clause.verb.first)
            yield sentence.match(first, last, f"“{verb.text}” does not agree with “{subject.text}”.")


def _heard(document: Document, sentence: Sentence, place: int) -> bool:
    """Whether it is what people say or sing, or a word that is mentioned."""
    speech = document.analysis.speech
    return speech.kind(sentence) == "verse" or speech.quoted(sentence, place) or speech.mentioned(sentence, place)


def _form(reading: Reading, clause: Clause) -> Number:
    """The number that the form of the verb shows; `None` where both have it, or it may be unreal."""
    verb = clause.verb.tokens[0]
    tag = reading.tag(clause.verb.first)
    classes = english().tags(verb.lower)
    if not verb.text.islower():
        return None
    if verb.lower in SINGULAR_AUXILIARIES or (tag == "VBZ" and classes[:1] == "Z"):
        return "one"
    if verb.lower in PLURAL_AUXILIARIES:
        return "many" if clause.real or verb.lower.startswith("are") else None
    plain = tag == "VBP" and classes[:1] == "V" and not {"D", "E"} & set(classes)
    named = clause.subject is not None and not clause.subject.pronoun
    noun = "N" in classes and not clause.objects
    compound = _COMPOUND.match(reading.tagged.signs, clause.verb.last + 1)  # the version publish time is
    return "many" if plain and clause.real and not (named and (noun or compound)) else None


def _number(reading: Reading, clause: Clause, subject: NounPhrase) -> Number:
    """The number of a verb that agrees with the subject; `None` where that is open. `I` and `you` count as many."""
    sentence, signs = subject.sentence, reading.tagged.signs
    word, opener = sentence.at(subject.head).lower, sentence.at(subject.first - 1).lower
    before, behind = signs[: subject.first][-1:], signs[subject.last + 1 : clause.verb.first]
    if clause.relative:
        which = clause.subject is not None and clause.subject.text == "which"  # nuclei move, which means
        other = before in tuple("it&,") or opener in REPORTING  # one of those who; told men who
        number = None if other or subject.pronoun or signs[subject.head] in "WTY" else sure_number(reading, subject)
        return None if which and number == "many" else number
    apart = before in tuple("iwqgVZDB") or opener in EITHER or sentence.at(subject.first - 2).lower in SURE_PREPOSITIONS
    if {"&", "w", "q", "Q"} & set(behind) or (before == "," and apart):
        return None
    if subject.pronoun or word in INDEFINITES:
        if word in ("i", "you"):
            return "many" if clause.verb.tense != "past" or word == "you" else None
        pointer = word in ("these", "those") or (
            word in ("this", "that") and reading.tag(clause.verb.first) != "VBP" and before not in ("&", ",")
        )
        plain = word in NOMINATIVES or ((pointer or word == "it" or word in INDEFINITES) and not apart)
        return clause.number if plain and clause.number == subject.number else None
    number = sure_number(reading, subject)
    if clause.existential:
        listed = number == "one" and signs[subject.last + 1 : subject.last + 2] in tuple("&,VZDA")
        return None if listed else number
    if clause.inverted:
        return number if number == "many" and signs[clause.verb.first - 1 : clause.verb.first] != "w" else None
    if number == "many" and counted(subject) and clause.verb.copula:
        return None  # two goals is
    quoted = before == '"' and subject.tokens[0].space
    last = signs[: subject.first].rstrip(",")[-1:]
    listed = number == "one" and last in tuple("&nsSPW")  # oil, gas are; the crops this year are
    acts = number == "many" and behind[:1] == "g"  # actors taking roles is
    return None if apart or quoted or listed or acts or number != clause.number else number
