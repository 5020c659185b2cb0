"""A sentence is in another language than the document.

Why it happens: the engine copies a sentence whole, mostly one whose language it was not told.

How it is found: a sentence in another script; one whose function words are those of another language, well ahead of
English ones; or one of eight words and more in which almost no English function word stands, a third of the words are
no English words, and a language detector, seeded so that it always answers alike, is sure. Sentences in a row are one
finding, over paragraphs too, and it weighs as much as their words. Two and more that make up a third of the text are
one critical finding for all of them; a text that is wholly foreign is left to `untranslated/wrong-language`.

Languages: all. In a text that should not be in English, a sentence is foreign by its script, by letters its language
has not (Ukrainian `ї` in a Russian text, kana in a Chinese one), or by six words and more of which a quarter are
function words of another language (English ones mostly) and hardly any its own.

What it leaves alone: languages near each other (Spanish in Catalan), titles, names and lists of names, quotations,
foreign sayings in quotation marks or brackets, books and papers that are cited (`Über den Staat, Berlin, 1868.`),
tables, figures and moves (`Nf3 d5`), a short line by itself without a full stop or colon (a title, a verse).
"""

from collections import Counter
from collections.abc import Iterator, Sequence

from mtqa.analysis.passages import Passage
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match, Severity
from mtqa.knowledge.languages import kin, language_name
from mtqa.rule import Example, Rule
from mtqa_rules.untranslated._copies import copies

rule = Rule(category="accuracy/untranslated", severity="major", languages=(), facts=("passages",))

_ENGLISH = (
    "The ministers of both countries met in Moscow on Monday for talks that went on until late in the evening. They "
    "said that they would meet again in June, and that the trade between them had grown in each of the last two years."
)

_GERMAN = (
    "Die Minister beider Länder haben sich gestern in Moskau getroffen und bis zum Abend geredet. Sie wollen sich im "
    "Juni wieder treffen, und der Handel zwischen ihnen ist in den letzten beiden Jahren gewachsen."
)
_RUSSIAN = (
    "Министры двух стран встретились в понедельник в Москве и говорили до позднего вечера. Они сказали, что встретятся "
    "снова в июне и что торговля между ними выросла за последние два года."
)
_CHINESE = (
    "两国部长周一在莫斯科举行会谈，会谈一直持续到深夜。他们说，六月将再次会面，两国之间的贸易在过去两年里有所增长。"
)

BAD = [
    "The ministers met in Moscow on Monday. [[Die Minister haben sich gestern getroffen und geredet.]] They left.",
    f"{_ENGLISH} [[Die Minister beider Länder haben sich gestern in Moskau getroffen und geredet.]] He left.",
    f"{_ENGLISH}\n\n[[Les ministres se sont rencontrés hier à Moscou pour parler de la paix.]]",
    f"[[El ministro dijo que los dos países quieren mejorar sus relaciones en los próximos años.]] {_ENGLISH}",
    f"{_ENGLISH} [[I ministri dei due paesi si sono incontrati ieri per parlare della situazione nella regione.]]",
    f"{_ENGLISH} [[Ministerstvo oznámilo, že jednání mezi oběma zeměmi bude pokračovat příští týden.]]",
    f"{_ENGLISH}\n\n[[Lire aussi : Au Havre, une journée avec les grévistes du port]]",
    f"{_ENGLISH} [[Arbeiten beginnen im März, sagte der Bürgermeister.]]",
    f"{_ENGLISH} [[两国部长昨天会谈。他们六月再见。]]",
    f"{_ENGLISH}\n\n[[Министр не ответил на вопросы журналистов.]]\n\nОн уехал из города вечером.",
    "They met in Moscow on Monday. [[Die Minister haben sich gestern getroffen und geredet.]] They will meet again in "
    "June, as they said in the evening. Sie haben sich nicht mehr gesehen.",
    Example(
        f"{_GERMAN} [[The council said that the work on the bridge would go on until the end of the year.]]",
        language="de",
    ),
    Example(
        f"{_RUSSIAN} [[The council said that the work on the bridge would go on until the end of the year.]]",
        language="ru",
    ),
    Example(f"{_RUSSIAN} [[Мерія повідомила, що роботи на мосту триватимуть до кінця року.]]", language="ru"),
    Example(f"{_CHINESE}[[市は橋の工事が年末まで続くと発表しました。]]他们说。", language="zh"),
    Example(
        f"{_CHINESE}\n\n[[The work on the bridge will go on until the end of the year, they said.]]", language="zh"
    ),
    Example(
        f"{_GERMAN} [[Les travaux sur le pont vont durer jusqu'à la fin de l'année, a dit la ville.]]", language="de"
    ),
]

GOOD = [
    Example(
        f"{_ENGLISH}\n\nDie Minister haben sich gestern getroffen und lange geredet.",
        source="Die Gespräche dauerten lange.\n\nDie Minister haben sich gestern getroffen und lange geredet.",
    ),
    "Daphne du Maurier and Walter de la Mare never met Robert De Niro.",
    "Coutinho, Dembele, Rakitic, Vidal, Umtiti, Messi, Suarez, Busquets, Alba, Roberto and Pique trained.",
    "“Liberté, égalité, fraternité” is the motto of France, and “Ordem e Progresso” that of Brazil.",
    "Shares of Volkswagen, Daimler, Bayerische Motoren Werke and Deutsche Bank fell.",
    "Minister Lavrov, President Putin, Secretary Tillerson, Chancellor Merkel: all came.",
    "He ate bouillabaisse, coq au vin, ratatouille, cassoulet and tarte Tatin.",
    "“Ich habe mich sehr gefreut, dass wir heute gewonnen haben”, he said.",
    "Bayern, Dortmund, Leipzig, Hoffenheim, Schalke, Hertha, Köln, Freiburg, Frankfurt, Mainz.",
    "Ask not what your country can do for you.",
    'He disagrees. ["Sur la nature de la vérité et de la raison", Revue de la philosophie, no. 62, p. 2] It is old.',
    "Über die Grenzen der menschlichen Erkenntnis und der wahren Wissenschaft, Akademie, Berlin, 1868.",
    "Le Goff, Jacques. La naissance du purgatoire. Paris: Gallimard, 1981.",
    "It is done so: struct scatterlist *sg; struct sk_buff *skb; int err, i;",
    "lorem",
    "Non, la ville ne dort pas sous la pluie !",
    "The book list:\n\nTodas las cosas que nunca te dije cuando era verano",
    "Fischer played e4 e5 and then Sf3 Sc6 Lb5 a6 La4 Sf6 0-0 Le7 Te1 b5 Lb3 d6 c3 and won the game.",
    Example(f"{_GERMAN} “The Lord of the Rings” und “The Return of the King” liefen im Kino.", language="de"),
    Example(f"{_GERMAN} Das Lied “This is the end of the road for us and for you” ist alt.", language="de"),
    Example(f"{_RUSSIAN} The Beatles, The Rolling Stones, The Who, Queen — всё это старые группы.", language="ru"),
    Example(f"{_CHINESE} Apple Inc. and Microsoft Corp. 没有回应。", language="zh"),
    Example("Объяснить свои действия мужчина не смог. Он ушёл.", language="ru"),
    "The sign on the wall of the school read “Défense d'afficher, loi du 29 juillet 1881”.",
    "The song goes “Sous le ciel de Paris. Les amoureux marchent dans la rue et la pluie tombe sur la ville.”",
]

#: Part of a text from which on its untranslated sentences are one grave defect of the whole.
_GRAVE = 1 / 3


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Flag each run of sentences, or the first of them for all where they are a great part of the text."""
    analysis = document.analysis
    if analysis.language is not None and not kin(analysis.language, analysis.expected):
        return  # the whole text is in another language
    copied = set(copies(document))
    runs = [run for run in analysis.passages if run.sentences[0].segment not in copied]
    sentences = sum(len(run.sentences) for run in runs)
    words = sum(sum(run.words.values()) for run in runs)
    share = words / max(1, analysis.words)
    if share >= _GRAVE and sentences > 1:
        message = f"{sentences} sentences, {share:.0%} of the text, were left in {language_name(runs[0].language)}."
        yield _match(document, runs, message, "critical")
        return
    for run in runs:
        many = len(run.sentences)
        what = "The sentence was" if many == 1 else f"{many} sentences from here on were"
        yield _match(document, [run], f"{what} left untranslated, in {language_name(run.language)}.", "major")


def _span(analysis: Analysis, run: Passage) -> tuple[int, int, int]:
    """Where to point at: what a run has in its first segment, or its first sentence without code."""
    segment = run.sentences[0].segment
    places = [(segment, *run.spans[segment]), *((one.segment, one.start, one.end) for one in run.sentences)]
    return next((place for place in places if analysis.judged(*place)), places[0])


def _match(document: Document, runs: Sequence[Passage], message: str, severity: Severity) -> Match:
    """One match for several runs; the span is what the first of them has in its segment."""
    analysis = document.analysis
    lost: Counter[int] = Counter()
    for run in runs:
        lost.update(run.words)
    return Match(
        *_span(analysis, runs[0]),
        message,
        evidence={"language": runs[0].language, "words": lost.total(), "of": analysis.words},
        severity=severity,
        lost=tuple(sorted(lost.items())),
    )
