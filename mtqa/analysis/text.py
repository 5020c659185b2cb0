"""The shared view of a document's targets, computed once and on demand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from mtqa.analysis.names import Name, find_names
from mtqa.analysis.quotes import Pairing, pair_marks
from mtqa.analysis.register import Register, told
from mtqa.analysis.relations import Mention, Relation, mentions, relations
from mtqa.analysis.sentences import Sentence, split
from mtqa.analysis.tagger import tag
from mtqa.analysis.tokens import Token, tokenize
from mtqa.analysis.variety import Variety, variety


class Paragraph:
    """One segment's target with its tokens and sentences.

    Attributes:
        index: of the segment in the document.
        text: the target.
        kind: "headline" where the format or the look of the segment says so, else "body".
    """

    __slots__ = ("index", "kind", "sentences", "text", "tokens")

    def __init__(self, index: int, text: str, kind: str) -> None:
        self.index = index
        self.text = text
        self.tokens: list[Token] = tokenize(text)
        self.sentences: list[Sentence] = split(index, text, self.tokens)
        self.kind = kind

    @property
    def words(self) -> int:
        """Number of words and numbers."""
        return sum(token.kind in ("word", "number") for token in self.tokens)


class Analysis:
    """Paragraphs, sentences, tokens and names of a document, each computed once.

    Args:
        texts: (target, kind) of every segment, in order.
    """

    def __init__(self, texts: Sequence[tuple[str, str]]) -> None:
        self._texts = texts

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """One for each segment, in order; empty segments included."""
        made = [Paragraph(i, text, kind) for i, (text, kind) in enumerate(self._texts)]
        for paragraph in made:
            if paragraph.kind == "body" and looks_like_headline(paragraph, made):
                paragraph.kind = "headline"
        return made

    @cached_property
    def sentences(self) -> list[Sentence]:
        """All sentences in reading order."""
        return [sentence for paragraph in self.paragraphs for sentence in paragraph.sentences]

    @cached_property
    def tagging(self) -> list[tuple[Sentence, str]]:
        """Every sentence with one part-of-speech letter a token, in reading order (see `tagger`)."""
        return [(sentence, tag(sentence)) for sentence in self.sentences]

    def letters(self, sentence: Sentence) -> str:
        """The part-of-speech letters of one sentence."""
        return self._letters[sentence]

    @cached_property
    def _letters(self) -> dict[Sentence, str]:
        return dict(self.tagging)

    @cached_property
    def words(self) -> int:
        """Number of words and numbers in the document: the unit of the score."""
        return sum(paragraph.words for paragraph in self.paragraphs)

    @cached_property
    def index(self) -> dict[str, list[tuple[Sentence, int]]]:
        """For every lower-cased token text the places it stands at, as (sentence, token index).

        Rules look up their trigger words here instead of reading every token.
        """
        places: dict[str, list[tuple[Sentence, int]]] = {}
        for sentence in self.sentences:
            for token in sentence.tokens:
                places.setdefault(token.lower, []).append((sentence, token.index))
        return places

    def find(self, *words: str) -> list[tuple[Sentence, int]]:
        """Places of the given lower-cased tokens, as (sentence, token index), in reading order for each word."""
        index = self.index
        return [place for word in words for place in index.get(word, ())]

    def count(self, words: Sequence[str]) -> int:
        """How often the words stand in a row as they are written; of a usual first word 200 places are looked at."""
        found = 0
        for sentence, i in self.index.get(words[0].lower(), ())[:200]:
            tokens = sentence.tokens[i : i + len(words)]
            found += tokens[-1].text == words[-1] and [token.text for token in tokens] == list(words)
        return found

    @cached_property
    def variety(self) -> Variety | None:
        """American or British English, where the document shows which."""
        return variety(self.index)

    @cached_property
    def names(self) -> list[Name]:
        """Capitalised names in reading order."""
        return find_names(self.sentences, self.index, {p.index for p in self.paragraphs if p.kind == "headline"})

    @cached_property
    def quotes(self) -> Pairing:
        """Quotation marks and brackets, paired over the whole document."""
        sentencewise = len(self.sentences) < 1.4 * len(self.paragraphs)
        return pair_marks([text for text, _ in self._texts], sentencewise)

    @cached_property
    def register(self) -> Register:
        """What the text shows of its register; `Document.register` says what holds."""
        return told(self.paragraphs, self.quotes)

    @cached_property
    def mentions(self) -> list[Mention]:
        """States and bodies named, in reading order."""
        return mentions(self.index)

    @cached_property
    def relations(self) -> list[Relation]:
        """What one state does to another, in reading order."""
        return relations(self.mentions)


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
