"""What a target names and no source of the story does: states and nationalities, towns, people whom everybody knows."""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.source.instead import instead
from mtqa.analysis.source.pairing import Pairing, Side, Span, plain_name
from mtqa.analysis.source.twins import HOME, abroad, no_name, replaced
from mtqa.analysis.tokens import Token
from mtqa.knowledge.abroad import renowned, written
from mtqa.knowledge.cases import towns
from mtqa.knowledge.famous import families
from mtqa.knowledge.given import given as is_given
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.peoples import PEOPLES, opening
from mtqa.knowledge.places import LANGUAGES, SURFACES
from mtqa.knowledge.translit import split_pinyin, squeeze

__all__ = ["people", "places"]

#: Languages whose words for states, peoples and towns the tables know best.
_READ = frozenset("ru uk bg fr es it pt de pl cs sk hi zh nl".split())
_UNIONS = frozenset(("UN", "EU", "NATO"))
_VERBS = frozenset("is was has had will would said says who whose".split())
_MEASURES = frozenset("scale degrees prize award".split())
_BESIDE = frozenset("Columbia America Africa Sea Ocean Channel Peninsula dollar dollars pound pounds".split())


#: Faiths, which all languages call alike: how their words begin.
_GROUPS = {
    word: tuple(heads.split(","))
    for words, heads in (
        ("Catholic Catholics", "kato,kath,kait"),
        ("Protestant Protestants", "prot,evan,iev,ieva"),
        ("Muslim Muslims Islamic", "mus,isl,mosl,moha,arab"),
        ("Jewish Jews", "iud,iid,zid,iui,ebr,heb,evr,iev,iehu,isr,giud,iahu,ioud,iood,iode"),
        ("Buddhist Buddhists", "bud,bou,baud"),
        ("Hindu Hindus", "hin,ind"),
    )
    for word in words.split()
}
#: Letters that every language in Latin script copies.
_COPIED = frozenset("NHL NBA NFL FIFA UEFA BBC CNN NBC CBS IBM BMW ESPN MTV".split())
_LATIN = frozenset("fr es it pt de pl cs sk nl".split())


def places(both: Pairing) -> Iterator[Span]:
    """States, nationalities, faiths and large towns that nothing in the source is."""
    if both.language in _READ - {"zh"}:
        yield from _untold(
            both,
            [
                span
                for side in both.sides
                for span in (
                    *_states(both, side),
                    *_groups(both, side),
                    *(span for span in side.strangers if _town(both, span)),
                )
            ],
        )


def people(both: Pairing) -> Iterator[Span]:
    """People and bodies whom every newspaper knows, names of two words, letters, that nothing in the source is."""
    if both.language in _READ:
        strangers = [span for side in both.sides for span in side.strangers]
        yield from _untold(
            both, [one for one in strangers if _renowned(both, one) or _two(both, one) or _letters(both, one)]
        )


def _untold(both: Pairing, spans: list[Span]) -> list[Span]:
    """Those that are not told as standing for a name that is missing."""
    if not spans:
        return []
    told = {one for span, _ in (*replaced(both), *instead(both)) for one in _tokens(span)}
    return [span for span in spans if not told.intersection(_tokens(span))]


def _tokens(span: Span) -> set[tuple[int, int]]:
    return {(span.sentence.segment, token.start) for token in span.tokens}


def _states(both: Pairing, side: Side) -> Iterator[Span]:
    home = HOME.get(both.language or "", "")
    for sentence in side.sentences:
        for token in sentence.tokens:
            here = SURFACES.get(token.text)
            if here is None or token.text in _BESIDE or here.ambiguous or here.code in _UNIONS:
                continue
            state = here.code.partition("-")[0]
            if state == home or _part(sentence, token) or _language(sentence, token):
                continue
            if not side.licensed(token) and not _hinted(both, token.text, state):
                yield Span(sentence, token.index, token.index)


def _part(sentence: Sentence, token: Token) -> bool:
    """Whether the name of a state is a part of another name: British Columbia, Bank of China International."""
    for one in (sentence.at(token.index - 1), sentence.at(token.index + 1)):
        named = one.kind == "word" and one.text[0].isupper() and one.text not in SURFACES
        if one.text in _BESIDE or (named and one.index and token.index):
            return True
    return False


def _language(sentence: Sentence, token: Token) -> bool:
    """Whether the name of a people may be that of their language: no article, and no noun behind it."""
    before, behind = sentence.at(token.index - 1), sentence.at(token.index + 1)
    article = before.lower in ("a", "an") or (before.lower == "the" and behind.lower in _VERBS)
    noun = behind.kind == "word" and english().usually(behind.lower, "noun")
    return token.text in LANGUAGES and not article and not noun


def _groups(both: Pairing, side: Side) -> Iterator[Span]:
    """Faiths; parties are called by short names and by what they stand for."""
    for sentence in side.sentences:
        for token in sentence.tokens:
            heads = _GROUPS.get(token.text)
            if heads and not any(one.startswith(heads) for other in both.sides for one in other.names.openings):
                yield Span(sentence, token.index, token.index)


def _letters(both: Pairing, span: Span) -> bool:
    """Whether words are the letters of a well-known body, or letters that English has not."""
    text = span.text
    copied = text in _COPIED and both.language in _LATIN
    return copied or (text.isupper() and text.isalpha() and not text.isascii() and len(text) < 7)


def _hinted(both: Pairing, word: str, code: str = "") -> bool:
    """Whether any word of the sources begins like a name or a people of a state, or is a town of it."""
    begins = (opening(word)[: 4 if code else 3], *PEOPLES.get(code, ()))
    for side in both.sides:
        names = side.names
        if any(one.startswith(begins) for one in names.openings):
            return True
        forms = {form for name in names.names for form in (*name.forms, squeeze(name.text))} if code else ()
        if any(_country(form) == code for form in forms):
            return True
    return False


def _country(letters: str) -> str:
    """The country of a large town, or ""."""
    return (towns().find(letters) or "").partition("\t")[2]


def _town(both: Pairing, span: Span) -> bool:
    letters = [squeeze(token.text) for token in span.tokens if token.kind == "word"]
    country = _country("".join(letters))
    before = span.sentence.at(span.first - 1)
    if not country or country == HOME.get(both.language or "") or is_given(span.text.lower()):
        return False
    if any(token.text in SURFACES or token.text in _BESIDE for token in span.tokens) or before.text in SURFACES:
        return False
    return not _hinted(both, span.text)


def _has(both: Pairing, own: tuple[str, ...]) -> bool:
    """Whether a source has a name as Chinese writes it, or how a long one begins: 阿里 for 阿里巴巴."""
    short = [one[:2] if len(one) > 3 else one for one in own]
    return any(one in side.names.segment.text.lower() for side in both.sides for one in short)


def _two(both: Pairing, span: Span) -> bool:
    """Whether words are two names in a row; in Chinese, a person in full whose given name it would have to spell."""
    if both.language == "zh":
        last = squeeze(span.tokens[-1].text)
        return len(span.tokens) == 2 and abroad(span) and len(last) > 3 and split_pinyin(last) is None
    if both.language in ("ru", "uk", "bg"):
        return False  # what they are called there is written as it sounds or translated
    plain = all(plain_name(token) and not no_name(token) for token in span.tokens)
    states = sum(token.text in SURFACES for token in span.tokens)
    return len(span.tokens) == 2 and plain and states < 2 and span.tokens[0].text not in SURFACES


def _renowned(both: Pairing, span: Span) -> bool:
    letters = [squeeze(token.text) for token in span.tokens if token.kind == "word"]
    if any(token.text in SURFACES or not plain_name(token) or no_name(token) for token in span.tokens):
        return False
    singular = letters[-1].removesuffix("s")
    if span.sentence.at(span.last + 1).lower in _MEASURES or span.sentence.at(span.first - 1).lower in _MEASURES:
        return False
    if any(side.names.licenses(singular) for side in both.sides if len(singular) > 3):
        return False
    if (
        (letters[-1] not in families() and letters[-1] not in renowned())
        or is_given(span.text.lower())
        or _hinted(both, span.tokens[-1].text)
    ):
        return False
    return both.language != "zh" or (
        bool(written("hani").get(letters[-1])) and not _has(both, written("hani")[letters[-1]])
    )
