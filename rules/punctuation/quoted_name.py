"""A name stands in quotation marks that English leaves without.

Why it happens: Chinese, Japanese, Korean and Russian set the names of newspapers, laws, awards, meetings and
programmes in title brackets or quotation marks (`《朝日新闻》`, `«Известия»`); the engine turns these into
quotation marks.

How it is found: a well-known newspaper or agency in quotation marks; a name in title capitals whose noun says that it
is the name of a body, text of law, award, meeting or programme (`the "Champions of the Earth Award"`); the
designation of a model (`"CX-4"`), a weapon (`"Patriot" missiles`) or a ship (`the tanker "Grace 1"`); a name right
before the noun that says what it names (`the "Sky Eye" project`).

How much it weighs: nothing. Human translators keep these marks nearly as often as engines do; it is a matter of house
style, shown to those who care.

What it leaves alone: books, films, songs, shows and articles, which English quotes every time, those that are cited
(`[Smith, "The Plan", pp. 3-9]`) among them; nicknames, slogans and names just being explained (`called the “Golden
Shield Project”`, `the so-called`, `dubbed`, `stands for`) or brought in by `a`; ideas (`"Natural Law"`), most of all
those that the text writes small elsewhere; names of two words and more that the marks bring in, once, and that stand
bare from then on (`the "Iron Beam" system. Iron Beam is a laser`); ordinals (`the "11th" holiday`); names in lower
case; headlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.quotes import cited
from mtqa.analysis.speech import WORK
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.papers import NEWSPAPERS, PLAIN_NEWSPAPERS
from mtqa.knowledge.words import COMMON_PREPOSITIONS
from mtqa.rule import Rule

rule = Rule(category="fluency/punctuation", severity="neutral")

BAD = [
    '[["Asahi Shimbun"]] said that the allies were worried.',
    'The British [["Guardian"]] reported that the centre was closed.',
    'The winners of the [["Champions of the Earth Award"]] met on Monday.',
    "According to the [[“New York Times”]] report, sales fell.",
    'The council issued the [["Regulations on the Protection of Women"]] on Friday.',
    'The university hosted the [["Second Macao Stem Cell Symposium,"]] which drew many guests.',
    'Sales of the [["CX-4"]] fell by a tenth.',
    'They will deploy another [["Patriot"]] air defense system.',
    'Iran released the tanker [["Grace 1"]] on Monday.',
    'Many changes were made to the [["Opinions"]] on Friday.',
    'According to a [["CNN"]] report, he left in May.',
    'Trade along the [["Belt and Road"]] grew, and the [["Grace One"]] tanker left.',
]

GOOD = [
    "She sang “The Lady Is a Tramp” for the “Sunday Morning” audience.",
    'He is the author of the "Three Sisters" and of "War and Peace".',
    'The plan was dubbed the "Golden Shield Project" by its critics.',
    "They labelled it the “Soros Plan”.",
    "BASIC stands for the “Beginner's Instruction Code System”.",
    'He joined the so-called "Iron Guard Movement".',
    "He visited the Asahi Shimbun and the New York Times.",
    'He spoke of the "green channel" and the "Wall of Moms".',
    '"The Guardian angel is here," she said.',
    '"New York Times Square is full," he said.',
    "The article “The Guardian of the Law” is his.",
    'The "Times They Are a-Changin\'" is a song.',
    "It is known as the “Green New Deal Act”.",
    'Acme Ltd (the "Agreement") and its heirs (together, the "Rules") are bound.',
    "He called it “B-52” because of its size.",
    'The "Patriot" party lost its seat.',
    'His novel "The Agreement" is long; he read "The Report" twice.',
    'They set up a "Central Price Commission" to help, and elected an "Emergency Action Committee" on Monday.',
    'The idea of "Natural Law" and the "New World Order" is old.',
    'The "Executive Committee" rules. The executive committee met; an executive committee errs; no executive'
    " committee is beyond doubt.",
    'The "60 Minutes" team and the "Today" crew were there, said the "Face the Nation" producer.',
    'Shops were shut over the "11th" holiday, and the "Eleventh" period was cold.',
    'The "Stop the Steal" campaign and the "America First" policy had their day.',
    'The "Blue Heron" project began in 2023. The Blue Heron won the "Fast Rail Award"; the Fast Rail Award is old.',
    'It took the "Best Picture" award and the "Fan Favorite" trophy for the film.',
]

#: Programmes every reader of world news knows by name.
_PROGRAMMES = frozenset(("belt and road", "belt and road initiative"))
_REPORTS = re.compile(r"\s(?:said|says|reported|reports?|wrote|quoted|newspaper|website|published|reporters?|news)\b")
_PLACE = re.compile(r"(?:\b(?:[A-Z][a-z]+(?:an|ish|ese|ian)|U\.S\.|US|UK|newspaper|daily|paper|magazine|agency|the)) $")

#: Nouns that head the name of a body, a text of law, an award, a meeting or a programme.
_HEADS = frozenset(
    """Award Awards Prize Medal Order Symposium Forum Conference Congress Summit Convention Meeting Exhibition Expo
    Fair Festival Law Act Bill Code Charter Constitution Treaty Agreement Protocol Regulation Regulations Rules
    Measures Provisions Opinions Guidelines Guideline Notice Decision Decisions Directive Declaration Resolution
    Program Programme Project Initiative Plan Strategy Action Campaign Operation Agenda Report Index Yearbook
    Bulletin Blueprint Outline Catalog Standards Standard Specification Specifications License Certificate
    Committee Commission Agency Association Alliance Union Federation Foundation Fund Institute Center Centre
    Academy University Company Corporation Group Bureau Administration Ministry Division Cup Games Championship
    Championships Tournament League Base Zone Park Museum Railway Station Paper Draft System Day Ceremony
    Service Series""".split()
)
_JOINING = COMMON_PREPOSITIONS | {"and", "the"}
_SMALL = "of|the|and|for|in|on|to|with|a|an|at|by|from|under|&"
_TITLE = re.compile(rf"(?:[A-Z0-9][\w'’.-]*|{_SMALL})(?: (?:[A-Z0-9][\w'’.-]*|{_SMALL})){{0,24}}")
#: Heads of ideas as much as of names (`Natural Law`, `New World Order`): with three words before them or `of` behind.
_BROAD = frozenset("Law Order Action System".split())
_NAMED = re.compile(
    r"(?:call\w*|nam\w+|dubb\w+|known|label\w*|so-called|titled|entitled|nicknam\w+|term\w*|as|describ\w+|brand\w*|word|"
    r"phrase|slogan|activate|stands? for) (?:(?:it|them|him|her) )?(?:as )?(?:the )?$",
    re.IGNORECASE,
)
_DEFINED = frozenset("Opinions Regulations Measures Rules Notice Guidelines Outline Decision Provisions".split())
_LEAD = re.compile(
    r"(?:the|of|in|on|to|at|and|by|for|from|with|under|issued|released|published|signed|held|won|awarded|launched|"
    r"attended|hosted|promulgated|formulated|implemented|revised) $",
    re.IGNORECASE,
)
_MODEL = re.compile(r"[A-Z]{1,5}-?\d{1,4}[A-Z]{0,3}")
_WEAPON = re.compile(
    r" (?:(?:air|anti|missile|ballistic|cruise|nuclear|stealth|surface|defen[cs]e|carrier|main|battle)[ -]){0,4}"
    r"(?:missiles?|rockets?|radars?|systems?|tanks?|fighters?|helicopters?|satellites?|drones?|torpedo(?:es)?)\b"
)
_BEHIND = re.compile(
    r" (?:(?:oil|cargo|cruise|container) )?(?:tankers?|destroyers?|frigates?|freighters?|icebreakers?|warships?|"
    r"database|platform)\b"
)
_SHIP = re.compile(r"(?:tanker|destroyer|frigate|carrier|cruiser|warship|submarine|freighter|ferry|icebreaker) $")
#: What a name right before it is the name of.
_KIND = re.compile(
    r" (?:projects?|systems?|medals?|fleet|base|fund|incident|unit|satellites?|rockets?|holiday|period)\b"
)
#: A day or holiday that wants another name, not other marks: “Eleventh” for China's National Day.
_ORDINAL = re.compile(
    r"\d{1,2}(?:st|nd|rd|th)|First|Second|Third|(?:Four|Fif|Six|Seven|Eigh|Nin|Ten|Eleven|Twelf|[A-Z][a-z]{2,4}teen)th"
)
_DETERMINED = re.compile(r"(?:\b(?:the|an?|its|their|our)|['’]s|s['’]) $", re.IGNORECASE)
#: How often a text must write the words of a name small for them to be a term.
_TERM = 3
_LONGEST, _BEFORE, _AFTER = 160, 60, 40  # characters of a name, before it, behind it
_OPENING = ("“", '"', "‘", "'", "«")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag quoted names at their opening mark."""
    for pair in document.analysis.quotes.pairs:
        start, end = pair.open.start, pair.close.start
        if pair.open.segment != pair.close.segment or not pair.open.quotes or not 3 < end - start < _LONGEST:
            continue
        paragraph = document.analysis.paragraphs[pair.open.segment]
        text = paragraph.text
        name = text[start + 1 : end].rstrip(",. ")
        before, behind = text[max(0, start - _BEFORE) : start], text[end + 1 : end + 1 + _AFTER]
        if not (name[:1].isupper() or name[:1].isdigit()) or _NAMED.search(before) or cited(text, start, end + 1):
            continue
        known = name.lower() in _PROGRAMMES or _newspaper(name, before, behind)
        if not known and paragraph.kind != "headline":
            known = _labelled(name, before, behind) or (_official(name, before) and not _small(document, name))
        if not known and not _designation(name, before, behind):
            continue
        if name in NEWSPAPERS or name.lower() in _PROGRAMMES or not _introduced(document, name):
            message = f"The name “{name}” needs no quotation marks."
            yield Match(paragraph.index, start, end + 1, message, (text[start + 1 : end],))


def _introduced(document: Document, name: str) -> bool:
    """Whether the marks bring in a name, which the text quotes this once and then goes on to write bare."""
    text = "\n".join(one.text for one in document.analysis.paragraphs if one.kind != "headline")
    quoted, first = sum(text.count(mark + name) for mark in _OPENING), text.find(name)
    return " " in name and quoted == 1 < text.count(name) and text[first - 1] in _OPENING


def _small(document: Document, name: str) -> bool:
    """Whether the text writes the words of a name small three times and oftener: they are a term."""
    words = name.lower().split()
    return len(words) > 1 and document.analysis.count(words) >= _TERM


def _labelled(name: str, before: str, behind: str) -> bool:
    """Whether a name in title capitals stands right before the noun of what it names, and is no work's."""
    label = _KIND.match(behind) and _DETERMINED.search(before) and _TITLE.fullmatch(name)
    return bool(label) and not _ORDINAL.fullmatch(name) and not WORK.search(before + behind)


def _newspaper(name: str, before: str, behind: str) -> bool:
    name = name.removeprefix("The ").replace("’", "'")
    plain = name not in PLAIN_NEWSPAPERS or (_PLACE.search(before) and _REPORTS.match(behind))
    return name in NEWSPAPERS and bool(plain)


def _designation(name: str, before: str, behind: str) -> bool:
    """Whether a name is that of a model, a weapon or a ship."""
    if _MODEL.fullmatch(name) or (name.isalpha() and _WEAPON.match(behind)):
        return True
    ship = _SHIP.search(before) or (before.lower().endswith("the ") and _BEHIND.match(behind))
    return bool(ship and len(name.split()) < 4 and _TITLE.fullmatch(name))


def _official(name: str, before: str) -> bool:
    """Whether a name in title capitals is headed by a noun of a body, law, award, meeting or programme."""
    words, the = name.split(), before.lower().endswith("the ")
    if len(words) == 1:
        return name in _DEFINED and the and not before.endswith(("(the ", ", the "))
    if words[0] in ("The", "A", "An") or not _LEAD.search(before) or not _TITLE.fullmatch(name):
        return False
    if (len(words) == 2 and not the) or (len(words) < 4 and words[-1] in _BROAD):
        return False
    joint = next((i for i, word in enumerate(words) if i and word in _JOINING), len(words))
    return words[joint - 1] in _HEADS or words[-1] in _HEADS
