"""A name carries the ending of another language's case: `Alex Fergusonu`, `in Vilniuje`, `the strait of Nevelskogo`.

Why it happens: languages from Lithuanian to Finnish change the end of a name with its place in the sentence; an
engine that does not know the name copies the form it finds.
How it is found: by the endings of ten languages (`mtqa/knowledge/data/case_endings.txt`). A word that no list has
counts if without the ending it is a well-known family name or a large town, or a name of the same story; and if it
ends as no name does in any case (`-skogo`).
What it leaves alone: every name that lists of families, given names and places hold, women's names (`Peskova`), names
of peoples (`Multani`), plurals, what stands in a row of words of that language (`Kauno Žalgiris`) or in quotation
marks.
Found in texts from Lithuanian, Finnish, Czech, Estonian, Russian, Icelandic.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.names import Name, strange
from mtqa.analysis.text import Analysis
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.cases import ENDINGS, bases, known, others, sure
from mtqa.knowledge.lexicon import english
from mtqa.knowledge.translit import squeeze
from mtqa.rule import Rule

rule = Rule(category="locale-convention/name-format", severity="major", since="0.3", facts=("names",))

BAD = [
    "Manchester's Alex [[Fergusonu]] is content.",
    "The fire broke out in [[Vilniuje]] at night.",
    "The letter is from [[Spielbergin]] himself, and [[Macronovi]] answered.",
    "A bridge over the strait of [[Nevelskogo]] is planned.",
    "Will Ferrell came. The police asked [[Ferrellissa]] nothing.",
    "The trial of [[Kurlanskiu]] goes on. Petras Kurlanskis denies all.",
    "The match was played in [[Donetskis]].",
    "In [[Fergusonu]] Missouri’s police met.",
]
GOOD = [
    "Kremlin spokesman Dmitry Peskov met Tatiana Navka; Elizaveta Peskova was there.",
    "Alex Ferguson and the Fergusons, the Macrons and Macronists met in Vilnius.",
    "Roman and Romana, Martin and Martina, Carol and Carola are names.",
    "The Multani and Jamshedpuri styles are old; the Leipziger and Krefelder breweries are not.",
    "An Arabist and a Leninist met in Daytonas.",
    "The trade fairs FERGUSONU and Fergusonu Pasaulis open; Lietuvos energija burns waste in Lietuva.",
    "Basketball: Kauno Žalgiris lost to Vilniaus Rytas.",
    "The paper is called “Ferrellissa”. Will Ferrell reads it.",
    "The street is called Ulitsa Dzerzhinskogo in Tver.",
    "The player met Fergusonu-san.",
    "The Euroskeptic party and the Papuan met in Papua.",
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag words of names that are in no list."""
    analysis = document.analysis
    for name in analysis.names:
        for token in name.tokens:
            if not token.lower.endswith(ENDINGS):  # cheap
                continue
            if token.text[1:].islower():
                right = _right(analysis, token)
                if right is not None and not _apart(analysis, name, token):
                    yield _match(name, token, right)


def _right(analysis: Analysis, token: Token) -> str | None:
    """The name without its ending, "" where it is not known; `None` where there is none."""
    word = token.text
    if not strange(word):
        return None
    found = known(word)
    if found is not None:
        return found
    if squeeze(word) not in others():
        for base in bases(word, "told"):
            own = strange(base) or english().capital_share(base.lower()) > 0.7
            if own and any(s.tokens[i].text == base for s, i in analysis.index.get(base.lower(), ())):
                return base
    return "" if sure(word) else None


def _apart(analysis: Analysis, name: Name, token: Token) -> bool:
    """Whether a word stands in words of its own language, or is quoted or tied to another."""
    place, sentence = token.index, name.sentence
    if sentence.joined(place) or analysis.speech.quoted(sentence, place):
        return True
    behind = sentence.at(place + 1)
    if behind.is_word and strange(behind.text):
        return True
    return sentence.at(place - 1).lower in _STREETS


_STREETS = frozenset("ulitsa ulica prospekt ploshchad proezd imeni".split())


def _match(name: Name, token: Token, right: str) -> Match:
    text = f"“{token.text}” has the ending of another language's case"
    if not right:
        return name.sentence.match(token.index, token.index, text + ".")
    return name.sentence.match(token.index, token.index, f"{text}: {right}.", right)
