"""The name of a body or region everybody knows stands in lower case throughout: `air self defense force`.

Why it happens: the engine translates the parts of the name word by word and never finds out that they are a name.

How it is found: by a table of names of three words and more that can mean nothing else (`people's liberation army`),
and a few shorter ones that only count where the paragraph names their states (`northern territories` in one on
Japan and Russia); with or without their hyphens.

What it leaves alone: the words with a capital anywhere in them, an article that makes them common (`a security
council`), texts in lower case, addresses, and names a paper may write small (`the central bank`, `the cabinet`).

"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule
from mtqa_rules.casing._capitals import uses_capitals
from mtqa_rules.data import wordlist, wordset

rule = Rule(category="fluency/casing", severity="minor", since="0.2")

BAD = [
    "Planes of Japan's [[air self defense force]] took off at once.",
    "The [[maritime self-defense force]] of Japan sent a ship.",
    "China's [[people's liberation army]] took part in the drill.",
    "Talks were held at the [[world trade organization]] in Geneva.",
    "Japan and Russia spoke of progress on the [[northern territories]].",
    "The [[united nations security council]] met on Monday in New York.",
]
GOOD = [
    "Planes of the Air Self-Defense Force took off at once.",
    "The northern territories of Australia and Canada are cold or hot.",
    "The northern territories of India, like those of Canada, are cold.\n\nJapan and Russia are cold too.",
    "The self-defense forces of the Kurds fought on, and the army of the people took part.",
    "A people's liberation army was founded in Nepal.",
    "Find it at www.example.org/world-trade-organization, the site of Geneva.",
    "i wrote to the world trade organization and the european union today",
    "The world health of the organization is poor, Smith said.",
    "An international monetary fund manager from London said so.",
    "The world trade organization chart of Acme was shown.",
]

#: Names that can be nothing else, as tokens without hyphens; and where those with fewer words need their states.
_NAMES: dict[str, tuple[str, ...]] = {
    "air self defense force": (),
    "air self defence force": (),
    "ground self defense force": (),
    "ground self defence force": (),
    "maritime self defense force": (),
    "maritime self defence force": (),
    "people's liberation army": (),
    "world trade organization": (),
    "world trade organisation": (),
    "world health organization": (),
    "world health organisation": (),
    "international monetary fund": (),
    "international atomic energy agency": (),
    "united nations security council": (),
    "un security council": (),
    "european central bank": (),
    "european court of justice": (),
    "organization of american states": (),
    "association of southeast asian nations": (),
    "shanghai cooperation organization": (),
    "liberal democratic party of japan": (),
    "communist party of china": (),
    "chinese communist party": (),
    "national people's congress": (),
    "supreme people's court": (),
    "asian infrastructure investment bank": (),
    "taiwan strait": (),
    "northern territories": ("JP", "RU"),
    "self defense forces": ("JP",),
    "self defence forces": ("JP",),
}
_PATTERNS = {name: name.replace(" ", "[ -]").replace("'", "['’]") for name in _NAMES}
_NAME = regex(
    rf"(?<![\w/.#@-])(?:(?P<common>(?i:{'|'.join(wordlist('casing/known-body', 'common'))})) )?"
    rf"(?P<name>{'|'.join(_PATTERNS.values())})\Z"
)
_LONGEST = max(map(len, _NAMES)) + 10
_LAST = tuple(sorted({name.split()[-1] for name in _NAMES}))
#: What makes the name a part of a common phrase: an organization chart.
_HEADS = wordset("casing/known-body", "heads")

rule.only_on(words=_LAST)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the name."""
    for sentence, i in document.analysis.find(*_LAST):
        end = sentence.tokens[i].end
        text = document.analysis.paragraphs[sentence.segment].text
        found = _NAME.search(text, max(0, end - _LONGEST), end)
        if (
            found is None
            or found["common"]
            or sentence.at(i + 1).lower in _HEADS
            or not uses_capitals(document.analysis, sentence, i)
        ):
            continue
        name = found["name"].replace("-", " ").replace("’", "'")
        if document.analysis.view(_states).get(sentence.segment, set()).issuperset(_NAMES[name]):
            message = f"“{found['name']}” is a name and needs its capitals."
            yield Match(sentence.segment, found.start("name"), end, message)


def _states(analysis: Analysis) -> dict[int, set[str]]:
    """The states that each paragraph names."""
    named: dict[int, set[str]] = {}
    for mention in analysis.mentions:
        named.setdefault(mention.sentence.segment, set()).add(mention.code)
    return named
