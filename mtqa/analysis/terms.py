"""Where the terms of a glossary stand in a text, in the forms that its language gives them.

English words are known by their endings. Elsewhere a word is taken for a form of the term's if it begins alike and ends
otherwise; how far it may differ depends on what is asked: to say that a term is missing, every likely form counts for
it, to say that it stands there, only a sure one does. Where no spaces part words, the term is a part of the text.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from mtqa.analysis.tokens import Token, tokenize
from mtqa.lazy import regex
from mtqa.values import NamedTuple

__all__ = ["Place", "Terms"]

#: Languages in whose writing no spaces part words, or particles hang on them.
_UNPARTED = frozenset("zh ja ko th lo km my".split())
#: What hangs before a word, as one or several letters.
_BEFORE = {
    "ar": ("ال", "و", "ب", "ل", "ف", "ك", "وال", "بال", "لل", "فال"),
    "he": ("ה", "ו", "ב", "ל", "מ", "ש", "כ", "וה", "בה", "שה", "מה"),
}
#: Languages that write a noun and what stands before it as one word: Paketversion and Installationspaket hold Paket.
_JOINING = frozenset("de nl sv da nb nn no is fi et hu fy lb af fo hsb eo".split())
#: Letters of a term that is looked for anywhere inside a word, at least; of a longer one the last two may be others.
_INSIDE, _WHOLE = 4, 5
#: Letters behind a shorter one, at most.
_TAIL = 4
_HYPHENS = regex("[-‐‑/]")
#: What makes a word behind it a name of software, no word: `.file`, `--option`, `<user`.
_CODE = regex(r"(?:^|[\s(\[\"'“„«`])(?:[.$@%\\<]|--?)$")
#: Letters by which words are looked up.
_KEY = 3


class Place(NamedTuple):
    """A term in a text.

    Attributes:
        number: of the form among those looked for.
        start, end: code points in the text.
    """

    number: int
    start: int
    end: int


class Terms:
    """Forms to look for, made ready.

    Args:
        forms: each with whether capitals count.
        language: ISO 639-1, of the text.
        loose: whether likely forms count, too.
    """

    def __init__(self, forms: Sequence[tuple[str, bool]], language: str, loose: bool) -> None:
        self.language, self.loose = language, loose
        self._words: dict[str, list[tuple[int, tuple[str, ...], bool]]] = defaultdict(list)
        self._parts: dict[str, list[tuple[int, str, bool]]] = defaultdict(list)
        for number, (form, case) in enumerate(forms):
            if language in _UNPARTED:
                self._parts[form[0].lower()].append((number, form, case))
                continue
            words = tuple(token.text for token in tokenize(form))
            self._words[_fold(words[0])[:_KEY]].append((number, words, case))

    def find(self, text: str) -> list[Place]:
        """The longest form at each place, in reading order; none overlap."""
        all_ = {*self._in_words(text), *self._in_text(text)}
        found = sorted(all_, key=lambda place: (place.start - place.end, place.start, place.number))
        taken: list[Place] = []
        for place in found:
            same = [other for other in taken if other.start < place.end and place.start < other.end]
            if not same or all((other.start, other.end) == (place.start, place.end) for other in same):
                taken.append(place)
        return sorted(taken, key=lambda place: (place.start, place.number))

    def _in_words(self, text: str) -> Iterator[Place]:
        if not self._words:
            return
        tokens = tokenize(text)
        for i, token in enumerate(tokens):
            if self.loose:
                yield from self._inside(token)
            elif _CODE.search(text, max(0, token.start - 4), token.start):
                continue
            for head in self._heads(token.text):
                for number, words, case in self._words.get(_fold(head)[:_KEY], ()):
                    row = tokens[i : i + len(words)]
                    if len(row) == len(words) and self._row(row, words, head, case):
                        yield Place(number, token.end - len(head), row[-1].end)

    def _inside(self, token: Token) -> Iterator[Place]:
        """Terms that are a part of a word: behind a hyphen, or where the language joins words."""
        if token.kind != "word" or self.language == "en":
            return
        joined = self.language in _JOINING
        said = _fold(token.text)
        if not joined and len(_HYPHENS.split(said)) < 2:
            return
        for rows in self._words.values():
            for number, words, case in rows:
                if len(words) == 1 and not case and _within(said, words[0], joined):
                    yield Place(number, token.start, token.end)

    def _heads(self, word: str) -> Iterable[str]:
        """A word, and what is left of it without what may hang before it."""
        yield word
        cut = max(word.rfind("'"), word.rfind("’")) + 1
        if 1 < cut < len(word) - 1:
            yield word[cut:]  # l'option
        for before in _BEFORE.get(self.language, ()):
            if word.startswith(before) and len(word) > len(before) + 1:
                yield word[len(before) :]

    def _row(self, row: Sequence[Token], words: Sequence[str], head: str, case: bool) -> bool:
        said = [head, *(token.text for token in row[1:])]
        return all(self._is(one, word, case) for one, word in zip(said, words, strict=True))

    def _is(self, said: str, word: str, case: bool) -> bool:
        if case:
            return said == word or (said.startswith(word) and _ending(said[len(word) :], self.loose))
        return _form_of(said.lower(), word.lower(), self.language, self.loose)

    def _in_text(self, text: str) -> Iterator[Place]:
        if not self._parts:
            return
        lower = text.lower() if len(text.lower()) == len(text) else text
        for at, char in enumerate(lower):
            for number, form, case in self._parts.get(char, ()):
                end = at + len(form)
                if not (text.startswith(form, at) if case else lower.startswith(form.lower(), at)):
                    continue
                if not (_latin(text[at - 1 : at] + form[0]) or _latin(form[-1] + text[end : end + 1])):
                    yield Place(number, at, end)


def _latin(two: str) -> bool:
    """Whether two characters belong to one word in Latin letters or figures."""
    return len(two) == 2 and two.isascii() and two.isalnum()


def _ending(rest: str, loose: bool) -> bool:
    """Whether something in lower case behind a name is an ending: Googles, iPhone's, GitHubissa."""
    rest = rest.lstrip("'’-")
    return rest.islower() and rest.isalpha() and len(rest) <= (5 if loose else 3)


def _within(said: str, word: str, joined: bool) -> bool:
    """Whether a folded word of several parts has a term for one of them."""
    stem = _fold(word)
    if len(stem) < _INSIDE:
        return joined and len(stem) == _INSIDE - 1 and (said.startswith(stem) or stem in said[-len(stem) - _TAIL :])
    stem = stem[: max(len(stem) - 2, _WHOLE)]
    return stem in said if joined else any(part.startswith(stem) for part in _HYPHENS.split(said))


@lru_cache(maxsize=20_000)
def _fold(word: str) -> str:
    """In lower case without accents: Häuser begins like Haus."""
    if word.isascii():
        return word.lower()
    return "".join(char for char in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(char))


@lru_cache(maxsize=50_000)
def _form_of(said: str, word: str, language: str, loose: bool) -> bool:
    if said == word:
        return True
    if language == "en":
        return said in _english(word, loose) or said.replace("-", "") == word.replace("-", "")
    if len(word) < 4 or not word.isalpha():
        return loose and len(word) == _INSIDE - 1 and said.startswith(word) and len(said) <= len(word) + _TAIL
    one, other = (_fold(said), _fold(word)) if loose else (said, word)
    alike = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    lost, more = len(other) - alike, len(one) - alike
    if loose:
        return alike >= max(3, len(other) * 0.6) and lost <= 3 and more <= 6
    return lost <= (2 if len(other) > 5 else 1) and more <= (3 if len(other) > 5 else 2) and alike > 2


@lru_cache(maxsize=50_000)
def _english(word: str, verbs: bool) -> frozenset[str]:
    """The plural of an English word, the word that a plural is of, and the regular forms of a verb if wanted."""
    forms = {word, f"{word}s", f"{word}es"}
    if word.endswith("y"):
        forms.add(f"{word[:-1]}ies")
    if word.endswith("man"):
        forms.add(f"{word[:-2]}en")
    if word.endswith("ies") and len(word) > 4:
        forms.add(f"{word[:-3]}y")
    elif word.endswith("s") and not word.endswith("ss") and len(word) > 3:
        forms |= {word[:-1], word[:-2]} if word.endswith("es") else {word[:-1]}
    if verbs:
        stem = word[:-1] if word.endswith("e") else word
        forms |= {f"{stem}ed", f"{stem}ing", f"{word}{word[-1]}ed", f"{word}{word[-1]}ing"}
        if word.endswith("y"):
            forms.add(f"{word[:-1]}ied")
    return frozenset(forms)
