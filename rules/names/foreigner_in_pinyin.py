"""A name that is not mainland Chinese is left in pinyin, as the Chinese source sounds.

Why it happens: Chinese writes every name in characters; an engine that does not know the person spells the
characters as they sound (`阮德钟`: `Ruan Dezhong` for Nguyen Duc Chung, `魏家祥`: `Wei Jiaxiang` for Wee Ka Siong).
How it is found: words of the target sound exactly like characters of the source, and the source gives the name to
a country or region that spells its names otherwise: by the words before the name, or because the story is about
that country and not about China. A middle dot inside the name shows a foreigner too. In Hong Kong, Macau and Taiwan
many names are printed in pinyin, those of people from the mainland rightly: there it is minor.
What it leaves alone: people and places of mainland China, Chinese envoys, Chinese who live in America or Europe, names
every reader knows, what quotation marks set off, and those of which known-name-wrong gives the right form.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from mtqa.analysis.regions import SINIC, dominant, han_region, han_votes
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.naming import GREATER_CHINA, SPELLING
from mtqa.knowledge.places import label
from mtqa.rule import Example, Rule
from mtqa_rules.data import wordlist
from mtqa_rules.names._chinese import Echo, echoes, spells, telling, unmet

rule = Rule(category="locale-convention/name-format", severity="major", needs=("source",), facts=("chinese",))

BAD = [
    Example("[[Ruan Dezhong]] said in Hanoi.", source="越南河内市委书记阮德钟说。"),
    Example("MCA President [[Wei Jiaxin]] spoke.", source="马华总会长拿督斯里魏家信表示。"),
    Example("Ambassador [[Tongshawan]] thanked him.", source="老挝大使通沙万表示感谢。"),
    Example("President [[Tongxi Weilai]] was his friend.", source="通西·维莱主席是他的朋友。"),
    Example("Yang Ming met [[Chen Mingzhang]] of Taipei.", source="杨明会见了台北的院长陈明璋。"),
    Example("The governor, Berry [[Ji Kelian]], spoke.", source="州长贝瑞吉克莲讲话。"),
    Example("Director [[Wen Qihua]] was glad.", source="澳门很小。澳门很富。澳门很老。局长文绮华很高兴。"),
    Example("[[Li Xifan]] was glad.", source="韩国很小。韩国很富。韩国很老。李熙范很高兴。"),
    Example("[[Luo Zhiming]] agreed.", source="香港局长罗志明同意。"),
    Example("Professor [[Chen Mingzhang]] agreed.", source="台湾大学教授陈明璋同意。"),
    Example("“Minister [[Ruan Dezhong]] came,” he said.", source="越南人说：“阮德钟来了，我见了部长。”"),
    Example("He said he was [[Ruan Dezhong]].", source="越南人说：“我是阮德钟”。"),
    Example("[[Ruan Dezhong]] met the premier in Hanoi.", source="越南河内市委书记阮德钟会见安倍晋三。"),
    Example("Nguyen [[Dezhong]] spoke.", source="越南河内市人民委员会主席阮德钟讲话。"),
]
GOOD = [
    Example("MCA President Wei Jiaxiang spoke.", source="马华总会长拿督斯里魏家祥表示。"),
    Example("Chinese Ambassador Xiong Bo spoke in Hanoi.", source="中国驻越南大使熊波在河内讲话。"),
    Example("Wang Wentian, ambassador to Cambodia, spoke.", source="驻柬埔寨大使王文天讲话。"),
    Example("Vietnam received Xi Jinping.", source="越南国家主席会见习近平。"),
    Example("Chief Executive Choi Shi-An spoke.", source="澳门特首崔世安讲话。"),
    Example("The Taiwanese band visited Tangshan.", source="台湾唐山乐队来访。"),
    Example("Chinese Vice Premier Wang Xiaoyang spoke.", source="越南很小。越南很富。越南很老。中国副总理王小洋讲话。"),
    Example("Zhang Xianghua, an American, said so.", source="美国企业家张祥华表示同意。"),
    Example("Deng Chuxia was glad.", source="澳门很小。澳门很富。澳门很老。邓楚霞很高兴。"),
    Example("Professor Deng Chuxia of the University of Macau agreed.", source="澳门大学教授邓楚霞同意。"),
    Example("They praised Jiangxi.", source="越南很小。越南很富。越南很老。他们赞扬江西。"),
    Example("The founder, Jack Ma Yunli, spoke.", source="创始人马云丽讲话。"),
    Example("Is Ma Yunti new?", source="贝尔马云提出新零售。"),
    Example("Xi Jinping met the Vietnamese leader.", source="习近平会见越南领导人。"),
    Example("In Vietnam, Zhang Xiaoming praised the book.", source="张晓明在越南赞扬这本书。"),
    Example("Malawi's president Banda is here.", source="马拉维总统班达在这里。"),
    Example("Hunan governor Xu Dazhe visited Japan.", source="湖南省长许达哲访问日本。"),
    Example("Chen Mingzhang teaches in Wuhan.", source="陈明璋在武汉任教。"),
    Example("The project Guang Mingxing helps Cambodia.", source="柬埔寨的公益项目“光明行”很好。"),
    Example("At the Yunxi Conference of Hangzhou, he spoke.", source="他在杭州·云溪大会上讲话。"),
    Example("The president of Vietnam, Nguyen Phu Trong, came.", source="越南国家主席阮富仲来了。"),
]

#: Many who live there come from the mainland: only what is said of the person counts.
_MIXED = ("MO", "SG")
_LOCAL = wordlist("names/foreigner-in-pinyin", "local")
_SCHOLAR = wordlist("names/foreigner-in-pinyin", "scholar")
_OPEN, _CLOSE = tuple('“‘《「『"'), tuple('”’》」』"')
_FOREIGN = "?"  # of a region that is not known


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Judge each name by all its mentions, then point at each of them."""
    found = [echo for echo in echoes(document) if telling(echo, document) and not _quoted(echo)]
    if found:  # of a name that the table knows, known-name-wrong gives the right one
        known = {han for _, han, _ in unmet(document)}
        found = [echo for echo in found if not any(spells(echo, han) for han in known)]
    topic = dominant(han_votes(document.analysis.sources)) if found else None
    said: dict[str, list[str]] = {}
    for echo in found:
        region = _foreign(echo)
        if region is not None:
            said.setdefault(echo.han, []).append(region)
    for echo in found:
        region = _judged(echo, said.get(echo.han, []), topic)
        if region is not None:
            whose = "a foreign name" if region == _FOREIGN else f"a name of {label(region)}, not of mainland China,"
            match = echo.match(
                f"“{echo.text}” only spells out the Chinese “{echo.han}”; it is {whose} and needs its own spelling.",
                evidence={"source": echo.han, "region": region},
            )
            yield replace(match, severity="minor") if region in GREATER_CHINA else match


def _judged(echo: Echo, said: list[str], topic: str | None) -> str | None:
    """Region of a name by what is said of it at all its places, or by what the story is about; `None` for China."""
    region = max(sorted(set(said)), key=said.count) if said else topic
    if region is None or region == "CN" or (not said and region in _MIXED and not _official(echo)):
        return None
    if region in SINIC or region == _FOREIGN:
        return region
    return topic if topic in SINIC else None


def _foreign(echo: Echo) -> str | None:
    """Region the source gives the name to at this place; `?` for a foreigner of any region."""
    if any(dot in echo.han for dot in "·•・‧"):
        return _FOREIGN
    before = echo.source[max(0, echo.begin - 12) : echo.begin]
    if before[-1:] in SPELLING and sum(c in SPELLING for c in echo.han) * 2 > len(echo.han) and _behind(echo):
        return _FOREIGN  # 贝瑞|吉克莲, Berry Ji Kelian
    if "记者" in before:
        return "CN"
    if before.endswith(("·", "•")):
        return _FOREIGN if before[-2:-1] in SPELLING else None  # 杭州·云栖大会
    region = han_region(echo.source, echo.begin)
    # universities of Macau or Singapore are full of scholars from the mainland
    return "CN" if region in (*_MIXED, "HK") and any(word in before for word in _SCHOLAR) else region


def _quoted(echo: Echo) -> bool:
    """Whether quotation marks hold the characters: a title, a slogan, what a project is called."""
    return echo.source[echo.begin - 1 : echo.begin] in _OPEN and echo.source[echo.end : echo.end + 1] in _CLOSE


def _behind(echo: Echo) -> bool:
    """Whether another word of the name stands before."""
    return echo.tokens[0].index > echo.name.first


def _official(echo: Echo) -> bool:
    """Whether the source gives the person an office of the region's own administration."""
    return echo.source[max(0, echo.begin - 2) : echo.begin] in _LOCAL
