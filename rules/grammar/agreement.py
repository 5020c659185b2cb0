"""The verb does not agree with its subject in number or person.

Why it happens: Chinese, Japanese and Korean verbs do not agree, Russian and Arabic ones do in other ways, and a
noun between subject and verb draws the verb to itself: `they was`, `the impact of the measures are`.

How it is found: a clause whose subject is surely singular and its verb plural in form, or the other way round; phrases
and insertions may part them. Behind `there` and `says` the subject follows; that of a relative clause is what it is
about (`people who is`).

What it leaves alone: collectives (`the government are`), quantities (`a number of countries are`, `ten years is`),
names, what may be unreal (`if he were`, `suggest that he go`), subjects joined by `and`, a noun behind `and` without
a comma (`what the board sees and the men with it is`), verbs that may be nouns (`the header write`), `he don't`, and
older English.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.clauses import EITHER, Clause
from mtqa.analysis.phrases import NounPhrase, Number
from mtqa.analysis.reading import Reading
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import COLLECTIVES, QUANTITIES
from mtqa.knowledge.verbs import REPORTING
from mtqa.knowledge.words import (
    INDEFINITES,
    NOMINATIVES,
    PLURAL_AUXILIARIES,
    SINGULAR_AUXILIARIES,
    SINGULAR_DETERMINERS,
    SURE_PREPOSITIONS,
)
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.grammar._numbers import counted, plain_number

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
    '"[[The talks was]] short," he wrote. And [[the results was]] bad, for [[he often treat]] on Sundays.',
    "It rained, and [[the roads was]] wet; he came but [[the gates was]] shut, as [[she have]] no key.",
    "[[Two ministers has]] left the town. There [[are a shop]] on the hill.",
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
    "The biggest test a firm has to face and banks with an eye on small traders is the cliff.",
    "The Kurdish people has its own language, and I was there that was when he finally put it up for sale.",
    "The new shop therefore did not have it; what helped is the fact that police offices exchange news.",
    "Oasis are playing; the carboranes are new, and I like what she shed. There were some people waiting.",
    "Only one-third are here; schoolchildren have a key; the prospects are better.",
    "The agency bns has a house, and bns has repeatedly reported it.",
    "The schoolchildren have left. None of these are new. Their remains were buried.",
    "He met groups, that are rapidly changing.",
    "Those favouring winter time justify it. He pushed in a cart from which come shouts.",
]
LEAVE = [
    ("<archaic>", "He hath it, for thou hast it; they hath not; what the law require, it doth."),
    ("don't", "“He don't drink,” said the barman."),
    ("he|she|it <ends:eth>", "He giveth and she taketh away."),
    ("[[ bell hooks is|was|has ]]", "The writer e.e. cummings is in the book; bell hooks is not."),
    ("[[ it were ]] better|well|best", "It were better to say nothing."),
    ("[[ <lower> ]] [", "It shows that “he resign[ed]” in May."),
    ("<start> [[ <lower> <tags:V> ]] is|was|has|can|will", "cargo publish is faster now."),
    ("[[ it|he|she need ]] not", "It is so close that it need not be studied."),
]

_COMPOUND = regex("[jnPW]{1,3}[AMVZD]")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the subject with its verb."""
    for sentence in document.analysis.sentences:
        reading = document.analysis.reading(sentence)
        for clause in reading.clauses:
            subject = clause.antecedent if clause.relative else clause.subject
            if subject is None:
                continue
            form = _form(reading, clause)
            if form is None or _number(reading, clause, subject) in (None, form) or _open(reading, clause, subject):
                continue
            behind = clause.existential or clause.inverted
            first, last = (clause.verb.first, subject.last) if behind else (subject.first, clause.verb.first)
            yield sentence.match(
                first, last, f"“{sentence.at(clause.verb.first).text}” does not agree with “{subject.text}”."
            )


def _form(reading: Reading, clause: Clause) -> Number:
    """The number that the form of the verb shows; `None` where both have it, or it may be unreal."""
    if reading.tagged.signs[clause.verb.first] in "MD":  # cheap
        return None
    word = reading.tokens[clause.verb.first].lower
    if word in SINGULAR_AUXILIARIES:
        return "one"
    if word in PLURAL_AUXILIARIES:
        return "many" if clause.real or word.startswith("are") else None
    classes = english().tags(word)
    if reading.tag(clause.verb.first) == "VBZ":
        return "one" if classes[:1] == "Z" else None
    if classes[:1] != "V" or not clause.real or not {"D", "E"}.isdisjoint(classes):
        return None
    named = clause.subject is not None and not clause.subject.pronoun
    noun = "N" in classes and not clause.objects
    compound = _COMPOUND.match(reading.tagged.signs, clause.verb.last + 1)  # the version publish time is
    return None if named and (noun or compound) else "many"


def _number(reading: Reading, clause: Clause, subject: NounPhrase) -> Number:
    """The number of a verb that agrees with the subject; `None` where its words leave it open."""
    word = subject.sentence.at(subject.head).lower
    if word == "you" or (word == "i" and clause.verb.tense == "present"):
        return "many"
    if word in NOMINATIVES or word in INDEFINITES or word in ("it", "these", "those"):
        return subject.number
    if word in ("this", "that"):
        insertion = subject.sentence.at(subject.first - 1).text == ","  # groups, that are new
        return None if insertion or reading.tag(clause.verb.first) == "VBP" else subject.number
    if word == "people" and subject.first == subject.head:
        return "many"
    number = plain_number(reading, subject)
    if word in COLLECTIVES or word in QUANTITIES or (number == "one" and counted(subject)):
        return None
    single = any(token.lower in SINGULAR_DETERMINERS for token in subject.tokens)
    return None if number == "many" and single else number


def _open(reading: Reading, clause: Clause, subject: NounPhrase) -> bool:
    """Whether the words around the subject allow for another one."""
    sentence, signs = subject.sentence, reading.tagged.signs
    many = subject.number == "many"
    opener = sentence.at(subject.first - 1).lower
    before, behind = signs[: subject.first][-1:], signs[subject.last + 1 : clause.verb.first]
    if clause.relative:
        place = clause.first != clause.opener  # a cart from which come shouts
        which = many and clause.subject is not None and clause.subject.text == "which"  # nuclei move, which means
        told = opener in REPORTING  # told reporters who was in charge
        return which or place or told or subject.pronoun or before in tuple("it&,") or signs[subject.head] in "WTY"
    if clause.existential:
        return not many and signs[subject.last + 1 : subject.last + 2] in tuple("&,VZDA")
    if clause.inverted:
        return not many
    if clause.number != subject.number or not {"&", "w", "q", "Q"}.isdisjoint(behind):
        return True
    apart = before in tuple("iwqgVZDB") or opener in EITHER or sentence.at(subject.first - 2).lower in SURE_PREPOSITIONS
    word = sentence.at(subject.head).lower
    if subject.pronoun or word in INDEFINITES:
        return apart and word not in NOMINATIVES
    if many and opener == "and":  # what the board sees and the men with him is
        return signs[: subject.first - 1][-1:] not in ("", ",")
    listed = not many and signs[: subject.first].rstrip(",")[-1:] in tuple("&nsSPW")  # oil, gas are; this year are
    quoted = before == '"' and subject.tokens[0].space
    acts = many and behind[:1] == "g"  # actors taking roles is
    goals = many and clause.verb.copula and counted(subject)  # two goals is
    return apart or listed or quoted or acts or goals
