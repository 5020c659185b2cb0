"""Two Chinese names stand side by side with nothing between them.

Why it happens: Chinese lists people with a mark that engines drop (、), and sets an epithet or a place right before
a name; in English the two grow into one person of four or six names.

How it is found: four or six capitalised words in a row that fall into pairs, each a Chinese family name and a given
name of two syllables in pinyin (`Xu Xiaolei Wang Wenli`), right behind `reporter` of one syllable too; or a pinyin word
that is no word, place or title right before such a pair (`Kaishan Feng Weihan`). Between people the finding stands
where the first comma is missing.

What it leaves alone: names with a comma, `and` or a title between them, places before a name, names of institutions
(`Zhou Enlai Deng Yingchao Memorial Hall`), and given names of one syllable, which may belong to either side.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.places import party
from mtqa.knowledge.translit import pinyin_name, split_pinyin, surname_sounds
from mtqa.rule import Rule

rule = Rule(
    category="locale-convention/name-format",
    severity="minor",
    status="preview",  # right, but raters let bylines pass: where no other rule speaks, met 0.57, chance 0.49
    measured=(
        "newstest2020, 8 systems: 17 findings, all read and right, met 0.65, chance 0.44",
        "clean English, 112 k words: 0 findings",
    ),
)

BAD = [
    "The report is by Zhang [[Weiming Xu]] Weiguo in Beijing.",
    "The report is by Zhang [[Weiming Xu]] Weiguo Zhou Jingbo in Beijing.",
    "It was drawn by Chen [[Xiaolei Wang]] Wenli of the museum.",
    "The film with [[Kaishan Feng Weihan]] was shown on Monday.",
    "He thanked [[Guoguo Zhou Jingbo]] for the pictures.",
    "Xinhua, Beijing (reporter Xu [[Xiaolei Wang]] Wen) The talks were short.",
]

GOOD = [
    "The report is by Zhang Weiming, Xu Weiguo and Zhou Jingbo in Beijing.",
    "They visited the Zhou Enlai Deng Yingchao Memorial Hall in Tianjin.",
    "Premier Li Keqiang met President Xi Jinping in Beijing.",
    "The coach of Shanghai Zhang Weiming left.",
    "Xi Jinping Thought was taught to Ouyang Xiadan.",
    "Datuk Seri Huang Risheng spoke for the party.",
    "Lin Hung Kai Li spoke to Kim Jong Un and Ban Ki Moon.",
    "It was told by the reporters Kim Hung Lee Ka-shing and (reporter Ma Li) by others.",
    "Academician Yuan Longping grew rice with Chen Ning Yang.",
    "Zhang Yimou Zhang was his pen name.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag names that have grown together."""
    for name in document.analysis.names:
        words = name.words
        if name.headline or not 3 <= len(words) <= 6 or name.last - name.first != len(words):
            continue
        pairs = [words[i : i + 2] for i in range(len(words) % 2, len(words), 2)]
        if not all(pinyin_name(pair) for pair in pairs) and not _byline(name, pairs):
            continue
        if len(words) == 3:
            if not _stray(words[0]):
                continue
        elif len(pairs) < 2 or len(words) % 2:
            continue
        people = ", ".join(" ".join(pair) for pair in pairs)
        yield _match(name, people, len(words) == 3)


def _byline(name: Name, pairs: list[list[str]]) -> bool:
    """Whether four words or more behind `reporter` are family names with given names of one or two syllables."""
    before = name.sentence.tokens[name.first - 1].lower if name.first else ""
    if before not in ("reporter", "reporters") or len(pairs) < 2 or len(name.words) % 2:
        return False
    return all(
        family.lower() in surname_sounds() and given[1:].islower() and len(split_pinyin(given.lower()) or ()) in (1, 2)
        for family, given in pairs
    )


def _stray(word: str) -> bool:
    """Whether a word in pinyin is neither word, place nor family name, as far as we know."""
    syllables = split_pinyin(word.lower()) or ()
    return (
        len(syllables) == 2
        and word[1:].islower()
        and word.lower() not in surname_sounds()
        and party(word) is None
        and not english().known(word)
    )


def _match(name: Name, people: str, stray: bool) -> Match:
    if stray:
        message = f"“{name.words[0]}” stands before the name {people} as if it belonged to it."
        return Match(name.segment, name.start, name.end, message)
    message = f"A comma is missing between two people: {people}."
    tokens = name.tokens
    return Match(name.segment, tokens[1].start, tokens[2].end, message, (f"{tokens[1].text}, {tokens[2].text}",))
