"""A sentence has a gap where the source has a name.

Why it happens: engines leave out a name they cannot spell, and what stood round it closes up: `officers of in Cork`,
`President does not want it`, `Reiterated the plan`.

How it is found: a name of the source is nowhere in the target of its segment, in no form or spelling; and near its
place a preposition governs nothing (`of 's`, `to, where`), an article has no noun, a title with a capital has no name
behind it, nobody says what was quoted, or a sentence has no subject. A name may also have come fewer times than the
source has it, open the source where only its ending shows it, or stand behind a title in Hindi and Gujarati; of German
words for bodies (`Wirtschaftsministerium`) none of their English words came.

What it leaves alone: verbs with their prepositions (`taken care of`), pairs of prepositions that go together,
what a relative clause or an infinitive leaves stranded (`to learn from`), inversion, headlines, texts without capitals,
gaps where every name of the source came, names that something else stands for.
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.source.gaps import gaps
from mtqa.analysis.source.pairing import pairing
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.rule import Example, Rule

rule = Rule(category="accuracy/omission", severity="major", since="0.3", needs=("source",))

BAD = [
    Example(
        "It grows in the fields of [[the as]] a base for the roots.",
        source="Crece en los campos de los Países Bajos como base para las raíces.",
        source_language="es",
    ),
    Example(
        "[[President does]] not want another term.",
        source="El presidente Karzai no quiere seguir.",
        source_language="es",
    ),
    Example(
        "The plan was drawn up [[by of]] the north.",
        source="Il piano è di Gebrselassie del nord.",
        source_language="it",
    ),
    Example(
        "[[Reiterated]] the offer of a truce on the border.",
        source="特朗普重申了边境停火的提议。",
        source_language="zh",
    ),
    Example(
        "In [[1956 sailed]] to the north of the country.",
        source="1956 fuhr Białystok in den Norden des Landes.",
        source_language="de",
    ),
    Example(
        "Guests came from towns such [[as,]] above all, the port.",
        source="Des invités sont venus de villes comme Kerouan, et du port.",
        source_language="fr",
    ),
    Example(
        "The talks [[between and]] the union failed on Friday.",
        source="Les négociations entre Kerouan et le syndicat ont échoué vendredi.",
        source_language="fr",
    ),
    Example(
        "The performance of [[both and]] his brother was praised.",
        source="El rendimiento de Tendulkar y de su hermano fue elogiado.",
        source_language="es",
    ),
    Example(
        "The contract between the state [[and on]] the third unit is ready.",
        source="Smlouva mezi státem a firmou Dukovia o třetím bloku je hotova.",
        source_language="cs",
    ),
    Example(
        "The season was odd [[for because]] he was ill for months.",
        source="Sezona byla pro Mihajloviče zvláštní, protože byl měsíce nemocný.",
        source_language="cs",
    ),
    Example(
        "With a win on Sunday [[, shattered]] his own mark.",
        source="Con la vittoria di domenica Gebrselassie ha battuto il suo primato.",
        source_language="it",
    ),
    Example(
        'He will stay, "as long as it takes", [[said in]] an interview on Monday.',
        source="Zostanie, „tak długo, jak trzeba”, powiedział Mateusz Zemskowal w wywiadzie w poniedziałek.",
        source_language="pl",
    ),
    Example(
        "Thanks [[to for]] the old machine the firm can build it.",
        source="Dzięki Zemskowal do starej maszyny firma może go budować.",
        source_language="pl",
    ),
    Example(
        "In [[1956 went]] to the north of the country.",
        source="1956 ging Białystok in den Norden des Landes.",
        source_language="de",
    ),
    Example(
        "In addition to toys with wheels, horses and bears[[, has]] sold books for years.",
        source="Oprócz zabawek z kołami, koni i misiów firma Zemskowal sprzedaje od lat książki.",
        source_language="pl",
    ),
    Example(
        "While he agrees that they should learn it[[, recently made]] the matter trivial in a speech.",
        source="Mentre è d'accordo che lo imparino, Gebrselassie ha recentemente riso della cosa.",
        source_language="it",
    ),
    Example(
        "In Buenos [[Aires announced]] on Saturday that it could not be done.",
        source="Das Wirtschaftsministerium in Buenos Aires teilte am Samstag mit, es gehe nicht.",
        source_language="de",
    ),
    Example("[[Says]], it takes time.", source="कैप्लोविट्ज कहते हैं, इसमें समय लगता है।", source_language="hi"),
    Example(
        "Transport [[Minister said]] he was glad.",
        source="परिवहन मंत्री कीथ ब्राउन ने कहा कि वे खुश हैं।",
        source_language="hi",
    ),
    Example("[[Owns]] a flat in the north of it.", source="Pawłowicz posiada mieszkanie.", source_language="pl"),
    Example("They went [[to's]] house.", source="Fueron a la casa de Zemskowal.", source_language="es"),
    Example(
        "In May she went [[to,]] where he was born.",
        source="En mayo fue a Bilbao, donde él nació.",
        source_language="es",
    ),
    Example(
        "The plan of [[the and]] the bank failed.",
        source="Le plan de Kerouan et de la banque a échoué.",
        source_language="fr",
    ),
    Example(
        "Look [[at who]], after two years, have failed.",
        source="Miren al Zemskowal que, tras dos años, no ha podido.",
        source_language="es",
    ),
    Example(
        "But[[, director]] of the firm, says it is late.",
        source="Pero Zemskowal, director de la firma, dice que es tarde.",
        source_language="es",
    ),
    Example(
        "However[[, considers]] it late for the town.",
        source="Sin embargo, Zemskowal lo considera tarde.",
        source_language="es",
    ),
    Example(
        "[[, the]] north and the south are cold.",
        source="Le Kerouan, le nord et le sud sont froids.",
        source_language="fr",
    ),
    Example(
        "Many people of Poland live [[in outnumber]] them.",
        source="Wielu Polaków w Polsce przewyższa ich liczbę.",
        source_language="pl",
    ),
    Example(
        "With a flat run in June[[, shattered]] his own mark.",
        source="Con una corsa a giugno Gebrselassie ha battuto il suo primato.",
        source_language="it",
    ),
    Example(
        "Towns of the north [[of reopened]] their doors.",
        source="Les villes du nord de Kerouan ont rouvert.",
        source_language="fr",
    ),
    Example(
        "The film, directed [[by,]] was praised by all.",
        source="Film, který režíroval Marek Mihajlovič, všichni chválili.",
        source_language="cs",
    ),
    Example(
        "He is [[replacing,]] who led it since May.",
        source="Nahradí Marka Mihajloviče, který ji vedl od května.",
        source_language="cs",
    ),
    Example("“It is late,” [[added.]]", source="„Je pozdě,“ dodal Marek Mihajlovič.", source_language="cs"),
    Example(
        "He arrived [[in on]] the morning of the fair.",
        source="In Singapur traf er am Morgen der Messe ein.",
        source_language="de",
    ),
    Example("[[Has become]] the new head of it.", source="Novým šéfem se stal Marek Mihajlovič.", source_language="cs"),
    Example(
        "[[The also]] hopes to see it.",
        source="Le Kerouan espère aussi le voir.",
        source_language="fr",
    ),
    Example(
        "We thank people [[in and]] everywhere.", source="Děkujeme lidem v Británii i všude.", source_language="cs"
    ),
]
GOOD = [
    Example("“It is late,” he wrote.", source="„Je pozdě,“ napsal Mihajlovič.", source_language="cs"),
    Example("The town he lives in, however, is far.", source="Mesto, kde žije Marek Mihajlovič.", source_language="cs"),
    Example("Is it late?", source="Je Marek Mihajlovič pozdě?", source_language="cs"),
    Example("It went in and out of use.", source="Marek Mihajlovič to používal.", source_language="cs"),
    Example("There is much to learn from.", source="Hay mucho que aprender de Bilbao.", source_language="es"),
    Example(
        "The party will adhere to and improve the plan.",
        source="Bilbao seguirá y mejorará el plan.",
        source_language="es",
    ),
    Example("she went to, where he was born.", source="Fue a Bilbao, donde él nació.", source_language="es"),
    Example("The town that they came from is what he looks at.", source="El pueblo de Bilbao.", source_language="es"),
    Example(
        "A state is not governed from on high.", source="Bilbao no se gobierna desde arriba.", source_language="es"
    ),
    Example("Then came the men of the north.", source="Bilbao, luego vinieron.", source_language="es"),
    Example("President Karzai does not want it.", source="El presidente Karzai no lo quiere.", source_language="es"),
    Example("The president does not want it.", source="El presidente Karzai no lo quiere.", source_language="es"),
    Example("Nobody there was looked at by the doctor.", source="Nadie en Bilbao fue visto.", source_language="es"),
    Example("He was taken care of by the family.", source="La familia de Karzai se ocupó.", source_language="es"),
    Example("They waited in, of all places, the harbour.", source="Han aspettato a Fossano.", source_language="it"),
    Example("Trump reiterated the offer of a truce.", source="特朗普重申了停火的提议。", source_language="zh"),
    Example("In the north was a farm with a barn.", source="En Galicia había una granja.", source_language="es"),
    Example(
        "From the coast there will be two trains a day.", source="De Bilbao saldrán dos trenes.", source_language="es"
    ),
    Example("Before he left he sang in the choir.", source="Avant Kerouan, il chantait.", source_language="fr"),
    Example("So said the head of the bank in May.", source="Так сказала Набиуллина в мае.", source_language="ru"),
    Example("He stood for, as it were, the old ways.", source="Er stand für Alt-Öttingen.", source_language="de"),
    Example(
        "In a move of its own, the firm, the owner of it, will sell the yard.",
        source="Par ailleurs, la firme, propriétaire de Kerouan, va vendre le chantier.",
        source_language="fr",
    ),
    Example(
        "On a hill in the north went the old bells.", source="En Galicia sonaban las campanas.", source_language="es"
    ),
    Example(
        "“It is so”, said in the end the head of the bank.", source="“Así es”, dijo en Bilbao.", source_language="es"
    ),
    Example("As he said in Rome, it is late.", source="Come ha detto a Fossano, è tardi.", source_language="it"),
    Example(
        "If the man agrees to come, works of his will be shown.",
        source="Se l'uomo di Fossano verrà, mostreranno le sue opere.",
        source_language="it",
    ),
    Example("Nothing is missing of the in and out.", source="Не хватает ничего.", source_language="ru"),
    Example(
        "The deal between the state and the firm on Monday held.",
        source="Smlouva mezi státem a firmou Dukovia platila.",
        source_language="cs",
    ),
]


@rule.check
def check(document: Document) -> Iterator[Match]:
    """Gaps, each with the name that fits."""
    for span, name in gaps(pairing(document.analysis, document.source_analysis)):
        message = f"“{name.text}” of the source is missing here."
        right = [name.right] if name.right and not name.code else []
        yield span.sentence.match(span.first, span.last, message, *right, evidence={"source": name.text})
