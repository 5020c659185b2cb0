"""The text is in another language than it should be.

Why it happens: the engine was not called, or failed and handed the source back; a step of the pipeline mixed up two
feeds; the feed declares a language that its stories are not in.

How it is found: `language` of the configuration (`--language`) says what the text must be in; without it, what the
input declares, or else English (but where the source is declared to be English: then the target may be in any
language). A text that the input declares to be in another one is named; and so is one that is
written in another one: in its script, with its commonest words and hardly any English ones, or, where these do not
show it, by a language detector, seeded so that it always answers alike. One finding for the whole document, which
weighs as much as all its words; the rules for its supposed language do not run on it.

Languages: all; where nobody says what a text must be in, it is English, since a story that the engine handed back
untranslated is a usual way for a feed to go wrong. The message names the option that says otherwise.

What it leaves alone: texts of names, figures or titles, too few words to tell, languages near each other (`da` and
`no`, `id` and `ms`, but not `ru` and `uk`, which their letters tell), languages it does not know, texts in which the
language they should be in prevails (see `untranslated/foreign-passage`).
"""

from collections.abc import Iterator

from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.languages import TOLD_APART, kin, language_name, primary
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/untranslated", severity="critical", languages=(), since="0.3")

BAD = [
    "[[市议会周二批准了新的公交线路。]]市长说工程将于三月开始。",
    "[[Der Stadtrat hat am Dienstag die neue Buslinie genehmigt, wie es heißt.]]\n\nDie Arbeiten beginnen im März.",
    "[[Городской совет одобрил новый автобусный маршрут во вторник.]]",
    "[[El ayuntamiento aprobó el martes la nueva línea de autobús, y las obras empezarán en marzo.]]",
    "[[Le conseil municipal a approuvé mardi la nouvelle ligne de bus, et les travaux commenceront en mars.]]",
    "[[Kaupunginvaltuusto hyväksyi uuden linjan, sanoi pormestari.]]\n\nTyöt alkavat maaliskuussa, ja ne ovat valmiit "
    "kesään mennessä.",
    "[[اعلن مجلس المدينة يوم الثلاثاء الموافقة على خط الحافلات الجديد]]",
    "[[DER STADTRAT HAT AM DIENSTAG DIE NEUE BUSLINIE GENEHMIGT.]] DIE ARBEITEN BEGINNEN IM MÄRZ.",
    Example("[[The council approved the new bus route on Tuesday.]]", language="de"),
    Example("[[Die Arbeiten haben im März begonnen und werden bis Juni dauern.]]", language="fr"),
    Example("[[Городской совет одобрил новый автобусный маршрут во вторник, сообщили журналисты.]]", language="uk"),
    Example("[[市议会周二批准了新的公交线路，他们说工程将于三月开始，对居民来说很重要。]]", language="ja"),
]
GOOD = [
    "The council approved the new bus route on Tuesday.",
    "Bayern München 2:1 Borussia Dortmund",
    "Vincent van Gogh, Rembrandt van Rijn, Anthony van Dyck, Rogier van der Weyden, Jan van der Meer, Frans Hals",
    "Wee, sleekit, cow'rin, tim'rous beastie, O, what a panic's in thy breastie! Thou need na start awa sae hasty.",
    "Di goment don tok say dem go pay di teachers wey neva get dia salary since last year.",
    "u r so l8, c u 2nite at da club bruv innit, dem tings r peng lol",
    "THE COUNCIL APPROVED THE NEW BUS ROUTE ON TUESDAY, AND WORK WILL BEGIN IN MARCH.",
    "def main(argv): return run(parse(argv)) or sys.exit(0) if argv else usage()",
    "1. e4 e5 2. Nf3 Nc6 3. Bb5 a6 4. Ba4 Nf6 5. O-O Be7 6. Re1 b5 7. Bb3 d6",
    "Rossini, Il barbiere di Siviglia; Verdi, La forza del destino; Puccini, La fanciulla del West",
    "Paracetamol, ibuprofen, amoxicillin, metformin, atorvastatin, omeprazole, salbutamol, lisinopril",
    "Q1 12.4 13.1 (5.2%) Q2 14.0 15.5 (9.7%) EBITDA 3.3 EPS 0.41",
    Example("The council approved the new bus route on Tuesday.", language="yo"),
    Example("Der Stadtrat hat am Dienstag die neue Buslinie genehmigt.", language="de"),
    Example("Byrådet har godkendt den nye buslinje, og arbejdet skal begynde til marts.", language="nb"),
    Example("The council approved the new bus route on Tuesday.", language="en-GB"),
    Example("The council approved the new bus route on Tuesday.", language="und"),
    Example("東京都議会、新路線承認", language="ja"),
    Example("A prevenção é a melhor cura para a migração, e as vacinas protegem as pessoas.", language="pt"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag the first sentence, for all of the document."""
    asked = document.settings.language
    declared = primary(document.language)
    expected = primary(asked) if asked else declared or "en"
    written = document.analysis.language
    if declared and declared != expected:
        message = f"The text is declared to be in {language_name(declared)} ({document.language})"
    elif written is not None and expected in TOLD_APART and not kin(written, expected):
        message = f"The text is in {language_name(written)}"
    else:
        return
    meant = not asked and document.language == "en"  # it may be that nobody said so
    hint = f" (say `--language {written}` if not)" if meant else ""
    paragraphs = document.analysis.paragraphs
    places = [(sentence.segment, sentence.start, sentence.end) for sentence in document.analysis.sentences]
    place = next((place for place in places if document.analysis.judged(*place)), None)
    if place is None:
        return
    yield Match(
        *place,
        f"{message}; it should be in {language_name(expected)}{hint}.",
        evidence={"expected": expected, "declared": document.language, "written": written},
        lost=tuple((paragraph.index, paragraph.words) for paragraph in paragraphs if paragraph.words),
    )
