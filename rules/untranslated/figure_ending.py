"""A figure bears the ending of another language: `75'i percent`, `the 1960er years`, `his 24ème year`.

Why it happens: such a figure is one piece to the engine, which copies it as it stands.

How it is found: a figure with an ending that only one other language writes behind it, with its own sign: an
apostrophe (Turkish: `2016'da`), a colon (Finnish: `25:een`), a hyphen (Hungarian, Polish, Romanian, Russian, Swedish,
Lithuanian, Estonian: `5-én`, `20-lea`, `1990-talet`) or none (German `1960er`, French `24ème`, Czech `20letý`).

In 4.2 million words of machine translation ten, all right (Turkish, German, Czech), in references none.

What it leaves alone: figures with English endings (`1960s`, `24th`, `'90s`), feet and inches, times, units behind a
hyphen (`400-m`, `200,000-mu`), quotations of one word, addresses.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="accuracy/untranslated", severity="minor", since="0.3", facts=("digit",))

BAD = [
    "The price rose by [[75'i]] percent, and in [[2016'da]] it fell.",
    "It was built in the [[1960er]] years by the town.",
    "The mayor is in his [[24ème]] year of office.",
    "They drove from 20 to [[25:een]] degrees in the shade.",
    "He was born on the [[5-én]] of May, and died in the [[20-lea]] century.",
    "The houses of the [[1990-talet]] are large.",
    "A [[20letý]] man met a [[15-letni]] boy.",
    "She fell from the [[19’uncu]] floor of the house.",
]
GOOD = [
    "In the 1960s and the '90s he was the 24th man; he is 6'2 tall and 5'in the dark.",
    "The 400-m race began at 12:45 and ended at 13:5o; the field is 200,000-mu wide.",
    "The word “1960er” is German.",
    "Write to 75'i@example.org or see www.example.org/5-en and the 3-es model.",
    "It's 2016's best, and 7'er is a name. The model 20-le costs more.",
    "He said 5-and-a-half; a 15-let flat; the 4-go board; the 1er grade.",
    "The score was 3:2 and then 25:20; the file is a1960er and b24ème.",
    "They drank the 2016’d wine, they’d said.",
]

_ENDINGS = (
    r"['’](?:[dt][ea]n?|n?[ıuü]n|nin|s[iıuü]|y[iıuüea]|[iıuüea]|l[iıuü]k|[iıuü]?nc[iıuü])",
    r":(?:een|ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|ksi|nteen)",
    r"-(?:[jt]?[áé]n|[áé]?t[óő]l|b[ae]n|lea|tal(?:et|en)|let(?:ni|nia|niej|niego)|ogo|aya|ųjų|asis|aisiais|oji|ieji|nda[lt]?)",
    r"(?:(?<=\d0)er|[iI]?[èe]me|let(?:ý|á|é|ého))",
)
_FOUND = regex(rf"(?<![\w.,/“\"'’(-])\d[\d.,]{{0,9}}(?:{'|'.join(_ENDINGS)})(?![\w@/”\"'’-]|\.\w)")


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the figure with its ending."""
    for paragraph, found in document.analysis.search(_FOUND):
        yield paragraph.match(found.span(), f"The figure “{found[0]}” bears the ending of another language.")
