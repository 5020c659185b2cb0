"""One organisation, event or paper stands under two renderings.

Why it happens: a name has no fixed translation, and the engine makes a new one each time: `World Cloth Merchants
Conference` here, `World Cloth Merchant Conference` there, `Fujian Province Taxation Bureau` and `Fujian
Provincial Taxation Bureau`.

How it is found: two capitalised names of three words or more that differ in one word, where the two words are forms
of one (`Province`, `Provincial`), one country (`China`, `Chinese`), or have one sense in such names (`Factory`,
`Plant`). One finding for each pair, at the rarer name.

What it leaves alone: a plural of the whole name, different institutions (`Beijing Capital Airport`, `Beijing Daxing
Airport`; `China Merchants Bank`, `China Everbright Bank`; `Moscow State Library`, `Russian State Library`), names in
another language (`Tour de France`, `Tours de France`), persons, and headlines.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import PARTICLES
from mtqa.knowledge.places import kind, party
from mtqa.rule import Rule

rule = Rule(
    category="fluency/inconsistency",
    severity="minor",
)

BAD = [
    "The World Cloth Merchants Conference opened. The World Cloth [[Merchant]] Conference will last two days.",
    "The Fujian Provincial Taxation Bureau agreed. The Fujian [[Province]] Taxation Bureau sent a letter.",
    "The Coking Plant Station is new. The Coking [[Factory]] Station will open in May.",
    "The China Tourism Research Institute said so. The [[Chinese]] Tourism Research Institute is in Beijing.",
    "The Federal Energy Management Agency said so. The Federal Energy Management Agency left, and the Federal "
    "Energy [[Administration]] Agency did not.",
]
GOOD = [
    "Beijing Capital International Airport is old. Beijing Daxing International Airport is new.",
    "China Merchants Bank and China Everbright Bank fell.",
    "The New York Knick and the New York Knicks fans cheered.",
    "The World Cloth Merchants Conference opened. The World Cloth Merchants Declaration was signed.",
    "Anna Maria Schmidt met Anna Marie Schmidt.",
    "The Foreign Affairs Committee met the Foreign Affairs Council.",
    "The North Korean Army and the South Korean Army met.",
    "The Jiangxi Education Department and the Jiangxi Provincial Department spoke.",
    "The Asian Development Bank and the African Development Bank lent money.",
    "The Moscow State Library and the Russian State Library were one once.",
    "He rode in seventeen Tours de France and won the Tour de France of 1997.",
]

#: Words with one sense in the names of institutions.
_SENSES: tuple[frozenset[str], ...] = (
    frozenset(("management", "administration")),
    frozenset(("factory", "plant")),
    frozenset(("award", "prize")),
    frozenset(("center", "centre")),
    frozenset(("program", "programme", "plan", "scheme")),
    frozenset(("regulation", "regulations", "rules")),
    frozenset(("defense", "defence")),
    frozenset(("labor", "labour")),
    frozenset(("subway", "metro")),
)
_ENDINGS = frozenset("s ing al ial an ic ment ation ary ese er ers or ors ian ion ed y ies e ce cial".split()) | {""}


@rule.check
def check(document: Document) -> Iterator[Match]:
    counts: dict[tuple[str, ...], int] = {}
    firsts: dict[tuple[str, ...], Name] = {}
    for name in document.analysis.names:
        words = tuple(name.words)
        plain = len(words) == name.last - name.first and PARTICLES.isdisjoint(words)
        if 3 <= len(words) <= 8 and plain and not name.headline and name.titles is None:
            counts[words] = counts.get(words, 0) + 1
            firsts.setdefault(words, name)
    frames: dict[tuple[int, tuple[str, ...]], tuple[str, ...]] = {}
    told: set[tuple[str, ...]] = set()
    for words in firsts:
        for k in range(len(words)):
            frame = (k, words[:k] + words[k + 1 :])
            other = frames.setdefault(frame, words)
            if other is words or words in told or not _same(other[k], words[k], last=k == len(words) - 1):
                continue
            rarer, usual = (other, words) if counts[other] < counts[words] else (words, other)
            told.add(words)
            name = firsts[rarer]
            message = f"“{' '.join(rarer)}” here, but “{' '.join(usual)}” elsewhere in the story."
            token = name.tokens[k]
            yield Match(name.segment, token.start, token.end, message, suggestions=(usual[k],))


def _same(one: str, other: str, *, last: bool) -> bool:
    """Whether two words of a name are renderings of one word."""
    a, b = sorted((one.lower(), other.lower()), key=len)
    if a == b:
        return False  # a difference of capitals is another rule's
    if any(a in sense and b in sense for sense in _SENSES):
        return True
    if party(one) is not None and party(one) == party(other):
        return "capital" not in (kind(one), kind(other))  # Moscow State Library is not the Russian one
    lexicon = english()
    if lexicon.capital_share(a) > 0.8 or lexicon.capital_share(b) > 0.8 or not (lexicon.tags(a) and lexicon.tags(b)):
        return False
    if last and b in (a + "s", a + "es"):
        return False
    stem = 0
    while stem < len(a) and a[stem] == b[stem]:
        stem += 1
    return stem >= 4 and a[stem:] in _ENDINGS and b[stem:] in _ENDINGS
