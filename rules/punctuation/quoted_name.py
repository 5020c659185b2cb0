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

from mtqa.analysis.speech import Quotation
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.nouns import IDEAS, LAWS, OFFICIAL
from mtqa.knowledge.papers import NEWSPAPERS, PLAIN_NEWSPAPERS
from mtqa.knowledge.words import COMMON_PREPOSITIONS
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="fluency/punctuation", severity="neutral", facts=("quotes",))

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
    'They signed the [["Joint Declaration on Clean Air"]] in Rome.',
    'According to a [["CNN"]] report, he left in May.',
    'Trade along the [["Belt and Road"]] grew, and the [["Grace One"]] tanker left.',
]

GOOD = [
    'He read the "regulations" aloud, and they laughed.',
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
    'It is in the "Uniform Trade Act", p. 12. He visited the "Forget me Not - Forty Years of Art Exhibition".',
    'He is the "Guardian" of the law. Read "Guardian" reports. The "green lane" project began.',
    'Minister opens the "Asia Trade Forum"\n\nIt was late when he came. He left soon.',
    'It took the "Best Picture" award and the "Fan Favorite" trophy for the film.',
]

#: Programmes every reader of world news knows by name.
_PROGRAMMES = ("belt and road", "belt and road initiative")
#: Beside a newspaper whose name is a word too: whose it is or what it is, and that it says something.
_PLACE = regex(r"(?:\b(?:[A-Z][a-z]+(?:an|ish|ese|ian)|U\.S\.|US|UK|newspaper|daily|paper|magazine|agency|the)) $")
_REPORTS = regex(r"\s(?:said|says|reported|reports?|wrote|quoted|newspaper|website|published|reporters?|news)\b")

_SMALL = "of|the|and|for|in|on|to|with|a|an|at|by|from|under|&"
_TITLE = regex(rf"(?!(?:The|An?) )[A-Z0-9][\w'’.-]*(?: (?:[A-Z0-9][\w'’.-]*|{_SMALL})){{0,24}}")
_JOINING = COMMON_PREPOSITIONS | {"and", "the"}
#: What leaves no doubt that a name of this kind is one: the Award, won the Award.
_LEAD = regex(
    r"(?:the|of|in|on|to|at|and|by|for|from|with|under|issued|released|published|signed|held|won|awarded|launched|"
    r"attended|hosted|promulgated|formulated|implemented|revised) $",
    re.IGNORECASE,
)
#: What is only being named: called it the, dubbed, stands for.
_NAMED = regex(
    r"(?:call\w*|nam\w+|dubb\w+|known|label\w*|so-called|titled|entitled|nicknam\w+|term\w*|as|describ\w+|brand\w*|word|"
    r"phrase|slogan|activate|stands? for) (?:(?:it|them|him|her) )?(?:as )?(?:the )?$",
    re.IGNORECASE,
)
_MODEL = regex(r"[A-Z]{1,5}-?\d{1,4}[A-Z]{0,3}")
#: Behind a name, and of a ship before it, what it is the name of.
_KIND = regex(
    r" (?:(?:air|anti|missile|ballistic|cruise|nuclear|stealth|surface|defen[cs]e|carrier|main|battle|oil|cargo|"
    r"container)[ -]){0,4}(?:missiles?|rockets?|radars?|systems?|tanks?|fighters?|helicopters?|satellites?|drones?|"
    r"torpedo(?:es)?|tankers?|destroyers?|frigates?|freighters?|icebreakers?|warships?|database|platform|projects?|"
    r"medals?|fleet|base|fund|incident|unit|holiday|period)\b"
)
_SHIP = regex(r"(?:tanker|destroyer|frigate|carrier|cruiser|warship|submarine|freighter|ferry|icebreaker) $")
#: A day or holiday that wants another name, not other marks: “Eleventh” for China's National Day.
_ORDINAL = regex(
    r"\d{1,2}(?:st|nd|rd|th)|First|Second|Third|(?:Four|Fif|Six|Seven|Eigh|Nin|Ten|Eleven|Twelf|[A-Z][a-z]{2,4}teen)th"
)
_TERM = 3  # times a text must write the words of a name small for them to be a term


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag quoted names with their marks."""
    for one in document.analysis.speech.quotations:
        if one.cited or _NAMED.search(one.before()):
            continue
        known = one.name.removeprefix("The ") in NEWSPAPERS or one.name.lower() in _PROGRAMMES
        if _known(one) if known else (_labelled(one) or _official(document, one)) and not _introduced(document, one):
            yield one.match(f"The name “{one.name}” needs no quotation marks.", one.text)


def _known(one: Quotation) -> bool:
    """Whether it is sure that a newspaper is one: its name is no word, or the text says so."""
    plain = one.name.removeprefix("The ") in PLAIN_NEWSPAPERS
    return not plain or bool(_PLACE.search(one.before()) and _REPORTS.match(one.behind()))


def _labelled(one: Quotation) -> bool:
    """Whether a name is a model's, or stands beside the noun that says what it names."""
    if not _TITLE.fullmatch(one.name) or _ORDINAL.fullmatch(one.name):
        return False
    beside = _KIND.match(one.behind()) or _SHIP.search(one.before())
    return bool(beside or _MODEL.fullmatch(one.name))


def _official(document: Document, one: Quotation) -> bool:
    """Whether a name in title capitals is headed by a noun of a body, law, award, meeting or programme."""
    words, before = one.name.split(), one.before()
    the = before.lower().endswith("the ")
    if one.name.istitle() and one.name.lower() in LAWS:
        return the and not before.endswith(("(the ", ", the "))
    if len(words) < 3 - the or one.paragraph.kind == "headline" or not _LEAD.search(before):
        return False
    if not _TITLE.fullmatch(one.name) or document.analysis.count(one.name.lower().split()) >= _TERM:
        return False
    first = next((i for i, word in enumerate(words) if i and word in _JOINING), len(words))
    heads = {words[first - 1].lower(), words[-1].lower()}
    return not OFFICIAL.isdisjoint(heads) and (len(words) > 3 or heads.isdisjoint(IDEAS))


def _introduced(document: Document, one: Quotation) -> bool:
    """Whether the marks bring in a name, which the text quotes this once and then goes on to write bare."""
    text = document.analysis.view(_unheaded)
    return text.count(f'"{one.name}') + text.count(f"“{one.name}") == 1 < text.count(one.name)


def _unheaded(analysis: Analysis) -> str:
    """The text without its headlines."""
    return "\n".join([paragraph.text for paragraph in analysis.paragraphs if paragraph.kind != "headline"])
