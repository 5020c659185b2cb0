"""How Chinese characters sound, and names that are written as they sound (pinyin).

The readings are in `data/pinyin.txt.gz`, built by `tools/build_pinyin.py`; read on first use.
"""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterator
from functools import cache, lru_cache
from string import ascii_lowercase
from typing import TYPE_CHECKING

from mtqa.knowledge.data import DATA
from mtqa.knowledge.naming import SPELLING
from mtqa.knowledge.people import fold
from mtqa.lazy import lazy, regex

if TYPE_CHECKING:
    from mtqa.knowledge.rendering import Rendering

__all__ = [
    *("FINALS", "INITIALS", "SURNAMES", "Sound"),
    *("dotted", "is_han", "pinyin", "pinyin_name", "readings", "split_pinyin", "squeeze", "surname_length"),
]

_DATA = DATA / "pinyin.txt.gz"
_MOST_SPELT = 10  # characters of a foreign name
_LIMIT = 20_000  # characters of a source that are looked at
_PINYIN_FINALS = (
    "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang ueng ue"
)
#: Initials and finals of syllables, the longest first.
INITIALS = "zh ch sh b p m f d t n l g k h j q x r z c s y w".split()
FINALS = (
    "iang iong uang ang eng ing ong ian iao uai uan üan üe ue ai an ao ei en er ia ie in iu ou ua ui un uo ün "
    "a e i o u ü"
).split()

#: Chinese family names, the usual three hundred and the double ones.
SURNAMES = frozenset(
    "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖萧田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈"
    "钟姜崔谭陆范汪廖石金韦贾夏付傅方邹熊白孟秦邱侯江尹薛闫阎段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤康易"
    "乔赖文施洪辛柯管翁聂章齐梅庄欧殷颜祝靳包柴华季裴卞舒耿牟詹关焦岳单甘纪游习丛骆符喻倪缪左涂褚鲁毕解盛尤车"
    "童霍曲成蓝温简饶房迟苗凌娄卓冉卫伍宁路牛邢葛温谷申尚滕应屠古费安景党柳翟兰路宫阮苏沙仲仇井闵闻巩荣戚佟司"
    "区丘封连全佘楼麻扬晏梅项祁米艾鲍岑储鄢栗虞晋邸南郎敖糜桂阳敬占权班伊买亓冀茅桑厉冷时甄储谌麦储邝明竺郁利幸"
    "练来师竹冼滑宗宣鞠刁苑匡冒蒲池强樊计伏伦鹿隋仝苟臧窦云奚鄂湛禹狄贝茹仉从丛谌覃褟展逄逯亢缑"
) | frozenset(
    "欧阳 上官 司马 诸葛 司徒 东方 独孤 南宫 万俟 闻人 夏侯 尉迟 公孙 慕容 令狐 皇甫 端木 长孙 宇文 "
    "轩辕 呼延 申屠 林郑".split()
)

#: Characters that Chinese spells foreign names with, by the tables of its news agency, and those of women's names; by
#: hand, from general knowledge. The others stand for what they mean.
_SPELL = "".join(sorted(SPELLING)) + (
    "昂澳芭柏拜包毕碧边彬玻卜采蔡策柴昌彻楚茨代当邓底地东敦顿朵俄耳凡方丰冯芙伏噶甘高哥歌葛贡瓜圭果豪黑洪侯华怀惠季佳"
    "嘉简江焦津靳久居君喀开柯可孔夸宽昆阔腊来赖蕾累楞冷黎理立廉良烈柳龙隆娄路露吕麦茅孟免那乃瑙嫩能农培匹片强钦丘邱曲"
    "屈热仁日荣茹儒若撒赛三瑟森莎山尚邵生石士朔思松孙所唐滕土脱外武喜新欣兴休许雪逊杨易于曾章芝芷治子宗弥缪谬叙葆娥霞"
    "蕊厦尧宜逸芸赞藻陀甸堪弦贵潮村岑撑黛翡斐娇洁晶蓝璐嫚蔓妙茉萍琪茜柔姗诗淑苔婷薇雯熙瑶怡巧仓杭别琴仙绿律略勋逖蔻叠"
    "岛堡墨伽迦珂梵劲肇滋辽辖樱蜜敏满邁爾羅馬瑪亞倫維魯萊蘭貝傑盧諾納澤喬聖鮑蓋達頓費馮岡賈開凱賴勞麗連龍婁呂麥門農歐"
    "龐欽瓊熱榮賽紹絲蘇孫湯鐵圖萬韋溫烏錫謝興許遜婭揚楊葉約"
)
_SPELLS = frozenset(_SPELL)


def _rows() -> list[tuple[str, str, str]]:
    """(sound, characters whose first reading it is, characters that have it as well) of the table."""
    lines = gzip.decompress(_DATA.read_bytes()).decode("utf-8").split("\n")
    return [(sound, firsts, others) for sound, firsts, others in (line.split("\t") for line in lines)]


@cache
def _table() -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """First reading and further readings of every character; needed only where there is a Chinese source."""
    first: dict[str, str] = {}
    more: dict[str, tuple[str, ...]] = {}
    for sound, firsts, others in _rows():
        first.update(dict.fromkeys(firsts, sound))
        for char in others:
            more[char] = (*more.get(char, ()), sound)
    return first, more


@cache
def _sounds() -> tuple[frozenset[str], frozenset[str]]:
    """The syllables of pinyin, and how the family names sound; read without unfolding the whole table."""
    finals = frozenset(_PINYIN_FINALS.split())
    initials = re.compile(r"zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]")
    wanted = frozenset("".join(SURNAMES))
    syllables: set[str] = {"lue", "nue", "lyu", "nyu"}
    read: dict[str, str] = {}
    for sound, firsts, _ in _rows():
        read.update(dict.fromkeys(wanted.intersection(firsts), sound))
        if firsts and (sound in finals or initials.sub("", sound, count=1) in finals or "v" in sound):
            syllables.add(sound)
    names = {"".join(read[char] for char in name) for name in SURNAMES}
    names |= {"zeng", "shan", "qiu", "xie", "ou", "piao", "lyu", "zha", "yuchi", "zhai", "ge"}
    return frozenset(syllables), frozenset(names)


def is_han(char: str) -> bool:
    """Is it a Chinese character we have a reading for?"""
    return char in _table()[0]


def readings(char: str) -> tuple[str, ...]:
    """Toneless readings of a character, most usual first; empty for what is none. `ü` is `v`."""
    first, more = _table()
    sound = first.get(char)
    return (sound, *more.get(char, ())) if sound else ()


def surname_sounds() -> frozenset[str]:
    """How the family names sound: `zhang`, `ouyang`; `zeng` beside `ceng`."""
    return _sounds()[1]


_NO_LETTERS = bytes(set(range(128)) - set(ascii_lowercase.encode()))


def squeeze(text: str) -> str:
    """A name as sounds are compared: plain small letters, without spaces, hyphens and apostrophes."""
    if text.isascii():  # mostly
        return text.lower() if text.isalpha() else text.lower().encode().translate(None, _NO_LETTERS).decode()
    return _squeezed(text)


@lru_cache(maxsize=1 << 13)
def _squeezed(text: str) -> str:
    return "".join(c for c in fold(text.replace("ü", "v").replace("Ü", "v")).lower() if "a" <= c <= "z")


@lru_cache(maxsize=1 << 14)
def _starts(word: str) -> tuple[str, ...]:
    syllables = _sounds()[0]
    return tuple(word[:n] for n in range(min(6, len(word)), 0, -1) if word[:n] in syllables)


def split_pinyin(word: str) -> tuple[str, ...] | None:
    """The syllables of a lower-case word written in pinyin, longest first; None if it is not pinyin.

    Only words of at most 24 letters are tried.
    """
    if len(word) > 24:
        return None
    rests: dict[int, tuple[str, ...] | None] = {len(word): ()}
    for start in range(len(word) - 1, -1, -1):
        best: tuple[str, ...] | None = None
        for syllable in _starts(word[start : start + 6]):
            rest = rests.get(start + len(syllable))
            if rest is not None and (best is None or len(rest) + 1 < len(best)):
                best = (syllable, *rest)
        rests[start] = best
    return rests[0]


@lru_cache(maxsize=1 << 13)
def _given(word: str) -> int:
    parts = split_pinyin(word)
    return len(parts) if parts else 0


def pinyin_name(words: list[str]) -> bool:
    """Whether a name reads like a Chinese person in pinyin: `Yang Zhicheng`, `Ouyang Yiling`; not `Li Na` alone.

    The family name is one of the usual ones, the given name is one word of two syllables.
    """
    if len(words) != 2 or len(words[0]) > 8 or len(words[1]) > 13:
        return False
    family, given = words[0], words[1]
    if not (family[0].isupper() and family[1:].islower() and given[0].isupper()):
        return False
    parts = given.lower().replace("’", "'").split("'")
    plain = "".join(given.replace("’", "'").split("'"))
    if not plain[1:].islower() or not plain.isascii():
        return False
    syllables = sum(map(_given, parts)) if all(map(_given, parts)) else 0
    return family.lower() in surname_sounds() and syllables == 2 and len(plain) >= 4


def surname_length(text: str, start: int) -> int:
    """Number of characters (0, 1 or 2) of the family name that begins at a place of a Chinese text."""
    if text[start : start + 2] in SURNAMES:
        return 2
    return 1 if text[start : start + 1] in SURNAMES else 0


class Sound:
    """A Chinese text as it sounds, for looking up romanised words.

    Args:
        text: the text; only its first 20,000 characters are used.
    """

    def __init__(self, text: str) -> None:
        self.text = text[:_LIMIT]
        parts: list[str] = []
        offsets: dict[int, int] = {}
        ends: dict[int, int] = {}
        length = 0
        for place, char in enumerate(self.text):
            # a middle dot inside a foreign name is no break
            sound = (readings(char) or ("" if char in "·•・‧-" else " ",))[0]
            offsets.setdefault(length, place) if sound else None
            parts.append(sound)
            length += len(sound)
            if sound:
                ends[length] = place + 1
        self.sound = "".join(parts)
        self._offsets = offsets
        self._ends = ends

    def spells(self, name: Rendering) -> bool:
        """Whether two characters or more, all such as Chinese spells foreign names with, sound like a name."""
        for run in self._runs:
            for first, (start, _) in enumerate(run):
                ends = name.ends(self.sound, start)
                if ends and any(end in ends for _, end in run[first + 1 : first + _MOST_SPELT]):
                    return True
        return False

    @lazy
    def _runs(self) -> list[list[tuple[int, int]]]:
        """Start and end, in the sound, of the characters of runs of such as spell foreign names."""
        found: list[list[tuple[int, int]]] = [[]]
        begins = {place: at for at, place in self._offsets.items()}
        closes = {place - 1: at for at, place in self._ends.items()}
        for place, char in enumerate(self.text):
            if char in _SPELLS and place in begins and place in closes:
                found[-1].append((begins[place], closes[place]))
            elif char not in "·•・‧-" and found[-1]:
                found.append([])
        return [run for run in found if len(run) > 1]

    def find(self, letters: str, after: int = 0) -> tuple[int, int] | None:
        """Start and end (code points) of the first whole characters that sound like the letters.

        Args:
            letters: as `squeeze` returns them; fewer than three find nothing.
            after: code point to search from.
        """
        if len(letters) < 3:
            return None
        begin = 0
        for _ in range(12):  # a match across a character boundary is no match: try the next, but not for ever
            at = self.sound.find(letters, begin)
            if at < 0:
                return None
            start, end = self._offsets.get(at), self._ends.get(at + len(letters))
            if start is not None and end is not None and start >= after:
                return start, end
            begin = at + 1
        return None


def spellings(person: str) -> list[str]:
    """How the name may be written: family or given name first, with other readings and spellings."""
    size = surname_length(person, 0)
    family = {v for r in readings(person[0]) for v in _written(r)} if size == 1 else {pinyin(person[:size])}
    if person[0] == "曾":
        family.add("zeng")
    given = {""}
    for char in person[size:]:
        given = {g + v for g in given for r in readings(char)[:3] for v in _written(r)}
    return [form for f in sorted(family) for g in sorted(given) for form in (f + g, g + f)]


def _written(reading: str) -> set[str]:
    return {reading, reading.replace("v", "u"), reading.replace("v", "yu")} if "v" in reading else {reading}


def pinyin(text: str) -> str:
    """How characters sound, each in its first reading."""
    return "".join((readings(char) or ("",))[0] for char in text)


_DOT = "·•‧・"
_DOTTED = regex(f"[{_SPELL}]{{1,9}}(?:[{_DOT}][{_SPELL}]{{1,9}})+")


def dotted(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of the parts of names that a dot parts: 格雷琴·惠特默; the first and the last may run on."""
    for match in _DOTTED.finditer(text):
        at = match.start()
        for part in re.split(f"[{_DOT}]", match[0]):
            if len(part) > 1:
                yield at, at + len(part)
            at += len(part) + 1
