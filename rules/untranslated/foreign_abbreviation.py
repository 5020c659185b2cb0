"""An abbreviation of another language stands in English: `625 î.Hr.`, `15 v. Chr.` or `bread, cheese usw.` in a list.

Why it happens: abbreviations are rare pieces with stops inside; the engine copies what it cannot take apart.

How it is found: by a table of abbreviations for eras (`î.Hr.`, `n. l.`, `e.Kr.`), for “and so on”, “for example”, “that
is” and “so-called” (`usw.`, `z. B.`, `tzv.`), and for thousands, millions and billions behind a figure (`Mio.`,
`mld.`), none of which English writes. The message says what is meant.

What it leaves alone: quotations of one word, a word said to be one, `mln` and `bln`, which some English papers of
Russia write, and what is an abbreviation of English too (`e.g.`, `n.l.` without a figure).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.lazy import regex
from mtqa.rule import Rule

rule = Rule(category="accuracy/untranslated", severity="minor", since="0.3")

BAD = [
    "The first coins were struck around [[625 î.Hr.]] in the town.",
    "The city was founded in [[753 v. Chr.]] and burnt down later.",
    "The wall was built in [[120 n.Chr.]] by the army.",
    "The temple is of [[300 f.Kr.]], the road of [[200 př. n. l.]] and the port of [[50 p.n.e.]] at least.",
    "They sell bread, cheese, butter [[usw.]] in the shop.",
    "The [[tzv.]] green wave came late, and they bought cars, trains [[atd.]] at once.",
    "There are many fish, [[z. B.]] trout, in the lake.",
    "It cost [[15 Mio.]] euros and brought in [[3 mld.]] crowns.",
    "The king died in [[44 av. J.-C.]] in Rome, the queen in [[30 eKr.]] in Egypt.",
    "They had apples, pears [[itd.]] on the table.",
]
GOOD = [
    "The “usw.” of the title is German for “and so on”.",
    "It was founded in 753 BC, e.g. by twins, and cost 15 mln rubles.",
    "The firm Mio sells cars; it has 3 branches. Mio. is its name.",
    "Mr. Chr. Olsen was born in 1950; Chr. Hansen is a firm. It has 15 f. notes and 12 n. notes.",
    "He lives at 5 Atd. Road and works for Usw Ltd.",
    "Section 12 n. l. and page 300 f. of the book were read.",
    "The union USW called a strike; the ITD and the TZV did not.",
    "Write to z.b.smith@example.org or usw.example.org today.",
]

#: What each stands for; dots may have spaces behind them.
_ERAS = {
    "BC": (
        *("î.Hr.", "î.e.n.", "v.Chr.", "v.u.Z.", "př.n.l.", "pr.n.l.", "p.n.e.", "pr.n.e.", "f.Kr.", "eKr.", "pr.Kr."),
        *("av.J.-C.", "a.C.", "p.m.ē.", "M.Ö."),
    ),
    "AD": ("d.Hr.", "n.Chr.", "jKr.", "pKr.", "e.Kr.", "po Kr.", "apr.J.-C.", "ap.J.-C.", "d.C.", "M.S."),
}
_SAYINGS = {
    "etc.": ("usw.", "atd.", "itd.", "itp.", "jne.", "osv.", "stb.", "ş.a.m.d."),
    "for example": ("z.B.", "např.", "npr.", "npl.", "esim.", "t.ex.", "p.ex."),
    "so-called": ("tzv.", "t.zv.", "sog."),
    "that is": ("d.h.", "tj.", "tzn."),
}
_FIGURES = {
    "thousand": ("tūkst.", "tys."),
    "million": ("Mio.", "mio.", "milj."),
    "billion": ("Mrd.", "mrd.", "mld.", "Mld.", "mlrd.", "miljrd."),
}


def _either(table: dict[str, tuple[str, ...]]) -> str:
    forms = sorted(form for row in table.values() for form in row)
    return "|".join(re.escape(form).replace(r"\.", r"\.\s?").removesuffix(r"\s?") for form in forms)


_MEANT = {
    form.replace(" ", ""): english for row in (_ERAS, _SAYINGS, _FIGURES) for english, fs in row.items() for form in fs
}
#: The last letters of each, and of what stands before a full stop.
_LAST = frozenset(re.split(r"\W", form.rstrip("."))[-1] for form in _MEANT)
_TAIL, _LONGEST = regex(r"[^\W\d_]+$"), 8
_FOUND = regex(
    rf"(?P<figure>(?<![\w.,])\d[\d.,]{{0,9}}\s)(?:(?P<era>{_either(_ERAS)})|(?P<number>{_either(_FIGURES)}))(?![\w@-])"
    rf"|(?<![\w.@/“\"‘'«(-])(?P<saying>{_either(_SAYINGS)})(?![\w@”\"’'»)-])"
)


def _ends(before: str) -> bool:
    """Whether what stands before a full stop ends as an abbreviation does."""
    tail = _TAIL.search(before, max(0, len(before) - _LONGEST))
    return tail is not None and tail[0] in _LAST  # cheap


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the abbreviation, with the figure of an era or amount."""
    if not any(map(_ends, document.analysis.text.split(".")[:-1])):  # cheap
        return
    for paragraph, found in document.analysis.search(_FOUND):
        short = found["era"] or found["number"] or found["saying"]
        meant = _MEANT["".join(short.split())]
        due = f"{found['figure'] or ''}{meant}"
        yield paragraph.match(found.span(), f"“{short}” is an abbreviation of another language for “{meant}”.", due)
