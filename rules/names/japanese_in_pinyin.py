"""A Japanese family name has its given name in Chinese pinyin.

Why it happens: both are written in the same characters; the engine knows the usual family name (`安藤`, Ando) and
spells the given name as it sounds in Chinese (`裕康`: Yukang for Hiroyasu).

How it is found: one of the usual Japanese family names beside a word that is pinyin of two syllables or more and cannot
be Japanese, which has no final `-ng`, no `x`, `q` or `zh` and no `uo`.

What it leaves alone: makers and their Chinese partners (`Changan Suzuki`), family names that are pinyin too (Mori,
Ono), given names of one syllable, places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.translit import split_pinyin, squeeze
from mtqa.rule import Rule
from mtqa_rules.names._chinese import distinctive
from mtqa_rules.names._regions import ENGLISH_CHINA

rule = Rule(
    category="locale-convention/name-format",
    severity="minor",
    since="0.2",
    measured=(
        "newstest2020: 7 findings of one name, 1.00 met by a human mark, chance 0.18",
        "clean English, 112 k words, and TED: 0",
    ),
)

BAD = [
    "[[Yukang]] Ando chairs the festival.",
    "The chairman, Ando [[Yukang]], spoke in Tokyo.",
    "The novelist Nakajima [[Zhengxiong]] won.",
    "Coach [[Guangxiong]] Matsumoto resigned.",
    "The director Murakami [[Chunxiang]] was there.",
]
GOOD = [
    "Hiroyasu Ando and Hayao Miyazaki spoke.",
    "Changan Suzuki and Guangqi Honda build cars.",
    "Kenichi Nakajima met Shun Takahashi and Jun Tanaka.",
    "Wang Honda and Liu Xiang ran.",
    "Zhongshan Matsumoto Hospital is in Guangdong.",
    "Shenzhen Tanaka is a firm.",
    "Hong Tanaka teaches in Osaka.",
    "Yang Mori and Xiaoming Ono are our guests.",
]

_FAMILIES = frozenset(
    "Sato Takahashi Tanaka Watanabe Ito Yamamoto Nakamura Kobayashi Kato Yoshida Yamada Sasaki Yamaguchi Matsumoto "
    "Inoue Kimura Hayashi Shimizu Yamazaki Ikeda Hashimoto Ishikawa Yamashita Nakajima Ishii Ogawa Maeda Okada "
    "Hasegawa Fujita Goto Kondo Murakami Endo Aoki Sakamoto Saito Fukuda Nishimura Fujii Kaneko Okamoto Fujiwara "
    "Nakano Miura Harada Nakagawa Matsuda Takeuchi Tamura Nakayama Ishida Morita Shibata Sakai Miyazaki Kudo Yokoyama "
    "Miyamoto Uchida Takagi Ando Taniguchi Maruyama Imai Takada Fujimoto Takeda Murata Ueno Sugiyama Masuda Sugawara "
    "Hirano Kojima Otsuka Kubo Matsui Iwasaki Sakurai Kinoshita Noguchi Matsuo Nomura Kikuchi Sano Onishi Sugimoto "
    "Arai Abe Kishida Ishiba Koizumi Hatoyama Noda Kuroda Motegi Kitano Kurosawa Mishima Ozu Oe Osaka".split()
)
_ROMAJI = re.compile(
    r"(?:(?:sh|ch|ts|[kgnhbpmr]y|[kgsztdnhbpmrjfyw])?[aiueo]|n(?![aiueoy])|(?:kk|ss|tt|pp|tch|ssh)[aiueo]){1,12}"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Names of two words, one of which is in the list of families."""
    index = document.analysis.index
    if not any(family.lower() in index for family in _FAMILIES):
        return
    for name in document.analysis.names:
        if name.last - name.first != 2:
            continue
        one, other = name.tokens
        for family, given in ((one, other), (other, one)):
            if family.text in _FAMILIES and _pinyin(given):
                yield Match(
                    name.segment,
                    given.start,
                    given.end,
                    f"“{given.text}” is Chinese pinyin, {family.text} Japanese: give the name as it is read in Japan.",
                )


def _pinyin(token: Token) -> bool:
    word = squeeze(token.text)
    return (
        token.kind == "word"
        and len(split_pinyin(word) or ()) >= 2
        and _ROMAJI.fullmatch(word) is None
        and distinctive(token.text)
        and not english().known(token.text)
        and token.text not in ENGLISH_CHINA
    )
