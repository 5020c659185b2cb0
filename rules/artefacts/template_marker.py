"""A marker of a template was never filled in: `TODO`, `[Insert name here]`, `ARTICLE_TITLE`, `Lorem ipsum`.

Why it happens: a template's fields and an editor's reminders are translated as if they were text, or a language model
that lacks a fact puts a field in its place.

How it is found: `TODO`, `FIXME`, `TBD` as a note; brackets that ask for something (`[Your name]`, `[insert date]`,
`[translate]`), also in the commonest languages; capitals joined by underscores, whole or torn apart; filler text.

What it leaves alone: editorial insertions (`[the minister]`), `[sic]`, blanks on a form or in an exercise, values in
code (`--format=<name>`), names of variables in text about software, file names, hashtags and handles; what stands for
such a name of the source (`IME_DATOTEKE` for `FILENAME`); `TODO` in Spanish and Portuguese, where it is a word. It
runs on every target language: markers are taken over as they are.
"""

from collections.abc import Iterator
from functools import lru_cache

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._code import is_technical
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told
from mtqa_rules.artefacts._wording import lines_said

rule = Rule(category="design/markup", severity="major", languages=(), since="0.3", among=(told, "template-marker"))

BAD = [
    "[[TODO]]: check the name of the bridge.",
    "([[TODO]]) The bridge was closed.",
    "The bridge of [[CITY_NAME]] was closed on Monday.",
    "The bridge of [[CITY _ NAME]] was closed on Monday.",
    "The bridge was closed on [[<insert date>]].",
    "Lorem: [[Lorem ipsum dolor sit amet]], consectetur.",
    "The bridge was closed. [[FIXME]]",
    "[[ARTICLE_TITLE]]\n\nThe bridge was closed on Monday.",
    "[[{TRANSLATE}]] The bridge was closed on Monday.",
    "The bridge was closed on Monday (details [[TBD]]).",
    "The bridge of [[XXXX]] was closed on Monday.",
    "The bridge cost [[XX]] million euros.",
    "The bridge was closed on [[DD/MM/YYYY]].",
    "[[Insert your text here]]\n\nThe bridge was closed on Monday.",
    "[[#HEADLINE#]]\n\nThe bridge was closed on Monday.",
    "[[label_submit_button]]",
    "[[todo]]: translate the rest",
    "The mayor of [[TBD]] closed the bridge.",
    "[[Headline goes here]]\n\nThe bridge was closed on Monday.",
    "[[Sample text]]. Replace it.",
    "[[article.title.default]]\n\nThe bridge was closed on Monday.",
    "[[translation missing]]: en.news.title",
    Example("[[CITY_NAME]] está cerrado.", language="es"),
    "[[SECTION_TITLE_2]]\n\nThe bridge was closed on Monday.",
    "The bridge is the oldest of the country [[(citation needed)]].",
]
GOOD = [
    Example("fc [-e IME_E] ili fc -s", source="fc [-e ename] or fc -s", language="hr"),
    Example("Pročitaj naredbe iz IME_DATOTEKE.", source="Read the commands from FILENAME.", language="hr"),
    "Replace YOUR_KEY with the key you were sent.",
    "“[The bridge] is old,” he said, and [sic] it was.",
    "Set HOME_DIR and run the command again.",
    "The file is called IMG_2041.jpg.",
    "Follow @BRIDGE_WATCH and #SAVE_THE_BRIDGE for more.",
    "Her to-do list is long, and her todo app is full.",
    "The XXX Olympiad was held in London, and Super Bowl XXX in Tempe.",
    "The date of the talks is to be decided.",
    "“Lorem ipsum” is filler text.",
    "Name: ______\n\nDate: ______",
    "[Photo: the bridge in May]",
    "Write the date as DD/MM/YYYY, and fly with TK to Ankara.",
    "Designers use lorem ipsum to fill a page.",
    "The date is to be decided (TBD).",
    "Everything goes here.",
    "Dear #NAME#, your order is on its way.",
    "Todo: a story of two dogs",
    "news.example.org\n\nThe bridge was closed.",
    "Your story is here.\n\nanna_reed\n\nThe bridge was closed.",
    "Read more at example.org or in notes.text.org.",
    "Fill in: 1. My sister ___ tall. 2. We ___ in Lima.",
    "Then it calls make_it_work(GL_TRUE), and CONFIG_DEBUG_INFO=n is set.",
    Example("Lo perdió TODO\n\nEra tarde.", language="es"),
    "The --format=<placeholder> switch is new.",
]


#: How manuals name what is to be filled in: FILENAME, JOB_SPEC; and the line that says how a command is used.
_VALUE = regex(r"\b[A-Z]{3,}(?:_[A-Z]+)*\b|\[-{1,2}[A-Za-z]|\[&\]")


@lru_cache(maxsize=256)
def _has_values(source: str) -> bool:
    return _VALUE.search(source) is not None


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each marker."""
    shown = marks(document, "template-marker", copied=False)
    asked = marks(document, "template-marker/asks", in_code=True, copied=False)
    for mark in (*shown, *asked):
        if mark.text == "TODO" and document.language.partition("-")[0].lower() in ("es", "pt", "gl"):
            continue  # a word there
        if _has_values(document.segments[mark.paragraph.index].source or ""):
            continue  # what a manual calls a value, in the words of the language
        if mark.text.strip("_") or mark.paragraph.text.count("___") == 1:  # more are an exercise
            yield mark.match("“{}” is a marker that nobody filled in.")
    for said in lines_said(document, "template-marker"):
        if not is_technical(document):
            text = said.found.group()
            yield Match(said.line.segment, said.start, said.end, f"“{text[:40]}” is a marker that nobody filled in.")
