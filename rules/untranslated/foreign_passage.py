"""A sentence is in another language than the document.

Why it happens: the engine copies a sentence whole, mostly one whose language it was not told.

How it is found: a sentence of eight words and more in which almost no English function word stands and a third of
the words are no English words is put to a language detector, seeded so that it always answers alike.

What it leaves alone: titles, names and lists of names, quotations, foreign sayings in quotation marks or brackets,
books and papers that are cited (`Über den Staat, Berlin, 1868.`), tables, figures and moves (`Nf3 d5`), a short line by
itself without a full stop or colon (the title of a work, a verse), and other scripts, which are the business of
`untranslated/source-script`.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from mtqa.analysis.language import FUNCTION_WORDS, detect, foreign_share, function_share, script
from mtqa.analysis.names import PARTICLES
from mtqa.analysis.quotes import Pair
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.tokens import Token
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="accuracy/untranslated",
    severity="major",
    measured=("figures: docs/rules/untranslated.md",),
)

BAD = [
    "The talks ended. [[Die Minister beider Länder haben sich gestern in Moskau getroffen und geredet.]] He left.",
    "[[Les ministres des deux pays se sont rencontrés hier à Moscou pour parler de la paix.]]",
    "[[El ministro dijo que los dos países quieren mejorar sus relaciones en los próximos años.]] He left.",
    "[[I ministri dei due paesi si sono incontrati ieri per parlare della situazione nella regione.]]",
    "The port is shut.\n\n[[Lire aussi : Au Havre, une journée avec les grévistes du port]]",
    "[[Ministerstvo zahraničních věcí oznámilo, že jednání mezi oběma zeměmi bude pokračovat příští týden.]]",
]

GOOD = [
    "Daphne du Maurier and Walter de la Mare never met Robert De Niro.",
    "Coutinho, Dembele, Rakitic, Vidal, Umtiti, Messi, Suarez, Busquets, Alba, Roberto and Pique trained.",
    "“Liberté, égalité, fraternité” is the motto of France, and “Ordem e Progresso” that of Brazil.",
    "Shares of Volkswagen, Daimler, Bayerische Motoren Werke and Deutsche Bank fell.",
    "Minister Lavrov, President Putin, Secretary Tillerson, Chancellor Merkel: all came.",
    "He ate bouillabaisse, coq au vin, ratatouille, cassoulet and tarte Tatin.",
    "“Ich habe mich sehr gefreut, dass wir heute gewonnen haben”, he said.",
    "Bayern, Dortmund, Leipzig, Hoffenheim, Schalke, Hertha, Köln, Freiburg, Frankfurt, Mainz.",
    "Ask not what your country can do for you.",
    'He disagrees. ["Sur la nature de la vérité et de la raison", Revue de la philosophie, no. 62, p. 2] It is old.',
    "Über die Grenzen der menschlichen Erkenntnis und der wahren Wissenschaft, Akademie, Berlin, 1868.",
    "lorem",
    "Non, la ville ne dort pas sous la pluie !",
    "The book list:\n\nTodas las cosas que nunca te dije cuando era verano",
    "Fischer played e4 e5 and then Sf3 Sc6 Lb5 a6 La4 Sf6 0-0 Le7 Te1 b5 Lb3 d6 c3 and won the game.",
    "Как отметила врач, проблемы со сном часто возникают из-за продуктов, содержащих кофеин.",
    "The song goes “Sous le ciel de Paris. Les amoureux marchent dans la rue et la pluie tombe sur la ville.”",
]

#: What ends the title of a book with its publisher.
_YEAR_LAST = re.compile(r", (?:1[5-9]|20)\d\d[a-z]?\.?\s*\Z")
_SHORTEST = 8
_LONGEST = 120
#: One token in so many with a figure: moves. Characters looked at. Tokens of a line. Characters of a quotation.
_FIGURES, _GLANCED, _LINE, _QUOTED = 5, 200, 13, 240
#: So many English function words among the first tokens are proof enough.
_GLANCE, _ENGLISH = 24, 5


def _particle(tokens: list[Token], token: Token) -> bool:
    """Whether a word belongs to a name round it: Daphne du Maurier, Walter de la Mare."""
    if token.lower not in PARTICLES:
        return False
    sides = (tokens[max(0, token.index - 2) : token.index], tokens[token.index + 1 : token.index + 3])
    return all(any(near.text[0].isupper() for near in side) for side in sides)


def _no_prose(sentence: Sentence, target: str) -> bool:
    """Whether a sentence is a title or verse by itself, moves or figures, or in another script."""
    tokens = sentence.tokens[:_LONGEST]
    if sum(any(char.isdigit() for char in token.text) for token in tokens) * _FIGURES > len(tokens):
        return True
    text = target[sentence.start : sentence.end]
    letters = [char for char in text[:_GLANCED] if char.isalpha()]
    if sum(script(char) is not None for char in letters) * 2 > len(letters):
        return True
    return text == target.strip() and len(tokens) <= _LINE and tokens[-1].text != "." and ":" not in text


def _inside_quote(pairs: Sequence[Pair], sentence: Sentence) -> bool:
    """Whether a short quotation holds the sentence with others: the verse of a song."""
    at = bisect_right(pairs, (sentence.segment, sentence.start), key=lambda pair: (pair.open.segment, pair.open.start))
    if not at:
        return False
    opens, closes = pairs[at - 1].open, pairs[at - 1].close
    here = opens.segment == closes.segment == sentence.segment and opens.quotes
    return here and sentence.end <= closes.start + 1 and closes.start - opens.start < _QUOTED


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the sentence."""
    for sentence in document.analysis.sentences:
        tokens = sentence.tokens
        if len(tokens) < _SHORTEST:
            continue
        seen = 0
        for token in tokens[:_GLANCE]:
            if token.lower in FUNCTION_WORDS:
                seen += 1
                if seen == _ENGLISH:
                    break
        if seen == _ENGLISH:
            continue
        words = [token.lower for token in tokens[:_LONGEST] if token.kind == "word"]
        if len(words) < _SHORTEST or function_share(words) > 0.2:
            continue
        # names tell nothing about the language
        plain = [t for t in tokens[:_LONGEST] if t.kind == "word" and t.text.islower() and not _particle(tokens, t)]
        if (
            len(plain) < 5
            or tokens[0].text in "“\"«„‘'(["
            or _YEAR_LAST.search(document.segments[sentence.segment].target[sentence.end - 12 : sentence.end])
        ):
            continue
        target = document.segments[sentence.segment].target
        if _no_prose(sentence, target) or _inside_quote(document.analysis.quotes.pairs, sentence):
            continue
        if foreign_share([token.lower for token in plain]) < 0.35:
            continue
        text = target[sentence.start : sentence.end]
        language, sure = detect(text)
        if language and language != "en" and sure > 0.9:
            yield Match(
                sentence.segment,
                sentence.start,
                sentence.end,
                "The sentence was left untranslated.",
                evidence={"language": language},
            )
