"""Characters were read in the wrong encoding.

Why it happens: UTF-8 was read as Latin-1 or Windows-1252 somewhere before or behind the engine.

How it is found: the pairs and triples of signs that UTF-8 letters and marks turn into (`â€™`, `Ã©`, `Ð°Ñ`), and the
replacement character.

What it leaves alone: the letters by themselves (`Ã` in Portuguese capitals, `â` in French), and currency signs.
"""

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Rule

rule = Rule(
    category="fluency/character-encoding",
    severity="major",
    measured=("figures: docs/rules/structure.md",),
)

BAD = [
    "The ministerâ[[x]]".replace("â[[x]]", "[[â€™]]") + "s letter was sent.",
    "He drank a caf[[Ã©]] in Paris.",
    "The r[[\ufffd]]sum\u00e9 was lost.",
    "It cost 5 [[â‚¬]] or more.",
    "The Ministry[[Â ]]of Trade replied.",
    "He met [[Ð¿Ñ]] in Moscow.",
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
]

_BROKEN = re.compile(
    r"â€[™œ\u009d\u009c\u0099˜“”¦¢]?|â‚¬|â„¢|Ã[©¨¡¤¶¼±³º§£ª®«¯´¹»\u00ad\u0080-\u009f]|"
    r"Â[\u00a0\u00a3\u00a7\u00a9\u00ab\u00b0\u00b7\u00bb ](?=\S)|"
    r"(?:[ÐÑ][\u0080-\u00bf]){2,40}|[ÐÑ][\u0080-\u00bf][ÐÑ]|ï¿½|ï»¿|\ufffd{1,40}"
)


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each broken run."""
    for paragraph in document.analysis.paragraphs:
        if paragraph.text.isascii():
            continue
        for found in _BROKEN.finditer(paragraph.text):
            yield Match(
                paragraph.index,
                *found.span(),
                f"“{found.group()}” comes of reading the text in a wrong encoding.",
            )
