"""Where the people of a story are from, as its Chinese source or its English target says.

Codes are those of `mtqa.knowledge.places`; `CN` is mainland China, whose names are rightly in pinyin.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.knowledge.places import SURFACES, ambiguous, label, party

_HAN = {
    "VN": "越南 越共 越方 河内 胡志明 岘港 越航 越媒",
    "KH": "柬埔寨 柬方 金边 暹粒 柬华",
    "LA": "老挝 老方 万象 琅勃拉邦",
    "TH": "泰国 泰方 曼谷 清迈",
    "MM": "缅甸 内比都 仰光",
    "MY": "马来西亚 马华 大马 拿督 丹斯里 敦马 柔佛 柔州 雪州 雪兰莪 槟城 槟州 吉隆坡 国阵 "
    "巫统 砂拉越 沙巴 马六甲 霹雳州 行动党 东姑",
    "SG": "新加坡 狮城 星洲",
    "HK": "香港 港府 港澳 特首 九龙 新界 立法会 港股 港人 港媒",
    "MO": "澳门 澳区",
    "TW": "台湾 台北 高雄 台中市 台南 民进党 国民党 台商 台当局 新北市 桃园市 绿营 蓝营",
    "JP": "日本 东京 大阪 日方 日媒 自民党 京都",
    "KR": "韩国 首尔 韩方 韩媒 釜山 青瓦台",
    "KP": "朝鲜 平壤 朝方 朝中社",
    "MN": "蒙古国 乌兰巴托",
    "PH": "菲律宾 马尼拉 菲方",
    "ID": "印尼 印度尼西亚 雅加达",
    "IN": "印度 新德里 孟买",
    "US": "美国 华盛顿 白宫 纽约 美方 美媒 五角大楼 加州 共和党 民主党",
    "CA": "加拿大 渥太华 多伦多 加方",
    "AU": "澳大利亚 澳洲 堪培拉 悉尼 墨尔本 新州 澳媒",
    "NZ": "新西兰",
    "GB": "英国 伦敦 英方 英媒 苏格兰",
    "FR": "法国 巴黎 法方",
    "DE": "德国 柏林 德方",
    "IT": "意大利 罗马",
    "ES": "西班牙 马德里",
    "RU": "俄罗斯 莫斯科 俄方 俄媒 克里姆林宫",
    "UA": "乌克兰 基辅",
    "BY": "白俄罗斯",
    "IR": "伊朗 德黑兰",
    "IQ": "伊拉克",
    "SA": "沙特",
    "EG": "埃及 开罗",
    "TR": "土耳其",
    "IL": "以色列",
    "PK": "巴基斯坦",
    "BR": "巴西",
    "ZA": "南非",
    "MW": "马拉维",
    "EU": "欧盟 欧洲 布鲁塞尔 北约",
}
_HAN_CHINA = (
    "中国 我国 中方 中央 中共 党中央 国务院 全国人大 国台办 中联办 港澳办 大陆 内地 新华社 中新网 中新社 人民日报 "
    "解放军 北京 "
    "上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 广西 海南 "
    "四川 贵州 云南 陕西 "
    "甘肃 青海 西藏 宁夏 新疆 内蒙古 兴安盟 广州 深圳 珠海 南京 武汉 杭州 厦门 成都 西安 青岛 "
    "中资 央行 国际组 中央军委 旅居"
)
HAN_CODES = {word: code for code, words in _HAN.items() for word in words.split()}
HAN_CODES.update(dict.fromkeys(_HAN_CHINA.split(), "CN"))
_REGION = re.compile("|".join(sorted(map(re.escape, HAN_CODES), key=lambda word: (-len(word), word))))
#: Before a region's name these say where, to whom or with whom, not whose.
_WHERE = frozenset("在访赴抵到往至与同和对向跟给去")
_STOP = re.compile("[。！？；!?;]")

_ENGLISH = {
    "Hanoi": "VN", "Vietcombank": "VN", "Hue": "VN", "Datuk": "MY", "Dato": "MY", "Datin": "MY", "Johor": "MY",
    "Selangor": "MY", "Penang": "MY", "MCA": "MY", "UMNO": "MY", "Sarawak": "MY", "Sabah": "MY", "Malaysian": "MY",
    "Kowloon": "HK", "HKSAR": "HK", "Macao": "MO", "Macau": "MO", "Kaohsiung": "TW", "Taichung": "TW", "Tainan": "TW",
    "Taipei": "TW", "Taiwanese": "TW", "Taiwan": "TW", "DPP": "TW", "Kuomintang": "TW", "Vientiane": "LA", "Lao": "LA",
}  # fmt: skip
ENGLISH_CHINA = frozenset(
    "China Chinese Beijing Shanghai Tianjin Chongqing Hebei Shanxi Liaoning Jilin Heilongjiang Jiangsu Zhejiang Anhui "
    "Fujian Jiangxi Shandong Henan Hubei Hunan Guangdong Guangxi Hainan Sichuan Guizhou Yunnan Shaanxi Gansu Qinghai "
    "Tibet Ningxia Xinjiang Guangzhou Shenzhen Zhuhai Nanjing Wuhan Hangzhou Xiamen Chengdu Qingdao Xinhua mainland "
    "PLA CPC CCP PRC Mainland Mongolia".split()
)
#: Regions and states whose own people are never spelt in pinyin, and whose press has many names that a
#: Chinese engine reads as Chinese.
SINIC = frozenset({"VN", "KH", "LA", "MY", "SG", "HK", "TW", "JP", "KR", "KP", "MO", "TH", "ID", "PH", "MM"})


def place_label(code: str) -> str:
    """Name of a region for a message."""
    return label(code)


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
    if token.text in ENGLISH_CHINA:
        return "CN"
    code = _ENGLISH.get(token.text)
    if code is None and token.kind == "word" and token.capitalised and not ambiguous(token.text):
        code = party(token.text)
    return code


@cache
def _lower() -> dict[str, str]:
    """Every word of a region in small letters."""
    words = [*_ENGLISH, *ENGLISH_CHINA, *(text for text in SURFACES if " " not in text)]
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
