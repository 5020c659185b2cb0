"""Sentences that are in another language than the text should be in, and the runs they form."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mtqa.analysis.language import FUNCTION_WORDS, detect, foreign_share, function_share, passage, size
from mtqa.analysis.quotes import Pair
from mtqa.analysis.sentences import OPENERS, Sentence
from mtqa.analysis.tokens import Token
from mtqa.knowledge import languages
from mtqa.knowledge.nouns import PARTICLES
from mtqa.lazy import regex
from mtqa.values import NamedTuple

#: What ends the title of a book with its publisher.
_YEAR_LAST = regex(r", (?:1[5-9]|20)\d\d[a-z]?\.?\s*\Z")
#: A work in a list of works: Le Goff, J. La naissance du purgatoire. Paris: Gallimard, 1981.
_CITED = regex(r"[^\W\d_][\w'’ -]{1,40}, [^\W\d_]\.[^\n]{1,300}\b(?:1[5-9]|20)\d\d\b")
_CODE = regex(r"\w_\w")
#: Words a sentence must have for the detector, and tokens of it that are read.
_SHORTEST, _LONGEST = 8, 120
#: Characters before a sentence in which its line begins, where it is looked at.
_BACK = 1_000
#: One token in so many with a figure: moves. Tokens of a line. Characters of a quotation.
_FIGURES, _LINE, _QUOTED = 5, 13, 240
#: So many English function words among the first tokens are proof enough.
_GLANCE, _ENGLISH = 24, 5


class Passage(NamedTuple):
    """Sentences of another language with no English one between them.

    Attributes:
        sentences: in reading order.
        language: of the first, as ISO 639-1.
    """

    sentences: tuple[Sentence, ...]
    language: str

    @property
    def spans(self) -> dict[int, tuple[int, int]]:
        """Start and end by segment."""
        found: dict[int, tuple[int, int]] = {}
        for sentence in self.sentences:
            start, _ = found.get(sentence.segment, (sentence.start, 0))
            found[sentence.segment] = start, sentence.end
        return found

    @property
    def words(self) -> dict[int, int]:
        """Number of words by segment."""
        counts: dict[int, int] = {}
        for sentence in self.sentences:
            counts[sentence.segment] = counts.get(sentence.segment, 0) + sum(map(size, sentence.tokens))
        return counts


def passages(
    sentences: Sequence[Sentence], texts: Sequence[str], pairs: Sequence[Pair], expected: str = "en"
) -> Iterator[Passage]:
    """Runs of foreign sentences; a line of a few words without an English function word parts none.

    Args:
        sentences: of a document.
        texts: of its segments.
        pairs: of its quotation marks and brackets.
        expected: ISO 639-1 code of the language it should be in, which prevails in it.
    """
    run: list[Sentence] = []
    language = ""
    for sentence in sentences:
        found = _language(sentence, texts[sentence.segment], expected)
        if found and not _inside_quote(pairs, sentence):
            language = language if run else found
            run.append(sentence)
        elif run and not _slight(sentence):
            yield Passage(tuple(run), language)
            run = []
    if run:
        yield Passage(tuple(run), language)


def _slight(sentence: Sentence) -> bool:
    words = [token for token in sentence.tokens if token.kind == "word"]
    return len(words) < 4 and not any(token.lower in FUNCTION_WORDS for token in words)


def _language(sentence: Sentence, text: str, expected: str) -> str | None:
    """Language of a sentence that is not the expected one; `None` if it is, is quoted or cited, or does not show it."""
    tokens = sentence.tokens
    if expected == "en" and sum([token.lower in FUNCTION_WORDS for token in tokens[:_GLANCE]]) >= _ENGLISH:
        return None
    if tokens[0].text in OPENERS or tokens[0].text == "„" or _YEAR_LAST.search(text[sentence.end - 12 : sentence.end]):
        return None
    tokens = tokens[:_LONGEST]
    tokens = _outside(tokens)
    found = passage(tokens, expected) if tokens else None
    if found and found != "en" and found not in languages.FUNCTION_WORDS:
        return found  # by its script
    if not tokens or (not found and (expected != "en" or not _strange(tokens))) or _no_prose(tokens, sentence, text):
        return None
    return found or _detected(text[sentence.start : sentence.end])


def _outside(tokens: Sequence[Token]) -> list[Token]:
    """What a sentence says itself; what it quotes in double marks may be in any language."""
    rest: list[Token] = []
    opened = -1
    for token in tokens:
        if token.text in ('"', "“", "”"):
            if opened < 0:
                opened = len(rest)
            else:
                del rest[opened:]
                opened = -1
                continue
        rest.append(token)
    return rest


def _no_prose(tokens: Sequence[Token], sentence: Sentence, text: str) -> bool:
    """Whether a sentence is a title or verse by itself, or moves or figures."""
    if sum(any(char.isdigit() for char in token.text) for token in tokens) * _FIGURES > len(tokens):
        return True
    said = text[sentence.start : sentence.end]
    line = text.rfind("\n", max(0, sentence.start - _BACK), sentence.start) + 1
    if _CODE.search(said) or ((line or sentence.start < _BACK) and _CITED.match(text, line)):
        return True
    alone = len(text) - len(said) < _BACK and said == text.strip()
    return alone and len(tokens) <= _LINE and tokens[-1].text != "." and ":" not in said


def _inside_quote(pairs: Sequence[Pair], sentence: Sentence) -> bool:
    """Whether a short quotation holds the sentence with others: the verse of a song."""
    at = bisect_right(pairs, (sentence.segment, sentence.start), key=lambda pair: (pair.open.segment, pair.open.start))
    if not at:
        return False
    opens, closes = pairs[at - 1].open, pairs[at - 1].close
    here = opens.segment == closes.segment == sentence.segment and opens.quotes
    return here and sentence.end <= closes.start + 1 and closes.start - opens.start < _QUOTED


def _strange(tokens: Sequence[Token]) -> bool:
    """Whether almost no English function word stands in a sentence, and a third of the words are no English ones."""
    words = [token.lower for token in tokens if token.kind == "word"]
    if len(words) < _SHORTEST or function_share(words) > 0.2:
        return False
    if any(word.endswith(("n't", "n’t")) for word in words):
        return False
    # names tell nothing about the language
    plain = [t.lower for t in tokens if t.kind == "word" and t.text.islower() and not _particle(tokens, t)]
    return len(plain) >= 5 and foreign_share(plain) >= 0.35


def _detected(text: str) -> str | None:
    """By a detector."""
    language, sure = detect(text)
    return languages.primary(language) if language and language != "en" and sure > 0.9 else None


def _particle(tokens: Sequence[Token], token: Token) -> bool:
    """Whether a word belongs to a name round it: Daphne du Maurier, Walter de la Mare."""
    if token.lower not in PARTICLES:
        return False
    sides = (tokens[max(0, token.index - 2) : token.index], tokens[token.index + 1 : token.index + 3])
    return all(any(near.text[0].isupper() for near in side) for side in sides)
