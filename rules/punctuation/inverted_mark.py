"""A question or exclamation lacks its mark at one end, in Spanish; in Catalan and Galician, the one that closes it.

Why it happens: English has no mark at the beginning, so engines put the one at the end alone; or the sentence was cut,
and `¿` is left without its partner.

How it is found: a question or exclamation mark behind a word, before which no `¿` or `¡` stands in the paragraph since
the last such mark; a `¿` or `¡` that no mark follows.

Languages: Spanish; Catalan and Galician may leave the mark at the beginning out, so that there only a `¿` or `¡` that
no mark follows is looked for. No other language writes them (`punctuation/foreign-mark`).

What it leaves alone: a single mark in brackets or quotation marks, addresses, code, names that end on such a mark
(Yahoo!, Jeopardy!), passages in other languages, informal texts and posts, which leave it out, and what is cut off by
`…`; a text that never writes the mark at the beginning, in three questions and more, is one finding.

Not met in the measured texts: all are English; other languages are measured in docs/languages.md.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.analysis.text import Paragraph
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    languages=("ca", "es", "gl"),
    registers=("news",),
    signs=frozenset("?!¿¡"),
    since="0.3",
)

BAD = [
    Example("El ministro habló. Qué va a hacer el gobierno ahora[[?]]", language="es"),
    Example("«Ya basta de mentiras[[!]]», dijo el alcalde.", language="es"),
    Example("[[¿]]Qué va a hacer el gobierno ahora. Nadie lo sabe.", language="es"),
    Example("¿Vendrá? Y cuándo va a volver a casa[[?]] Nadie lo sabe.", language="es"),
    Example("[[¿]]Què farà el govern ara. Ningú no ho sap.", language="ca"),
    Example("O alcalde calou. [[¡]]Que vergoña para todos. Ninguén o entende.", language="gl"),
    Example("Se preguntó, [[¡]]qué lástima, si vendría. Era tarde.", language="es"),
    Example("Vendrá la ministra hoy[[?]] Y cuándo se irá de aquí? Con quién va a venir? Nadie lo sabe.", language="es"),
]
GOOD = [
    Example("El ministro habló. ¿Qué va a hacer el gobierno ahora? ¡Nadie lo sabe!", language="es"),
    Example("¡¿Cómo es posible?! ¿De verdad!", language="es"),
    Example("Si no viene hoy, ¿qué haremos? ¡Ay, Dios mío!", language="es"),
    Example("Mire https://example.org/a?b=1 en Yahoo! y pulse «?».", language="es"),
    Example("Nació en 1520 (?) y murió en 1580(?).", language="es"),
    Example("¿Qué va a hacer…", language="es"),
    Example("Preguntó: “What are you doing now?” y se fue.", language="es"),
    Example("Què farà el govern ara? Ningú no ho sap.", language="ca"),
    Example("Que fará o goberno agora? ¿E quen o sabe? Ninguén!", language="gl"),
    Example("I qui ho sap, de la gent? Ningú no ho sap.", language="ca"),
    Example("What did he say? ¿Qué dijo?", language="en"),
    Example("Instalar ahora? [S/n]", language="es"),
]

_MARK = regex(r"[?!¿¡]+")
_END, _BEGIN = frozenset("?!"), frozenset("¿¡")
#: What stands behind a mark at the end of a sentence: its end, a space, a mark that closes.
_BEHIND = regex(r"[»”\"’)\]]{0,2}(?:[,.;:]|\s*$|\s+[^\sa-zà-ÿ])")
_SPANISH = regex(
    r"\b(?:el|la|los|las|un|una|de|del|que|qué|y|en|es|se|no|por|para|con|su|sus|al|lo|le|ha|han|va|está|son|más|cómo|"
    r"cuándo|quién|dónde|cuál|usted|este|esta|ya|si)\b",
    re.IGNORECASE,
)
_CUT = regex(r"…|\.{3}")
_FEW, _WORDS = 3, regex(r"[^\W\d_]+")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the mark that is alone."""
    found = [match for paragraph in document.analysis.paragraphs for match in _alone(paragraph)]
    if document.analysis.expected != "es":
        yield from (match for match, end in found if not end)
        return
    ends = [match for match, end in found if end]
    written = any(mark in paragraph.text for paragraph in document.analysis.paragraphs for mark in "¿¡")
    if len(ends) >= _FEW and not written:
        yield ends[0]
        return
    yield from (match for match, _ in found)


def _alone(paragraph: Paragraph) -> Iterator[tuple[Match, bool]]:
    """The marks without a partner, and whether it is one at an end."""
    text = paragraph.text
    opened: int | None = None
    since = 0
    for found in _MARK.finditer(text):
        start, end = found.span()
        marks = found.group()
        if marks[0] in _BEGIN:
            opened = start if opened is None else opened
            if marks[-1] in _BEGIN:
                continue
        if opened is None and _ends_a_sentence(text, since, start, end):
            name = "¿" if "?" in marks else "¡"
            message = f"The sentence ends on “{marks}”, but has no “{name}” where it begins."
            yield paragraph.match((start, end), message), True
        opened, since = None, end
    if opened is not None and not _CUT.search(text, opened):
        yield paragraph.match((opened, opened + 1), f"“{text[opened]}” opens what no mark closes."), False


def _ends_a_sentence(text: str, since: int, start: int, end: int) -> bool:
    """Whether a mark ends Spanish words."""
    said = text[max(since, start - 200) : start]
    said = re.split(r"[.:;“«\"\n]\s", said)[-1] if "¿" not in said else said
    words = _WORDS.findall(said)
    return (
        text[start - 1 : start].isalnum()
        and _BEHIND.match(text, end) is not None
        and len(words) >= _FEW
        and _SPANISH.search(said) is not None
    )
