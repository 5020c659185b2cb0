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
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.naming import NEVER_IN_PINYIN, OPEN_SYLLABLES, SYLLABLES_APART, VIETNAMESE
from mtqa.knowledge.nouns import HONOURS
from mtqa.knowledge.places import label
from mtqa.knowledge.translit import pinyin_name, split_pinyin, squeeze, surname_sounds
from mtqa.rule import Rule
from mtqa_rules.names._chinese import distinctive
from mtqa_rules.names._offices import table

rule = Rule(
    category="locale-convention/name-format",
    severity="major",
)

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
    candidates = list(_candidates(document))
    if not candidates:
        return
    people = table(document)
    votes = english_votes(document.analysis)
    topic = dominant(votes)
    if topic is not None and (topic not in SINIC or votes[topic] < 3 or topic in _MIXED):
        topic = None
    said: dict[str, list[str]] = {}
    for name, tokens in candidates:
        if tokens[0].text in VIETNAMESE:
            region: str | None = "VN"
        else:
            lead = name.titles[0] if name.titles else name.first
            region = english_region(name.sentence.tokens, lead, tokens[0].index, name.last)
        if region is not None:
            said.setdefault(_text(tokens), []).append(region)
    for name, tokens in candidates:
        text = _text(tokens)
        regions = said.get(text, ())
        if "CN" in regions or people.by_full_name(text):
            continue
        region = regions[0] if regions else topic
        if region not in SINIC or (region in _MIXED and region != dominant(votes)):
            region = topic
        if not regions and english().usually(tokens[-1].lower, "name"):
            continue  # Deng Xiaoping in a text about Hong Kong
        if region is None or not (region in SYLLABLES_APART or any(distinctive(token.text) for token in tokens[:2])):
            continue
        if region in OPEN_SYLLABLES and not (regions and _marked(text)):
            continue
        yield Match(
            name.segment,
            tokens[0].start,
            tokens[-1].end,
            f"“{text}” is a mainland Chinese spelling, but the person is of {label(region)}: "
            "give the name as it is spelt there.",
            evidence={"region": region},
            severity=None if region in NEVER_IN_PINYIN else "minor",
        )


def _marked(text: str) -> bool:
    """Whether a name has a letter pair that no Japanese or Korean spelling has."""
    return any(syllable[0] in "xq" or syllable.startswith("zh") for syllable in _syllables(text))


def _syllables(text: str) -> list[str]:
    return [part for word in text.split() for part in split_pinyin(squeeze(word)) or ()]


def _text(tokens: list[Token]) -> str:
    return " ".join(token.text for token in tokens)


def _candidates(document: Document) -> Iterator[tuple[Name, list[Token]]]:
    """Names of two words, behind courtesy words at most, that are in pinyin beyond doubt."""
    for name in document.analysis.names:
        if name.last - name.first < 2:
            continue
        tokens = name.tokens
        if tokens[-2].kind != "word" or not (_family(tokens[-2].text) or tokens[-2].text in VIETNAMESE):
            continue
        words = [token for token in tokens if token.text not in HONOURS]
        if len(words) == 2 and all(token.kind == "word" for token in words) and _pinyin(words):
            yield name, words


def _family(text: str) -> bool:
    return len(text) <= 8 and text.lower() in surname_sounds()


def _pinyin(tokens: list[Token]) -> bool:
    family, given = tokens[0].text, tokens[1].text
    plain = family if family not in VIETNAMESE else "Zhang"
    if not pinyin_name([plain, given]):
        return False
    lexicon = english()
    if all((lexicon.logprob(word.lower()) or -22) > -15 for word in (family, given)):
        return False  # You Mean, Fan Base
    return lexicon.pair(family.lower(), given.lower()) == 0
