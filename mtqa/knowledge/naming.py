"""How names are written where: regions by how they spell the names of their people, and the spellings that show it.

Codes are those of `places`.
"""

from __future__ import annotations

#: Syllables that only pinyin has: what contains one is no foreign name spelt well by chance.
PINYIN_ONLY = ("x", "q", "zh")
PINYIN_FINALS = (
    "ai", "ei", "ao", "ou", "ui", "iu", "uo", "ia", "ie", "ian", "ong", "eng", "ang", "ua", "uan", "ue", "ing",
)  # fmt: skip
#: Characters that spell foreign sounds in Chinese.
SPELLING = frozenset(
    "阿埃艾爱安奥巴白班邦保鲍贝本比彼宾波伯博勃布查达戴丹道德登迪蒂丁杜多厄恩尔法范菲费芬佛弗夫福富盖冈戈格根古哈海汉"
    "赫亨胡霍基吉加贾杰金卡凯坎康考科克肯库奎拉莱兰朗劳勒雷里利莉丽连列林琳卢鲁伦罗洛马玛迈曼芒毛梅门蒙米契诃捷密明摩莫默姆"
    "木穆拿纳娜奈南内尼年涅宁纽努诺欧帕派潘庞佩彭皮平珀普奇齐恰乔切琼瑞萨塞桑沙珊绍舍申圣施什史舒斯司丝苏索塔泰坦汤陶"
    "特提田铁廷亭通图托瓦万旺威韦维魏温文翁沃乌西希锡夏香肖谢辛雅亚延扬耶叶伊依因英尤约扎泽詹珍兹佐祖莲娅妮娃诺"
)
#: Vietnamese family names, never followed by two syllables in one word.
VIETNAMESE = frozenset("Nguyen Nguyễn Tran Trần Pham Phạm Hoang Huynh Phan Vuong Dang Dinh Ngo Truong".split())
#: Regions whose names Chinese papers do not take from another script.
GREATER_CHINA = frozenset(("CN", "HK", "MO", "TW"))
#: States whose people bear family names that Chinese bear too.
CHINESE_SURNAMES = ("KR", "KP", "VN", "MY", "SG")
#: Regions whose names are written in Chinese characters.
HAN_SCRIPT = frozenset(("CN", "JP", "KR", "KP", "TW", "HK"))
#: Regions with Chinese names that are not spelt in pinyin.
NOT_IN_PINYIN = ("HK", "MO", "TW", "MY", "SG", "VN", "JP", "KR")
#: Regions where hardly anybody spells himself in pinyin.
NEVER_IN_PINYIN = frozenset({"VN", "KH", "LA"})
#: Regions whose own spellings never join two syllables in one given name.
SYLLABLES_APART = frozenset({"VN", "TW", "HK", "MY", "KH", "LA"})
#: Regions where two open syllables are a name of their own: Yu Aida.
OPEN_SYLLABLES = frozenset({"JP", "KR", "KP", "ID", "PH", "TH", "MM"})
#: Nations where a family name alone says little.
FEW_FAMILIES = frozenset("CN KR KP JP VN IN PK TW HK MM KH LA TH BD SG MY".split())
#: States that began, or began anew, when the table does: nobody held an office of theirs before.
NEW_STATES = frozenset("RU UA BY KZ KG UZ TJ TM AM GE AZ MD LT LV EE HR SI BA MK CZ SK ER XK".split())
