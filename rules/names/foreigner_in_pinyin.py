"""A name that is not mainland Chinese is left in pinyin, as the Chinese source sounds.

Why it happens: Chinese writes every name in characters; an engine that does not know the person spells the
characters as they sound (`阮德钟`: `Ruan Dezhong` for Nguyen Duc Chung, `魏家祥`: `Wei Jiaxiang` for Wee Ka Siong).
How it is found: words of the target sound exactly like characters of the source, and the source gives the name to
a country or region that spells its names otherwise: by the words before the name, or because the story is about
that country and not about China. A middle dot inside the name shows a foreigner too.
What it leaves alone: people and places of mainland China, Chinese envoys, names every reader knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.regions import SINIC, dominant, han_region, han_votes
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.naming import SPELLING
from mtqa.knowledge.places import label, party
from mtqa.knowledge.translit import split_pinyin, squeeze, surname_length
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordlist
from mtqa_rules.names._chinese import Echo, echoes, strange

rule = Rule(
    category="locale-convention/name-format",
    severity="major",
    needs=("source",),
)

BAD = [
    Example("[[Ruan Dezhong]] said in Hanoi.", source="越南河内市委书记阮德钟说。"),
    Example("MCA President [[Wei Jiaxiang]] spoke.", source="马华总会长拿督斯里魏家祥表示。"),
    Example("Ambassador [[Tongshawan]] thanked him.", source="老挝大使通沙万表示感谢。"),
    Example("President [[Kaishan Fengweihan]] was his friend.", source="凯山·丰威汉主席是他的朋友。"),
    Example("Yang Ming met [[Chen Mingzhang]] of Taipei.", source="杨明会见了台北的院长陈明璋。"),
    Example("Nguyen [[Dezhong]] spoke.", source="越南河内市人民委员会主席阮德钟讲话。"),
]
GOOD = [
    Example("Chinese Ambassador Xiong Bo spoke in Hanoi.", source="中国驻越南大使熊波在河内讲话。"),
    Example("Wang Wentian, ambassador to Cambodia, spoke.", source="驻柬埔寨大使王文天讲话。"),
    Example("Xi Jinping met the Vietnamese leader.", source="习近平会见越南领导人。"),
    Example("In Vietnam, Zhang Xiaoming praised the book.", source="张晓明在越南赞扬这本书。"),
    Example("Malawi's president Banda is here.", source="马拉维总统班达在这里。"),
    Example("Hunan governor Xu Dazhe visited Japan.", source="湖南省长许达哲访问日本。"),
    Example("Chen Mingzhang teaches in Wuhan.", source="陈明璋在武汉任教。"),
    Example("The president of Vietnam, Nguyen Phu Trong, came.", source="越南国家主席阮富仲来了。"),
]


_SPOKE = wordlist("names/foreigner-in-pinyin", "spoke")
#: Many who live there come from the mainland: only what is said of the person counts.
_MIXED = ("MO", "SG")
_LOCAL = wordlist("names/foreigner-in-pinyin", "local")
_SCHOLAR = wordlist("names/foreigner-in-pinyin", "scholar")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Judge each name by all its mentions, then point at each of them."""
    found = [echo for echo in echoes(document) if strange(echo, document)]
    if not found:
        return
    topic = dominant(han_votes(s.source for s in document.segments if s.source))
    said: dict[str, list[str]] = {}
    for echo in found:
        region = _foreign(echo)
        if region is not None:
            said.setdefault(echo.han, []).append(region)
    for echo in found:
        regions = said.get(echo.han, ())
        region = max(sorted(set(regions)), key=regions.count) if regions else topic
        if region is None or region == "CN" or (not regions and region in _MIXED and not _official(echo)):
            continue
        if region not in SINIC and region != "?" and topic in SINIC:
            region = topic
        if region not in SINIC and region != "?" and not (regions and _person(echo)):
            continue
        whose = "a foreign name" if region == "?" else f"a name of {label(region)}, not of mainland China,"
        yield Match(
            echo.name.segment,
            echo.tokens[0].start,
            echo.tokens[-1].end,
            f"“{echo.text}” only spells out the Chinese “{echo.han}”; it is {whose} and needs its own spelling.",
            evidence={"source": echo.han, "region": region},
        )


def _foreign(echo: Echo) -> str | None:
    """Region the source gives the name to at this place; `?` for a foreigner of any region."""
    if any(dot in echo.han for dot in "·•・‧"):
        return "?"
    before = echo.source[max(0, echo.begin - 12) : echo.begin]
    if before[-1:] in SPELLING and sum(c in SPELLING for c in echo.han) * 2 > len(echo.han) and _behind_another(echo):
        return "?"  # 贝瑞|吉克莲, Berry Ji Kelian
    if "记者" in before or before.endswith(("·", "•")):
        return "CN" if "记者" in before else "?"
    region = han_region(echo.source, echo.begin)
    # universities of Macau or Singapore are full of scholars from the mainland
    if region in (*_MIXED, "HK") and any(word in before for word in _SCHOLAR):
        return "CN"
    return region


def _behind_another(echo: Echo) -> bool:
    """Whether a word that is no pinyin stands before the echo in the same name."""
    before = [token for token in echo.name.tokens if token.kind == "word" and token.start < echo.tokens[0].start]
    return bool(before) and split_pinyin(squeeze(before[-1].text)) is None and party(before[-1].text) is None


def _official(echo: Echo) -> bool:
    """Whether the source gives the person an office of the region's own administration."""
    return echo.source[max(0, echo.begin - 2) : echo.begin] in _LOCAL


def _person(echo: Echo) -> bool:
    """Whether the source says so of a person: a family name, two or three characters, and then speaks."""
    if len(echo.tokens) < 2 or not surname_length(echo.han, 0):
        return False
    after = echo.source[echo.end : echo.end + 4]
    return any(word in after for word in _SPOKE)
