"""A name that no list has stands in lower case where only a name can: `Mr. oklopov`, `in the ivolginsk district`.

Why it happens: the engine restores capitals by what it has seen; a rare name that it spells out or copies stays small.

How it is found: a word in lower case that no English list has, right behind a title of courtesy or office; between a
given name or another word with a capital and a verb of saying; or, if no slip or ending makes it from an English word,
before `province`, `district` and the like. And an initial in lower case before a name (`k. Singh`), whose capital no
sentence begins.

What it leaves alone: words that a slip makes, where they may be common ones; lists and letters of parts (`a. Peace`),
`v.` between parties, `c.` before dates, `p.` of a page; quotations of one word, handles, addresses, texts in lower
case.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.sentences import Sentence
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.abbreviations import STARTERS
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.nouns import SHORT_COURTESY
from mtqa.knowledge.verbs import REPORTING
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.casing._capitals import uses_capitals
from mtqa_rules.untranslated._strange import strange
from mtqa_rules.untranslated._unknown import unknown

rule = Rule(category="fluency/casing", severity="minor", registers=("news",), since="0.3")

BAD = [
    "On Thursday Mr. [[oklopov]] himself did not answer.",
    "On Monday president [[valladimir]] spoke of the bridge.",
    "They met the president [[ermut]] at the station.",
    "In Moscow the director Olivier [[niggli]] said that it was late.",
    "The fire broke out in the [[ivolginsk]] district on Monday.",
    "They came from [[chogjanio]] province to Paris.",
    "They tried to overthrow [[k]]. I. Singh in May, and [[k]]. I Singh fled.",
    "Last week the minister [[d]]. Masiulis told the Seimas so.",
    "Coach [[djuricin]] left the team in May.",
]
GOOD = [
    "On Thursday Mr. Smith spoke of the borewel district, the indstrial district and the presidnt Smith.",
    "The lawyer of the firm in Roe v. Wade said that see p. Masiulis is a note.",
    "the man in the ivolginsk district spoke to mr. oklopov and to k. singh all day",
    "They spoke of points a. Peace and of vitamin b. Then they left. He chose option k. Masiulis left.",
    "The firm s.Oliver sells hats. It rained in the Šiaulėnai district.",
    "The president underscored it; the coach redshirted him. The mayor (“ermut”) left.",
    "He wrote to mr.oklopov@example.org in the #ivolgin district of Paris.",
    "The man said Ms. Smith is a minister ermut-like in the ivolgin-like district.",
    "The plan of Anna unsaid said little. It was 5 p.m. Masiulis left the room at 6 a.m. Monday.",
    "It was a pre-presidential and nondistrict province. The old Kostroma oblast is in Russia.",
    "On Sunday Aktuaalne kaamera reported that it was late.",
    "Later akaramane said no. The old akaramane said yes. In the しくじja district it rains.",
    "He lay on the c. Masiulis bed of the d. Then he left.",
]

_PLACES = ("county", "district", "governorate", "municipality", "oblast", "peninsula", "prefecture", "province")
_TITLES = ("captain", "chairman", "coach", "governor", "mayor", "minister", "president", *sorted(SHORT_COURTESY))
_SAY = REPORTING - {"reported", "reports"}  # of papers, too: Aktuaalne kaamera reported
_SAYING = tuple(sorted(_SAY))
#: A small letter with its stop, further initials and a name.
_INITIAL = regex(r"(?<=[a-z] )(?![abcgipv]\b)([a-z])\. (?:[A-Z]\.? ?)?(?P<name>[A-Z][a-z]{2,24})(?![\w@/-]|\.\w)")
_MAYBE = regex(r" [d-z]\. ")
_LISTED = regex(r"(?:option|point|part|letter|vitamin|section|group|class|the|an?|of) $")
_SMALL = regex(r"[a-zß-ɏ]{5,30}")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the word, or the initial."""
    analysis = document.analysis
    for places, step in ((_TITLES, 1), (_PLACES, -1), (_SAYING, -1)):
        for sentence, i in analysis.find(*places):
            k = i + step
            if sentence.at(k).text == ".":
                k += 1
            if _name(sentence, k) and _fits(sentence, i, k, step) and uses_capitals(analysis, sentence, k):
                yield _match(sentence, k)
    for paragraph, found in analysis.search(_INITIAL, maybe=_MAYBE):
        name = found["name"]
        common = name in STARTERS or (english().capital_share(name.lower()) < 0.6 and english().known(name.lower()))
        if not common and not _LISTED.search(paragraph.text, max(0, found.start() - 9), found.start()):
            letter = found[1]
            yield paragraph.match(found.span(1), f"The initial “{letter}.” needs a capital.", letter.upper())


def _match(sentence: Sentence, k: int) -> Match:
    word = sentence.tokens[k].text
    return sentence.match(k, k, f"“{word}” can only be a name here and needs a capital.", word.capitalize())


def _name(sentence: Sentence, k: int) -> bool:
    """Whether a word in lower case stands by itself that no list has."""
    word = sentence.at(k).text
    return word.islower() and _SMALL.fullmatch(word) is not None and unknown(word) and not sentence.joined(k)


def _fits(sentence: Sentence, i: int, k: int, step: int) -> bool:
    """Whether a name is due: behind a title; before a place's kind, nothing like it in English; behind a given name."""
    if sentence.tokens[i].lower in _SAY:
        return sentence.at(k - 1).text.istitle() and k > 1
    return step > 0 or strange(sentence.tokens[k].text)
