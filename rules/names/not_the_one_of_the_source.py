"""A name stands where the source has another one.

Why it happens: engines fill a place with a name they met more often (`Finland` for Sweden, `John Kerry` for Karzai),
and small ones make one up where they do not know it.

How it is found: the name is nothing but a name, and no source of the story has anything like it, by table, by copy or
by sound, in any script; and a name of this segment's source is nowhere in its target, in no form or spelling. A state
or nationality stands for another state; of two people with one given name the family name alone is another's; where a
table does not know the missing name, the other one is a person in full or somebody whom every newspaper knows, or both
languages write the same letters and put no endings to names (French, Spanish, Italian, Dutch …).

In Chinese, the parts of a name with a dot are names; of a person in full, one part may be another's.

What it leaves alone: in Japanese and Korean all but states and people whom everybody knows; in Chinese, names without a
dot that no table has; a name spelt otherwise (Romic, Tomic); everything that
sounds like a word of the source; abbreviations with letters of the source's own; nationalities and other
words with the endings of plain ones; a name that stands elsewhere in its text than the missing one; a name the
translator adds where all those of the source have come.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.instead import instead
from mtqa.analysis.source.pairing import pairing
from mtqa.analysis.source.twins import replaced
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/mistranslation", severity="major", since="0.3", needs=("source",))

BAD = [
    Example(
        "The president of [[Finland]] spoke in Oslo.", source="Президент Швеции выступил в Осло.", source_language="ru"
    ),
    Example(
        "In May the minister flew to [[Canada]].",
        source="Im Mai flog der Minister nach Australien.",
        source_language="de",
    ),
    Example("Prices rose again in [[Kenya]], he said.", source="他说，埃塞俄比亚物价再次上涨。", source_language="zh"),
    Example(
        "The talks between [[Brazil]] and Japan were short.",
        source="メキシコと日本の協議は短かった。",
        source_language="ja",
    ),
    Example(
        "The strike in [[Norway]] lasted a day.", source="La grève en Pologne a duré un jour.", source_language="fr"
    ),
    Example("Prime Minister [[Abe]] spoke in Tokyo.", source="岸田首相は東京で述べた。", source_language="ja"),
    Example("[[Sunak]] met President Biden.", source="岸田首相はバイデン大統領と会談した。", source_language="ja"),
    Example(
        "Egyptian President [[Mohamed Morsi]] came to Cairo.",
        source="وصل الرئيس المصري عبد الفتاح السيسي إلى القاهرة.",
        source_language="ar",
    ),
    Example(
        "Ukrainian President Vladimir [[Putin]] spoke in Kyiv.",
        source="Президент Украины Владимир Зеленский выступил в Киеве.",
        source_language="ru",
    ),
    Example(
        "Fourteen schools on the [[Indonesian]] coast closed.",
        source="Catorce escuelas en la costa de Nicaragua cerraron.",
        source_language="es",
    ),
    Example("The quake was north of [[Denver]].", source="El sismo fue al norte de Dillon.", source_language="es"),
    Example("Behind the desk sat [[Boeing]].", source="Za biurkiem siedziała Pawłowicz.", source_language="pl"),
    Example("Parliament heard [[Rishi Sunak]].", source="Парламент заслушал Кира Стармера.", source_language="ru"),
    Example("Then [[DK19]] failed twice.", source="Luego el Zemskowal fracasó dos veces.", source_language="es"),
    Example("“[[A4]] was back,” he said.", source="«Larry estaba de vuelta», dijo.", source_language="es"),
    Example("It was told to [[ČSSD]].", source="Powiedziano to RND.", source_language="pl"),
    Example("He praised [[NHL]].", source="Il a loué Kerouan.", source_language="fr"),
    Example("[[EPL]] hopes to set up a fund.", source="联合国希望成立一项基金。", source_language="zh"),
    Example("But [[Buck]], its head, left.", source="Pero Lim Yew Kwan, su jefe, salió.", source_language="es"),
    Example("[[Boeing]] rents a flat.", source="Pawłowicz wynajmuje mieszkanie.", source_language="pl"),
    Example(
        "In 1956 he went to Sweden and worked in the [[Microsoft]] office.",
        source="1956 ging er nach Schweden und arbeitete im Büro der Schwedischen Post.",
        source_language="de",
    ),
    Example("Fighters of [[Google]] were seen.", source="伊斯兰国武装分子被看到。", source_language="zh"),
    Example("Missiles fell inside [[Google]].", source="सीरिया के अंदर मिसाइलें गिरीं।", source_language="hi"),
    Example("In the town they met [[Zorbat]].", source="Ve městě potkali Folayana.", source_language="cs"),
    Example("They praised [[Boris Johnson]] again.", source="Sie lobten wieder Folayan.", source_language="de"),
    Example("The author [[Zeman]] Rowling came.", source="作家乔安·罗琳来了。", source_language="zh"),
    Example("[[Guenther Lorenz]] left early.", source="迈克尔·布朗早早离开。", source_language="zh"),
    Example("Then [[Conte]] left the town.", source="Potem Adamczyk opuścił miasto.", source_language="pl"),
    Example("President [[Aida]] was ill.", source="राष्ट्रपति मुशर्रफ बीमार थे।", source_language="hi"),
    Example(
        "It was told by Minister of Infrastructure [[Pearson Alhambra]].",
        source="Poinformował o tym minister infrastruktury Marek Adamczyk.",
        source_language="pl",
    ),
    Example("President [[Obama]] does not want it.", source="El presidente Karzai no lo quiere.", source_language="es"),
]
GOOD = [
    Example("The president of Sweden spoke in Oslo.", source="Президент Швеции выступил в Осло.", source_language="ru"),
    Example(
        "In May the minister flew there.", source="Im Mai flog der Minister nach Australien.", source_language="de"
    ),
    Example(
        "Australians know it: in May he flew to Oz.", source="Im Mai flog er nach Australien.", source_language="de"
    ),
    Example(
        "President Karzai and Mr Kerry do not want it.",
        source="El presidente Karzai y Kerry no lo quieren.",
        source_language="es",
    ),
    Example("The GDP of the country fell.", source="Швеция переживает спад.", source_language="ru"),
    Example("The Kremlin did not answer.", source="Москва не ответила.", source_language="ru"),
    Example(
        "The strike in Marseille, in France, lasted a day.",
        source="La grève à Marseille a duré un jour.",
        source_language="fr",
    ),
    Example("The film stars Hiroshi Kakusho.", source="影片由役所广司主演。", source_language="zh"),
    Example("Zelensky thanked Duda.", source="Зеленський подякував Дуді.", source_language="uk"),
    Example("Mr Trump met Mr Starmer.", source="トランプ氏とスターマー氏が会談した。", source_language="ja"),
    Example("The governor of Massachusetts spoke.", source="麻州州长谈到美国。", source_language="zh"),
    Example("Aleksandar Vucic spoke.", source="Выступил Александр Вучич.", source_language="ru"),
    Example("Bowie is a town in Maryland.", source="В Мэриленде есть Боуи.", source_language="ru"),
    Example("The match against FC Barcelona was lost.", source="Le match contre le Barça.", source_language="fr"),
    Example(
        "The Tories do not care about Scotland.", source="Les Tories se moquent de l'Ecosse.", source_language="fr"
    ),
    Example("Thank you for it.", source="Hoy hablaba Karzai.", source_language="es"),
    Example("AirNav honoured him.", source="La autoridad de Indonesia lo honró.", source_language="es"),
    Example("British Columbia is large.", source="不列颠哥伦比亚省很大。", source_language="zh"),
    Example("The form is in English.", source="Formularz po polsku.", source_language="pl"),
    Example("In Venice they saw it.", source="V Benátkách to viděli.", source_language="cs"),
    Example("Jean-Claude Arnault left early.", source="让-克洛德•阿尔诺早早离开。", source_language="zh"),
    Example("The author Joan Rowling came.", source="作家乔安·罗琳来了。", source_language="zh"),
    Example("Bernard Tomic won again.", source="Zvítězil znovu Bernard Romic.", source_language="cs"),
    Example("The party of Baath left.", source="Le parti des membres du Baas est parti.", source_language="fr"),
    Example("The Centre for Sport is open.", source="Areál Sportovního centra je otevřen.", source_language="cs"),
    Example("Khaleda Zia denied it.", source="Chálida Zijáová to odmítla.", source_language="cs"),
    Example("Mitsotakis spoke on Monday.", source="Ο Μητσοτάκης μίλησε τη Δευτέρα.", source_language="el"),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Strangers of each segment, beside the nearest name that did not come."""
    both = pairing(document.analysis, document.source_analysis)
    told: set[tuple[int, int]] = set()
    for span, name in (*replaced(both), *instead(both)):
        place = (span.sentence.segment, span.sentence.tokens[span.first].start)
        if place in told:
            continue
        told.add(place)
        message = f"“{span.text}” is not in the source, which has “{name.text}” here."
        right = [name.right] if name.right and not name.code else []
        yield span.sentence.match(span.first, span.last, message, *right, evidence={"source": name.text})
