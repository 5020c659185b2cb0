"""Two full sentences are joined by nothing but a comma.

Why it happens: Chinese and Japanese string sentences together with commas; the engine keeps the comma and adds no
conjunction.

How it is found: a sentence with one comma, on its left a subject with its verb from the first word on, on its right
`it`, `this`, `they`, `we`, `these` and a noun, or `the` and a noun of the left half, with a verb; a headline whose
second half names a state or person of the first half again and has `did not`, `is` or another auxiliary; and a clause
that ends with `ago`, behind which a name and its verb follow.

What it leaves alone: subordinate clauses on either side, conjunctions, `not only …, it also`, what is put right at
once (`the point is not to win, it is to take part`), halves that begin with the same words (`we shall fight …, we
shall fight …`), reporting verbs (`it was late, he said`), short halves (`it came, it went`), questions and
quotations, headlines in telegraph style (`shares fall, oil rises`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.verbs import REPORTING
from mtqa.knowledge.words import MODALS, PRIMARY_AUXILIARIES
from mtqa.rule import Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    since="0.2",
    measured=("figures: docs/rules/punctuation.md",),
)

_STORY = "\n\nThe ministers of the two countries met in Tokyo on Monday."
BAD = [
    "The new airport will be the largest in the whole of Asia[[,]] it can take ten million passengers a year.",
    "Another research project on the universe is expected to start soon[[,]] this project is called Lisa.",
    "The two sides signed an agreement on Monday in Brasilia[[,]] the agreement is expected to create jobs.",
    "We are so excited to join hands on the journey of life[[,]] we can't wait to get married.",
    "The agency reported that the Russian delegation arrived a few days ago[[,]] Secretary Smith visited Tokyo.",
    "Japan protests against the arms sales to China[[,]] Japan did not receive an answer" + _STORY,
    "Russia sells new weapons to India[[,]] Russia does not comment on prices" + _STORY,
]
GOOD = [
    "The new airport is the largest in Asia, and it can take ten million passengers a year.",
    "When the new airport is open to the public, it can take ten million passengers a year.",
    "It is not only the largest airport in Asia, it is also the most beautiful one.",
    "The point of the game is not to win, it is to take part. It does not make you rich, it makes you tired.",
    "We shall fight them on the beaches, we shall fight them in the hills of our land.",
    "It came, it went. The more they have, the more they want.",
    "The airport will be the largest in Asia, it was said on Monday.",
    "Now that the barrier of fear has been broken, they expect more people to come.",
    "Given the clear benefits that the market has brought, they would have every reason to stay.",
    "The bank did not fall victim to a plot; rather, it rendered itself irrelevant in the end.",
    "The two sides signed an agreement in Brasilia, the agreement of all agreements.",
    "Shares fall, oil rises" + _STORY,
    "When the delegation arrived in Japan a few days ago, Secretary John Smith visited Tokyo.",
    "A few days ago, John Smith visited Tokyo. Before he died two years ago, Smith visited Tokyo.",
    "The house was sold two years ago, Smith said. The man who came two years ago, Smith, left Tokyo.",
    "He died two years ago, Smith lives on and so does Jones.",
    "Japan protests, Russia silent" + _STORY,
    "Two weeks after the ship was held in the strait, it was set free by the court.",
]

_NOUNS = "T?[JU]{0,2}(?:P{1,4}|[NSw]{1,3})"
#: A sentence of two clauses: subject and verb, a comma, subject and verb.
_SPLICE = re.compile(
    rf"(?:O|T[JU]{{0,2}}[NSsw]{{1,3}}|P{{1,4}})(?:I{_NOUNS})?R?[bdDMmvZ][^BWGhC,\";:?-]*,"
    r"(?P<second>(?:O|T[JN]{0,2}[NSw])R?[bdMvZ][^,BWhC\"]*\.)"
)
_AGO = re.compile(
    r"(?:[TJNSPUw]{1,6}|O)R?[mDZ][TJNSPUIw']{1,14}R,(?P<second>P{1,4}(?:IP{1,4})?(?P<verb>[mD])[TJNSPUIw'tVR]{1,14}\.)"
)
_OPENERS = ("it", "they", "these", "this", "we")
_SAYS = REPORTING | frozenset("hoped seemed seems turned turns".split())
_AUXILIARY = PRIMARY_AUXILIARIES | MODALS
_SUBORDINATE = frozenset(
    "who when after before since until as while once where which if because than only just merely more such".split()
)
_SHORTEST = 6  # tokens of either half
_MESSAGE = "Two sentences are joined by a comma alone; write a full stop, a semicolon or a conjunction."


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the comma."""
    analysis = document.analysis
    for sentence, i in analysis.find(*_OPENERS, "the"):
        tokens = sentence.tokens
        if not _SHORTEST <= i <= len(tokens) - _SHORTEST or tokens[i - 1].text != ",":
            continue
        letters = analysis.letters(sentence)
        if letters.find(",") != i - 1:
            continue  # the only comma; so of a long list no comma but the first is looked at
        if tokens[i].lower == "the" and all(token.lower != tokens[i + 1].lower for token in tokens[: i - 1]):
            continue  # what is taken up again must have been named
        if analysis.paragraphs[sentence.segment].running and _joined(sentence, letters, i):
            yield Match(sentence.segment, tokens[i - 1].start, tokens[i - 1].end, _MESSAGE)
    for sentence, i in analysis.find("ago"):
        if _behind_ago(sentence, analysis.letters(sentence), i):
            comma = sentence.tokens[i + 1]
            yield Match(sentence.segment, comma.start, comma.end, _MESSAGE)
    for paragraph in analysis.paragraphs:
        if paragraph.kind == "headline" and len(paragraph.sentences) == 1:
            sentence = paragraph.sentences[0]
            place = _headline(sentence, analysis.letters(sentence))
            if place:
                comma = sentence.tokens[place]
                message = "The headline joins two full sentences by a comma alone."
                yield Match(sentence.segment, comma.start, comma.end, message)


def _joined(sentence: Sentence, letters: str, i: int) -> bool:
    """Whether the sentence is two clauses, of which the second begins at a token."""
    match = _SPLICE.fullmatch(letters)
    if match is None or match.start("second") != i:
        return False
    second = {token.lower for token in sentence.tokens[i : i + 5]}
    first = {token.lower for token in sentence.tokens[: i - 1]}
    if [token.lower for token in sentence.tokens[:2]] == [token.lower for token in sentence.tokens[i : i + 2]]:
        return False  # we shall fight on the beaches, we shall fight in the hills
    if not {"not", "n't", "n’t"}.isdisjoint(first) and sentence.tokens[i].lower in ("it", "they", "this", "we"):
        return False  # the point is not to win, it is to take part
    return second.isdisjoint(_SAYS) and first.isdisjoint(_SUBORDINATE)


def _behind_ago(sentence: Sentence, letters: str, i: int) -> bool:
    """Whether a full clause ends with `ago` at a token and a comma, and another with a name begins."""
    tokens = sentence.tokens
    if i < 5 or i + 4 >= len(tokens) or tokens[i + 1].text != ",":
        return False
    begin = max(letters.rfind(mark, 0, i) for mark in 'h,";:') + 1
    match = _AGO.fullmatch(letters, begin)
    if match is None or match.start("second") != i + 2:
        return False
    before = {token.lower for token in tokens[max(begin - 2, 0) : i]}
    return tokens[match.start("verb")].lower not in _SAYS and before.isdisjoint(_SUBORDINATE)


def _headline(sentence: Sentence, letters: str) -> int:
    """Index of the comma, 0 if the headline is none of this kind."""
    comma = letters.find(",")
    if comma < 4 or letters.count(",") > 1 or '"' in letters:
        return 0
    tokens = sentence.tokens
    subject = tokens[comma + 1].text if comma + 3 < len(tokens) else ""
    if not subject or not subject[0].isupper() or tokens[comma + 2].lower not in _AUXILIARY:
        return 0
    again = any(token.text == subject for token in tokens[:comma])
    return comma if again and re.search("[PNSw][sVZmD]", letters[:comma]) else 0
