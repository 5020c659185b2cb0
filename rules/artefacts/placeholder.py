"""A placeholder was left in the text, or came out of the engine broken: `{0}`, `%1$s`, `<x id="1"/>`, `% 1 $ s`.

Why it happens: translation tools put marks in the place of names, numbers and tags; the engine loses or tears them,
or they are not filled in again.

How it is found: the marks of programs (`%s`, `%(name)s`, `{name}`, `{{name}}`, `${name}`, `__NAME__`, `%%`), of
translation tools (`<x id="1"/>`, `<b1001>`, `{1>`, `[1}`), and of programs that mask names (`PERSON_1`, `<URL>`),
also torn apart by spaces or with the sign of another script.

What it leaves alone: percentages, sets and formulas, marks in back quotes, in a paragraph that speaks of templates or
variables, or in a text about software; a mark that stands in the source too, or that the rules which compare it with
the source name; the percent sign before its number (Turkish `%6`). It runs on every target language: the
marks are of none.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told

rule = Rule(category="design/markup", severity="major", languages=(), since="0.3", among=(told, "placeholder"))

BAD = [
    "He sent [[{0}]] letters to the ministry.",
    Example("[[%s]] dosyası bulunamadı.", language="tr"),
    "Dear [[%s]], the talks have ended.",
    "The [[__PH__]] treaty is in force.",
    "The talks with [[%1$s]] ended on Monday.",
    "The talks with [[% 1 $ s]] ended on Monday.",
    'The talks ended on Monday[[<x id="1"/>]].',
    "[[<b1001>]]The talks[[</b1001>]] ended on Monday.",
    "Welcome back, [[{{ user_name }}]]!",
    "There were [[٪d]] letters in the box.",
    "The price rose by 10[[%%]] in May.",
    "He met [[PERSON_1]] in Paris.",
    "There were [[:count]] letters in the box.",
    "There were [[{ $count }]] letters, and [[$s]] of [[%COUNT]] were read by [[*|FNAME|*]].",
    "There were letters for [[<<name>>]] in box [[###1###]].",
    "There were [[XXX0XXX]] letters and [[⟪1⟫]] parcels in box [[_PH0_]].",
    "Welcome to [[$t(common.town)]], he said.",
    "He met [[#0#]] in Paris.",
    "[[% @]] met him in Paris.",
    "He met [[NOTRANSLATE_0]] and [[XXPH0XX]] in Paris.",
    "The bridge [[$ { name }]] is closed.",
    "The bridge of [[%{city}]] is closed.",
    "The talks [[{1>]]ended[[<1}]] on Monday.",
    "The talks went on. " * 120 + "He sent [[{0}]] letters, and `post`, `mail` and `fax` were the words on them.",
    Example("[[XXX0XXX]] wrote {Name} of [[__PH__]].", source="Es schrieb {name}."),
    "You have [[{count, plural, one {# letter} other {# letters}}]] in the box.",
]
GOOD = [
    "The files are in ${HOME}/bridge.",
    "Sales rose by 5% since May, by 10 %, said AT&T; 20 %d'entre eux.",
    Example("Destek %6 puan arttı.", language="tr"),
    "The set {a, b} has two members.",
    "Let {U_i} be an open cover of X, and {x_n} a sequence in it.",
    "Type `%s` to see it.",
    "“You $#%@&^%!,” he shouted.",
    "The price is $5 or $name your price.",
    "Customers got a letter from the template: Dear {{first_name}}, thank you for {0}.",
    "The code prints %s where the variable is empty.",
    "The file_name and the __init__ method are code.",
    Example("Dear %s, your parcel is here.", source="Sehr geehrte %s, Ihr Paket ist da."),
    Example("Welcome back, {Name}!", source="Willkommen, {name}!"),
    "He scored 100 % so far, and 3 % does not count.",
    "She is [now] in Paris [1] and <3 it.",
    "Run `git log`, `git add` and `git push`.\n\nThe hook gets %s from main_loop() in src/main.c.",
    "It is a 50%-off sale; %-signs are everywhere.",
    "The @count account has readers.",
    "He plays with #10 on his back, and says :name: with a smile.",
]


#: Languages that write the percent sign before its number, or whose writing runs from the right.
_PERCENT_FIRST = frozenset("tr eu az ku ar fa he ur ps ug".split())
_PERCENT = regex(r"%\d")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each placeholder."""
    before = document.analysis.expected in _PERCENT_FIRST
    for mark in marks(document, "placeholder", copied=False):
        if before and _PERCENT.fullmatch(mark.text):
            continue  # %6 of the votes
        yield mark.match("“{}” is a placeholder that nobody filled in.")
