"""An equals sign joins a caption or a name with its place: `A bus in the snow = Ono City, on the 9th`.

Why it happens: Japanese papers set place and day behind the sign ＝, under pictures and behind people's names
(`男性（58）＝岡山市中区＝`); the engine copies the sign, which means "is the same as" in English.

How it is found: an equals sign between words, with what closes the paragraph or the bracket, or a second sign, behind
it, and in that a Japanese address (`Hizen-cho`, `Naka-ku`), a city, ward, town or prefecture set off by a comma, a day
with its time (`the afternoon of the 24th`), or who gave the picture; a name with an age and the sign behind it; a
telephone number that ends in the sign.

What it leaves alone: formulas, definitions and shares (`one mu = 0.07 hectares`), keys to maps (`red dot = Kansas
City`), chains of words (`knowledge = power = money`), code, and bylines, which `structure/source-byline` names.

Languages: met with engines of Japanese.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="design/markup", severity="minor", since="0.3", signs=frozenset(("=",)))

BAD = [
    "A bus waits in the deep snow [[= Sakae, Ono City, Fukui Prefecture]]",
    "Oku Shrine [[= Tano, Hizen-cho, Saga]]",
    "Children plant rice for the first time this year [[= on the morning of the 3rd]]",
    "The two winners (from left) [[= Court of the Park on the afternoon of the 24th]].",
    "Boats that were driven ashore by the wave [[= 9 days, place unknown (provided by the residents)]]",
    "(Players train on the day before [[= Dome in Hazuko, Mie Prefecture]])",
    "A clerk [[(58) =]] Naka-ku, Okayama = who came with his wife smiled.",
    "The singer Mori Aya [[= Kita-ku, Osaka]] = and a group of dancers came.",
    "For further questions please call the store [[(38) 8188 =]].",
]

GOOD = [
    "One mu = 0.0667 hectares, and one jin = 0.5 kg.",
    "They are split by faith (England = Church of England, Ireland = Catholic).",
    "On the map a red dot = Kansas City, and a blue dot = Salt Lake City.",
    "Red dot = the stadium in Kansas City",
    "Knowledge = power = money, the mayor of Ono City says.",
    "For the fans a good night out with the friends = victory.",
    "Due date = the 24th, at noon",
    "Total (12) = 5 + 7",
    "The answer is 2 (38) 8188 = x.",
    "The sum of the list (31) = 31 and the next (12) =12",
    "A bus waits in the deep snow, Sakae, Ono City.",
    "We say that x = y. In the afternoon of the 24th, Ono City was quiet.",
    "Ulsan = Kim Ji-hoon reporter. The yard will build two ships.",
    "= Sakae, Ono City, Fukui Prefecture",
]

_TOWN = r"[A-Z][\w’'-]{1,30} (?:[Cc]ity|[Pp]refecture|[Ww]ard|[Tt]own|[Vv]illage)"
_ADDRESS = regex(r"\b[A-Z][a-z]{1,20}-(?:shi|ku|cho|machi|mura|gun|ken)\b")
_PLACED = regex(rf"(?:, |\b(?:in|at|near) ){_TOWN}(?:,? (?:on|in|at|before|around) [^,]{{3,40}})?\Z")
_TIME = r"(?:morning|afternoon|evening|night|dawn|[ap]\.?m\.?)"
_DAY = regex(rf"\b{_TIME},? (?:of|on) the \d{{1,2}}(?:st|nd|rd|th)\b|\b\d{{1,2}}(?:st|nd|rd|th),? {_TIME}(?!\w)")
_GIVER = regex(r"\((?:[Pp]hoto )?(?:provided|courtesy|offered|part of the (?:photo|image|picture))\b")
_SIGN = regex(
    r"(?<=\w )\(\d{2}\) ?=(?= ?(?:[A-Z“\"]|from ))"
    r"|\(\d{2,5}\) ?\d{2,4}(?:[- ]\d{3,4})? ?=(?=[.,]?\s{0,4}\Z)"
    r"|= ?(?P<place>[^\s=][^=\n()\[\]]{2,140}(?:\([^()=\n]{3,60}\)|(?<![\s.,])))"
    r"(?=(?P<other> ?=)|[)\]]|[.,]?\s{0,4}\Z)"
)
_END = regex(r"(?<!\.m)[.!?] [A-Z]")  # of a sentence
_WORD = regex(r"[^\W\d_][\w’'-]{1,40}")
_LEAST, _LONG = 2, 5  # words before a sign that joins, and more than a key to a map has


def _joins(before: str, place: str, other: bool) -> bool:
    """Whether what stands behind the sign is the place of what stands before it."""
    words = len(_WORD.findall(before))
    if words < _LEAST or _END.search(place):
        return False
    if _ADDRESS.search(place) or _GIVER.search(place):
        return True
    told = _DAY.search(place) or (_PLACED.search(place) and ("," in place or words >= _LONG))
    return not other and bool(told)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the sign with the place behind it, or with the age or number before it."""
    for paragraph, found in document.analysis.search(_SIGN, "="):
        if found["place"]:
            before = paragraph.text[max(0, found.start() - 200) : found.start()]
            part = re.split(r"[=(\[\n]", before)[-1]
            if not _joins(part, found["place"], bool(found["other"])):
                continue
        yield paragraph.match(
            found.span(), f"“{found[0].rstrip()}”: Japanese papers join places so; English has a comma, “in” or “on”."
        )
