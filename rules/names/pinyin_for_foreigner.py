"""A person of a country that does not use pinyin has a mainland Chinese name.

Why it happens: news from Chinese names every foreigner in characters; an engine that does not know the person
writes how the characters sound (`Deng Deying` for a Vietnamese, `Chen Mingzhang` for a Taiwanese).
How it is found: the name is built like a mainland name (a Chinese family name, a given name of two syllables in
one word, spelt as only pinyin spells), and the title or apposition beside it says Vietnamese, Malaysian, Taiwanese,
Hong Kong and the like; once found, the name is pointed at wherever it stands.
What it leaves alone: whoever the story calls Chinese, envoys, the mainland's officials in Hong Kong and its offices for
Taiwan and Hong Kong affairs, guests of festivals and games, names in the table of people, names English knows well
(Deng Xiaoping), and names without a title or apposition that says where the person is from. Where people from the
mainland live and keep their spelling (Taiwan, Malaysia, Japan), it is a slight matter.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.analysis.regions import SINIC, dominant, english_region, english_votes
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import rarity
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.naming import NEVER_IN_PINYIN, OPEN_SYLLABLES, SYLLABLES_APART, VIETNAMESE
from mtqa.knowledge.nouns import HONOURS
from mtqa.knowledge.places import label
from mtqa.knowledge.translit import pinyin_name, split_pinyin, squeeze
from mtqa.rule import Rule
from mtqa_rules.names._chinese import distinctive
from mtqa_rules.names._offices import table

rule = Rule(category="locale-convention/name-format", severity="major", facts=("names",))

BAD = [
    "[[Deng Deying]], deputy director of Vietnam's forecasting centre, spoke.",
    "Vietnam Airlines general manager [[Yang Zhicheng]] said so.",
    "MCA president Datuk Seri [[Wei Jiaxiang]] denied it. [[Wei Jiaxiang]] left.",
    "[[Luo Zhiguang]], Hong Kong's Secretary for Labour, agreed.",
    "Cambodian Defence Secretary [[Zhou Wensong]] was present.",
    "Taiwanese writer [[Xu Wentang]] won the prize.",
    "[[Deng Deying]] spoke. A Vietnamese, [[Deng Deying]] is a forecaster.",
    "The Vietnamese minister [[Deng Deying]] agreed.",
    "Mr. [[Nguyen Dezhong]] received the ambassador.",
]
GOOD = [
    "Chinese Ambassador to Vietnam Xiong Xiaobo spoke in Hanoi.",
    "Zhang Xiaoming, director of China's Hong Kong and Macao Affairs Office, spoke.",
    "Taiwan's Tsai Ing-wen and Hong Kong's Carrie Lam did not comment.",
    "Chinese Foreign Minister Wang Guoqiang met Vietnamese officials.",
    "Singapore's Lee Hsien Loong met Nguyen Xuan Phuc of Vietnam.",
    "Zhang Zhijun visited Taiwan; Chen Guangcheng lives in the United States.",
    "Japanese Prime Minister Kishida Fumio met Vietnamese leader To Lam.",
    "Huawei's Meng Wanzhou was held in Canada.",
    "At the Tokyo International Film Festival, Zhang Ziyi headed the jury; Vietnam War envoy Zhou Enlai flew home.",
    "Jiang Zaizhong, political commissar of the army's Hong Kong Garrison, agreed.",
    "Hong Kong is rich. Hong Kong is old, and Hong Kong is free. The reforms of Deng Xiaoping changed Hong Kong.",
    "He wrote of the Hong Kong of Deng Xiaoping and of the Vietnam of Zhou Xiaochuan.",
    "Malaysian singer Gary Cao Xiaoge sang.",
    "Vietnamese minister Nguyen Fu-jung spoke.",
    "Japanese director Shi Jingyu joined them.",
    "Taiwan Affairs Office spokeswoman Zhu Fenglian criticised Taiwan's leaders. Taiwan replied.",
    "Xia Baolong, director of the Hong Kong and Macao Affairs Office, visited Hong Kong.",
    "Yang Wenqing, head of the committee for Hong Kong, Macao and Taiwan Affairs, visited Hong Kong.",
    "He met Ma Xiaoguang, spokesman for the mainland's Taiwan Affairs Office.",
]

#: Regions whose people often come from the mainland, or whose press uses pinyin.
_MIXED = frozenset({"SG", "MO"})


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Find who is said to be from where, then all places of the name."""
    candidates = [
        (name, name.sentence.text(name.last - 2, name.last - 1)) for name in document.analysis.names if _pinyin(name)
    ]
    if not candidates:
        return
    about = dominant(document.analysis.view(english_votes))
    topic = about if about in SINIC - _MIXED else None
    said: dict[str, list[str]] = {}
    for name, text in candidates:
        region = _region(name)
        if region is not None:
            said.setdefault(text, []).append(region)
    for name, text in candidates:
        regions = said.get(text, [])
        region = regions[0] if regions else topic
        if region not in SINIC or region in _MIXED:
            region = topic
        if region is None or "CN" in regions or table(document).by_full_name(text):
            continue
        if _told(text, region, bool(regions)):
            yield name.sentence.match(
                name.last - 2,
                name.last - 1,
                f"“{text}” is a mainland Chinese spelling, but the person is of {label(region)}: "
                "give the name as it is spelt there.",
                evidence={"region": region},
                severity=None if region in NEVER_IN_PINYIN else "minor",
            )


def _pinyin(name: Name) -> bool:
    """Whether a name is two words, behind courtesy words at most, that are in pinyin beyond doubt."""
    if name.last - name.first < 2:
        return False
    *before, family, given = (token.text for token in name.tokens)
    plain = "Zhang" if family in VIETNAMESE else family
    if not HONOURS.issuperset(before) or not pinyin_name([plain, given]):
        return False
    return max(rarity(family.lower()), rarity(given.lower())) > 15  # not You Mean, Fan Base


def _region(name: Name) -> str | None:
    """Where the words beside a name say that the person is from; by the family name for Vietnamese."""
    if name.tokens[-2].text in VIETNAMESE:
        return "VN"
    lead = name.titles[0] if name.titles else name.first
    return english_region(name.sentence.tokens, lead, name.last - 2, name.last)


def _told(text: str, region: str, said: bool) -> bool:
    """Whether a name is none of the region for sure, by its letters and by what is said beside it."""
    if english().usually(text.split()[1], "name"):
        return False  # Deng Xiaoping
    if region in OPEN_SYLLABLES:
        # letters that no Japanese or Korean spelling has
        syllables = split_pinyin(squeeze(text)) or ()
        return said and any(syllable[0] in "xq" or syllable.startswith("zh") for syllable in syllables)
    return region in SYLLABLES_APART or any(map(distinctive, text.split()))
