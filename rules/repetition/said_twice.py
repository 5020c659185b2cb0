"""What somebody said is introduced twice: `She said that the school is full, she said`.

Why it happens: a language that ends what is said with its verb of saying (Turkish, Japanese, Korean, Hindi) names it
at the beginning too, or in both of its forms; the engine translates both.

How it is found: a sentence that ends with a pronoun and a verb of saying, and has another finite one before, outside
quotation marks; and a quotation, of whatever length, right behind a verb of saying and right before a pronoun with one.

What it leaves alone: sentences that begin with the quotation (`“No,” said Ann, “I will not,” she said.`), comparisons
(`it was as she said`), and sayings in quotation marks.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.words import SUBJECTS
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.data import wordlist

rule = Rule(category="fluency/repetition", severity="minor", since="0.3")

BAD = [
    "She [[said that the school is full, she said]].",
    "The owner of the shop [[said it will open in June, he said]].",
    "The analyst [[said in a report, “This share will fall,” he added]].",
    "The mayor [[said the bridge is safe, but the cars are too heavy, he said]].",
    "The owner of the shop said, “We open in June. It is late,” [[he said]] in a low voice.",
    'Ali Demir added: "The crop is small. I have sold it," [[he noted]], but nobody bought it.',
    "He [[notes that the price of wheat has doubled since May, he says]].",
]
GOOD = [
    "“No,” said Ann, “I will not,” she said.",
    "The school closed in May, she said.",
    "What he said (and wrote), he said in anger. It was late when he added that.",
    "Ann said: “It is late. Nobody is here.\n\nWe go home,” she said and left.",
    "She wrote it down. “It is late. Come,” he said. They said, “No.” He said yes.",
    "He said (in May) “It is late. Come home,” she said.\n\nHe said, “I know”. “Come,” she said.",
    "The mayor said the bridge is safe, and left.",
    "He said that it was as she said.",
    "He said that what all thought, nobody said.",
    "The plan announced in May is dead, she said.",
    "The words “He said no” are hers, she said.",
    "She said that it is late, he said in May.",
]

_VERBS = wordlist("repetition/said-twice", "verbs")
_SAYING = f"(?:{'|'.join(_VERBS)})"
_BEFORE = regex(rf"\b{_SAYING}(?: that)?[,:]? ?$")
_BEHIND = regex(rf",? ((?:he|she|they|it) {_SAYING})\b")
_MESSAGE = "It is said twice who says this; leave out one verb of saying."
_CONTEXT = 20  # letters

rule.only_on(words=_VERBS)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag from the first verb of saying to the last."""
    analysis = document.analysis
    places = analysis.find(*_VERBS)
    found: dict[tuple[int, int], Match] = {}
    for sentence, i in places:
        told = sentence.at(i - 1).lower in SUBJECTS and sentence.at(i - 2).text in (",", '"', "”")
        if i != len(sentence.tokens) - 2 or not told or sentence.tokens[0].text in ('"', "“"):
            continue
        tags = analysis.reading(sentence).tagged.tags
        for token in sentence.tokens[: i - 2]:
            says = token.lower in _VERBS and tags[token.index] in ("VBD", "VBZ")
            if says and not analysis.speech.quoted(sentence, token.index):
                found[sentence.segment, sentence.tokens[i].end] = sentence.match(token.index, i, _MESSAGE)
                break
    for pair in analysis.quotes.pairs if len(places) > 1 else ():
        opening, closing = pair.open, pair.close
        if opening.quotes and opening.segment == closing.segment:
            text = document.segments[opening.segment].target
            last = _BEHIND.match(document.segments[closing.segment].target, closing.start + 1)
            before = _BEFORE.search(text, max(0, opening.start - _CONTEXT), opening.start)
            if last is not None and before is not None:
                told_again = Match(opening.segment, last.start(1), last.end(), _MESSAGE)
                found.setdefault((opening.segment, last.end()), told_again)
    yield from found.values()
