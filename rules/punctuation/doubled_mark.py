"""Two marks stand where one is due.

Why it happens: the engine keeps the source's mark and adds the one English wants, or two sentences are joined at
their marks; quotation marks are doubled on their way through a table.

How it is found: a mark of a pause or an end followed by another that cannot follow it: `,,` `;,` `, .` `. .` `..`
`?.` `. ,` `::`, or a full stop on both sides of a closing quotation mark, or a comma and a dash behind it; two
straight quotation marks on one side of a word (`""wet""`).

Languages: all. In a text that is not in English, two commas or semicolons, a comma and a full stop, a question mark
and a full stop, two full stops; and the like of Chinese, Japanese, Arabic and Persian marks (`，，` `。，` `،،`).

What it leaves alone: ellipses of three or more dots and spaced ones, behind another mark too (`Why? . . .`), `?!` and
`!!`, abbreviations (`Co., Ltd.`, `etc.;`), titles that bring their own mark (`Hello, Dolly!,`, `in What Is Art?.`),
paths and ranges (`../`, `1..5`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Example, Rule

rule = Rule(
    category="fluency/punctuation",
    severity="minor",
    languages=(),
    registers=("news",),
)

BAD = [
    "Sales rose in May[[,,]] but they fell in June.",
    "He left the house[[, .]] Nobody saw him go.",
    "The talks were long[[..]] They ended at noon.",
    "Was it true[[?.]] Nobody knew.",
    "He named the cause[[::]] nobody had paid. The towns are[[: :]] Lille and Arras.",
    "He blamed the animals for their behaviour[[. .]]",
    "They put the bags in water for five minutes[[. ,]] And then they waited.",
    "He called it “the best of days[[.”.]] Nobody agreed.",
    "They came, saw[[;,]] and won.",
    '"We will not sell the ship"[[, -]] the mayor said.',
    "It is no farewell[[;?]] it is just the end. The ratio is 3[[:,]] 2.",
    Example("Les prix ont augmenté en mai[[,,]] mais ils ont baissé en juin.", language="fr"),
    Example("Цены выросли в мае[[, .]] Никто не знает почему.", language="ru"),
    Example("价格上涨了[[，，]]没有人知道原因[[。。]]", language="zh"),
    Example("ارتفعت الأسعار[[،،]] ولا أحد يعرف السبب.", language="ar"),
    Example("Ist das wahr[[?.]] Niemand weiß es.", language="de"),
    'The paint is either [[""]]dry[[""]] or [[""]]wet.[[""]] He said[[::]]',
]

GOOD = [
    "He works for Acme Co., Ltd., of Hohhot.",
    "They sell hats, gloves, etc.; and they mend shoes, etc., too.",
    "He waited... and waited . . . and left.... Really?! No!!",
    "She sang in “Hello, Dolly!,” “Frozen,” and “Why Not?,” among others.",
    "The file is in ../data and the range is 1..5 or a..z.",
    "He lives in Portland, Ore., and works in Washington, D.C.; she does not.",
    "“No.” “Yes.” He said so.",
    "It cost $5.,. The name std::map has its :: in C++, and A :: B.",
    "What is the matter with “etc.”.",
    "Who was to blame? . . . Nobody, she wrote, . . . or all of us; . . . the dead are silent. . . And they. . . ?",
    "Tolstoy asked that in What is Art?. The answer, as in Whither Russia?. was long.",
    "He met Martin Luther King Jr., and then the Rev. Jones.",
    Example("Sie wohnt in Köln usw., und er sagte ,,nein“ … und dann... „Wirklich?!“ Nein!!", language="de"),
    Example("他说。。。然后呢？！没有……", language="zh"),
    Example("О. Бендер (1927 г.), А. С. и др.; см. т. 1..5, а также ../data и ::1.", language="ru"),
    'The value is "" or """ in the code: x = ""; a board of 2"" by 4"".',
]

_DOUBLED = regex(
    r"""
      (?<![,;:\s.])[,;]\s?[,;](?![,;])                    # ,, ;, ,;
    | (?<=[^\W\d_])\s?:\s?:(?=\s|$)                       # ::
    | (?<![,;:!?\s.\d*+\\])[,;:!?]\s?\.(?![.\w/\\]|\s\.)        # , .  ?.  but not ? . . .
    | (?<=[\w"”)])[;:][,?!](?=\s[\w“"])                     # ;?  :,
    | (?<=[^\W\d_]{4})\.\s[.,](?=[\s"”]|$)(?!\s[.,])        # . .  . ,
    | (?<=[\w"”)])\.\.(?![.\w/\\"”]|\s\.)                   # ..
    | (?<=[^\W\d_]{4})\.["”]\.(?![.\w])                     # .".
    | (?<=["”»]),\s?[-–—](?=\s)                            # ", -
    """,
    re.VERBOSE,
)
#: Looked for first: one character class is found many times faster than the look-behinds above.
_CANDIDATE = regex(r"""[,;:!?.](?=["”]?\s?[.,;:?!]|\s?[-–—]\s)""")
#: In any language: what no language writes, abbreviations and low quotation marks typed as commas (`,,nein“`) aside.
_ANYWHERE = regex(
    r"""
      (?<=[^\W_])[,;]\s?[,;](?=\s|$)
    | (?<=[^\W\d_][^\W\d_]),\s?\.(?=\s|$)
    | (?<=[^\W\d_][^\W\d_])[?!]\s?\.(?=\s|$)
    | (?<=[^\W\d_]{4})\.\.(?=\s|$)
    | (?<=\w)[，、；：][，、；：。](?![，、。])
    | (?<=\w)[。！？][，、；。](?![。，])
    | (?<=\w)[،؛]\s?[،؛,.](?=\s|$)
    """,
    re.VERBOSE,
)
#: A full stop that abbreviates; a question that is the title of a work, in mid-sentence: `in What Is Art?`.
_MEANT = regex(
    r"(?:etc|Corp|Bros|Inc|Ltd|Prof|Dept|Univ|Sept|\.\w)\.$|"
    r"[\w,] (?:What|Who|Whose|Why|Where|When|How|Which|Whither|Is|Are|Can|Do|Does|Did|Should|Will)(?: [^\W\d]+){1,7}\?$"
)
_LONGEST_TITLE = 60
#: Two straight marks on one side of a word, with no third.
_QUOTES = regex(r"""(?<![\w"“'])""(?=[^\W\d_]{2})|(?<=[^\W_]{2})""(?![\w"”'])|(?<=[^\W_][.,!?])""(?![\w"”'])""")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag pairs of marks that cannot stand together."""
    if document.analysis.expected != "en":
        for paragraph, double in document.analysis.search(_ANYWHERE):
            marks = double.group()
            stronger = next((mark for mark in "?!？！。.؟;；؛" if mark in marks), marks[0])
            yield paragraph.match(double.span(), f"Two marks stand where one is due: “{marks}”.", stronger)
        return
    for paragraph, candidate in document.analysis.search(_CANDIDATE):
        found = _DOUBLED.match(paragraph.text, candidate.start())
        if found is None or _MEANT.search(paragraph.text, max(0, found.start() - _LONGEST_TITLE), found.start() + 1):
            continue
        marks = found.group()
        stronger = next((mark for mark in "?!.;:" if mark in marks), ",")
        quote = next((mark for mark in '"”' if mark in marks), "")
        yield paragraph.match(found.span(), f"Two marks stand where one is due: “{marks}”.", stronger + quote)
    for paragraph, found in document.analysis.search(_QUOTES, '""'):
        yield paragraph.match(found.span(), "A quotation mark stands twice.", '"')
