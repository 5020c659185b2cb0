"""A note on the translation, or that a machine has made it, was left: `Note: The original text contains a pun`.

Why it happens: a language model explains what it did; translation services sign their work.

How it is found: a line or bracket that begins with `Translator's note`, `TN` or `Translation notes`; a `Note` that says
`I` or speaks of the translation, the original or the source text; a line that says a machine translated this; the
signatures of translation services; the same in the commonest languages by their fixed wordings.

What it leaves alone: an editor's note, notes on anything else, credits that name a translator, a newspaper's word that
an editor has checked the translation, stories about translation. It runs on every target language: a note is in that of
whoever asked.

Not met in the measured texts: what was handed in to be compared is signed by nobody.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import lines_said

rule = Rule(category="accuracy/addition", severity="minor", languages=(), since="0.3", among=(told, "translators-note"))

_STORY = "The bridge was closed on Monday.\n\n"
BAD = [
    _STORY + "[[Translator's note: the word means both bridge and nose.]]",
    _STORY + "[[(Note: The original text contains a pun that cannot be rendered in English.)]]",
    _STORY + "[[Note: I have kept the names of the streets in Chinese.]]",
    _STORY + "[[TN: a mu is about 667 square metres.]]",
    _STORY + "[[This article was automatically translated by AI and may contain errors.]]",
    _STORY + "[[Translated with DeepL.com (free version)]]",
    _STORY + "[[Please note that this is a machine translation.]]",
    _STORY + "[[Note: Some terms were left untranslated because they are proper names.]]",
    _STORY + "[[译者注：此处为双关语。]]",
    _STORY + "[[Translation Notes:]]\n\nIt opens in May.",
    "The bridge [[(translator's note: of 1881)]] was closed on Monday.",
    _STORY + "[[I changed the order of the sentences to make them more natural in English.]]",
    _STORY + "[[In this translation, I used “mu” for the Chinese unit.]]",
    _STORY + "[[“Mu” has been translated as acre.]]",
    _STORY + "[[End of translation.]]",
    "The “mu” [[(T/N: about 667 square metres)]] was sold.",
    _STORY + "[[The word “puente” in the source text can mean both; I chose the former.]]",
    "The bridge [[(unclear in the source)]] was closed on Monday.",
]
GOOD = [
    _STORY + "Editor's note: This story was updated on Tuesday with a comment from the council.",
    _STORY + "Note: The bridge is closed to lorries.",
    _STORY + "This article was translated from Spanish by Anna Reed.",
    _STORY + "This article was translated with the help of AI and checked by an editor.",
    _STORY + "Note to readers: our office moves in May.",
    _STORY + "Translation is hard, and notes of the translator fill half the book.",
    _STORY + "Note: Serves four. Keep the original jar.",
    _STORY + "Please note that the translation prize goes to a novel from Iceland.",
    _STORY + "The book has a translator's note at its end.",
    _STORY + "The machine translation was read out in court.",
]

_MESSAGE = "A note on the translation, not part of the story."


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the note."""
    noted: set[int] = set()
    for said in lines_said(document, "translators-note"):
        if said.kind or not said.line.text.islower():
            noted.add(said.line.segment)
            yield Match(said.line.segment, said.line.start, said.line.end, _MESSAGE, ("",))
    for mark in marks(document, "translators-note"):
        if mark.paragraph.index not in noted:
            yield mark.match(_MESSAGE)
