"""A term of the source is not rendered by the term that the glossary asks for.

Why it happens: an engine does not know the user's terms, and picks another word each time.

How it is found: where the source of a segment has a term of the glossary (status `required`), its target must have one
of the renderings: in any likely form of the language, wherever in the segment, once at least. The longest term counts
(`central bank` is not `bank`).

Languages: all. In English words are known by their regular endings, elsewhere by how they begin (`Notenbank`,
`Notenbanken`), and found inside longer words where the language joins them (`Notenbankchef`, `ELF-файл`); where no
spaces part words, the rendering must be a part of the text. docs/terms.md tells more.

What it leaves alone: a place where a forbidden term stands in its stead, which `terms/forbidden-term` names; terms that
the glossary gives for another language, a term that stands in the source only as part of a longer word, segments
without text.

Not met in the measured texts: they come without a glossary; it finds what the user's names.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.glossary import Term
from mtqa.rule import Example, Rule
from mtqa_rules.terms._glossary import alternatives, in_source, in_target, missing, wanted

rule = Rule(category="terminology/wrong-term", severity="major", needs=("source", "terms"), languages=(), since="0.3")

_TABLE = """source,target,severity,source_language,language,note,status,use,case
Zentralbank,central bank,,de,en,
Bank,bank,minor,de,en,
Sparkasse,savings bank,,de,en,
,thrift,,,en,,forbidden,savings bank
Leitzins,key rate|policy rate,,de,en,house style
央行,central bank,,zh,en,
central bank,Notenbank,,en,de,
web,Web,,en,de,,,,yes
central bank,中央银行,,en,zh,
central bank,центральный банк|ЦБ,,en,ru,
package,Paket,,en,de,
option,option,,en,fr,
file,fil,,en,sv,
file,файл,,en,ru,
"""

BAD = [
    Example(
        "[[The reserve bank left its key rate alone.]]", "Die Zentralbank ließ den Leitzins unverändert.", terms=_TABLE
    ),
    Example("[[The central bank left its lead interest alone.]]", "Die Zentralbank ließ den Leitzins.", terms=_TABLE),
    Example("[[The people's bank is cautious.]]", "央行态度谨慎。", terms=_TABLE, source_language="zh"),
    Example("[[Die Zentralbanken warten ab.]]", "The central banks wait.", language="de", terms=_TABLE),
    Example("[[Das Netz wächst.]]", "The Web is growing.", language="de", terms=_TABLE),
    Example("[[Die Zentrale wartet, das Parkett auch.]]", "The package waits.", language="de", terms=_TABLE),
    Example("[[Minnet är borta.]]", "The file is gone.", language="sv", terms=_TABLE),
    Example("[[央行在等待。]]", "The central bank waits.", language="zh", terms=_TABLE, source_language="en"),
]

GOOD = [
    Example("The central bank left the policy rates alone.", "Die Zentralbank ließ den Leitzins.", terms=_TABLE),
    Example("The Central Banks wait.", "Die Zentralbanken warten.", terms=_TABLE),
    Example("They sat on a bench.", "Sie saßen im Bankett.", terms=_TABLE),
    Example("Die Notenbanken warten ab.", "The central banks wait.", language="de", terms=_TABLE),
    Example("中央银行在等待。", "The central bank waits.", language="zh", terms=_TABLE),
    Example("Решение Центрального банка ждут.", "The central bank's decision is due.", language="ru", terms=_TABLE),
    Example("Les banques attendent.", "The central banks wait.", language="fr", terms=_TABLE),
    Example("Die Paketversion im Installationspaket.", "The package version.", language="de", terms=_TABLE),
    Example("Précisez l'option.", "Give the option.", language="fr", terms=_TABLE),
    Example("Minnesfilen är borta.", "The memory file is gone.", language="sv", terms=_TABLE),
    Example("ELF-файлов нет.", "There are no ELF files.", language="ru", terms=_TABLE),
    Example("Die Direktive .package fehlt.", "The .package directive is missing.", language="de", terms=_TABLE),
    Example("It waits.", "央行在等待。", terms=_TABLE, source_language="ja"),
    Example("The reserve bank waits.", "Die Zentralbank wartet."),
    Example("The thrift waits.", "Die Sparkasse wartet.", terms=_TABLE),
    Example("It waits.\n\nIt is late.", "Es wartet.\n\n", terms=_TABLE),
    Example("It waits.\n\n", "Es wartet.\n\nDie Zentralbank", terms=_TABLE),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the target of the segment, once for all its terms."""
    terms = wanted(document, "required")
    sources, same = in_source(terms, document), alternatives(terms)
    language = document.analysis.expected
    forbidden = in_target(wanted(document, "forbidden"), language, loose=False)
    for number, segment in enumerate(document.segments):
        target = segment.target
        if not target.strip():
            continue
        lost: dict[tuple[str, ...], tuple[Term, str]] = {}
        source = segment.source or ""
        for term, place in sources.find(source):
            others = tuple(dict.fromkeys(one for _, form in term.sources for one in same[form]))
            wrong = {form for one, _ in forbidden.find(target) for form in one.use}
            if wrong.isdisjoint(term.targets) and not in_target(others, language, loose=True).find(target):
                lost.setdefault(term.targets, (term, source[place.start : place.end]))
        if lost:
            yield missing(number, target, list(lost.values()), "“{}” of the source is to be rendered as {}")
