"""Characters were read in the wrong encoding.

Why it happens: UTF-8 was read as Latin-1 or Windows-1252 somewhere before or behind the engine, or Windows-1252 as
Latin-1.

How it is found: the pairs and triples of signs that UTF-8 letters and marks turn into (`â€™`, `Ã©`, `Ð°Ñ`), the
replacement character, a question mark in place of an apostrophe (`it?s`), and control characters (of Latin-1 where
Windows-1252 has quotation marks and dashes).

What it leaves alone: the letters by themselves (`Ã` in Portuguese capitals, `â` in French), currency signs, and white
space, soft hyphens and marks of direction. It runs on every target language: no text has such characters.
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule
from mtqa_rules.artefacts._marks import marks
from mtqa_rules.artefacts._told import told

rule = Rule(category="fluency/character-encoding", severity="major", languages=(), among=(told, "mojibake"))

BAD = [
    "The ministerâ[[x]]".replace("â[[x]]", "[[â€™]]") + "s letter was sent.",
    "He drank a caf[[Ã©]] in Paris.",
    "The r[[\ufffd]]sum\u00e9 was lost.",
    "It cost 5 [[â‚¬]] or more.",
    "The Ministry[[Â ]]of Trade replied.",
    "He met [[Ð¿Ñ]] in Moscow.",
    "The minister[[\u0092]]s letter was sent.",
    "He said [[\u0093]]no[[\u0094]] and left.",
    "The talks[[\x07]] ended.",
    "[[Â£]]5 was paid in [[Ä°]]stanbul for an [[Ã‰]]clair.",
    "The minister[[Â’]]s letter of [[????]] was sent.",
    Example("Tryk p[[Ã¥]] knappen og v[[Ã¦]]lg en fil.", language="da"),
    Example("b[[Å«]]ti ir gal[[Ä—]]jo", language="lt"),
    Example("[[à¤…à¤§à¤¿à¤•à¤¾à¤°]]", language="hi"),
    Example("[[Ø§Ù„Ù…Ø³ÙŠÙ„]] [[ç¬¬ä¸€]]", language="ar"),
    Example("la citt[[Ã]] bella", language="it"),
    "The minister[[?]]s letter was sent, and he didn[[?]]t reply.",
]

GOOD = [
    "The château and the pâté are French.",
    "SÃO PAULO is a city in Brazil.",
    "It cost 5 € or £4, not ¥3.",
    "He said “no” – twice… and left’.",
    "Þór and Ðuro are names.",
    "The Ångström is a unit; Âge is French for age.",
    "Vãn, Nguyễn and Trần came.",
    "NAÇÃO means nation in Portuguese.",
    "The talks\tended\u00ad, and he left\u0085for Paris.",
    "See example.org/talks?s=1 and example.org/find?t.",
    "What?so what?The rest is silence.",
    "Â is a letter of Romanian.",
    Example("Han bor på Ö…, hon på Å – och de är på Ä. FÅ—MÅ. 3×“4” à «l'hôtel», é»… é»…", language="sv"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each broken run."""
    for mark in marks(document, "mojibake", in_code=True):
        message, repaired = "“{}” comes of reading the text in a wrong encoding.", ""
        if not mark.text.isprintable():
            message = message.format(f"U+{ord(mark.text[0]):04X}")
            repaired = mark.text.encode("latin-1", "ignore").decode("cp1252", "ignore")
        yield mark.match(message, suggestions=(repaired,) if repaired.strip().isprintable() and repaired else ())
