"""Who does what to whom in a source, as far as a name beside a verb shows it, and whether the target turns it round.

A name stands before the active verb of its sentence (Russian, Spanish, Chinese …) or bare where the verb comes last
(Turkish, Persian): it is who acts. A name behind a word or with an ending of the object is whom it is done to. What
these do not show is not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.analysis.source.names import ENDS, NOUNS_IN_CAPITALS
from mtqa.analysis.source.pairing import Pairing, Side
from mtqa.analysis.tokens import Token
from mtqa.knowledge.abroad import as_listed, words
from mtqa.knowledge.deeds import PASSIVES, Deed, deed_of
from mtqa.knowledge.places import SURFACES
from mtqa.knowledge.sounds import alike, romanised
from mtqa.knowledge.translit import Sound, squeeze
from mtqa.knowledge.words import BE, COMMON_PREPOSITIONS
from mtqa.lazy import regex
from mtqa.values import dataclass

__all__ = ["Turn", "passives", "turned"]

_BEFORE_VERB = frozenset("ru uk es fr it pt de vi zh pl cs".split())
_VERB_LAST = frozenset("tr fa".split())
_STOP = regex(r"[.!?;。！？；…]")
_WHO = regex(
    r"(?:quien(?:es)?|que|qui|котор(?:ый|ая)|який|яка|który|která|který|der|die|das|che|ông|bà|người)\s*$",
    re.IGNORECASE,
)
_AGENT = frozenset(("by",))


@dataclass(frozen=True, slots=True)
class Turn:
    """A clause of the target in which the parties are turned round.

    Attributes:
        sentence, first, last: where.
        who: the party, as the target has it.
        verb: of the target.
        written: the place of the source that says otherwise.
        acts: whether the party acts in the source.
    """

    sentence: Sentence
    first: int
    last: int
    who: str
    verb: str
    written: str
    acts: bool


def _deeds(both: Pairing) -> Iterator[tuple[Side, Token, Sentence, Deed]]:
    """Verbs of the target that do a deed which the language of the source has words for."""
    for side in both.sides:
        for sentence in side.sentences:
            for token in sentence.tokens:
                deed = deed_of(token.lower)
                if deed is not None and both.language in deed.patterns:
                    yield side, token, sentence, deed


def passives(both: Pairing) -> Iterator[Turn]:
    """Parties that in the target suffer (`was thanked by`) what they do in the source."""
    language = both.language or ""
    for side, token, sentence, deed in _deeds(both):
        tokens, text = sentence.tokens, side.names.segment.text
        if token.lower != deed.participle:
            continue
        be = next((i for i in range(token.index - 1, max(-1, token.index - 4), -1) if tokens[i].lower in BE), None)
        if be is None or any(t.lower in ("to", "not") for t in tokens[be : token.index]):
            continue
        verbs = list(deed.patterns[language].finditer(text))
        if len(verbs) != 1 or _passive(text, verbs[0], language):
            continue
        found = _suffers(side, sentence, be, verbs[0], language)
        behind = sentence.at(token.index + 1).lower
        if found is not None and (behind in ("by", "for") or language in _VERB_LAST):
            first, last = found if be - found < 6 else be, token.index + (behind == "by")
            yield Turn(sentence, first, last, tokens[found].text, token.text, verbs[0][0], True)


def _passive(text: str, verb: re.Match[str], language: str) -> bool:
    """Whether the sentence of the verb shows a passive."""
    begin = max((match.end() for match in _STOP.finditer(text, 0, verb.start())), default=0)
    end = next((match.start() for match in _STOP.finditer(text, verb.end())), len(text))
    pattern = PASSIVES.get(language)
    return pattern is not None and pattern.search(text, begin, end) is not None


def _suffers(side: Side, sentence: Sentence, be: int, verb: re.Match[str], language: str) -> int | None:
    """The token of the subject of a passive that acts in the source."""
    tokens = sentence.tokens
    if be and tokens[be - 1].lower == "who":
        return be - 1 if _WHO.search(side.names.segment.text[: verb.start()]) else None
    names = [i for i in range(be - 1, max(-1, be - 14), -1) if _name(tokens[i])]
    if not names or any(tokens[i].text in ".;:" for i in range(names[0], be)):
        return None
    names = [i for i in names if not (i and tokens[i - 1].lower in COMMON_PREPOSITIONS)] or [be]
    names = sorted({names[0], names[-1]}) if language in _VERB_LAST else names[:1]
    for i in names:
        if not _name(tokens[i]):
            continue
        for start, end in places(side, tokens[i]):
            if acts(side.names.segment.text, start, end, verb, language, tokens[i]):
                return i
    return None


def _name(token: Token) -> bool:
    return token.kind == "word" and token.text[0].isupper() and (token.index > 0 or len(token.text) > 3)


def places(side: Side, token: Token) -> list[tuple[int, int]]:
    """Where the source has what a word of the target names."""
    surface = SURFACES.get(token.text)
    found = [
        (name.start, name.end)
        for name in side.names.names
        if (surface is not None and name.code and name.code == surface.code)
        or (not name.code and name.kind == "known" and squeeze(token.text) in " ".join(name.forms).split())
    ]
    text, letters = side.names.segment.text, squeeze(token.text)
    if found or len(letters) < 3:
        return found
    if side.names.chinese:
        place = Sound(text).find(letters)
        return [place] if place else []
    for match in words(text):
        capital = match[0][0].isupper() or not side.names.cased
        if capital and alike(romanised(re.split("['’]", match[0])[0]), letters, side.names.asian, 0.2):
            found.append(match.span())
    return found


def acts(text: str, start: int, end: int, verb: re.Match[str], language: str, token: Token) -> bool:
    """Whether a name of the source acts."""
    if end > verb.start() or _STOP.search(text, end, verb.start()):
        return False
    between, before = text[end : verb.start()], text[:start].rstrip()
    if language in _VERB_LAST:
        written = text[start:end]
        marked = re.search("['’]\\w+$", written) or re.match(r"\s*(?:را|tarafından)", between)
        return not marked and not re.search(r"(?:\bاز|\bبه|\bبا|دولت)$", before)
    if language in _DOER and not _DOER[language].match(text[start:end][-1:] + between if language == "ko" else between):
        return False
    if _RELATIVE.search(between) or re.search(r"(?:\bאת|\b[Ττ]ην?|\b[Ττ]ον?|\b[Ττ]ους)\s*$", text[:start]):
        return False
    if len(between) > 40 or (
        re.search(r"\b[A-ZÀ-ÞЀ-Я]\w+", between.replace("»", " ")) and language not in NOUNS_IN_CAPITALS
    ):
        return False
    if re.search(
        r"(?:\ba|\bal|\bà|\bau|\bcho|\bvới|\bпо|\bк|\bс|\bо|\bдля|\bв|\bво|\bна|\bиз|\bу|\bза|\bвід|\bз|\ben|\bde|\bin|\bvon|\btại|\bở|\bw|\bv|от|[向对对被把给与和跟由])$",
        before,
    ):
        return False
    return not _inflected(text[start:end], token.text, language)


_SLAVIC = frozenset("ru uk pl cs".split())
_ACCUSATIVE = regex("[уюęąu]$")
#: Behind a name that does something, and before one: 日本は, भारत ने, η Ρωσία.
_DOER = {
    "ja": regex("(?:政府|側|軍|大統領|首相|外相)?(?:は|が|も)"),
    "ko": regex("(?:정부|측|군)?(?:은|는|이|가|도)(?![가-힣])"),
    "hi": regex(r"\s*ने(?=\s)"),
}
_RELATIVE = regex(
    r"\b(?:котор(?:ую|ого|ых|ому|ым|ой|ые)|яку|якого|яких|які|którą|którego|których|kterou|kterého|které)\b"
)


def _inflected(written: str, name: str, language: str) -> bool:
    """Whether a Slavic name has the ending of an object, which its English form has not."""
    if language in _SLAVIC and _ACCUSATIVE.search(written) and squeeze(name)[-1:] != "u":
        return True  # Россию
    if as_listed(written, language):
        return False  # Польша, Poland
    letters = romanised(written)
    return letters[-1:] in "aeiouym" and squeeze(name)[-1:] not in "aeiouy" and written[:1] > "\u0100"


#: What marks whom something is done to, beside a name: before it, behind it.
_OBJECT: dict[str, tuple[re.Pattern[str] | None, re.Pattern[str] | None]] = {
    "zh": (regex("(?:向|给|把|对)$"), None),
    "ja": (None, regex("(?:政府|側)?(?:に|を)(?![対よおとつ関はも])")),
    "ko": (None, regex("(?:을|를|에게|측에)(?=[\\s,.]|$)")),
    "vi": (
        regex(r"\b(?:cho|đến)\s+(?:(?:Đại sứ|Bộ trưởng|Thủ tướng|Tổng thống|ông|bà)\s+)?(?:\w+\s+){0,2}$"),
        None,
    ),
    "tr": (None, regex("^['’](?:y|n)?[ıiuüae]\\b")),
    "es": (regex(r"\ba\s+(?:la\s+|las\s+|los\s+)?$|\bal\s+$"), None),
    "pt": (regex(r"\ba[os]?\s+$"), None),
    "fa": (regex(r"\b(?:از|به)\s+(?:دولت\s+)?$"), regex(r"^\s*را\b")),
}


def turned(both: Pairing) -> Iterator[Turn]:
    """Parties that in the target act (`China asks`) upon whom it is done in the source, and the other way round."""
    language = both.language or ""
    for side, token, sentence, deed in _deeds(both):
        if token.lower not in deed.active or _noun(both, sentence, token):
            continue
        text = side.names.segment.text
        verbs = list(deed.patterns[language].finditer(text))
        if not verbs or _STOP.search(text, verbs[0].end(), verbs[-1].start()) or _passive(text, verbs[0], language):
            continue
        found = [
            *_object_acts(side, sentence, token, verbs[0], language),
            *_actor_suffers(side, sentence, token, verbs[0], language, deed),
        ]
        yield from found or _two(side, sentence, token, verbs, language)


def _noun(both: Pairing, sentence: Sentence, token: Token) -> bool:
    """Whether a form is no verb here: Russian sanctions."""
    before = SURFACES.get(sentence.at(token.index - 1).text)
    tag = both.reading(sentence).tag(token.index)
    return (before is not None and before.kind == "adjective") or (tag is not None and not tag.startswith("VB"))


def _object_acts(side: Side, sentence: Sentence, token: Token, verb: re.Match[str], language: str) -> Iterator[Turn]:
    tokens, marks = sentence.tokens, _OBJECT.get(language)
    i = token.index - 1
    while i > 0 and tokens[i].lower in ("will", "has", "had", "have", "would", "also", "then"):
        i -= 1
    if marks is None or i < 0 or not _name(tokens[i]) or tokens[i].lower in BE:
        return
    where = places(side, tokens[i])
    text = side.names.segment.text
    if where and all(
        _marked(text, start, end, marks) and not _STOP.search(text, min(end, verb.end()), max(start, verb.start()))
        for start, end in where
    ):
        start, end = where[0]
        yield Turn(
            sentence, i, token.index, tokens[i].text, token.text, text[max(0, start - 6) : end + 2].strip(), False
        )


_KOREAN = regex("(?:을|를|에게|측에)$")


def _marked(text: str, start: int, end: int, marks: tuple[re.Pattern[str] | None, re.Pattern[str] | None]) -> bool:
    before, behind = marks
    written = text[start:end]
    tail = re.search("['’]\\w+$", written)
    if before is not None and before.search(text[:start]):
        return True
    if behind is None:
        return False
    return bool(behind.match(tail[0] if tail else text[end : end + 12]) or _KOREAN.search(written))


def _actor_suffers(
    side: Side, sentence: Sentence, token: Token, verb: re.Match[str], language: str, deed: Deed
) -> Iterator[Turn]:
    """`dockers receive Borne`, where the source has Borne right before the verb, at the head of its clause."""
    tokens, text = sentence.tokens, side.names.segment.text
    i = token.index + 1
    if language not in _BEFORE_VERB or language in ("zh", "vi") or not _name(sentence.at(i)) or token.index == 0:
        return
    if tokens[token.index - 1].lower in (*BE, "by", "and", "to") or deed.name == "send":
        return
    for start, end in places(side, tokens[i]):
        head = ENDS.search(text[max(0, start - 6) : start]) or text[:start].rstrip().endswith((":", "-", "–", "—"))
        if head and text[end : verb.start()].strip() == "" and acts(text, start, end, verb, language, tokens[i]):
            yield Turn(sentence, token.index, i, tokens[i].text, token.text, text[start : verb.end()], True)


_ARTICLE = "la |le |les |l['’]|el |los |las |il |lo |gli |o |a |os |as |die |der |das |η |ο |το |οι "
_ARTICLES = regex(f'(?:^|[.!?:;,«"“]\\s*|\\s)(?:{_ARTICLE})$', re.IGNORECASE)
#: What may stand between a verb and whom its deed is done to, and between who does it and the verb.
_AFTER_VERB = regex(
    f"\\s*(?:(?:à |a )?(?:{_ARTICLE})|à |al |den |את |τη |την |τον |στη |στην |στον |了|对|對|на |в |во |ב|ל|על )?"
)
_VERB_FIRST = frozenset(("ar",))
_ADVERB = "уже|вновь|резко|снова|также|ha|también|già|anche|hat|已|已经|再次|强烈|多次|严厉|公开|đã|cũng|היום"
_BETWEEN = regex(f"\\s*(?:(?:{_ADVERB})\\s*){{0,2}}")


def _two(side: Side, sentence: Sentence, token: Token, verbs: list[re.Match[str]], language: str) -> Iterator[Turn]:
    """`Russia condemned Poland`, where in the source Poland stands before the verb and Russia behind it."""
    tokens, text = sentence.tokens, side.names.segment.text
    i, j = token.index - 1, token.index + 1
    while i > 0 and tokens[i].lower in ("will", "has", "had", "have", "would", "also", "then", "again", "strongly"):
        i -= 1
    j += sentence.at(j).lower == "the"
    if i < 0 or not _name(tokens[i]) or not _name(sentence.at(j)) or sentence.at(j + 1).kind == "clitic":
        return
    if i and (tokens[i - 1].lower in COMMON_PREPOSITIONS or tokens[i - 1].lower in ("and", "or")):
        return
    for verb in verbs:
        for start, end in places(side, tokens[j]):
            for other, _ in places(side, tokens[i]):
                if _does(text, start, end, other, verb, language, tokens[j]):
                    written = text[min(start, verb.start()) : max(other, verb.end())].strip()
                    yield Turn(sentence, i, token.index, tokens[i].text, token.text, written, False)
                    return


def _does(text: str, start: int, end: int, other: int, verb: re.Match[str], language: str, token: Token) -> bool:
    """Whether a name does the deed of a verb to another one, which begins at a place."""
    if language == "hi":
        done = _DOER["hi"].match(text, end) and end < other < verb.start()
        return bool(done) and not _STOP.search(text, end, verb.start())
    if language in _VERB_FIRST:
        return text[verb.end() : start].strip() == "" and start < other and text[end:other].strip() == ""
    if language not in _BEFORE_VERB | {"he", "el"} or not end <= verb.start() < other:
        return False
    if not _BETWEEN.fullmatch(text, end, verb.start()) or not _AFTER_VERB.fullmatch(text, verb.end(), other):
        return False
    before = _ARTICLES.sub("", text[:start]) if _ARTICLES.search(text[:start]) else text[:start]
    head = not before.strip() or ENDS.search(before[-6:]) or before.rstrip()[-1] in ",，、:"
    return bool(head) and not re.search(r"את\s*$", before) and not _inflected(text[start:end], token.text, language)
