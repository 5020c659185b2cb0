"""A name, web address or word the source gives in Latin letters is not in the target.

Why it happens: engines drop what they cannot read, spell a name anew as it sounds, or mend an address as if
it were a word.

How it is found: the source is in another script; a web address, or a capitalised Latin word of four letters or more in
it with its Latin neighbours, is nowhere in the targets of the story, in any casing, with or without accents.

What it leaves alone: capitals only (`GDP`, `WTO`), which translators spell out; a name of which one word is kept
(`Ms Ayton` for `Gail Ayton`); words glued to other characters in a title (`Baby复仇记`); names the target spells
nearly so, which are `names/latin-name-changed`; lower-case words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.people import fold
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.adequacy._size import whole

rule = Rule(category="accuracy/omission", severity="major", since="0.2", needs=("source",))

BAD = [
    Example("[[The boss, Jianbin Wang, spoke.]]", source="老板王建宾（Jianbin Wang，英文名Eddie）说话。"),
    Example("[[The database is run by a news agency.]]", source="数据库（www.example.cn）由通讯社主办。"),
    Example("[[The database (www.examble.cn) is run by an agency.]]", source="数据库（www.example.cn）由通讯社主办。"),
    Example("[[I still decided to play.]]", source="Решил поиграть под Linux."),
    Example("[[Reviewing the cities is useful.]]", source="Oliver Wyman组织表示，回顾这些城市有意义。"),
]
GOOD = [
    Example("Ms. Ayton worked there.", source="Gail Ayton女士在那里工作。"),
    Example("I decided to play under LINUX.", source="Решил поиграть под Linux."),
    Example("Gross domestic product rose.", source="GDP增长。"),
    Example("The film is called Revenge.", source="影片名为《Baby复仇记》。"),
    Example("Mr Mansinelli died.", source="曼西内利（Mancinelli）去世。"),
    Example("Müller won.\n\nHe is a star.", source="穆勒赢了。\n\n穆勒（Muller）是明星。"),
    Example("See www.example.org/en/ for more.", source="См. www.example.org/ru/ подробнее."),
    Example("The firm was sold.", source="Die Firma Siemens wurde veräußert."),
    Example("He left.\n\n", source="Он ушёл.\n\nОн решил поиграть под Linux."),
    Example("Die Firma left.", source="Die Firma Siemens ging."),
    Example("Windows users and iPhone owners wrote.", source="Пользователи Windows и владельцы iPhone писали."),
]

_ADDRESS = regex(r"(?:https?://|www\.)[^\s<>\"“”，。、）)]{3,200}")
_HOST = regex(r"(?:https?://)?(?:www\.)?([\w.-]{3,80})")
_RUN = regex(r"(?<![A-Za-z0-9.@/&_#-])[A-Z][a-z]{3,20}(?:[ \u00b7.-]{1,2}[A-Z][a-z]{1,20}){0,4}(?![A-Za-z0-9@/_.]\w)")
_LATIN, _OTHER_SCRIPT = regex("[a-z]{3}"), regex(r"[^\W\d_\u0000-\u02ff]{2}")
_TITLE = regex(r"《[^》]{0,60}》")
_LONGEST = 20_000
_MOST = 300  # names a document


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the segment."""
    everything: str | None = None
    left = _MOST
    for paragraph in document.analysis.paragraphs:
        source = (document.segments[paragraph.index].source or "")[:_LONGEST]
        if source.isascii() or not _LATIN.search(source):  # cheap
            continue
        if not paragraph.tokens or not _OTHER_SCRIPT.search(source):
            continue
        wanted = [(found.group(), [host[1]]) for found in _ADDRESS.finditer(source) if (host := _HOST.match(found[0]))]
        bare = _TITLE.sub(" ", _ADDRESS.sub(" ", source))
        wanted += [(run, re.findall("[A-Z][a-z]+", run)) for run in _RUN.findall(bare)]
        if not wanted or not left:
            continue
        if everything is None:
            everything = re.sub(r"\s", "", fold(" ".join(segment.target for segment in document.segments)).lower())
        for text, words in wanted[: min(left, 40)]:
            left -= 1
            if any(_there(word.lower(), everything) for word in words):
                continue
            yield Match(
                paragraph.index, *whole(paragraph.text),
                f"The source has “{text[:60]}”; the target does not.", evidence={"source": text[:200]},
            )  # fmt: skip
            break


def _there(word: str, everything: str) -> bool:
    """Whether a word is in the target, give or take an ending or a letter."""
    if "." in word or len(word) < 6:
        return word in everything
    half = len(word) // 2
    # a letter changed leaves one half of the word as it was
    return word[:half] in everything or word[half:] in everything
