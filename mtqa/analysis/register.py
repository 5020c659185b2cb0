"""The register of a text: news, or informal as people write chat, posts, reviews and mail.

A text shows it by marks of its own: smileys, `!!`, words as they are typed. Small letters, missing final marks and
handles are what engines leave too: they count only in a text in which somebody speaks to somebody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from mtqa.analysis.quotes import Pairing
from mtqa.analysis.speech import quoted
from mtqa.lazy import regex
from mtqa.values import NamedTuple

if TYPE_CHECKING:
    from mtqa.analysis.sentences import Sentence
    from mtqa.analysis.text import Paragraph

#: Marks that make a text informal.
_ENOUGH = 3
#: Sentences for each mark, at most: a long story is not made informal by three letters to the editor at its end.
_SPARSE = 12
#: Share of sentences with “I” or “you” from which on somebody speaks to somebody, and that it is a mark of its own.
_VOICED, _TALK = 0.25, 0.5
#: A few lines of talk have no room for more than one mark.
_NOTE = range(2, 9)

_SMILEY = regex(
    r"(?<![\w:;=/(])(?:[:;=]['’]?-?[)(DPp3*/|]{1,3}|[xX]D|<3|\^_?\^|[-T]_[-T])(?![\w/])"
    "|[\u2639\u263a\u2764\U0001f300-\U0001f64f\U0001f680-\U0001f6ff\U0001f900-\U0001faff]"
)
_LOUD = regex(r"(?<=[\w)\"”’'.*])[!?]*(?:!!|\?\?|\?!|!\?)[!?]*")
_AS_TYPED = (
    "lol lmao rofl omg wtf btw imo imho idk tbh afaik asap iirc smh fwiw u ur thx thnx ty pls plz gonna wanna gotta "
    "brb afk gg dunno kinda sorta cuz coz tho ya y'all yeah yep nope hey haha hahaha hehe hmm hmmm hmmmm ugh meh "
    "dont doesnt didnt isnt wasnt wouldnt couldnt shouldnt cant wont havent arent im ive youre thats whats"
).split()
_TYPED = regex(rf"(?<![\w@#./'’-])(?:{'|'.join(_AS_TYPED)}|r u)(?![\w@'’-]|[./]\w)", re.IGNORECASE)
#: Of these words the ones that mean something else in capitals: Im, Ty Cobb, a firm called OMG.
_SMALL_ONLY = frozenset("u ur ty ya im cant r meh coz omg btw idk smh imo asap gg".split())
_HANDLE = regex(r"(?<![\w/.&#@])[@#][A-Za-z]\w{2,30}(?![\w#@])")
_SPACED = regex(r"(?<=\w) [,?!.](?=\s|$)(?! [.?!])")
_SMALL_I = regex(r"(?<![\w.'’(/-])i(?=['’](?:m|ve|ll|d)\b| [a-z]{2})")
_STRETCHED = regex(r"([a-z])\1\1")
_VOICE = frozenset(
    "i me my mine i'm i've i'll i'd i’m i’ve i’ll i’d you your yours you're you've you'll you'd you’re you’ve you’ll "
    "you’d u ur im hi hello please thank thanks sorry".split()
)


class Register(NamedTuple):
    """What shows the register of a text.

    Attributes:
        seen: how often each kind of mark was seen, kinds in a fixed order, only those seen.
        first: segment, start and end of the first of them; `None` where there is none.
        informal: whether they make the text informal.
        talk: whether half of the sentences say “I” or “you”, so that somebody speaks to somebody all the time.
    """

    seen: Mapping[str, int]
    first: tuple[int, int, int] | None
    informal: bool
    talk: bool


def typed(lower: str) -> bool:
    """Whether a word is written as people type it: `thats`, `sooo`; in an informal text that is no slip."""
    return _TYPED.fullmatch(lower) is not None or _STRETCHED.search(lower) is not None


def told(
    paragraphs: Sequence[Paragraph],
    quotes: Pairing,
    index: Mapping[str, list[tuple[Sentence, int]]],
    english: bool = True,
) -> Register:
    """The register that a text shows, quotations left out.

    Args:
        index: places of every lower-cased token, as in `Analysis.index`.
        english: whether it is in English; of another language only signs are read, no words.
    """
    inside_quotes = quoted(quotes)
    voiced = len(
        {
            sentence
            for word in index.keys() & _VOICE
            for sentence, i in index[word]
            if english and sentence.tokens[i].start not in inside_quotes.get(sentence.segment, ())
        }
    )
    sentences = sum(len(paragraph.sentences) for paragraph in paragraphs)
    strong: dict[str, list[tuple[int, int, int]]] = {}
    weak: dict[str, list[tuple[int, int, int]]] = {}
    signs = _signs(paragraphs, english and not index.keys().isdisjoint(_AS_TYPED))
    for paragraph in paragraphs:
        inside = inside_quotes.get(paragraph.index, ())
        for kind, start, end in _marks(paragraph.text, signs):
            if start not in inside:
                marks = weak if kind in _ENGINES_TOO else strong
                marks.setdefault(kind, []).append((paragraph.index, start, end))
        for kind, start, end in _letters(paragraph):
            if start not in inside:
                weak.setdefault(kind, []).append((paragraph.index, start, end))
    talk = voiced >= _TALK * max(sentences, 1)
    # one kind alone, and a text cut into tokens, is an engine's habit, if nobody speaks all the time
    if not talk or len(weak.get(_SPACES, ())) > sentences:
        weak.pop(_SPACES, None)
    if voiced >= (_VOICED if len(strong | weak) > 1 else _TALK) * sentences and weak.keys() != {_ENDS}:
        strong |= weak
    spoken = (_ENOUGH - 1 if sentences in _NOTE else 1) if talk else 0
    places = sorted(place for kind in strong.values() for place in kind)
    return Register(
        {kind: len(strong[kind]) for kind in KINDS if kind in strong},
        places[0] if places else None,
        len(places) + spoken >= _ENOUGH and len(places) * _SPARSE >= sentences,
        talk,
    )


_SMILEYS, _LOUDLY, _WORDS, _I, _STARTS, _ENDS, _SPACES, _HANDLES = KINDS = (
    "smileys",
    "doubled marks",
    "words as they are typed",
    "“i” without a capital",
    "sentences that begin small",
    "lines without a final mark",
    "spaces before marks",
    "handles and tags",
)
#: What broken engines leave as well.
_ENGINES_TOO = frozenset((_I, _STARTS, _ENDS, _SPACES, _HANDLES))
#: What rules for news object to.
SLIPS = _ENGINES_TOO - {_HANDLES}


def _signs(paragraphs: Sequence[Paragraph], words: bool) -> list[tuple[str, re.Pattern[str]]]:
    """What letters and signs can show in a text: most texts have few of the signs that it takes."""
    whole = "\n".join([paragraph.text for paragraph in paragraphs])
    kinds = [
        (_SMILEYS, _SMILEY, (":", ";", "=", "xD", "XD", "<3", "^", "-_", "T_", "_T", "_-"), not whole.isascii()),
        (_LOUDLY, _LOUD, ("!!", "??", "?!", "!?"), False),
        (_I, _SMALL_I, ("i ", "i'", "i’"), False),
        (_SPACES, _SPACED, (" ,", " ?", " !", " ."), False),
        (_HANDLES, _HANDLE, ("@", "#"), False),
        (_WORDS, _TYPED, (), words),
    ]
    return [(kind, pattern) for kind, pattern, signs, sure in kinds if sure or any(sign in whole for sign in signs)]


def _marks(text: str, signs: Sequence[tuple[str, re.Pattern[str]]]) -> Iterator[tuple[str, int, int]]:
    """What letters and signs show."""
    for kind, pattern in signs:
        for found in pattern.finditer(text):
            if kind != _WORDS or found[0].lower() not in _SMALL_ONLY or found[0].islower():
                yield kind, found.start(), found.end()


def _letters(paragraph: Paragraph) -> Iterator[tuple[str, int, int]]:
    """What sentences show: small starts, open ends."""
    before = None
    for sentence in paragraph.sentences:
        first = sentence.tokens[0]
        opens = before is None or before.closed
        if opens and first.kind == "word" and first.text.islower() and len(sentence.tokens) > 2:
            yield _STARTS, first.start, first.end
        before = sentence
    if before is not None and not before.closed and any(token.lower in _VOICE for token in before.tokens):
        last = before.tokens[-1]
        if paragraph.index and last.kind in ("word", "number"):
            yield _ENDS, last.start, last.end
