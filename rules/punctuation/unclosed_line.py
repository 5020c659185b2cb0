"""A sentence that is the whole text ends without a final mark.

Why it happens: the engine drops the last token, or the source line lacks its mark.

How it is found: a text of one paragraph that opens with a capital, has an article and a finite verb that no headline
has (a past of `be` or `have`, an auxiliary), and ends on a word or figure. A line of one sentence must have
seventeen words or more; behind a sentence that is closed, eight are enough.

What it leaves alone: headlines, captions and posts, which are shorter and go without a mark, also as whole sentences;
names of works, texts of more than one paragraph, links, lists, everything that ends on a mark, and what has no mark
in the source either.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    measured=(
        "JFLEG 2 in learners' sentences, 0 in the corrected; DEMETR 40 damaged, 0 undamaged; MLQE posts 9 (19 before)",
        "clean news and commentary: 0 in 112k words; newstest2020 0",
    ),
)

BAD = [
    "His work of the last ten years has shown that the price of oil can fall by half within a [[year]]",
    "When you call someone who is far away, in another country or at sea, the satellites are [[used]]",
    "The ministry said on Friday that it would look into the matter, but did not say when or [[how]]",
    "He was born in a small village in the north of the country and left it for good in [[1950]]",
    "The talks were long. The minister did not reply to the [[letter]]",
    Example(
        "The talks were long. The minister did not reply to the [[letter]]",
        source="Die Gespräche waren lang. Der Minister antwortete nicht auf den Brief.",
    ),
]
GOOD = [
    "The aim of the attack was to frighten some and to drive out others",
    "The law will soon be sent to the government",
    Example("The talks were long. The minister did not reply to the letter",
            source="Die Gespräche waren lang. Der Minister antwortete nicht auf den Brief"),
    "His work has shown that the price of oil can fall within a year.",
    "Minister says oil price to fall within a year",
    "The man who fell to earth",
    "By John Smith in Paris and Mary Jones in the London office",
    "The ministry said that it would look into:",
    "The talks were long.\n\nThe minister said that he would not reply to the letter",
    "Read the story that was sent at www.example.org/2017/news",
    "Sales of the firm up, profits of the firm down in the year",
    "He asked: “Was it the end of the road for all of them?”",
]  # fmt: skip

_FINITE = frozenset(
    "was were has have had is are said can could will would did does may might must should been".split()
)
_SHORTEST = 8
_SHORTEST_ALONE = 17  # words; few titles and posts are longer


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the last word."""
    paragraphs = [paragraph for paragraph in document.analysis.paragraphs if paragraph.tokens]
    if len(paragraphs) != 1 or len(document.segments) != 1:
        return
    tokens = paragraphs[0].tokens
    last = tokens[-1]
    if len(tokens) < _SHORTEST or last.kind not in ("word", "number") or not tokens[0].text[0].isupper():
        return
    if last.text.endswith(".") or "/" in paragraphs[0].text[-40:] or (last.kind == "word" and not last.text.islower()):
        return
    source = document.segments[0].source
    if source and source.rstrip()[-1:].isalnum():
        return
    sentence = paragraphs[0].sentences[-1]
    if len(sentence.words) < _SHORTEST_ALONE and len(paragraphs[0].sentences) < 2:
        return
    words = {token.text for token in sentence.tokens[:60]} | {sentence.tokens[0].lower}
    if _FINITE.isdisjoint(words) or words.isdisjoint(("the", "a", "an")) or len(sentence.tokens) < 6:
        return
    if words & {"said"} == words & _FINITE and "that" not in words:
        return
    yield Match(paragraphs[0].index, last.start, last.end, "The final mark is missing.", (f"{last.text}.",))
