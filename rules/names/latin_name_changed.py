"""A name the source gives in Latin letters is spelt otherwise in the target.

Why it happens: Chinese, Japanese, Russian and Arabic papers often print a foreign name in Latin letters once, in
brackets; the engine spells the characters beside it anew instead of copying.
How it is found: a capitalised Latin word of the source is nowhere in the target of the story, or only beside
another spelling: an unknown word at a letter or two that sounds the same.
What it leaves alone: names that are copied, words of the lexicon, endings, sources in Latin script; names with a
figure (`COVID-19`, `Ariane-5`), whole on both sides: those are `adequacy`'s.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.holders import rarity
from mtqa.knowledge.similar import skeleton, slip
from mtqa.knowledge.translit import squeeze
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="major", needs=("source",))

BAD = [
    Example("The barber Anthony [[Mansinelli]] died.", source="理发师曼西内利（Anthony Mancinelli）去世。"),
    Example("The firm [[Gasprombank]] sold dollars.", source="俄气银行（Gazprombank）卖出美元。"),
    Example("Mr [[Kozevnikov]] spoke.", source="科热夫尼科夫（Kozhevnikov）讲话。"),
    Example("[[Barilaro]] agreed.", source="巴里拉罗（Barillaro）同意。"),
    Example("[[Slipnev]] agreed.", source="斯列普尼奥夫（Slepnev）同意。"),
]
GOOD = [
    Example("The barber Anthony Mancinelli died.", source="理发师曼西内利（Anthony Mancinelli）去世。"),
    Example("The barber died.", source="理发师曼西内利（Anthony Mancinelli）去世。"),
    Example("Mancinelli's son spoke.", source="曼西内利（Mancinelli）的儿子讲话。"),
    Example("Samsung sold phones.", source="三星（SAMSUNG）卖手机。"),
    Example("Müller won.", source="穆勒（Muller）赢了。"),
    Example("The Technical Bank sold dollars.", source="技商银行（Techcombank）卖出美元。"),
    Example("Michael Barillari agreed with Barillaro.", source="巴里拉罗（Barillaro）和米歇尔（Barillari）同意。"),
    Example("Vaccines against COVID-19 arrived.", source="Вакцины от COVID-19 прибыли в Москву."),
    Example("Vaccines against Covid19 arrived.", source="Вакцины от Covid прибыли в Москву."),
    Example("The Ariane-5 was launched.", source="阿丽亚娜五号（Ariane-5）发射升空。"),
    Example("Kosmos-1408 fell to pieces.", source="Обломки Cosmos-1408 упали в океан."),
    Example("The Instagram-famous cook wrote.", source="Повар завела Instagram-канал и пишет там."),
    Example("Sergei Zemskalov spoke.", source="Sergej Zemskalow sprach in Berlin mit Freunden."),
    Example("Sidorinkov met Sidorenkov.", source="西多连科夫（Sidorenkov）会见西多林科夫（Sidorinkov）。"),
    Example("Sergei Zemskalov spoke.", source="L’homme d’État l’a dit, c’est Zemskalow qu’on n’aime pas."),
    Example("Angela Merkel spoke.", source="Angela Merkle sprach in Berlin mit Freunden."),
]

#: A whole word: not the letters of a name with a figure, not a part of an address.
_LATIN = regex(r"(?<![A-Za-z\d.@/])[A-ZÀ-Þ][A-Za-zÀ-ÿ'’-]{3,23}[A-Za-zÀ-ÿ](?![A-Za-zÀ-ÿ\d@/.]|[-–‑−]\d)")
_MOST = 300


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Latin words of the source against the unknown words of the target's names."""
    given: dict[str, str] = {}
    for segment in document.segments:
        source = (segment.source or "")[:20_000]
        latin = _LATIN.findall(source)
        # only a source in another script prints its Latin names to be copied
        if latin and sum(char.isalpha() and char > "\u02ff" for char in source[:400]) > 3:
            given |= {squeeze(word): word for word in latin[:40]} if len(given) < _MOST else {}
    sounds: dict[str, list[str]] = {}
    for letters, word in given.items():
        sounds.setdefault(letters[0] + skeleton(word), []).append(letters)
    for name in document.analysis.names if given else ():
        for token in name.tokens:
            letters = squeeze(token.text)
            if len(letters) < 5 or letters in given or rarity(token.text) < 17:
                continue
            for other in sounds.get(letters[0] + skeleton(token.text), ()):
                if slip(letters, other, long=5):
                    right = given[other]
                    message = f"The source spells this name “{right}”."
                    yield name.sentence.match(token.index, token.index, message, right, evidence={"source": right})
                    break
