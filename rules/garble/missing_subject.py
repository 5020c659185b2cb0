"""A clause has no subject: `Shoigu said in February this year, will add a division`.

Why it happens: Chinese, Japanese, Korean, Russian and Spanish leave out a subject that is clear; the engine keeps
the gap, or turns `there is` into a bare `is`.

How it is found: a verb of saying, the time or place it was said, and then `will`, `has` or `is` with a verb; a verb
of saying behind a comma whose next word is already the subject of what is said (`, stressed Russia will`); `, refuted
the statement` and the like as the last clause of a sentence whose verb came before, with no `and`; `but` or `and` with
a prepositional phrase and then `is` before a plural (`but on the issue is still differences`); a sentence of eight
words or more with a full stop that opens with `is`, `was`, `has`, `does` and a participle, an article or `not` (`Are
expected to range in price`), or with a verb in -s and its object; `because` right before such a verb. Descriptions,
diaries and notes open with `Adds the` and `Has a` by right, so that these are neutral: shown, never counted.

What it leaves alone: `the plan, he said in May, will cost`, relative clauses (`which he said last year would`, `the
plan the minister said on Monday would fail`), an inserted clause (`the firm, which is small, rejected the offer`), a
text that opens three sentences so (`Specifies the name.`), lists of verbs that end with `and`, conditions (`had he
known`), questions, orders, notes in telegram style and lists (`Includes a map of the harbour.`), quotations, inversion
with a singular (`and on the hill is a house`), and `said the minister`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator

from mtqa.analysis.names import is_title
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.verbs import REPORTING
from mtqa.knowledge.words import FINITE_BE
from mtqa.rule import Rule

rule = Rule(
    category="fluency/grammar", severity="major", registers=("news",), measured=("figures: docs/rules/garble.md",)
)

BAD = [
    "Shoigu said [[in February this year, will add]] a division to the troops on the islands.",
    "The minister said [[at the meeting, has signed]] the agreement with the company.",
    "The spokesman announced [[in May will close]] the plant.",
    "They agreed to urge restraint, [[stressed Russia will]] maintain close cooperation.",
    "The sides agreed on trade, but [[on the issue of security is]] still very obvious differences.",
    "[[Are expected]] to range in price from 20 to 130 yen.",
    "[[Activates the]] energy of the body through the use of yoga and breathing.",
    "[[Does not]] want foreign control, above all before the elections.",
    "[[Would also]] take over the custody of the captured fighters.",
    "According to him, it is fine, because [[is an]] experienced politician.",
    "The season is bad for him because [[missed four]] months with an injury.",
    "Prices fell, and [[in the south is]] also great losses.",
    "The deployment is not commensurate with the threat[[, refuted]] Japan's statement of Monday.",
    "The tax will not be good for the workers[[, criticized]] the new rules of the ministry.",
]
GOOD = [
    "Shoigu said in February that he will add a division.",
    "The plan, he said in February this year, will add a division.",
    "The bill, which the minister said at the meeting will cost little, was passed.",
    "What she said in May has come true.",
    "And on the hill is a house; but at the heart of it is the question of money.",
    "“They will come,” stressed Russia's minister.",
    "He came home, said Russia's agency, and will stay.",
    "All the men he said in May will come did come.",
    "The plan the minister said on Monday would fail has been dropped.",
    "The man police said on Friday would be charged has died.",
    "The words the coach said at half-time have gone viral. The plan Smith said in May would work did not.",
    "As the minister said at the meeting, will and money are needed.",
    "The measures reported by the public are verified.",
    "Had a man of his age known it, he would not have gone there.",
    "Sets the name under which the rule is kept.\n\nRemoves the rule from the list of all rules.\n\n"
    "Specifies the file that the rule is read from.\n\nActivates the rule for all of the files in the list.",
    "Is an army of ten men enough for the defence of the town?",
    "Do not go there. Will Smith has been there. May has been cold. Can also be eaten cold.",
    "Was that the end of the road for all of them. Were it not for him, we would have lost.",
    "The flight was late because missed connections and closed roads kept the crew away.",
    "Includes the best of her essays on the history of the town. Contains a map of the old harbour.",
    "Does anyone still remember the days when the town was full of sailors.",
    "He said in the north there are many, and in the south are many losses.",
    "The firm, which is small, rejected the offer. Smith, who was ill, criticized the plan.",
    "Prices fell with the years (Smith, it should be noted, criticized the plan of the bank).",
    "The law, as it is, rejected by all, was criticized by the court.",
    "He was there, criticized the plan, and left. The plan is bad, criticized by all.",
    "A firm that is small, criticized by the court, is closed.",
    "“The plan is bad,” criticized the paper. Once it was out, the minister condemned the plan.",
]

#: Answers to what somebody said or did: verbs only people are the subject of, which take their object at once.
_ANSWERS = frozenset(
    "refuted rejected criticized criticised condemned denounced praised reiterated emphasized emphasised "
    "stressed".split()
)
_SAID = re.compile(r"[DZm](I[TJNSPUws]{1,6},?(?:MR?V|vR?E|MR?a))")
_NEXT = re.compile(r",([Dm]P{1,3}(?:MR?|vR?)(?=[VEa]))")
_HANGS = re.compile(r"(?<=[^,]),R?([mD])(?=T|H|P+')")
_THERE = re.compile(r"C(I[THJNSPw']{1,6}(?:I[THJNSPw']{1,4})?b)(?=R{0,3}[JL]?S[.,;])")

#: A noun, and right behind it a subject of its own: with an article, a plural without one, or a name.
_BEHIND_NOUN = re.compile(r"[NS](?:T[JNSw]{1,4}|S|P{1,3})$")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag clauses without a subject."""
    analysis = document.analysis
    openings = [
        match
        for sentence, letters in analysis.tagging
        if letters[0] in "bvdMZ" and analysis.paragraphs[sentence.segment].running
        for match in _opening(sentence, letters)
    ]
    if len(openings) < _MANNER:
        # who writes as he speaks leaves himself out: Had a great day
        lighter: Severity | None = "minor" if analysis.register.seen else None
        yield from (dataclasses.replace(match, severity=match.severity or lighter) for match in openings)
    for sentence, letters in analysis.tagging:
        tokens = sentence.tokens
        if "I" not in letters and ",m" not in letters and ",D" not in letters:
            continue
        for match in _SAID.finditer(letters):
            clear = not any(letter in 'WhBO,"' for letter in letters[: match.start()])
            clear = clear and not _contact(tokens, letters, match.start())
            if tokens[match.start()].lower in REPORTING and clear and tokens[match.start() + 1].lower != "by":
                yield _found(sentence, match, "“" + _tail(sentence, match) + "”")
        for match in _NEXT.finditer(letters):
            if tokens[match.start() + 1].lower in REPORTING and '"' not in letters[: match.start()]:
                yield _found(sentence, match, f"“{tokens[match.start() + 1].text}”")
        for match in _HANGS.finditer(letters):
            verb = tokens[match.end() - 1]
            if verb.lower in _ANSWERS and _hangs(tokens, letters, match.start(), match.end()):
                message = f"“{verb.text}” has no subject, and no “and” joins it to the clause before."
                yield Match(sentence.segment, tokens[match.start()].start, verb.end, message)
        for match in _THERE.finditer(letters):
            if tokens[match.end() - 1].text in ("is", "was"):
                yield _found(sentence, match, f"“{tokens[match.end() - 1].text}”")
    for sentence, i in analysis.find("because"):
        letters, behind = analysis.letters(sentence), sentence.tokens[i + 1 : i + 3]
        if i + 4 < len(letters) and behind[0].text.islower() and _finite(behind[0], letters[i + 1 : i + 3]):
            message = f"“{behind[0].text}” has no subject."
            yield Match(sentence.segment, behind[0].start, behind[1].end, message)


def _finite(verb: Token, letters: str) -> bool:
    """Whether a word, with the letters of it and the next one, is a verb that wants a subject before it."""
    if letters[0] == "b":
        return letters[1] in "TEGJUR" and verb.lower in FINITE_BE
    return letters[0] in "Dm" and letters[1] in "THU" and english().tags(verb.lower)[:1] in ("D", "E")


#: Verbs that lists of books, sites and goods open with.
_CATALOGUE = frozenset(
    "contains includes features offers covers tells explains provides describes gives shows lists follows discusses "
    "explores examines presents analyses analyzes argues looks gathers collects brings makes comes".split()
)
_BE_OPENS = frozenset(("Is", "Are", "Was", "Were"))
_SHORTEST = 9
_MANNER = 3  # sentences that open so: the manner of manuals (`Specifies the …`, `Removes the …`) and of diaries


def _opening(sentence: Sentence, letters: str) -> Iterator[Match]:
    """A statement that opens with a finite verb."""
    tokens = sentence.tokens
    first = tokens[0].text
    if len(tokens) < _SHORTEST or tokens[-1].text != ".":
        return
    second, third = letters[1], letters[2]
    word = tokens[1].lower
    if first in _BE_OPENS:
        found = word in ("a", "an", "expected", "located", "considered", "known", "not", "also") or second in "EG"
        found = found and "," not in letters[2:8] and not (second in "EG" and third in "bvMZ")
    elif first in ("Does", "Did", "Would", "Could"):
        found = word in ("not", "also", "never") and third == "V"
    elif first in ("Has", "Had", "Have"):
        found = word in ("been", "also", "a", "an") if first != "Have" else word == "been"
        found = found and not (first == "Had" and word in ("a", "an") and "M" in letters)
    else:
        found = letters[0] == "Z" and second in "TH" and english().tags(tokens[0].lower) == "Z"
        found = found and tokens[0].lower not in _CATALOGUE
    if found:
        message = f"“{first}” has no subject."
        noted: Severity | None = "neutral" if letters[0] in "Zv" else None
        yield Match(sentence.segment, tokens[0].start, tokens[1].end, message, severity=noted)


def _hangs(tokens: list[Token], letters: str, comma: int, behind: int) -> bool:
    """Whether a full clause ends at the comma, and the verb behind it is the last of the sentence with no `and`."""
    begin = max(letters.rfind(mark, 0, comma) for mark in ',";:-') + 1
    clause = letters[begin:comma]
    if not re.search("[bM]|dRV", clause) or re.search("[WBh]", clause):
        return False
    if any(token.lower in ("who", "as", "than", "once") for token in tokens[begin:comma]):
        return False
    # a clause between two commas may be inserted: what is before it then has no verb of its own
    opening = letters[letters.rfind("(", 0, begin) + 1 : begin]
    if opening.endswith(",") and not re.search("[bvdMZDms]", opening) and not re.match("b|M|v|d", clause):
        return False
    return "C" not in letters[behind:] and '"' not in letters[behind:]


def _contact(tokens: list[Token], letters: str, verb: int) -> bool:
    """Whether the subject of the verb stands right behind another noun: the plan | the minister said would fail."""
    found = _BEHIND_NOUN.search(letters[max(0, verb - 8) : verb])
    if found is None:
        return False
    head = tokens[max(0, verb - 8) + found.start()]
    return found.group()[1] == "T" or not is_title(head)


def _tail(sentence: Sentence, match: re.Match[str]) -> str:
    """The last two words of a match: `will add`."""
    return " ".join(token.text for token in sentence.tokens[match.end() - 2 : match.end()])


def _found(sentence: Sentence, match: re.Match[str], verb: str) -> Match:
    tokens = sentence.tokens
    message = f"{verb} has no subject."
    return Match(sentence.segment, tokens[match.start(1)].start, tokens[match.end(1) - 1].end, message)
