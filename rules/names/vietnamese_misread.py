"""The given names of a Vietnamese are no readings of their characters: `Nguyen Van Ping` for Nguyen Van Binh.

Why it happens: Chinese writes Vietnamese names in the characters they are made of, and Vietnamese reads each of them in
its own way (`平`: binh, `德`: duc); an engine that does not know the person gives the family name right and then spells
the sound of Mandarin or Cantonese (`Nguyen De Jong`, `Nguyen Tak Chung`), or translates (`Nguyen Thi gold silver`).
How it is found: behind a Vietnamese family name stand words that are no readings of the characters behind the same
family name in the source; a table has the readings of some five hundred characters of names.
What it leaves alone: names that come right anywhere in the segment, characters the table does not hold, given names
glued in pinyin (`Nguyen Dezhong`: names/pinyin-for-foreigner), well-known people (names/known-name-wrong).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name, is_title
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.exonyms import exonyms
from mtqa.knowledge.naming import VIETNAMESE
from mtqa.knowledge.translit import split_pinyin, squeeze
from mtqa.knowledge.vietnamese import readings, written
from mtqa.rule import Example, Rule
from mtqa_rules.names._chinese import chinese

rule = Rule(
    category="locale-convention/name-format",
    severity="major",
    since="0.3",
    status="preview",  # in documents that nobody read it has found nothing yet
    needs=("source",),
    facts=("chinese",),
)

BAD = [
    Example("Nguyen Van [[Ping]] spoke in Hanoi.", source="越南经济部长阮文平在河内讲话。"),
    Example("Nguyễn Văn [[Ping]] spoke in Hanoi.", source="越南经济部长阮文平在河内讲话。"),
    Example("Mr. Nguyen [[De Jong]] spoke.", source="阮德钟先生讲话。"),
    Example("Nguyen [[Dejong]] spoke.", source="阮德钟先生讲话。"),
    Example("Nguyen [[Tak Khan]] spoke.", source="越南的阮德坚讲话。"),
    Example("Nguyen [[Jinyin]], the minister, spoke.", source="阮氏金香部长讲话。"),
    Example("Pham Thi Thanh [[Shui]] spoke.", source="越南的范氏青水讲话。"),
]
GOOD = [
    Example("Nguyen Van Binh spoke in Hanoi.", source="越南经济部长阮文平在河内讲话。"),
    Example("Nguyen Binh spoke in Hanoi.", source="越南经济部长阮文平在河内讲话。"),
    Example("Nguyễn Văn Bình spoke in Hanoi.", source="越南经济部长阮文平在河内讲话。"),
    Example("Nguyen spoke in Hanoi.", source="越南经济部长阮文平在河内讲话。"),
    Example("Nguyen Duc Chung met Nguyen Van Lam.", source="阮德钟会见阮文林。"),
    Example("Nguyen Duc Chung Chairman spoke.", source="阮德钟主席讲话。"),
    Example("Nguyen Dezhong spoke.", source="阮德钟先生讲话。"),
    Example("Nguyen Phu Chong spoke.", source="阮富仲讲话。"),
    Example("Nguyen Quy Zhang spoke.", source="阮蠡镪讲话。"),
    Example("Nguyen Chairman left.", source="阮德钟主席讲话。"),
    Example("Nguyen Van Ping spoke.", source="阮文平さんが話した。", source_language="ja"),
    Example("Tran Smith came.", source="他来了。"),
]

_READ = 20_000  # characters of a source
_MOST = 3  # given names
_WOMEN = "氏"  # thi, behind which stand two more


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Vietnamese family names with what stands behind them."""
    if not chinese(document):
        return
    sources = document.analysis.sources
    for name in document.analysis.names:
        family = next((i for i, token in enumerate(name.tokens) if token.text in VIETNAMESE), None)
        if family is not None:
            given = _given(name, family + 1)
            meant = _meant(sources[name.segment][:_READ], squeeze(name.tokens[family].text), given) if given else ""
            if meant:
                wrong = _wrong(given, meant[1:])
                right = [readings(char)[0].capitalize() for char in meant]
                text = name.sentence.text(wrong[0].index, wrong[-1].index)
                message = f"“{text}” is no Vietnamese reading of the name in the source, “{meant}”: {' '.join(right)}."
                evidence: dict[str, object] = {"source": meant, "reading": " ".join(right)}
                yield name.sentence.match(wrong[0].index, wrong[-1].index, message, evidence=evidence)


def _given(name: Name, first: int) -> list[Token]:
    """The words behind a family name, three at most and no title."""
    found: list[Token] = []
    for token in name.tokens[first : first + _MOST]:
        if is_title(token):
            break
        found.append(token)
    return found


def _meant(source: str, family: str, given: list[Token]) -> str:
    """The characters of the one person of a family in the source, where the given names are none of their readings."""
    letters = [squeeze(token.text) for token in given]
    persons = []
    for at, char in enumerate(source):
        if family in readings(char):
            size = _MOST if source[at + 1 : at + 2] == _WOMEN else _MOST - 1
            person = source[at : at + 1 + size]
            if person in exonyms()[0] or len(person) < size + 1 or not all(map(readings, person)):
                return ""
            if _said(letters, person[1:], source[at + 1 + size : at + 2 + size]):
                return ""
            persons.append(person)
    glued = len(letters) == 1 and len(split_pinyin(letters[0]) or ()) == len(persons[0]) - 1 if persons else True
    return persons[0] if len(set(persons)) == 1 and not glued else ""


def _said(letters: list[str], han: str, behind: str) -> bool:
    """Whether words are readings of some characters: they begin with the whole name, or all are part of it."""
    whole = written(han)
    if any("".join(letters[:n]) in whole for n in range(1, len(letters) + 1)):
        return True
    parts = (han[at:end] for at in range(len(han)) for end in range(at + 1, len(han) + 1))
    return any("".join(letters) in written(part) for part in (*parts, han + behind))


def _wrong(given: list[Token], han: str) -> list[Token]:
    """The words from the first that is no reading of its character to the last."""
    if len(given) != len(han):
        return given
    bad = [i for i, token in enumerate(given) if squeeze(token.text) not in readings(han[i])]
    return given[bad[0] : bad[-1] + 1]
