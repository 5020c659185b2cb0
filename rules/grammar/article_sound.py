"""“A” before a vowel sound, or “an” before a consonant sound.

Why it happens: the engine picks the article before it picks the word, or a word was exchanged afterwards
(`an year`, `a old`).

How it is found: by the first sound of the next word: its letter, with the words whose sound differs from it
(`hour`, `university`, `one`, `eulogy`, `onerous`, `Yvonne`), figures read aloud (`an 18`, `a 100`, `an 11,000`), and
capitals and single letters read by name (`an IMF mission`, `an n-bit word`).

What it leaves alone: what two people read in two ways (`historic`, `hotel`, `herb`; `SAT`, `UPDATE`, `sql`, `an lbw`;
`1/8`, `0.5`, `1100`; foreign names in U, Eu, H or odd clusters); `A` as a name or label (`vitamin A`, `A is A`,
`A and AAAA records`, `let a equal b`), marks beside it (`$a`, `<a id`, `Chicano/a`), foreign phrases (`a la carte`,
`Volta a España`, `an der Oder`), and older English (`an hundred` where `hath` and `unto` stand).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule

rule = Rule(
    category="fluency/grammar",
    severity="minor",
)

BAD = [
    "It took [[an]] year.",
    "He is [[a]] old friend.",
    "It lasted [[a]] hour.",
    "She went to [[an]] university in Paris.",
    "They signed [[a]] agreement.",
    "He is [[a]] 18-year-old student.",
    "It was [[an]] 100-run partnership.",
    "[[An]] European plan failed.",
    "He joined [[a]] IMF mission.",
    "She gave [[an]] eulogy and [[a]] onerous task to [[an]] unique man.",
    "It took [[an]] 110-day strike and [[a]] 11,000-mile voyage, then [[an]] U-turn.",
    "He met [[a]] unidentified man and [[an]] unidirectional wave.",
]
GOOD = [
    "It was an honour, an hour, a one-off, a union and a ewe.",
    "He got an historic win in a hotel; a historic win in an hotel.",
    "An 8-year-old and an 11th man met a 110-year-old.",
    "An MP from an NGO met a UN envoy, a US senator and a NATO officer.",
    "“A is A” is an axiom; “A and B are equal” is none, nor “[c]an there be laws” by Mexicano/a authors.",
    "Vitamin A is good; Plan A or B; a la carte; Serie A is on.",
    "An “unusual” plan by an X-ray firm, a U-turn and a Ukrainian.",
    "A euro is a unit; an uninvited guest, an unimpressed uncle.",
    "From A to B, a i, and a: b.",
    "An Nan left Xing 'an for An Giang.",
    "An SAT score and a SAT score, an FAQ and a FAQ.",
    "He saw an unidentified man, an unissued note, an unironic smile, a unimodal curve and a unit.",
    "He gave a eulogy for a eunuch; an Euler circuit or a Euler circuit; an onerous oneiric duty, a oneness.",
    "A and AAAA records show the address. A in maths is good; A to Z.",
    "An Xbox and a Xiaomi phone, a Xerox copy, a xylophone; an Uber, a Uighur and an Uzbek.",
    "An 1/8 inch bolt, a 1/8 inch bolt; an 8/10 mark; a 1-0 win, a 0.5 share, an 0-1 loss, an 18,000,000 share.",
    "The lines of an UPDATE or a SELECT; a sql dump, an sql dump, an nmap scan, an ldap tool, a uint8 field.",
    "A URL, an URL; an Ouija board, a Ouija board; an Oaxacan dish, a Oaxacan dish.",
    "An n-bit word is an m-by-n table of an f-string; a b-tree; a $a; <a id>.",
    "If a is less than b, let a equal b; a exceeds b, and a equals c.",
    "An Mbappé shirt, an Ypres road, an Yves Klein, a Hermès bag and an Hermès bag; a Honolulu beach.",
    "He lives in Frankfurt an der Oder, rode the Volta a Catalunya, flew an Mi-8 and saw “Volver a empezar”.",
    "He hath an hundred sheep and an house, and came unto an unicorn.",
    "A Edwards bowled; A Iqbal caught him.",
    "He survived an lbw appeal at an rpm nobody had measured.",
]

#: Begin with a vowel letter and the sound of `you` or `won`.
_CONSONANT_SOUND = re.compile(
    r"(?:uni(?!n(?!u|om|er)|m(?!od)|d(?:en|ea|io)|ll|ss|gn|ro|rr)|unan(?:im|$)|eu(?!ler)|ew(?!ok)|use|usu|usa|usi|uti|"
    r"ura|uru|uro|ur[aei]|ubi|uku|ukr|uga|uto|utr|ute|ufo|uv|u-|u\.|one(?:$|[-'’nst])|once|ou(?:ij|ag))"
)
#: Begin with a mute h.
_MUTE_H = re.compile(r"(?:hour(?!i)|hono(?!l)|honest|heir)")
#: Heard in two ways, or by nobody surely.
_BOTH = re.compile(
    r"(?:h(?:ist|ote|erb|umbl|abit|ered|omag|ilar|ysteri|allu|app|o$|eroi|ors$|aut|ombre)|unio?ni[sz]|u[kns]$|ut?$|"
    r"[aeiou]$|euler|ufo|oua|ouij|oax|uighur|uyghur|uzbek|uka|uw)"
)
#: A consonant, and behind it one that no English word has there: read letter by letter, or foreign.
_FOREIGN_START = re.compile(
    r"(?:f[^aeiouylr]|h[^aeiouy]|l[^aeiouyl]|m[^aeiouyn]|n[^aeiouy]|r[^aeiouyh]|s[bdfgjrxsz]|x[^aeiouy])"
)
_SPELT = re.compile(r"[b-df-hj-np-tv-xz]+")  # no vowel: read letter by letter
_LETTER_VOWEL = "AEFILMNORSX"  # letters whose names begin with a vowel; H has two names
_FIGURE = re.compile(r"(\d[\d,]*)(?=(/)?)")
_FOREIGN = frozenset(
    "la le el un una une o e i il il' der den die dem das priori posteriori fortiori ante cappella gauche".split()
)
#: Before `a` in lower case: the letter is a name.
_LABELLED = frozenset("vitamin vitamins hepatitis influenza haemophilia hemophilia".split())
_OLDER = ("hath", "unto", "thou", "thee", "thy", "doth")
#: Marks that may stand close before an article.
_OPENERS = frozenset('“‘«"(—–…')


def _vowel_sound(word: str) -> bool | None:
    """Whether a word begins with a vowel sound; None where both are heard or nobody can tell."""
    figure = _FIGURE.match(word)
    if figure:
        return _figure(figure[1], bool(figure[2]))
    letters = re.split(r"[-.‐‑]", word, maxsplit=1)[0]
    if len(letters) == 1 and len(word) > 1:
        return None if letters in "hH" else letters.upper() in _LETTER_VOWEL
    if letters.isupper():
        if (len(set(letters)) == 1 and len(letters) > 1) or letters == "URL":
            return None  # AA, AAA: double A, triple A; URL: also as a word
        named = False if letters[0] in "BCDGJKPQTVWYZU" else True if letters[0] in "AEIO" and len(letters) > 1 else None
        return named if len(letters) < 4 or named == _spoken(letters.lower()) else None
    if any(c.isupper() for c in word[1:]) or (len(letters) < 3 and word[-1].isdigit()):
        return None  # iPhone, Mi-8
    return _spoken(word.lower(), name=word[0].isupper())


def _figure(text: str, parted: bool) -> bool | None:
    """Whether a number is read with a vowel first: eight, eleven, eighteen; `1/8` may be an eighth."""
    digits = text.replace(",", "")
    if digits[0] == "0" or (digits == "1" and parted):
        return None
    if digits[0] == "8":
        return True
    if digits[:2] not in ("11", "18"):
        return False
    if len(digits) > 4 and "," not in text:
        return None
    return len(digits) % 3 == 2 or (None if len(digits) == 4 else False)


def _spoken(lower: str, name: bool = False) -> bool | None:
    """Whether a word in lower case begins with a vowel sound."""
    first = lower[0]
    if not first.isascii() or not first.isalpha() or _BOTH.match(lower):
        return None
    if first in "aeiou":
        consonant = bool(_CONSONANT_SOUND.match(lower))
        if first == "u" and not consonant and (name or not english().tags(lower.split("-")[0])):
            return None  # Ueda, Ulysses; uid, url
        return not consonant
    if first == "y":
        return len(lower) > 1 and lower[1] not in "aeiou" and (True if english().tags(lower) else None)
    if _FOREIGN_START.match(lower) or (first in "fhlmnrsx" and _SPELT.fullmatch(lower.split("-")[0])):
        return None
    if first == "h" and name and not _MUTE_H.match(lower):
        return None
    return bool(_MUTE_H.match(lower))


def _no_article(tokens: Sequence[Token], i: int) -> bool:
    """Whether `a` is no article: before a preposition, finite verb or foreign word, and in `let a equal b`."""
    tags = english().tags(tokens[i + 1].lower)
    if not tags:
        return tokens[i + 1].text.islower()  # a word of another language, more likely
    if tags[0] in "ICBOWMATH" or set(tags) <= set("VZDMA"):
        return True
    letters = (token for token in tokens[i + 2 : i + 5] if len(token.text) == 1 and token.lower not in ("a", "i"))
    return bool(set(tags) & set("VZ")) and any(token.kind == "word" for token in letters)


def _name(tokens: Sequence[Token], i: int) -> bool:
    """Whether `A` or `An` with a capital, or `a` beside foreign words, is no article."""
    token, following = tokens[i], tokens[i + 1]
    before = tokens[i - 1] if i else None
    tags = english().tags(following.lower)
    if token.text == "AN" and not (following.text.isupper() and tags):
        return True
    if token.text[0] == "A" and following.text[0].isupper() and not following.text.isupper() and tags[:1] != "J":
        return True
    if before is None:
        return False
    if before.lower == "the" or (token.text == "a" and before.lower in _LABELLED):
        return True
    foreign = before.kind == "word" and before.text[0].isupper() and english().tags(before.lower)[:1] in ("", "F", "P")
    return foreign and following.text[0].isupper() and tags[:1] in ("", "F", "P")


@rule.check
def check(document: Document) -> Iterator[Match]:
    older = sum(word in document.analysis.index for word in _OLDER) > 1
    for sentence, i in document.analysis.find("a", "an"):
        tokens = sentence.tokens
        token = tokens[i]
        before = tokens[i - 1] if i else None
        if i + 1 >= len(tokens) or (token.text[0] == "A" and before and before.text not in ("“", '"', "(")):
            continue
        following = tokens[i + 1]
        if following.kind not in ("word", "number") or not following.space or following.lower in _FOREIGN:
            continue
        if before and not token.space and before.text not in _OPENERS:
            continue  # Xing'an; Mexicano/a; [c]an; <a id>; $a
        if older and token.lower == "an":
            continue
        if (following.kind == "word" and _no_article(tokens, i)) or _name(tokens, i):
            continue
        vowel = _vowel_sound(following.text)
        if vowel is None or vowel == (token.lower == "an"):
            continue
        if following.kind == "word" and not english().known(following.text.split("-")[0]) and not vowel:
            continue
        due = ("an" if vowel else "a") if token.text.islower() else ("An" if vowel else "A")
        yield Match(
            sentence.segment,
            token.start,
            token.end,
            f"Before “{following.text}” the article is “{due.lower()}”, not “{token.lower}”.",
            (due,),
        )
