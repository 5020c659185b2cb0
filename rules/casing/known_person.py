"""The name of a person whom every newspaper knows has lost a capital: `Angela merkel`, `barack Obama`.

Why it happens: the engine restores capitals word by word, or the source's script has none.

How it is found: some ten thousand persons are known by given and family name; the two stand side by side, and one
of them begins small, or both do in a text that uses capitals elsewhere.

What it leaves alone: names that are words (`Theresa may`, `Gordon brown`, `Lars von Trier`), handles and
addresses, posts quoted as they were typed, texts in small letters.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.famous import called, written
from mtqa.knowledge.lexicon import english
from mtqa.rule import Rule
from mtqa_rules.casing._capitals import uses_capitals

rule = Rule(category="fluency/casing", severity="minor", registers=("news",), since="0.3")

BAD = [
    "In Berlin [[Angela merkel]] met the press.",
    "The talks with [[vladimir Putin]] were short, and [[emmanuel macron]] left Paris late.",
    "On Friday [[massimiliano allegri]] praised the side.",
    "The guests were Joan and [[dalia Grybauskaite]] in the end.",
    "They spoke of [[barack obama]] in Washington; [[Mark zuckerberg]] did not.",
]
GOOD = [
    "In Berlin Angela Merkel met the press.",
    "Theresa may come, and so will Gordon brown bread.",
    "he wrote of barack obama and angela merkel in small letters all along.",
    "Write to angela.merkel@example.org or @barack obama in Washington.",
    "The post read “so proud of barack obama today” and was liked in Paris.",
    "Vasco da Gama, Miguel de Cervantes, Yvo de Boer, Dominique de Villepin and Karl-Theodor zu Guttenberg were there.",
    "Lars von Trier and General de Gaulle never met, but mark Rylance in the list.",
    "The angela of the tale was a merkel, said Barack; obama is no word.",
    "The march began under Daniel arap Moi of Kenya.",
    "BARACK OBAMA and Barack OBAMA met in Oslo.",
]

_NAMED = 0.85  # share of a word's places in which it has a capital


rule.only_on(words=called())


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the two words."""
    analysis = document.analysis
    for given in sorted(rule.words.intersection(analysis.index)):
        for sentence, i in analysis.index[given]:
            one, other = sentence.tokens[i], sentence.at(i + 1)
            names = written(given, other.lower)
            if names is None or names[0].islower() or not (one.text.islower() or other.text.islower()):
                continue  # Daniel arap Moi
            if any(token.text.islower() and not _name(token.lower) for token in (one, other)):
                continue
            glued = sentence.joined(i, i + 1) or sentence.at(i - 1).text in ("@", "#", ".", "/")
            if glued or analysis.speech.maybe_quoted(sentence, i) or not uses_capitals(analysis, sentence, i):
                continue
            right = " ".join(names)
            yield sentence.match(i, i + 1, f"“{sentence.text(i, i + 1)}” is a name: write “{right}”.", right)


def _name(word: str) -> bool:
    """Whether a word in small letters is nearly always a name: not brown, not de."""
    lexicon = english()
    return not lexicon.tags(word) or lexicon.capital_share(word) > _NAMED
