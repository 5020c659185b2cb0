"""One state stands in both roles of a relation that takes two.

Why it happens: the engine loses or confuses one of two names, most often where a sentence names both sides
several times, and writes the same one twice: `Russia's arms sales to Russia` for arms sold to China.

How it is found: relations that a state cannot have with itself (sales abroad, exports, embassies, invasions,
sanctions, talks, ties, borders, wars), in nominal, active and passive form, `between A and B`, `from A to B`
and `A–B relations`. The state, its seat of government, and its nationality with a word like `government` or
`side` are one party.

What it leaves alone: what happens inside one country (`Chinese companies invest in China`, `a Russian attack
on the Russian opposition`, `U.S. troops returned to the U.S.`), names that hold a state's name (`France 24`,
`Bank of China`), a capital and its state's government (`London's talks with the UK government`, for the city has a
government of its own), two governments of one state at war (`the Libyan government in the east`), words with two
meanings (`Georgia`, `Korea`, `Washington state`), round trips, and self-reference in plain words (`itself`,
`its own`).
"""

from __future__ import annotations

from collections.abc import Iterator

from mtqa.analysis.relations import NOUNS, Relation, hyphenated
from mtqa.analysis.sentences import Sentence
from mtqa.analysis.text import Analysis
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import label
from mtqa.rule import Rule
from mtqa_rules.data import wordset

rule = Rule(
    category="accuracy/mistranslation",
    severity="critical",
)

BAD = [
    "Japan protests against [[Russia's arms sales to Russia]], Russia did not respond",
    "The talks [[between Japan and Japan]] broke down on Monday.",
    "[[U.S. exports to America]] fell by a third.",
    "[[Beijing's sanctions on China]] came as a surprise.",
    "Arms exports [[from Russia to Russia]] have doubled in five years.",
    "Relations [[between the US and Washington]] are at a low point.",
    "In 1979 [[China invaded China]].",
    "[[Ukraine was invaded by Ukraine]] in 2022.",
    "[[The Russian–Russian relations]] have cooled.",
    "[[Japan-Japan relations]] are better than ever.",
    "Talks [[between the Japanese side and the Japanese government]] lasted two hours.",
    "The minister discussed [[China's trade and investment ties with China]].",
    "He served as [[the Japanese ambassador to Japan]] for four years.",
    "The [[invasion of Kuwait by Kuwait]] began in August.",
    "The two sides spoke about [[Russia's sales of advanced arms to Russia]].",
    "[[The Chinese government sold weapons to China]], the report said.",
    "[[Moscow's relations with Russia]] have improved, the minister said.",
    "They were safe in a place of the [[Embassy of Nigeria in Nigeria]].",
    "The consultations [[between China and China]] will continue.",
    "[[Washington's sanctions on the United States]] took effect on Monday.",
    "[[Russia's arms sales to Russia]] in 2019 were worth a billion dollars.",
    "Later, [[Russia's arms sales to Russia]] came up again.\n\nRussia's talks with India went on. "
    "Japan's exports to Britain fell, and Russia's arms sales to China rose.",
]
GOOD = [
    "Japan protests against Russia's arms sales to China.",
    "Washington's ties to Washington state go back to 1853.",
    "Talks between North Korea and South Korea resumed.",
    "China's exports to China Eastern's hubs rose, and China's exports to ASEAN fell.",
    "US companies' sales to the US government rose; US exports to US companies abroad fell.",
    "British exports to British overseas territories rose.",
    "He moved from France to France 24, and from Russia with love in Russia.",
    "The dispute between China and Chinese Taipei was settled.",
    "The border between Ireland and Northern Ireland stays open.",
    "U.S. troops returned to the U.S. and Chinese students return to China.",
    "Chinese companies invest in China, and Chinese investment in China rose.",
    "It was a Russian attack on Russian opposition leaders.",
    "Japan's attack on Pearl Harbor brought America into the war.",
    "American tourists flew from the US to the US Virgin Islands.",
    "He drove from Paris to Paris–Roubaix and flew from Tokyo to Tokyo.",
    "An Indian-American was made ambassador; Chinese American ties with America matter.",
    "China's road conforms to China's national conditions.",
    "Iran warned Iran would answer, and critics of Iran accused Iran of lying.",
    "Russia's war against Ukraine, Russia said, was over.",
    "Syria's trade with Syria's neighbours fell.",
    "The gap between rich China and poor China grows.",
    "Relations between Georgia and Georgia, the state, are odd.",
    "The Chinese Embassy in France said China and France will sign agreements.",
    "America's war on America's poor goes on.",
    "Afghan-Afghan talks and the Syrian-Syrian dialogue began in Doha.",
    "Scotland's exports to Britain's other nations grew.",
    "The ties between the US and US-backed rebels are close.",
    "The trade between mainland China and China's Hong Kong rose.",
    "Germany against Germany's best: East Germany beat West Germany in 1974.",
    "The Bank of China sold bonds to China Construction Bank.",
    "London's talks with the UK government over the Tube failed; so did Delhi's dispute with the Indian government.",
    "Talks between the Libyan authorities and the Libyan government based in the east resumed.",
    "The shops of Little Italy exports to Italy, and the treaty between Serbia and Serbia and Montenegro's heirs.",
    "The former Chinese ambassador to Japan spoke of Japan's relations with China.",
    "Jordan's dispute with the Jordanian government began when the paper printed her column.",
    "The Jordanian government accused Jordan, a reporter, of lying.",
    "Washington's relations with Washington, D.C., have never been easy, the governor of the state said.",
    "The Indian government condemned Delhi's plan, and the UK government condemned London for its buses.",
    "London's exports to the UK and the UK's attack on London's bankers were weighed.",
    "The old man rode from France to France, by way of five other countries.",
    "The difference between America and the United States is that one of them is an idea.",
    "Japan-US relations are better than ever. The Embassy of Nigeria in Niger helped.",
]

#: Ambiguous forms that between two states mean the state.
_PLAIN = frozenset(("Washington", "America"))
#: Relations in which a capital is its state; in the others it may be the city.
_POLITICAL = wordset("roles/same-party", "political")
#: Talks inside one country are called so: the Afghan-Afghan dialogue.
_INNER = wordset("roles/same-party", "inner")
#: Words for ties and trade, before which a compound of two states may stand.
_COMPOUND_NOUNS = tuple(sorted(NOUNS.keys() - _INNER))
#: Behind a government: not the one before, but another of the same state.
_NARROWING = ("IN", "VBN", "WDT")


@rule.check
def check(document: Document) -> Iterator[Match]:
    analysis = document.analysis
    for relation in analysis.relations:
        if relation.agent.code == relation.patient.code and _impossible(relation, analysis):
            elsewhere = _elsewhere(relation, analysis.relations)
            yield _match(relation.sentence, relation.first, relation.last - 1, relation.agent.code, elsewhere)
    for sentence, i in analysis.find(*_COMPOUND_NOUNS):
        pair = hyphenated(sentence.at(i - 1))
        if pair is not None and pair[0] == pair[1]:
            yield _match(sentence, i - 1, i, pair[0])


def _impossible(relation: Relation, analysis: Analysis) -> bool:
    """Whether both parties, of one code, are surely the same state, and the relation one it cannot have with itself."""
    parties = (relation.agent, relation.patient)
    sentence, behind = relation.sentence, relation.patient.last
    unsure = [mention.text for mention in parties if mention.ambiguous]
    if len(unsure) == 2 or not _PLAIN.issuperset(unsure):
        return False
    if relation.form == "compound":
        return relation.word not in _INNER
    if any(mention.kind == "capital" for mention in parties) and (
        relation.predicate not in _POLITICAL or any(mention.headed for mention in parties)
    ):
        return False  # the city: London's talks with the UK government, Israel's attack on Tel Aviv
    if relation.patient.headed and analysis.reading(sentence).tag(behind) in _NARROWING:
        return False
    return relation.predicate != "" and sentence.at(behind).lower != "and"


def _elsewhere(wrong: Relation, relations: list[Relation]) -> str | None:
    """What another place of the story says of the same dealings, word for word."""
    for other in relations[:500]:
        parties = (other.agent.code, other.patient.code)
        if other.predicate == wrong.predicate and parties[0] != parties[1] and wrong.agent.code in parties:
            return other.sentence.text(other.first, other.last - 1)
    return None


def _match(sentence: Sentence, first: int, last: int, code: str, elsewhere: str | None = None) -> Match:
    name = label(code)
    message = f"{name} stands on both sides of a relation that takes two parties; one of them should be another."
    evidence = {"party": name}
    if elsewhere:
        message = f"{message[:-1]} (elsewhere: “{elsewhere}”)."
        evidence["elsewhere"] = elsewhere
    return sentence.match(first, last, message, evidence=evidence)
