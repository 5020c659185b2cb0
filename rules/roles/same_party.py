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

from mtqa.analysis.relations import NOUNS, Mention, Relation, hyphenated
from mtqa.document import Document
from mtqa.finding import Match
from mtqa.knowledge.places import label
from mtqa.rule import Rule

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
    "The consultations [[between China and China]] will continue.",
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
]

#: Ambiguous forms that between two states mean the state.
_PLAIN = frozenset(("Washington", "America"))
#: Relations in which a capital is its state; in the others it may be the city.
_POLITICAL = frozenset(
    "talks ties sanction invade annex ambassador policy protest dispute accuse condemn impose sell treaty".split()
)
#: Behind a government: not the one before, but another of the same state.
_NARROWING = frozenset("in based led under of from headed at backed recognised recognized that which".split())
#: Talks inside one country are called so: the Afghan-Afghan dialogue.
_INNER = frozenset("talks negotiations dialogue summit consultations conflict".split())
#: Words for talks and ties, before which a compound of two states may stand.
_COMPOUND_NOUNS = tuple(sorted(NOUNS))


def _certain(mention: Mention) -> bool:
    return not mention.ambiguous or mention.text.removeprefix("the ") in _PLAIN


def _impossible(relation: Relation) -> bool:
    a, b = relation.agent, relation.patient
    if a.code != b.code or not (_certain(a) and _certain(b)):
        return False
    if a.ambiguous and b.ambiguous:
        return False
    if (a.kind == "capital" and not a.headed and b.headed) or (b.kind == "capital" and not b.headed and a.headed):
        return False  # the city, and the state's government
    behind = b.sentence.tokens[b.last].lower if b.last < len(b.sentence.tokens) else ""
    if (b.headed and behind in _NARROWING) or (relation.form == "between" and behind == "and"):
        return False
    capitals = (a.kind == "capital" and not a.headed) + (b.kind == "capital" and not b.headed)
    if relation.form == "compound":
        return not (a.kind == "adjective" and relation.word in _INNER)
    if relation.form == "from-to":
        return bool(relation.predicate) and not capitals
    if relation.form == "between":
        if not relation.predicate and a.text != b.text:
            return False
        return capitals == 0 or relation.predicate in _POLITICAL
    if capitals == 0:
        return True
    # `Israel's attack on Tel Aviv`, `London's exports to the UK`: the city, perhaps
    return relation.predicate in _POLITICAL and not (b.kind == "capital" and relation.predicate == "sell")


@rule.check
def check(document: Document) -> Iterator[Match]:
    relations = document.analysis.relations
    for relation in relations:
        if _impossible(relation):
            yield _match(
                relation.sentence.segment,
                relation.start,
                relation.end,
                relation.agent.code,
                _elsewhere(relation, relations),
            )
    for sentence, i in document.analysis.find(*_COMPOUND_NOUNS):
        if not i:
            continue
        token = sentence.tokens[i - 1]
        if "-" not in token.text or not sentence.tokens[i].space:
            continue
        pair = hyphenated(token)
        if pair and pair[0] == pair[1] and not _inner(token.text, sentence.tokens[i].lower):
            yield _match(sentence.segment, token.start, sentence.tokens[i].end, pair[0], None)


def _elsewhere(wrong: Relation, relations: list[Relation]) -> str | None:
    """What another place of the story says of the same dealings, word for word."""
    if not wrong.predicate:
        return None
    for other in relations[:500]:
        parties = (other.agent.code, other.patient.code)
        if other.predicate == wrong.predicate and parties[0] != parties[1] and wrong.agent.code in parties:
            tokens = other.sentence.tokens[other.first : other.last]
            return "".join((" " if token.space and k else "") + token.text for k, token in enumerate(tokens))
    return None


def _inner(compound: str, noun: str) -> bool:
    """`Afghan-Afghan talks`: both halves the same nationality, before a word for talks."""
    left, _, right = compound.partition("-")
    return noun in _INNER and left == right


def _match(segment: int, start: int, end: int, code: str, elsewhere: str | None) -> Match:
    name = label(code)
    message = f"{name} stands on both sides of a relation that takes two parties; one of them should be another."
    evidence = {"party": name}
    if elsewhere:
        message = f"{message[:-1]} (elsewhere: “{elsewhere}”)."
        evidence["elsewhere"] = elsewhere
    return Match(segment, start, end, message, evidence=evidence)
