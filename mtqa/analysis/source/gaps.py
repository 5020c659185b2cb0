"""Gaps of a target that a name of its source fits: `such as, above all`, `President does not want`, `Reiterated it`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

from mtqa.analysis.names import is_title
from mtqa.analysis.reading import Reading
from mtqa.analysis.source.names import SourceName
from mtqa.analysis.source.pairing import Pairing, Side, Span
from mtqa.knowledge.nouns import COURTESY
from mtqa.knowledge.verbs import PLACING
from mtqa.knowledge.words import BE, OPENING_DETERMINERS

__all__ = ["gaps"]

#: What can stand in a gap: anything; somebody or a body; somebody who opens the text; a name that is surely one, for
#: the gap has a shape that is now and then good English.
_Kind = Literal["any", "who", "first", "sure"]
_FAR = 0.4  # of the length of the texts
_OPENING = 3  # code points before a name that opens its text
#: Languages in which a capital inside a sentence nearly always is a name's, with few endings behind it.
_WRITTEN_ALIKE = frozenset("fr es it pt nl sv da nb no ro ca gl pl cs sk".split())
#: Languages whose order is so unlike that of English that a name may stand anywhere.
_VERB_LAST = frozenset("de nl hi gu".split())
_BEFORE = frozenset("of in at by from with for to into against between among near like".split())
_BEHIND = frozenset("of in at by from with for on against during".split())
#: Two prepositions in a row that may be good English: things like in winter, to the order of at least ten.
_PAIRS = frozenset("like in,like on,like with,like at,like for,like from,from in,from at,of at,of by".split(","))
#: Words of a preposition of two words, which look like verbs: according to, thanks to.
_LEADING = frozenset("according thanks".split())
_BEFORE_OF = frozenset("by at from with to for".split())
_ENDING = frozenset("of at from to in by with into against between".split())
_VERBS = frozenset("VB VBP VBZ VBD VBN VBG VBZ-A VBP-A VBD-A VB-A VBN-A VBG-A RP".split())
_NOUNS = frozenset("NN NNS NNP NNPS IN".split())
_SAYING = frozenset("said wrote told explained added stressed noted".split())
_CLOSING = frozenset("\"”»’'")
_FINITE = frozenset("VBZ VBD MD VBZ-A VBD-A".split())
#: Titles that are family names, too.
_FAMILIES = frozenset("emir king judge dean marshal bishop pope prince major abbot".split())
_AT_FIRST = frozenset("in at on with from by during under despite among between through".split())
_OPENERS = frozenset("WDT WP WRB PRP IN-S EX VBP VBP-A VBG".split())
#: Prepositions that are no adverbs, what follows them as an adverb, and what goes on behind a comma.
_NEVER_ALONE = frozenset("of from with to at into for among towards across against between".split())
_ADVERBIAL = frozenset("yesterday today tomorrow someday earlier too as".split())
_CONTINUING = frozenset("who where which when but and".split())
_RELATIVE = frozenset("that than as".split())
_FRONTING = frozenset("WP WDT WRB WP$".split())
_CLAUSES = frozenset("while although though when if because since after before".split())
_NO_OPENING = frozenset("so said says here there".split())


def gaps(both: Pairing) -> Iterator[tuple[Span, SourceName]]:
    """Where a name should stand, and the name of the source that is nowhere in the target."""
    for side in both.sides:
        lost = [name for name in side.missing if _name(both, name)]
        lost += [name for name in side.short if both.sure(name)]
        lost += [name for name in side.names.openers if not side.target.has(name)]
        if not lost or side.strangers:
            continue
        for sentence in side.sentences:
            if sentence.tokens[0].text[0].islower():  # a text without capitals hides its names
                continue
            for first, last, kind in _holes(both.reading(sentence)):
                span = Span(sentence, first, last)
                fits = [
                    name
                    for name in lost
                    if _fits(both, side, span, kind, name, alone=len(lost) == 1 and both.language in _VERB_LAST)
                ]
                name = side.nearest(span, fits) or next(iter(fits), None)
                if name is not None:
                    yield span, name


def _name(both: Pairing, name: SourceName) -> bool:
    """Whether a word of the source is surely a name."""
    plain = name.kind == "word" and both.language in _WRITTEN_ALIKE and len(name.text) > 2
    return both.sure(name) or name.kind in ("person", "titled", "body", "spelt") or plain


def _fits(both: Pairing, side: Side, span: Span, kind: _Kind, name: SourceName, alone: bool) -> bool:
    if kind == "first":
        return name.start <= _OPENING and span.sentence is side.sentences[0]
    place = span.sentence.tokens[span.first].start / max(1, side.sentences[-1].end)
    if kind == "sure" and not (both.sure(name) or both.namelike(name) or name.kind in ("titled", "spelt")):
        return False
    near = abs(name.start / max(1, len(side.names.segment.text)) - place) < _FAR
    opens = kind == "sure" and span.first == 0 and not name.code  # who did it may stand at the end of the source
    return (near or opens or (alone and kind == "who")) and not (kind == "who" and name.code)


def _holes(reading: Reading) -> Iterator[tuple[int, int, _Kind]]:
    """The first and last of the tokens round a gap, and what can stand there."""
    for i in range(len(reading.tokens) - 1):
        if _prepositional(reading, i) or _bare(reading, i) or _hollow(reading, i):
            yield i, i + 1, "any"
        elif _said(reading, i) or (_office(reading, i) and reading.tag(i + 1) in _FINITE):
            yield i, i + 1, "who"
        elif _open(reading, i):
            yield i, i + 1, "sure"
    yield from _no_subject(reading)


def _open(reading: Reading, i: int) -> bool:
    """Whether something is missing behind a word where English hardly ever goes on: arrived in on, seen by, became."""
    token, behind, before = reading.tokens[i], reading.tokens[i + 1], reading.sentence.at(i - 1)
    word, follows, tags = token.lower, behind.lower, reading.tagged.tags
    if i == 0:
        asks = reading.tokens[-1].text == "?"
        if word == "the":
            return reading.tag(1) == "RB" and reading.tag(2) in _FINITE
        participle = reading.may_be(1, "VBN") and word == "has"
        opens = participle or (word in ("is", "was") and reading.tag(1) in ("VBN", "JJ", "RB", "VBG", "IN"))
        return opens and not asks
    if token.kind != "word" or token.text[0].isupper():
        return False
    if word == "the":
        return reading.tag(i + 1) == "RB" and reading.tag(i + 2) in _FINITE
    if tags[i].startswith("VBG") and behind.text == ",":
        return reading.sentence.at(i + 2).lower == "who"
    if word in _SAYING and behind.text == ".":
        return before.text in _CLOSING and i > _OPENING
    fronted = any(tags[k] in _FRONTING or reading.tokens[k].lower in _RELATIVE for k in range(i))
    if word not in _ENDING or fronted or before.kind != "word":
        return False
    verb = tags[i - 1] in _VERBS
    if behind.text in (",", ".", ";", ")"):
        return not verb or (word == "by" and tags[i - 1].startswith("VBN"))
    if word == "in" and follows in ("on", "at", "from", "during", "for", "after", "since"):
        return tags[i + 1] in ("IN", "IN-S", "RP")
    if word == "in" and follows == "and":
        return not verb and reading.sentence.at(i + 2).lower not in ("out", "around", "of", "for", "by", "to")
    return reading.tag(i + 1) in _FINITE and not reading.may_be(i + 1, "VBN", "NN", "NNS", "JJ", "NNP")


def _bare(reading: Reading, i: int) -> bool:
    """Whether a noun is missing between two words: the as, both and, such as,; between the state and on."""
    word, behind = reading.tokens[i].lower, reading.tokens[i + 1].text
    if word == "the":
        return behind in _BEHIND | {"as"} and reading.tagged.tags[i + 1] in ("IN", "IN-S")
    if word == "as":
        return behind in (",", "(") and reading.sentence.at(i - 1).lower == "such"
    if word in ("both", "between"):
        return behind == "and"
    if word != "and" or behind not in _BEHIND:
        return False
    before = [token.lower for token in reading.tokens[max(0, i - 6) : i]]
    return "between" in before and "and" not in before[before.index("between") :]


def _hollow(reading: Reading, i: int) -> bool:
    """Whether what stands behind an article or a preposition needs a noun before: `of 's`, `from and`, `the to go`."""
    word, behind = reading.tokens[i].lower, reading.tokens[i + 1]
    if reading.tokens[i].kind != "word":
        return i == 0 and reading.tokens[i].text == ","
    if behind.lower in ("'s", "’s"):
        return word == "the" or word in _NEVER_ALONE
    verb = reading.tag(i + 1) in _FINITE and not reading.may_be(i + 1, "VBN", "NN", "NNS", "JJ", "NNP", "VB")
    if word == "the":
        to = behind.lower == "to" and reading.tag(i + 2) == "VB"
        return verb or to or behind.lower in ("and", "or", ",", ".", ";", ")")
    if word == "in":
        return reading.only(i + 1, "VB", "VBP")
    if word not in _NEVER_ALONE or _may_be_stranded(reading, i):
        return False
    verb = verb or (reading.tag(i + 1) == "VBD" and reading.tag(i + 2) in ("PRP$", "DT"))
    follows = reading.sentence.at(i + 2)
    if behind.lower in ("and", "or"):
        if i and reading.tagged.tags[i - 1] in _VERBS:
            return False  # adhere to and improve
        return reading.tag(i + 2) not in ("IN", "TO", "RB", "RP", None) and follows.lower not in ("from", "fro")
    if behind.text == ",":
        return follows.lower in _CONTINUING
    adverb = behind.lower in _ADVERBIAL and follows.lower not in ("'s", "’s")
    return verb or behind.text in (".", ")") or adverb


def _may_be_stranded(reading: Reading, i: int) -> bool:
    """Whether what a preposition governs may stand before it: the town he went to, what he looks at."""
    if any(reading.tagged.tags[k] in _FRONTING or reading.tokens[k].lower in _RELATIVE for k in range(i)):
        return True
    if i and reading.tagged.tags[i - 1] in ("VBN", "VB", "JJ"):
        return True
    named = [noun for noun in reading.noun_phrases if noun.last < i]
    return any(one.last + 1 == other.first for one, other in pairwise(named))  # the town he went to


def _prepositional(reading: Reading, i: int) -> bool:
    """Whether nothing stands behind a preposition that it could govern."""
    before, token, behind = reading.sentence.at(i - 1), reading.tokens[i], reading.tokens[i + 1]
    word, follows = token.lower, behind.lower
    if word in ("at", "to", "with") and follows == "who" and reading.sentence.at(i + 2).text == ",":
        return True
    if token.kind != "word" or word not in _BEFORE or (token.text[0].isupper() and i):
        return False
    if follows == "of":
        return word in _BEFORE_OF or word == "in"
    if i and reading.tagged.tags[i - 1] in _VERBS and before.lower not in _LEADING:
        return False  # looked at, referred to
    if behind.kind != "word":
        return follows in (",", ".", ";", ")") and word in _ENDING and before.kind == "word"
    if follows in ("because", "although"):
        return before.kind == "word"
    if follows in _BEHIND:
        sure = reading.tag(i) in ("IN", "TO", "IN-S") or before.lower in _LEADING
        both = sure and reading.tag(i + 1) == "IN" and reading.sentence.at(i + 2).lower != "high"
        return both and word not in ("in", "near", "by") and f"{word} {follows}" not in _PAIRS
    finite = reading.tag(i + 1) in _FINITE and not reading.may_be(i + 1, "VBN", "NN", "NNS", "JJ", "NNP")
    return i > 0 and reading.tagged.tags[i - 1] in _NOUNS and finite


def _said(reading: Reading, i: int) -> bool:
    """Whether nobody says what stands in quotation marks: `”, said in an interview`."""
    tokens = reading.tokens
    if tokens[i].lower not in _SAYING or tokens[i + 1].lower not in _BEHIND - {"for"}:
        return False  # said for the agency its head: who says it stands behind
    marks = [token.text for token in tokens[max(0, i - 2) : i]]
    return bool(marks) and marks[-1] in _CLOSING | {","} and not _CLOSING.isdisjoint(marks)


def _office(reading: Reading, i: int) -> bool:
    """Whether a title with a capital stands without an article, and a word in small letters behind it."""
    tokens = reading.tokens
    if not tokens[i].text[0].isupper() or not is_title(tokens[i]) or tokens[i].lower in _FAMILIES:
        return tokens[i].text == "." and i > 0 and tokens[i - 1].lower in ("mr", "mrs", "ms")
    if tokens[i].lower in COURTESY:
        return True
    first = i
    while first and tokens[first - 1].text[0].isupper():
        first -= 1
    if first == i:
        return i == 0
    return not OPENING_DETERMINERS.intersection((tokens[first].lower, reading.sentence.at(first - 1).lower))


def _no_subject(reading: Reading) -> Iterator[tuple[int, int, _Kind]]:
    """A finite verb that opens the sentence, or follows a phrase that opens it: `In 1956 went to Sweden`."""
    sentence, tokens = reading.sentence, reading.tokens
    says = tokens[0].lower == "says" and tokens[1].text == ","
    if tokens[-1].text == "?" or len(tokens) < 6 or (tokens[0].lower in _NO_OPENING and not says):
        return
    at, tags = reading.over(0), reading.tagged.tags
    yield from _behind_clause(reading)
    yield from _behind_adverb(reading)
    came = at > 0 and sentence.at(at).lower in PLACING | BE
    if reading.tag(at) in ("VBZ", "VBD", "VBZ-A", "VBD-A") and not reading.may_be(at, "VB") and not came:
        yield 0, at, "first"
        return
    verb = next((i for i in range(1, len(tokens)) if reading.tag(i) in _FINITE or _past(reading, i)), 0)
    there = "there" in (token.lower for token in tokens[:verb])
    if tokens[0].lower not in _AT_FIRST or not verb or there or sentence.at(verb).lower in BE:
        return
    if sentence.at(verb).lower in PLACING and sentence.at(verb + 1).lower != "to":
        return
    subjects = [noun for noun in reading.noun_phrases if noun.first < verb]
    # the comma before the verb ends what opens the sentence, with all that it lists
    listed = sentence.at(verb - 1).text == "," and subjects and tags[subjects[-1].first - 1] == "CC"
    tied = ("IN", "IN-S", "TO", "CC", ",") if listed else ("IN", "IN-S", "TO", "CC")
    hung = all(noun.first and tags[noun.first - 1] in tied for noun in subjects)
    opened = any(tags[i] in _OPENERS and not reading.may_be(i, "NN") for i in range(1, verb))
    if hung and not opened and not any(map(reading.dim, range(1, verb))):
        yield verb - 1, verb, "who"


def _past(reading: Reading, i: int) -> bool:
    """Whether a word that may be a past or a participle has an object, behind a comma: `, shattered his mark`."""
    past = reading.tag(i) is None and reading.may_be(i, "VBD") and reading.tokens[i].text.islower()
    return past and reading.sentence.at(i - 1).text == "," and reading.tag(i + 1) == "PRP$"


def _behind_adverb(reading: Reading) -> Iterator[tuple[int, int, _Kind]]:
    """A verb or an office behind a word and a comma that open a sentence: `However, considers`, `But, director of`."""
    tokens, tag = reading.tokens, reading.tag(2)
    if tokens[1].text != "," or reading.tag(0) not in ("RB", "CC"):
        return
    verb = tag == "VBZ" or (tag == "VBD" and not reading.may_be(2, "VBN", "JJ"))
    office = next((k for k in (2, 3, 4) if is_title(tokens[k])), 0)
    bare = (
        OPENING_DETERMINERS.isdisjoint(token.lower for token in tokens[2 : office + 1])
        and reading.sentence.at(office + 1).lower == "of"
    )
    if verb or (office and bare):
        yield 1, 2, "who"


def _behind_clause(reading: Reading) -> Iterator[tuple[int, int, _Kind]]:
    """A finite verb that follows the comma of a clause that opens the sentence: `While he agrees, recently said`."""
    tokens = reading.tokens
    if tokens[0].lower not in _CLAUSES:
        return
    comma = next((i for i, token in enumerate(tokens) if token.text == ","), 0)
    verb = reading.over(comma + 1) if 0 < comma < len(tokens) - 1 else 0
    said = any(reading.tag(i) in _FINITE for i in range(1, comma))
    if verb and said and reading.tag(verb) in _FINITE - {"MD"} and not reading.may_be(verb, "VB", "NNS", "JJ"):
        yield comma, verb, "who"
