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
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordlist, wordset

rule = Rule(
    category="fluency/inconsistency",
    severity="minor",
    facts=("names",),
)

BAD = [
    "The World Cloth Merchants Conference opened. The World Cloth [[Merchant]] Conference will last two days.",
    "The Fujian Provincial Taxation Bureau agreed. The Fujian [[Province]] Taxation Bureau sent a letter.",
    "The National Labour Institution met. The National Labour [[Institute]] did not.",
    "The Coking Plant Station is new. The Coking [[Factory]] Station will open in May.",
    "The China Tourism Research Institute said so. The [[Chinese]] Tourism Research Institute is in Beijing.",
    "The Federal Energy Management Agency said so. The Federal Energy Management Agency left, and the Federal "
    "Energy [[Administration]] Agency did not.",
]
GOOD = [
    "Beijing Capital International Airport is old. Beijing Daxing International Airport is new.",
    "China Merchants Bank and China Everbright Bank fell.",
    "The Golden Globe Award was hers. The Golden Globe Awards are old.",
    "The NATO Support Agency said so. The Nato Support Agency said no.",
    "The China Travel Agency met the Japan Travel Agency.",
    "The Borgan City Council met the Borgian City Council.",
    "The Old Pin Club met the Old Pine Club. The Royal Port Office met the Royal Portrait Office.",
    "The Old Stature Museum met the Old Station Museum.",
    Example("The Fujian Provincial Taxation Bureau agreed.", title="The Fujian Province Taxation Bureau said so"),
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
_SENSES = [set(words.split("/")) for words in wordlist("consistency/name-rendering", "senses")]
_ENDINGS = wordset("consistency/name-rendering", "endings") | {""}


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the rarer of two renderings."""
    counts: dict[tuple[str, ...], int] = {}
    firsts: dict[tuple[str, ...], Name] = {}
    for name in document.analysis.names:
        words = tuple(name.words)
        plain = len(words) == name.last - name.first and PARTICLES.isdisjoint(words)
        if 3 <= len(words) <= 8 and plain and not name.headline and name.titles is None:
            counts[words] = counts.get(words, 0) + 1
            firsts.setdefault(words, name)
    frames: dict[tuple[int, tuple[str, ...]], tuple[str, ...]] = {}
    for words in firsts:
        for k in range(len(words)):
            other = frames.setdefault((k, words[:k] + words[k + 1 :]), words)
            if _same(other[k], words[k], last=k == len(words) - 1):
                rarer, usual = (other, words) if counts[other] < counts[words] else (words, other)
                message = f"“{' '.join(rarer)}” here, but “{' '.join(usual)}” elsewhere in the story."
                place = firsts[rarer].first + k
                yield firsts[rarer].sentence.match(place, place, message, usual[k])


def _same(one: str, other: str, *, last: bool) -> bool:
    """Whether two words of a name are renderings of one word."""
    a, b = sorted((one.lower(), other.lower()), key=len)
    if a == b:
        return False  # a difference of capitals is another rule's
    if any({a, b} <= sense for sense in _SENSES):
        return True
    if party(one) is not None and party(one) == party(other):
        return "capital" not in (kind(one), kind(other))  # Moscow State Library is not the Russian one
    if any(not english().tags(word) or english().usually(word, "name") for word in (a, b)):
        return False
    if last and b == a + "s":
        return False
    stem = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), len(a))
    return stem >= 4 and a[stem:] in _ENDINGS and b[stem:] in _ENDINGS
