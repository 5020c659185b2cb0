"""Where the people of a story are from, as its Chinese source or its English target says.

Codes are those of `mtqa.knowledge.places`; `CN` is mainland China, whose names are rightly in pinyin.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import chain

from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.kept import kept
from mtqa.knowledge.cases import large
from mtqa.knowledge.data import DATA
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.meanings import bearers, languages, states
from mtqa.knowledge.naming import VIETNAMESE
from mtqa.knowledge.places import SURFACES, ambiguous, party
from mtqa.lazy import regex


def _words(column: str) -> dict[str, str]:
    """The words of a column of `regions.csv`, each with its region."""
    with (DATA / "regions.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {word: row["code"] for row in rows for word in row[column].split("|") if word}


#: What Chinese and English papers call a region, its places, parties and offices, beside the names of states.
HAN_CODES, _ENGLISH = _words("han"), _words("english")
_REGION = regex("|".join(sorted(map(re.escape, HAN_CODES), key=lambda word: (-len(word), word))))
#: Before a region's name these say where, to whom or with whom, not whose.
_WHERE = frozenset("在访赴抵到往至与同和对向跟给去")
_STOP = regex("[。！？；!?;]")

ENGLISH_CHINA = frozenset(word for word, code in _ENGLISH.items() if code == "CN")
#: Regions and states whose own people are never spelt in pinyin, and whose press has many names that a
#: Chinese engine reads as Chinese.
SINIC = frozenset({"VN", "KH", "LA", "MY", "SG", "HK", "TW", "JP", "KR", "KP", "MO", "TH", "ID", "PH", "MM"})


def han_votes(sources: Iterable[str]) -> Counter[str]:
    """How often each region is named in Chinese texts."""
    return Counter(HAN_CODES[m.group()] for text in sources for m in _REGION.finditer(text[:20_000]))


def han_region(text: str, start: int) -> str | None:
    """Whose person stands at `start` of a Chinese text: the nearest region before the name, in its sentence.

    A region that says where (`在越南`, `驻柬埔寨`) is passed over; a posting without a sender is China's.
    """
    window = text[max(0, start - 45) : start]
    cut = max((m.end() for m in _STOP.finditer(window)), default=0)
    window = window[cut:]
    found: str | None = None
    for match in _REGION.finditer(window):
        before = window[match.start() - 1 : match.start()]
        if before == "驻":
            found = found or "CN"
            continue
        if before in _WHERE and before:
            continue
        found = HAN_CODES[match.group()]
    if found is None and "驻" in window:
        return "CN"
    return found


def dominant(votes: Counter[str]) -> str | None:
    """The region a story is about, unless it is about China as well; first one that Chinese engines misread."""
    china = votes.get("CN", 0)
    order = sorted(votes.items(), key=lambda item: (item[0] not in SINIC, -item[1], item[0]))
    for code, count in order:
        if code != "CN" and count >= 3 and count >= 2.5 * china:
            return code
    return None


def token_region(token: Token) -> str | None:
    """Region of an English word, `CN` for China and what is China's."""
    code = _ENGLISH.get(token.text)
    if code is None and token.kind == "word" and token.capitalised and not ambiguous(token.text):
        code = party(token.text)
    return code


@cache
def _lower() -> dict[str, str]:
    """Every word of a region in small letters."""
    words = [*_ENGLISH, *(text for text in SURFACES if " " not in text)]
    return {word.lower(): word for word in words}


def english_votes(analysis: Analysis) -> Counter[str]:
    """How often each region is named in the target."""
    votes: Counter[str] = Counter()
    index = analysis.index
    for word in sorted(_lower().keys() & index.keys()):
        sentence, i = index[word][0]
        code = token_region(sentence.tokens[i])
        if code is not None:
            votes[code] += len(index[word])
    for _sentence, i in analysis.index.get("hong", ()):
        tokens = _sentence.tokens
        if i + 1 < len(tokens) and tokens[i + 1].text == "Kong":
            votes["HK"] += 1
    return votes


def _most(analysis: Analysis) -> frozenset[str]:
    """The regions that a story names most often: a view."""
    votes = analysis.view(english_votes)
    most = max(votes.values(), default=0)
    return frozenset([code for code, count in votes.items() if count == most > 0])


@kept("regions")
def _towns() -> dict[str, str]:
    """Large towns of five letters or more that are no words and no state's name: as written, and their country."""
    return {
        name.lower(): f"{name}\t{code}"
        for name, code in large()
        if len(name) > 4 and name not in SURFACES and not english().usually(name.lower(), *_WORDS)
    }


_FAMILIES = frozenset(map(str.lower, VIETNAMESE))
_WORDS = ("noun", "verb", "adjective", "adverb")


@cache
def _spoken() -> dict[str, list[str]]:
    """The languages of the table of meanings that are spoken in each state."""
    found: dict[str, list[str]] = {}
    for language in languages():
        for code in states(language):
            found.setdefault(code, []).append(language)
    return found


def _peopled(analysis: Analysis) -> frozenset[str]:
    """The languages of the table of meanings that most towns, given names and states speak for, two or more."""
    codes = dict.fromkeys(analysis.view(english_votes), 1)
    known, index = _towns(), analysis.index
    for word in known.keys() & index.keys():
        name, code = known[word].split("\t")
        if any(sentence.tokens[i].text == name for sentence, i in index[word]):
            codes[code] = codes.get(code, 0) + 1
    spoken = _spoken()
    found = {"vi": len(index.keys() & _FAMILIES)}
    told = [language for code, count in codes.items() for language in spoken.get(code, []) * count]
    given = {name.sentence.tokens[name.first].text for name in analysis.names if name.last - name.first > 1}
    for language in chain(told, *map(bearers, given)):
        found[language] = found.get(language, 0) + 1
    most = max(found.values())
    return frozenset([language for language, count in found.items() if count == most > 1])


def homes(analysis: Analysis) -> frozenset[str]:
    """The languages of the table of meanings that are spoken where a story is at home: a view.

    It is at home where it tells of a state, and of no other more often; or of its towns and people, for a story seldom
    names the state it is written in. Two of towns, given names and states must speak for a language, and no more for
    another.
    """
    spoken = _spoken()
    told = [language for code in analysis.view(_most) for language in spoken.get(code, [])]
    return frozenset(told) | _peopled(analysis)


def at_home(analysis: Analysis, language: str) -> bool:
    """Whether a story is at home where a language is spoken, see `homes`."""
    return language in analysis.view(homes)


def english_region(tokens: list[Token], lead: int, first: int, last: int) -> str | None:
    """Whose person a name is by the words about it: a title before it, an apposition behind it.

    Args:
        tokens: of the sentence.
        lead: index of the first word of the title before the name (of the name, if there is none).
        first, last: the name.
    """
    found: str | None = None
    envoy = False
    for k in range(first - 1, max(-1, first - 13), -1):
        token = tokens[k]
        if token.lower in _BREAKS or (token.text == "," and k < first - 1):
            break
        envoy = envoy or token.lower in _ENVOYS
        if _mission(tokens, k):
            return "CN"  # the army's Hong Kong garrison
        if token.lower in _EVENTS:
            break  # the Tokyo film festival, the Vietnam War
        code = "HK" if token.text == "Kong" else token_region(token)
        if code is None:
            # a lower-case word that is part of no title ends the title
            if k < lead and token.kind == "word" and not token.capitalised and token.lower not in _IN_TITLES:
                break
            continue
        before = tokens[k - 1].lower if k else ""
        if before in _TO or (k > 1 and before == "hong" and tokens[k - 2].lower in _TO):
            continue
        found = code
        if code == "CN":
            return code
    if envoy and found is None:
        return "CN"  # an ambassador to a country, sender not named: the source's own
    if last < len(tokens) and tokens[last].text in (",", "("):
        for k in range(last + 1, min(len(tokens), last + 13)):
            token = tokens[k]
            if token.text in (",", "and") and k + 1 < len(tokens) and token_region(tokens[k + 1]) is not None:
                continue  # of Hong Kong and Macao
            if token.text in (",", ";", ")") or token.lower in _BREAKS or token.lower in _EVENTS:
                break
            if _mission(tokens, k):
                return "CN"
            code = "HK" if token.text == "Kong" else token_region(token)
            if code == "CN":
                return "CN"
            before = tokens[k - 1].lower
            if (
                code is not None
                and found is None
                and before not in _TO
                and not (code == "HK" and tokens[k - 2].lower in _TO)
            ):
                found = code
    return found


def _mission(tokens: list[Token], k: int) -> bool:
    """Whether a word makes an office the mainland's: a garrison, a liaison office, a Taiwan Affairs Office."""
    lower = tokens[k].lower
    if lower == "affairs" and k:
        return tokens[k - 1].text == "Kong" or token_region(tokens[k - 1]) not in (None, "CN")
    return lower in _MISSIONS


_ENVOYS = frozenset("embassy consul consulate ambassador".split())
#: What the mainland keeps elsewhere, and what is named after a place without being of it.
_MISSIONS = frozenset("garrison liaison commissar commissioner pla liberation expatriate emigre".split())
_EVENTS = frozenset(
    "festival open games cup championship championships olympics conference forum summit expo fair war marathon tour "
    "masters invasion occupation exhibition biennale awards".split()
)
_BREAKS = frozenset('; “ ” " said says told met meets and with who which while when but from visited visiting'.split())
_TO = frozenset("in at to visited visiting with from for near off".split())
_IN_TITLES = frozenset(
    "of the for and president chairman chairwoman director minister secretary general deputy vice manager spokesman "
    "spokeswoman chief head leader lawmaker legislator writer singer actor actress author professor businessman "
    "businesswoman executive governor mayor officer official activist journalist director-general politician premier "
    "prime foreign defence defense finance trade party member committee provincial city state company group".split()
)
