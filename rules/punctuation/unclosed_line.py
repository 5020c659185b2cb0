"""A sentence that is the whole text ends without a final mark.

Why it happens: the engine drops the last token, or the source line lacks its mark.

How it is found: a text of one paragraph that opens with a capital and ends on a word, a figure or a bracket, and that
has what headlines leave out: an article and a finite verb no headline has (a past of `be` or `have`, an auxiliary),
or several of articles, auxiliaries, a pronoun as subject, a past tense, a phrase with a comma that opens the sentence.
A line of one sentence must have twenty words or more; behind a sentence that is closed, eight are enough.

What it leaves alone: headlines, captions and titles of posts (short, the present tense, few articles, a colon or dash,
capitals, `may` and `will` with the one article at the end, questions), names of works, texts of more than one
paragraph, links, lists, everything that ends on a mark, and what has no mark in the source either.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import FINITE_BE, FINITE_HAVE, MODALS, OPENING_DETERMINERS, SUBJECTS
from mtqa.rule import Example, Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    registers=("news",),
    measured=(
        "DEMETR: 49 of 100 sentences without their mark, 0 undamaged; MLQE posts 9",
        "clean news and commentary, every segment as a text of its own: 3, all full sentences that lack the mark",
    ),
)

BAD = [
    "His work of the last ten years has shown that the price of oil can fall by half within a [[year]]",
    "When you call someone who is far away, in another country or on a ship at sea, satellites in space are [[used]]",
    "The ministry said on Friday that it would look into the matter again, but did not say when or [[how]]",
    "He was born in a small village in the north of the country and left it for good in [[1950]]",
    "The talks were long. The minister did not reply to the [[letter]]",
    Example(
        "The talks were long. The minister did not reply to the [[letter]]",
        source="Die Gespräche waren lang. Der Minister antwortete nicht auf den Brief.",
    ),
    "In less than two weeks, the American forces had left the south of France and were on their way to [[Germany]]",
    "President Bush arrived in Singapore on the morning of May 16 and began a week-long tour of the whole of [[Asia]]",
    "The ride is a quick way to get to the nearby places, as Paro and Haa (150 crowns) and Punakha [[(200 crowns)]]",
]
GOOD = [
    "The aim of the attack was to frighten some and to drive out others",
    "The law will soon be sent to the government",
    Example(
        "The talks were long. The minister did not reply to the letter",
        source="Die Gespräche waren lang. Der Minister antwortete nicht auf den Brief",
    ),
    "His work has shown that the price of oil can fall within a year.",
    "Minister says oil price to fall within a year",
    "The man who fell to earth",
    "By John Smith in Paris and Mary Jones in the London office",
    "The ministry said that it would look into:",
    "The talks were long.\n\nThe minister said that he would not reply to the letter",
    "Read the story that was sent at www.example.org/2017/news",
    "Sales of the firm up, profits of the firm down in the year",
    "He asked: “Was it the end of the road for all of them?”",
    "Four teens charged in attack of boy who died after video was posted online",
    "Family from UK trapped in France for five days after car key fell into the lake",
    "Coronavirus: the people of the town are told that they have to stay at home - Sport News",
    "The Man Who Was Told That He Had Lost the House of His Father",
    "Online lenders warn that loan scheme may miss the mark",
    "How the West was won and what the people who were there had to say about it",
]

_FINITE = (MODALS - {"shall"}) | FINITE_BE | FINITE_HAVE | frozenset("been did does said".split())
_MODALS = MODALS - {"shall"}
_OPENS = frozenset("The A An This These It He She They We I You There In On At If When".split())
_ARTICLES = OPENING_DETERMINERS - {"your"}
_SUBJECTS = SUBJECTS | {"which", "who"}
_ASKING = frozenset("how why what where who".split())
#: What a headline is cut with, or ends on the name of its site with.
_CUTS = frozenset(": - – — | … ? !".split())
#: A line that names who said it.
_SIGNED = re.compile(r"\n[ \t]{0,40}(?:--|[—–])[^\n]{0,200}\Z")
_SHORTEST, _LONG = 8, 20  # words; few titles of posts are longer
_ENOUGH = 4


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the last word."""
    paragraphs = [paragraph for paragraph in document.analysis.paragraphs if paragraph.tokens]
    if len(paragraphs) != 1 or len(document.segments) != 1:
        return
    tokens = paragraphs[0].tokens
    last = tokens[-1]
    if _SIGNED.search(paragraphs[0].text):
        return
    if len(tokens) < _SHORTEST or not tokens[0].text[0].isupper() or "/" in paragraphs[0].text[-40:]:
        return
    first = last
    if last.text == ")":
        first = next((token for token in reversed(tokens[-8:]) if token.text == "("), last)
    if (last.kind not in ("word", "number") and first is last) or last.text.endswith("."):
        return
    source = document.segments[0].source
    if source and source.rstrip()[-1:].isalnum():
        return
    sentence = paragraphs[0].sentences[-1]
    alone = len(paragraphs[0].sentences) < 2 and len(sentence.words) < _LONG
    plain = not alone and last is first and (last.kind == "number" or last.text.islower())
    if (plain and _short_of_mark(sentence)) or _full(sentence, document.analysis.letters(sentence)):
        text = paragraphs[0].text[first.start : last.end]
        yield Match(paragraphs[0].index, first.start, last.end, "The final mark is missing.", (f"{text}.",))


def _short_of_mark(sentence: Sentence) -> bool:
    """Whether a sentence has an article and a verb that no headline has."""
    words = {token.text for token in sentence.tokens[:60]} | {sentence.tokens[0].lower}
    if _FINITE.isdisjoint(words) or words.isdisjoint(("the", "a", "an")) or len(sentence.tokens) < 6:
        return False
    if sentence.tokens[0].lower in _ASKING or words & _FINITE <= _MODALS:
        return sentence.tokens[0].text in _OPENS and sentence.tokens[0].lower not in _ASKING
    return words & {"said"} != words & _FINITE or "that" in words


def _full(sentence: Sentence, letters: str) -> bool:
    """Whether a sentence has several things that headlines leave out, and nothing that is theirs."""
    tokens = sentence.tokens
    words = [token for token in tokens[:80] if token.kind == "word"]
    if len(words) < _LONG or words[0].lower in _ASKING or any(token.text in _CUTS for token in tokens):
        return False
    if sum(token.text[0].isupper() for token in words[1:]) * 2 > len(words):
        return False
    found = sum(token.lower in _ARTICLES for token in words)
    if not found:
        return False
    signs = min(found, 3) + min(sum(token.text in _FINITE for token in words), 2)
    signs += any(token.lower in _SUBJECTS for token in words)
    signs += "D" in letters or _past(letters)
    signs += len(words) > 17
    signs += letters[0] in "IU" and "," in letters[2:12] and letters.find(",") + 3 < len(letters)
    return signs >= _ENOUGH


def _past(letters: str) -> bool:
    """Whether a past tense follows a name: Bush arrived in."""
    at = letters.find("Pm")
    return at > 0 and "b" not in letters[:at] and letters[at + 2 : at + 3] in ("I", "T", "t")
