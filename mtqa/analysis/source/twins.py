"""What stands in the target in place of a name that did not come: a body word for word, another reading, a slip."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from mtqa.analysis.names import is_title
from mtqa.analysis.source.meant import meant
from mtqa.analysis.source.names import BODIES, NOUNS_IN_CAPITALS, SourceName, Target, foreign_to
from mtqa.analysis.source.pairing import Pairing, Side, Span, plain_name
from mtqa.analysis.tokens import Token
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.abroad import renderings, renowned
from mtqa.knowledge.cases import towns
from mtqa.knowledge.famous import families
from mtqa.knowledge.given import given as is_given
from mtqa.knowledge.holders import plain_spelling, rarity, shipped
from mtqa.knowledge.japanese import latin, of_kind, read
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.people import fold
from mtqa.knowledge.places import LANGUAGES, SURFACES
from mtqa.knowledge.similar import distance, slip
from mtqa.knowledge.sounds import alike, romanised
from mtqa.knowledge.translit import pinyin_name, split_pinyin, squeeze, surname_sounds
from mtqa.knowledge.words import ARTICLES
from mtqa.lazy import regex

__all__ = ["bearable", "bodies", "dropped", "listed", "miscopied", "misread", "replaced", "strange", "strong"]

_JOINING = frozenset(("of", "for", "and", "&"))
_COMMON = BODIES | _JOINING | frozenset("the a an in on".split())


def bodies(both: Pairing) -> Iterator[tuple[Span, SourceName]]:
    """Phrases of the target that put a well-known body of the source into other words."""
    for side in both.sides:
        for name in side.missing:
            wrong = renderings().get(name.right, ()) if name.kind == "known" else ()
            yield from ((span, name) for span in _said(side, wrong))
        wanted = [
            name for name in side.missing if _body(name) and not any(_said(side, renderings().get(name.right, ())))
        ]
        if not wanted:
            continue
        phrases = list(_phrases(side))
        for name in wanted:
            known = {word for form in name.forms for word in form.split()}
            fitting = [
                span
                for span in phrases
                if any(
                    squeeze(token.text) not in known | (_COMMON - BODIES)
                    for token in span.tokens
                    if token.kind == "word"
                )
                and not any(_same_thing(span, other) for other in side.names.names if other is not name)
            ]
            near = min(fitting, key=lambda span: _apart(side, span, name), default=None)
            if near is not None and _apart(side, near, name) < 0.3:
                yield near, name


def _said(side: Side, wrong: tuple[tuple[str, ...], ...]) -> Iterator[Span]:
    """Where the target has one of some renderings."""
    for sentence in side.sentences if wrong else ():
        for token in sentence.tokens:
            for one in wrong:
                if token.lower == one[0] and sentence.says(token.index, *one):
                    yield Span(sentence, token.index, token.index + len(one) - 1)
                    break


def _body(name: SourceName) -> bool:
    return (
        name.kind == "known"
        and not name.code
        and name.whole
        and any(BODIES.intersection(form.split()) for form in name.forms)
    )


def _same_thing(span: Span, name: SourceName) -> bool:
    """Whether a phrase has the words of another name of the source."""
    letters = {squeeze(token.text) for token in span.tokens}
    return not name.code and any(letters.intersection(form.split()) - _COMMON for form in name.forms)


def _apart(side: Side, span: Span, name: SourceName) -> float:
    size = max(1, side.sentences[-1].end)
    return abs(span.tokens[0].start / size - name.start / max(1, len(side.names.segment.text)))


def _phrases(side: Side) -> Iterator[Span]:
    """Words around a word for a body: `force ministry`, `University of Arab States`."""
    for sentence in side.sentences:
        tokens, taken = sentence.tokens, -1
        for token in tokens:
            if token.lower not in BODIES or token.index <= taken:
                continue
            first = last = token.index
            while first - 1 > taken and token.index - first < 5 and _content(tokens[first - 1]):
                first -= 1
            while last + 1 < len(tokens) and last - token.index < 5:
                follows = tokens[last + 1]
                joined = follows.lower in _JOINING and _content(sentence.at(last + 2))
                if joined:
                    last += 2
                elif (
                    follows.lower in BODIES
                    or (last > token.index and _content(follows))
                    or (token.text.islower() and _content(follows) and first == token.index)
                ):
                    last += 1
                else:
                    break
            if last > first:
                yield Span(sentence, first, last)
                taken = last


def _content(token: Token) -> bool:
    if token.kind != "word" or token.text in STARTERS or token.lower in _COMMON - BODIES or token.lower in ARTICLES:
        return False
    return token.text[0].isupper() or english().usually(token.lower, "noun", "adjective", "name")


def misread(both: Pairing) -> Iterator[tuple[Span, str, tuple[str, ...]]]:
    """Japanese names of the target whose characters are read otherwise: words, characters, the right readings."""
    if both.language != "ja":
        return
    for side in both.sides:
        yield from _other_reading(side)
        yield from _no_reading(side)


def _runs(side: Side) -> Iterator[Span]:
    for sentence in side.sentences:
        tokens, at = sentence.tokens, 0
        while at < len(tokens):
            end = at
            while end < len(tokens) and tokens[end].kind == "word" and tokens[end].text[0].isupper():
                end += 1
            if end - at > 1:
                yield Span(sentence, at, end - 1)
            at = max(end, at + 1)


def _other_reading(side: Side) -> Iterator[tuple[Span, str, tuple[str, ...]]]:
    """A person whom everybody knows, by another reading of the family name: Kan for Suga."""
    for name in side.names.names:
        if name.code or not re.fullmatch("[\u4e00-\u9fff々]{3,5}", name.text) or not _person(name):
            continue
        words = {word for form in name.forms for word in form.split()}
        if any(
            squeeze(token.text) == name.forms[-1].split()[-1]
            for sentence in side.sentences
            for token in sentence.tokens
        ):
            continue  # the family name is there
        for span in _runs(side):
            for token in span.tokens:
                letters = squeeze(token.text)
                if letters not in words and any(
                    letters == squeeze(latin(one)) for size in (1, 2, 3) for one in of_kind(name.text[:size], "f")
                ):
                    around = [
                        t.index for t in span.tokens if abs(t.index - token.index) <= 1 and t.lower not in _OFFICE_WORDS
                    ]
                    yield Span(span.sentence, min(around), max(around)), name.text, (name.right,)
                    break


def _person(name: SourceName) -> bool:
    """Whether characters begin with a family name that is read as the table has it."""
    families = {form.split()[-1] for form in name.forms}
    return any(squeeze(latin(one)) in families for size in (1, 2, 3) for one in of_kind(name.text[:size], "f"))


_OFFICE_WORDS = frozenset("minister secretary president prime chief foreign cabinet mr ms mrs governor".split())
_PERSON = regex("([\u4e00-\u9fff々]{2,6})(?=さん|氏|容疑者|被告|選手|監督|教授|社長|会長|知事|市長|[（(]\\d{2}[）)])")


def _no_reading(side: Side) -> Iterator[tuple[Span, str, tuple[str, ...]]]:
    """A given name that its characters cannot be read as, beside the right family name."""
    for match in _PERSON.finditer(side.names.segment.text):
        whole = match[1]
        for at in range(len(whole) - 1):  # what stands before may run on: 会社員佐々木浩
            for size in (3, 2, 1):
                family, given = whole[at : at + size], whole[at + size :]
                families, givens = of_kind(family, "f"), read(given)
                if len(family) != size or not families or not givens or not of_kind(given, "g"):
                    continue
                for span in _runs(side):
                    yield from _beside(span, families, givens, f"{family}{given}")
                return


def _beside(
    span: Span, families: tuple[str, ...], givens: tuple[str, ...], written: str
) -> Iterator[tuple[Span, str, tuple[str, ...]]]:
    words = [token for token in span.tokens if token.kind == "word" and not is_title(token)]
    for i, token in enumerate(words):
        if not any(squeeze(token.text) == squeeze(latin(one)) for one in families):
            continue
        beside = [*words[i + 1 : i + 2], *words[max(0, i - 1) : i]]
        if beside and not any(_reads(one, other.text) for other in beside for one in (*givens, *families)):
            first, last = sorted((token.index, beside[0].index))
            right = tuple(f"{token.text} {latin(one)}" for one in givens[:2])
            yield Span(span.sentence, first, last), written, right


def _reads(reading: str, word: str) -> bool:
    return alike(romanised(reading), squeeze(word), True, 0.2)


_COPYING = frozenset("fr es it pt de nl sv da nb no ro vi id ms ca gl tr az en".split())


def miscopied(both: Pairing) -> Iterator[tuple[Span, str]]:
    """Names of the target a letter or two from one of the source, which is written with the same letters."""
    if both.language not in _COPYING:
        return
    for side in both.sides:
        letters = side.target.letters
        for name in side.names.names:
            own = squeeze(fold(re.split("['’]", name.text)[0]))
            if name.kind == "known" or len(own) < 5 or own in letters or "-" in name.text:
                continue
            for span in side.spans:
                for token in span.tokens:
                    word = squeeze(fold(token.text))
                    if (
                        len(word) > 4
                        and not _ADJECTIVE.search(token.text)
                        and plain_name(token)
                        and word[0] == own[0]
                        and slip(word, own)
                        and rarity(token.text) > 16.5
                        and word not in side.names._copies
                        and _heard(word, both.language) != _heard(own, both.language)
                        and fold(token.text) != fold(name.text)
                        and not (word in families() or word in towns() or word in renowned())
                    ):
                        yield Span(span.sentence, token.index, token.index), name.text


def _heard(word: str, language: str | None) -> str:
    """A name with what is a matter of taste made one, and with what only French spells so: Milinkevitch."""
    plain = plain_spelling(word)
    return plain_spelling(word.replace("tch", "ch").replace("ou", "u")) if language == "fr" else plain


def _people(side: Side) -> list[SourceName]:
    """People whose name, in full in the source, did not come in any part."""
    names = side.names.names
    return [
        one
        for one, other in pairwise(names)
        if one.kind == other.kind == "person" and one in side.missing and other in side.missing
    ]


def _plain_to_lose(name: SourceName) -> bool:
    """Whether a name is a state, a large town or one of these letters, which nothing but itself can stand for.

    Bodies and people are called otherwise in many ways: the ministry, the leader; first names are left out.
    """
    if name.kind == "borne":
        return not is_given(name.text.lower())
    return bool(name.code) or squeeze(name.right) in towns()


#: The state whose news a language mostly writes: at home it goes without saying.
HOME = dict(
    pair.split("=")
    for pair in "zh=CN ja=JP ko=KR ru=RU uk=UA fi=FI et=EE lv=LV lt=LT cs=CZ pl=PL tr=TR hu=HU ro=RO is=IS "
    "hi=IN gu=IN he=IL fa=IR "
    "kk=KZ vi=VN de=DE fr=FR it=IT bg=BG ka=GE hy=AM el=GR sv=SE da=DK no=NO nb=NO nl=NL".split()
)


def dropped(both: Pairing) -> Iterator[tuple[Side, list[SourceName]]]:
    """Segments of which one sure name did not come, though another did."""
    sides = {side.index: side for side in both.sides}
    home = HOME.get(both.language or "", "")
    for side in both.sides:
        sure = [name for name in side.names.names if both.sure(name) and _plain_to_lose(name)]
        lost = [name for name in sure if name in side.missing and (not name.code or name.code != home)]
        lost += _people(side)
        if not lost or len({name.text for name in lost}) > 3 or side.strangers:
            continue
        rendered = {(span.sentence.segment, written) for span, _, written in meant(both)}
        lost = [name for name in lost if (side.index, name.text) not in rendered]
        near = [sides[i] for i in (side.index - 1, side.index + 1) if i in sides]
        lost = [name for name in lost if not any(other.target.has(name, side.names.asian) for other in near)]
        if lost:
            yield side, lost


_ASIAN = frozenset(("zh", "ja", "ko"))


def strange(both: Pairing) -> Iterator[Span]:
    """People in full of the target whom no source names, where a language would have to spell them alike."""
    if both.language in _ASIAN:
        return
    for side in both.sides:
        yield from (span for span in side.strangers if _in_full(span))


def _in_full(span: Span) -> bool:
    """Whether words are a given name and a family name, a Chinese name, or stand behind Mr, Mrs and the like."""
    words = [token.text for token in span.tokens]
    known = len(words) == 2 and words[1] not in SURFACES and squeeze(words[1]) in families()
    if known and is_given(words[0].lower()) and plain_name(span.tokens[0]):
        return True  # Jeremy Hunt
    if any(word in SURFACES or not plain_name(token) for word, token in zip(words, span.tokens, strict=True)):
        return False
    before = [span.sentence.at(span.first - k) for k in (1, 2)]
    courtesy = (before[1] if before[0].text == "." else before[0]).lower.rstrip(".") in _COURTESIES
    first, last = squeeze(words[0]), squeeze(words[-1])
    given = any(map(is_given, (first, *(first.replace(f"{vowel}e", vowel) for vowel in "aou"))))
    named = len(words) > 1 and (given or pinyin_name(words) or last in families())
    return len(words) < 4 and (courtesy or named)


_COURTESIES = frozenset("mr mrs ms".split())
_ADJECTIVE = regex("(?:fied|ites?|ian|ean|ese|ish|ia|ism|ist|ness|[iy][sz]ation|ology|iade|orate|man|men)s?$")
_CHAMBERS = frozenset("bundestag bundesrat bundesbank landtag kreml sejm senat rada duma knesset 中华 中華".split())
_SPOKEN = frozenset("language word words version text translation for".split())
_NOT_ALONE = frozenset("Columbia America Africa Sea Ocean dollar dollars".split())
#: Languages whose words for states and peoples the tables know best.
_STATES = frozenset("ru uk fr es it pt de pl cs tr hu ro zh ja ko ar fa he hi vi nl".split())


def replaced(both: Pairing) -> Iterator[tuple[Span, SourceName]]:
    """Names of the target that no source has, and the name that stands there in the source and did not come."""
    for side in both.sides:
        if not side.missing:
            continue
        sure = [
            name
            for name in side.missing
            if (both.sure(name) or name.kind in ("person", "spelt")) and name.text.lower() not in _CHAMBERS
        ]
        others = [name for name in side.missing if name.kind == "word" and not name.text.isupper()]
        yield from _of_a_namesake(side)
        yield from _half(side)
        yield from _other_state(both, side)
        for span in side.strangers:
            titled = both.language in _TITLED and side.nearest(
                span, [one for one in side.missing if one.kind == "titled"]
            )
            if titled:
                yield span, titled
                continue
            if span.acronym or any(no_name(token) for token in span.tokens if plain_name(token)):
                continue
            name = side.nearest(span, sure) or _only(side, span, sure)
            if name is not None and _spelt_alike(span, name):
                continue
            # no space parts the words of these: what is not read there may be a name all the same
            if name is not None and (both.language not in _ASIAN or _of_a_kind(span, name)):
                yield span, name
                continue
            name = side.nearest(span, others)
            if name is not None and _spelt_alike(span, name):
                continue
            state = any(token.text in SURFACES for token in span.tokens)
            fits = both.language in _STATES if state else both.language in _PLAINLY
            declined = both.language in _DECLINED and name is not None and both.namelike(name)
            declined = declined or (both.language in _ENDINGS and strong(span))
            declined = declined or (
                both.language in _DECLINED and name is not None and len(span.tokens) < 3 and bearable(both, name)
            )
            if name is not None and (fits or declined or _somebody(span)):
                yield span, name


#: How adjectives and words of bodies end in Czech, Slovak and Polish, hardly names.
_ATTRIBUTE = regex(
    "(?:[ýíáéě]|[ýíé](?:ch|m|mi)|[éi]?(?:ho|mu|go)|[ei]j|ou|[yi](?:ch|m|mi)|n[aeyią]|owe|stw[oaie]+|stv[oaí]|ost|ość|ce)$"
)
_LIKELY = 2.5  # odds of a word of the language, below which a word with a capital may be a name


def bearable(both: Pairing, name: SourceName) -> bool:
    """Whether a word of the source may be a name of its language: with no ending of an adjective, no usual word."""
    if name.text.isupper() or _ATTRIBUTE.search(name.text) or "-" in name.text or len(name.text) < 3:
        return False
    return foreign_to(name.text, both.language or "", _LIKELY)


def _spelt_alike(span: Span, name: SourceName) -> bool:
    """Whether some word is the missing name, spelt otherwise: Romicem, Tomic; Baas, Baath."""
    return name.kind in ("word", "borne", "person", "kana") and any(
        distance(letters[: len(own)], own[: len(letters)], 3) <= min(len(letters), len(own)) // 4
        or alike(own, letters, False, 0.2)
        for token in span.tokens
        if (letters := squeeze(token.text))
        for own in (squeeze(romanised(name.text)),)
    )


_TITLED = frozenset(("hi", "gu"))
#: Languages that put endings to names; those that write no noun with a capital.
_ENDINGS = frozenset("pl cs sk de".split())
_DECLINED = _ENDINGS - NOUNS_IN_CAPITALS
_PLAINLY = frozenset("fr es it pt nl sv da nb no ro ca gl".split())


def _only(side: Side, span: Span, sure: list[SourceName]) -> SourceName | None:
    """The state for which another stands, where neither side has a further name that could: they may stand apart."""
    alone = len(sure) == len(side.missing) == len(side.strangers) == 1
    return sure[0] if alone and sure[0].code and any(token.text in SURFACES for token in span.tokens) else None


def no_name(token: Token) -> bool:
    """Whether a word ends like an adjective or an institution, has a capital inside, or opens a sentence as a verb."""
    inner = token.text.removeprefix("Mc").removeprefix("Mac").removeprefix("O'").removeprefix("De")[1:]
    shaped = _ADJECTIVE.search(token.text) or (inner != inner.lower() and "-" not in inner)
    return bool(shaped) or (token.index == 0 and english().may_be(token.lower, "verb"))


def _in_pinyin(names: list[Token]) -> bool:
    """Whether two words are a Chinese name whose given name may have one syllable: Yu Wang."""
    letters = [squeeze(token.text) for token in names]
    return len(letters) == 2 and all(map(split_pinyin, letters)) and not surname_sounds().isdisjoint(letters)


def listed(span: Span) -> bool:
    """Whether words are a large town, or end with the name of what every newspaper knows."""
    names = [squeeze(token.text) for token in span.tokens if token.kind == "word"]
    return "".join(names) in towns() or names[-1] in renowned() or names[-1] in families()


def strong(span: Span) -> bool:
    """Whether words are somebody or something that lists know, or two names in a row."""
    names = [token for token in span.tokens if token.kind == "word"]
    if listed(span) or _in_pinyin(names):
        return True
    return len(names) > 1 and all(map(plain_name, names)) and not all(token.text in SURFACES for token in names)


def _somebody(span: Span) -> bool:
    """Whether words are a person in full, or the family name of somebody whom every newspaper knows."""
    last = squeeze(span.tokens[-1].text)
    return _in_full(span) or ((last in renowned() or last in families()) and not is_given(span.text.lower()))


def _of_a_namesake(side: Side) -> Iterator[tuple[Span, SourceName]]:
    """`Vladimir Putin`, where the source has Vladimir Zelensky: the family name alone is another's."""
    for given, family in pairwise(side.names.names):
        if family not in side.missing or side.names.segment.text[given.end : family.start] != " ":
            continue
        for span in side.spans:
            first, last = span.tokens[0], span.tokens[-1]
            if (
                len(span.tokens) == 2
                and squeeze(last.text) in families()
                and not side.licensed(last)
                and is_given(first.lower)
                and any(alike(sound, squeeze(first.text)) for sound in given.sounds)
                and not _spelt_alike(Span(span.sentence, last.index, last.index), family)
            ):
                yield Span(span.sentence, last.index, last.index), family


def _half(side: Side) -> Iterator[tuple[Span, SourceName]]:
    """A given name, or a family name, in place of another beside the other part of the name, which came."""
    for given, family in pairwise(side.names.names):
        kinds = {given.kind, family.kind}
        between = side.names.segment.text[given.end : family.start]
        if len(between) != 1 or not (kinds == {"spelt"} or kinds == {"person"}):
            continue
        if (given in side.missing) == (family in side.missing):
            continue
        lost, here = (given, family) if given in side.missing else (family, given)
        step = -1 if lost is given else 1
        for sentence in side.sentences:
            for token in sentence.tokens:
                other = sentence.at(token.index + step)
                if (
                    plain_name(token)
                    and other.index != token.index
                    and plain_name(other)
                    and other.text not in SURFACES
                    and not is_title(other)
                    and not side.licensed(other)
                    and Target([token]).has(here)
                    and not any(alike(sound, squeeze(other.text), False, 0.5) for sound in lost.sounds)
                    and not _spelt_alike(span := Span(sentence, other.index, other.index), lost)
                ):
                    yield span, lost


def _other_state(both: Pairing, side: Side) -> Iterator[tuple[Span, SourceName]]:
    """A state or nationality that no source has, in place of one."""
    missing = [name for name in side.missing if name.code and name.whole and name.text not in _CHAMBERS]
    if not missing or both.language not in _STATES:
        return
    for sentence in side.sentences:
        for token in sentence.tokens:
            here = SURFACES.get(token.text)
            if here is None or here.ambiguous or here.code in ("UN", "EU", "NATO"):
                continue
            beside = (sentence.at(token.index - 1).text, sentence.at(token.index + 1).text)
            if token.text in LANGUAGES and (beside[0] != "the" or not beside[1].isalpha() or beside[1] in _SPOKEN):
                continue
            if _NOT_ALONE.intersection((token.text, *beside)) or side.licensed(token):
                continue
            span = Span(sentence, token.index, token.index)
            name = side.nearest(span, missing) if not plain_name(token) else None
            if name is not None:
                yield span, name


def _of_a_kind(span: Span, name: SourceName) -> bool:
    """Whether both are states, or neither is and the words are the name of somebody whom everybody knows."""
    if name.code:
        return span.text in SURFACES
    if name.kind == "spelt":
        return not any(token.text in SURFACES for token in span.tokens)
    last = squeeze(span.tokens[-1].text)
    before = span.sentence.at(span.first - 1)
    holder = before.kind == "word" and is_title(before) and span.tokens[-1].text in shipped().families
    return name.kind == "known" and (last in families() or holder or abroad(span))


def abroad(span: Span) -> bool:
    """Whether words are a person in full whose given name Chinese would have to spell: Guenther Merl."""
    first = squeeze(span.tokens[0].text)
    return (
        len(span.tokens) > 1 and _in_full(span) and split_pinyin(first) is None and not pinyin_name(span.text.split())
    )
