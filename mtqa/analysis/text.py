"""The shared view of a document's targets, computed once and on demand."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from mtqa.analysis import language
from mtqa.analysis.names import Name, find_names
from mtqa.analysis.passages import Passage, passages
from mtqa.analysis.placeholder_pairs import kept
from mtqa.analysis.quotes import MARKS, Pairing, pair_marks
from mtqa.analysis.register import Register, told
from mtqa.analysis.relations import Mention, Relation, mentions, relations
from mtqa.analysis.sentences import Sentence, split
from mtqa.analysis.shape import code_in, item_start, shaped
from mtqa.analysis.speech import Speech
from mtqa.analysis.tokens import Token, tokenize
from mtqa.analysis.variety import Variety, variety
from mtqa.analysis.views import Views
from mtqa.finding import Match, Severity
from mtqa.lazy import lazy
from mtqa.segment import UNJUDGED, Kind, Segment

if TYPE_CHECKING:
    from mtqa.analysis.reading import Reading


_start = attrgetter("start")


class Paragraph:
    """One segment's target with its tokens and sentences.

    Attributes:
        index: of the segment in the document.
        text: the target.
        kind: what the format or the look of the segment says it is, see `Segment`.
        declared: what the format alone says.
        code: ranges of code in it, in order.
        tokens, sentences: none where it is code or links as a whole.
    """

    __slots__ = ("_words", "code", "declared", "index", "kind", "sentences", "text", "tokens")

    def __init__(
        self, index: int, text: str, kind: Kind, code: Iterable[tuple[int, int]] = (), declared: Kind | None = None
    ) -> None:
        self.index = index
        self.text = text
        self.kind: Kind = kind
        self.declared: Kind = declared or kind
        self.code = sorted(code)
        self.tokens: list[Token] = [] if kind in UNJUDGED else tokenize(text, self.code)
        self.sentences: list[Sentence] = split(index, text, self.tokens)
        self._words = -1

    @property
    def running(self) -> bool:
        """Whether it is running text: a body, or an item, cell or caption that is a full sentence."""
        if self.kind not in ("list", "table", "caption"):
            return self.kind == "body"
        start = item_start(self.text)
        first = next((token for token in self.tokens if token.start >= start and token.kind != "punct"), None)
        return first is not None and first.capitalised and self.words >= _FULL and self.sentences[-1].closed

    @property
    def words(self) -> int:
        """Number of words and numbers, each Han character and kana a word."""
        if self._words < 0:
            if self.text.isascii():
                self._words = sum([token.kind in ("word", "number") for token in self.tokens])
            else:
                self._words = sum(map(language.size, self.tokens))
        return self._words

    def match(self, span: tuple[int, int], message: str, *suggestions: str, severity: Severity | None = None) -> Match:
        """A match over code points of the target, from `start` to `end`; the rest as in `Match`."""
        return Match(self.index, *span, message, suggestions, severity=severity)


class Analysis(Views):
    """Paragraphs, sentences, tokens and names of a document, each computed once.

    Args:
        segments: of the document.
        expected: ISO 639-1 code of the language they should be in.
    """

    def __init__(self, segments: Sequence[Segment], expected: str = "en") -> None:
        self._segments = segments
        self.expected = expected

    @lazy
    def paragraphs(self) -> list[Paragraph]:
        """One for each segment, in order; empty segments included."""
        kinds = shaped([segment.target for segment in self._segments])
        made = [
            Paragraph(
                i,
                one.target,
                one.kind if one.kind != "body" else kind,
                (*one.code, *code_in(one.target), *kept(one)),
                one.kind,
            )
            for i, (one, kind) in enumerate(zip(self._segments, kinds, strict=True))
        ]
        for paragraph in made:
            if paragraph.kind == "body" and looks_like_headline(paragraph, made):
                paragraph.kind = "headline"
        return made

    def search(
        self, pattern: re.Pattern[str], *signs: str, maybe: re.Pattern[str] | None = None
    ) -> Iterator[tuple[Paragraph, re.Match[str]]]:
        """Where a regular expression matches, with the paragraph, in reading order.

        Args:
            pattern: linear, and without matches that hold none of the signs.
            signs: looked for first, since that is much quicker; without any, all paragraphs are searched.
            maybe: looked for next; quicker, for it begins with one sign or a digit, and in all that `pattern` matches.
        """
        if signs and not any(sign in self.text for sign in signs):
            return
        for paragraph in self.paragraphs:
            if (not signs or any(sign in paragraph.text for sign in signs)) and (
                maybe is None or maybe.search(paragraph.text)
            ):
                for found in pattern.finditer(paragraph.text):
                    yield paragraph, found

    @lazy
    def text(self) -> str:
        """All targets, with a line break between two."""
        return "\n".join([segment.target for segment in self._segments])

    @lazy
    def chars(self) -> frozenset[str]:
        """The characters of the targets."""
        return frozenset(self.text)

    def judged(self, segment: int, start: int, end: int) -> bool:
        """Whether a place is text that rules judge: outside code and lists of links, or a segment as a whole."""
        paragraph = self.paragraphs[segment]
        inside = bool(paragraph.code) and any(first < end and start < last for first, last in paragraph.code)
        if inside and not paragraph.text[:start].strip() and not paragraph.text[end:].strip():
            inside = any(first <= start and end <= last for first, last in paragraph.code)
        return paragraph.kind not in UNJUDGED and not inside

    def around(self, segment: int, start: int, end: int) -> tuple[int, int] | None:
        """Where the sentences that a span touches begin and end, the span inside; `None` where there are none."""
        sentences = self.paragraphs[segment].sentences
        if not sentences:
            return None
        first = max(bisect_right(sentences, start, key=_start) - 1, 0)
        last = max(bisect_left(sentences, end, key=_start) - 1, first)
        return min(start, sentences[first].start), max(end, sentences[last].end)

    @lazy
    def sources(self) -> list[str]:
        """The source of every segment; "" where there is none."""
        return [segment.source or "" for segment in self._segments]

    @lazy
    def references(self) -> list[str]:
        """The reference of every segment; "" where there is none."""
        return [segment.reference or "" for segment in self._segments]

    @lazy
    def sentences(self) -> list[Sentence]:
        """All sentences in reading order."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph.sentences]

    def reading(self, sentence: Sentence) -> Reading:
        """The phrases and clauses of one sentence of the document, read when first asked for."""
        found = self._readings.get(sentence)
        if found is None:
            from mtqa.analysis.reading import Reading  # a run whose rules ask for none does not load it

            found = self._readings[sentence] = Reading(sentence)
        return found

    @lazy
    def _readings(self) -> dict[Sentence, Reading]:
        return {}

    @lazy
    def words(self) -> int:
        """Number of words and numbers in the document, code and lists of links left out: the unit of the score."""
        return sum(paragraph.words for paragraph in self.paragraphs)

    @lazy
    def language(self) -> str | None:
        """Language the text is written in, as ISO 639-1; `None` where too little shows it, or none prevails."""
        tokens = (token for paragraph in self.paragraphs for token in paragraph.tokens)
        return language.text(self.index, tokens, self.words, self.expected)

    @lazy
    def passages(self) -> list[Passage]:
        """Runs of sentences in another language than the text should be in."""
        texts = [paragraph.text for paragraph in self.paragraphs]
        return list(passages(self.sentences, texts, self.quotes.pairs, self.expected))

    @lazy
    def index(self) -> dict[str, list[tuple[Sentence, int]]]:
        """For every lower-cased token text the places it stands at, as (sentence, token index).

        Rules look up their trigger words here instead of reading every token.
        """
        places: defaultdict[str, list[tuple[Sentence, int]]] = defaultdict(list)
        for sentence in self.sentences:
            for place, token in enumerate(sentence.tokens):
                places[token.lower].append((sentence, place))
        return dict(places)

    def find(self, *words: str) -> list[tuple[Sentence, int]]:
        """Places of the given lower-cased tokens, as (sentence, token index), in reading order for each word."""
        index = self.index
        return [place for word in filter(index.__contains__, words) for place in index[word]]

    def count(self, words: Sequence[str]) -> int:
        """How often the words stand in a row as they are written; of a usual first word 200 places are looked at."""
        found = 0
        for sentence, i in self.index.get(words[0].lower(), ())[:200]:
            tokens = sentence.tokens[i : i + len(words)]
            found += tokens[-1].text == words[-1] and [token.text for token in tokens] == list(words)
        return found

    @lazy
    def variety(self) -> Variety | None:
        """American or British English, where the document shows which."""
        return variety(self.index)

    @lazy
    def archaic(self) -> bool:
        """Whether it is Early Modern English, with the grammar and marks of its time: two such words and one in 60."""
        found = sum(len(self.index.get(word, ())) for word in _ARCHAIC)
        return found >= 2 and found * 60 >= self.words

    @lazy
    def names(self) -> list[Name]:
        """Capitalised names in reading order."""
        return find_names(self.sentences, self.index, {p.index for p in self.paragraphs if not p.running})

    @lazy
    def quotes(self) -> Pairing:
        """Quotation marks and brackets, paired over the whole document."""
        if self.chars.isdisjoint(MARKS):
            return Pairing((), ())
        sentencewise = len(self.sentences) < 1.4 * len(self.paragraphs)
        return pair_marks(
            ["" if paragraph.kind in UNJUDGED else paragraph.text for paragraph in self.paragraphs], sentencewise
        )

    @lazy
    def speech(self) -> Speech:
        """What is quoted, a headline, a title of a work, a mention: see `Speech`."""
        return Speech(self.paragraphs, self.quotes)

    @lazy
    def register(self) -> Register:
        """What the text shows of its register; `Document.register` says what holds."""
        return told(self.paragraphs, self.quotes, self.index, self.expected == "en")

    @lazy
    def mentions(self) -> list[Mention]:
        """States and bodies named, in reading order."""
        return mentions(self.index)

    @lazy
    def relations(self) -> list[Relation]:
        """What one state does to another, in reading order."""
        return relations(self.mentions)


_ARCHAIC = "unto hath doth thou thee thy thine ye saith shalt hast art verily".split()
_FULL = 6  # words of an item, cell or caption that is a full sentence

#: What no heading ends with: the sentence runs on in the next segment.
_RUN_ON = frozenset(": , ; ： ， - – — the a an of and or but to in on at by for with from that which as".split())


def looks_like_headline(paragraph: Paragraph, paragraphs: Sequence[Paragraph]) -> bool:
    """Whether a segment of unknown kind reads like a headline or heading.

    One sentence of 2 to 22 words without a final mark, in a document of more than one segment, and not
    introducing what follows (a colon or comma at the end).
    """
    if len(paragraphs) < 2 or len(paragraph.sentences) != 1:
        return False
    sentence = paragraph.sentences[0]
    last = sentence.tokens[-1]
    if sentence.closed or last.text in _RUN_ON or last.lower in _RUN_ON:
        return False
    return len(sentence.tokens) <= 30 and 1 <= paragraph.words <= 22
